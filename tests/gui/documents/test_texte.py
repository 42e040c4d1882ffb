"""What people write is stored when left, per plan and period, and never lost."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.rapport import SectionNarratif, TypeRapport
from sdpd_desktop.gui.documents.page import DocumentsPage
from sdpd_desktop.gui.documents.texte import NarratifEdit
from sdpd_desktop.gui.page import Context
from tests.gui.conftest import Said
from tests.gui.documents.conftest import choose, type_period
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"
FAITS, FREINS = SectionNarratif.FAITS_MARQUANTS, SectionNarratif.FREINS


@pytest.fixture
def writing(page: DocumentsPage) -> DocumentsPage:
    """The page on its tab « Texte »."""
    page.form.tabs.setCurrentWidget(page.form.text_tab)
    page.activateWindow()
    return page


def write(qtbot: QtBot, page: DocumentsPage, section: SectionNarratif, text: str) -> NarratifEdit:
    editor = page.texte.editors[section]
    editor.setFocus()
    qtbot.keyClicks(editor, text)
    return editor


def stored(services: "Services", section: SectionNarratif, periode: str = "2022") -> str:
    return services.rapports.narratif(PLAN, periode).texte(section)


def test_a_text_is_stored_when_it_is_left(
    qtbot: QtBot, writing: DocumentsPage, services: "Services", said: Said
) -> None:
    write(qtbot, writing, FAITS, "Le plan est couvert.")
    assert stored(services, FAITS) == ""
    writing.texte.editors[FREINS].setFocus()
    assert stored(services, FAITS) == "Le plan est couvert."
    assert plain(said.notices[-1]) == "« Faits marquants », 2022 : texte enregistré."


@pytest.mark.parametrize("way", ["onglet", "écran", "période", "document", "plan"])
def test_whichever_way_it_is_left(
    qtbot: QtBot, writing: DocumentsPage, services: "Services", context: Context, way: str
) -> None:
    write(qtbot, writing, FREINS, "La neige.")
    match way:
        case "onglet":
            writing.form.tabs.setCurrentWidget(writing.form.preview_tab)
        case "écran":
            writing.hide()
        case "période":
            writing.form.before_button.click()
        case "document":
            choose(writing, TypeRapport.ACTION)
        case _:
            context.plan.select("PADRSQ62-2025")
            writing.refresh(None)
    assert stored(services, FREINS) == "La neige."
    assert services.rapports.narratif("PADRSQ62-2025", "2022").textes == ()


def test_leaving_without_a_change_writes_nothing(
    qtbot: QtBot, writing: DocumentsPage, services: "Services"
) -> None:
    editor = write(qtbot, writing, FREINS, "La neige.")
    editor.clearFocus()
    before = services.journal.verify().changements
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(editor, "!")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    editor.clearFocus()
    assert services.journal.verify().changements == before


def test_each_period_has_its_own_text(
    qtbot: QtBot, writing: DocumentsPage, services: "Services"
) -> None:
    editor = write(qtbot, writing, FREINS, "La neige.")
    writing.form.before_button.click()
    assert editor.toPlainText() == ""
    assert plain(writing.form.text_heading.text()) == "À rédiger · 2021"
    write(qtbot, writing, FREINS, "Les crues.")
    writing.form.after_button.click()
    assert editor.toPlainText() == "La neige."
    assert stored(services, FREINS, "2021") == "Les crues."


def test_it_is_undone_like_any_gesture(
    qtbot: QtBot, writing: DocumentsPage, services: "Services"
) -> None:
    editor = write(qtbot, writing, FREINS, "La neige.")
    editor.clearFocus()
    last = services.journal.undoable()
    assert last is not None
    assert plain(last.commande) == "rédiger « Freins », 2022"
    services.journal.undo(last.numero)
    writing.refresh(None)
    assert editor.toPlainText() == ""


def test_a_reload_leaves_alone_what_is_being_typed(
    qtbot: QtBot, writing: DocumentsPage, services: "Services"
) -> None:
    editor = write(qtbot, writing, FREINS, "La nei")
    services.rapports.enregistrer_narratif(PLAN, "2022", FAITS, "Écrit ailleurs.")
    assert editor.toPlainText() == "La nei"
    assert writing.texte.editors[FAITS].toPlainText() == "Écrit ailleurs."


def test_a_text_that_is_too_long_is_said_and_kept(
    writing: DocumentsPage, services: "Services"
) -> None:
    editor = writing.texte.editors[FREINS]
    editor.setFocus()
    editor.insertPlainText("a" * 20_001)
    writing.form.before_button.click()
    message = plain(writing.form.message_bar.text_label.text())
    assert message.startswith("« Freins », 2022 : Le texte compte 20001 signes")
    assert editor.toPlainText() == ""
    assert stored(services, FREINS) == ""
    writing.form.after_button.click()
    assert len(editor.toPlainText()) == 20_001
    editor.setPlainText("La neige.")
    editor.document().setModified(True)
    writing.texte.save_all()
    assert stored(services, FREINS) == "La neige."


def test_typing_for_long_without_leaving_is_stored_too(
    qtbot: QtBot, writing: DocumentsPage, services: "Services"
) -> None:
    editor = write(qtbot, writing, FREINS, "La neige.")
    with qtbot.waitSignal(editor.left):
        editor.pause.setInterval(1)
        qtbot.keyClicks(editor, " Encore.")
    assert stored(services, FREINS) == "La neige. Encore."
    assert editor.hasFocus()


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (TypeRapport.BILAN, ["Faits marquants", "Freins", "Perspectives"]),
        (
            TypeRapport.ANALYSE,
            [
                "Initiatives originales",
                "Réussites",
                "Contraintes rencontrées",
                "Perception de la population",
            ],
        ),
        (TypeRapport.RETARDS, []),
    ],
)
def test_each_document_asks_for_its_own_parts(
    page: DocumentsPage, kind: TypeRapport, titles: list[str]
) -> None:
    choose(page, kind)
    tabs = page.form.tabs
    assert tabs.isTabVisible(tabs.indexOf(page.form.text_tab)) is bool(titles)
    tabs.setCurrentWidget(page.form.text_tab)
    editors = page.texte.editors.values()
    assert [e.accessibleName() for e in editors if e.isVisible()] == titles


def test_no_personal_data_goes_there(writing: DocumentsPage) -> None:
    assert writing.form.text_warning.isVisible()
    assert "Aucune donnée personnelle" in writing.form.text_warning.text()


def test_a_period_that_is_none_has_no_text(writing: DocumentsPage) -> None:
    editor = writing.texte.editors[FREINS]
    assert not editor.isReadOnly()
    type_period(writing, "demain")
    assert editor.isReadOnly()
    assert writing.form.text_heading.text() == ""
