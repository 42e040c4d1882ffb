"""What the list of files received says of each."""

from pathlib import Path

import pytest

from sdpd_desktop.gui.retours.lot import FichierRecu, remark_of


@pytest.mark.parametrize(
    ("others", "named"),
    [
        (1, "v1.xlsx"),
        (4, "v1.xlsx, v2.xlsx, v3.xlsx, v4.xlsx"),
        (199, "v1.xlsx, v2.xlsx, v3.xlsx et 196 autres"),
    ],
)
def test_the_other_versions_are_named_as_long_as_they_can_be_read(others: int, named: str) -> None:
    versions = tuple(Path(f"cle/v{n}.xlsx") for n in range(1, others + 1))
    said = remark_of(FichierRecu(Path("cle/v0.xlsx"), versions=versions))
    assert said.startswith(f"Même retour que {named}\xa0:")
