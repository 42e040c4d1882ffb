"""A campagne already prepared: its database and blank returns, copied for each test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.importation import Ligne, Proposition
from tests.support import SDPD, TODAY, Answers, answer


@pytest.fixture(scope="session")
def prepared_folder(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference plans, and the return of the first semester asked of the gendarmerie."""
    folder = tmp_path_factory.mktemp("campagne")
    shutil.copytree(template_folder, folder / "data")
    services = build_services(folder / "data", clock=FixedClock(TODAY))
    services.campagnes.prepare(SDPD, "2022-S1", folder / "retours", "GGD77")
    services.close()
    return folder


@dataclass
class Bureau:
    """The services on a prepared campagne, and a key to exchange files on."""

    services: Services
    blank: Path
    key: Path

    def propose(self, answers: Answers, name: str = "retour GGD (2).xlsx") -> Proposition:
        """Return the proposition of a return filled with these answers."""
        return self.services.importations.propose(answer(self.blank, answers, self.key / name))


@pytest.fixture
def bureau(prepared_folder: Path, tmp_path: Path) -> Iterator[Bureau]:
    shutil.copytree(prepared_folder, tmp_path / "bureau")
    key = tmp_path / "clé USB"
    key.mkdir()
    services = build_services(tmp_path / "bureau" / "data", clock=FixedClock(TODAY))
    (blank,) = (tmp_path / "bureau" / "retours").iterdir()
    yield Bureau(services, blank, key)
    services.close()


def line(proposition: Proposition, objet: str) -> Ligne:
    """Return the one line about an object."""
    (found,) = (ligne for ligne in proposition.lignes if ligne.objet == objet)
    return found
