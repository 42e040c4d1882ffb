"""Which years the grid offers for a plan."""

import datetime as dt
from collections.abc import Sequence

from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.plan import PlanDetails

_FEWEST_YEARS, _MOST_YEARS = 3, 8


def lire_annees(
    plan: PlanDetails, suivis: Sequence[SuiviIndicateur], today: dt.date
) -> tuple[int, int]:
    """Return the first and last year to show: those of the plan, its values and baselines."""
    known = [year for suivi in suivis for year, _value in suivi.par_annee]
    starts = [suivi.indicateur.depart for suivi in suivis]
    known += [start.date.year for start in starts if start.date]
    known += [int(start.periode[:4]) for start in starts if start.periode[:4].isdigit()]
    first = min([*known, plan.debut.year if plan.debut else today.year])
    last = max([*known, first, plan.fin.year if plan.fin else today.year])
    return max(min(first, last - _FEWEST_YEARS + 1), last - _MOST_YEARS + 1), last
