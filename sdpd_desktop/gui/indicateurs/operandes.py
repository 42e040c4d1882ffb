"""The terms of a computed indicator, chosen in a small table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QWidget,
)

from sdpd_desktop.domain.controle_formule import MAX_DECALAGE
from sdpd_desktop.domain.formule import Operande
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.gui.labels import ZONES

_TITLES = ("Indicateur", "Territoire", "Zone", "Périodes en arrière")
_WIDTHS = (0, 190, 176, 150)
_ROW_HEIGHT = 36


@dataclass(frozen=True)
class Choix:
    """What a term may be: (code, words) of indicators and of territories."""

    indicateurs: tuple[tuple[str, str], ...] = ()
    territoires: tuple[tuple[str, str], ...] = ()


class OperandesTable(QTableWidget):
    """One row for each term, in the order of the operation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_TITLES), parent)
        self._choix = Choix()
        self.setAccessibleName("Termes du calcul")
        self.setHorizontalHeaderLabels(_TITLES)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setMinimumHeight(190)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(column, width)
            else:
                stretch = QHeaderView.ResizeMode.Stretch
                self.horizontalHeader().setSectionResizeMode(column, stretch)

    def montrer(self, operandes: Sequence[Operande], choix: Choix) -> None:
        """Show terms."""
        self._choix = choix
        self.setRowCount(0)
        for operande in operandes:
            self._add(operande)

    def ajouter(self) -> None:
        """Add a term to choose."""
        self._add(Operande(""))
        row = self.rowCount() - 1
        self.setCurrentCell(row, 0)
        self._combo(row, 0).setFocus()

    def retirer(self) -> None:
        """Remove the current row, else the last one."""
        row = self.currentRow() if self.currentRow() >= 0 else self.rowCount() - 1
        self.removeRow(row)

    def lire(self) -> tuple[Operande, ...]:
        """Return the terms chosen; a row without an indicator is none."""
        found = []
        for row in range(self.rowCount()):
            zone, shift = self._combo(row, 2).currentData(), self.cellWidget(row, 3)
            assert isinstance(shift, QSpinBox)
            operande = Operande(
                str(self._combo(row, 0).currentData()),
                str(self._combo(row, 1).currentData()),
                Zone(zone) if zone else None,
                shift.value(),
            )
            if operande.indicateur:
                found.append(operande)
        return tuple(found)

    def _combo(self, row: int, column: int) -> QComboBox:
        combo = self.cellWidget(row, column)
        assert isinstance(combo, QComboBox)
        return combo

    def _add(self, operande: Operande) -> None:
        row = self.rowCount()
        self.insertRow(row)
        here = ("", "Celui du résultat")
        self._set_combo(row, 0, (("", "Choisir…"), *self._choix.indicateurs), operande.indicateur)
        self._set_combo(row, 1, (here, *self._choix.territoires), operande.territoire)
        zones = (("", "Celle du résultat"), *((z.value, words) for z, words in ZONES.items()))
        self._set_combo(row, 2, zones, operande.zone.value if operande.zone else "")
        shift = QSpinBox()
        shift.setAccessibleName(f"Terme {row + 1}, périodes en arrière")
        shift.setRange(0, MAX_DECALAGE)
        shift.setSpecialValueText("la même")
        shift.setValue(operande.decalage)
        self.setCellWidget(row, 3, shift)

    def _set_combo(
        self, row: int, column: int, choices: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        combo = QComboBox()
        combo.setAccessibleName(f"Terme {row + 1}, {_TITLES[column].lower()}")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for code, words in choices:
            combo.addItem(words, code)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        self.setCellWidget(row, column, combo)
