"""The grid as a spreadsheet, on the real plans."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.indicateur import Presence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode, parse_periode
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.page import Context, Link

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.domain.indicateur import Observation
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> IndicateursPage:
    page = IndicateursPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    page.activateWindow()
    page.table.setFocus()
    return page


@pytest.fixture
def view(page: IndicateursPage) -> GrilleView:
    return page.table.view


def at(view: GrilleView, reference: str, year: str) -> QModelIndex:
    model = view.cellules
    periods = [colonne.part for colonne in model.colonnes]
    return model.index(model.row_of(reference), periods.index(parse_periode(year)))


def go(view: GrilleView, reference: str, year: str) -> None:
    view.go(at(view, reference, year))


def stored(services: "Services", reference: str, year: str) -> "Observation | None":
    code = services.indicateurs.get(PLAN, reference).code
    rows = services.indicateurs.history(PLAN, code, parse_periode(year))
    return rows[0] if rows else None


def value(services: "Services", reference: str, year: str) -> object:
    found = stored(services, reference, year)
    return found.valeur if found else None


def copied(texte: str) -> None:
    QGuiApplication.clipboard().setText(texte)


def changements(services: "Services") -> int:
    return services.journal.history(limit=1)[0].numero


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


def test_list_and_grid_follow_each_other(page: IndicateursPage, view: GrilleView) -> None:
    go(view, "K33", "2021")
    assert page.table.listing.current_row().indicateur.reference == "K33"
    page.table.listing.choose(lambda ligne: ligne.indicateur.reference == "K20")
    cell = page.table.current()
    assert cell is not None
    assert (cell.indicateur.reference, cell.periode.code) == ("K20", "2021")
    page.table.listing.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    listed = [ligne.repere for ligne in page.table.rows.rows]
    assert list(view.cellules.lignes) == listed
    again = page.table.current()
    assert again is not None
    assert again.indicateur.reference == "K20"


def test_rows_of_list_and_grid_are_level(page: IndicateursPage, view: GrilleView) -> None:
    page.table.listing.verticalScrollBar().setValue(200)
    assert view.verticalScrollBar().value() == 200
    row = view.cellules.row_of("K16")
    left = page.table.listing.visualRect(page.table.rows.index(row, 0))
    right = view.visualRect(view.cellules.index(row, 0))
    assert abs(left.top() - right.top()) <= 1
    assert abs(left.bottom() - right.bottom()) <= 1


def test_the_detail_says_where_a_value_comes_from(
    page: IndicateursPage, view: GrilleView, services: "Services", qtbot: QtBot
) -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3500")
    services.indicateurs.record(PLAN, "K33", "2021", "3600", commentaire="recompté")
    go(view, "K33", "2021")
    form = page.detail.form
    assert form.value_label.text() == "3\u00a0600\u00a0caméras"
    assert form.period_label.text() == "2021 · Seine-et-Marne"
    assert page.detail.badge.accessibleName() == "Saisie"
    assert "recompté" in form.origine_label.text()
    assert "Auteur" in form.origine_label.text()
    form.tabs.setCurrentWidget(form.valeur_tab)
    qtbot.waitUntil(lambda: page.detail.historique.model().rowCount() == 2)
    first = page.detail.historique.model().index(0, 0)
    assert first.data() == "3\u00a0600\u00a0caméras"


def test_the_detail_explains_rate_target_and_remarks(
    page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    go(view, "K33", "2021")
    form = page.detail.form
    assert form.taux_label.text() == "45,25\u00a0%\u00a0: +181 / +400"
    assert form.taux_bar.value() == 4525
    assert "3\u00a0600" in form.trend_chart.accessibleDescription()
    for words in ("soit 3\u00a0819", "interprété", "3\u00a0419"):
        assert words in form.fiche_label.text()


def test_zones_and_quarters_have_values_of_their_own(
    page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    form = page.form
    form.zone_combo.setCurrentIndex(form.zone_combo.findData(Zone.POLICE))
    form.type_combo.setCurrentIndex(form.type_combo.findData(TypePeriode.TRIMESTRE))
    form.debut_spin.setValue(2022)
    form.fin_spin.setValue(2022)
    assert [c.court for c in view.cellules.colonnes] == ["T1 2022", "T2 2022", "T3 2022", "T4 2022"]
    view.cellules.setData(at(view, "K33", "2022-T1"), "1200")
    code = services.indicateurs.get(PLAN, "K33").code
    quarter = parse_periode("2022-T1")
    assert services.indicateurs.history(PLAN, code, quarter, zone=Zone.POLICE)[0].valeur == 1200
    assert services.indicateurs.history(PLAN, code, quarter) == ()
    form.zone_combo.setCurrentIndex(form.zone_combo.findData(Zone.ENSEMBLE))
    assert at(view, "K33", "2022-T1").data() == ""


def test_a_territory_inside_the_plan_s_has_values_of_its_own(
    page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    combo = page.form.territoire_combo
    assert combo.isVisible()
    assert combo.itemData(0) == ""
    combo.setCurrentIndex(1)
    inside = str(combo.itemData(1))
    view.cellules.setData(at(view, "K33", "2021"), "40")
    code = services.indicateurs.get(PLAN, "K33").code
    rows = services.indicateurs.history(PLAN, code, parse_periode("2021"), inside)
    assert rows[0].valeur == 40
    combo.setCurrentIndex(0)
    assert at(view, "K33", "2021").data() == ""


def test_years_in_the_wrong_order_are_put_right(page: IndicateursPage, said: "Said") -> None:
    page.form.debut_spin.setValue(2030)
    assert page.form.fin_spin.value() == 2030
    page.form.fin_spin.setValue(2018)
    assert page.form.debut_spin.value() == 2018
    assert said.alerts == []


def test_only_what_is_still_to_enter(page: IndicateursPage, services: "Services") -> None:
    assert page.open_object("a_saisir", "", None)
    board = services.tableau_de_bord.content(PLAN, dt.date(2022, 6, 30))
    shown = {ligne.part for ligne in page.table.view.cellules.lignes}
    assert shown == {indicateur.code for indicateur in board.a_saisir}
    first = services.indicateurs.get(PLAN, page.table.view.cellules.lignes[0].court)
    services.indicateurs.record(PLAN, first.code, "2021", "1")
    shown = {ligne.part for ligne in page.table.view.cellules.lignes}
    assert first.code in shown  # Rows do not run away from under what is being typed.
    page.form.a_saisir_button.click()
    page.form.a_saisir_button.click()
    shown = {ligne.part for ligne in page.table.view.cellules.lignes}
    assert first.code not in shown


def test_a_link_goes_to_its_indicator_through_any_filter(page: IndicateursPage) -> None:
    page.form.filter_edit.setText("téléphones")
    page.apply_filter()
    assert page.table.view.cellules.row_of("K33") == -1
    assert page.open_object("indicateur", "O7.A1.i1", PLAN)
    cell = page.table.current()
    assert cell is not None
    assert cell.indicateur.reference == "K33"
    assert not page.open_object("indicateur", "K999", PLAN)


@pytest.mark.parametrize("filtres", [["téléphones"], ["xyzzy", "téléphones"]])
def test_a_filter_never_changes_the_year_one_types_in(
    page: IndicateursPage, filtres: list[str]
) -> None:
    go(page.table.view, "K33", "2022")
    for filtre in filtres:
        page.form.filter_edit.setText(filtre)
        page.apply_filter()
    cell = page.table.current()
    assert cell is not None
    assert cell.periode.code == "2022"


def test_a_filter_without_result_offers_a_way_out(page: IndicateursPage) -> None:
    page.form.filter_edit.setText("xyzzy")
    page.apply_filter()
    assert page.form.grid_stack.currentWidget() is page.contenu.no_match
    page.contenu.no_match.button.click()
    assert page.form.grid_stack.currentWidget() is page.form.grid_page


@pytest.mark.parametrize("plan", ["QRR77-2019", "PADRSQ62-2025", "PSQCALAIS-2018", "CRACK61-2023"])
def test_every_plan_shows_its_values(page: IndicateursPage, context: Context, plan: str) -> None:
    context.plan.select(plan)
    page.refresh(None)
    assert page._shown_plan == plan
    assert page.table.view.cellules.rowCount() > 0
    assert page.table.view.cellules.columnCount() >= 3


def test_leaving_a_plan_forgets_what_was_refused_there(
    page: IndicateursPage, view: GrilleView, context: Context
) -> None:
    view.cellules.setData(at(view, "K33", "2021"), "beaucoup")
    context.plan.select("CRACK61-2023")
    page.refresh(None)
    assert not view.cellules.find_invalide().isValid()
    assert page.form.message_bar.isHidden()


def test_without_a_plan_it_says_what_to_do(
    page: IndicateursPage, context: Context, said: "Said"
) -> None:
    context.plan.select("")
    page.refresh(None)
    assert page.form.grid_stack.currentWidget() is page.contenu.no_plan
    page.contenu.no_plan.button.click()
    assert said.links == [Link("parametres")]
