"""Takes in the files dropped: reads them one by one, shows them, applies what is accepted."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.disposition import Disposition
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.reception import (
    DispositionAConfirmer,
    Recus,
    comparer_versions,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.provenance.fenetre import open_proposed, open_replaced
from sdpd_desktop.gui.retours.avancement import Avancement
from sdpd_desktop.gui.retours.disposition import DispositionPane
from sdpd_desktop.gui.retours.enregistrement import Enregistrement
from sdpd_desktop.gui.retours.lignes import LigneNumerotee
from sdpd_desktop.gui.retours.lot import FichierRecu, LotPane
from sdpd_desktop.gui.retours.memoire import MemoireDialog
from sdpd_desktop.gui.retours.proposition import PropositionPane
from sdpd_desktop.gui.retours.questions import Questions
from sdpd_desktop.gui.retours.taches import Read, Shown, confirmed, examine, together
from sdpd_desktop.gui.retours.versions import VersionsPane

if TYPE_CHECKING:
    from sdpd_desktop.services.importations import ResultatImportation
    from sdpd_desktop.services.receptions import Lot


class Reception(QObject):
    """Drives the panes that show files, over the page's campagnes.

    Signals:
        finished: No file is left to look at: the campagnes come back.
        applied: The file's name and the result of storing its lines.
        applied_all: The files stored, and the results.
        refused: Why a file was not read.
        failed: The error of a gesture.
        annotate_asked: The proposition of which a marked copy is wanted.
    """

    finished = Signal()
    applied = Signal(str, object)
    applied_all = Signal(object)
    refused = Signal(str)
    failed = Signal(object)
    annotate_asked = Signal(object)

    def __init__(self, form: Ui_RetoursPage, page: Page) -> None:
        super().__init__(page)
        self._form, self._page = form, page
        settings = page.context.settings
        self.rows: list[FichierRecu] = []
        self._lot: Lot | None = None
        self._cancel: threading.Event | None = None
        self._unfolding = 0
        self._visit = 0
        self.preview = PropositionPane(settings)
        self.lot = LotPane(settings)
        self.disposition = DispositionPane()
        self.versions = VersionsPane(settings)
        self.memoire: MemoireDialog | None = None
        self._avancement = Avancement(page.context.notify, self)
        self._questions = Questions(page.context, self.preview, self)
        self._storing = Enregistrement(page.context, self._next_ready, self)
        for pane in self.panes:
            form.stack.addWidget(pane)
        self._connect()

    def _connect(self) -> None:
        preview, lot = self.preview, self.lot
        preview.apply_asked.connect(self._apply)
        preview.annotate_asked.connect(lambda: self.annotate_asked.emit(preview.proposition))
        preview.skipped.connect(self._open_following)
        preview.left.connect(self.back)
        self._questions.answered.connect(self._on_answered)
        self._questions.failed.connect(self._on_failed)
        preview.memoire_asked.connect(self._show_memoire)
        preview.ligne_asked.connect(partial(open_proposed, self._context, preview))
        preview.ancien_asked.connect(partial(open_replaced, self._context, preview))
        lot.opened.connect(self._open)
        lot.left.connect(self.leave)
        lot.stopped.connect(self._stop_asked)
        lot.apply_asked.connect(self._storing.start)
        lot.compare_asked.connect(self._compare)
        self.disposition.confirmed.connect(self._confirm)
        self.disposition.skipped.connect(self.back)
        self.versions.left.connect(self._show_lot)
        self.versions.kept.connect(self._keep)
        self._storing.advanced.connect(self._on_advanced)
        self._storing.stored.connect(lambda path: self._replace(path, traite=True))
        self._storing.ended.connect(self.applied_all)
        self._storing.failed.connect(self.failed)

    @property
    def _context(self) -> Context:
        return self._page.context

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """The panes it shows."""
        return (self.lot, self.preview, self.disposition, self.versions)

    @property
    def shown(self) -> QWidget | None:
        """The pane that is shown, None when the campagnes are."""
        current = self._form.stack.currentWidget()
        return current if current in self.panes else None

    @property
    def reading(self) -> bool:
        """Whether files are being looked for, or read."""
        return self._cancel is not None or self._unfolding > 0

    # ------------------------------------------------------------- reading

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files and folders in, after those already there."""
        if not self.rows:
            self._lot = self._context.services.receptions.lot()
        work = partial(self._context.services.receptions.deplier, tuple(paths))
        self._unfolding += 1
        self._context.files.run(
            self,
            work,
            partial(self._on_unfolded, self._visit),
            partial(self._on_not_unfolded, self._visit),
        )

    def _on_not_unfolded(self, visit: int, error: Exception) -> None:
        if visit == self._visit:
            self._unfolding -= 1
            self._on_failed(error)

    def _on_unfolded(self, visit: int, recus: Recus) -> None:
        if visit != self._visit:
            return  # The user left meanwhile.
        self._unfolding -= 1
        known = {row.chemin for row in self.rows if not (row.refus or row.traite or row.laisse)}
        new = [path for path in recus.fichiers if path not in known]
        self.rows = [row for row in self.rows if row.chemin not in new]
        self.rows += [FichierRecu(path) for path in new]
        self.lot.say_left_out(recus.ecartes)
        if not self.rows:
            for text in recus.ecartes:
                self.refused.emit(text)
            self.finished.emit()
            return
        if self._cancel is None:
            self._read_next()

    def _read_next(self) -> None:
        row = next((row for row in self.rows if not row.lu), None)
        if row is None:
            self._cancel = None
            self._avancement.stop()
            self._on_all_read()
            return
        self._cancel = threading.Event()
        if len(self.rows) > 1 and self.shown in (None, self.lot):
            self._show_lot()
        rank = self.rows.index(row) + 1
        place = f" (fichier {rank} sur {len(self.rows)})" if len(self.rows) > 1 else ""
        part = self._avancement.start(f"{row.chemin.name}{place}")
        assert self._lot is not None
        self._context.files.run(
            self,
            partial(examine, self._lot, row.chemin, self._cancel, part),
            partial(self._on_read, row.chemin, self._cancel),
            partial(self._on_refused, row.chemin, self._cancel),
        )

    def _on_read(self, path: Path, reading: threading.Event, read: Read) -> None:
        if reading is not self._cancel:
            return  # The user left meanwhile.
        found, lines = read
        if isinstance(found, Proposition):
            self._replace(path, proposition=found, seule=found, lignes=lines, question=None)
            number = len(found.lignes)
            told = f"{format_nombre(number)} lignes lues" if number > 1 else f"{number} ligne lue"
            self._context.notify(f"{path.name}{NBSP}: {told}.")
        else:
            self._replace(path, question=found)
            self._context.notify(f"{path.name}{NBSP}: lu, disposition à confirmer.")
        self._read_next()

    def _on_refused(self, path: Path, reading: threading.Event, error: Exception) -> None:
        if reading is not self._cancel:
            return
        if isinstance(error, UserError):
            named = path.name in str(error)
            text = str(error) if named else f"{path.name}{NBSP}: {error}"
        else:
            report(error)
            text = f"{path.name}{NBSP}: erreur inattendue, non lu."
        self._replace(path, refus=text)
        self._context.notify(f"{path.name}{NBSP}: non lu.")
        self._read_next()

    def _on_all_read(self) -> None:
        if all(row.refus for row in self.rows):
            for row in self.rows:
                self.refused.emit(row.refus)
            self._clear()
            self.finished.emit()
        elif len(self.rows) == 1:
            if self.shown is None:
                self._open(self.rows[0])
        else:
            self._show_place()
            work = partial(together, self._context.services, tuple(self.rows))
            self._context.files.run(self, work, self._on_together, self._on_failed)

    def _on_together(self, rows: tuple[FichierRecu, ...]) -> None:
        if self._cancel is not None or [row.chemin for row in rows] != [
            row.chemin for row in self.rows
        ]:
            return  # More files came meanwhile, or the user left.
        self.rows = list(rows)
        if self.shown in (None, self.lot):
            self._show_lot()
            self.lot.listing.setFocus()

    # --------------------------------------------------------------- panes

    def _show(self, pane: QWidget) -> None:
        self._form.stack.setCurrentWidget(pane)

    def _show_lot(self) -> None:
        busy = ""
        if self._cancel is not None:
            read = sum(row.lu for row in self.rows)
            busy = f"Lecture{NBSP}: {read} sur {len(self.rows)}"
        elif self._storing.running:
            busy = f"Enregistrement{NBSP}: {self._storing.done} fichiers faits"
        self.lot.show_files(self.rows, busy)
        self._show(self.lot)

    def _open(self, row: FichierRecu) -> None:
        if row.question is not None:
            self.disposition.show_question(row.question)
            self._show(self.disposition)
        elif row.proposition is not None:
            self.preview.show_proposition(row.proposition, row.lignes)
            self._show_place()
            self._show(self.preview)
            self.preview.view.setFocus()

    def _show_place(self) -> None:
        """Say which of the files is shown."""
        shown = self.preview.proposition
        ranks = [n for n, r in enumerate(self.rows, 1) if shown and r.chemin == shown.chemin]
        several = bool(ranks) and len(self.rows) > 1
        self.preview.show_place(f"Fichier {ranks[0]} sur {len(self.rows)}" if several else "")

    def _open_following(self) -> None:
        """Open the next file to look at, the first after the last; the list when there is none."""
        shown = self.preview.proposition
        rank = next((n for n, r in enumerate(self.rows) if shown and r.chemin == shown.chemin), 0)
        around = (*self.rows[rank + 1 :], *self.rows[:rank])
        row = next(
            (r for r in around if (r.proposition or r.question) and not (r.traite or r.laisse)),
            None,
        )
        if row is None:
            self.back()
        else:
            self._open(row)

    def back(self) -> None:
        """Go back to the list of files, or to the campagnes when there was one file."""
        if self.shown not in (None, self.lot) and len(self.rows) > 1:
            self._show_lot()
            self.lot.listing.setFocus()
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to the campagnes; what was not applied is left as it is."""
        left = sum(not row.lu for row in self.rows) + self._unfolding
        if self._cancel is not None:
            self._cancel.set()
        self._clear()
        if left:
            self._context.notify(_unread(left))
        self.finished.emit()

    def _stop_asked(self) -> None:
        """Stop after the file at hand; what was read, or stored, stays."""
        self._storing.stop()
        if self._cancel is not None:
            self._cancel.set()
            self._cancel = None
            self._avancement.stop()
            self.rows = [row for row in self.rows if row.lu]
            self._on_all_read() if self.rows else self.leave()

    def _clear(self) -> None:
        self.rows, self._lot, self._cancel = [], None, None
        self._unfolding = 0
        self._avancement.stop()
        self._storing.stop()
        self._visit += 1

    def _replace(self, path: Path, **changes: object) -> None:
        self.rows = [
            replace(row, **changes) if row.chemin == path else row  # type: ignore[arg-type]
            for row in self.rows
        ]

    def _on_failed(self, error: Exception) -> None:
        self.preview.set_busy("")
        self.failed.emit(error)

    # ------------------------------------------------------------- answers

    def _on_answered(
        self, path: Path, proposition: Proposition, lines: tuple[LigneNumerotee, ...]
    ) -> None:
        self._replace(path, proposition=proposition, seule=proposition, lignes=lines)

    def _confirm(self, question: DispositionAConfirmer, retour: str, layout: Disposition) -> None:
        work = partial(confirmed, self._context.services, question, retour, layout)
        self._context.files.run(
            self, work, partial(self._on_confirmed, question.chemin), self._on_not_confirmed
        )

    def _on_confirmed(self, path: Path, made: Shown) -> None:
        proposition, lines = made
        self._replace(path, proposition=proposition, seule=proposition, lignes=lines, question=None)
        row = next((row for row in self.rows if row.chemin == path), None)
        if row is not None and self.shown is self.disposition:
            self._open(row)

    def _on_not_confirmed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.disposition.refuse(str(error))
        else:
            self.disposition.set_busy(False)
            report(error)

    def _show_memoire(self) -> None:
        if self.preview.proposition is not None:
            code = self.preview.proposition.partenaire
            self.memoire = MemoireDialog(self._context, code, self._page)
            self.memoire.open()

    # ------------------------------------------------------------ versions

    def _compare(self, row: FichierRecu | None) -> None:
        if row is None or row.proposition is None or not row.versions:
            return
        other = next((r for r in self.rows if r.chemin == row.versions[0]), None)
        if other is not None and other.proposition is not None:
            work = partial(comparer_versions, row.proposition, other.proposition)
            self._context.files.run(self, work, self._on_compared, self._on_failed)

    def _on_compared(self, versions: object) -> None:
        self.versions.show_versions(versions)  # type: ignore[arg-type]
        self._show(self.versions)

    def _keep(self, kept: Proposition, left: Proposition) -> None:
        self._replace(left.chemin, laisse=True)
        self._replace(kept.chemin, versions=())
        work = partial(together, self._context.services, tuple(self.rows))
        self._context.files.run(self, work, self._on_together_kept, self._on_failed)

    def _on_together_kept(self, rows: tuple[FichierRecu, ...]) -> None:
        self.rows = list(rows)
        self._show_lot()

    # ------------------------------------------------------------ applying

    def _apply(self, indexes: list[int]) -> None:
        proposition = self.preview.proposition
        if proposition is None:
            return
        self.preview.set_busy("Enregistrement…")
        work = partial(self._context.services.importations.apply, proposition, indexes)
        self._context.tasks.run(self, work, partial(self._on_applied, proposition), self._on_failed)

    def _on_applied(self, proposition: Proposition, result: "ResultatImportation") -> None:
        self._replace(proposition.chemin, traite=True)
        self.applied.emit(proposition.fichier, result)
        self.back()

    def _next_ready(self) -> FichierRecu | None:
        return next((row for row in self.rows if row.pret), None)

    def _on_advanced(self) -> None:
        if self.rows:
            self._show_lot()


def _unread(count: int) -> str:
    return "Un fichier n’a pas été lu." if count == 1 else f"{count} fichiers n’ont pas été lus."
