"""The panel that issues a document: to whom, in which format."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter

from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.rapport import RapportEmis
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.gui.documents.choix import Demande
from sdpd_desktop.gui.documents.libelles import FORMATS
from sdpd_desktop.gui.generated.ui_documents_page import Ui_DocumentsPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Page


class EmissionPanel(QObject):
    """Drives the panel above the tabs.

    Signals:
        issued: The new line of the register, a :class:`RapportEmis`.
    """

    issued = Signal(object)

    def __init__(self, form: Ui_DocumentsPage, page: "Page") -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self.demande: Demande | None = None
        """The document about to be issued, None while the panel is away."""
        for code, label in FORMATS.items():
            form.format_combo.addItem(label, code)
        form.issue_frame.hide()
        form.issue_ok_button.clicked.connect(self._issue)
        form.destinataire_edit.returnPressed.connect(self._issue)
        form.issue_cancel_button.clicked.connect(self.close)

    def open(self, demande: Demande, titre: str, recipients: Sequence[str]) -> None:
        """Ask to whom the document goes; those it went to before are proposed."""
        form = self._form
        self.demande = demande
        form.issue_title.setText(f"Émettre {quote(titre)}")
        completer = QCompleter(list(recipients), form.destinataire_edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        form.destinataire_edit.setCompleter(completer)
        self._refuse("")
        form.issue_frame.show()
        form.destinataire_edit.setFocus()
        form.destinataire_edit.selectAll()

    def close(self) -> bool:
        """Put the panel away; False when it was not there."""
        shown = not self._form.issue_frame.isHidden()
        self._form.issue_frame.hide()
        self.demande = None
        return shown

    def _issue(self) -> None:
        form, demande = self._form, self.demande
        if demande is None or not form.issue_ok_button.isEnabled():
            return
        self._refuse("")
        form.issue_ok_button.setEnabled(False)
        work = partial(
            self._page.context.services.rapports.emettre,
            demande.type,
            demande.plan,
            demande.periode,
            demande.options,
            destinataire=form.destinataire_edit.text(),
            format_=str(form.format_combo.currentData()),
        )
        self._page.ask(work, self._on_issued, self._on_refused)

    def _on_issued(self, emis: RapportEmis) -> None:
        self._form.issue_ok_button.setEnabled(True)
        self.close()
        self.issued.emit(emis)

    def _on_refused(self, error: Exception) -> None:
        self._form.issue_ok_button.setEnabled(True)
        if not isinstance(error, UserError):
            self._page.fail(error)
            return
        named = isinstance(error, ValidationError) and error.field == "destinataire"
        self._refuse(str(error), invalid=named)

    def _refuse(self, text: str, *, invalid: bool = False) -> None:
        form = self._form
        form.issue_error_label.setText(text)
        form.issue_error_label.setVisible(bool(text))
        edit = form.destinataire_edit
        edit.setProperty("invalide", invalid)
        edit.style().unpolish(edit)
        edit.style().polish(edit)
        if invalid:
            edit.setFocus()
