"""The global search: pause, groups, keyboard, answers that come too late."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.recherche import NatureTrouvaille, Trouvaille
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.search import ResultsModel, SearchBox
from sdpd_desktop.gui.tasks import InlineTaskRunner, TaskRunner

PLAN = "SDPD77-2020"
FOUND = (
    Trouvaille(NatureTrouvaille.INDICATEUR, PLAN, "K33", "Caméras", "Objectif 8"),
    Trouvaille(NatureTrouvaille.ACTION, PLAN, "O8.A1", "Vidéoprotection", "Objectif 8"),
    Trouvaille(NatureTrouvaille.PARTENAIRE, "", "DDSP77", "Police", ""),
    Trouvaille(NatureTrouvaille.ACTION, PLAN, "O8.A2", "Centres de supervision", "Objectif 8"),
)


class Desk:
    """A search field in a window, and what was searched."""

    def __init__(self, qtbot: QtBot, tasks: TaskRunner) -> None:
        self.window = QWidget()
        self.window.resize(800, 500)
        self.edit = QLineEdit(self.window)
        self.edit.setGeometry(200, 10, 300, 30)
        self.box = SearchBox(self.edit, self.window)
        self.searched: list[str] = []
        self.errors: list[Exception] = []
        self.opened: list[Link] = []
        self.box.opened.connect(self.opened.append)
        self.plans: list[str] = []
        self.box.plug(self.search, lambda: PLAN, tasks, self.errors.append)
        qtbot.addWidget(self.window)
        self.window.show()
        self.edit.setFocus()

    def search(self, text: str, plan: str) -> tuple[Trouvaille, ...]:
        self.searched.append(text)
        self.plans.append(plan)
        return FOUND if text.startswith("cam") else ()

    def shown(self) -> list[str]:
        model = self.box.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot, InlineTaskRunner())


def test_what_is_of_another_plan_says_so(desk: Desk) -> None:
    other = Trouvaille(NatureTrouvaille.ACTION, "QRR77-2019", "O1.A1", "Sécurité", "")
    desk.box.model.set_results([FOUND[1], other], PLAN)
    assert desk.shown() == ["Actions", "O8.A1   Vidéoprotection", "QRR77-2019 · O1.A1   Sécurité"]


def test_one_search_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.edit, "cam")
    assert desk.searched == []
    qtbot.waitUntil(lambda: bool(desk.searched))
    assert desk.searched == ["cam"]
    assert desk.plans == [PLAN]
    assert desk.box.popup.isVisible()


def test_results_are_grouped_and_only_those_that_lead_somewhere(desk: Desk, qtbot: QtBot) -> None:
    QAbstractItemModelTester(desk.box.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtbot.keyClicks(desk.edit, "cam")
    qtbot.waitUntil(lambda: bool(desk.shown()))
    assert desk.shown() == [
        "Actions",
        "O8.A1   Vidéoprotection",
        "O8.A2   Centres de supervision",
        "Indicateurs",
        "K33   Caméras",
    ]


def test_the_keyboard_chooses_past_the_names_of_kinds(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.edit, "cam")
    qtbot.waitUntil(lambda: bool(desk.shown()))
    for _ in range(2):
        qtbot.keyClick(desk.edit, Qt.Key.Key_Down)
    qtbot.keyClick(desk.edit, Qt.Key.Key_Return)
    assert desk.opened == [Link("indicateurs", "indicateur", "K33", PLAN)]
    assert not desk.box.popup.isVisible()
    assert desk.edit.text() == ""


def test_nothing_found_is_said(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.edit, "zzz")
    qtbot.waitUntil(desk.box.popup.isVisible)
    assert desk.shown() == []
    assert not desk.box.list_view.isVisible()
    qtbot.keyClick(desk.edit, Qt.Key.Key_Return)
    assert desk.opened == []


def test_escape_closes_then_clears_then_leaves(desk: Desk, qtbot: QtBot) -> None:
    left: list[bool] = []
    desk.box.left.connect(lambda: left.append(True))
    qtbot.keyClicks(desk.edit, "cam")
    qtbot.waitUntil(desk.box.popup.isVisible)
    qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert not desk.box.popup.isVisible()
    assert desk.edit.text() == "cam"
    qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert desk.edit.text() == ""
    assert left == []
    qtbot.keyClick(desk.edit, Qt.Key.Key_Escape)
    assert left == [True]


class LateRunner(InlineTaskRunner):
    """Keeps the answers until they are let go."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        owner: QObject,
        work: Callable[[], Any],
        on_success: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self.waiting.append(partial(super().run, owner, work, on_success, on_error))


def test_an_answer_to_an_older_text_is_dropped(qtbot: QtBot) -> None:
    late = LateRunner()
    desk = Desk(qtbot, late)
    qtbot.keyClicks(desk.edit, "cam")
    qtbot.waitUntil(lambda: len(late.waiting) == 1)
    qtbot.keyClicks(desk.edit, "zzz")
    late.waiting[0]()
    assert not desk.box.popup.isVisible()


def test_the_model_of_nothing_is_empty(qtbot: QtBot) -> None:
    model = ResultsModel()
    model.set_results((), PLAN)
    assert model.rowCount() == 0
    assert model.result_at(0) is None
