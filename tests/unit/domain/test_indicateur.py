from dataclasses import replace

from sdpd_desktop.domain.indicateur import NatureCible
from tests.unit.domain.fabrique import indicateur


def test_a_figure_is_called_as_its_source_calls_it() -> None:
    what = indicateur(NatureCible.SUIVI)
    assert what.chiffre == "K01"
    assert replace(what, reference="").chiffre == "O1.A1.i1"
