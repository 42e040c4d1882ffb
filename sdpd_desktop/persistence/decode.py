"""Turns the JSON-ready values of the journal back into column values."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, inspect

from sdpd_desktop.persistence.base import Entity
from sdpd_desktop.persistence.types import ExactDecimal, UtcDateTime, Words


def decode(table: type[Entity], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values to give to a row of that table."""
    columns = inspect(table).column_attrs
    return {
        name: _decode(columns[name].columns[0].type, value)
        for name, value in values.items()
        if name in columns
    }


def _decode(kind: object, value: Any) -> Any:
    if value is None:
        return None
    match kind:
        case UtcDateTime():
            return dt.datetime.fromisoformat(value)
        case ExactDecimal():
            return Decimal(value)
        case Words():
            return tuple(value)
        case Date():
            return dt.date.fromisoformat(value)
    # A plain DateTime (a local appointment) is the only other one that needs care.
    python_type = getattr(kind, "python_type", None)
    return dt.datetime.fromisoformat(value) if python_type is dt.datetime else value
