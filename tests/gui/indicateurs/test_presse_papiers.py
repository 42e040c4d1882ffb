"""Ranges on the clipboard."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.gui.indicateurs.presse_papiers import ecrire, lire


@pytest.mark.parametrize(
    ("texte", "rows"),
    [
        ("12", [["12"]]),
        ("12\r\n", [["12"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\t\t3\n", [["1", "", "3"]]),
        ('"deux\nlignes"\t2\n', [["deux\nlignes", "2"]]),
        ('"il a dit ""oui"""\t1 234,5\n', [['il a dit "oui"', "1 234,5"]]),
        ("\n5\n", [[""], ["5"]]),
        ("", []),
    ],
)
def test_ranges_of_excel_and_libreoffice_are_read(texte: str, rows: list[list[str]]) -> None:
    assert lire(texte) == rows


def test_a_lone_quote_is_kept_as_typed() -> None:
    assert lire('"12\t3') == [['"12', "3"]]


CELLS = st.from_regex(r"'{0,2}[=+@-]?[0-9]?", fullmatch=True) | st.text(
    alphabet=st.characters(blacklist_characters="\r\x00", codec="utf-8")
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_what_is_copied_is_pasted_back(rows: list[list[str]]) -> None:
    width = max(len(row) for row in rows)
    square = [[*row, *[""] * (width - len(row))] for row in rows]
    assert lire(ecrire(square)) == square


@pytest.mark.parametrize("texte", ["=1+1", "+A1", "-A1", "@SOMME(A1)", "'=1", "\t=1", "-5 ou =2"])
def test_a_text_that_was_typed_is_not_computed_where_it_is_pasted(texte: str) -> None:
    (cell,) = next(csv.reader(io.StringIO(ecrire([[texte]])), "excel-tab"))
    assert cell == f"'{texte}"
    assert lire(ecrire([[texte]])) == [[texte]]


@pytest.mark.parametrize("texte", ["-5", "+3", "-1 234,5", "-12,5%", "-", "12 = 3 x 4"])
def test_a_number_is_pasted_as_a_number(texte: str) -> None:
    assert ecrire([[texte]]) == f"{texte}\n"
