"""Announcements made on any thread arrive on the GUI's."""

import threading

from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.gui.changes import ChangeHub


def test_an_announcement_is_a_set(qtbot: QtBot) -> None:
    hub = ChangeHub()
    heard: list[frozenset[Change]] = []
    hub.changed.connect(heard.append)
    hub.announce(Change.PLANS)
    hub.announce(frozenset({Change.JOURNAL, Change.PLANS}))
    assert heard == [{Change.PLANS}, {Change.JOURNAL, Change.PLANS}]


def test_a_worker_may_announce(qtbot: QtBot) -> None:
    hub = ChangeHub()
    with qtbot.waitSignal(hub.changed) as heard:
        worker = threading.Thread(target=hub.announce, args=(Change.RETOURS,))
        worker.start()
        worker.join()
    assert heard.args == [frozenset({Change.RETOURS})]
