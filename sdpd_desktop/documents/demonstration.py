"""Reads the demonstration's script and plays the partner who fills a return workbook."""

import datetime as dt
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.retour_modele import mark


@dataclass(frozen=True)
class SaisieFictive:
    """What a partner types: in the row of ``objet`` (a code), as the cell type named."""

    objet: str
    colonne: str
    texte: str
    type: str

    @property
    def valeur(self) -> str | int | float | dt.date:
        """The value as the cell stores it."""
        match self.type:
            case "nombre":
                number = Decimal(self.texte)
                return int(number) if number == number.to_integral_value() else float(number)
            case "date":
                return dt.date.fromisoformat(self.texte)
        return self.texte


@dataclass(frozen=True)
class InsertionFictive:
    """A row the partner inserts above that of ``avant``, with a text of its own."""

    avant: str
    texte: str


@dataclass(frozen=True)
class RetourFictif:
    """A return as a partner sends it back, under a name of its choosing."""

    partenaire: str
    fichier: str
    saisies: tuple[SaisieFictive, ...]
    insertions: tuple[InsertionFictive, ...]


def read_script() -> dict[str, Any]:
    """Return the tables of ``resources/demonstration/demonstration.toml``."""
    path = asset_path("resources", "demonstration", "demonstration.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def returns_of(script: dict[str, Any]) -> tuple[RetourFictif, ...]:
    """Return the partners' returns of the script, in order."""
    return tuple(
        RetourFictif(
            retour["partenaire"],
            retour["fichier"],
            tuple(
                SaisieFictive(s["objet"], s["colonne"], s["texte"], s["type"])
                for s in retour.get("saisie", ())
            ),
            tuple(InsertionFictive(i["avant"], i["texte"]) for i in retour.get("insertion", ())),
        )
        for retour in script["retour"]
    )


def fill(blank: Path, retour: RetourFictif, codes: dict[str, str], out: Path) -> None:
    """Fill a blank return as the partner would, and save it as ``out``.

    ``codes`` gives the code of each indicator by its reference.

    Raises:
        KeyError: The script names a row that this return does not have.
    """
    from openpyxl import load_workbook

    book = load_workbook(blank)
    for saisie in retour.saisies:
        sheet, row, columns = _find(book.worksheets, codes.get(saisie.objet, saisie.objet))
        cell = sheet.cell(row, columns[mark(saisie.colonne)])
        cell.value = saisie.valeur
        if isinstance(saisie.valeur, str):
            cell.data_type = "s"
        elif isinstance(saisie.valeur, dt.date):
            cell.number_format = "dd/mm/yyyy"
    for insertion in retour.insertions:
        sheet, row, columns = _find(book.worksheets, codes.get(insertion.avant, insertion.avant))
        sheet.insert_rows(row)
        cell = sheet.cell(row, columns[mark("affiche")])
        cell.value = insertion.texte
        cell.data_type = "s"
    book.save(out)


def _find(sheets: Sequence[Any], code: str) -> tuple[Any, int, dict[str, int]]:
    """Return the sheet, row and columns by mark of the row that carries the code."""
    for sheet in sheets:
        columns: dict[str, int] = {}
        for row in sheet.iter_rows():
            values = {cell.value: cell.column for cell in row if isinstance(cell.value, str)}
            if mark("cle") in values:
                columns = values
            elif columns and sheet.cell(row[0].row, columns[mark("code")]).value == code:
                return sheet, row[0].row, columns
    raise KeyError(code)
