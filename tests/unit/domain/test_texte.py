import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.texte import natural_key, quote, search_key


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("  Réalisée ", "realisee"),
        ("Cœur de ville", "coeur de ville"),
        ("L’Haÿ – Les\u00a0Roses", "l'hay - les roses"),
        ("À\u202fVENIR", "a venir"),
        ("1ᵉʳ", "1er"),
    ],
)
def test_search_ignores_accents_case_ligatures_and_kinds_of_space(typed: str, key: str) -> None:
    assert search_key(typed) == key


def test_codes_sort_by_their_numbers() -> None:
    codes = ["O3.A10", "O10.A1", "O3.A2", "O3.A2.m10", "O3.A2.m9", "O1.A1"]
    assert sorted(codes, key=natural_key) == [
        "O1.A1",
        "O3.A2",
        "O3.A2.m9",
        "O3.A2.m10",
        "O3.A10",
        "O10.A1",
    ]


def test_titles_sort_without_regard_to_accents() -> None:
    assert sorted(["zone", "Élan", "école", "eau"], key=natural_key) == [
        "eau",
        "école",
        "Élan",
        "zone",
    ]


@given(st.integers(0, 10**8 - 1), st.integers(0, 10**8 - 1))
def test_natural_order_is_the_order_of_numbers(first: int, second: int) -> None:
    assert (natural_key(f"A{first}") < natural_key(f"A{second}")) == (first < second)


def test_a_quotation_stays_short_and_on_one_line() -> None:
    assert quote(" a\nb ") == "«\u00a0a b\u00a0»"
    assert len(quote("x" * 40_000)) < 70
    assert quote("x" * 40_000).endswith("…\u00a0»")
