"""What holds tens of thousands of values is emptied one by one; collections wait."""

import gc

import pytest

from sdpd_desktop.garbage import let_go, no_collection


def test_nothing_is_collected_meanwhile() -> None:
    with no_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with no_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_is_let_go_goes_one_by_one() -> None:
    gone: list[int] = []

    class Value:
        def __init__(self, number: int, held: list["Value"] | dict[int, "Value"]) -> None:
            self.number, self.held = number, held

        def __del__(self) -> None:
            gone.append(len(self.held))

    listed: list[Value] = []
    listed += [Value(n, listed) for n in range(3)]
    named: dict[int, Value] = {}
    named.update({n: Value(n, named) for n in range(3)})
    let_go(listed, named)
    # Each went when those before it were out already: none was freed with its container.
    assert gone == [2, 1, 0, 2, 1, 0]


@pytest.mark.parametrize("empty", [[], {}])
def test_nothing_held_is_let_go_too(empty: list[int] | dict[int, int]) -> None:
    let_go(empty)
    assert not empty
