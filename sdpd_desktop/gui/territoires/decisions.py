"""What a meeting decided, typed in a small table."""

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

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.instance import Decision
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours

_TITLES = ("Décision", "Action", "Échéance")
_TEXTE, _ACTION, _ECHEANCE = range(3)
_WIDTHS = {_ACTION: 150, _ECHEANCE: 100}
_ROW_HEIGHT = 36


class DecisionsTable(QTableWidget):
    """One row for each decision, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_TITLES), parent)
        self._actions: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName("Décisions")
        self.setHorizontalHeaderLabels(_TITLES)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setSectionResizeMode(_TEXTE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMinimumHeight(80)

    def montrer(self, decisions: Sequence[Decision], actions: Sequence[tuple[str, str]]) -> None:
        """Show decisions; ``actions`` are (code, title) of those they may be about."""
        self._actions = tuple(actions)
        self.setRowCount(0)
        for decision in decisions:
            self._add(decision)

    def ajouter(self) -> None:
        """Add an empty row and start typing in it."""
        self._add(Decision(""))
        self.setCurrentCell(self.rowCount() - 1, _TEXTE)
        self.setFocus()
        self.editItem(self._item(self.rowCount() - 1, _TEXTE))

    def retirer(self) -> None:
        """Remove the current row, else the last one."""
        row = self.currentRow() if self.currentRow() >= 0 else self.rowCount() - 1
        self.removeRow(row)

    def lire(self) -> tuple[Decision, ...]:
        """Return the decisions; a row left empty is none.

        Raises:
            ValidationError: A date cannot be read; its cell becomes current and red.
        """
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()  # What is being typed in a cell is typed.
        found = (self._decision(row) for row in range(self.rowCount()))
        return tuple(decision for decision in found if decision != Decision(""))

    def _decision(self, row: int) -> Decision:
        combo = self.cellWidget(row, _ACTION)
        assert isinstance(combo, QComboBox)
        texte = self._item(row, _TEXTE).text().strip()
        item = self._item(row, _ECHEANCE)
        text = item.text().strip()
        try:
            due = lire_date(text) if text else None
        except ValidationError as error:
            item.setForeground(QBrush(colours.shown().of("late")))
            self.setCurrentCell(row, _ECHEANCE)
            raise ValidationError(
                "decisions", f"Décision n°{NBSP}{row + 1}, échéance{NBSP}: {error}"
            ) from error
        return Decision(texte, str(combo.currentData()), due)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None
        return item

    def _add(self, decision: Decision) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self.setItem(row, _TEXTE, QTableWidgetItem(decision.texte))
        self.setItem(row, _ECHEANCE, QTableWidgetItem(format_date(decision.echeance)))
        combo = QComboBox()
        combo.setAccessibleName(f"Décision {row + 1}, action")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.addItem("Aucune", "")
        for code, title in self._actions:
            combo.addItem(code, code)
            combo.setItemData(combo.count() - 1, title, Qt.ItemDataRole.ToolTipRole)
        combo.setCurrentIndex(max(combo.findData(decision.action), 0))
        self.setCellWidget(row, _ACTION, combo)
