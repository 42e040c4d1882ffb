"""Documents drawn once for all the tests that look at them."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.domain.clock import FixedClock
from tests.support import TODAY
from tests.unit.documents.sortes import dessiner


@pytest.fixture(scope="session")
def redessiner(
    template_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], bytes]]:
    """Draw a kind of document anew, from the reference plans."""
    folder = tmp_path_factory.mktemp("documents") / "data"
    shutil.copytree(template_folder, folder)
    services = build_services(folder, clock=FixedClock(TODAY))
    yield lambda sorte: dessiner(services, sorte)
    services.close()


@pytest.fixture(scope="session")
def document(redessiner: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """Return a kind of document, drawn once for all tests."""
    return cache(redessiner)
