"""Reads partners and territories; dates the limits of territories."""

import datetime as dt

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
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

    def dater_territoire(
        self, code: str, perimetre_depuis: dt.date | None, zones_depuis: dt.date | None
    ) -> TerritoireSummary:
        """Say since when a territory has its limits, and its police and gendarmerie zones.

        Values on both sides of such a day are not compared.

        Raises:
            NotFoundError: No such territory.
            ValidationError: One of the days is to come.
        """
        today = self._ground.clock.today()
        for name, day in (("perimetre_depuis", perimetre_depuis), ("zones_depuis", zones_depuis)):
            if day is not None and day > today:
                raise ValidationError(name, f"Le {format_date(day)} est dans le futur.")
        with self._ground.write(f"dater le périmètre de {code}") as work:
            work.partenaires.date_territoire(code, perimetre_depuis, zones_depuis)
            work.commit()
        self._ground.tell(Change.INDICATEURS)
        return next(place for place in self.territoires() if place.code == code)
