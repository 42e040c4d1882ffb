"""The tree model of a plan, and the filter in front of it."""

import datetime as dt

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from typing_extensions import override

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.plan import EtatEcheance, Statut
from sdpd_desktop.domain.texte import natural_key, search_key
from sdpd_desktop.gui.strategie.noeuds import Genre, Noeud
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE, PROGRESS_ROLE, ROW_ROLE, SORT_ROLE

INTITULE, AVANCEMENT, ECHEANCE, ETAT = range(4)
_TITRES = ("Intitulé", "Avancement", "Échéance", "État")
_FAR = dt.date.max

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class StrategieModel(QAbstractItemModel):
    """A read-only tree; ticking a box only asks for it.

    Signals:
        tick_asked: The :class:`Noeud` whose box was clicked.
    """

    tick_asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._racine: Noeud | None = None
        # Indexes hold a plain pointer: the nodes must outlive them.
        self._noeuds: dict[tuple[Genre, str], Noeud] = {}

    def set_racine(self, racine: Noeud | None) -> bool:
        """Show another plan, or the same one reloaded; return whether the tree was reset.

        When only values changed and not the shape, nothing is: the selection, the expansion
        and the position of the view stay as they are.
        """
        if racine and self._racine and _shape(racine) == _shape(self._racine):
            self._replace(self._racine, racine)
            return False
        self.beginResetModel()
        self._racine = racine
        self._noeuds = (
            {(noeud.genre, noeud.code): noeud for noeud in racine.parcours()} if racine else {}
        )
        self.endResetModel()
        return True

    def _replace(self, old: Noeud, new: Noeud) -> None:
        for mine, fresh in zip(old.parcours(), new.parcours(), strict=True):
            for name in ("titre", "objet", "avancement", "echeance", "ouverte", "interpretee"):
                setattr(mine, name, getattr(fresh, name))
            mine.etat, mine.badge, mine.cle = fresh.etat, fresh.badge, fresh.cle
        for noeud in old.parcours():
            if noeud.enfants:
                parent = self.index_of(noeud)
                self.dataChanged.emit(
                    self.index(0, 0, parent), self.index(len(noeud.enfants) - 1, ETAT, parent)
                )
        self.dataChanged.emit(self.index(0, 0), self.index(0, ETAT))

    @property
    def racine(self) -> Noeud | None:
        """The plan's node, None when there is no plan."""
        return self._racine

    def noeud(self, genre: Genre, code: str) -> Noeud | None:
        """Return the node of an object."""
        return self._noeuds.get((genre, code))

    def index_of(self, noeud: Noeud) -> QModelIndex:
        """Return the first cell of a node."""
        return self.createIndex(noeud.rang, 0, noeud)

    @override
    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        noeud = node_at(parent).enfants[row] if parent.isValid() else self._racine
        return self.createIndex(row, column, noeud)

    @override
    def parent(self, child: _Index) -> QModelIndex:  # type: ignore[override]
        noeud = node_at(child) if child.isValid() else None
        return self.index_of(noeud.parent) if noeud and noeud.parent else QModelIndex()

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        if not parent.isValid():
            return 1 if self._racine else 0
        return len(node_at(parent).enfants) if parent.column() == 0 else 0

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return len(_TITRES)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITRES[section]
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == INTITULE and node_at(index).cochable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        noeud, column = node_at(index), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(noeud, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tooltip(noeud, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(noeud, column)
            case Qt.ItemDataRole.CheckStateRole if column == INTITULE and noeud.cochable:
                done = noeud.statut is Statut.REALISEE
                return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.FontRole if column == INTITULE:
                return _font(noeud)
            case _ if role == SORT_ROLE:
                return _sort_key(noeud, column)
            case _ if role == PROGRESS_ROLE and column == AVANCEMENT:
                share = noeud.avancement
                shown = noeud.genre is not Genre.MESURE and share.total > 0
                return (share.faites, share.total) if shown else None
            case _ if role == BADGE_ROLE and column == ETAT:
                return noeud.badge
            case _ if role == ROW_ROLE:
                return noeud
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            self.tick_asked.emit(node_at(index))
        return False


class StrategieFilter(QSortFilterProxyModel):
    """Keeps what matches, all that contains it, and all that a matching title contains."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._etat: EtatEcheance | Statut | None = None
        self.setSortRole(SORT_ROLE)

    def set_filter(self, text: str, etat: EtatEcheance | Statut | None) -> None:
        """Keep the rows with all the words, and with the state unless it is None."""
        self._words, self._etat = tuple(search_key(text).split()), etat
        self.invalidate()

    @property
    def active(self) -> bool:
        """True when some rows may be hidden."""
        return bool(self._words) or self._etat is not None

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        if not self.active:
            return True
        source = self.sourceModel()
        index = source.index(source_row, 0, source_parent)
        return any(self._matches(noeud) for noeud in node_at(index).parcours())

    def _matches(self, noeud: Noeud) -> bool:
        if not all(word in noeud.cle for word in self._words):
            return False
        if self._etat is None:
            return True
        if isinstance(self._etat, Statut):
            return noeud.statut is self._etat
        return noeud.etat is self._etat


def node_at(index: _Index) -> Noeud:
    """Return the node of a valid index of the tree model itself."""
    noeud: Noeud = index.internalPointer()
    return noeud


def _shape(racine: Noeud) -> list[tuple[Genre, str]]:
    return [(noeud.genre, noeud.code) for noeud in racine.parcours()]


def libelle(noeud: Noeud) -> str:
    """Return the title after what identifies it to its readers."""
    match noeud.genre:
        case Genre.PLAN | Genre.AXE:
            return noeud.titre
        case Genre.MESURE:
            return f"{noeud.code.rpartition('.')[2]} · {noeud.titre}"
        case _:
            return f"{noeud.code} · {noeud.titre}"


def _text(noeud: Noeud, column: int) -> str:
    if column == INTITULE:
        return libelle(noeud)
    if column == ECHEANCE:
        mark = "*" if noeud.interpretee else ""
        return format_date(noeud.echeance) + mark
    return ""


def _tooltip(noeud: Noeud, column: int) -> str | None:
    if column == ECHEANCE and noeud.interpretee:
        return f"Date interprétée\u00a0: «\u00a0{noeud.interpretee}\u00a0» dans la source."
    return noeud.titre if column == INTITULE else None


def _spoken(noeud: Noeud, column: int) -> str:
    match column:
        case 1:
            share = noeud.avancement
            return f"{share.faites} sur {share.total}" if share.total else ""
        case 2:
            read = ", date interprétée" if noeud.interpretee else ""
            return format_date(noeud.echeance) + read
        case 3:
            return noeud.badge.texte if noeud.badge else ""
        case _:
            return f"{noeud.genre.value} {libelle(noeud)}"


def _font(noeud: Noeud) -> QFont | None:
    if noeud.genre not in (Genre.PLAN, Genre.AXE, Genre.OBJECTIF):
        return None
    font = QFont()
    font.setWeight(
        QFont.Weight.Bold if noeud.genre is not Genre.OBJECTIF else QFont.Weight.DemiBold
    )
    return font


_SEVERITY = {
    EtatEcheance.EN_RETARD: 0,
    EtatEcheance.PROCHE: 1,
    EtatEcheance.A_VENIR: 2,
    EtatEcheance.A_JOUR: 3,
}


def _sort_key(noeud: Noeud, column: int) -> object:
    """Return what siblings are compared by; ties keep the order of the plan."""
    match column:
        case 1:
            return noeud.avancement.part if noeud.avancement.part is not None else 2.0
        case 2:
            return (noeud.echeance or _FAR).toordinal()
        case 3:
            return _SEVERITY.get(noeud.etat, 9) if noeud.etat else 9
        case _:
            return natural_key(noeud.code)
