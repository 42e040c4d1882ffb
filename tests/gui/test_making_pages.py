"""Pages are made once, a little at a time, and loaded when they are visited."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.gui.destinations import DESTINATIONS, Destination
from sdpd_desktop.gui.main_window import MainWindow
from sdpd_desktop.gui.page import Context, Link, Page
from tests.gui.plain import CONTROL, Plain, page, press


def test_a_page_is_built_once_and_reloaded_only_when_concerned(window: MainWindow) -> None:
    first = page(window)
    assert first.refreshed == [None]
    window.navigate(Link("strategie"))
    window.navigate(Link("tableau_de_bord"))
    assert page(window) is first
    assert first.refreshed == [None]


def test_a_hidden_page_waits_until_it_is_shown(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    first = page(window)
    window.navigate(Link("strategie"))
    shown = page(window)
    context.changes.announce(Change.PLANS)
    context.changes.announce(Change.JOURNAL)
    qtbot.waitUntil(lambda: len(shown.refreshed) == 2)
    assert shown.refreshed[-1] == frozenset({Change.PLANS})
    assert first.refreshed == [None]
    window.navigate(Link("tableau_de_bord"))
    assert first.refreshed == [None, {Change.PLANS}]


def test_pages_are_built_in_idle_moments_and_loaded_when_visited(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert [name for name, _page in window.pages] == [DESTINATIONS[0].name]
    with qtbot.waitSignal(window.pages.warmed, timeout=20_000):
        window.pages.warm(lambda: False)
    built = dict(window.pages)
    assert set(built) == {destination.name for destination in DESTINATIONS}
    assert window.page is built[DESTINATIONS[0].name]
    journal = built["journal"]
    assert isinstance(journal, Plain)
    assert journal.refreshed == []
    window.navigate(Link("journal"))
    assert window.page is journal
    assert journal.refreshed == [None]


def test_letting_go_of_the_base_stops_the_building(window: MainWindow, qtbot: QtBot) -> None:
    window.pages.warm(lambda: False)
    window.unplug()
    with qtbot.assertNotEmitted(window.pages.warmed, wait=300):
        pass
    assert list(window.pages) == []


def test_a_page_being_made_leaves_no_other_one_to_type_in(window: MainWindow, qtbot: QtBot) -> None:
    before = page(window)
    before.left.setFocus()
    window.navigate(Link("strategie"))
    assert window.pages.awaited
    assert window.page is None
    assert window.form.title_label.text() == "Stratégie"
    assert not before.isVisible()
    assert window.rail.button("strategie").hasFocus()
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    assert before.done == []
    shown = page(window)
    assert shown is not before
    assert shown.isVisible()
    assert shown.refreshed == [None]
    assert window.form.print_button.isEnabled()


def test_of_two_places_asked_for_at_once_the_last_is_shown(window: MainWindow) -> None:
    window.navigate(Link("strategie", "mesure", "O1.A1.m1"))
    window.navigate(Link("journal"))
    shown = page(window)
    assert window.pages.get("journal") is shown
    assert window.pages.get("strategie") is None
    assert shown.opened == []
    window.navigate(Link("strategie"))
    window.navigate(Link("journal"))  # Made already: shown at once, and nothing waits any more.
    assert not window.pages.awaited
    assert window.page is shown
    assert shown.isVisible()


def test_a_page_that_cannot_be_made_is_tried_again_when_asked_for(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = Destination.build

    def fail(self: Destination, context: Context) -> Page:
        raise RuntimeError("imprévu")

    monkeypatch.setattr(Destination, "build", fail)
    with qtbot.captureExceptions() as errors:
        window.navigate(Link("journal"))
        qtbot.waitUntil(lambda: bool(errors))
        qtbot.wait(20)
    assert [str(error) for _kind, error, _trace in errors] == ["imprévu"]
    assert not window.pages.awaited
    monkeypatch.setattr(Destination, "build", build)
    window.navigate(Link("journal"))
    assert page(window).isVisible()


def test_no_page_is_made_while_a_lane_works(window: MainWindow, qtbot: QtBot) -> None:
    working = [True]
    window.pages.warm(lambda: working[0])
    with qtbot.assertNotEmitted(window.pages.built, wait=200):
        pass
    window.navigate(Link("journal"))  # But the one that is asked for.
    assert page(window).isVisible()
    working[0] = False
    with qtbot.waitSignal(window.pages.warmed, timeout=20_000):
        pass


def test_a_page_without_its_place_yet_goes_with_the_base(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Page] = []
    build = Destination.build

    def kept(self: Destination, context: Context) -> Page:
        made.append(build(self, context))
        return made[-1]

    monkeypatch.setattr(Destination, "build", kept)
    window.navigate(Link("strategie"))
    while not made:
        window.pages._take_turn()
    assert window.pages.get("strategie") is None
    window.unplug()
    qtbot.waitUntil(lambda: not shiboken6.isValid(made[0]))
