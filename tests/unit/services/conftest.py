"""What tests of services share: an office long after the source documents."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock

LATER = dt.date(2026, 3, 1)


@pytest.fixture
def office(data_folder: Path) -> Iterator[Services]:
    built = build_services(data_folder, clock=FixedClock(LATER))
    yield built
    built.close()
