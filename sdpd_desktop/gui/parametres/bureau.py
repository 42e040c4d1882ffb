"""The office's name, who signs, handling marks, small counts, header image; saved at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.parametres import Parametres
from sdpd_desktop.domain.texte import NBSP, quote
from sdpd_desktop.gui.documents.texte import NarratifEdit
from sdpd_desktop.gui.generated.ui_parametres_page import Ui_ParametresPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from sdpd_desktop.gui.page import Page

_IMAGES = "Images (*.png *.jpg *.jpeg)"
_LIMIT = 5_000_000
_PICTURE = QSize(360, 72)
_MENTIONS = 68


class BureauCard(QObject):
    """Drives the card « Bureau »; each field is stored as soon as it is left."""

    def __init__(
        self, form: Ui_ParametresPage, page: "Page", save: Callable[[Parametres], None]
    ) -> None:
        super().__init__(page)
        self._form, self._page, self._save = form, page, save
        self._parametres: Parametres | None = None
        self._fields: dict[str, QLineEdit] = {
            "bureau": form.bureau_edit,
            "auteur": form.auteur_edit,
        }
        for name, edit in self._fields.items():
            edit.editingFinished.connect(partial(self._on_edited, name))
        self.mentions = NarratifEdit("Mentions de diffusion, une par ligne")
        self.mentions.setAccessibleDescription("Enregistrées dès que l’on quitte le champ.")
        self.mentions.setPlaceholderText("Une par ligne, par exemple : Usage interne")
        self.mentions.setFixedHeight(_MENTIONS)
        self.mentions.left.connect(self._on_mentions)
        form.mentions_layout.addWidget(self.mentions)
        form.mention_combo.activated.connect(self._on_mention)
        form.seuil_edit.editingFinished.connect(self._on_threshold)
        form.entete_button.clicked.connect(self._choose_image)
        form.entete_remove_button.clicked.connect(self._remove_image)
        form.bureau_error_label.hide()

    def show_parametres(self, parametres: Parametres, account: str) -> None:
        """Fill the fields; one being typed in is left alone. ``account`` signs without a name."""
        self._parametres = parametres
        for name, edit in self._fields.items():
            if not edit.isModified():
                edit.setText(getattr(parametres, name))
        if not self._form.seuil_edit.isModified():
            self._form.seuil_edit.setText(str(parametres.seuil_diffusion))
        self._show_mentions(parametres)
        if account:
            self._form.auteur_edit.setPlaceholderText(f"Compte du système{NBSP}: {account}")
        self._show_image(parametres.entete)

    def _show_mentions(self, parametres: Parametres) -> None:
        document = self.mentions.document()
        if not document.isModified() and self.mentions.texte != "\n".join(parametres.mentions):
            self.mentions.setPlainText("\n".join(parametres.mentions))
            document.setModified(False)
            self.mentions.pause.stop()
        combo = self._form.mention_combo
        combo.clear()
        combo.addItem("Aucune", "")
        for mention in parametres.mentions:
            combo.addItem(mention, mention)
        combo.setCurrentIndex(max(0, combo.findData(parametres.mention)))
        combo.setEnabled(bool(parametres.mentions))

    def refuse(self, error: UserError) -> None:
        """Say in the card why a field was not stored."""
        self._form.bureau_error_label.setText(str(error))
        self._form.bureau_error_label.show()

    def _on_edited(self, name: str) -> None:
        edit, parametres = self._fields[name], self._parametres
        edit.setModified(False)
        text = edit.text().strip()
        if parametres is None or getattr(parametres, name) == text:
            return
        self._form.bureau_error_label.hide()
        changed = {name: text}
        self._save(replace(parametres, **changed))  # type: ignore[arg-type]

    def _on_mentions(self) -> None:
        self.mentions.document().setModified(False)
        parametres = self._parametres
        lines = (" ".join(line.split()) for line in self.mentions.texte.splitlines())
        mentions = tuple(dict.fromkeys(line for line in lines if line))
        if parametres is None or mentions == parametres.mentions:
            return
        mention = parametres.mention if parametres.mention in mentions else ""
        self._save(replace(parametres, mentions=mentions, mention=mention))

    def _on_mention(self) -> None:
        parametres, mention = self._parametres, str(self._form.mention_combo.currentData())
        if parametres is not None and mention != parametres.mention:
            self._save(replace(parametres, mention=mention))

    def _on_threshold(self) -> None:
        edit, parametres = self._form.seuil_edit, self._parametres
        text = edit.text().strip()
        edit.setModified(False)
        if parametres is None or text == str(parametres.seuil_diffusion):
            return
        self._form.bureau_error_label.hide()
        if text.isdecimal():
            self._save(replace(parametres, seuil_diffusion=int(text)))
            return
        edit.setText(str(parametres.seuil_diffusion))
        self.refuse(
            ValidationError(
                "seuil_diffusion",
                f"Le seuil des petits effectifs est un nombre entier{NBSP}; {quote(text)} n’en est "
                f"pas un. Le seuil reste à {parametres.seuil_diffusion}.",
            )
        )

    def _choose_image(self) -> None:
        context = self._page.context
        paths = context.prompts.choose_files(self._page, "Image d’en-tête", _IMAGES)
        if paths:
            work = partial(_read_image, paths[0])
            context.files.run(self._page, work, self._on_image, self._on_bad_image)

    def _on_image(self, octets: bytes) -> None:
        if QImage.fromData(QByteArray(octets)).isNull():
            self.refuse(_not_an_image("Le fichier choisi"))
        elif self._parametres is not None:
            self._form.bureau_error_label.hide()
            self._save(replace(self._parametres, entete=octets))

    def _on_bad_image(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refuse(error)
        else:
            self._page.fail(error)

    def _remove_image(self) -> None:
        if self._parametres is not None:
            self._save(replace(self._parametres, entete=None))

    def _show_image(self, octets: bytes | None) -> None:
        picture = self._form.entete_picture
        self._form.entete_remove_button.setEnabled(octets is not None)
        if octets is None:
            picture.setPixmap(QPixmap())
            picture.setText(f"Aucune image{NBSP}: le nom du bureau seul est imprimé.")
            picture.setProperty("role", "muet")
            return
        ratio = picture.devicePixelRatioF()
        image = QImage.fromData(QByteArray(octets)).scaled(
            _PICTURE * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image.setDevicePixelRatio(ratio)
        picture.setPixmap(QPixmap.fromImage(image))
        picture.setAccessibleName("Image d’en-tête des documents")


def _read_image(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            octets = file.read(_LIMIT + 1)
    except OSError as error:
        raise UserError(
            f"L’image {quote(path.name)} ne peut pas être lue. Copiez-la sur le poste "
            "et recommencez."
        ) from error
    if len(octets) > _LIMIT:
        raise ValidationError(
            "entete", f"L’image {quote(path.name)} dépasse 5 Mo. Réduisez-la et recommencez."
        )
    if not octets.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise _not_an_image(quote(path.name))
    return octets


def _not_an_image(name: str) -> ValidationError:
    return ValidationError(
        "entete", f"{name} n’est pas une image PNG ou JPEG. Choisissez un autre fichier."
    )
