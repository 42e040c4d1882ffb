"""Writes tens of thousands of rows at once, journalled like any other.

The statements go through Core, which the journal does not see: so each row is handed to the
recorder here, and nowhere else. No object is made of a row, which is what takes the time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Table, bindparam, delete, inspect, select, update
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import ConflictError
from sdpd_desktop.persistence.base import Entity, Searchable, Sorted
from sdpd_desktop.persistence.clotures import refuse_locked
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.insertion import insert_rows
from sdpd_desktop.persistence.recorder import Packed, Recorder
from sdpd_desktop.persistence.schema import batched

_RUN = 2_000
_PLACE = ("indicateur_id", "debut", "fin")
Values = Mapping[str, Any]


class BulkWriter:
    """Adds and changes many rows of one table in a unit of work that writes."""

    def __init__(self, session: Session, recorder: Recorder) -> None:
        self._session = session
        self._recorder = recorder

    def add(
        self,
        kind: type[Entity],
        colonnes: Sequence[str],
        rows: Iterable[tuple[Any, ...]],
        nom: str,
    ) -> None:
        """Insert rows given as the values of those columns: all but ``version``.

        ``nom`` is the column that names a row in the journal. Keys to sort and to search by are
        kept by the session alone: a table that has them is not taken.

        Raises:
            ClosedPeriodError: A value lies in a locked period.
        """
        assert not issubclass(kind, Sorted | Searchable)
        self._session.flush()
        names = (*colonnes, "version")
        id_, objet, table = names.index("id"), names.index(nom), kind.__tablename__
        given = ((*row, 1) for row in rows)
        while run := list(islice(given, _RUN)):
            self._refuse_locked(kind, run, names)
            insert_rows(self._session.connection(), _table(kind), names, run)
            for row in run:
                self._recorder.note(table, row[id_], row[objet], None, Packed(names, row))

    def change(self, kind: type[Entity], ids: Sequence[str], values: Values, nom: str) -> None:
        """Give the same values to the rows of those ids.

        Raises:
            ClosedPeriodError: A value lies in a locked period.
            ConflictError: One of them is gone.
        """
        self._session.flush()
        table = _table(kind)
        statement = (
            update(table)
            .where(table.c.id == bindparam("_id"), table.c.version == bindparam("_version"))
            .values(**values, version=bindparam("_next"))
        )
        for run in batched(ids):
            found = self._session.connection().execute(select(table).where(table.c.id.in_(run)))
            rows = [dict(row) for row in found.mappings()]
            if len(rows) != len(set(run)):
                raise ConflictError(
                    "Des données ont disparu entre-temps ; rien n'a été modifié.", ()
                )
            self._refuse_locked(kind, rows)
            keys = [
                {"_id": row["id"], "_version": row["version"], "_next": row["version"] + 1}
                for row in rows
            ]
            self._session.connection().execute(statement, keys)
            for row in rows:
                after = {**row, **values, "version": row["version"] + 1}
                self._recorder.note(
                    kind.__tablename__, row["id"], after[nom],
                    packed(kind, row), packed(kind, after),
                )  # fmt: skip
        self._forget(kind, frozenset(ids))

    def remove(self, kind: type[Entity], noms: Mapping[str, str]) -> None:
        """Delete rows by id, each under the name that the journal gives it.

        Raises:
            ClosedPeriodError: A value lies in a locked period.
        """
        self._session.flush()
        table = _table(kind)
        for run in batched(list(noms)):
            found = self._session.connection().execute(select(table).where(table.c.id.in_(run)))
            rows = [dict(row) for row in found.mappings()]
            self._refuse_locked(kind, rows)
            self._session.connection().execute(delete(table).where(table.c.id.in_(run)))
            for row in rows:
                self._recorder.note(
                    kind.__tablename__, row["id"], noms[row["id"]], packed(kind, row), None
                )
        self._forget(kind, frozenset(noms))

    def _refuse_locked(
        self, kind: type[Entity], rows: Iterable[Any], names: Sequence[str] = ()
    ) -> None:
        """Refuse values of locked periods; ``names`` are the columns of rows that are tuples."""
        if issubclass(kind, ObservationRow):
            keys: Iterable[Any] = map(names.index, _PLACE) if names else _PLACE
            refuse_locked(self._session, map(itemgetter(*keys), rows))

    def _forget(self, kind: type[Entity], ids: frozenset[str]) -> None:
        """Have the session read again what it holds of the rows that changed behind it."""
        for row in self._session.identity_map.values():
            if isinstance(row, kind) and inspect(row).identity[0] in ids:  # type: ignore[index]
                self._session.expire(row)


def _table(kind: type[Entity]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


@cache
def _columns(kind: type[Entity]) -> tuple[tuple[str, ...], Callable[[Values], tuple[Any, ...]]]:
    names = tuple(column.name for column in _table(kind).columns)
    return names, itemgetter(*names)


def packed(kind: type[Entity], row: Values) -> Packed:
    """Return what the session's own journal would say of the row."""
    names, take = _columns(kind)
    return Packed(names, take(row))
