"""Keeps what Python does with memory from making the window wait, or from doing harm."""

import gc
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any


@contextmanager
def no_collection() -> Iterator[None]:
    """Let nothing be collected meanwhile; what is no longer referred to goes all the same.

    For work on tens of thousands of frozen values, which hold no cycle and are walked again and
    again for nothing; and for lists of Qt's own widgets, which a collection may destroy half-way.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def let_go(*held: MutableMapping[Any, Any] | list[Any]) -> None:
    """Empty what holds tens of thousands of values, one value after the other.

    Freed as one, they would keep every other thread waiting until the last is gone.
    """
    for one in held:
        while one:
            one.popitem() if isinstance(one, MutableMapping) else one.pop()
