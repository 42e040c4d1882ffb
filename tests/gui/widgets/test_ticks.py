"""A list with boxes: ticked by mouse, by keyboard, all at once; a filter forgets none."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column
from sdpd_desktop.gui.widgets.ticks import TickListing, TickTableModel

NAMES = ("Melun", "Meaux", "Torcy")


@pytest.fixture
def model() -> TickTableModel[str]:
    columns = (Column[str]("Nom", str, 0), Column[str]("Longueur", lambda row: str(len(row)), 60))
    model = TickTableModel(columns, str.upper, lambda row: row != "Torcy")
    model.set_rows(NAMES)
    return model


def test_boxes_are_kept_by_key_whatever_is_shown(
    model: TickTableModel[str], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    model.set_ticked(["MELUN", "TORCY"])
    model.set_rows(("Meaux",))
    model.tick(["Meaux"], yes=True)
    model.set_rows(NAMES)
    assert model.ticked == {"MELUN", "MEAUX", "TORCY"}
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.index(0, 1).data(Qt.ItemDataRole.CheckStateRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Melun, coché"


def test_a_row_that_is_settled_keeps_its_box(model: TickTableModel[str]) -> None:
    model.set_ticked(["TORCY"])
    model.tick(NAMES, yes=False)
    assert model.ticked == {"TORCY"}
    box = model.index(2, 0)
    assert not model.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not box.flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_space_ticks_what_is_selected(
    qtbot: QtBot, model: TickTableModel[str], settings: LookSettings
) -> None:
    view = TickListing(model, "Communes", settings, "essai/communes")
    qtbot.addWidget(view)
    view.selectAll()
    told: list[object] = []
    model.ticked_changed.connect(told.append)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked == {"MELUN", "MEAUX"}
    view.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.ticked == {"MEAUX"}
    assert len(told) == 2
