"""How cells travel from the child process to its parent: JSON, which can carry no code."""

import datetime as dt
from typing import Any

from sdpd_desktop.documents.preflight import RESAVE, RefusError
from sdpd_desktop.domain.importation import CellValue

MAX_TEXT = 30_000_000


class Sac:
    """Counts the characters handed over: one long text shown by many cells is a bomb."""

    def __init__(self) -> None:
        self._left = MAX_TEXT

    def take(self, text: str) -> str:
        """Return the text.

        Raises:
            RefusError: Too many characters in all.
        """
        self._left -= len(text)
        if self._left < 0:
            raise RefusError(f"il contient bien plus de texte qu'un retour. {RESAVE}")
        return text


def encode(value: Any, sac: Sac) -> tuple[str, Any]:
    """Return the kind of a value and its JSON form; both readers meet here.

    A whole number becomes an int and a date at midnight a date, so that a workbook saved by
    another program reads the same.
    """
    match value:
        case bool():
            return "b", value
        case float() if value.is_integer() and abs(value) < 1e15:
            return "n", int(value)
        case int() | float():
            return "n", value
        case dt.datetime() if value.time() == dt.time():
            return "d", value.date().isoformat()
        case dt.datetime():
            return "D", value.isoformat()
        case dt.date():
            return "d", value.isoformat()
        case dt.time():
            return "t", value.isoformat()
        case _:
            return "s", sac.take(str(value))


def decode(kind: str, value: Any) -> CellValue:
    """Return the value that :func:`encode` was given; None for an error or an empty formula."""
    match kind:
        case "b":
            return bool(value)
        case "n":
            return float(value) if isinstance(value, float) else int(value)
        case "d":
            return dt.date.fromisoformat(value)
        case "D":
            return dt.datetime.fromisoformat(value)
        case "t":
            return dt.time.fromisoformat(value)
        case "s":
            return str(value)
        case _:
            return None
