import pytest

from tests.benchmarks.bench_signature import measure


@pytest.mark.benchmark
def test_signing_and_verifying_a_summary_stay_light() -> None:
    """Seconds are told, not judged: one signature costs less than judging two of them."""
    found = measure(3)
    assert found["sign a summary"] < 2 * found["examine two signatures"]
    assert found["examine two signatures"] < 2 * found["verify in the child process"]
    assert found["verify in the child process"] < 15 * found["examine two signatures"]
