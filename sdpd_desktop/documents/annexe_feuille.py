"""The numbered sheet before an annex, and the list of annexes.

They are the same in the convention's own pages and in a liasse.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents.pdf_styles import CHAPEAU, SURTITRE, TITRE_MOYEN, paragraphe
from sdpd_desktop.documents.pdf_tableau import Cellule, Colonne, Rangee, fiche, tableau

_HAUT = 120  # points left above what a sheet says


class Annexe(Protocol):
    """An annex, of whichever document; ``integrante`` tells whether it is of the convention."""

    @property
    def numero(self) -> int:
        """Its number, by which it is referred to."""

    @property
    def titre(self) -> str:
        """Its title."""

    @property
    def integrante(self) -> bool:
        """Whether it forms part of the convention."""


def entete(annexe: Annexe, rattachement: str) -> str:
    """Return what stands above its pages: « Annexe n° 2 à la convention … »."""
    return f"Annexe n° {annexe.numero} {rattachement}"


def intitule(annexe: Annexe) -> str:
    """Return its entry of the outline."""
    return f"Annexe n° {annexe.numero} – {annexe.titre}"


def feuille(
    annexe: Annexe, rattachement: str, contenu: str, suite: Sequence[tuple[str, Cellule]] = ()
) -> list[Flowable]:
    """Return what its sheet says; ``contenu`` how long it is, ``suite`` what more is known."""
    bound = "fait partie de la convention" if annexe.integrante else "jointe pour information"
    return [
        Spacer(0, _HAUT),
        paragraphe(entete(annexe, rattachement).upper(), SURTITRE),
        paragraphe(f"Annexe n° {annexe.numero}", TITRE_MOYEN),
        paragraphe(annexe.titre, CHAPEAU),
        Spacer(0, 10),
        fiche([("Statut", bound), ("Contenu", contenu), *suite]),
    ]


def liste(
    annexes: Iterable[Annexe], pages: Mapping[int, str], feuilles: Mapping[int, int]
) -> Flowable:
    """Return the list of annexes.

    By number, ``pages`` tells how many each fills and ``feuilles`` on which page its sheet is;
    none where the annexes do not follow.
    """
    columns = [
        Colonne("N°", 8), Colonne("Annexe", 64), Colonne("Fait partie de la convention", 34),
        Colonne("Pages", 16, droite=True),
    ]  # fmt: skip
    if feuilles:
        columns.append(Colonne("À la page", 16, droite=True))
    rows = []
    for annexe in annexes:
        bound = "oui" if annexe.integrante else "non"
        cells = [str(annexe.numero), annexe.titre, bound, pages[annexe.numero]]
        if feuilles:
            cells.append(str(feuilles[annexe.numero]))
        rows.append(Rangee(tuple(cells)))
    return tableau(columns, rows)
