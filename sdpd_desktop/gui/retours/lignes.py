"""The lines of a proposition: what each cell would change, and which are accepted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from sdpd_desktop.domain.importation import (
    Ligne,
    Proposition,
    StatutPropose,
    ValeurProposee,
    Verdict,
)
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.texte import NBSP, natural_key, search_key
from sdpd_desktop.gui.labels import VERDICTS
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_Index = QModelIndex | QPersistentModelIndex
_ORDER = {verdict: rank for rank, verdict in enumerate(Verdict)}
_TICKABLE = (Verdict.NOUVEAU, Verdict.MODIFIE, Verdict.A_CONFIRMER)
_ROOM_FOR_BOX = 150
# The same few titles and reasons come back for thousands of lines.
_searched = lru_cache(maxsize=20_000)(search_key)
COLONNES = {
    "statut": "Statut",
    "fait_le": "Fait le",
    "note": "Observations",
    "valeur": "Valeur",
    "commentaire": "Commentaire",
}


@dataclass(frozen=True, slots=True)
class LigneNumerotee:
    """A line with its index in the proposition.

    Attributes:
        recherche: What a filter looks through.
        tickable: Whether it can be accepted: a rejected or unchanged line cannot.
        sure: Whether it asks nothing, and is ticked from the start.
    """

    index: int
    ligne: Ligne
    recherche: str
    tickable: bool
    sure: bool

    @classmethod
    def de(cls, index: int, ligne: Ligne) -> "LigneNumerotee":
        """Number a line."""
        words = (
            _searched(f"{ligne.designation} {ligne.titre}"), ligne.lieu.casefold(),
            _searched(ligne.texte), _searched(ligne.raison),
        )  # fmt: skip
        can = ligne.effet is not None and ligne.verdict in _TICKABLE
        sure = can and ligne.verdict is not Verdict.A_CONFIRMER
        return cls(index, ligne, " ".join(words), can, sure)


def numeroter(
    proposition: Proposition, connues: Sequence[LigneNumerotee] = ()
) -> tuple[LigneNumerotee, ...]:
    """Return the lines as rows; those already known are not made again. Runs on any lane."""
    proposition.comptes()  # Counted here once, not when the window shows them.
    return tuple(
        connues[index]
        if index < len(connues) and connues[index].ligne is ligne
        else LigneNumerotee.de(index, ligne)
        for index, ligne in enumerate(proposition.lignes)
    )


def colonne(ligne: Ligne) -> str:
    """Return what a person calls the column."""
    return COLONNES.get(ligne.colonne, ligne.colonne)


def remplace(ligne: Ligne) -> bool:
    """Tell whether a line would replace what somebody gave; a plan ships at version 1."""
    effet = ligne.effet
    if isinstance(effet, StatutPropose):
        return effet.version > 1
    return effet is not None and bool(effet.remplace)


def change(ligne: Ligne) -> str:
    """Return « ancien → nouveau »."""
    match ligne.verdict:
        case Verdict.INCHANGE:
            return f"= {ligne.ancien}" if ligne.ancien else "="
        case Verdict.REJETE:
            return ligne.ancien
        case Verdict.A_CONFIRMER if ligne.effet is None:
            return ""
        case _ if ligne.ancien and ligne.ancien == apres(ligne):
            return f"= {ligne.ancien}"  # Its comment alone changes.
        case _:
            return f"{ligne.ancien or '—'} → {apres(ligne) or '—'}"


def apres(ligne: Ligne) -> str:
    """Return what would be stored: what was understood, or the sum that it comes to."""
    effet = ligne.effet
    part = effet.apport if isinstance(effet, ValeurProposee) else None
    if not isinstance(effet, ValeurProposee) or part is None or part.valeur == effet.valeur:
        return ligne.compris
    return f"{format_nombre(effet.valeur)} en tout" if effet.valeur is not None else "aucun total"


_natural = lru_cache(maxsize=10_000)(natural_key)


def _typed(row: LigneNumerotee) -> str:
    return row.ligne.texte


def _understood(row: LigneNumerotee) -> str:
    return row.ligne.compris


def _changed(row: LigneNumerotee) -> str:
    return change(row.ligne)


def _reason(row: LigneNumerotee) -> str:
    return row.ligne.raison


def _typed_in_full(row: LigneNumerotee) -> str:
    shown = row.ligne.format
    plain = shown in ("", "General", "@", "Standard")
    return row.ligne.texte if plain else f"{row.ligne.texte}{NBSP}(format {shown})"


_COLUMNS: tuple[Column[LigneNumerotee], ...] = (
    Column(
        "Objet",
        lambda row: row.ligne.designation,
        _ROOM_FOR_BOX,
        # By the period, place and zone as they are written: those of a large table all differ.
        sort=lambda row: (_natural(row.ligne.objet), row.ligne.precision),
        tip=lambda row: " · ".join(filter(None, (row.ligne.designation, row.ligne.titre))),
    ),
    Column(
        "Verdict",
        lambda row: VERDICTS[row.ligne.verdict].texte,
        112,
        sort=lambda row: _ORDER[row.ligne.verdict],
        badge=lambda row: VERDICTS[row.ligne.verdict],
        tip=lambda row: row.ligne.raison,
    ),
    Column("Colonne", lambda row: colonne(row.ligne), 92, sort=lambda row: row.ligne.colonne),
    Column("Cellule", lambda row: row.ligne.lieu, 112, sort=lambda row: row.index),
    Column("Saisi", lambda row: row.ligne.texte, 110, sort=_typed, tip=_typed_in_full),
    Column("Compris", _understood, 96, sort=_understood, tip=_understood),
    Column("Ancien → nouveau", _changed, 150, sort=_changed, tip=_changed),
    Column("Raison", _reason, 0, sort=_reason, tip=_reason),
)


class LignesTableModel(ColumnTableModel[LigneNumerotee]):
    """Lines with a box to tick where applying would store something.

    Signals:
        accepted_changed: A box was ticked or cleared.
    """

    accepted_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_COLUMNS, parent)
        self._accepted: set[int] = set()

    @property
    def accepted(self) -> frozenset[int]:
        """Indexes, in the proposition, of the lines ticked, shown or not."""
        return frozenset(self._accepted)

    def start(self, accepted: Iterable[int]) -> None:
        """Forget the boxes of another file."""
        self._accepted = set(accepted)

    def accept(self, rows: Iterable[LigneNumerotee], *, yes: bool) -> None:
        """Tick or clear the boxes of these lines; a line without a box stays as it is."""
        indexes = {row.index for row in rows if row.tickable}
        self._accepted = self._accepted | indexes if yes else self._accepted - indexes
        if self.rowCount():
            last = self.index(self.rowCount() - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.accepted_changed.emit()

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        row = self.row_at(index)
        if row and row.tickable and index.column() == 0:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            if row is None or index.column() or not row.tickable:
                return None
            ticked = row.index in self._accepted
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole and row and index.column() == 0:
            ticked = row.index in self._accepted
            box = ("coché" if ticked else "non coché") if row.tickable else "sans case"
            return f"{row.ligne.objet}, {box}"
        return super().data(index, role)

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_at(index)
        if role != Qt.ItemDataRole.CheckStateRole or row is None or not row.tickable:
            return False
        self.accept([row], yes=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


class LignesView(Listing):
    """Espace ticks every selected line."""

    def __init__(
        self, model: LignesTableModel, settings: LookSettings, parent: QWidget | None = None
    ) -> None:
        self._lines = model
        super().__init__(model, "Lignes du classeur", settings, "retours/lignes", parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            found = [self._lines.row_at(index) for index in self.selectionModel().selectedRows()]
            rows = [row for row in found if row and row.tickable]
            accepted = self._lines.accepted
            clear = all(row.index in accepted for row in rows)
            self._lines.accept(rows, yes=not clear)
            return
        super().keyPressEvent(event)
