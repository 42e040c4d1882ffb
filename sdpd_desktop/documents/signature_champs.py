"""Empty signature fields: the places that a layout keeps for them, and themselves in the file."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String
from reportlab.platypus import Flowable
from typing_extensions import override

from sdpd_desktop.documents.pdf_balisage import Balisage, Balise
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.signature import ChampSignature
from sdpd_desktop.domain.texte import NBSP, quote

_PRINTED_AND_LOCKED = 4 | 128


@dataclass(frozen=True)
class Place:
    """Where a layout lets someone sign: a page, from 0, and a rectangle in points."""

    page: int
    cadre: tuple[float, float, float, float]


class PlaceSignature(Flowable):
    """Draws nothing: notes under a field's name where on the pages it came to stand.

    In a tagged document it keeps the field's place in the order of reading, too.
    """

    def __init__(self, nom: str, hauteur: float, places: dict[str, Place]) -> None:
        super().__init__()
        self._nom, self.height, self._places = nom, hauteur, places

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        """Note where the flowable came to stand."""
        canvas: Any = self.canv
        x, y = canvas.absolutePosition(0, 0)
        edges = (x, y, x + self.width, y + self.height)
        left, bottom, right, top = (round(edge, 2) for edge in edges)
        self._places[self._nom] = Place(canvas.getPageNumber() - 1, (left, bottom, right, top))
        balisage: Balisage | None = getattr(canvas, "balisage", None)
        if balisage is not None:
            balisage.placer(Balise("Form", alt=self._nom))


def preparer(data: bytes, champs: Sequence[ChampSignature], places: Mapping[str, Place]) -> bytes:
    """Return the document with an empty signature field at the place of each one.

    A tagged document stays so: each field is in its structure, with its name read aloud.

    Raises:
        ValidationError: The layout kept no place for a field.
    """
    for champ in champs:
        if champ.nom not in places:
            raise ValidationError(
                "champ",
                f"Le document ne garde aucune place pour la signature de {quote(champ.qualite)}"
                f"{NBSP}: ajoutez ce signataire à la convention.",
            )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        widgets, kept = Array(), _elements(pdf)
        for champ in champs:
            widgets.append(_champ(pdf, champ, places[champ.nom], kept))
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=widgets, SigFlags=0))
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _elements(pdf: pikepdf.Pdf) -> dict[str, Object]:
    """Return the elements that keep the places of fields in the structure, by name of field."""
    found = (thing for thing in pdf.objects if isinstance(thing, Dictionary))
    return {
        str(element.Alt): element
        for element in found
        if element.get("/S") == Name.Form and "/Alt" in element and "/K" not in element
    }


def _champ(
    pdf: pikepdf.Pdf, champ: ChampSignature, place: Place, elements: Mapping[str, Object]
) -> Object:
    page = pdf.pages[place.page].obj
    left, bottom, right, top = place.cadre
    blank = Stream(pdf, b"")
    blank.Type, blank.Subtype = Name.XObject, Name.Form
    blank.BBox = Array([0, 0, right - left, top - bottom])
    widget = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(champ.nom),
            TU=String(champ.qualite),
            Rect=Array(place.cadre),
            F=_PRINTED_AND_LOCKED,
            P=page,
            AP=Dictionary(N=blank),
        )
    )
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(widget)
    if champ.nom in elements:
        _etiqueter(pdf, page, widget, elements[champ.nom])
    return widget


def _etiqueter(pdf: pikepdf.Pdf, page: Object, widget: Object, element: Object) -> None:
    """Put the field into the element that keeps its place."""
    root = pdf.Root.StructTreeRoot
    key = int(root.ParentTreeNextKey)
    element.Pg, element.Alt = page, widget.TU
    element.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=page)
    widget.StructParent = key
    pikepdf.NumberTree(root.ParentTree)[key] = element
    root.ParentTreeNextKey = key + 1
