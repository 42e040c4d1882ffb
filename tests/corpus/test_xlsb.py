"""Binary workbooks of today: the same cells as from an .xlsx that holds the same."""

import datetime as dt
import io
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdpd_desktop.documents import retour_lecture
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille
from sdpd_desktop.documents.classeur_rangees import texte_binaire
from tests.corpus.fabrique import columns, contenu, filled, pack, read, save_again, type_in, typed
from tests.corpus.fabrique_xlsb import (
    ERREURS,
    Case,
    Onglet,
    record_xlsb,
    rk,
    row_xlsb,
    sheet_xlsb,
    wide,
    xlsb,
    xlsb_of,
    xlsb_parts,
)
from tests.corpus.test_differentiel import by_calamine, ours, without_losses
from tests.corpus.test_octets import told_or_read

SHARE, DAY = "0.00%", "dd/mm/yyyy"


def told(classeur: Classeur) -> dict[str, tuple[str, str]]:
    """Return the text and the error of each cell."""
    (feuille,) = classeur.feuilles
    return {cell.adresse: (cell.texte, cell.erreur) for cell in feuille.cellules}


def test_every_kind_of_cell(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    octets = xlsb(
        [Case(0.155, SHARE), 0.155, Case(15, SHARE), Case(44742, DAY), Case(44742.34375, DAY)],
        ["partagé", Case("en place", brut="oui"), Case("deux faces", brut="riche")],
        [3600, -7, 12.5, 2**40, True, Case(False, courte=True)],
        [Case(2.5, SHARE, formule=True), Case("x", formule=True), Case(True, formule=True)],
        [Case(1), Case(0.1, SHARE, courte=True), Case("court", courte=True)],
        [None, Case("", formule=True), Case(1.0833333333333333, "[h]:mm:ss")],
    )
    classeur = read(lecteur, tmp_path, octets, "retour.xlsx")
    assert told(classeur) == {
        "A1": ("15,5\u00a0%", ""),
        "B1": ("0,155", ""),
        "C1": ("1500\u00a0%", ""),
        "D1": ("30/06/2022", ""),
        "E1": ("30/06/2022 08:15", ""),
        "A2": ("partagé", ""),
        "B2": ("en place", ""),
        "C2": ("deux faces", ""),
        "A3": ("3600", ""),
        "B3": ("-7", ""),
        "C3": ("12,5", ""),
        "D3": ("1099511627776", ""),
        "E3": ("VRAI", ""),
        "F3": ("FAUX", ""),
        "A4": ("250\u00a0%", ""),
        "B4": ("x", ""),
        "C4": ("VRAI", ""),
        "A5": ("1", ""),
        "B5": ("10\u00a0%", ""),
        "C5": ("court", ""),
        "C6": ("26:00:00", ""),
    }
    assert not classeur.remarques


@pytest.mark.parametrize("formule", [False, True])
def test_each_error_is_told_where_it_stands(
    lecteur: LecteurClasseurs, tmp_path: Path, *, formule: bool
) -> None:
    table = [[None, Case(text, erreur=True, formule=formule)] for text in ERREURS]
    unknown = record_xlsb(0, struct.pack("<IIHBBBI", 90, 0, 0, 0, 0, 0, 0))
    unknown += record_xlsb(3, struct.pack("<IIB", 0, 0, 0x77))
    found = told(read(lecteur, tmp_path, xlsb(*table, ["#N/A"])))
    assert found == {
        **{f"B{row}": (text, text) for row, text in enumerate(ERREURS, 1)},
        f"A{len(ERREURS) + 1}": ("#N/A", ""),
    }
    assert told(read(lecteur, tmp_path, xlsb_of(sheet_xlsb(unknown)))) == {
        "A91": ("#VALEUR!", "#VALEUR!")
    }


def test_both_epochs(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    day = dt.date(2022, 6, 30)
    since_1904 = float((day - dt.date(1904, 1, 1)).days)
    octets = xlsb([Case(since_1904, DAY), Case(3e6, DAY), Case(-1, DAY)], depuis_1904=True)
    (feuille,) = read(lecteur, tmp_path, octets).feuilles
    assert [(c.valeur, c.erreur) for c in feuille.cellules] == [
        (day, ""),
        (None, "date hors limites"),
        (dt.date(1903, 12, 31), ""),
    ]


def test_packed_numbers(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    numbers = [rk(3600), rk(-7), rk(155, hundredths=True), rk(-155, hundredths=True), rk(0.5)]
    numbers += [rk(2**29 - 1), rk(-(2**29)), rk(-2.5), rk(25.0, hundredths=True)]
    cells = (record_xlsb(13, bytes(4) + number) for number in numbers)
    (feuille,) = read(lecteur, tmp_path, xlsb_of(sheet_xlsb(row_xlsb(0), *cells))).feuilles
    found = [cell.valeur for cell in feuille.cellules]
    assert found == [3600, -7, 1.55, -1.55, 0.5, 536870911, -536870912, -2.5, 0.25]


def test_numbers_that_are_none_are_said(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    octets = xlsb([float("nan"), float("inf"), Case(float("inf"), DAY), 1])
    assert told(read(lecteur, tmp_path, octets)) == {
        "A1": ("nan", "valeur illisible"),
        "B1": ("inf", "valeur illisible"),
        "C1": ("inf", "date hors limites"),
        "D1": ("1", ""),
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\x00\x07 cloche", "_x0000__x0007_ cloche"),
        ("moitié \ud83d", "moitié _xD83D_"),
        ("😀 entier", "😀 entier"),
        ("_x000D_", "_x000D_"),
    ],
)
def test_texts_that_xml_could_not_hold(
    lecteur: LecteurClasseurs, tmp_path: Path, text: str, shown: str
) -> None:
    octets = xlsb([text, Case(text, brut="oui")])
    assert told(read(lecteur, tmp_path, octets)) == {"A1": (shown, ""), "B1": (shown, "")}


def test_hidden_merged_and_other_sheets(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    onglets = {
        "Été": Onglet([["a"], [1], [2]], [2], [3, 5], [(1, 2, 4, 6)]),
        "Cachée": Onglet([["b"]], masque=True),
        "Vide": Onglet([]),
    }
    ete, cachee, vide = read(lecteur, tmp_path, pack(xlsb_parts(onglets))).feuilles
    assert (ete.nom, set(ete.lignes_masquees), set(ete.colonnes_masquees)) == ("Été", {2}, {3, 5})
    assert ete.fusions == ("D1:F2",)
    assert [cachee.masquee, vide.masquee, list(vide.cellules)] == [True, False, []]


def test_what_stands_out_of_the_rows_is_no_cell(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    stray = row_xlsb(9) + record_xlsb(13, bytes(4) + rk(1))
    octets = xlsb_of(sheet_xlsb(row_xlsb(0), before=stray, after=stray))
    assert told(read(lecteur, tmp_path, octets)) == {}


# ------------------------------------------------------------------ beside other readers


def _saved(book: Any) -> bytes:
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _as_xlsb(book: Any, proprietes: bytes | None = None) -> bytes:
    """Return the cells of an openpyxl workbook as an .xlsb."""
    onglets = {sheet.title: _onglet(sheet) for sheet in book.worksheets}
    parts = xlsb_parts(onglets)
    return pack(parts if proprietes is None else parts | {"docProps/custom.xml": proprietes})


def _onglet(sheet: Any) -> Onglet:
    return Onglet(
        [[_as_case(cell) for cell in row] for row in sheet.iter_rows()],
        [row for row, found in sheet.row_dimensions.items() if found.hidden],
        [sheet[f"{name}1"].column for name, d in sheet.column_dimensions.items() if d.hidden],
        [(m.min_row, m.max_row, m.min_col, m.max_col) for m in sheet.merged_cells.ranges],
        sheet.sheet_state != "visible",
    )


def _as_case(cell: Any) -> Case | None:
    if cell.value is None:
        return None
    shown = "dd/mm/yyyy" if cell.number_format == "mm-dd-yy" else cell.number_format
    match cell.value:
        case dt.datetime() as moment:
            return Case(float((moment - dt.datetime(1899, 12, 30)).days), shown)
        case dt.date() as day:
            return Case(float((day - dt.date(1899, 12, 30)).days), shown)
        case value:
            return Case(value, shown, erreur=cell.data_type == "e")


def _alike(feuilles: tuple[Feuille, ...]) -> list[tuple[Any, ...]]:
    return [(replace(feuille, rangees=()), list(feuille.cellules)) for feuille in feuilles]


def test_our_return_keeps_its_identity(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    with filled(tmp_path / "retour.xlsx") as book:
        type_in(book)
        sheet = book["Indicateurs"]
        sheet.row_dimensions[6].hidden = True
        wrong = sheet.cell(8, columns(sheet)["valeur"])
        wrong.value, wrong.data_type = "#REF!", "e"
    book = openpyxl.load_workbook(tmp_path / "retour.xlsx")
    with zipfile.ZipFile(tmp_path / "retour.xlsx") as archive:
        custom = archive.read("docProps/custom.xml")
    (tmp_path / "retour.xlsb").write_bytes(_as_xlsb(book, custom))
    xlsx, binaire = (lecteur.read(tmp_path / f"retour.{kind}") for kind in ("xlsx", "xlsb"))
    assert _alike(binaire.feuilles) == _alike(xlsx.feuilles)
    assert binaire.proprietes == xlsx.proprietes
    before, after = map(retour_lecture.interpret, (xlsx, binaire))
    assert typed(after) == typed(before)
    assert (after.retour, after.campagne) == (before.retour, before.campagne)
    assert after.retour == contenu().retour
    assert after.avertissements == before.avertissements


_texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
_cells = st.one_of(
    st.none(),
    st.tuples(_texts.filter(bool), st.just("General")),
    st.tuples(st.booleans(), st.just("General")),
    st.tuples(
        st.integers(-(10**14), 10**14)
        | st.floats(-1e12, 1e12).map(lambda number: round(number, 4)),
        st.sampled_from(["General", "0%", SHARE, "0.0"]),
    ),
    st.tuples(st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1)), st.just(DAY)),
    st.tuples(st.sampled_from(sorted(ERREURS)), st.just("erreur")),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(st.lists(_cells, max_size=6), max_size=6))
def test_any_table_as_from_an_xlsx(
    lecteur: LecteurClasseurs, tmp_path: Path, table: list[list[tuple[Any, str] | None]]
) -> None:
    book: Any = openpyxl.Workbook()
    for i, row in enumerate(table, 1):
        for j, (value, shown) in ((j, cell) for j, cell in enumerate(row, 1) if cell):
            cell = book.active.cell(i, j)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "e" if shown == "erreur" else "s"
            else:
                cell.number_format = shown
    octets = _as_xlsb(book)
    found = read(lecteur, tmp_path, octets)
    (tmp_path / "f.xlsx").unlink()
    assert _alike(found.feuilles) == _alike(read(lecteur, tmp_path, _saved(book)).feuilles)
    kept = {
        place: value
        for place, value in without_losses(ours(lecteur, tmp_path, octets)).items()
        if not isinstance(value, dt.date)  # Calamine gives the number of the builtin formats.
    }
    assert kept.items() <= without_losses(by_calamine(octets)).items()


@pytest.mark.libreoffice
def test_libreoffice_reads_the_same(
    lecteur: LecteurClasseurs, tmp_path: Path, profile: Path
) -> None:
    onglets = {
        "Été": Onglet(
            [
                ["Code", "Valeur", Case(0.155, SHARE), Case(44742, DAY), Case(7, "0%")],
                [None, Case("#N/A", erreur=True), Case(3600), Case("riche", brut="riche")],
                [True, Case("en place", brut="oui"), Case(12.5, "0.0"), 2**40, "œuf 😀"],
                [Case("#DIV/0!", erreur=True), Case(1.25, "[h]:mm:ss")],
            ],
            [2],
            [3],
            [(6, 7, 1, 2)],
        ),
        "Cachée": Onglet([["b", 1]], masque=True),
    }
    (tmp_path / "f.xlsb").write_bytes(pack(xlsb_parts(onglets)))
    mine = lecteur.read(tmp_path / "f.xlsb").feuilles
    theirs = lecteur.read(save_again(tmp_path / "f.xlsb", "xlsx", profile)).feuilles
    for one, other in zip(mine, theirs, strict=True):
        assert (one.nom, one.masquee, one.fusions) == (other.nom, other.masquee, other.fusions)
        assert one.lignes_masquees == other.lignes_masquees
        assert one.colonnes_masquees == other.colonnes_masquees
        texts = [{c.adresse: (c.texte, c.erreur) for c in f.cellules} for f in (one, other)]
        assert texts[0] == texts[1]
        shares = [{c.adresse for c in f.cellules if "%" in c.format} for f in (one, other)]
        assert shares[0] == shares[1]
    assert sum(len(list(feuille.cellules)) for feuille in mine) == 17


# ------------------------------------------------------------------ any bytes

_kinds = st.one_of(
    st.integers(0, 18),
    st.sampled_from([19, 44, 47, 60, 62, 129, 130, 145, 146, 153, 156, 176, 617, 618]),
    st.integers(0, 2**14 - 1),
)
_contents = st.one_of(
    st.binary(max_size=40),
    st.tuples(st.integers(0, 3), st.integers(0, 2), st.binary(max_size=20)).map(
        lambda found: struct.pack("<II", found[0], found[1]) + found[2]
    ),
    st.text(max_size=8).map(lambda text: bytes(8) + wide(text)),
    st.floats().map(lambda number: struct.pack("<IId", 0, 0, number)),
)
_records = st.lists(st.tuples(_kinds, _contents).map(lambda one: record_xlsb(*one)), max_size=12)


@pytest.mark.parametrize(
    ("part", "bounds"),
    [
        ("xl/worksheets/sheet1.bin", (129, 145, 146, 130)),
        ("xl/workbook.bin", (131, 143, 144, 132)),
        ("xl/sharedStrings.bin", (159, 160)),
        ("xl/styles.bin", (278, 617, 618, 279)),
    ],
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records=_records, cut=st.one_of(st.just(1.0), st.floats(0, 1)))
def test_any_records(
    lecteur: LecteurClasseurs,
    tmp_path: Path,
    part: str,
    bounds: tuple[int, ...],
    records: list[bytes],
    cut: float,
) -> None:
    half = len(bounds) // 2
    before, after = (b"".join(map(record_xlsb, ends)) for ends in (bounds[:half], bounds[half:]))
    octets = b"".join([before, *records, after])
    parts = xlsb_parts({"S1": Onglet([["Indicateur", "Valeur"], ["K33", Case(0.5, SHARE)]])})
    parts[part] = octets[: int(cut * len(octets))]
    told_or_read(lecteur, tmp_path / "f.xlsx", pack(parts))


@given(text=st.text(st.characters(exclude_categories=()), max_size=40))
def test_no_text_keeps_what_a_workbook_could_not_hold(text: str) -> None:
    book: Any = openpyxl.Workbook()
    book.active["A1"] = texte_binaire(text)  # Would raise of a control character.
    _saved(book)
