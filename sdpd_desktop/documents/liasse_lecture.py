"""Opens the files that users attach, for a print copy; what they could do is left behind."""

import io
import math
import zlib
from contextlib import ExitStack
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.documents.pdf_image import lire_image
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import quote

_MOST_PAGES = 1_000
_LARGEST_PAGE = 64 * 2**20  # bytes of drawing that a page may unfold into
_LEAST_SIDE = 9.0  # points; below, a page has nothing to read
_DPI = 300
_COARSEST = 100  # dots per inch below which an image is not blown up
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
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
    if octets.startswith(_SIGNATURES):
        octets = _image(nom, octets, place)
    try:
        pdf = ouverts.enter_context(pikepdf.open(io.BytesIO(octets)))
        _check(nom, pdf)
        if "/AcroForm" in pdf.Root:
            pdf.generate_appearance_streams()
        pdf.flatten_annotations("print")
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
    where = f"la page {number} de {quote(nom)}"
    if not all(_bounded(stream) for stream in _contents(page)):
        raise ValidationError("annexe", f"Le dessin de {where} est démesuré. {_EN_PDF}")
    form = page.as_form_xobject()
    form.write(form.read_bytes())  # Now, so that what cannot be unpacked is known.
    box = [float(side) for side in form.BBox]
    matrix = [float(part) for part in form.get("/Matrix", Array([1, 0, 0, 1, 0, 0]))]
    left, bottom, width, height = _upright(box, matrix)
    if not (_LEAST_SIDE < width < math.inf and _LEAST_SIDE < height < math.inf):
        raise ValidationError("annexe", f"Il n’y a rien à imprimer sur {where}. {_EN_PDF}")
    return Dessin(form, left, bottom, width, height)


def _layers(pdf: pikepdf.Pdf) -> tuple[tuple[Object, ...], tuple[Object, ...]]:
    """Return the layers of a file, and those that it does not show."""
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return (), ()
    layers = tuple(properties.get("/OCGs", Array()))
    usual = properties.get("/D", Dictionary())
    if usual.get("/BaseState") == Name.OFF:
        shown = {layer.objgen for layer in usual.get("/ON", Array())}
        return layers, tuple(layer for layer in layers if layer.objgen not in shown)
    return layers, tuple(usual.get("/OFF", Array()))


def _contents(page: pikepdf.Page) -> list[Stream]:
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, Array) else [contents]
    return [part for part in parts if isinstance(part, Stream)]


def _bounded(stream: Stream) -> bool:
    """Tell whether a drawing unfolds into a size that can be held."""
    filters = stream.get("/Filter", Array())
    names = list(filters) if isinstance(filters, Array) else [filters]
    packed = [name for name in names if name in (Name.FlateDecode, Name.LZWDecode)]
    if len(packed) > 1:
        return False
    if names[:1] != [Name.FlateDecode]:
        return len(stream.read_raw_bytes()) < _LARGEST_PAGE // 64
    unpacked = zlib.decompressobj()
    unpacked.decompress(stream.read_raw_bytes(), _LARGEST_PAGE)
    return not unpacked.unconsumed_tail


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
    out = io.BytesIO()
    canvas = Canvas(out, (width, height), invariant=1)
    canvas.drawImage(ImageReader(image), 0, 0, width, height)
    canvas.save()
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
