"""Plans: the tree axe › objectif › action › mesure, its statuses and what is late."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP, quote, search_key

SOON = dt.timedelta(days=30)


class Statut(StrEnum):
    """Where a mesure or an action stands; lateness is computed, never stored."""

    A_VENIR = "a_venir"
    EN_COURS = "en_cours"
    REALISEE = "realisee"
    EN_PAUSE = "en_pause"
    BLOQUEE = "bloquee"
    ABANDONNEE = "abandonnee"


CLOSED = frozenset({Statut.REALISEE, Statut.ABANDONNEE})
_SPELLINGS = {
    "realise": "realisee",
    "fait": "realisee",
    "faite": "realisee",
    "termine": "realisee",
    "terminee": "realisee",
    "acheve": "realisee",
    "achevee": "realisee",
    "bloque": "bloquee",
    "abandonne": "abandonnee",
    "pause": "en_pause",
}


class Role(StrEnum):
    """A partner's part in an action; RESPONSABLE when the source states none."""

    RESPONSABLE = "responsable"
    PILOTE = "pilote"
    PARTENAIRE = "partenaire"
    FINANCEUR = "financeur"
    PRESCRIPTEUR = "prescripteur"


class EtatEcheance(StrEnum):
    """How a due date stands on a given day."""

    EN_RETARD = "en_retard"
    PROCHE = "proche"
    A_JOUR = "a_jour"
    A_VENIR = "a_venir"


class Meteo(StrEnum):
    """A dated judgement shown next to the computed figures, never mixed with them."""

    SOLEIL = "soleil"
    COUVERT = "couvert"
    NUAGE = "nuage"
    ORAGE = "orage"


def parse_statut(text: str) -> Statut:
    """Read a status as a user or a partner writes it: « réalisée », a-venir, En cours.

    Raises:
        ValidationError: No status bears this name.
    """
    key = search_key(text).replace("-", "_").replace(" ", "_")
    try:
        return Statut(_SPELLINGS.get(key, key))
    except ValueError:
        raise ValidationError(
            "statut",
            f"{quote(text)} n'est pas un statut. Choisissez{NBSP}: à venir, en cours, réalisée, "
            "en pause, bloquée ou abandonnée.",
        ) from None


def is_late(echeance: dt.date | None, statut: Statut, on: dt.date) -> bool:
    """Tell whether an explicit due date has passed; without one, nothing is ever late."""
    return echeance is not None and echeance < on and statut not in CLOSED


def etat_echeance(echeance: dt.date | None, statut: Statut, on: dt.date) -> EtatEcheance:
    """Return the state shown beside an action or a mesure on that day."""
    if is_late(echeance, statut, on):
        return EtatEcheance.EN_RETARD
    if echeance is not None and statut not in CLOSED and echeance - on <= SOON:
        return EtatEcheance.PROCHE
    return EtatEcheance.A_VENIR if statut is Statut.A_VENIR else EtatEcheance.A_JOUR


@dataclass(frozen=True)
class Avancement:
    """Mesures done out of those that count (abandoned ones do not)."""

    faites: int
    total: int

    @property
    def part(self) -> float | None:
        """The share done, between 0 and 1; None where nothing counts."""
        return self.faites / self.total if self.total else None

    def __add__(self, other: "Avancement") -> "Avancement":
        return Avancement(self.faites + other.faites, self.total + other.total)


def avancement(statuts: Iterable[Statut]) -> Avancement:
    """Count the mesures done among those not abandoned."""
    counted = [statut for statut in statuts if statut is not Statut.ABANDONNEE]
    return Avancement(sum(statut is Statut.REALISEE for statut in counted), len(counted))


@dataclass(frozen=True)
class Remarque:
    """What a reader must know about an object: an ambiguity or contradiction of its source."""

    objet: str
    texte: str
    source: str


@dataclass(frozen=True)
class EngagementDetails:
    """A partner's part in an action."""

    partenaire: str
    nom: str
    role: Role
    precision: str


@dataclass(frozen=True)
class MesureDetails:
    """One checkable commitment, with what was recorded about it."""

    id: str
    version: int
    code: str
    parent: str
    titre: str
    statut: Statut
    fait_le: dt.date | None
    echeance: dt.date | None
    echeance_interpretee: str
    note: str
    reference: str
    source: str
    remarques: tuple[Remarque, ...]


@dataclass(frozen=True)
class FinancementDetails:
    """Money for an action or a plan, in euros."""

    id: str
    objet: str
    source: str
    annee: int | None
    annee_fin: int | None
    prevu: int | None
    engage: int | None
    paye: int | None
    remarque: str


@dataclass(frozen=True)
class ActionDetails:
    """An action with its mesures and engagements.

    Attributes:
        echeance: Its own due date, or None; lateness also looks at the mesures'.
    """

    id: str
    version: int
    code: str
    parent: str
    titre: str
    statut: Statut
    echeance: dt.date | None
    echeance_interpretee: str
    source: str
    note: str
    meteo: Meteo | None
    meteo_le: dt.date | None
    meteo_commentaire: str
    mesures: tuple[MesureDetails, ...]
    engagements: tuple[EngagementDetails, ...]
    financements: tuple[FinancementDetails, ...]
    remarques: tuple[Remarque, ...]

    @property
    def avancement(self) -> Avancement:
        """Mesures done, or the action itself where it has none."""
        return avancement([mesure.statut for mesure in self.mesures] or [self.statut])

    def prochaine_echeance(self) -> dt.date | None:
        """Return the earliest due date still open, of the action or of its mesures."""
        dates = [m.echeance for m in self.mesures if m.echeance and m.statut not in CLOSED]
        if self.echeance and self.statut not in CLOSED:
            dates.append(self.echeance)
        return min(dates, default=None)

    def etat(self, on: dt.date) -> EtatEcheance:
        """Return the worst state of the action and its mesures on that day."""
        if self.statut in CLOSED:
            return EtatEcheance.A_JOUR
        # Once one of its mesures has moved, an action is no longer to come.
        moved = any(mesure.statut is not Statut.A_VENIR for mesure in self.mesures)
        waiting = self.statut is Statut.A_VENIR and moved
        statut = Statut.EN_COURS if waiting else self.statut
        return etat_echeance(self.prochaine_echeance(), statut, on)


@dataclass(frozen=True)
class ObjectifDetails:
    """An objectif with its actions, in natural order."""

    id: str
    code: str
    parent: str
    titre: str
    section: str
    source: str
    actions: tuple[ActionDetails, ...]
    remarques: tuple[Remarque, ...]

    @property
    def avancement(self) -> Avancement:
        """Sum of its actions'."""
        return sum((action.avancement for action in self.actions), Avancement(0, 0))


@dataclass(frozen=True)
class AxeDetails:
    """A part of the plan with its objectifs."""

    id: str
    code: str
    parent: str
    titre: str
    source: str
    objectifs: tuple[ObjectifDetails, ...]

    @property
    def avancement(self) -> Avancement:
        """Sum of its objectifs'."""
        return sum((objectif.avancement for objectif in self.objectifs), Avancement(0, 0))


@dataclass(frozen=True)
class PlanSummary:
    """One line of the list of plans."""

    id: str
    code: str
    type: str
    titre: str
    departement: str
    territoire: str
    debut: dt.date | None
    fin: dt.date | None
    actions: int
    avancement: Avancement


@dataclass(frozen=True)
class PlanDetails:
    """A whole plan, as the tree shows it."""

    id: str
    code: str
    type: str
    titre: str
    departement: str
    territoire: str
    debut: dt.date | None
    fin: dt.date | None
    source: str
    axes: tuple[AxeDetails, ...]
    financements: tuple[FinancementDetails, ...]
    remarques: tuple[Remarque, ...]

    def objectifs(self) -> tuple[ObjectifDetails, ...]:
        """Return the objectifs of all axes, in order."""
        return tuple(objectif for axe in self.axes for objectif in axe.objectifs)

    def actions(self) -> tuple[ActionDetails, ...]:
        """Return the actions of all objectifs, in order."""
        return tuple(action for objectif in self.objectifs() for action in objectif.actions)

    @property
    def avancement(self) -> Avancement:
        """Sum of its axes'."""
        return sum((axe.avancement for axe in self.axes), Avancement(0, 0))


@dataclass(frozen=True)
class Echeance:
    """Something that is late or falls due: one line of the dashboard and of ``sdpd late``."""

    plan: str
    code: str
    titre: str
    responsables: str
    echeance: dt.date
    interpretee: str
    etat: EtatEcheance
    jours: int
