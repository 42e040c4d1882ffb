"""Reads the binary workbooks of today, .xlsb; runs in the child process only.

Each part is a suite of records, a kind and a length before each ([MS-XLSB] 2.1.4). No library
that is kept up tells the errors and the number formats of their cells.
"""

import struct
import zipfile
from collections.abc import Iterator
from typing import Any

from typing_extensions import override

from sdpd_desktop.documents.classeur_donnees import address
from sdpd_desktop.documents.classeur_paquet import ContentTypes
from sdpd_desktop.documents.classeur_parties import (
    Lecteurs,
    Livre,
    Parties,
    Styles,
    Textes,
    read_book,
)
from sdpd_desktop.documents.classeur_rangees import (
    LAST_COLUMN,
    LAST_ROW,
    MAX_CELL_TEXT,
    Compte,
    Rangees,
    encode,
    encode_erreur,
    texte_binaire,
)
from sdpd_desktop.documents.preflight import RESAVE, Budget, RefusError, blocks
from sdpd_desktop.domain.texte import NBSP

_ROW, _TEXT, _FORMAT, _STYLE, _COLUMNS, _RICH = 0, 19, 44, 47, 60, 62
_BOOK_PROPERTIES, _SHEET, _MERGE = 153, 156, 176
_CELLS, _END_CELLS, _CELL_STYLES, _END_CELL_STYLES = 145, 146, 617, 618
_BOOK, _WORKSHEET, _TEXTS, _STYLESHEET = (131, 132), (129, 130), (159, 160), (278, 279)
# A short cell gives no column: it stands beside the one before. Formulas keep their result.
_BLANK, _SHORT_BLANK = 1, 12
_RK, _ERROR, _BOOLEAN, _REAL, _STRING, _SHARED = range(6)
_LONG = {2: _RK, 3: _ERROR, 4: _BOOLEAN, 5: _REAL, 6: _STRING, 7: _SHARED,
         8: _STRING, 9: _REAL, 10: _BOOLEAN, 11: _ERROR}  # fmt: skip
_SHORT = {13: _RK, 14: _ERROR, 15: _BOOLEAN, 16: _REAL, 17: _STRING, 18: _SHARED}
_HIDDEN_ROW, _HIDDEN_COLUMNS, _STYLE_BITS = 0x10, 1, 0xFFFFFF
_TWO, _INTEGER, _NUMBER, _RANGE = (struct.Struct(code) for code in ("<II", "<I", "<d", "<4I"))
_BATCH = 4_096


def read(archive: zipfile.ZipFile, types: ContentTypes, budget: Budget) -> dict[str, Any]:
    """Read the cells of every sheet: see :func:`read_book`."""
    return read_book(archive, types, budget, _lecteurs, _Feuille)


def _lecteurs(compte: Compte) -> Lecteurs:
    return Lecteurs(_run, _Livre(), _Textes(compte), _Styles())


class _Suite:
    """Follows the records of one part, from the first to the last that it must have."""

    bornes: tuple[int, int]

    def record(self, kind: int, content: bytes) -> None:
        """Meet a record."""


def _run(archive: zipfile.ZipFile, part: str, suite: _Suite, budget: Budget) -> None:
    """Lead a reader through the records of a part.

    Raises:
        RefusError: The part is missing, damaged, cut, or holds too much.
    """
    octets = b"".join(blocks(archive, part))
    kind = first = -1
    try:
        for kind, content in _records(octets, budget):
            first = kind if first < 0 else first
            suite.record(kind, content)
    except (IndexError, struct.error) as error:
        raise _illisible(part) from error
    if (first, kind) != suite.bornes:
        raise _illisible(part)


def _records(octets: bytes, budget: Budget) -> Iterator[tuple[int, bytes]]:
    place = told = count = 0
    end = len(octets)
    while place < end:
        kind = octets[place]
        place += 1
        if kind > 0x7F:
            kind = kind & 0x7F | (octets[place] & 0x7F) << 7
            place += 1
        size = octets[place]
        place += 1
        if size > 0x7F:
            size &= 0x7F
            for shift in (7, 14, 21):
                byte = octets[place]
                place += 1
                size |= (byte & 0x7F) << shift
                if byte < 0x80:
                    break
        content = octets[place : place + size]
        place += size
        if place > end:
            raise IndexError
        yield kind, content
        count += 1
        if not count % _BATCH:
            budget.take(place - told, _BATCH)
            told = place
    budget.take(end - told, count % _BATCH)


def _illisible(part: str) -> RefusError:
    return RefusError(f"son élément «{NBSP}{part}{NBSP}» est illisible. {RESAVE}")


def _string(content: bytes, place: int) -> str:
    """Return the text that stands there, its length before it."""
    return texte_binaire(_raw_string(content, place))


def _raw_string(content: bytes, place: int) -> str:
    (length,) = _INTEGER.unpack_from(content, place)
    start, end = place + 4, place + 4 + 2 * length
    if end > len(content):
        raise IndexError
    return content[start:end].decode("utf-16-le", "surrogatepass")


class _Livre(Livre, _Suite):
    bornes = _BOOK

    @override
    def record(self, kind: int, content: bytes) -> None:
        if kind == _SHEET:
            (state,) = _INTEGER.unpack_from(content, 0)
            identity = _raw_string(content, 8)
            nom = _string(content, 12 + 2 * len(identity))
            self.declare(nom, "hidden" if state else "visible", identity)
        elif kind == _BOOK_PROPERTIES:
            self.depuis_1904 = bool(content[0] & 1)


class _Textes(Textes, _Suite):
    bornes = _TEXTS

    @override
    def record(self, kind: int, content: bytes) -> None:
        if kind == _TEXT:
            texte = _string(content, 1)
            if len(texte) > MAX_CELL_TEXT:
                raise RefusError(f"un de ses textes est démesuré. {RESAVE}")
            self.add(texte)


class _Styles(Styles, _Suite):
    bornes = _STYLESHEET

    def __init__(self) -> None:
        super().__init__()
        self._inside = False

    @override
    def record(self, kind: int, content: bytes) -> None:
        if kind in (_CELL_STYLES, _END_CELL_STYLES):
            self._inside = kind == _CELL_STYLES
        elif kind == _FORMAT:
            self.name(str(int.from_bytes(content[:2], "little")), _string(content, 2))
        elif kind == _STYLE and self._inside:
            self.add(str(int.from_bytes(content[2:4], "little")))


class _Feuille(_Suite):
    """Follows the rows and cells of one sheet."""

    bornes = _WORKSHEET

    def __init__(self, rangees: Rangees, parties: Parties, compte: Compte) -> None:
        self._rangees, self._compte = rangees, compte
        self._textes, self._styles = parties.textes, parties.styles
        self._depuis_1904 = parties.depuis_1904
        self._inside = False
        self._row = self._column = self._length = 0
        self._places: list[int] = []
        self._brut: list[Any] = []

    @override
    def record(self, kind: int, content: bytes) -> None:
        if kind <= 18 or kind == _RICH:
            if self._inside and kind:
                self._cell(kind, content)
            elif self._inside:
                self._start_row(content)
        elif kind in (_CELLS, _END_CELLS):
            self._end_row()
            self._inside = kind == _CELLS
        elif kind == _MERGE:
            self._merge(*_RANGE.unpack_from(content, 0))
        elif kind == _COLUMNS:
            first, last = _TWO.unpack_from(content, 0)
            if content[16] & _HIDDEN_COLUMNS:
                self._rangees.hide_columns(first + 1, last + 1)
            self._count_range()

    def _start_row(self, content: bytes) -> None:
        self._end_row()
        self._compte.lignes += 1
        row = _INTEGER.unpack_from(content, 0)[0] + 1
        if row > LAST_ROW:
            raise self._outside(f"une ligne de numéro impossible ({row})")
        self._row, self._column = row, 0
        if content[11] & _HIDDEN_ROW:
            self._rangees.lignes_masquees.append(row)

    def _end_row(self) -> None:
        self._rangees.add(self._row, self._places, self._brut)
        self._compte.cellules += len(self._places)
        self._compte.textes += self._length
        self._compte.check()
        self._places, self._brut, self._length = [], [], 0

    def _cell(self, kind: int, content: bytes) -> None:
        place = 4
        if kind in _SHORT or kind == _SHORT_BLANK:
            self._column += 1
            (style,) = _INTEGER.unpack_from(content, 0)
        else:
            column, style = _TWO.unpack_from(content, 0)
            self._column, place = column + 1, 8
        if not self._row:
            raise self._outside("une cellule hors de toute ligne")
        if self._column > LAST_COLUMN or len(self._places) > LAST_COLUMN:
            raise self._outside(f"ligne {self._row}, plus de {LAST_COLUMN} colonnes")
        if kind in (_BLANK, _SHORT_BLANK):
            return
        try:
            brut = self._typed(kind, content, place, style & _STYLE_BITS)
        except (IndexError, struct.error):
            raise self._refuse("est incomplète") from None
        if brut is not None:
            self._places.append(self._column)
            self._brut.append(brut)

    def _typed(self, kind: int, content: bytes, place: int, style: int) -> Any:
        if kind == _RICH:  # A byte says what follows the text.
            return self._text(_string(content, place + 1))
        nature = _LONG[kind] if kind in _LONG else _SHORT[kind]
        if nature == _SHARED:
            (index,) = _INTEGER.unpack_from(content, place)
            if index >= len(self._textes):
                raise self._refuse("renvoie à un texte qui n'existe pas")
            return self._text(self._textes[index])
        if nature == _REAL:
            return self._number(_NUMBER.unpack_from(content, place)[0], style)
        if nature == _RK:
            return self._number(_rk(_INTEGER.unpack_from(content, place)[0]), style)
        if nature == _STRING:
            return self._text(_string(content, place))
        return encode(bool(content[place])) if nature == _BOOLEAN else encode_erreur(content[place])

    def _number(self, number: float, style: int) -> Any:
        if style >= len(self._styles):
            raise self._refuse("renvoie à un style qui n'existe pas")
        known = self._styles[style]
        self._length += len(known.format)
        if known.date:
            return known.encode_date(number, depuis_1904=self._depuis_1904)
        return encode(number, known.format)

    def _text(self, texte: str) -> str | None:
        self._length += len(texte)
        if len(texte) > MAX_CELL_TEXT:
            raise self._refuse("contient un texte démesuré")
        return texte or None

    def _merge(self, top: int, bottom: int, left: int, right: int) -> None:
        self._count_range()
        if bottom >= LAST_ROW or right >= LAST_COLUMN:
            raise self._outside("une plage fusionnée qui en sort")
        self._rangees.merge(f"{address(top + 1, left + 1)}:{address(bottom + 1, right + 1)}")

    def _count_range(self) -> None:
        self._compte.plages += 1
        self._compte.check()

    def _refuse(self, what: str) -> RefusError:
        return RefusError(
            f"la cellule {self._rangees.nom}!{address(self._row, self._column)} {what}. {RESAVE}"
        )

    def _outside(self, what: str) -> RefusError:
        return RefusError(f"la feuille «{NBSP}{self._rangees.nom}{NBSP}» contient {what}. {RESAVE}")


def _rk(packed: int) -> float:
    """Return the number kept in 30 bits, an integer or the top of a real, and its hundredths."""
    if packed & 2:
        number: float = (packed >> 2) - ((packed >> 31) << 30)
    else:
        number = _NUMBER.unpack(bytes(4) + _INTEGER.pack(packed & 0xFFFFFFFC))[0]
    return number / 100 if packed & 1 else number
