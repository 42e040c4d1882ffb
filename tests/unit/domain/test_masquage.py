"""Small counts are not told, nor what would give them away: checked against every guess."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from sdpd_desktop.domain.formule import Formule, Operande, Operation
from sdpd_desktop.domain.indicateur import Grandeur, Indicateur, NatureCible, Observation
from sdpd_desktop.domain.masquage import Masquage, Somme, cle, masquer, masquer_observations
from tests.unit.domain.fabrique import indicateur, observation

SEUIL = 5


def _guesses(
    counts: dict[str, int], sums: list[Somme[str]], hidden: dict[str, Masquage], small: str
) -> set[int]:
    """Return every value that a reader who knows the rule may give to a small count."""
    names = list(hidden)
    most = sum(counts.values())
    ranges = [
        range(1, SEUIL) if why is Masquage.PETIT else [0, *range(SEUIL, most + 1)]
        for why in hidden.values()
    ]
    found = set()
    for guess in product(*ranges):
        told = counts | dict(zip(names, guess, strict=True))
        if all(told[s.total] == sum(told[p] for p in s.parties) for s in sums):
            found.add(told[small])
    return found


def _check(counts: dict[str, int], sums: list[Somme[str]]) -> dict[str, Masquage]:
    hidden = masquer({k: Decimal(v) for k, v in counts.items()}, sums, SEUIL)
    for name, count in counts.items():
        assert (hidden.get(name) is Masquage.PETIT) is (1 <= count < SEUIL)
    for name, why in hidden.items():
        if why is Masquage.PETIT:
            assert len(_guesses(counts, sums, hidden, name)) > 1, (counts, hidden)
    return hidden


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=3))
def test_a_total_never_gives_a_small_part_away(parts: list[int]) -> None:
    counts = {f"p{n}": value for n, value in enumerate(parts)} | {"t": sum(parts)}
    _check(counts, [Somme("t", tuple(f"p{n}" for n in range(len(parts))))])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=4, max_size=4))
def test_rows_and_columns_do_not_give_a_cell_away_together(cells: list[int]) -> None:
    a, b, c, d = cells
    counts = {"a": a, "b": b, "c": c, "d": d, "ab": a + b, "cd": c + d, "ac": a + c, "bd": b + d}
    sums = [Somme("ab", ("a", "b")), Somme("cd", ("c", "d"))]
    sums += [Somme("ac", ("a", "c")), Somme("bd", ("b", "d"))]
    hidden = masquer({k: Decimal(v) for k, v in counts.items()}, sums, SEUIL)
    for name, why in hidden.items():
        if why is Masquage.PETIT and len(hidden) <= 4:
            assert len(_guesses(counts, sums, hidden, name)) > 1, (counts, hidden)


def test_nothing_small_hides_nothing() -> None:
    assert _check({"a": 0, "b": 12, "t": 12}, [Somme("t", ("a", "b"))]) == {}


def test_a_lone_small_part_takes_its_neighbour_along() -> None:
    hidden = _check({"a": 3, "b": 40, "t": 43}, [Somme("t", ("a", "b"))])
    assert hidden == {"a": Masquage.PETIT, "b": Masquage.COMPLEMENTAIRE}


def test_the_smallest_neighbour_goes_a_zero_last() -> None:
    hidden = _check({"a": 3, "b": 40, "c": 12, "z": 0, "t": 55}, [Somme("t", ("a", "b", "c", "z"))])
    assert hidden == {"a": Masquage.PETIT, "c": Masquage.COMPLEMENTAIRE}


def test_two_ones_that_make_two_hide_their_total() -> None:
    hidden = _check({"a": 1, "b": 1, "t": 2}, [Somme("t", ("a", "b"))])
    assert hidden == dict.fromkeys("abt", Masquage.PETIT)


def test_four_ones_at_the_edge_are_not_told_by_what_is_left() -> None:
    # 8 out of two small counts can only be 4 and 4.
    hidden = _check({"a": 4, "b": 4, "c": 30, "t": 38}, [Somme("t", ("a", "b", "c"))])
    assert hidden["c"] is Masquage.COMPLEMENTAIRE


def test_a_count_without_a_sum_is_hidden_alone() -> None:
    assert masquer({"a": Decimal(2), "b": Decimal(9)}, [], SEUIL) == {"a": Masquage.PETIT}


def test_what_is_not_whole_is_no_count() -> None:
    assert masquer({"a": Decimal("2.5")}, [], SEUIL) == {}


def test_a_threshold_of_one_hides_nothing() -> None:
    assert masquer({"a": Decimal(1)}, [], 1) == {}


# ------------------------------------------------------------------ of observations


def counted(code: str, formule: Formule | None = None, unite: str = "faits") -> Indicateur:
    plain = indicateur(NatureCible.SUIVI, grandeur=Grandeur.FLUX, unite=unite)
    return replace(plain, code=code, formule=formule)


def value(code: str, periode: str, number: int, **terms: Decimal) -> Observation:
    return replace(observation(periode, number), indicateur=code, **terms)  # type: ignore[arg-type]


def hidden(indicateurs: list[Indicateur], observations: list[Observation]) -> set[tuple[str, str]]:
    found = masquer_observations(indicateurs, observations, {}, SEUIL)
    return {(key[0], key[1]) for key in found}


def test_the_quarters_of_a_year_do_not_give_one_of_them_away() -> None:
    told = [value("A", f"2022-T{n}", number) for n, number in enumerate((2, 9, 12, 20), 1)]
    told.append(value("A", "2022", 43))
    assert hidden([counted("A")], told) == {("A", "2022-T1"), ("A", "2022-T2")}


def test_a_sum_of_indicators_does_not_give_an_operand_away() -> None:
    formule = Formule(Operation.SOMME, (Operande("A"), Operande("B")))
    told = [value("A", "2022", 3), value("B", "2022", 40), value("S", "2022", 43)]
    found = hidden([counted("A"), counted("B"), counted("S", formule)], told)
    assert found == {("A", "2022"), ("B", "2022")}


def test_a_difference_is_a_sum_turned_round() -> None:
    formule = Formule(Operation.DIFFERENCE, (Operande("A"), Operande("B")))
    told = [value("A", "2022", 43), value("B", "2022", 40), value("D", "2022", 3)]
    found = hidden([counted("A"), counted("B"), counted("D", formule)], told)
    assert ("D", "2022") in found
    assert len(found) == 2


def test_a_share_of_a_hidden_count_is_hidden() -> None:
    formule = Formule(Operation.PART, (Operande("A"), Operande("B")))
    told = [value("A", "2022", 3), value("B", "2022", 40), value("P", "2022", 7)]
    indicateurs = [counted("A"), counted("B"), counted("P", formule, "%")]
    assert hidden(indicateurs, told) == {("A", "2022"), ("P", "2022")}


def test_a_typed_share_of_a_small_number_is_hidden() -> None:
    terms = {"numerateur": Decimal(3), "denominateur": Decimal(40)}
    shares = [value("P", "2022", 7, **terms), value("Q", "2022", 50)]
    assert hidden([counted("P", unite="%"), counted("Q", unite="%")], shares) == {("P", "2022")}


def test_money_weight_and_jalons_are_no_counts() -> None:
    told = [value(code, "2022", 3) for code in ("E", "K", "J")]
    units = {"E": "€", "K": "kg", "J": "jalon"}
    assert hidden([counted(code, unite=unit) for code, unit in units.items()], told) == set()
    assert cle(told[0])[:2] == ("E", "2022")
