"""A state as colour, shape and word: in a cell and on its own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from sdpd_desktop.gui import colours
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE

_HEIGHT = 20
_PIXELS = 11


def _badge_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPixelSize(_PIXELS)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def badge_width(badge: Badge, base: QFont) -> int:
    """Return the width that shows the whole word."""
    return QFontMetrics(_badge_font(base)).horizontalAdvance(badge.texte) + 30


def paint_badge(painter: QPainter, badge: Badge, area: QRectF, base: QFont) -> None:
    """Draw the badge at the left of the area, centred in its height."""
    shown = colours.shown()
    font = _badge_font(base)
    width = min(float(badge_width(badge, base)), area.width())
    chip = QRectF(area.left(), area.center().y() - _HEIGHT / 2, width, _HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.of(f"{badge.ton}_soft"))
    painter.drawRoundedRect(chip, _HEIGHT / 2, _HEIGHT / 2)
    paint_shape(painter, badge, QPointF(chip.left() + 11, chip.center().y()))
    painter.setFont(font)
    painter.setPen(shown.of(badge.ton))
    words = chip.adjusted(20, 0, -6, 0)
    text = QFontMetrics(font).elidedText(
        badge.texte, Qt.TextElideMode.ElideRight, int(words.width()) + 1
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def paint_shape(painter: QPainter, badge: Badge, centre: QPointF) -> None:
    """Draw the shape of a badge alone, in its colour."""
    colour = colours.shown().of(badge.ton)
    x, y = centre.x(), centre.y()

    def points(*pairs: tuple[float, float]) -> QPolygonF:
        return QPolygonF([QPointF(x + dx, y + dy) for dx, dy in pairs])

    painter.setBrush(colour)
    match badge.forme:
        case Forme.TRIANGLE:
            painter.drawPolygon(points((0, -4), (4.5, 4), (-4.5, 4)))
        case Forme.LOSANGE:
            painter.drawPolygon(points((0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0)))
        case Forme.ROND:
            painter.drawEllipse(centre, 3.5, 3.5)
        case Forme.CARRE:
            painter.drawRect(QRectF(x - 3.5, y - 3.5, 7, 7))
        case Forme.PAUSE:
            painter.drawRect(QRectF(x - 3.5, y - 4, 2.5, 8))
            painter.drawRect(QRectF(x + 1, y - 4, 2.5, 8))
        case _:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 2))
            strokes = {
                Forme.COCHE: [points((-4, 0), (-1, 3), (4, -3.5))],
                Forme.CROIX: [points((-3.5, -3.5), (3.5, 3.5)), points((3.5, -3.5), (-3.5, 3.5))],
                Forme.TRAIT: [points((-4, 0), (4, 0))],
                Forme.EGAL: [points((-4, -2), (4, -2)), points((-4, 2), (4, 2))],
            }
            for stroke in strokes[badge.forme]:
                painter.drawPolyline(stroke)


class BadgeDelegate(QStyledItemDelegate):
    """Draws the ``BADGE_ROLE`` of a cell; its display text should be "" or the same word."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.data(BADGE_ROLE) is not None:
            option.text = ""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        badge = index.data(BADGE_ROLE)
        if isinstance(badge, Badge):
            area = QRectF(option.rect).adjusted(4, 0, -4, 0)
            paint_badge(painter, badge, area, option.font)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        badge = index.data(BADGE_ROLE)
        base = super().sizeHint(option, index)
        if not isinstance(badge, Badge):
            return base
        return QSize(badge_width(badge, option.font) + 8, max(base.height(), _HEIGHT + 8))


class StateBadge(QWidget):
    """A badge on its own, for a detail pane; « En retard de 21 jours » is a longer word."""

    def __init__(self, badge: Badge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._badge: Badge | None = None
        self.set_badge(badge)

    def set_badge(self, badge: Badge | None) -> None:
        """Show another state; None shows nothing."""
        self._badge = badge
        self.setAccessibleName(badge.texte if badge else "")
        self.setVisible(badge is not None)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = badge_width(self._badge, self.font()) if self._badge else 0
        return QSize(width, _HEIGHT + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._badge:
            paint_badge(QPainter(self), self._badge, QRectF(self.rect()), self.font())
