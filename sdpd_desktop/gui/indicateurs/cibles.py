"""The dated targets of an indicator, typed in a small table."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Cible, NatureCible
from sdpd_desktop.domain.nombre import format_nombre, lire_nombre
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.widgets.typed_table import TypedTable

if TYPE_CHECKING:
    import datetime as dt

_TITLES = ("Valeur", "Échéance", "Écrite dans la source", "Compte depuis le", "Réf.")
_TIPS = (
    "N de la règle",
    "Dernier jour pour l’atteindre",
    f"Ce que la source écrit, quand la date en est une lecture{NBSP}: d’ici 2022",
    f"Premier jour qui compte{NBSP}; vide, c’est celui du plan",
    "Chiffre du document source que cette cible reprend, comme K02",
)
_WIDTHS = (84, 104, 0, 136, 60)
_VALEUR, _ECHEANCE, _INTERPRETEE, _DEBUT, _REFERENCE = range(5)
_T = TypeVar("_T")


class CiblesTable(TypedTable):
    """One row for each target, in the order of their due dates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Cibles datées", _TITLES, _WIDTHS, parent)
        self._nature = NatureCible.SUIVI
        self.setMinimumHeight(150)
        for column, (title, tip) in enumerate(zip(_TITLES, _TIPS, strict=True)):
            head = QTableWidgetItem(title)
            head.setToolTip(tip)
            self.setHorizontalHeaderItem(column, head)

    def set_nature(self, nature: NatureCible) -> None:
        """Hide the number where the rule says it: named sites are counted, a milestone is done."""
        self._nature = nature
        self.setColumnHidden(_VALEUR, nature in (NatureCible.LISTE, NatureCible.JALON))

    def montrer(self, cibles: Sequence[Cible]) -> None:
        """Show targets."""
        self.setRowCount(0)
        for cible in cibles:
            self._add(
                format_nombre(cible.valeur), format_date(cible.echeance),
                cible.echeance_interpretee, format_date(cible.debut), cible.reference,
            )  # fmt: skip

    def ajouter(self) -> None:
        """Add an empty row and start typing in it."""
        self._add("", "", "", "", "")
        first = _ECHEANCE if self.isColumnHidden(_VALEUR) else _VALEUR
        self.start_typing(self.rowCount() - 1, first)

    def lire(self, sites: int) -> tuple[Cible, ...]:
        """Return the targets; ``sites`` is how many places a list names.

        Raises:
            ValidationError: A cell cannot be read; it becomes current and red.
        """
        self.commit_typing()
        return tuple(self._cible(row, sites) for row in range(self.rowCount()))

    def _cible(self, row: int, sites: int) -> Cible:
        valeur: Decimal | None
        if self._nature is NatureCible.LISTE:
            valeur = Decimal(sites)
        elif self._nature is NatureCible.JALON:
            valeur = Decimal(1)
        else:
            valeur = self._read(row, _VALEUR, lire_nombre)
        echeance = self._read(row, _ECHEANCE, lire_date)
        debut: dt.date | None = self._read(row, _DEBUT, lire_date)
        interpretee = self.text_at(row, _INTERPRETEE)
        if interpretee and echeance is None:
            self._refuse(row, _ECHEANCE, "donnez la date que l’on en retient")
        return Cible(
            "", row + 1, valeur, echeance, interpretee, debut, self.text_at(row, _REFERENCE)
        )

    def _read(self, row: int, column: int, lire: Callable[[str], _T]) -> _T | None:
        text = self.text_at(row, column)
        if not text:
            return None
        try:
            return lire(text)
        except ValidationError as error:
            self._refuse(row, column, str(error))
        return None

    def _refuse(self, row: int, column: int, reason: str) -> None:
        self.mark(row, column)
        title = _TITLES[column].lower()
        raise ValidationError("cibles", f"Cible n°{NBSP}{row + 1}, {title}{NBSP}: {reason}")

    def _add(self, *texts: str) -> None:
        row = self.add_row()
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column == _VALEUR:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(row, column, item)
