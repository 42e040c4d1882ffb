"""Inserts rows by thousands, without what SQLAlchemy does again for each of them."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Date, Dialect, Integer, String, Table

from sdpd_desktop.persistence.types import ExactDecimal, UtcDateTime

_RUN = 2_000
_REMEMBERED = 4096
Maker = Callable[[Any], Any]


def insert_rows(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Insert rows given as the values of those columns, in the order the table has them."""
    made = _made(table, connection.dialect, tuple(names))

    def stored(row: tuple[Any, ...]) -> tuple[Any, ...]:
        values = list(row)
        for rank, make in made:
            values[rank] = make(values[rank])
        return tuple(values)

    insert_ready(connection, table, names, map(stored, rows))


def insert_ready(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Insert rows whose values are in the form the database stores already."""
    sql = _statement(table, connection.dialect, tuple(names))
    rest = iter(rows)
    while run := list(islice(rest, _RUN)):
        connection.exec_driver_sql(sql, run)


@lru_cache
def _statement(table: Table, dialect: Dialect, names: tuple[str, ...]) -> str:
    compiled = table.insert().compile(dialect=dialect, column_keys=names)
    assert tuple(compiled.positiontup or ()) == names, "columns in the order of the table"
    return str(compiled)


@lru_cache
def _made(table: Table, dialect: Dialect, names: tuple[str, ...]) -> tuple[tuple[int, Maker], ...]:
    """Return what makes the stored form of some columns, by their rank."""
    made = []
    for rank, name in enumerate(names):
        kind = table.c[name].type
        if isinstance(kind, String | Integer):
            continue
        make: Maker | None = kind.dialect_impl(dialect).bind_processor(dialect)
        if make is None:
            continue
        if isinstance(kind, ExactDecimal):
            make = partial(kind.process_bind_param, dialect=dialect)
        elif isinstance(kind, Date | UtcDateTime):
            # The same few days come back for thousands of rows.
            make = lru_cache(_REMEMBERED)(make)
        made.append((rank, make))
    return tuple(made)
