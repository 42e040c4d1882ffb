"""The cells of the grid: stored values, what is being stored, and what could not be read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

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

from sdpd_desktop.domain.grille import Grille, GrilleLigne, ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import Borne, Observation, Presence
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.indicateurs.presentation import (
    NON_RENSEIGNE,
    valeur_cellule,
    valeur_complete,
)
from sdpd_desktop.gui.widgets.roles import ROW_ROLE

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_BORNES = {Borne.PLUS_DE: ">", Borne.MOINS_DE: "<", Borne.ENVIRON: "~", Borne.EXACTE: ""}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter

Cle = tuple[str, Periode, str, Zone]
"""What a value is about: indicator, period, territory, zone."""


@dataclass(frozen=True)
class Invalide:
    """A text that was typed and could not be stored, with the reason."""

    texte: str
    raison: str


@dataclass(frozen=True)
class Cellule:
    """One cell, for the detail pane."""

    ligne: GrilleLigne
    periode: Periode
    cle: Cle
    observation: Observation | None
    invalide: Invalide | None


class GrilleModel(QAbstractTableModel):
    """Rows of indicators by periods. Never stores: it says what was typed, and waits.

    Texts that could not be stored stay in their cell, across sorting, filtering and
    reloading, until they are typed again or given up.

    Signals:
        typed: A list of :class:`SaisieCellule`: one gesture.
        invalides_changed: How many texts now wait for a correction, shown or not.
    """

    typed = Signal(object)
    invalides_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._periodes: tuple[Periode, ...] = ()
        self._lignes: tuple[GrilleLigne, ...] = ()
        self._territoire = ""
        self._zone = Zone.ENSEMBLE
        self._invalides: dict[Cle, Invalide] = {}
        self._told = 0
        self._en_cours: dict[Cle, str] = {}

    # -- content

    def set_grille(self, grille: Grille, lignes: Sequence[GrilleLigne]) -> None:
        """Show a grid; ``lignes`` are its rows in the order wanted, some maybe left out."""
        same = grille.periodes == self._periodes and _codes(lignes) == _codes(self._lignes)
        if not same:
            self.beginResetModel()
        self._periodes, self._lignes = grille.periodes, tuple(lignes)
        self._territoire, self._zone = grille.territoire, grille.zone
        if same:
            self._all_changed()
        else:
            self.endResetModel()

    def set_lignes(self, lignes: Sequence[GrilleLigne]) -> None:
        """Show the same grid in another order, or other rows of it."""
        self.beginResetModel()
        self._lignes = tuple(lignes)
        self.endResetModel()

    @property
    def lignes(self) -> tuple[GrilleLigne, ...]:
        """The rows in the order shown."""
        return self._lignes

    @property
    def periodes(self) -> tuple[Periode, ...]:
        """The columns."""
        return self._periodes

    def cellule(self, index: _Index) -> Cellule | None:
        """Return a cell, None for an invalid index."""
        if not index.isValid():
            return None
        ligne, periode = self._lignes[index.row()], self._periodes[index.column()]
        cle = self._cle(index)
        observation = ligne.cellules[index.column()]
        return Cellule(ligne, periode, cle, observation, self._invalides.get(cle))

    def row_of(self, code: str) -> int:
        """Return the row of an indicator by its code or its reference, -1 without one."""
        for row, ligne in enumerate(self._lignes):
            if code in (ligne.indicateur.code, ligne.indicateur.reference):
                return row
        return -1

    def find_invalide(self) -> QModelIndex:
        """Return the first cell shown that needs correcting."""
        for row in range(len(self._lignes)):
            for column in range(len(self._periodes)):
                index = self.index(row, column)
                if self._cle(index) in self._invalides:
                    return index
        return QModelIndex()

    # -- typing

    def saisies(self, textes: Iterable[tuple[_Index, str]]) -> list[SaisieCellule]:
        """Return what to store for texts put in cells, leaving out those that change nothing."""
        return [
            SaisieCellule(cle[0], cle[1], texte, cle[2], cle[3])
            for index, texte in textes
            if self._changes(index, texte)
            for cle in (self._cle(index),)
        ]

    def saisir(self, textes: Sequence[tuple[_Index, str]]) -> int:
        """Ask for texts to be stored in cells, in one gesture; return how many change something."""
        saisies = self.saisies(textes)
        for saisie in saisies:
            cle = (saisie.indicateur, saisie.periode, saisie.territoire, saisie.zone)
            self._en_cours[cle] = saisie.texte
        # Typing back what is stored gives up a text that could not be.
        kept = {(s.indicateur, s.periode, s.territoire, s.zone) for s in saisies}
        for index, _texte in textes:
            if self._cle(index) not in kept:
                self._invalides.pop(self._cle(index), None)
        self._all_changed()
        if saisies:
            self.typed.emit(saisies)
        return len(saisies)

    def recevoir(self, resultats: Sequence[ResultatSaisie]) -> None:
        """Take what became of the texts."""
        for resultat in resultats:
            saisie = resultat.saisie
            cle = (saisie.indicateur, saisie.periode, saisie.territoire, saisie.zone)
            self._en_cours.pop(cle, None)
            if resultat.raison:
                self._invalides[cle] = Invalide(saisie.texte, resultat.raison)
            else:
                self._invalides.pop(cle, None)
                self._put(cle, resultat.observation)
        self._all_changed()

    def renoncer(self, saisies: Sequence[SaisieCellule], raison: str) -> None:
        """Keep what was typed, with the reason why nothing at all could be stored."""
        self.recevoir([ResultatSaisie(saisie, None, raison) for saisie in saisies])

    def abandonner(self, indexes: Iterable[_Index]) -> int:
        """Give up the texts that could not be stored; return how many there were."""
        found = [cle for cle in map(self._cle, indexes) if cle in self._invalides]
        for cle in found:
            del self._invalides[cle]
        self._all_changed()
        return len(found)

    def oublier(self) -> None:
        """Give up every text not stored: another plan is shown."""
        self._invalides.clear()
        self._en_cours.clear()
        self._all_changed()

    def texte_brut(self, index: _Index) -> str:
        """Return a cell as a spreadsheet takes it: no thousands separator, comma, no unit."""
        cle = self._cle(index)
        if cle in self._invalides:
            return self._invalides[cle].texte
        ligne = self._lignes[index.row()]
        return texte_brut(ligne.cellules[index.column()], ligne.indicateur.unite)

    def _changes(self, index: _Index, texte: str) -> bool:
        ligne = self._lignes[index.row()]
        stored = texte_brut(ligne.cellules[index.column()], ligne.indicateur.unite)
        return texte.strip() != stored

    def _put(self, cle: Cle, observation: Observation | None) -> None:
        """Show a stored value at once, before the grid is read again."""
        code, periode, territoire, zone = cle
        if (territoire, zone) != (self._territoire, self._zone) or periode not in self._periodes:
            return
        column = self._periodes.index(periode)
        self._lignes = tuple(
            GrilleLigne(
                ligne.indicateur,
                (*ligne.cellules[:column], observation, *ligne.cellules[column + 1 :]),
                ligne.suivi,
            )
            if ligne.indicateur.code == code
            else ligne
            for ligne in self._lignes
        )

    def _cle(self, index: _Index) -> Cle:
        ligne, periode = self._lignes[index.row()], self._periodes[index.column()]
        return (ligne.indicateur.code, periode, self._territoire, self._zone)

    def _all_changed(self) -> None:
        if self._lignes and self._periodes:
            last = self.index(len(self._lignes) - 1, len(self._periodes) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if len(self._invalides) != self._told:
            self._told = len(self._invalides)
            self.invalides_changed.emit(self._told)

    # -- Qt

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lignes)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._periodes)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            known = 0 <= section < len(self._lignes)
            wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._lignes[section].indicateur.chiffre if known and role in wanted else None
        if not 0 <= section < len(self._periodes):
            return None
        periode = self._periodes[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return periode.court
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return periode.libelle
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
        return None

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cellule = self.cellule(index)
        if cellule is None:
            return None
        pending = self._en_cours.get(cellule.cle)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return pending if pending is not None else _shown(cellule)
            case Qt.ItemDataRole.EditRole:
                return self.texte_brut(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT
            case Qt.ItemDataRole.ForegroundRole:
                return colours.shown().of(_tone(cellule, pending))
            case Qt.ItemDataRole.BackgroundRole if cellule.invalide and pending is None:
                return colours.shown().of("late_soft")
            case Qt.ItemDataRole.FontRole if _shown(cellule) == NON_RENSEIGNE:
                font = QFont()
                font.setItalic(True)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(cellule)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(cellule)
            case _ if role == ROW_ROLE:
                return cellule
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        self.saisir([(index, str(value))])
        return True


def texte_brut(observation: Observation | None, unite: str) -> str:
    """Return a value as it would be typed, and as a spreadsheet reads it."""
    if observation is None or observation.presence is Presence.NON_RENSEIGNE:
        return ""
    if observation.presence is Presence.NON_APPLICABLE:
        return "n/a"
    if unite == JALON:
        return format_nombre(observation.valeur, unite=JALON)
    if observation.numerateur is not None and observation.denominateur is not None:
        terms = (observation.numerateur, observation.denominateur)
        return "/".join(_plain(term) for term in terms)
    return f"{_BORNES[observation.borne]}{_plain(observation.valeur)}"


def _plain(valeur: Decimal | None) -> str:
    return f"{valeur:f}".replace(".", ",") if valeur is not None else ""


def _codes(lignes: Sequence[GrilleLigne]) -> list[str]:
    return [ligne.indicateur.code for ligne in lignes]


def _shown(cellule: Cellule) -> str:
    if cellule.invalide:
        return cellule.invalide.texte
    return valeur_cellule(cellule.observation, cellule.ligne.indicateur.unite)


def _tone(cellule: Cellule, pending: str | None) -> str:
    if pending is not None:
        return "muted"
    if cellule.invalide:
        return "late"
    known = cellule.observation is not None and cellule.observation.valeur is not None
    return "text" if known else "muted"


def _tip(cellule: Cellule) -> str | None:
    if cellule.invalide:
        return cellule.invalide.raison
    observation = cellule.observation
    if observation is None:
        return None
    unite = cellule.ligne.indicateur.unite
    lines = [f"{cellule.periode.libelle}{NBSP}: {valeur_complete(observation, unite)}"]
    if observation.numerateur is not None:
        top, bottom = observation.numerateur, observation.denominateur
        lines.append(f"{format_nombre(top)} sur {format_nombre(bottom)}")
    if observation.commentaire:
        lines.append(observation.commentaire)
    return "\n".join(lines)


def _spoken(cellule: Cellule) -> str:
    what = f"{cellule.ligne.indicateur.chiffre}, {cellule.periode.libelle}"
    if cellule.invalide:
        return f"{what}, à corriger, {cellule.invalide.texte}, {cellule.invalide.raison}"
    unite = cellule.ligne.indicateur.unite
    return f"{what}, {valeur_complete(cellule.observation, unite) or 'vide'}"
