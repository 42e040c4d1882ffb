"""What is remembered of a partner: its names by date, its layouts, its words; all forgettable."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.disposition import Champ
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.lexique import SENS_VALEUR, NatureTerme, SensValeur, Terme
from sdpd_desktop.domain.memoire import AliasDate, DispositionConnue, MemoirePartenaire
from sdpd_desktop.domain.reception import CHAMPS
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_retours_memoire import Ui_RetoursMemoire
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_NATURES = {
    NatureTerme.VALEUR: "Mot",
    NatureTerme.INDICATEUR: "Indicateur",
    NatureTerme.MESURE: "Mesure",
    NatureTerme.TERRITOIRE: "Territoire",
    NatureTerme.ZONE: "Zone",
}


@dataclass(frozen=True)
class Usage:
    """One thing remembered; ``id`` is "" for a name that ships with the directory."""

    id: str
    nature: str
    dit: str
    sens: str
    depuis: dt.date | None


_COLUMNS: tuple[Column[Usage], ...] = (
    Column("Usage", lambda row: row.nature, 104),
    Column("Ce qui est écrit", lambda row: row.dit, 230, tip=lambda row: row.dit),
    Column("Ce que cela veut dire", lambda row: row.sens, 0, tip=lambda row: row.sens),
    Column("Retenu le", lambda row: format_date(row.depuis), 92, sort=lambda row: row.depuis),
)


class MemoireDialog(QDialog):
    """Stays open until closed; each gesture is stored at once."""

    def __init__(self, context: Context, partenaire: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._partenaire = context, partenaire
        self.form = Ui_RetoursMemoire()
        self.form.setupUi(self)
        self.resize(780, 520)
        self.listing = Listing(
            ColumnTableModel(_COLUMNS), "Usages retenus", context.settings, "retours/usages"
        )
        form = self.form
        form.usages_layout.addWidget(self.listing)
        form.alias_error_label.hide()
        form.close_button.clicked.connect(self.accept)
        form.forget_button.clicked.connect(self._forget)
        form.alias_button.clicked.connect(self._add_alias)
        form.close_button.setAutoDefault(False)
        form.forget_button.setAutoDefault(False)
        self.listing.chosen.connect(self._on_chosen)
        self._on_chosen(None)
        self._reload()

    def _reload(self, _nothing: object = None) -> None:
        work = partial(self._context.services.memoires.de, self._partenaire)
        self._run(work, self._show)

    def _show(self, memoire: MemoirePartenaire) -> None:
        self.form.partner_label.setText(f"Usages de {memoire.partenaire.nom}")
        self.listing.set_rows(usages(memoire), key=lambda row: (row.id, row.dit))
        if self.listing.current_row() is None:
            self.listing.choose(lambda row: True)

    def _on_chosen(self, row: Usage | None) -> None:
        button = self.form.forget_button
        button.setEnabled(row is not None and bool(row.id))
        ships = row is not None and not row.id
        button.setToolTip("Ce nom vient de l’annuaire livré" if ships else "")

    def _forget(self) -> None:
        row = self.listing.current_row()
        if row is not None and row.id:
            forget = partial(self._context.services.memoires.oublier, self._partenaire, row.id)
            self._run(forget, self._reload)

    def _add_alias(self) -> None:
        form = self.form
        try:
            depuis, jusqu_au = _day(form.depuis_edit), _day(form.jusqu_edit)
        except ValidationError as error:
            self._refuse(error)
            return
        work = partial(
            self._context.services.memoires.nommer,
            self._partenaire,
            form.alias_edit.text(),
            depuis,
            jusqu_au,
        )
        self._run(work, self._on_added)

    def _on_added(self, _nothing: object) -> None:
        form = self.form
        form.alias_error_label.hide()
        for edit in (form.alias_edit, form.depuis_edit, form.jusqu_edit):
            edit.clear()
        form.alias_edit.setFocus()
        self._reload()

    def _run(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._context.tasks.run(self, work, then, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            report(error)
            return
        self.form.alias_error_label.setText(str(error))
        self.form.alias_error_label.show()


def usages(memoire: MemoirePartenaire) -> tuple[Usage, ...]:
    """Return all that is remembered, what was learnt here first."""
    return (
        *map(_of_terme, memoire.termes),
        *map(_of_disposition, memoire.dispositions),
        *map(_of_alias, memoire.alias),
        *(Usage("", "Nom", nom, "toujours (annuaire)", None) for nom in memoire.partenaire.alias),
    )


def noms(memoire: MemoirePartenaire) -> str:
    """Return the other names of a partner in one phrase, each with its dates if it has some."""
    given = [
        f"{alias.nom} ({_dates(alias)})" if _dates(alias) else alias.nom for alias in memoire.alias
    ]
    return " · ".join((*given, *memoire.partenaire.alias)) or "aucun"


def _of_terme(terme: Terme) -> Usage:
    sens = terme.sens
    if terme.nature is NatureTerme.VALEUR:
        sens = SENS_VALEUR[SensValeur(terme.sens)]
    return Usage(terme.id, _NATURES[terme.nature], quote(terme.terme), sens, terme.convenu_le)


def _of_disposition(known: DispositionConnue) -> Usage:
    columns = known.disposition.colonnes
    taken = [f"{c.titre} : {CHAMPS[c.champ]}" for c in columns if c.champ is not Champ.IGNOREE]
    return Usage(
        known.id, "Disposition", f"Feuille {quote(known.disposition.feuille)}",
        " · ".join(taken), known.confirmee_le,
    )  # fmt: skip


def _of_alias(alias: AliasDate) -> Usage:
    return Usage(alias.id, "Nom", alias.nom, _dates(alias) or "toujours", None)


def _dates(alias: AliasDate) -> str:
    since = f"du {format_date(alias.depuis)}" if alias.depuis else ""
    until = f"jusqu’au {format_date(alias.jusqu_au)}" if alias.jusqu_au else ""
    return " ".join((since, until)).strip()


def _day(edit: QLineEdit) -> dt.date | None:
    text = edit.text().strip()
    return lire_date(text) if text else None
