"""The grid as a spreadsheet, on the real plans."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.indicateur import Presence
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from tests.gui.indicateurs.cellules import PLAN, at, changements, copied, go, stored, value

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_model_is_sound(view: GrilleView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.cellules)


def test_rows_are_the_indicators_of_the_plan_in_natural_order(page: IndicateursPage) -> None:
    lignes = page.table.view.cellules.lignes
    codes = [ligne.part for ligne in lignes]
    references = {ligne.court for ligne in lignes}
    assert {"K01", "K33", "K42", "C01"} <= references
    assert codes.index("O3.A2.i1") < codes.index("O3.A5.i1")
    assert page.table.view.cellules.colonnes[-1].court == "2024"


def test_it_opens_on_the_last_year_that_is_over(view: GrilleView) -> None:
    assert view.cellules.colonnes[view.currentIndex().column()].court == "2021"


def test_the_year_under_way_is_in_sight_when_it_opens(view: GrilleView) -> None:
    for year in ("2021", "2022"):
        cell = view.visualRect(at(view, "K01", year))
        assert cell.left() >= 0
        assert cell.right() <= view.viewport().width()


def test_typing_starts_editing_and_enter_goes_down(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services", said: "Said"
) -> None:
    go(view, "K33", "2021")
    row = view.currentIndex().row()
    qtbot.keyClick(view, Qt.Key.Key_3)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "3"
    qtbot.keyClicks(editor, "600")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert value(services, "K33", "2021") == 3600
    assert view.currentIndex().row() == row + 1
    assert at(view, "K33", "2021").data() == "3\u00a0600"
    assert said.notices[-1] == "1 valeur enregistrée"
    assert services.journal.history(limit=1)[0].commande == "saisir K33 · 2021"
    rates = page.table.rows
    found = rates.find(lambda ligne: ligne.indicateur.reference == "K33")
    assert rates.index(found.row(), 4).data() == "45,25\u00a0%"


def test_tab_goes_right_and_f2_edits_what_is_there(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2020", "3480")
    go(view, "K33", "2020")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "3480"
    editor.setText("3490")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert value(services, "K33", "2020") == 3490
    assert view.currentIndex() == at(view, "K33", "2021")
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex() == at(view, "K33", "2022")
    qtbot.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert view.currentIndex() == at(view, "K33", "2020")


def test_escape_leaves_the_cell_as_it_was(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    before = changements(services)
    go(view, "K33", "2021")
    qtbot.keyClick(view, Qt.Key.Key_7)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert value(services, "K33", "2021") is None
    assert changements(services) == before


def test_what_is_being_typed_survives_a_reload(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    go(view, "K33", "2021")
    qtbot.keyClick(view, Qt.Key.Key_3)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    services.indicateurs.record(PLAN, "K34", "2021", "182")
    assert at(view, "K34", "2021").data() == "182"
    qtbot.keyClicks(editor, "600")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert value(services, "K33", "2021") == 3600


def test_opening_a_cell_and_leaving_it_stores_nothing(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K01", "2021", "18/24")
    before = changements(services)
    go(view, "K01", "2021")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert changements(services) == before


def test_a_text_that_is_no_number_stays_and_stops_nothing(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    go(view, "K33", "2020")
    copied("3480\tbeaucoup\n")
    view.paste()
    assert value(services, "K33", "2020") == 3480
    assert value(services, "K33", "2021") is None
    bad = at(view, "K33", "2021")
    assert bad.data() == "beaucoup"
    assert "n'est pas un nombre" in bad.data(Qt.ItemDataRole.ToolTipRole)
    assert bad.data(Qt.ItemDataRole.BackgroundRole).isValid()
    assert "à corriger" in bad.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.form.message_bar.text_label.text().startswith("1 cellule à corriger")
    view.go(bad)
    assert "n'est pas un nombre" in page.detail.form.reason_label.text()
    # It survives a reload and a sort; typing a number settles it.
    page.table.listing.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.refresh(None)
    assert at(view, "K33", "2021").data() == "beaucoup"
    view.cellules.setData(at(view, "K33", "2021"), "3600")
    assert value(services, "K33", "2021") == 3600
    assert page.form.message_bar.isHidden()


def test_escape_gives_up_a_text_that_was_refused(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    go(view, "K33", "2021")
    view.cellules.setData(view.currentIndex(), "beaucoup")
    assert view.currentIndex().data() == "beaucoup"
    assert value(services, "K33", "2021") == 3600
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.currentIndex().data() == "3\u00a0600"
    assert page.form.message_bar.isHidden()


def test_an_ambiguous_number_asks_instead_of_guessing(
    view: GrilleView, services: "Services"
) -> None:
    view.cellules.setData(at(view, "K33", "2021"), "3.600")
    assert value(services, "K33", "2021") is None
    assert "3\u00a0600" in at(view, "K33", "2021").data(Qt.ItemDataRole.ToolTipRole)


def test_one_paste_is_one_step_to_undo(view: GrilleView, services: "Services") -> None:
    before = changements(services)
    go(view, "K33", "2019")
    copied('3419\t"3 480"\t3600\r\n170\t176\t182\r\n')
    view.paste()
    assert value(services, "K33", "2020") == 3480
    assert value(services, "K34", "2021") == 182
    assert changements(services) == before + 1
    assert len(view.selectedIndexes()) == 6
    last = services.journal.history(limit=1)[0]
    assert last.commande == "saisir 6 valeurs"
    services.journal.undo(last.numero)
    assert at(view, "K33", "2020").data() == ""
    assert at(view, "K34", "2021").data() == ""


def test_a_single_value_fills_the_selection(view: GrilleView, services: "Services") -> None:
    view.go(at(view, "K33", "2019"))
    select(view, "K33", "2019", "K34", "2020")
    copied("7")
    view.paste()
    for reference in ("K33", "K34"):
        for year in ("2019", "2020"):
            assert value(services, reference, year) == 7


def select(view: GrilleView, first: str, since: str, last: str, until: str) -> None:
    view.go(at(view, last, until), anchor=at(view, first, since))


def test_what_falls_outside_the_grid_is_said(
    view: GrilleView, services: "Services", said: "Said"
) -> None:
    view.go(at(view, "K33", "2021"))
    copied("1\t2\t3\t4\t5\t6")
    view.paste()
    assert value(services, "K33", "2021") == 1
    assert any("hors de la grille" in notice for notice in said.notices)


def test_a_year_to_come_is_refused_in_its_cell(view: GrilleView, services: "Services") -> None:
    view.cellules.setData(at(view, "K33", "2023"), "4000")
    assert value(services, "K33", "2023") is None
    assert "commencé" in at(view, "K33", "2023").data(Qt.ItemDataRole.ToolTipRole)


def test_copy_gives_a_spreadsheet_plain_numbers(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2020", "3 480")
    services.indicateurs.record(PLAN, "K33", "2021", "n/a")
    select(view, "K33", "2019", "K33", "2021")
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "\t3480\tn/a\n"


def test_copy_then_paste_elsewhere_by_keyboard(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2020", "3480")
    go(view, "K33", "2020")
    qtbot.keyClick(view, Qt.Key.Key_C, CTRL)
    go(view, "K33", "2021")
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    assert value(services, "K33", "2021") == 3480


def test_ctrl_d_fills_down_in_one_step(
    qtbot: QtBot, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "12")
    before = changements(services)
    row = view.cellules.row_of("K33")
    below = view.cellules.lignes[row + 1].court
    select(view, "K33", "2021", below, "2021")
    qtbot.keyClick(view, Qt.Key.Key_D, CTRL)
    assert value(services, below, "2021") == 12
    assert changements(services) == before + 1


def test_suppr_empties_without_writing_zero(
    qtbot: QtBot, view: GrilleView, services: "Services", said: "Said"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2020", "3480")
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    before = changements(services)
    select(view, "K33", "2019", "K33", "2021")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    for year in ("2020", "2021"):
        found = stored(services, "K33", year)
        assert found is not None
        assert found.presence is Presence.NON_RENSEIGNE
    assert stored(services, "K33", "2019") is None
    assert at(view, "K33", "2021").data() == "non renseigné"
    assert changements(services) == before + 1
    assert said.notices[-1] == "2 valeurs effacées"


def test_ctrl_arrows_jump_and_extend(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    for year in ("2019", "2020", "2021"):
        services.indicateurs.record(PLAN, "K33", year, "3500")
    go(view, "K33", "2019")
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL | SHIFT)
    assert view.currentIndex() == at(view, "K33", "2021")
    assert len(view.selectedIndexes()) == 3
    assert page.form.selection_label.text() == "3 cellules · somme\u00a0: 10\u00a0500"
    qtbot.keyClick(view, Qt.Key.Key_Right, CTRL)
    assert view.currentIndex() == at(view, "K33", "2024")
    assert len(view.selectedIndexes()) == 1
    qtbot.keyClick(view, Qt.Key.Key_Down, CTRL)
    assert view.currentIndex().row() == view.cellules.rowCount() - 1
