"""The preview pane: pages on demand, page x / y, zoom, refusals."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.documents.rapport_pdf import render
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.apercu.volet import ApercuPdf
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.tasks import InlineTaskRunner
from tests.unit.documents.echantillons import rapport

PDF = render(rapport())


@pytest.fixture
def apercu(qtbot: QtBot, context: Context) -> ApercuPdf:
    pane = ApercuPdf()
    qtbot.addWidget(pane)
    pane.plug(context)
    pane.resize(620, 640)
    pane.show()
    return pane


def refuse(sentence: str) -> bytes:
    raise UserError(sentence)


def drawn(pane: ApercuPdf) -> set[int]:
    return {index for index, _dpi in pane.form.pages_view._drawn}


def test_only_pages_in_sight_are_drawn(qtbot: QtBot, apercu: ApercuPdf) -> None:
    apercu.show_document("Bilan", lambda: PDF)
    pages = apercu.form.pages_view
    assert pages.count > 3
    qtbot.waitUntil(lambda: 0 in drawn(apercu))
    assert pages.count - 1 not in drawn(apercu)
    pages.go_to(pages.count - 1)
    qtbot.waitUntil(lambda: pages.count - 1 in drawn(apercu))


def test_pages_are_counted_and_turned(qtbot: QtBot, apercu: ApercuPdf) -> None:
    apercu.show_document("Bilan", lambda: PDF)
    form = apercu.form
    count = form.pages_view.count
    assert form.count_label.text() == f"/{NBSP}{count}"
    assert not form.previous_button.isEnabled()
    form.next_button.click()
    assert form.page_spin.value() == 2
    form.page_spin.setValue(3)
    assert form.pages_view.current == 2
    qtbot.keyClick(form.pages_view, Qt.Key.Key_End)
    assert form.page_spin.value() == count
    assert not form.next_button.isEnabled()
    assert form.pages_view.accessibleDescription() == f"Bilan, page {count} sur {count}"


def test_the_width_is_followed_until_a_zoom_is_chosen(qtbot: QtBot, apercu: ApercuPdf) -> None:
    apercu.show_document("Bilan", lambda: PDF)
    form = apercu.form
    fitted = form.zoom_label.text()
    apercu.resize(820, 640)
    assert form.zoom_label.text() != fitted
    assert form.fit_button.isChecked()
    qtbot.keyClick(form.pages_view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    chosen = form.zoom_label.text()
    assert not form.fit_button.isChecked()
    apercu.resize(620, 640)
    assert form.zoom_label.text() == chosen
    form.fit_button.click()
    assert form.zoom_label.text() == fitted


def test_a_refusal_is_said_in_place_of_the_pages(apercu: ApercuPdf) -> None:
    apercu.show_document("Bilan", lambda: PDF)
    apercu.show_document("Bilan", partial(refuse, "La police n’a pas ce caractère."))
    assert apercu.form.stack.currentWidget() is apercu.form.notice_page
    assert apercu.form.notice_label.text() == "La police n’a pas ce caractère."
    assert apercu.pdf is None
    assert not apercu.print_document()


def test_bytes_that_are_no_pdf_are_refused(apercu: ApercuPdf) -> None:
    apercu.show_document("Bilan", lambda: b"bonjour")
    assert "ne peut pas être lu" in apercu.form.notice_label.text()


def test_the_same_place_is_kept_when_the_document_is_made_again(apercu: ApercuPdf) -> None:
    apercu.show_document("Bilan", lambda: PDF)
    apercu.form.pages_view.go_to(2)
    apercu.show_document("Bilan", lambda: PDF)
    assert apercu.form.pages_view.current == 2


def test_nothing_printed_when_the_user_gives_up(
    apercu: ApercuPdf, prompts: RecordingPrompts, inline_tasks: InlineTaskRunner
) -> None:
    apercu.show_document("Bilan 2022", lambda: PDF)
    prompts.will_answer(None)
    assert apercu.print_document()
    assert prompts.asked == [("choose_printer", "Bilan 2022")]
