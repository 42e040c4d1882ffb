"""The grid as seen: the indicators on the left, always visible, their values on the right."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QSplitter, QWidget
from typing_extensions import override

from sdpd_desktop.domain.grille import Grille, GrilleLigne
from sdpd_desktop.domain.taux import cible_en_vigueur, valeur_cible
from sdpd_desktop.gui.indicateurs.modele import Cellule
from sdpd_desktop.gui.indicateurs.presentation import cible_courte, taux_court, taux_explique
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_KEY = "indicateurs/colonnes"
_SPLITTER = "indicateurs/grille"
_HEADER_HEIGHT = 34
_ROW_HEIGHT = 28


def _columns(today: Callable[[], dt.date]) -> tuple[Column[GrilleLigne], ...]:
    return (
        Column("Réf.", lambda row: row.indicateur.chiffre, 70),
        Column("Indicateur", lambda row: row.indicateur.titre, 0, tip=_tip),
        Column("Unité", lambda row: row.indicateur.unite, 66),
        Column(
            "Cible",
            lambda row: cible_courte(row.indicateur, today()),
            70,
            sort=lambda row: valeur_cible(
                row.indicateur, cible_en_vigueur(row.indicateur, today())
            ),
            right=True,
        ),
        Column(
            "Taux",
            lambda row: taux_court(row.suivi.taux),
            62,
            sort=lambda row: row.suivi.taux.part,
            right=True,
            tip=lambda row: taux_explique(row.suivi.taux),
        ),
    )


def _tip(row: GrilleLigne) -> str:
    return f"{row.indicateur.code} · {row.indicateur.titre}"


class GrilleTable(QSplitter):
    """Two views that scroll together; the list sorts, the grid follows.

    Signals:
        current_changed: The :class:`Cellule` that became current, None when none is.
    """

    current_changed = Signal(object)

    def __init__(
        self, settings: LookSettings, today: Callable[[], dt.date], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._today = today
        self._followed = False
        self.rows: ColumnTableModel[GrilleLigne] = ColumnTableModel(_columns(today))
        self.listing = Listing(self.rows, "Indicateurs", settings, _KEY, self)
        self.view = GrilleView(self)
        self.addWidget(self.listing)
        self.addWidget(self.view)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(6)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setSizes([440, 410])
        self._line_up()
        self._connect()
        kept = settings.state(_SPLITTER)
        if kept is not None:
            self.restoreState(kept)
        self.splitterMoved.connect(lambda *_where: settings.keep_state(_SPLITTER, self.saveState()))

    def _line_up(self) -> None:
        """Give rows and headers of both views the same heights."""
        self.listing.setStyleSheet(f"QTreeView::item {{ height: {_ROW_HEIGHT}px; padding: 0 2px }}")
        self.view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        for header in (self.listing.header(), self.view.horizontalHeader()):
            header.setFixedHeight(_HEADER_HEIGHT)
        self.listing.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listing.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _connect(self) -> None:
        left, right = self.listing.verticalScrollBar(), self.view.verticalScrollBar()
        left.valueChanged.connect(right.setValue)
        right.valueChanged.connect(left.setValue)
        # A scroll bar under one view alone would let the other scroll further.
        for mine, other in ((self.listing, self.view), (self.view, self.listing)):
            mine.horizontalScrollBar().rangeChanged.connect(
                lambda _low, high, other=other: self._match_bar(other, high)
            )
        self.rows.layoutChanged.connect(self._reorder)
        self.listing.chosen.connect(self._follow_listing)
        self.listing.opened.connect(lambda _row: self.view.setFocus())
        self.view.selectionModel().currentChanged.connect(self._follow_view)
        self.view.cellules.dataChanged.connect(lambda *_what: self._announce())
        self.view.cellules.modelReset.connect(self._announce)

    @staticmethod
    def _match_bar(other: QAbstractItemView, high: int) -> None:
        on, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        other.setHorizontalScrollBarPolicy(on if high > 0 else as_needed)

    # -- content

    def set_grille(self, grille: Grille, lignes: Sequence[GrilleLigne]) -> None:
        """Show a grid; ``lignes`` are the rows of it to show. The current cell stays."""
        cell = self.current()
        # The list says again which row is current: that must not undo a selection in the grid.
        self._followed = True
        self.listing.set_rows(tuple(lignes), lambda row: row.indicateur.code)
        self._followed = False
        self.view.cellules.set_grille(grille, tuple(self.rows.rows))
        if cell is not None and self.current() is None:
            self.go_to(cell.ligne.indicateur.code, cell.cle)
        if self.current() is None and lignes:
            self._start()
        self._announce()

    def _start(self) -> None:
        """Begin where values are awaited: in the last period that is over."""
        periodes, today = self.view.cellules.periodes, self._today()
        over = [column for column, periode in enumerate(periodes) if periode.fin < today]
        self.view.go(self.view.cellules.index(0, over[-1] if over else 0))

    def _reorder(self) -> None:
        cell = self.current()
        self.view.cellules.set_lignes(tuple(self.rows.rows))
        if cell is not None:
            self.go_to(cell.ligne.indicateur.code, cell.cle)

    def current(self) -> Cellule | None:
        """Return the current cell."""
        return self.view.cellules.cellule(self.view.currentIndex())

    def go_to(self, code: str, cle: tuple[object, ...] | None = None) -> bool:
        """Make a cell of an indicator current: that of the key, else in the current column."""
        model = self.view.cellules
        row = model.row_of(code)
        if row < 0:
            return False
        column = max(self.view.currentIndex().column(), 0)
        if cle is not None and cle[1] in model.periodes:
            column = model.periodes.index(cle[1])
        self.view.go(model.index(row, column))
        return True

    # -- together

    def _follow_listing(self, row: GrilleLigne | None) -> None:
        if row is None or self._followed:
            return
        self._followed = True
        self.go_to(row.indicateur.code)
        self._followed = False

    def _follow_view(self) -> None:
        cell = self.current()
        if cell is not None and not self._followed:
            self._followed = True
            self.listing.choose(lambda row: row.indicateur.code == cell.ligne.indicateur.code)
            self._followed = False
        self._announce()

    def _announce(self) -> None:
        self.current_changed.emit(self.current())

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        self.view.setFocus(reason)
