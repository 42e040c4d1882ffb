"""Reads an .xlsx or .xlsm workbook in one pass over each part; runs in the child process only.

Nothing is taken for granted of sizes, order or numbering: whatever a cell holds is read right,
or the refusal gives its address.
"""

import datetime as dt
import math
import re
import zipfile
from typing import Any

from sdpd_desktop.documents.classeur_donnees import address
from sdpd_desktop.documents.classeur_paquet import ContentTypes
from sdpd_desktop.documents.classeur_parties import (
    SPACES,
    Parties,
    lecteurs_xml,
    read_book,
    unescape,
)
from sdpd_desktop.documents.classeur_rangees import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_CELL_TEXT,
    Compte,
    Rangees,
    encode,
    illisible,
    parse_address,
)
from sdpd_desktop.documents.classeur_simples import Cellules, RangeesSimples
from sdpd_desktop.documents.preflight import RESAVE, Budget, Pass, RefusError
from sdpd_desktop.domain.texte import NBSP

_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_BOOLEANS = {"0": False, "1": True, "false": False, "true": True}
_ON = ("1", "true")
_EXACT = 18
_MAX_OTHERS = 300_000


def read(archive: zipfile.ZipFile, types: ContentTypes, budget: Budget) -> dict[str, Any]:
    """Read the cells of every sheet: see :func:`read_book`."""
    return read_book(archive, types, budget, lecteurs_xml, _Feuille)


class _Feuille(Pass):
    """Follows the rows and cells of one sheet.

    A big table meets these few methods a million times: what most cells have in common, such as
    the letters of their columns, is looked up and not read again.
    """

    def __init__(self, rangees: Rangees, parties: Parties, compte: Compte) -> None:
        self._rangees, self._compte = rangees, compte
        self._textes, self._depuis_1904 = parties.textes, parties.depuis_1904
        self._styles = {str(index): style for index, style in enumerate(parties.styles)}
        self._c = self._v = self._t = self._f = self._r = self._is = ""
        self._row = self._column = self._length = self._others = 0
        self._suffix = ""
        self._columns: dict[str, int] = {}
        self._places: list[int] = []
        self._brut: list[Any] = []
        self._cell: dict[str, str] = {}
        self._value = ""
        self._listening = self._formula = self._has_value = self._phonetic = False
        self._open = False
        self.sift = RangeesSimples(lambda: self._open, self.take_row).sift

    def take_row(self, numero: str, masquee: bool, cells: Cellules) -> None:
        """Take a plain row in."""
        self._start_row({"r": numero, "hidden": "1" if masquee else ""})
        columns, suffix = self._columns, self._suffix
        for _whole, place, style, kind, value in cells:
            self._column = columns.get(place.removesuffix(suffix)) or self._column_of(place)
            if value and (brut := self._typed(value, kind or "n", style or "0")) is not None:
                self._places.append(self._column)
                self._brut.append(brut)
        self._end_row()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._c:
            self._cell = attributes
            self._value = ""
            self._formula = self._has_value = False
            column = self._columns.get(attributes.get("r", "").removesuffix(self._suffix))
            self._column = column or self._column_of(attributes.get("r"))
        elif name == self._v:
            self._listening = self._has_value = True
        elif name == self._t:
            self._listening = not self._phonetic
        elif name == self._f:
            self._formula = True
        elif name == self._r:
            self._start_row(attributes)
        elif name != self._is:
            self._others += 1
            if self._others > _MAX_OTHERS:
                raise RefusError(f"il contient bien plus d'éléments qu'un retour. {RESAVE}")
            self._start_other(*name.rpartition(" ")[::2], attributes)

    def text(self, data: str) -> None:
        if self._listening:
            self._value += data
            if len(self._value) > MAX_CELL_TEXT:
                raise self._refuse("contient un texte démesuré")

    def end(self, name: str) -> None:
        if name == self._v or name == self._t:
            self._listening = False
        elif name == self._c:
            if self._value:
                cell = self._cell
                brut = self._typed(self._value, cell.get("t", "n"), cell.get("s", "0"))
            elif self._formula and not (self._has_value and self._cell.get("t") == "str"):
                brut = ["f", None, ""]
            else:
                return
            if brut is not None:
                self._places.append(self._column)
                self._brut.append(brut)
        elif name == self._r:
            self._end_row()
        elif name.endswith(" rPh"):
            self._phonetic = False

    def _typed(self, value: str, kind: str, style: str) -> Any:
        if kind == "s":
            index = int(value) if value.isdecimal() and len(value) < 9 else _integer(value.strip())
            if index is None or index >= len(self._textes):
                raise self._refuse("renvoie à un texte qui n'existe pas")
            texte = self._textes[index]
            self._length += len(texte)
            return texte or None
        if kind == "n":
            return self._number(value, style)
        if kind in ("str", "inlineStr"):
            self._length += len(value)
            return unescape(value)
        if kind == "e":
            return ["e", value[:20], ""]
        if kind == "b":
            known = _BOOLEANS.get(value.strip())
            return illisible(value) if known is None else encode(known)
        if kind == "d":
            return _iso(value.strip())
        raise self._refuse(f"est d'un type inconnu ({kind[:20]})")

    def _number(self, value: str, index: str) -> Any:
        style = self._styles.get(index)
        if style is None:
            raise self._refuse("renvoie à un style qui n'existe pas")
        if value.isdecimal() and len(value) <= _EXACT:
            number: int | float = int(value)
        else:
            value = value.strip()
            if not _NUMBER.fullmatch(value) or math.isinf(float(value)):
                return illisible(value) if value else None
            number = float(value)
        self._length += len(style.format)
        if style.date:
            return style.encode_date(number, value, depuis_1904=self._depuis_1904)
        return encode(number, style.format)

    def _column_of(self, text: str | None) -> int:
        """Return the column of a cell, whose letters were not met before."""
        column = self._column + 1
        if text is not None:
            found = parse_address(text)
            if found is None or found[0] != self._row:
                self._column = column
                raise self._refuse(f"porte une adresse impossible ({text[:20]})")
            column = found[1]
            self._columns[text.removesuffix(self._suffix)] = column
        if column > LAST_COLUMN:
            self._column = column
            raise self._refuse("est hors de la feuille")
        return column

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._compte.lignes += 1
        text = attributes.get("r")
        row = self._row + 1 if text is None else _integer(text)
        if row is None or not 1 <= row <= LAST_ROW:
            raise RefusError(
                f"la feuille «{NBSP}{self._rangees.nom}{NBSP}» contient une ligne de numéro "
                f"impossible ({(text or '')[:20]}). {RESAVE}"
            )
        self._row, self._column, self._suffix = row, 0, str(row)
        self._places, self._brut = [], []
        if attributes.get("hidden") in _ON:
            self._rangees.lignes_masquees.append(row)

    def _end_row(self) -> None:
        self._rangees.add(self._row, self._places, self._brut)
        self._compte.cellules += len(self._places)
        self._compte.textes += self._length
        self._length = 0
        self._compte.check()

    def _start_other(self, space: str, kind: str, attributes: dict[str, str]) -> None:
        if kind == "sheetData":
            self._open = bool(self._c) and self._c == f"{space} c"
        if space not in SPACES:
            return
        if kind == "worksheet":
            names = (f"{space} {kind}" for kind in ("c", "v", "t", "f", "row", "is"))
            self._c, self._v, self._t, self._f, self._r, self._is = names
        elif kind == "mergeCell":
            self._rangees.merge(attributes.get("ref", ""))
        elif kind == "col" and attributes.get("hidden") in _ON:
            ends = [_integer(attributes.get(end, "")) or 0 for end in ("min", "max")]
            self._rangees.hide_columns(max(ends[0], 1), ends[1])
        elif kind == "rPh":
            self._phonetic = True
        if kind in ("mergeCell", "col", "hyperlink", "dataValidation"):
            self._compte.plages += 1
            self._compte.check()

    def _refuse(self, what: str) -> RefusError:
        return RefusError(
            f"la cellule {self._rangees.nom}!{address(self._row, self._column)} {what}. "
            "Corrigez-la dans Excel ou LibreOffice, enregistrez, puis importez de nouveau."
        )


def _iso(value: str) -> Any:
    kind = dt.datetime if "-" in value else dt.time
    try:
        return encode(kind.fromisoformat(value).replace(tzinfo=None))
    except ValueError:
        return illisible(value)


def _integer(text: str) -> int | None:
    return int(text) if len(text) < 12 and text.isascii() and text.isdigit() else None
