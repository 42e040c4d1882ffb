"""Reads an OpenDocument spreadsheet in one pass over its content; runs in the child process only.

calamine would read the values faster, but tells neither errors, percentages, formulas without a
result nor hidden rows: the content would have to be followed all the same.
"""

import datetime as dt
import math
import re
import zipfile
from typing import Any

from sdpd_desktop.documents.classeur_donnees import address
from sdpd_desktop.documents.classeur_rangees import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_CELL_TEXT,
    Compte,
    Rangees,
    encode,
    illisible,
)
from sdpd_desktop.documents.preflight import RESAVE, Budget, Pass, RefusError, run_pass

_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_CELLS = (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell")
_ROW = f"{_TABLE} table-row"
_NOTE = f"{_OFFICE} annotation"
_PARAGRAPH = f"{_TEXT} p"
# Met a million times in a big table: never put together again.
_REPEATED, _ROWS_REPEATED = (f"{_TABLE} number-{what}-repeated" for what in ("columns", "rows"))
_SPANNED, _ROWS_SPANNED = (f"{_TABLE} number-{what}-spanned" for what in ("columns", "rows"))
_KIND, _VALUE, _ERROR = f"{_OFFICE} value-type", f"{_OFFICE} value", f"{_CALC} value-type"
_FORMULA = f"{_TABLE} formula"
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_DURATION = re.compile(r"(-?)PT(?:([0-9]{1,7})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,7})(?:\.[0-9]+)?S)?")
_HIDDEN = ("collapse", "filter")
_BLANKS = {"tab": "\t", "line-break": "\n"}


def read(archive: zipfile.ZipFile, budget: Budget) -> dict[str, Any]:
    """Read the cells of every sheet.

    Args:
        archive: The workbook, its directory already checked.
        budget: What it may hold.

    Raises:
        RefusError: Something in it cannot be read safely.
    """
    names = archive.namelist()
    if "mimetype" not in names or not archive.read("mimetype").startswith(_MIMETYPE):
        raise RefusError(
            "c'est un document OpenDocument d'une autre sorte, non un classeur. Demandez au "
            "partenaire le classeur rempli."
        )
    content, meta = _Content(), _Meta()
    handlers = {"META-INF/manifest.xml": _Manifest(), "content.xml": content, "meta.xml": meta}
    for name in sorted(names, key=lambda name: name != "META-INF/manifest.xml"):
        if name.lower().endswith((".xml", ".rdf")):
            run_pass(archive, name, handlers.get(name), budget)
    if not content.tables:
        raise RefusError(f"il ne contient aucune feuille de calcul. {RESAVE}")
    for table, style in content.tables:
        table.masquee = style in content.hidden_styles
    return {"feuilles": [table.sent() for table, _ in content.tables], "proprietes": meta.found}


class _Manifest(Pass):
    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" encryption-data"):
            raise RefusError(
                "il est protégé par un mot de passe. Ouvrez-le, enregistrez-le sans mot de "
                "passe, puis importez-le."
            )


class _Meta(Pass):
    """Collects the custom document properties."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name: str | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_META} user-defined" and len(self.found) < 100:
            self._name = attributes.get(f"{_META} name", "")
            self.found[self._name] = ""

    def end(self, name: str) -> None:
        self._name = None

    def text(self, data: str) -> None:
        if self._name is not None:
            self.found[self._name] = (self.found[self._name] + data)[:1000]


class _Content(Pass):
    """Follows tables, rows and cells with their repetitions."""

    def __init__(self) -> None:
        self.tables: list[tuple[Rangees, str]] = []
        self.hidden_styles: set[str] = set()
        self._compte = Compte()
        self._style = ""
        self._row = self._column = self._height = self._header = 0
        self._places: list[int] = []
        self._brut: list[Any] = []
        self._cell: dict[str, str] | None = None
        self._depth = 0  # Of comments and drawings, whose text is not the cell's.
        self._pieces: list[str] = []
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _CELLS:
            self._start_cell(attributes)
        elif name == _PARAGRAPH:
            # Of a comment, it is not the cell's.
            if self._pieces and not self._depth:
                self.text("\n")
        elif name == _ROW:
            self._start_row(attributes)
        else:
            self._start_other(*name.rpartition(" ")[::2], attributes)

    def _start_other(self, space: str, kind: str, attributes: dict[str, str]) -> None:
        if space == _TEXT:
            if self._cell is not None and not self._depth:
                self._start_text(kind, attributes)
        elif space == _TABLE and kind == "table":
            rangees = Rangees(attributes.get(f"{_TABLE} name", ""), self._compte)
            self.tables.append((rangees, attributes.get(f"{_TABLE} style-name", "")))
            self._row = self._column = self._height = self._header = 0
        elif space == _TABLE and kind == "table-column" and self.tables:
            self._start_column(attributes)
        elif space == _STYLE and kind == "style":
            self._style = attributes.get(f"{_STYLE} name", "")
        elif space == _STYLE and kind == "table-properties":
            if attributes.get(f"{_TABLE} display") == "false":
                self.hidden_styles.add(self._style)
        elif space == _DRAW or f"{space} {kind}" == _NOTE:
            self._depth += 1

    def _start_text(self, kind: str, attributes: dict[str, str]) -> None:
        if kind == "s":
            self.text(" " * _repeat(attributes.get(f"{_TEXT} c", "1"), 1000))
        elif kind in _BLANKS:
            self.text(_BLANKS[kind])

    def _start_column(self, attributes: dict[str, str]) -> None:
        width = _repeat(attributes.get(_REPEATED, "1"), LAST_COLUMN)
        if attributes.get(f"{_TABLE} visibility") in _HIDDEN:
            self.tables[-1][0].hide_columns(self._header + 1, self._header + width)
        self._header += width

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row += self._height or 1
        self._column = 1
        self._places, self._brut = [], []
        self._height = _repeat(attributes.get(_ROWS_REPEATED, "1"), LAST_ROW)
        if self._row + self._height - 1 > LAST_ROW:
            raise RefusError(f"une de ses feuilles est démesurée. {RESAVE}")
        if attributes.get(f"{_TABLE} visibility") in _HIDDEN and self.tables:
            # Rows repeated thousands of times hold nothing that hiding would keep from view.
            rows = range(self._row, self._row + min(self._height, 1_000))
            self.tables[-1][0].lignes_masquees += rows

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if not self.tables or not self._row:
            raise RefusError(f"une de ses cellules n'est dans aucune feuille. {RESAVE}")
        self._cell = attributes
        self._pieces, self._length = [], 0

    def text(self, data: str) -> None:
        if self._cell is not None and not self._depth:
            self._length += len(data)
            if self._length > MAX_CELL_TEXT:
                place = address(self._row, self._column)
                raise RefusError(
                    f"la cellule {self.tables[-1][0].nom}!{place} contient un texte démesuré. "
                    f"{RESAVE}"
                )
            self._pieces.append(data)

    def end(self, name: str) -> None:
        if name == _PARAGRAPH:
            return
        if name in _CELLS and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == _ROW and self.tables:
            self._end_row()
        elif name == _NOTE or name.startswith(_DRAW):
            self._depth -= 1

    def _end_cell(self, cell: dict[str, str]) -> None:
        repeated = cell.get(_REPEATED)
        width = 1 if repeated is None else _repeat(repeated, LAST_COLUMN)
        if self._column + width - 1 > LAST_COLUMN:
            raise RefusError(f"une de ses feuilles est démesurée. {RESAVE}")
        brut = _value(cell, "".join(self._pieces).strip("\n"))
        if brut is not None:
            self._compte.cellules += width * self._height
            self._compte.textes += self._length * width * self._height
            self._places += range(self._column, self._column + width)
            self._brut += [brut] * width
        if _SPANNED in cell:
            self._merge(cell)
        self._column += width

    def _end_row(self) -> None:
        if self._places:
            self._compte.lignes += self._height
            self._compte.check()
            for row in range(self._row, self._row + self._height):
                self.tables[-1][0].add(row, self._places, self._brut)

    def _merge(self, cell: dict[str, str]) -> None:
        right = _repeat(cell.get(_SPANNED, "1"), LAST_COLUMN)
        down = _repeat(cell.get(_ROWS_SPANNED, "1"), LAST_ROW)
        if right * down > 1:
            self._compte.plages += 1
            self._compte.check()
            last = (min(self._row + down, LAST_ROW + 1), min(self._column + right, LAST_COLUMN + 1))
            end = address(last[0] - 1, last[1] - 1)
            self.tables[-1][0].merge(f"{address(self._row, self._column)}:{end}")


def _value(cell: dict[str, str], shown: str) -> Any:
    kind = cell.get(_KIND, "")
    if cell.get(_ERROR) == "error":
        return ["e", shown or "#VALEUR!", ""]
    if not kind:
        return ["f", None, ""] if _FORMULA in cell else None
    if kind == "string":
        return cell.get(f"{_OFFICE} string-value", shown) or None
    if kind == "boolean":
        return encode(cell.get(f"{_OFFICE} boolean-value") == "true")
    if kind == "date":
        return _date(cell.get(f"{_OFFICE} date-value", ""))
    if kind == "time":
        return _time(cell.get(f"{_OFFICE} time-value", ""))
    value = cell.get(_VALUE, "")
    if not _NUMBER.fullmatch(value) or math.isinf(float(value)):
        return illisible(value or shown)
    number = int(value) if value.isdecimal() and len(value) <= 18 else float(value)
    return encode(number, "0%" if kind == "percentage" else "")


def _date(value: str) -> Any:
    try:
        return encode(dt.datetime.fromisoformat(value[:26]))
    except ValueError:
        return illisible(value)


def _time(value: str) -> Any:
    found = _DURATION.fullmatch(value)
    if found is None:
        return illisible(value)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if hours < 24 and minutes < 60 and seconds < 60 and not found[1]:
        return encode(dt.time(hours, minutes, seconds))
    return encode(dt.timedelta(hours=hours, minutes=minutes, seconds=seconds))


def _repeat(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and 1 <= int(text) <= most):
        raise RefusError(f"une de ses cellules est répétée un nombre impossible de fois. {RESAVE}")
    return int(text)
