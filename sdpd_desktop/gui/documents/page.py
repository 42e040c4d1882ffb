"""The page « Documents »: reports chosen, written, seen, exported and issued."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.rapport import Rapport, RapportEmis
from sdpd_desktop.domain.texte import NBSP, insecable
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.apercu.impression import print_pdf
from sdpd_desktop.gui.documents.choix import ChoixCard, ChoixData, Demande, parts, read
from sdpd_desktop.gui.documents.emission import EmissionPanel
from sdpd_desktop.gui.documents.libelles import FILTRES
from sdpd_desktop.gui.documents.registre import RegistreTab
from sdpd_desktop.gui.documents.texte import TexteTab
from sdpd_desktop.gui.generated.ui_documents_page import Ui_DocumentsPage
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.widgets.message_bar import Tone
from sdpd_desktop.services.apercu import PdfOuvert, ouvrir

_NO_PLAN = "Choisissez un plan dans la barre du haut."
_CORRECT = "Corrigez le choix de gauche pour voir le document."


class DocumentsPage(Page):
    """What to draw up on the left; its preview, its text and the register on the right."""

    titre = "Documents"
    concerned = frozenset(
        {
            Change.PLANS,
            Change.INDICATEURS,
            Change.CONVENTIONS,
            Change.PARAMETRES,
            Change.RAPPORTS,
        }
    )
    prints = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._titre = ""
        self._told: frozenset[str] = frozenset()
        self._offer: Callable[[], None] = _nothing
        self._render: Callable[[], bytes] | None = None
        self.form = Ui_DocumentsPage()
        self.form.setupUi(self)
        self.own_bar = self.form.message_bar
        self.form.apercu.plug(context)
        self.choix = ChoixCard(self.form, self)
        self.texte = TexteTab(self.form, self)
        self.registre = RegistreTab(self.form, self)
        self.emission = EmissionPanel(self.form, self)
        self.form.splitter.setSizes([310, 830])
        self.form.splitter.setStretchFactor(1, 1)
        self._connect()
        self._allow(False)

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.pdf_button, "file-type-pdf")
        icons.dress(form.xlsx_button, "file-spreadsheet")
        icons.dress(form.odt_button, "file-text")
        icons.dress(form.print_button, "printer")
        icons.dress(form.issue_button, "file-export", "on_primary")
        icons.dress(form.copy_button, "download")
        icons.dress(form.copy_print_button, "printer")
        for format_, button in self._export_buttons().items():
            button.clicked.connect(partial(self._export, format_))
        form.print_button.clicked.connect(self._print)
        form.issue_button.clicked.connect(self.new_object)
        form.tabs.currentChanged.connect(self._draw_preview)
        form.message_bar.activated.connect(lambda: self._offer())
        self.choix.changed.connect(self._preview)
        self.choix.type_changed.connect(partial(self.refresh, None))
        self.emission.issued.connect(self._on_issued)

    def _export_buttons(self) -> dict[str, QPushButton]:
        form = self.form
        return {"pdf": form.pdf_button, "xlsx": form.xlsx_button, "odt": form.odt_button}

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self.registre.reload()
        plan = self.context.plan.code
        if not plan:
            self._preview()
            return
        work = partial(read, self.context.services, plan, self.choix.type)
        self.ask(work, self._on_choices)

    def _on_choices(self, data: ChoixData) -> None:
        self.choix.show_choices(data)
        self._preview()

    @override
    def focus_first(self) -> None:
        self.form.type_combo.setFocus()

    @override
    def focus_filter(self) -> None:
        self.form.tabs.setCurrentWidget(self.form.register_tab)
        self.form.register_filter_edit.setFocus()
        self.form.register_filter_edit.selectAll()

    @override
    def print_document(self) -> bool:
        if self.form.tabs.currentWidget() is self.form.register_tab:
            return self.registre.print_copy()
        return self._print()

    @override
    def new_object(self) -> bool:
        demande = self.choix.demande
        if demande is None or not self.form.issue_button.isEnabled():
            return False
        self.emission.open(demande, self._titre, self.registre.recipients)
        return True

    @override
    def go_back(self) -> bool:
        if self.emission.close():
            self.form.issue_button.setFocus()
            return True
        return False

    @override
    def panes(self) -> Sequence[QWidget]:
        form = self.form
        match form.tabs.currentWidget():
            case form.text_tab:
                first = self.texte.first
                right: tuple[QWidget, ...] = (first,) if first else ()
            case form.register_tab:
                right = (self.registre.listing, form.copy_apercu.form.pages_view)
            case _:
                right = (form.apercu.form.pages_view,)
        return (*parts(form), *right)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "choix"):
            self.choix.mark_empty(self._told)

    # ------------------------------------------------------------- preview

    def _preview(self) -> None:
        plan, demande = self.context.plan.code, self.choix.demande
        if demande != self.emission.demande:
            self.emission.close()
        self.texte.show_for(plan, self.choix.periode, self.choix.narratif)
        place = self.form.tabs.indexOf(self.form.text_tab)
        self.form.tabs.setTabVisible(place, bool(self.choix.narratif))
        if demande is None:
            self._show_nothing(self.choix.refus, _NO_PLAN if not plan else _CORRECT)
            return
        rapports = self.context.services.rapports
        chosen = (demande.type, demande.plan, demande.periode, demande.options)
        self.ask(
            partial(rapports.contenu, *chosen),
            partial(self._describe, demande),
            partial(self._on_refused, demande),
        )

    def _describe(self, demande: Demande, rapport: Rapport) -> None:
        if demande != self.choix.demande:
            return  # Something else was chosen meanwhile.
        form = self.form
        self.choix.refuse("")
        form.coverage_label.setText(insecable(" ".join(rapport.avertissements)))
        self._told = frozenset(section.code for section in rapport.sections)
        self.choix.mark_empty(self._told)
        self._titre = f"{rapport.titre} · {rapport.plan}"
        chosen = (demande.type, demande.plan, demande.periode, demande.options)
        self._render = partial(self.context.services.rapports.apercu_pdf, *chosen)
        self._allow(True)
        self._draw_preview()

    def _draw_preview(self) -> None:
        """Draw the document again if it changed: only where it can be seen."""
        seen = self.form.tabs.currentWidget() is self.form.preview_tab
        if self._render is not None and seen:
            self.form.apercu.show_document(self._titre, self._render)
            self._render = None

    def _on_refused(self, demande: Demande, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.fail(error)
        elif demande == self.choix.demande:
            self._show_nothing(str(error), _CORRECT)

    def _show_nothing(self, refusal: str, advice: str) -> None:
        self._render = None
        self._allow(False)
        self.choix.refuse(refusal)
        self.form.coverage_label.setText("")
        self.form.apercu.clear(advice)

    def _allow(self, there: bool) -> None:
        form = self.form
        for button in (*self._export_buttons().values(), form.print_button, form.issue_button):
            button.setEnabled(there)

    # ---------------------------------------------------- exports, register

    def _export(self, format_: str) -> None:
        demande = self.choix.demande
        if demande is None:
            return
        out = self.context.prompts.choose_target(
            self, "Exporter le document", f"{demande.nom}.{format_}", FILTRES[format_]
        )
        if out is None:
            return
        chosen = (demande.type, demande.plan, demande.periode, out, demande.options)
        work = partial(self.context.services.rapports.ecrire, *chosen)
        self._after_text(lambda: self.context.files.run(self, work, self.say_written, self.fail))

    def _print(self) -> bool:
        demande = self.choix.demande
        if demande is None or not self.form.print_button.isEnabled():
            return False
        chosen = (demande.type, demande.plan, demande.periode, demande.options)
        work = partial(_draw, partial(self.context.services.rapports.apercu_pdf, *chosen))
        titre = self._titre
        self._after_text(
            lambda: self.context.files.run(
                self, work, lambda pdf: print_pdf(self.context, self, pdf, titre), self.fail
            )
        )
        return True

    def _after_text(self, then: Callable[[], None]) -> None:
        """Go on once the text being written is stored: the database lane keeps its order."""
        self.texte.save_all()
        self.ask(_nothing, lambda _done: then())

    def say_written(self, path: Path) -> None:
        """Say where a file is, and offer to open it."""
        self._offer = partial(self.context.prompts.open_path, path)
        self.form.message_bar.show_message(
            f"Document écrit{NBSP}: {path}", Tone.SUCCES, action="Ouvrir"
        )

    def _on_issued(self, emis: RapportEmis) -> None:
        self._offer = partial(self._show_issued, emis)
        self.form.message_bar.show_message(
            f"{emis.titre}, version {emis.numero}, émis pour {emis.destinataire}{NBSP}: "
            "un exemplaire est au registre.",
            Tone.SUCCES,
            action="Voir l’exemplaire",
        )

    def _show_issued(self, emis: RapportEmis) -> None:
        self.form.message_bar.clear()
        self.form.tabs.setCurrentWidget(self.form.register_tab)
        self.registre.choose(emis)
        self.registre.listing.setFocus()


def _nothing() -> None:
    """Do nothing: what it waits behind is done."""


def _draw(make: Callable[[], bytes]) -> PdfOuvert:
    return ouvrir(make())
