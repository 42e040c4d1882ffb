"""The dialog « Signer électroniquement »: whose field, with which key."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from typing_extensions import override

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.signature import (
    ActeSignature,
    Certificat,
    Clef,
    ClefCarte,
    ClefFichier,
    Jeton,
)
from sdpd_desktop.domain.texte import NBSP, quote
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_signature_dialog import Ui_SignatureDialog
from sdpd_desktop.gui.page import Context

if TYPE_CHECKING:
    from sdpd_desktop.services.signatures import DocumentASigner, SignatureFaite

BIBLIOTHEQUE, JETON, CERTIFICAT, MOYEN = (
    f"signature/{name}" for name in ("bibliotheque", "jeton", "certificat", "moyen")
)
_IMAGES = "Images (*.png *.jpg *.jpeg)"
_CERTIFICATS = "Certificats avec leur clef (*.p12 *.pfx)"
_FICHIER = "fichier"
_IMAGE_LIMIT = 5_000_000


class SignatureDialog(QDialog):
    """Stays open until the document is signed or the user gives up; keeps no secret.

    Signals:
        signed: The :class:`SignatureFaite`.
    """

    signed = Signal(object)

    def __init__(self, context: Context, document: "DocumentASigner", parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._document = context, document
        self.form = Ui_SignatureDialog()
        self.form.setupUi(self)
        self._fill()
        self._connect()
        if context.settings.text(MOYEN) == _FICHIER:
            self.form.fichier_radio.setChecked(True)
        else:
            self.form.carte_radio.setChecked(True)

    def _fill(self) -> None:
        form, document = self.form, self._document
        form.heading_label.setText(f"Signer électroniquement {document.convention}")
        signed = [champ.qualite for champ in document.champs if champ.signe]
        text = f"A déjà signé{NBSP}: {' ; '.join(signed)}." if signed else ""
        form.signes_label.setText(text.replace(" ;", f"{NBSP};"))
        form.signes_label.setVisible(bool(signed))
        form.reserve_label.setText(document.reserve)
        form.reserve_label.setVisible(bool(document.reserve))
        for champ in document.champs:
            if not champ.signe:
                form.champ_combo.addItem(champ.qualite, champ.nom)
        form.lieu_edit.setText(document.lieu)
        form.error_label.hide()

    def _connect(self) -> None:
        form = self.form
        form.carte_radio.toggled.connect(self._on_means)
        form.fichier_radio.toggled.connect(self._on_means)
        form.relire_button.clicked.connect(self._read_cards)
        form.jeton_combo.currentIndexChanged.connect(self._read_certificates)
        form.middleware_check.toggled.connect(lambda on: form.code_edit.setEnabled(not on))
        form.fichier_button.clicked.connect(
            partial(self._choose, form.fichier_edit, "Fichier de certificat", _CERTIFICATS)
        )
        form.image_button.clicked.connect(
            partial(self._choose, form.image_edit, "Signature numérisée", _IMAGES)
        )
        form.fermer_button.clicked.connect(self.reject)
        form.signer_button.clicked.connect(self._sign)

    @override
    def done(self, result: int) -> None:
        for edit in (self.form.code_edit, self.form.phrase_edit):
            edit.clear()
        super().done(result)

    # ----------------------------------------------------------------- card

    def _on_means(self, on: bool) -> None:
        if not on:
            return
        form = self.form
        by_card = form.carte_radio.isChecked()
        form.moyen_stack.setCurrentWidget(form.carte_page if by_card else form.fichier_page)
        self._refuse("")
        if by_card:
            self._read_cards()

    @property
    def _library(self) -> str:
        return self._context.settings.text(BIBLIOTHEQUE)

    def _read_cards(self) -> None:
        self.form.jeton_combo.clear()
        self.form.certificat_combo.clear()
        if not self._library:
            self._refuse(
                "La bibliothèque de la carte n’est pas encore indiquée : ouvrez Paramètres, "
                "« Signature électronique »."
            )
            return
        work = partial(self._context.services.signatures.jetons, self._library)
        self._context.files.run(self, work, self._on_cards, self._on_error)

    def _on_cards(self, jetons: tuple[Jeton, ...]) -> None:
        self._refuse(
            "" if jetons else f"Aucune carte dans le lecteur{NBSP}: insérez-la, puis « Relire »."
        )
        combo = self.form.jeton_combo
        combo.blockSignals(True)
        for jeton in jetons:
            combo.addItem(jeton.nom, jeton)
        kept = combo.findText(self._context.settings.text(JETON))
        combo.setCurrentIndex(max(kept, 0) if jetons else -1)
        combo.blockSignals(False)
        self._read_certificates()

    def _read_certificates(self) -> None:
        jeton = self.form.jeton_combo.currentData()
        self.form.certificat_combo.clear()
        if not isinstance(jeton, Jeton):
            return
        self.form.middleware_check.setChecked(jeton.demande_code)
        work = partial(self._context.services.signatures.certificats, self._library, jeton.nom)
        self._context.files.run(self, work, self._on_certificates, self._on_error)

    def _on_certificates(self, certificats: tuple[Certificat, ...]) -> None:
        combo = self.form.certificat_combo
        combo.clear()
        for it in certificats:
            combo.addItem(f"{it.sujet} (jusqu’au {format_date(it.fin.date())})", it.empreinte)
        kept = combo.findData(self._context.settings.text(CERTIFICAT))
        combo.setCurrentIndex(max(kept, 0) if certificats else -1)
        if not certificats:
            self._refuse("Cette carte ne contient aucun certificat de signature.")

    # -------------------------------------------------------------- signing

    def _choose(self, edit: QLineEdit, title: str, filters: str) -> None:
        paths = self._context.prompts.choose_files(self, title, filters)
        if paths:
            edit.setText(str(paths[0]))

    def _sign(self) -> None:
        form = self.form
        self._refuse("")
        champ = form.champ_combo.currentData()
        if champ is None:
            self._refuse("Tous les signataires ont signé ce document.")
            return
        by_card = form.carte_radio.isChecked()
        if by_card and form.certificat_combo.currentData() is None:
            self._refuse("Choisissez le certificat de la carte qui signe.", form.certificat_combo)
            return
        if not by_card and not form.fichier_edit.text():
            self._refuse("Choisissez le fichier de certificat.", form.fichier_button)
            return
        self._remember(by_card)
        form.signer_button.setEnabled(False)
        form.signer_button.setText("Signature en cours…")
        work = partial(
            _sign, self._context, self._document.convention, str(champ),
            form.lieu_edit.text().strip(), form.image_edit.text(), self._key(by_card),
        )  # fmt: skip
        self._context.files.run(self, work, self._on_signed, self._on_error)

    def _key(self, by_card: bool) -> "Clef | tuple[str, str]":
        """Return the key; that of a file is read on the lane, from its path."""
        form = self.form
        if not by_card:
            return form.fichier_edit.text(), form.phrase_edit.text()
        asked_there = form.middleware_check.isChecked()
        return ClefCarte(
            self._library,
            form.jeton_combo.currentText(),
            str(form.certificat_combo.currentData()),
            None if asked_there else form.code_edit.text(),
        )

    def _remember(self, by_card: bool) -> None:
        settings = self._context.settings
        settings.keep_text(MOYEN, "carte" if by_card else _FICHIER)
        if by_card:
            settings.keep_text(JETON, self.form.jeton_combo.currentText())
            settings.keep_text(CERTIFICAT, str(self.form.certificat_combo.currentData()))

    def _on_signed(self, done: "SignatureFaite") -> None:
        self.signed.emit(done)
        self.accept()

    def _on_error(self, error: Exception) -> None:
        self.form.signer_button.setEnabled(True)
        self.form.signer_button.setText("Signer")
        self.form.code_edit.clear()
        if not isinstance(error, UserError):
            report(error)
            return
        fields = {"code": self.form.code_edit, "phrase": self.form.phrase_edit}
        faulty = fields.get(error.field) if isinstance(error, ValidationError) else None
        self._refuse(str(error), faulty)

    def _refuse(self, text: str, faulty: QWidget | None = None) -> None:
        self.form.error_label.setText(text)
        self.form.error_label.setVisible(bool(text))
        if faulty is not None:
            faulty.setFocus()


def _sign(
    context: Context,
    convention: str,
    champ: str,
    lieu: str,
    image: str,
    key: Clef | tuple[str, str],
) -> "SignatureFaite":
    """Read the files and sign; runs on the lane, refers to no widget."""
    services = context.services
    if isinstance(key, tuple):
        path, phrase = key
        key = ClefFichier(_read(Path(path)), phrase)
    drawn = _read(Path(image)) if image else None
    acte = ActeSignature(champ, services.clock.now(), lieu, drawn)
    return services.signatures.signer(convention, acte, key)


def _read(path: Path) -> bytes:
    try:
        octets = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{quote(path.name)} ne peut pas être lu. Copiez-le sur le poste et recommencez."
        ) from error
    if len(octets) > _IMAGE_LIMIT:
        raise UserError(f"{quote(path.name)} dépasse 5 Mo. Choisissez un fichier plus petit.")
    return octets
