"""Puts the plans that ship into the database."""

from collections.abc import Sequence

from sdpd_desktop.domain.changes import EVERYTHING
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.reference import ReferenceData
from sdpd_desktop.services.base import Ground


class ReferenceService:
    """The reference plans of ``db/seeds``."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def plans_disponibles(self) -> tuple[tuple[str, str], ...]:
        """Return code and title of every plan that ships, in the order of the sources."""
        return tuple((plan.code, plan.titre) for plan in _read().plans)

    def installed(self) -> tuple[str, ...]:
        """Return the codes of the plans the database holds."""
        with self._ground.database.read() as work:
            return work.reference.installed()

    def install(self, codes: Sequence[str] | None = None) -> tuple[str, ...]:
        """Store the named plans with their conventions and directory; all of them when None.

        Raises:
            ValidationError: No plan of that code ships.
            UserError: One of them is already in the database; nothing is stored.
        """
        data = _read()
        shipped = [plan.code for plan in data.plans]
        wanted = tuple(dict.fromkeys(codes if codes is not None else shipped))
        unknown = [code for code in wanted if code not in shipped]
        if unknown:
            raise ValidationError(
                "plan",
                f"Aucun plan de référence ne porte le code {', '.join(unknown)}. "
                f"Codes possibles : {', '.join(shipped)}.",
            )
        commande = f"Installer {', '.join(wanted)}"
        with self._ground.write(commande, SourceChangement.REFERENCE) as work:
            present = sorted(set(wanted) & set(work.reference.installed()))
            if present:
                raise UserError(
                    f"Plan déjà présent dans la base : {', '.join(present)}. Rien n'a été modifié."
                )
            work.reference.install(data, wanted, self._ground.clock.now())
            work.commit()
        self._ground.tell(*EVERYTHING)
        return wanted


def _read() -> ReferenceData:
    from sdpd_desktop.documents.reference import read_reference_data

    return read_reference_data()
