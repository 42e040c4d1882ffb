"""Tabler icons in the colours of the theme."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from sdpd_desktop.assets import asset_path
from sdpd_desktop.garbage import no_collection
from sdpd_desktop.gui import colours

_SIZES = (16, 20)
_PROPERTY = "sdpd_icon"


@cache
def _source(name: str) -> str:
    return asset_path("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _draw(name: str, colour: str, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
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
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    shown = colours.shown()
    for size in {round(size * scale) for size in _SIZES for scale in (1, ratio)}:
        drawn.addPixmap(_draw(name, getattr(shown, role), size))
        drawn.addPixmap(_draw(name, shown.scroll, size), QIcon.Mode.Disabled)
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
    with no_collection():
        for widget in QApplication.allWidgets():
            targets: list[QAbstractButton | QAction] = [*widget.actions()]
            if isinstance(widget, QAbstractButton):
                targets.append(widget)
            for target in targets:
                spec = target.property(_PROPERTY)
                if spec:
                    target.setIcon(icon(*spec))
