"""The short form of the readings' measurement, on fewer rows and files."""

from pathlib import Path

import pytest

from tests.benchmarks.bench_retours import measure_big, measure_returns, measure_stillness


@pytest.mark.benchmark
def test_reading_stays_near_bare_loops(tmp_path: Path) -> None:
    """The whole form prints the ratios that count: a child's start weighs on few rows."""
    assert measure_big(tmp_path, 5_000, 1)["ours, read"] < 4
    assert measure_returns(tmp_path, 10, 1)["ours, read and interpreted"] < 4
    assert measure_stillness(tmp_path, 5_000) < 10
