"""The detail pane: everything about the object chosen in the tree."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.journal import ChangementSummary
from sdpd_desktop.domain.plan import (
    ActionDetails,
    AxeDetails,
    EtatEcheance,
    MesureDetails,
    PlanDetails,
)
from sdpd_desktop.domain.texte import NBSP, natural_key
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_strategie_detail import Ui_StrategieDetail
from sdpd_desktop.gui.indicateurs.presentation import tendance
from sdpd_desktop.gui.labels import ETATS, ROLES, Badge
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.provenance.fenetre import last_stored, open_mesure, open_value
from sdpd_desktop.gui.strategie.meteo import MeteoForm
from sdpd_desktop.gui.strategie.modele import libelle
from sdpd_desktop.gui.strategie.noeuds import Genre, Noeud
from sdpd_desktop.gui.strategie.onglets import (
    listing_echeances,
    listing_financements,
    listing_historique,
    listing_indicateurs,
    quand,
    quoi,
)
from sdpd_desktop.gui.strategie.remarques import html
from sdpd_desktop.gui.strategie.saisie import StatutForm
from sdpd_desktop.gui.widgets.badge import StateBadge
from sdpd_desktop.gui.widgets.message_bar import Tone


class StrategieDetail(QFrame):
    """Shows a node; a mesure is shown within its action.

    Signals:
        tick_asked: The :class:`MesureDetails` whose box was clicked.
        submitted: A :class:`~sdpd_desktop.gui.strategie.saisie.Coche` to record.
        node_asked: A :class:`Noeud` to select in the tree.
    """

    tick_asked = Signal(object)
    submitted = Signal(object)
    node_asked = Signal(object)
    _ready = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._noeud: Noeud | None = None
        self._mesure = ""
        self._suivis: Sequence[SuiviIndicateur] = ()
        self.form = Ui_StrategieDetail()
        self.form.setupUi(self)
        self.form.detail_layout.addStretch(0)
        self.form.tabs.tabBar().setDrawBase(False)
        self.state_badge = StateBadge()
        self.form.state_layout.insertWidget(0, self.state_badge)
        settings = context.settings
        self.echeances = listing_echeances(settings, self)
        self.form.synthese_layout.addWidget(self.echeances, 1)
        self.indicateurs = listing_indicateurs(settings, self)
        self.form.indicateurs_layout.insertWidget(0, self.indicateurs, 1)
        self.financements = listing_financements(settings, self)
        self.form.financement_layout.addWidget(self.financements)
        self.historique = listing_historique(settings, self)
        self.form.historique_layout.insertWidget(0, self.historique, 1)
        self.statut_form = StatutForm(self.form, self)
        self.meteo_form = MeteoForm(context, self.form, self)
        icons.dress(self.form.saisir_button, "pencil")
        icons.dress(self.form.provenance_button, "file-spreadsheet")
        icons.dress(self.form.origine_button, "file-spreadsheet")
        icons.dress(self.form.annuler_button, "arrow-back-up")
        self._connect()
        self._ready = True
        self.show_noeud(None)

    def _connect(self) -> None:
        form = self.form
        self.statut_form.submitted.connect(self.submitted)
        form.mesures_view.tick_asked.connect(self.tick_asked)
        form.mesures_view.chosen.connect(self._on_mesure)
        form.mesures_view.edit_asked.connect(self.statut_form.edit)
        form.tabs.currentChanged.connect(self._load_tab)
        form.saisir_button.clicked.connect(self._open_grid)
        form.provenance_button.clicked.connect(self._open_provenance)
        form.origine_button.clicked.connect(self._open_origine)
        form.annuler_button.clicked.connect(self._undo)
        self.echeances.opened.connect(self.node_asked)
        self.indicateurs.chosen.connect(self._on_indicateur)
        self.indicateurs.opened.connect(lambda _row: self._open_grid())
        self.historique.chosen.connect(self._on_changement)

    def set_suivis(self, suivis: Sequence[SuiviIndicateur]) -> None:
        """Take the indicators of the plan, with their latest values."""
        self._suivis = suivis
        self._fill_indicateurs()

    def show_noeud(self, noeud: Noeud | None) -> None:
        """Show a node, or the same one reloaded."""
        same = self._noeud is noeud
        self._noeud = noeud
        self.form.tabs.setVisible(noeud is not None)
        if noeud is None:
            self._fill_header(None)
            return
        shown = noeud.parent if noeud.genre is Genre.MESURE else noeud
        assert shown is not None
        self._mesure = noeud.code if noeud.genre is Genre.MESURE else ""
        self._fill_header(shown)
        self._fill_tabs(shown)
        if not same:
            self.form.message_bar.clear()
        self._load_tab()

    def edit_statut(self) -> None:
        """Put the focus in the form that sets a status."""
        self.form.tabs.setCurrentWidget(self.form.avancement_tab)
        self.statut_form.edit()

    def refuse(self, error: Exception) -> None:
        """Say why the status was not recorded."""
        if isinstance(error, UserError):
            self.statut_form.refuse(error)
        else:
            report(error)

    def _fill_header(self, noeud: Noeud | None) -> None:
        form = self.form
        above = noeud.lignee()[1:-1] if noeud else ()
        crumbs = [n.code if n.genre is not Genre.AXE else n.titre for n in above]
        form.breadcrumb_label.setText(" › ".join(crumbs))
        form.breadcrumb_label.setVisible(bool(crumbs))
        form.title_label.setText(libelle(noeud) if noeud else "Choisissez une ligne de l’arbre.")
        self.state_badge.set_badge(self._badge(noeud) if noeud else None)
        due = _due(noeud) if noeud else ""
        form.due_label.setText(due)
        form.due_label.setVisible(bool(due))
        words = _engagements(noeud)
        form.responsables_label.setText(words)
        form.responsables_label.setVisible(bool(words))

    def _badge(self, noeud: Noeud) -> Badge | None:
        """Return the state, saying by how much what is late is late."""
        if noeud.etat is not EtatEcheance.EN_RETARD or noeud.echeance is None:
            return noeud.badge
        days = (self._context.today() - noeud.echeance).days
        late = ETATS[EtatEcheance.EN_RETARD]
        return Badge(f"En retard de {days} jour{'s' if days > 1 else ''}", late.ton, late.forme)

    def _fill_tabs(self, noeud: Noeud) -> None:
        form, action = self.form, noeud.objet
        tabs = form.tabs
        is_action = isinstance(action, ActionDetails)
        first = form.avancement_tab if is_action else form.synthese_tab
        # Hiding the tab in front would put another in its place.
        if tabs.currentWidget() in (form.avancement_tab, form.synthese_tab):
            tabs.setTabVisible(tabs.indexOf(first), True)
            tabs.setCurrentWidget(first)
        tabs.setTabVisible(tabs.indexOf(form.avancement_tab), is_action)
        tabs.setTabVisible(tabs.indexOf(form.synthese_tab), not is_action)
        tabs.setTabVisible(tabs.indexOf(form.historique_tab), is_action)
        if isinstance(action, ActionDetails):
            self._fill_avancement(action)
        else:
            self._fill_synthese(noeud)
        self._fill_indicateurs()
        self._fill_remarques(noeud)
        paid = action.financements if isinstance(action, ActionDetails | PlanDetails) else ()
        self.financements.set_rows(paid, lambda row: row.id)
        tabs.setTabVisible(tabs.indexOf(form.financement_tab), bool(paid))

    def _fill_avancement(self, action: ActionDetails) -> None:
        form = self.form
        self.meteo_form.set_action(action)
        share = action.avancement
        form.progress_line.set_progress(share.faites, share.total)
        form.progress_line.setVisible(bool(action.mesures))
        form.mesures_view.setVisible(bool(action.mesures))
        form.mesures_view.mesures.set_action(action, self._context.today())
        if self._mesure:
            form.mesures_view.choose(self._mesure)
        elif form.mesures_view.current() is None or not action.mesures:
            form.mesures_view.choose("")
        self._on_mesure(form.mesures_view.current() if self._mesure else None)

    def _on_mesure(self, mesure: MesureDetails | None) -> None:
        action = self._action()
        if mesure is not None:
            self._mesure = mesure.code
        self.statut_form.set_objet(mesure or action, self._context.today())
        # As shipped, nobody gave it a status.
        self.form.origine_button.setVisible(mesure is not None and mesure.version > 1)

    def _action(self) -> ActionDetails | None:
        for noeud in reversed(self._noeud.lignee() if self._noeud else ()):
            if isinstance(noeud.objet, ActionDetails):
                return noeud.objet
        return None

    def _fill_synthese(self, noeud: Noeud) -> None:
        actions = _below(noeud, Genre.ACTION)
        share = noeud.avancement
        self.form.synthese_line.set_progress(share.faites, share.total)
        self.form.synthese_label.setText(_synthese(noeud, actions))
        pending = [n for n in (*actions, *_below(noeud, Genre.MESURE)) if n.ouverte]
        # An action that only repeats the due date of one of its mesures says nothing new.
        pending = [n for n in pending if not any(child.ouverte for child in n.enfants)]
        pending.sort(key=lambda n: (n.echeance, natural_key(n.code)))
        self.echeances.set_rows(pending, lambda n: n.code)
        self.echeances.setVisible(bool(pending))

    def _fill_indicateurs(self) -> None:
        codes = self._codes()
        rows = [row for row in self._suivis if row.indicateur.parent in codes]
        tab = self.form.tabs.indexOf(self.form.indicateurs_tab)
        self.form.tabs.setTabVisible(tab, bool(rows))
        self.form.tabs.setTabText(tab, f"Indicateurs ({len(rows)})")
        self.indicateurs.set_rows(rows, lambda row: row.indicateur.code)
        if rows and self.indicateurs.current_row() is None:
            self.indicateurs.choose(lambda _row: True)

    def _codes(self) -> set[str]:
        """Return the codes whose indicators belong here: the object's and those below."""
        action = self._action()
        if action is not None:
            return {action.code, *(mesure.code for mesure in action.mesures)}
        if self._noeud is None:
            return set()
        codes = {noeud.code for noeud in self._noeud.parcours()}
        return codes | ({""} if self._noeud.genre is Genre.PLAN else set())

    def _on_indicateur(self, suivi: SuiviIndicateur | None) -> None:
        form = self.form
        form.saisir_button.setEnabled(suivi is not None)
        form.provenance_button.setVisible(last_stored(suivi) is not None)
        form.trend_chart.set_graphique(tendance(suivi) if suivi else None)
        form.indicateur_label.setText(_indicateur(suivi) if suivi else "")

    def _open_provenance(self) -> None:
        last = last_stored(self.indicateurs.current_row())
        if last is not None:
            open_value(self._context, last.id, self)

    def _open_origine(self) -> None:
        mesure = self.form.mesures_view.current()
        if mesure is not None:
            open_mesure(self._context, self._context.plan.code, mesure.code, self)

    def _open_grid(self) -> None:
        suivi = self.indicateurs.current_row()
        if isinstance(suivi, SuiviIndicateur):
            self._context.navigate(Link("indicateurs", "indicateur", suivi.indicateur.code))

    def _fill_remarques(self, noeud: Noeud) -> None:
        found = [(noeud.code, remarque) for remarque in noeud.remarques]
        for mesure in _below(noeud, Genre.MESURE) if noeud.genre is Genre.ACTION else ():
            found += [(mesure.code, remarque) for remarque in mesure.remarques]
        codes = self._codes()
        for suivi in self._suivis:
            if suivi.indicateur.parent in codes:
                found += [(suivi.indicateur.chiffre, r) for r in suivi.indicateur.remarques]
        tabs, tab = self.form.tabs, self.form.tabs.indexOf(self.form.remarques_tab)
        tabs.setTabVisible(tab, bool(found))
        tabs.setTabText(tab, f"Remarques ({len(found)})")
        self.form.remarques_browser.setHtml(html(found))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Remarks carry colours of the theme in their text.
        if event.type() == QEvent.Type.PaletteChange and self._ready and self._noeud:
            self.show_noeud(self._noeud)

    def _load_tab(self) -> None:
        """Ask for the history only when it is looked at."""
        form = self.form
        if self._noeud is None or form.tabs.currentWidget() is not form.historique_tab:
            return
        code = self._mesure or self._noeud.code
        work = partial(self._context.services.plans.history, self._context.plan.code, code)
        self._context.tasks.run(self, work, self._on_history, self._fail)

    def _on_history(self, rows: Sequence[ChangementSummary]) -> None:
        self.historique.set_rows(tuple(rows), lambda row: row.numero)
        if rows and self.historique.current_row() is None:
            self.historique.choose(lambda _row: True)
        self._on_changement(self.historique.current_row())

    def _on_changement(self, row: ChangementSummary | None) -> None:
        undone = row is not None and row.annule_par is not None
        self.form.annuler_button.setEnabled(row is not None and not undone)
        if row is None:
            self.form.historique_label.setText("Rien n’a encore changé ici.")
        elif undone:
            text = f"Déjà annulé par le changement n°{NBSP}{row.annule_par}."
            self.form.historique_label.setText(text)
        else:
            self.form.historique_label.setText(f"{quoi(row)}, par {row.auteur}, le {quand(row)}")

    def _undo(self) -> None:
        row = self.historique.current_row()
        if isinstance(row, ChangementSummary):
            work = partial(self._context.services.journal.undo, row.numero)
            self._context.tasks.run(self, work, self._on_undone, self._fail)

    def _on_undone(self, row: ChangementSummary) -> None:
        self._context.notify(f"Annulé{NBSP}: {row.commande}")
        self._load_tab()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            reasons = error.conflicts if isinstance(error, ConflictError) else ()
            self.form.message_bar.show_message("\n".join((str(error), *reasons)), Tone.ERREUR)
        else:
            report(error)


def _below(noeud: Noeud, genre: Genre) -> list[Noeud]:
    """Return the nodes of that kind below a node, in the order of the plan."""
    return [below for below in noeud.parcours() if below is not noeud and below.genre is genre]


def _due(noeud: Noeud) -> str:
    if noeud.echeance is None:
        return "Sans échéance" if noeud.genre is Genre.ACTION else ""
    read = f" (interprété{NBSP}: {noeud.interpretee})" if noeud.interpretee else ""
    return f"Échéance {format_date(noeud.echeance)}{read}"


def _engagements(noeud: Noeud | None) -> str:
    """Return who takes part, by role; where the source states none, all are responsible."""
    if noeud is None or not isinstance(noeud.objet, ActionDetails):
        return ""
    lines = []
    for role, word in ROLES.items():
        part = [e for e in noeud.objet.engagements if e.role is role]
        if part:
            names = [f"{e.nom} ({e.precision})" if e.precision else e.nom for e in part]
            plural = "s" if len(part) > 1 else ""
            lines.append(f"{word}{plural}{NBSP}: {', '.join(names)}")
    return "\n".join(lines)


def _synthese(noeud: Noeud, actions: Sequence[Noeud]) -> str:
    lines = []
    if isinstance(noeud.objet, PlanDetails):
        lines += _plan_lines(noeud.objet)
    counted = {etat: sum(a.etat is etat for a in actions) for etat in EtatEcheance}
    words = [
        f"{ETATS[etat].forme.value}{NBSP}{ETATS[etat].texte}{NBSP}: {count}"
        for etat, count in counted.items()
        if count
    ]
    if not isinstance(noeud.objet, AxeDetails) and noeud.objet.source:
        lines.append(f"Source{NBSP}: {noeud.objet.source}")
    plural = "s" if len(actions) > 1 else ""
    lines.append(f"{len(actions)} action{plural}{NBSP}— {', '.join(words)}" if actions else "")
    return "\n".join(line for line in lines if line)


def _plan_lines(plan: PlanDetails) -> list[str]:
    span = ""
    if plan.debut or plan.fin:
        span = f"Du {format_date(plan.debut) or '…'} au {format_date(plan.fin) or '…'}"
    return [" · ".join(part for part in (plan.type, plan.territoire, span) if part)]


def _indicateur(suivi: SuiviIndicateur) -> str:
    last = suivi.derniere
    value = libelles.valeur(suivi.indicateur, last, libelles.Unite.ENTIERE)
    if last is None:
        return f"Aucune valeur. {libelles.taux_explique(suivi.taux)}"
    return f"{last.periode.libelle}{NBSP}: {value}\n{libelles.taux_explique(suivi.taux)}"
