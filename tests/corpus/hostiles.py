"""Workbooks made to exhaust or mislead who reads them, small on disk: one for each danger known.

Each says how it ends: by a refusal that these words match, or read, with that many cells.
"""

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from sdpd_desktop.documents.classeur_donnees import lettres
from tests.corpus.fabrique import (
    BOOK,
    SHEET,
    STRINGS,
    cell,
    ods,
    pack,
    raw_parts,
    replaced,
    rows,
)
from tests.corpus.fabrique_xls import OLE, classeur, number, ole, record
from tests.corpus.fabrique_xlsb import (
    Onglet,
    record_xlsb,
    row_xlsb,
    sheet_xlsb,
    wide,
    xlsb_of,
    xlsb_parts,
)

_DENSE = 95
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_QUADRATIC = f'<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]>'
_XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True)
class Hostile:
    """How to make it, and how it ends."""

    make: Callable[[], bytes]
    fin: str | int


def _parts(content: str = "", **more: str) -> Callable[[], bytes]:
    return lambda: pack(raw_parts(content, **more))


def _dense(make: Callable[[], dict[str, str]]) -> Callable[[], bytes]:
    """Hide the ratio of a bomb behind a picture that does not compress."""

    def packed() -> bytes:
        parts = make()
        return pack(parts, sum(len(part) for part in parts.values()) // _DENSE)

    return packed


def _understated() -> bytes:
    """Return a workbook whose directory says less than its sheet unpacks to."""
    octets = bytearray(pack(raw_parts(rows(50_000))))
    with zipfile.ZipFile(BytesIO(octets)) as archive:
        size = archive.getinfo(SHEET).file_size
    place = octets.rfind(struct.pack("<I", size))
    octets[place : place + 4] = struct.pack("<I", 5_000)
    return bytes(octets)


def _xls(cells: bytes = number(0, 0), more: bytes = b"", place: int | None = None) -> bytes:
    return ole(classeur(cells, more, place))


def _xlsb(*cells: bytes, more: bytes = b"", last: tuple[int, int] = (0, 0)) -> bytes:
    """Return a workbook whose sheet has those records in its first row, or its rows."""
    size = record_xlsb(148, struct.pack("<IIII", 0, last[0], 0, last[1]))
    return xlsb_of(sheet_xlsb(row_xlsb(0), *cells, before=size, after=more))


def _dense_xlsb(part: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Put a big part in a workbook that has cells, and hide its ratio."""

    def packed() -> bytes:
        parts = xlsb_parts({"S1": Onglet([["a", 1]])}) | {part: make()}
        return pack(parts, sum(map(len, parts.values())) // _DENSE)

    return packed


def _binary_number(column: int) -> bytes:
    return record_xlsb(5, struct.pack("<IId", column, 0, 1.0))


def _within(first: int, last: int, content: bytes) -> bytes:
    return record_xlsb(first) + content + record_xlsb(last)


_SHEET, _TEXTS, _STYLES = "xl/worksheets/sheet1.bin", "xl/sharedStrings.bin", "xl/styles.bin"
_LONG = _within(159, 160, record_xlsb(19, b"\0" + wide("x" * 32_000)))
_ALL = "A1:XFD1048576"
HOSTILES: dict[str, Hostile] = {
    "one text of 50 MB": Hostile(_parts(strings=f"<si><t>{'x' * 50_000_000}</t></si>"), "décomp"),
    "one text of 900 kB": Hostile(_parts(strings=f"<si><t>{'x' * 900_000}</t></si>"), "démesuré"),
    "100 MB of spaces": Hostile(_parts(before=" " * 100_000_000), "décompressé"),
    "spaces behind a good ratio": Hostile(
        _dense(lambda: raw_parts(rows(2), before=" " * 90_000_000)), 2
    ),
    "an entry of 101 MB never read": Hostile(
        lambda: pack(raw_parts() | {"x.bin": bytes(101_000_000)}, 2_000_000), "décompressé"
    ),
    "1,001 entries": Hostile(
        lambda: pack(raw_parts() | {f"x/{i}.bin": "" for i in range(1000)}), "éléments"
    ),
    "200,000 entries": Hostile(
        lambda: pack(raw_parts() | {f"x/{i}.bin": "" for i in range(200_000)}), "20|éléments"
    ),
    "an understated size": Hostile(_understated, "abîmé"),
    "500,000 rows": Hostile(_dense(lambda: raw_parts(rows(500_000))), "lignes"),
    "1,000,000 styled empty rows": Hostile(
        _dense(lambda: raw_parts('<row s="1" customFormat="1"/>' * 1_000_000)), "lignes"
    ),
    "500,000 cells in a row": Hostile(
        _dense(lambda: raw_parts(f"<row>{'<c><v>1</v></c>' * 500_000}</row>")), "hors de la feuille"
    ),
    "720,000 cells": Hostile(
        _dense(lambda: raw_parts(rows(45, "<c><v>1</v></c>" * 16_000))), "cellules"
    ),
    "700,000 cells": Hostile(
        _dense(lambda: raw_parts(rows(50_000, "<c><v>1.5</v></c>" * 14))), 700_000
    ),
    "5,100,000 elements after": Hostile(
        _dense(lambda: raw_parts(rows(2), after="<x/>" * 5_100_000)), "éléments"
    ),
    "290,000 elements before": Hostile(
        _dense(lambda: raw_parts(rows(2), before="<x/>" * 290_000)), 2
    ),
    "1,000,000 sheets": Hostile(
        _dense(
            lambda: replaced(BOOK, "</sheets>", f"{'<sheet/>' * 1_000_000}</sheets>")(raw_parts())
        ),
        "déclare",
    ),
    "4,000,000 pieces of a text": Hostile(
        _dense(lambda: raw_parts(strings=f"<si>{'<t/>' * 4_000_000}</si>")), 0
    ),
    "4,000,000 values in a cell": Hostile(
        _dense(lambda: raw_parts(f"<row><c>{'<v/>' * 4_000_000}</c></row>")), 0
    ),
    "20,000,000 elements": Hostile(
        _dense(lambda: raw_parts(after="<x/>" * 20_000_000)), "éléments"
    ),
    "1,000,000 texts": Hostile(_dense(lambda: raw_parts(strings="<si/>" * 1_000_000)), "textes"),
    "texts counted as 4294967295": Hostile(
        lambda: pack(
            replaced(STRINGS, "<sst ", '<sst count="4294967295" uniqueCount="4294967295" ')(
                raw_parts('<row><c t="s"><v>1</v></c></row>')
            )
        ),
        1,
    ),
    "200,000 styles": Hostile(
        _dense(
            lambda: replaced("xl/styles.xml", "<cellXfs>", f"<cellXfs>{'<xf/>' * 200_000}")(
                raw_parts()
            )
        ),
        "styles",
    ),
    "100,000 cells of one text of 32 kB": Hostile(
        _dense(
            lambda: raw_parts(
                rows(1000, '<c t="s"><v>0</v></c>' * 100), strings=f"<si><t>{'x' * 32_000}</t></si>"
            )
        ),
        "de texte",
    ),
    "a dimension of all": Hostile(_parts(rows(5_000), before=f'<dimension ref="{_ALL}"/>'), 5_000),
    "a dimension of one cell": Hostile(_parts(rows(200), before='<dimension ref="A1"/>'), 200),
    "a cell at A1048576": Hostile(_parts('<row r="1048576"><c><v>1</v></c></row>'), 1),
    "a cell at XFD1048576": Hostile(
        _parts('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), 1
    ),
    "a cell at XFD in 40,000 rows": Hostile(
        _dense(
            lambda: raw_parts(
                "".join(
                    f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="XFD{r}"><v>1</v></c></row>'
                    for r in range(1, 40_001)
                )
            )
        ),
        80_000,
    ),
    "a row in 16,000 pieces": Hostile(
        _dense(
            lambda: raw_parts(
                "".join(
                    f'<row r="1"><c r="{lettres(column)}1"><v>1</v></c></row>'
                    for column in range(16_000, 0, -1)
                )
            )
        ),
        16_000,
    ),
    "row 2000000000": Hostile(_parts('<row r="2000000000"/>'), "impossible"),
    "row 1000000000000000": Hostile(_parts('<row r="1000000000000000"/>'), "impossible"),
    "a merge of all": Hostile(
        _parts(rows(2), after=f'<mergeCells><mergeCell ref="{_ALL}"/></mergeCells>'), 2
    ),
    "100,000 merges": Hostile(
        _dense(lambda: raw_parts(after='<mergeCell ref="A1:B1"/>' * 100_000)), "fusionne"
    ),
    "a link over all": Hostile(
        _parts(rows(2), after=f'<hyperlinks><hyperlink ref="{_ALL}"/></hyperlinks>'), 2
    ),
    "100,000 validations": Hostile(
        _dense(lambda: raw_parts(after='<dataValidation sqref="A1"/>' * 100_000)), "contrôle"
    ),
    "a validation and a format over all": Hostile(
        _parts(
            rows(2),
            after=f'<conditionalFormatting sqref="{_ALL}"/><dataValidations>'
            f'<dataValidation sqref="{_ALL}"/></dataValidations>',
        ),
        2,
    ),
    "a print area of 120,000 characters": Hostile(
        _parts(rows(2), names=f"<definedName name='n'>'{'x' * 120_000}</definedName>"), 2
    ),
    "columns hidden 10,000 times": Hostile(
        _dense(lambda: raw_parts(before='<col hidden="1" min="1" max="16383"/>' * 10_000)),
        "colonnes",
    ),
    "billion laughs": Hostile(_parts(rows(1), doctype=_LAUGHS), "DOCTYPE"),
    "a quadratic entity": Hostile(_parts(rows(1), doctype=_QUADRATIC), "DOCTYPE"),
    "an entity from a file": Hostile(_parts(rows(1), doctype=_XXE), "DOCTYPE"),
    "elements in elements, 100,000 deep": Hostile(
        _dense(lambda: raw_parts(after="<x>" * 100_000 + "</x>" * 100_000)), 0
    ),
    "an attribute of 10 MB": Hostile(
        _dense(lambda: raw_parts(f'<row a="{"x" * 10_000_000}"/>')), 0
    ),
    "100,000 attributes": Hostile(
        _dense(lambda: raw_parts("<row" + "".join(f' a{i}="1"' for i in range(100_000)) + "/>")), 0
    ),
    "an .ods row repeated a million times": Hostile(
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1048576">'
            + cell("float", "1", 'table:number-columns-repeated="16384"')
            + "</table:table-row>"
        ),
        "cellules",
    ),
    "an .ods cell far in a million rows": Hostile(
        lambda: ods(
            '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
            ' table:number-columns-repeated="16000"/>' + cell("float") + "</table:table-row>"
        ),
        "cellules",
    ),
    "an .ods of 700,000 cells": Hostile(
        lambda: ods(
            f"<table:table-row>{cell('float', '1.5') * 14}</table:table-row>" * 50_000,
            padding=1_000_000,
        ),
        700_000,
    ),
    "an .ods of 5,100,000 elements": Hostile(lambda: ods("<x/>" * 5_100_000), "décompressé"),
    "a CSV of 2,000,000 lines": Hostile(lambda: b"a;b\n" * 2_000_000, "lignes"),
    "a CSV of one line": Hostile(lambda: b"a;" * 9_000_000, "colonnes"),
    "a CSV of one quote": Hostile(lambda: b'a;"' + b"b\n" * 9_000_000, "guillemet"),
    "an .xls cut in its stream": Hostile(lambda: _xls()[:1_700], "abîmé|incohérent"),
    "an .xls cut in its header": Hostile(lambda: _xls()[:300], "incohérent"),
    "an .xls of 2147483647 tables of sectors": Hostile(
        lambda: ole(classeur(number(0, 0)), tables=0x7FFFFFFF), 1
    ),
    "an .xls of 2147483647 more tables": Hostile(
        lambda: ole(classeur(number(0, 0)), more_tables=0x7FFFFFFF), 1
    ),
    "an .xls whose directory is at sector 2147483632": Hostile(
        lambda: ole(classeur(number(0, 0)), directory=0x7FFFFFF0), "incohérent"
    ),
    "an .xls whose directory goes in circles": Hostile(
        lambda: ole(classeur(number(0, 0)), chain=(-3, 1)), "abîmé"
    ),
    "an .xls whose stream goes in circles": Hostile(
        lambda: ole(classeur(number(0, 0)), chain=(-3, -2, 2)), "abîmé"
    ),
    "an .xls that claims a stream of 2 GB": Hostile(
        lambda: ole(classeur(number(0, 0)), size=0x7FFFFFFF), "abîmé"
    ),
    "an .xls whose sheet is at 4 GB": Hostile(lambda: _xls(place=0xFFFFFFF0), "incohérent"),
    "an .xls cell at IV65536": Hostile(lambda: _xls(number(65535, 255)), 1),
    "an .xls cell in column 60,000": Hostile(lambda: _xls(number(0, 60_000)), "incohérent"),
    "an .xls dimension of 4294967295 rows": Hostile(
        lambda: _xls(
            record(0x200, struct.pack("<IIHHH", 0, 2**32 - 1, 0, 0xFFFF, 0)) + number(0, 0)
        ),
        1,
    ),
    "an .xls of 4294967295 texts": Hostile(
        lambda: _xls(
            record(0xFD, struct.pack("<HHHI", 0, 0, 0, 5)),
            record(0xFC, struct.pack("<II", 2**32 - 1, 2**32 - 1)),
        ),
        "incohérent",
    ),
    "an .xls record longer than the file": Hostile(
        lambda: _xls(struct.pack("<HH", 0x203, 0xFFFF) + b"x"), "incohérent"
    ),
    "an .xls style that is not there": Hostile(lambda: _xls(number(0, 0, style=999)), "incohérent"),
    "an .xls of 250 sheets that are one": Hostile(
        lambda: ole(classeur(record(0x1000) * 3_000_000, noms=[f"S{n}" for n in range(250)])),
        "temps",
    ),
    "an .xls of 700,000 cells": Hostile(
        lambda: ole(
            classeur(b"".join(number(row, column) for row in range(50_000) for column in range(14)))
        ),
        700_000,
    ),
    "an .xls of 1,000,000 numbers in one cell": Hostile(
        lambda: ole(classeur(number(0, 0) * 1_000_000)), 1
    ),
    "an .xls of noise": Hostile(lambda: OLE + bytes(range(256)) * 40, "abîmé"),
    "an .xlsb cell at XFD": Hostile(lambda: _xlsb(_binary_number(0), _binary_number(16_383)), 2),
    "an .xlsb cell in column 4294967280": Hostile(
        lambda: _xlsb(_binary_number(2**32 - 16)), "S1.*ligne 1, plus de 16384 colonnes"
    ),
    "an .xlsb row 4294967280": Hostile(
        lambda: _xlsb(row_xlsb(2**32 - 17)), r"S1.*numéro impossible \(4294967280\)"
    ),
    "an .xlsb cell in no row": Hostile(
        lambda: xlsb_of(sheet_xlsb(_binary_number(0))), "S1.*hors de toute ligne"
    ),
    "an .xlsb cell there twice": Hostile(lambda: _xlsb(_binary_number(0) * 2), "S1!A1.*deux fois"),
    "an .xlsb row of 4,000,000 short cells": Hostile(
        _dense_xlsb(_SHEET, lambda: sheet_xlsb(row_xlsb(0), record_xlsb(12, bytes(4)) * 4_000_000)),
        "colonnes",
    ),
    "an .xlsb of 4,200,000 unknown records": Hostile(
        _dense_xlsb(_SHEET, lambda: sheet_xlsb(after=record_xlsb(99) * 4_200_000)), 0
    ),
    "an .xlsb of 20,000,000 records": Hostile(
        _dense_xlsb(_SHEET, lambda: sheet_xlsb(after=record_xlsb(99) * 20_000_000)), "éléments"
    ),
    "an .xlsb of 500,000 rows": Hostile(
        _dense_xlsb(_SHEET, lambda: sheet_xlsb(*map(row_xlsb, range(500_000)))), "lignes"
    ),
    "an .xlsb of 700,000 cells": Hostile(
        _dense_xlsb(
            _SHEET,
            lambda: sheet_xlsb(
                *(row_xlsb(row) + b"".join(map(_binary_number, range(14))) for row in range(50_000))
            ),
        ),
        700_000,
    ),
    "an .xlsb of 720,000 cells": Hostile(
        _dense_xlsb(
            _SHEET,
            lambda: sheet_xlsb(
                *(row_xlsb(row) + b"".join(map(_binary_number, range(16_000))) for row in range(45))
            ),
        ),
        "cellules",
    ),
    "an .xlsb of 1,000,000 texts": Hostile(
        _dense_xlsb(_TEXTS, lambda: _within(159, 160, record_xlsb(19, bytes(5)) * 1_000_000)),
        "textes",
    ),
    "an .xlsb text of 900 kB": Hostile(
        _dense_xlsb(
            _TEXTS, lambda: _within(159, 160, record_xlsb(19, b"\0" + wide("x" * 900_000)))
        ),
        "démesuré",
    ),
    "an .xlsb of 100,000 cells of one text": Hostile(
        lambda: pack(xlsb_parts({"S1": Onglet([["a"] * 100] * 1_000)}) | {_TEXTS: _LONG}, 200_000),
        "de texte",
    ),
    "an .xlsb of 200,000 styles": Hostile(
        _dense_xlsb(
            _STYLES,
            lambda: _within(278, 279, _within(617, 618, record_xlsb(47, bytes(16)) * 200_000)),
        ),
        "styles",
    ),
    "an .xlsb merge of all": Hostile(
        lambda: _xlsb(more=record_xlsb(176, struct.pack("<IIII", 0, 1_048_575, 0, 16_383))), 0
    ),
    "an .xlsb merge beyond all": Hostile(
        lambda: _xlsb(more=record_xlsb(176, struct.pack("<IIII", 0, 2**32 - 1, 0, 5))), "fusionnée"
    ),
    "an .xlsb of 100,000 merges": Hostile(
        _dense_xlsb(
            _SHEET,
            lambda: sheet_xlsb(after=record_xlsb(176, struct.pack("<IIII", 0, 0, 0, 1)) * 100_000),
        ),
        "fusionne",
    ),
    "an .xlsb of columns hidden 10,000 times": Hostile(
        lambda: _xlsb(more=record_xlsb(60, struct.pack("<IIIIH", 0, 2**32 - 1, 0, 0, 1)) * 10_000),
        "colonnes",
    ),
    "an .xlsb dimension of 4294967295 rows": Hostile(
        lambda: _xlsb(_binary_number(0), last=(2**32 - 1, 2**32 - 1)), 1
    ),
    "an .xlsb record that claims 256 MB": Hostile(
        lambda: _xlsb(b"\x05\xff\xff\xff\x7f" + bytes(50)), "illisible"
    ),
    "an .xlsb text that claims 8 GB": Hostile(
        lambda: _xlsb(record_xlsb(6, struct.pack("<III", 0, 0, 2**32 - 1))), "S1!A1.*incomplète"
    ),
    "an .xlsb text that is not there": Hostile(
        lambda: _xlsb(record_xlsb(7, struct.pack("<III", 0, 0, 2**32 - 1))), "S1!A1.*n'existe pas"
    ),
    "an .xlsb style that is not there": Hostile(
        lambda: _xlsb(record_xlsb(5, struct.pack("<IId", 1, 999, 1.0))), "S1!B1.*style"
    ),
    "an .xlsb sheet cut in a record": Hostile(
        lambda: xlsb_of(record_xlsb(129) + b"\x91"), "illisible"
    ),
    "an .xlsb sheet cut between records": Hostile(
        lambda: xlsb_of(sheet_xlsb(row_xlsb(0), _binary_number(0))[:-3]), "illisible"
    ),
    "an .xlsb sheet of nothing": Hostile(lambda: xlsb_of(b""), "illisible"),
    "an .xlsb book of noise": Hostile(lambda: xlsb_of(b"", b"\xff" * 200), "illisible"),
    "a CSV text of 19 MB": Hostile(lambda: b"x" * 19_000_000, "démesuré"),
    "a CSV text of 19 MB in quotes": Hostile(
        lambda: b'a;"' + b"x" * 19_000_000 + b'"\n', "démesuré"
    ),
    "a CSV of quotes": Hostile(lambda: b'"' * 19_000_000, "mal formée"),
    "a CSV of empty lines": Hostile(lambda: b"\n" * 19_000_000, "lignes"),
    "a CSV with null bytes": Hostile(lambda: b"a;b\n1;\0\x002\n", "contenu"),
    "a CSV of null bytes far on": Hostile(lambda: b"a;b\n" * 2_000 + b"1;\x002\n", "contenu"),
    "a CSV in UTF-16 cut in a letter": Hostile(
        lambda: "a;b\n1;2\n".encode("utf-16")[:-1], "contenu"
    ),
    "a CSV in UTF-32": Hostile(lambda: "a;b\n1;2\n".encode("utf-32"), "contenu"),
    "a CSV of two encodings": Hostile(lambda: "Été;1\n".encode() + "Été;2\n".encode("cp1252"), 4),
}
"""Every danger known, by name."""
