"""A read-only table of frozen rows, described column by column."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.gui.labels import Badge
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE, PROGRESS_ROLE, ROW_ROLE, SORT_ROLE

_Row = TypeVar("_Row")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[_Row]):
    """What a column shows of a row.

    Attributes:
        text: The cell's text; also read aloud, so give a word where only a badge is drawn.
        sort: A comparable value, None sorting last both ways; without it, the text in
            natural order.
        width: In pixels; 0 stretches.
        right: Align right, for numbers.
    """

    title: str
    text: Callable[[_Row], str]
    width: int = 120
    sort: Callable[[_Row], Any] | None = None
    right: bool = False
    badge: Callable[[_Row], Badge | None] | None = None
    progress: Callable[[_Row], tuple[int, int] | None] | None = None
    tip: Callable[[_Row], str] | None = None

    def sort_value(self, row: _Row) -> Any:
        """Return the value under which the row sorts in this column."""
        return self.sort(row) if self.sort else natural_key(self.text(row))


PAGE = 500


class ColumnTableModel(QAbstractTableModel, Generic[_Row]):
    """Holds frozen rows; never queries.

    Sorts them all, and gives a view one page after another: laying out every row of fifty
    thousand would hold the window for seconds.
    """

    def __init__(self, columns: Sequence[Column[_Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: list[_Row] = []
        self._arrival: list[_Row] = []
        self._given = 0
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[_Row]) -> None:
        """Replace everything shown, in the order the user sorted."""
        self.beginResetModel()
        self._arrival = list(rows)
        self._rows = self._in_order()
        self._given = min(PAGE, len(self._rows))
        self.endResetModel()

    def update_rows(self, fresh: Callable[[_Row], _Row]) -> None:
        """Replace rows where they stand: none moves, whatever the list is sorted by."""
        for number, row in enumerate(self._rows):
            new = fresh(row)
            if new != row:
                self._arrival[next(n for n, r in enumerate(self._arrival) if r is row)] = new
                self._rows[number] = new
                if number < self._given:
                    last = self.index(number, len(self.columns) - 1)
                    self.dataChanged.emit(self.index(number, 0), last)

    @property
    def rows(self) -> Sequence[_Row]:
        """All the rows in the order shown, given to the view or not yet."""
        return tuple(self._rows)

    def row_at(self, index: _Index) -> _Row | None:
        """Return the row of an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def find(self, matches: Callable[[_Row], bool]) -> QModelIndex:
        """Return the index of the first row that matches, invalid when there is none."""
        for number, row in enumerate(self._rows):
            if matches(row):
                self._give(number + 1)
                return self.index(number, 0)
        return QModelIndex()

    def _give(self, count: int) -> None:
        """Give the view whole pages until it has that many rows."""
        upto = min(-(-count // PAGE) * PAGE, len(self._rows))
        if upto > self._given:
            self.beginInsertRows(_ROOT, self._given, upto - 1)
            self._given = upto
            self.endInsertRows()

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._given < len(self._rows)

    @override
    def fetchMore(self, parent: _Index) -> None:
        if not parent.isValid():
            self._give(self._given + 1)

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._rows[index.row()], index.column()) for index in before]
        self._rows = self._in_order()
        self._given = min(PAGE, len(self._rows))
        # A row that went far is let go: the view would lay out all those before it.
        places = {id(row): number for number, row in enumerate(self._rows[: self._given])}
        after = [
            self.index(places[id(row)], column_) if id(row) in places else QModelIndex()
            for row, column_ in kept
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _in_order(self) -> list[_Row]:
        number, order = self._sorted_by
        if not 0 <= number < len(self.columns):
            return list(self._arrival)
        column = self.columns[number]
        values = list(map(column.sort or column.sort_value, self._arrival))
        known: Iterable[int] = range(len(values))
        unknown = []
        if None in values:
            known = [place for place, found in enumerate(values) if found is not None]
            unknown = [place for place, found in enumerate(values) if found is None]
        down = order == Qt.SortOrder.DescendingOrder
        places = sorted(known, key=values.__getitem__, reverse=down)
        return list(map(self._arrival.__getitem__, places + unknown))

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._given

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else None
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case _:
                return _own_data(row, column, role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].right
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _own_data(row: _Row, column: Column[_Row], role: int) -> Any:
    if role == SORT_ROLE:
        return column.sort_value(row)
    if role == BADGE_ROLE:
        return column.badge(row) if column.badge else None
    if role == PROGRESS_ROLE:
        return column.progress(row) if column.progress else None
    return row if role == ROW_ROLE else None
