"""The value grid: indicators by periods, and what was typed into it."""

from dataclasses import dataclass

from sdpd_desktop.domain.indicateur import Indicateur, Observation, SuiviIndicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.signalement import Signalement


@dataclass(frozen=True)
class GrilleLigne:
    """A row: an indicator and its current value for each period, None where there is none.

    Attributes:
        signalements: For each cell, what stands out in its value.
    """

    indicateur: Indicateur
    cellules: tuple[Observation | None, ...]
    suivi: SuiviIndicateur
    signalements: tuple[tuple[Signalement, ...], ...] = ()


@dataclass(frozen=True)
class Grille:
    """Rows of indicators under the same periods, for one territory and zone."""

    periodes: tuple[Periode, ...]
    territoire: str
    zone: Zone
    lignes: tuple[GrilleLigne, ...]


@dataclass(frozen=True)
class SaisieCellule:
    """A text typed or pasted into a cell; ``territoire`` "" is the plan's own."""

    indicateur: str
    periode: Periode
    texte: str
    territoire: str = ""
    zone: Zone = Zone.ENSEMBLE


@dataclass(frozen=True)
class ResultatSaisie:
    """What became of a typed text: a value, or the reason why it was not stored.

    Attributes:
        a_confirmer: The text can be read but stands out: the same, confirmed, is stored.
    """

    saisie: SaisieCellule
    observation: Observation | None
    raison: str
    a_confirmer: bool = False
