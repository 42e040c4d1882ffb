"""Reads the journal and puts changements back."""

from dataclasses import dataclass

from sdpd_desktop.domain.changes import EVERYTHING
from sdpd_desktop.domain.journal import (
    ApercuAnnulation,
    ChangementDetails,
    ChangementSummary,
    PageLignes,
    ResultatAnnulation,
    SourceChangement,
)
from sdpd_desktop.domain.texte import insecable
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground

PAGE = 200


@dataclass(frozen=True)
class VerificationJournal:
    """Whether the chain holds, over how many changements, and what is wrong."""

    ok: bool
    changements: int
    defauts: tuple[str, ...]


class JournalService:
    """Changements by number; *annuler* is a new changement, never an erasure."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def history(
        self, limit: int = PAGE, before: int | None = None, contient: str = ""
    ) -> tuple[ChangementSummary, ...]:
        """Return changements, newest first; ``before`` pages on."""
        with self._ground.database.read() as work:
            return work.journal.history(limit, before, contient)

    def details(self, numero: int) -> ChangementDetails:
        """Return a changement with each row before and after.

        Raises:
            NotFoundError: No such number.
        """
        with self._ground.database.read() as work:
            return work.journal.details(numero)

    def lignes(
        self, numero: int, limit: int = PAGE, apres: int = 0, contient: str = ""
    ) -> PageLignes:
        """Return some of the rows of a changement whose name holds the words; ``apres`` pages on.

        Raises:
            NotFoundError: No such number.
        """
        with self._ground.database.read() as work:
            work.journal.resume(numero)
            return work.journal.page(numero, limit, apres, contient)

    def undo(self, numero: int) -> ChangementSummary:
        """Put the values back as they were before a changement.

        Raises:
            NotFoundError: No such number.
            ConflictError: A value changed since; nothing is put back.
            UserError: It was put back already.
        """
        commande = self._name(numero)
        with self._ground.write(
            commande, SourceChangement.ANNULATION, str(numero), annule=numero
        ) as work:
            work.journal.put_back(numero)
            work.plans.keep_started(_started(work, numero))
            self._keep_received(work, numero)
            done = work.commit()
        self._ground.tell(*EVERYTHING)
        assert done is not None
        return self.resume(done)

    def apercu(self, numero: int) -> ApercuAnnulation:
        """Return what putting a changement back would do; nothing changes.

        Raises:
            NotFoundError: No such number.
            UserError: It was put back already.
        """
        with (
            self._ground.database.read() as work,
            work.journal.annulation(numero) as annulation,
        ):
            later = [work.journal.resume(n) for n in work.retours.later_imports(numero)]
            return ApercuAnnulation(
                work.journal.resume(numero),
                len(annulation.remises),
                tuple(map(insecable, annulation.gardees())),
                tuple(it.numero for it in later if it.annule_par is None),
            )

    def undo_rest(self, numero: int) -> ResultatAnnulation:
        """Put an import back, but for what was changed since, which is kept and named.

        Raises:
            NotFoundError: No such number.
            UserError: Not an import, put back already, or all of it was changed since.
        """
        commande = self._name(numero)
        with self._ground.write(
            commande, SourceChangement.ANNULATION, str(numero), annule=numero
        ) as work:
            kept = work.journal.put_rest_back(numero)
            self._keep_received(work, numero)
            done = work.commit()
        self._ground.tell(*EVERYTHING)
        assert done is not None
        return ResultatAnnulation(self.resume(done), tuple(map(insecable, kept)))

    def resume(self, numero: int) -> ChangementSummary:
        """Return a changement without its lines.

        Raises:
            NotFoundError: No such number.
        """
        with self._ground.database.read() as work:
            return work.journal.resume(numero)

    def undoable(self) -> ChangementSummary | None:
        """Return what Ctrl+Z would put back."""
        with self._ground.database.read() as work:
            return work.journal.undoable()

    def redoable(self) -> ChangementSummary | None:
        """Return the annulation that Ctrl+Y would put back."""
        with self._ground.database.read() as work:
            return work.journal.redoable()

    def verify(self) -> VerificationJournal:
        """Recompute the whole chain."""
        with self._ground.database.read() as work:
            count, defects = work.journal.verify()
        return VerificationJournal(not defects, count, tuple(map(insecable, defects)))

    def _keep_received(self, work: UnitOfWork, numero: int) -> None:
        retours = work.journal.touches(numero, "retour")
        if retours:
            work.retours.keep_received(retours, numero, self._ground.clock.today())

    def _name(self, numero: int) -> str:
        changement = self.resume(numero)
        if changement.source is not SourceChangement.ANNULATION:
            return f"annuler : {changement.commande}"
        verb, _, gesture = changement.commande.partition(" : ")
        return f"{'rétablir' if verb == 'annuler' else 'annuler'} : {gesture}"


def _started(work: UnitOfWork, numero: int) -> list[str]:
    """Return the actions that a changement started through one of their mesures."""
    return work.journal.touches(numero, "action") if work.journal.touches(numero, "mesure") else []
