"""Makes workbooks of Excel 97-2003 by hand, sound or not: a compound file of one stream."""

import struct
from collections.abc import Sequence

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIG, _END, _FREE, _TABLE = 60_000, -2, -1, -3


def ole(
    stream: bytes,
    *,
    tables: int = 1,
    directory: int = 1,
    more_tables: int = 0,
    chain: Sequence[int] = (),
    size: int | None = None,
) -> bytes:
    """Return a compound file: its table of sectors first, its directory next, then the stream.

    Each keyword says something else than what is true.
    """
    sector = 1 << (shift := 9 if len(stream) < _BIG else 14)
    body = stream.ljust(max(4096, -(-len(stream) // sector) * sector), b"\0")
    sectors = [_TABLE, _END, *range(3, len(body) // sector + 2), _END]
    sectors[: len(chain)] = chain
    head = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, shift, 6) + bytes(6)
    head += struct.pack("<9i", 0, tables, directory, 0, 4096, _END, 0, _END, more_tables)
    head += struct.pack("<109i", 0, *[_FREE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0)
    entries += _entry("Workbook", 2, _FREE, 2, len(body) if size is None else size)
    table = struct.pack(f"<{len(sectors)}i", *sectors).ljust(sector, b"\xff")
    return head + table + entries.ljust(sector, b"\0") + body


def _entry(nom: str, kind: int, child: int, start: int, size: int) -> bytes:
    name = f"{nom}\0".encode("utf-16-le")
    head = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), kind, 1)
    links = struct.pack("<iii", _FREE, _FREE, child)
    return head + links + bytes(36) + struct.pack("<iii", start, size, 0)


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record of the stream."""
    return struct.pack("<HH", kind, len(data)) + data


def number(row: int, column: int, value: float = 1.0, style: int = 0) -> bytes:
    """Return the record of a cell that holds a number."""
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def classeur(
    cells: bytes, more: bytes = b"", place: int | None = None, noms: Sequence[str] = ("S1",)
) -> bytes:
    """Return the stream of a workbook whose sheets are one; ``place`` is said instead of its."""
    font = record(
        0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + b"\x01\x00A"
    )
    book = _start(5) + record(0x42, struct.pack("<H", 1200)) + record(0x22, bytes(2)) + font * 5
    book += record(0xE0, bytes(20)) + more
    sheet = len(book) + sum(12 + len(nom) for nom in noms) + 4
    for nom in noms:
        told = bytes([len(nom), 0]) + nom.encode("ascii")
        book += record(0x85, struct.pack("<IBB", sheet if place is None else place, 0, 0) + told)
    return book + record(0x0A) + _start(0x10) + cells + record(0x0A)


def _start(kind: int) -> bytes:
    return record(0x809, struct.pack("<HHIII", 0x600, kind, 0, 0, 0))
