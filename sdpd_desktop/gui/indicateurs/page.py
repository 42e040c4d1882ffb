"""The « Indicateurs » screen: the value grid beside the detail of the current cell."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.grille import Grille, GrilleLigne, ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import NBSP, search_key
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_indicateurs_page import Ui_IndicateursPage
from sdpd_desktop.gui.indicateurs.choix import lire_annees, territoires_de
from sdpd_desktop.gui.indicateurs.detail import IndicateursDetail
from sdpd_desktop.gui.indicateurs.modele import Cellule
from sdpd_desktop.gui.indicateurs.table import GrilleTable
from sdpd_desktop.gui.labels import ZONES
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.message_bar import Tone

_TYPES = {
    TypePeriode.ANNEE: "Années",
    TypePeriode.SEMESTRE: "Semestres",
    TypePeriode.TRIMESTRE: "Trimestres",
    TypePeriode.MOIS: "Mois",
}
_DEBOUNCE_MS = 150
_SPLITTER = "indicateurs/volets"


class IndicateursPage(Page):
    """Types, pastes and empties values; what cannot be stored stays where it was typed."""

    titre = "Indicateurs"
    concerned = frozenset({Change.INDICATEURS, Change.PLANS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_IndicateursPage()
        self.form.setupUi(self)
        self._grille: Grille | None = None
        self._shown_plan = ""
        self._wish = ""
        self._a_saisir: frozenset[str] = frozenset()
        self.table = GrilleTable(context.settings, context.today)
        self.form.grid_layout.addWidget(self.table)
        self.detail = IndicateursDetail(context)
        self.form.splitter.addWidget(self.detail)
        self._build_empty()
        self._build_bar()
        self._build_splitter()
        self._connect_grid()

    def _build_empty(self) -> None:
        self.no_match = EmptyState(
            "filter",
            "Aucun indicateur ne correspond",
            "Changez les mots du filtre.",
            "Effacer le filtre",
        )
        self.no_match.activated.connect(self._clear_filter)
        self.no_plan = EmptyState(
            "chart-line",
            "Aucun indicateur à suivre",
            "Ce plan n’en a pas. Choisissez un autre plan, ou installez-en un dans Paramètres.",
            "Ouvrir les paramètres",
        )
        self.no_plan.activated.connect(lambda: self.context.navigate(Link("parametres")))
        self.form.grid_stack.addWidget(self.no_match)
        self.form.grid_stack.addWidget(self.no_plan)

    def _build_bar(self) -> None:
        form = self.form
        for type_, words in _TYPES.items():
            form.type_combo.addItem(words, type_)
        for zone in (Zone.ENSEMBLE, Zone.POLICE, Zone.GENDARMERIE, Zone.AUTRE):
            form.zone_combo.addItem(ZONES[zone], zone)
        icons.dress(form.a_saisir_button, "pencil")
        icons.dress(form.columns_button, "columns-3")
        form.columns_button.setMenu(self.table.listing.memory.menu(form.columns_button))
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.apply_filter)
        form.filter_edit.textChanged.connect(lambda _text: self._debounce.start())
        form.filter_edit.returnPressed.connect(self._leave_filter)
        form.a_saisir_button.toggled.connect(self._on_a_saisir)
        for combo in (form.type_combo, form.zone_combo, form.territoire_combo):
            combo.currentIndexChanged.connect(lambda _row: self._load())
        form.debut_spin.valueChanged.connect(self._on_debut)
        form.fin_spin.valueChanged.connect(self._on_fin)
        form.territoire_combo.hide()

    def _build_splitter(self) -> None:
        splitter = self.form.splitter
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setSizes([846, 290])
        kept = self.context.settings.state(_SPLITTER)
        if kept is not None:
            splitter.restoreState(kept)
        splitter.splitterMoved.connect(
            lambda *_where: self.context.settings.keep_state(_SPLITTER, splitter.saveState())
        )

    def _connect_grid(self) -> None:
        view = self.table.view
        view.cellules.typed.connect(self._record)
        view.cellules.invalides_changed.connect(self._say_invalid)
        view.erase_asked.connect(self._erase)
        view.said.connect(self.context.notify)
        view.selectionModel().selectionChanged.connect(lambda *_what: self._count_selection())
        self.table.current_changed.connect(self.detail.show_cellule)
        self.form.message_bar.activated.connect(self._go_to_invalid)

    # -- loading

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        code = self.context.plan.code
        if not code:
            self._grille = None
            self.form.grid_stack.setCurrentWidget(self.no_plan)
            self.detail.hide()
            return
        if code != self._shown_plan:
            services, today = self.context.services, self.context.today()
            self.ask(partial(services.plans.details, code), self._on_plan)
            self.ask(partial(services.indicateurs.suivis, code, today), self._on_suivis)
            self.ask(services.partenaires.territoires, self._on_territoires)
        else:
            self._load()

    def _on_plan(self, plan: PlanDetails) -> None:
        self._plan = plan
        self.form.a_saisir_button.setChecked(False)

    def _on_suivis(self, suivis: Sequence[SuiviIndicateur]) -> None:
        """Choose the years that say something: those of the plan and of its values."""
        first, last = lire_annees(self._plan, suivis, self.context.today())
        for spin, value in ((self.form.debut_spin, first), (self.form.fin_spin, last)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)

    def _on_territoires(self, rows: Sequence[TerritoireSummary]) -> None:
        if self._plan.code != self.context.plan.code:
            return
        self._shown_plan = self._plan.code
        self.table.view.cellules.oublier()
        self.detail.set_territoires({row.code: row.nom for row in rows})
        combo = self.form.territoire_combo
        combo.blockSignals(True)
        combo.clear()
        for code, nom in territoires_de(self._plan, rows):
            combo.addItem(nom, code)
        combo.setVisible(combo.count() > 1)
        combo.blockSignals(False)
        self._load()

    def _load(self) -> None:
        form = self.form
        work = partial(
            self.context.services.indicateurs.grille,
            self.context.plan.code,
            TypePeriode(form.type_combo.currentData()),
            form.debut_spin.value(),
            form.fin_spin.value(),
            Zone(form.zone_combo.currentData()),
            str(form.territoire_combo.currentData() or ""),
        )
        self.ask(work, self._on_grille)

    def _on_grille(self, grille: Grille) -> None:
        if self._shown_plan != self.context.plan.code:
            return  # The plan was switched meanwhile; its own grid is on the way.
        self._grille = grille
        self.detail.show()
        self.apply_filter()
        if self._wish and self.table.go_to(self._wish):
            self._wish = ""

    def _on_debut(self, year: int) -> None:
        if year > self.form.fin_spin.value():
            self.form.fin_spin.setValue(year)
        else:
            self._load()

    def _on_fin(self, year: int) -> None:
        if year < self.form.debut_spin.value():
            self.form.debut_spin.setValue(year)
        else:
            self._load()

    # -- filter

    def _on_a_saisir(self, checked: bool) -> None:
        """Ask once which rows: they stay while one types, also those that are now filled."""
        if checked:
            board = self.context.services.tableau_de_bord
            work = partial(board.content, self.context.plan.code, self.context.today())
            self.ask(work, self._on_a_saisir_known)
        else:
            self.apply_filter()

    def _on_a_saisir_known(self, board: TableauDeBord) -> None:
        self._a_saisir = frozenset(indicateur.code for indicateur in board.a_saisir)
        self.apply_filter()

    def apply_filter(self) -> None:
        """Show the rows with all the words, and only those to enter when asked."""
        self._debounce.stop()
        if self._grille is None:
            return
        words = search_key(self.form.filter_edit.text()).split()
        only = self._a_saisir if self.form.a_saisir_button.isChecked() else None
        rows = [
            row
            for row in self._grille.lignes
            if (only is None or row.indicateur.code in only) and _matches(row, words)
        ]
        form = self.form
        self.table.set_grille(self._grille, rows)
        empty = self.no_match if self._grille.lignes else self.no_plan
        form.grid_stack.setCurrentWidget(form.grid_page if rows else empty)

    def _clear_filter(self) -> None:
        self.form.filter_edit.clear()
        self.form.a_saisir_button.setChecked(False)
        self.apply_filter()

    def _leave_filter(self) -> None:
        self.apply_filter()
        self.table.setFocus()

    # -- storing

    def _record(self, saisies: list[SaisieCellule]) -> None:
        work = partial(
            self.context.services.indicateurs.record_many,
            self._shown_plan,
            saisies,
            self._command(saisies),
        )
        self.ask(work, self._on_recorded, partial(self._on_refused, saisies))

    def _command(self, saisies: Sequence[SaisieCellule]) -> str:
        """Name the gesture for the journal and for « Annuler »."""
        if len(saisies) > 1:
            return f"saisir {len(saisies)} valeurs"
        saisie = saisies[0]
        row = self.table.view.cellules.row_of(saisie.indicateur)
        lignes = self.table.view.cellules.lignes
        name = lignes[row].indicateur.chiffre if row >= 0 else saisie.indicateur
        return f"saisir {name} · {saisie.periode.libelle}"

    def _on_recorded(self, resultats: Sequence[ResultatSaisie]) -> None:
        self.table.view.cellules.recevoir(resultats)
        stored = sum(resultat.observation is not None for resultat in resultats)
        if stored:
            plural = "s" if stored > 1 else ""
            self.context.notify(f"{stored} valeur{plural} enregistrée{plural}")

    def _on_refused(self, saisies: Sequence[SaisieCellule], error: Exception) -> None:
        """Keep what was typed when nothing could be stored, a locked database for one."""
        if isinstance(error, UserError):
            self.table.view.cellules.renoncer(saisies, str(error))
        else:
            report(error)

    def _say_invalid(self, count: int) -> None:
        if count:
            plural = "s" if count > 1 else ""
            text = (
                f"{count} cellule{plural} à corriger{NBSP}: le texte tapé est gardé, en rouge. "
                "Échap y renonce."
            )
            self.form.message_bar.show_message(text, Tone.ERREUR, "Montrer")
        else:
            self.form.message_bar.clear()

    def _go_to_invalid(self) -> None:
        index = self.table.view.cellules.find_invalide()
        if not index.isValid():
            self._clear_filter()
            index = self.table.view.cellules.find_invalide()
        if index.isValid():
            self.table.view.go(index)
            self.table.setFocus()

    def _erase(self, indexes: Sequence[QModelIndex]) -> None:
        cellules = self.table.view.cellules
        cellules.abandonner(indexes)
        emptied = cellules.saisies([(index, "") for index in indexes])
        if emptied:
            erase = self.context.services.indicateurs.effacer
            self.ask(partial(erase, self._shown_plan, emptied), self._on_erased)

    def _on_erased(self, count: int) -> None:
        plural = "s" if count > 1 else ""
        self.context.notify(f"{count} valeur{plural} effacée{plural}")

    def _count_selection(self) -> None:
        cells = [self.table.view.cellules.cellule(i) for i in self.table.view.selectedIndexes()]
        self.form.selection_label.setText(_summary([cell for cell in cells if cell]))

    # -- what the window asks

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind == "a_saisir":
            self.form.filter_edit.clear()
            self.form.a_saisir_button.setChecked(True)
            return True
        self._clear_filter_quietly()
        self._wish = code
        if self._shown_plan == self.context.plan.code and self._grille is not None:
            self.apply_filter()
            if self.table.go_to(code):
                self._wish = ""
                return True
            return False
        return True

    def _clear_filter_quietly(self) -> None:
        self.form.filter_edit.clear()
        self.form.a_saisir_button.setChecked(False)

    @override
    def focus_filter(self) -> None:
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    @override
    def focus_first(self) -> None:
        self.table.setFocus()

    @override
    def go_back(self) -> bool:
        if self.table.view.hasFocus():
            return False
        self.table.setFocus()
        return True

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.form.filter_edit, self.table.view, self.detail.form.tabs)


def _matches(row: GrilleLigne, words: Sequence[str]) -> bool:
    indicateur = row.indicateur
    text = search_key(f"{indicateur.reference} {indicateur.code} {indicateur.titre}")
    return all(word in text for word in words)


def _summary(cells: Sequence[Cellule]) -> str:
    """Return what a spreadsheet says of a selection; nothing for one cell."""
    if len(cells) < 2:
        return ""
    values = [c.observation.valeur for c in cells if c.observation and c.observation.valeur]
    text = f"{len(cells)} cellules"
    units = {cell.ligne.indicateur.unite for cell in cells}
    # Adding up percentages, or cameras and beds, would mean nothing.
    if values and len(units) == 1 and units.isdisjoint({"%", "jalon"}):
        text += f" · somme{NBSP}: {format_nombre(sum(values))}"
    return text
