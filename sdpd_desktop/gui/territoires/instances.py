"""The tab « Instances »: bodies, the meetings they held, what those decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.instance import InstanceSummary, ReunionDetails, ReunionDraft
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_territoires_page import Ui_TerritoiresPage
from sdpd_desktop.gui.page import Page
from sdpd_desktop.gui.territoires.decisions import DecisionsTable
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.refus import FieldRefusal

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


@dataclass(frozen=True)
class InstanceLue:
    """An instance with its meetings and the actions of its plan, as (code, title)."""

    reunions: tuple[ReunionDetails, ...]
    actions: tuple[tuple[str, str], ...]


def read(services: "Services", instance: InstanceSummary) -> InstanceLue:
    """Ask the services; runs on the database lane."""
    actions = services.plans.details(instance.plan).actions() if instance.plan else ()
    return InstanceLue(
        services.instances.reunions(instance.code),
        tuple((action.code, action.titre) for action in actions),
    )


class InstancesTab(QObject):
    """Drives the widgets of the tab; one meeting at a time is typed or changed."""

    def __init__(self, form: Ui_TerritoiresPage, page: Page) -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._lue = InstanceLue((), ())
        self._reunion: ReunionDetails | None = None
        self._wish = ""
        self._wish_reunion = ""
        # The instance of the new meeting being typed: a reload must not empty its fields.
        self._nouvelle_de = ""
        self._reloading = False
        settings = page.context.settings
        self.listing = Listing(
            ColumnTableModel(_columns()), "Instances", settings, "instances/liste"
        )
        self.reunions = Listing(
            ColumnTableModel(_meeting_columns()), "Réunions", settings, "instances/reunions"
        )
        self.decisions = DecisionsTable()
        form.instances_layout.addWidget(self.listing)
        form.reunions_layout.addWidget(self.reunions)
        form.reunion_form_layout.addRow(self.decisions)
        form.instances_splitter.setSizes([540, 590])
        self.refus = FieldRefusal(form.reunion_frame)
        self._connect()
        form.reunion_frame.hide()

    def _connect(self) -> None:
        form = self._form
        for button, icon, gesture in (
            (form.nouvelle_button, "calendar-plus", self.nouvelle),
            (form.decision_add_button, "plus", self.decisions.ajouter),
            (form.decision_remove_button, "trash", self.decisions.retirer),
            (form.retirer_button, "trash", self._remove),
        ):
            icons.dress(button, icon)
            button.clicked.connect(gesture)
        icons.dress(form.enregistrer_button, "device-floppy", "on_primary")
        form.enregistrer_button.clicked.connect(self._save)
        keys = QShortcut(QKeySequence("Ctrl+Return"), form.reunion_frame)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._save)
        self.listing.chosen.connect(self._on_chosen)
        self.reunions.chosen.connect(self._on_reunion)
        self.reunions.opened.connect(lambda _row: form.tenue_le_edit.setFocus())

    # -- instances

    def montrer(self, rows: Sequence[InstanceSummary]) -> None:
        """Show the instances, or the same ones reloaded."""
        self.listing.set_rows(tuple(rows), lambda row: row.code)
        if self._wish and self.choisir(self._wish):
            return
        if self.listing.current_row() is None:
            self.listing.choose(lambda _row: True)
        else:
            self._on_chosen(self.listing.current_row())

    def choisir(self, code: str) -> bool:
        """Make an instance current, now or once the rows are there."""
        found = self.listing.choose(lambda row: row.code == code)
        self._wish = "" if found else code
        return found

    def _on_chosen(self, row: InstanceSummary | None) -> None:
        form = self._form
        form.instance_label.setText(row.nom if row else "")
        parts = (row.presidence, row.periodicite, row.plan) if row else ()
        form.instance_meta.setText(" · ".join(part for part in parts if part))
        form.nouvelle_button.setEnabled(row is not None)
        if row is not None:
            work = partial(read, self._page.context.services, row)
            self._page.ask(work, partial(self._on_read, row.code))

    def _on_read(self, code: str, lue: InstanceLue) -> None:
        current = self.listing.current_row()
        if current is None or current.code != code:
            return  # Another row was chosen meanwhile.
        self._lue = lue
        self._reloading = True
        self.reunions.set_rows(lue.reunions, lambda row: row.id)
        wished = self.reunions.choose(lambda row: row.id == self._wish_reunion)
        if not wished and self.reunions.current_row() is None:
            self.reunions.choose(lambda _row: True)
        self._wish_reunion, self._reloading = "", False
        none = f"Aucune réunion n’est notée{NBSP}: ajoutez la dernière."
        self._form.reunions_label.setText("Réunions" if lue.reunions else none)
        if self._nouvelle_de != code:
            self._on_reunion(self.reunions.current_row())

    # -- one meeting

    def nouvelle(self) -> None:
        """Start a meeting of the current instance."""
        if self.listing.current_row() is None:
            return
        self._nouvelle_de = self.listing.current_row().code
        self.reunions.clearSelection()
        self._fill(None)
        self._form.tenue_le_edit.setText(format_date(self._page.context.today()))
        self._form.reunion_frame.show()
        self._form.tenue_le_edit.setFocus()
        self._form.tenue_le_edit.selectAll()

    def _on_reunion(self, row: ReunionDetails | None) -> None:
        if self._reloading:
            return
        self._nouvelle_de = ""
        self._form.reunion_frame.setVisible(row is not None)
        if row is None or row != self._reunion:
            self._fill(row)

    def _fill(self, row: ReunionDetails | None) -> None:
        form = self._form
        self._reunion = row
        self.refus.clear()
        form.tenue_le_edit.setText(format_date(row.tenue_le) if row else "")
        form.objet_edit.setText(row.objet if row else "")
        form.lieu_edit.setText(row.lieu if row else "")
        form.retirer_button.setVisible(row is not None)
        self.decisions.montrer(row.decisions if row else (), self._lue.actions)

    def _save(self) -> None:
        instance, form = self.listing.current_row(), self._form
        if instance is None:
            return
        self.refus.clear()
        try:
            draft = ReunionDraft(
                lire_date(form.tenue_le_edit.text()),
                form.objet_edit.text(),
                form.lieu_edit.text(),
                self.decisions.lire(),
            )
        except ValidationError as error:
            self._refuse(error)
            return
        work = partial(
            self._page.context.services.instances.enregistrer,
            instance.code,
            draft,
            self._reunion.id if self._reunion else "",
        )
        self._page.ask(work, self._on_saved, self._refuse)

    def _on_saved(self, reunion: ReunionDetails) -> None:
        self._page.context.notify(f"Réunion du {format_date(reunion.tenue_le)} enregistrée.")
        self._nouvelle_de, self._wish_reunion = "", reunion.id
        self._on_chosen(self.listing.current_row())

    def _remove(self) -> None:
        if self._reunion is not None:
            work = partial(self._page.context.services.instances.retirer, self._reunion)
            self._page.ask(work, self._on_removed)

    def _on_removed(self, _nothing: None) -> None:
        self._page.context.notify("Réunion supprimée. Ctrl+Z la remet.")

    def _refuse(self, error: Exception) -> None:
        form = self._form
        fields = {
            "date": form.tenue_le_edit,
            "tenue_le": form.tenue_le_edit,
            "objet": form.objet_edit,
            "lieu": form.lieu_edit,
            "decisions": self.decisions,
        }
        field = fields.get(error.field) if isinstance(error, ValidationError) else None
        if field is not None:
            self.refus.show(field, str(error))
        else:
            self._page.fail(error)


def _columns() -> tuple[Column[InstanceSummary], ...]:
    return (
        Column("Code", lambda row: row.code, 104),
        Column("Instance", lambda row: row.nom, 0, tip=lambda row: row.nom),
        Column("Plan", lambda row: row.plan, 112),
        Column(
            "Réunie le",
            lambda row: format_date(row.derniere_reunion),
            84,
            sort=lambda row: row.derniere_reunion,
        ),
    )


def _meeting_columns() -> tuple[Column[ReunionDetails], ...]:
    return (
        Column("Tenue le", lambda row: format_date(row.tenue_le), 92, sort=lambda r: r.tenue_le),
        Column("Objet", lambda row: row.objet, 0, tip=lambda row: row.objet),
        Column("Lieu", lambda row: row.lieu, 120, tip=lambda row: row.lieu),
        Column("Décisions", lambda row: str(len(row.decisions) or ""), 80, right=True),
    )
