"""The place that shows where workbooks can be dropped."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from sdpd_desktop.gui import colours, icons

_SIZE = 32


class DropZone(QFrame):
    """A dashed frame; the window itself takes files dropped anywhere on it.

    Signals:
        activated: The frame was clicked.
    """

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        title = QLabel("Déposez ici les classeurs revenus des partenaires")
        title.setProperty("role", "titre")
        title.setWordWrap(True)
        advice = QLabel(
            "Excel ou LibreOffice, un ou plusieurs à la fois. Rien n’est enregistré avant l’aperçu."
        )
        advice.setProperty("role", "muet")
        advice.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(advice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(14)
        layout.addWidget(self._picture)
        layout.addLayout(words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = colours.shown()
        painter.setBrush(shown.of("surface"))
        painter.setPen(QPen(shown.of("muted"), 1.4, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    @override
    def mouseReleaseEvent(self, event: QEvent) -> None:
        self.activated.emit()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap("file-import", "primary", _SIZE, ratio))
