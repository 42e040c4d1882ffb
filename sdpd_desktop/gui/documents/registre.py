"""The register of what was issued: found again, seen again, printed and exported as it was."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.rapport import RapportEmis
from sdpd_desktop.domain.texte import NBSP, search_key
from sdpd_desktop.gui.documents.libelles import DIFFUSIONS, FILTRES, FORMATS, taille
from sdpd_desktop.gui.generated.ui_documents_page import Ui_DocumentsPage
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.services.files import write_bytes

if TYPE_CHECKING:
    from sdpd_desktop.gui.documents.page import DocumentsPage
    from sdpd_desktop.services.rapports import RapportService


class RegistreTab(QObject):
    """Drives the tab « Registre »: the list over the kept copy of the row chosen."""

    def __init__(self, form: Ui_DocumentsPage, page: "DocumentsPage") -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._rows: tuple[RapportEmis, ...] = ()
        self._wished = ""
        self._shown = ""
        self.listing = Listing(
            ColumnTableModel(_columns()),
            "Documents émis",
            page.context.settings,
            "documents/registre",
        )
        form.register_list_layout.addWidget(self.listing)
        form.register_splitter.setSizes([150, 330])
        form.register_splitter.setStretchFactor(1, 1)
        empty = EmptyState(
            "files",
            "Aucun document émis pour ce plan",
            f"{NBSP.join(('«', 'Émettre…', '»'))} donne au document un numéro de version, note à "
            "qui il est remis et en garde un exemplaire ici.",
        )
        self._empty = empty
        form.register_stack.addWidget(empty)
        form.copy_apercu.plug(page.context)
        form.copy_apercu.shown.connect(form.copy_print_button.setEnabled)
        form.register_filter_edit.textChanged.connect(self._filter)
        form.copy_button.clicked.connect(self._export)
        form.copy_print_button.clicked.connect(self.print_copy)
        self.listing.chosen.connect(self._on_chosen)
        self.listing.opened.connect(lambda _row: form.copy_apercu.form.pages_view.setFocus())
        self._on_chosen(None)

    def reload(self) -> None:
        """Read the register of the current plan again."""
        plan = self._page.context.plan.code
        if not plan:
            self._show(())
            return
        service = self._page.context.services.rapports
        self._page.ask(partial(service.registre, plan), self._show)

    def choose(self, emis: RapportEmis) -> None:
        """Show a document just issued, as soon as the register tells it."""
        self._form.register_filter_edit.clear()
        found = self.listing.choose(lambda row: row.id == emis.id)
        self._wished = "" if found else emis.id

    @property
    def recipients(self) -> list[str]:
        """Whom documents went to, the latest first."""
        return list(dict.fromkeys(row.destinataire for row in self._rows))

    def print_copy(self) -> bool:
        """Print the copy shown; False when none is."""
        return self._form.copy_apercu.print_document()

    def _show(self, rows: tuple[RapportEmis, ...]) -> None:
        self._rows = rows
        form = self._form
        form.register_stack.setCurrentWidget(form.register_page if rows else self._empty)
        for part in (form.register_filter_edit, form.copy_button, form.copy_print_button):
            part.setVisible(bool(rows))
        place = form.tabs.indexOf(form.register_tab)
        form.tabs.setTabText(place, f"Registre ({len(rows)})" if rows else "Registre")
        self._filter()
        if self._wished and self.listing.choose(lambda row: row.id == self._wished):
            self._wished = ""
        elif self.listing.current_row() is None:
            self.listing.choose(lambda _row: True)

    def _filter(self) -> None:
        words = search_key(self._form.register_filter_edit.text()).split()
        rows = [row for row in self._rows if _holds(row, words)]
        self.listing.set_rows(rows, key=lambda row: row.id)

    def _on_chosen(self, row: RapportEmis | None) -> None:
        form = self._form
        form.copy_button.setEnabled(row is not None)
        if row is None:
            self._shown = ""
            form.copy_label.setText("")
            form.copy_apercu.clear("Choisissez un document pour le revoir tel qu’il a été émis.")
            return
        if row.id == self._shown:
            return
        self._shown = row.id
        form.copy_label.setText(_said(row))
        if row.format == "pdf":
            service = self._page.context.services.rapports
            titre = f"{row.titre}, version {row.numero}"
            form.copy_apercu.show_document(titre, partial(service.exemplaire, row.id))
        else:
            form.copy_apercu.clear(
                f"Cet exemplaire est un {FORMATS[row.format][:1].lower()}{FORMATS[row.format][1:]}"
                f"{NBSP}: exportez-le pour l’ouvrir."
            )

    def _export(self) -> None:
        row = self.listing.current_row()
        if row is None:
            return
        context = self._page.context
        out = context.prompts.choose_target(
            self._page, "Exporter l’exemplaire", row.nom, FILTRES[row.format]
        )
        if out is not None:
            work = partial(_write_copy, context.services.rapports, row.id, out)
            context.files.run(self._page, work, self._page.say_written, self._page.fail)


def _write_copy(rapports: "RapportService", emis: str, out: Path) -> Path:
    write_bytes(out, rapports.exemplaire(emis))
    return out


def _columns() -> tuple[Column[RapportEmis], ...]:
    return (
        Column("Émis le", _moment, 124, sort=lambda row: row.emis_le),
        Column("Document", _title, 210, tip=_title),
        Column("Version", lambda row: str(row.numero), 72, lambda row: row.numero, right=True),
        Column("Remis à", lambda row: row.destinataire, 160, tip=lambda row: row.destinataire),
        Column("Période", lambda row: row.periode.libelle, 128, lambda row: row.periode),
        Column(
            "Diffusion",
            lambda row: DIFFUSIONS[row.diffusion].texte,
            124,
            badge=lambda row: DIFFUSIONS[row.diffusion],
        ),
        Column("Format", lambda row: FORMATS[row.format], 104),
        Column("Par", lambda row: row.auteur, 110),
    )


def _title(row: RapportEmis) -> str:
    """Return the title, with what a fiche is about when the title does not say it."""
    return row.titre if not row.objet or row.objet in row.titre else f"{row.titre} – {row.objet}"


def _moment(row: RapportEmis) -> str:
    here = row.emis_le.astimezone()
    return f"{format_date(here.date())} {here:%H:%M}"


def _said(row: RapportEmis) -> str:
    here = row.emis_le.astimezone()
    return (
        f"Version {row.numero}, émise le {format_date(here.date())} à {here:%H:%M} par "
        f"{row.auteur}, remise à {row.destinataire}. {FORMATS[row.format]} de "
        f"{taille(row.taille)}, empreinte SHA-256 {row.empreinte[:16]}…"
    )


def _holds(row: RapportEmis, words: list[str]) -> bool:
    text = search_key(
        f"{_title(row)} {row.periode.libelle} {row.periode.code} {row.destinataire} {row.auteur} "
        f"{DIFFUSIONS[row.diffusion].texte} {FORMATS[row.format]}"
    )
    return all(word in text for word in words)
