import datetime as dt

import pytest

from sdpd_desktop.domain.cloture import (
    ClosedPeriodError,
    Cloture,
    refuser_si_close,
    verifier_cloture,
    verifier_motif,
)
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.periode import parse_periode

CLOSED = Cloture("c", "SDPD77-2020", parse_periode("2021"), dt.date(2022, 2, 1), "M. D.")
OPEN_AGAIN = Cloture(
    "c", "SDPD77-2020", parse_periode("2021"), dt.date(2022, 2, 1), "M. D.",
    dt.date(2022, 3, 1), "Mme B.", "chiffre corrigé",
)  # fmt: skip


@pytest.mark.parametrize(
    ("periode", "locked"),
    [
        ("2021", True),
        ("2021-T4", True),
        ("2021-12-31", True),
        ("2022", False),
        ("2020-12", False),
    ],
)
def test_a_closed_year_locks_what_lies_in_it(periode: str, *, locked: bool) -> None:
    if not locked:
        refuser_si_close([CLOSED], parse_periode(periode))
        return
    with pytest.raises(ClosedPeriodError, match=r"clôturée depuis le 01/02/2022 par M\. D\."):
        refuser_si_close([CLOSED], parse_periode(periode))


def test_a_closed_month_leaves_the_year_it_lies_in_open() -> None:
    month = Cloture("c", "P", parse_periode("2021-06"), dt.date(2022, 2, 1), "")
    refuser_si_close([month], parse_periode("2021"))
    refuser_si_close([month], parse_periode("2021-T2"))


def test_a_reopened_period_is_open() -> None:
    refuser_si_close([OPEN_AGAIN], parse_periode("2021"))


def test_only_what_is_over_and_open_can_be_closed() -> None:
    verifier_cloture([OPEN_AGAIN], parse_periode("2021"), dt.date(2022, 1, 1))
    with pytest.raises(ValidationError, match="à partir du 01/01/2022"):
        verifier_cloture([], parse_periode("2021"), dt.date(2021, 12, 31))
    with pytest.raises(ValidationError, match="déjà clôturée"):
        verifier_cloture([CLOSED], parse_periode("2021-T1"), dt.date(2022, 3, 1))


def test_a_reason_is_asked_for() -> None:
    assert verifier_motif("  chiffre corrigé ") == "chiffre corrigé"
    with pytest.raises(ValidationError, match="motif"):
        verifier_motif(" \n")
