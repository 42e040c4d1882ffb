"""Reads partners, territories and instances."""

from sdpd_desktop.domain.instance import InstanceSummary
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.services.base import Ground


class PartenaireService:
    """The directory."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self) -> tuple[PartenaireSummary, ...]:
        """Return every partner, with the members of today."""
        with self._ground.database.read() as work:
            return work.partenaires.summaries(self._ground.clock.today())

    def territoires(self) -> tuple[TerritoireSummary, ...]:
        """Return every territory."""
        with self._ground.database.read() as work:
            return work.partenaires.territoires()

    def instances(self) -> tuple[InstanceSummary, ...]:
        """Return every instance with its last meeting."""
        with self._ground.database.read() as work:
            return work.partenaires.instances()
