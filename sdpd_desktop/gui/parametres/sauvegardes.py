"""Backups of the whole database: make one, restore one, check what is there."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.parametres import Parametres, SauvegardeSummary
from sdpd_desktop.domain.texte import NBSP, quote
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_parametres_page import Ui_ParametresPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Page
    from sdpd_desktop.services.sauvegardes import RapportControle

_FILES = "Sauvegardes (*.sauvegarde);;Tous les fichiers (*)"
_KILO = 1024


class SauvegardesCard(QObject):
    """Drives the card « Sauvegardes »."""

    def __init__(
        self, form: Ui_ParametresPage, page: "Page", save: Callable[[Parametres], None]
    ) -> None:
        super().__init__(page)
        self._form, self._page, self._save = form, page, save
        self._parametres: Parametres | None = None
        icons.dress(form.sauvegarder_button, "device-floppy", "on_primary")
        form.rapport_edit.hide()
        form.sauvegarde_error_label.hide()
        form.dossier_edit.editingFinished.connect(self._on_edited)
        form.dossier_button.clicked.connect(self._choose_folder)
        form.sauvegarder_button.clicked.connect(self._backup)
        form.restaurer_button.clicked.connect(self._restore)
        form.controler_button.clicked.connect(self._check)

    def show_parametres(self, parametres: Parametres, last: SauvegardeSummary | None) -> None:
        """Fill the card; the folder being typed is left alone."""
        self._parametres = parametres
        if not self._form.dossier_edit.isModified():
            self._form.dossier_edit.setText(parametres.dossier_sauvegardes)
        self._form.derniere_label.setText(_describe(last))

    # -------------------------------------------------------------- folder

    def _on_edited(self) -> None:
        edit = self._form.dossier_edit
        edit.setModified(False)
        self._store_folder(edit.text().strip())

    def _store_folder(self, folder: str) -> None:
        if self._parametres and self._parametres.dossier_sauvegardes != folder:
            self._say("")
            self._save(replace(self._parametres, dossier_sauvegardes=folder))

    def _choose_folder(self) -> None:
        folder = self._page.context.prompts.choose_folder(self._page, "Dossier des sauvegardes")
        if folder:
            self._form.dossier_edit.setText(str(folder))
            self._store_folder(str(folder))

    # -------------------------------------------------------------- backup

    def _backup(self) -> None:
        typed = self._form.dossier_edit.text().strip()
        folder = Path(typed) if typed else None
        if folder is None:
            folder = self._page.context.prompts.choose_folder(self._page, "Où sauvegarder")
        if folder is None:
            return
        self._say("")
        self._wait(on=True)
        work = partial(_backup, self._page.context.services.sauvegardes.backup, folder)
        self._page.ask(work, self._on_saved, self._on_error)

    def _on_saved(self, summary: SauvegardeSummary) -> None:
        self._wait(on=False)
        self._form.derniere_label.setText(_describe(summary))
        self._page.context.notify(f"Sauvegarde vérifiée{NBSP}: {summary.chemin}")

    # ------------------------------------------------------------- restore

    def _restore(self) -> None:
        context = self._page.context
        paths = context.prompts.choose_files(self._page, "Restaurer une sauvegarde", _FILES)
        if not paths:
            return
        sure = context.prompts.confirm(
            self._page,
            f"Remplacer la base par {quote(paths[0].name)}{NBSP}?",
            action="Restaurer",
            detail="La base actuelle est gardée à côté, sous un nom daté. La fenêtre se rouvre "
            "ensuite sur la base restaurée.",
        )
        if sure:
            self._say("")
            self._wait(on=True)
            work = partial(context.services.sauvegardes.restore, paths[0])
            self._page.ask(work, self._on_restored, self._on_error)

    def _on_restored(self, _nothing: None) -> None:
        self._wait(on=False)
        self._page.context.reopen()

    # --------------------------------------------------------------- check

    def _check(self) -> None:
        self._say("")
        self._wait(on=True)
        self._page.ask(
            self._page.context.services.sauvegardes.check, self._on_checked, self._on_error
        )

    def _on_checked(self, rapport: "RapportControle") -> None:
        self._wait(on=False)
        verdict = "✓ La base est saine." if rapport.ok else "✕ La base est endommagée."
        advice = () if rapport.ok else ("Restaurez la dernière sauvegarde.",)
        self._form.rapport_edit.setPlainText(
            "\n".join((verdict, *rapport.defauts, *advice, *rapport.lignes))
        )
        self._form.rapport_edit.show()
        self._form.rapport_edit.moveCursor(QTextCursor.MoveOperation.Start)

    # --------------------------------------------------------------- words

    def _on_error(self, error: Exception) -> None:
        self._wait(on=False)
        if isinstance(error, UserError):
            self._say(str(error))
        else:
            self._page.fail(error)

    def _say(self, text: str) -> None:
        self._form.sauvegarde_error_label.setText(text)
        self._form.sauvegarde_error_label.setVisible(bool(text))

    def _wait(self, *, on: bool) -> None:
        form = self._form
        for button in (form.sauvegarder_button, form.restaurer_button, form.controler_button):
            button.setEnabled(not on)


def _backup(backup: Callable[[Path], SauvegardeSummary], folder: Path) -> SauvegardeSummary:
    if not folder.is_dir():
        raise UserError(
            f"Le dossier {folder} n’existe pas. Branchez la clé ou choisissez un autre dossier."
        )
    return backup(folder)


def _describe(last: SauvegardeSummary | None) -> str:
    if last is None:
        return "La base n’a encore jamais été sauvegardée depuis ce poste."
    local = last.faite_le.astimezone()
    return (
        f"Dernière sauvegarde vérifiée{NBSP}: le {format_date(local.date())} à {local:%H:%M}, "
        f"{format_nombre(-(-last.taille // _KILO))}{NBSP}Kio, "
        f"{format_nombre(last.changements)} changements.\n{last.chemin}"
    )
