"""The panel that prepares a campagne."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.retour import CampagneSummary
from sdpd_desktop.gui.generated.ui_retours_page import Ui_RetoursPage
from sdpd_desktop.gui.page import Context

_FOLDER = "retours/dossier"


@dataclass(frozen=True)
class Demande:
    """A campagne to prepare, read without error."""

    periode: Periode
    echeance: dt.date | None
    dossier: Path


class PreparationPanel(QObject):
    """Drives the fields; stays open until the workbooks are written or the user closes it.

    Signals:
        submitted: A :class:`Demande`.
        choose_asked: The period and the due date, to choose the partners first.
    """

    submitted = Signal(object)
    choose_asked = Signal(object, object)

    def __init__(self, form: Ui_RetoursPage, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._form, self._context, self._page = form, context, parent
        form.dossier_edit.setText(context.settings.text(_FOLDER))
        form.dossier_button.clicked.connect(self._choose_folder)
        form.prepare_cancel_button.clicked.connect(self.close)
        form.write_button.clicked.connect(self._submit)
        form.choose_button.clicked.connect(self._choose)
        for edit in (form.periode_edit, form.echeance_edit, form.dossier_edit):
            edit.returnPressed.connect(self._submit)

    def open(self, latest: CampagneSummary | None) -> None:
        """Show the panel, on the period that comes after the latest campagne."""
        form, today = self._form, self._context.today()
        form.periode_edit.setText(_proposed(latest, today).code)
        form.echeance_edit.clear()
        self.say("")
        self._waiting(on=False)
        form.right_stack.setCurrentWidget(form.prepare_page)
        form.periode_edit.setFocus()
        form.periode_edit.selectAll()

    def close(self) -> None:
        """Hide the panel."""
        self._form.right_stack.setCurrentWidget(self._form.imports_page)

    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._form.right_stack.currentWidget() is self._form.prepare_page

    def refuse(self, error: Exception) -> None:
        """Say under the fields why nothing was prepared."""
        self._waiting(on=False)
        faulty = error.field if isinstance(error, ValidationError) else ""
        self.say(str(error), self._form.periode_edit if faulty == "periode" else None)

    def say(self, text: str, faulty: QLineEdit | None = None) -> None:
        """Show a reason under the fields, and which field it is about."""
        form = self._form
        form.prepare_error_label.setText(text)
        form.prepare_error_label.setVisible(bool(text))
        for edit in (form.periode_edit, form.echeance_edit, form.dossier_edit):
            edit.setProperty("invalide", edit is faulty)
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        if faulty:
            faulty.setFocus()

    def _choose_folder(self) -> None:
        folder = self._context.prompts.choose_folder(self._page, "Où écrire les classeurs")
        if folder:
            self._form.dossier_edit.setText(str(folder))

    def _when(self) -> tuple[Periode, dt.date | None] | None:
        """Read the period and the due date; None, and the reason said, when they are none."""
        form = self._form
        try:
            periode = parse_periode(form.periode_edit.text())
        except ValidationError as error:
            self.say(str(error), form.periode_edit)
            return None
        due = form.echeance_edit.text().strip()
        try:
            echeance = lire_date(due) if due else None
        except ValidationError as error:
            self.say(str(error), form.echeance_edit)
            return None
        if echeance and echeance < self._context.today():
            self.say(
                f"La réponse ne peut pas être attendue le {format_date(echeance)}, "
                "qui est passé. Écrivez une date à venir.",
                form.echeance_edit,
            )
            return None
        return periode, echeance

    def _choose(self) -> None:
        when = self._when()
        if when is not None:
            self.say("")
            self.choose_asked.emit(*when)

    def _submit(self) -> None:
        form, when = self._form, self._when()
        if when is None:
            return
        folder = form.dossier_edit.text().strip()
        if not folder:
            self.say("Choisissez le dossier où écrire les classeurs.", form.dossier_edit)
            return
        self.say("")
        self._waiting(on=True)
        self._context.settings.keep_text(_FOLDER, folder)
        self.submitted.emit(Demande(*when, Path(folder)))

    def _waiting(self, *, on: bool) -> None:
        button = self._form.write_button
        button.setEnabled(not on)
        button.setText("Écriture en cours…" if on else "Écrire les classeurs")


def _proposed(latest: CampagneSummary | None, today: dt.date) -> Periode:
    """Return the next period that has begun, of the length used last."""
    if latest is None:
        return Periode.de(TypePeriode.SEMESTRE, today)
    following = latest.periode.suivante()
    return following if following.debut <= today else latest.periode
