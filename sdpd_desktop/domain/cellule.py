"""A cell as received; alone here, so that the child that reads workbooks starts at once."""

import datetime as dt
from typing import NamedTuple

CellValue = str | int | float | bool | dt.datetime | dt.date | dt.time | None


class Cellule(NamedTuple):
    """A cell as received.

    Attributes:
        valeur: The stored value: text stays text, a number stays a number.
        format: Excel number format, "" where the reader gives none.
        texte: What the cell shows, as far as its value and format tell.
        erreur: « #N/A » and the like, or "".
        formule_sans_resultat: True for a formula whose result was not stored.
    """

    feuille: str
    adresse: str
    ligne: int
    colonne: int
    valeur: CellValue
    format: str
    texte: str
    erreur: str = ""
    formule_sans_resultat: bool = False

    @property
    def lieu(self) -> str:
        """Where it stands: « Indicateurs!E12 »."""
        return f"{self.feuille}!{self.adresse}"
