"""Campagnes in the window: chosen, changed, reminded, answered for, closed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.partenaire import Contact, Emetteur, Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import CampagneSummary, EtatRetour, LigneDemandee
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.retours.page import RetoursPage
from sdpd_desktop.gui.retours.reponses import ANSWER, DONE_ON, NOTE, RESULT
from tests.gui.retours.conftest import PERIODE, PLAN
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

S1 = parse_periode("2022-S1")
DUE, LATER = dt.date(2022, 7, 15), dt.date(2022, 7, 20)


@pytest.fixture
def open_page(qtbot: QtBot, context: Context) -> Callable[[Context], RetoursPage]:
    def make(used: Context) -> RetoursPage:
        page = RetoursPage(used)
        qtbot.addWidget(page)
        page.resize(1130, 680)
        page.refresh(None)
        used.changes.changed.connect(
            lambda changes: page.refresh(changes) if changes & page.concerned else None
        )
        page.show()
        return page

    return make


@pytest.fixture
def page(
    open_page: Callable[[Context], RetoursPage], context: Context, services: "Services",
    tmp_path: Path,
) -> RetoursPage:  # fmt: skip
    services.campagnes.prepare(PLAN, PERIODE, tmp_path / "cle", "DDSP77", DUE)
    services.campagnes.prepare(PLAN, PERIODE, tmp_path / "cle", "GGD77")
    return open_page(context)


def campagne(services: "Services") -> CampagneSummary:
    return services.campagnes.list_all(PLAN)[0]


def etat(services: "Services", partenaire: str) -> EtatRetour:
    return next(r for r in campagne(services).retours if r.partenaire == partenaire).etat


def trigger(button: QPushButton, start: str) -> None:
    menu = button.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text().startswith(start)).trigger()


# ---------------------------------------------------------------- preparing


def test_partners_are_proposed_left_out_and_added(
    open_page: Callable[[Context], RetoursPage], context: Context, services: "Services",
    tmp_path: Path, prompts: RecordingPrompts, qtmodeltester: ModelTester,
) -> None:  # fmt: skip
    page = open_page(context)
    page.new_object()
    page.form.periode_edit.setText(PERIODE)
    page.form.choose_button.click()
    editor = page.gestes.editor
    assert page.gestes.shown is editor
    qtmodeltester.check(editor.partners_model)
    total = editor.partners_model.rowCount()
    assert len(editor.partners_model.ticked) == total > 20
    editor.partners_model.tick(
        [row for row in editor.partners_model.rows if row.partenaire != "SNCF"], yes=False
    )
    combo = editor.form.add_combo
    added = combo.itemData(0)
    editor.form.add_button.click()
    assert editor.partners.current_row().partenaire == added
    assert not editor.form.asked_check.isChecked()
    editor.form.write_button.click()
    assert "Rien n'est demandé à" in editor.form.error_label.text()
    line = editor.lines_model.rows[0]
    editor.lines_model.tick([line], yes=True)
    editor.form.due_edit.setText("15/07/2022")
    prompts.will_answer(tmp_path / "cle")
    editor.form.write_button.click()
    assert page.gestes.shown is None
    asked = {r.partenaire: r for r in campagne(services).retours}
    assert set(asked) == {"SNCF", added}
    assert asked[added].demandes == (line.cle,)
    assert campagne(services).echeance == DUE
    assert len(list((tmp_path / "cle").glob("*.xlsx"))) == 2


def test_a_campagne_is_changed_later(page: RetoursPage, services: "Services") -> None:
    assert page.campagnes.choose("DDSP77")
    trigger(page.form.retour_button, "Changer ce qui lui est demandé")
    editor = page.gestes.editor
    assert editor.partners.current_row().partenaire == "DDSP77"
    shown = editor.lines_model.rows
    assert all(line.cle in editor.lines_model.ticked for line in shown)
    kept = next(line for line in shown if not line.cle.est_mesure)
    editor.lines_model.tick([line for line in shown if line != kept], yes=False)
    assert len(editor.lines_model.rows) == len(shown), "a slip can be mended"
    row = editor.partners_model.find(lambda one: one.partenaire == "DDSP77")
    assert [row.siblingAtColumn(column).data() for column in (2, 3)] == ["0", "1"]
    police = replace(kept.cle, zone=Zone.POLICE)
    editor.form.asked_check.click()
    editor.form.filter_edit.setText(kept.titre)
    zone = next(line for line in editor.lines_model.rows if line.cle == police)
    editor.lines_model.tick([zone], yes=True)
    editor.form.own_mode_combo.setCurrentIndex(2)
    editor.form.own_mode_combo.activated.emit(2)
    editor.form.save_button.click()
    retour = next(r for r in campagne(services).retours if r.partenaire == "DDSP77")
    assert set(retour.demandes) == {kept.cle, police}
    assert retour.mode is ModeRetour.SEPARES
    lines = services.campagnes.content(retour.id).indicateurs
    assert {line.zone for line in lines} == {Zone.POLICE, Zone.ENSEMBLE}


def test_a_wrong_date_is_said_and_nothing_is_stored(
    page: RetoursPage, services: "Services"
) -> None:
    trigger(page.form.campagne_button, "Modifier la campagne")
    editor = page.gestes.editor
    editor.form.due_edit.setText("31/02/2022")
    editor.form.save_button.click()
    assert "calendrier" in editor.form.error_label.text()
    assert editor.form.due_edit.property("invalide") is True
    assert page.go_back()
    assert page.gestes.shown is None
    assert campagne(services).echeance == DUE


def test_who_answered_cannot_be_left_out(page: RetoursPage, services: "Services") -> None:
    retour = next(r for r in campagne(services).retours if r.partenaire == "DDSP77")
    services.campagnes.marquer(retour.id, EtatRetour.RECU, dt.date(2022, 6, 30))
    trigger(page.form.campagne_button, "Modifier la campagne")
    model = page.gestes.editor.partners_model
    index = model.find(lambda row: row.partenaire == "DDSP77")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert not model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


# ---------------------------------------------------------------- following


def test_only_the_states_that_may_follow_are_offered(
    page: RetoursPage, services: "Services"
) -> None:
    assert page.campagnes.choose("DDSP77")
    words = [plain(action.text()) for action in page.form.etat_button.menu().actions()]
    assert [word.split("  ")[-1] for word in words] == [
        "Relancé", "Reçu", "État néant", "", "Depuis un autre jour",
    ]  # fmt: skip
    trigger(page.form.etat_button, "–")
    assert etat(services, "DDSP77") is EtatRetour.ETAT_NEANT
    assert plain(page.form.retour_label.text()).startswith(
        "Attendu le 30/06/2022 · État néant le 30/06/2022"
    )


def test_a_state_may_date_from_another_day(
    page: RetoursPage, services: "Services", prompts: RecordingPrompts
) -> None:
    assert page.campagnes.choose("DDSP77")
    retour = page.campagnes.listing.current_row().retour
    mark = page.campagnes.state_chosen.emit
    prompts.will_answer("29/06/2022")
    mark(retour, EtatRetour.RECU, True)
    assert "ne vienne pas avant" in page.form.message_bar.text_label.text()
    prompts.will_answer("hier")
    mark(retour, EtatRetour.RECU, True)
    assert "pas une date" in page.form.message_bar.text_label.text()
    prompts.will_answer(None)
    mark(retour, EtatRetour.RECU, True)
    assert etat(services, "DDSP77") is EtatRetour.ATTENDU
    prompts.will_answer("30/06/2022")
    mark(retour, EtatRetour.RECU, True)
    assert etat(services, "DDSP77") is EtatRetour.RECU


def test_closing_asks_then_nothing_is_awaited(
    page: RetoursPage, services: "Services", prompts: RecordingPrompts
) -> None:
    prompts.will_answer(False)
    trigger(page.form.campagne_button, "Clore")
    assert campagne(services).close_le is None
    prompts.will_answer(True)
    trigger(page.form.campagne_button, "Clore")
    assert campagne(services).close_le == dt.date(2022, 6, 30)
    assert "close le 30/06/2022" in page.form.campagne_combo.currentText()
    assert not page.form.etat_button.isEnabled()
    assert not page.form.transmission_button.isEnabled()
    trigger(page.form.campagne_button, "Rouvrir")
    assert campagne(services).close_le is None
    assert page.form.etat_button.isEnabled()


def test_late_partners_are_reminded_in_one_gesture(
    page: RetoursPage, services: "Services", context: Context, prompts: RecordingPrompts,
    tmp_path: Path,
) -> None:  # fmt: skip
    page.campagnes._today = lambda: LATER
    page.refresh(None)
    assert page.campagnes.listing.current_row().badge.texte == "En retard"
    assert "échéance passée" in page.form.count_label.text()
    # The services still live on 30 June, when nothing is late: they say so.
    prompts.will_answer(tmp_path / "rel")
    trigger(page.form.campagne_button, "Relancer les retardataires (2)")
    assert "n'est en retard" in page.form.message_bar.text_label.text()
    prompts.will_answer(tmp_path / "rel")
    assert page.campagnes.choose("DDSP77")
    page.form.relance_button.click()
    assert etat(services, "DDSP77") is EtatRetour.RELANCE
    assert len(list((tmp_path / "rel").iterdir())) == 3
    assert "1 relance écrite" in page.form.message_bar.text_label.text()


# ------------------------------------------------------------- typed answers


def test_answers_by_telephone_are_typed(
    page: RetoursPage, services: "Services", qtmodeltester: ModelTester
) -> None:
    assert page.campagnes.choose("DDSP77")
    page.form.transmission_button.click()
    pane = page.gestes.transmission
    assert page.gestes.shown is pane
    qtmodeltester.check(pane.model)
    content = services.campagnes.content(page.campagnes.listing.current_row().retour.id)
    k05 = next(line for line in content.indicateurs if line.reference == "K05")
    value = LigneDemandee(k05.code, k05.territoire, k05.zone)
    mesure = LigneDemandee("O1.A2.m1")
    assert pane.model.setData(pane.model.find(value, ANSWER), "1 234")
    assert pane.model.setData(pane.model.find(value, NOTE), "vu au téléphone")
    assert pane.model.setData(pane.model.find(mesure, ANSWER), "Réalisée")
    pane.form.save_button.click()
    assert "fonction" in pane.form.error_label.text()
    assert pane.form.fonction_edit.property("invalide") is True
    pane.form.canal_combo.setCurrentIndex(2)
    pane.form.fonction_edit.setText("chef du bureau partenariat")
    pane.form.save_button.click()
    assert services.indicateurs.history(PLAN, "K05", S1)[0].valeur == 1234
    assert pane.model.find(value, RESULT).data() == "Enregistré"
    # No date was given: a question, answered on the spot.
    assert pane.model.find(mesure, RESULT).data() == "À confirmer"
    bar = pane.form.message_bar
    assert "1 ligne à confirmer" in plain(bar.text_label.text())
    bar.action_button.click()
    assert services.plans.action(PLAN, "O1.A2").mesures[0].statut is Statut.REALISEE
    assert not pane.unsaved
    assert page.go_back()
    assert page.gestes.shown is None
    assert etat(services, "DDSP77") is EtatRetour.RECU


def test_nothing_to_tell_is_typed_too(page: RetoursPage, services: "Services") -> None:
    assert page.campagnes.choose("DDSP77")
    page.form.transmission_button.click()
    pane = page.gestes.transmission
    content = services.campagnes.content(page.campagnes.listing.current_row().retour.id)
    first = content.indicateurs[0]
    cell = pane.model.find(LigneDemandee(first.code, first.territoire, first.zone), ANSWER)
    assert pane.model.setData(cell, "état néant")
    pane.form.fonction_edit.setText("chef du bureau")
    pane.form.save_button.click()
    said = plain(pane.form.message_bar.text_label.text())
    assert said == "État néant : aucune valeur n’est modifiée, le retour est « état néant »."
    assert etat(services, "DDSP77") is EtatRetour.ETAT_NEANT
    assert not pane.unsaved


def test_a_valid_return_says_what_new_answers_do_to_it(
    page: RetoursPage, services: "Services"
) -> None:
    assert page.campagnes.choose("DDSP77")
    retour = page.campagnes.listing.current_row().retour
    for state in (EtatRetour.RECU, EtatRetour.VALIDE):
        services.campagnes.marquer(retour.id, state, dt.date(2022, 6, 30))
    page.refresh(None)
    page.form.transmission_button.click()
    bar = page.gestes.transmission.form.message_bar
    assert "à valider de nouveau" in bar.text_label.text()
    assert etat(services, "DDSP77") is EtatRetour.VALIDE


def test_what_is_wrong_stays_and_leaving_asks(
    page: RetoursPage, services: "Services", prompts: RecordingPrompts
) -> None:
    page.campagnes.choose("DDSP77")
    page.form.transmission_button.click()
    pane = page.gestes.transmission
    cell = pane.model.find(LigneDemandee("O1.A2.m1"), DONE_ON)
    assert pane.model.setData(cell, "31/02/2022")
    pane.form.fonction_edit.setText("chef du bureau")
    pane.form.save_button.click()
    assert cell.data() == "31/02/2022"
    result = pane.model.find(LigneDemandee("O1.A2.m1"), RESULT)
    assert result.data() == "Rejeté"
    assert "calendrier" in result.data(Qt.ItemDataRole.ToolTipRole)
    prompts.will_answer(False)
    page.go_back()
    assert page.gestes.shown is pane
    prompts.will_answer(True)
    page.go_back()
    assert page.gestes.shown is None


# --------------------------------------------------------------- the partner


def test_the_form_of_a_partner_keeps_function_and_units(
    page: RetoursPage, services: "Services"
) -> None:
    page.campagnes.choose("DDSP77")
    assert "non renseigné" in page.form.retour_label.text()
    trigger(page.form.retour_button, "Fiche du partenaire")
    form = page.gestes.fiche.form
    form.fonction_edit.setText("Chef du bureau partenariat")
    form.courriel_edit.setText("pas une adresse")
    form.add_unit_button.click()
    item = form.units_table.item(0, 0)
    assert item is not None
    item.setText("CSP Noisiel")
    combo = form.units_table.cellWidget(0, 1)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("ARR-TORCY"))
    form.save_button.click()
    assert "adresse électronique" in form.error_label.text()
    form.courriel_edit.setText("ddsp77@police.invalid")
    form.save_button.click()
    partner = next(p for p in services.partenaires.list_all() if p.code == "DDSP77")
    assert partner.contact.fonction == "Chef du bureau partenariat"
    assert [(u.nom, u.territoire) for u in partner.emetteurs] == [("CSP Noisiel", "ARR-TORCY")]
    assert "Chef du bureau partenariat, ddsp77@police.invalid" in page.form.retour_label.text()
    assert "attendus CSP Noisiel" in page.form.retour_label.text()


def test_the_form_of_a_partner_shows_its_names_and_opens_them(
    page: RetoursPage, services: "Services"
) -> None:
    services.memoires.nommer("DDSP77", "DIPN 77", depuis=dt.date(2024, 1, 1))
    page.campagnes.choose("DDSP77")
    trigger(page.form.retour_button, "Fiche du partenaire")
    form = page.gestes.fiche.form
    assert "DIPN 77 (du 01/01/2024)" in plain(form.names_label.text())
    # Those of the directory, which have no dates, are in the same list.
    (directory,) = (p for p in services.partenaires.list_all() if p.code == "DDSP77")
    assert directory.alias
    assert all(f" · {nom}" in plain(form.names_label.text()) for nom in directory.alias)
    form.fonction_edit.setText("en cours de frappe")
    form.names_button.click()
    dialog = page.gestes.memoire
    assert dialog is not None
    dialog.form.alias_edit.setText("Commissariat central")
    dialog.form.jusqu_edit.setText("31/12/2023")
    dialog.form.alias_button.click()
    dialog.form.close_button.click()
    assert "Commissariat central (jusqu’au 31/12/2023)" in plain(form.names_label.text())
    assert form.fonction_edit.text() == "en cours de frappe"


def test_a_unit_renamed_in_the_form_keeps_what_it_gave(
    page: RetoursPage, services: "Services"
) -> None:
    services.partenaires.enregistrer("DDSP77", Contact(), (Emetteur("CSP Noisiel"),))
    page.campagnes.choose("DDSP77")
    trigger(page.form.retour_button, "Fiche du partenaire")
    fiche = page.gestes.fiche
    item = fiche.form.units_table.item(0, 0)
    assert item is not None
    item.setText("CSP Torcy")
    assert fiche.units() == (Emetteur("CSP Torcy", "", "CSP Noisiel"),)
    fiche.form.save_button.click()
    (partner,) = (p for p in services.partenaires.list_all() if p.code == "DDSP77")
    assert [unit.nom for unit in partner.emetteurs] == ["CSP Torcy"]
