from collections.abc import Iterator

import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs


@pytest.fixture(scope="module")
def lecteur() -> Iterator[LecteurClasseurs]:
    with LecteurClasseurs() as lecteur:
        yield lecteur
