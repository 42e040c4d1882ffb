"""Garbage is collected while the window rests, and what came by thousands is not walked."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sdpd_desktop.gui import collection
from sdpd_desktop.gui.collection import GarbageCollector


class Loop:
    """Refers to itself: only a collection takes it away."""

    def __init__(self) -> None:
        self.me = self


class Lanes:
    """Says whether a lane works."""

    busy = False


@pytest.fixture
def lanes() -> Lanes:
    return Lanes()


@pytest.fixture
def collector(qapp: QApplication, lanes: Lanes) -> Iterator[GarbageCollector]:
    made = GarbageCollector(lambda: lanes.busy)
    yield made
    made.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def dropped() -> weakref.ref[Loop]:
    """Return a reference to garbage, beside enough of what lives for a collection to be due."""
    return weakref.ref(Loop())


def test_garbage_goes_while_the_window_rests(collector: GarbageCollector, lanes: Lanes) -> None:
    gone = dropped()
    kept = [[n] for n in range(2 * collection._FEW)]
    lanes.busy = True
    collector._timer.timeout.emit()
    assert gone() is not None
    lanes.busy = False
    collector._timer.timeout.emit()
    assert gone() is None
    assert kept


def test_what_came_by_thousands_is_walked_once_the_user_stays_elsewhere(
    collector: GarbageCollector, lanes: Lanes, qapp: QApplication
) -> None:
    gone = dropped()
    kept = [[n] for n in range(2 * collection._MANY)]
    frozen = gc.get_freeze_count()
    collector._timer.timeout.emit()
    assert gone() is not None
    assert gc.get_freeze_count() >= frozen + len(kept)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert not collector._away.isActive()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert collector._away.isActive()
    assert gone() is not None
    lanes.busy = True
    collector._away.timeout.emit()
    assert gone() is not None
    lanes.busy = False
    collector._away.timeout.emit()
    assert gone() is None


def test_python_does_not_collect_by_itself_meanwhile(collector: GarbageCollector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
