"""The list beside the grid, the detail of a cell, filters and links, on the real plans."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode, parse_periode
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.page import Context, Link
from tests.gui.indicateurs.cellules import PLAN, at, go

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
