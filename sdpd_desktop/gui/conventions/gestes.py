"""The menu « Actions » of a convention."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from sdpd_desktop.domain.convention import AnnexeDetails, ConventionDetails, EtatConvention
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.apercu.impression import print_pdf
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage
from sdpd_desktop.services.apercu import PdfOuvert, ouvrir

if TYPE_CHECKING:
    from sdpd_desktop.gui.conventions.page import ConventionsPage

_LIVING = (EtatConvention.SIGNEE, EtatConvention.EN_VIGUEUR)
_JSON = "Convention (*.json)"
_TAKEN = "Conventions (*.json *.pdf)"


class ActionsMenu(QObject):
    """What is done with a convention as a whole."""

    def __init__(self, form: Ui_ConventionsPage, page: "ConventionsPage") -> None:
        super().__init__(page)
        self._page = page
        self._details: ConventionDetails | None = None
        self.menu = QMenu(form.actions_button)
        add = self._add
        self.print_action = add("Imprimer la convention et ses annexes…", self.print_all)
        self.menu.addSeparator()
        self.propose_action = add("Passer « à signer »", self._propose)
        self.draft_action = add("Remettre en brouillon", self._draft)
        self.end_action = add("Dénoncer…", self.end)
        self.publish_action = add("Référence de publication…", self.publish)
        self.menu.addSeparator()
        self.copy_action = add("Dupliquer…", self._copy)
        self.keep_action = add("Garder comme type du bureau…", self.keep)
        self.export_action = add("Exporter la convention (JSON)…", self.export)
        self.import_action = add("Importer une convention (JSON ou PDF)…", self.take_in)
        self.menu.addSeparator()
        self.delete_action = add("Supprimer le brouillon", self._delete)
        form.actions_button.setMenu(self.menu)

    def _add(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self.menu)
        action.triggered.connect(slot)
        self.menu.addAction(action)
        return action

    def show_details(self, details: ConventionDetails | None) -> None:
        """Offer what the state of the convention allows."""
        self._details = details
        etat = details.resume.etat if details else None
        for action in self.menu.actions():
            action.setEnabled(details is not None or action is self.import_action)
        self.propose_action.setVisible(etat is EtatConvention.BROUILLON)
        self.draft_action.setVisible(etat is EtatConvention.A_SIGNER)
        self.end_action.setVisible(etat in _LIVING)
        self.delete_action.setVisible(etat is EtatConvention.BROUILLON)

    @property
    def _code(self) -> str:
        return self._details.resume.code if self._details else ""

    # ---------------------------------------------------------------- printing

    def print_all(self) -> None:
        """Print the text to sign and every annex, in one gesture: as many as will be signed."""
        details = self._details
        originals = details.exemplaires if details and details.signable else 1
        self._print_liasse("la convention et ses annexes", None, max(1, originals))

    def print_annexes(self, annexes: Sequence[AnnexeDetails]) -> None:
        """Print a chosen few, each behind its sheet."""
        numeros = [annexe.numero for annexe in annexes]
        plural = "s" if len(numeros) > 1 else ""
        self._print_liasse(f"annexe{plural} {', '.join(map(str, numeros))}", set(numeros))

    def _print_liasse(self, quoi: str, numeros: set[int] | None, copies: int = 1) -> None:
        if self._details:
            render = partial(self._page.context.services.liasses.render, self._code, numeros)
            told = partial(self._print, self._code, quoi, copies)
            self._page.context.files.run(self._page, partial(_whole, render), told, self._page.fail)

    def _print(self, code: str, quoi: str, copies: int, pdf: PdfOuvert) -> None:
        noted = partial(self._page.note_printed, code, quoi)
        print_pdf(self._page.context, self._page, pdf, code, noted, copies)

    # ------------------------------------------------------------------ states

    def _propose(self) -> None:
        self._ask(partial(self._page.context.services.conventions.proposer, self._code))

    def _draft(self) -> None:
        self._ask(partial(self._page.context.services.conventions.reprendre, self._code))

    def _delete(self) -> None:
        code = self._code
        self._page.ask(
            partial(self._page.context.services.redactions.supprimer, code),
            lambda _none: self._page.context.notify(f"{code} supprimée (Ctrl+Z la rétablit)."),
        )

    def end(self) -> None:
        """Record that a party ends the convention."""
        page, title = self._page, "Dénoncer la convention"
        ask = partial(page.context.prompts.ask_text, page, title)
        told = ask(f"Dénoncée le (jj/mm/aaaa){NBSP}:", format_date(page.context.today()))
        if not told:
            return
        effect = ask(f"Prend effet le (jj/mm/aaaa, vide si ce n’est pas dit){NBSP}:")
        motif = None if effect is None else ask(f"Par qui, pour quoi{NBSP}:")
        if motif is None:
            return
        try:
            on, effet = lire_date(told), lire_date(effect) if effect else None
        except UserError as error:
            page.fail(error)
            return
        service = page.context.services.conventions
        self._ask(partial(service.denoncer, self._code, on, motif, effet))

    def publish(self) -> None:
        """Store the reference of the publication."""
        if self._details is None:
            return
        raa = self._page.context.prompts.ask_text(
            self._page, "Référence de publication",
            f"Numéro au recueil des actes administratifs{NBSP}:", self._details.raa,
        )  # fmt: skip
        if raa is not None:
            self._ask(partial(self._page.context.services.conventions.publier, self._code, raa))

    # --------------------------------------------------------------- handing over

    def _copy(self) -> None:
        self._page.creation.open_copy(self._code)

    def keep(self) -> None:
        """Make a kind of the office of it."""
        page = self._page
        name = page.context.prompts.ask_text(
            page, "Garder comme type du bureau", f"Nom du type de convention{NBSP}:"
        )
        if name is not None:
            page.ask(
                partial(page.context.services.redactions.garder_modele, self._code, name),
                lambda kept: page.context.notify(f"Type gardé{NBSP}: {kept.libelle}."),
            )

    def export(self) -> None:
        """Write the convention for another office."""
        page, code = self._page, self._code
        out = page.context.prompts.choose_target(
            page, "Exporter la convention", f"{code}.json", _JSON
        )
        if out is not None:
            page.ask(
                partial(page.context.services.conventions.write_json, code, out),
                lambda path: page.context.notify(f"Convention écrite{NBSP}: {path}"),
            )

    def take_in(self) -> None:
        """Store a convention that another office wrote, as a draft."""
        page = self._page
        for path in page.context.prompts.choose_files(page, "Importer une convention", _TAKEN):
            page.ask(partial(page.context.services.redactions.importer, path), page.show_changed)

    def _ask(self, work: "partial[ConventionDetails]") -> None:
        self._page.ask(work, self._page.show_changed)


def _whole(render: "partial[bytes]") -> PdfOuvert:
    return ouvrir(render())
