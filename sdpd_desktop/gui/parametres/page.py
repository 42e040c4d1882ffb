"""The page « Paramètres »: everything is stored at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton, QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.parametres import (
    Apparence,
    Conservation,
    Parametres,
    SauvegardeSummary,
)
from sdpd_desktop.domain.police import Police
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_parametres_page import Ui_ParametresPage
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.parametres.bureau import BureauCard
from sdpd_desktop.gui.parametres.listes import PlanLivre, listing_conservations, listing_plans
from sdpd_desktop.gui.parametres.police import PoliceEdit
from sdpd_desktop.gui.parametres.sauvegardes import SauvegardesCard
from sdpd_desktop.gui.parametres.signature import SignatureCard
from sdpd_desktop.gui.widgets.listing import Listing

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


@dataclass(frozen=True)
class ParametresData:
    """What the page shows, read in one go."""

    parametres: Parametres
    compte: str
    police: Police | None
    sauvegarde: SauvegardeSummary | None
    conservations: tuple[Conservation, ...]
    plans: tuple[PlanLivre, ...]


def read(services: "Services") -> ParametresData:
    """Ask the services; runs on the database lane."""
    here = services.reference.installed()
    return ParametresData(
        services.parametres.get(),
        services.parametres.auteur(),
        services.parametres.police(),
        services.sauvegardes.last(),
        services.parametres.conservations(),
        tuple(
            PlanLivre(code, titre, code in here)
            for code, titre in services.reference.plans_disponibles()
        ),
    )


def _show_whole(listing: Listing, rows: int) -> None:
    """Make a short list as high as its rows: the page scrolls, not the list."""
    height = listing.header().sizeHint().height() + rows * listing.sizeHintForRow(0)
    # A horizontal bar may come below when a column is widened.
    bar = listing.horizontalScrollBar().sizeHint().height()
    listing.setFixedHeight(height + bar + 2 * listing.frameWidth())


class ParametresPage(Page):
    """Cards, each of which says inline what went wrong in it."""

    titre = "Paramètres"
    concerned = frozenset({Change.PARAMETRES, Change.SAUVEGARDES, Change.PLANS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._parametres: Parametres | None = None
        self.form = Ui_ParametresPage()
        self.form.setupUi(self)
        self.own_bar = self.form.message_bar
        self.bureau = BureauCard(self.form, self, partial(self._save, "bureau"))
        self.police = PoliceEdit(self.form, self, self.bureau.refuse)
        self.sauvegardes = SauvegardesCard(self.form, self, partial(self._save, "sauvegardes"))
        self.conservations = listing_conservations(context.settings, self)
        self.plans = listing_plans(context.settings, self)
        self.form.conservation_list_layout.addWidget(self.conservations)
        self.form.plans_list_layout.addWidget(self.plans)
        self.form.plans_error_label.hide()
        self.signature = SignatureCard(self)
        self.form.right_layout.insertWidget(1, self.signature)
        self._looks: dict[Apparence, QRadioButton] = {
            Apparence.SYSTEME: self.form.systeme_radio,
            Apparence.CLAIR: self.form.clair_radio,
            Apparence.SOMBRE: self.form.sombre_radio,
        }
        for look, button in self._looks.items():
            button.clicked.connect(partial(self._choose_look, look))
        self.plans.chosen.connect(self._on_plan_chosen)
        self.form.ajouter_button.clicked.connect(self._install)
        self._on_plan_chosen(None)

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self.ask(partial(read, self.context.services), self._show)
        self.signature.refresh()

    def _show(self, data: ParametresData) -> None:
        self._parametres = data.parametres
        self.bureau.show_parametres(data.parametres, data.compte)
        self.police.show_police(data.police)
        self.sauvegardes.show_parametres(data.parametres, data.sauvegarde)
        self._looks[data.parametres.apparence].setChecked(True)
        self.conservations.set_rows(data.conservations, key=lambda row: row.nature)
        _show_whole(self.conservations, len(data.conservations))
        self.plans.set_rows(data.plans, key=lambda row: row.code)
        _show_whole(self.plans, len(data.plans))
        if self.plans.current_row() is None:
            missing = next((plan for plan in data.plans if not plan.installe), None)
            self.plans.choose(lambda row: row == missing or missing is None)

    @override
    def focus_first(self) -> None:
        self.form.bureau_edit.setFocus()

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.form.bureau_frame, self.form.sauvegardes_frame, self.form.plans_frame)

    # --------------------------------------------------------------- saving

    def _save(self, card: str, parametres: Parametres) -> None:
        # Kept at once: two fields left one after the other must not undo each other.
        self._parametres = parametres
        self.bureau.show_parametres(parametres, "")
        work = partial(self.context.services.parametres.save, parametres)
        self.ask(work, self._on_saved, partial(self._on_not_saved, card))

    def _on_saved(self, _nothing: None) -> None:
        self.context.notify("Paramètres enregistrés.")

    def _on_not_saved(self, card: str, error: Exception) -> None:
        if isinstance(error, UserError) and card == "bureau":
            self.bureau.refuse(error)
        else:
            self.fail(error)
        self.refresh(None)

    def _choose_look(self, look: Apparence) -> None:
        # The application dresses itself again when it hears that the setting changed.
        if self._parametres and self._parametres.apparence is not look:
            self._save("apparence", replace(self._parametres, apparence=look))

    # ---------------------------------------------------------------- plans

    def _on_plan_chosen(self, row: PlanLivre | None) -> None:
        button = self.form.ajouter_button
        button.setEnabled(row is not None and not row.installe)
        button.setText(f"Ajouter {row.code}" if row and not row.installe else "Ajouter ce plan")

    def _install(self) -> None:
        row = self.plans.current_row()
        if row is None:
            return
        self.form.plans_error_label.hide()
        self.form.ajouter_button.setEnabled(False)
        work = partial(self.context.services.reference.install, [row.code])
        self.ask(work, self._on_installed, self._on_not_installed)

    def _on_installed(self, codes: tuple[str, ...]) -> None:
        self.context.notify(f"Plan ajouté{NBSP}: {', '.join(codes)}.")

    def _on_not_installed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.form.plans_error_label.setText(str(error))
            self.form.plans_error_label.show()
        else:
            self.fail(error)
        self._on_plan_chosen(self.plans.current_row())
