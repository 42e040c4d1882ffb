"""Stores the files of a list that ask nothing, one after another."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.retours.lot import FichierRecu
from sdpd_desktop.gui.retours.taches import apply_good

if TYPE_CHECKING:
    from sdpd_desktop.services.importations import ResultatImportation


class Enregistrement(QObject):
    """Asks for the next file until none is ready, one fails, or it is stopped.

    Signals:
        advanced: A file is about to be stored, or none is any more.
        stored: Path of the file stored.
        ended: The results, when there are some.
        failed: The error that stopped it.
    """

    advanced = Signal()
    stored = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(
        self, context: Context, following: Callable[[], FichierRecu | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._following = context, following
        self._stop = False
        self._results: list[ResultatImportation] = []
        self.running = False

    @property
    def done(self) -> int:
        """How many files were stored since the start."""
        return len(self._results)

    def start(self) -> None:
        """Store what is ready."""
        self._results, self._stop, self.running = [], False, True
        self._store_next()

    def stop(self) -> None:
        """Stop after the file at hand; what was stored stays."""
        self._stop = True

    def _store_next(self) -> None:
        row = None if self._stop else self._following()
        if row is None:
            self.running = False
            self.advanced.emit()
            if self._results:
                self.ended.emit(tuple(self._results))
            return
        self.advanced.emit()
        assert row.proposition is not None
        work = partial(apply_good, self._context.services, row.proposition)
        self._context.tasks.run(self, work, partial(self._on_stored, row.chemin), self._on_failed)

    def _on_stored(self, path: Path, result: "ResultatImportation") -> None:
        self._results.append(result)
        self.stored.emit(path)
        self._store_next()

    def _on_failed(self, error: Exception) -> None:
        self.running = False
        self.advanced.emit()
        self.failed.emit(error)
