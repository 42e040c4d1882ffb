"""The page « Retours partenaires »."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.journal import ChangementSummary, ResultatAnnulation
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.retour import CampagneSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.journal.annulation import undo_asking, undone_in_words
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.partenaires.fiche import PartenaireFiche
from sdpd_desktop.gui.retours.campagnes import CampagnesPane
from sdpd_desktop.gui.retours.edition import CampagneEditor
from sdpd_desktop.gui.retours.gestes import CampagneGestes
from sdpd_desktop.gui.retours.imports import ImportationSuivie, ImportsPane, read_imports
from sdpd_desktop.gui.retours.preparation import PreparationPanel
from sdpd_desktop.gui.retours.reception import Reception
from sdpd_desktop.gui.widgets.message_bar import Tone

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.services.importations import ResultatImportation


_REFUSED_LINES = 5


@dataclass(frozen=True)
class RetoursData:
    """What the page shows, read in one go."""

    campagnes: tuple[CampagneSummary, ...]
    imports: tuple[ImportationSuivie, ...]
    partenaires: tuple[PartenaireSummary, ...]


def read(services: "Services", plan: str) -> RetoursData:
    """Ask the services; runs on the database lane."""
    campagnes = services.campagnes.list_all(plan) if plan else ()
    return RetoursData(campagnes, read_imports(services), services.partenaires.list_all())


class RetoursPage(Page):
    """Campagnes and returns on the left; what came back on the right; the preview over both."""

    titre = "Retours partenaires"
    concerned = frozenset({Change.RETOURS, Change.PARAMETRES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_RetoursPage()
        self.form.setupUi(self)
        self.campagnes = CampagnesPane(self.form, context.settings, context.today, self)
        self.imports = ImportsPane(self.form, context.settings, self)
        self.preparation = PreparationPanel(self.form, context, self)
        self.gestes = CampagneGestes(self, self.form, self.campagnes, self.preparation)
        self.reception = Reception(self.form, self)
        self._refused: list[str] = []
        self._last_action: partial[None] | None = None
        self._wished = ""
        self.form.refused_frame.hide()
        self.form.splitter.setSizes([500, 610])
        self._connect()

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.open_button, "folder-open", "on_primary")
        icons.dress(form.prepare_button, "file-export")
        icons.dress(form.undo_button, "arrow-back-up")
        form.open_button.clicked.connect(self.choose_files)
        form.drop_zone.activated.connect(self.choose_files)
        form.prepare_button.clicked.connect(self.new_object)
        form.clear_refused_button.clicked.connect(self._clear_refused)
        form.message_bar.activated.connect(self._on_message_action)
        self.campagnes.prepare_asked.connect(self.new_object)
        self.gestes.done.connect(self._on_done)
        self.gestes.refused.connect(self.fail)
        self.imports.undo_asked.connect(self._undo)
        self.imports.journal_asked.connect(
            lambda numero: self.context.navigate(Link("journal", "changement", str(numero)))
        )
        reception = self.reception
        reception.finished.connect(self._show_overview)
        reception.applied.connect(self._on_applied)
        reception.applied_all.connect(self._on_applied_all)
        reception.refused.connect(self._refuse)
        reception.failed.connect(self.fail)
        reception.annotate_asked.connect(self._annotate)
        shortcut = QShortcut(QKeySequence("Ctrl+O"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.choose_files)

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self.ask(partial(read, self.context.services, self.context.plan.code), self._show)

    def _show(self, data: RetoursData) -> None:
        self.campagnes.set_partenaires(data.partenaires)
        self.campagnes.set_campagnes(data.campagnes)
        self.imports.set_imports(data.imports)
        if self._wished and self.campagnes.choose(self._wished):
            self._wished = ""

    @override
    def focus_filter(self) -> None:
        if self._shown is self.reception.preview:
            self.reception.preview.focus_filter()
        elif isinstance(self.gestes.shown, CampagneEditor):
            self.gestes.shown.focus_filter()

    @override
    def focus_first(self) -> None:
        if self._shown is self.reception.preview:
            self.reception.preview.view.setFocus()
        elif self._shown is not None:
            self._shown.setFocus()
        elif self.campagnes.campagne:
            self.campagnes.listing.setFocus()
        else:
            self.form.prepare_button.setFocus()

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind not in ("retour", "partenaire"):
            return False
        self.reception.leave()
        self._wished = "" if self.campagnes.choose(code) else code
        return True

    @override
    def open_files(self, paths: Sequence[Path]) -> None:
        if self.gestes.shown is not None and not self.gestes.leave():
            return
        if self._shown is None:
            self.form.message_bar.clear()
        self.reception.open_files(paths)

    @override
    def new_object(self) -> bool:
        if not self.context.plan.code:
            self.context.alert("Choisissez d’abord un plan dans la barre du haut.")
            return False
        if self.gestes.shown is not None and not self.gestes.leave():
            return True
        self.reception.leave()
        self.preparation.open(self.campagnes.campagne)
        return True

    @override
    def go_back(self) -> bool:
        if self._shown is not None or self.reception.reading:
            self.reception.back()
        elif self.gestes.shown is not None:
            self.gestes.leave()
        elif isinstance(self.form.right_stack.currentWidget(), PartenaireFiche):
            self.gestes.leave_fiche()
        elif self.preparation.is_open:
            self.preparation.close()
        elif not self.form.message_bar.isHidden():
            self.form.message_bar.clear()
        else:
            return False
        return True

    @override
    def panes(self) -> Sequence[QWidget]:
        if self._shown is self.reception.preview:
            return (self.reception.preview.view,)
        if self._shown is self.reception.lot:
            return (self.reception.lot.listing,)
        if self._shown is not None:
            return (self._shown,)
        covering = self.gestes.shown
        if isinstance(covering, CampagneEditor):
            return (covering.partners, covering.lines)
        if covering is not None:
            return (covering.view,)
        return (self.campagnes.listing, self.imports.listing)

    @property
    def _shown(self) -> QWidget | None:
        """The pane of a file that is over the campagnes, None when there is none."""
        return self.reception.shown

    def _say(
        self,
        text: str,
        tone: Tone = Tone.INFO,
        action: str = "",
        then: "partial[None] | None" = None,
    ) -> None:
        self._last_action = then
        self.form.message_bar.show_message(text, tone, action)

    def _on_message_action(self) -> None:
        if self._last_action:
            self._last_action()

    @override
    def fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            report(error)
            return
        conflicts = error.conflicts if isinstance(error, ConflictError) else ()
        self._say("\n".join((str(error), *conflicts)), Tone.ERREUR)

    def _on_done(self, text: str, folder: Path | None) -> None:
        if folder is None:
            self._say(text, Tone.SUCCES)
        else:
            open_folder = partial(self.context.prompts.open_path, folder)
            self._say(text, Tone.SUCCES, "Ouvrir le dossier", open_folder)

    # --------------------------------------------------------------- files

    def choose_files(self) -> None:
        """Ask for workbooks, and show what they would change."""
        paths = self.context.prompts.choose_files(self, "Ouvrir les classeurs des partenaires")
        if paths:
            self.open_files(paths)

    def _refuse(self, reason: str) -> None:
        self._refused.append(reason)
        form, lines = self.form, len(self._refused)
        form.refused_label.setText(_refused_title(lines))
        form.refused_edit.setPlainText("\n".join(self._refused))
        height = min(lines + 1, _REFUSED_LINES) * form.refused_edit.fontMetrics().lineSpacing() + 8
        # The style sheet's own minimum would win over setFixedHeight.
        form.refused_edit.setStyleSheet(f"min-height: {height}px; max-height: {height}px;")
        form.refused_frame.show()

    def _clear_refused(self) -> None:
        self._refused.clear()
        self.form.refused_frame.hide()

    def _show_overview(self) -> None:
        self.form.stack.setCurrentWidget(self.form.overview_page)
        self.focus_first()

    # -------------------------------------------------------------- import

    def _on_applied(self, fichier: str, result: "ResultatImportation") -> None:
        text = f"{fichier}{NBSP}: " + _stored(result.nouveaux, result.modifies)
        if result.changement is None:
            self._say(text, Tone.SUCCES)
        else:
            undo = partial(self._undo, result.changement)
            self._say(text, Tone.SUCCES, "Annuler cet import", undo)

    def _on_applied_all(self, results: Sequence["ResultatImportation"]) -> None:
        new = sum(result.nouveaux for result in results)
        changed = sum(result.modifies for result in results)
        count = f"{len(results)} fichier{'s' if len(results) > 1 else ''}"
        self._say(f"{count}{NBSP}: {_stored(new, changed)}", Tone.SUCCES)

    def _undo(self, numero: int) -> None:
        work = partial(self.context.services.journal.resume, numero)
        self.ask(work, self._undo_asking)

    def _undo_asking(self, row: ChangementSummary) -> None:
        undo_asking(self, self.context, row, self._on_undone, self.fail)

    def _on_undone(self, numero: int, done: ResultatAnnulation) -> None:
        self._say(undone_in_words(numero, done), Tone.SUCCES)

    def _annotate(self, proposition: Proposition) -> None:
        folder = self.context.prompts.choose_folder(self, "Où écrire la copie annotée")
        if folder is None:
            return
        self.context.files.run(
            self,
            partial(self.context.services.importations.annotate, proposition, folder),
            self._on_annotated,
            self.fail,
        )

    def _on_annotated(self, path: Path | None) -> None:
        if path is None:
            self._say("Aucune erreur à marquer dans ce classeur.")
            return
        show = partial(self.context.prompts.open_path, path.parent)
        self._say(f"Copie annotée écrite{NBSP}: {path}", Tone.SUCCES, "Ouvrir le dossier", show)


def _refused_title(count: int) -> str:
    return "Un fichier refusé" if count == 1 else f"{count} fichiers refusés"


def _stored(new: int, changed: int) -> str:
    def words(count: int, noun: str) -> str:
        return f"{count} {noun}{'s' if count > 1 else ''}"

    return (
        f"{words(new, 'ligne')} nouvelle{'s' if new > 1 else ''} et "
        f"{words(changed, 'ligne')} modifiée{'s' if changed > 1 else ''} enregistrées."
    )
