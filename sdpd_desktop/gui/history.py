"""The named « Annuler » and « Rétablir » of the top bar."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from sdpd_desktop.domain.errors import ConflictError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_main_window import Ui_MainWindow

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.domain.journal import ChangementSummary
    from sdpd_desktop.gui.page import Context

_SHARE = 8  # A button takes at most this part of the window's width.


_UNDONE = "annuler : "


def gesture(changement: "ChangementSummary") -> str:
    """Return what a changement did: what an annulation put back, for one."""
    return changement.commande.removeprefix(_UNDONE)


@dataclass(frozen=True)
class History:
    """What can be put back, and the last thing done."""

    last: "ChangementSummary | None"
    undoable: "ChangementSummary | None"
    redoable: "ChangementSummary | None"


def read_history(services: "Services") -> History:
    """Ask the journal; runs on the database lane."""
    journal = services.journal
    last = next(iter(journal.history(limit=1)), None)
    return History(last, journal.undoable(), journal.redoable())


class HistoryButtons(QObject):
    """Keeps both buttons and their keys in step with the journal.

    Signals:
        read: The :class:`History` just read.
    """

    read = Signal(object)

    def __init__(self, form: Ui_MainWindow, window: QWidget) -> None:
        super().__init__(window)
        self._undo, self._redo = form.undo_button, form.redo_button
        self._context: Context | None = None
        self._history = History(None, None, None)
        self._room = 0
        icons.dress(self._undo, "arrow-back-up")
        icons.dress(self._redo, "arrow-forward-up")
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        for keys, slot in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)
        self._label()

    def plug(self, context: "Context") -> None:
        """Start to follow the journal, once the database is open."""
        self._context = context
        self.refresh()

    def unplug(self) -> None:
        """Offer nothing until the next :meth:`plug`."""
        self._context, self._history = None, History(None, None, None)
        self._label()

    def refresh(self) -> None:
        """Read the journal again."""
        if context := self._context:
            work = partial(read_history, context.services)
            context.tasks.run(self, work, self._show, lambda error: context.alert(str(error)))

    def fit(self, window_width: int, *, compact: bool) -> None:
        """Name the gesture in the room there is, or show the icon alone when compact."""
        self._room = 0 if compact else window_width // _SHARE
        self._label()

    def undo(self) -> None:
        """Put the last changement back."""
        self._put_back(self._history.undoable, "Annulé")

    def redo(self) -> None:
        """Put the last « Annuler » back."""
        self._put_back(self._history.redoable, "Rétabli")

    def _put_back(self, changement: "ChangementSummary | None", done: str) -> None:
        context = self._context
        if context is None or changement is None:
            return
        # A second press before the answer must not put the same changement back twice.
        self._history = History(self._history.last, None, None)
        self._label()
        context.tasks.run(
            self,
            partial(context.services.journal.undo, changement.numero),
            lambda _undone: context.notify(f"{done}{NBSP}: {gesture(changement)}"),
            self._on_refused,
        )

    def _on_refused(self, error: Exception) -> None:
        if self._context:
            reasons = error.conflicts if isinstance(error, ConflictError) else ()
            self._context.alert("\n".join((str(error), *reasons)))
        self.refresh()

    def _show(self, history: History) -> None:
        self._history = history
        self._label()
        self.read.emit(history)

    def _label(self) -> None:
        history = self._history
        _label(self._undo, "Annuler", "Ctrl+Z", history.undoable, self._room)
        _label(self._redo, "Rétablir", "Ctrl+Y", history.redoable, self._room)


def _label(
    button: QPushButton, verb: str, keys: str, changement: "ChangementSummary | None", room: int
) -> None:
    name = f"{verb}{NBSP}: {gesture(changement)}" if changement else verb
    metrics = QFontMetrics(button.font())
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
    button.setText(shown if room and changement else "")
    button.setToolTip(f"{name} ({keys})")
    button.setAccessibleName(name)
    button.setEnabled(changement is not None)
