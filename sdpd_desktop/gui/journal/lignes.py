"""The lines of the changement chosen, page by page, each of an import leading to its file."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.journal import ChangementSummary, PageLignes, SourceChangement
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_journal_page import Ui_JournalPage
from sdpd_desktop.gui.journal.detail import ChampTouche, listing_champs, touched
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.provenance.fenetre import ProvenanceDialog

PAGE = 200
_PAUSE_MS = 150
_Page = tuple[PageLignes, tuple[ChampTouche, ...]]


class LignesPane(QObject):
    """Drives the lower half of the journal."""

    def __init__(self, context: Context, form: Ui_JournalPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._form, self._page = context, form, parent
        self._changement: ChangementSummary | None = None
        self._rows: tuple[ChampTouche, ...] = ()
        self._lines = 0
        self._suite: int | None = None
        self._ticket = 0
        self.fields = listing_champs(context.settings, parent)
        form.rows_layout.addWidget(self.fields)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._reload)
        icons.dress(form.provenance_button, "file-spreadsheet")
        form.line_filter_edit.textChanged.connect(lambda _text: self._pause.start())
        form.next_lines_button.clicked.connect(self._ask_more)
        form.provenance_button.clicked.connect(lambda: self._open(self.fields.current_row()))
        self.fields.opened.connect(self._open)
        self.fields.chosen.connect(self._on_chosen)

    def show_changement(self, changement: ChangementSummary | None) -> None:
        """Show the lines of another changement, from the first."""
        numbers = {row.numero if row else None for row in (self._changement, changement)}
        if len(numbers) > 1:
            self._form.line_filter_edit.blockSignals(True)
            self._form.line_filter_edit.clear()
            self._form.line_filter_edit.blockSignals(False)
        self._changement = changement
        imported = changement is not None and changement.source is SourceChangement.IMPORT
        self._form.provenance_button.setVisible(imported)
        self._form.line_filter_edit.setVisible(changement is not None)
        self._reload()

    def _reload(self) -> None:
        self._pause.stop()
        if self._changement is None:
            self._ticket += 1
            self._rows, self._lines, self._suite = (), 0, None
            self._show()
            return
        self._ask(0)

    def _ask_more(self) -> None:
        if self._suite is not None:
            self._ask(self._suite)

    def _ask(self, after: int) -> None:
        self._ticket += 1
        assert self._changement is not None
        words = self._form.line_filter_edit.text()
        work = partial(_read, self._context, self._changement.numero, after, words)
        self._context.tasks.run(self._page, work, partial(self._take, self._ticket, after), _fail)

    def _take(self, ticket: int, after: int, page: _Page) -> None:
        if ticket != self._ticket:
            return
        found, fields = page
        self._rows = (*self._rows, *fields) if after else fields
        self._lines = self._lines + len(found.lignes) if after else len(found.lignes)
        self._suite = found.suite
        self._show()

    def _show(self) -> None:
        form, changement = self._form, self._changement
        self.fields.set_rows(self._rows, key=lambda row: row)
        form.next_lines_button.setVisible(self._suite is not None)
        total = changement.lignes if changement else 0
        shown = f"{format_nombre(self._lines)} sur {format_nombre(total)}"
        form.lines_label.setText(f"{shown} ligne{'s' if total > 1 else ''}" if changement else "")
        self._on_chosen(self.fields.current_row())

    def _on_chosen(self, row: ChampTouche | None) -> None:
        self._form.provenance_button.setEnabled(row is not None)

    def _open(self, row: ChampTouche | None) -> None:
        changement = self._changement
        if row is None or changement is None or changement.source is not SourceChangement.IMPORT:
            return
        load = partial(self._context.services.provenances.of_line, changement.numero, row.ligne)
        ProvenanceDialog(self._context, load, self._page).open()


def _read(context: Context, numero: int, after: int, words: str) -> _Page:
    """Read a page and put its fields into words; runs on the database lane."""
    page = context.services.journal.lignes(numero, PAGE, after, words)
    return page, tuple(touched(page.lignes))


def _fail(error: Exception) -> None:
    if not isinstance(error, UserError):
        report(error)
