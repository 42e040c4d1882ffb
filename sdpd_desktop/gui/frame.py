"""What the frame of the window shows around the pages, read in one go."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.domain.plan import PlanSummary


@dataclass(frozen=True)
class FrameData:
    """Plans to choose from, and who and where.

    Attributes:
        base: The database file.
        plan: Code of the plan the office works on, "" when it has not said.
        sauvegarde: When the last verified backup was made, None when there is none.
    """

    plans: "tuple[PlanSummary, ...]"
    plan: str
    bureau: str
    apparence: Apparence
    base: Path
    sauvegarde: dt.datetime | None


def read_frame(services: "Services") -> FrameData:
    """Ask the services; runs on the database lane."""
    from sdpd_desktop.bootstrap import database_path

    parametres = services.parametres.get()
    backup = services.sauvegardes.last()
    return FrameData(
        plans=services.plans.list_all(),
        plan=parametres.plan_courant,
        bureau=parametres.bureau,
        apparence=parametres.apparence,
        base=database_path(services.data),
        sauvegarde=backup.faite_le if backup else None,
    )


def age(since: dt.datetime, now: dt.datetime) -> str:
    """Return how long ago, in words: « il y a 8 min », « il y a 3 jours »."""
    seconds = max(0, int((now - since).total_seconds()))
    if seconds < 60:
        return "à l’instant"
    for size, unit in ((86_400, "jour"), (3_600, "h"), (60, "min")):
        count = seconds // size
        if count:
            plural = "s" if unit == "jour" and count > 1 else ""
            return f"il y a {count}{NBSP}{unit}{plural}"
    return ""


def describe_base(data: FrameData, now: dt.datetime) -> str:
    """Return the right of the status bar: the file and the age of its backup."""
    backup = f"sauvegarde {age(data.sauvegarde, now)}" if data.sauvegarde else "jamais sauvegardée"
    return f"Base{NBSP}: {data.base.name} · {backup}"
