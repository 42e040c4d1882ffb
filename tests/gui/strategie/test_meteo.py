"""The météo of an action, given and taken back."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.plan import Meteo
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.strategie.page import StrategiePage
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.gui.generated.ui_strategie_detail import Ui_StrategieDetail
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
ACTION = "O2.A1"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> StrategiePage:
    page = StrategiePage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    assert page.open_object("action", ACTION, PLAN)
    return page


@pytest.fixture
def form(page: StrategiePage) -> "Ui_StrategieDetail":
    return page.detail.form


def choose(form: "Ui_StrategieDetail", meteo: Meteo | None) -> None:
    form.meteo_button.setChecked(True)
    form.meteo_combo.setCurrentIndex(form.meteo_combo.findData(meteo))


def test_a_judgement_is_dated_commented_and_apart_from_the_figures(
    form: "Ui_StrategieDetail", services: "Services", said: "Said"
) -> None:
    progress = services.plans.action(PLAN, ACTION).avancement
    assert form.meteo_button.text() == "Aucune météo"
    assert form.meteo_frame.isHidden()
    choose(form, Meteo.NUAGE)
    assert form.meteo_date_edit.text() == "30/06/2022"
    form.meteo_date_edit.setText("15/06/2022")
    form.meteo_comment_edit.setText("effectif réduit")
    form.meteo_save_button.click()
    action = services.plans.action(PLAN, ACTION)
    assert (action.meteo, action.meteo_le) == (Meteo.NUAGE, dt.date(2022, 6, 15))
    assert action.avancement == progress
    assert plain(form.meteo_button.text()) == "Nuage : appuis nécessaires, le 15/06/2022"
    assert form.meteo_label.text() == "effectif réduit"
    assert form.meteo_frame.isHidden()
    assert not form.saisie_frame.isHidden()
    assert plain(said.notices[-1]).startswith("O2.A1 : nuage")


def test_it_is_undone_like_any_gesture(form: "Ui_StrategieDetail", services: "Services") -> None:
    choose(form, Meteo.ORAGE)
    form.meteo_save_button.click()
    last = services.journal.history(limit=1)[0]
    assert last.commande == "donner la météo de O2.A1"
    services.journal.undo(last.numero)
    assert form.meteo_button.text() == "Aucune météo"


def test_it_can_be_taken_away(form: "Ui_StrategieDetail", services: "Services") -> None:
    services.plans.set_meteo(PLAN, ACTION, Meteo.SOLEIL, dt.date(2022, 6, 1), "tout va bien")
    assert "Soleil" in form.meteo_button.text()
    choose(form, None)
    assert not form.meteo_date_edit.isEnabled()
    form.meteo_save_button.click()
    action = services.plans.action(PLAN, ACTION)
    assert (action.meteo, action.meteo_le, action.meteo_commentaire) == (None, None, "")
    assert form.meteo_label.isHidden()


@pytest.mark.parametrize(("day", "word"), [("demain", "date"), ("15/07/2022", "futur")])
def test_a_wrong_day_is_said_and_keeps_what_was_typed(
    qtbot: QtBot, form: "Ui_StrategieDetail", services: "Services", day: str, word: str
) -> None:
    choose(form, Meteo.COUVERT)
    form.meteo_comment_edit.setText("à voir")
    form.meteo_date_edit.setText(day)
    qtbot.keyClick(form.meteo_date_edit, Qt.Key.Key_Return)
    assert word in form.meteo_error_label.text()
    assert not form.meteo_frame.isHidden()
    assert form.meteo_comment_edit.text() == "à voir"
    assert services.plans.action(PLAN, ACTION).meteo is None


def test_another_action_folds_the_fields(page: StrategiePage, form: "Ui_StrategieDetail") -> None:
    choose(form, Meteo.ORAGE)
    assert page.open_object("action", "O2.A2", PLAN)
    assert form.meteo_frame.isHidden()
    assert "O2.A2" in form.meteo_button.accessibleName()
