"""The inline form that sets the status of a mesure, or of the action itself."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.plan import ActionDetails, MesureDetails, Statut
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_strategie_detail import Ui_StrategieDetail
from sdpd_desktop.gui.labels import STATUTS


@dataclass(frozen=True)
class Coche:
    """A status to record; ``on`` only says when something was done."""

    code: str
    statut: Statut
    on: dt.date | None
    note: str


class StatutForm(QObject):
    """Drives the fields of the detail pane; Entrée in any of them records.

    Signals:
        submitted: A :class:`Coche` that was read without error.
    """

    submitted = Signal(object)

    def __init__(self, form: Ui_StrategieDetail, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._objet: MesureDetails | ActionDetails | None = None
        self._today = dt.date.min
        for statut, shown in STATUTS.items():
            form.statut_combo.addItem(f"{shown.forme.value}{NBSP}{NBSP}{shown.texte}", statut)
        form.statut_combo.currentIndexChanged.connect(self._on_statut)
        form.date_edit.returnPressed.connect(self._submit)
        form.note_edit.returnPressed.connect(self._submit)
        form.save_button.clicked.connect(self._submit)
        form.error_label.hide()

    def set_objet(self, objet: MesureDetails | ActionDetails | None, today: dt.date) -> None:
        """Fill the fields, unless the same object is being edited and did not change."""
        if objet is not None and objet == self._objet:
            return
        self._objet, self._today = objet, today
        form = self._form
        form.saisie_frame.setEnabled(objet is not None)
        self._say("")
        if objet is None:
            return
        is_action = isinstance(objet, ActionDetails)
        form.saisie_label.setText("Action" if is_action else objet.code.rpartition(".")[2])
        form.statut_combo.setAccessibleName(f"Statut de {objet.code}")
        form.note_edit.setText(objet.note)
        done = objet.fait_le if isinstance(objet, MesureDetails) else None
        form.date_edit.setText(format_date(done))
        form.statut_combo.setCurrentIndex(form.statut_combo.findData(objet.statut))
        self._on_statut()

    def edit(self) -> None:
        """Put the focus where typing starts."""
        self._form.statut_combo.setFocus()

    def refuse(self, error: ValidationError | Exception) -> None:
        """Show under the fields why the status was not recorded."""
        fields: dict[str, QComboBox | QLineEdit] = {
            "statut": self._form.statut_combo,
            "note": self._form.note_edit,
        }
        name = error.field if isinstance(error, ValidationError) else ""
        self._say(str(error), fields.get(name, self._form.date_edit) if name else None)

    def _on_statut(self) -> None:
        done = self._form.statut_combo.currentData() == Statut.REALISEE
        # Only what is done has a day; the others would show one that means nothing.
        has_day = done and isinstance(self._objet, MesureDetails)
        self._form.date_edit.setVisible(has_day)
        self._form.date_label.setVisible(has_day)
        if has_day and not self._form.date_edit.text():
            self._form.date_edit.setText(format_date(self._today))

    def _submit(self) -> None:
        if self._objet is None:
            return
        statut: Statut = Statut(self._form.statut_combo.currentData())
        on: dt.date | None = None
        if self._form.date_edit.isVisibleTo(self._form.saisie_frame):
            try:
                on = lire_date(self._form.date_edit.text())
            except ValidationError as error:
                self._say(str(error), self._form.date_edit)
                return
        elif statut is Statut.REALISEE:
            on = self._today
        self._say("")
        note = self._form.note_edit.text().strip()
        self.submitted.emit(Coche(self._objet.code, statut, on, note))

    def _say(self, text: str, faulty: QWidget | None = None) -> None:
        form = self._form
        form.error_label.setText(text)
        form.error_label.setVisible(bool(text))
        for field in (form.statut_combo, form.date_edit, form.note_edit):
            field.setProperty("invalide", field is faulty)
            field.style().unpolish(field)
            field.style().polish(field)
        if faulty:
            faulty.setFocus()
