"""The lists inside the detail pane's tabs."""

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.journal import ChangementSummary
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.gui.labels import SOURCES
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

if TYPE_CHECKING:
    from sdpd_desktop.domain.plan import FinancementDetails
    from sdpd_desktop.gui.strategie.noeuds import Noeud

_FAR = dt.date.max


def listing_echeances(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of open due dates below an objectif, an axe or the plan."""
    model: ColumnTableModel[Noeud] = ColumnTableModel(
        (
            Column(
                "Ce qui est attendu",
                lambda noeud: f"{noeud.code} · {noeud.titre}",
                0,
                tip=lambda noeud: noeud.titre,
            ),
            Column(
                "Échéance",
                lambda noeud: format_date(noeud.echeance),
                86,
                sort=lambda noeud: noeud.echeance or _FAR,
            ),
            Column(
                "État",
                lambda noeud: noeud.badge.texte if noeud.badge else "",
                126,
                badge=lambda noeud: noeud.badge,
            ),
        )
    )
    return Listing(model, "Échéances ouvertes", settings, "strategie/echeances", parent)


def listing_indicateurs(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of indicators of an object."""
    model: ColumnTableModel[SuiviIndicateur] = ColumnTableModel(
        (
            Column("Réf.", lambda row: row.indicateur.chiffre, 52),
            Column(
                "Indicateur",
                lambda row: row.indicateur.titre,
                0,
                tip=lambda row: row.indicateur.titre,
            ),
            Column("Valeur", _valeur_courte, 84, sort=_valeur, right=True),
            Column(
                "Taux",
                lambda row: libelles.taux(row.taux),
                66,
                sort=lambda row: row.taux.part,
                right=True,
            ),
        )
    )
    return Listing(model, "Indicateurs", settings, "strategie/indicateurs", parent)


def listing_financements(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of what an action or the plan is paid with."""
    model: ColumnTableModel[FinancementDetails] = ColumnTableModel(
        (
            Column("Source", lambda row: row.source, 0, tip=lambda row: row.remarque),
            Column("Années", lambda row: libelles.annees(row.annee, row.annee_fin), 84),
            Column("Prévu", lambda row: _euros(row.prevu), 84, lambda row: row.prevu, right=True),
            Column("Engagé", lambda row: _euros(row.engage), 84, lambda r: r.engage, right=True),
            Column("Payé", lambda row: _euros(row.paye), 84, lambda row: row.paye, right=True),
        )
    )
    return Listing(model, "Financements", settings, "strategie/financements", parent)


def listing_historique(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of the changements that touched an object."""
    model: ColumnTableModel[ChangementSummary] = ColumnTableModel(
        (
            Column("N°", lambda row: str(row.numero), 46, lambda row: row.numero, right=True),
            Column("Quand", quand, 126, lambda row: row.instant),
            Column("Quoi", quoi, 0, tip=quoi),
        )
    )
    return Listing(model, "Changements", settings, "strategie/historique", parent)


def quand(changement: ChangementSummary) -> str:
    """Return the local day and time of a changement."""
    local = changement.instant.astimezone()
    return f"{format_date(local.date())} {local:%H:%M}"


def _valeur_courte(suivi: SuiviIndicateur) -> str:
    shown = libelles.valeur(suivi.indicateur, suivi.derniere)
    return libelles.ABSENT if shown in ("", libelles.NON_RENSEIGNE) else shown


def _valeur(suivi: SuiviIndicateur) -> Decimal | None:
    return suivi.derniere.valeur if suivi.derniere else None


def quoi(changement: ChangementSummary) -> str:
    """Return the command of a changement, and what put it back."""
    source = SOURCES[changement.source]
    undone = f" (annulé par le n° {changement.annule_par})" if changement.annule_par else ""
    return f"{changement.commande or source}{undone}"


def _euros(amount: int | None) -> str:
    return format_nombre(amount, unite="€")
