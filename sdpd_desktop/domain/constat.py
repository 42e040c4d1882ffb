"""What a plan's data say over a period: the facts that every kind of report is drawn from."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from sdpd_desktop.domain.convention import ConventionSummary
from sdpd_desktop.domain.indicateur import Indicateur, Observation, SuiviIndicateur
from sdpd_desktop.domain.instance import InstanceSummary, ReunionDetails
from sdpd_desktop.domain.masquage import Masquage
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import Avancement, Echeance, PlanDetails
from sdpd_desktop.domain.police import Police
from sdpd_desktop.domain.rapport import Filtre, Narratif, OptionsRapport
from sdpd_desktop.domain.territoire import TerritoireSummary


@dataclass(frozen=True)
class ValeurDite:
    """A value as this report may tell it; ``observation`` None where there is none."""

    observation: Observation | None = None
    masquage: Masquage = Masquage.AUCUN

    @property
    def valeur(self) -> Decimal | None:
        """The number, None where there is none to tell."""
        if self.observation is None or self.masquage:
            return None
        return self.observation.valeur


@dataclass(frozen=True)
class Evolution:
    """What changed from N-1 to N, or why that cannot be said.

    Attributes:
        relative: Share of N-1: 0.63 for +63 %; None when N-1 is 0.
    """

    absolue: Decimal | None = None
    relative: Decimal | None = None
    motif: str = ""


@dataclass(frozen=True)
class LigneIndicateur:
    """An indicator at N-1 and N.

    Attributes:
        taux_masque: Its rate would give a masked value away.
        annees: Whole years and their values; None for a masked one.
    """

    suivi: SuiviIndicateur
    avant: ValeurDite
    valeur: ValeurDite
    evolution: Evolution
    taux_masque: bool
    annees: tuple[tuple[int, Decimal | None], ...]


@dataclass(frozen=True)
class LigneVentilee:
    """A part of an indicator, a zone or a territory, at N-1 and N; ``nom`` is the part's."""

    indicateur: Indicateur
    code: str
    nom: str
    avant: ValeurDite
    valeur: ValeurDite
    evolution: Evolution


@dataclass(frozen=True)
class LigneObjectif:
    """State of an objectif: its actions by status, its mesures, what is late."""

    code: str
    titre: str
    actions: int
    par_statut: tuple[tuple[str, int], ...]
    avancement: Avancement
    en_retard: int


@dataclass(frozen=True)
class InstanceSuivie:
    """A body of the plan with its meetings of the period, in order."""

    instance: InstanceSummary
    reunions: tuple[ReunionDetails, ...]


@dataclass(frozen=True)
class Constat:
    """The facts of a plan over a period.

    Attributes:
        arrete_le: The day the figures are of.
        territoire: What the figures are of: the plan's territory or the one chosen.
        propre: Whether that is the plan's own territory.
        chiffrees: Actions with at least one rate computable that day, out of ``actions``.
        zones: Police, gendarmerie and the whole, where values are kept by zone.
        territoires: Values by territory within the plan's, where there are some.
        echeances: Every due date still open, the oldest first.
        sources: Source documents known: their number and what they are.
        police: Typeface of the office, None for the one that ships.
    """

    plan: PlanDetails
    periode: Periode
    options: OptionsRapport
    arrete_le: dt.date
    bureau: str
    mention: str
    entete: bytes | None
    seuil: int
    territoire: str
    propre: bool
    avancement: Avancement
    actions: int
    chiffrees: int
    objectifs: tuple[LigneObjectif, ...]
    indicateurs: tuple[LigneIndicateur, ...]
    zones: tuple[LigneVentilee, ...]
    territoires: tuple[LigneVentilee, ...]
    echeances: tuple[Echeance, ...]
    conventions: tuple[ConventionSummary, ...]
    instances: tuple[InstanceSuivie, ...]
    partenaires: tuple[PartenaireSummary, ...]
    repertoire: tuple[TerritoireSummary, ...]
    narratif: Narratif
    sources: tuple[Filtre, ...]
    police: Police | None = None
