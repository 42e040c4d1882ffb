"""What a command hands back: one document for scripts, lines of text for people."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

DONE, REFUSED, WRONG_USAGE, DAMAGED = range(4)


@dataclass(frozen=True)
class Outcome:
    """What a command found or did.

    Attributes:
        data: The JSON document; numbers may be Decimal, dates and paths are accepted.
        lines: Called with the width of the terminal, gives the same for a person.
        warnings: Sentences for standard error: what was refused beside what was done.
    """

    data: Mapping[str, object]
    lines: Callable[[int], Iterable[str]]
    status: int = DONE
    warnings: tuple[str, ...] = ()


def to_json(data: Mapping[str, object]) -> str:
    """Return the document as text; no number is changed on the way."""
    return json.dumps(data, default=_plain, ensure_ascii=False, indent=2, allow_nan=False)


def _plain(value: object) -> object:
    match value:
        case Decimal():
            # Values have at most fifteen digits: the shortest text of the float has the same.
            return int(value) if value == value.to_integral_value() else float(value)
        case dt.date():
            return value.isoformat()
        case Path():
            return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
