from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdpd_desktop.domain.graphique import (
    SANS_VALEUR,
    Encre,
    Graphique,
    Ligne,
    Mot,
    NatureGraphique,
    Point,
    Serie,
    Surface,
    Trace,
    graduations,
    tracer,
)

WIDTH, HEIGHT = 480.0, 200.0


def measure(texte: str, taille: float, gras: bool) -> float:
    return len(texte) * taille * (0.6 if gras else 0.55)


def chart(
    nature: NatureGraphique,
    *values: Sequence[Decimal | None],
    cible: Decimal | None = None,
    cibles: Sequence[Decimal | None] = (),
) -> Graphique:
    labels = tuple(str(2018 + n) for n in range(len(values[0])))
    series = tuple(Serie(f"S{n}", tuple(v)) for n, v in enumerate(values))
    goals = (cible,) * len(labels) if cible is not None else tuple(cibles)
    return Graphique(nature, "K33 – Caméras", labels, series, goals, "caméras")


def draw(graphique: Graphique) -> tuple[Trace, ...]:
    return tracer(graphique, WIDTH, HEIGHT, measure)


def words(traces: Sequence[Trace]) -> list[str]:
    return [t.texte.replace("\u00a0", " ") for t in traces if isinstance(t, Mot)]


D = Decimal


def test_a_trend_shows_its_line_its_target_and_its_last_value() -> None:
    traces = draw(chart(NatureGraphique.TENDANCE, [D(3419), D(3600)], cible=D(3819)))
    lines = [t for t in traces if isinstance(t, Ligne)]
    assert [t.encre for t in lines if t.tirets] == [Encre.CIBLE]
    value = next(t for t in lines if t.encre is Encre.VALEUR)
    assert value.points[0][1] > value.points[1][1]  # More is higher.
    assert "3 600 caméras" in words(traces)
    assert "cible 3 819 caméras" in words(traces)


def test_a_gap_breaks_the_line() -> None:
    traces = draw(chart(NatureGraphique.TENDANCE, [D(1), D(2), None, D(4), D(5)]))
    lines = [t for t in traces if isinstance(t, Ligne) and t.encre is Encre.VALEUR]
    assert [len(t.points) for t in lines] == [2, 2]


def test_the_target_and_the_value_never_cover_each_other() -> None:
    traces = draw(chart(NatureGraphique.TENDANCE, [D(0), D(5)], cible=D(5)))
    bold = [t for t in traces if isinstance(t, Mot) and t.gras]
    spans = [
        (
            t.x - t.ancre * measure(t.texte, 11, True),
            t.x + (1 - t.ancre) * measure(t.texte, 11, True),
        )
        for t in bold
    ]
    (a, b), (c, d) = sorted(spans)
    assert a < b < c < d


def test_targets_that_change_do_not_cross_what_is_said_of_the_last() -> None:
    said, line = goal_and_line([D(80), D(90), D(100)], [D(75), D(100), D(100)])
    assert not crosses(said, line)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 120).map(D), st.integers(0, 120).map(D)), min_size=1, max_size=8
    )
)
def test_no_label_is_crossed_by_the_line_of_the_target(
    pairs: list[tuple[Decimal, Decimal]],
) -> None:
    values, goals = map(list, zip(*pairs, strict=True))
    said, line = goal_and_line(values, goals)
    assert not crosses(said, line)
    (told,) = (
        t
        for t in draw(chart(NatureGraphique.TENDANCE, values, cibles=goals))
        if isinstance(t, Mot) and t.gras and t.encre is Encre.VALEUR
    )
    assert not crosses(told, line)


def goal_and_line(values: list[Decimal], goals: list[Decimal]) -> tuple[Mot, Ligne]:
    traces = draw(chart(NatureGraphique.TENDANCE, values, cibles=goals))
    (said,) = (t for t in traces if isinstance(t, Mot) and t.texte.startswith("cible"))
    (line,) = (t for t in traces if isinstance(t, Ligne) and t.tirets)
    return said, line


def crosses(said: Mot, line: Ligne) -> bool:
    """Tell whether a broken line passes through the letters of a text, by small steps."""
    half = measure(said.texte, said.taille, said.gras) / 2
    for (a, ya), (b, yb) in pairwise(line.points):
        for step in range(51):
            x, y = a + (b - a) * step / 50, ya + (yb - ya) * step / 50
            if abs(x - said.x) <= half and said.y - said.taille <= y <= said.y:
                return True
    return False


def test_columns_stand_side_by_side_and_say_their_value() -> None:
    traces = draw(chart(NatureGraphique.COMPARAISON, [D(46), D(10)], [D(75), D(-5)]))
    boxes = [t for t in traces if isinstance(t, Surface)]
    inks = [t.encre for t in boxes]
    assert inks == [Encre.AVANT, Encre.VALEUR] * 3  # The legend, then two categories.
    assert {"46", "75", "10", "−5"} <= set(words(traces))


def test_bars_grow_with_values_and_a_missing_one_is_a_dash() -> None:
    traces = draw(chart(NatureGraphique.TERRITOIRES, [D(10), D(40), None]))
    lengths = [t.points[1][0] - t.points[0][0] for t in traces if isinstance(t, Surface)]
    assert lengths[1] == pytest.approx(4 * lengths[0])
    assert "–" in words(traces)


def test_without_a_value_the_chart_says_so() -> None:
    traces = draw(chart(NatureGraphique.TENDANCE, [None, None]))
    assert words(traces) == [SANS_VALEUR]


def test_the_description_tells_every_figure() -> None:
    said = chart(NatureGraphique.COMPARAISON, [D(46), None], [D(75), D(12)], cible=D(80))
    assert said.description_texte.replace("\u00a0", " ") == (
        "K33 – Caméras. S0 – 2018 : 46 caméras ; S1 – 2018 : 75 caméras, 2019 : 12 caméras ; "
        "cible : 80 caméras"
    )


def test_a_chart_rounds_as_the_tables_beside_it() -> None:
    said = chart(NatureGraphique.TENDANCE, [D("28.125"), D("1E+3")]).description_texte
    assert said.replace("\u00a0", " ").endswith("2018 : 28,13 caméras, 2019 : 1 000 caméras")


numbers = st.one_of(st.none(), st.decimals(-(10**6), 10**6, places=1))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(NatureGraphique),
    st.lists(numbers, min_size=1, max_size=14),
    st.one_of(st.none(), st.decimals(-(10**6), 10**6, places=1)),
)
def test_every_stroke_stays_in_the_picture(
    nature: NatureGraphique, values: list[Decimal | None], cible: Decimal | None
) -> None:
    for trace in draw(chart(nature, values, cible=cible)):
        match trace:
            case Ligne() | Surface():
                places = list(trace.points)
            case Point():
                places = [(trace.x, trace.y)]
            case Mot():
                width = measure(trace.texte, trace.taille, trace.gras)
                left = trace.x - trace.ancre * width
                places = [(left, trace.y), (left + width, trace.y)]
        for x, y in places:
            assert -60 <= x <= WIDTH + 60  # Six pixels of a lone target, long labels of an axis.
            assert -6 <= y <= HEIGHT + 30


@given(st.decimals(-(10**6), 10**6, places=2), st.decimals(0, 10**6, places=2))
def test_graduations_cover_both_bounds(start: Decimal, length: Decimal) -> None:
    low, span = float(start), float(length)
    ticks = graduations(low, low + span)
    assert ticks[0] <= low + 1e-6 * abs(low) + 1e-6
    assert ticks[-1] >= low + span - 1e-6 * (abs(low) + span) - 1e-6
    assert 2 <= len(ticks) <= 13
