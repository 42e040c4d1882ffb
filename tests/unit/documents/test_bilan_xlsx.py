import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sdpd_desktop.documents import bilan_pdf, bilan_xlsx
from sdpd_desktop.documents.bilan_feuilles import nombre
from sdpd_desktop.domain.errors import StorageError
from tests.unit.documents.echantillons import bilan
from tests.unit.documents.lecture_pdf import texte

HEADER = 4


@pytest.fixture
def book(tmp_path: Path) -> Any:
    bilan_xlsx.write(bilan(), tmp_path / "bilan.xlsx")
    return openpyxl.load_workbook(tmp_path / "bilan.xlsx")


def column(sheet: Any, title: str) -> list[Any]:
    titles = [cell.value for cell in sheet[HEADER]]
    place = titles.index(title) + 1
    return [sheet.cell(row, place) for row in range(HEADER + 1, sheet.max_row + 1)]


def values(sheet: Any, title: str) -> list[Any]:
    return [cell.value for cell in column(sheet, title)]


def test_sheets_follow_the_parts_asked_for(book: Any, tmp_path: Path) -> None:
    assert book.sheetnames == [
        "Synthèse",
        "Objectifs",
        "Indicateurs",
        "Échéances",
        "Conventions",
        "Financements",
        "Remarques",
        "Actions",
    ]
    bilan_xlsx.write(replace(bilan(), sections=("actions",)), tmp_path / "court.xlsx")
    assert openpyxl.load_workbook(tmp_path / "court.xlsx").sheetnames == ["Synthèse", "Actions"]


def test_numbers_are_numbers_and_the_same_as_in_the_pdf(book: Any) -> None:
    sheet = book["Indicateurs"]
    assert values(sheet, "2021") == [3100, 260, None]
    assert values(sheet, "2022") == [3600, 290, 12.5]
    assert values(sheet, "Variation") == [500, 30, None]
    assert values(sheet, "Variation en %")[0] == pytest.approx(500 / 3100)
    assert values(sheet, "Taux") == [0.4525, 0.5, "sans cible"]
    assert column(sheet, "Taux")[0].number_format == "0.00%"
    printed = texte(bilan_pdf.render(bilan()))
    for line in bilan().indicateurs:
        assert " ".join(line.valeur.split()) in printed


def test_objectifs_and_summary_count_alike(book: Any) -> None:
    sheet = book["Objectifs"]
    assert sum(values(sheet, "Actions")) == 12
    assert sum(values(sheet, "Mesures réalisées")) == 12
    assert values(sheet, "Réalisée") == [2, 2, 2, 2]
    summary = {row[0].value: row[1].value for row in book["Synthèse"].iter_rows(min_row=HEADER)}
    assert summary["Mesures réalisées"] == 12
    assert summary["Mesures suivies (hors abandons)"] == 48
    assert summary["Part réalisée"] == 0.25
    assert summary["Couverture"] == "2 actions chiffrées sur 12"
    assert summary["Chiffres arrêtés au"] == "30/06/2022"


def test_dates_are_dates(book: Any) -> None:
    cell = column(book["Échéances"], "Échéance")[0]
    assert cell.value == dt.datetime(2021, 12, 31)
    assert cell.number_format == "dd/mm/yyyy"
    assert values(book["Échéances"], "Jours de retard") == [181, 0]


def test_actions_hold_every_mesure_with_its_lateness(book: Any) -> None:
    sheet = book["Actions"]
    report = bilan()
    codes = [a.code for a in report.plan.actions()]
    codes += [m.code for a in report.plan.actions() for m in a.mesures]
    assert sorted(values(sheet, "Code")) == sorted(codes)
    late = dict(zip(values(sheet, "Code"), values(sheet, "En retard"), strict=True))
    assert late["O1.A1.m2"] == "oui"
    assert late["O1.A1.m1"] is None


def test_unknown_amounts_stay_empty(book: Any) -> None:
    assert values(book["Financements"], "Prévu") == [258000, 45500]
    assert values(book["Financements"], "Payé") == [None, None]


@pytest.mark.parametrize("typed", ["=cmd|' /C calc'!A0", "+33 1", "-1+1", "@SUM(A1)", "#N/A"])
def test_typed_text_never_becomes_a_formula(typed: str, tmp_path: Path) -> None:
    report = bilan()
    report = replace(report, echeances=(replace(report.echeances[0], titre=typed),))
    bilan_xlsx.write(report, tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["Échéances"]
    cell = column(sheet, "Action ou mesure")[0]
    assert (cell.value, cell.data_type) == (typed, "s")


def test_every_table_is_ready_to_print_and_to_filter(book: Any) -> None:
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == "9"
        assert sheet.oddFooter.right.text == "page &P / &N"
        if sheet.title != "Synthèse":
            assert sheet.freeze_panes == "A5"
            assert sheet.print_title_rows == "$4:$4"
            assert sheet.auto_filter.ref.startswith("A4:")


def test_a_mark_with_an_ampersand_is_printed_as_typed(tmp_path: Path) -> None:
    bilan_xlsx.write(replace(bilan(), mention="Usage & service"), tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx")["Actions"]
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "Usage && service"


def test_same_data_same_bytes_and_nothing_left_behind(tmp_path: Path) -> None:
    bilan_xlsx.write(bilan(), tmp_path / "b.xlsx")
    first = (tmp_path / "b.xlsx").read_bytes()
    bilan_xlsx.write(bilan(), tmp_path / "b.xlsx")
    assert (tmp_path / "b.xlsx").read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="absent"):
        bilan_xlsx.write(bilan(), tmp_path / "absent" / "b.xlsx")


@pytest.mark.parametrize(
    ("text", "unit", "read"),
    [
        ("3\u00a0600", "caméras", Decimal(3600)),
        ("12,5\u00a0%", "%", Decimal("12.5")),
        ("−3", "", Decimal(-3)),
        ("plus de 12\u00a0000", "femmes", "plus de 12\u00a0000"),
        ("fait", "jalon", "fait"),
        ("–", "", None),
        ("", "", None),
    ],
)
def test_printed_values_become_numbers_where_they_say_one(
    text: str, unit: str, read: Decimal | str | None
) -> None:
    assert nombre(text, unit) == read
