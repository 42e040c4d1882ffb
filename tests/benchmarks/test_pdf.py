import pytest

from tests.benchmarks.bench_pdf import measure


@pytest.mark.benchmark
def test_tables_and_summaries_are_made_fast() -> None:
    """The short form: ten pages, three runs; the whole form prints the ratios that count."""
    found = measure(pages=10, runs=3)
    assert found["untagged"] > 0.2
    assert found["tagged"] > 0.1
    assert found["summary"] < 2
    assert found.get("libreoffice", 4) > 1
