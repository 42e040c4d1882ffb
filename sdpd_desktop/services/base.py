"""What every service is made of: the database, the clock, and whom to tell."""

import getpass
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.clock import Clock
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.persistence.unit_of_work import Database, WritingUnitOfWork


@dataclass(frozen=True)
class Ground:
    """What services stand on; they take and return frozen values, from any thread.

    Attributes:
        announce: Called after a commit with each kind of data that changed.
    """

    database: Database
    clock: Clock
    announce: Callable[[Change], None]

    def auteur(self) -> str:
        """Return who signs the journal: the name in Paramètres, else the system account."""
        with self.database.read() as work:
            return work.parametres.get().auteur or system_account()

    def write(
        self,
        commande: str,
        source: SourceChangement = SourceChangement.MAIN,
        reference: str = "",
        *,
        annule: int | None = None,
        force: bool = False,
        expurge: str = "",
    ) -> AbstractContextManager[WritingUnitOfWork]:
        """Open the transaction of one named gesture."""
        return self.database.write(
            self.auteur(), commande, self.clock.now(), source, reference,
            annule=annule, force=force, expurge=expurge,
        )  # fmt: skip

    def tell(self, *changes: Change) -> None:
        """Announce what changed; the journal always did."""
        for change in (*changes, Change.JOURNAL):
            self.announce(change)


def system_account() -> str:
    """Return the name of the account the program runs under."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "compte inconnu"
