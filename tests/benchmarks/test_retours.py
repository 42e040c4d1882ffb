"""The short form of the returns' measurement, on fewer rows and files."""

from pathlib import Path

import pytest

from tests.benchmarks.bench_retours import measure_big, measure_returns


@pytest.mark.benchmark
def test_proposing_and_storing_stay_near_bare_loops(tmp_path: Path) -> None:
    """The whole form prints the ratios that count: a child's start weighs on few rows."""
    found = measure_big(tmp_path, 5_000, 1)
    assert found["ours, proposed"] < 4
    assert found["ours, proposed and stored"] < 7
    assert measure_returns(tmp_path, 10, 1)["ours, proposed"] < 5
