"""A chart: the drawing the domain describes, repeated with a painter, and told in words."""

from functools import cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.graphique import (
    SANS_VALEUR,
    Encre,
    Graphique,
    Ligne,
    Mot,
    NatureGraphique,
    Point,
    Surface,
    Trace,
    tracer,
)
from sdpd_desktop.gui import colours

_TINT = 28
_HEIGHT, _BAR_HEIGHT = 170, 24


class TrendChart(QWidget):
    """Draws one chart; without any value it says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graphique: Graphique | None = None
        self.setMinimumHeight(120)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Évolution")

    @property
    def graphique(self) -> Graphique | None:
        """What is drawn."""
        return self._graphique

    def set_graphique(self, graphique: Graphique | None) -> None:
        """Draw another chart."""
        if graphique == self._graphique:
            return
        self._graphique = graphique
        self.setAccessibleName(graphique.titre if graphique else "Évolution")
        text = graphique.description_texte if graphique else ""
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        shown = self._graphique
        if shown is not None and shown.nature is NatureGraphique.TERRITOIRES:
            return QSize(320, max(_BAR_HEIGHT * len(shown.categories), 60))
        return QSize(320, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chart(painter, QRectF(self.rect()), self._graphique, self.font())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.shown().of("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)


def paint_chart(painter: QPainter, area: QRectF, graphique: Graphique | None, base: QFont) -> None:
    """Draw the chart in the area; the same code can print."""
    if graphique is None:
        painter.setPen(colours.shown().of("muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, SANS_VALEUR)
        return
    family = base.family()

    def measure(text: str, size: float, bold: bool) -> float:
        return _metrics(family, size, bold).horizontalAdvance(text)

    painter.save()
    painter.translate(area.topLeft())
    for trace in tracer(graphique, area.width(), area.height(), measure):
        _paint(painter, trace, family)
    painter.restore()


@cache
def _font(family: str, size: float, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(round(size))
    if bold:
        font.setWeight(QFont.Weight.Bold)
    return font


@cache
def _metrics(family: str, size: float, bold: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(family, size, bold))


def _colour(encre: Encre) -> QColor:
    return colours.shown().of(encre.value)


def _paint(painter: QPainter, trace: Trace, family: str) -> None:
    colour = _colour(trace.encre)
    match trace:
        case Ligne():
            pen = QPen(colour, trace.epaisseur)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if trace.tirets else Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if trace.tirets:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(_points(trace.points))
        case Surface():
            if trace.legere:
                colour.setAlpha(_TINT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(_points(trace.points))
        case Point():
            painter.setPen(QPen(colour, 1.6))
            painter.setBrush(colour if trace.plein else _colour(Encre.FOND))
            painter.drawEllipse(QPointF(trace.x, trace.y), trace.rayon, trace.rayon)
        case Mot():
            width = _metrics(family, trace.taille, trace.gras).horizontalAdvance(trace.texte)
            painter.setFont(_font(family, trace.taille, trace.gras))
            painter.setPen(colour)
            painter.drawText(QPointF(trace.x - trace.ancre * width, trace.y), trace.texte)
        case _:
            assert_never(trace)


def _points(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
