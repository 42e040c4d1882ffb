"""Our reading of .xlsx against openpyxl's and calamine's, cell by cell.

Both are let off what they are known to lose: calamine tells no error cell, trims texts and keeps
no whole number apart; openpyxl keeps « _x000D_ » as it stands.
"""

import datetime as dt
import io
import string
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ERROR_CODES
from python_calamine import CalamineWorkbook

from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.classeur_parties import unescape
from sdpd_desktop.documents.retour_xlsx import write
from tests.corpus.fabrique import contenu, filled, pack, raw_parts, read, save_again, type_in
from tests.corpus.hostiles import HOSTILES

Cells = dict[tuple[str, int, int], Any]


def ours(lecteur: LecteurClasseurs, folder: Path, octets: bytes) -> Cells:
    classeur = read(lecteur, folder, octets)
    return {
        (cell.feuille, cell.ligne, cell.colonne): cell.erreur or cell.valeur
        for feuille in classeur.feuilles
        for cell in feuille.cellules
        if not cell.formule_sans_resultat
    }


def by_openpyxl(octets: bytes) -> Cells:
    book = openpyxl.load_workbook(io.BytesIO(octets), read_only=True, data_only=True)
    found: Cells = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and cell.value != "":
                    found[sheet.title, cell.row, cell.column] = plain(cell.value)
    book.close()
    return found


def by_calamine(octets: bytes) -> Cells:
    book = CalamineWorkbook.from_filelike(io.BytesIO(octets))
    return {
        (name, i, j): plain(value)
        for name in book.sheet_names
        for i, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1)
        for j, value in enumerate(row, 1)
        if value != ""
    }


def plain(value: Any) -> Any:
    match value:
        case bool():
            return value
        case float() if value.is_integer():
            return int(value)
        case dt.datetime() if value.time() == dt.time():
            return value.date()
        case str():
            return unescape(value)
        case dt.timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case _:
            return value


def without_losses(cells: Cells) -> Cells:
    """Return the cells as calamine could tell them."""
    trimmed = {
        place: value.strip() if isinstance(value, str) else value
        for place, value in cells.items()
        if value not in ERROR_CODES
    }
    return {place: value for place, value in trimmed.items() if value != ""}


def check(lecteur: LecteurClasseurs, folder: Path, octets: bytes) -> int:
    found = ours(lecteur, folder, octets)
    assert found == by_openpyxl(octets)
    assert without_losses(found) == without_losses(by_calamine(octets))
    return len(found)


def test_our_return(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    (tmp_path / "brut").mkdir()
    with filled(tmp_path / "brut" / "retour.xlsx") as book:
        type_in(book)
    (tmp_path / "lu").mkdir()
    octets = (tmp_path / "brut" / "retour.xlsx").read_bytes()
    assert check(lecteur, tmp_path / "lu", octets) > 100


@pytest.mark.libreoffice
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_our_return_saved_by_libreoffice(
    lecteur: LecteurClasseurs, tmp_path: Path, profile: Path, suffix: str
) -> None:
    write(contenu(), tmp_path / "retour.xlsx")
    octets = save_again(tmp_path / "retour.xlsx", suffix, profile).read_bytes()
    (tmp_path / "lu").mkdir()
    if suffix == "xlsx":
        assert check(lecteur, tmp_path / "lu", octets) > 100
    else:
        found = without_losses(ours(lecteur, tmp_path / "lu", octets))
        assert found == without_losses(by_calamine(octets))
        assert len(found) > 100


# What openpyxl can bear of the catalogue, by its name.
_BEARABLE = [
    name
    for name, hostile in HOSTILES.items()
    if isinstance(hostile.fin, int)
    and hostile.fin <= 5_000
    and name.startswith(("a dimension", "a cell at A1048576", "a merge", "a link", "a validation"))
]


@pytest.mark.parametrize("name", _BEARABLE)
def test_traps(lecteur: LecteurClasseurs, tmp_path: Path, name: str) -> None:
    assert check(lecteur, tmp_path, HOSTILES[name].make()) == HOSTILES[name].fin


def test_every_kind_of_cell(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    content = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="b"><v>1</v></c>'
        '<c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>A1</f><v>zéro</v></c>'
        '<c r="E1" s="1"><v>0.15</v></c><c r="F1" s="2"><v>44742</v></c>'
        '<c r="G1" s="2"><v>44742.34375</v></c><c r="H1" t="inlineStr"><is><t>a b</t></is></c>'
        '<c r="I1"><f>1+1</f></c><c r="J1"><v>-1.5e3</v></c></row>'
    )
    assert check(lecteur, tmp_path, pack(raw_parts(content))) == 9


_letters = st.text(string.ascii_letters + "éèà’«»  _=0123", min_size=1, max_size=12)
_values = st.one_of(
    _letters,
    st.integers(-(10**14), 10**14),
    st.floats(-1e12, 1e12).map(lambda number: round(number, 4)),
    st.booleans(),
    st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1)),
    st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2050, 1, 1)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    st.none(),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.lists(st.lists(_values, max_size=6), max_size=6),
    shown=st.sampled_from([None, "0.0%", "dd/mm/yyyy", "# ##0,00"]),
)
def test_any_table(
    lecteur: LecteurClasseurs, tmp_path: Path, table: list[list[Any]], shown: str | None
) -> None:
    book: Any = openpyxl.Workbook()
    for i, row in enumerate(table, 1):
        for j, value in enumerate(row, 1):
            cell = book.active.cell(i, j)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            elif shown == "0.0%" and isinstance(value, int | float):
                cell.number_format = shown
    packed = io.BytesIO()
    book.save(packed)
    check(lecteur, tmp_path, packed.getvalue())
