"""The tree of a plan and its filter."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from pytestqt.modeltest import ModelTester

from sdpd_desktop.domain.plan import EtatEcheance, PlanDetails, Statut
from sdpd_desktop.gui.strategie.modele import (
    AVANCEMENT,
    ECHEANCE,
    ETAT,
    INTITULE,
    StrategieFilter,
    StrategieModel,
)
from sdpd_desktop.gui.strategie.noeuds import Genre, Noeud, construire
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE, PROGRESS_ROLE, ROW_ROLE

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"
TODAY = dt.date(2022, 6, 30)


@pytest.fixture
def plan(services: "Services") -> PlanDetails:
    return services.plans.details(PLAN)


@pytest.fixture
def model(plan: PlanDetails) -> StrategieModel:
    model = StrategieModel()
    model.set_racine(construire(plan, TODAY))
    return model


@pytest.fixture
def shown(model: StrategieModel) -> Iterator[StrategieFilter]:
    proxy = StrategieFilter()
    proxy.setSourceModel(model)
    yield proxy
    proxy.setSourceModel(QStandardItemModel(proxy))


def codes(proxy: StrategieFilter, genre: Genre, parent: QModelIndex | None = None) -> list[str]:
    found: list[str] = []
    parent = parent or QModelIndex()
    for row in range(proxy.rowCount(parent)):
        index = proxy.index(row, 0, parent)
        noeud = index.data(ROW_ROLE)
        assert isinstance(noeud, Noeud)
        found += [noeud.code] if noeud.genre is genre else []
        found += codes(proxy, genre, index)
    return found


def cell(model: StrategieModel, genre: Genre, code: str, column: int) -> QModelIndex:
    noeud = model.noeud(genre, code)
    assert noeud is not None
    return model.index_of(noeud).siblingAtColumn(column)


def test_the_model_is_sound(
    model: StrategieModel, shown: StrategieFilter, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    shown.set_filter("famil", None)
    qtmodeltester.check(shown)


def test_the_tree_holds_the_whole_plan_in_natural_order(shown: StrategieFilter) -> None:
    actions = codes(shown, Genre.ACTION)
    assert len(actions) == 46
    assert actions.index("O3.A2") < actions.index("O3.A10")
    assert len(codes(shown, Genre.OBJECTIF)) == 11
    shown.sort(INTITULE, Qt.SortOrder.AscendingOrder)
    assert codes(shown, Genre.ACTION) == actions


def test_a_late_mesure_says_so_in_colour_shape_and_word(model: StrategieModel) -> None:
    state = cell(model, Genre.MESURE, "O1.A1.m1", ETAT)
    assert state.data(BADGE_ROLE).texte == "En retard"
    assert state.data(Qt.ItemDataRole.AccessibleTextRole) == "En retard"
    assert cell(model, Genre.ACTION, "O1.A1", ETAT).data(BADGE_ROLE).texte == "En retard"


def test_an_interpreted_date_is_marked_and_explained(model: StrategieModel) -> None:
    due = cell(model, Genre.MESURE, "O1.A1.m1", ECHEANCE)
    assert due.data() == "31/12/2020*"
    assert "interprétée" in due.data(Qt.ItemDataRole.ToolTipRole)
    assert "interprétée" in due.data(Qt.ItemDataRole.AccessibleTextRole)


def test_progress_adds_up_and_is_read_aloud(model: StrategieModel, plan: PlanDetails) -> None:
    root = model.index(0, AVANCEMENT)
    assert root.data(PROGRESS_ROLE) == (0, plan.avancement.total)
    assert root.data(Qt.ItemDataRole.AccessibleTextRole) == f"0 sur {plan.avancement.total}"
    assert cell(model, Genre.MESURE, "O1.A1.m1", AVANCEMENT).data(PROGRESS_ROLE) is None


def test_a_box_only_asks_to_be_ticked(model: StrategieModel) -> None:
    asked: list[Noeud] = []
    model.tick_asked.connect(asked.append)
    box = cell(model, Genre.MESURE, "O1.A1.m1", INTITULE)
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    model.setData(box, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert [noeud.code for noeud in asked] == ["O1.A1.m1"]
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert cell(model, Genre.ACTION, "O1.A1", INTITULE).data(Qt.ItemDataRole.CheckStateRole) is None


def test_reloading_the_same_plan_resets_nothing(
    model: StrategieModel, services: "Services"
) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    box = cell(model, Genre.MESURE, "O1.A1.m1", INTITULE)
    services.plans.tick(PLAN, "O1.A1.m1", TODAY)
    model.set_racine(construire(services.plans.details(PLAN), TODAY))
    assert not resets
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert model.index(0, AVANCEMENT).data(PROGRESS_ROLE)[0] == 1
    model.set_racine(construire(services.plans.details("CRACK61-2023"), TODAY))
    assert resets


def test_an_action_that_has_begun_is_no_longer_to_come(
    model: StrategieModel, services: "Services"
) -> None:
    assert cell(model, Genre.ACTION, "O4.A1", ETAT).data(BADGE_ROLE).texte == "À venir"
    services.plans.tick(PLAN, "O4.A1.m1", TODAY)
    model.set_racine(construire(services.plans.details(PLAN), TODAY))
    assert cell(model, Genre.ACTION, "O4.A1", ETAT).data(BADGE_ROLE).texte == "À jour"


def test_the_filter_ignores_accents_and_keeps_what_contains(shown: StrategieFilter) -> None:
    shown.set_filter("videoprotection", None)
    found = codes(shown, Genre.ACTION)
    assert "O7.A1" in found
    assert len(found) < 46
    assert codes(shown, Genre.PLAN) == [PLAN]
    # All that a matching title contains stays with it.
    assert any(code.startswith("O7.A1.m") for code in codes(shown, Genre.MESURE))
    shown.set_filter("mot qui n'existe nulle part", None)
    assert shown.rowCount() == 0


def test_the_filter_keeps_a_state_and_the_mesures_that_cause_it(shown: StrategieFilter) -> None:
    shown.set_filter("", EtatEcheance.EN_RETARD)
    assert "O1.A1" in codes(shown, Genre.ACTION)
    mesures = codes(shown, Genre.MESURE)
    assert "O1.A1.m1" in mesures
    assert "O1.A1.m3" not in mesures
    shown.set_filter("", Statut.BLOQUEE)
    assert codes(shown, Genre.ACTION) == []


def test_sorting_by_due_date_puts_what_has_none_last(shown: StrategieFilter) -> None:
    shown.sort(ECHEANCE, Qt.SortOrder.AscendingOrder)
    axe = shown.index(0, 0, shown.index(0, 0))
    objectif = shown.index(0, 0, axe)
    dates = [
        shown.index(row, 0, objectif).data(ROW_ROLE).echeance
        for row in range(shown.rowCount(objectif))
    ]
    known = [date for date in dates if date]
    assert known
    assert dates[: len(known)] == sorted(known)
