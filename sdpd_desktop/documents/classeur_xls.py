"""Reads the workbooks of Excel 97-2003; runs in the child process only."""

import io
from typing import Any

from sdpd_desktop.documents.classeur_donnees import GENERAL, address
from sdpd_desktop.documents.classeur_rangees import (
    MAX_CELL_TEXT,
    Compte,
    Rangees,
    encode,
    encode_date,
    encode_erreur,
    texte_binaire,
)
from sdpd_desktop.documents.preflight import PASSWORD, RESAVE, RefusError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FRENCH = {"m/d/yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}


def read(octets: bytes) -> dict[str, Any]:
    """Read an Excel 97-2003 workbook.

    Raises:
        RefusError: It is encrypted, damaged, or no workbook.
    """
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        book = xlrd.open_workbook(
            file_contents=octets, formatting_info=True, logfile=io.StringIO(), on_demand=True,
            # Else one far cell would fill the sheet up to it.
            ragged_rows=True,
        )  # fmt: skip
    except xlrd.XLRDError as error:
        if "ncrypt" in str(error) or "assword" in str(error):
            raise RefusError(PASSWORD) from error
        if "Can't find workbook" in str(error):
            raise RefusError(
                "c'est un document d'un ancien format d'Office, non un classeur. Demandez au "
                "partenaire le classeur rempli."
            ) from error
        raise RefusError(f"il est abîmé ou incomplet. {RESAVE}") from error
    except CompDocError as error:
        raise RefusError(f"il est abîmé ou incomplet. {RESAVE}") from error
    compte = Compte()
    feuilles = []
    for index in range(book.nsheets):
        sheet = book.sheet_by_index(index)
        feuilles.append(_read_sheet(book, sheet, compte))
        book.unload_sheet(index)
    if not feuilles:
        raise RefusError(f"il ne contient aucune feuille de calcul. {RESAVE}")
    properties: dict[str, str] = {}
    return {"feuilles": feuilles, "proprietes": properties}


def _read_sheet(book: Any, sheet: Any, compte: Compte) -> dict[str, Any]:
    rangees = Rangees(sheet.name, compte, masquee=bool(sheet.visibility))
    for numero in range(sheet.nrows):
        places, brut = [], []
        compte.lignes += 1
        compte.cellules += sheet.row_len(numero)
        for column, cell in enumerate(sheet.row(numero)):
            found = _value(book, cell)
            if found is not None:
                if isinstance(found, str):
                    _take(compte, found, sheet.name, numero + 1, column + 1)
                places.append(column + 1)
                brut.append(found)
        rangees.add(numero + 1, places, brut)
        compte.check()
    rangees.lignes_masquees += [row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden]
    rangees.colonnes_masquees += [
        column + 1 for column, info in sheet.colinfo_map.items() if info.hidden
    ]
    compte.plages += len(sheet.merged_cells)
    compte.check()
    for top, bottom, left, right in sheet.merged_cells:
        rangees.merge(f"{address(top + 1, left + 1)}:{address(bottom, right)}")
    return rangees.sent()


def _take(compte: Compte, text: str, feuille: str, row: int, column: int) -> None:
    compte.textes += len(text)
    if len(text) > MAX_CELL_TEXT:
        raise RefusError(
            f"la cellule {feuille}!{address(row, column)} contient un texte démesuré. {RESAVE}"
        )


def _value(book: Any, cell: Any) -> Any:
    import xlrd

    match cell.ctype:
        case xlrd.XL_CELL_TEXT:
            return texte_binaire(cell.value) or None
        case xlrd.XL_CELL_NUMBER:
            return encode(float(cell.value), _format(book, cell))
        case xlrd.XL_CELL_DATE:
            return _date(book, cell)
        case xlrd.XL_CELL_BOOLEAN:
            return encode(bool(cell.value))
        case xlrd.XL_CELL_ERROR:
            return encode_erreur(cell.value)
        case _:
            return None


def _date(book: Any, cell: Any) -> Any:
    from openpyxl.styles.numbers import is_timedelta_format

    shown = _format(book, cell)
    duree = bool(is_timedelta_format(shown))
    return encode_date(
        cell.value, repr(cell.value), shown, depuis_1904=bool(book.datemode), duree=duree
    )


def _format(book: Any, cell: Any) -> str:
    shown = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    return _FRENCH.get(shown, shown) or GENERAL
