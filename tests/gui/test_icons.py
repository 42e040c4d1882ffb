"""Icons follow the theme, whatever widgets are about to go."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from sdpd_desktop.gui import icons


@pytest.fixture
def eager() -> Iterator[None]:
    """Have Python collect garbage at every turn."""
    thresholds = gc.get_threshold()
    gc.collect()
    gc.disable()
    yield
    gc.enable()
    gc.set_threshold(*thresholds)


@pytest.mark.usefixtures("qapp", "eager")
def test_widgets_that_nothing_refers_to_do_not_go_while_icons_are_redrawn() -> None:
    for _ in range(100):
        widget = QWidget()
        layout = QVBoxLayout(widget)
        for _ in range(5):
            layout.addWidget(QComboBox(editable=True))
        widget.circle = widget  # type: ignore[attr-defined]
    before = len(QApplication.allWidgets())
    gc.set_threshold(1, 1, 1)
    gc.enable()
    icons.redress()
    gc.collect()
    assert len(QApplication.allWidgets()) < before
