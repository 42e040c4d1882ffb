"""Locked periods: what was reported for them no longer moves."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.periode import Periode


class ClosedPeriodError(UserError):
    """A value of a locked period was about to change."""


@dataclass(frozen=True)
class Cloture:
    """A lock put on a period of a plan, and how it ended if it did.

    Attributes:
        rouverte_le: Day it was reopened, None while the lock holds.
        motif: Why it was reopened.
    """

    id: str
    plan: str
    periode: Periode
    close_le: dt.date
    auteur: str
    rouverte_le: dt.date | None = None
    rouverte_par: str = ""
    motif: str = ""

    @property
    def en_vigueur(self) -> bool:
        """Tell whether the lock still holds."""
        return self.rouverte_le is None

    def couvre(self, debut: dt.date, fin: dt.date) -> bool:
        """Tell whether a value of that span is locked: a closed year locks its months too."""
        return self.en_vigueur and self.periode.debut <= debut and fin <= self.periode.fin


def verrou(clotures: Iterable[Cloture], periode: Periode) -> Cloture | None:
    """Return the lock that holds on values of a period, None when they may change."""
    return next((c for c in clotures if c.couvre(periode.debut, periode.fin)), None)


def refuser_si_close(clotures: Iterable[Cloture], periode: Periode) -> None:
    """Let values of open periods through.

    Raises:
        ClosedPeriodError: The period is locked; the sentence says since when and what to do.
    """
    found = verrou(clotures, periode)
    if found is not None:
        raise ClosedPeriodError(refus(found))


def refus(cloture: Cloture) -> str:
    """Return why a value of a locked period does not change."""
    by = f" par {cloture.auteur}" if cloture.auteur else ""
    return (
        f"La période {cloture.periode.libelle} du plan {cloture.plan} est clôturée depuis le "
        f"{format_date(cloture.close_le)}{by} : ses valeurs ne changent plus. Pour les corriger, "
        "rouvrez-la en donnant un motif."
    )


def verifier_cloture(clotures: Iterable[Cloture], periode: Periode, on: dt.date) -> None:
    """Check that a period can be locked on that day.

    Raises:
        ValidationError: It is not over, or it is locked already.
    """
    if periode.fin >= on:
        raise ValidationError(
            "periode",
            f"La période {periode.libelle} n'est pas terminée : "
            f"elle se clôture à partir du {format_date(periode.fin + dt.timedelta(days=1))}.",
        )
    found = verrou(clotures, periode)
    if found is not None:
        raise ValidationError(
            "periode",
            f"La période {periode.libelle} est déjà clôturée depuis le "
            f"{format_date(found.close_le)}.",
        )


def verifier_motif(motif: str) -> str:
    """Return the reason, without blanks around it.

    Raises:
        ValidationError: There is none.
    """
    if not motif.strip():
        raise ValidationError(
            "motif", "Donnez le motif : il restera dans le journal. Rien n'a été modifié."
        )
    return motif.strip()
