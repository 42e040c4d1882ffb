"""What an empty screen says: why it is empty and what to do next."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from sdpd_desktop.gui import icons

_SIZE = 40


class EmptyState(QWidget):
    """An icon, a sentence and at most one button.

    Signals:
        activated: The button was pressed.
    """

    activated = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        advice: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self.title_label = QLabel(title)
        self.title_label.setProperty("role", "titre")
        self.advice_label = QLabel(advice)
        self.advice_label.setProperty("role", "muet")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self._picture, self.title_label, self.advice_label):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._picture)
            layout.addWidget(label)
        self.button = QPushButton(action)
        self.button.setProperty("role", "principal")
        self.button.clicked.connect(self.activated)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        # Once it has a place: before, it would show as a window of its own, and take the focus.
        self.button.setVisible(bool(action))
        layout.addStretch(3)
        self._draw()

    def say(self, title: str, advice: str = "") -> None:
        """Explain another emptiness."""
        self.title_label.setText(title)
        self.advice_label.setText(advice)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap(self._icon, "muted", _SIZE, ratio))
