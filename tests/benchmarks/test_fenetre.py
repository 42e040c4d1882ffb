"""The short form of the window's measurement, on a small table."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks.bench_fenetre import measure, measure_folder


@pytest.mark.benchmark
@pytest.mark.usefixtures("qapp")
def test_no_gesture_keeps_the_window_busy(tmp_path: Path) -> None:
    """The whole form prints the milliseconds that count: here they may be a few times as many."""
    hook = sys.excepthook
    try:
        found = measure(tmp_path, 500, settle_ms=20)
        found |= measure_folder(tmp_path / "retours", 3, settle_ms=20)
    finally:
        sys.excepthook = hook
    slow = {name: spent for name, (_wall, spent) in found.items() if spent > 0.4}
    assert slow == {}
