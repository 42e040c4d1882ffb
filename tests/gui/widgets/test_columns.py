"""The table of frozen rows and the list that shows it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.plan import EtatEcheance
from sdpd_desktop.gui.labels import ETATS
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import PAGE, Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE, PROGRESS_ROLE, SORT_ROLE


@dataclass(frozen=True)
class Row:
    code: str
    done: int
    value: float | None = None


ROWS = (Row("O3.A10", 1, 2.0), Row("O3.A2", 3), Row("O1.A1", 2, 10.0))
COLUMNS = (
    Column[Row]("Code", lambda row: row.code, width=0),
    Column[Row](
        "Fait",
        lambda row: f"{row.done} sur 4",
        sort=lambda row: row.done,
        progress=lambda row: (row.done, 4),
    ),
    Column[Row](
        "Valeur",
        lambda row: "" if row.value is None else f"{row.value:g}",
        sort=lambda row: row.value,
        right=True,
        badge=lambda row: ETATS[EtatEcheance.EN_RETARD] if row.value is None else None,
    ),
)


@pytest.fixture
def model() -> ColumnTableModel[Row]:
    model = ColumnTableModel(COLUMNS)
    model.set_rows(ROWS)
    return model


def codes(model: ColumnTableModel[Row]) -> list[str]:
    return [row.code for row in model.rows]


def test_it_is_a_sound_model(model: ColumnTableModel[Row], qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_rows(ROWS[:1])
    model.set_rows(ROWS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert tester.model() is model


def test_cells_say_what_the_columns_say(model: ColumnTableModel[Row]) -> None:
    cell = model.index(1, 1)
    assert cell.data() == "3 sur 4"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "3 sur 4"
    assert cell.data(PROGRESS_ROLE) == (3, 4)
    assert cell.data(SORT_ROLE) == 3
    assert model.index(1, 2).data(BADGE_ROLE) == ETATS[EtatEcheance.EN_RETARD]
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Valeur"
    assert model.data(QModelIndex()) is None


def test_codes_sort_naturally(model: ColumnTableModel[Row]) -> None:
    model.sort(0)
    assert codes(model) == ["O1.A1", "O3.A2", "O3.A10"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert codes(model) == ["O3.A10", "O3.A2", "O1.A1"]


def test_what_is_missing_sorts_last_both_ways(model: ColumnTableModel[Row]) -> None:
    model.sort(2)
    assert codes(model) == ["O3.A10", "O1.A1", "O3.A2"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert codes(model) == ["O1.A1", "O3.A10", "O3.A2"]


def test_new_rows_keep_the_order_and_no_order_is_the_arrival(model: ColumnTableModel[Row]) -> None:
    model.sort(1)
    model.set_rows(ROWS[::-1])
    assert codes(model) == ["O3.A10", "O1.A1", "O3.A2"]
    model.sort(-1)
    assert codes(model) == ["O1.A1", "O3.A2", "O3.A10"]


def test_an_index_kept_follows_its_row(model: ColumnTableModel[Row]) -> None:
    kept = QPersistentModelIndex(model.index(0, 0))
    model.sort(0)
    assert model.row_at(kept) == ROWS[0]


# ------------------------------------------------------------------- listing


@pytest.fixture
def listing(model: ColumnTableModel[Row], settings: LookSettings, qtbot: QtBot) -> Listing:
    listing = Listing(model, "Actions", settings, "essai")
    qtbot.addWidget(listing)
    listing.resize(600, 300)
    listing.show()
    return listing


def test_a_choice_is_told_and_survives_new_rows(listing: Listing) -> None:
    told: list[Row | None] = []
    listing.chosen.connect(told.append)
    assert listing.choose(lambda row: row.code == "O3.A2")
    listing.set_rows([Row("O3.A2", 4), Row("O9.A9", 0)], key=lambda row: row.code)
    assert listing.current_row() == Row("O3.A2", 4)
    listing.set_rows([Row("O9.A9", 0)], key=lambda row: row.code)
    assert [row and row.code for row in told] == ["O3.A2", "O3.A2", None]


def test_enter_opens_the_row(listing: Listing, qtbot: QtBot) -> None:
    listing.choose(lambda row: row.code == "O1.A1")
    with qtbot.waitSignal(listing.opened) as opened:
        qtbot.keyClick(listing, Qt.Key.Key_Return)
    assert opened.args == [ROWS[2]]


def test_columns_are_remembered_until_the_view_is_restored(
    listing: Listing, settings: LookSettings, qtbot: QtBot
) -> None:
    listing.header().resizeSection(1, 222)
    listing.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    listing.memory.menu(listing).actions()[1].trigger()

    model: ColumnTableModel[Row] = ColumnTableModel(COLUMNS)
    model.set_rows(ROWS)
    later = Listing(model, "Actions", settings, "essai")
    qtbot.addWidget(later)
    assert later.header().sectionSize(1) == 222
    assert later.header().isSectionHidden(2)
    assert codes(model) == ["O3.A10", "O1.A1", "O3.A2"]

    later.memory.reset()
    assert later.header().sectionSize(1) == 120
    assert not later.header().isSectionHidden(2)
    assert codes(model) == ["O3.A10", "O3.A2", "O1.A1"]
    assert settings.state("essai") is None


def test_a_long_list_is_given_page_after_page() -> None:
    model: ColumnTableModel[int] = ColumnTableModel((Column("N", str, sort=lambda row: row),))
    model.set_rows(tuple(range(3 * PAGE)))
    assert (model.rowCount(), len(model.rows)) == (PAGE, 3 * PAGE)
    given = model.rowCount()
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == given + PAGE
    assert model.find(lambda row: row == 3 * PAGE - 1).row() == 3 * PAGE - 1
    assert not model.canFetchMore(QModelIndex())
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 0).data() == str(3 * PAGE - 1)
    assert model.rowCount() == PAGE
