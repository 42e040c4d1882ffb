"""Holds Python's garbage collector back where it would cost much, or do harm."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
