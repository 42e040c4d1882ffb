"""Inserts rows by thousands, without what SQLAlchemy does again for each of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Dialect, Integer, String, Table

from sdpd_desktop.persistence.types import ExactDecimal, UtcDateTime

_RUN = 2_000
_REMEMBERED = 4096
Maker = Callable[[Any], Any]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows given as the values of all their columns."""
    names, made = _made(table, connection.dialect)
    take = itemgetter(*names)

    def stored(row: Mapping[str, Any]) -> tuple[Any, ...]:
        values = list(take(row))
        for rank, make in made:
            values[rank] = make(values[rank])
        return tuple(values)

    insert_ready(connection, table, names, map(stored, rows))


def insert_ready(
    connection: Connection, table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Insert rows given as the values of those columns, in the form the database stores."""
    sql = _statement(table, connection.dialect, tuple(names))
    rest = iter(rows)
    while run := list(islice(rest, _RUN)):
        connection.exec_driver_sql(sql, run)


@lru_cache
def _statement(table: Table, dialect: Dialect, names: tuple[str, ...]) -> str:
    compiled = table.insert().compile(dialect=dialect, column_keys=names)
    assert tuple(compiled.positiontup or ()) == names, "the table's columns, in its order"
    return str(compiled)


@lru_cache
def _made(
    table: Table, dialect: Dialect
) -> tuple[tuple[str, ...], tuple[tuple[int, Maker], ...]]:
    """Return the columns, and by their rank what makes the stored form of some."""
    made = []
    for rank, column in enumerate(table.columns):
        kind = column.type
        make = kind.dialect_impl(dialect).bind_processor(dialect)
        if make is None or isinstance(kind, String | Integer | Boolean):
            continue
        # The same few days and numbers come back for thousands of rows.
        if isinstance(kind, Date | UtcDateTime | ExactDecimal):
            make = lru_cache(_REMEMBERED)(make)
        made.append((rank, make))
    return tuple(column.name for column in table.columns), tuple(made)
