"""The bilan: chosen, seen, exported."""

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.bilan import SECTIONS
from sdpd_desktop.gui.documents.page import DocumentsPage
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.services.apercu import ouvrir

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> DocumentsPage:
    page = DocumentsPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


def untick(page: DocumentsPage, *names: str) -> None:
    rows = page.form.sections_list
    for number in range(rows.count()):
        item = rows.item(number)
        if item.data(Qt.ItemDataRole.UserRole) in names:
            item.setCheckState(Qt.CheckState.Unchecked)


def pages(page: DocumentsPage) -> int:
    assert page.form.apercu.pdf is not None
    return len(page.form.apercu.pdf.pages)


def test_the_bilan_of_the_year_is_there_at_once(page: DocumentsPage) -> None:
    assert page.form.periode_edit.text() == "2022"
    assert pages(page) > 3
    assert page.form.plan_label.text().startswith(PLAN)
    assert "0 action chiffrée sur 46" in page.form.coverage_label.text()
    assert "au 30/06/2022" in page.form.coverage_label.text()


def test_the_coverage_follows_the_values(page: DocumentsPage, services: "Services") -> None:
    services.indicateurs.record(PLAN, "K33", "2022", "3600")
    assert "1 action chiffrée sur 46" in page.form.coverage_label.text()


def test_a_part_left_out_makes_it_shorter(qtbot: QtBot, page: DocumentsPage) -> None:
    whole = pages(page)
    untick(page, "actions")
    qtbot.waitUntil(lambda: pages(page) < whole)
    assert page.sections == tuple(name for name in SECTIONS if name != "actions")


@pytest.mark.parametrize(
    ("periode", "reason"),
    [("demain", "n'est pas une période"), ("2023", "pas encore commencé")],
)
def test_a_period_that_is_wrong_says_why(page: DocumentsPage, periode: str, reason: str) -> None:
    page.form.periode_edit.setText(periode)
    page.form.periode_edit.returnPressed.emit()
    assert reason in page.form.error_label.text()
    assert page.form.periode_edit.property("invalide") is True
    assert page.form.apercu.pdf is None
    assert not page.form.pdf_button.isEnabled()
    page.form.periode_edit.setText("2021")
    page.form.periode_edit.returnPressed.emit()
    assert not page.form.error_label.isVisible()
    assert page.form.pdf_button.isEnabled()


def test_both_files_are_written(
    page: DocumentsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    pdf, xlsx = tmp_path / "bilan.pdf", tmp_path / "bilan.xlsx"
    prompts.will_answer(pdf, xlsx)
    page.form.pdf_button.click()
    assert len(ouvrir(pdf.read_bytes()).pages) == pages(page)
    page.form.xlsx_button.click()
    assert "Indicateurs" in openpyxl.load_workbook(xlsx).sheetnames
    assert str(xlsx) in page.form.message_bar.text_label.text()
    assert [what for _how, what in prompts.asked] == [
        f"bilan-{PLAN}-2022.pdf",
        f"bilan-{PLAN}-2022.xlsx",
    ]


def test_a_file_that_cannot_be_written_is_said_inline(
    page: DocumentsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    prompts.will_answer(tmp_path / "absent" / "bilan.pdf")
    page.form.pdf_button.click()
    assert "Vérifiez que le dossier existe" in page.form.message_bar.text_label.text()


def test_without_a_plan_the_page_says_so(page: DocumentsPage, context: Context) -> None:
    context.plan.select("")
    page.refresh(None)
    assert "Choisissez un plan" in page.form.apercu.form.notice_label.text()
    assert not page.form.print_button.isEnabled()


def test_another_plan_shows_its_own_bilan(page: DocumentsPage, context: Context) -> None:
    context.plan.select("PADRSQ62-2025")
    page.form.periode_edit.setText("2022")
    page.refresh(None)
    assert page.form.plan_label.text().startswith("PADRSQ62-2025")
