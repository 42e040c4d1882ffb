"""A new convention: from a kind, from another one, or from a file that was handed over."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.modele_convention import ModeleSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.conventions.page import ConventionsPage


class CreationFrame(QObject):
    """Drives the frame « Nouvelle convention »."""

    def __init__(self, form: Ui_ConventionsPage, page: "ConventionsPage") -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._origin = ""
        form.new_cancel_button.clicked.connect(self.close)
        form.new_ok_button.clicked.connect(self._create)
        form.code_edit.returnPressed.connect(self._create)
        self.forget_button = QPushButton("Oublier ce type")
        self.forget_button.setToolTip("Les conventions déjà préparées restent.")
        self.forget_button.clicked.connect(self._forget)
        form.new_line.insertWidget(2, self.forget_button)
        form.type_combo.currentIndexChanged.connect(self._show_sources)
        form.new_frame.hide()

    @property
    def opened(self) -> bool:
        """Whether the frame is shown."""
        return not self._form.new_frame.isHidden()

    def open(self) -> None:
        """Ask for the kind and the code."""
        self._show(f"Nouvelle convention{NBSP}:", "")
        self._form.type_combo.show()
        self._page.ask(self._page.context.services.redactions.modeles, self._offer)

    def open_copy(self, origin: str) -> None:
        """Ask for the code of a copy."""
        self._show(f"Dupliquer {origin} en{NBSP}:", origin)
        self._form.type_combo.hide()
        self._form.new_sources_label.hide()
        self.forget_button.hide()

    def close(self) -> None:
        """Give up."""
        self._form.new_frame.hide()

    def _show(self, title: str, origin: str) -> None:
        form = self._form
        self._origin = origin
        form.new_label.setText(title)
        form.code_edit.clear()
        self._refuse("")
        form.new_frame.show()
        form.code_edit.setFocus()

    def _offer(self, modeles: tuple[ModeleSummary, ...]) -> None:
        combo = self._form.type_combo
        kept = combo.currentData()
        combo.blockSignals(True)
        combo.clear()
        for modele in modeles:
            combo.addItem(modele.libelle, modele)
        codes = [modele.code for modele in modeles]
        combo.setCurrentIndex(codes.index(kept.code) if kept and kept.code in codes else 0)
        combo.blockSignals(False)
        self._show_sources()

    def _show_sources(self) -> None:
        label, modele = self._form.new_sources_label, self._form.type_combo.currentData()
        label.setText("\n".join(modele.sources) if modele else "")
        label.setVisible(bool(label.text()))
        self.forget_button.setVisible(bool(modele and modele.id) and not self._origin)

    def _forget(self) -> None:
        redactions = self._page.context.services.redactions
        work = partial(redactions.oublier_modele, self._form.type_combo.currentData().code)
        self._page.ask(work, lambda _none: self._page.ask(redactions.modeles, self._offer))

    def _create(self) -> None:
        form, redactions = self._form, self._page.context.services.redactions
        code, modele = form.code_edit.text().strip(), form.type_combo.currentData()
        if self._origin:
            work = partial(redactions.dupliquer, self._origin, code)
        elif modele:
            work = partial(redactions.creer, code, modele.code, self._page.context.plan.code)
        else:
            return
        self._page.ask(work, self._on_made, self._on_refused)

    def _on_made(self, details: ConventionDetails) -> None:
        self.close()
        self._page.open_object("convention", details.resume.code, None)
        self._form.tabs.setCurrentWidget(self._form.champs_tab)
        self._page.context.notify(f"Brouillon {details.resume.code} créé.")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._refuse(str(error))
            self._form.code_edit.setFocus()
        else:
            self._page.fail(error)

    def _refuse(self, text: str) -> None:
        label, edit = self._form.new_error_label, self._form.code_edit
        label.setText(text)
        label.setVisible(bool(text))
        edit.setProperty("invalide", bool(text))
        edit.style().unpolish(edit)
        edit.style().polish(edit)
