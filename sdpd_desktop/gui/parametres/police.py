"""The typeface of documents in the card « Bureau »: seen, changed, put back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject
from PySide6.QtGui import QFont, QFontDatabase

from sdpd_desktop.assets import asset_path
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.police import Police
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_parametres_page import Ui_ParametresPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Page

_LIVREE = "Source Sans 3"
_POLICES = "Polices TrueType (*.ttf)"
_TAILLE = 12
_EXEMPLE = "Préfecture – «{0}L’œuvre où naît Noël{0}», 12{0}345,6{0}%"


class PoliceEdit(QObject):
    """Drives the preview line and its two buttons."""

    def __init__(
        self, form: Ui_ParametresPage, page: "Page", refuse: Callable[[UserError], None]
    ) -> None:
        super().__init__(page)
        self._form, self._page, self._refuse = form, page, refuse
        self._shown: bytes = b""
        self._font = -1
        form.police_button.clicked.connect(self._choose)
        form.police_remove_button.clicked.connect(self._give_back)

    def show_police(self, police: Police | None) -> None:
        """Write a line in the typeface, None for the one that ships."""
        preview = self._form.police_preview
        self._form.police_remove_button.setEnabled(police is not None)
        name = police.nom if police else f"{_LIVREE} (livrée)"
        preview.setText(f"{name}{NBSP}: {_EXEMPLE.format(NBSP)}")
        octets = police.romain if police else _shipped()
        if octets == self._shown:
            return
        former, self._shown = self._font, octets
        self._font = QFontDatabase.addApplicationFontFromData(QByteArray(octets))
        families = QFontDatabase.applicationFontFamilies(self._font)
        font = QFont(families[:1] or preview.font().families())
        font.setPointSize(_TAILLE)
        preview.setFont(font)
        # A family leaves the window's fonts with the line that showed it.
        preview.setStyleSheet(f'font-family: "{font.family()}"; font-size: {_TAILLE}pt;')
        if former >= 0:
            QFontDatabase.removeApplicationFont(former)

    def _choose(self) -> None:
        context = self._page.context
        paths = context.prompts.choose_files(
            self._page, "Police des documents : normal, gras, italique", _POLICES
        )
        if paths:
            self._form.bureau_error_label.hide()
            work = partial(context.services.parametres.choisir_police, paths)
            self._page.ask(work, self._on_chosen, self._on_refused)

    def _on_chosen(self, police: Police) -> None:
        self._page.context.notify(f"Les documents sont désormais composés en {police.nom}.")

    def _give_back(self) -> None:
        self._form.bureau_error_label.hide()
        work = self._page.context.services.parametres.rendre_police
        self._page.ask(work, self._on_given_back, self._on_refused)

    def _on_given_back(self, _nothing: None) -> None:
        self._page.context.notify(f"Les documents sont de nouveau composés en {_LIVREE}.")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._refuse(error)
        else:
            self._page.fail(error)


def _shipped() -> bytes:
    path = asset_path("resources", "fonts", "source-sans-3", "SourceSans3-Regular.ttf")
    return path.read_bytes()
