"""The pages of the window, made in idle moments or when first visited, a little at a time."""

import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from sdpd_desktop.gui.destinations import DESTINATIONS, Destination
from sdpd_desktop.gui.page import Context, Page

_BY_NAME = {destination.name: destination for destination in DESTINATIONS}
_PAUSE_MS = 40
_TURN_S = 0.01

Arrived = Callable[[Page], None]


class Pages(QObject):
    """Makes each page once; what it shows is loaded when it is visited, by the window.

    Importing, building and dressing one each take their own turns of the event loop: together
    they would keep the window still for longer than a person notices.

    Signals:
        built: The name of a page just made.
        warmed: Every page is made.
    """

    built = Signal(str)
    warmed = Signal()

    def __init__(self, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._making: dict[str, Iterator[None]] = {}
        self._unplaced: dict[str, Page] = {}
        self._awaited: tuple[str, Arrived] | None = None
        self._warming = False
        self._busy: Callable[[], bool] = lambda: False
        # Started again after each turn: what became due meanwhile comes before the next one.
        self._turns = QTimer(self, singleShot=True)
        self._turns.timeout.connect(self._take_turn)

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        """The pages made so far, by name."""
        return iter(list(self._pages.items()))

    @property
    def awaited(self) -> bool:
        """True while a visit waits for its page."""
        return self._awaited is not None

    def get(self, name: str) -> Page | None:
        """Return a page, None when it is not made."""
        return self._pages.get(name)

    def plug(self, context: Context) -> None:
        """Receive what pages use."""
        self._context = context

    def unplug(self) -> None:
        """Forget every page; the window drops them from its stack."""
        self._turns.stop()
        self._warming = False
        self._awaited = None
        self._making.clear()
        for page in self._unplaced.values():
            page.deleteLater()
        self._unplaced.clear()
        self._pages.clear()
        self._context = None

    def visit(self, name: str, arrived: Arrived) -> None:
        """Hand over a page of the stack: at once when it is made, a few turns later otherwise.

        A visit takes the place of one that still waits.
        """
        page = self._pages.get(name)
        self._awaited = None if page else (name, arrived)
        self._pace()
        if page:
            arrived(page)

    def warm(self, busy: Callable[[], bool]) -> None:
        """Make the other pages while the lanes are not busy, so that no first visit waits."""
        self._busy = busy
        self._warming = True
        self._pace()

    def _pace(self) -> None:
        if self._awaited:
            self._turns.start(0)
        elif self._warming:
            self._turns.start(_PAUSE_MS)
        else:
            self._turns.stop()

    def _take_turn(self) -> None:
        """Do one thing that is shorter than a person notices."""
        if self._awaited and (page := self._pages.get(self._awaited[0])):
            _name, arrived = self._awaited
            self._awaited = None
            self._pace()
            arrived(page)
        elif not self._awaited and self._busy():
            self._pace()  # A lane and the window, working at once, keep each other waiting.
        elif destination := self._next():
            self._make_some(destination)
        else:
            self._warming = False
            self.warmed.emit()

    def _next(self) -> Destination | None:
        if self._awaited:
            return _BY_NAME[self._awaited[0]]
        return next((one for one in DESTINATIONS if one.name not in self._pages), None)

    def _make_some(self, destination: Destination) -> None:
        name = destination.name
        try:
            next(self._making.setdefault(name, self._make(destination)))
        except StopIteration:
            del self._making[name]
            self.built.emit(name)
        except Exception:
            # Said once, by whoever reports what is unexpected; the next visit tries again.
            del self._making[name]
            self._awaited, self._warming = None, False
            raise
        self._pace()

    def _make(self, destination: Destination) -> Iterator[None]:
        """Make a page, leaving between two steps a moment for the window to live."""
        assert self._context is not None
        started = time.perf_counter()
        package = import_module(destination.module.rpartition(".")[0])
        for found in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(found.name)
            if time.perf_counter() - started > _TURN_S:
                yield
                started = time.perf_counter()
        yield
        self._unplaced[destination.name] = destination.build(self._context)
        yield
        # Only whole: a part made in a window is dressed before it is told what it is.
        page = self._unplaced.pop(destination.name)
        self._stack.addWidget(page)
        self._pages[destination.name] = page
