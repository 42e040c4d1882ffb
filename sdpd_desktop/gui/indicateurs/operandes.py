"""The terms of a computed indicator, chosen in a small table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractItemView, QSpinBox, QWidget

from sdpd_desktop.domain.controle_formule import MAX_DECALAGE
from sdpd_desktop.domain.formule import Operande
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.gui.labels import ZONES
from sdpd_desktop.gui.widgets.typed_table import TypedTable

_TITLES = ("Indicateur", "Territoire", "Zone", "Périodes en arrière")
_WIDTHS = (0, 190, 176, 150)
_INDICATEUR, _TERRITOIRE, _ZONE, _DECALAGE = range(4)


@dataclass(frozen=True)
class Choix:
    """What a term may be: (code, words) of indicators and of territories."""

    indicateurs: tuple[tuple[str, str], ...] = ()
    territoires: tuple[tuple[str, str], ...] = ()


class OperandesTable(TypedTable):
    """One row for each term, in the order of the operation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Termes du calcul", _TITLES, _WIDTHS, parent)
        self._choix = Choix()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().show()
        self.setMinimumHeight(190)

    def montrer(self, operandes: Sequence[Operande], choix: Choix) -> None:
        """Show terms."""
        self._choix = choix
        self.setRowCount(0)
        for operande in operandes:
            self._add(operande)

    def ajouter(self) -> None:
        """Add a term to choose."""
        self._add(Operande("")).setFocus()

    def lire(self) -> tuple[Operande, ...]:
        """Return the terms chosen; a row without an indicator is none."""
        found = (self._operande(row) for row in range(self.rowCount()))
        return tuple(operande for operande in found if operande.indicateur)

    def _operande(self, row: int) -> Operande:
        zone, shift = self.choice_at(row, _ZONE), self.cellWidget(row, _DECALAGE)
        assert isinstance(shift, QSpinBox)
        return Operande(
            self.choice_at(row, _INDICATEUR),
            self.choice_at(row, _TERRITOIRE),
            Zone(zone) if zone else None,
            shift.value(),
        )

    def _add(self, operande: Operande) -> QWidget:
        row = self.add_row()
        indicateurs = (("", "Choisir…"), *self._choix.indicateurs)
        places = (("", "Celui du résultat"), *self._choix.territoires)
        zones = (("", "Celle du résultat"), *((zone.value, words) for zone, words in ZONES.items()))
        first = self.set_choices(row, _INDICATEUR, indicateurs, operande.indicateur)
        self.set_choices(row, _TERRITOIRE, places, operande.territoire)
        self.set_choices(row, _ZONE, zones, operande.zone.value if operande.zone else "")
        shift = QSpinBox()
        shift.setAccessibleName(f"Ligne {row + 1}, périodes en arrière")
        shift.setRange(0, MAX_DECALAGE)
        shift.setSpecialValueText("la même")
        shift.setValue(operande.decalage)
        self.setCellWidget(row, _DECALAGE, shift)
        self.setCurrentCell(row, _INDICATEUR)
        return first
