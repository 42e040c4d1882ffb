"""The read-only lists of Paramètres: retention times and reference plans."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.parametres import Conservation
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_HERE = Badge("Installé", "ok", Forme.COCHE)
_THERE = Badge("Disponible", "info", Forme.CARRE)


@dataclass(frozen=True)
class PlanLivre:
    """A plan that ships, and whether the database holds it."""

    code: str
    titre: str
    installe: bool


def duree(months: int) -> str:
    """Return « 5 ans », « 18 mois »."""
    if months and months % 12 == 0:
        years = months // 12
        return f"{years}{NBSP}an{'s' if years > 1 else ''}"
    return f"{months}{NBSP}mois"


def listing_conservations(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of retention times."""
    columns: tuple[Column[Conservation], ...] = (
        Column("Donnée", _nature, 130, tip=_nature),
        Column("Durée", lambda row: duree(row.duree_mois), 64, sort=lambda row: row.duree_mois),
        Column("À partir de", lambda row: row.point_de_depart, 0, tip=lambda r: r.point_de_depart),
        Column("Pourquoi", lambda row: row.fondement, 0, tip=lambda row: row.fondement),
    )
    model: ColumnTableModel[Conservation] = ColumnTableModel(columns)
    return Listing(model, "Durées de conservation", settings, "parametres/conservations", parent)


def _nature(row: Conservation) -> str:
    return row.nature.replace("_", " ").capitalize()


def listing_plans(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of reference plans."""
    columns: tuple[Column[PlanLivre], ...] = (
        Column("Code", lambda row: row.code, 124),
        Column("Titre", lambda row: row.titre, 0, tip=lambda row: row.titre),
        Column(
            "État",
            lambda row: (_HERE if row.installe else _THERE).texte,
            112,
            badge=lambda row: _HERE if row.installe else _THERE,
        ),
    )
    model: ColumnTableModel[PlanLivre] = ColumnTableModel(columns)
    return Listing(model, "Plans de référence", settings, "parametres/plans", parent)
