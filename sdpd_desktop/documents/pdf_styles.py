"""Colours, measures and paragraph styles of PDF documents."""

from functools import cache
from typing import Literal

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from sdpd_desktop.documents.pdf_balisage import Alinea, alinea
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, GRAS, ITALIQUE, ROMAIN, fonte, verifier
from sdpd_desktop.documents.typographie import balises, francais

MARINE = HexColor("#14254f")
BLEU = HexColor("#1f3d8f")
BLEU_VIF = HexColor("#5b7fd6")
BLEU_CLAIR = HexColor("#aebfe8")
BLEU_PALE = HexColor("#e6ebf7")
BLEU_TRES_PALE = HexColor("#f4f6fb")
ENCRE = HexColor("#161a23")
GRIS = HexColor("#515b6b")
FILET = HexColor("#d7dbe3")
ROUGE = HexColor("#b42318")
OCRE = HexColor("#8a5300")
VERT = HexColor("#1a6b3c")

MARGE = 20 * mm
LARGEUR_UTILE = 170 * mm

Alignement = Literal[0, 1, 2]


def _style(
    nom: str,
    taille: float,
    interligne: float,
    police: str = ROMAIN,
    couleur: Color = ENCRE,
    avant: float = 0,
    apres: float = 0,
    alignement: Alignement = 0,
    retrait: float = 0,
) -> ParagraphStyle:
    return ParagraphStyle(
        nom,
        fontName=police,
        bulletFontName=ROMAIN,
        fontSize=taille,
        leading=interligne,
        textColor=couleur,
        spaceBefore=avant,
        spaceAfter=apres,
        alignment=alignement,
        leftIndent=retrait,
        allowWidows=0,
        allowOrphans=0,
        uriWasteReduce=0,
    )


TEXTE = _style("texte", 10, 14, apres=5)
CHAPEAU = _style("chapeau", 11.5, 16, couleur=GRIS, apres=6)
NOTE = _style("note", 8.5, 11.5, couleur=GRIS, apres=4)
PUCE = _style("puce", 10, 14, apres=2, retrait=12)
SURTITRE = _style("surtitre", 9, 12, DEMI_GRAS, BLEU, apres=4)
SURTITRE_CLAIR = _style("surtitre clair", 9.5, 13, DEMI_GRAS, BLEU_CLAIR, apres=4)
TITRE_CLAIR = _style("titre clair", 28, 33, GRAS, white, apres=6)
CHAPEAU_CLAIR = _style("chapeau clair", 12.5, 17, couleur=BLEU_PALE)
TITRE_MOYEN = _style("titre moyen", 19, 23, GRAS, MARINE, apres=5)
H1 = _style("h1", 14, 18, GRAS, MARINE, avant=16, apres=6)
H2 = _style("h2", 11, 14, DEMI_GRAS, BLEU, avant=10, apres=4)
CELLULE = _style("cellule", 8.5, 11)
CELLULE_DROITE = _style("cellule droite", 8.5, 11, alignement=TA_RIGHT)
CELLULE_CENTRE = _style("cellule centre", 8.5, 11, alignement=TA_CENTER)
CELLULE_FORTE = _style("cellule forte", 8.5, 11, DEMI_GRAS)
CELLULE_FORTE_DROITE = _style("cellule forte droite", 8.5, 11, DEMI_GRAS, alignement=TA_RIGHT)
CELLULE_NOTE = _style("cellule note", 7.5, 9.5, couleur=GRIS)
CELLULE_MESURE = _style("cellule mesure", 8.5, 11, retrait=8)
CELLULE_NOTE_DROITE = _style("cellule note droite", 7.5, 9.5, couleur=GRIS, alignement=TA_RIGHT)
NOTE_MESURE = _style("note mesure", 7.5, 9.5, couleur=GRIS, retrait=8)
ENTETE = _style("entete", 8, 10, DEMI_GRAS, MARINE)
ENTETE_DROITE = _style("entete droite", 8, 10, DEMI_GRAS, MARINE, alignement=TA_RIGHT)
GROUPE = _style("groupe", 9, 11.5, DEMI_GRAS, BLEU)
LETTRE = _style("lettre", 10, 13, DEMI_GRAS, MARINE)
LETTRE_DROITE = _style("lettre droite", 10, 13, DEMI_GRAS, MARINE, alignement=TA_RIGHT)
ETIQUETTE = _style("etiquette", 8.5, 12, couleur=GRIS)
CHIFFRE = _style("chiffre", 20, 24, GRAS, MARINE)
QUALITE = _style("qualite", 10, 13, DEMI_GRAS)
NOM = _style("nom", 10, 13)
MENTION_SIGNATURE = _style("mention signature", 7.5, 10, ITALIQUE, GRIS)

# The title of a document is its first heading; parts and their headings come below.
_ROLES = {
    TITRE_CLAIR.name: "H1",
    TITRE_MOYEN.name: "H1",
    H1.name: "H2",
    H2.name: "H3",
}

_CELLULES: tuple[tuple[ParagraphStyle, Alignement], ...] = (
    (CELLULE, 0),
    (CELLULE_DROITE, TA_RIGHT),
)
_TONS = {
    ton: {
        style.name: _style(
            f"{style.name} {ton}", 8.5, 11, DEMI_GRAS, couleur, alignement=alignement
        )
        for style, alignement in _CELLULES
    }
    for ton, couleur in (("rouge", ROUGE), ("ocre", OCRE), ("vert", VERT), ("gris", GRIS))
}


def ton(style: ParagraphStyle, nom: str) -> ParagraphStyle:
    """Return a cell style in a state's colour: rouge, ocre, vert or gris; "" leaves it."""
    return _TONS[nom][style.name] if nom else style


def paragraphe(texte: str, style: ParagraphStyle = TEXTE, puce: str = "") -> Alinea:
    """Set a text, the one door by which text enters a page.

    Raises:
        ValidationError: A character is missing from the typeface.
    """
    verifier(francais(texte) + puce)
    role = _ROLES.get(style.name, "P")
    set_in = _habiller(style, fonte(style.fontName), fonte(ROMAIN))
    return alinea(balises(texte), set_in, role, puce)


@cache
def _habiller(style: ParagraphStyle, police: str, puce: str) -> ParagraphStyle:
    """Return the style in a face of the document's typeface."""
    return style.clone(style.name, fontName=police, bulletFontName=puce)
