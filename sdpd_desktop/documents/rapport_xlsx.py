"""A report as a workbook: a sheet per part, real numbers and dates, ready to sort and print."""

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, assert_never

from sdpd_desktop.documents.classeur_ecriture import pack, printable, put_text
from sdpd_desktop.documents.rapport_feuilles import Case, Feuille, donnees, etaler
from sdpd_desktop.documents.rapport_texte import LEGENDE, numerotees, pied, titre_courant
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique
from sdpd_desktop.domain.nombre import accorder
from sdpd_desktop.domain.rapport import (
    Bloc,
    Chiffres,
    Fiche,
    Format,
    Intertitre,
    Note,
    Paragraphe,
    Rapport,
    Section,
    Tableau,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

_MARINE, _PALE, _LINE, _GREY = "14254F", "E6EBF7", "D7DBE3", "515B6B"
_FONT = "Calibri"
_FIRST_ROW = 4
_PAPER_A4 = "9"
_LINE_HEIGHT, _TALLEST_ROW = 13.5, 409.0  # points; the latter is the format's own limit
_DIGITS = 15  # that a cell can hold; computed shares have more
_LONGEST_NAME, _LABELS, _VALUES = 31, 32, 90
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_FORMATS = {
    Format.TEXTE: "@",
    Format.ENTIER: "#,##0",
    Format.NOMBRE: "#,##0.##",
    Format.VARIATION: "+#,##0.##;-#,##0.##;0",
    Format.VARIATION_POINTS: '+#,##0.## "{0}";-#,##0.## "{0}";0 "{0}"',
    Format.POURCENT: "0.00%",
    Format.VARIATION_POURCENT: "+0.0%;-0.0%;0.0%",
    Format.EUROS: '#,##0 "€"',
    Format.ANNEE: "0",
    Format.DATE: "dd/mm/yyyy",
}


def render(rapport: Rapport) -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = rapport.bureau
    book.properties.title = titre_courant(rapport)
    book.properties.language = "fr-FR"
    _summary(book, rapport)
    for heading, section in numerotees(rapport):
        _Sheet(book, rapport, section.titre, heading).fill(section)
    return pack(book, rapport.arrete_le)


def _summary(book: "Workbook", rapport: Rapport) -> None:
    sheet = _Sheet(book, rapport, "Synthèse", rapport.titre)
    lines: list[tuple[str, Case]] = [("Document", Case(rapport.sous_titre))]
    lines += [(line.libelle, Case(line.valeur)) for line in rapport.filtres]
    sheet.labels(lines)
    if rapport.chiffres:
        sheet.skip()
        for figure in rapport.chiffres:
            text = figure.texte if figure.valeur is None else ""
            case = Case(text, figure.valeur, figure.format, fort=True)
            sheet.labels([(figure.libelle, case), ("", Case(figure.precision))])
    sheet.skip()
    for warning in rapport.avertissements:
        sheet.text(warning)
    if rapport.sources:
        sheet.skip()
        sheet.text(LEGENDE, bold=True)
        sheet.labels([(line.libelle, Case(line.valeur)) for line in rapport.sources])


class _Sheet:
    """A sheet being filled from its top: blocks go one under the other."""

    def __init__(self, book: "Workbook", rapport: Rapport, name: str, title: str) -> None:
        from openpyxl.styles import Font

        self._sheet: Worksheet = book.create_sheet(_sheet_name(book, name))
        self._row = _FIRST_ROW
        self._widths: dict[int, int] = {}
        arrested = f"Chiffres arrêtés au {format_date(rapport.arrete_le)}"
        put_text(self._sheet["A1"], title)
        self._sheet["A1"].font = Font(name=_FONT, size=16, bold=True, color=_MARINE)
        says = " – ".join(t for t in (rapport.bureau, arrested, rapport.mention) if t)
        put_text(self._sheet["A2"], says)
        self._sheet["A2"].font = Font(name=_FONT, size=10, color=_GREY)
        _set_up(self._sheet, rapport)

    def fill(self, section: Section) -> None:
        """Add every block of a part; the first table can be filtered and its titles stay."""
        for number, block in enumerate(section.blocs):
            if number:
                self.skip()
            first = number == 0 and isinstance(block, Tableau)
            if isinstance(block, Tableau) and block.titre != section.titre:
                self.text(block.titre, bold=True)
                first = False
            self._add(block, first=first)

    def _add(self, block: Bloc, *, first: bool) -> None:
        match block:
            case Tableau():
                if block.rangees:
                    self.table(etaler(block), first=first)
                else:
                    self.text(block.vide)
            case Intertitre():
                self.text(block.texte, bold=True)
            case Paragraphe():
                self.text(block.texte)
            case Note():
                if block.titre:
                    self.text(block.titre, bold=True)
                for line in block.lignes:
                    self.text(line)
            case Fiche():
                self.labels([(line.libelle, Case(line.valeur)) for line in block.lignes])
            case Chiffres():
                for figure in block.chiffres:
                    case = Case(figure.texte, figure.valeur, figure.format, fort=True)
                    self.labels([(figure.libelle, case), ("", Case(figure.precision))])
            case Graphique():
                self.chart(block)
            case _:
                assert_never(block)

    def skip(self) -> None:
        """Leave a row empty."""
        self._row += 1

    def text(self, text: str, *, bold: bool = False) -> None:
        """Set a text over the columns used so far, or over a page's width."""
        from openpyxl.styles import Alignment, Font

        last = max(self._widths, default=2)
        if not self._widths:
            self._widen({1: _LABELS, 2: _VALUES})
        cell = self._sheet.cell(self._row, 1)
        put_text(cell, text)
        cell.font = Font(name=_FONT, size=11, bold=bold, color=_MARINE if bold else None)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if last > 1:
            self._sheet.merge_cells(
                start_row=self._row, end_row=self._row, start_column=1, end_column=last
            )
        room = sum(self._widths.values())
        self._sheet.row_dimensions[self._row].height = _height([(text, room)])
        self._row += 1

    def labels(self, lines: Sequence[tuple[str, Case]]) -> None:
        """Set labels and what they introduce."""
        from openpyxl.styles import Alignment, Font

        self._widen({1: _LABELS} if self._widths else {1: _LABELS, 2: _VALUES})
        for label, case in lines:
            title = self._sheet.cell(self._row, 1)
            put_text(title, label)
            title.font = Font(name=_FONT, size=10, color=_GREY)
            title.alignment = Alignment(vertical="top", wrap_text=True)
            cell = self._sheet.cell(self._row, 2)
            _put(cell, case)
            cell.font = Font(name=_FONT, size=11, bold=case.fort)
            cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
            room = [(label, _LABELS), (case.texte, self._widths.get(2, _VALUES))]
            self._sheet.row_dimensions[self._row].height = _height(room)
            self._row += 1

    def table(self, feuille: Feuille, *, first: bool = False) -> None:
        """Set a table; the first of a sheet can be filtered, and its titles come on each page."""
        from openpyxl.styles import Border, Font, PatternFill, Side
        from openpyxl.utils import get_column_letter

        header = self._row
        self._widen(dict(enumerate(feuille.largeurs, 1)))
        for place, (title, figure) in enumerate(
            zip(feuille.titres, feuille.chiffrees, strict=True), 1
        ):
            cell = self._sheet.cell(header, place)
            put_text(cell, title)
            cell.font = Font(name=_FONT, size=10, bold=True, color=_MARINE)
            cell.fill = PatternFill("solid", start_color=_PALE)
            cell.alignment = _alignment(figure, vertical="center")
            cell.border = Border(bottom=Side("medium", color=_MARINE))
        self._sheet.row_dimensions[header].height = 30
        rule = Border(bottom=Side("thin", color=_LINE))
        plain, strong = Font(name=_FONT, size=10), Font(name=_FONT, size=10, bold=True)
        left, right = _alignment(False, vertical="top"), _alignment(True, vertical="top")
        for row in feuille.rangees:
            self._row += 1
            for place, (case, figure) in enumerate(zip(row, feuille.chiffrees, strict=True), 1):
                cell = self._sheet.cell(self._row, place)
                _put(cell, case)
                cell.font = strong if case.fort else plain
                cell.border = rule
                cell.alignment = right if figure or _is_figure(case) else left
            texts = [(c.texte, width) for c, width in zip(row, feuille.largeurs, strict=True)]
            self._sheet.row_dimensions[self._row].height = _height(texts)
        if first:
            last = get_column_letter(len(feuille.titres))
            self._sheet.auto_filter.ref = f"A{header}:{last}{self._row}"
            self._sheet.freeze_panes = f"A{header + 1}"
            self._sheet.print_title_rows = f"{header}:{header}"
        self._row += 1

    def chart(self, graphique: Graphique) -> None:
        """Set the figures of a chart, the chart beside them, and what it says in words."""
        from openpyxl.chart import BarChart, LineChart, Reference

        self.text(graphique.titre, bold=True)
        top = self._row
        figures = donnees(graphique)
        self.table(figures)
        last = top + len(figures.rangees)
        trend = graphique.nature is NatureGraphique.TENDANCE
        chart: LineChart | BarChart = LineChart() if trend else BarChart()
        if isinstance(chart, BarChart) and graphique.nature is NatureGraphique.TERRITOIRES:
            chart.type = "bar"
        count = len(figures.titres)
        data = Reference(self._sheet, min_col=2, max_col=count, min_row=top, max_row=last)
        chart.add_data(data, titles_from_data=True)
        chart.set_categories(Reference(self._sheet, min_col=1, min_row=top + 1, max_row=last))
        chart.title = None
        if isinstance(chart, LineChart):
            for serie in chart.series:
                serie.smooth = False
        values = [value for serie in graphique.series for value in serie.valeurs]
        if all(value is None or value >= 0 for value in values):
            chart.y_axis.scaling.min = 0
        chart.height = 7
        chart.width = 16
        chart.x_axis.delete = chart.y_axis.delete = False
        self._sheet.add_chart(chart, f"{chr(ord('A') + count + 1)}{top}")
        self._row = max(self._row, top + 15)
        self.text(graphique.description_texte)

    def _widen(self, widths: dict[int, int]) -> None:
        from openpyxl.utils import get_column_letter

        for place, width in widths.items():
            self._widths[place] = max(self._widths.get(place, 0), width)
            letter = get_column_letter(place)
            self._sheet.column_dimensions[letter].width = self._widths[place]


def _alignment(figure: bool, vertical: Literal["top", "center"]) -> "Alignment":
    from openpyxl.styles import Alignment

    return Alignment(
        horizontal="right" if figure else "left",
        indent=0 if figure else 1,
        vertical=vertical,
        wrap_text=True,
    )


def _sheet_name(book: "Workbook", name: str) -> str:
    """Return a name that the format allows and that no other sheet has."""
    short = _FORBIDDEN.sub(" ", printable(name))[:_LONGEST_NAME].strip("' ") or "Feuille"
    taken = {other.casefold() for other in book.sheetnames}
    number, found = 2, short
    while found.casefold() in taken:
        found = f"{short[: _LONGEST_NAME - 4]} ({number})"
        number += 1
    return found


def _set_up(sheet: "Worksheet", rapport: Rapport) -> None:
    """Prepare the sheet for A4 paper, with the handling mark and the footer."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    if rapport.mention:
        header.center.text = _plain(rapport.mention)
    footer.left.text = _plain(pied(rapport))
    footer.right.text = "page &P / &N"
    sheet.oddHeader, sheet.oddFooter = header, footer


def _plain(text: str) -> str:
    """Keep a text from being read as codes of a page header, where a first digit is a size."""
    escaped = text.replace("&", "&&")
    return f" {escaped}" if escaped[:1].isdigit() else escaped


def _is_figure(case: Case) -> bool:
    return case.valeur is not None and not isinstance(case.valeur, dt.date)


def _put(cell: "Cell | MergedCell", case: Case) -> None:
    if case.valeur is None:
        if case.texte:
            put_text(cell, case.texte)
        return
    value = case.valeur
    if isinstance(value, Decimal) and len(value.as_tuple().digits) > _DIGITS:
        value = float(value)
    cell.value = value
    whole = not isinstance(value, dt.date) and value == int(value)
    shape = _FORMATS[case.format]
    if case.format is Format.VARIATION_POINTS:
        shape = shape.format(accorder("points", Decimal(str(value))))
    # « #,##0.## » would leave a comma after a whole number.
    cell.number_format = shape.replace(".##", "") if whole else shape


def _height(texts: Sequence[tuple[str, int]]) -> float:
    """Return the points that the longest text needs: not every program works them out."""
    lines = 1
    for text, width in texts:
        room = max(width - 1, 1)
        lines = max(lines, sum(-(-max(len(part), 1) // room) for part in text.split("\n")))
    return min(_LINE_HEIGHT * lines + 3, _TALLEST_ROW)
