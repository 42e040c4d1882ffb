"""A campagne already prepared: its database and blank returns, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.domain.clock import FixedClock
from tests.support import SDPD, TODAY, Bureau


@pytest.fixture(scope="session")
def prepared_folder(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference plans, and the return of the first semester asked of the gendarmerie."""
    folder = tmp_path_factory.mktemp("campagne")
    shutil.copytree(template_folder, folder / "data")
    services = build_services(folder / "data", clock=FixedClock(TODAY))
    services.campagnes.prepare(SDPD, "2022-S1", folder / "retours", "GGD77")
    services.close()
    return folder


@pytest.fixture
def bureau(prepared_folder: Path, tmp_path: Path) -> Iterator[Bureau]:
    shutil.copytree(prepared_folder, tmp_path / "bureau")
    key = tmp_path / "clé USB"
    key.mkdir()
    services = build_services(tmp_path / "bureau" / "data", clock=FixedClock(TODAY))
    (blank,) = (tmp_path / "bureau" / "retours").iterdir()
    yield Bureau(services, blank, key)
    services.close()
