"""Checks and reads an OpenDocument spreadsheet; runs in the child process only.

calamine reads the values; the check finds what calamine does not tell (errors, percentages,
formulas without result, hidden rows) and refuses what would exhaust it.
"""

import zipfile
from dataclasses import dataclass, field
from typing import Any

from sdpd_desktop.documents.classeur_controle import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_CELLS,
    MAX_SHEETS,
    address,
    check_new_name,
)
from sdpd_desktop.documents.classeur_donnees import Sac, encode
from sdpd_desktop.documents.preflight import RESAVE, Budget, Pass, RefusError, run_pass
from sdpd_desktop.domain.texte import NBSP

_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")


@dataclass
class TableVue:
    """What the check saw of a sheet; cells by (row, column), from 1."""

    nom: str
    style: str
    lignes_masquees: list[int] = field(default_factory=list)
    fusions: list[str] = field(default_factory=list)
    erreurs: dict[tuple[int, int], str] = field(default_factory=dict)
    sans_resultat: set[tuple[int, int]] = field(default_factory=set)
    pourcentages: set[tuple[int, int]] = field(default_factory=set)


def read(archive: zipfile.ZipFile, octets: Any) -> dict[str, Any]:
    """Check every part, then read the cells.

    Args:
        archive: The workbook, its directory already checked.
        octets: The same bytes, as a stream for calamine.

    Raises:
        RefusError: Something in it cannot be read safely.
    """
    names = archive.namelist()
    if "mimetype" not in names or not archive.read("mimetype").startswith(_MIMETYPE):
        raise RefusError(
            "c'est un document OpenDocument d'une autre sorte, non un classeur. Demandez au "
            "partenaire le classeur rempli."
        )
    budget = Budget()
    content, meta = _Content(), _Meta()
    for name in names:
        if name == "META-INF/manifest.xml":
            run_pass(archive, name, _Manifest(), budget)
        elif name == "content.xml":
            run_pass(archive, name, content, budget)
        elif name == "meta.xml":
            run_pass(archive, name, meta, budget)
        elif name.lower().endswith((".xml", ".rdf")):
            run_pass(archive, name, Pass(), budget)
    if not content.tables:
        raise RefusError(f"il ne contient aucune feuille de calcul. {RESAVE}")
    return {"feuilles": _read_cells(octets, content), "proprietes": meta.found}


class _Manifest(Pass):
    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "encryption-data":
            raise RefusError(
                "il est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de "
                "passe, puis importez-le."
            )


class _Meta(Pass):
    """Collects the custom document properties."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name: str | None = None

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space == _META and name == "user-defined" and len(self.found) < 100:
            self._name = attributes.get(f"{_META} name", "")
            self.found[self._name] = ""

    def end(self, space: str, name: str) -> None:
        self._name = None

    def text(self, data: str) -> None:
        if self._name is not None:
            self.found[self._name] = (self.found[self._name] + data)[:1000]


class _Content(Pass):
    """Follows tables, rows and cells with their repetitions."""

    def __init__(self) -> None:
        self.tables: list[TableVue] = []
        self.hidden_styles: set[str] = set()
        self._style = ""
        self._cells = 0
        self._row = self._column = self._height = 0
        self._cell: tuple[int, int] | None = None
        self._depth = 0  # Of comments, whose text is not the cell's.
        self._text: list[str] = []

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space == _TABLE:
            self._start_table(name, attributes)
        elif space == _STYLE and name == "style":
            self._style = attributes.get(f"{_STYLE} name", "")
        elif space == _STYLE and name == "table-properties":
            if attributes.get(f"{_TABLE} display") == "false":
                self.hidden_styles.add(self._style)
        elif space == _OFFICE and name == "annotation":
            self._depth += 1
        elif space == _TEXT and self._cell is not None and not self._depth:
            self._start_text(name, attributes)

    def _start_text(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p" and self._text:
            self._text.append("\n")
        elif name == "s":
            self._text.append(" " * _repeat(attributes.get(f"{_TEXT} c", "1"), 1000))
        elif name == "tab":
            self._text.append("\t")
        elif name == "line-break":
            self._text.append("\n")

    def _start_table(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            nom = attributes.get(f"{_TABLE} name", "")
            check_new_name(nom, [table.nom for table in self.tables])
            self.tables.append(TableVue(nom, attributes.get(f"{_TABLE} style-name", "")))
            self._row = self._column = self._height = 0
            if len(self.tables) > MAX_SHEETS:
                raise RefusError(f"il contient plus de {MAX_SHEETS} feuilles. {RESAVE}")
        elif name == "table-row" and self.tables:
            self._row += self._height + (1 if not self._height else 0)
            self._height = _repeat(attributes.get(f"{_TABLE} number-rows-repeated", "1"), LAST_ROW)
            self._column = 1
            self._start_row(attributes)
        elif name in ("table-cell", "covered-table-cell") and self.tables:
            self._start_cell(attributes)

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._row + self._height - 1 > LAST_ROW:
            raise RefusError(
                f"la feuille «{NBSP}{self.tables[-1].nom}{NBSP}» est démesurée. {RESAVE}"
            )
        visibility = attributes.get(f"{_TABLE} visibility", "visible")
        if visibility != "visible" and self._height <= MAX_CELLS:
            last = min(self._row + self._height, self._row + 10_000)
            self.tables[-1].lignes_masquees.extend(range(self._row, last))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        table, here = self.tables[-1], (self._row, self._column)
        width = _repeat(attributes.get(f"{_TABLE} number-columns-repeated", "1"), LAST_COLUMN)
        if self._column + width - 1 > LAST_COLUMN:
            raise RefusError(f"la feuille «{NBSP}{table.nom}{NBSP}» est démesurée. {RESAVE}")
        kind = attributes.get(f"{_OFFICE} value-type", "")
        if kind:
            # calamine writes out every repetition, and all that stands before it in the row.
            self._cells += self._height * (self._column + width - 1)
            if self._cells > 20 * MAX_CELLS or self._height * width > MAX_CELLS:
                raise RefusError(f"il contient plus de {MAX_CELLS} cellules. {RESAVE}")
            self._note(table, here, width, kind, attributes)
        elif f"{_TABLE} formula" in attributes:
            table.sans_resultat.add(here)
        if f"{_TABLE} number-columns-spanned" in attributes:
            self._note_merge(table, here, attributes)
        self._cell = here if kind else None
        self._text.clear()
        self._column += width

    def _note(
        self,
        table: TableVue,
        here: tuple[int, int],
        width: int,
        kind: str,
        attributes: dict[str, str],
    ) -> None:
        row, column = here
        if attributes.get(f"{_CALC} value-type") == "error":
            table.erreurs[here] = ""
        if kind == "percentage":
            area = ((row + i, column + j) for i in range(self._height) for j in range(width))
            table.pourcentages.update(area)

    def _note_merge(
        self, table: TableVue, here: tuple[int, int], attributes: dict[str, str]
    ) -> None:
        right = _repeat(attributes.get(f"{_TABLE} number-columns-spanned", "1"), LAST_COLUMN)
        down = _repeat(attributes.get(f"{_TABLE} number-rows-spanned", "1"), LAST_ROW)
        if right * down > 1 and len(table.fusions) < 10_000:
            end = address(here[0] + down - 1, here[1] + right - 1)
            table.fusions.append(f"{address(*here)}:{end}")

    def text(self, data: str) -> None:
        if self._cell is not None and not self._depth:
            self._text.append(data)

    def end(self, space: str, name: str) -> None:
        if space == _OFFICE and name == "annotation":
            self._depth -= 1
        elif space == _TABLE and name == "table-cell" and self._cell is not None:
            shown = "".join(self._text).strip("\n")
            table = self.tables[-1]
            if self._cell in table.erreurs:
                table.erreurs[self._cell] = shown or "#VALEUR!"
            self._cell = None


def _repeat(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and 1 <= int(text) <= most):
        raise RefusError(f"une de ses cellules est répétée un nombre impossible de fois. {RESAVE}")
    return int(text)


def _read_cells(octets: Any, content: _Content) -> list[dict[str, Any]]:
    from python_calamine import CalamineWorkbook

    sac = Sac()
    book = CalamineWorkbook.from_filelike(octets)
    sheets = []
    for vue in content.tables:
        rows = book.get_sheet_by_name(vue.nom).to_python(skip_empty_area=False)
        cells: list[list[Any]] = []
        for i, row in enumerate(rows, 1):
            for j, value in enumerate(row, 1):
                if value == "" or (i, j) in vue.erreurs:
                    continue
                shown = "0%" if (i, j) in vue.pourcentages else ""
                cells.append([i, j, *encode(value, sac), shown])
        cells += [[i, j, "e", text, ""] for (i, j), text in vue.erreurs.items()]
        cells += [[i, j, "f", None, ""] for i, j in vue.sans_resultat]
        cells.sort(key=lambda cell: (cell[0], cell[1]))
        sheets.append(
            {
                "nom": vue.nom,
                "masquee": vue.style in content.hidden_styles,
                "lignes_masquees": vue.lignes_masquees,
                "fusions": vue.fusions,
                "cellules": cells,
            }
        )
    return sheets
