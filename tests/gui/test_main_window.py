"""The window around the pages: keyboard, rail, changes, undo, drops, what it says."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.destinations import DESTINATIONS, RETOURS
from sdpd_desktop.gui.frame import read_frame
from sdpd_desktop.gui.main_window import MainWindow
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.settings import LookSettings
from tests.gui.plain import CONTROL, page, press

PLAN = "SDPD77-2020"
DAY = dt.date(2022, 6, 30)


@pytest.mark.parametrize(
    ("key", "titre"),
    [
        (Qt.Key.Key_1, "Tableau de bord"),
        (Qt.Key.Key_2, "Stratégie"),
        (Qt.Key.Key_3, "Indicateurs"),
        (Qt.Key.Key_4, "Retours partenaires"),
        (Qt.Key.Key_5, "Conventions"),
        (Qt.Key.Key_6, "Documents"),
        (Qt.Key.Key_7, "Territoires et instances"),
        (Qt.Key.Key_8, "Journal"),
        (Qt.Key.Key_Comma, "Paramètres"),
    ],
)
def test_the_keyboard_goes_everywhere(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, titre: str
) -> None:
    press(qtbot, window, key, CONTROL)
    assert window.form.title_label.text() == titre
    checked = [d.titre for d in DESTINATIONS if window.rail.button(d.name).isChecked()]
    assert checked == [titre]


def test_the_rail_folds_when_the_window_is_narrow(window: MainWindow) -> None:
    wide = window.form.rail.width()
    assert (
        window.rail.button("journal").toolButtonStyle()
        == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    )
    window.resize(1093, 614)
    assert window.size().width() == 1093
    assert window.size().height() == 614
    assert window.form.rail.width() < wide / 2
    assert window.rail.button("journal").toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert window.rail.button("journal").accessibleName() == "Journal"
    window.resize(1366, 768)
    assert window.form.rail.width() == wide


def test_what_does_not_concern_a_page_leaves_it_alone(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    context.changes.announce(Change.CONVENTIONS)
    qtbot.wait(20)
    assert page(window).refreshed == [None]


def test_another_plan_reloads_and_is_remembered(
    window: MainWindow, context: Context, settings: LookSettings
) -> None:
    combo = window.form.plan_combo
    codes = [combo.itemData(index) for index in range(combo.count())]
    assert combo.currentData() == PLAN
    assert len(codes) == 5
    other = codes.index("CRACK61-2023")
    combo.setCurrentIndex(other)
    combo.activated.emit(other)
    assert context.plan.code == "CRACK61-2023"
    assert page(window).refreshed == [None, None]
    assert settings.text("plan") == "CRACK61-2023"
    window.navigate(Link("journal"))
    assert not combo.isVisible()


def test_a_page_that_keeps_what_was_typed_keeps_its_plan(
    window: MainWindow, context: Context
) -> None:
    page(window).typed = True
    combo = window.form.plan_combo
    other = combo.findData("CRACK61-2023")
    combo.setCurrentIndex(other)
    combo.activated.emit(other)
    window.navigate(Link("strategie", "mesure", "O1.A1.m1", "CRACK61-2023"))
    assert (context.plan.code, combo.currentData()) == (PLAN, PLAN)
    assert page(window).opened == []
    combo.activated.emit(combo.findData(PLAN))  # The plan shown already is no other one.
    window.navigate(Link("strategie", "mesure", "O1.A1.m1", PLAN))
    assert page(window).opened == [("mesure", "O1.A1.m1", PLAN)]


def test_a_link_switches_the_plan_and_opens_the_object(
    window: MainWindow, context: Context
) -> None:
    window.navigate(Link("strategie", "mesure", "O1.A1.m1", "CRACK61-2023"))
    assert context.plan.code == "CRACK61-2023"
    assert page(window).opened == [("mesure", "O1.A1.m1", "CRACK61-2023")]
    window.navigate(Link("strategie", "mesure", "absent"))
    assert "absent" in window.status_label.text()


def test_escape_steps_back_one_by_one(window: MainWindow, qtbot: QtBot) -> None:
    window.navigate(Link("strategie", "mesure", "O1.A1.m1"))
    window.alert("Le disque est plein.")
    assert window.form.message_bar.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.form.message_bar.isVisible()
    assert page(window).deep
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not page(window).deep
    assert window.form.title_label.text() == "Stratégie"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.form.title_label.text() == "Tableau de bord"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.form.title_label.text() == "Tableau de bord"


def test_f6_goes_through_the_panes_and_back(window: MainWindow, qtbot: QtBot) -> None:
    shown = page(window)
    stops = [shown.left, shown.right, window.form.search_edit, window.rail.current_button()]
    window.rail.current_button().setFocus()
    for stop in stops:
        press(qtbot, window, Qt.Key.Key_F6)
        assert stop.hasFocus()
    for stop in stops[2::-1]:
        press(qtbot, window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert stop.hasFocus()


def test_common_keys_reach_the_page(window: MainWindow, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_F, Qt.Key.Key_N, Qt.Key.Key_P):
        press(qtbot, window, key, CONTROL)
    assert page(window).done == ["filtre", "nouveau", "imprimer"]
    assert window.form.print_button.isEnabled()
    window.navigate(Link("journal"))
    shown = page(window)
    press(qtbot, window, Qt.Key.Key_P, CONTROL)
    assert shown.done == []
    assert not window.form.print_button.isEnabled()
    press(qtbot, window, Qt.Key.Key_K, CONTROL)
    assert window.form.search_edit.hasFocus()


def test_search_opens_what_it_finds(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.form.search_edit, "O2.A1.m1")
    qtbot.waitUntil(window.search.popup.isVisible)
    qtbot.keyClick(window.form.search_edit, Qt.Key.Key_Return)
    assert window.form.title_label.text() == "Stratégie"
    assert page(window).opened[0][1] == "O2.A1.m1"


# ------------------------------------------------------------- undo and redo


def tick(context: Context) -> None:
    context.services.plans.tick(PLAN, "O2.A1.m1", DAY)


def statut(context: Context) -> Statut:
    return context.services.plans.action(PLAN, "O2.A1").mesures[0].statut


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    button = page(window).left
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, key)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(window, key)


def test_undo_is_named_and_works_by_keyboard(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    undo, redo = window.form.undo_button, window.form.redo_button
    before = statut(context)
    tick(context)
    qtbot.waitUntil(lambda: undo.text() == f"Annuler{NBSP}: cocher O2.A1.m1")
    assert not redo.isEnabled()
    assert "cocher O2.A1.m1" in window.status_label.text()

    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert statut(context) is before
    qtbot.waitUntil(redo.isEnabled)
    assert redo.text() == f"Rétablir{NBSP}: cocher O2.A1.m1"

    press(qtbot, window, Qt.Key.Key_Y, CONTROL)
    assert statut(context) is Statut.REALISEE


def test_a_narrow_window_names_undo_in_its_tool_tip(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    window.resize(1093, 614)
    tick(context)
    undo = window.form.undo_button
    qtbot.waitUntil(undo.isEnabled)
    qtbot.waitUntil(lambda: "cocher O2.A1.m1" in undo.toolTip())
    assert undo.text() == ""
    assert "cocher O2.A1.m1" in undo.accessibleName()


def test_a_notice_stays_long_enough_to_be_read(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    window.notify("35 classeurs écrits sur la clé.")
    tick(context)
    qtbot.waitUntil(window.form.undo_button.isEnabled)
    qtbot.waitUntil(lambda: "O2.A1.m1" in window.form.undo_button.text())
    assert window.status_label.text() == "35 classeurs écrits sur la clé."
    window._notice.timeout.emit()
    assert "cocher O2.A1.m1" in window.status_label.text()


# -------------------------------------------------------------------- drops


def mime(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def drop(window: MainWindow, data: QMimeData) -> QDropEvent:
    event = QDropEvent(
        QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    return event


def enters(window: MainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    window.dragEnterEvent(event)
    return event.isAccepted()


def test_workbooks_dropped_go_to_the_returns(window: MainWindow) -> None:
    data = mime("/cle/GGD retour (2).XLSX", "/cle/lisez-moi.txt", "/cle/ville.ods")
    assert enters(window, data)
    drop(window, data)
    assert window.form.title_label.text() == "Retours partenaires"
    assert page(window).files == [Path("/cle/GGD retour (2).XLSX"), Path("/cle/ville.ods")]


def test_other_files_are_not_taken(window: MainWindow) -> None:
    data = mime("/cle/photo.png")
    assert not enters(window, data)
    drop(window, data)
    assert window.form.title_label.text() == "Tableau de bord"


# --------------------------------------------------------------------- frame


def test_the_office_is_named_and_the_backup_dated(
    window: MainWindow, context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "jamais sauvegardée" in window.database_label.text()
    parametres = context.services.parametres.get()
    context.services.parametres.save(dataclasses.replace(parametres, bureau="Bureau 77"))
    context.services.sauvegardes.backup(tmp_path / "cle.sauvegarde")
    qtbot.waitUntil(lambda: "sauvegarde à l’instant" in window.database_label.text())
    assert window.form.office_label.text() == "Bureau 77"
    assert "sdpd.sqlite3" in window.database_label.text()


def test_a_new_day_reloads_the_page(
    pages: None, context: Context, settings: LookSettings, qtbot: QtBot
) -> None:
    days = [DAY]
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.plug(dataclasses.replace(context, today=lambda: days[0]), read_frame(context.services))
    shown = page(window)
    window._minute.timeout.emit()
    assert shown.refreshed == [None]
    days[0] = DAY + dt.timedelta(days=1)
    window._minute.timeout.emit()
    assert shown.refreshed == [None, None]


def test_before_the_base_is_open_nothing_can_be_asked(settings: LookSettings, qtbot: QtBot) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    press(qtbot, window, Qt.Key.Key_2, CONTROL)
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.page is None
    assert not enters(window, mime("/cle/ville.ods"))
    with qtbot.waitSignal(window.retry_asked):
        window.show_failure("La base est verrouillée.")
        window.form.stack.currentWidget().button.click()  # type: ignore[union-attr]


def test_unplugging_lets_go_of_every_page(window: MainWindow, context: Context) -> None:
    window.unplug()
    assert window.page is None
    assert window.context is None
    context.changes.announce(Change.PLANS)
    window.plug(context, read_frame(context.services))
    assert window.form.title_label.text() == "Tableau de bord"


def test_the_window_remembers_its_size(
    window: MainWindow, settings: LookSettings, qtbot: QtBot
) -> None:
    # The width is left out: Qt cuts it to the small screen of the offscreen platform.
    window.resize(900, 640)
    window.close()
    later = MainWindow(settings)
    qtbot.addWidget(later)
    assert later.height() == 640


def test_the_first_table_of_destinations_has_no_double() -> None:
    for value in ("name", "shortcut", "module"):
        found = [getattr(destination, value) for destination in DESTINATIONS]
        assert len(set(found)) == len(found)
    assert RETOURS in {destination.name for destination in DESTINATIONS}
