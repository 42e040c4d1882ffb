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
from sdpd_desktop.domain.retour import CampagneSummary, EtatRetour, RetourSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.journal.annulation import undo_asking, undone_in_words
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.retours.attente import FileAttente
from sdpd_desktop.gui.retours.campagnes import CampagnesPane, nobody_text
from sdpd_desktop.gui.retours.imports import ImportationSuivie, ImportsPane, read_imports
from sdpd_desktop.gui.retours.preparation import Demande, PreparationPanel
from sdpd_desktop.gui.retours.proposition import PropositionPane
from sdpd_desktop.gui.widgets.message_bar import Tone

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.services.campagnes import PreparationResult
    from sdpd_desktop.services.importations import ResultatImportation


_REFUSED_LINES = 5


@dataclass(frozen=True)
class RetoursData:
    """What the page shows, read in one go."""

    campagnes: tuple[CampagneSummary, ...]
    imports: tuple[ImportationSuivie, ...]


def read(services: "Services", plan: str) -> RetoursData:
    """Ask the services; runs on the database lane."""
    campagnes = services.campagnes.list_all(plan) if plan else ()
    return RetoursData(campagnes, read_imports(services))


class RetoursPage(Page):
    """Campagnes and returns on the left; what came back on the right; the preview over both."""

    titre = "Retours partenaires"
    concerned = frozenset({Change.RETOURS, Change.PARAMETRES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_RetoursPage()
        self.form.setupUi(self)
        self.campagnes = CampagnesPane(self.form, context.settings, self)
        self.imports = ImportsPane(self.form, context.settings, self)
        self.preparation = PreparationPanel(self.form, context, self)
        self.preview = PropositionPane(context.settings)
        self.form.stack.addWidget(self.preview)
        self._queue = FileAttente()
        self._reading: Path | None = None
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
        self.campagnes.state_chosen.connect(self._mark)
        self.campagnes.rewrite_asked.connect(self._rewrite)
        self.preparation.submitted.connect(self._prepare)
        self.imports.undo_asked.connect(self._undo)
        self.imports.journal_asked.connect(
            lambda numero: self.context.navigate(Link("journal", "changement", str(numero)))
        )
        self.preview.apply_asked.connect(self._apply)
        self.preview.annotate_asked.connect(self._annotate)
        self.preview.skipped.connect(self._next_file)
        self.preview.left.connect(self._leave)
        shortcut = QShortcut(QKeySequence("Ctrl+O"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.choose_files)

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self.ask(partial(read, self.context.services, self.context.plan.code), self._show)

    def _show(self, data: RetoursData) -> None:
        self.campagnes.set_campagnes(data.campagnes)
        self.imports.set_imports(data.imports)
        if self._wished and self.campagnes.choose(self._wished):
            self._wished = ""

    @override
    def focus_filter(self) -> None:
        if self._previewing:
            self.preview.focus_filter()

    @override
    def focus_first(self) -> None:
        if self._previewing:
            self.preview.view.setFocus()
        elif self.campagnes.campagne:
            self.campagnes.listing.setFocus()
        else:
            self.form.prepare_button.setFocus()

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind not in ("retour", "partenaire"):
            return False
        self._leave()
        self._wished = "" if self.campagnes.choose(code) else code
        return True

    @override
    def open_files(self, paths: Sequence[Path]) -> None:
        self._queue.add(paths)
        if not self._previewing and not self._reading:
            self.form.message_bar.clear()
            self._next_file()
        elif self._previewing and self.preview.proposition:
            self.preview.form.queue_label.setText(self._queue.place)
            self.preview.form.skip_button.show()

    @override
    def new_object(self) -> bool:
        if not self.context.plan.code:
            self.context.alert("Choisissez d’abord un plan dans la barre du haut.")
            return False
        self._leave()
        self.preparation.open(self.campagnes.campagne)
        return True

    @override
    def go_back(self) -> bool:
        if self._previewing or self._reading:
            self._leave()
        elif self.preparation.is_open:
            self.preparation.close()
        elif not self.form.message_bar.isHidden():
            self.form.message_bar.clear()
        else:
            return False
        return True

    @override
    def panes(self) -> Sequence[QWidget]:
        if self._previewing:
            return (self.preview.view,)
        return (self.campagnes.listing, self.imports.listing)

    @property
    def _previewing(self) -> bool:
        return self.form.stack.currentWidget() is self.preview

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

    # ----------------------------------------------------------- campagnes

    def _prepare(self, demande: Demande) -> None:
        work = partial(
            self.context.services.campagnes.prepare,
            self.context.plan.code,
            demande.periode,
            demande.dossier,
            None,
            demande.echeance,
        )
        self.ask(work, partial(self._on_prepared, demande.dossier), self._on_not_prepared)

    def _on_not_prepared(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.preparation.refuse(error)
        else:
            report(error)

    def _on_prepared(self, folder: Path, result: "PreparationResult") -> None:
        self.preparation.close()
        self._wanted_campagne(result.campagne)
        count = len(result.fichiers)
        text = f"{count} classeur{'s' if count > 1 else ''} écrit{'s' if count > 1 else ''} "
        text += f"dans {folder}."
        if nobody := nobody_text(result.campagne.sans_destinataire):
            text += f"\n{nobody}"
        open_folder = partial(self.context.prompts.open_path, folder)
        self._say(text, Tone.SUCCES, "Ouvrir le dossier", open_folder)

    def _wanted_campagne(self, campagne: CampagneSummary) -> None:
        """Show the campagne just prepared, whether its announcement came before or not."""
        plan = self.context.plan.code
        work = partial(self.context.services.campagnes.list_all, plan)
        self.ask(work, lambda all_: self.campagnes.set_campagnes(all_, campagne.code))

    def _rewrite(self, retour: RetourSummary) -> None:
        campagne = self.campagnes.campagne
        if campagne is None:
            return
        folder = self.context.prompts.choose_folder(self, f"Où écrire le classeur de {retour.nom}")
        if folder is None:
            return
        work = partial(
            self.context.services.campagnes.prepare,
            campagne.plan,
            campagne.periode,
            folder,
            retour.partenaire,
        )
        self.ask(work, partial(self._on_prepared, folder))

    def _mark(self, retour: RetourSummary, etat: EtatRetour) -> None:
        services, today = self.context.services, self.context.today()
        work = partial(services.campagnes.marquer, retour.id, etat, today)
        self.ask(work, lambda _retour: None)

    # --------------------------------------------------------------- files

    def choose_files(self) -> None:
        """Ask for workbooks and preview them one after the other."""
        paths = self.context.prompts.choose_files(self, "Ouvrir les classeurs des partenaires")
        if paths:
            self.open_files(paths)

    def _next_file(self) -> None:
        path = self._queue.next()
        self._reading = path
        if path is None:
            self._show_overview()
            return
        self.preview.set_busy("Lecture…")
        place = f" ({self._queue.place.lower()})" if self._queue.place else ""
        self.context.notify(f"Lecture de {path.name}{place}… (Échap pour abandonner)")
        self.context.files.run(
            self,
            partial(self.context.services.importations.propose, path),
            partial(self._on_proposed, path),
            partial(self._on_refused, path),
        )

    def _on_proposed(self, path: Path, proposition: Proposition) -> None:
        if path is not self._reading:
            return  # The user left meanwhile.
        self._reading = None
        self.preview.show_proposition(proposition, self._queue.place)
        self.form.stack.setCurrentWidget(self.preview)
        self.preview.view.setFocus()
        self.context.notify(f"{path.name}{NBSP}: {len(proposition.lignes)} lignes lues.")

    def _on_refused(self, path: Path, error: Exception) -> None:
        if path is not self._reading:
            return
        if isinstance(error, UserError):
            named = path.name in str(error)
            self._refuse(str(error) if named else f"{path.name}{NBSP}: {error}")
        else:
            report(error)
        self.context.notify(f"{path.name}{NBSP}: non lu.")
        self._next_file()

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

    def _leave(self) -> None:
        """Go back to the campagnes; files not looked at yet are left as they are."""
        left = self._queue.clear() + (self._reading is not None)
        self._reading = None
        if left:
            self.context.notify(_unread(left))
        if self._previewing:
            self._show_overview()

    # -------------------------------------------------------------- import

    def _apply(self, indexes: list[int]) -> None:
        proposition = self.preview.proposition
        if proposition is None:
            return
        self.preview.set_busy("Enregistrement…")
        work = partial(self.context.services.importations.apply, proposition, indexes)
        self.ask(work, partial(self._on_applied, proposition), self._on_not_applied)

    def _on_not_applied(self, error: Exception) -> None:
        self.preview.set_busy("")
        self.fail(error)

    def _on_applied(self, proposition: Proposition, result: "ResultatImportation") -> None:
        text = f"{proposition.fichier}{NBSP}: " + _stored(result.nouveaux, result.modifies)
        if result.changement is None:
            self._say(text, Tone.SUCCES)
        else:
            undo = partial(self._undo, result.changement)
            self._say(text, Tone.SUCCES, "Annuler cet import", undo)
        self._next_file()

    def _undo(self, numero: int) -> None:
        work = partial(self.context.services.journal.resume, numero)
        self.ask(work, self._undo_asking)

    def _undo_asking(self, row: ChangementSummary) -> None:
        undo_asking(self, self.context, row, self._on_undone, self.fail)

    def _on_undone(self, numero: int, done: ResultatAnnulation) -> None:
        self._say(undone_in_words(numero, done), Tone.SUCCES)

    def _annotate(self) -> None:
        proposition = self.preview.proposition
        if proposition is None:
            return
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


def _unread(count: int) -> str:
    return "Un fichier n’a pas été lu." if count == 1 else f"{count} fichiers n’ont pas été lus."


def _refused_title(count: int) -> str:
    return "Un fichier refusé" if count == 1 else f"{count} fichiers refusés"


def _stored(new: int, changed: int) -> str:
    def words(count: int, noun: str) -> str:
        return f"{count} {noun}{'s' if count > 1 else ''}"

    return (
        f"{words(new, 'ligne')} nouvelle{'s' if new > 1 else ''} et "
        f"{words(changed, 'ligne')} modifiée{'s' if changed > 1 else ''} enregistrées."
    )
