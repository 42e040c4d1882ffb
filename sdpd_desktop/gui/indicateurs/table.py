"""The grid as seen: its rows on the left, always visible, their values on the right."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.grille import Axe, Cle, Grille, Repere
from sdpd_desktop.domain.indicateur import Indicateur, SuiviIndicateur
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.taux import cible_en_vigueur, valeur_cible
from sdpd_desktop.gui.indicateurs.cellule import Cellule
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_KEY = "indicateurs/colonnes"
_SPLITTER = "indicateurs/grille"
_HEADER_HEIGHT = 34
_ROW_HEIGHT = 28
_OPEN = Badge("Ouverte", "info", Forme.ROND)
_CLOSED = Badge("Clôturée", "neutral", Forme.COCHE)


@dataclass(frozen=True)
class Ligne:
    """A row of the list: its heading, and its indicator where rows are indicators."""

    repere: Repere
    suivi: SuiviIndicateur | None = None
    close: bool = False

    @property
    def indicateur(self) -> Indicateur:
        """The indicator of a row that is one."""
        assert self.suivi is not None
        return self.suivi.indicateur


def _indicateurs(today: Callable[[], dt.date]) -> tuple[Column[Ligne], ...]:
    return (
        Column("Réf.", lambda row: row.repere.court, 70),
        Column("Indicateur", lambda row: row.repere.libelle, 0, tip=_tip),
        Column("Unité", lambda row: row.indicateur.unite, 66),
        Column(
            "Cible",
            lambda row: libelles.cible_courte(row.indicateur, today()),
            70,
            sort=lambda row: valeur_cible(
                row.indicateur, cible_en_vigueur(row.indicateur, today())
            ),
            right=True,
        ),
        Column(
            "Taux",
            lambda row: libelles.taux(row.suivi.taux) if row.suivi else "",
            62,
            sort=lambda row: row.suivi.taux.part if row.suivi else None,
            right=True,
            tip=lambda row: libelles.taux_explique(row.suivi.taux) if row.suivi else "",
        ),
    )


def _periodes() -> tuple[Column[Ligne], ...]:
    return (
        Column("Période", lambda row: row.repere.libelle, 0, sort=lambda row: row.repere.part),
        Column(
            "État",
            lambda row: (_CLOSED if row.close else _OPEN).texte,
            110,
            badge=lambda row: _CLOSED if row.close else _OPEN,
        ),
    )


def _noms(titre: str) -> tuple[Column[Ligne], ...]:
    return (Column(titre, lambda row: row.repere.libelle, 0, tip=lambda row: row.repere.libelle),)


def _tip(row: Ligne) -> str:
    return f"{row.indicateur.code} · {row.indicateur.titre}"


class GrilleTable(QSplitter):
    """Two views that scroll together; the list sorts, the grid follows.

    Signals:
        current_changed: The :class:`Cellule` that became current, None when none is.
        axe_changed: The rows are of another kind: another list is shown.
        reglages_asked: F2 on a row: show the settings of the indicator of that code.
    """

    current_changed = Signal(object)
    axe_changed = Signal()
    reglages_asked = Signal(str)

    def __init__(
        self, settings: LookSettings, today: Callable[[], dt.date], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._today = today
        self._followed = False
        self._last: Cle | None = None
        self._axe = Axe.INDICATEUR
        self._listings: dict[Axe, Listing] = {}
        self._rows: dict[Axe, ColumnTableModel[Ligne]] = {}
        self._stack = QStackedWidget()
        self.view = GrilleView(self)
        self.addWidget(self._stack)
        self.addWidget(self.view)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(6)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes([440, 410])
        self._build_listings(settings)
        self._connect_view()
        kept = settings.state(_SPLITTER)
        if kept is not None:
            self.restoreState(kept)
        self.splitterMoved.connect(lambda *_where: settings.keep_state(_SPLITTER, self.saveState()))

    def _build_listings(self, settings: LookSettings) -> None:
        columns = {
            Axe.INDICATEUR: ("Indicateurs", _KEY, _indicateurs(self._today)),
            Axe.PERIODE: ("Périodes", f"{_KEY}_periodes", _periodes()),
            Axe.TERRITOIRE: ("Territoires", f"{_KEY}_territoires", _noms("Territoire")),
            Axe.ZONE: ("Zones", f"{_KEY}_zones", _noms("Zone")),
        }
        for axe, (name, key, described) in columns.items():
            rows: ColumnTableModel[Ligne] = ColumnTableModel(described)
            listing = Listing(rows, name, settings, key, self)
            self._rows[axe], self._listings[axe] = rows, listing
            self._stack.addWidget(listing)
            self._line_up(listing)
            self._connect_listing(listing)

    def _line_up(self, listing: Listing) -> None:
        """Give rows and headers of both views the same heights."""
        listing.setStyleSheet(f"QTreeView::item {{ height: {_ROW_HEIGHT}px; padding: 0 2px }}")
        listing.header().setFixedHeight(_HEADER_HEIGHT)
        listing.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listing.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect_listing(self, listing: Listing) -> None:
        left, right = listing.verticalScrollBar(), self.view.verticalScrollBar()
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        # A scroll bar under one view alone would let the other scroll further.
        for mine, other in ((listing, self.view), (self.view, listing)):
            mine.horizontalScrollBar().rangeChanged.connect(
                lambda _low, high, other=other: self._match_bar(other, high)
            )
        listing.model().layoutChanged.connect(self._reorder)
        listing.chosen.connect(self._follow_listing)
        listing.opened.connect(lambda _row: self.view.setFocus())
        keys = QShortcut(QKeySequence("F2"), listing)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._ask_reglages)

    def _ask_reglages(self) -> None:
        if cell := self.current():
            self.reglages_asked.emit(cell.indicateur.code)

    def _connect_view(self) -> None:
        self.view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.view.horizontalHeader().setFixedHeight(_HEADER_HEIGHT)
        self.view.selectionModel().currentChanged.connect(self._follow_view)
        self.view.cellules.cells_changed.connect(self._announce)
        self.view.cellules.modelReset.connect(self._announce)

    @staticmethod
    def _match_bar(other: QAbstractItemView, high: int) -> None:
        on, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        other.setHorizontalScrollBarPolicy(on if high > 0 else as_needed)

    @property
    def listing(self) -> Listing:
        """The list of the rows shown."""
        return self._listings[self._axe]

    @property
    def rows(self) -> ColumnTableModel[Ligne]:
        """The rows of that list."""
        return self._rows[self._axe]

    # -- content

    def set_grille(self, grille: Grille, lignes: Sequence[Repere]) -> None:
        """Show a grid; ``lignes`` are the rows of it to show. The current cell stays."""
        cell = self.current()
        if grille.vue.lignes is not self._axe:
            self._axe = grille.vue.lignes
            self._stack.setCurrentWidget(self.listing)
            self.axe_changed.emit()
        self.view.set_axe(grille.vue.colonnes)
        self._list(grille, lignes)
        self.view.cellules.set_grille(grille, self._order())
        self._settle(cell)

    def set_lignes(self, lignes: Sequence[Repere]) -> None:
        """Show other rows of the same grid. The current cell stays, if it is among them."""
        cell, grille = self.current(), self.view.cellules.grille
        if grille is not None:
            self._list(grille, lignes)
            self.view.cellules.set_lignes(self._order())
            self._settle(cell)

    def _list(self, grille: Grille, lignes: Sequence[Repere]) -> None:
        # The list says again which row is current: that must not undo a selection in the grid.
        self._followed = True
        self.listing.set_rows(tuple(_ligne(grille, r) for r in lignes), lambda row: row.repere.part)
        self._followed = False

    def _settle(self, cell: Cellule | None) -> None:
        """Make some cell current: the same as before, or where work starts."""
        if cell is not None:
            self._last = cell.cle
        if self._last is not None and self.current() is None:
            self._go_near(self._last)
        if self.current() is None and self.view.cellules.rowCount():
            self._start()
        self._announce()

    def completer(self, partie: Grille) -> None:
        """Take what changed since the grid was read."""
        self.view.cellules.completer(partie)
        grille = self.view.cellules.grille
        if grille is not None and self._axe is Axe.INDICATEUR:
            self.rows.update_rows(
                lambda row: _ligne(grille, row.repere) if row.repere.part in partie.suivis else row
            )

    def _order(self) -> list[Repere]:
        return [row.repere for row in self.rows.rows]

    def _start(self) -> None:
        """Begin where values are awaited: in the last period that is over."""
        model, today = self.view.cellules, self._today()
        parts = [colonne.part for colonne in model.colonnes]
        over = [n for n, part in enumerate(parts) if isinstance(part, Periode) and part.fin < today]
        here = over[-1] if over else 0
        self.view.go(model.index(0, here))
        # The period under way is where one types next.
        self.view.scrollTo(model.index(0, min(here + 1, model.columnCount() - 1)))
        bar, header = self.view.horizontalScrollBar(), self.view.horizontalHeader()
        first = header.logicalIndexAt(0)
        if header.sectionViewportPosition(first) < 0:  # A year cut by the edge reads as another.
            bar.setValue(header.sectionPosition(first + 1))

    def _reorder(self) -> None:
        cell = self.current()
        self.view.cellules.set_lignes(self._order())
        if cell is not None:
            self.view.go(self.view.cellules.find(cell.cle))

    def current(self) -> Cellule | None:
        """Return the current cell."""
        return self.view.cellules.cellule(self.view.currentIndex())

    def go_to(self, code: str) -> bool:
        """Make the cell of an indicator in the current column current; False without one."""
        model = self.view.cellules
        row = model.row_of(code)
        if row >= 0:
            self.view.go(model.index(row, max(self.view.currentIndex().column(), 0)))
        return row >= 0

    def _go_near(self, cle: Cle) -> None:
        """Make the cell of a key current, or one of its column: never of another period."""
        model = self.view.cellules
        index = model.find(cle)
        if index.isValid():
            self.view.go(index)
        elif model.rowCount():
            self._start()
            column = next((n for n, c in enumerate(model.colonnes) if c.part in cle), None)
            if column is not None:
                self.view.go(model.index(0, column))
            self.go_to(cle[0])

    # -- together

    def _follow_listing(self, row: Ligne | None) -> None:
        if row is None or self._followed:
            return
        self._followed = True
        number = self.listing.currentIndex().row()
        self.view.go(self.view.cellules.index(number, max(self.view.currentIndex().column(), 0)))
        self._followed = False

    def _follow_view(self) -> None:
        index = self.view.currentIndex()
        if index.isValid() and not self._followed:
            self._followed = True
            self.listing.setCurrentIndex(self.rows.index(index.row(), 0))
            self._followed = False
        self._announce()

    def _announce(self) -> None:
        self.current_changed.emit(self.current())

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.view.setFocus(reason)


def _ligne(grille: Grille, repere: Repere) -> Ligne:
    match repere.axe:
        case Axe.INDICATEUR:
            return Ligne(repere, grille.suivis[str(repere.part)])
        case Axe.PERIODE if isinstance(repere.part, Periode):
            return Ligne(repere, close=grille.cloture(repere.part) is not None)
    return Ligne(repere)
