"""Shows where one value comes from, with the row of the file as received."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import Ligne, Proposition, StatutPropose
from sdpd_desktop.domain.indicateur import EtatValeur, Observation, SuiviIndicateur
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.provenance import (
    CelluleRecue,
    EtatFichier,
    FichierRecu,
    LigneRecue,
    Provenance,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.expurgation.fenetre import ExpurgationDialog
from sdpd_desktop.gui.generated.ui_provenance import Ui_ProvenanceDialog
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_ETATS = {
    EtatFichier.AUCUN: "",
    EtatFichier.CONSERVE: "",
    EtatFichier.TROP_GROS: (
        "Ce fichier est trop gros pour être conservé dans la base : seule son empreinte l’est. La "
        "ligne se retrouve dans l’original, à la cellule indiquée."
    ),
    EtatFichier.EXPURGE: "Ce fichier a été effacé de la base ; son empreinte reste.",
    EtatFichier.EXPURGE_EN_PARTIE: "Une partie de ce fichier a été effacée.",
    EtatFichier.PROPOSE: "",
}
_VISEE = Badge("Cette cellule", "info", Forme.CARRE)
_COLUMNS: tuple[Column[CelluleRecue], ...] = (
    Column("Cellule", lambda c: c.adresse, 70),
    Column("Colonne", lambda c: c.titre, 170, tip=lambda c: c.titre),
    Column("Texte reçu", lambda c: c.texte, 0, tip=lambda c: c.texte),
    Column("Format", lambda c: "" if c.format == "General" else c.format, 84),
    Column("Marques", lambda c: ", ".join(c.marques), 110, tip=lambda c: "\n".join(c.marques)),
    Column(
        "",
        lambda c: _VISEE.texte if c.visee else "",
        122,
        badge=lambda c: _VISEE if c.visee else None,
    ),
)


class ProvenanceDialog(QDialog):
    """Opens at once and fills itself: the origin from the database, then the row from the file."""

    def __init__(
        self, context: Context, load: Callable[[], Provenance], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._provenance: Provenance | None = None
        self.form = Ui_ProvenanceDialog()
        self.form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model: ColumnTableModel[CelluleRecue] = ColumnTableModel(_COLUMNS)
        self.ligne = Listing(model, "Ligne reçue", context.settings, "provenance/ligne", self)
        self.form.ligne_layout.addWidget(self.ligne, 1)
        self.form.dialog_layout.setStretchFactor(self.form.ligne_layout, 1)
        self._connect()
        self._wait()
        self.form.fermer_button.setFocus()
        context.tasks.run(self, load, self._show, self._refuse)

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.enregistrer_button, "device-floppy")
        icons.dress(form.journal_button, "history")
        icons.dress(form.expurger_button, "eye-off")
        form.enregistrer_button.clicked.connect(self._save)
        form.journal_button.clicked.connect(self._open_journal)
        form.expurger_button.clicked.connect(self._expunge)
        form.fermer_button.clicked.connect(self.reject)

    def _wait(self) -> None:
        form = self.form
        form.title_label.setText("Recherche de l’origine…")
        for label in (form.origine_label, form.fichier_label, form.etat_label):
            label.hide()
        for button in (form.enregistrer_button, form.journal_button, form.expurger_button):
            button.setEnabled(False)
        self.ligne.hide()

    def _show(self, found: Provenance) -> None:
        form, fichier = self.form, found.fichier
        self._provenance = found
        form.title_label.setText(found.objet)
        form.origine_label.setText(origine(found))
        form.origine_label.show()
        form.fichier_label.setText(fichier_en_mots(found))
        form.fichier_label.setVisible(fichier.etat is not EtatFichier.AUCUN)
        self._say("\n".join(filter(None, (_ETATS[fichier.etat], fichier.suite))))
        form.journal_button.setEnabled(found.changement is not None)
        form.enregistrer_button.setEnabled(fichier.etat.lisible)
        form.enregistrer_button.setVisible(
            fichier.etat not in (EtatFichier.AUCUN, EtatFichier.PROPOSE)
        )
        stored = found.saisi_le is not None
        form.journal_button.setVisible(stored)
        form.expurger_button.setVisible(stored)
        form.expurger_button.setEnabled(stored)
        if fichier.etat.lisible and found.cellule:
            self._say(form.etat_label.text() or "Lecture de la ligne dans le fichier reçu…")
            work = partial(self._context.services.provenances.ligne, found)
            self._context.files.run(self, work, self._show_ligne, self._refuse)

    def _show_ligne(self, row: LigneRecue) -> None:
        found = self._provenance
        said = _ETATS[found.fichier.etat] if found else ""
        suite = found.fichier.suite if found else ""
        self._say("\n".join(filter(None, (said, suite, *row.marques))))
        self.ligne.set_rows(row.cellules, key=lambda cell: cell.adresse)
        self.ligne.show()
        self.ligne.choose(lambda cell: cell.visee)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            if self._provenance is None:
                self.form.title_label.setText("Provenance inconnue")
            self._say(str(error))
        else:
            report(error)

    def _say(self, text: str) -> None:
        self.form.etat_label.setText(text)
        self.form.etat_label.setVisible(bool(text))

    # ---------------------------------------------------------------- gestures

    def _save(self) -> None:
        found = self._provenance
        if found is None:
            return
        name = found.fichier.nom
        out = self._context.prompts.choose_target(
            self, "Enregistrer le fichier reçu", name, f"Fichier reçu (*.{name.rpartition('.')[2]})"
        )
        if out is not None:
            self._context.tasks.run(
                self,
                partial(self._context.services.provenances.enregistrer, found, out),
                lambda _done: self._context.notify(f"Fichier reçu enregistré{NBSP}: {out}"),
                self._refuse,
            )

    def _open_journal(self) -> None:
        if self._provenance is not None and self._provenance.changement is not None:
            self._context.navigate(Link("journal", "changement", str(self._provenance.changement)))
            self.accept()

    def _expunge(self) -> None:
        found = self._provenance
        if found is None:
            return
        shown = self.ligne.current_row() if self.ligne.isVisible() else None
        texte = shown.texte if shown else found.commentaire or found.texte
        fichier = found.fichier if found.fichier.etat.lisible else None
        dialog = ExpurgationDialog(self._context, texte, fichier, self)
        dialog.done_with.connect(self.reject)
        dialog.open()


def open_value(context: Context, observation: str, parent: QWidget) -> None:
    """Show where a stored value comes from, by its id."""
    load = partial(context.services.provenances.of_value, observation)
    ProvenanceDialog(context, load, parent).open()


def open_contribution(context: Context, contribution: str, parent: QWidget) -> None:
    """Show where what a unit gave of a sum comes from, by its id."""
    load = partial(context.services.provenances.of_contribution, contribution)
    ProvenanceDialog(context, load, parent).open()


def open_proposed(
    context: Context, parent: QWidget, proposition: Proposition, ligne: Ligne
) -> None:
    """Show the row of the file that a line is proposed from."""
    load = partial(context.services.provenances.of_proposed, proposition, ligne)
    ProvenanceDialog(context, load, parent).open()


def open_replaced(
    context: Context, parent: QWidget, proposition: Proposition, ligne: Ligne
) -> None:
    """Show where what a line would replace comes from."""
    effet = ligne.effet
    if isinstance(effet, StatutPropose):
        open_mesure(context, proposition.plan, effet.mesure, parent)
    elif effet is not None:
        open_value(context, effet.remplace, parent)


def open_mesure(context: Context, plan: str, code: str, parent: QWidget) -> None:
    """Show where the status of a mesure comes from."""
    load = partial(context.services.provenances.of_mesure, plan, code)
    ProvenanceDialog(context, load, parent).open()


def last_stored(suivi: SuiviIndicateur | None) -> Observation | None:
    """Return the last value of an indicator, when somebody gave it and it is not computed."""
    last = suivi.derniere if suivi else None
    return None if last is None or last.origine.etat is EtatValeur.CALCULE else last


def origine(found: Provenance) -> str:
    """Return who gave a value, when and why."""
    if found.saisi_le is None:
        lines = ["Lu dans le fichier proposé ; le montrer n’enregistre rien."]
    else:
        when = found.saisi_le.astimezone()
        lines = [f"Enregistré le {format_date(when.date())} à {when:%H:%M} par {found.auteur}"]
    if found.source:
        lines.append(f"Source{NBSP}: {found.source}")
    if found.pourquoi:
        number = f" (changement n°{NBSP}{found.changement})" if found.changement else ""
        lines.append(f"Geste{NBSP}: {found.pourquoi}{number}")
    if found.commentaire:
        lines.append(f"Commentaire{NBSP}: {found.commentaire}")
    return "\n".join(lines)


def fichier_en_mots(found: Provenance) -> str:
    """Return the file, the cell and what was typed in it."""
    fichier: FichierRecu = found.fichier
    day = format_date(fichier.recu_le.astimezone().date()) if fichier.recu_le else ""
    size = format_nombre(max(1, round(fichier.taille / 1000)))
    place = f"{found.feuille}!{found.cellule}" if found.feuille else found.cellule
    lines = [f"{fichier.nom}{f', reçu le {day}' if day else ''} ({size}{NBSP}ko)"]
    if place:
        typed = f", où était écrit «{NBSP}{found.texte}{NBSP}»" if found.texte else ""
        lines.append(f"Cellule{NBSP}: {place}{typed}")
    lines.append(f"SHA-256{NBSP}: {fichier.empreinte}")
    return "\n".join(lines)
