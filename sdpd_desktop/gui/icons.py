"""Tabler icons in the colours of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from sdpd_desktop.assets import asset_path
from sdpd_desktop.gui import colours

_SIZES = (16, 20, 32, 40)
_PROPERTY = "sdpd_icon"


@lru_cache(maxsize=512)
def _draw(name: str, colour: str, size: int) -> QPixmap:
    source = asset_path("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap


def icon(name: str, role: str = "text") -> QIcon:
    """Return an icon in a colour of the theme shown now.

    Args:
        name: File of ``resources/icons`` without its suffix.
        role: A colour's name in :class:`~sdpd_desktop.gui.colours.Colours`.
    """
    drawn = QIcon()
    for size in _SIZES:
        drawn.addPixmap(_draw(name, getattr(colours.shown(), role), size))
        off = _draw(name, colours.shown().scroll, size)
        drawn.addPixmap(off, QIcon.Mode.Disabled)
    return drawn


def pixmap(name: str, role: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return one picture of ``size`` logical pixels, sharp at the screen's ratio."""
    drawn = QPixmap(_draw(name, getattr(colours.shown(), role), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def dress(target: QAbstractButton | QAction, name: str, role: str = "text") -> None:
    """Give an icon that follows the theme."""
    target.setProperty(_PROPERTY, [name, role])
    target.setIcon(icon(name, role))


def redress() -> None:
    """Redraw every icon given by :func:`dress`, after the theme changed."""
    for widget in QApplication.allWidgets():
        buttons = [widget] if isinstance(widget, QAbstractButton) else []
        for target in (*buttons, *widget.actions()):
            spec = target.property(_PROPERTY)
            if spec:
                target.setIcon(icon(*spec))
