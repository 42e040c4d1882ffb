import pytest

from tests.benchmarks.bench_signature import measure


@pytest.mark.benchmark
def test_signing_and_verifying_a_convention_stay_light() -> None:
    """Seconds are told, not judged: one signature costs less than judging two of them."""
    found = measure(3)
    assert found["sign"] < 2 * found["examine two signatures"]
    assert found["examine two signatures"] < 2 * found["verify in the child process"]
    assert found["verify in the child process"] < 15 * found["examine two signatures"]
    assert found["sign, large annexes"] < 3 * found["sign"]
    large = found["verify in the child, large annexes"]
    assert large < 4 * found["verify in the child process"]
