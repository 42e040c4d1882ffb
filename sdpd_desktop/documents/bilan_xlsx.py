"""The bilan of a plan as a workbook, ready to sort, to filter and to print."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.documents import bilan_contenu as contenu
from sdpd_desktop.documents import bilan_feuilles
from sdpd_desktop.documents.bilan_feuilles import TEXTE, Colonne, Feuille, Valeur
from sdpd_desktop.documents.classeur_ecriture import put_text, save
from sdpd_desktop.domain.bilan import Bilan
from sdpd_desktop.domain.dates import format_date

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MARINE, _PALE, _LINE, _GREY = "14254F", "E6EBF7", "D7DBE3", "515B6B"
_FONT = "Calibri"
_HEADER_ROW = 4
_PAPER_A4 = "9"
_LINE_HEIGHT, _TALLEST_ROW = 13.5, 409.0  # points; the latter is the format's own limit


def write(bilan: Bilan, out: Path) -> None:
    """Write the workbook in place of what ``out`` was: whole, or not at all.

    Raises:
        ValidationError: A part of the bilan has an unknown name.
        StorageError: The folder is missing or read-only, the disk full, the file open elsewhere.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = bilan.bureau
    book.properties.title = f"{contenu.titre(bilan)} – {bilan.plan.titre}"
    book.properties.language = "fr-FR"
    _summary(book, bilan)
    for sheet in bilan_feuilles.feuilles(bilan):
        _table(book, bilan, sheet)
    save(book, out, bilan.arrete_le)


def _summary(book: "Workbook", bilan: Bilan) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = _sheet(book, bilan, "Synthèse", bilan.plan.titre)
    rows = bilan_feuilles.synthese(bilan)
    for number, (label, value, shape) in enumerate(rows, _HEADER_ROW):
        if not label:
            continue
        title = sheet.cell(number, 1)
        put_text(title, label)
        title.font = Font(name=_FONT, size=10, color=_GREY)
        title.alignment = Alignment(vertical="top")
        cell = sheet.cell(number, 2)
        _put(cell, value, shape)
        cell.font = Font(name=_FONT, size=11, bold=shape != TEXTE)
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    sheet.column_dimensions["A"].width = 32
    sheet.column_dimensions["B"].width = 90


def _table(book: "Workbook", bilan: Bilan, feuille: Feuille) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    sheet = _sheet(book, bilan, feuille.nom, feuille.nom)
    rule = Border(bottom=Side("thin", color=_LINE))
    for place, column in enumerate(feuille.colonnes, 1):
        cell = sheet.cell(_HEADER_ROW, place)
        put_text(cell, column.titre)
        cell.font = Font(name=_FONT, size=10, bold=True, color=_MARINE)
        cell.fill = PatternFill("solid", start_color=_PALE)
        is_figure = column.format not in (TEXTE, bilan_feuilles.DATE)
        cell.alignment = Alignment(
            horizontal="right" if is_figure else "left",
            indent=0 if is_figure else 1,
            vertical="center",
            wrap_text=True,
        )
        cell.border = Border(bottom=Side("medium", color=_MARINE))
        sheet.column_dimensions[get_column_letter(place)].width = column.largeur
    sheet.row_dimensions[_HEADER_ROW].height = 30
    body = Font(name=_FONT, size=10)
    for number, row in enumerate(feuille.rangees, _HEADER_ROW + 1):
        for place, (value, column) in enumerate(zip(row, feuille.colonnes, strict=True), 1):
            cell = sheet.cell(number, place)
            _put(cell, value, column.format)
            cell.font = body
            cell.border = rule
            is_figure = isinstance(value, int | float | Decimal)
            cell.alignment = Alignment(
                horizontal="right" if is_figure else "left",
                indent=0 if is_figure else 1,
                vertical="top",
                wrap_text=True,
            )
        sheet.row_dimensions[number].height = _height(row, feuille.colonnes)
    last = get_column_letter(len(feuille.colonnes))
    bottom = max(_HEADER_ROW + len(feuille.rangees), _HEADER_ROW + 1)
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last}{bottom}"
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"


def _height(row: Sequence[Valeur], columns: Sequence[Colonne]) -> float:
    """Return the points that a row's longest text needs: not every program works them out."""
    lines = 1
    for value, column in zip(row, columns, strict=True):
        if isinstance(value, str):
            room = column.largeur - 1
            lines = max(lines, sum(-(-max(len(part), 1) // room) for part in value.split("\n")))
    return min(_LINE_HEIGHT * lines + 3, _TALLEST_ROW)


def _sheet(book: "Workbook", bilan: Bilan, name: str, title: str) -> "Worksheet":
    """Add a sheet with its title, the day of its figures, and its print set-up."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(name)
    arrested = f"Chiffres arrêtés au {format_date(bilan.arrete_le)}"
    put_text(sheet["A1"], title if name == "Synthèse" else f"{contenu.titre(bilan)} – {title}")
    sheet["A1"].font = Font(name=_FONT, size=16, bold=True, color=_MARINE)
    put_text(sheet["A2"], " – ".join(t for t in (bilan.bureau, arrested, bilan.mention) if t))
    sheet["A2"].font = Font(name=_FONT, size=10, color=_GREY)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.print_options.horizontalCentered = False
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    if bilan.mention:
        header.center.text = _plain(bilan.mention)
    footer.left.text = _plain(f"{bilan.plan.code} – {arrested.lower()}")
    footer.right.text = "page &P / &N"
    sheet.oddHeader, sheet.oddFooter = header, footer
    return sheet


def _plain(text: str) -> str:
    """Keep a text from being read as codes of a page header, where a first digit is a size."""
    escaped = text.replace("&", "&&")
    return f" {escaped}" if escaped[:1].isdigit() else escaped


def _put(cell: "Cell | MergedCell", value: Valeur, shape: str) -> None:
    if value is None or value == "":
        return
    if isinstance(value, str):
        put_text(cell, value)
        return
    cell.value = value
    whole = isinstance(value, int) or (isinstance(value, Decimal) and value == int(value))
    # « #,##0.## » would leave a comma after a whole number.
    cell.number_format = shape.replace(".##", "") if whole else shape
    if isinstance(value, dt.date):
        cell.number_format = bilan_feuilles.DATE
