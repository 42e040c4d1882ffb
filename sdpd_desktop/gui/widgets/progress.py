"""Progress as a bar and its two figures, in a cell and on its own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from sdpd_desktop.gui import colours
from sdpd_desktop.gui.widgets.roles import PROGRESS_ROLE

_FIGURES = 48


def paint_progress(painter: QPainter, done: int, total: int, area: QRectF) -> None:
    """Draw a bar and « done/total » in the area; an empty total draws nothing."""
    if not total:
        return
    shown = colours.shown()
    bar = QRectF(area.left(), area.center().y() - 3, max(area.width() - _FIGURES, 12), 6)
    filled = QRectF(bar)
    filled.setWidth(bar.width() * min(done / total, 1))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.of("line"))
    painter.drawRoundedRect(bar, 3, 3)
    if done:
        painter.setBrush(shown.of("ok" if done >= total else "primary"))
        painter.drawRoundedRect(filled, 3, 3)
    painter.setPen(shown.of("muted"))
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(
        QRectF(bar.right(), area.top(), area.right() - bar.right(), area.height()),
        right,
        f"{done}/{total}",
    )
    painter.restore()


class ProgressDelegate(QStyledItemDelegate):
    """Draws the ``PROGRESS_ROLE`` of a cell."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(PROGRESS_ROLE) is not None:
            option.text = ""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        pair = index.data(PROGRESS_ROLE)
        if pair is not None:
            area = QRectF(option.rect).adjusted(6, 0, -8, 0)
            painter.setFont(option.font)
            paint_progress(painter, pair[0], pair[1], area)


class ProgressLine(QWidget):
    """The same bar on its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = self._total = 0
        self.setMinimumHeight(18)

    def set_progress(self, done: int, total: int) -> None:
        """Show other figures."""
        self._done, self._total = done, total
        self.setAccessibleName(f"{done} sur {total}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(140, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_progress(QPainter(self), self._done, self._total, QRectF(self.rect()))
