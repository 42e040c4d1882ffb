"""Stores the values of an import by thousands."""

from collections.abc import Iterable, Sequence

from sdpd_desktop.persistence.bulk import BulkWriter
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.observations import COLONNES, NouvelleObservation, valeurs_colonnes

_NOM = "libelle_journal"


class ImporteesWriter:
    """Values that come from a file: the same rows and journal as typed ones, made in bulk."""

    def __init__(self, bulk: BulkWriter) -> None:
        self._bulk = bulk

    def supersede(self, ids: Sequence[str]) -> None:
        """Have the current values of those ids make room for others.

        Raises:
            ClosedPeriodError: One of them lies in a locked period; nothing is stored.
            ConflictError: One of them is gone.
        """
        self._bulk.change(ObservationRow, ids, {"courante": False}, _NOM)

    def add(self, valeurs: Iterable[tuple[NouvelleObservation, str]]) -> None:
        """Store values as they come, each with the id of the one that it superseded, or "".

        Raises:
            ClosedPeriodError: One of them lies in a locked period; nothing is stored.
        """
        rows = (valeurs_colonnes(value, remplace or None) for value, remplace in valeurs)
        self._bulk.add(ObservationRow, COLONNES, rows, _NOM)
