"""A message above the page, never a window in the way."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from sdpd_desktop.gui import icons


class Tone(StrEnum):
    """What a message is about."""

    INFO = "info"
    ERREUR = "erreur"
    SUCCES = "succes"


_ICONS = {
    Tone.INFO: ("info-circle", "info"),
    Tone.ERREUR: ("alert-triangle", "late"),
    Tone.SUCCES: ("circle-check", "ok"),
}


class MessageBar(QFrame):
    """One message at a time, with at most one action; hidden when there is none.

    Signals:
        activated: The action was chosen.
        dismissed: The message was closed by the user.
    """

    activated = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._sign = QToolButton()
        self._sign.setEnabled(True)
        self._sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text_label = QLabel()
        self.text_label.setWordWrap(True)
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QPushButton()
        self.action_button.clicked.connect(self.activated)
        self.close_button = QToolButton()
        self.close_button.setAccessibleName("Fermer le message")
        self.close_button.setToolTip("Fermer le message (Échap)")
        icons.dress(self.close_button, "x")
        self.close_button.clicked.connect(self._dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 6, 4)
        layout.addWidget(self._sign)
        layout.addWidget(self.text_label, 1)
        layout.addWidget(self.action_button)
        layout.addWidget(self.close_button)
        self.hide()

    def show_message(self, text: str, tone: Tone = Tone.INFO, action: str = "") -> None:
        """Replace what is said."""
        self.setProperty("ton", tone.value)
        for widget in (self, self.text_label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        icons.dress(self._sign, *_ICONS[tone])
        self.text_label.setText(text)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)
