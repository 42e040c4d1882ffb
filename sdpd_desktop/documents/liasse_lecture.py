"""Opens the files that users attach, for a print copy; what they could do is left behind."""

import base64
import io
import math
import zlib
from contextlib import ExitStack
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from sdpd_desktop.documents.pdf_image import lire_image
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import quote

_MOST_PAGES = 1_000
# Bytes of drawing that a file may unfold into; those of a rare packing, whose size is not known.
_LARGEST, _UNKNOWN = 256 * 2**20, 2**17
_LEAST_SIDE = 9.0  # points; below, a page has nothing to read
_DPI = 300
_COARSEST = 100  # dots per inch below which an image is not blown up
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# What a drawing may carry besides marks: files, other documents, programs, a tree of its own.
_DROPPED = (
    "/AF", "/Metadata", "/OPI", "/PieceInfo", "/Ref", "/StructParent", "/StructParents", "/PS",
)  # fmt: skip
_EN_PDF = "Imprimez-le en PDF depuis le logiciel qui l’affiche, puis joignez ce PDF."


@dataclass(frozen=True)
class Dessin:
    """A page as a drawing, upright, with its place and its size in points."""

    forme: Object
    gauche: float
    bas: float
    largeur: float
    hauteur: float


@dataclass(frozen=True)
class Lecture:
    """The pages of a file.

    Attributes:
        calques: Its layers; masques: those that are not shown.
    """

    dessins: tuple[Dessin, ...]
    calques: tuple[Object, ...] = ()
    masques: tuple[Object, ...] = ()


def lire(nom: str, octets: bytes, place: tuple[float, float], ouverts: ExitStack) -> Lecture:
    """Read a PDF, or an image that fills the place of a portrait page, and leave it open.

    Raises:
        ValidationError: The file is protected, damaged, or of another kind.
    """
    if octets.startswith((_PNG, _JPEG)):
        octets = _image(nom, octets, place)
    try:
        pdf = ouverts.enter_context(pikepdf.open(io.BytesIO(octets)))
        _check(nom, pdf)
        if "/AcroForm" in pdf.Root:
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("print")
        if _unfolded(pdf) > _LARGEST:
            raise _refusal(nom, "contient un dessin démesuré", _EN_PDF)
        drawings = [_drawing(nom, number, page) for number, page in enumerate(pdf.pages, 1)]
        return Lecture(tuple(drawings), *_layers(pdf))
    except pikepdf.PasswordError as error:
        raise _refusal(nom, "est protégé par un mot de passe", _EN_PDF) from error
    except ValidationError:
        raise
    except Exception as error:  # Whatever a damaged file makes of the library that reads it.
        motif = "est abîmé, ou n’est ni un PDF, ni un PNG, ni un JPEG"
        raise _refusal(nom, motif, _EN_PDF) from error


def _check(nom: str, pdf: pikepdf.Pdf) -> None:
    if not pdf.allow.print_lowres:
        raise _refusal(nom, "interdit son impression", _EN_PDF)
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/XFA" in form and pdf.Root.get("/NeedsRendering"):
        raise _refusal(nom, "est un formulaire XFA, que seul son logiciel affiche", _EN_PDF)
    count = len(pdf.pages)
    if not count:
        raise _refusal(nom, "n’a aucune page", "Choisissez un autre fichier.")
    if count > _MOST_PAGES:
        raise _refusal(nom, f"a {count} pages, plus de {_MOST_PAGES}", "Joignez-en un extrait.")


def _drawing(nom: str, number: int, page: pikepdf.Page) -> Dessin:
    form = page.as_form_xobject()
    # Unpacked now, so that what cannot be is known.
    form.write(zlib.compress(form.read_bytes()), filter=Name.FlateDecode)
    box = [float(side) for side in form.BBox]
    matrix = [float(part) for part in form.get("/Matrix", Array([1, 0, 0, 1, 0, 0]))]
    left, bottom, width, height = _upright(box, matrix)
    if not (_LEAST_SIDE < width < math.inf and _LEAST_SIDE < height < math.inf):
        raise _refusal(nom, f"n’a rien à imprimer page {number}", _EN_PDF)
    return Dessin(form, left, bottom, width, height)


def _layers(pdf: pikepdf.Pdf) -> tuple[tuple[Object, ...], tuple[Object, ...]]:
    """Return the layers of a file, and those that it does not show."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return (), ()
    layers = tuple(layer for layer in properties.get("/OCGs", Array()) if layer.is_indirect)
    usual = properties.get("/D", Dictionary())
    if usual.get("/BaseState") == Name.OFF:
        shown = {layer.objgen for layer in usual.get("/ON", Array())}
        return layers, tuple(layer for layer in layers if layer.objgen not in shown)
    hidden = {layer.objgen for layer in usual.get("/OFF", Array())}
    return layers, tuple(layer for layer in layers if layer.objgen in hidden)


def _unfolded(pdf: pikepdf.Pdf) -> int:
    """Return how many bytes the drawings of the pages unfold into, or more than may be."""
    total = 0
    for page in pdf.pages:
        contents = page.obj.get("/Contents")
        for part in contents if isinstance(contents, Array) else [contents]:
            if isinstance(part, Stream) and total <= _LARGEST:
                total += _size(part)
    return total


def _size(stream: Stream) -> int:
    filters = stream.get("/Filter", Array())
    names = list(filters) if isinstance(filters, Array) else [filters]
    raw = stream.read_raw_bytes()
    if names[:1] == [Name.ASCII85Decode]:
        raw = base64.a85decode(raw.strip().removesuffix(b"~>"))
        del names[0]
    if not names:
        return len(raw)
    if names == [Name.FlateDecode]:
        return len(zlib.decompressobj().decompress(raw, _LARGEST + 1))
    return len(raw) if len(names) == 1 and len(raw) < _UNKNOWN else _LARGEST + 1


def _upright(box: list[float], matrix: list[float]) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of a box once transformed."""
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in box[0::2] for y in box[1::2]]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _image(nom: str, octets: bytes, place: tuple[float, float]) -> bytes:
    """Return a page that holds the image, as large as the place lets it, standing or lying."""
    from PIL import Image

    conseil = "Choisissez un autre fichier, ou remettez-le en PNG ou en JPEG."
    image = lire_image(octets, "annexe", f"L’image {quote(nom)}", conseil)
    room = place if image.height >= image.width else (place[1], place[0])
    scale = min(room[0] / image.width, room[1] / image.height, 72 / _COARSEST)
    width, height = image.width * scale, image.height * scale
    widest = max(1, round(width / 72 * _DPI)), max(1, round(height / 72 * _DPI))
    if image.width > widest[0]:
        image = image.resize(widest, Image.Resampling.LANCZOS)
    with pikepdf.new() as pdf:
        drawn = Stream(pdf, b"")
        drawn.Type, drawn.Subtype, drawn.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
        drawn.Width, drawn.Height, drawn.BitsPerComponent = image.width, image.height, 8
        if octets.startswith(_JPEG):  # A photograph stays one: it would weigh ten times more.
            packed = io.BytesIO()
            image.save(packed, "JPEG", quality=92)
            drawn.write(packed.getvalue(), filter=Name.DCTDecode)
        else:
            drawn.write(image.tobytes())
        pdf.add_blank_page(page_size=(width, height))
        name = pdf.pages[0].add_resource(drawn, Name.XObject, Name.Image)
        pdf.pages[0].contents_add(f"{width:.3f} 0 0 {height:.3f} 0 0 cm {name} Do".encode())
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def epurer(pdf: pikepdf.Pdf) -> None:
    """Take out of the drawings all that does not draw: attached files, links to other files."""
    for thing in pdf.objects:
        if isinstance(thing, Stream):
            for key in _DROPPED:
                if key in thing:
                    del thing[key]
            for key in ("/F", "/FFilter", "/FDecodeParms"):  # The data would be another file's.
                if key in thing:
                    del thing[key]


def _refusal(nom: str, motif: str, conseil: str) -> ValidationError:
    return ValidationError("annexe", f"Le fichier {quote(nom)} {motif}. {conseil}")
