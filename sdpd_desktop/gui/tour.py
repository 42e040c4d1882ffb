"""Goes through the window without anyone at it: for ``--smoke`` and ``--picture``."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSize,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui.application import Application
from sdpd_desktop.gui.destinations import DESTINATIONS
from sdpd_desktop.gui.page import Link

_POLL_MS = 15
_QUIET_POLLS = 3
_LIMIT_MS = 180_000
# The offscreen platform warns of every window that has a minimum size.
_OFFSCREEN_SAYS = "This plugin does not support propagateSizeHints"


class Tour(QObject):
    """Takes steps one after another, each once the lanes are at rest.

    Attributes:
        problems: What went wrong, in the order it did; the tour is good when there is none.
    """

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application = application
        self.problems: list[str] = []
        self._steps: Iterator[Callable[[], object]] = iter(())
        self._quiet = 0
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._poll)

    def run(self, steps: Iterator[Callable[[], object]]) -> None:
        """Open the window, take the steps, close it; returns when done."""
        self._steps = steps
        self._application.ready.connect(self._timer.start)
        self._application.refused.connect(self._give_up)
        QTimer.singleShot(_LIMIT_MS, self, lambda: self._give_up("la visite ne finit pas"))
        qInstallMessageHandler(self._on_message)
        try:
            self._application.run()
        finally:
            qInstallMessageHandler(None)

    def note(self, problem: str) -> None:
        """Remember what went wrong, and go on."""
        self.problems.append(problem)

    def _poll(self) -> None:
        self._quiet = 0 if self._application.busy else self._quiet + 1
        if self._quiet < _QUIET_POLLS:
            return
        self._quiet = 0
        step = next(self._steps, None)
        if step is None:
            self._timer.stop()
            self._application.window.close()
        else:
            step()

    def _give_up(self, reason: str) -> None:
        self.note(reason)
        self._timer.stop()
        QApplication.quit()

    def _on_message(self, kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if text.startswith(_OFFSCREEN_SAYS):
            return
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            sys.stderr.write(f"{text}\n")
        else:
            self.note(f"Qt : {text}")


def visit_all(tour: Tour, application: Application) -> Iterator[Callable[[], object]]:
    """Yield the steps of ``--smoke``: every destination, in light then in dark."""
    window = application.window
    for apparence in (Apparence.CLAIR, Apparence.SOMBRE):
        yield partial(application.set_theme, apparence)
        for destination in DESTINATIONS:
            yield partial(window.navigate, Link(destination.name))
            yield partial(_look, tour, application, destination.name)


def _look(tour: Tour, application: Application, name: str) -> None:
    window = application.window
    if window.grab().isNull():
        tour.note(f"{name} : rien n’est dessiné")
    if window.page is None or not window.page.isVisible():
        tour.note(f"{name} : l’écran ne s’ouvre pas")
    if window.form.message_bar.isVisible():
        tour.note(f"{name} : {window.form.message_bar.text_label.text()}")


def take_picture(
    tour: Tour, application: Application, file: Path, page: str, size: QSize
) -> Iterator[Callable[[], object]]:
    """Yield the steps of ``--picture``: the page, at that size, into the file."""
    window = application.window
    yield partial(window.resize, size)
    if page:
        yield partial(window.navigate, Link(page))

    def save() -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not window.grab().save(str(file), "PNG"):
            tour.note(f"L’image ne peut pas être écrite : {file}")

    yield save
