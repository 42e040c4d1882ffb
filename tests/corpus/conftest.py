from collections.abc import Iterator

import pytest
from hypothesis import settings

from sdpd_desktop.documents.classeur import LecteurClasseurs

settings.register_profile("corpus", deadline=None, derandomize=True, database=None)
settings.load_profile("corpus")


@pytest.fixture(scope="module")
def lecteur() -> Iterator[LecteurClasseurs]:
    with LecteurClasseurs() as lecteur:
        yield lecteur
