"""The look: Fusion, our palette in light and dark, the style sheet and the font."""

from dataclasses import asdict
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from sdpd_desktop.assets import asset_path
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.colours import DARK, LIGHT, Colours

FONT_PIXELS = 13
_FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "Inter-Italic.otf")


def apply(app: QApplication, theme: Apparence) -> None:
    """Dress the application; safe to call again when the user or the desktop changes."""
    chosen = DARK if _is_dark(app, theme) else LIGHT
    colours.show(chosen)
    app.setStyle("Fusion")
    app.setFont(_font())
    app.setPalette(_palette(chosen))
    app.setStyleSheet(style_sheet(chosen))
    icons.redress()


def _is_dark(app: QApplication, theme: Apparence) -> bool:
    if theme is Apparence.SYSTEME:
        return app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme is Apparence.SOMBRE


@cache
def _load_font() -> None:
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(asset_path("resources", "fonts", "inter", name)))


def _font() -> QFont:
    _load_font()
    font = QFont("Inter")
    font.setPixelSize(FONT_PIXELS)
    return font


def style_sheet(chosen: Colours) -> str:
    """Return the style sheet with its colours filled in."""
    text = asset_path("ui", "styles", "sdpd.qss").read_text(encoding="utf-8")
    folder = asset_path("resources", "icons", "theme").as_posix()
    return Template(text).substitute(asdict(chosen), icons=folder)


def _palette(chosen: Colours) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "background",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "alternate",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "late",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on_primary",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Link: "primary",
        QPalette.ColorRole.LinkVisited: "primary",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Accent: "primary",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, chosen.of(name))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, chosen.of("muted"))
    return palette
