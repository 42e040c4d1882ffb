"""Takes in a table of the SSMSI: read with its progress, looked at, applied, put back."""

import threading
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from sdpd_desktop.domain.errors import ConflictError, UserError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.journal import ChangementSummary
from sdpd_desktop.domain.ssmsi import (
    Colonne,
    Correspondance,
    PropositionSsmsi,
    RoleColonne,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_indicateurs_ssmsi import Ui_IndicateursSsmsi
from sdpd_desktop.gui.indicateurs.apercu_ssmsi import (
    LIGNES,
    ROLES,
    SERIES,
    compter,
    lignes_vues,
    resume,
)
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.widgets.columns import ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.message_bar import Tone

if TYPE_CHECKING:
    from sdpd_desktop.services.ssmsi import ResultatSsmsi

FICHIERS = "Tableaux du SSMSI (*.csv *.gz *.xlsx)"
_POLL_MS = 100


@dataclass
class Lecture:
    """How far a reading is: the lane that reads writes it, the window polls it."""

    fait: int = 0
    total: int = 0

    def dire(self, fait: int, total: int) -> None:
        """Take where the reading is; called on the lane."""
        self.fait, self.total = fait, total


class SsmsiPane(QFrame):
    """Shows one file at a time; nothing changes before « Importer ».

    Signals:
        closed: Back to the grid.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._path = Path()
        self._proposition: PropositionSsmsi | None = None
        self._changement: int | None = None
        self._lecture = Lecture()
        self._arret: threading.Event | None = None
        self._roles: list[tuple[Colonne, QComboBox]] = []
        self.form = Ui_IndicateursSsmsi()
        self.form.setupUi(self)
        self.form.tabs.tabBar().setDrawBase(False)
        settings = context.settings
        self.series = Listing(
            ColumnTableModel(SERIES), "Séries du fichier", settings, "ssmsi/series", self
        )
        self.lignes = Listing(
            ColumnTableModel(LIGNES), "Valeurs à regarder", settings, "ssmsi/lignes", self
        )
        self.form.series_layout.addWidget(self.series)
        self.form.lignes_layout.addWidget(self.lignes)
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._show_progress)
        self._connect()

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.fermer_button, "arrow-left")
        icons.dress(form.arreter_button, "x")
        icons.dress(form.appliquer_button, "check", "on_primary")
        icons.dress(form.annuler_button, "arrow-back-up")
        form.fermer_button.clicked.connect(self.quitter)
        form.arreter_button.clicked.connect(self.interrompre)
        form.appliquer_button.clicked.connect(self._apply)
        form.annuler_button.clicked.connect(self._undo)
        form.relire_button.clicked.connect(self._read_again)
        form.communes_check.toggled.connect(lambda _on: self._read(None))
        form.confirmer_check.toggled.connect(lambda _on: self._show_buttons())

    # -- reading

    def ouvrir(self, path: Path) -> None:
        """Read a file, with what it was taken for the last time."""
        self._path = path
        self.form.communes_check.blockSignals(True)
        self.form.communes_check.setChecked(False)
        self.form.communes_check.blockSignals(False)
        self._read(None)

    def _read(self, correspondance: Correspondance | None) -> None:
        self.interrompre()
        self._proposition, self._changement = None, None
        self._lecture, self._arret = Lecture(), threading.Event()
        form = self.form
        form.message_bar.clear()
        form.titre_label.setText(self._path.name)
        form.origine_label.setText("Lecture du fichier…")
        self._show_state()
        self._poll.start()
        work = partial(
            self._context.services.ssmsi.propose,
            self._path,
            self._context.plan.code,
            toutes_communes=form.communes_check.isChecked(),
            correspondance=correspondance,
            progres=self._lecture.dire,
            arret=self._arret,
        )
        reading = self._arret
        self._context.files.run(
            self, work, partial(self._on_read, reading), partial(self._on_refused, reading)
        )

    def interrompre(self) -> None:
        """Give up the reading; nothing of it stays."""
        if self._arret is not None:
            self._arret.set()

    def quitter(self) -> None:
        """Go back to the grid, giving up what is being read."""
        self.interrompre()
        self.closed.emit()

    def _on_read(self, reading: threading.Event, proposition: PropositionSsmsi) -> None:
        if reading is not self._arret:
            return  # Another reading was asked for meanwhile.
        self._arret = None
        self._proposition = proposition
        self.form.origine_label.setText(proposition.origine)
        self.form.resume_label.setText(resume(proposition))
        self.form.confirmer_check.setChecked(False)
        self.series.set_rows(proposition.series, lambda row: row.serie.code)
        rows = lignes_vues(proposition)
        self.lignes.set_rows(rows, lambda row: (row.lieu, row.serie, row.periode))
        tabs = self.form.tabs
        tabs.setTabText(tabs.indexOf(self.form.series_tab), f"Séries ({len(proposition.series)})")
        tabs.setTabText(tabs.indexOf(self.form.lignes_tab), f"À regarder ({len(rows)})")
        self._fill_columns(proposition.lu.correspondance)
        tabs.setCurrentWidget(
            self.form.colonnes_tab if proposition.questions else self.form.series_tab
        )
        self._show_state()

    def _on_refused(self, reading: threading.Event, error: Exception) -> None:
        if reading is not self._arret:
            return
        self._arret = None
        self.form.origine_label.setText("")
        self._fail(error)
        self._show_state()

    def _fill_columns(self, correspondance: Correspondance) -> None:
        layout = self.form.colonnes_form_layout
        while layout.rowCount():
            layout.removeRow(0)
        self._roles = []
        for colonne in correspondance.colonnes:
            combo = QComboBox()
            combo.setAccessibleName(f"Ce qu’est la colonne {colonne.titre}")
            for role, words in ROLES.items():
                combo.addItem(words, role)
            combo.setCurrentIndex(combo.findData(colonne.role))
            combo.setToolTip(colonne.motif)
            layout.addRow(colonne.titre or f"Colonne {colonne.rang + 1}", combo)
            self._roles.append((colonne, combo))

    def _read_again(self) -> None:
        """Read the file anew, with the columns taken for what the person says."""
        if self._proposition is None:
            return
        before = self._proposition.lu.correspondance
        colonnes = tuple(
            colonne
            if combo.currentData() == colonne.role
            else replace(colonne, role=RoleColonne(combo.currentData()), motif="")
            for colonne, combo in self._roles
        )
        self._read(replace(before, colonnes=colonnes, sure=False))

    # -- applying

    def _apply(self) -> None:
        if self._proposition is None:
            return
        self.form.appliquer_button.setEnabled(False)
        self.form.message_bar.show_message("Enregistrement…", Tone.INFO)
        work = partial(
            self._context.services.ssmsi.apply,
            self._proposition,
            confirme=self.form.confirmer_check.isChecked(),
        )
        self._context.tasks.run(self, work, self._on_applied, self._on_not_applied)

    def _on_applied(self, result: "ResultatSsmsi") -> None:
        self._changement = result.changement
        if result.changement is None:
            text = "Ce fichier n’apporte rien de nouveau."
        else:
            text = (
                f"{compter(result.nouveaux, 'valeur nouvelle', 'valeurs nouvelles')}, "
                f"{compter(result.modifies, 'modifiée', 'modifiées')}, "
                f"dans {compter(result.series, 'série', 'séries')}{NBSP}: changement n°{NBSP}"
                f"{result.changement}."
            )
        self.form.message_bar.show_message(text, Tone.SUCCES)
        self._show_state()

    def _on_not_applied(self, error: Exception) -> None:
        self._fail(error)
        self._show_state()

    def _undo(self) -> None:
        if self._changement is not None:
            work = partial(self._context.services.journal.undo, self._changement)
            self._context.tasks.run(self, work, self._on_undone, self._fail)

    def _on_undone(self, done: ChangementSummary) -> None:
        self._context.notify(f"Annulé{NBSP}: {done.commande}")
        self._read(None)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            reasons = error.conflicts[:5] if isinstance(error, ConflictError) else ()
            self.form.message_bar.show_message("\n".join((str(error), *reasons)), Tone.ERREUR)
        else:
            report(error)

    # -- what is shown

    def _show_progress(self) -> None:
        bar, lecture = self.form.lecture_bar, self._lecture
        if lecture.total:
            bar.setMaximum(1000)
            bar.setValue(round(1000 * lecture.fait / lecture.total))
        else:
            bar.setMaximum(0)  # How long it is is not known yet.

    def _show_state(self) -> None:
        """Show what makes sense: while reading, before applying, once applied."""
        form, reading = self.form, self._arret is not None
        form.lecture_frame.setVisible(reading)
        if not reading:
            self._poll.stop()
        known = self._proposition is not None
        form.tabs.setVisible(known)
        form.resume_label.setVisible(known)
        form.communes_check.setVisible(known and self._changement is None)
        form.annuler_button.setVisible(self._changement is not None)
        self._show_buttons()

    def _show_buttons(self) -> None:
        form, proposition = self.form, self._proposition
        done = self._changement is not None
        if proposition is None or done:
            form.confirmer_check.hide()
            form.appliquer_button.setVisible(False)
            return
        asked = bool(proposition.questions) or proposition.comptes()[Verdict.A_CONFIRMER] > 0
        form.confirmer_check.setVisible(asked)
        confirmed = form.confirmer_check.isChecked()
        count = len(proposition.applicables(confirme=confirmed))
        form.appliquer_button.setVisible(True)
        form.appliquer_button.setText(f"Importer {compter(count, 'valeur')}")
        form.appliquer_button.setEnabled(count > 0 and (confirmed or not proposition.questions))
