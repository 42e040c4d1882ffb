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
