import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.indicateur import Grandeur, Indicateur, NatureCible, Sens
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.taux import taux
from sdpd_desktop.domain.taux_valeur import TauxValeur, taux_des_valeurs
from tests.unit.domain.fabrique import cible, indicateur, observation

ON = dt.date(2023, 6, 30)
NOMBRES = st.decimals(Decimal(-1000), Decimal(1000), places=1, allow_nan=False)


def rates(
    what: Indicateur, *values: tuple[str, str], zone: str = "ensemble", on: dt.date = ON
) -> list[TauxValeur]:
    rows = [("i", "t", zone, periode, texte) for periode, texte in values]
    return taux_des_valeurs({"i": what}, {"t": "DEP77"}, rows, on)


@given(
    st.sampled_from(list(NatureCible)),
    st.sampled_from(list(Sens)),
    st.sampled_from([Grandeur.STOCK, Grandeur.CUMUL]),
    st.none() | NOMBRES,
    NOMBRES,
    NOMBRES,
)
def test_a_value_alone_is_rated_as_its_indicator_would_be(
    nature: NatureCible,
    sens: Sens,
    grandeur: Grandeur,
    depart: Decimal | None,
    vise: Decimal,
    valeur: Decimal,
) -> None:
    what = indicateur(nature, cible(vise), depart=depart, sens=sens, grandeur=grandeur)
    (found,) = rates(what, ("2022", str(valeur)))
    expected = taux(what, [observation("2022", valeur)], dt.date(2022, 12, 31), None, None)
    assert found.part == expected.part


def test_a_value_says_what_it_is_of() -> None:
    what = indicateur(NatureCible.ATTEINDRE, cible(300), depart=280)
    assert rates(what, ("2022", "290"), zone="police") == [
        TauxValeur("O1.A1.i1", "DEP77", Zone.POLICE, "2022", Decimal(290), Decimal("0.5"))
    ]


def test_each_value_meets_the_target_of_its_time() -> None:
    first = cible(75, dt.date(2020, 12, 31), rang=1)
    second = replace(cible(100, dt.date(2021, 12, 31), rang=2))
    what = indicateur(NatureCible.COUVRIR, first, second, unite="%")
    found = rates(what, ("2020", "75"), ("2021", "75"), ("2022", "75"))
    assert [rate.part for rate in found] == [1, Decimal("0.75"), Decimal("0.75")]


@pytest.mark.parametrize("nature", [NatureCible.PLANCHER_ANNUEL, NatureCible.MAINTIEN_ANNUEL])
def test_months_of_a_yearly_target_have_no_rate(nature: NatureCible) -> None:
    what = indicateur(nature, cible(50), grandeur=Grandeur.FLUX)
    year, month = rates(what, ("2022", "48"), ("2022-06", "48"))
    assert (year.part, month.part) == (Decimal("0.96"), None)


def test_a_flow_that_its_target_adds_up_has_no_rate_of_its_own() -> None:
    (found,) = rates(
        indicateur(NatureCible.CUMULER, cible(2), grandeur=Grandeur.FLUX), ("2022", "1")
    )
    assert found.part is None
