"""The state of the database that files are compared with, read once as long as it holds."""

import datetime as dt

from sdpd_desktop.domain.lexique import Lexique, lexique_de
from sdpd_desktop.domain.memoire import Annuaire
from sdpd_desktop.domain.retour import CampagneSummary, RetourSummary
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.plan_lu import PlanLu
from sdpd_desktop.services.reperes import Noms


class EtatLu:
    """Campagnes, partners and layouts; plans are read when first needed.

    Attributes:
        deja: Hashes of the values of every file taken in.
        numero: The changement after which it was read: a later one makes it stale.
    """

    def __init__(self, work: UnitOfWork, today: dt.date) -> None:
        self.numero, self.today = work.journal.dernier(), today
        self.campagnes = work.retours.campagnes(None)
        self._partenaires = work.partenaires.summaries(today)
        self._alias = work.memoires.aliases()
        self._annuaires: dict[dt.date, Annuaire] = {}
        self.connues = work.memoires.dispositions()
        self.deja = work.retours.values_taken_in()
        self._lexiques: dict[str, Lexique] = {}
        self._retours = {r.id: (r, c) for c in self.campagnes for r in c.retours}
        self._plans: dict[str, tuple[PlanLu, Noms]] = {}

    def annuaire(self, depuis: dt.date) -> Annuaire:
        """Return the names that partners went by from a day on."""
        if depuis not in self._annuaires:
            self._annuaires[depuis] = Annuaire(self._partenaires, self._alias, depuis, self.today)
        return self._annuaires[depuis]

    def retour(self, work: UnitOfWork, id_: str) -> tuple[RetourSummary, CampagneSummary]:
        """Return a return and its campagne.

        Raises:
            NotFoundError: This database did not ask for it.
        """
        return self._retours.get(id_) or work.retours.retour(id_)

    def lexique(self, work: UnitOfWork, partenaire: str) -> Lexique:
        """Return what the words of a partner mean."""
        if partenaire not in self._lexiques:
            self._lexiques[partenaire] = lexique_de(work.memoires.termes(partenaire))
        return self._lexiques[partenaire]

    def plan(self, work: UnitOfWork, code: str) -> tuple[PlanLu, Noms]:
        """Return a plan with its names."""
        if code not in self._plans:
            lu = PlanLu(work, code, self.today)
            self._plans[code] = (lu, Noms(lu))
        return self._plans[code]
