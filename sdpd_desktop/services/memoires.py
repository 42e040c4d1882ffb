"""Remembers of each partner its names by date, its layouts and its words; and forgets them."""

import datetime as dt

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.disposition import Disposition
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.lexique import NatureTerme
from sdpd_desktop.domain.memoire import MemoirePartenaire, verifier_alias
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.services.base import Ground


class MemoireService:
    """What an office learns of its partners, one changement for each thing learnt."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def de(self, partenaire: str) -> MemoirePartenaire:
        """Return all that is remembered of a partner.

        Raises:
            NotFoundError: No such partner.
        """
        with self._ground.database.read() as work:
            summaries = work.partenaires.summaries(self._ground.clock.today())
            found = next((p for p in summaries if p.code == partenaire), None)
            if found is None:
                raise NotFoundError(f"Le partenaire {quote(partenaire)} n'existe pas.")
            return MemoirePartenaire(
                found,
                tuple(a for a in work.memoires.aliases() if a.partenaire == partenaire),
                work.memoires.dispositions(partenaire),
                work.memoires.termes(partenaire),
            )

    def nommer(
        self,
        partenaire: str,
        nom: str,
        depuis: dt.date | None = None,
        jusqu_au: dt.date | None = None,
    ) -> None:
        """Give a partner one more name, between two dates.

        Raises:
            ValidationError: The name is empty or taken, or ends before it starts.
        """
        with self._ground.write(f"donner à {partenaire} le nom {quote(nom)}") as work:
            kept = verifier_alias(nom, depuis, jusqu_au, work.memoires.aliases())
            work.memoires.add_alias(partenaire, kept, depuis, jusqu_au)
            work.commit()
        self._ground.tell(Change.RETOURS)

    def retenir(self, partenaire: str, disposition: Disposition) -> None:
        """Remember a layout, confirmed by the officer."""
        with self._ground.write(f"retenir une disposition de {partenaire}") as work:
            work.memoires.keep_disposition(partenaire, disposition, self._ground.clock.today())
            work.commit()
        self._ground.tell(Change.RETOURS)

    def convenir(self, partenaire: str, nature: NatureTerme, terme: str, sens: str) -> None:
        """Remember what a word of the partner means; ``terme`` is its key."""
        with self._ground.write(f"convenir du sens de {quote(terme)} ({partenaire})") as work:
            work.memoires.keep_terme(partenaire, nature, terme, sens, self._ground.clock.today())
            work.commit()
        self._ground.tell(Change.RETOURS)

    def oublier(self, partenaire: str, id_: str) -> None:
        """Forget a name, a layout or a word; it will be asked again.

        Raises:
            NotFoundError: It is forgotten already.
        """
        with self._ground.write(f"oublier un usage de {partenaire}") as work:
            work.memoires.forget(id_)
            work.commit()
        self._ground.tell(Change.RETOURS)
