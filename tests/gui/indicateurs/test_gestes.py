"""Confirming, validating, contesting, consolidating, locking: on the real plans."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.indicateur import Consolidation, EtatValeur, Presence, Reglages
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode, parse_periode
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.prompts import RecordingPrompts
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.domain.indicateur import Observation
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def cameras(page: IndicateursPage, services: "Services") -> None:
    services.indicateurs.record(PLAN, "K33", "2019", "3419")
    services.indicateurs.record(PLAN, "K33", "2021", "3600")


def at(view: GrilleView, reference: str, year: str) -> QModelIndex:
    model = view.cellules
    periods = [colonne.part for colonne in model.colonnes]
    return model.index(model.row_of(reference), periods.index(parse_periode(year)))


def newest(services: "Services", reference: str, year: str) -> "Observation":
    code = services.indicateurs.get(PLAN, reference).code
    return services.indicateurs.history(PLAN, code, parse_periode(year))[0]


def spoken(index: QModelIndex) -> str:
    return plain(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))


def strict(services: "Services", reference: str, **rules: object) -> None:
    reglages = Reglages.de(services.indicateurs.get(PLAN, reference))
    services.indicateurs.regler(PLAN, reference, replace(reglages, **rules))  # type: ignore[arg-type]


def shown(menu: QMenu) -> dict[str, QAction]:
    menu.aboutToShow.emit()
    return {plain(action.text()).partition("\t")[0]: action for action in menu.actions()}


# -- what stands out


@pytest.mark.parametrize(
    ("typed", "rules", "reason"),
    [
        ("3.600", {}, "3 600 ou 3,6"),
        ("2", {"minimum": Decimal(100)}, "au-dessous du minimum"),
        ("9000", {"seuil_variation": Decimal(20)}, "seuil de 20 %"),
        ("néant", {}, "néant"),
    ],
)
def test_what_stands_out_waits_for_a_confirmation(
    qtbot: QtBot,
    page: IndicateursPage,
    view: GrilleView,
    services: "Services",
    typed: str,
    rules: dict[str, object],
    reason: str,
) -> None:
    strict(services, "K33", **rules)
    index = at(view, "K33", "2020")
    view.go(index)
    view.cellules.setData(index, typed)
    index = at(view, "K33", "2020")
    assert index.data() == typed
    assert "à confirmer" in spoken(index)
    ground = index.data(Qt.ItemDataRole.BackgroundRole)
    assert ground == colours.shown().of("warn_soft")
    form = page.detail.form
    assert reason in plain(form.reason_label.text())
    assert page.detail.badge.accessibleName() == "À confirmer"
    assert "1 valeur à confirmer" in plain(_bar(page))
    assert form.confirmer_button.isVisible()
    assert not services.indicateurs.history(
        PLAN, services.indicateurs.get(PLAN, "K33").code, parse_periode("2020")
    )
    qtbot.keyClick(view, Qt.Key.Key_Return, CTRL)
    assert newest(services, "K33", "2020").origine.etat is EtatValeur.SAISI
    assert page.form.message_bar.isHidden()
    assert not form.confirmer_button.isVisible()
    assert services.journal.history(limit=1)[0].commande == "confirmer K33 · 2020"


def _bar(page: IndicateursPage) -> str:
    return page.form.message_bar.text_label.text()


def test_the_button_confirms_and_escape_gives_up(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    for year, typed in (("2020", "3.600"), ("2022", "3.700")):
        view.cellules.setData(at(view, "K33", year), typed)
    assert "2 valeurs à confirmer" in plain(_bar(page))
    view.go(at(view, "K33", "2020"))
    page.detail.form.confirmer_button.click()
    assert newest(services, "K33", "2020").valeur == 3600
    assert at(view, "K33", "2022").data() == "3.700"
    view.go(at(view, "K33", "2022"))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert at(view, "K33", "2022").data() == ""
    assert page.form.message_bar.isHidden()


def test_confirming_without_a_selection_of_them_confirms_all(
    page: IndicateursPage, view: GrilleView, services: "Services", said: "Said"
) -> None:
    for year, typed in (("2020", "3.600"), ("2022", "3.700")):
        view.cellules.setData(at(view, "K33", year), typed)
    view.go(at(view, "K34", "2021"))
    shown(page.form.valeurs_button.menu())["Confirmer les valeurs signalées"].trigger()
    assert newest(services, "K33", "2022").valeur == 3700
    assert services.journal.history(limit=1)[0].commande == "confirmer 2 valeurs"
    page.gestes.confirmer.trigger()
    assert said.notices[-1] == "Aucune valeur n’attend de confirmation."


def test_a_kept_value_that_stands_out_stays_marked(view: GrilleView, services: "Services") -> None:
    strict(services, "K33", seuil_variation=Decimal(2))
    index = at(view, "K33", "2021")
    assert "signalée" in spoken(index)
    assert "seuil" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None


# -- how far values are trusted


def test_validating_contesting_and_consolidating(
    page: IndicateursPage,
    view: GrilleView,
    services: "Services",
    prompts: RecordingPrompts,
    said: "Said",
) -> None:
    view.go(at(view, "K33", "2021"), anchor=at(view, "K33", "2019"))
    menu = shown(page.form.valeurs_button.menu())
    assert menu["Valider"].isEnabled()
    menu["Valider"].trigger()
    assert said.notices[-1] == "2 valeurs validées"
    assert newest(services, "K33", "2019").origine.etat is EtatValeur.VALIDE
    assert "validée, provisoire" in spoken(at(view, "K33", "2021"))
    assert at(view, "K33", "2021").data(Qt.ItemDataRole.DecorationRole) is not None
    view.go(at(view, "K33", "2021"))
    prompts.will_answer("double compte")
    menu["Contester…"].trigger()
    contested = newest(services, "K33", "2021")
    assert (contested.origine.etat, contested.motif) == (EtatValeur.CONTESTE, "double compte")
    assert "double compte" in page.detail.form.origine_label.text()
    prompts.will_answer("29/06/2022")
    menu["Marquer consolidées…"].trigger()
    final = newest(services, "K33", "2021")
    assert final.consolidation is Consolidation.CONSOLIDE
    assert final.extraite_le == dt.date(2022, 6, 29)
    assert "extraite le 29/06/2022" in spoken(at(view, "K33", "2021"))
    assert len(services.indicateurs.history(PLAN, final.indicateur, parse_periode("2021"))) == 4


def test_refusals_are_said_and_change_nothing(
    page: IndicateursPage,
    view: GrilleView,
    services: "Services",
    prompts: RecordingPrompts,
    said: "Said",
) -> None:
    before = services.journal.history(limit=1)[0].numero
    view.go(at(view, "K33", "2021"))
    prompts.will_answer("", "demain", None)
    page.gestes.contester.trigger()
    assert "motif" in said.alerts[-1]
    page.gestes.consolider.trigger()
    assert "demain" in said.alerts[-1]
    page.gestes.contester.trigger()
    view.go(at(view, "K34", "2021"))
    page.gestes.valider.trigger()
    assert "cellules qui ont une valeur" in said.notices[-1]
    assert not shown(page.form.valeurs_button.menu())["Valider"].isEnabled()
    assert services.journal.history(limit=1)[0].numero == before


def test_erasing_a_validated_value_asks_first(
    qtbot: QtBot,
    page: IndicateursPage,
    view: GrilleView,
    services: "Services",
    prompts: RecordingPrompts,
) -> None:
    view.go(at(view, "K33", "2021"))
    page.gestes.valider.trigger()
    prompts.will_answer(False, True)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert newest(services, "K33", "2021").valeur == 3600
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert newest(services, "K33", "2021").presence is Presence.NON_RENSEIGNE
    assert "validée" in prompts.asked[0][1]


# -- locked periods


def test_a_period_is_closed_then_reopened_with_a_reason(
    qtbot: QtBot,
    page: IndicateursPage,
    view: GrilleView,
    services: "Services",
    prompts: RecordingPrompts,
    said: "Said",
) -> None:
    view.go(at(view, "K33", "2021"))
    prompts.will_answer(False, True)
    shown(page.form.periodes_button.menu())["Clore 2021"].trigger()
    assert services.clotures.list_all(PLAN) == ()
    shown(page.form.periodes_button.menu())["Clore 2021"].trigger()
    column = at(view, "K33", "2021").column()
    header = view.cellules.headerData
    words = str(header(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole))
    assert words == "2021, clôturée le 30/06/2022"
    lock = header(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole)
    assert lock is not None
    index = at(view, "K33", "2021")
    assert spoken(index).endswith("verrouillée")
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    view.go(index)
    qtbot.keyClick(view, Qt.Key.Key_7)
    assert "clôturée" in said.notices[-1]
    assert "clôturée" in page.detail.form.reason_label.text()
    view.cellules.setData(index, "7")
    assert "clôturée" in str(at(view, "K33", "2021").data(Qt.ItemDataRole.ToolTipRole))
    assert newest(services, "K33", "2021").valeur == 3600
    prompts.will_answer("", "erreur de la DDPN")
    shown(page.form.periodes_button.menu())["Rouvrir 2021…"].trigger()
    assert "motif" in said.alerts[-1]
    shown(page.form.periodes_button.menu())["Rouvrir 2021…"].trigger()
    assert services.clotures.list_all(PLAN)[0].motif == "erreur de la DDPN"
    assert at(view, "K33", "2021").flags() & Qt.ItemFlag.ItemIsEditable


def test_a_closed_year_locks_its_months_and_a_running_one_cannot_be(
    page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    services.clotures.clore(PLAN, "2021")
    form = page.form
    form.type_combo.setCurrentIndex(form.type_combo.findData(TypePeriode.MOIS))
    assert "verrouillée" in spoken(at(view, "K33", "2021-03"))
    view.go(at(view, "K33", "2022-06"))
    menu = shown(form.periodes_button.menu())
    assert not menu["Clore juin 2022"].isEnabled()
    assert not menu["Clore 2022"].isEnabled()
    view.go(at(view, "K33", "2022-05"))
    assert shown(form.periodes_button.menu())["Clore mai 2022"].isEnabled()


# -- computed values


def test_a_computed_value_says_what_it_is_made_of(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services", said: "Said"
) -> None:
    services.indicateurs.record(PLAN, "K34", "2021", "12", zone=Zone.POLICE)
    assert at(view, "K34", "2021").data() == ""
    services.indicateurs.record(PLAN, "K34", "2021", "9", zone=Zone.GENDARMERIE)
    index = at(view, "K34", "2021")
    assert index.data() == "21"
    view.go(index)
    assert page.detail.badge.accessibleName() == "Calculée"
    assert "zone police" in plain(page.detail.form.origine_label.text())
    assert not shown(page.form.valeurs_button.menu())["Valider"].isEnabled()
    formula = next(i for i in services.indicateurs.list_all(PLAN) if i.formule is not None)
    view.go(at(view, formula.code, "2021"))
    qtbot.keyClick(view, Qt.Key.Key_7)
    assert "est calculé" in plain(said.notices[-1])
