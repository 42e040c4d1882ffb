"""What day it is: the system's clock, or a fixed day for demonstrations and tests."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol


class Clock(Protocol):
    """Tells the day and the instant; instants are aware, in UTC."""

    def today(self) -> dt.date:
        """Return the local date."""
        ...

    def now(self) -> dt.datetime:
        """Return the instant, in UTC."""
        ...


class SystemClock:
    """The workstation's clock."""

    def today(self) -> dt.date:
        """Return the local date."""
        return dt.datetime.now().astimezone().date()

    def now(self) -> dt.datetime:
        """Return the instant, in UTC."""
        return dt.datetime.now(dt.UTC)


@dataclass(frozen=True)
class FixedClock:
    """Always the same day, at noon UTC."""

    day: dt.date

    def today(self) -> dt.date:
        """Return the fixed day."""
        return self.day

    def now(self) -> dt.datetime:
        """Return noon of the fixed day, in UTC."""
        return dt.datetime.combine(self.day, dt.time(12), dt.UTC)
