"""Plain pages at every place the rail leads to, for tests of what is around them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.gui.main_window import MainWindow
from sdpd_desktop.gui.page import Context, Page

CONTROL = Qt.KeyboardModifier.ControlModifier


class Plain(Page):
    """A page that remembers what the window asked of it."""

    prints = True
    concerned = frozenset({Change.PLANS})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.refreshed: list[frozenset[Change] | None] = []
        self.opened: list[tuple[str, str, str | None]] = []
        self.files: list[Path] = []
        self.done: list[str] = []
        self.deep = False
        self.typed = False
        self.left = QToolButton(self)
        self.right = QToolButton(self)

    def refresh(self, changes: frozenset[Change] | None) -> None:
        self.refreshed.append(changes)

    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        self.opened.append((kind, code, plan))
        self.deep = True
        return code != "absent"

    def leave_plan(self) -> bool:
        return not self.typed

    def open_files(self, paths: tuple[Path, ...] | list[Path]) -> None:  # type: ignore[override]
        self.files += paths

    def focus_filter(self) -> None:
        self.done.append("filtre")

    def new_object(self) -> bool:
        self.done.append("nouveau")
        return True

    def print_document(self) -> bool:
        self.done.append("imprimer")
        return True

    def go_back(self) -> bool:
        deep, self.deep = self.deep, False
        return deep

    def panes(self) -> list[QToolButton]:
        return [self.left, self.right]


class Bare(Plain):
    prints = False


def page(window: MainWindow) -> Plain:
    while window.pages.awaited:
        QApplication.processEvents()
    shown = window.page
    assert isinstance(shown, Plain)
    return shown


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(window, key, held)
