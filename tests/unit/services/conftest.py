"""What tests of services share: an office long after the source documents."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.convention import NaturePiece
from tests.unit.services.depots import CLCT, SIGNED, image, trust

LATER = dt.date(2026, 3, 1)


@pytest.fixture
def office(data_folder: Path) -> Iterator[Services]:
    built = build_services(data_folder, clock=FixedClock(LATER))
    yield built
    built.close()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    path.write_bytes(image())
    return path


@pytest.fixture
def filed(services: Services, scan: Path) -> Services:
    """CLCT77-2019 signed on paper, its scan filed."""
    services.conventions.sign(CLCT, SIGNED, "Noisiel", "la préfète")
    services.pieces.deposer(CLCT, scan, NaturePiece.ORIGINAL)
    return services


@pytest.fixture
def trusting(services: Services, tmp_path: Path) -> Services:
    """The services, with the root and both lists imported."""
    return trust(services, tmp_path)
