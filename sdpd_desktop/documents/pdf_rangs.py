"""What the rows of a long table hold: texts broken into lines once, measured, ready to draw."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.documents.pdf_lignes import couper
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, ROMAIN, verifier
from sdpd_desktop.documents.pdf_styles import (
    BLEU,
    BLEU_PALE,
    ENCRE,
    GRIS,
    MARINE,
    OCRE,
    ROUGE,
    VERT,
)
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.rapport import Texte, Ton

DESSUS, DESSOUS = 3.0, 4.0  # points above and below the texts of a row
JAUGE, ECART_JAUGE = 3.2, 3.0  # its height, and what parts it from the text
_RETRAIT = 8.0
_TONS = {Ton.ROUGE: ROUGE, Ton.OCRE: OCRE, Ton.VERT: VERT, Ton.GRIS: GRIS}


@dataclass(frozen=True)
class Face:
    """How a run of lines is set."""

    police: str
    taille: float
    interligne: float
    couleur: Color


ENTETE = Face(DEMI_GRAS, 8, 10, MARINE)
GROUPE = Face(DEMI_GRAS, 9, 11.5, BLEU)
_CELLULE = Face(ROMAIN, 8.5, 11, ENCRE)
_FORTE = Face(DEMI_GRAS, 8.5, 11, ENCRE)
_NOTE = Face(ROMAIN, 7.5, 9.5, GRIS)
_FACES = {
    (fort, ton): replace(_FORTE, couleur=_TONS.get(ton, ENCRE)) if fort or ton else _CELLULE
    for fort in (False, True)
    for ton in Ton
}


@dataclass(frozen=True)
class Lignes:
    """Lines of one face, at an offset from the left of their cell."""

    face: Face
    lignes: tuple[str, ...]
    retrait: float

    @property
    def hauteur(self) -> float:
        """Their height, in points."""
        return len(self.lignes) * self.face.interligne


@dataclass(frozen=True)
class Case:
    """What a cell holds, top to bottom; a share is drawn below."""

    blocs: tuple[Lignes, ...]
    part: float | None = None

    @property
    def hauteur(self) -> float:
        """Its height, in points, without the margins of its row."""
        lines = sum(bloc.hauteur for bloc in self.blocs)
        return lines + (JAUGE + ECART_JAUGE if self.part is not None else 0)

    def couper(self, place: float) -> tuple["Case", "Case"]:
        """Return what fits in that height, and the rest."""
        kept: list[Lignes] = []
        left: list[Lignes] = []
        for bloc in self.blocs:
            fits = 0 if left else max(0, int(place / bloc.face.interligne))
            place -= bloc.face.interligne * min(fits, len(bloc.lignes))
            if bloc.lignes[:fits]:
                kept.append(replace(bloc, lignes=bloc.lignes[:fits]))
            if bloc.lignes[fits:]:
                left.append(replace(bloc, lignes=bloc.lignes[fits:]))
        return Case(tuple(kept)), Case(tuple(left), self.part)


@dataclass(frozen=True)
class Rang:
    """A row ready to draw.

    Attributes:
        numero: Of the row in its table; its halves, where it is cut, share it.
        annonce: It must not end a page: what it announces is below.
        etendue: One cell over the whole width.
    """

    numero: int
    cellules: tuple[Case, ...]
    hauteur: float
    dessus: float = DESSUS
    fond: Color | None = None
    annonce: bool = False
    etendue: bool = False


def mettre(texte: str, face: Face, place: float, retrait: float = 0.0) -> Lignes:
    """Break a text into lines of that width.

    Raises:
        ValidationError: A character is missing from the typeface.
    """
    checked = verifier(francais(texte))
    return Lignes(face, couper(checked, face.police, face.taille, place - retrait), retrait)


def case(cell: Texte, place: float) -> Case:
    """Set the text and the note of a cell.

    Raises:
        ValidationError: A character is missing from the typeface.
    """
    retrait = _RETRAIT if cell.retrait else 0.0
    blocs = []
    if cell.texte:
        blocs.append(mettre(cell.texte, _FACES[cell.fort, cell.ton], place, retrait))
    if cell.note:
        blocs.append(mettre(cell.note, _NOTE, place, retrait))
    return Case(tuple(blocs), cell.part)


def jauge(canvas: Canvas, x: float, y: float, width: float, part: float) -> None:
    """Draw a thin bar that shows a share, between 0 and 1."""
    radius = JAUGE / 2
    canvas.setFillColor(BLEU_PALE)
    canvas.roundRect(x, y, width, JAUGE, radius, stroke=0, fill=1)
    share = min(max(part, 0.0), 1.0)
    if share > 0:
        canvas.setFillColor(BLEU)
        canvas.roundRect(x, y, max(share * width, JAUGE), JAUGE, radius, stroke=0, fill=1)
