import os

import pytest

from tests.benchmarks.bench_taux import measure


@pytest.mark.benchmark
def test_every_rate_stays_near_a_bare_loop() -> None:
    """The short form, on fewer values; the whole form prints the ratio that counts."""
    assert measure(int(os.environ.get("SDPD_BENCH_VALEURS", "20000")), 3) < 8
