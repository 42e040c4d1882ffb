import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode, periodes_entre
from tests.unit.domain.fabrique import refusal

PERIODES = st.builds(
    Periode.de,
    st.sampled_from(TypePeriode),
    st.dates(dt.date(1901, 1, 1), dt.date(2198, 12, 31)),
)


@pytest.mark.parametrize(
    ("code", "libelle", "court", "debut", "fin"),
    [
        ("2022", "2022", "2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("2022-S1", "1er semestre 2022", "S1 2022", dt.date(2022, 1, 1), dt.date(2022, 6, 30)),
        ("2022-S2", "2e semestre 2022", "S2 2022", dt.date(2022, 7, 1), dt.date(2022, 12, 31)),
        ("2022-T2", "2e trimestre 2022", "T2 2022", dt.date(2022, 4, 1), dt.date(2022, 6, 30)),
        ("2024-02", "février 2024", "02/2024", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2022-06-30", "30/06/2022", "30/06/2022", dt.date(2022, 6, 30), dt.date(2022, 6, 30)),
    ],
)
def test_each_type_has_its_names_and_bounds(
    code: str, libelle: str, court: str, debut: dt.date, fin: dt.date
) -> None:
    periode = parse_periode(code)
    assert (periode.code, periode.libelle, periode.court) == (code, libelle, court)
    assert (periode.debut, periode.fin, periode.annee) == (debut, fin, debut.year)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("année 2022", "2022"),
        ("S1 2022", "2022-S1"),
        ("2022 s2", "2022-S2"),
        ("2022S2", "2022-S2"),
        ("1er semestre 2022", "2022-S1"),
        ("second semestre 2022", "2022-S2"),
        ("T2 2022", "2022-T2"),
        ("T2/2022", "2022-T2"),
        ("Q4 2022", "2022-T4"),
        ("2e trimestre 2022", "2022-T2"),
        ("2ème trimestre de 2022", "2022-T2"),
        ("troisième trimestre 2022", "2022-T3"),
        ("trimestre 3 2022", "2022-T3"),
        ("juin 2022", "2022-06"),
        ("Août\u00a02022", "2022-08"),
        ("sept. 2022", "2022-09"),
        ("06/2022", "2022-06"),
        ("6/2022", "2022-06"),
        ("2022/06", "2022-06"),
        ("30/06/2022", "2022-06-30"),
        ("30 juin 2022", "2022-06-30"),
    ],
)
def test_a_period_is_read_as_people_type_it(typed: str, code: str) -> None:
    assert parse_periode(typed).code == code


@pytest.mark.parametrize(
    "typed", ["", "22", "2022-S3", "2022-T0", "2022-T5", "2022-13", "31/02/2022", "brumaire 2022"]
)
def test_what_is_no_period_is_refused_with_the_accepted_forms(typed: str) -> None:
    with pytest.raises(ValidationError, match=r"n'est pas une période.*2022-T2.*30/06/2022") as e:
        parse_periode(typed)
    assert e.value.field == "periode"


def test_a_year_out_of_reach_is_refused() -> None:
    with pytest.raises(ValidationError, match="3022 est hors limites"):
        parse_periode("3022")


@given(PERIODES)
def test_every_name_of_a_period_reads_back(periode: Periode) -> None:
    for name in (periode.code, periode.libelle, periode.court):
        assert parse_periode(name) == periode


@given(st.text() | st.from_regex(r"\A[0-9]{4}[-/ ][STst]?[0-9]{1,3}\Z"))
def test_any_text_is_a_period_or_a_clear_refusal(text: str) -> None:
    error = refusal(parse_periode, text)
    assert error is None or error.field == "periode"


@given(PERIODES)
def test_neighbours_touch_and_have_the_same_length_of_calendar(periode: Periode) -> None:
    before, after = periode.precedente(), periode.suivante()
    assert before.type is after.type is periode.type
    assert before.fin + dt.timedelta(days=1) == periode.debut
    assert after.debut - dt.timedelta(days=1) == periode.fin
    assert before.suivante() == periode == after.precedente()
    assert before < periode < after
    assert periode.contient(periode.debut)
    assert periode.contient(periode.fin)
    assert not periode.contient(after.debut)
    assert not periode.contient(before.fin)


@given(PERIODES)
def test_the_same_period_a_year_before(periode: Periode) -> None:
    before = periode.annee_precedente()
    assert before.type is periode.type
    assert before.annee == periode.annee - 1
    if (periode.debut.month, periode.debut.day) != (2, 29):
        assert before.code[4:] == periode.code[4:]


def test_the_29th_of_february_compares_with_the_28th() -> None:
    assert parse_periode("2024-02-29").annee_precedente().code == "2023-02-28"


def test_the_latest_period_sorts_last() -> None:
    codes = ["2022-06", "2022", "2021", "2022-S1", "2022-T2", "2022-T1"]
    ordered = sorted(map(parse_periode, codes))
    assert [p.code for p in ordered] == ["2021", "2022-T1", "2022-S1", "2022-T2", "2022-06", "2022"]
    assert max(ordered) >= min(ordered)


def test_bounds_that_are_no_period_cannot_exist() -> None:
    with pytest.raises(ValueError, match="no trimestre runs"):
        Periode(TypePeriode.TRIMESTRE, dt.date(2022, 1, 1), dt.date(2022, 6, 30))


def test_the_periods_between_two_days() -> None:
    found = periodes_entre(TypePeriode.TRIMESTRE, dt.date(2021, 11, 5), dt.date(2022, 4, 1))
    assert [p.code for p in found] == ["2021-T4", "2022-T1", "2022-T2"]
    assert periodes_entre(TypePeriode.ANNEE, dt.date(2022, 1, 1), dt.date(2021, 1, 1)) == ()
