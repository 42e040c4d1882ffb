"""What the page does with campagnes: prepare, change, follow, remind, type answers."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.memoire import MemoirePartenaire
from sdpd_desktop.domain.partenaire import Contact, Emetteur, PartenaireSummary
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.retour import (
    CampagneDraft,
    CampagneSummary,
    EtatRetour,
    LigneDemandee,
    RetourContenu,
    RetourSummary,
)
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.transmission import SaisieTransmise, Transmission
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.labels import RETOURS
from sdpd_desktop.gui.page import Page
from sdpd_desktop.gui.partenaires.fiche import PartenaireFiche
from sdpd_desktop.gui.retours.campagnes import CampagnesPane, nobody_text
from sdpd_desktop.gui.retours.edition import CampagneEditor
from sdpd_desktop.gui.retours.memoire import MemoireDialog, noms
from sdpd_desktop.gui.retours.preparation import Demande, PreparationPanel
from sdpd_desktop.gui.retours.transmission import TransmissionPane

if TYPE_CHECKING:
    from sdpd_desktop.services.campagnes import PreparationResult
    from sdpd_desktop.services.relances import RelanceResult


class CampagneGestes(QObject):
    """Carries out what the campagnes' panes ask; the page says what came of it.

    Signals:
        done: A sentence, and the folder written to, or None.
        refused: An error that no pane shows.
    """

    done = Signal(str, object)
    refused = Signal(object)

    def __init__(
        self, page: Page, form: Ui_RetoursPage, pane: CampagnesPane, preparation: PreparationPanel
    ) -> None:
        super().__init__(page)
        self._page, self._form, self._pane = page, form, pane
        self._context = page.context
        self.preparation = preparation
        self.memoire: MemoireDialog | None = None
        self._connect()

    def _connect(self) -> None:
        pane = self._pane
        self.preparation.submitted.connect(self._prepare)
        self.preparation.choose_asked.connect(self._choose)
        pane.state_chosen.connect(self._mark)
        pane.rewrite_asked.connect(self._rewrite)
        pane.edit_asked.connect(self._edit)
        pane.close_asked.connect(self._close)
        pane.reopen_asked.connect(self._reopen)
        pane.relance_asked.connect(self._remind)
        pane.transmission_asked.connect(self._type)
        pane.partenaire_asked.connect(self._open_fiche)

    # Made when first asked for: few visits need them, and each visit would wait.

    @cached_property
    def editor(self) -> CampagneEditor:
        """Where a campagne is described."""
        pane = CampagneEditor(self._context.settings)
        pane.submitted.connect(self._save)
        pane.left.connect(self.leave)
        self._form.stack.addWidget(pane)
        return pane

    @cached_property
    def transmission(self) -> TransmissionPane:
        """Where a partner's answers are typed."""
        pane = TransmissionPane()
        pane.submitted.connect(self._transmit)
        pane.emetteur_chosen.connect(self._show_unit)
        pane.left.connect(self.leave)
        self._form.stack.addWidget(pane)
        return pane

    @cached_property
    def fiche(self) -> PartenaireFiche:
        """Whom to write to at a partner, and its units."""
        pane = PartenaireFiche()
        pane.submitted.connect(self._save_fiche)
        pane.left.connect(self.leave_fiche)
        pane.names_asked.connect(self._open_noms)
        self._form.right_stack.addWidget(pane)
        return pane

    @property
    def shown(self) -> CampagneEditor | TransmissionPane | None:
        """The pane that covers the overview: the editor or the answers; None without one."""
        current = self._form.stack.currentWidget()
        return current if isinstance(current, CampagneEditor | TransmissionPane) else None

    def leave(self) -> bool:
        """Go back to the overview; False when the user stays with what was typed."""
        covering = self.shown
        unsaved = isinstance(covering, TransmissionPane) and covering.unsaved
        if unsaved and not self._context.prompts.confirm(
            self._page,
            "Des réponses saisies ne sont pas enregistrées. Les abandonner ?",
            action="Abandonner ces réponses",
        ):
            return False
        self._form.stack.setCurrentWidget(self._form.overview_page)
        self._pane.listing.setFocus()
        return True

    def leave_fiche(self) -> None:
        """Close the form of the partner."""
        self._form.right_stack.setCurrentWidget(self._form.imports_page)

    # ------------------------------------------------------------ preparing

    def _prepare(self, demande: Demande) -> None:
        work = partial(
            self._context.services.campagnes.prepare,
            self._context.plan.code,
            demande.periode,
            demande.dossier,
            None,
            demande.echeance,
        )
        self._page.ask(work, partial(self._on_prepared, demande.dossier), self._on_not_prepared)

    def _on_not_prepared(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.preparation.refuse(error)
        else:
            report(error)

    def _on_prepared(self, folder: Path | None, result: "PreparationResult") -> None:
        self.preparation.close()
        self._show(result.campagne)
        count = len(result.fichiers)
        text = "Campagne enregistrée."
        if folder:
            plural = "s" if count > 1 else ""
            text = f"{count} classeur{plural} écrit{plural} dans {folder}."
        if nobody := nobody_text(result.campagne.sans_destinataire):
            text += f"\n{nobody}"
        self.done.emit(text, folder)

    def _show(self, campagne: CampagneSummary) -> None:
        """Show a campagne, whether the announcement of its change came before or not."""
        work = partial(self._context.services.campagnes.list_all, self._context.plan.code)
        self._page.ask(work, lambda all_: self._pane.set_campagnes(all_, campagne.code))

    def _choose(self, periode: Periode, echeance: dt.date | None) -> None:
        work = partial(self._context.services.campagnes.proposer, self._context.plan.code, periode)
        self._page.ask(
            work, partial(self._open_editor, "", echeance), self._on_not_prepared
        )  # fmt: skip

    def _edit(self, campagne: CampagneSummary, partenaire: str) -> None:
        work = partial(self._context.services.campagnes.proposer, campagne.plan, campagne.periode)
        self._page.ask(work, partial(self._open_editor, partenaire, None), self.refused.emit)

    def _open_editor(self, partenaire: str, echeance: dt.date | None, draft: CampagneDraft) -> None:
        self.editor.show_draft(draft, partenaire, echeance)
        self._form.stack.setCurrentWidget(self.editor)
        self.editor.partners.setFocus()

    def _save(self, draft: CampagneDraft, write: bool) -> None:
        folder = None
        if write:
            folder = self._context.prompts.choose_folder(self._page, "Où écrire les classeurs")
            if folder is None:
                self.editor.set_busy(on=False)
                return
        work = partial(self._context.services.campagnes.enregistrer, draft, folder)
        self._page.ask(work, partial(self._on_saved, folder), self._on_not_saved)

    def _on_saved(self, folder: Path | None, result: "PreparationResult") -> None:
        self.editor.set_busy(on=False)
        self.leave()
        self._on_prepared(folder, result)

    def _on_not_saved(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.editor.refuse(error)
        else:
            report(error)

    # ------------------------------------------------------------ following

    def _mark(self, retour: RetourSummary, etat: EtatRetour, ask_day: bool) -> None:
        on = self._context.today()
        if ask_day:
            text = self._context.prompts.ask_text(
                self._page, f"{RETOURS[etat].texte} depuis le", "Jour (jj/mm/aaaa)", format_date(on)
            )
            if text is None:
                return
            try:
                on = lire_date(text)
            except ValidationError as error:
                self.refused.emit(error)
                return
        work = partial(self._context.services.campagnes.marquer, retour.id, etat, on)
        self._page.ask(work, lambda _retour: None, self.refused.emit)

    def _rewrite(self, retour: RetourSummary) -> None:
        title = f"Où écrire le classeur de {retour.nom}"
        folder = self._context.prompts.choose_folder(self._page, title)
        if folder is None:
            return
        work = partial(self._context.services.campagnes.ecrire, (retour.id,), folder)
        self._page.ask(work, partial(self._on_rewritten, folder), self.refused.emit)

    def _on_rewritten(self, folder: Path, paths: tuple[Path, ...]) -> None:
        plural = "s" if len(paths) > 1 else ""
        self.done.emit(f"{len(paths)} classeur{plural} écrit{plural} dans {folder}.", folder)

    def _close(self, campagne: CampagneSummary) -> None:
        waiting = len(campagne.attendus())
        left = f"{waiting} retours n’y sont pas arrivés. " if waiting > 1 else ""
        left = "Un retour n’y est pas arrivé. " if waiting == 1 else left
        if self._context.prompts.confirm(
            self._page,
            f"Clore la campagne {campagne.periode.libelle}{NBSP}?",
            action="Clore la campagne",
            detail=f"{left}Plus rien n’en sera attendu ni importé. Elle pourra être rouverte.",
        ):
            today = self._context.today()
            work = partial(self._context.services.campagnes.clore, campagne.id, today)
            self._page.ask(work, partial(self._on_closed, "close"), self.refused.emit)

    def _reopen(self, campagne: CampagneSummary) -> None:
        work = partial(self._context.services.campagnes.rouvrir, campagne.id)
        self._page.ask(work, partial(self._on_closed, "rouverte"), self.refused.emit)

    def _on_closed(self, word: str, campagne: CampagneSummary) -> None:
        self._show(campagne)
        self.done.emit(f"La campagne {campagne.periode.libelle} est {word}.", None)

    def _remind(self, campagne: CampagneSummary, retours: Sequence[str] | None) -> None:
        folder = self._context.prompts.choose_folder(
            self._page, "Où écrire les relances (lettre, courriel, classeur)"
        )
        if folder is None:
            return
        self._context.notify("Écriture des relances…")
        work = partial(self._context.services.relances.relancer, campagne.id, folder, retours)
        self._page.ask(work, partial(self._on_reminded, folder), self.refused.emit)

    def _on_reminded(self, folder: Path, result: "RelanceResult") -> None:
        count = len(result.partenaires)
        self._context.notify("Relances écrites.")
        plural = "s" if count > 1 else ""
        self.done.emit(
            f"{count} relance{plural} écrite{plural} dans {folder}{NBSP}: lettre à imprimer, "
            "texte du courriel et classeur.",
            folder,
        )

    # ------------------------------------------------------- typed answers

    def _type(self, retour: RetourSummary) -> None:
        work = partial(self._context.services.campagnes.content, retour.id)
        self._page.ask(work, partial(self._open_answers, retour), self.refused.emit)

    def _open_answers(self, retour: RetourSummary, content: RetourContenu) -> None:
        self.transmission.open(retour, content, self._context.today())
        self._form.stack.setCurrentWidget(self.transmission)
        self.transmission.form.fonction_edit.setFocus()

    def _show_unit(self, emetteur: str) -> None:
        retour = self.transmission.retour
        if retour is not None:
            work = partial(self._context.services.campagnes.content, retour.id, emetteur)
            self._page.ask(work, self.transmission.show_content, self.refused.emit)

    def _transmit(
        self,
        transmission: Transmission,
        saisies: Sequence[SaisieTransmise],
        confirmed: Collection[LigneDemandee],
    ) -> None:
        retour = self.transmission.retour
        if retour is None:
            return
        work = partial(
            self._context.services.transmissions.enregistrer,
            retour.id,
            transmission,
            saisies,
            confirmed,
        )
        self._page.ask(work, self.transmission.show_result, self._on_not_transmitted)

    def _on_not_transmitted(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.transmission.refuse(error)
        else:
            report(error)

    # --------------------------------------------------------- the partner

    def _open_fiche(self, code: str) -> None:
        services = self._context.services
        self._page.ask(
            lambda: (services.memoires.de(code), services.partenaires.territoires()),
            lambda found: self._show_fiche(*found),
            self.refused.emit,
        )

    def _show_fiche(self, memoire: MemoirePartenaire, places: Sequence[TerritoireSummary]) -> None:
        self._form.right_stack.setCurrentWidget(self.fiche)
        self.fiche.show_partenaire(memoire.partenaire, places)
        self._show_noms(memoire)

    def _show_noms(self, memoire: MemoirePartenaire) -> None:
        self.fiche.show_noms(noms(memoire))

    def _open_noms(self, code: str) -> None:
        """Change the names where all that is remembered of the partner is."""
        self.memoire = MemoireDialog(self._context, code, self._page)
        again = partial(self._context.services.memoires.de, code)
        self.memoire.finished.connect(
            lambda: self._page.ask(again, self._show_noms, self.refused.emit)
        )
        self.memoire.open()

    def _save_fiche(self, code: str, contact: Contact, units: Sequence[Emetteur]) -> None:
        work = partial(self._context.services.partenaires.enregistrer, code, contact, units)
        self._page.ask(work, self._on_fiche_saved, self._on_fiche_refused)

    def _on_fiche_saved(self, partenaire: PartenaireSummary) -> None:
        self.leave_fiche()
        self.done.emit(f"Fiche enregistrée{NBSP}: {partenaire.nom}.", None)

    def _on_fiche_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.fiche.refuse(error)
        else:
            report(error)
