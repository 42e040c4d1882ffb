"""The real dialogs, as far as they can be tried without a user; and the scripted ones."""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.prompts import QtPrompts, RecordingPrompts


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize(("pressed", "answer"), [("Restaurer", True), ("Ne rien faire", False)])
def test_a_question_has_its_verb_on_the_button(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, pressed: str, answer: bool
) -> None:
    shown: list[str] = []

    def answer_box(box: QMessageBox) -> int:
        shown.extend((box.text(), box.informativeText(), box.defaultButton().text()))
        next(button for button in box.buttons() if button.text() == pressed).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer_box)
    said = QtPrompts().confirm(
        parent, "Restaurer la sauvegarde ?", action="Restaurer", detail="Du 30/06/2022."
    )
    assert said is answer
    assert shown == ["Restaurer la sauvegarde ?", "Du 30/06/2022.", "Ne rien faire"]


def test_a_file_saved_without_suffix_gets_one(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    typed = [str(tmp_path / "bilan"), str(tmp_path / "bilan.final.pdf"), ""]
    starts: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _filters: str) -> tuple[str, str]:
        starts.append(start)
        return typed.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    prompts = QtPrompts()
    wanted = ("Exporter", "bilan-2022.pdf", "PDF (*.pdf)")
    assert prompts.choose_target(parent, *wanted) == tmp_path / "bilan.pdf"
    assert prompts.choose_target(parent, *wanted) == tmp_path / "bilan.final.pdf"
    assert prompts.choose_target(parent, *wanted) is None
    assert starts[1] == str(tmp_path / "bilan-2022.pdf")


def test_the_folder_used_last_is_proposed_next(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    starts: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _filters: str) -> tuple[list[str], str]:
        starts.append(start)
        return [str(tmp_path / "cle" / "retour.xlsx")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    prompts = QtPrompts()
    assert prompts.choose_files(parent, "Ouvrir") == [tmp_path / "cle" / "retour.xlsx"]
    prompts.choose_files(parent, "Ouvrir")
    assert starts[1] == str(tmp_path / "cle")


def test_a_text_is_stripped_and_giving_up_is_none(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [("  Meaux ", True), ("Meaux", False)]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_given: answers.pop(0))
    assert QtPrompts().ask_text(parent, "Signature", "Lieu") == "Meaux"
    assert QtPrompts().ask_text(parent, "Signature", "Lieu") is None


@pytest.mark.parametrize("accepted", [True, False])
def test_the_print_dialog_holds_nothing_up(qtbot: QtBot, parent: QWidget, accepted: bool) -> None:
    parent.show()
    chosen: list[QPrinter] = []
    QtPrompts().choose_printer(parent, "Bilan 2022", 4, chosen.append, copies=3)
    dialog = parent.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.windowModality() == Qt.WindowModality.ApplicationModal
    assert (dialog.minPage(), dialog.maxPage()) == (1, 4)
    assert chosen == []
    dialog.done(accepted)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    told = [(printer.docName(), printer.copyCount()) for printer in chosen]
    assert told == ([("Bilan 2022", 3)] if accepted else [])


def test_a_script_answers_in_order_and_refuses_what_was_not_foreseen(parent: QWidget) -> None:
    prompts = RecordingPrompts()
    prompts.will_answer(True, None, Path("/cle"))
    assert prompts.confirm(parent, "Restaurer ?", action="Restaurer")
    assert prompts.choose_target(parent, "Exporter", "bilan.pdf", "") is None
    assert prompts.choose_folder(parent, "Dossier") == Path("/cle")
    assert prompts.asked == [
        ("confirm", "Restaurer ?"),
        ("choose_target", "bilan.pdf"),
        ("choose_folder", "Dossier"),
    ]
    with pytest.raises(LookupError, match="Continuer"):
        prompts.confirm(parent, "Continuer ?", action="Continuer")
