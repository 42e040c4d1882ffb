"""The « Stratégie » screen: the plan as a tree beside the detail of what is chosen in it."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.plan import (
    ActionDetails,
    EtatEcheance,
    MesureDetails,
    Statut,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_strategie_page import Ui_StrategiePage
from sdpd_desktop.gui.labels import ETATS, STATUTS
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.strategie.detail import StrategieDetail
from sdpd_desktop.gui.strategie.modele import (
    AVANCEMENT,
    ECHEANCE,
    ETAT,
    INTITULE,
    StrategieFilter,
    StrategieModel,
)
from sdpd_desktop.gui.strategie.noeuds import Genre, Noeud, construire
from sdpd_desktop.gui.strategie.saisie import Coche
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import ColumnMemory
from sdpd_desktop.gui.widgets.roles import ROW_ROLE

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

_WIDTHS = {AVANCEMENT: 104, ECHEANCE: 90, ETAT: 130}
_DEBOUNCE_MS = 150
_SPLITTER = "strategie/volets"
# A combo box would give its enumerations back as plain texts, of which two are the same.
_FILTRES: tuple[EtatEcheance | Statut | None, ...] = (
    None,
    *EtatEcheance,
    Statut.EN_COURS,
    Statut.REALISEE,
    Statut.EN_PAUSE,
    Statut.BLOQUEE,
    Statut.ABANDONNEE,
)


def _read(services: "Services", code: str, on: dt.date) -> Noeud:
    """Return the root of the plan's tree; runs on the database lane."""
    return construire(services.plans.details(code), on)


class StrategiePage(Page):
    """Ticks mesures with Espace and shows one object at a time."""

    titre = "Stratégie"
    concerned = frozenset({Change.PLANS, Change.INDICATEURS, Change.JOURNAL})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_StrategiePage()
        self.form.setupUi(self)
        # Children die in order: a filter that outlives its model asks it for rows, and crashes.
        self.filter = StrategieFilter(self)
        self.model = StrategieModel(self)
        self.filter.setSourceModel(self.model)
        self._wish: tuple[str, str] | None = None
        self._shown_plan = ""
        self._before_filter: set[tuple[Genre, str]] | None = None
        # What a mesure was before it was ticked here, so that Espace twice changes nothing.
        self._unticked: dict[str, Statut] = {}
        self.detail = StrategieDetail(context)
        self.form.splitter.addWidget(self.detail)
        self._build_tree()
        self._build_bar()
        self._build_splitter()
        self.model.tick_asked.connect(lambda noeud: self.toggle(noeud.objet))
        self.detail.tick_asked.connect(self.toggle)
        self.detail.submitted.connect(self._record_form)
        self.detail.node_asked.connect(lambda noeud: self._select(noeud) if noeud else None)

    def _build_tree(self) -> None:
        tree, form = self.form.tree_view, self.form
        tree.setModel(self.filter)
        header = tree.header()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self._memory = ColumnMemory(
            header, self.context.settings, "strategie/colonnes", self._lay_out
        )
        tree.setSortingEnabled(True)
        tree.selectionModel().currentRowChanged.connect(self._on_current)
        tree.tick_asked.connect(lambda index: self.toggle(index.data(ROW_ROLE).objet))
        tree.edit_asked.connect(self._on_edit)
        self.no_match = EmptyState(
            "filter",
            "Aucune ligne ne correspond",
            "Changez les mots ou l’état.",
            "Effacer le filtre",
        )
        self.no_match.activated.connect(self._clear_filter)
        self.no_plan = EmptyState(
            "sitemap",
            "Aucun plan à suivre",
            "Installez un plan de référence dans Paramètres pour commencer.",
            "Ouvrir les paramètres",
        )
        self.no_plan.activated.connect(lambda: self.context.navigate(Link("parametres")))
        form.tree_stack.addWidget(self.no_match)
        form.tree_stack.addWidget(self.no_plan)

    def _build_bar(self) -> None:
        form = self.form
        icons.dress(form.columns_button, "columns-3")
        icons.dress(form.expand_button, "list")
        form.columns_button.setMenu(self._memory.menu(form.columns_button))
        for etat in _FILTRES:
            form.etat_combo.addItem(_filtre(etat))
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.apply_filter)
        form.filter_edit.textChanged.connect(lambda _text: self._debounce.start())
        form.filter_edit.returnPressed.connect(self._focus_tree)
        form.etat_combo.currentIndexChanged.connect(lambda _row: self.apply_filter())
        form.expand_button.clicked.connect(self._toggle_expansion)

    def _build_splitter(self) -> None:
        splitter = self.form.splitter
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([706, 428])
        kept = self.context.settings.state(_SPLITTER)
        if kept is not None:
            splitter.restoreState(kept)
        splitter.splitterMoved.connect(
            lambda *_where: self.context.settings.keep_state(_SPLITTER, splitter.saveState())
        )

    def _lay_out(self) -> None:
        header = self.form.tree_view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(INTITULE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        code = self.context.plan.code
        if not code:
            self._on_racine(None)
            return
        if changes is None or changes & {Change.PLANS, Change.JOURNAL}:
            work = partial(_read, self.context.services, code, self.context.today())
            self.ask(work, self._on_racine)
        suivis = partial(self.context.services.indicateurs.suivis, code, self.context.today())
        self.ask(suivis, self._on_suivis)

    def _on_racine(self, racine: Noeud | None) -> None:
        code = racine.code if racine else ""
        if code and code != self.context.plan.code:
            return  # The answer to a question asked before the plan was switched.
        opened = self._expanded() if code == self._shown_plan else None
        current = self.current()
        key = (current.genre, current.code) if current else None
        if self.model.set_racine(racine):
            self._restore(opened, key if code == self._shown_plan else None)
        self._shown_plan = code
        self._show_stack()
        self._fulfil_wish()
        self.detail.show_noeud(self.current())

    def _on_suivis(self, suivis: Sequence[SuiviIndicateur]) -> None:
        self.detail.set_suivis(suivis)
        self.detail.show_noeud(self.current())

    def _restore(
        self, opened: set[tuple[Genre, str]] | None, key: tuple[Genre, str] | None
    ) -> None:
        """Unfold what was, or the plan down to its actions on the first visit."""
        tree = self.form.tree_view
        if opened is None:
            tree.expandToDepth(2)
        else:
            self._expand(opened)
        noeud = (self.model.noeud(*key) if key else None) or self.model.racine
        if noeud is not None:
            self._select(noeud)

    def current(self) -> Noeud | None:
        """Return the node chosen in the tree."""
        noeud = self.form.tree_view.currentIndex().data(ROW_ROLE)
        return noeud if isinstance(noeud, Noeud) else None

    def _on_current(self, index: QModelIndex) -> None:
        self.detail.show_noeud(self.current())

    def _on_edit(self, index: QModelIndex) -> None:
        noeud = index.data(ROW_ROLE)
        if isinstance(noeud, Noeud) and noeud.genre in (Genre.ACTION, Genre.MESURE):
            self.detail.edit_statut()

    def _select(self, noeud: Noeud) -> None:
        tree = self.form.tree_view
        index = self.filter.mapFromSource(self.model.index_of(noeud))
        if not index.isValid() and self.filter.active:
            self._clear_filter()
            index = self.filter.mapFromSource(self.model.index_of(noeud))
        flags = (
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows
        )
        tree.selectionModel().setCurrentIndex(index, flags)
        tree.scrollTo(index)

    # -- ticking

    def toggle(self, objet: object) -> None:
        """Tick or untick a mesure, or an action that has none."""
        if isinstance(objet, ActionDetails) and objet.mesures:
            self.context.notify("Cochez les mesures de l’action une à une.")
            return
        if not isinstance(objet, ActionDetails | MesureDetails):
            return
        if objet.statut is Statut.REALISEE:
            statut = self._unticked.pop(objet.code, Statut.EN_COURS)
            self._record(Coche(objet.code, statut, None, objet.note))
        else:
            self._unticked[objet.code] = objet.statut
            done = Coche(objet.code, Statut.REALISEE, self.context.today(), objet.note)
            self._record(done)

    def _record_form(self, coche: Coche) -> None:
        self._record(coche, from_form=True)

    def _record(self, coche: Coche, *, from_form: bool = False) -> None:
        work = partial(
            self.context.services.plans.tick,
            self._shown_plan,
            coche.code,
            coche.on,
            coche.statut,
            coche.note,
        )
        on_error = self.detail.refuse if from_form else self.fail
        self.ask(work, lambda _details: self._on_recorded(coche, from_form), on_error)

    def _on_recorded(self, coche: Coche, from_form: bool) -> None:
        if from_form:
            # Done with the fields: Ctrl+Z now puts the step back, not the words typed in them.
            self.form.tree_view.setFocus()
        day = f" le {format_date(coche.on)}" if coche.on else ""
        word = STATUTS[coche.statut].texte.lower()
        self.context.notify(f"{coche.code}{NBSP}: {word}{day}")

    @override
    def fail(self, error: Exception) -> None:
        # A box that was clicked must show again what is stored.
        self.form.tree_view.viewport().update()
        super().fail(error)

    # -- filter

    def apply_filter(self) -> None:
        """Show what matches the words and the state, unfolded."""
        self._debounce.stop()
        was_active = self.filter.active
        noeud = self.current()
        if not was_active:
            self._before_filter = self._expanded()
        etat = _FILTRES[self.form.etat_combo.currentIndex()]
        self.filter.set_filter(self.form.filter_edit.text(), etat)
        if self.filter.active:
            self.form.tree_view.expandAll()
        elif was_active and self._before_filter is not None:
            self.form.tree_view.collapseAll()
            self._expand(self._before_filter)
        if noeud and self.filter.mapFromSource(self.model.index_of(noeud)).isValid():
            self._select(noeud)
        self._show_stack()

    def _clear_filter(self) -> None:
        self.form.filter_edit.clear()
        self.form.etat_combo.setCurrentIndex(0)
        self.apply_filter()

    def _show_stack(self) -> None:
        form = self.form
        empty = self.model.racine is None
        nothing = self.filter.rowCount() == 0
        page = self.no_plan if empty else self.no_match if nothing else form.tree_page
        form.tree_stack.setCurrentWidget(page)
        self.detail.setVisible(not empty)
        form.count_label.setText(self._count() if not empty else "")

    def _count(self) -> str:
        shown = sum(noeud.genre is Genre.ACTION for noeud in self._visible())
        total = sum(noeud.genre is Genre.ACTION for noeud in self._noeuds())
        words = f"{shown} action{'s' if shown > 1 else ''}"
        return words if shown == total else f"{words} sur {total}"

    def _noeuds(self) -> list[Noeud]:
        return list(self.model.racine.parcours()) if self.model.racine else []

    def _visible(self) -> list[Noeud]:
        found: list[Noeud] = []
        pending = [QModelIndex()]
        while pending:
            parent = pending.pop()
            for row in range(self.filter.rowCount(parent)):
                index = self.filter.index(row, 0, parent)
                found.append(index.data(ROW_ROLE))
                pending.append(index)
        return found

    # -- expansion

    def _expanded(self) -> set[tuple[Genre, str]]:
        tree = self.form.tree_view
        return {
            (noeud.genre, noeud.code)
            for noeud in self._noeuds()
            if tree.isExpanded(self.filter.mapFromSource(self.model.index_of(noeud)))
        }

    def _expand(self, keys: set[tuple[Genre, str]]) -> None:
        for key in keys:
            noeud = self.model.noeud(*key)
            if noeud is not None:
                index = self.filter.mapFromSource(self.model.index_of(noeud))
                self.form.tree_view.setExpanded(index, True)

    def _toggle_expansion(self) -> None:
        tree, noeud = self.form.tree_view, self.current()
        if self.form.expand_button.isChecked():
            tree.expandAll()
        else:
            tree.collapseAll()
            tree.expandToDepth(2)
            if noeud is not None and noeud.genre is Genre.MESURE:
                noeud = noeud.parent
        if noeud is not None:
            self._select(noeud)

    # -- what the window asks

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind == "etat":
            # A figure of the dashboard: the rows behind it.
            self.form.filter_edit.clear()
            self.form.etat_combo.setCurrentIndex(_FILTRES.index(EtatEcheance(code)))
            self._wish = None
            return True
        self._wish = (kind, code)
        return self._shown_plan != self.context.plan.code or self._fulfil_wish()

    def _fulfil_wish(self) -> bool:
        """Go to the object asked for, once its plan is there."""
        if self._wish is None:
            return False
        kind, code = self._wish
        # A remark is found under the code of what it is about, whatever that is.
        genres = sorted(Genre, key=lambda genre: genre.value != kind)
        found = (self.model.noeud(genre, code) for genre in genres)
        noeud = next((noeud for noeud in found if noeud), None)
        if noeud is None:
            return False
        self._wish = None
        self._select(noeud)
        return True

    @override
    def focus_filter(self) -> None:
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    @override
    def focus_first(self) -> None:
        self._focus_tree()

    def _focus_tree(self) -> None:
        self._debounce.stop()
        self.apply_filter()
        self.form.tree_view.setFocus()

    @override
    def go_back(self) -> bool:
        if self.detail.isAncestorOf(self.window().focusWidget()):
            self.form.tree_view.setFocus()
            return True
        if self.filter.active:
            self._clear_filter()
            return True
        return False

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.form.filter_edit, self.form.tree_view, self.detail.form.tabs)


def _filtre(etat: EtatEcheance | Statut | None) -> str:
    if etat is None:
        return "Tous les états"
    shown = ETATS[etat] if isinstance(etat, EtatEcheance) else STATUTS[etat]
    return f"{shown.forme.value}{NBSP}{NBSP}{shown.texte}"
