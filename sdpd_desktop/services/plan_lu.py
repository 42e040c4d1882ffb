"""The state of the database, read once for all the files that are compared with it."""

import datetime as dt

from sdpd_desktop.domain.cloture import refus as refus_cloture
from sdpd_desktop.domain.cloture import verrou
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.lecture import releve_of


class PlanLu:
    """What returns of a plan are compared with.

    Attributes:
        mesures, indicateurs: By id.
        enregistres: When the files taken in before say that they were saved, by SHA-256.
    """

    def __init__(self, work: UnitOfWork, plan: str, today: dt.date) -> None:
        details = work.plans.details(plan)
        self.plan, self.today = plan, today
        self.mesures = {m.id: m for action in details.actions() for m in action.mesures}
        self.releve = releve_of(work, plan)
        self.indicateurs = {i.id: i for i in self.releve.indicateurs.values()}
        self.ici = self.releve.ici
        self.places = work.partenaires.territoires()
        self.territoires = {place.code for place in self.places}
        self.partenaires = {p.code: p for p in work.partenaires.summaries(today)}
        self.enregistres = work.retours.saved_on()
        self._clotures = work.clotures.of_plan(work.plans.row(plan))
        self._closed: dict[str, str] = {}

    def refus(self, periode: Periode) -> str:
        """Return why no value of that period may change, "" when they may."""
        code = periode.code
        if code not in self._closed:
            found = verrou(self._clotures, periode)
            self._closed[code] = refus_cloture(found) if found else ""
        return self._closed[code]
