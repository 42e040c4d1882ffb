"""What every screen owes its user: it fits the smallest screen, and says the name of each part."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.destinations import DESTINATIONS, Destination
from sdpd_desktop.gui.page import Context, Page

# 1366×768 at 125 % is 1093×614; the folded rail, the top bar and the status bar take the rest.
ROOM = (1037, 530)


@pytest.fixture(params=DESTINATIONS, ids=lambda destination: destination.name)
def page(request: pytest.FixtureRequest, qtbot: QtBot, context: Context) -> Page:
    destination: Destination = request.param
    built = destination.build(context)
    qtbot.addWidget(built)
    built.resize(*ROOM)
    built.refresh(None)
    built.show()
    QApplication.processEvents()
    return built


def _named(widget: QWidget) -> bool:
    if widget.accessibleName():
        return True
    return isinstance(widget, QAbstractButton) and bool(widget.text())


def _parts(page: Page) -> list[QWidget]:
    """Return what Tab can reach now, without the parts Qt makes inside its own widgets."""
    inside = (QAbstractSpinBox, QComboBox)
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar | QTabBar)
        and not (isinstance(widget, QLineEdit) and isinstance(widget.parent(), inside))
        and not widget.objectName().startswith("qt_")
    ]


def test_it_fits_the_smallest_screen(page: Page) -> None:
    needed = page.minimumSizeHint()
    assert needed.width() <= ROOM[0]
    assert needed.height() <= ROOM[1]


def test_every_part_has_a_name(page: Page) -> None:
    unnamed = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in _parts(page)
        if not _named(widget)
    ]
    assert unnamed == []


def test_it_speaks_french_with_french_typography(page: Page) -> None:
    for label in page.findChildren(QLabel):
        for sign in (" :", " ;", " ?", " !"):
            assert sign not in label.text(), label.text()


def test_the_focus_has_somewhere_to_go(page: Page) -> None:
    page.focus_first()
    focused = page.focusWidget()
    assert focused is not None
    assert focused is not page
