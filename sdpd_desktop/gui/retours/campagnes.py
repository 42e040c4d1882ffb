"""The campagnes of the plan and the returns each one awaits."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.retour import CampagneSummary, EtatRetour, RetourSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.labels import RETOURS, Badge, Forme
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing

_ORDER = {etat: rank for rank, etat in enumerate(EtatRetour)}
_NOBODY = Badge("Sans destinataire", "neutral", Forme.TRAIT)


@dataclass(frozen=True)
class LigneRetour:
    """A row of the list: a return, or a collective that nobody answers for."""

    nom: str
    retour: RetourSummary | None

    @property
    def badge(self) -> Badge:
        """The state as shown."""
        return RETOURS[self.retour.etat] if self.retour else _NOBODY


def _tip(row: LigneRetour) -> str:
    if row.retour:
        return f"{row.nom} ({row.retour.partenaire})"
    return (
        f"{row.nom}{NBSP}: ce collectif n’a ni membre ni relais dans l’annuaire des partenaires. "
        "Aucun classeur n’est écrit pour lui."
    )


_COLUMNS: tuple[Column[LigneRetour], ...] = (
    Column("Partenaire", lambda row: row.nom, 0, tip=_tip),
    Column(
        "État",
        lambda row: row.badge.texte,
        136,
        sort=lambda row: _ORDER[row.retour.etat] if row.retour else None,
        badge=lambda row: row.badge,
        tip=_tip,
    ),
    Column(
        "Depuis le",
        lambda row: format_date(row.retour.etat_le) if row.retour else "",
        86,
        sort=lambda row: row.retour.etat_le if row.retour else None,
    ),
    Column(
        "Lignes",
        lambda row: str(row.retour.lignes) if row.retour else "",
        58,
        sort=lambda row: row.retour.lignes if row.retour else None,
        right=True,
    ),
)


class CampagnesPane(QObject):
    """Drives the left of the page.

    Signals:
        state_chosen: A return and the state it is to have.
        rewrite_asked: The return whose workbook is to be written again.
        prepare_asked: There is no campagne yet and the user wants one.
    """

    state_chosen = Signal(object, object)
    rewrite_asked = Signal(object)
    prepare_asked = Signal()

    def __init__(self, form: Ui_RetoursPage, settings: LookSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._campagnes: Sequence[CampagneSummary] = ()
        self.listing = Listing(
            ColumnTableModel(_COLUMNS), "Retours attendus", settings, "retours/retours"
        )
        form.retours_list_layout.addWidget(self.listing)
        self._empty = EmptyState(
            "users",
            "Aucune campagne pour ce plan",
            "Une campagne écrit un classeur prérempli par partenaire et suit ce qui revient.",
            "Préparer une campagne…",
        )
        form.retours_stack.addWidget(self._empty)
        self._empty.activated.connect(self.prepare_asked)
        self._menu = QMenu(form.etat_button)
        form.etat_button.setMenu(self._menu)
        form.campagne_combo.activated.connect(self._show_campagne)
        form.rewrite_button.clicked.connect(self._on_rewrite)
        self.listing.chosen.connect(self._on_chosen)

    @property
    def campagne(self) -> CampagneSummary | None:
        """The campagne shown, None when there is none."""
        number = self._form.campagne_combo.currentIndex()
        return self._campagnes[number] if 0 <= number < len(self._campagnes) else None

    def set_campagnes(self, campagnes: Sequence[CampagneSummary], wanted: str = "") -> None:
        """Show the campagnes, newest first; ``wanted`` is the code of the one to show."""
        combo = self._form.campagne_combo
        kept = wanted or (self.campagne.code if self.campagne else "")
        self._campagnes = tuple(campagnes)
        combo.clear()
        for campagne in campagnes:
            combo.addItem(_name(campagne), campagne.code)
        if campagnes:
            combo.setCurrentIndex(max(0, combo.findData(kept)))
        self._show_campagne()

    def choose(self, partenaire: str) -> bool:
        """Make the return of a partner current; False when it is not awaited."""
        return self.listing.choose(
            lambda row: row.retour is not None and row.retour.partenaire == partenaire
        )

    def _show_campagne(self) -> None:
        form, campagne = self._form, self.campagne
        some = campagne is not None
        form.retours_stack.setCurrentWidget(form.retours_list_page if some else self._empty)
        for widget in (
            form.campagne_combo,
            form.count_label,
            form.received_progress,
            form.etat_button,
            form.rewrite_button,
        ):
            widget.setVisible(some)
        self.listing.set_rows(_rows(campagne), key=lambda row: row.nom)
        if campagne is None:
            return
        waiting, total = len(campagne.attendus()), len(campagne.retours)
        form.count_label.setText(_left(waiting, total))
        form.received_progress.set_progress(total - waiting, total)
        if self.listing.current_row() is None and campagne.retours:
            self.listing.choose(lambda row: True)

    def _on_chosen(self, row: LigneRetour | None) -> None:
        retour = row.retour if row else None
        self._menu.clear()
        for widget in (self._form.etat_button, self._form.rewrite_button):
            widget.setEnabled(retour is not None)
        if retour is None:
            return
        for etat, badge in RETOURS.items():
            if etat is not retour.etat:
                slot = partial(self.state_chosen.emit, retour, etat)
                self._menu.addAction(f"{badge.forme.value}{NBSP}{NBSP}{badge.texte}", slot)

    def _on_rewrite(self) -> None:
        row = self.listing.current_row()
        if row is not None and row.retour is not None:
            self.rewrite_asked.emit(row.retour)


def _rows(campagne: CampagneSummary | None) -> tuple[LigneRetour, ...]:
    if campagne is None:
        return ()
    awaited = (LigneRetour(retour.nom, retour) for retour in campagne.retours)
    return (*awaited, *(LigneRetour(nom, None) for nom in campagne.sans_destinataire))


def nobody_text(names: Sequence[str]) -> str:
    """Return what to say of collectives that nobody answers for, "" when there is none."""
    if not names:
        return ""
    return f"Sans destinataire, donc sans classeur{NBSP}: {', '.join(names)}."


def _name(campagne: CampagneSummary) -> str:
    due = f" · réponse le {format_date(campagne.echeance)}" if campagne.echeance else ""
    return f"{campagne.periode.libelle}{due}"


def _left(waiting: int, total: int) -> str:
    received = total - waiting
    if not waiting:
        return f"{total} reçus sur {total}"
    return f"{received} reçu{'s' if received > 1 else ''} sur {total} · reste {waiting} à recevoir"
