"""The short form of the grid's measurement, on fewer cells."""

import pytest

from tests.benchmarks.bench_grille import measure


@pytest.mark.benchmark
def test_typing_in_the_grid_stays_near_a_bare_table() -> None:
    """The whole form, on 500 × 120 cells, prints the ratio that counts."""
    assert measure(100, 2, 12) < 12
