"""Collects garbage when the window has nothing else to do.

Python collects whenever enough objects were made, on whatever thread made them, and holds every
thread meanwhile: a quarter of a second once a table of fifty thousand rows is alive.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS, _AWAY_MS = 2_000, 30_000
_FEW, _MANY = 2_000, 50_000


class GarbageCollector(QObject):
    """Takes over from Python's own collector until :meth:`stop`.

    What came by tens of thousands is set aside, not walked: frozen values hold no cycle, and go
    as soon as nothing refers to them. It is walked once the user has been in another program
    for half a minute: a look elsewhere, or the opening of the window, is no such time.
    """

    def __init__(self, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        gc.disable()
        gc.freeze()  # What the program is made of stays for good.
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self._away = QTimer(self, interval=_AWAY_MS, singleShot=True)
        self._away.timeout.connect(self._collect_all)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        self._away.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        made = gc.get_count()[0]
        if self._busy() or made < _FEW:
            return
        if made < _MANY:
            gc.collect()
        else:
            gc.freeze()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        elif self._timer.isActive():
            self._away.start()

    def _collect_all(self) -> None:
        if self._busy():
            self._away.start()
            return
        gc.unfreeze()
        gc.collect()
        gc.freeze()
