"""What is stamped on each side of a liasse: whose annex it is, its number, room for initials."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.documents.pdf_lignes import abreger, largeur
from sdpd_desktop.documents.pdf_page import PAGE_BLANCHE, Gabarit
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, ROMAIN, fonte, verifier
from sdpd_desktop.documents.pdf_styles import FILET, GRIS, MARGE, MARINE
from sdpd_desktop.documents.typographie import francais

HAUT, BAS, COTE = 14 * mm, 10 * mm, 8 * mm
PARAPHE = 18 * mm
_MARGE = 12 * mm
_PIED = 4.5 * mm
_TAILLE = 8
_FORT, _DISCRET = (DEMI_GRAS, MARINE), (ROMAIN, GRIS)
_ANY = 10_000.0  # a place that any text fits in


@dataclass(frozen=True)
class Tampon:
    """What one side bears.

    Attributes:
        annexe: « Annexe n° 2 à la convention … » above a page of someone else; "" on our own.
        nom: Of the file it comes from.
        blanche: Nothing else is on it.
    """

    largeur: float
    hauteur: float
    annexe: str = ""
    nom: str = ""
    blanche: bool = False


def tampons(faces: Sequence[Tampon], gabarit: Gabarit) -> bytes:
    """Return a page to lay over each side, of its size.

    Raises:
        ValidationError: A character is missing from the typeface.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for number, face in enumerate(faces, 1):
        canvas.setPageSize((face.largeur, face.hauteur))
        folio = f"liasse – page {number} / {len(faces)}"
        margin = _MARGE if face.annexe else MARGE
        _write(canvas, face.largeur - margin, _PIED, folio, _DISCRET, ancre=1)
        if face.annexe:
            _around(canvas, face, gabarit)
        elif face.blanche:
            middle = face.largeur / 2
            _write(canvas, middle, face.hauteur / 2, PAGE_BLANCHE, _DISCRET, ancre=0.5)
            for y in (face.hauteur - 9 * mm, _PIED):
                _write(canvas, middle, y, gabarit.mention.upper(), _FORT, ancre=0.5)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _around(canvas: Canvas, face: Tampon, gabarit: Gabarit) -> None:
    top, right = face.hauteur - 9 * mm, face.largeur - _MARGE
    room = face.largeur - 2 * _MARGE
    _write(canvas, _MARGE, top, face.annexe, _FORT, place=room * 0.6)
    _write(canvas, right, top, gabarit.mention.upper(), _FORT, place=room * 0.38, ancre=1)
    _write(canvas, _MARGE, _PIED, face.nom, _DISCRET, place=room * 0.7)
    canvas.setStrokeColor(FILET)
    canvas.setLineWidth(0.5)
    canvas.line(_MARGE, top - 2.2 * mm, right, top - 2.2 * mm)
    if gabarit.paraphe:
        canvas.rect(_MARGE, BAS, room, PARAPHE - 3 * mm)
        _write(canvas, _MARGE + 2 * mm, BAS + PARAPHE - 7 * mm, "Paraphes", _DISCRET)


def _write(
    canvas: Canvas,
    x: float,
    y: float,
    texte: str,
    encre: tuple[str, Color],
    *,
    place: float = _ANY,
    ancre: float = 0,
) -> None:
    """Write a text cut short to its place; ``ancre`` 0 starts, 0.5 is centred, 1 ends at ``x``."""
    police, couleur = encre
    text = abreger(verifier(francais(texte)), police, _TAILLE, place)
    canvas.setFont(fonte(police), _TAILLE)
    canvas.setFillColor(couleur)
    canvas.drawString(x - ancre * largeur(text, police, _TAILLE), y, text)
