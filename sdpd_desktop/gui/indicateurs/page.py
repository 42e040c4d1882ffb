"""The « Indicateurs » screen: the value grid beside the detail of the current cell."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import ConfirmationError, UserError
from sdpd_desktop.domain.grille import Axe, Grille, Repere, ResultatSaisie, SaisieCellule, VueGrille
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_indicateurs_page import Ui_IndicateursPage
from sdpd_desktop.gui.indicateurs import phrases
from sdpd_desktop.gui.indicateurs.barre import VueBar
from sdpd_desktop.gui.indicateurs.choix import lire_annees
from sdpd_desktop.gui.indicateurs.contenu import Contenu
from sdpd_desktop.gui.indicateurs.detail import IndicateursDetail
from sdpd_desktop.gui.indicateurs.gestes import Gestes, nommer
from sdpd_desktop.gui.indicateurs.ssmsi import FICHIERS
from sdpd_desktop.gui.indicateurs.table import GrilleTable
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.widgets.message_bar import Tone

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
        self._plan: PlanDetails | None = None
        self._shown_plan = ""
        self._wish = ""
        self._a_saisir: frozenset[str] = frozenset()
        self.table = GrilleTable(context.settings, context.today)
        self.form.grid_layout.addWidget(self.table)
        self.detail = IndicateursDetail(context)
        self.form.splitter.addWidget(self.detail)
        self.bar = VueBar(self.form, self)
        self.gestes = Gestes(context, self.table.view, self)
        self.contenu = Contenu(self.form, context, self)
        self._build_bar()
        self._build_splitter()
        self._connect_grid()

    def _build_bar(self) -> None:
        form = self.form
        for button, icon in (
            (form.a_saisir_button, "pencil"),
            (form.comparer_button, "git-compare"),
            (form.valeurs_button, "list-check"),
            (form.periodes_button, "lock"),
            (form.importer_button, "database-import"),
            (form.columns_button, "columns-3"),
        ):
            icons.dress(button, icon)
        form.valeurs_button.setMenu(self.gestes.menu_valeurs(form.valeurs_button))
        form.periodes_button.setMenu(self.gestes.menu_periodes(form.periodes_button))
        self._dress_columns()
        self.table.axe_changed.connect(self._dress_columns)
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.apply_filter)
        form.filter_edit.textChanged.connect(lambda _text: self._debounce.start())
        form.filter_edit.returnPressed.connect(self._leave_filter)
        form.a_saisir_button.toggled.connect(self._on_a_saisir)
        form.comparer_button.toggled.connect(self._on_comparer)
        form.importer_button.clicked.connect(self._choose_table)
        self.contenu.ssmsi_closed.connect(self._close_pane)
        self.contenu.reglages_closed.connect(self._on_reglages_closed)
        self.contenu.filter_cleared.connect(self._clear_filter)
        self.contenu.first_asked.connect(self.new_object)
        self.contenu.shown.connect(self.bar.set_enabled)
        self.bar.changed.connect(self._load)

    def _dress_columns(self) -> None:
        """Let the button choose among the columns of the list shown."""
        button = self.form.columns_button
        if (menu := button.menu()) is not None:
            menu.deleteLater()
        button.setMenu(self.table.listing.memory.menu(button))

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
        self.detail.confirm_asked.connect(self.gestes.confirmer.trigger)
        self.detail.reglages_asked.connect(self.open_reglages)
        self.detail.nouveau_asked.connect(self.new_object)
        self.table.reglages_asked.connect(self.open_reglages)
        self.form.message_bar.activated.connect(self._go_to_invalid)

    # -- loading

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        code = self.context.plan.code
        if not code:
            self._grille = None
            self.contenu.oublier()
            self.form.comparer_button.setChecked(False)
            self._show_stack()
            return
        if code != self._shown_plan:
            services, today = self.context.services, self.context.today()
            self.ask(partial(services.plans.details, code), self._on_plan)
            self.ask(partial(services.indicateurs.suivis, code, today), self._on_suivis)
        elif self._grille is not None and changes is not None:
            self._read(self._grille.vue, self.table.view.cellules.grille)
        else:
            self._load()
        if changes is not None and self.form.comparer_button.isChecked():
            self.contenu.comparaison.recharger()

    def _on_plan(self, plan: PlanDetails) -> None:
        self._plan = plan
        self.form.a_saisir_button.setChecked(False)
        self.form.comparer_button.setChecked(False)
        self.contenu.oublier()

    def _on_suivis(self, suivis: Sequence[SuiviIndicateur]) -> None:
        """Choose the years that say something: those of the plan and of its values."""
        if self._plan is None or self._plan.code != self.context.plan.code:
            return
        self._shown_plan = self._plan.code
        self.table.view.cellules.oublier()
        self.bar.commencer(lire_annees(self._plan, suivis, self.context.today()))
        self._load()

    def _load(self) -> None:
        if self._shown_plan:
            self._read(self.bar.vue(), None)

    def _read(self, vue: VueGrille, depuis: Grille | None) -> None:
        lire = self.context.services.grilles.lire
        self.ask(partial(lire, self._shown_plan, vue, depuis), self._on_grille)

    def _on_grille(self, grille: Grille) -> None:
        if grille.plan != self.context.plan.code:
            return  # The plan was switched meanwhile; its own grid is on the way.
        if grille.partielle:
            if self._grille is not None and grille.vue == self._grille.vue:
                self.table.completer(grille)
            return
        self._grille = grille
        self.bar.set_grille(grille)
        self.table.set_grille(grille, self._rows(grille))
        self._show_stack()
        if self._wish and self.table.go_to(self._wish):
            self._wish = ""

    # -- filter

    def _on_a_saisir(self, checked: bool) -> None:
        """Ask once which rows: they stay while one types, also those that are now filled."""
        if checked:
            self.form.comparer_button.setChecked(False)
            self.bar.montrer_indicateurs()
            board = self.context.services.tableau_de_bord
            work = partial(board.content, self.context.plan.code, self.context.today())
            self.ask(work, self._on_a_saisir_known)
        else:
            self.apply_filter()

    def _on_a_saisir_known(self, board: TableauDeBord) -> None:
        self._a_saisir = frozenset(indicateur.code for indicateur in board.a_saisir)
        self.apply_filter()

    def _choose_table(self) -> None:
        """Ask for a table of the SSMSI, and show what it holds in place of the grid."""
        title = "Importer des données du SSMSI"
        paths = self.context.prompts.choose_files(self, title, FICHIERS)
        if paths:
            self.contenu.mettre_devant(self.contenu.ssmsi)
            self.contenu.ssmsi.ouvrir(paths[0])
            self.contenu.ssmsi.form.fermer_button.setFocus()

    def _close_pane(self) -> None:
        self.contenu.mettre_devant(None)
        self.table.setFocus()

    def open_reglages(self, code: str) -> None:
        """Show the settings of an indicator in place of the grid."""
        self.contenu.mettre_devant(self.contenu.reglages)
        self.contenu.reglages.ouvrir(code)

    def _on_reglages_closed(self, code: str) -> None:
        self._close_pane()
        if code:
            self.open_object("indicateur", code, None)

    @override
    def new_object(self) -> bool:
        if not self._shown_plan or not self.contenu.peut_quitter():
            return False
        cell = self.table.current()
        self.contenu.mettre_devant(self.contenu.reglages)
        self.contenu.reglages.nouveau(cell.indicateur.parent if cell else self._shown_plan)
        return True

    def _on_comparer(self, checked: bool) -> None:
        """Compare instead of typing, over the period of the current cell."""
        self.contenu.oublier()
        if checked and self._grille is not None:
            self.form.a_saisir_button.setChecked(False)
            cell = self.table.current()
            self.contenu.comparaison.montrer(
                self._grille, cell.periode if cell else self._grille.fixe[1]
            )
        self.apply_filter()

    def apply_filter(self) -> None:
        """Show the rows with all the words, and only those to enter when asked."""
        self._debounce.stop()
        if self._grille is not None:
            self.table.set_lignes(self._rows(self._grille))
            self.contenu.comparaison.filtrer(self.form.filter_edit.text())
            self._show_stack()

    def _rows(self, grille: Grille) -> list[Repere]:
        words = search_key(self.form.filter_edit.text()).split()
        only = self._a_saisir if self.form.a_saisir_button.isChecked() else None
        return [
            row
            for row in grille.lignes
            if (only is None or row.axe is not Axe.INDICATEUR or row.part in only)
            and _matches(row, words)
        ]

    def _show_stack(self) -> None:
        self.contenu.montrer()
        rows = self.table.view.cellules.rowCount()
        self.detail.setVisible(self.contenu.montrer_grille(self._grille, rows))

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
            nommer("saisir", saisies, self._grille),
        )
        self.ask(work, self._on_recorded, partial(self._on_refused, saisies))

    def _on_recorded(self, resultats: Sequence[ResultatSaisie]) -> None:
        self.table.view.cellules.recevoir(resultats)
        stored = sum(resultat.observation is not None for resultat in resultats)
        if stored:
            self.context.notify(phrases.valeurs(stored, "enregistrée"))

    def _on_refused(self, saisies: Sequence[SaisieCellule], error: Exception) -> None:
        """Keep what was typed when nothing could be stored, a locked database for one."""
        if isinstance(error, UserError):
            self.table.view.cellules.renoncer(saisies, str(error))
        else:
            report(error)

    def _say_invalid(self, faulty: int, doubtful: int) -> None:
        text = phrases.attente(faulty, doubtful)
        if text:
            tone = Tone.ERREUR if faulty else Tone.INFO
            self.form.message_bar.show_message(text, tone, "Montrer")
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

    def _erase(self, indexes: Sequence[QModelIndex], *, confirme: bool = False) -> None:
        cellules = self.table.view.cellules
        cellules.abandonner(indexes)
        emptied = cellules.saisies([(index, "") for index in indexes])
        if emptied:
            effacer = self.context.services.indicateurs.effacer
            work = partial(effacer, self._shown_plan, emptied, confirme=confirme)
            again = partial(self._erase, indexes, confirme=True)
            self.ask(work, self._on_erased, partial(self._on_not_erased, again))

    def _on_not_erased(self, again: Callable[[], None], error: Exception) -> None:
        """Ask before a validated value is erased; say any other refusal above the page."""
        if not isinstance(error, ConfirmationError):
            self.fail(error)
        elif self.context.prompts.confirm(self, str(error), action="Effacer quand même"):
            again()

    def _on_erased(self, count: int) -> None:
        self.context.notify(phrases.valeurs(count, "effacée"))

    def _count_selection(self) -> None:
        cells = [self.table.view.cellules.cellule(i) for i in self.table.view.selectedIndexes()]
        self.form.selection_label.setText(phrases.somme([cell for cell in cells if cell]))

    # -- what the window asks

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if not self.contenu.peut_quitter():
            return True
        if kind == "a_saisir":
            self.form.filter_edit.clear()
            self.form.a_saisir_button.setChecked(True)
            return True
        self._clear_filter_quietly()
        self.form.comparer_button.setChecked(False)
        self.contenu.oublier()
        self.bar.montrer_indicateurs()
        self._wish = code
        if self._shown_plan != self.context.plan.code or self._grille is None:
            return True
        if self._grille.vue.lignes is not Axe.INDICATEUR:
            return True
        self.apply_filter()
        if self.table.go_to(code):
            self._wish = ""
        return not self._wish

    @override
    def leave_plan(self) -> bool:
        if not self.contenu.peut_quitter():
            return False
        self.contenu.oublier()
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
        if self.contenu.quitter():
            return True
        if self.table.view.hasFocus():
            return False
        self.table.setFocus()
        return True

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.form.filter_edit, self.table.view, self.detail.form.tabs)


def _matches(row: Repere, words: Sequence[str]) -> bool:
    text = search_key(f"{row.court} {row.part if isinstance(row.part, str) else ''} {row.libelle}")
    return all(word in text for word in words)
