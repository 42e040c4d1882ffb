"""Times how long the window stands still: pages shown, a big table, a folder of returns.

The application itself, its lanes and its window, on an office that awaits the table. A beat is
asked for each five milliseconds on the window's thread; the longest wait between two of them, for
each gesture, is what a person feels; the most CPU time between two, which other programs do not
lengthen, is what the program answers for. Run it as ``python -m tests.benchmarks.bench_fenetre``,
with the number of rows as its argument if not 50,000.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.gui.application import Announce, Application, Setup
from sdpd_desktop.gui.destinations import DESTINATIONS, RETOURS
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.retours.page import RetoursPage
from tests.benchmarks.tableaux import DAY, big, confirm, office, returns

ROWS, FILES = 50_000, 200
_JOURNAL = "journal"
Waits = tuple[float, float]
_BEAT_MS, _LIMIT_MS = 5, 120_000


class Coeur:
    """Beats on the window's thread, and keeps the longest waits: by the clock, and in CPU time."""

    def __init__(self, settle_ms: int) -> None:
        self._settle_ms = settle_ms
        self._last = self._longest = (0.0, 0.0)
        self._timer = QTimer(interval=_BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.perf_counter(), time.process_time()
        wall, spent = (after - before for after, before in zip(now, self._last, strict=True))
        self._longest = max(self._longest[0], wall), max(self._longest[1], spent)
        self._last = now

    def during(self, gesture: Callable[[], object], done: Callable[[], bool]) -> Waits:
        """Make a gesture, wait until it is done and painted; return the longest waits."""
        loop = QEventLoop()
        watch = QTimer(interval=50)
        watch.timeout.connect(lambda: self._look(loop, watch, done))
        self._last, self._longest = (time.perf_counter(), time.process_time()), (0.0, 0.0)
        self._timer.start()
        QTimer.singleShot(2 * _BEAT_MS, gesture)
        QTimer.singleShot(20 * _BEAT_MS, watch.start)
        QTimer.singleShot(_LIMIT_MS, loop, lambda: loop.exit(1))
        code = loop.exec()
        self._timer.stop()
        assert code == 0, f"{gesture} never ended"
        return self._longest

    def _look(self, loop: QEventLoop, watch: QTimer, done: Callable[[], bool]) -> None:
        if done():
            watch.stop()
            QTimer.singleShot(self._settle_ms, loop.quit)


def prepared(data: Path) -> Application:
    """Return the application on a folder, its window at 1366 by 768 but not shown yet."""

    def services(announce: Announce) -> Services:
        return build_services(data, announce, FixedClock(DAY))

    agreeing = RecordingPrompts()
    agreeing.will_answer(True)  # To the one question: whether to put the import back.
    application = Application(Setup(data, services, lambda: DAY, prompts=agreeing))
    application.window.resize(1366, 768)
    return application


def open_window(data: Path) -> Application:
    """Open the application on a folder, its window filled."""
    application = prepared(data)
    loop = QEventLoop()
    application.ready.connect(loop.quit)
    application.refused.connect(loop.quit)
    application.window.show()
    loop.exec()
    return application


def measure(folder: Path, rows: int, settle_ms: int = 400) -> dict[str, Waits]:
    """Print the longest wait of each gesture; return them in seconds."""
    path = big(folder / "tableau.xlsx", rows, asking=True)
    services = office(folder / "data", rows)
    confirm(services, big(folder / "petit.xlsx", 100))
    services.close()
    application = open_window(folder / "data")
    try:
        found = _gestures(application, path, Coeur(settle_ms))
    finally:
        application.close()
    _tell(found, f"a table of {rows} rows")
    return found


def measure_folder(folder: Path, files: int, settle_ms: int = 400) -> dict[str, Waits]:
    """Print the longest wait while returns of one partner are read as a folder, and looked at."""
    services, paths = returns(folder, files)
    services.close()
    application = open_window(folder / "bureau")
    try:
        found = _folder_gestures(application, tuple(paths), Coeur(settle_ms))
    finally:
        application.close()
    _tell(found, f"a folder of {files} returns")
    return found


def _tell(found: dict[str, Waits], what: str) -> None:
    print(f"\nlongest wait between beats of {_BEAT_MS} ms, {what}")
    print(f"{'':44}{'ms':>8}{'CPU ms':>8}")
    for name, (wall, spent) in found.items():
        print(f"{name:44}{1000 * wall:8.0f}{1000 * spent:8.0f}")


def _folder_gestures(
    application: Application, paths: tuple[Path, ...], coeur: Coeur
) -> dict[str, Waits]:
    window = application.window
    found: dict[str, Waits] = {}
    window.navigate(Link(RETOURS))
    coeur.during(lambda: None, lambda: not application.busy)
    page = window.page
    assert isinstance(page, RetoursPage)
    reception = page.reception

    def at(pane: QWidget) -> Callable[[], bool]:
        return lambda: reception.shown is pane and not reception.reading and not application.busy

    drop = partial(window.navigate, Link(RETOURS, files=paths))
    found["the files are dropped, read, listed"] = coeur.during(drop, at(reception.lot))
    look = partial(reception.lot.opened.emit, reception.rows[0])
    found["one is looked at"] = coeur.during(look, at(reception.preview))
    found["back to the list"] = coeur.during(reception.back, at(reception.lot))
    return found


def _gestures(application: Application, path: Path, coeur: Coeur) -> dict[str, Waits]:
    window = application.window
    found: dict[str, Waits] = {}

    def idle() -> bool:
        return not application.busy

    ready: list[bool] = []
    window.pages.warmed.connect(lambda: ready.append(True))
    found["the other pages are made ready"] = coeur.during(
        partial(window.pages.warm, lambda: application.busy), lambda: bool(ready)
    )
    for one in DESTINATIONS[1:]:
        show = partial(window.navigate, Link(one.name))
        found[f"« {one.titre} » is shown"] = coeur.during(show, idle)
    window.navigate(Link(RETOURS))
    page = window.page
    assert isinstance(page, RetoursPage)
    preview = page.reception.preview
    found["the file is dropped, read, shown"] = coeur.during(
        partial(window.navigate, Link(RETOURS, files=(path,))),
        lambda: page.reception.shown is preview and not page.reception.reading,
    )
    found["filter « rejeté »"] = coeur.during(preview.chips[Verdict.REJETE].click, idle)
    found["filter « tout »"] = coeur.during(preview.chips[None].click, idle)
    found["filter by words"] = coeur.during(
        partial(preview.form.filter_edit.setText, "k37 c0"), idle
    )
    found["no words"] = coeur.during(preview.form.filter_edit.clear, idle)
    for column in (0, 3, 4, 7):
        title = preview.model.columns[column].title
        sort = partial(preview.view.header().setSortIndicator, column, Qt.SortOrder.DescendingOrder)
        found[f"sort by « {title} »"] = coeur.during(sort, idle)
    found["filter « nouveau », sorted"] = coeur.during(preview.chips[Verdict.NOUVEAU].click, idle)
    found["filter « tout », sorted"] = coeur.during(preview.chips[None].click, idle)
    unsort = partial(preview.view.header().setSortIndicator, -1, Qt.SortOrder.AscendingOrder)
    found["no sort"] = coeur.during(unsort, idle)
    rejected = next(row for row in preview.rows if row.ligne.verdict is Verdict.REJETE)
    answer = partial(preview.answered.emit, rejected.index, "12")
    found["a question is answered"] = coeur.during(answer, idle)
    for words in ("all boxes ticked", "all boxes cleared", "all boxes ticked again"):
        found[words] = coeur.during(preview.form.all_check.click, idle)
    found["applied"] = coeur.during(
        preview.form.apply_button.click, lambda: page.reception.shown is None and idle()
    )
    journal = partial(window.navigate, Link(_JOURNAL))
    found["the journal of it is shown"] = coeur.during(journal, idle)
    window.navigate(Link(RETOURS))
    undo = page.form.message_bar.action_button.click
    found["undone"] = coeur.during(undo, lambda: idle() and not _undoable(page))
    found["the journal of both is shown"] = coeur.during(journal, idle)
    return found


def _undoable(page: RetoursPage) -> bool:
    return bool(page.imports.listing.current_row().undoable)


if __name__ == "__main__":
    if not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
        measure_folder(Path(name) / "retours", FILES)
