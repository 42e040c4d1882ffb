"""Column types that hold the same value on SQLite and on PostgreSQL."""

import datetime as dt
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, String, Text, TypeDecorator
from sqlalchemy.types import JSON


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An aware instant, stored in UTC; a naive one is refused (SQLite would drop the offset)."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Turn the instant into naive UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return value.astimezone(dt.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=dt.UTC)


def exact_text(value: Decimal) -> str:
    """Return the number plainly, without exponent nor idle zeros after the comma."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class ExactDecimal(TypeDecorator[Decimal]):
    """A decimal number kept as its exact text: SQLite has no decimal type and floats lie."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the number plainly, without exponent."""
        return None if value is None else exact_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the number back."""
        return None if value is None else Decimal(value)


class Words(TypeDecorator[tuple[str, ...]]):
    """A short list of words, such as the spellings of a name."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> list[str]:
        """Store a list."""
        return list(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """Return a tuple."""
        return tuple(value or ())


LongText = Text
