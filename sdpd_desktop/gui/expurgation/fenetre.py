"""Asks what to take out and why, shows where it is, and does it once told twice."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.expurgation import ApercuExpurgation, ResultatExpurgation
from sdpd_desktop.domain.provenance import FichierRecu
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_expurgation import Ui_ExpurgationDialog
from sdpd_desktop.gui.page import Context


class ExpurgationDialog(QDialog):
    """Looks first; only what was looked at can be taken out.

    Signals:
        done_with: Something was taken out.
    """

    done_with = Signal()

    def __init__(
        self,
        context: Context,
        texte: str = "",
        fichier: FichierRecu | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._fichier = fichier
        self._donne = texte
        self.form = Ui_ExpurgationDialog()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form.texte_edit.setPlainText(texte)
        if fichier is not None:
            self.form.fichier_radio.setText(f"Le fichier reçu en entier{NBSP}: {fichier.nom}")
        for radio in (self.form.texte_radio, self.form.fichier_radio):
            radio.setVisible(fichier is not None)
        self._connect()
        self._forget()

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.chercher_button, "search")
        icons.dress(form.expurger_button, "eye-off", "on_primary")
        form.chercher_button.clicked.connect(self._look)
        form.expurger_button.clicked.connect(self._expunge)
        form.fermer_button.clicked.connect(self.reject)
        form.texte_edit.textChanged.connect(self._forget)
        form.fichier_radio.toggled.connect(self._forget)

    def _whole(self) -> str:
        """Return the hash of the file to take out whole, "" when a text is."""
        if self._fichier is None or not self.form.fichier_radio.isChecked():
            return ""
        return self._fichier.empreinte

    def _texte(self) -> str:
        """Return what to take out; a field of Qt gives its no-break spaces back as plain ones."""
        typed = self.form.texte_edit.toPlainText()
        return self._donne if typed == self._donne.replace(NBSP, " ") else typed

    def _forget(self) -> None:
        """Ask to look again: what is to be taken out changed."""
        form = self.form
        form.texte_edit.setEnabled(not self._whole())
        form.expurger_button.setEnabled(False)
        form.erreur_label.hide()
        form.resultat_browser.setPlainText(
            "Cherchez d’abord : rien n’est effacé avant que vous ayez vu où la donnée se trouve."
        )

    def _look(self) -> None:
        service, whole = self._context.services.expurgations, self._whole()
        work = (
            partial(service.apercu_fichier, whole)
            if whole
            else partial(service.apercu, self._texte())
        )
        self._context.tasks.run(self, work, self._on_looked, self._refuse)

    def _on_looked(self, found: ApercuExpurgation) -> None:
        self.form.erreur_label.hide()
        self.form.expurger_button.setEnabled(found.elements > 0)
        self.form.resultat_browser.setHtml(en_mots(found))

    def _expunge(self) -> None:
        form, service, whole = self.form, self._context.services.expurgations, self._whole()
        if not form.motif_edit.text().strip():
            self._say("Donnez le motif : il reste au journal avec votre nom.")
            form.motif_edit.setFocus()
            return
        sure = self._context.prompts.confirm(
            self,
            "Effacer cette donnée pour toujours ?",
            action="Expurger définitivement",
            detail="Ni « Annuler », ni le journal ne la rendront. Les sauvegardes déjà faites la "
            "gardent : leur liste suit.",
        )
        if not sure:
            return
        form.expurger_button.setEnabled(False)
        motif = form.motif_edit.text()
        work = (
            partial(service.expurger_fichier, whole, motif)
            if whole
            else partial(service.expurger, self._texte(), motif)
        )
        self._context.tasks.run(self, work, self._on_done, self._refuse)

    def _on_done(self, result: ResultatExpurgation) -> None:
        form = self.form
        for field in (form.texte_edit, form.motif_edit, form.texte_radio, form.fichier_radio):
            field.setEnabled(False)
        form.chercher_button.hide()
        form.expurger_button.hide()
        form.erreur_label.hide()
        form.fermer_button.setText("Fermer")
        form.resultat_browser.setHtml(fait_en_mots(result))
        self._context.notify(f"Donnée expurgée (changement n°{NBSP}{result.changement})")
        self.finished.connect(lambda _code: self.done_with.emit())

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(str(error))
        else:
            report(error)

    def _say(self, text: str) -> None:
        self.form.erreur_label.setText(text)
        self.form.erreur_label.show()


def en_mots(found: ApercuExpurgation) -> str:
    """Return where a text is, as HTML."""
    if not found.elements:
        return "<p>Cette donnée ne se trouve nulle part.</p>"
    return "".join(
        (
            _liste(f"Ce qui sera effacé{NBSP}:", found.endroits),
            _liste(f"Fichiers reçus touchés{NBSP}:", found.fichiers),
            _suites(found),
        )
    )


def fait_en_mots(result: ResultatExpurgation) -> str:
    """Return what was taken out and what is left to do, as HTML."""
    wiped = (
        "Les octets libérés sont effacés du fichier de la base."
        if result.nettoye
        else "Une autre fenêtre tient la base : fermez-la, puis refaites une sauvegarde et "
        "redémarrez pour que les octets libérés soient effacés du disque."
    )
    done = f"<p><b>C’est fait (changement n°{NBSP}{result.changement}).</b> {escape(wiped)}</p>"
    return done + _liste(f"Effacé{NBSP}:", result.apercu.endroits) + _suites(result.apercu)


def _suites(found: ApercuExpurgation) -> str:
    backups = [
        f"{it.chemin} ({format_date(it.faite_le.astimezone().date())})" for it in found.sauvegardes
    ]
    return "".join(
        (
            _liste(f"À savoir{NBSP}:", found.restes),
            _liste(f"Sauvegardes qui la contiennent encore, à détruire{NBSP}:", backups),
            _liste(f"Copies de la base à côté d’elle, à détruire aussi{NBSP}:", found.copies),
        )
    )


def _liste(title: str, lines: tuple[str, ...] | list[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<p><b>{escape(title)}</b></p><ul>{items}</ul>"
