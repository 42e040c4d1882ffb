"""The cells of the grid: stored values, what is being stored, and what could not be stored."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from typing_extensions import override

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.grille import Axe, Cle, Grille, Repere, ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import Observation
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.indicateurs import marques
from sdpd_desktop.gui.indicateurs.cellule import Cellule, Invalide, bulle, dite, texte_brut
from sdpd_desktop.gui.widgets.roles import ROW_ROLE

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_FEW = 40
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GrilleModel(QAbstractTableModel):
    """Rows by columns of any two axes. Never stores: it says what was typed, and waits.

    Texts that could not be stored stay in their cell, across sorting, filtering and
    reloading, until they are typed again, confirmed or given up.

    Signals:
        typed: A list of :class:`SaisieCellule`: one gesture.
        invalides_changed: How many texts now wait for a correction, and how many for a
            confirmation, shown or not.
        cells_changed: What some cells show changed, once for all of them.
    """

    typed = Signal(object)
    invalides_changed = Signal(int, int)
    cells_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grille: Grille | None = None
        self._lignes: tuple[Repere, ...] = ()
        self._colonnes: tuple[Repere, ...] = ()
        self._lieux: dict[str, str] = {}
        self._cles: list[Cle] = []
        self._places: dict[Cle, int] = {}
        self._valeurs: dict[str, dict[Cle, Observation]] = {}
        self._invalides: dict[Cle, Invalide] = {}
        self._told = (0, 0)
        self._en_cours: dict[Cle, str] = {}

    # -- content

    def set_grille(self, grille: Grille, lignes: Sequence[Repere]) -> None:
        """Show a grid; ``lignes`` are its rows in the order wanted, some maybe left out."""
        self._valeurs = _by_indicateur(grille)
        self._lieux = dict(grille.territoires)
        before = (self._lignes, self._colonnes, self._grille and self._grille.fixe)
        if before == (tuple(lignes), grille.colonnes, grille.fixe):
            self._grille = grille
            self._changed()
            return
        self.beginResetModel()
        self._grille, self._colonnes = grille, grille.colonnes
        self._set_lignes(lignes)
        self.endResetModel()

    def set_lignes(self, lignes: Sequence[Repere]) -> None:
        """Show the same grid in another order, or other rows of it."""
        if tuple(lignes) != self._lignes:
            self.beginResetModel()
            self._set_lignes(lignes)
            self.endResetModel()

    def _set_lignes(self, lignes: Sequence[Repere]) -> None:
        self._lignes = tuple(lignes)
        grille = self._grille
        if grille is not None:
            self._cles = [grille.cle(r, c) for r in self._lignes for c in self._colonnes]
            self._places = {cle: place for place, cle in enumerate(self._cles)}

    def completer(self, partie: Grille) -> None:
        """Take what changed since the grid was read."""
        if self._grille is None:
            return
        flags = self._grille.signalements
        kept = {cle: flags[cle] for cle in flags if cle[0] not in partie.suivis}
        changed = {*partie.signalements, *flags} - set(kept)
        self._grille = replace(
            self._grille,
            suivis={**self._grille.suivis, **partie.suivis},
            signalements={**kept, **partie.signalements},
            numero=partie.numero,
        )
        fresh = _by_indicateur(partie)
        for code in partie.suivis:
            before, after = self._valeurs.get(code, {}), fresh.get(code, {})
            changed |= {c for c in {*before, *after} if before.get(c) != after.get(c)}
            self._valeurs[code] = after
        self._changed(changed)

    @property
    def grille(self) -> Grille | None:
        """What is shown, as it was read last."""
        return self._grille

    @property
    def lignes(self) -> tuple[Repere, ...]:
        """The rows in the order shown."""
        return self._lignes

    @property
    def colonnes(self) -> tuple[Repere, ...]:
        """The columns."""
        return self._colonnes

    def cellule(self, index: _Index) -> Cellule | None:
        """Return a cell, None for an invalid index."""
        if not index.isValid() or self._grille is None:
            return None
        cle = self._cle(index)
        return Cellule(
            self._grille.suivis[cle[0]],
            cle,
            self._valeurs[cle[0]].get(cle) if cle[0] in self._valeurs else None,
            self._invalides.get(cle),
            self._grille.cloture(cle[1]),
            self._lieux.get(cle[2], cle[2]),
            self._grille.signalements.get(cle, ()),
        )

    def row_of(self, code: str) -> int:
        """Return the row of an indicator by its code or its reference, -1 without one."""
        for row, repere in enumerate(self._lignes):
            if repere.axe is Axe.INDICATEUR and code in (repere.part, repere.court):
                return row
        return -1

    def find(self, cle: Cle) -> QModelIndex:
        """Return the cell of a key, an invalid index when it is not shown."""
        place = self._places.get(cle)
        if place is None:
            return QModelIndex()
        return self.index(*divmod(place, len(self._colonnes)))

    def find_invalide(self) -> QModelIndex:
        """Return the first cell shown that waits for a correction or a confirmation."""
        shown = (self.find(cle) for cle in self._invalides)
        return min((i for i in shown if i.isValid()), default=QModelIndex())

    # -- typing

    def saisies(self, textes: Iterable[tuple[_Index, str]]) -> list[SaisieCellule]:
        """Return what to store for texts put in cells, leaving out those that change nothing."""
        return [
            SaisieCellule(cle[0], cle[1], texte, cle[2], cle[3])
            for index, texte in textes
            if texte.strip() != self._stored(index)
            for cle in (self._cle(index),)
        ]

    def saisir(self, textes: Sequence[tuple[_Index, str]]) -> int:
        """Ask for texts to be stored in cells, in one gesture; return how many change something."""
        saisies = self.saisies(textes)
        changing = {_cle(saisie) for saisie in saisies}
        for saisie in saisies:
            self._en_cours[_cle(saisie)] = saisie.texte
        # Typing back what is stored gives up a text that could not be.
        for index, _texte in textes:
            if self._cle(index) not in changing:
                self._invalides.pop(self._cle(index), None)
        self._changed([self._cle(index) for index, _texte in textes])
        if saisies:
            self.typed.emit(saisies)
        return len(saisies)

    def recevoir(self, resultats: Sequence[ResultatSaisie]) -> None:
        """Take what became of the texts."""
        for resultat in resultats:
            saisie, cle = resultat.saisie, _cle(resultat.saisie)
            self._en_cours.pop(cle, None)
            if resultat.raison:
                self._invalides[cle] = Invalide(saisie.texte, resultat.raison, resultat.a_confirmer)
            else:
                self._invalides.pop(cle, None)
                if resultat.observation is not None:
                    # Shown at once, before what depends on it is read again.
                    self._valeurs.setdefault(cle[0], {})[cle] = resultat.observation
        self._changed([_cle(resultat.saisie) for resultat in resultats])

    def renoncer(self, saisies: Sequence[SaisieCellule], raison: str) -> None:
        """Keep what was typed, with the reason why nothing at all could be stored."""
        self.recevoir([ResultatSaisie(saisie, None, raison) for saisie in saisies])

    def a_confirmer(self, indexes: Iterable[_Index] | None = None) -> list[SaisieCellule]:
        """Return the texts that wait for a confirmation: in some cells, or all of them."""
        cles = list(self._invalides) if indexes is None else [self._cle(i) for i in indexes]
        return [
            SaisieCellule(cle[0], cle[1], self._invalides[cle].texte, cle[2], cle[3])
            for cle in cles
            if cle in self._invalides and self._invalides[cle].a_confirmer
        ]

    def abandonner(self, indexes: Iterable[_Index]) -> int:
        """Give up the texts that could not be stored; return how many there were."""
        found = [cle for cle in map(self._cle, indexes) if cle in self._invalides]
        for cle in found:
            del self._invalides[cle]
        self._changed(found)
        return len(found)

    def oublier(self) -> None:
        """Give up every text not stored: another plan is shown."""
        self._invalides.clear()
        self._en_cours.clear()
        self._changed()

    def texte_brut(self, index: _Index) -> str:
        """Return a cell as a spreadsheet takes it: no thousands separator, comma, no unit."""
        invalide = self._invalides.get(self._cle(index))
        return invalide.texte if invalide else self._stored(index)

    def verrou(self, index: _Index) -> str:
        """Return why a cell cannot be typed in, "" when it can."""
        cellule = self.cellule(index)
        return cellule.verrou if cellule else ""

    def _stored(self, index: _Index) -> str:
        cle = self._cle(index)
        assert self._grille is not None
        unite = self._grille.suivis[cle[0]].indicateur.unite
        return texte_brut(self._valeurs.get(cle[0], {}).get(cle), unite)

    def _cle(self, index: _Index) -> Cle:
        return self._cles[index.row() * len(self._colonnes) + index.column()]

    def _changed(self, cles: Collection[Cle] | None = None) -> None:
        """Have some cells drawn again, or all of them."""
        if cles is None or len(cles) > _FEW:
            if self._lignes and self._colonnes:
                last = self.index(len(self._lignes) - 1, len(self._colonnes) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            # A view told of a range draws all that is visible; told of a cell, that cell.
            for index in map(self.find, cles):
                if index.isValid():
                    self.dataChanged.emit(index, index)
        self.cells_changed.emit()
        doubts = sum(invalide.a_confirmer for invalide in self._invalides.values())
        told = (len(self._invalides) - doubts, doubts)
        if told != self._told:
            self._told = told
            self.invalides_changed.emit(*told)

    # -- Qt

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lignes)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._colonnes)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.verrou(index):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        across = orientation is Qt.Orientation.Horizontal
        reperes = self._colonnes if across else self._lignes
        if not 0 <= section < len(reperes):
            return None
        repere = reperes[section]
        match role:
            case _ROLE.DisplayRole:
                return repere.court
            case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
                return f"{repere.libelle}{self._closed(repere)}"
            case _ROLE.DecorationRole if across and self._closed(repere):
                return icons.icon("lock", "muted")
            case _ROLE.TextAlignmentRole if across:
                return _RIGHT
        return None

    def _closed(self, repere: Repere) -> str:
        if self._grille is None or not isinstance(repere.part, Periode):
            return ""
        return marques.dire_cloture(self._grille.cloture(repere.part))

    @override
    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> object:
        answer = _ANSWERS.get(role)
        if answer is None:
            return None
        cellule = self.cellule(index)
        return None if cellule is None else answer(cellule, self._en_cours.get(cellule.cle))

    @override
    def setData(self, index: _Index, value: object, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.EditRole or not index.isValid():
            return False
        self.saisir([(index, str(value))])
        return True


def _cle(saisie: SaisieCellule) -> Cle:
    return (saisie.indicateur, saisie.periode, saisie.territoire, saisie.zone)


def _by_indicateur(grille: Grille) -> dict[str, dict[Cle, Observation]]:
    found: dict[str, dict[Cle, Observation]] = defaultdict(dict)
    for cle, observation in grille.valeurs.items():
        found[cle[0]][cle] = observation
    return dict(found)


def _shown(cellule: Cellule, pending: str | None) -> str:
    if pending is not None:
        return pending
    if cellule.invalide:
        return cellule.invalide.texte
    return libelles.valeur(cellule.indicateur, cellule.observation)


def _tone(cellule: Cellule, pending: str | None) -> object:
    if pending is not None:
        name = "muted"
    elif cellule.invalide:
        name = "warn" if cellule.invalide.a_confirmer else "late"
    else:
        known = cellule.observation is not None and cellule.observation.valeur is not None
        name = "text" if known else "muted"
    return colours.shown().of(name)


def _ground(cellule: Cellule, pending: str | None) -> object:
    if cellule.invalide and pending is None:
        return colours.shown().of("warn_soft" if cellule.invalide.a_confirmer else "late_soft")
    return colours.shown().of("neutral_soft") if cellule.verrou else None


def _font(cellule: Cellule, pending: str | None) -> QFont | None:
    if _shown(cellule, pending) != libelles.NON_RENSEIGNE:
        return None
    font = QFont()
    font.setItalic(True)
    return font


_ANSWERS: dict[int, Callable[[Cellule, str | None], object]] = {
    _ROLE.DisplayRole: _shown,
    _ROLE.EditRole: lambda cellule, _pending: cellule.texte_brut,
    _ROLE.TextAlignmentRole: lambda _cellule, _pending: _RIGHT,
    _ROLE.ForegroundRole: _tone,
    _ROLE.BackgroundRole: _ground,
    _ROLE.FontRole: _font,
    _ROLE.DecorationRole: lambda cellule, pending: marques.dessin(cellule, pending),
    _ROLE.ToolTipRole: lambda cellule, _pending: bulle(cellule),
    _ROLE.AccessibleTextRole: lambda cellule, _pending: dite(cellule),
    ROW_ROLE: lambda cellule, _pending: cellule,
}
