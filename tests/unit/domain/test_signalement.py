from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.indicateur import EtatValeur, Grandeur, Indicateur, Observation
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.signalement import (
    NatureSignalement,
    Signalement,
    demander,
    signaler,
    signaler_serie,
    signaler_total,
)
from tests.unit.domain.fabrique_valeurs import donnee, releve, suivi

A = parse_periode("2022")
NOMBRES = st.decimals(Decimal(-1000), Decimal(1000), places=1, allow_nan=False)


def flags(
    what: Indicateur, valeur: int | str | Decimal | None, *serie: Observation
) -> tuple[Signalement, ...]:
    number = None if valeur is None else Decimal(valeur)
    return signaler(what, A, number, serie)


def natures(
    what: Indicateur, valeur: int | str | Decimal | None, *serie: Observation
) -> list[NatureSignalement]:
    return [flag.nature for flag in flags(what, valeur, *serie)]


def test_an_ordinary_value_is_not_flagged() -> None:
    assert flags(suivi("a"), 12, donnee("a", "2021", 1)) == ()
    assert demander(()) == ""


@pytest.mark.parametrize(("valeur", "flagged"), [(-1, True), (0, False), (100, False), (101, True)])
def test_bounds_belong_to_what_is_possible(valeur: int, *, flagged: bool) -> None:
    what = suivi("a", unite="%", minimum=Decimal(0), maximum=Decimal(100))
    assert (natures(what, valeur) == [NatureSignalement.HORS_BORNES]) is flagged


@pytest.mark.parametrize(
    ("valeur", "flagged"), [(110, False), (111, True), (90, False), (89, True), (100, False)]
)
def test_a_variation_above_the_threshold_is_flagged(valeur: int, *, flagged: bool) -> None:
    what = suivi("a", seuil_variation=Decimal(10))
    found = natures(what, valeur, donnee("a", "2021", 100))
    assert (found == [NatureSignalement.VARIATION]) is flagged


def test_the_sentence_shows_both_terms_the_change_and_the_threshold() -> None:
    (flag,) = flags(suivi("a", seuil_variation=Decimal(50)), 75, donnee("a", "2021", 46))
    assert flag.texte.replace("\u00a0", " ") == (
        "La valeur passe de 46 (2021) à 75 (+29, +63,0 %), plus que le seuil de 50 %."
    )
    assert demander([flag]).endswith("Garder cette valeur\u00a0?")


@pytest.mark.parametrize(
    ("avant", "valeur", "flagged"),
    [(121, 1210, True), (121, 1209, False), (1210, 121, True), (4, 40, False), (5, 50, True),
     (0, 500, False), (500, 0, False), (-10, 500, False)],
)  # fmt: skip
def test_without_a_threshold_a_digit_too_many_or_too_few_stands_out(
    avant: int, valeur: int, *, flagged: bool
) -> None:
    found = natures(suivi("a"), valeur, donnee("a", "2021", avant))
    assert found == [NatureSignalement.ORDRE_DE_GRANDEUR] * flagged
    told = flags(suivi("a", seuil_variation=Decimal(5000)), valeur, donnee("a", "2021", avant))
    assert NatureSignalement.ORDRE_DE_GRANDEUR not in {flag.nature for flag in told}


def test_the_sentence_tells_both_values_and_which_way() -> None:
    (flag,) = flags(suivi("a"), 12_500, donnee("a", "2021", 121))
    assert flag.texte.replace("\u00a0", " ") == (
        "La valeur passe de 121 (2021) à 12 500, au moins dix fois plus."
    )
    (flag,) = flags(suivi("a"), 12, donnee("a", "2021", 121))
    assert flag.texte.endswith("au moins dix fois moins.")


def test_from_zero_any_change_stands_out() -> None:
    what = suivi("a", seuil_variation=Decimal(500))
    assert natures(what, 1, donnee("a", "2021", 0)) == [NatureSignalement.VARIATION]
    assert natures(what, 0, donnee("a", "2021", 0)) == []


def test_a_month_is_not_compared_with_a_year() -> None:
    what = suivi("a", seuil_variation=Decimal(10))
    assert natures(what, 12, donnee("a", "2021-12", 1)) == []
    assert natures(what, 12, donnee("a", "2023", 1)) == []


def test_the_last_value_before_is_the_one_compared() -> None:
    what = suivi("a", seuil_variation=Decimal(10))
    assert natures(what, 50, donnee("a", "2020", 10), donnee("a", "2021", 50)) == []


def test_a_running_total_does_not_fall() -> None:
    what = suivi("a", grandeur=Grandeur.CUMUL)
    assert natures(what, 9, donnee("a", "2021", 10)) == [NatureSignalement.BAISSE_CUMUL]
    assert natures(what, 10, donnee("a", "2021", 10)) == []
    assert natures(what, 12, donnee("a", "2023", 11)) == [NatureSignalement.BAISSE_CUMUL]
    assert natures(what, 11, donnee("a", "2023", 11)) == []
    assert natures(suivi("a"), 9, donnee("a", "2021", 10)) == []


def test_a_validated_value_is_not_replaced_without_a_word() -> None:
    serie = donnee("a", "2022", 10, etat=EtatValeur.VALIDE)
    (flag,) = flags(suivi("a"), 11, serie)
    assert flag.texte == "La valeur 10 a été validée par M. D. le 30/06/2022."
    assert natures(suivi("a"), None, serie) == [NatureSignalement.VALIDEE]
    assert natures(suivi("a"), 10, serie) == []
    assert natures(suivi("a"), 11, donnee("a", "2022", 10)) == []


def test_a_total_that_its_parts_contradict() -> None:
    zones = (donnee("a", "2022", n, zone=z) for n, z in ((1, Zone.POLICE), (2, Zone.GENDARMERIE)))
    computed = releve([suivi("a")], *zones).valeur("a", A)
    (flag,) = signaler_total(suivi("a"), Decimal(4), computed)
    assert flag.nature is NatureSignalement.TOTAL
    assert "soit 3" in flag.texte
    assert signaler_total(suivi("a"), Decimal(3), computed) == ()
    assert signaler_total(suivi("a"), None, computed) == ()
    assert signaler_total(suivi("a"), Decimal(4), donnee("a", "2022", 3)) == ()
    assert signaler_total(suivi("a"), Decimal(4), None) == ()


def test_several_things_are_all_told() -> None:
    what = suivi(
        "a", grandeur=Grandeur.CUMUL, minimum=Decimal(5), seuil_variation=Decimal(10),
    )  # fmt: skip
    assert natures(what, 1, donnee("a", "2021", 10)) == [
        NatureSignalement.HORS_BORNES,
        NatureSignalement.VARIATION,
        NatureSignalement.BAISSE_CUMUL,
    ]


@given(NOMBRES, NOMBRES, NOMBRES)
def test_a_value_is_flagged_exactly_outside_its_bounds(
    one: Decimal, two: Decimal, valeur: Decimal
) -> None:
    low, high = sorted((one, two))
    what = suivi("a", minimum=low, maximum=high)
    assert bool(flags(what, valeur)) is not (low <= valeur <= high)


@given(NOMBRES.filter(bool), NOMBRES, st.integers(0, 300))
def test_a_variation_is_flagged_exactly_above_its_threshold(
    before: Decimal, now: Decimal, seuil: int
) -> None:
    what = suivi("a", seuil_variation=Decimal(seuil))
    above = 100 * abs(now - before) > seuil * abs(before)
    assert bool(flags(what, now, donnee("a", "2021", before))) is above


@given(
    st.lists(
        st.tuples(st.integers(2000, 2009), st.integers(0, 12), st.integers(0, 20)), max_size=15
    ),
    st.sampled_from(list(Grandeur)),
    st.none() | st.integers(1, 200),
)
def test_a_series_read_at_once_is_flagged_as_value_by_value(
    cells: list[tuple[int, int, int]], grandeur: Grandeur, seuil: int | None
) -> None:
    what = suivi(
        "a", grandeur=grandeur, maximum=Decimal(15),
        seuil_variation=None if seuil is None else Decimal(seuil),
    )  # fmt: skip
    codes = {f"{year}-{month:02}" if month else str(year): n for year, month, n in cells}
    serie = [donnee("a", code, number) for code, number in codes.items()]
    at_once = signaler_serie(what, serie)
    for o in serie:
        one_by_one = signaler(what, o.periode, o.valeur, serie)
        found = at_once.get(o.periode.code, ())
        assert [f.nature for f in found] == [f.nature for f in one_by_one]
