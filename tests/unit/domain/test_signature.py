"""Which certificate may sign, and when."""

import dataclasses
import datetime as dt

from sdpd_desktop.domain.signature import Certificat, ClefCarte, refus
from tests.support import plain

START, END = dt.datetime(2020, 1, 1, tzinfo=dt.UTC), dt.datetime(2023, 1, 1, tzinfo=dt.UTC)
CERTIFICAT = Certificat("Agent", "Autorité", START, END, "00", engage=True)


def test_a_signature_certificate_signs_from_its_first_to_its_last_instant() -> None:
    for instant in (START, dt.datetime(2021, 6, 1, tzinfo=dt.UTC), END):
        assert refus(CERTIFICAT, instant) == ""


def test_a_refusal_says_which_certificate_and_what_to_do() -> None:
    second = dt.timedelta(seconds=1)
    assert plain(refus(CERTIFICAT, END + second)) == (
        "Le certificat « Agent » a expiré le 01/01/2023 : faites-le renouveler avant de signer."
    )
    assert "à partir du 01/01/2020" in plain(refus(CERTIFICAT, START - second))
    login = dataclasses.replace(CERTIFICAT, engage=False)
    assert "non-répudiation" in refus(login, START)


def test_a_code_is_never_shown() -> None:
    assert "1234" not in repr(ClefCarte("/lib.so", code="1234"))
