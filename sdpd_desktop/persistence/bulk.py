"""Writes tens of thousands of rows at once, journalled like any other.

The statements go through Core, which the journal does not see: so each row is handed to the
recorder here, and nowhere else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, inspect, select, update
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import ConflictError
from sdpd_desktop.persistence.base import Entity, Searchable, Sorted
from sdpd_desktop.persistence.clotures import refuse_locked
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.recorder import Recorder, payload
from sdpd_desktop.persistence.schema import batched

_RUN = 2_000
_E = TypeVar("_E", bound=Entity)


class BulkWriter:
    """Adds and changes many rows of one table in a unit of work that writes."""

    def __init__(self, session: Session, recorder: Recorder) -> None:
        self._session = session
        self._recorder = recorder

    def add(self, rows: Sequence[Entity]) -> None:
        """Insert rows that were made but never added to the session; their ids are given.

        Keys to sort and to search by are kept by the session alone: rows that have them are
        added one by one.

        Raises:
            ClosedPeriodError: A value lies in a locked period.
        """
        if not rows:
            return
        kind = type(rows[0])
        assert not issubclass(kind, Sorted | Searchable)
        self._session.flush()
        names = [attribute.key for attribute in inspect(kind).column_attrs]
        table = _table(kind)
        refuse_locked(self._session, _values(rows))
        for run in _runs(rows):
            for row in run:
                row.version = 1
            values = [{name: getattr(row, name) for name in names} for row in run]
            self._session.connection().execute(table.insert(), values)
            for row in run:
                self._recorder.note(row, None)

    def change(self, kind: type[_E], ids: Sequence[str], values: Mapping[str, Any]) -> None:
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
            rows = self._session.scalars(select(kind).where(kind.id.in_(run))).all()
            if len(rows) != len(set(run)):
                raise ConflictError(
                    "Des données ont disparu entre-temps ; rien n'a été modifié.", ()
                )
            refuse_locked(self._session, _values(rows))
            before = [payload(row) for row in rows]
            keys = [
                {"_id": row.id, "_version": row.version, "_next": row.version + 1} for row in rows
            ]
            self._session.connection().execute(statement, keys)
            for row, old in zip(rows, before, strict=True):
                self._session.expunge(row)
                for name, value in (*values.items(), ("version", row.version + 1)):
                    setattr(row, name, value)
                self._recorder.note(row, old)


def _table(kind: type[Entity]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def _values(rows: Iterable[Entity]) -> Iterator[ObservationRow]:
    return (row for row in rows if isinstance(row, ObservationRow))


def _runs(rows: Sequence[Entity]) -> Iterable[Sequence[Entity]]:
    for start in range(0, len(rows), _RUN):
        yield rows[start : start + _RUN]
