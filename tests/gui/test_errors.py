"""Bugs: logged once, shown once, the program goes on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.errors import ErrorReporter, report, show_unexpected


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def reporter(tmp_path: Path, shown: list[str], qtbot: QtBot) -> Iterator[ErrorReporter]:
    before = sys.excepthook
    reporter = ErrorReporter(tmp_path / "journaux" / "erreurs.log", shown.append)
    reporter.install()
    yield reporter
    sys.excepthook = before


def _break() -> None:
    try:
        dict[str, int]()["absent"]
    except KeyError as error:
        report(error)


def test_a_bug_is_logged_with_its_traceback_and_shown(
    reporter: ErrorReporter, shown: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    _break()
    qtbot.waitUntil(lambda: bool(shown))
    log = (tmp_path / "journaux" / "erreurs.log").read_text(encoding="utf-8")
    assert "KeyError: 'absent'" in log
    assert "test_errors.py" in log
    assert "SDPD Desktop" in log
    assert shown[0] in log


def test_the_same_bug_is_shown_once(
    reporter: ErrorReporter, shown: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(20):
        _break()
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(20)
    assert len(shown) == 1
    log = (tmp_path / "journaux" / "erreurs.log").read_text(encoding="utf-8")
    assert log.count("KeyError: 'absent'") == 1


def test_a_log_that_cannot_be_written_is_no_new_bug(
    tmp_path: Path, shown: list[str], qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fichier").write_text("")
    reporter = ErrorReporter(tmp_path / "fichier" / "erreurs.log", shown.append)
    error = ValueError("disque plein")
    reporter.handle(ValueError, error, None)
    qtbot.waitUntil(lambda: bool(shown))
    assert "disque plein" in capsys.readouterr().err


def test_the_window_copies_the_details_and_stays(qtbot: QtBot) -> None:
    show_unexpected("trace : ligne 12")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))
    qtbot.addWidget(box)
    assert box.windowTitle() == "Erreur inattendue"
    copy = next(b for b in box.buttons() if b.text() == "Copier les détails")
    copy.click()
    assert QGuiApplication.clipboard().text() == "trace : ligne 12"
    assert box.isVisible()
    next(b for b in box.buttons() if b.text() == "Continuer").click()
    assert not box.isVisible()
