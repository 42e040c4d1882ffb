"""Instances (CLSPD, EMDS, CLCT …), their meetings and what they decided."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class InstanceSummary:
    """A body that meets about a plan."""

    id: str
    code: str
    nom: str
    nature: str
    plan: str
    territoire: str
    presidence: str
    periodicite: str
    derniere_reunion: dt.date | None


@dataclass(frozen=True)
class Decision:
    """What a meeting decided.

    Attributes:
        action: Code of the action of the plan it is about, or "".
        echeance: Day it is due, or None.
    """

    texte: str
    action: str = ""
    echeance: dt.date | None = None


@dataclass(frozen=True)
class ReunionDraft:
    """A meeting as typed."""

    tenue_le: dt.date
    objet: str
    lieu: str = ""
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class ReunionDetails:
    """A meeting that was held, with what it decided in order."""

    id: str
    instance: str
    tenue_le: dt.date
    objet: str
    lieu: str
    decisions: tuple[Decision, ...]
