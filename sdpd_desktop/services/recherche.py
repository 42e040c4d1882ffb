"""Searches everything."""

from sdpd_desktop.domain.recherche import Trouvaille
from sdpd_desktop.services.base import Ground


class RechercheService:
    """Finds actions, mesures, indicators, conventions, partners … by their words."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def search(self, text: str, limit_per_kind: int = 6, plan: str = "") -> tuple[Trouvaille, ...]:
        """Return what holds every word, accents and case ignored; nothing for an empty text.

        What is of ``plan`` comes first within its kind: codes are the same in every plan.
        """
        with self._ground.database.read() as work:
            return work.recherche.search(text, limit_per_kind, plan)
