"""What the frame of the window says of the database."""

import datetime as dt

import pytest

from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.frame import age


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "à l’instant"),
        (59, "à l’instant"),
        (60, "il y a 1 min"),
        (7_300, "il y a 2 h"),
        (86_400, "il y a 1 jour"),
        (3 * 86_400, "il y a 3 jours"),
    ],
)
def test_an_age_is_told_in_words(seconds: int, words: str) -> None:
    now = dt.datetime(2022, 6, 30, 12, tzinfo=dt.UTC)
    assert age(now - dt.timedelta(seconds=seconds), now).replace(NBSP, " ") == words
