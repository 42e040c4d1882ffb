"""The page « Conventions »."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.convention import ConventionDetails, ConventionSummary, EtatConvention
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.texte import NBSP, search_key
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.conventions.fiche import badge_renouvellement, fiche, link_of
from sdpd_desktop.gui.conventions.signatures import SignatureMenu
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage
from sdpd_desktop.gui.labels import CONVENTIONS, NATURES_CONVENTION, Badge
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.widgets.badge import StateBadge
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.message_bar import Tone

_ORDER = {etat: rank for rank, etat in enumerate(EtatConvention)}
_SIGNABLE = (EtatConvention.BROUILLON, EtatConvention.A_SIGNER)
_PAGE_OF = {"action": "strategie", "indicateur": "indicateurs"}


class ConventionsPage(Page):
    """The register over the detail on the left, the convention's pages on the right."""

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
        self.listing = Listing(
            ColumnTableModel(self._columns()), "Conventions", context.settings, "conventions/liste"
        )
        self.form.list_layout.addWidget(self.listing)
        self._empty = EmptyState(
            "file-certificate",
            "Aucune convention",
            "Les conventions d’un plan de référence arrivent avec lui (Paramètres).",
        )
        self.form.list_stack.addWidget(self._empty)
        self.etat_badge = StateBadge()
        self.form.detail_head.addWidget(self.etat_badge)
        self.form.apercu.plug(context)
        self.signatures = SignatureMenu(self)
        self.signatures.install(self.form.bar_layout, before=self.form.sign_button)
        self.form.sign_frame.hide()
        self.form.splitter.setSizes([560, 580])
        self.form.left_splitter.setSizes([190, 380])
        self._fill_states()
        self._connect()
        self._show_details(None)

    def _columns(self) -> tuple[Column[ConventionSummary], ...]:
        today = self.context.today

        def renewal(row: ConventionSummary) -> Badge | None:
            due = row.fin is not None and row.a_renouveler(today())
            return badge_renouvellement(row.fin, today()) if due and row.fin else None

        return (
            Column("Code", lambda row: row.code, 112),
            Column(
                "État",
                lambda row: CONVENTIONS[row.etat].texte,
                100,
                sort=lambda row: _ORDER[row.etat],
                badge=lambda row: CONVENTIONS[row.etat],
                tip=_since,
            ),
            Column("Depuis le", lambda row: format_date(row.etat_le), 86, lambda r: r.etat_le),
            Column("Titre", lambda row: row.titre, 250, tip=lambda row: row.titre),
            Column("Fin", lambda row: format_date(row.fin), 84, lambda r: r.fin),
            Column(
                "Renouvellement",
                lambda row: badge.texte if (badge := renewal(row)) else "",
                126,
                badge=renewal,
            ),
            Column("Nature", lambda row: NATURES_CONVENTION[row.nature], 96),
            Column("Parties", lambda row: row.parties, 260, tip=lambda row: row.parties),
        )

    def _fill_states(self) -> None:
        combo = self.form.etat_combo
        combo.addItem("Tous les états", None)
        for etat, badge in CONVENTIONS.items():
            combo.addItem(f"{badge.forme.value}{NBSP}{NBSP}{badge.texte}", etat)

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.sign_button, "signature", "on_primary")
        icons.dress(form.export_button, "file-type-pdf")
        icons.dress(form.print_button, "printer")
        form.filter_edit.textChanged.connect(self._filter)
        form.etat_combo.currentIndexChanged.connect(self._filter)
        form.annexes_check.toggled.connect(self._preview)
        form.export_button.clicked.connect(self._export)
        form.print_button.clicked.connect(self.print_document)
        form.sign_button.clicked.connect(self._open_signature)
        form.sign_cancel_button.clicked.connect(self._close_signature)
        form.sign_ok_button.clicked.connect(self._sign)
        form.date_edit.returnPressed.connect(self._sign)
        form.lieu_edit.returnPressed.connect(self._sign)
        form.detail_text.anchorClicked.connect(self._follow)
        form.apercu.shown.connect(form.print_button.setEnabled)
        self.listing.chosen.connect(self._on_chosen)
        self.listing.opened.connect(lambda _row: form.apercu.form.pages_view.setFocus())

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
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
        self._wished = "" if self.listing.choose(lambda row: row.code == code) else code
        return True

    @override
    def open_files(self, paths: Sequence[Path]) -> None:
        self.signatures.verify(paths)

    @override
    def print_document(self) -> bool:
        return self.form.apercu.print_document()

    @override
    def go_back(self) -> bool:
        if not self.form.sign_frame.isHidden():
            self._close_signature()
            return True
        return False

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.listing, self.form.detail_text, self.form.apercu.form.pages_view)

    @override
    def fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.form.message_bar.show_message(str(error), Tone.ERREUR)
        else:
            super().fail(error)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "form"):
            self._write_details()

    # -------------------------------------------------------------- detail

    def _on_chosen(self, row: ConventionSummary | None) -> None:
        if row is None:
            self._show_details(None)
            return
        work = partial(self.context.services.conventions.details, row.code)
        self.ask(work, self._show_details)

    def _show_details(self, details: ConventionDetails | None) -> None:
        current = self.listing.current_row()
        if details is not None and (current is None or current.code != details.resume.code):
            return  # Another row was chosen meanwhile.
        if details is None or self._details is None or self._code != details.resume.code:
            self._close_signature()
        self._details = details
        self.signatures.show_convention(details)
        self._write_details()
        form = self.form
        can_sign = details is not None and details.resume.etat in _SIGNABLE
        form.sign_button.setEnabled(can_sign)
        form.export_button.setEnabled(details is not None)
        self._preview()

    @property
    def _code(self) -> str:
        return self._details.resume.code if self._details else ""

    def _write_details(self) -> None:
        form, details = self.form, self._details
        self.etat_badge.set_badge(CONVENTIONS[details.resume.etat] if details else None)
        form.heading_label.setText(details.resume.titre if details else "")
        text = fiche(details, colours.shown().muted) if details else ""
        form.detail_text.setHtml(text)

    def _preview(self) -> None:
        apercu = self.form.apercu
        if self._details is None:
            apercu.clear("Choisissez une convention pour voir ses pages.")
            return
        annexes = self.form.annexes_check.isChecked()
        render = partial(self.context.services.signatures.pages, self._code, annexes)
        apercu.show_document(self._code, render)

    def _follow(self, url: QUrl) -> None:
        kind, plan, code = link_of(url.toString())
        self.context.navigate(Link(_PAGE_OF[kind], kind, code, plan))

    # ----------------------------------------------------------- documents

    def _export(self) -> None:
        annexes = self.form.annexes_check.isChecked()
        suffix = "-annexes" if annexes else ""
        out = self.context.prompts.choose_target(
            self, "Exporter la convention", f"{self._code}{suffix}.pdf", "PDF (*.pdf)"
        )
        if out is None:
            return
        work = partial(self.context.services.conventions.write_pdf, self._code, out, annexes)
        self.context.files.run(self, work, self._on_exported, self.fail)

    def _on_exported(self, path: Path) -> None:
        self.form.message_bar.show_message(f"Document écrit{NBSP}: {path}", Tone.SUCCES)

    # ----------------------------------------------------------- signature

    def _open_signature(self) -> None:
        form = self.form
        form.date_edit.setText(format_date(self.context.today()))
        form.lieu_edit.setText(self._details.signature_lieu if self._details else "")
        self._refuse("")
        form.sign_frame.show()
        form.date_edit.setFocus()
        form.date_edit.selectAll()

    def _close_signature(self) -> None:
        self.form.sign_frame.hide()

    def _sign(self) -> None:
        form = self.form
        try:
            on = lire_date(form.date_edit.text())
        except ValidationError as error:
            self._refuse(str(error), form.date_edit)
            return
        self._refuse("")
        work = partial(
            self.context.services.conventions.sign, self._code, on, form.lieu_edit.text().strip()
        )
        self.ask(work, self._on_signed, self._on_not_signed)

    def _on_signed(self, details: ConventionDetails) -> None:
        self._close_signature()
        signed = format_date(details.signee_le)
        self.context.notify(f"{details.resume.code}{NBSP}: signature du {signed} enregistrée.")

    def _on_not_signed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.fail(error)
            return
        fields = {"date": self.form.date_edit, "lieu": self.form.lieu_edit}
        faulty = fields.get(error.field) if isinstance(error, ValidationError) else None
        self._refuse(str(error), faulty)

    def _refuse(self, text: str, faulty: QLineEdit | None = None) -> None:
        form = self.form
        form.sign_error_label.setText(text)
        for edit in (form.date_edit, form.lieu_edit):
            edit.setProperty("invalide", edit is faulty)
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        if faulty:
            faulty.setFocus()


def _since(row: ConventionSummary) -> str:
    since = f" depuis le {format_date(row.etat_le)}" if row.etat_le else ""
    return f"{CONVENTIONS[row.etat].texte}{since}"


def _holds(row: ConventionSummary, words: Sequence[str]) -> bool:
    text = search_key(f"{row.code} {row.titre} {row.parties} {NATURES_CONVENTION[row.nature]}")
    return all(word in text for word in words)
