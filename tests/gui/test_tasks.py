"""Background work: order, threads, errors, owners that are gone."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.tasks import InlineTaskRunner, ThreadTaskRunner


def _refuse(error: Exception) -> None:
    raise AssertionError from error


def _ignore(_result: object) -> None:
    raise AssertionError("work should have failed")


def _nothing() -> int:
    return 0


@pytest.fixture
def runner() -> Iterator[ThreadTaskRunner]:
    runner = ThreadTaskRunner("essai")
    yield runner
    runner.wait()


def test_work_is_done_elsewhere_and_reported_here(qtbot: QtBot, runner: ThreadTaskRunner) -> None:
    owner = QObject()
    threads: list[str] = []
    reported: list[str] = []

    def work() -> str:
        threads.append(threading.current_thread().name)
        return "fait"

    def note(result: str) -> None:
        threads.append(threading.current_thread().name)
        reported.append(result)

    runner.run(owner, work, note, _refuse)
    assert runner.busy
    qtbot.waitUntil(lambda: bool(reported))
    assert reported == ["fait"]
    assert threads[0].startswith("sdpd-essai")
    assert threads[1] == threading.main_thread().name
    assert not runner.busy


def test_results_come_in_the_order_asked(qtbot: QtBot, runner: ThreadTaskRunner) -> None:
    owner = QObject()
    results: list[int] = []
    for number in range(50):
        runner.run(owner, partial(int, number), results.append, _refuse)
    qtbot.waitUntil(lambda: len(results) == 50)
    assert results == list(range(50))


def test_a_failure_reaches_its_own_callback(qtbot: QtBot, runner: ThreadTaskRunner) -> None:
    owner = QObject()
    errors: list[Exception] = []

    def work() -> None:
        raise ValueError("non")

    runner.run(owner, work, _ignore, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "non"


def test_nothing_is_told_to_an_owner_that_is_gone(qtbot: QtBot, runner: ThreadTaskRunner) -> None:
    import shiboken6

    owner = QObject()
    gate = threading.Event()
    told: list[object] = []
    runner.run(owner, lambda: gate.wait(5), told.append, told.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert told == []


def test_busy_is_announced_once_per_spell(qtbot: QtBot, runner: ThreadTaskRunner) -> None:
    owner = QObject()
    spells: list[bool] = []
    runner.busy_changed.connect(spells.append)
    for _ in range(3):
        runner.run(owner, _nothing, lambda _result: None, _refuse)
    qtbot.waitUntil(lambda: not runner.busy)
    assert spells == [True, False]


def test_inline_work_is_done_at_once() -> None:
    results: list[object] = []
    tasks = InlineTaskRunner()
    tasks.run(QObject(), lambda: 1, results.append, results.append)
    tasks.run(QObject(), lambda: 1 // 0, results.append, lambda error: results.append(type(error)))
    assert results == [1, ZeroDivisionError]
