"""Stores the values of an import by thousands."""

from collections.abc import Sequence

from sdpd_desktop.persistence.bulk import BulkWriter
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.observations import NouvelleObservation, observation_values

_NOM = "libelle_journal"


class ImporteesWriter:
    """Values that come from a file: the same rows and journal as typed ones, made in bulk."""

    def __init__(self, bulk: BulkWriter) -> None:
        self._bulk = bulk

    def add(self, valeurs: Sequence[tuple[NouvelleObservation, str]]) -> None:
        """Store values, each with the id of the current one that it supersedes, or "".

        Raises:
            ClosedPeriodError: One of them lies in a locked period; nothing is stored.
            ConflictError: One of those superseded is gone.
        """
        replaced = [remplace for _value, remplace in valeurs if remplace]
        self._bulk.change(ObservationRow, replaced, {"courante": False}, _NOM)
        rows = (observation_values(value, remplace or None) for value, remplace in valeurs)
        self._bulk.add(ObservationRow, rows, _NOM)
