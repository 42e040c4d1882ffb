"""How long a convention lasts, whether it renews itself, and when to think of it."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import IntEnum


class Renouvellement(IntEnum):
    """How near the end of a convention is: the months left when the warning starts."""

    DEUX_MOIS = 2
    SIX_MOIS = 6


@dataclass(frozen=True)
class Duree:
    """The span of a convention, as far as its text gives one.

    Attributes:
        mois: Length of a term, 0 when the text gives none.
        fin: Last day where the text names it; else it follows from the others.
        tacite: A term begins again as long as nobody ends the convention.
    """

    debut: dt.date | None = None
    mois: int = 0
    fin: dt.date | None = None
    tacite: bool = False

    def terme(self, on: dt.date) -> dt.date | None:
        """Return the last day of the term that runs on that day, or of the last one."""
        fin = self.fin
        if fin is None and self.debut and self.mois:
            fin = ajouter_mois(self.debut, self.mois) - dt.timedelta(days=1)
        if fin is None or not self.tacite or not self.mois or fin >= on:
            return fin
        gone = (on.year - fin.year) * 12 + on.month - fin.month
        first = max(gone // self.mois, 1)
        terms = (ajouter_mois(fin, self.mois * term) for term in range(first, first + 2))
        return next(term for term in terms if term >= on)

    def renouvellement(self, on: dt.date) -> Renouvellement | None:
        """Return the warning that holds on that day; one that is over has none."""
        fin = self.terme(on)
        if fin is None or fin < on:
            return None
        return next((w for w in Renouvellement if ajouter_mois(fin, -w) <= on), None)


SANS_DUREE = Duree()


def ajouter_mois(day: dt.date, mois: int) -> dt.date:
    """Return the same day some months later or earlier: the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + mois, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
