"""The rail of destinations at the left of the window."""

from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from sdpd_desktop.gui import icons
from sdpd_desktop.gui.destinations import DESTINATIONS, Destination
from sdpd_desktop.gui.generated.ui_main_window import Ui_MainWindow

_WIDE, _NARROW = 200, 54
_ICON = 20


class Rail(QObject):
    """Fills the rail and keeps its buttons in step with the page shown.

    Signals:
        chosen: Name of the destination asked for, by mouse or by keyboard.
    """

    chosen = Signal(str)

    def __init__(self, form: Ui_MainWindow, window: QWidget) -> None:
        super().__init__(window)
        self._form = form
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        for destination in DESTINATIONS:
            self._add(destination, window)
        self._office = ""
        self._compact = False
        self.set_compact(False)

    def _add(self, destination: Destination, window: QWidget) -> None:
        shortcut = QKeySequence(destination.shortcut)
        button = QToolButton()
        button.setObjectName(f"{destination.name}_button")
        button.setText(f"  {destination.titre}")
        button.setCheckable(True)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleName(destination.titre)
        keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{destination.titre} ({keys})")
        icons.dress(button, destination.icon, "rail_text")
        go = partial(self.chosen.emit, destination.name)
        button.clicked.connect(go)
        QShortcut(shortcut, window).activated.connect(go)
        form = self._form
        (form.bottom_layout if destination.bottom else form.destinations_layout).addWidget(button)
        self._group.addButton(button)
        self._buttons[destination.name] = button

    def button(self, name: str) -> QToolButton:
        """Return the button of a destination."""
        return self._buttons[name]

    def show_current(self, name: str) -> None:
        """Mark the destination shown."""
        self._buttons[name].setChecked(True)

    def current_button(self) -> QWidget:
        """Return the button that F6 gives the focus to."""
        return self._group.checkedButton() or next(iter(self._buttons.values()))

    def set_enabled(self, enabled: bool) -> None:
        """Allow or refuse to leave the page shown, while the database is not open."""
        for button in self._buttons.values():
            button.setEnabled(enabled)

    def set_office(self, name: str) -> None:
        """Show the office's name under the product's, cut to the rail."""
        self._office = name
        label = self._form.office_label
        metrics = QFontMetrics(label.font())
        label.setText(metrics.elidedText(name, Qt.TextElideMode.ElideRight, _WIDE - 24))
        label.setToolTip(name)
        label.setVisible(bool(name) and not self._compact)

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, or icons with their names."""
        self._compact = compact
        form = self._form
        form.rail.setFixedWidth(_NARROW if compact else _WIDE)
        form.brand_label.setText("SD" if compact else "SDPD Desktop")
        form.office_label.setVisible(bool(self._office) and not compact)
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if compact
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
