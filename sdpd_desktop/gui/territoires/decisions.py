"""What a meeting decided, typed in a small table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.instance import Decision
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.widgets.typed_table import TypedTable

_TITLES = ("Décision", "Action", "Échéance")
_WIDTHS = (0, 150, 100)
_TEXTE, _ACTION, _ECHEANCE = range(3)


class DecisionsTable(TypedTable):
    """One row for each decision, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Décisions", _TITLES, _WIDTHS, parent)
        self._actions: tuple[tuple[str, str], ...] = ()
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
        self.start_typing(self.rowCount() - 1, _TEXTE)

    def lire(self) -> tuple[Decision, ...]:
        """Return the decisions; a row left empty is none.

        Raises:
            ValidationError: A date cannot be read; its cell becomes current and red.
        """
        self.commit_typing()
        found = (self._decision(row) for row in range(self.rowCount()))
        return tuple(decision for decision in found if decision != Decision(""))

    def _decision(self, row: int) -> Decision:
        text = self.text_at(row, _ECHEANCE)
        try:
            due = lire_date(text) if text else None
        except ValidationError as error:
            self.mark(row, _ECHEANCE)
            raise ValidationError(
                "decisions", f"Décision n°{NBSP}{row + 1}, échéance{NBSP}: {error}"
            ) from error
        return Decision(self.text_at(row, _TEXTE), self.choice_at(row, _ACTION), due)

    def _add(self, decision: Decision) -> None:
        row = self.add_row()
        self.setItem(row, _TEXTE, QTableWidgetItem(decision.texte))
        self.setItem(row, _ECHEANCE, QTableWidgetItem(format_date(decision.echeance)))
        choices = (("", "Aucune"), *((code, code) for code, _title in self._actions))
        combo = self.set_choices(row, _ACTION, choices, decision.action)
        for number, (_code, title) in enumerate(self._actions, start=1):
            combo.setItemData(number, title, Qt.ItemDataRole.ToolTipRole)
