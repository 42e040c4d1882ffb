"""The register, the preview, the export and the signature on paper."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl
from pytestqt.modeltest import ModelTester

from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.gui.conventions.page import ConventionsPage
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.services.apercu import ouvrir
from tests.gui.conftest import Said

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

CLCT = "CLCT77-2019"


def codes(page: ConventionsPage) -> list[str]:
    model = page.listing.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_register_lists_both_conventions(
    page: ConventionsPage, qtmodeltester: ModelTester
) -> None:
    assert codes(page) == [CLCT, "CROSS77-2019"]
    qtmodeltester.check(page.listing.model())
    assert page.etat_badge.accessibleName() == "À signer"
    assert "Noisiel" in page.form.heading_label.text()
    assert page.form.apercu.pdf is None  # Drawn when it is looked at.
    look(page)
    assert page.form.apercu.pdf is not None


def test_no_column_of_the_register_is_cut_at_1366_pixels(page: ConventionsPage) -> None:
    page.resize(1166, 640)  # What the rail leaves.
    header, width = page.listing.header(), page.listing.viewport().width()
    ends = [header.sectionViewportPosition(n) + header.sectionSize(n) for n in range(3)]
    assert max(ends) <= width
    # A heading stands 10 pixels inside its section: the next one is not begun.
    assert header.sectionViewportPosition(3) > width - 10


def test_words_and_state_filter_the_register(page: ConventionsPage) -> None:
    page.focus_filter()
    page.form.filter_edit.setText("cross")
    assert codes(page) == ["CROSS77-2019"]
    page.form.filter_edit.clear()
    page.form.etat_combo.setCurrentIndex(page.form.etat_combo.findData(EtatConvention.SIGNEE))
    assert codes(page) == []
    assert not page.form.sign_button.isEnabled()
    assert page.form.apercu.pdf is None


def look(page: ConventionsPage) -> None:
    page.form.tabs.setCurrentWidget(page.form.apercu_tab)


def test_annexes_follow_when_asked(page: ConventionsPage) -> None:
    look(page)
    assert page.form.apercu.pdf is not None
    alone = len(page.form.apercu.pdf.pages)
    page.form.annexes_check.setChecked(True)
    assert len(page.form.apercu.pdf.pages) > alone


def test_the_pdf_is_written_with_its_annexes(
    page: ConventionsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    look(page)
    page.form.annexes_check.setChecked(True)
    assert page.form.apercu.pdf is not None
    out = tmp_path / "clct.pdf"
    prompts.will_answer(out)
    page.form.export_button.click()
    assert prompts.asked == [("choose_target", f"{CLCT}-annexes.pdf")]
    assert len(ouvrir(out.read_bytes()).pages) == len(page.form.apercu.pdf.pages)
    assert str(out) in page.form.message_bar.text_label.text()


def test_a_folder_that_is_missing_is_said_inline(
    page: ConventionsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    prompts.will_answer(tmp_path / "absent" / "clct.pdf")
    page.form.export_button.click()
    assert "Vérifiez que le dossier existe" in page.form.message_bar.text_label.text()


def test_a_signature_on_paper_is_recorded_and_undone(
    page: ConventionsPage, services: "Services", said: Said
) -> None:
    form = page.form
    form.sign_button.click()
    assert form.sign_frame.isVisible()
    form.date_edit.setText("4 juillet 2019")
    form.lieu_edit.setText("Noisiel")
    form.sign_ok_button.click()
    details = services.conventions.details(CLCT)
    assert details.resume.etat is EtatConvention.SIGNEE
    assert (details.signee_le, details.signature_lieu) == (dt.date(2019, 7, 4), "Noisiel")
    assert not form.sign_frame.isVisible()
    assert not form.sign_button.isEnabled()
    assert page.etat_badge.accessibleName() == "Signée"
    assert "04/07/2019" in said.notices[-1]
    last = services.journal.undoable()
    assert last is not None
    services.journal.undo(last.numero)
    assert page.etat_badge.accessibleName() == "À signer"
    assert form.sign_button.isEnabled()


@pytest.mark.parametrize(
    ("date", "lieu", "reason", "faulty"),
    [
        ("hier", "Noisiel", "n'est pas une date", "date_edit"),
        ("01/07/2022", "Noisiel", "dans le futur", "date_edit"),
        ("04/07/2019", "  ", "lieu", "lieu_edit"),
    ],
)
def test_a_signature_that_is_wrong_is_refused_inline(
    page: ConventionsPage, services: "Services", date: str, lieu: str, reason: str, faulty: str
) -> None:
    page.form.sign_button.click()
    page.form.date_edit.setText(date)
    page.form.lieu_edit.setText(lieu)
    page.form.sign_ok_button.click()
    assert reason in page.form.sign_error_label.text()
    assert getattr(page.form, faulty).property("invalide") is True
    assert services.conventions.details(CLCT).resume.etat is EtatConvention.A_SIGNER
    assert page.go_back()
    assert not page.form.sign_frame.isVisible()
    assert not page.go_back()


def test_a_link_of_the_detail_leads_to_the_action(page: ConventionsPage, said: Said) -> None:
    assert 'href="action/QRR77-2019/O2.A1"' in page.form.detail_text.toHtml()
    page.form.detail_text.anchorClicked.emit(QUrl("action/QRR77-2019/O2.A1"))
    assert said.links == [Link("strategie", "action", "O2.A1", "QRR77-2019")]


def test_a_link_leads_to_a_convention_even_filtered_out(page: ConventionsPage) -> None:
    page.form.filter_edit.setText("rien de tel")
    assert page.open_object("convention", "CROSS77-2019", None)
    assert page.listing.current_row().code == "CROSS77-2019"
    assert not page.open_object("action", "O1.A1", None)


def test_printing_asks_for_a_printer(page: ConventionsPage, prompts: RecordingPrompts) -> None:
    prompts.will_answer(None)
    look(page)
    page.form.print_button.click()
    assert prompts.asked == [("choose_printer", CLCT)]
