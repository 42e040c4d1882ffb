"""A workbook as received: its sheets, their rows as they came, and their cells made on demand.

Rows travel from the child process as JSON, which can carry no code. A row is
``[number, place, values]``: the place is its first column, or the list of its columns when it is
full of holes. A value is a text, a number, null, or ``[kind, value, format]``.
"""

import datetime as dt
import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from sdpd_desktop.domain.cellule import Cellule, CellValue
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.texte import NBSP

GENERAL = "General"


class Rangee(NamedTuple):
    """A row that holds anything.

    Attributes:
        places: Its columns, in order.
        brut: What they hold, as the child sent it; None for a hole.
    """

    numero: int
    places: Sequence[int]
    brut: Sequence[Any]

    @classmethod
    def of(cls, sent: Sequence[Any]) -> "Rangee":
        """Return the row that the child sent."""
        numero, place, brut = sent
        if isinstance(place, int):
            return cls(numero, range(place, place + len(brut)), brut)
        return cls(numero, place, brut)

    def en(self, colonne: int) -> Any:
        """Return what a column holds, as it came; None for nothing."""
        return self.brut[self.places.index(colonne)] if colonne in self.places else None

    def prendre(self, colonnes: Sequence[int]) -> list[Any]:
        """Return what these columns hold, as it came."""
        if isinstance(self.places, range):
            brut, first, count = self.brut, self.places.start, len(self.brut)
            return [brut[c - first] if 0 <= c - first < count else None for c in colonnes]
        return [self.en(colonne) for colonne in colonnes]


@dataclass(frozen=True)
class Feuille:
    """A sheet, in reading order.

    Attributes:
        lignes_masquees: Numbers of the rows that are hidden or filtered out.
        fusions: Merged ranges, « A1:B2 ».
    """

    nom: str
    masquee: bool
    lignes_masquees: frozenset[int]
    colonnes_masquees: frozenset[int]
    fusions: tuple[str, ...]
    rangees: tuple[Rangee, ...]

    def cellule(self, rangee: Rangee, colonne: int, brut: Any) -> Cellule:
        """Return a cell of one of the rows, of which it is told what it holds."""
        return _cellule(self.nom, rangee.numero, colonne, brut)

    def cellules_de(self, rangee: Rangee) -> tuple[Cellule, ...]:
        """Return the non-empty cells of one of the rows."""
        found = zip(rangee.places, rangee.brut, strict=True)
        return tuple(
            _cellule(self.nom, rangee.numero, place, brut)
            for place, brut in found
            if brut is not None
        )

    @property
    def cellules(self) -> Iterator[Cellule]:
        """The non-empty cells."""
        return (cell for rangee in self.rangees for cell in self.cellules_de(rangee))


@dataclass(frozen=True)
class Classeur:
    """A workbook as received.

    Attributes:
        empreinte: SHA-256 of the bytes, in hexadecimal.
        proprietes: Custom document properties, where the format gives them.
        remarques: French sentences on what its format does not let be read.
    """

    nom: str
    empreinte: str
    taille: int
    feuilles: tuple[Feuille, ...]
    proprietes: dict[str, str]
    remarques: tuple[str, ...] = ()


def texte_brut(brut: Any) -> str:
    """Return what a value shows, "" for None; the same text as its cell would have."""
    if isinstance(brut, str):
        return brut
    if brut is None:
        return ""
    if isinstance(brut, int | float):
        return texte_cellule(brut, GENERAL)
    kind, value, shown = brut
    if kind == "e":
        return str(shown or value)
    return texte_cellule(_decode(kind, value), shown)


def _cellule(feuille: str, ligne: int, colonne: int, brut: Any) -> Cellule:
    place = address(ligne, colonne)
    if isinstance(brut, str):
        return Cellule(feuille, place, ligne, colonne, brut, "", brut)
    if isinstance(brut, int | float):
        texte = texte_cellule(brut, GENERAL)
        return Cellule(feuille, place, ligne, colonne, brut, GENERAL, texte)
    kind, value, shown = brut
    if kind == "e":  # For an error, what is shown stands where the format would.
        return Cellule(feuille, place, ligne, colonne, None, "", shown or value, value)
    if kind == "f":
        return Cellule(feuille, place, ligne, colonne, None, "", "", "", True)
    known = _decode(kind, value)
    texte = texte_cellule(known, shown)
    return Cellule(feuille, place, ligne, colonne, known, shown, texte)


def _decode(kind: str, value: Any) -> CellValue:
    match kind:
        case "b":
            return bool(value)
        case "n":
            return float(value) if isinstance(value, float) else int(value)
        case "d":
            return dt.date.fromisoformat(value)
        case "D":
            return dt.datetime.fromisoformat(value)
        case "t":
            return dt.time.fromisoformat(value)
        case _:
            return None


def texte_cellule(value: CellValue, shown: str) -> str:
    """Return what the cell shows, as far as its value and number format tell.

    Digits are not rounded to the format: what is stored is what is said.
    """
    match value:
        case None:
            return ""
        case bool():
            return "VRAI" if value else "FAUX"
        case int() | float():
            if "%" in shown:
                return f"{_plain(Decimal(repr(value)) * 100)}{NBSP}%"
            if isinstance(value, int) and abs(value) < 10**18:
                return str(value)
            return _plain(Decimal(repr(value)))
        case dt.datetime():
            return f"{format_date(value.date())} {value:%H:%M}"
        case dt.date():
            return format_date(value)
        case dt.time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def _plain(number: Decimal) -> str:
    if not number.is_finite() or number.adjusted() > 18 or number.adjusted() < -12:
        return str(number)
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def address(ligne: int, colonne: int) -> str:
    """Return « C12 » for row 12, column 3."""
    return f"{lettres(colonne)}{ligne}"


@functools.cache
def lettres(colonne: int) -> str:
    """Return « C » for column 3."""
    letters = ""
    while colonne:
        colonne, rest = divmod(colonne - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
