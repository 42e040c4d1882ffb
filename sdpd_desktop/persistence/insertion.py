"""Inserts rows by thousands, without what SQLAlchemy does again for each of them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Date, Dialect, Table

from sdpd_desktop.persistence.types import ExactDecimal, UtcDateTime

_RUN = 2_000
_REMEMBERED = 4096


def insert_rows(
    connection: Connection,
    table: Table,
    rows: Iterable[Mapping[str, Any]],
    ready: Collection[str] = (),
) -> None:
    """Insert rows given as the values of all their columns.

    ``ready`` are the columns whose values are in the form the database stores already.
    """
    sql, makers = _statement(table, connection.dialect, frozenset(ready))
    stored = (
        tuple([make(row[name]) if make else row[name] for name, make in makers]) for row in rows
    )
    while run := list(islice(stored, _RUN)):
        connection.exec_driver_sql(sql, run)


@lru_cache
def _statement(
    table: Table, dialect: Dialect, ready: frozenset[str]
) -> tuple[str, tuple[tuple[str, Callable[[Any], Any] | None], ...]]:
    """Return the statement and, in its order, the columns with what makes their stored form."""
    compiled = table.insert().compile(dialect=dialect)
    names: Sequence[str] = compiled.positiontup or ()
    assert names, "the driver takes parameters by position"
    makers = []
    for name in names:
        kind = table.c[name].type
        make = None if name in ready else kind.dialect_impl(dialect).bind_processor(dialect)
        # The same few days and numbers come back for thousands of rows.
        if make is not None and isinstance(kind, Date | UtcDateTime | ExactDecimal):
            make = lru_cache(_REMEMBERED)(make)
        makers.append((name, make))
    return str(compiled), tuple(makers)
