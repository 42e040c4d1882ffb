"""Makes binary workbooks of today, .xlsb, by hand: nothing else writes them here."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.corpus.fabrique import HEAD, LIENS, PACKAGE, pack, raw_parts

ERREURS = {
    "#NULL!": 0x00,
    "#DIV/0!": 0x07,
    "#VALUE!": 0x0F,
    "#REF!": 0x17,
    "#NAME?": 0x1D,
    "#NUM!": 0x24,
    "#N/A": 0x2A,
}
_BINARY = "application/vnd.ms-excel"
_DOCUMENTS = "application/vnd.openxmlformats-officedocument"
_BUILTIN = {"General": 0, "0%": 9, "0.00%": 10, "dd/mm/yyyy": 14, "[h]:mm:ss": 46}


@dataclass(frozen=True)
class Case:
    """A cell that is not just a value.

    Attributes:
        valeur: A text, number or boolean; « #N/A » and the like with ``erreur``.
        courte: Kept without its column.
        brut: Its text is kept in place, not among the shared ones; "riche" with its faces.
    """

    valeur: str | float | bool
    format: str = "General"
    erreur: bool = False
    formule: bool = False
    courte: bool = False
    brut: str = ""


@dataclass(frozen=True)
class Onglet:
    """A sheet; its rows and columns are counted from 1."""

    table: Sequence[Sequence[object]]
    lignes_masquees: Sequence[int] = ()
    colonnes_masquees: Sequence[int] = ()
    fusions: Sequence[tuple[int, int, int, int]] = ()
    masque: bool = False


def record_xlsb(kind: int, data: bytes = b"") -> bytes:
    """Return a record of that kind."""
    size, length = b"", len(data)
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            break
    head = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
    return head + size + data


def wide(text: str) -> bytes:
    """Return a text with its length before it."""
    octets = text.encode("utf-16-le", "surrogatepass")
    return struct.pack("<I", len(octets) // 2) + octets


def row_xlsb(numero: int, *, masquee: bool = False) -> bytes:
    """Return the record that starts a row, counted from 0."""
    return record_xlsb(0, struct.pack("<IIHBBBI", numero, 0, 300, 0, 0x10 * masquee, 0, 0))


@dataclass
class _Livre:
    """What the cells of all sheets refer to."""

    textes: dict[str, int] = field(default_factory=dict)
    formats: dict[str, int] = field(default_factory=lambda: {"General": 0})

    def cell(self, column: int, value: object) -> bytes:
        case = value if isinstance(value, Case) else _case(value)
        style = self.formats.setdefault(case.format, len(self.formats))
        kind, content = self._content(case)
        if case.courte:
            kind = {2: 13, 3: 14, 4: 15, 5: 16, 6: 17, 7: 18}[kind]
            return record_xlsb(kind, struct.pack("<I", style) + content)
        if case.formule:
            kind = {3: 11, 4: 10, 5: 9, 6: 8}[kind]
            content += struct.pack("<HI", 0, 0)
        return record_xlsb(kind, struct.pack("<II", column, style) + content)

    def _content(self, case: Case) -> tuple[int, bytes]:
        match case.valeur:
            case str() as text if case.erreur:
                return 3, bytes([ERREURS[text]])
            case str() as text if case.brut == "riche":
                return 62, b"\1" + wide(text) + struct.pack("<IHH", 1, 0, 0)
            case str() as text if case.brut or case.formule:
                return 6, wide(text)
            case str() as text:
                return 7, struct.pack("<I", self.textes.setdefault(text, len(self.textes)))
            case bool() as known:
                return 4, bytes([known])
            case number if case.formule or not _fits(number):
                return 5, struct.pack("<d", number)
            case number:
                return 2, rk(number)

    def sheet(self, onglet: Onglet) -> bytes:
        height, width = len(onglet.table), max(map(len, onglet.table), default=0)
        dimension = struct.pack("<IIII", 0, max(height - 1, 0), 0, max(width - 1, 0))
        rows = [
            row_xlsb(numero, masquee=numero + 1 in onglet.lignes_masquees)
            + b"".join(
                self.cell(column, value) for column, value in enumerate(values) if value is not None
            )
            for numero, values in enumerate(onglet.table)
        ]
        columns = [
            record_xlsb(60, struct.pack("<IIIIH", column - 1, column - 1, 2_000, 0, 1))
            for column in onglet.colonnes_masquees
        ]
        merges = [
            record_xlsb(176, struct.pack("<IIII", *(place - 1 for place in place_of)))
            for place_of in onglet.fusions
        ]
        return sheet_xlsb(
            *rows,
            before=record_xlsb(148, dimension) + (_within(390, 391, *columns) if columns else b""),
            after=_within(177, 178, *merges, count=len(merges)) if merges else b"",
        )

    def styles(self) -> bytes:
        own = {shown: 164 + i for i, shown in enumerate(self.formats) if shown not in _BUILTIN}
        fmts = [record_xlsb(44, struct.pack("<H", code) + wide(fmt)) for fmt, code in own.items()]
        known = _BUILTIN | own
        font = struct.pack("<HHHHBBBB", 220, 0, 400, 0, 0, 2, 0, 0) + bytes(8) + b"\2" + wide("A")
        none, normal = struct.pack("<H", 0xFFFF), struct.pack("<IHBB", 0, 1, 0, 0xFF)
        more = bytes(8) + b"\x08\x10\0\0"
        return _within(
            278,
            279,
            _within(615, 616, *fmts, count=len(fmts)) if fmts else b"",
            _within(611, 612, record_xlsb(43, font), count=1),
            _within(603, 604, record_xlsb(45, bytes(68)), count=1),
            _within(613, 614, record_xlsb(46, bytes(51)), count=1),
            _within(626, 627, record_xlsb(47, none + bytes(2) + more), count=1),
            _within(
                617,
                618,
                *(
                    record_xlsb(47, struct.pack("<HH", 0, known[shown]) + more)
                    for shown in self.formats
                ),
                count=len(self.formats),
            ),
            _within(619, 620, record_xlsb(48, normal + wide("Normal")), count=1),
        )

    def shared(self) -> bytes:
        items = [record_xlsb(19, b"\0" + wide(text)) for text in self.textes]
        start = record_xlsb(159, struct.pack("<II", len(items), len(items)))
        return b"".join([start, *items, record_xlsb(160)])


def _case(value: object) -> Case:
    assert isinstance(value, str | int | float)
    return Case(value)


def _fits(number: float) -> bool:
    return float(number).is_integer() and abs(number) < 2**29


def rk(number: float, *, hundredths: bool = False) -> bytes:
    """Return a whole number, or a real with its lowest bits lost, packed in four bytes."""
    if _fits(number):
        return struct.pack("<I", (int(number) << 2 & 0xFFFFFFFF) | 2 | hundredths)
    (high,) = struct.unpack("<I", struct.pack("<d", number)[4:])
    return struct.pack("<I", high & 0xFFFFFFFC | hundredths)


def _within(first: int, last: int, *records: bytes, count: int | None = None) -> bytes:
    start = record_xlsb(first, b"" if count is None else struct.pack("<I", count))
    return b"".join([start, *records, record_xlsb(last)])


def sheet_xlsb(*records: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """Return a sheet whose rows are those records."""
    return _within(129, 130, before, _within(145, 146, *records), after)


def xlsb_parts(
    onglets: Mapping[str, Onglet], *, depuis_1904: bool = False
) -> dict[str, bytes | str]:
    """Return the parts of a workbook that has those sheets."""
    livre = _Livre()
    sheets = [livre.sheet(onglet) for onglet in onglets.values()]
    tabs = [
        record_xlsb(156, struct.pack("<II", onglet.masque, i) + wide(f"rId{i}") + wide(nom))
        for i, (nom, onglet) in enumerate(onglets.items(), 1)
    ]
    properties = record_xlsb(153, struct.pack("<II", depuis_1904, 0) + wide(""))
    kinds = [f"worksheets/sheet{i}" for i in range(1, len(sheets) + 1)]
    links = [*((kind, "worksheet") for kind in kinds)]
    links += [("styles", "styles"), ("sharedStrings", "sharedStrings")]
    return {
        # As Excel does it: the book is what no other line speaks of.
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="bin" ContentType="{_BINARY}.sheet.binary.macroEnabled.main"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.bin" ContentType="{_BINARY}.{kind}"/>'
            for part, kind in links
        )
        + f'<Override PartName="/docProps/custom.xml" ContentType="{_DOCUMENTS}'
        '.custom-properties+xml"/></Types>',
        "_rels/.rels": raw_parts()["_rels/.rels"].replace("workbook.xml", "workbook.bin"),
        "xl/_rels/workbook.bin.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{i}" Type="{LIENS}/{kind}" Target="{part}.bin"/>'
            for i, (part, kind) in enumerate(links, 1)
        )
        + "</Relationships>",
        "xl/workbook.bin": _within(131, 132, properties, _within(143, 144, *tabs)),
        "xl/styles.bin": livre.styles(),
        "xl/sharedStrings.bin": livre.shared(),
        **{f"xl/{kind}.bin": sheet for kind, sheet in zip(kinds, sheets, strict=True)},
    }


def xlsb(*table: Sequence[object], nom: str = "S1", depuis_1904: bool = False) -> bytes:
    """Return a workbook of one sheet; nothing stands for None."""
    return pack(xlsb_parts({nom: Onglet(table)}, depuis_1904=depuis_1904))


def xlsb_of(sheet: bytes, book: bytes | None = None) -> bytes:
    """Return a workbook whose sheet, or whose book, is made of those bytes."""
    with zipfile.ZipFile(io.BytesIO(xlsb(["a", 1]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.bin"] = sheet
    if book is not None:
        parts["xl/workbook.bin"] = book
    return pack(parts)
