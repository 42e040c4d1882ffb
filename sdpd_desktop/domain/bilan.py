"""The annual report of a plan: its content, the same on screen, in PDF and in XLSX."""

import datetime as dt
from dataclasses import dataclass

from sdpd_desktop.domain.convention import ConventionSummary
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Avancement, Echeance, PlanDetails


@dataclass(frozen=True)
class BilanLigneObjectif:
    """State of an objectif: its actions by status, its mesures, what is late."""

    code: str
    titre: str
    actions: int
    par_statut: tuple[tuple[str, int], ...]
    avancement: Avancement
    en_retard: int


@dataclass(frozen=True)
class BilanLigneIndicateur:
    """An indicator at N-1 and N, with texts ready to print and the numbers behind them."""

    suivi: SuiviIndicateur
    avant: str
    valeur: str
    variation: str
    cible: str
    taux: str
    remarque: str


@dataclass(frozen=True)
class Bilan:
    """Everything the report prints.

    Attributes:
        arrete_le: The day the figures are of.
        chiffrees: Actions with at least one rate computable that day, out of ``actions``.
        sections: Which parts were asked for, in order.
    """

    plan: PlanDetails
    periode: Periode
    arrete_le: dt.date
    bureau: str
    mention: str
    entete: bytes | None
    avancement: Avancement
    actions: int
    chiffrees: int
    objectifs: tuple[BilanLigneObjectif, ...]
    indicateurs: tuple[BilanLigneIndicateur, ...]
    echeances: tuple[Echeance, ...]
    conventions: tuple[ConventionSummary, ...]
    sections: tuple[str, ...]


SECTIONS = (
    "objectifs",
    "indicateurs",
    "echeances",
    "conventions",
    "financements",
    "remarques",
    "actions",
)
