"""Says what needs attention on a given day."""

import datetime as dt

from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.domain.indicateur import NatureCible, Periodicite, SuiviIndicateur
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.plan import EtatEcheance
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.domain.taux import couverture
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.indicateurs import rates_by_action, suivis_of
from sdpd_desktop.services.plans import count, due_dates

_NOT_AWAITED = frozenset({NatureCible.CONTEXTE})


class TableauDeBordService:
    """The first screen."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def content(self, plan: str, on: dt.date) -> TableauDeBord:
        """Return every figure of the dashboard with the rows behind it.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            details = work.plans.details(plan)
            row = work.plans.row(plan)
            suivis = suivis_of(work, plan, on)
            observed = {(o.indicateur, o.periode.code) for o in work.indicateurs.current(row)}
            conventions = work.conventions.summaries(row)
            campagnes = work.retours.campagnes(row)
        due = sorted(due_dates(details, on), key=lambda e: (e.echeance, e.code))
        last = parse_periode(str(on.year - 1))
        by_action = rates_by_action(details, suivis)
        chiffrees, actions = couverture({a: [s.taux for s in s_] for a, s_ in by_action.items()})
        retours = [retour for campagne in campagnes for retour in campagne.retours]
        return TableauDeBord(
            plan=plan,
            echeances=tuple(due),
            en_retard=count(tuple(due), EtatEcheance.EN_RETARD),
            proches=count(tuple(due), EtatEcheance.PROCHE),
            a_saisir=tuple(
                line.indicateur
                for line in suivis
                if _awaited(line, last, details.debut, details.fin)
                and (line.indicateur.code, last.code) not in observed
            ),
            periode_a_saisir=last.libelle,
            retours_attendus=tuple(
                retour for campagne in campagnes for retour in campagne.attendus()
            ),
            retours_total=len(retours),
            conventions_a_signer=tuple(c for c in conventions if c.etat is EtatConvention.A_SIGNER),
            conventions_a_renouveler=tuple(c for c in conventions if c.a_renouveler(on)),
            avancement=details.avancement,
            actions=actions,
            chiffrees=chiffrees,
            tendance=_trend(suivis),
        )


def _awaited(
    line: SuiviIndicateur, last: Periode, debut: dt.date | None, fin: dt.date | None
) -> bool:
    """Tell whether a value is expected for the last year that is over."""
    indicateur = line.indicateur
    if indicateur.nature in _NOT_AWAITED or indicateur.periodicite is Periodicite.PONCTUELLE:
        return False
    begun = debut is None or debut <= last.fin
    ended = fin is not None and fin < last.debut
    return begun and not ended


def _trend(suivis: tuple[SuiviIndicateur, ...]) -> SuiviIndicateur | None:
    """Return the indicator that has most to show: the most years, then the first in order."""
    drawn = [line for line in suivis if len(line.par_annee) >= 1 and line.taux.part is not None]
    return max(drawn, key=lambda line: len(line.par_annee), default=None)
