"""The « Tableau de bord » screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.echeance_valeur import EcheanceValeur
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import Echeance, EtatEcheance
from sdpd_desktop.domain.retour import RetourSummary
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_tableau_de_bord_page import Ui_TableauDeBordPage
from sdpd_desktop.gui.indicateurs.presentation import tendance
from sdpd_desktop.gui.labels import ETATS, RETOURS, Badge, Forme
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.provenance.fenetre import last_stored, open_value
from sdpd_desktop.gui.tableau_de_bord.chiffre import ChiffreCard
from sdpd_desktop.gui.tableau_de_bord.chiffres import chiffres
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing

_CARDS = 6
_LATER_SHOWN = 12
_URGENT = (EtatEcheance.EN_RETARD, EtatEcheance.PROCHE)

_ECHEANCES: tuple[Column[Echeance], ...] = (
    Column("Action ou mesure", lambda row: f"{row.code} · {row.titre}", 0, tip=lambda r: r.titre),
    Column("Responsables", lambda row: row.responsables, 112, tip=lambda row: row.responsables),
    Column(
        "Échéance",
        lambda row: format_date(row.echeance) + ("*" if row.interpretee else ""),
        94,
        sort=lambda row: row.echeance,
        tip=lambda row: _interpretee(row),
    ),
    Column(
        "État",
        lambda row: ETATS[row.etat].texte,
        134,
        sort=lambda row: row.echeance,
        badge=lambda row: ETATS[row.etat],
    ),
)


@dataclass(frozen=True)
class RetourAttendu:
    """A return that is not there, or not whole, and whether it is due."""

    retour: RetourSummary
    periode: Periode
    en_retard: bool

    @property
    def badge(self) -> Badge:
        """Late first: what was already asked for again says so in its own list."""
        return ETATS[EtatEcheance.EN_RETARD] if self.en_retard else RETOURS[self.retour.etat]


_RETOURS: tuple[Column[RetourAttendu], ...] = (
    Column("Partenaire", lambda row: row.retour.nom, 0, tip=lambda row: row.retour.nom),
    Column(
        "Période",
        lambda row: row.periode.court,
        76,
        sort=lambda row: row.periode,
        tip=lambda row: row.periode.libelle,
    ),
    Column(
        "État",
        lambda row: row.badge.texte,
        112,
        badge=lambda row: row.badge,
        tip=lambda row: f"{RETOURS[row.retour.etat].texte} le {format_date(row.retour.etat_le)}",
    ),
)


@dataclass(frozen=True)
class ValeurAttendue:
    """A value to enter, with the indicator it is of."""

    echeance: EcheanceValeur
    suivi: SuiviIndicateur

    @property
    def badge(self) -> Badge:
        """Late once it is available, still to come before."""
        return _ATTENDUE if self.echeance.attendue else ETATS[EtatEcheance.A_VENIR]


_ATTENDUE = Badge("Attendue", "warn", Forme.LOSANGE)
_VALEURS: tuple[Column[ValeurAttendue], ...] = (
    Column(
        "Indicateur",
        lambda row: f"{row.suivi.indicateur.chiffre} · {row.suivi.indicateur.titre}",
        0,
        tip=lambda row: row.suivi.indicateur.titre,
    ),
    Column(
        "Période",
        lambda row: row.echeance.periode.court,
        72,
        sort=lambda row: row.echeance.periode,
        tip=lambda row: f"Disponible le {format_date(row.echeance.due_le)}",
    ),
    Column(
        "État",
        lambda row: row.badge.texte,
        102,
        sort=lambda row: row.echeance.due_le,
        badge=lambda row: row.badge,
    ),
)


def _interpretee(row: Echeance) -> str:
    return f"Date interprétée{NBSP}: {row.interpretee}" if row.interpretee else ""


class TableauDeBordPage(Page):
    """Figures, due dates, a trend and the returns awaited; each leads to its screen."""

    titre = "Tableau de bord"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_TableauDeBordPage()
        self.form.setupUi(self)
        self._suivis: dict[str, SuiviIndicateur] = {}
        self._tous: dict[str, SuiviIndicateur] = {}
        self._settled_plan = ""
        self._board: TableauDeBord | None = None
        self.cards = [ChiffreCard() for _ in range(_CARDS)]
        for card in self.cards:
            self.form.cards_layout.addWidget(card, 1)
            card.activated.connect(partial(self._follow, card))
        settings = context.settings
        self.echeances = Listing(
            ColumnTableModel(_ECHEANCES),
            "Ce qui est en retard ou proche",
            settings,
            "tableau_de_bord/echeances",
            self,
        )
        self.retours = Listing(
            ColumnTableModel(_RETOURS),
            "Retours attendus",
            settings,
            "tableau_de_bord/retours",
            self,
        )
        self.valeurs = Listing(
            ColumnTableModel(_VALEURS),
            "Valeurs à saisir",
            settings,
            "tableau_de_bord/valeurs",
            self,
        )
        self._build()

    def _build(self) -> None:
        form = self.form
        form.suite_tabs.tabBar().setDrawBase(False)
        form.valeurs_layout.addWidget(self.valeurs, 1)
        form.valeurs_layout.addStretch(0)
        self.valeurs.opened.connect(self._open_valeur)
        form.due_layout.addWidget(self.echeances, 1)
        form.due_layout.addStretch(0)
        form.retours_layout.addWidget(self.retours, 1)
        form.retours_layout.addStretch(0)
        self.echeances.opened.connect(self._open_echeance)
        self.retours.opened.connect(self._open_retour)
        form.campagne_button.clicked.connect(lambda: self.context.navigate(Link("retours")))
        icons.dress(form.campagne_button, "mail")
        icons.dress(form.trend_button, "pencil")
        icons.dress(form.provenance_button, "file-spreadsheet")
        form.trend_combo.activated.connect(self._on_trend_chosen)
        form.trend_button.clicked.connect(self._open_grid)
        form.provenance_button.clicked.connect(self._open_provenance)
        self.no_plan = EmptyState(
            "layout-dashboard",
            "Aucun plan à suivre",
            "Installez un plan de référence dans Paramètres pour commencer.",
            "Ouvrir les paramètres",
        )
        self.no_plan.activated.connect(lambda: self.context.navigate(Link("parametres")))
        form.stack.addWidget(self.no_plan)

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        code, today = self.context.plan.code, self.context.today()
        if not code:
            self.form.stack.setCurrentWidget(self.no_plan)
            return
        services = self.context.services
        self.ask(partial(services.tableau_de_bord.content, code, today), self._on_board)
        self.ask(partial(services.indicateurs.suivis, code, today), self._on_suivis)

    def _on_board(self, board: TableauDeBord) -> None:
        if board.plan != self.context.plan.code:
            return
        self._board = board
        for card, chiffre in zip(self.cards, chiffres(board, self.context.today()), strict=True):
            card.set_chiffre(chiffre)
        urgent = [row for row in board.echeances if row.etat in _URGENT]
        later = [row for row in board.echeances if row.etat not in _URGENT]
        rows = (*urgent, *later[:_LATER_SHOWN])
        self.echeances.set_rows(rows, lambda row: row.code)
        self.echeances.setVisible(bool(rows))
        self.form.no_due_label.setVisible(not rows)
        self._show_retours(board)
        self.form.stack.setCurrentWidget(self.form.board_page)

    def _show_retours(self, board: TableauDeBord) -> None:
        late = {retour.id for retour in board.retours_en_retard}
        missing = {r.id: r for r in (*board.retours_en_retard, *board.retours_attendus)}
        waiting = tuple(
            RetourAttendu(retour, parse_periode(retour.campagne.rpartition("/")[2]), key in late)
            for key, retour in missing.items()
        )
        self.retours.set_rows(waiting, lambda row: row.retour.id)
        self.retours.setVisible(bool(waiting))
        label = self.form.no_retour_label
        tabs = self.form.suite_tabs
        tabs.setTabText(tabs.indexOf(self.form.retours_tab), f"Retours attendus ({len(waiting)})")
        label.setVisible(not waiting)
        self.form.campagne_button.setVisible(not waiting)
        label.setText(
            "Tous les retours demandés sont arrivés."
            if board.retours_total
            else "Aucune campagne n’a demandé de retour pour ce plan."
        )

    def _show_valeurs(self) -> None:
        """Show the values to enter: those that are there to be entered come first."""
        board, form = self._board, self.form
        rows = [
            ValeurAttendue(due, self._tous[due.indicateur])
            for due in (board.valeurs if board else ())
            if due.indicateur in self._tous
        ]
        self.valeurs.set_rows(rows, lambda row: row.echeance.indicateur)
        self.valeurs.setVisible(bool(rows))
        form.no_valeur_label.setVisible(not rows)
        awaited = sum(row.echeance.attendue for row in rows)
        tab = form.suite_tabs.indexOf(form.valeurs_tab)
        form.suite_tabs.setTabText(tab, f"Valeurs à saisir ({awaited})")
        if board and board.plan != self._settled_plan:
            # Once for each plan: then the tab is the one somebody chose.
            self._settled_plan = board.plan
            first = form.retours_tab if board.retours_attendus or not rows else form.valeurs_tab
            form.suite_tabs.setCurrentWidget(first)

    # -- trend

    def _on_suivis(self, suivis: Sequence[SuiviIndicateur]) -> None:
        """Offer the indicators that have something to draw, and draw the one chosen last."""
        self._tous = {row.indicateur.code: row for row in suivis}
        self._show_valeurs()
        self._suivis = {row.indicateur.code: row for row in suivis if row.par_annee}
        combo = self.form.trend_combo
        combo.clear()
        for code, row in self._suivis.items():
            combo.addItem(f"{row.indicateur.chiffre} · {row.indicateur.titre}", code)
        wanted = self.context.settings.text(self._trend_key())
        if wanted not in self._suivis:
            board = self._board
            wanted = board.tendance.indicateur.code if board and board.tendance else ""
        combo.setCurrentIndex(max(combo.findData(wanted), 0))
        combo.setEnabled(combo.count() > 0)
        self.form.trend_button.setEnabled(combo.count() > 0)
        self._draw_trend()

    def _trend_key(self) -> str:
        return f"tableau_de_bord/tendance/{self.context.plan.code}"

    def _on_trend_chosen(self) -> None:
        self.context.settings.keep_text(self._trend_key(), self.form.trend_combo.currentData())
        self._draw_trend()

    def _draw_trend(self) -> None:
        row = self._suivis.get(self.form.trend_combo.currentData())
        self.form.trend_chart.set_graphique(tendance(row) if row else None)
        self.form.provenance_button.setVisible(last_stored(row) is not None)
        text = libelles.taux_explique(row.taux) if row else "Aucun indicateur n’a encore de valeur."
        self.form.trend_label.setText(text)
        self.form.trend_combo.setToolTip(row.indicateur.titre if row else "")

    # -- links

    def _follow(self, card: ChiffreCard) -> None:
        if card.chiffre:
            self.context.navigate(card.chiffre.lien)

    def _open_echeance(self, row: Echeance | None) -> None:
        if row is not None:
            kind = "mesure" if ".m" in row.code else "action"
            self.context.navigate(Link("strategie", kind, row.code))

    def _open_valeur(self, row: ValeurAttendue | None) -> None:
        if row is not None:
            self.context.navigate(Link("indicateurs", "indicateur", row.echeance.indicateur))

    def _open_retour(self, row: RetourAttendu | None) -> None:
        if row is not None:
            self.context.navigate(Link("retours", "retour", row.retour.partenaire))

    def _open_provenance(self) -> None:
        last = last_stored(self._suivis.get(self.form.trend_combo.currentData()))
        if last is not None:
            open_value(self.context, last.id, self)

    def _open_grid(self) -> None:
        code = self.form.trend_combo.currentData()
        if code:
            self.context.navigate(Link("indicateurs", "indicateur", code))

    @override
    def focus_first(self) -> None:
        self.cards[0].setFocus()

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.cards[0], self.echeances, self.form.trend_combo, self.form.suite_tabs)
