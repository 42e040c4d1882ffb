"""A trend with its target, drawn by hand and described in text."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours

_LEFT_MIN, _TOP, _RIGHT, _BOTTOM = 34, 22, 16, 24
_LABEL_GAP = 8
_Number = float | Decimal | None


@dataclass(frozen=True)
class Serie:
    """A series and its target over the same periods; None where there is no figure."""

    titre: str
    periodes: tuple[str, ...]
    valeurs: tuple[_Number, ...]
    cibles: tuple[_Number, ...] = ()
    unite: str = ""


def _text(value: float, unit: str = "") -> str:
    return format_nombre(Decimal(str(round(value, 2))).normalize() + 0, None, unit)


def nice_ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Return round graduations that cover both bounds."""
    span = (high - low) or abs(high) or 1.0
    rough = span / wanted
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, max(last, first + 1) + 1)]


def describe(serie: Serie) -> str:
    """Return the series in words, for a reader who does not see the picture."""
    points = [
        f"{periode}{NBSP}: {_text(float(value), serie.unite)}"
        for periode, value in zip(serie.periodes, serie.valeurs, strict=True)
        if value is not None
    ]
    goals = [value for value in serie.cibles if value is not None]
    parts = [", ".join(points) or "aucune valeur"]
    if goals:
        parts.append(f"cible{NBSP}: {_text(float(goals[-1]), serie.unite)}")
    return f"{serie.titre}. " + f"{NBSP}; ".join(parts)


class TrendChart(QWidget):
    """Draws one series; without any value it says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._serie: Serie | None = None
        self.setMinimumHeight(120)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Évolution")

    def set_serie(self, serie: Serie | None) -> None:
        """Draw another series."""
        self._serie = serie
        self.setAccessibleName(serie.titre if serie else "Évolution")
        text = describe(serie) if serie else ""
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_trend(painter, QRectF(self.rect()), self._serie, self.font())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.shown().of("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


def paint_trend(painter: QPainter, area: QRectF, serie: Serie | None, base: QFont) -> None:
    """Draw the series in the area; the same code can print."""
    font = QFont(base)
    font.setPixelSize(11)
    painter.setFont(font)
    if serie is None or all(value is None for value in serie.valeurs):
        painter.setPen(colours.shown().of("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, "Aucune valeur à représenter.")
        return
    _Plot(painter, area, serie, font).draw()


class _Plot:
    """One drawing: maps values to points, then draws from the back to the front."""

    def __init__(self, painter: QPainter, area: QRectF, serie: Serie, font: QFont) -> None:
        self._painter, self._serie, self._font = painter, serie, font
        self._shown = colours.shown()
        numbers = [float(v) for v in (*serie.valeurs, *serie.cibles) if v is not None]
        self._ticks = nice_ticks(min(0.0, *numbers), max(0.0, *numbers))
        metrics = QFontMetrics(font)
        self._widest = max(metrics.horizontalAdvance(_text(tick)) for tick in self._ticks)
        left = max(_LEFT_MIN, self._widest + 10)
        self._frame = area.adjusted(left, _TOP, -_RIGHT, -_BOTTOM)

    def _x(self, number: int) -> float:
        steps = max(len(self._serie.periodes) - 1, 1)
        start = self._frame.center().x() if len(self._serie.periodes) == 1 else self._frame.left()
        return start + self._frame.width() * number / steps

    def _y(self, value: float) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        return self._frame.bottom() - self._frame.height() * (value - low) / (high - low)

    def _points(self, values: Sequence[_Number]) -> list[list[QPointF]]:
        """Return the unbroken runs of points."""
        runs: list[list[QPointF]] = [[]]
        for number, value in enumerate(values):
            if value is not None:
                runs[-1].append(QPointF(self._x(number), self._y(float(value))))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

    def draw(self) -> None:
        self._draw_axes()
        self._draw_target()
        self._draw_values()

    def _draw_axes(self) -> None:
        painter, frame = self._painter, self._frame
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in self._ticks:
            y = self._y(tick)
            painter.setPen(QPen(self._shown.of("line"), 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(self._shown.of("muted"))
            painter.drawText(QRectF(frame.left() - 6 - 90, y - 8, 90, 16), right, _text(tick))
        metrics = QFontMetrics(self._font)
        widest = max(metrics.horizontalAdvance(text) for text in self._serie.periodes)
        room = frame.width() / max(len(self._serie.periodes) - 1, 1)
        every = max(1, math.ceil((widest + _LABEL_GAP) / max(room, 1)))
        last = len(self._serie.periodes) - 1
        for number, text in enumerate(self._serie.periodes):
            if (last - number) % every == 0:
                width = widest + 2
                x = min(max(self._x(number) - width / 2, 0), frame.right() + _RIGHT - width)
                spot = QRectF(x, frame.bottom() + 5, width, 16)
                painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_target(self) -> None:
        painter = self._painter
        runs = self._points(self._serie.cibles)
        if not runs:
            return
        painter.setPen(QPen(self._shown.of("target"), 1.6, Qt.PenStyle.DashLine))
        for run in runs:
            painter.drawPolyline(run)
            if len(run) == 1:
                painter.drawLine(run[0] - QPointF(6, 0), run[0] + QPointF(6, 0))
        goal = next(value for value in reversed(self._serie.cibles) if value is not None)
        self._bold(f"cible {_text(float(goal), self._serie.unite)}", runs[-1][-1], "target")

    def _draw_values(self) -> None:
        painter = self._painter
        pen = QPen(self._shown.of("primary"), 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        ground = self._shown.of("primary")
        ground.setAlpha(28)
        floor = self._y(max(self._ticks[0], 0.0))
        runs = self._points(self._serie.valeurs)
        for run in runs:
            below = QPainterPath(QPointF(run[0].x(), floor))
            for point in run:
                below.lineTo(point)
            below.lineTo(run[-1].x(), floor)
            painter.fillPath(below, ground)
            painter.setPen(pen)
            painter.drawPolyline(run)
            painter.setBrush(self._shown.of("surface"))
            for point in run:
                painter.drawEllipse(point, 3, 3)
        end = runs[-1][-1]
        painter.setBrush(self._shown.of("primary"))
        painter.drawEllipse(end, 4, 4)
        final = next(value for value in reversed(self._serie.valeurs) if value is not None)
        self._bold(_text(float(final), self._serie.unite), end, "primary")

    def _bold(self, text: str, above: QPointF, role: str) -> None:
        painter = self._painter
        font = QFont(self._font)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(self._shown.of(role))
        width = QFontMetrics(font).horizontalAdvance(text) + 4
        x = min(above.x() - width / 2, self._frame.right() + _RIGHT - width)
        spot = QRectF(max(x, self._frame.left()), above.y() - 20, width, 16)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self._font)
