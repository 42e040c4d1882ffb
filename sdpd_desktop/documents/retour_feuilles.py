"""The look and the columns of the sheets of a return workbook."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sdpd_desktop.documents.classeur_ecriture import put_text
from sdpd_desktop.documents.retour_modele import (
    CLE_IDENTITE,
    FEUILLE_IDENTITE,
    HORS_LIGNES,
    IDENTITE,
    MARQUE_LIGNE,
    Identite,
    mark,
)

KEY_ROW, HEADER_ROW, FIRST_ROW = 3, 4, 5
DATE_FORMAT, TEXT_FORMAT = "dd/mm/yyyy", "@"
_INK, _PRIMARY, _MUTED, _LINE = "FF161A23", "FF1F3D8F", "FF515B6B", "FFD7DBE3"
_SIDE = Side(style="thin", color=_LINE)
BORDER = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
TITLE_FONT = Font(name="Calibri", size=16, bold=True, color=_PRIMARY)
HEADING_FONT = Font(name="Calibri", size=12, bold=True, color=_PRIMARY)
BODY_FONT = Font(name="Calibri", size=10, color=_INK)
BOLD_FONT = Font(name="Calibri", size=10, bold=True, color=_INK)
MUTED_FONT = Font(name="Calibri", size=10, color=_MUTED)
_HEADER_FONT = Font(name="Calibri", size=10, bold=True, color="FFFFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor=_PRIMARY)
_INPUT_HEADER_FILL = PatternFill("solid", fgColor="FF8A5300")
INPUT_FILL = PatternFill("solid", fgColor="FFFFF9E3")
ERROR_FILL = PatternFill("solid", fgColor="FFF8C9C4")
DOUBT_FILL = PatternFill("solid", fgColor="FFFBD99A")
WRAPPED = Alignment(vertical="top", wrap_text=True)
_UNLOCKED = Protection(locked=False)


@dataclass(frozen=True)
class Colonne:
    """A visible column.

    Attributes:
        nom: The name in the hidden key row.
        saisie: True where the partner writes.
    """

    nom: str
    titre: str
    largeur: float
    saisie: bool = False
    format: str = "General"
    align: str = "left"


COLONNES_MESURES = (
    Colonne("affiche", "Code", 11),
    Colonne("action", "Action", 26),
    Colonne("titre", "Mesure", 40),
    Colonne("role", "Rôle", 12),
    Colonne("echeance", "Échéance", 11, align="center"),
    Colonne("connu", "Situation connue", 17),
    Colonne("statut", "Statut", 13, saisie=True),
    Colonne("fait_le", "Fait le", 11, saisie=True, format=DATE_FORMAT, align="center"),
    Colonne("note", "Observations", 32, saisie=True, format=TEXT_FORMAT),
)


def colonnes_indicateurs(*, zones: bool) -> tuple[Colonne, ...]:
    """Return the columns of the indicators; that of the zone where one line at least has one."""
    zone = (Colonne("zone_affichee", "Zone", 13),) if zones else ()
    return (
        Colonne("affiche", "Réf.", 11),
        Colonne("titre", "Indicateur", 42),
        Colonne("unite", "Unité", 12),
        Colonne("lieu", "Territoire", 20),
        *zone,
        Colonne("periode", "Période", 12),
        Colonne("precedente", "Valeur précédente", 18),
        Colonne("cible", "Cible", 19),
        # Format General: only there does a spreadsheet keep « 15 % » apart from 0,15.
        Colonne("valeur", "Valeur à saisir", 15, saisie=True, align="right"),
        Colonne("commentaire", "Commentaire", 32, saisie=True, format=TEXT_FORMAT),
    )


class FeuilleRetour:
    """A sheet of rows under a hidden key row.

    The hidden identity columns stand right after the first visible one: whoever sorts what
    they see sorts them along.
    """

    def __init__(self, book: Workbook, nom: str, colonnes: Sequence[Colonne]) -> None:
        self.sheet: Worksheet = book.create_sheet(nom)
        self.colonnes = tuple(colonnes)
        self._row = FIRST_ROW
        first, *others = (colonne.nom for colonne in colonnes)
        order = (first, *IDENTITE, *others, MARQUE_LIGNE)
        self._places = {name: place for place, name in enumerate(order, 1)}

    def has(self, nom: str) -> bool:
        """Tell whether the sheet has a column of that name."""
        return nom in self._places

    def column(self, nom: str) -> int:
        """Return the number of a column, from 1."""
        return self._places[nom]

    def head(self, titre: str, sous_titre: str) -> None:
        """Write the titles, the key row and the header."""
        sheet = self.sheet
        for row, text, font in ((1, titre, TITLE_FONT), (2, sous_titre, MUTED_FONT)):
            cell = sheet.cell(row, 1)
            put_text(cell, text)
            cell.font = font
        for row in (1, 2, HEADER_ROW):
            self.mark_aside(row)
        for nom, place in self._places.items():
            put_text(sheet.cell(KEY_ROW, place), mark(nom))
        for colonne in self.colonnes:
            cell = sheet.cell(HEADER_ROW, self.column(colonne.nom))
            put_text(cell, colonne.titre)
            cell.font = _HEADER_FONT
            cell.fill = _INPUT_HEADER_FILL if colonne.saisie else _HEADER_FILL
            cell.border = BORDER
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.row_dimensions[1].height = 24
        sheet.row_dimensions[KEY_ROW].hidden = True
        sheet.row_dimensions[HEADER_ROW].height = 32

    def mark_aside(self, row: int) -> None:
        """Tell the reader that this row of ours carries no line."""
        put_text(self.sheet.cell(row, self.column(MARQUE_LIGNE)), HORS_LIGNES)

    def add(self, identite: dict[str, str], textes: dict[str, str]) -> int:
        """Write one row and return its number; the cells to fill are left empty."""
        row = self._row
        self._row += 1
        for nom, text in identite.items():
            put_text(self.sheet.cell(row, self.column(nom)), text)
        for colonne in self.colonnes:
            cell = self.sheet.cell(row, self.column(colonne.nom))
            cell.font, cell.border = BODY_FONT, BORDER
            cell.alignment = _alignment(colonne.align)
            if colonne.saisie:
                open_cell(cell)
                cell.number_format = colonne.format
            elif text := textes.get(colonne.nom, ""):
                put_text(cell, text)
        self._set_height(row, textes)
        return row

    def _set_height(self, row: int, textes: dict[str, str]) -> None:
        # Set by hand: not every spreadsheet grows a row by itself when it opens a file.
        lines = 1
        for colonne in self.colonnes:
            width = max(1, int(colonne.largeur * 1.1))
            parts = textes.get(colonne.nom, "").split("\n")
            lines = max(lines, sum(max(1, len(textwrap.wrap(part, width))) for part in parts))
        self.sheet.row_dimensions[row].height = 13.5 * lines + 6

    def last_row(self) -> int:
        """Return the number of the last row written, at least that of the first."""
        return max(FIRST_ROW, self._row - 1)

    def finish(self, pied: str) -> None:
        """Set widths, panes, printing and protection, once every row stands."""
        sheet = self.sheet
        for nom in (*IDENTITE, MARQUE_LIGNE):
            sheet.column_dimensions[get_column_letter(self.column(nom))].hidden = True
        for colonne in self.colonnes:
            letter = get_column_letter(self.column(colonne.nom))
            sheet.column_dimensions[letter].width = colonne.largeur
        sheet.freeze_panes = f"B{FIRST_ROW}"
        sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
        last = get_column_letter(len(self._places) - 1)
        sheet.print_area = f"A1:{last}{self.last_row()}"
        set_up_page(sheet, pied)
        protect(sheet)


def _alignment(align: str) -> Alignment:
    indent = 0 if align == "center" else 1
    return Alignment(horizontal=align, vertical="center", wrap_text=True, indent=indent)


def set_up_page(sheet: Any, pied: str) -> None:
    """A4 landscape, one page wide, page x / y."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom = 0.5, 0.7
    footer = sheet.oddFooter
    for part, text in ((footer.left, pied.replace("&", "&&")), (footer.right, "Page &P / &N")):
        part.text, part.size = text, 8
    sheet.sheet_view.showGridLines = False


def open_cell(cell: Any) -> None:
    """Let the partner fill a cell."""
    cell.fill, cell.protection, cell.border = INPUT_FILL, _UNLOCKED, BORDER


def protect(sheet: Worksheet) -> None:
    """Lock all but the cells to fill, without password; widths and heights stay free."""
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.enable()


def add_identity_sheet(
    book: Workbook, identite: Identite, listes: Mapping[str, Sequence[str]]
) -> None:
    """Add the hidden sheet: the identity, and the lists that drop-downs name."""
    from openpyxl.workbook.defined_name import DefinedName

    sheet = book.create_sheet(FEUILLE_IDENTITE)
    put_text(sheet.cell(1, 1), CLE_IDENTITE)
    put_text(sheet.cell(1, 2), str(identite))
    for column, (nom, values) in enumerate(listes.items(), 4):
        for row, value in enumerate(values, 1):
            put_text(sheet.cell(row, column), value)
        letter = get_column_letter(column)
        place = f"{FEUILLE_IDENTITE}!${letter}$1:${letter}${len(values)}"
        # A list on another sheet survives every spreadsheet only under a defined name.
        book.defined_names[nom] = DefinedName(nom, attr_text=place)
    sheet.sheet_state = "veryHidden"
    sheet.protection.enable()


def fill(cell: Any, wrong: bool) -> None:
    """Colour a cell that was refused, or that needs an answer."""
    cell.fill = ERROR_FILL if wrong else DOUBT_FILL
