"""The météo of an action: a person's dated judgement, apart from the computed figures."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.plan import ActionDetails, Meteo
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_strategie_detail import Ui_StrategieDetail
from sdpd_desktop.gui.labels import METEO
from sdpd_desktop.gui.page import Context

_ICONES = {
    Meteo.SOLEIL: ("sun", "ok"),
    Meteo.COUVERT: ("haze", "text"),
    Meteo.NUAGE: ("cloud", "warn"),
    Meteo.ORAGE: ("cloud-storm", "late"),
}
_NONE = ("sun", "muted")


class MeteoForm(QObject):
    """Drives the line that says the météo and, once unfolded, the fields that give it."""

    def __init__(self, context: Context, form: Ui_StrategieDetail, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self._action: ActionDetails | None = None
        form.meteo_combo.addItem("Aucune météo", None)
        for meteo, words in METEO.items():
            form.meteo_combo.addItem(words, meteo)
        form.meteo_button.toggled.connect(self._on_toggled)
        form.meteo_combo.currentIndexChanged.connect(lambda _row: self._on_meteo())
        for field in (form.meteo_date_edit, form.meteo_comment_edit):
            field.returnPressed.connect(self._submit)
        form.meteo_save_button.clicked.connect(self._submit)
        form.meteo_frame.hide()
        self._say("")

    def set_action(self, action: ActionDetails) -> None:
        """Show the météo of an action; what is being typed for the same one stays."""
        if action == self._action:
            return
        if self._action is None or action.code != self._action.code:
            self._form.meteo_button.setChecked(False)
        self._action = action
        form = self._form
        name, role = _ICONES[action.meteo] if action.meteo else _NONE
        icons.dress(form.meteo_button, name, role)
        form.meteo_button.setText(resume(action))
        form.meteo_button.setAccessibleName(f"Météo de {action.code}{NBSP}: {resume(action)}")
        form.meteo_label.setText(action.meteo_commentaire)
        if not form.meteo_button.isChecked():
            self._on_toggled(unfolded=False)

    def _on_toggled(self, unfolded: bool) -> None:
        form = self._form
        form.meteo_frame.setVisible(unfolded)
        form.meteo_label.setVisible(not unfolded and bool(form.meteo_label.text()))
        # A small screen has no room for both sets of fields.
        form.saisie_frame.setVisible(not unfolded)
        self._fill()
        if unfolded:
            form.meteo_combo.setFocus()

    def _fill(self) -> None:
        if self._action is None:
            return
        form, action = self._form, self._action
        form.meteo_combo.setCurrentIndex(max(form.meteo_combo.findData(action.meteo), 0))
        # A new judgement is of today; the day of the last one stays on the line above.
        form.meteo_date_edit.setText(format_date(self._context.today()))
        form.meteo_comment_edit.setText(action.meteo_commentaire)
        self._on_meteo()
        self._say("")

    def _on_meteo(self) -> None:
        given = self._form.meteo_combo.currentData() is not None
        self._form.meteo_date_edit.setEnabled(given)
        self._form.meteo_comment_edit.setEnabled(given)

    def _submit(self) -> None:
        if self._action is None:
            return
        form = self._form
        data = form.meteo_combo.currentData()
        meteo = Meteo(data) if data is not None else None
        try:
            on = lire_date(form.meteo_date_edit.text()) if meteo else self._context.today()
        except ValidationError as error:
            self._refuse(error)
            return
        comment = form.meteo_comment_edit.text().strip() if meteo else ""
        work = partial(
            self._context.services.plans.set_meteo,
            self._context.plan.code,
            self._action.code,
            meteo,
            on,
            comment,
        )
        self._context.tasks.run(self, work, self._on_stored, self._refuse)

    def _on_stored(self, action: ActionDetails) -> None:
        self._form.meteo_button.setChecked(False)
        self.set_action(action)
        self._context.notify(f"{action.code}{NBSP}: {resume(action).lower()}")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(str(error))
            self._form.meteo_date_edit.setFocus()
        else:
            report(error)

    def _say(self, text: str) -> None:
        self._form.meteo_error_label.setText(text)
        self._form.meteo_error_label.setVisible(bool(text))


def resume(action: ActionDetails) -> str:
    """Return the judgement and its day: « Nuage : appuis nécessaires, le 30/06/2022 »."""
    if action.meteo is None:
        return "Aucune météo"
    return f"{METEO[action.meteo]}, le {format_date(action.meteo_le)}"
