"""A small table that one types in: what it holds is read when the form around it is stored."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from sdpd_desktop.gui import colours

_ROW_HEIGHT = 36


class TypedTable(QTableWidget):
    """Rows of texts and choices; a width of 0 takes the room there is."""

    def __init__(
        self,
        name: str,
        titles: Sequence[str],
        widths: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(titles), parent)
        self._titles = titles
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(titles)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def retirer(self) -> None:
        """Remove the current row, else the last one."""
        row = self.currentRow() if self.currentRow() >= 0 else self.rowCount() - 1
        self.removeRow(row)

    def commit_typing(self) -> None:
        """Take what is being typed in a cell."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()

    def add_row(self) -> int:
        """Add an empty row and return its number."""
        row = self.rowCount()
        self.insertRow(row)
        return row

    def start_typing(self, row: int, column: int) -> None:
        """Open the editor of a cell."""
        self.setCurrentCell(row, column)
        self.setFocus()
        self.editItem(self.item_at(row, column))

    def item_at(self, row: int, column: int) -> QTableWidgetItem:
        """Return the item of a cell of text."""
        item = self.item(row, column)
        assert item is not None
        return item

    def text_at(self, row: int, column: int) -> str:
        """Return the text of a cell, without stray spaces."""
        return self.item_at(row, column).text().strip()

    def mark(self, row: int, column: int) -> None:
        """Make a cell that cannot be read current and red."""
        self.item_at(row, column).setForeground(QBrush(colours.shown().of("late")))
        self.setCurrentCell(row, column)

    def set_choices(
        self, row: int, column: int, choices: Sequence[tuple[str, str]], chosen: str
    ) -> QComboBox:
        """Put a list of (value, words) in a cell."""
        combo = QComboBox()
        combo.setAccessibleName(f"Ligne {row + 1}, {self._titles[column].lower()}")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in choices:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self.setCellWidget(row, column, combo)
        return combo

    def choice_at(self, row: int, column: int) -> str:
        """Return the value chosen in a cell."""
        combo = self.cellWidget(row, column)
        assert isinstance(combo, QComboBox)
        return str(combo.currentData())
