"""The « Tableau de bord » screen on the real plans."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.retour import EtatRetour
from sdpd_desktop.domain.tableau_de_bord import TableauDeBord
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.tableau_de_bord.chiffres import chiffres
from sdpd_desktop.gui.tableau_de_bord.page import TableauDeBordPage

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
TODAY = dt.date(2022, 6, 30)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TableauDeBordPage:
    page = TableauDeBordPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    return page


def figures(page: TableauDeBordPage) -> list[str]:
    return [card.chiffre.valeur for card in page.cards if card.chiffre]


def test_the_figures_are_those_of_the_service(
    page: TableauDeBordPage, services: "Services"
) -> None:
    board = services.tableau_de_bord.content(PLAN, TODAY)
    share = board.avancement
    assert figures(page) == [
        str(board.en_retard),
        str(board.proches),
        str(len(board.a_saisir)),
        str(len(board.retours_attendus)),
        "2",  # Those of every plan, as the screen it leads to.
        f"{share.faites}/{share.total}",
    ]
    assert board.en_retard > 0
    last = page.cards[-1].chiffre
    assert last is not None
    assert last.suite.endswith("sur 46")


def test_figures_follow_what_is_done(page: TableauDeBordPage, services: "Services") -> None:
    late = int(figures(page)[0])
    services.plans.tick(PLAN, "O1.A1.m1", TODAY)
    assert figures(page)[0] == str(late - 1)
    assert figures(page)[5].startswith("1/")
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    last = page.cards[-1].chiffre
    assert last is not None
    assert last.suite == "1 action chiffrée sur 46"


@pytest.mark.parametrize(
    ("card", "link"),
    [
        (0, Link("strategie", "etat", "en_retard")),
        (1, Link("strategie", "etat", "proche")),
        (2, Link("indicateurs", "a_saisir")),
        (3, Link("retours")),
        (4, Link("conventions")),
        (5, Link("strategie")),
    ],
)
def test_every_figure_is_a_link_by_keyboard(
    qtbot: QtBot, page: TableauDeBordPage, said: "Said", card: int, link: Link
) -> None:
    widget = page.cards[card]
    assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    shown = widget.chiffre
    assert shown is not None
    assert shown.valeur in widget.accessibleName()
    qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert said.links == [link]


def test_what_is_late_comes_first_and_opens(page: TableauDeBordPage, said: "Said") -> None:
    row = page.echeances.model().index(0, 0)
    assert row.data().startswith("O8.A2.m1 · ")
    assert page.echeances.model().index(0, 3).data() == "En retard"
    page.echeances.setCurrentIndex(row)
    page.echeances.activated.emit(row)
    assert said.links == [Link("strategie", "mesure", "O8.A2.m1")]


def test_without_campaign_it_offers_to_prepare_one(page: TableauDeBordPage, said: "Said") -> None:
    assert page.retours.isHidden()
    assert "Aucune campagne" in page.form.no_retour_label.text()
    page.form.campagne_button.click()
    assert said.links == [Link("retours")]


def test_returns_awaited_are_listed(
    page: TableauDeBordPage, services: "Services", tmp_path: Path
) -> None:
    services.campagnes.prepare(PLAN, "2022-S1", tmp_path / "cle", "PREF77")
    page.refresh(None)
    waiting = services.tableau_de_bord.content(PLAN, TODAY).retours_attendus
    assert waiting
    form = page.form
    form.suite_tabs.setCurrentWidget(form.retours_tab)
    assert page.retours.isVisible()
    title = form.suite_tabs.tabText(form.suite_tabs.currentIndex())
    assert title == f"Retours attendus ({len(waiting)})"
    assert page.retours.model().rowCount() == len(waiting)
    assert page.form.campagne_button.isHidden()


def test_returns_due_are_told_apart_from_those_to_complete(
    services: "Services", tmp_path: Path
) -> None:
    for code in ("PREF77", "DDSP77"):
        services.campagnes.prepare(PLAN, "2022-S1", tmp_path / "cle", code, dt.date(2022, 6, 15))
    board = services.tableau_de_bord.content(PLAN, TODAY)
    assert card_of(board) == ("2", "en retard, sur 2")
    first, second = board.retours_attendus
    partial = replace(first, etat=EtatRetour.A_COMPLETER)
    board = replace(board, retours_attendus=(second,), retours_en_retard=(partial, second))
    assert card_of(board) == ("1", "et 1 à compléter, sur 2")


def card_of(board: TableauDeBord) -> tuple[str, str]:
    (card,) = (card for card in chiffres(board, TODAY) if card.titre == "Retours attendus")
    return card.valeur, card.suite


def test_values_to_enter_are_listed_and_open_the_grid(
    page: TableauDeBordPage, services: "Services", said: "Said"
) -> None:
    form, model = page.form, page.valeurs.model()
    # Without any return awaited, the values come first.
    assert form.suite_tabs.currentWidget() is form.valeurs_tab
    board = services.tableau_de_bord.content(PLAN, TODAY)
    assert model.rowCount() == len(board.valeurs)
    title = form.suite_tabs.tabText(form.suite_tabs.currentIndex())
    assert title == f"Valeurs à saisir ({len(board.a_saisir)})"
    states = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert states.count("Attendue") == len(board.a_saisir)
    assert states == sorted(states, key=lambda word: word != "Attendue")
    first = model.index(0, 0)
    page.valeurs.activated.emit(first)
    assert said.links == [Link("indicateurs", "indicateur", board.valeurs[0].indicateur)]
    services.indicateurs.record(PLAN, board.valeurs[0].indicateur, "2021", "1", confirme=True)
    page.refresh(None)
    title = form.suite_tabs.tabText(form.suite_tabs.currentIndex())
    assert title == f"Valeurs à saisir ({len(board.a_saisir) - 1})"


def test_conventions_to_sign_are_counted(page: TableauDeBordPage, context: Context) -> None:
    context.plan.select("QRR77-2019")
    page.refresh(None)
    shown = page.cards[4].chiffre
    assert shown is not None
    assert (shown.valeur, shown.suite) == ("2", "à signer")


def test_a_trend_is_chosen_and_remembered(
    page: TableauDeBordPage, services: "Services", context: Context, qtbot: QtBot, said: "Said"
) -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    services.indicateurs.record(PLAN, "K20", "2021", "290")
    combo = page.form.trend_combo
    combo.setCurrentIndex(combo.findData("O7.A1.i1"))
    combo.activated.emit(combo.currentIndex())
    assert "45,25" in page.form.trend_label.text()
    assert "3\u00a0600" in page.form.trend_chart.accessibleDescription()
    page.form.trend_button.click()
    assert said.links == [Link("indicateurs", "indicateur", "O7.A1.i1")]
    again = TableauDeBordPage(context)
    qtbot.addWidget(again)
    again.refresh(None)
    assert again.form.trend_combo.currentData() == "O7.A1.i1"


def test_only_real_values_are_drawn(page: TableauDeBordPage, services: "Services") -> None:
    offered = {page.form.trend_combo.itemData(row) for row in range(page.form.trend_combo.count())}
    suivis = services.indicateurs.suivis(PLAN, TODAY)
    assert offered == {row.indicateur.code for row in suivis if row.par_annee}


def test_without_a_plan_it_says_what_to_do(
    page: TableauDeBordPage, context: Context, said: "Said"
) -> None:
    context.plan.select("")
    page.refresh(None)
    assert page.form.stack.currentWidget() is page.no_plan
    page.no_plan.button.click()
    assert said.links == [Link("parametres")]


def test_every_plan_has_a_dashboard(page: TableauDeBordPage, context: Context) -> None:
    for plan in ("QRR77-2019", "PADRSQ62-2025", "PSQCALAIS-2018", "CRACK61-2023"):
        context.plan.select(plan)
        page.refresh(None)
        assert len(figures(page)) == 6
