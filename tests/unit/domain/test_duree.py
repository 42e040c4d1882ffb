"""Terms, tacit renewal, warnings, and the states that follow from dates."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.domain.duree import Duree, Renouvellement, ajouter_mois
from tests.unit.documents.echantillons import convention_resume

START = dt.date(2020, 3, 1)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))


def test_a_term_ends_the_day_before_its_anniversary() -> None:
    assert Duree(START, 36).terme(START) == dt.date(2023, 2, 28)
    assert Duree(START, 0).terme(START) is None
    assert Duree(None, 36).terme(START) is None
    assert Duree(START, 36, dt.date(2021, 1, 1)).terme(START) == dt.date(2021, 1, 1)
    assert ajouter_mois(dt.date(2020, 1, 31), 1) == dt.date(2020, 2, 29)
    assert ajouter_mois(dt.date(2020, 3, 31), -1) == dt.date(2020, 2, 29)


@given(DAYS, st.integers(1, 120), DAYS)
def test_a_tacit_convention_never_runs_out_and_keeps_its_length(
    start: dt.date, months: int, day: dt.date
) -> None:
    term = Duree(start, months, None, True).terme(day)
    assert term is not None
    assert term >= day or term == Duree(start, months).terme(day)
    first = Duree(start, months).terme(day)
    assert first is not None
    assert term >= first
    if term > first:
        assert term >= day > ajouter_mois(term, -months) - dt.timedelta(days=4)


@pytest.mark.parametrize(
    ("day", "warning"),
    [
        (dt.date(2022, 8, 27), None),
        (dt.date(2022, 8, 28), Renouvellement.SIX_MOIS),
        (dt.date(2022, 12, 27), Renouvellement.SIX_MOIS),
        (dt.date(2022, 12, 28), Renouvellement.DEUX_MOIS),
        (dt.date(2023, 2, 28), Renouvellement.DEUX_MOIS),
        (dt.date(2023, 3, 1), None),
    ],
)
def test_warnings_start_six_and_two_months_ahead(
    day: dt.date, warning: Renouvellement | None
) -> None:
    assert Duree(START, 36).renouvellement(day) is warning


@pytest.mark.parametrize(
    ("day", "state", "since"),
    [
        (dt.date(2020, 2, 1), EtatConvention.SIGNEE, dt.date(2019, 7, 4)),
        (dt.date(2020, 3, 1), EtatConvention.EN_VIGUEUR, START),
        (dt.date(2023, 2, 28), EtatConvention.EN_VIGUEUR, START),
        (dt.date(2023, 3, 1), EtatConvention.ECHUE, dt.date(2023, 3, 1)),
    ],
)
def test_dates_alone_put_a_signed_convention_in_force_and_end_it(
    day: dt.date, state: EtatConvention, since: dt.date
) -> None:
    signed = replace(convention_resume(), duree=Duree(START, 36))
    now = signed.au(day)
    assert (now.etat, now.etat_le) == (state, since)
    assert now.fin == dt.date(2023, 2, 28)
    draft = replace(signed, etat=EtatConvention.BROUILLON).au(day)
    assert draft.etat is EtatConvention.BROUILLON
    assert draft.renouvellement(dt.date(2023, 2, 1)) is None


@pytest.mark.parametrize(
    ("etat", "before"),
    [
        (EtatConvention.SIGNEE, EtatConvention.A_SIGNER),
        (EtatConvention.DENONCEE, EtatConvention.SIGNEE),
    ],
)
def test_a_past_day_knows_nothing_of_what_was_signed_or_ended_later(
    etat: EtatConvention, before: EtatConvention
) -> None:
    later = replace(convention_resume(), etat=etat, etat_le=dt.date(2023, 2, 1))
    then = later.au(dt.date(2022, 12, 31))
    assert (then.etat, then.etat_le) == (before, None)
    assert later.au(dt.date(2023, 2, 1)).etat is etat
