"""Reads the binary workbooks, .xls and .xlsb; runs in the child process only.

xlrd tells of an .xls all that we need: errors, formats, hidden rows. Nothing tells as much of an
.xlsb; what calamine leaves out is said to the reader.
"""

import io
import zipfile
from typing import Any

from sdpd_desktop.documents.classeur_donnees import GENERAL, address
from sdpd_desktop.documents.classeur_rangees import (
    HORS_LIMITES,
    LAST_COLUMN,
    LAST_ROW,
    MAX_CELL_TEXT,
    MAX_CELLS,
    Compte,
    Rangees,
    encode,
    illisible,
)
from sdpd_desktop.documents.preflight import PASSWORD, RESAVE, RefusError
from sdpd_desktop.domain.texte import insecable

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XLSB = insecable(
    "Ce classeur est au format binaire .xlsb, qui ne laisse lire ni les erreurs de formules, ni "
    "les pourcentages, ni les lignes masquées : vérifiez les taux, ou demandez-le en .xlsx."
)
_FRENCH = {"m/d/yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}


def read_xls(octets: bytes) -> dict[str, Any]:
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
            return cell.value.replace("\r\n", "\n").replace("\r", "\n") or None
        case xlrd.XL_CELL_NUMBER:
            return encode(float(cell.value), _format(book, cell))
        case xlrd.XL_CELL_DATE:
            return _date(book, cell)
        case xlrd.XL_CELL_BOOLEAN:
            return encode(bool(cell.value))
        case xlrd.XL_CELL_ERROR:
            return ["e", xlrd.error_text_from_code.get(cell.value, "#VALEUR!"), ""]
        case _:
            return None


def _date(book: Any, cell: Any) -> Any:
    from openpyxl.styles.numbers import is_timedelta_format
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    shown = _format(book, cell)
    epoch = CALENDAR_MAC_1904 if book.datemode else CALENDAR_WINDOWS_1900
    try:
        return encode(from_excel(cell.value, epoch, bool(is_timedelta_format(shown))), shown)
    except (OverflowError, ValueError):
        return illisible(repr(cell.value), HORS_LIMITES)


def _format(book: Any, cell: Any) -> str:
    shown = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    return _FRENCH.get(shown, shown) or GENERAL


def read_xlsb(archive: zipfile.ZipFile) -> dict[str, Any]:
    """Read a binary workbook of today.

    Raises:
        RefusError: It is damaged or holds too much.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    assert archive.fp is not None
    archive.fp.seek(0)
    book = CalamineWorkbook.from_filelike(archive.fp)
    compte = Compte()
    feuilles = []
    for index, meta in enumerate(book.sheets_metadata):
        if meta.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_index(index)
        masquee = meta.visible is not SheetVisibleEnum.Visible
        rangees = Rangees(meta.name, compte, masquee=masquee)
        end = sheet.end or (0, 0)
        if end[0] >= LAST_ROW or end[1] >= LAST_COLUMN or sheet.height * sheet.width > MAX_CELLS:
            raise RefusError(f"il contient plus de {MAX_CELLS} cellules. {RESAVE}")
        top, left = sheet.start or (0, 0)
        for numero, row in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
            filled = [(left + i, value) for i, value in enumerate(row, 1) if value != ""]
            for column, value in filled:
                if isinstance(value, str):
                    _take(compte, value, meta.name, numero, column)
            compte.lignes += 1
            rangees.add(numero, [c for c, _ in filled], [encode(value) for _, value in filled])
            compte.check()
        feuilles.append(rangees.sent())
    if not feuilles:
        raise RefusError(f"il ne contient aucune feuille de calcul. {RESAVE}")
    return {"feuilles": feuilles, "proprietes": {}, "remarques": [XLSB]}
