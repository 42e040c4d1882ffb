"""Locks the periods that were reported, and reopens them with a reason."""

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.cloture import Cloture, verifier_cloture, verifier_motif
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.services.base import Ground


class ClotureService:
    """Locks on the values of a plan's periods; Ctrl+Z does not lift them, a reason does."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self, plan: str) -> tuple[Cloture, ...]:
        """Return every lock ever put on a plan's periods, the latest period last.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            return work.clotures.of_plan(work.plans.row(plan))

    def clore(self, plan: str, periode: str | Periode) -> Cloture:
        """Lock a period: no value within it changes any more.

        Raises:
            NotFoundError: No such plan.
            ValidationError: It is not over, or locked already.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        today, auteur = self._ground.clock.today(), self._ground.auteur()
        verifier_cloture(self.list_all(plan), when, today)
        name = f"clôturer {when.libelle} · {plan}"
        with self._ground.write(name, SourceChangement.CLOTURE) as work:
            made = work.clotures.add(work.plans.row(plan), when, today, auteur)
            work.commit()
        self._ground.tell(Change.INDICATEURS)
        return self._get(plan, made)

    def rouvrir(self, plan: str, periode: str | Periode, motif: str) -> Cloture:
        """Let the values of a locked period change again; the reason stays in the journal.

        Raises:
            NotFoundError: No such plan, or no lock of exactly that period holds.
            ValidationError: No reason is given.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        why = verifier_motif(motif)
        today, auteur = self._ground.clock.today(), self._ground.auteur()
        name = f"rouvrir {when.libelle} · {plan} : {why}"
        with self._ground.write(name, SourceChangement.CLOTURE) as work:
            ended = work.clotures.reopen(work.plans.row(plan), when, today, auteur, why)
            work.commit()
        self._ground.tell(Change.INDICATEURS)
        return self._get(plan, ended)

    def _get(self, plan: str, id_: str) -> Cloture:
        return next(cloture for cloture in self.list_all(plan) if cloture.id == id_)
