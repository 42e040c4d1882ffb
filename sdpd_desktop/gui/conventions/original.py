"""The signature on paper: when, where, said by whom, and the mesure it carries out."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.plan import MesureDetails
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.conventions.page import ConventionsPage

_LONGEST = 70


class SignatureFrame(QObject):
    """Drives the frame « Signée le … à … », for a convention or the avenant being drawn up."""

    def __init__(self, form: Ui_ConventionsPage, page: "ConventionsPage") -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._details: ConventionDetails | None = None
        form.sign_cancel_button.clicked.connect(self.close)
        form.sign_ok_button.clicked.connect(self._sign)
        for edit in (form.date_edit, form.lieu_edit, form.par_edit):
            edit.returnPressed.connect(self._sign)
        form.sign_frame.hide()

    @property
    def opened(self) -> bool:
        """Whether the frame is shown."""
        return not self._form.sign_frame.isHidden()

    def open(self, details: ConventionDetails) -> None:
        """Ask for the signature of a convention, or of its avenant."""
        form = self._form
        self._details = details
        avenant = details.avenant_ouvert
        form.sign_label.setText(f"Avenant n° {avenant.numero} signé le" if avenant else "Signée le")
        form.date_edit.setText(format_date(self._page.context.today()))
        form.lieu_edit.setText(details.signature_lieu)
        form.par_edit.clear()
        for widget in (form.lieu_label, form.lieu_edit, form.par_edit):
            widget.setVisible(avenant is None)
        form.mesure_combo.clear()
        form.mesure_combo.hide()
        self._refuse("")
        form.sign_frame.show()
        form.date_edit.setFocus()
        form.date_edit.selectAll()
        if avenant is None:
            service = self._page.context.services.conventions
            self._page.ask(partial(service.mesures_liees, details.resume.code), self._offer)

    def close(self) -> None:
        """Give up."""
        self._form.sign_frame.hide()

    def _offer(self, mesures: tuple[tuple[str, MesureDetails], ...]) -> None:
        combo = self._form.mesure_combo
        combo.clear()
        for plan, mesure in mesures:
            text = f"Cocher {mesure.code} – {mesure.titre}"
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
            combo.addItem(shown, (plan, mesure.code))
        combo.addItem("Ne cocher aucune mesure", None)
        combo.setCurrentIndex(0)
        combo.setVisible(bool(mesures))

    def _sign(self) -> None:
        if self._details is None:
            return
        form = self._form
        try:
            on = lire_date(form.date_edit.text())
        except ValidationError as error:
            self._refuse(str(error), form.date_edit)
            return
        self._refuse("")
        self._page.ask(self._work(self._details, on), self._on_signed, self._on_refused)

    def _work(self, details: ConventionDetails, on: dt.date) -> "partial[ConventionDetails]":
        services, code = self._page.context.services, details.resume.code
        if details.avenant_ouvert:
            return partial(services.avenants.signer, code, on)
        form = self._form
        ticked = form.mesure_combo.currentData()
        return partial(
            services.conventions.sign, code, on, form.lieu_edit.text(), form.par_edit.text(),
            [tuple(ticked)] if ticked else [],
        )  # fmt: skip

    def _on_signed(self, details: ConventionDetails) -> None:
        self.close()
        avenant = details.avenant_ouvert
        signed = format_date(avenant.signe_le if avenant else details.signee_le)
        self._page.context.notify(
            f"{details.resume.code}{NBSP}: signature du {signed} enregistrée. Déposez maintenant "
            "l’exemplaire signé (onglet Pièces)."
        )

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._page.fail(error)
            return
        fields = {"date": self._form.date_edit, "lieu": self._form.lieu_edit}
        faulty = fields.get(error.field) if isinstance(error, ValidationError) else None
        self._refuse(str(error), faulty)

    def _refuse(self, text: str, faulty: QLineEdit | None = None) -> None:
        form = self._form
        form.sign_error_label.setText(text)
        for edit in (form.date_edit, form.lieu_edit):
            edit.setProperty("invalide", edit is faulty)
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        if faulty:
            faulty.setFocus()
