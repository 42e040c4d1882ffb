"""The rows of a return as a grid to type into."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import Ligne
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.retour import (
    LigneDemandee,
    LigneIndicateur,
    LigneMesure,
    RetourContenu,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.transmission import ResultatTransmission, SaisieTransmise
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.labels import STATUTS, VERDICTS, ZONES, Badge, Forme
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TITLES = (
    "Repère", "Mesure ou indicateur", "Connu", "Réponse", "Fait le", "Observations", "Résultat",
)  # fmt: skip
ANSWER, DONE_ON, NOTE, RESULT = 3, 4, 5, 6
_STORED = Badge("Enregistré", "ok", Forme.COCHE)
CHOICES_ROLE = Qt.ItemDataRole.UserRole + 40
"""What a cell offers to choose from; None for one that is typed."""


@dataclass
class _Row:
    """A row of the return and what was typed in it."""

    cle: LigneDemandee
    ligne: LigneMesure | LigneIndicateur
    textes: dict[str, str]
    reste: Ligne | None = None
    enregistre: bool = False

    def name(self, column: int) -> str:
        """Return the name of a cell to fill, "" for one that is not."""
        if isinstance(self.ligne, LigneMesure):
            return {ANSWER: "statut", DONE_ON: "fait_le", NOTE: "note"}.get(column, "")
        return {ANSWER: "valeur", NOTE: "commentaire"}.get(column, "")


class ReponsesModel(QAbstractTableModel):
    """Keeps what was typed until it is stored; nothing here reads a value."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def set_content(self, content: RetourContenu) -> None:
        """Show the empty rows of a return."""
        self.beginResetModel()
        self._rows = [_Row(LigneDemandee(m.code), m, {}) for m in content.mesures]
        self._rows += [
            _Row(LigneDemandee(i.code, i.territoire, i.zone), i, {}) for i in content.indicateurs
        ]
        self.endResetModel()

    def saisies(self) -> tuple[SaisieTransmise, ...]:
        """Return what was typed."""
        return tuple(
            SaisieTransmise(row.cle, name, text)
            for row in self._rows
            for name, text in row.textes.items()
            if text.strip()
        )

    def settle(self, result: ResultatTransmission) -> None:
        """Empty the rows that were stored; keep the others with their reason."""
        left = {one.cle: one.ligne for one in result.restantes}
        for row in self._rows:
            row.reste = left.get(row.cle)
            row.enregistre = bool(row.textes) and row.reste is None
            if row.enregistre:
                row.textes = {}
        self._redraw()

    def find(self, cle: LigneDemandee, column: int) -> QModelIndex:
        """Return the cell of a line, invalid when it is not shown."""
        for number, row in enumerate(self._rows):
            if row.cle == cle:
                return self.index(number, column)
        return QModelIndex()

    def reason(self, index: _Index) -> str:
        """Return why the row of a cell was not stored, "" when there is no reason."""
        left = self._rows[index.row()].reste if index.isValid() else None
        return " ".join(filter(None, (left.raison, left.correction))) if left else ""

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[section]
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self._rows[index.row()].name(index.column()):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case (
                Qt.ItemDataRole.DisplayRole
                | Qt.ItemDataRole.EditRole
                | Qt.ItemDataRole.AccessibleTextRole
            ):
                return _text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return (self.reason(index) if column == RESULT else "") or _tip(row, column)
            case Qt.ItemDataRole.BackgroundRole:
                return colours.shown().of("warn_soft") if row.name(column) else None
            case _:
                return _own(row, column, role)

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        name = row.name(index.column())
        if role != Qt.ItemDataRole.EditRole or not name:
            return False
        text = str(value or "").strip()
        row.textes = {**row.textes, name: text} if text else _without(row.textes, name)
        row.reste, row.enregistre = None, False
        self.dataChanged.emit(index, self.index(index.row(), RESULT))
        return True

    def _redraw(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(_TITLES) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class ReponseDelegate(QStyledItemDelegate):
    """Offers the statuses of a mesure, and yes or no for a milestone; anything else is typed."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        choices = index.data(CHOICES_ROLE)
        if choices is None:
            return super().createEditor(parent, option, index)
        combo = QComboBox(parent)
        combo.addItems(["", *choices])
        combo.activated.connect(lambda _row: self._done(combo))
        return combo

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(str(index.data()))))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    def _done(self, combo: QComboBox) -> None:
        self.commitData.emit(combo)
        self.closeEditor.emit(combo)


def _text(row: _Row, column: int) -> str:
    name = row.name(column)
    if name:
        return row.textes.get(name, "")
    if column == RESULT:
        badge = _badge(row)
        return badge.texte if badge else ""
    line = row.ligne
    if isinstance(line, LigneMesure):
        known = STATUTS[line.statut].texte
        if line.fait_le:
            known += f" le {format_date(line.fait_le)}"
        return {0: line.code, 1: line.titre, 2: known}.get(column, "")
    zone = ZONES[line.zone].lower() if line.zone is not Zone.ENSEMBLE else ""
    place = ", ".join(filter(None, (line.territoire_nom, zone)))
    known = line.precedente
    if line.actuelle is not None:
        known = f"déjà reçu{NBSP}: {format_nombre(line.actuelle, line.decimales)}"
    return {0: line.reference or line.code, 1: f"{line.titre} ({place})", 2: known}.get(column, "")


def _tip(row: _Row, column: int) -> str:
    if column == ANSWER and isinstance(row.ligne, LigneIndicateur):
        unit = row.ligne.unite
        return "Oui ou non" if unit == JALON else f"En {unit}" if unit else ""
    return _text(row, column)


def _own(row: _Row, column: int, role: int) -> Any:
    if role == BADGE_ROLE and column == RESULT:
        return _badge(row)
    if role == CHOICES_ROLE and column == ANSWER:
        if isinstance(row.ligne, LigneMesure):
            return tuple(badge.texte for badge in STATUTS.values())
        return ("oui", "non", "n/a") if row.ligne.unite == JALON else None
    return None


def _badge(row: _Row) -> Badge | None:
    if row.reste is not None:
        return VERDICTS[row.reste.verdict]
    if row.enregistre:
        return _STORED
    return Badge("À enregistrer", "info", Forme.CARRE) if row.textes else None


def _without(textes: dict[str, str], name: str) -> dict[str, str]:
    return {key: text for key, text in textes.items() if key != name}
