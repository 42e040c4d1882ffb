"""The pages of the window, built on their first visit or in idle moments before it."""

import sys
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from sdpd_desktop.gui.destinations import DESTINATIONS, Destination
from sdpd_desktop.gui.page import Context, Page

_BY_NAME = {destination.name: destination for destination in DESTINATIONS}
_PAUSE_MS = 40


class Pages(QObject):
    """Builds each page once; what it shows is loaded when it is visited, by the window.

    Signals:
        built: The name of a page just built.
        warmed: Every page is built.
    """

    built = Signal(str)
    warmed = Signal()

    def __init__(self, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._idle = QTimer(self, interval=_PAUSE_MS)
        self._idle.timeout.connect(self._step)

    def __iter__(self) -> Iterator[tuple[str, Page]]:
        """The pages built so far, by name."""
        return iter(list(self._pages.items()))

    def get(self, name: str) -> Page | None:
        """Return a page, None when it is not built."""
        return self._pages.get(name)

    def plug(self, context: Context) -> None:
        """Receive what pages use."""
        self._context = context

    def unplug(self) -> None:
        """Forget every page; the window drops them from its stack."""
        self._idle.stop()
        self._pages.clear()
        self._context = None

    def visit(self, name: str) -> Page:
        """Return a page of the stack, built if needed."""
        if name not in self._pages:
            self._build(_BY_NAME[name])
        page = self._pages[name]
        if self._stack.indexOf(page) < 0:
            # Only whole: a part made in a window is dressed before it is told what it is.
            self._stack.addWidget(page)
        return page

    def warm(self) -> None:
        """Build the other pages a little at a time, so that no first visit keeps one waiting."""
        self._idle.start()

    def _step(self) -> None:
        """Do one thing that is shorter than a person notices."""
        for destination in DESTINATIONS:
            if destination.module not in sys.modules:
                import_module(destination.module)
                return
        for destination in DESTINATIONS:
            page = self._pages.get(destination.name)
            if page is None:
                self._build(destination)
                return
            if self._stack.indexOf(page) < 0:
                self._stack.addWidget(page)
                return
        self._idle.stop()
        self.warmed.emit()

    def _build(self, destination: Destination) -> None:
        assert self._context is not None
        self._pages[destination.name] = destination.build(self._context)
        self.built.emit(destination.name)
