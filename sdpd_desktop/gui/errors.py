"""Catches bugs: keeps their traceback and tells the user once, while the application goes on."""

import datetime as dt
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from sdpd_desktop import __version__


def report(error: BaseException) -> None:
    """Treat an exception that was caught as one that was not."""
    sys.excepthook(type(error), error, error.__traceback__)


class ErrorReporter(QObject):
    """Replaces ``sys.excepthook``.

    A model whose ``data()`` raises does so at every repaint: the same traceback is
    written and shown once.

    Signals:
        caught: The full text of a bug not seen before.
    """

    caught = Signal(str)

    def __init__(
        self,
        log: Path,
        show: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._seen: set[str] = set()
        # Queued: the exception may come from a worker, or from the middle of a repaint.
        self.caught.connect(show or show_unexpected, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the process's excepthook."""
        sys.excepthook = self.handle

    def handle(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log the error and announce it, unless it was already."""
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QGuiApplication.quit)
            return
        where = "".join(traceback.format_tb(trace)) + kind.__name__
        if where in self._seen:
            return
        self._seen.add(where)
        text = describe(kind, error, trace)
        self._write(text)
        self.caught.emit(text)

    def _write(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(text + "\n")
        except OSError:
            # The disk may be the very cause; standard error is all that is left.
            sys.stderr.write(text)


def describe(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what a maintainer needs: when, which versions, where."""
    import platform

    when = dt.datetime.now().astimezone().isoformat(timespec="seconds")
    head = (
        f"{when} · SDPD Desktop {__version__} · Python {platform.python_version()}"
        f" · Qt {qVersion()} · {platform.platform()}\n"
    )
    return head + "".join(traceback.format_exception(kind, error, trace))


_open: set[QMessageBox] = set()


def show_unexpected(details: str) -> None:
    """Open the « Erreur inattendue » window, without blocking."""
    box = QMessageBox()
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("Erreur inattendue")
    box.setText("Une erreur inattendue s’est produite.")
    box.setInformativeText(
        "Ce qui était enregistré l’est toujours. Vous pouvez continuer ; si l’erreur revient, "
        "transmettez les détails à la personne chargée de l’application."
    )
    box.setDetailedText(details)
    copy = box.addButton("Copier les détails", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    box.addButton("Continuer", QMessageBox.ButtonRole.AcceptRole)
    # Without a parent, nothing but this set keeps the window alive.
    _open.add(box)
    box.finished.connect(lambda: _open.discard(box))
    box.open()
