from collections.abc import Iterator
from pathlib import Path

import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs


@pytest.fixture(scope="module")
def lecteur() -> Iterator[LecteurClasseurs]:
    with LecteurClasseurs() as lecteur:
        yield lecteur


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where LibreOffice keeps its settings."""
    return tmp_path_factory.mktemp("profil")
