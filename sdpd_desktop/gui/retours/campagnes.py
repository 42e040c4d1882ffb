"""The campagnes of the plan and the returns each one awaits."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.plan import EtatEcheance
from sdpd_desktop.domain.retour import (
    ATTENDUS,
    CampagneSummary,
    EtapeRetour,
    EtatRetour,
    RetourSummary,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.labels import ETATS, MODES_RETOUR, RETOURS, Badge, Forme
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing

_ORDER = {etat: rank for rank, etat in enumerate(EtatRetour)}
_NOBODY = Badge("Sans destinataire", "neutral", Forme.TRAIT)
_REMINDED = (EtatRetour.ATTENDU, EtatRetour.RELANCE, EtatRetour.A_COMPLETER)


@dataclass(frozen=True)
class LigneRetour:
    """A row of the list: a return, or a collective that nobody answers for."""

    nom: str
    retour: RetourSummary | None
    en_retard: bool = False

    @property
    def badge(self) -> Badge:
        """The state as shown: what is due and was never spoken of is late."""
        if self.retour is None:
            return _NOBODY
        late = self.en_retard and self.retour.etat is EtatRetour.ATTENDU
        return ETATS[EtatEcheance.EN_RETARD] if late else RETOURS[self.retour.etat]


def _tip(row: LigneRetour) -> str:
    if row.retour:
        return f"{row.nom} ({row.retour.partenaire})"
    return (
        f"{row.nom}{NBSP}: ce collectif n’a ni membre ni relais dans l’annuaire des partenaires. "
        "Aucun classeur n’est écrit pour lui."
    )


_COLUMNS: tuple[Column[LigneRetour], ...] = (
    Column("Partenaire", lambda row: row.nom, 0, tip=_tip),
    Column("Sigle", lambda row: row.retour.partenaire if row.retour else "", 108, tip=_tip),
    Column(
        "État",
        lambda row: row.badge.texte,
        124,
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
)


class CampagnesPane(QObject):
    """Drives the left of the page.

    Signals:
        state_chosen: A return, the state it is to have, and whether the day is to be asked.
        rewrite_asked: The return whose workbook is to be written again.
        prepare_asked: There is no campagne yet and the user wants one.
        edit_asked: The campagne to change, and the partner to start with or "".
        close_asked, reopen_asked: A campagne.
        relance_asked: A campagne and the returns to remind of; None for every late one.
        transmission_asked: The return whose answers are to be typed.
        partenaire_asked: Code of the partner whose form is wanted.
    """

    state_chosen = Signal(object, object, bool)
    rewrite_asked = Signal(object)
    prepare_asked = Signal()
    edit_asked = Signal(object, str)
    close_asked = Signal(object)
    reopen_asked = Signal(object)
    relance_asked = Signal(object, object)
    transmission_asked = Signal(object)
    partenaire_asked = Signal(str)

    def __init__(
        self,
        form: Ui_RetoursPage,
        settings: LookSettings,
        today: Callable[[], dt.date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form, self._today = form, today
        self._campagnes: Sequence[CampagneSummary] = ()
        self._partenaires: Mapping[str, PartenaireSummary] = {}
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
        self._menus = {
            button: QMenu(button)
            for button in (form.etat_button, form.retour_button, form.campagne_button)
        }
        for button, menu in self._menus.items():
            button.setMenu(menu)
        self._other_day = QMenu("Depuis un autre jour", form.etat_button)
        form.campagne_combo.activated.connect(self._show_campagne)
        form.transmission_button.clicked.connect(
            lambda: self._of_current(self.transmission_asked.emit)
        )
        form.relance_button.clicked.connect(lambda: self._of_current(self._remind))
        self.listing.chosen.connect(self._on_chosen)

    @property
    def campagne(self) -> CampagneSummary | None:
        """The campagne shown, None when there is none."""
        number = self._form.campagne_combo.currentIndex()
        return self._campagnes[number] if 0 <= number < len(self._campagnes) else None

    def set_partenaires(self, partenaires: Sequence[PartenaireSummary]) -> None:
        """Know whom to write to."""
        self._partenaires = {partenaire.code: partenaire for partenaire in partenaires}

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
            form.campagne_button,
            form.retour_label,
            form.etat_button,
            form.transmission_button,
            form.relance_button,
            form.retour_button,
        ):
            widget.setVisible(some)
        late = {retour.id for retour in campagne.en_retard(self._today())} if campagne else set()
        self.listing.set_rows(_rows(campagne, late), key=lambda row: row.nom)
        if campagne is None:
            return
        waiting, total = _waiting(campagne), len(campagne.retours)
        form.count_label.setText(_left(campagne, overdue=bool(late)))
        form.received_progress.set_progress(total - waiting, total)
        self._fill_campagne_menu(campagne, len(late))
        if self.listing.current_row() is None and campagne.retours:
            self.listing.choose(lambda row: True)
        self._on_chosen(self.listing.current_row())

    def _fill_campagne_menu(self, campagne: CampagneSummary, late: int) -> None:
        menu = self._menus[self._form.campagne_button]
        menu.clear()
        if campagne.close_le is not None:
            menu.addAction("Rouvrir la campagne", partial(self.reopen_asked.emit, campagne))
            return
        menu.addAction(
            "Modifier la campagne… (partenaires, demandes, date)",
            partial(self.edit_asked.emit, campagne, ""),
        )
        remind = menu.addAction(
            f"Relancer les retardataires ({late})…",
            partial(self.relance_asked.emit, campagne, None),
        )
        remind.setEnabled(late > 0)
        menu.addSeparator()
        menu.addAction("Clore la campagne…", partial(self.close_asked.emit, campagne))

    def _on_chosen(self, row: LigneRetour | None) -> None:
        form, retour = self._form, row.retour if row else None
        campagne = self.campagne
        open_ = retour is not None and campagne is not None and campagne.close_le is None
        form.retour_label.setText(self._about(retour) if retour else "")
        form.etat_button.setEnabled(open_)
        form.transmission_button.setEnabled(open_)
        form.relance_button.setEnabled(open_ and retour is not None and retour.etat in _REMINDED)
        form.retour_button.setEnabled(retour is not None)
        for button in (form.etat_button, form.retour_button):
            self._menus[button].clear()
        if retour is None or campagne is None:
            return
        self._fill_states(retour)
        menu = self._menus[form.retour_button]
        if open_:
            rewrite = partial(self.rewrite_asked.emit, retour)
            menu.addAction("Récrire son classeur…", rewrite)
            change = partial(self.edit_asked.emit, campagne, retour.partenaire)
            menu.addAction("Changer ce qui lui est demandé…", change)
        card = partial(self.partenaire_asked.emit, retour.partenaire)
        menu.addAction("Fiche du partenaire (contact, services)…", card)

    def _fill_states(self, retour: RetourSummary) -> None:
        """Offer the states that may follow: from today, or from another day."""
        menu = self._menus[self._form.etat_button]
        self._other_day.clear()
        for ask_day, place in ((False, menu), (True, self._other_day)):
            for etat in retour.possibles:
                if etat is EtatRetour.RELANCE and etat is retour.etat:
                    continue
                badge = RETOURS[etat]
                slot = partial(self.state_chosen.emit, retour, etat, ask_day)
                place.addAction(f"{badge.forme.value}{NBSP}{NBSP}{badge.texte}", slot)
        menu.addSeparator()
        menu.addMenu(self._other_day)

    def _about(self, retour: RetourSummary) -> str:
        """Return the steps of a return, whom to write to, and the units heard of."""
        # A unit that answers twice a day is told once.
        steps = " · ".join(dict.fromkeys(map(_told, retour.etapes)))
        lines = [steps] if steps else []
        partenaire = self._partenaires.get(retour.partenaire)
        contact = partenaire.contact if partenaire else None
        if contact and (contact.fonction or contact.courriel or contact.telephone):
            known = (contact.fonction, contact.courriel, contact.telephone)
            lines.append(f"À qui écrire{NBSP}: {', '.join(filter(None, known))}")
        else:
            lines.append(f"À qui écrire{NBSP}: non renseigné (Autres › Fiche du partenaire)")
        if retour.emetteurs:
            heard = ", ".join(retour.recus) or "aucun"
            left = ", ".join(retour.non_recus) or "aucun"
            lines.append(
                f"Services, {MODES_RETOUR[retour.mode]}{NBSP}: reçus {heard}{NBSP}; attendus {left}"
            )
        return "\n".join(lines)

    def _of_current(self, do: Callable[[RetourSummary], object]) -> None:
        row = self.listing.current_row()
        if row is not None and row.retour is not None:
            do(row.retour)

    def _remind(self, retour: RetourSummary) -> None:
        self.relance_asked.emit(self.campagne, (retour.id,))


def _told(step: EtapeRetour) -> str:
    who = f" ({step.emetteur})" if step.emetteur else ""
    return f"{RETOURS[step.etat].texte} le {format_date(step.le)}{who}"


def _waiting(campagne: CampagneSummary) -> int:
    return sum(retour.etat in ATTENDUS for retour in campagne.retours)


def _rows(campagne: CampagneSummary | None, late: Set[str]) -> tuple[LigneRetour, ...]:
    if campagne is None:
        return ()
    awaited = (LigneRetour(r.nom, r, r.id in late) for r in campagne.retours)
    return (*awaited, *(LigneRetour(nom, None) for nom in campagne.sans_destinataire))


def nobody_text(names: Sequence[str]) -> str:
    """Return what to say of collectives that nobody answers for, "" when there is none."""
    if not names:
        return ""
    return f"Sans destinataire, donc sans classeur{NBSP}: {', '.join(names)}."


def _name(campagne: CampagneSummary) -> str:
    if campagne.close_le is not None:
        return f"{campagne.periode.libelle} · close le {format_date(campagne.close_le)}"
    due = f" · pour le {format_date(campagne.echeance)}" if campagne.echeance else ""
    return f"{campagne.periode.libelle}{due}"


def _left(campagne: CampagneSummary, *, overdue: bool) -> str:
    """Return what is still to come: « reste 30 à recevoir, 3 à compléter · échéance passée »."""
    waiting, total = _waiting(campagne), len(campagne.retours)
    said = f"reste {waiting} à recevoir" if waiting else f"{total} reçus sur {total}"
    partial = sum(retour.etat is EtatRetour.A_COMPLETER for retour in campagne.retours)
    said += f", {partial} à compléter" if partial else ""
    return f"{said} · échéance passée" if overdue else said
