"""The value grid: indicators by periods, and what was typed into it."""

from dataclasses import dataclass

from sdpd_desktop.domain.indicateur import Indicateur, Observation, SuiviIndicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode


@dataclass(frozen=True)
class GrilleLigne:
    """A row: an indicator and its current value for each period, None where there is none."""

    indicateur: Indicateur
    cellules: tuple[Observation | None, ...]
    suivi: SuiviIndicateur


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
    """What became of a typed text: a value, or the reason why it was not stored."""

    saisie: SaisieCellule
    observation: Observation | None
    raison: str
