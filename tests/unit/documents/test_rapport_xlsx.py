import datetime as dt
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from sdpd_desktop.documents.rapport_xlsx import render
from sdpd_desktop.domain.rapport import (
    Colonne,
    Format,
    Rangee,
    Rapport,
    Section,
    Tableau,
    Texte,
)
from tests.unit.documents.echantillons import rapport

HEADER = 4


def load(report: Rapport) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render(report)))


@pytest.fixture
def book() -> Any:
    return load(rapport())


def column(sheet: Any, title: str) -> list[Any]:
    titles = [cell.value for cell in sheet[HEADER]]
    place = titles.index(title) + 1
    return [sheet.cell(row, place) for row in range(HEADER + 1, sheet.max_row + 1)]


def values(sheet: Any, title: str) -> list[Any]:
    return [cell.value for cell in column(sheet, title)]


def test_sheets_follow_the_parts(book: Any) -> None:
    assert book.sheetnames[:4] == ["Synthèse", "État des objectifs", "Indicateurs", "Évolutions"]
    assert book.sheetnames[-1] == "Toutes les actions"
    assert load(rapport(4, 3, ("actions",))).sheetnames == ["Synthèse", "Toutes les actions"]


def test_numbers_are_numbers(book: Any) -> None:
    sheet = book["Indicateurs"]
    assert values(sheet, "2021") == [3100, 260, "–"]
    assert values(sheet, "2022") == [3600, 290, 12.5]
    assert values(sheet, "Variation") == [500, 30, "–"]
    assert values(sheet, "Variation en %")[0] == pytest.approx(500 / 3100)
    assert values(sheet, "Taux") == [0.4525, 0.5, "–"]
    assert column(sheet, "Taux")[0].number_format == "0.00%"
    assert column(sheet, "2021")[0].number_format == "#,##0"


@pytest.mark.parametrize(
    ("change", "shape"),
    [
        ("1", '+#,##0 "point";-#,##0 "point";0 "point"'),
        ("-62.5", '+#,##0.## "points";-#,##0.## "points";0 "points"'),
    ],
)
def test_the_difference_of_shares_says_points(change: str, shape: str) -> None:
    told = Rangee((Texte("", Decimal(change), Format.VARIATION_POINTS),))
    table = Tableau("Parts", (Colonne("Écart", 20),), (told,))
    report = replace(rapport(), sections=(Section("parts", "Parts", (table,)),))
    (cell,) = column(load(report)["Parts"], "Écart")
    assert (cell.value, cell.number_format) == (float(change), shape)


def test_groups_become_a_column_to_sort_by(book: Any) -> None:
    sheet = book["État des objectifs"]
    assert values(sheet, "Axe")[0].startswith("P1 – ")
    assert sum(values(sheet, "Actions")[:-1]) == values(sheet, "Actions")[-1] == 12


def test_the_summary_tells_filters_and_figures(book: Any) -> None:
    told = {row[0].value: row[1].value for row in book["Synthèse"].iter_rows(min_row=HEADER)}
    assert told["Chiffres arrêtés au"] == "30/06/2022"
    assert told["Mesures réalisées"] == 0.25
    assert told["Actions chiffrées"] == 2
    assert told["S1"].startswith("Stratégie départementale")


def test_dates_are_dates(book: Any) -> None:
    cell = column(book["Échéances"], "Échéance")[0]
    assert cell.value == dt.datetime(2021, 12, 31)
    assert cell.number_format == "dd/mm/yyyy"
    assert values(book["Échéances"], "Jours de retard") == [181, None]


def test_a_chart_has_its_figures_beside_it_and_its_words(book: Any) -> None:
    sheet = book["Évolutions"]
    assert [sheet.cell(HEADER + 1, n).value for n in (2, 3)] == ["Caméras en service", "Cible"]
    assert [sheet.cell(row, 2).value for row in range(HEADER + 2, HEADER + 5)] == [3000, 3100, 3600]
    assert len(sheet._charts) == 2
    said = [c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]
    assert any("2022\u00a0: 3\u00a0600" in text for text in said)


@pytest.mark.parametrize("typed", ["=cmd|' /C calc'!A0", "+33 1", "-1+1", "@SUM(A1)", "#N/A"])
def test_typed_text_never_becomes_a_formula(typed: str) -> None:
    report = rapport(4, 3, ("echeances",))
    block = report.sections[0].blocs[0]
    assert isinstance(block, Tableau)
    first = block.rangees[0]
    assert isinstance(first, Rangee)
    cells = (*first.cellules[:2], Texte(typed), *first.cellules[3:])
    table = replace(block, rangees=(Rangee(cells),))
    report = replace(report, sections=(Section("e", "Échéances", (table,)),))
    cell = column(load(report)["Échéances"], "Action ou mesure")[0]
    assert (cell.value, cell.data_type) == (typed, "s")


def test_every_sheet_is_ready_to_print_and_tables_to_filter(book: Any) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.oddFooter.right.text == "page &P / &N"
        if sheet.title not in ("Synthèse", "Évolutions"):
            assert sheet.freeze_panes == "A5"
            assert sheet.print_title_rows == "$4:$4"
            assert sheet.auto_filter.ref.startswith("A4:")


def test_a_mark_with_an_ampersand_is_printed_as_typed() -> None:
    sheet = load(replace(rapport(), mention="Usage & service"))["Synthèse"]
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "Usage && service"


def test_two_parts_of_one_name_have_a_sheet_each() -> None:
    part = rapport(4, 3, ("echeances",)).sections[0]
    long = replace(part, titre="Échéances : une très longue / liste [de] choses à faire")
    names = load(replace(rapport(), sections=(long, long))).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 for name in names)
