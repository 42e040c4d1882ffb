"""Reads the plain rows of a sheet, as most programs write them, without an event for each tag.

A row is plain when every byte of it is accounted for: cells with an address, which hold a number,
a boolean, a shared text or nothing. The first row that is not, and all that follows, is for the
XML parser, which also reads what comes before the rows. In the child process only.
"""

import re
from collections.abc import Callable, Iterator
from operator import itemgetter

_OPEN = b"<sheetData>"
_ROW = re.compile(rb'<row r="([0-9]{1,7})"([^<>]*)>')
_CLOSE = b"</row>"
_ATTRIBUTE = re.compile(r' ((?:[A-Za-z][A-Za-z0-9]*:)?[A-Za-z][A-Za-z0-9]*)="([^"<>&\x00-\x1f]*)"')
_PREFIX = re.compile(rb"\sxmlns:([A-Za-z][A-Za-z0-9]*)=")
_CELL = re.compile(
    r'(<c r="([A-Z]{1,3}[0-9]{1,7})"(?: s="([0-9]{1,5})")?(?: t="([snb])")?'
    r"(?:/>|>(?:<v>([-+.0-9eE]{0,40})</v>)?</c>))"
)
_WHOLE = itemgetter(0)
_LONGEST_TAG, _LONGEST_ROW, _KEPT, _BOM = 2_000, 1 << 20, 1_000, 3

Cellules = list[tuple[str, str, str, str, str]]
"""All of a cell, then its address, its style, its kind and its value; "" for what is absent."""


class RangeesSimples:
    """Takes the plain rows out of the bytes of one sheet.

    Args:
        open_: Tells whether the parser is where rows are expected, in the spreadsheet's namespace.
        take: Given the number of a row, whether it is hidden, and its cells.
    """

    def __init__(
        self, open_: Callable[[], bool], take: Callable[[str, bool, Cellules], None]
    ) -> None:
        self._open, self._take = open_, take
        self._known: dict[bytes, bool | None] = {}
        self._prefixes = {"xml"}

    def sift(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield what the parser must read, in order; it reads each before the next is asked for."""
        waiting, first = b"", True
        for block in blocks:
            waiting += block
            at = waiting.find(_OPEN) + len(_OPEN)
            found = at >= len(_OPEN)
            head = waiting[:at] if found else waiting[: 1 - len(_OPEN)]
            # Within a comment or an instruction, the tag would not be one.
            plain = b"<!" not in waiting and waiting.rfind(b"<?") <= (_BOM if first else -1)
            self._prefixes.update(name.decode("ascii") for name in _PREFIX.findall(waiting))
            waiting = waiting[len(head) :]
            yield head
            if found and plain and self._open():
                waiting = self._rest(waiting, blocks)
            if found or not plain:
                break
            first = False
        yield waiting
        yield from blocks

    def _rest(self, data: bytes, blocks: Iterator[bytes]) -> bytes:
        """Take the plain rows; return the first bytes that are none."""
        while True:
            at, more = self._rows(data)
            data = data[at:]
            block = next(blocks, b"") if more and len(data) < _LONGEST_ROW else b""
            if not block:
                return data
            data += block

    def _rows(self, data: bytes) -> tuple[int, bool]:
        """Take the whole rows; return where they end, and whether a part of one follows."""
        at = 0
        while found := _ROW.match(data, at):
            numero, attributes = found.groups()
            start, alone = found.end(), attributes.endswith(b"/")
            end = start if alone else data.find(_CLOSE, start)
            if end < 0:
                return at, True
            hidden = self._hidden(attributes.removesuffix(b"/"))
            if hidden is None or not (content := data[start:end]).isascii():
                return at, False
            cells: Cellules = _CELL.findall(content.decode("ascii"))
            if sum(map(len, map(_WHOLE, cells))) != len(content):
                return at, False
            self._take(numero.decode("ascii"), hidden, cells)
            at = end if alone else end + len(_CLOSE)
        return at, len(data) - at < _LONGEST_TAG and b">" not in data[at:]

    def _hidden(self, attributes: bytes) -> bool | None:
        """Tell whether a row with these attributes is hidden; None when they are not plain."""
        if attributes not in self._known:
            if len(self._known) > _KEPT:
                self._known.clear()
            self._known[attributes] = self._read(attributes)
        return self._known[attributes]

    def _read(self, attributes: bytes) -> bool | None:
        if not attributes.isascii():
            return None
        text = attributes.decode("ascii")
        found = _ATTRIBUTE.findall(text)
        names = {name for name, _value in found}
        if sum(len(name) + len(value) + len(' =""') for name, value in found) != len(text):
            return None
        spaces = {space for space, colon, _name in (name.partition(":") for name in names) if colon}
        if len(names) < len(found) or names & {"r", "xmlns"} or spaces - self._prefixes:
            return None
        return dict(found).get("hidden") in ("1", "true")
