"""Compares the indicators of a plan with the year before, whole and by zone."""

from collections.abc import Collection

from sdpd_desktop.domain.comparaison import LigneComparaison, comparer_tout
from sdpd_desktop.domain.errors import NotFoundError, UserError
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import releve_of


class ComparaisonService:
    """N against N-1 for a period, since 1 January, and over twelve months."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def lignes(
        self,
        plan: str,
        periode: str | Periode,
        territoire: str = "",
        indicateurs: Collection[str] | None = None,
    ) -> tuple[LigneComparaison, ...]:
        """Return the rows of a plan in natural order: the whole, then each zone with values.

        ``territoire`` is a code, "" the plan's own; ``indicateurs`` are codes, None all of them.

        Raises:
            NotFoundError: No such plan or territory.
            UserError: The period has not begun.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        if when.debut > self._ground.clock.today():
            raise UserError(f"La période {when.libelle} n'a pas encore commencé.")
        with self._ground.database.read() as work:
            releve = releve_of(work, plan)
            places = {place.code: place for place in work.partenaires.territoires()}
        place = places.get(territoire or releve.ici)
        if place is None:
            raise NotFoundError(f"Le territoire « {territoire} » n'existe pas.")
        wanted = releve.indicateurs if indicateurs is None else indicateurs
        return tuple(
            line
            for code in releve.indicateurs
            if code in wanted
            for line in comparer_tout(releve, code, when, place)
        )
