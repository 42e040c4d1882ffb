import os

import pytest

from tests.benchmarks.bench_import import measure


@pytest.mark.benchmark
def test_storing_an_import_takes_less_than_reading_its_workbook() -> None:
    """The short form, on fewer values; the whole form prints the ratio that counts."""
    assert measure(int(os.environ.get("SDPD_BENCH_IMPORT", "5000")), 3) < 1.2
