import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.dates import format_date, format_date_longue, lire_date, month_number
from sdpd_desktop.domain.errors import ValidationError
from tests.unit.domain.fabrique import refusal

DATES = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "30/06/2022",
        "30/6/22",
        "30.06.2022",
        "30-06-2022",
        "30 06 2022",
        "30 / 06 / 2022",
        "2022-06-30",
        "2022-06-30 00:00:00",
        "2022-06-30T00:00:00",
        "30 juin 2022",
        "30 Juin 22",
        "le 30 juin 2022",
        "jeudi 30 juin 2022",
        "30\u00a0juin\u00a02022",
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str) -> None:
    assert lire_date(typed) == dt.date(2022, 6, 30)


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("1er juillet 2022", dt.date(2022, 7, 1)),
        ("15 août 2021", dt.date(2021, 8, 15)),
        ("3 févr. 2020", dt.date(2020, 2, 3)),
        ("29/02/2024", dt.date(2024, 2, 29)),
        ("31/12/99", dt.date(2099, 12, 31)),
    ],
)
def test_other_dates(typed: str, date: dt.date) -> None:
    assert lire_date(typed) == date


@pytest.mark.parametrize(
    "typed", ["31/02/2022", "29/02/2023", "06/30/2022", "2022-13-01", "0/1/22"]
)
def test_a_date_that_no_calendar_has_says_so(typed: str) -> None:
    with pytest.raises(ValidationError, match="n'existe pas dans le calendrier") as caught:
        lire_date(typed)
    assert caught.value.field == "date"


@pytest.mark.parametrize("typed", ["", "demain", "30/06", "juin 2022", "30/06/202", "30.06-2022"])
def test_what_is_no_date_is_refused_with_the_accepted_forms(typed: str) -> None:
    with pytest.raises(ValidationError, match=r"n'est pas une date.*30/06/2022"):
        lire_date(typed)


def test_a_year_out_of_reach_is_refused() -> None:
    with pytest.raises(ValidationError, match="1022 est hors limites") as caught:
        lire_date("30/06/1022")
    assert caught.value.field == "date"


@given(DATES)
def test_what_is_printed_reads_back(date: dt.date) -> None:
    assert lire_date(format_date(date)) == date
    assert lire_date(format_date_longue(date)) == date
    assert lire_date(date.isoformat()) == date


@given(st.text() | st.from_regex(r"\A[0-9]{0,4}[-/. ][0-9a-z]{0,4}[-/. ][0-9]{0,5}\Z"))
def test_any_text_is_a_date_or_a_clear_refusal(text: str) -> None:
    error = refusal(lire_date, text)
    assert error is None or error.field == "date"


def test_dates_are_printed_the_french_way() -> None:
    assert format_date(dt.date(2022, 7, 1)) == "01/07/2022"
    assert format_date_longue(dt.date(2022, 7, 1)) == "1er\u00a0juillet\u00a02022"
    assert format_date_longue(dt.date(2019, 8, 4)) == "4\u00a0août\u00a02019"
    assert format_date(None) == format_date_longue(None) == ""


def test_months_are_known_whole_and_short() -> None:
    assert [month_number(name) for name in ("Février", "févr.", "déc", "Août")] == [2, 2, 12, 8]
    assert month_number("brumaire") is None
