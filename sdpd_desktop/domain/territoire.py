"""Territories; they overlap, so that one may lie in several others."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class NatureTerritoire(StrEnum):
    """Kinds of territory."""

    DEPARTEMENT = "departement"
    ARRONDISSEMENT = "arrondissement"
    COMMUNE = "commune"
    EPCI = "epci"
    QPV = "qpv"
    ZSP = "zsp"
    QRR = "qrr"
    QUARTIER = "quartier"
    CIRCONSCRIPTION = "circonscription"
    BRIGADE = "brigade"
    RESSORT = "ressort"
    AUTRE = "autre"


@dataclass(frozen=True)
class TerritoireSummary:
    """A territory and the codes of those it lies in.

    Attributes:
        perimetre_depuis: Day since which it has these limits; None when they never changed.
        zones_depuis: Day since which police and gendarmerie share it this way.
    """

    id: str
    code: str
    nom: str
    nature: NatureTerritoire
    insee: str
    population: int | None
    dans: tuple[str, ...]
    perimetre_depuis: dt.date | None = None
    zones_depuis: dt.date | None = None
