"""The pages of a PDF one under the other; only those in sight are drawn."""

from collections import OrderedDict
from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.tasks import TaskRunner
from sdpd_desktop.services.apercu import PdfOuvert, render_page

_SCREEN_DPI = 96
_POINTS_PER_INCH = 72
_MARGIN = 12
_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 4.0
_KEPT = 12


class PagesView(QAbstractScrollArea):
    """A scrolled column of pages, at the width of the view or at a chosen zoom.

    Signals:
        page_changed: Index of the page that fills most of the view, from 0.
        zoom_changed: The zoom; 1.0 is the size on paper at 96 dots per inch.
        failed: A French sentence: a page could not be drawn.
    """

    page_changed = Signal(int)
    zoom_changed = Signal(float)
    failed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: TaskRunner | None = None
        self._pdf: PdfOuvert | None = None
        self._zoom = 1.0
        self._fits = True
        self._current = 0
        self._awaited: tuple[int, int] | None = None
        self._drawn: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_next)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that comes and goes would change the width that the pages follow.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def plug(self, files: TaskRunner) -> None:
        """Receive the lane on which pages are drawn."""
        self._files = files

    def set_pdf(self, pdf: PdfOuvert | None) -> None:
        """Show another document, at the same place when it has as many pages."""
        same = pdf is not None and self._pdf is not None and len(pdf.pages) == len(self._pdf.pages)
        place = self.verticalScrollBar().value() if same else 0
        self._pdf = pdf
        self._drawn.clear()
        self._awaited = None
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self._on_scrolled()

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._pdf.pages) if self._pdf else 0

    @property
    def current(self) -> int:
        """Index of the page that fills most of the view."""
        return self._current

    def go_to(self, index: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= index < self.count:
            self.verticalScrollBar().setValue(self._area(index).top() - _MARGIN)

    def fit_width(self) -> None:
        """Follow the width of the view."""
        self._fits = True
        self._lay_out()

    def zoom_by(self, steps: int) -> None:
        """Enlarge, or reduce when negative."""
        self.set_zoom(self._zoom * _STEP**steps)

    def set_zoom(self, zoom: float) -> None:
        """Choose the size; no longer follow the width."""
        self._fits = False
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._lay_out()

    @property
    def fits(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._fits

    # -------------------------------------------------------------- layout

    def _size(self, index: int) -> QSize:
        assert self._pdf is not None
        width, height = self._pdf.pages[index]
        scale = self._zoom * _SCREEN_DPI / _POINTS_PER_INCH
        return QSize(round(width * scale), round(height * scale))

    def _area(self, index: int) -> QRect:
        """Where a page stands in the whole column, before scrolling."""
        top = _MARGIN + sum(self._size(i).height() + _MARGIN for i in range(index))
        size = self._size(index)
        left = max(_MARGIN, (self.viewport().width() - size.width()) // 2)
        return QRect(QPoint(left, top), size)

    def _lay_out(self) -> None:
        if not self._pdf or not self._pdf.pages:
            self.verticalScrollBar().setRange(0, 0)
            self.viewport().update()
            return
        widest = max(width for width, _ in self._pdf.pages)
        height = self._area(self.count - 1).bottom() + _MARGIN
        share = self.verticalScrollBar().value() / height
        if self._fits:
            room = self.viewport().width() - 2 * _MARGIN
            self._zoom = max(_SMALLEST, room * _POINTS_PER_INCH / (_SCREEN_DPI * widest))
        height = self._area(self.count - 1).bottom() + _MARGIN
        width = max(self._size(i).width() for i in range(self.count)) + 2 * _MARGIN
        self._range(Qt.Orientation.Vertical, height, self.viewport().height())
        self._range(Qt.Orientation.Horizontal, width, self.viewport().width())
        self.verticalScrollBar().setValue(round(share * height))
        self.zoom_changed.emit(self._zoom)
        self.viewport().update()

    def _range(self, orientation: Qt.Orientation, whole: int, seen: int) -> None:
        vertical = orientation == Qt.Orientation.Vertical
        bar = self.verticalScrollBar() if vertical else self.horizontalScrollBar()
        bar.setRange(0, max(0, whole - seen))
        bar.setPageStep(seen)
        bar.setSingleStep(40)

    def _on_scrolled(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        current = max((i for i in range(self.count) if self._area(i).top() <= middle), default=0)
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)
        self.viewport().update()

    def _in_sight(self) -> Iterator[tuple[int, QRect]]:
        offset = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for index in range(self.count):
            area = self._area(index).translated(offset)
            if area.intersects(self.viewport().rect()):
                yield index, area

    # ------------------------------------------------------------- drawing

    @property
    def _dpi(self) -> int:
        return round(_SCREEN_DPI * self._zoom * self.devicePixelRatioF())

    def _draw_next(self) -> None:
        """Ask for the first page in sight that is missing: one at a time, none in vain."""
        if self._awaited or not self._pdf or not self._files:
            return
        missing = [i for i, _ in self._in_sight() if (i, self._dpi) not in self._drawn]
        if not missing:
            return
        self._awaited = wanted = (missing[0], self._dpi)
        pdf = self._pdf
        self._files.run(
            self,
            partial(render_page, pdf.octets, *wanted),
            partial(self._on_drawn, pdf, wanted),
            partial(self._on_failed, pdf),
        )

    def _on_drawn(
        self, pdf: PdfOuvert, key: tuple[int, int], result: tuple[int, int, bytes]
    ) -> None:
        if pdf is not self._pdf:
            return
        width, height, pixels = result
        image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32)
        self._drawn[key] = QPixmap.fromImage(image)
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        self._awaited = None
        self.viewport().update()

    def _on_failed(self, pdf: PdfOuvert, error: Exception) -> None:
        # « Awaited » stays set: asking again would fail again at every repaint.
        if pdf is self._pdf and isinstance(error, UserError):
            self.failed.emit(str(error))
        elif not isinstance(error, UserError):
            report(error)

    def _best(self, index: int) -> QPixmap | None:
        """Return the page at this size, else at another one while it is drawn again."""
        if (index, self._dpi) in self._drawn:
            self._drawn.move_to_end((index, self._dpi))
            return self._drawn[index, self._dpi]
        return next((drawn for (i, _), drawn in self._drawn.items() if i == index), None)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colours.shown().of("alternate"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, area in self._in_sight():
            painter.fillRect(area, Qt.GlobalColor.white)
            drawn = self._best(index)
            if drawn:
                painter.drawPixmap(area, drawn)
            painter.setPen(colours.shown().of("line"))
            painter.drawRect(area.adjusted(-1, -1, 0, 0))
            if (index, self._dpi) not in self._drawn:
                self._next.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    # ---------------------------------------------------------------- keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() - 40)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep() + 40)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Minus if _with_ctrl(event):
                self.zoom_by(1 if event.key() == Qt.Key.Key_Plus else -1)
            case Qt.Key.Key_0 if _with_ctrl(event):
                self.fit_width()
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)


def _with_ctrl(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
