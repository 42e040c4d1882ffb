"""The page « Conventions »."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import (
    SIGNABLES,
    ConventionDetails,
    ConventionSummary,
    EtatConvention,
)
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.texte import NBSP, quote, search_key
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.conventions.creation import CreationFrame
from sdpd_desktop.gui.conventions.fiche import badge_renouvellement, fiche, link_of
from sdpd_desktop.gui.conventions.gestes import ActionsMenu
from sdpd_desktop.gui.conventions.onglets import RedactionTabs
from sdpd_desktop.gui.conventions.original import SignatureFrame
from sdpd_desktop.gui.conventions.pieces import PiecesTab
from sdpd_desktop.gui.conventions.signatures import SignatureMenu
from sdpd_desktop.gui.conventions.versions import VersionsTab
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage
from sdpd_desktop.gui.labels import CONVENTIONS, NATURES_CONVENTION, Badge
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.widgets.badge import StateBadge
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.message_bar import Tone

_ORDER = {etat: rank for rank, etat in enumerate(EtatConvention)}
_PAGE_OF = {"action": "strategie", "indicateur": "indicateurs"}
_DOCUMENTS = {
    DocumentConvention.TEXTE: "Texte à signer",
    DocumentConvention.SYNTHESE: "Synthèse",
}


class ConventionsPage(Page):
    """The register on the left; what a convention holds, in tabs, on the right."""

    titre = "Conventions"
    concerned = frozenset({Change.CONVENTIONS, Change.PLANS, Change.INDICATEURS, Change.PARAMETRES})
    prints = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: tuple[ConventionSummary, ...] = ()
        self._details: ConventionDetails | None = None
        self._wished = ""
        self.form = Ui_ConventionsPage()
        self.form.setupUi(self)
        self.own_bar = self.form.message_bar
        self.listing = Listing(
            ColumnTableModel(self._columns()), "Conventions", context.settings, "conventions/liste"
        )
        self.form.list_layout.addWidget(self.listing)
        self._empty = EmptyState(
            "file-certificate",
            "Aucune convention",
            f"{quote('Nouvelle…')} (Ctrl+N) en prépare une{NBSP}; celles d’un plan de référence "
            "arrivent avec lui (Paramètres).",
            "Nouvelle convention",
        )
        self.form.list_stack.addWidget(self._empty)
        self.etat_badge = StateBadge()
        self.form.detail_head.addWidget(self.etat_badge)
        self.notice_label = QLabel()
        self.notice_label.setProperty("role", "muet")
        self.notice_label.setWordWrap(True)
        self.form.detail_layout.insertWidget(1, self.notice_label)
        self.form.apercu.plug(context)
        self.signatures = SignatureMenu(self)
        self.signatures.install(self.form.bar_layout, before=self.form.sign_button)
        self.signature = SignatureFrame(self.form, self)
        self.creation = CreationFrame(self.form, self)
        self.actions_menu = ActionsMenu(self.form, self)
        self.versions = VersionsTab(self.form, self)
        self.pieces = PiecesTab(self.form, self)
        self._parts: list[ActionsMenu | RedactionTabs | VersionsTab | PiecesTab | SignatureMenu]
        self._parts = [self.actions_menu, self.versions, self.pieces, self.signatures]
        self.form.splitter.setSizes([372, 768])
        self.form.splitter.setStretchFactor(1, 1)
        self._fill_combos()
        self._connect()
        self._show_details(None)

    @cached_property
    def redaction(self) -> RedactionTabs:
        """The tabs it is written in: half of what the page is made of, and so made apart."""
        tabs = RedactionTabs(self.form, self)
        self._parts.append(tabs)
        return tabs

    def _columns(self) -> tuple[Column[ConventionSummary], ...]:
        today = self.context.today

        def renewal(row: ConventionSummary) -> Badge | None:
            return badge_renouvellement(row, today())

        return (
            Column("Code", lambda row: row.code, 124),
            Column(
                "État",
                lambda row: CONVENTIONS[row.etat].texte,
                100,
                sort=lambda row: _ORDER[row.etat],
                badge=lambda row: CONVENTIONS[row.etat],
                tip=_since,
            ),
            Column(
                "Fin",
                lambda row: badge.texte if (badge := renewal(row)) else format_date(row.fin),
                140,
                sort=lambda row: row.fin,
                badge=renewal,
                tip=lambda row: format_date(row.fin),
            ),
            Column("Titre", lambda row: row.titre, 250, tip=lambda row: row.titre),
            Column("Depuis le", lambda row: format_date(row.etat_le), 86, lambda r: r.etat_le),
            Column("Nature", _nature, 130, tip=_nature),
            Column("Parties", lambda row: row.parties, 260, tip=lambda row: row.parties),
        )

    def _fill_combos(self) -> None:
        combo = self.form.etat_combo
        combo.addItem("Tous les états", None)
        for etat, badge in CONVENTIONS.items():
            combo.addItem(f"{badge.forme.value}{NBSP}{NBSP}{badge.texte}", etat)
        for document, name in _DOCUMENTS.items():
            self.form.document_combo.addItem(name, document)
        self.form.document_combo.addItem(f"Liasse{NBSP}: tout, fichiers compris")

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.new_button, "file-plus")
        icons.dress(form.sign_button, "signature", "on_primary")
        icons.dress(form.export_button, "file-type-pdf")
        icons.dress(form.print_button, "printer")
        form.filter_edit.textChanged.connect(self._filter)
        form.etat_combo.currentIndexChanged.connect(self._filter)
        form.renouveler_check.toggled.connect(self._filter)
        form.annexes_check.toggled.connect(self._preview)
        form.document_combo.activated.connect(self._preview)
        form.tabs.currentChanged.connect(self._on_tab)
        form.new_button.clicked.connect(self.new_object)
        self._empty.activated.connect(self.new_object)
        form.export_button.clicked.connect(self._export)
        form.print_button.clicked.connect(self.print_document)
        form.sign_button.clicked.connect(self.open_signature)
        form.detail_text.anchorClicked.connect(self._follow)
        form.apercu.shown.connect(form.print_button.setEnabled)
        form.apercu.printed.connect(lambda what: self.note_printed(self._code, "aperçu", what))
        self.listing.chosen.connect(self._on_chosen)
        self.listing.opened.connect(lambda _row: form.tabs.setFocus())

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self.ask(
            self.context.services.redactions.listes, lambda listes: self.redaction.offer(listes)
        )
        self.ask(self.context.services.conventions.list_all, self._show)

    def _show(self, rows: tuple[ConventionSummary, ...]) -> None:
        self._rows = rows
        self.form.list_stack.setCurrentWidget(self.form.list_page if rows else self._empty)
        self._filter()
        if self._wished and self.listing.choose(lambda row: row.code == self._wished):
            self._wished = ""
        elif self.listing.current_row() is None:
            self.listing.choose(lambda row: True)

    def _filter(self) -> None:
        words = search_key(self.form.filter_edit.text()).split()
        etat = self.form.etat_combo.currentData()
        rows = [row for row in self._rows if etat in (None, row.etat) and _holds(row, words)]
        if self.form.renouveler_check.isChecked():
            rows = [row for row in rows if row.renouvellement(self.context.today())]
        self.listing.set_rows(rows, key=lambda row: row.code)

    @override
    def focus_filter(self) -> None:
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    @override
    def focus_first(self) -> None:
        self.listing.setFocus()

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind != "convention":
            return False
        self.form.filter_edit.clear()
        self.form.etat_combo.setCurrentIndex(0)
        self.form.renouveler_check.setChecked(False)
        self._wished = "" if self.listing.choose(lambda row: row.code == code) else code
        return True

    @override
    def open_files(self, paths: Sequence[Path]) -> None:
        self.signatures.verify(paths)

    @override
    def print_document(self) -> bool:
        if self.form.tabs.currentWidget() is self.form.apercu_tab:
            return self.form.apercu.print_document()
        self.actions_menu.print_all()
        return self._details is not None

    @override
    def new_object(self) -> bool:
        self.creation.open()
        return True

    @override
    def go_back(self) -> bool:
        for frame in (self.signature, self.creation):
            if frame.opened:
                frame.close()
                return True
        return False

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.listing, self.form.tabs)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "form"):
            self._write_details()

    # -------------------------------------------------------------- detail

    def _on_chosen(self, row: ConventionSummary | None) -> None:
        if row is None or row.code != self._code:
            self.redaction.leave_all()
        if row is None:
            self._show_details(None)
            return
        work = partial(self.context.services.conventions.details, row.code)
        self.ask(work, self._show_details)

    def show_changed(self, details: ConventionDetails) -> None:
        """Show a convention that was just changed, perhaps under another code."""
        if details.resume.code != self._code:
            self.open_object("convention", details.resume.code, None)
        else:
            self._show_details(details)

    def _show_details(self, details: ConventionDetails | None) -> None:
        current = self.listing.current_row()
        if details is not None and (current is None or current.code != details.resume.code):
            return  # Another row was chosen meanwhile.
        if details is None or self._details is None or self._code != details.resume.code:
            self.signature.close()
        self._details = details
        self._write_details()
        for part in self._parts:
            part.show_details(details)
        form = self.form
        signable = details is not None and (
            details.resume.etat in SIGNABLES or details.avenant_ouvert is not None
        )
        form.sign_button.setEnabled(signable)
        form.actions_button.setEnabled(True)
        form.export_button.setEnabled(details is not None)
        self._preview()

    @property
    def _code(self) -> str:
        return self._details.resume.code if self._details else ""

    def _write_details(self) -> None:
        form, details = self.form, self._details
        self.etat_badge.set_badge(CONVENTIONS[details.resume.etat] if details else None)
        form.heading_label.setText(details.resume.titre if details else "")
        self.notice_label.setText(_notice(details) if details else "")
        self.notice_label.setVisible(bool(self.notice_label.text()))
        text = fiche(details, colours.shown().muted) if details else ""
        form.detail_text.setHtml(text)

    def _preview(self) -> None:
        apercu = self.form.apercu
        if self._details is None:
            apercu.clear("Choisissez une convention pour voir ses pages.")
            return
        if self.form.tabs.currentWidget() is not self.form.apercu_tab:
            return  # Drawn when it is looked at.
        self.form.annexes_check.setEnabled(self._document is not None)
        apercu.show_document(self._code, self._render())

    def _render(self) -> "partial[bytes]":
        if self._document is None:
            return partial(self.context.services.liasses.render, self._code)
        annexes = self.form.annexes_check.isChecked()
        if self._document is DocumentConvention.TEXTE:
            return partial(self.context.services.signatures.pages, self._code, annexes)
        return partial(
            self.context.services.conventions.render_pdf,
            self._code,
            annexes,
            self._document,
        )

    @property
    def _document(self) -> DocumentConvention | None:
        """The document chosen, None for the liasse of everything."""
        chosen = self.form.document_combo.currentData()
        return DocumentConvention(chosen) if chosen else None

    def _on_tab(self) -> None:
        self._preview()

    def _follow(self, url: QUrl) -> None:
        kind, plan, code = link_of(url.toString())
        self.context.navigate(Link(_PAGE_OF[kind], kind, code, plan))

    # ----------------------------------------------------------- documents

    def _export(self) -> None:
        annexes, document = self.form.annexes_check.isChecked(), self._document
        suffix = "-annexes" if annexes else ""
        if document is not DocumentConvention.TEXTE:
            suffix = f"-synthese{suffix}" if document else "-liasse"
        out = self.context.prompts.choose_target(
            self, "Exporter la convention", f"{self._code}{suffix}.pdf", "PDF (*.pdf)"
        )
        if out is None:
            return
        services = self.context.services
        work = (
            partial(services.conventions.write_pdf, self._code, out, annexes, document)
            if document
            else partial(services.liasses.write, self._code, out)
        )
        self.context.files.run(self, work, self._on_exported, self.fail)

    def _on_exported(self, path: Path) -> None:
        self.form.message_bar.show_message(f"Document écrit{NBSP}: {path}", Tone.SUCCES)

    def note_printed(self, code: str, document: str, what: str) -> None:
        """Write in the journal what went to a printer."""
        service = self.context.services.conventions
        self.ask(partial(service.noter_impression, code, f"{document}, {what}"), lambda _none: None)

    def open_signature(self) -> None:
        """Ask for the signature on paper of the convention, or of its avenant."""
        if self._details:
            self.signature.open(self._details)


def _since(row: ConventionSummary) -> str:
    since = f" depuis le {format_date(row.etat_le)}" if row.etat_le else ""
    return f"{CONVENTIONS[row.etat].texte}{since}"


def _nature(row: ConventionSummary) -> str:
    return row.nature_libre or NATURES_CONVENTION[row.nature]


def _notice(details: ConventionDetails) -> str:
    """Say what keeps it from being written, or what is still to be written."""
    if details.figee:
        when = format_date(details.versions[-1].figee_le.astimezone().date())
        return f"Figée par le dépôt de l’exemplaire signé, le {when}. Un avenant la rouvre."
    if details.avenant_ouvert:
        avenant = details.avenant_ouvert
        return f"Avenant n° {avenant.numero} en préparation{NBSP}: {avenant.objet}"
    missing = details.manques() if details.resume.etat in SIGNABLES else ()
    shown = ", ".join(missing[:4]) + ("…" if len(missing) > 4 else "")
    return f"À compléter{NBSP}: {shown}." if missing else ""


def _holds(row: ConventionSummary, words: Sequence[str]) -> bool:
    text = search_key(f"{row.code} {row.titre} {row.parties} {_nature(row)}")
    return all(word in text for word in words)
