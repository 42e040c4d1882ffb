"""Runs blocking work off the GUI thread and reports back on it."""

import itertools
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from typing_extensions import override

_T = TypeVar("_T")
_SWITCH_S = 0.0005


class TaskRunner(Protocol):
    """Calls ``work``, then one of the callbacks on the GUI thread.

    Once ``owner`` is destroyed, neither callback runs. ``work`` must not refer
    to any Qt object: pass ``partial(service.method, draft)``.
    """

    def run(
        self,
        owner: QObject,
        work: Callable[[], _T],
        on_success: Callable[[_T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Return at once; a callback follows."""
        ...


class InlineTaskRunner(TaskRunner):
    """Runs at once on the calling thread: for tests and for pictures."""

    @override
    def run(
        self,
        owner: QObject,
        work: Callable[[], _T],
        on_success: Callable[[_T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        try:
            result = work()
        except Exception as error:
            on_error(error)
        else:
            on_success(result)


class ThreadTaskRunner(QObject):
    """Runs tasks one after another on a single worker thread.

    One thread suits SQLite, which has one writer, and makes results arrive in
    the order the tasks were asked for.

    Signals:
        busy_changed: True when work starts waiting, False when none is left.
    """

    busy_changed = Signal(bool)
    _finished = Signal(int, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Each call into Qt lets the interpreter go, and waits that long to have it back from a
        # thread that works: ten times less than usual, or a page takes a third of a second.
        sys.setswitchinterval(_SWITCH_S)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"sdpd-{name}")
        self._tickets = itertools.count()
        self._pending: dict[
            int, tuple[QObject, Callable[[Any], None], Callable[[Exception], None]]
        ] = {}
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], _T],
        on_success: Callable[[_T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """See :meth:`TaskRunner.run`."""
        ticket = next(self._tickets)
        if not self._pending:
            self.busy_changed.emit(True)
        self._pending[ticket] = (owner, on_success, on_error)
        self._executor.submit(self._perform, ticket, work)

    @property
    def busy(self) -> bool:
        """True while a result is awaited."""
        return bool(self._pending)

    def wait(self) -> None:
        """Finish what was asked for: call it before the application quits."""
        self._executor.shutdown()

    def _perform(self, ticket: int, work: Callable[[], object]) -> None:
        try:
            result = work()
        except Exception as error:
            self._finished.emit(ticket, None, error)
        else:
            self._finished.emit(ticket, result, None)

    @Slot(int, object, object)
    def _deliver(self, ticket: int, result: object, error: Exception | None) -> None:
        owner, on_success, on_error = self._pending.pop(ticket)
        try:
            if not shiboken6.isValid(owner):
                return
            if error is None:
                on_success(result)
            else:
                on_error(error)
        finally:
            if not self._pending:
                self.busy_changed.emit(False)
