"""Says what needs attention on a given day."""

import datetime as dt

from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.domain.echeance_valeur import EcheanceValeur, prochaine_valeur
from sdpd_desktop.domain.indicateur import Presence, SuiviIndicateur
from sdpd_desktop.domain.plan import EtatEcheance
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.domain.taux import couverture
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import rates_by_action, releve_of, suivis_in
from sdpd_desktop.services.plans import count, due_dates


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
            releve = releve_of(work, plan)
            suivis = suivis_in(releve, work, plan, on)
            conventions = [c.au(on) for c in work.conventions.summaries(None)]
            campagnes = work.retours.campagnes(row)
        due = sorted(due_dates(details, on), key=lambda e: (e.echeance, e.code))
        awaited = _awaited(releve, on, row.debut, row.fin)
        late = {value.indicateur: value.periode for value in awaited if value.attendue}
        by_action = rates_by_action(details, suivis)
        chiffrees, actions = couverture({a: [s.taux for s in s_] for a, s_ in by_action.items()})
        open_ = [campagne for campagne in campagnes if campagne.close_le is None]
        retours = [retour for campagne in open_ for retour in campagne.retours]
        return TableauDeBord(
            plan=plan,
            echeances=tuple(due),
            en_retard=count(tuple(due), EtatEcheance.EN_RETARD),
            proches=count(tuple(due), EtatEcheance.PROCHE),
            a_saisir=tuple(i for code, i in releve.indicateurs.items() if code in late),
            periode_a_saisir=", ".join(p.court for p in sorted(set(late.values()))),
            valeurs=awaited,
            retours_attendus=tuple(
                retour for campagne in campagnes for retour in campagne.attendus()
            ),
            retours_total=len(retours),
            conventions_a_signer=tuple(c for c in conventions if c.etat is EtatConvention.A_SIGNER),
            conventions_a_renouveler=tuple(c for c in conventions if c.renouvellement(on)),
            avancement=details.avancement,
            actions=actions,
            chiffrees=chiffrees,
            tendance=_trend(suivis),
            retours_en_retard=tuple(
                retour for campagne in campagnes for retour in campagne.en_retard(on)
            ),
        )


def _awaited(
    releve: Releve, on: dt.date, debut: dt.date | None, fin: dt.date | None
) -> tuple[EcheanceValeur, ...]:
    """Return the value to enter first of every indicator that awaits one, by due date."""
    found = []
    for code, indicateur in releve.indicateurs.items():
        known = {
            o.periode.code for o in releve.serie(code) if o.presence is not Presence.NON_RENSEIGNE
        }
        value = prochaine_valeur(indicateur, known, on, debut, fin)
        if value is not None:
            found.append(value)
    return tuple(sorted(found, key=lambda value: value.due_le))


def _trend(suivis: tuple[SuiviIndicateur, ...]) -> SuiviIndicateur | None:
    """Return the indicator that has most to show: the most years, then the first in order."""
    drawn = [line for line in suivis if len(line.par_annee) >= 1 and line.taux.part is not None]
    return max(drawn, key=lambda line: len(line.par_annee), default=None)
