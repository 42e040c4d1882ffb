"""A figure on a card that leads to the rows behind it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from sdpd_desktop.gui import colours
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.widgets.card import Card


@dataclass(frozen=True)
class Chiffre:
    """What a card says.

    Attributes:
        ton: A colour's name in the theme.
        suite: The line under the figure: of what, or until when.
    """

    titre: str
    valeur: str
    ton: str
    suite: str
    lien: Link


class ChiffreCard(Card):
    """Shows one :class:`Chiffre`; the whole card is the link."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, leads=True)
        self.chiffre: Chiffre | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body.setContentsMargins(12, 10, 12, 10)
        self.body.setSpacing(2)
        self._title, self._value, self._more = QLabel(), QLabel(), QLabel()
        for label, role in ((self._title, "muet"), (self._value, ""), (self._more, "petit")):
            label.setProperty("role", role)
            # A card may be narrower than its words; the tooltip then has them all.
            label.setMinimumWidth(10)
            self.body.addWidget(label)

    def set_chiffre(self, chiffre: Chiffre) -> None:
        """Show another figure."""
        self.chiffre = chiffre
        self._title.setText(chiffre.titre)
        self._value.setText(chiffre.valeur)
        self._more.setText(chiffre.suite)
        words = f"{chiffre.titre} : {chiffre.valeur}. {chiffre.suite}"
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._paint_value()

    def _paint_value(self) -> None:
        if self.chiffre:
            colour = getattr(colours.shown(), self.chiffre.ton)
            self._value.setStyleSheet(f"color: {colour}; font-size: 25px; font-weight: 700;")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "chiffre"):
            self._paint_value()
