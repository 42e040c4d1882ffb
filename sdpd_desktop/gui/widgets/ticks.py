"""A list whose rows have a box in their first column; Espace ticks those selected."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_Row = TypeVar("_Row")
_Index = QModelIndex | QPersistentModelIndex


class TickTableModel(ColumnTableModel[_Row]):
    """Rows with a box, known by their key, so that a filter forgets none.

    Signals:
        ticked_changed: Keys whose box was ticked or cleared by the user.
    """

    ticked_changed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[_Row]],
        key: Callable[[_Row], Hashable],
        can: Callable[[_Row], bool] = lambda _row: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self._key, self._can = key, can
        self._ticked: set[Hashable] = set()

    @property
    def ticked(self) -> frozenset[Hashable]:
        """Keys of the rows ticked, shown or not."""
        return frozenset(self._ticked)

    def set_ticked(self, keys: Iterable[Hashable]) -> None:
        """Tick these rows and no other."""
        self._ticked = set(keys)
        self.redraw()

    def tick(self, rows: Iterable[_Row], *, yes: bool) -> None:
        """Tick or clear the boxes of rows; one that cannot be changed stays as it is."""
        keys = {self._key(row) for row in rows if self._can(row)}
        self._ticked = self._ticked | keys if yes else self._ticked - keys
        self.redraw()
        self.ticked_changed.emit(keys)

    def is_ticked(self, row: _Row) -> bool:
        """Tell whether the box of a row is ticked."""
        return self._key(row) in self._ticked

    def redraw(self) -> None:
        """Show again what the columns say, where each row stands."""
        if self.rowCount():
            last = self.index(self.rowCount() - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row_at(index)
        if row is not None and index.column() == 0 and self._can(row):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None or index.column():
            return super().data(index, role)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            box = "coché" if self.is_ticked(row) else "non coché"
            return f"{self.columns[0].text(row)}, {box}"
        return super().data(index, role)

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or not self._can(row):
            return False
        self.tick([row], yes=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class TickListing(Listing):
    """Shows a :class:`TickTableModel`."""

    def __init__(
        self,
        model: TickTableModel[Any],
        name: str,
        settings: LookSettings,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        self._boxes = model
        super().__init__(model, name, settings, key, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space:
            super().keyPressEvent(event)
            return
        found = (self._boxes.row_at(index) for index in self.selectionModel().selectedRows())
        rows = [row for row in found if row is not None]
        self._boxes.tick(rows, yes=not all(self._boxes.is_ticked(row) for row in rows))
