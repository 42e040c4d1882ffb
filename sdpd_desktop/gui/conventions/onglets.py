"""The tabs in which a convention is written; every field left is one transaction."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTabWidget

from sdpd_desktop.domain.convention import AnnexeDetails, ConventionDetails, EtatConvention
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.modele_convention import ListesConvention
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.conventions.champs import Champ, ChampsEdit, Value
from sdpd_desktop.gui.conventions.rangs import Change, RangsEdit
from sdpd_desktop.gui.conventions.redaction import (
    ANNEXES,
    ARTICLES,
    CHAMPS,
    COMPOSITION,
    PARTIES,
    SIGNATAIRES,
)
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.conventions.page import ConventionsPage

ANNEXABLES = "Fichiers (*.pdf *.png *.jpg *.jpeg *.xlsx)"


class RedactionTabs(QObject):
    """Drives the tabs « Rédaction », « Parties et signataires », « Articles », « Annexes »."""

    def __init__(self, form: Ui_ConventionsPage, page: "ConventionsPage") -> None:
        super().__init__(page)
        self._page = page
        self._details: ConventionDetails | None = None
        self._listes = ListesConvention()
        # Made where they stand: moving a form there would dress it twice.
        self.champs = ChampsEdit(CHAMPS, form.champs_layout.parentWidget())
        self.champs.left.connect(self._on_left)
        form.champs_layout.addWidget(self.champs)
        self.people = QTabWidget(form.signataires_layout.parentWidget())
        self.parties = RangsEdit(PARTIES, self.people)
        self.signataires = RangsEdit(SIGNATAIRES, self.people)
        self.composition = RangsEdit(COMPOSITION, self.people)
        self.articles = RangsEdit(ARTICLES, form.articles_layout.parentWidget())
        self.annexes = RangsEdit(ANNEXES, form.annexes_layout.parentWidget())
        self.people.setDocumentMode(True)
        self.people.setAccessibleName("Parties, signataires et composition")
        for rangs in (self.signataires, self.parties, self.composition):
            self.people.addTab(rangs, rangs.part.titre)
        form.signataires_layout.addWidget(self.people)
        form.articles_layout.addWidget(self.articles)
        form.annexes_layout.addWidget(self.annexes)
        self.file_button = QPushButton("Ajouter un fichier…")
        icons.dress(self.file_button, "paperclip")
        self.file_button.clicked.connect(self.add_file)
        self.annexes.buttons.insertWidget(1, self.file_button)
        self.print_button = QPushButton("Imprimer…")
        icons.dress(self.print_button, "printer")
        self.print_button.setToolTip(
            "Imprimer les annexes choisies, chacune derrière sa feuille numérotée "
            "(Ctrl ou Maj + clic pour en choisir plusieurs)"
        )
        self.print_button.clicked.connect(self._print)
        self.annexes.buttons.insertWidget(self.annexes.buttons.count() - 1, self.print_button)
        self.annexes.liste.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.annexes.liste.currentRowChanged.connect(self._on_annexe)
        self.annexes.liste.itemSelectionChanged.connect(self._on_annexe)
        for rangs in self._all:
            rangs.changed.connect(partial(self._store, rangs))

    @property
    def _all(self) -> tuple[RangsEdit, ...]:
        return (self.signataires, self.parties, self.composition, self.articles, self.annexes)

    def offer(self, listes: ListesConvention) -> None:
        """Take what fields choose from."""
        self._listes = listes
        self.show_details(self._details)

    def show_details(self, details: ConventionDetails | None) -> None:
        """Show a convention, for writing unless it is frozen or ended."""
        self._details = details
        for widget in (self.champs, self.people, self.articles, self.annexes):
            widget.setVisible(details is not None)
        if details is None:
            return
        editable = not details.figee and details.resume.etat is not EtatConvention.DENONCEE
        self.champs.show_row(details, details, self._listes, editable=editable)
        for rangs in self._all:
            rangs.show_details(details, self._listes, editable=editable)
        self.file_button.setEnabled(editable)
        self._on_annexe()

    def leave_all(self) -> None:
        """Store what is typed and not stored yet, before another convention is shown."""
        for champs in (self.champs, *(rangs.champs for rangs in self._all)):
            champs.leave_all()

    def _on_left(self, champ: Champ, value: Value) -> None:
        self._ask(f"changer {champ.nom}", partial(_written, champ, value), self.champs, champ.nom)

    def _store(self, rangs: RangsEdit, what: str, change: Change) -> None:
        self._ask(what, change, rangs.champs, rangs.asked)

    def _ask(self, what: str, change: Change, champs: ChampsEdit, nom: str) -> None:
        if self._details is None:
            return
        champs.refuse("")
        self._page.ask(
            partial(
                self._page.context.services.redactions.modifier,
                self._details.resume.code, what, change,
            ),
            self._page.show_changed,
            partial(self._on_refused, champs, nom),
        )  # fmt: skip

    def _on_refused(self, champs: ChampsEdit, nom: str, error: Exception) -> None:
        if isinstance(error, UserError):
            champs.refuse(str(error), nom)
            if not champs.isVisible():  # An empty list has no fields to say it.
                self._page.fail(error)
        else:
            self._page.fail(error)

    def _on_annexe(self, *_row: int) -> None:
        chosen = len(self._chosen())
        self.print_button.setEnabled(chosen > 0)
        # Order changes one annex at a time.
        self.annexes.liste.setDragEnabled(chosen == 1 and self.annexes.editable)

    def _chosen(self) -> list[AnnexeDetails]:
        liste, rows = self.annexes.liste, self.annexes.rows
        places = {liste.row(item) for item in liste.selectedItems()}
        return [annexe for place, annexe in enumerate(rows) if place in places]

    def _print(self) -> None:
        self._page.actions_menu.print_annexes(self._chosen())

    def add_file(self) -> None:
        """Add files as annexes, one after the other."""
        if self._details is None:
            return
        context = self._page.context
        for path in context.prompts.choose_files(self._page, "Annexer des fichiers", ANNEXABLES):
            work = partial(context.services.pieces.annexer, self._details.resume.code, path)
            self._page.ask(work, self._on_annexed, self._on_file_refused)

    def _on_annexed(self, details: ConventionDetails) -> None:
        added = details.annexes[-1]
        self._page.context.notify(f"Annexe {added.numero} ajoutée{NBSP}: {added.titre}.")
        self._page.show_changed(details)
        self.annexes.liste.setCurrentRow(len(details.annexes) - 1)

    def _on_file_refused(self, error: Exception) -> None:
        if isinstance(error, ValidationError):
            self.annexes.champs.refuse(str(error))
        self._page.fail(error)


def _written(champ: Champ, value: Value, details: ConventionDetails) -> ConventionDetails:
    changed: ConventionDetails = champ.ecrire(details, value)
    return changed
