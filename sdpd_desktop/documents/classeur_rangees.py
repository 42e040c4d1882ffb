"""Gathers the rows of a workbook, whatever format they come from; in the child process only."""

import datetime as dt
import math
import re
from dataclasses import dataclass, field
from typing import Any

from sdpd_desktop.documents.classeur_donnees import GENERAL, address
from sdpd_desktop.documents.preflight import RESAVE, RefusError
from sdpd_desktop.domain.texte import NBSP

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAX_CELLS, MAX_ROWS, MAX_SHEETS, MAX_RANGES = 700_000, 100_000, 256, 20_000
MAX_TEXT, MAX_CELL_TEXT = 30_000_000, 40_000
ILLISIBLE, HORS_LIMITES = "valeur illisible", "date hors limites"
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_ERREURS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_HOLES = 8


@dataclass
class Compte:
    """What a whole workbook holds so far; a bomb is refused before it fills the memory."""

    cellules: int = 0
    lignes: int = 0
    textes: int = 0
    plages: int = 0
    noms: set[str] = field(default_factory=set)

    def check(self) -> None:
        """Refuse a workbook that holds more than any return.

        Raises:
            RefusError: It does.
        """
        for count, most, what in (
            (self.cellules, MAX_CELLS, "cellules"),
            (self.lignes, MAX_ROWS, "lignes"),
            (self.textes, MAX_TEXT, "caractères de texte"),
        ):
            if count > most:
                raise RefusError(f"il contient plus de {most} {what}. {RESAVE}")
        if self.plages > MAX_RANGES:
            raise RefusError(f"il fusionne, lie ou contrôle plus de {MAX_RANGES} plages. {RESAVE}")


class Rangees:
    """One sheet being read: rows and cells come in any order and leave in theirs."""

    def __init__(self, nom: str, compte: Compte, *, masquee: bool = False) -> None:
        if nom.casefold() in compte.noms:
            raise RefusError(f"deux feuilles portent le nom «{NBSP}{nom[:40]}{NBSP}». {RESAVE}")
        compte.noms.add(nom.casefold())
        if len(compte.noms) > MAX_SHEETS:
            raise RefusError(f"il contient plus de {MAX_SHEETS} feuilles. {RESAVE}")
        self.nom, self.masquee, self._compte = nom, masquee, compte
        self.lignes_masquees: list[int] = []
        self.colonnes_masquees: list[int] = []
        self.fusions: list[str] = []
        self._rows: list[list[Any]] = []
        self._in_order = True

    def add(self, numero: int, places: list[int], brut: list[Any]) -> None:
        """Add the cells of a row that hold anything; both lists are kept.

        Raises:
            RefusError: One place is there twice.
        """
        if not places:
            return
        rows = self._rows
        if rows and rows[-1][0] >= numero:
            self._in_order = False
        if sorted(set(places)) != places:
            places, brut = self._sorted(numero, places, brut)
        rows.append([numero, places, brut])

    def _sorted(
        self, numero: int, places: list[int], brut: list[Any]
    ) -> tuple[list[int], list[Any]]:
        cells: dict[int, Any] = {}
        for place, value in zip(places, brut, strict=True):
            if place in cells:
                raise RefusError(
                    f"la cellule {self.nom}!{address(numero, place)} y figure deux fois. {RESAVE}"
                )
            cells[place] = value
        order = sorted(cells)
        return order, [cells[place] for place in order]

    def merge(self, reference: str) -> None:
        """Note a merged range.

        Raises:
            RefusError: It is no range.
        """
        if len(corners(reference)) != 2:
            raise RefusError(
                f"la plage fusionnée «{NBSP}{reference[:40]}{NBSP}» de la feuille "
                f"«{NBSP}{self.nom}{NBSP}» est illisible. {RESAVE}"
            )
        self.fusions.append(reference)

    def hide_columns(self, first: int, last: int) -> None:
        """Note columns that are hidden.

        Raises:
            RefusError: More are, in all, than a sheet has.
        """
        self.colonnes_masquees += range(first, min(last, LAST_COLUMN) + 1)
        if len(self.colonnes_masquees) > LAST_COLUMN:
            raise RefusError(
                f"les colonnes de la feuille «{NBSP}{self.nom}{NBSP}» se recouvrent. {RESAVE}"
            )

    def sent(self) -> dict[str, Any]:
        """Return the sheet as it goes to the parent process."""
        rows = self._rows if self._in_order else self._reordered()
        for row in rows:
            places = row[1]
            first, wide = places[0], places[-1] - places[0] + 1
            if wide == len(places):
                row[1] = first
            elif wide <= 2 * len(places) + _HOLES:
                full: list[Any] = [None] * wide
                for place, brut in zip(places, row[2], strict=True):
                    full[place - first] = brut
                row[1:] = first, full
        return {
            "nom": self.nom,
            "masquee": self.masquee,
            "lignes_masquees": self.lignes_masquees,
            "colonnes_masquees": self.colonnes_masquees,
            "fusions": self.fusions,
            "rangees": rows,
        }

    def _reordered(self) -> list[list[Any]]:
        rows: dict[int, tuple[list[int], list[Any]]] = {}
        for numero, places, brut in self._rows:
            known = rows.setdefault(numero, ([], []))
            known[0].extend(places)
            known[1].extend(brut)
        return [[numero, *self._sorted(numero, *rows[numero])] for numero in sorted(rows)]


def corners(reference: str) -> tuple[tuple[int, int], ...]:
    """Return the (row, column) of both ends of « A1:B2 », or of « A1 »; () for anything else."""
    found = [parse_address(corner) for corner in reference.split(":")]
    ends = tuple(corner for corner in found if corner is not None)
    return (ends * 2)[:2] if len(ends) == len(found) in (1, 2) else ()


def parse_address(text: str) -> tuple[int, int] | None:
    """Return (row, column) of « C12 », from 1; None for anything else."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def encode(value: Any, shown: str = "") -> Any:
    """Return a value as it travels; all readers meet here.

    A whole number becomes an int and a date at midnight a date, so that a workbook saved by
    another program reads the same.
    """
    match value:
        case str():
            return value
        case bool():
            return ["b", value, shown]
        case float() if value.is_integer() and abs(value) < 1e15:
            return encode(int(value), shown)
        case float() if not math.isfinite(value):  # Only a binary file can hold one.
            return illisible(str(value))
        case int() | float():
            return value if shown in ("", GENERAL) else ["n", value, shown]
        case dt.datetime() if value.time() == dt.time():
            return ["d", value.date().isoformat(), shown]
        case dt.datetime():
            return ["D", value.isoformat(), shown]
        case dt.date():
            return ["d", value.isoformat(), shown]
        case dt.time():
            return ["t", value.isoformat(), shown]
        case dt.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            hours, minutes = divmod(minutes, 60)
            return f"{hours}:{minutes:02}:{seconds:02}"
        case _:
            return illisible(str(value))


def illisible(texte: str, erreur: str = ILLISIBLE) -> Any:
    """Return the value of a cell whose content means nothing, which its text still shows."""
    return ["e", erreur, texte[:100]]


def encode_date(jours: float, texte: str, shown: str, *, depuis_1904: bool, duree: bool) -> Any:
    """Return a date, an hour or a duration as it travels, from its count of days."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    epoch = CALENDAR_MAC_1904 if depuis_1904 else CALENDAR_WINDOWS_1900
    try:
        return encode(from_excel(jours, epoch, timedelta=duree), shown)
    except (OverflowError, ValueError):
        return illisible(texte, HORS_LIMITES)


def encode_erreur(code: int) -> Any:
    """Return an error as it travels, from its number in the binary formats."""
    return ["e", _ERREURS.get(code, "#VALEUR!"), ""]


def texte_binaire(text: str) -> str:
    """Return a text as an XML format would give it: it can hold no control character."""
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", une_fin_de_ligne(text))


def une_fin_de_ligne(text: str) -> str:
    """Return a text whose lines are ended by one character alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
