"""The « Stratégie » screen on the real plans."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.plan import EtatEcheance, Statut
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.strategie.noeuds import Genre
from sdpd_desktop.gui.strategie.page import StrategiePage

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.domain.plan import MesureDetails
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
TODAY = dt.date(2022, 6, 30)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> StrategiePage:
    page = StrategiePage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    return page


def mesure(services: "Services", code: str) -> "MesureDetails":
    return next(m for m in services.plans.action(PLAN, code).mesures if m.code == code)


def go(page: StrategiePage, code: str) -> None:
    assert page.open_object("mesure", code, PLAN)


def test_space_ticks_and_ticks_back(
    qtbot: QtBot, page: StrategiePage, services: "Services", said: "Said"
) -> None:
    go(page, "O2.A1.m1")
    qtbot.keyClick(page.form.tree_view, Qt.Key.Key_Space)
    done = mesure(services, "O2.A1.m1")
    assert (done.statut, done.fait_le) == (Statut.REALISEE, TODAY)
    assert said.notices[-1].endswith("réalisée le 30/06/2022")
    current = page.current()
    assert current is not None
    assert current.code == "O2.A1.m1"
    assert current.statut is Statut.REALISEE
    qtbot.keyClick(page.form.tree_view, Qt.Key.Key_Space)
    assert mesure(services, "O2.A1.m1").statut is Statut.A_VENIR


def test_a_box_ticked_elsewhere_goes_back_to_en_cours(
    qtbot: QtBot, page: StrategiePage, services: "Services"
) -> None:
    services.plans.tick(PLAN, "O2.A1.m1", TODAY, Statut.REALISEE, "compte rendu")
    go(page, "O2.A1.m1")
    qtbot.keyClick(page.form.tree_view, Qt.Key.Key_Space)
    back = mesure(services, "O2.A1.m1")
    assert (back.statut, back.note) == (Statut.EN_COURS, "compte rendu")


def test_space_on_an_action_asks_for_its_mesures(
    qtbot: QtBot, page: StrategiePage, services: "Services", said: "Said"
) -> None:
    assert page.open_object("action", "O2.A1", PLAN)
    qtbot.keyClick(page.form.tree_view, Qt.Key.Key_Space)
    assert services.plans.action(PLAN, "O2.A1").statut is Statut.A_VENIR
    assert "mesures" in said.notices[-1]


def test_ticking_keeps_selection_and_expansion(qtbot: QtBot, page: StrategiePage) -> None:
    go(page, "O3.A2.m1")
    tree = page.form.tree_view
    tree.collapseAll()
    go(page, "O3.A2.m1")
    before = {index.row(): tree.isExpanded(index) for index in [tree.currentIndex().parent()]}
    scrolled = tree.verticalScrollBar().value()
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    after = {index.row(): tree.isExpanded(index) for index in [tree.currentIndex().parent()]}
    assert before == after
    assert tree.verticalScrollBar().value() == scrolled


def test_a_click_on_a_box_of_the_detail_pane_ticks(
    qtbot: QtBot, page: StrategiePage, services: "Services"
) -> None:
    assert page.open_object("action", "O1.A1", PLAN)
    view = page.detail.form.mesures_view
    box = view.visualRect(view.model().index(2, 0)).topLeft() + QPoint(12, 14)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert mesure(services, "O1.A1.m3").statut is Statut.REALISEE
    title = view.visualRect(view.model().index(3, 0)).topLeft() + QPoint(80, 14)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert mesure(services, "O1.A1.m4").statut is Statut.A_VENIR
    assert page.detail.form.saisie_label.text() == "m4"


def test_enter_in_the_form_records_date_and_evidence(
    qtbot: QtBot, page: StrategiePage, services: "Services"
) -> None:
    go(page, "O1.A1.m3")
    form = page.detail.form
    form.statut_combo.setCurrentIndex(form.statut_combo.findData(Statut.REALISEE))
    assert form.date_edit.text() == "30/06/2022"
    form.date_edit.setText("12 mai 2022")
    form.note_edit.setText("compte rendu signé")
    qtbot.keyClick(form.note_edit, Qt.Key.Key_Return)
    done = mesure(services, "O1.A1.m3")
    assert (done.statut, done.fait_le) == (Statut.REALISEE, dt.date(2022, 5, 12))
    assert done.note == "compte rendu signé"
    assert form.error_label.isHidden()


def test_after_enter_ctrl_z_is_the_windows_own(
    qtbot: QtBot, page: StrategiePage, services: "Services"
) -> None:
    go(page, "O2.A1.m1")
    page.activateWindow()
    note = page.detail.form.note_edit
    note.setFocus()
    qtbot.keyClicks(note, "vu")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert mesure(services, "O2.A1.m1").note == "vu"
    assert page.form.tree_view.hasFocus()
    assert not note.isUndoAvailable()


@pytest.mark.parametrize("typed", ["le printemps", "31/02/2022", "01/01/2030", ""])
def test_a_bad_date_is_refused_in_place_and_loses_nothing(
    page: StrategiePage, services: "Services", typed: str
) -> None:
    go(page, "O1.A1.m3")
    form = page.detail.form
    form.statut_combo.setCurrentIndex(form.statut_combo.findData(Statut.REALISEE))
    form.date_edit.setText(typed)
    form.note_edit.setText("preuve")
    form.save_button.click()
    assert form.error_label.isVisible()
    assert form.date_edit.property("invalide") is True
    assert (form.date_edit.text(), form.note_edit.text()) == (typed, "preuve")
    assert mesure(services, "O1.A1.m3").statut is Statut.A_VENIR


def test_an_action_has_a_status_of_its_own(page: StrategiePage, services: "Services") -> None:
    assert page.open_object("action", "O1.A2", PLAN)
    form = page.detail.form
    assert form.saisie_label.text() == "Action"
    form.statut_combo.setCurrentIndex(form.statut_combo.findData(Statut.BLOQUEE))
    form.note_edit.setText("sans coordonnateur")
    form.save_button.click()
    action = services.plans.action(PLAN, "O1.A2")
    assert (action.statut, action.note) == (Statut.BLOQUEE, "sans coordonnateur")
    assert page.detail.state_badge.accessibleName() == "Bloquée"


def test_the_detail_pane_says_who_and_by_when(page: StrategiePage) -> None:
    assert page.open_object("action", "O4.A1", PLAN)
    form = page.detail.form
    assert "Financeurs" in form.responsables_label.text()
    assert "Pilote" not in form.responsables_label.text()
    assert form.breadcrumb_label.text().endswith("› O4")
    assert page.open_object("action", "O1.A1", PLAN)
    assert page.detail.state_badge.accessibleName() == "En retard de 546 jours"
    assert "interprété" in form.due_label.text()


def test_contradictions_of_the_sources_are_shown(page: StrategiePage) -> None:
    assert page.open_object("action", "O4.A1", PLAN)
    form = page.detail.form
    assert form.tabs.isTabVisible(form.tabs.indexOf(form.remarques_tab))
    text = form.remarques_browser.toPlainText()
    assert "K19" in text


def test_the_indicators_of_an_action_lead_to_the_grid(
    page: StrategiePage, said: "Said", services: "Services"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3 600")
    assert page.open_object("action", "O7.A1", PLAN)
    rows = page.detail.indicateurs.model()
    texts = [rows.index(0, column).data() for column in range(rows.columnCount())]
    assert texts[0] == "K33"
    assert texts[2:] == ["3\u00a0600", "45,25\u00a0%"]
    assert "45,25" in page.detail.form.indicateur_label.text()
    page.detail.form.saisir_button.click()
    assert said.links == [Link("indicateurs", "indicateur", "O7.A1.i1")]


def test_history_lists_and_undoes_a_tick(
    page: StrategiePage, services: "Services", said: "Said"
) -> None:
    services.plans.tick(PLAN, "O2.A1.m1", TODAY)
    go(page, "O2.A1.m1")
    detail = page.detail
    detail.form.tabs.setCurrentWidget(detail.form.historique_tab)
    row = detail.historique.current_row()
    assert "O2.A1.m1" in row.commande
    detail.form.annuler_button.click()
    assert mesure(services, "O2.A1.m1").statut is Statut.A_VENIR
    assert said.notices[-1].startswith("Annulé")


def test_an_undo_that_conflicts_says_with_what(page: StrategiePage, services: "Services") -> None:
    services.plans.tick(PLAN, "O2.A1.m1", TODAY)
    first = services.journal.history(limit=1)[0].numero
    services.plans.tick(PLAN, "O2.A1.m1", TODAY, Statut.BLOQUEE)
    go(page, "O2.A1.m1")
    detail = page.detail
    detail.form.tabs.setCurrentWidget(detail.form.historique_tab)
    assert detail.historique.choose(lambda row: row.numero == first)
    detail.form.annuler_button.click()
    assert detail.form.message_bar.isVisible()
    assert "O2.A1.m1" in detail.form.message_bar.text_label.text()
    assert mesure(services, "O2.A1.m1").statut is Statut.BLOQUEE


def test_a_group_sums_up_what_is_below(page: StrategiePage) -> None:
    assert page.open_object("objectif", "O1", PLAN)
    form = page.detail.form
    assert form.tabs.currentWidget() is form.synthese_tab
    assert "3 actions" in form.synthese_label.text()
    assert "En retard\u00a0: 1" in form.synthese_label.text()
    model = page.detail.echeances.model()
    assert model.index(0, 0).data().startswith("O1.A1.m1")
    page.detail.echeances.opened.emit(model.row_at(model.index(0, 0)))  # type: ignore[attr-defined]
    current = page.current()
    assert current is not None
    assert current.code == "O1.A1.m1"
    assert form.tabs.currentWidget() is form.avancement_tab


def test_filter_counts_and_offers_a_way_out(page: StrategiePage) -> None:
    assert page.form.count_label.text() == "46 actions"
    page.form.filter_edit.setText("vidéoprotection")
    page.apply_filter()
    assert page.form.count_label.text().endswith("sur 46")
    page.form.filter_edit.setText("xyzzy")
    page.apply_filter()
    assert page.form.tree_stack.currentWidget() is page.no_match
    page.no_match.button.click()
    assert page.form.tree_stack.currentWidget() is page.form.tree_page
    assert page.form.count_label.text() == "46 actions"


def test_a_filter_gives_back_the_expansion_it_found(page: StrategiePage) -> None:
    tree = page.form.tree_view
    tree.collapseAll()
    tree.expand(page.filter.index(0, 0))
    page.form.filter_edit.setText("vidéoprotection")
    page.apply_filter()
    assert tree.isExpanded(page.filter.index(0, 0, page.filter.index(0, 0)))
    page.form.filter_edit.clear()
    page.apply_filter()
    assert tree.isExpanded(page.filter.index(0, 0))
    assert not tree.isExpanded(page.filter.index(0, 0, page.filter.index(0, 0)))


def test_a_link_to_a_hidden_object_clears_the_filter(page: StrategiePage) -> None:
    page.form.filter_edit.setText("vidéoprotection")
    page.apply_filter()
    go(page, "O2.A1.m1")
    assert page.form.filter_edit.text() == ""


def test_the_dashboard_shows_the_rows_behind_its_figures(page: StrategiePage) -> None:
    assert page.open_object("etat", EtatEcheance.EN_RETARD.value, None)
    shown = [noeud for noeud in page._visible() if noeud.genre is Genre.MESURE]
    assert len(shown) == 5
    assert {noeud.etat for noeud in shown} == {EtatEcheance.EN_RETARD}


def test_an_unknown_object_is_said_to_be_gone(page: StrategiePage) -> None:
    assert not page.open_object("mesure", "O99.A1.m1", PLAN)


def test_another_plan_replaces_the_tree(page: StrategiePage, context: Context) -> None:
    context.plan.select("CRACK61-2023")
    page.refresh(None)
    assert page.form.count_label.text() == "9 actions"
    assert page.detail.form.title_label.text().startswith("Plan de lutte contre le crack")


def test_without_a_plan_it_says_what_to_do(
    page: StrategiePage, context: Context, said: "Said"
) -> None:
    context.plan.select("")
    page.refresh(None)
    assert page.form.tree_stack.currentWidget() is page.no_plan
    page.no_plan.button.click()
    assert said.links == [Link("parametres")]


def test_escape_goes_from_the_detail_to_the_tree(qtbot: QtBot, page: StrategiePage) -> None:
    go(page, "O1.A1.m3")
    page.activateWindow()
    page.detail.edit_statut()
    qtbot.waitUntil(lambda: page.detail.form.statut_combo.hasFocus())
    assert page.go_back()
    assert page.form.tree_view.hasFocus()


def test_money_is_shown_where_there_is_some(page: StrategiePage, context: Context) -> None:
    context.plan.select("CRACK61-2023")
    page.refresh(None)
    shown = [noeud for noeud in page._noeuds() if getattr(noeud.objet, "financements", ())]
    assert shown
    page._select(shown[-1])
    tabs = page.detail.form.tabs
    assert tabs.isTabVisible(tabs.indexOf(page.detail.form.financement_tab))
    model = page.detail.financements.model()
    cells = [
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert "258\u00a0000\u00a0€" in cells


def test_the_mesures_model_is_sound(page: StrategiePage, qtmodeltester: ModelTester) -> None:
    assert page.open_object("action", "O1.A1", PLAN)
    qtmodeltester.check(page.detail.form.mesures_view.mesures)
