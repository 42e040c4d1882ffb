"""The page « Journal »."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.journal import ChangementSummary, ResultatAnnulation, SourceChangement
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.expurgation.fenetre import ExpurgationDialog
from sdpd_desktop.gui.generated.ui_journal_page import Ui_JournalPage
from sdpd_desktop.gui.journal.annulation import undo_asking, undone_in_words
from sdpd_desktop.gui.journal.lignes import LignesPane
from sdpd_desktop.gui.labels import SOURCES, Badge, Forme
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.message_bar import Tone

if TYPE_CHECKING:
    from sdpd_desktop.services.journal import VerificationJournal

PAGE = 200
_PAUSE_MS = 150
_HOLDS = Badge("En vigueur", "ok", Forme.COCHE)


def _state(row: ChangementSummary) -> Badge:
    if row.annule_par:
        return Badge(f"Annulé par n°{NBSP}{row.annule_par}", "neutral", Forme.TRAIT)
    return _HOLDS


def _when(row: ChangementSummary) -> str:
    local = row.instant.astimezone()
    return f"{format_date(local.date())} {local:%H:%M}"


def _source(row: ChangementSummary) -> str:
    put_back = f" du n°{NBSP}{row.annule}" if row.annule else ""
    return f"{SOURCES[row.source]}{put_back}"


_COLUMNS: tuple[Column[ChangementSummary], ...] = (
    Column("N°", lambda row: str(row.numero), 52, lambda row: row.numero, right=True),
    Column("Quand", _when, 128, sort=lambda row: row.instant),
    Column("Qui", lambda row: row.auteur, 120),
    Column("Quoi", lambda row: row.commande, 0, tip=lambda row: row.commande),
    Column("Source", _source, 170, tip=lambda row: row.reference),
    Column(
        "Lignes",
        lambda row: format_nombre(row.lignes),
        60,
        sort=lambda row: row.lignes,
        right=True,
    ),
    Column("État", lambda row: _state(row).texte, 146, badge=_state),
)


class JournalPage(Page):
    """Changements, newest first, over the rows of the one chosen."""

    titre = "Journal"
    concerned = frozenset({Change.JOURNAL})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[ChangementSummary, ...] = ()
        self._ticket = 0
        self._wished = 0
        self.form = Ui_JournalPage()
        self.form.setupUi(self)
        self.own_bar = self.form.message_bar
        self.listing = Listing(
            ColumnTableModel(_COLUMNS), "Changements", context.settings, "journal/liste"
        )
        self.form.list_layout.addWidget(self.listing)
        self._empty = EmptyState("notebook", "Le journal est vide")
        self.form.list_stack.addWidget(self._empty)
        self.lines = LignesPane(context, self.form, self)
        self.fields = self.lines.fields
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.form.splitter.setSizes([300, 320])
        self._fill_sources()
        self._connect()
        self._on_chosen(None)

    def _fill_sources(self) -> None:
        self.form.source_combo.addItem("Toutes les sources", None)
        for source in SourceChangement:
            self.form.source_combo.addItem(SOURCES[source], source)

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.verify_button, "shield-check")
        icons.dress(form.expunge_button, "eye-off")
        icons.dress(form.undo_button, "arrow-back-up", "on_primary")
        self._pause.timeout.connect(self._load)
        form.filter_edit.textChanged.connect(lambda _text: self._pause.start())
        form.source_combo.currentIndexChanged.connect(self._filter)
        form.older_button.clicked.connect(self._load_older)
        form.verify_button.clicked.connect(self._verify)
        form.expunge_button.clicked.connect(
            lambda: ExpurgationDialog(self.context, parent=self).open()
        )
        form.undo_button.clicked.connect(self._undo)
        self.listing.chosen.connect(self._on_chosen)

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self._load()

    @override
    def focus_filter(self) -> None:
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    @override
    def focus_first(self) -> None:
        self.listing.setFocus()

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind != "changement" or not code.isdigit():
            return False
        self.form.filter_edit.clear()
        self.form.source_combo.setCurrentIndex(0)
        self._wished = int(code)
        self._fulfil()
        return True

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.listing, self.fields)

    # ---------------------------------------------------------------- list

    def _load(self) -> None:
        """Read again as many changements as are shown."""
        self._pause.stop()
        self._ticket += 1
        limit = max(PAGE, len(self._rows))
        words = self.form.filter_edit.text()
        work = partial(self.context.services.journal.history, limit, None, words)
        self.ask(work, partial(self._show, self._ticket, limit))

    def _load_older(self) -> None:
        self._ticket += 1
        before = self._rows[-1].numero if self._rows else None
        words = self.form.filter_edit.text()
        work = partial(self.context.services.journal.history, PAGE, before, words)
        self.ask(work, partial(self._append, self._ticket))

    def _show(self, ticket: int, limit: int, rows: tuple[ChangementSummary, ...]) -> None:
        if ticket != self._ticket:
            return
        self._rows = rows
        self.form.older_button.setVisible(len(rows) == limit and rows[-1].numero > 1)
        self._filter()
        self._fulfil()

    def _append(self, ticket: int, rows: tuple[ChangementSummary, ...]) -> None:
        if ticket != self._ticket:
            return
        self._rows += rows
        self.form.older_button.setVisible(len(rows) == PAGE)
        self._filter()
        self._fulfil()

    def _filter(self) -> None:
        source = self.form.source_combo.currentData()
        rows = [row for row in self._rows if source in (None, row.source)]
        form = self.form
        filtered = bool(form.filter_edit.text().strip()) or source is not None
        self._empty.say(
            "Aucun changement ne correspond" if filtered else "Le journal est vide",
            "Changez le filtre." if filtered else "Chaque geste enregistré y laissera une ligne.",
        )
        form.list_stack.setCurrentWidget(form.list_page if rows else self._empty)
        form.count_label.setText(f"{len(rows)} changement{'s' if len(rows) > 1 else ''}")
        self.listing.set_rows(rows, key=lambda row: row.numero)
        if self.listing.current_row() is None and not self._wished:
            self.listing.choose(lambda row: True)

    def _fulfil(self) -> None:
        """Show the changement wished for, reading older ones until it is there."""
        if not self._wished or not self._rows:
            return
        if self.listing.choose(lambda row: row.numero == self._wished):
            self._wished = 0
        elif self._rows[-1].numero > self._wished:
            self._load_older()
        else:
            self._wished = 0

    # -------------------------------------------------------------- detail

    def _on_chosen(self, row: ChangementSummary | None) -> None:
        form = self.form
        form.conflicts_label.hide()
        form.undo_button.setVisible(row is not None)
        self.lines.show_changement(row)
        if row is None:
            form.heading_label.setText("Choisissez un changement")
            form.meta_label.setText("Ses valeurs avant et après s’affichent ici.")
            return
        form.heading_label.setText(f"n°{NBSP}{row.numero} · {row.commande}")
        form.meta_label.setText(_meta(row))
        final = row.source is SourceChangement.EXPURGATION
        form.undo_button.setEnabled(row.annule_par is None and row.lignes > 0 and not final)

    def _undo(self) -> None:
        row = self.listing.current_row()
        if row is not None:
            undo_asking(self, self.context, row, self._on_undone, self._on_not_undone)

    def _on_undone(self, numero: int, done: ResultatAnnulation) -> None:
        self.form.message_bar.show_message(undone_in_words(numero, done), Tone.SUCCES)

    def _on_not_undone(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.fail(error)
            return
        reasons = error.conflicts if isinstance(error, ConflictError) else ()
        self.form.conflicts_label.setText("\n• ".join((str(error), *reasons[:12])))
        self.form.conflicts_label.show()

    # -------------------------------------------------------------- verify

    def _verify(self) -> None:
        self.form.verify_button.setEnabled(False)
        self.form.verify_button.setText("Vérification…")
        self.ask(self.context.services.journal.verify, self._on_verified, self._on_not_verified)

    def _on_verified(self, result: "VerificationJournal") -> None:
        self._ready()
        count = format_nombre(result.changements)
        if result.ok:
            text = f"La chaîne est intacte{NBSP}: {count} changements vérifiés."
            self.form.message_bar.show_message(text, Tone.SUCCES)
            return
        text = (
            f"La chaîne est rompue ({count} changements lus). Ne travaillez plus sur cette base"
            f"{NBSP}: restaurez la dernière sauvegarde (Paramètres)."
        )
        self.form.message_bar.show_message("\n".join((text, *result.defauts[:6])), Tone.ERREUR)

    def _on_not_verified(self, error: Exception) -> None:
        self._ready()
        self.fail(error)

    def _ready(self) -> None:
        self.form.verify_button.setEnabled(True)
        self.form.verify_button.setText("Vérifier la chaîne")


def _meta(resume: ChangementSummary) -> str:
    parts = [f"{_when(resume)} · {resume.auteur} · {_source(resume)}"]
    if resume.reference and resume.source is SourceChangement.IMPORT:
        parts.append(f"Fichier SHA-256{NBSP}: {resume.reference[:16]}…")
    if resume.annule_par:
        parts.append(f"Annulé par le changement n°{NBSP}{resume.annule_par}.")
    return "\n".join(parts)
