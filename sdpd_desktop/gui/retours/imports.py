"""What was imported, and whether it still holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import ImportationSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.listing import Listing

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


@dataclass(frozen=True)
class ImportationSuivie:
    """An import and the changement that put it back, if any."""

    importation: ImportationSummary
    annule_par: int | None

    @property
    def undoable(self) -> bool:
        """Whether « Annuler cet import » makes sense."""
        return self.importation.changement is not None and self.annule_par is None


def read_imports(services: "Services") -> tuple[ImportationSuivie, ...]:
    """Ask the services, newest first; runs on the database lane."""
    return tuple(
        ImportationSuivie(importation, _put_back_by(services, importation.changement))
        for importation in services.importations.list_all()
    )


def _put_back_by(services: "Services", changement: int | None) -> int | None:
    if changement is None:
        return None
    found = services.journal.history(limit=1, before=changement + 1)
    return found[0].annule_par if found else None


_HELD = Badge("En base", "ok", Forme.COCHE)
_UNDONE = Badge("Annulé", "neutral", Forme.TRAIT)


def _badge(row: ImportationSuivie) -> Badge:
    return _UNDONE if row.annule_par else _HELD


def _tip(row: ImportationSuivie) -> str:
    i = row.importation
    undone = f"\nAnnulé par le changement n° {row.annule_par}" if row.annule_par else ""
    return (
        f"{i.fichier}\nChangement n° {i.changement}{undone}\n"
        f"{i.nouveaux} nouveau(x), {i.modifies} modifié(s), {i.inchanges} inchangé(s), "
        f"{i.rejetes} rejeté(s), {i.a_confirmer} à confirmer\nSHA-256{NBSP}: {i.empreinte}"
    )


def _when(row: ImportationSuivie) -> str:
    local = row.importation.importe_le.astimezone()
    return f"{format_date(local.date())} {local:%H:%M}"


_COLUMNS: tuple[Column[ImportationSuivie], ...] = (
    Column("Fichier", lambda row: row.importation.fichier, 0, tip=_tip),
    Column("Partenaire", lambda row: row.importation.partenaire, 84),
    Column("Importé le", _when, 130, sort=lambda row: row.importation.importe_le),
    Column(
        "Nouv. / mod.",
        lambda row: f"{row.importation.nouveaux} / {row.importation.modifies}",
        96,
        sort=lambda row: row.importation.nouveaux + row.importation.modifies,
        right=True,
    ),
    Column(
        "Rejetés",
        lambda row: str(row.importation.rejetes),
        64,
        sort=lambda row: row.importation.rejetes,
        right=True,
    ),
    Column("État", lambda row: _badge(row).texte, 88, badge=_badge, tip=_tip),
)


class ImportsPane(QObject):
    """Drives the list of past imports.

    Signals:
        undo_asked: Number of the changement to put back.
        journal_asked: Number of the changement to show.
    """

    undo_asked = Signal(int)
    journal_asked = Signal(int)

    def __init__(self, form: Ui_RetoursPage, settings: LookSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self.listing = Listing(
            ColumnTableModel(_COLUMNS), "Fichiers importés", settings, "retours/imports"
        )
        form.imports_list_layout.addWidget(self.listing)
        self._empty = EmptyState(
            "history", "Rien n’a encore été importé", "Chaque import pourra être annulé d’un geste."
        )
        form.imports_stack.addWidget(self._empty)
        self.listing.chosen.connect(self._on_chosen)
        form.undo_button.clicked.connect(lambda: self._ask(self.undo_asked))
        form.journal_button.clicked.connect(lambda: self._ask(self.journal_asked))

    def set_imports(self, rows: Sequence[ImportationSuivie]) -> None:
        """Show what was imported, newest first."""
        form = self._form
        form.imports_stack.setCurrentWidget(form.imports_list_page if rows else self._empty)
        for button in (form.undo_button, form.journal_button):
            button.setVisible(bool(rows))
        self.listing.set_rows(tuple(rows), key=lambda row: row.importation.id)
        if rows and self.listing.current_row() is None:
            self.listing.choose(lambda row: True)
        self._on_chosen(self.listing.current_row())

    def _on_chosen(self, row: ImportationSuivie | None) -> None:
        self._form.undo_button.setEnabled(row is not None and row.undoable)
        self._form.journal_button.setEnabled(
            row is not None and row.importation.changement is not None
        )

    def _ask(self, signal: SignalInstance) -> None:
        row = self.listing.current_row()
        if row is not None and row.importation.changement is not None:
            signal.emit(row.importation.changement)
