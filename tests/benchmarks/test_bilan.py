import pytest

from tests.benchmarks.bench_bilan import measure


@pytest.mark.benchmark
def test_a_bilan_stays_near_the_bare_tables_and_below_libreoffice() -> None:
    """The short form: twenty pages, three runs; the whole form prints the ratios that count."""
    ratios = measure(pages=20, runs=3)
    assert ratios["bare"] < 4
    assert ratios.get("libreoffice", 0) < 1
