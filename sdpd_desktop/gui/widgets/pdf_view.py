"""Shows a PDF page under page; pages are drawn off the GUI thread as they come into view."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.tasks import TaskRunner
from sdpd_desktop.services.apercu import PdfOuvert, ouvrir, render_page

_GAP = 14
_POINTS_PER_INCH = 72
_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)


def to_image(drawn: tuple[int, int, bytes]) -> QImage:
    """Return the pixels of ``render_page`` as an image that owns them."""
    width, height, pixels = drawn
    return QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class PdfView(QAbstractScrollArea):
    """A preview as wide as the view; Ctrl + and Ctrl - enlarge and reduce.

    Signals:
        page_changed: Number of the page in view, from 1, and how many there are.
        failed: The exception that kept the document or a page from being drawn.
    """

    page_changed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, files: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._document: PdfOuvert | None = None
        self._zoom = 1.0
        self._images: dict[int, QImage] = {}
        self._asked: set[int] = set()
        # Answers to an older document, zoom or width are told by this number and dropped.
        self._generation = 0
        self.setAccessibleName("Aperçu du document")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_pdf(self, data: bytes | None) -> None:
        """Show another document, from its first page; None shows nothing."""
        self._document = None
        self._forget()
        self.viewport().update()
        if data is not None:
            generation = self._generation
            self._files.run(
                self,
                partial(ouvrir, data),
                lambda document: self._on_read(generation, document),
                self.failed.emit,
            )

    @property
    def pages(self) -> int:
        """How many pages the document has; 0 until it is read."""
        return len(self._document.pages) if self._document else 0

    @property
    def zoom(self) -> float:
        """1.0 is as wide as the view."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Enlarge or reduce, keeping the page in view."""
        here = self._current()
        self._zoom = min(max(zoom, _ZOOMS[0]), _ZOOMS[-1])
        self._forget()
        self._lay_out()
        self.go_to(here)

    def zoom_step(self, step: int) -> None:
        """Go to the next zoom up or down."""
        steps = [z for z in _ZOOMS if (z > self._zoom if step > 0 else z < self._zoom)]
        if steps:
            self.set_zoom(steps[0] if step > 0 else steps[-1])

    def go_to(self, index: int) -> None:
        """Scroll to a page, from 0."""
        if 0 <= index < self.pages:
            self.verticalScrollBar().setValue(self._rects()[index].top() - _GAP)

    # ------------------------------------------------------------- drawing

    def _on_read(self, generation: int, document: PdfOuvert) -> None:
        if generation != self._generation:
            return
        self._document = document
        self.verticalScrollBar().setValue(0)
        self._lay_out()
        self._on_scrolled()

    def _forget(self) -> None:
        self._generation += 1
        self._images.clear()
        self._asked.clear()

    def _page_width(self) -> int:
        return max(int((self.viewport().width() - 2 * _GAP) * self._zoom), 80)

    def _rects(self) -> list[QRect]:
        """Return where each page is, in the whole document."""
        rects, top, width = [], _GAP, self._page_width()
        left = max((self.viewport().width() - width) // 2, _GAP)
        for points_wide, points_high in self._document.pages if self._document else ():
            height = round(width * points_high / points_wide)
            rects.append(QRect(left, top, width, height))
            top += height + _GAP
        return rects

    def _lay_out(self) -> None:
        rects = self._rects()
        view = self.viewport().size()
        bottom = rects[-1].bottom() + _GAP if rects else 0
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(0, bottom - view.height()))
        right = self._page_width() + 2 * _GAP
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, right - view.width()))
        self.viewport().update()

    def _current(self) -> int:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        rects = self._rects()
        above = [number for number, rect in enumerate(rects) if rect.top() - _GAP <= middle]
        return above[-1] if above else 0

    def _on_scrolled(self) -> None:
        if self._document:
            number = self._current() + 1
            self.setAccessibleDescription(f"Page {number} sur {self.pages}")
            self.page_changed.emit(number, self.pages)
        self.viewport().update()

    def _ask(self, index: int, width: int) -> None:
        assert self._document is not None
        if index in self._asked:
            return
        self._asked.add(index)
        generation = self._generation
        pixels = width * self.devicePixelRatioF()
        dpi = max(round(pixels * _POINTS_PER_INCH / self._document.pages[index][0]), 24)
        self._files.run(
            self,
            partial(render_page, self._document.octets, index, dpi),
            lambda drawn: self._on_drawn(generation, index, drawn),
            self.failed.emit,
        )

    def _on_drawn(self, generation: int, index: int, drawn: tuple[int, int, bytes]) -> None:
        if generation == self._generation:
            self._images[index] = to_image(drawn)
            self.viewport().update()

    # ----------------------------------------------------------- Qt events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = colours.shown()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), shown.of("background"))
        scrolled = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        missing: list[tuple[int, int]] = []
        for index, rect in enumerate(self._rects()):
            place = rect.translated(*scrolled)
            if not place.intersects(self.viewport().rect()):
                continue
            painter.fillRect(place, Qt.GlobalColor.white)
            if image := self._images.get(index):
                painter.drawImage(place, image)
            else:
                missing.append((index, rect.width()))
            painter.setPen(shown.of("line"))
            painter.drawRect(place)
        painter.end()
        for index, width in missing:
            self._ask(index, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._document:
            here = self._current()
            self._forget()
            self._lay_out()
            self.go_to(here)
        else:
            self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_step(1)
        elif control and event.key() == Qt.Key.Key_Minus:
            self.zoom_step(-1)
        elif control and event.key() == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_step(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 640)


def pages_text(number: int, count: int) -> str:
    """Return « page 2 / 7 » for a label beside the preview."""
    return f"page{NBSP}{number}{NBSP}/{NBSP}{count}" if count else ""
