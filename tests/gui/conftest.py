"""What tests of the window share: answers to questions, tasks that run at once, a context."""

import dataclasses
import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui import theme
from sdpd_desktop.gui.changes import ChangeHub
from sdpd_desktop.gui.destinations import Destination
from sdpd_desktop.gui.frame import read_frame
from sdpd_desktop.gui.main_window import MainWindow
from sdpd_desktop.gui.page import Context, CurrentPlan, Link
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.tasks import InlineTaskRunner
from tests.gui.plain import Bare, Plain, page

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"


@dataclass
class Said:
    """What a page asked of the window."""

    links: list[Link] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)
    reopened: list[bool] = field(default_factory=list)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Dress widgets as the application does."""
    theme.apply(qapp, Apparence.CLAIR)


@pytest.fixture
def prompts() -> RecordingPrompts:
    """Answers given with ``will_answer``; an unexpected question fails the test."""
    return RecordingPrompts()


@pytest.fixture
def inline_tasks() -> InlineTaskRunner:
    """Work is done before ``run`` returns."""
    return InlineTaskRunner()


@pytest.fixture
def settings(tmp_path: Path) -> LookSettings:
    """Look settings of the test's own."""
    return LookSettings(tmp_path / "fenetre.ini")


@pytest.fixture
def said() -> Said:
    """What pages said and where they wanted to go."""
    return Said()


@pytest.fixture
def context(
    services: "Services",
    changes: ChangeHub,
    prompts: RecordingPrompts,
    inline_tasks: InlineTaskRunner,
    settings: LookSettings,
    said: Said,
) -> Context:
    """What pages use, on the plan of Seine-et-Marne, on 30 June 2022."""
    plan = CurrentPlan()
    plan.select(PLAN)
    return Context(
        services=services,
        tasks=inline_tasks,
        files=inline_tasks,
        prompts=prompts,
        changes=changes,
        plan=plan,
        settings=settings,
        navigate=said.links.append,
        notify=said.notices.append,
        alert=said.alerts.append,
        reopen=lambda: said.reopened.append(True),
        today=lambda: dt.date(2022, 6, 30),
    )


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand plain pages at every destination: the frame alone is tested here."""
    bare = ("journal", "parametres")
    monkeypatch.setattr(
        Destination,
        "build",
        lambda self, context: (Bare if self.name in bare else Plain)(context),
    )


@pytest.fixture
def window(pages: None, context: Context, settings: LookSettings, qtbot: QtBot) -> MainWindow:
    """The main window on plain pages, at 1366 by 768, its first page shown."""
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    inside = dataclasses.replace(
        context, navigate=window.navigate, notify=window.notify, alert=window.alert
    )
    window.plug(inside, read_frame(inside.services))
    page(window)
    return window
