"""How far a long reading is shows while it lasts."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.retours.avancement import Avancement
from tests.support import plain


def test_the_share_read_is_said_once_each_time_it_grows(qtbot: QtBot) -> None:
    said: list[str] = []
    owner = QObject()
    avancement = Avancement(said.append, owner)
    part = avancement.start("grand.xlsx")
    part.tell(30, 200)
    qtbot.waitUntil(lambda: len(said) == 2)
    avancement._timer.timeout.emit()
    part.tell(200, 200)
    avancement._timer.timeout.emit()
    assert [plain(text) for text in said] == [
        "Lecture de grand.xlsx… (Échap pour abandonner)",
        "Lecture de grand.xlsx : 15 % (Échap pour abandonner)",
        "Comparaison de grand.xlsx avec ce qui est enregistré… (Échap pour abandonner)",
    ]


def test_nothing_is_said_once_the_reading_is_over(qtbot: QtBot) -> None:
    said: list[str] = []
    owner = QObject()
    avancement = Avancement(said.append, owner)
    part = avancement.start("grand.xlsx")
    avancement.stop()
    part.tell(100, 200)
    qtbot.wait(400)
    assert len(said) == 1
