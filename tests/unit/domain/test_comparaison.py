import calendar
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.comparaison import (
    Comparaison,
    Fenetre,
    Intervalle,
    comparer,
    comparer_tout,
    intervalle,
    un_an_avant,
)
from sdpd_desktop.domain.formule import Operation
from sdpd_desktop.domain.indicateur import (
    Borne,
    Grandeur,
    Indicateur,
    Observation,
    Periodicite,
    Presence,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.territoire import NatureTerritoire, TerritoireSummary
from tests.unit.domain.fabrique_valeurs import ICI, donnee, formule, releve, suivi

MENSUEL = suivi("m", "Faits", periodicite=Periodicite.MOIS)
ANNUEL = suivi("a", "Points de deal")
VALEURS = st.integers(0, 10_000)


def months(
    year: int, *values: int, code: str = "m", zone: Zone = Zone.ENSEMBLE
) -> list[Observation]:
    return [donnee(code, f"{year}-{m:02}", v, zone=zone) for m, v in enumerate(values, 1)]


def compare(
    what: Indicateur,
    periode: str,
    *observations: Observation,
    fenetre: Fenetre = Fenetre.PERIODE,
    **where: object,
) -> Comparaison:
    read = releve([what], *observations)
    return comparer(read, what.code, parse_periode(periode), fenetre, **where)  # type: ignore[arg-type]


def territoire(**dates: dt.date) -> TerritoireSummary:
    return TerritoireSummary(
        "t", ICI, "Seine-et-Marne", NatureTerritoire.DEPARTEMENT, "77", None, (), **dates
    )


def terms(found: Comparaison) -> tuple[object, ...]:
    return found.avant.valeur, found.apres.valeur, found.absolue


def test_the_figures_of_the_pas_de_calais() -> None:
    found = compare(ANNUEL, "2024", donnee("a", "2023", 46), donnee("a", "2024", 75))
    assert terms(found) == (46, 75, 29)
    printed = (libelles.ecart(ANNUEL, found.absolue), libelles.ecart_relatif(found.relative))
    assert printed == ("+29", "+63,0\u00a0%")
    assert found.relative is not None
    assert round(found.relative, 4) == Decimal("0.6304")
    assert found.comparable


def test_a_wrong_published_variation_is_computed_again() -> None:
    found = compare(ANNUEL, "2024", donnee("a", "2023", 611), donnee("a", "2024", 448))
    assert found.absolue == -163


def test_from_zero_there_is_a_difference_and_no_percentage() -> None:
    found = compare(ANNUEL, "2024", donnee("a", "2023", 0), donnee("a", "2024", 3))
    assert found.absolue == 3
    assert (found.relative, found.motif) == (None, "")


def test_the_three_windows_of_a_month() -> None:
    mai = parse_periode("2022-05")
    assert [intervalle(mai, f).libelle for f in Fenetre] == [
        "mai 2022",
        "de janvier à mai 2022",
        "de juin 2021 à mai 2022",
    ]
    before = [un_an_avant(intervalle(mai, f)).libelle for f in Fenetre]
    assert before == ["mai 2021", "de janvier à mai 2021", "de juin 2020 à mai 2021"]


def test_each_window_adds_its_own_months() -> None:
    data = [*months(2020, *[1] * 12), *months(2021, *[2] * 12), *months(2022, *[5] * 6)]
    assert terms(compare(MENSUEL, "2022-06", *data)) == (2, 5, 3)
    assert terms(compare(MENSUEL, "2022-06", *data, fenetre=Fenetre.CUMUL)) == (12, 30, 18)
    rolling = compare(MENSUEL, "2022-06", *data, fenetre=Fenetre.DOUZE_MOIS)
    assert terms(rolling) == (6 + 12, 12 + 30, 24)


def test_a_running_year_is_never_compared_with_a_whole_one() -> None:
    data = [*months(2021, *[2] * 12), *months(2022, *[5] * 6)]
    found = compare(MENSUEL, "2022", *data)
    assert found.absolue is None
    assert found.relative is None
    assert found.motif.replace("\u00a0", " ") == (
        "non comparable : il manque Faits, 2e semestre 2022"
    )


def test_a_gap_of_the_year_before_is_named() -> None:
    data = [*months(2021, 1, 1, 1)[::2], *months(2022, 1, 1, 1)]
    found = compare(MENSUEL, "2022-T1", *data)
    assert found.motif.endswith("il manque Faits, février 2021")


def test_a_stock_compares_the_same_day() -> None:
    stock = suivi("a", grandeur=Grandeur.STOCK, periodicite=Periodicite.TRIMESTRE)
    data = [donnee("a", "2021-T2", 10), donnee("a", "2022-T1", 11), donnee("a", "2022-T2", 14)]
    for fenetre in Fenetre:
        assert terms(compare(stock, "2022-06", *data, fenetre=fenetre)) == (10, 14, 4)


def test_a_running_total_compares_what_it_grew_by() -> None:
    total = suivi("a", "Saisies", grandeur=Grandeur.CUMUL)
    data = [donnee("a", str(2020 + n), value) for n, value in enumerate((10, 14, 20))]
    assert terms(compare(total, "2022", *data)) == (4, 6, 2)
    found = compare(total, "2022", *data[1:])
    assert found.motif.endswith("il manque Saisies, cumul au 31/12/2020")


def test_a_changed_definition_does_not_compare() -> None:
    since = dt.date(2022, 1, 1)
    what = suivi("a", definition_depuis=since)
    data = [donnee("a", "2020", 8), donnee("a", "2021", 9), donnee("a", "2022", 12)]
    found = compare(what, "2022", *data)
    assert (found.absolue, found.relative) == (None, None)
    assert found.motif.endswith("la définition a changé le 01/01/2022")
    assert terms(found)[:2] == (9, 12)
    assert compare(what, "2021", *data).comparable
    assert compare(what, "2023", *data[2:], donnee("a", "2023", 1)).comparable


def test_a_changed_perimeter_does_not_compare() -> None:
    data = [donnee("a", "2021", 9), donnee("a", "2022", 12)]
    moved = territoire(perimetre_depuis=dt.date(2022, 7, 1))
    assert "périmètre de Seine-et-Marne a changé le 01/07/2022" in (
        compare(ANNUEL, "2022", *data, territoire=moved).motif
    )
    assert compare(ANNUEL, "2022", *data, territoire=territoire()).comparable


def test_changed_zones_do_not_compare_and_leave_the_whole_alone() -> None:
    data = [
        donnee("a", year, 10, zone=zone)
        for year in ("2021", "2022")
        for zone in (Zone.POLICE, Zone.GENDARMERIE)
    ]
    place = territoire(zones_depuis=dt.date(2022, 1, 1))
    assert compare(ANNUEL, "2022", *data, territoire=place).comparable
    found = compare(ANNUEL, "2022", *data, territoire=place, zone=Zone.POLICE)
    assert "zones de Seine-et-Marne ont changé" in found.motif


def test_totals_of_different_zones_do_not_compare() -> None:
    data = [
        donnee("a", year, 10, zone=zone)
        for year in ("2021", "2022")
        for zone in (Zone.POLICE, Zone.GENDARMERIE)
    ]
    found = compare(ANNUEL, "2022", *data, donnee("a", "2022", 1, zone=Zone.AUTRE))
    assert found.motif.replace("\u00a0", " ") == (
        "non comparable : les zones comptées diffèrent "
        "(gendarmerie + police, puis autre + gendarmerie + police)"
    )


def test_what_does_not_apply_does_not_compare() -> None:
    none = donnee("a", "2021", None, presence=Presence.NON_APPLICABLE)
    assert compare(ANNUEL, "2022", none, donnee("a", "2022", 1)).motif.endswith(
        "Points de deal, 2021 est non applicable"
    )


def test_a_bound_is_told_beside_the_variation() -> None:
    data = donnee("a", "2021", 9), donnee("a", "2022", 12, borne=Borne.PLUS_DE)
    found = compare(ANNUEL, "2022", *data)
    assert found.absolue == 3
    assert [note.replace("\u00a0", " ") for note in found.notes] == [
        "Points de deal, 2022 : valeur minimale"
    ]


def test_a_rate_over_a_window_is_that_of_its_sums_not_the_sum_of_its_rates() -> None:
    solved = suivi("s", "Élucidés", periodicite=Periodicite.MOIS)
    rate = suivi(
        "r", unite="%", periodicite=Periodicite.MOIS, formule=formule(Operation.PART, "s", "m")
    )
    data = [
        *months(2021, 10, 30), *months(2021, 5, 5, code="s"),
        *months(2022, 10, 10), *months(2022, 9, 6, code="s"),
    ]  # fmt: skip
    read = releve([MENSUEL, solved, rate], *data)
    found = comparer(read, "r", parse_periode("2022-02"), Fenetre.CUMUL)
    assert terms(found) == (25, 75, 50)


def test_the_split_by_zone_shows_the_zones_that_have_values() -> None:
    data = [*months(2021, 4, zone=Zone.POLICE), *months(2022, 6, zone=Zone.POLICE)]
    data += [*months(2021, 1, zone=Zone.GENDARMERIE), *months(2022, 3, zone=Zone.GENDARMERIE)]
    lines = comparer_tout(releve([MENSUEL], *data), "m", parse_periode("2022-01"))
    assert [line.zone for line in lines] == [Zone.ENSEMBLE, Zone.POLICE, Zone.GENDARMERIE]
    assert [line.periode.absolue for line in lines] == [4, 2, 2]
    assert [line.sur(fenetre).fenetre for line in lines[:1] for fenetre in Fenetre] == list(Fenetre)
    alone = comparer_tout(releve([MENSUEL]), "m", parse_periode("2022-01"))
    assert [line.zone for line in alone] == [Zone.ENSEMBLE]


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)))
def test_a_year_before_ends_its_month_where_the_month_ended(day: dt.date) -> None:
    before = un_an_avant(Intervalle(day, day)).fin
    assert (before.year, before.month) == (day.year - 1, day.month)
    ends = day.day == calendar.monthrange(day.year, day.month)[1]
    assert before.day == (calendar.monthrange(before.year, before.month)[1] if ends else day.day)


@given(st.lists(VALEURS, min_size=12, max_size=12), st.lists(VALEURS, min_size=12, max_size=12))
def test_december_s_cumul_is_the_year(before: list[int], now: list[int]) -> None:
    data = [*months(2021, *before), *months(2022, *now)]
    cumul = compare(MENSUEL, "2022-12", *data, fenetre=Fenetre.CUMUL)
    rolling = compare(MENSUEL, "2022-12", *data, fenetre=Fenetre.DOUZE_MOIS)
    year = compare(MENSUEL, "2022", *data)
    assert terms(cumul) == terms(rolling) == terms(year) == (
        sum(before), sum(now), sum(now) - sum(before),
    )  # fmt: skip


@given(st.integers(1, 12), VALEURS, VALEURS)
def test_a_missing_month_is_never_taken_for_zero(hole: int, before: int, now: int) -> None:
    data = [o for o in months(2021, *[before] * 12) if o.periode.rang != hole]
    found = compare(MENSUEL, "2022-12", *data, *months(2022, *[now] * 12), fenetre=Fenetre.CUMUL)
    assert found.absolue is None
    assert not found.comparable


@pytest.mark.parametrize("fenetre", list(Fenetre))
def test_swapping_the_years_swaps_the_sign(fenetre: Fenetre) -> None:
    up = [*months(2020, *[1] * 12), *months(2021, *[1] * 12), *months(2022, *[3] * 12)]
    down = [*months(2020, *[3] * 12), *months(2021, *[3] * 12), *months(2022, *[1] * 12)]
    first = compare(MENSUEL, "2022-12", *up, fenetre=fenetre)
    second = compare(MENSUEL, "2022-12", *down, fenetre=fenetre)
    assert first.absolue == -(second.absolue or 0)
