"""Campagnes and retours: what partners are asked for a period, and what came back."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Statut


class EtatRetour(StrEnum):
    """Where a partner's return stands."""

    ATTENDU = "attendu"
    RELANCE = "relance"
    RECU = "recu"
    A_COMPLETER = "a_completer"
    VALIDE = "valide"
    ETAT_NEANT = "etat_neant"


@dataclass(frozen=True)
class RetourSummary:
    """One partner's return in a campagne."""

    id: str
    campagne: str
    partenaire: str
    nom: str
    etat: EtatRetour
    etat_le: dt.date | None
    lignes: int


@dataclass(frozen=True)
class CampagneSummary:
    """A round of returns.

    Attributes:
        ouverte_le: The day whose partners were asked: successions since then do not count.
        sans_destinataire: Collectives asked that have neither member nor relay.
    """

    id: str
    code: str
    plan: str
    periode: Periode
    echeance: dt.date | None
    ouverte_le: dt.date
    retours: tuple[RetourSummary, ...]
    sans_destinataire: tuple[str, ...]

    def attendus(self) -> tuple[RetourSummary, ...]:
        """Return the returns not received yet."""
        waiting = (EtatRetour.ATTENDU, EtatRetour.RELANCE)
        return tuple(retour for retour in self.retours if retour.etat in waiting)


@dataclass(frozen=True)
class LigneMesure:
    """A row of the « Actions » sheet of a return workbook.

    Attributes:
        id: Identity of the mesure, kept in a hidden column.
    """

    id: str
    code: str
    action: str
    titre: str
    role: str
    echeance: dt.date | None
    statut: Statut
    fait_le: dt.date | None
    note: str


@dataclass(frozen=True)
class LigneIndicateur:
    """A row of the « Indicateurs » sheet of a return workbook.

    Attributes:
        id: Identity of the indicateur, kept in a hidden column.
        precedente: Value of the period before, as text with its period.
        cible: The target, as text.
        actuelle: Value already stored for this period, territory and zone.
    """

    id: str
    code: str
    reference: str
    titre: str
    unite: str
    decimales: int
    minimum: Decimal | None
    maximum: Decimal | None
    territoire: str
    territoire_nom: str
    zone: Zone
    precedente: str
    cible: str
    actuelle: Decimal | None
    nature: str


@dataclass(frozen=True)
class RetourContenu:
    """Everything a return workbook carries for one partner.

    Attributes:
        retour: Identity of the retour, kept with the campagne's in a hidden sheet.
        nom_fichier: Suggested file name, without folder.
    """

    retour: str
    campagne: str
    plan: str
    plan_titre: str
    periode: Periode
    echeance: dt.date | None
    bureau: str
    partenaire: str
    partenaire_nom: str
    edite_le: dt.date
    mesures: tuple[LigneMesure, ...]
    indicateurs: tuple[LigneIndicateur, ...]
    nom_fichier: str
