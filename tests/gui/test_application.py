"""The application as one process: opening, refusal, restoration, theme, smoke and picture."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.application import Announce, Application, Setup
from sdpd_desktop.gui.destinations import DESTINATIONS, Destination
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.prompts import RecordingPrompts

DAY = dt.date(2022, 6, 30)


class Desk:
    """An application on a folder, whose opening can be made to fail."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.refusal: Exception | None = None
        self.bugs: list[str] = []
        self.application = Application(
            Setup(
                data,
                self._open,
                lambda: DAY,
                prompts=RecordingPrompts(),
                show_bug=self.bugs.append,
            )
        )

    def _open(self, announce: Announce) -> Services:
        if self.refusal:
            raise self.refusal
        return build_services(self.data, announce, FixedClock(DAY))


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[Callable[[Path], Desk]]:
    hook = sys.excepthook
    desks: list[Desk] = []

    def make(folder: Path) -> Desk:
        desk = Desk(folder)
        desks.append(desk)
        qtbot.addWidget(desk.application.window)
        return desk

    yield make
    for desk in desks:
        desk.application.close()
    sys.excepthook = hook


@pytest.fixture
def desk(make_desk: Callable[[Path], Desk], data_folder: Path) -> Desk:
    """An office with the five reference plans."""
    return make_desk(data_folder)


@pytest.fixture
def new_desk(make_desk: Callable[[Path], Desk], tmp_path: Path) -> Desk:
    """An office that has nothing yet."""
    return make_desk(tmp_path / "neuf")


def open_window(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.application.ready, timeout=20_000):
        desk.application.window.show()


def test_the_window_is_filled_after_it_is_painted(desk: Desk, qtbot: QtBot) -> None:
    window = desk.application.window
    assert window.context is None
    open_window(desk, qtbot)
    assert window.form.title_label.text() == "Tableau de bord"
    assert window.form.plan_combo.count() == 5


def test_a_base_that_does_not_open_says_why_and_can_be_tried_again(
    desk: Desk, qtbot: QtBot
) -> None:
    window = desk.application.window
    desk.refusal = StorageError("Une version plus récente a écrit cette base.")
    with qtbot.waitSignal(desk.application.refused) as refused:
        window.show()
    assert refused.args == ["Une version plus récente a écrit cette base."]
    assert not window.rail.button("journal").isEnabled()
    desk.refusal = None
    with qtbot.waitSignal(desk.application.ready, timeout=20_000):
        window.retry_asked.emit()
    assert window.rail.button("journal").isEnabled()
    assert desk.bugs == []


def test_a_second_window_on_the_same_folder_is_refused_until_the_first_closes(
    desk: Desk, make_desk: Callable[[Path], Desk], qtbot: QtBot
) -> None:
    open_window(desk, qtbot)
    second = make_desk(desk.data)
    with qtbot.waitSignal(second.application.refused) as refused:
        second.application.window.show()
    assert refused.args is not None
    assert "déjà ouvert" in refused.args[0]
    assert second.application.window.context is None
    assert second.bugs == []
    desk.application.close()
    with qtbot.waitSignal(second.application.ready, timeout=20_000):
        second.application.window.retry_asked.emit()


def test_a_bug_at_opening_is_no_silence(desk: Desk, qtbot: QtBot) -> None:
    desk.refusal = RuntimeError("imprévu")
    with qtbot.waitSignal(desk.application.refused) as refused:
        desk.application.window.show()
    assert refused.args is not None
    assert "inattendue" in refused.args[0]
    qtbot.waitUntil(lambda: bool(desk.bugs))
    assert "imprévu" in (desk.data / "erreurs.log").read_text(encoding="utf-8")


def test_the_database_is_opened_again_after_a_restoration(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    open_window(desk, qtbot)
    context = desk.application.window.context
    assert context is not None
    context.services.sauvegardes.backup(tmp_path / "avant.sauvegarde")
    context.services.plans.tick("SDPD77-2020", "O2.A1.m1", DAY)
    with qtbot.waitSignal(desk.application.ready, timeout=20_000):
        # On the database lane, as Paramètres does: the pages that the tick reloads go first.
        context.tasks.run(
            desk.application.window,
            partial(context.services.sauvegardes.restore, tmp_path / "avant.sauvegarde"),
            lambda _done: context.reopen(),
            report,
        )
    again = desk.application.window.context
    assert again is not None
    assert again.services is not context.services
    mesure = again.services.plans.action("SDPD77-2020", "O2.A1").mesures[0]
    assert mesure.statut.value != "realisee"


def test_the_look_chosen_is_taken_at_once_and_next_time(desk: Desk, qtbot: QtBot) -> None:
    import dataclasses

    open_window(desk, qtbot)
    context = desk.application.window.context
    assert context is not None
    service = context.services.parametres
    service.save(dataclasses.replace(service.get(), apparence=Apparence.SOMBRE))
    qtbot.waitUntil(lambda: colours.shown().variant == "sombre")
    assert desk.application.settings.theme is Apparence.SOMBRE


def test_a_new_office_starts_from_the_plans_it_ticks(new_desk: Desk, qtbot: QtBot) -> None:
    desk, window = new_desk, new_desk.application.window
    open_window(desk, qtbot)
    from sdpd_desktop.gui.accueil.page import AccueilPage

    welcome = window.form.stack.currentWidget()
    assert isinstance(welcome, AccueilPage)
    qtbot.waitUntil(lambda: len(welcome.boxes) == 5)
    assert all(box.isChecked() for box in welcome.boxes.values())
    for code, box in welcome.boxes.items():
        box.setChecked(code == "CRACK61-2023")
    with qtbot.waitSignal(welcome.finished, timeout=20_000):
        welcome.start_button.click()
    qtbot.waitUntil(lambda: window.form.plan_combo.count() == 1, timeout=5_000)
    assert window.form.title_label.text() == "Tableau de bord"
    assert window.form.plan_combo.currentData() == "CRACK61-2023"


def test_nothing_ticked_cannot_start(new_desk: Desk, qtbot: QtBot) -> None:
    desk, window = new_desk, new_desk.application.window
    open_window(desk, qtbot)
    welcome = window.form.stack.currentWidget()
    from sdpd_desktop.gui.accueil.page import AccueilPage

    assert isinstance(welcome, AccueilPage)
    qtbot.waitUntil(lambda: len(welcome.boxes) == 5)
    for box in welcome.boxes.values():
        box.setChecked(False)
    assert not welcome.start_button.isEnabled()
    welcome.nothing_button.click()
    assert window.form.title_label.text() == "Tableau de bord"
    qtbot.waitUntil(lambda: not desk.application.busy)


@pytest.mark.parametrize("destination", DESTINATIONS, ids=lambda d: d.name)
def test_every_destination_opens_filled_without_complaint(
    desk: Desk, qtbot: QtBot, destination: Destination
) -> None:
    open_window(desk, qtbot)
    window = desk.application.window
    window.navigate(Link(destination.name))
    qtbot.waitUntil(lambda: not desk.application.busy, timeout=20_000)
    assert window.page is not None
    assert window.page.isVisible()
    window.resize(1093, 614)
    # Shown at that size, with the rail folded, the page must not ask for more than it has.
    assert window.width() == 1093
    qtbot.waitUntil(lambda: window.minimumSizeHint().width() <= 1093)
    assert window.minimumSizeHint().height() <= 614
    assert not window.form.message_bar.isVisible()
    assert desk.bugs == []


def test_a_page_made_ready_in_idle_moments_is_dressed_as_any(desk: Desk, qtbot: QtBot) -> None:
    window = desk.application.window
    with qtbot.waitSignal(window.pages.warmed, timeout=60_000):
        window.show()
    buttons = [
        button
        for _name, page in window.pages
        for button in page.findChildren(QPushButton)
        if button.property("role") == "principal"
    ]
    assert len(buttons) > 5
    for button in buttons:
        button.ensurePolished()
        assert button.font().weight() == QFont.Weight.DemiBold, button.objectName()


class Shown(QObject):
    """Notes the windows that show themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_pages_are_made_without_showing_any_part_of_them_as_a_window(
    new_desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    """One did for an instant: the field where the user was typing lost the focus."""
    shown = Shown()
    qapp.installEventFilter(shown)
    window = new_desk.application.window
    with qtbot.waitSignal(window.pages.warmed, timeout=60_000):
        window.show()
    for destination in DESTINATIONS:
        window.navigate(Link(destination.name))
        qtbot.waitUntil(lambda: not new_desk.application.busy, timeout=20_000)
    qapp.removeEventFilter(shown)
    assert shown.windows == ["MainWindow"]


def test_an_office_without_plan_can_go_everywhere(new_desk: Desk, qtbot: QtBot) -> None:
    desk, window = new_desk, new_desk.application.window
    open_window(desk, qtbot)
    for destination in DESTINATIONS:
        window.navigate(Link(destination.name))
        qtbot.waitUntil(lambda: not desk.application.busy, timeout=20_000)
        assert not window.form.message_bar.isVisible(), destination.name
    qtbot.wait(20)
    assert desk.bugs == []


def test_closing_before_the_base_is_open_lets_go_of_it(desk: Desk) -> None:
    desk.application._open()
    desk.application.close()
    assert desk.application._services is None


# ------------------------------------------------------------- child processes


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "sdpd_desktop", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )


@pytest.mark.e2e
def test_smoke_shows_everything_and_leaves_with_0() -> None:
    done = run("--smoke")
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.e2e
def test_the_picture_is_that_of_the_window(data_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "images" / "fenetre.png"
    done = run(
        "--data", str(data_folder), "--picture", str(file), "--size", "1093x614",
        "--today", "30/06/2022", "--theme", "sombre",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    picture = QImage(str(file))
    assert (picture.width(), picture.height()) == (1093, 614)
    assert picture.pixelColor(5, 300).name() == colours.DARK.rail
    seen = {picture.pixelColor(x, y).name() for x in range(0, 1093, 3) for y in range(0, 614, 3)}
    assert len(seen) > 30


@pytest.mark.e2e
def test_a_picture_of_a_base_that_does_not_open_fails_with_the_reason(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "sdpd.sqlite3").write_bytes(b"ceci n'est pas une base" * 100)
    done = run("--data", str(folder), "--picture", str(tmp_path / "fenetre.png"))
    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "fenetre.png").exists()


@pytest.mark.parametrize(
    "arguments", [("--today", "le 3"), ("--size", "grand"), ("--theme", "rose"), ("--inconnu",)]
)
def test_wrong_usage_is_status_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    from sdpd_desktop.__main__ import main

    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err


_FIRST_PAINT = """
import sys
from pathlib import Path
from sdpd_desktop.__main__ import _setup
from sdpd_desktop.domain.clock import SystemClock
from sdpd_desktop.gui.application import Application
application = Application(_setup(Path(sys.argv[1]), SystemClock(), None))
def tell():
    print(*sorted(name.partition(".")[0] for name in sys.modules))
    application.window.close()
# Connected last but run first of all that follows: the database lane has not begun.
application.window.painted.disconnect()
application.window.painted.connect(tell)
application.run()
"""


def test_only_qt_is_loaded_at_the_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    heavy = {
        "sqlalchemy",
        "sqlcipher3",
        "alembic",
        "openpyxl",
        "xlrd",
        "reportlab",
        "pikepdf",
        "pypdfium2",
        "lxml",
        "defusedxml",
        "PIL",
    }
    assert not loaded & heavy


def test_no_import_hook_of_qt_stays(tmp_path: Path) -> None:
    code = "import builtins; plain = builtins.__import__; import sdpd_desktop.gui.main_window\n"
    code += "print(builtins.__import__ is plain)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "True"
