"""A framed group on the page's ground."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override


class Card(QFrame):
    """A card with an optional title; when it leads somewhere, mouse and keyboard open it.

    Signals:
        activated: The card was clicked, or Entrée or Espace pressed on it.
    """

    activated = Signal()

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, leads: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "carte")
        self.setProperty("actif", leads)
        self._leads = leads
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(6)
        self.title_label = QLabel(title)
        self.title_label.setProperty("role", "titre")
        self.body.addWidget(self.title_label)
        # Once it has a place: before, it would show as a window of its own.
        self.title_label.setVisible(bool(title))
        if leads:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if title:
            self.setAccessibleName(title)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._leads and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._leads and event.key() in keys:
            self.activated.emit()
        else:
            super().keyPressEvent(event)
