"""Two files of one return, side by side: what differs, cell by cell, and which is newer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.reception import Difference, VersionsComparees
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_retours_versions import Ui_RetoursVersions
from sdpd_desktop.gui.retours.lignes import COLONNES
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_COLUMNS: tuple[Column[Difference], ...] = (
    Column("Objet", lambda row: row.objet, 120, tip=lambda row: row.titre),
    Column("Titre", lambda row: row.titre, 0, tip=lambda row: row.titre),
    Column("Colonne", lambda row: COLONNES.get(row.colonne, row.colonne), 120),
    Column("Cellule", lambda row: row.lieu, 130),
    Column("Plus ancien", lambda row: row.ancien or "(vide)", 180, tip=lambda row: row.ancien),
    Column("Plus récent", lambda row: row.recent or "(vide)", 180, tip=lambda row: row.recent),
)


class VersionsPane(QWidget):
    """Shows what two versions do not say alike.

    Signals:
        kept: The proposition kept and the one left out.
        opened: A proposition to look at.
        left: Back to the files.
    """

    kept = Signal(object, object)
    opened = Signal(object)
    left = Signal()

    def __init__(self, settings: LookSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions: VersionsComparees | None = None
        self.form = Ui_RetoursVersions()
        self.form.setupUi(self)
        self.listing = Listing(
            ColumnTableModel(_COLUMNS), "Différences", settings, "retours/versions"
        )
        self.form.differences_layout.addWidget(self.listing)
        icons.dress(self.form.back_button, "arrow-left")
        icons.dress(self.form.keep_button, "check", "on_primary")
        self.form.back_button.clicked.connect(self.left)
        self.form.old_button.clicked.connect(self._keep_old)
        self.form.keep_button.clicked.connect(self._keep_new)

    def show_versions(self, versions: VersionsComparees) -> None:
        """Show another pair."""
        self.versions = versions
        form, old, new = self.form, versions.ancien, versions.recent
        form.title_label.setText("Deux versions du même retour")
        count = len(versions.differences)
        said = f"{count} cellule{'s' if count > 1 else ''} différente{'s' if count > 1 else ''}"
        said = said if count else "les deux fichiers disent la même chose"
        form.count_label.setText(f"{new.partenaire_nom} · {new.periode.libelle} · {said}")
        form.old_title.setText("Plus ancien" if versions.datees else "Premier fichier")
        form.new_title.setText("Plus récent" if versions.datees else "Second fichier")
        form.old_button.setText(f"Garder {'le plus ancien' if versions.datees else 'le premier'}")
        form.keep_button.setText(f"Garder {'le plus récent' if versions.datees else 'le second'}")
        for proposition, name, date in (
            (old, form.old_label, form.old_date_label),
            (new, form.new_label, form.new_date_label),
        ):
            name.setText(proposition.fichier)
            date.setText(_saved(proposition))
        self.listing.set_rows(versions.differences, key=lambda row: (row.objet, row.colonne))
        if versions.differences:
            self.listing.choose(lambda row: True)

    def _keep_old(self) -> None:
        if self.versions is not None:
            self.kept.emit(self.versions.ancien, self.versions.recent)

    def _keep_new(self) -> None:
        if self.versions is not None:
            self.kept.emit(self.versions.recent, self.versions.ancien)


def _saved(proposition: Proposition) -> str:
    if proposition.enregistre_le is None:
        return "Date d’enregistrement inconnue"
    local = proposition.enregistre_le.astimezone()
    return f"Enregistré le {format_date(local.date())} à {local:%H:%M}"
