"""The short form of the first clicks' measurement: a small office, the largest page."""

from pathlib import Path

import pytest

from tests.benchmarks.bench_ouverture import measure


@pytest.mark.benchmark
def test_a_click_before_the_pages_are_made_does_not_still_the_window(tmp_path: Path) -> None:
    """The whole form prints the milliseconds that count: here they may be a few times as many."""
    found = measure(tmp_path, 500, ["indicateurs"])
    slow = {name: spent for name, (_wall, spent) in found.items() if spent > 0.4}
    assert slow == {}
