"""The settings of an indicator, typed in place of the grid, on the real plans."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.formule import Operande, Operation
from sdpd_desktop.domain.grille import VueGrille
from sdpd_desktop.domain.indicateur import Grandeur, NatureCible, Periodicite, Sens
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.presentation import (
    BORNES,
    GRANDEURS,
    NATURES,
    OPERATIONS,
    PERIODICITES,
    REGLES,
    SENS,
    TERMES,
)
from sdpd_desktop.gui.indicateurs.reglages import ReglagesPane
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from tests.support import count, plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
K33 = "O7.A1.i1"


@pytest.fixture
def pane(page: IndicateursPage) -> ReglagesPane:
    page.open_reglages(K33)
    return page.contenu.reglages


def choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))


def save(pane: ReglagesPane) -> None:
    pane.form.enregistrer_button.click()


def test_every_choice_has_its_words() -> None:
    assert set(NATURES) == set(REGLES) == set(NatureCible)
    assert set(TERMES) == set(OPERATIONS) == set(Operation)
    assert set(SENS) == set(Sens)
    assert set(GRANDEURS) == set(Grandeur)
    assert set(PERIODICITES) == set(Periodicite)
    assert len(BORNES) == 4


def test_f2_on_the_list_the_button_and_back(qtbot: QtBot, page: IndicateursPage) -> None:
    assert page.table.go_to(K33)
    page.table.listing.setFocus()
    qtbot.keyClick(page.table.listing, Qt.Key.Key_F2)
    pane = page.contenu.reglages
    assert page.form.contenu_stack.currentWidget() is pane
    assert pane.form.reglages_label.text().startswith("Réglages de K33 · Caméras")
    assert pane.form.titre_edit.text() == "Caméras de vidéoprotection sur la voie publique"
    assert not page.form.comparer_button.isEnabled()
    assert page.go_back()
    assert page.form.contenu_stack.currentWidget() is page.form.splitter
    page.detail.form.reglages_button.click()
    assert page.form.contenu_stack.currentWidget() is pane


@pytest.mark.parametrize("plan", ["SDPD77-2020", "PADRSQ62-2025", "CRACK61-2023", "QRR77-2019"])
def test_what_is_shown_of_every_indicator_is_what_is_stored(
    page: IndicateursPage, context: Context, services: "Services", plan: str
) -> None:
    context.plan.select(plan)
    page.refresh(None)
    before = count(services)
    for indicateur in services.indicateurs.list_all(plan):
        page.open_reglages(indicateur.code)
        save(page.contenu.reglages)
        assert page.contenu.reglages.refus.text == ""
    assert count(services) == before


def test_every_setting_is_stored_in_one_step_that_undo_puts_back(
    page: IndicateursPage, pane: ReglagesPane, services: "Services"
) -> None:
    form, before = pane.form, services.indicateurs.get(PLAN, K33)
    number = count(services)
    for edit, text in (
        (form.titre_edit, "Caméras en service"),
        (form.source_edit, "rapport du BRDS"),
        (form.unite_edit, "appareils"),
        (form.numerateur_edit, "en panne"),
        (form.denominateur_edit, "posées"),
        (form.produit_edit, "caméra"),
        (form.definition_depuis_edit, "1er janvier 2021"),
        (form.depart_edit, "3 000,5"),
        (form.depart_date_edit, "1/6/18"),
        (form.depart_periode_edit, "2018"),
        (form.depart_texte_edit, "selon X"),
        (form.minimum_edit, "10"),
        (form.maximum_edit, "9 000"),
        (form.seuil_variation_edit, "12,5"),
    ):
        edit.setText(text)
    form.methode_edit.setPlainText("recensement annuel")
    choose(form.fournisseur_combo, "DDSP77")
    choose(form.grandeur_combo, Grandeur.CUMUL)
    choose(form.periodicite_combo, Periodicite.SEMESTRE)
    choose(form.sens_combo, Sens.STABLE)
    choose(form.communicable_combo, value=False)
    form.decimales_spin.setValue(1)
    form.delai_jours_spin.setValue(45)
    form.territoires_list.item(0).setCheckState(Qt.CheckState.Checked)
    save(pane)
    now = services.indicateurs.get(PLAN, K33)
    assert count(services) == number + 1
    assert (now.titre, now.source, now.unite) == (
        "Caméras en service", "rapport du BRDS", "appareils",
    )  # fmt: skip
    assert (now.numerateur, now.denominateur, now.produit) == ("en panne", "posées", "caméra")
    assert now.definition_depuis == dt.date(2021, 1, 1)
    assert (now.depart.valeur, now.depart.date) == (Decimal("3000.5"), dt.date(2018, 6, 1))
    assert (now.depart.periode, now.depart.texte) == ("2018", "selon X")
    assert [now.minimum, now.maximum, now.seuil_variation] == [10, 9000, Decimal("12.5")]
    assert (now.methode, now.fournisseur) == ("recensement annuel", "DDSP77")
    assert (now.grandeur, now.periodicite, now.sens) == (
        Grandeur.CUMUL, Periodicite.SEMESTRE, Sens.STABLE,
    )  # fmt: skip
    assert (now.communicable, now.decimales, now.delai_jours) == (False, 1, 45)
    assert len(now.territoires) == 1
    assert page.form.contenu_stack.currentWidget() is page.form.splitter
    assert page.detail.form.title_label.text() == "Caméras en service"
    services.journal.undo(services.journal.history(1)[0].numero)
    assert services.indicateurs.get(PLAN, K33) == before


def test_dated_targets_are_added_changed_and_removed(
    qtbot: QtBot, page: IndicateursPage, pane: ReglagesPane, services: "Services"
) -> None:
    table = pane.formulaire.cibles
    pane.form.tabs.setCurrentWidget(pane.form.cible_tab)
    pane.form.cible_add_button.click()
    editor = table.focusWidget()
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "600")  # Still in the cell when the settings are read.
    for column, text in ((1, "31/12/2024"), (2, "d'ici 2024"), (3, "1/1/23"), (4, "K02")):
        table.item(1, column).setText(text)  # type: ignore[union-attr]
    save(pane)
    assert pane.refus.text == ""
    first, second = services.indicateurs.get(PLAN, K33).cibles
    assert first.valeur == 400
    assert second.valeur == 600
    assert (second.echeance, second.debut) == (dt.date(2024, 12, 31), dt.date(2023, 1, 1))
    assert (second.echeance_interpretee, second.reference) == ("d'ici 2024", "K02")
    page.open_reglages(K33)
    table.setCurrentCell(0, 0)
    pane.form.cible_remove_button.click()
    save(pane)
    assert [c.valeur for c in services.indicateurs.get(PLAN, K33).cibles] == [600]


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        (0, "beaucoup", "Cible n° 1, valeur : « beaucoup » n'est pas un nombre"),
        (1, "demain", "Cible n° 1, échéance : « demain » n'est pas une date"),
        (0, "", "Une cible sans valeur ne peut pas être suivie"),
        (1, "", "donnez la date que l’on en retient"),
    ],
)
def test_a_wrong_cell_of_a_target_says_why_and_keeps_what_was_typed(
    pane: ReglagesPane, services: "Services", column: int, text: str, words: str
) -> None:
    before = count(services)
    pane.formulaire.cibles.item(0, column).setText(text)  # type: ignore[union-attr]
    save(pane)
    assert words in plain(pane.refus.text)
    assert pane.form.tabs.currentWidget() is pane.form.cible_tab
    assert pane.formulaire.cibles.item(0, column).text() == text  # type: ignore[union-attr]
    assert count(services) == before


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("titre_edit", "", "Donnez un titre"),
        ("minimum_edit", "abc", "n'est pas un nombre. Écrivez un seul nombre, comme 1 234,5."),
        ("maximum_edit", "-5", "Le maximum est plus petit que le minimum."),
        ("seuil_variation_edit", "0", "plus grand que zéro"),
        ("definition_depuis_edit", "jadis", "n'est pas une date"),
        ("depart_periode_edit", "hier", "hier"),
        ("depart_edit", "", "donnez la valeur de départ"),
    ],
)
def test_a_refusal_stands_under_its_field(
    pane: ReglagesPane, services: "Services", name: str, text: str, words: str
) -> None:
    before = count(services)
    edit = getattr(pane.form, name)
    edit.setText(text)
    save(pane)
    assert words in plain(pane.refus.text)
    assert edit.property("invalide") is True
    assert edit.isVisible()  # Its tab came to the front.
    assert pane.refus.field is edit
    assert count(services) == before
    assert pane.isVisible()


def test_the_rule_shows_what_it_needs(pane: ReglagesPane, services: "Services") -> None:
    form = pane.form
    pane.form.tabs.setCurrentWidget(form.cible_tab)
    assert form.sites_edit.isHidden()
    choose(form.nature_combo, NatureCible.LISTE)
    assert form.sites_edit.isVisible()
    form.sites_edit.setPlainText("Melun\n\n Meaux ")
    save(pane)
    now = services.indicateurs.get(PLAN, K33)
    assert (now.nature, now.sites) == (NatureCible.LISTE, ("Melun", "Meaux"))
    assert [cible.valeur for cible in now.cibles] == [2]


def test_without_target_nothing_of_it_stays(
    page: IndicateursPage, pane: ReglagesPane, services: "Services"
) -> None:
    choose(pane.form.nature_combo, NatureCible.DIRECTION)
    assert not pane.form.cible_add_button.isEnabled()
    save(pane)
    now = services.indicateurs.get(PLAN, K33)
    assert (now.nature, now.cibles) == (NatureCible.DIRECTION, ())
    page.open_reglages(K33)
    choose(pane.form.nature_combo, NatureCible.JALON)
    assert pane.form.unite_edit.text() == "jalon"
    pane.form.cible_add_button.click()
    pane.formulaire.cibles.item(0, 1).setText("31/12/2022")  # type: ignore[union-attr]
    save(pane)
    now = services.indicateurs.get(PLAN, K33)
    assert now.unite == "jalon"
    assert [cible.valeur for cible in now.cibles] == [1]


def test_a_formula_is_chosen_term_by_term(pane: ReglagesPane, services: "Services") -> None:
    form, table = pane.form, pane.formulaire.operandes
    form.tabs.setCurrentWidget(form.calcul_tab)
    assert table.isHidden()
    choose(form.operation_combo, Operation.SOMME)
    assert table.isVisible()
    save(pane)
    assert "au moins deux opérandes" in pane.refus.text
    for code, zone in (("O7.A1.i2", Zone.POLICE), ("O7.A1.i2", Zone.GENDARMERIE)):
        form.operande_add_button.click()
        row = table.rowCount() - 1
        for column, value in ((0, code), (2, zone.value)):
            combo = table.cellWidget(row, column)
            assert isinstance(combo, QComboBox)
            choose(combo, value)
    form.unite_edit.setText(services.indicateurs.get(PLAN, "O7.A1.i2").unite)
    save(pane)
    assert pane.refus.text == ""
    now = services.indicateurs.get(PLAN, K33)
    assert now.formule is not None
    assert now.formule.operandes == (
        Operande("O7.A1.i2", "", Zone.POLICE), Operande("O7.A1.i2", "", Zone.GENDARMERIE),
    )  # fmt: skip


def test_a_shifted_term_is_read_back(
    page: IndicateursPage, pane: ReglagesPane, services: "Services"
) -> None:
    choose(pane.form.operation_combo, Operation.DIFFERENCE)
    table = pane.formulaire.operandes
    for shift in (0, 1):
        pane.form.operande_add_button.click()
        combo, spin = table.cellWidget(shift, 0), table.cellWidget(shift, 3)
        assert isinstance(combo, QComboBox)
        assert isinstance(spin, QSpinBox)
        choose(combo, "O7.A1.i2")
        spin.setValue(shift)
    pane.form.unite_edit.setText(services.indicateurs.get(PLAN, "O7.A1.i2").unite)
    save(pane)
    before = count(services)
    page.open_reglages(K33)
    save(pane)
    assert count(services) == before
    formule = services.indicateurs.get(PLAN, K33).formule
    assert formule is not None
    assert [operande.decalage for operande in formule.operandes] == [0, 1]


def test_nothing_typed_is_lost_without_a_word(
    page: IndicateursPage, pane: ReglagesPane, prompts: RecordingPrompts, services: "Services"
) -> None:
    pane.form.titre_edit.setText("Autre titre")
    prompts.will_answer(False, False, False)
    assert page.go_back()
    assert not page.new_object()
    assert page.open_object("indicateur", "O7.A2.i1", PLAN)
    assert pane.isVisible()
    assert pane.form.titre_edit.text() == "Autre titre"
    prompts.will_answer(True)
    assert page.go_back()
    assert not pane.isVisible()
    assert services.indicateurs.get(PLAN, K33).titre != "Autre titre"


def test_an_indicator_of_the_offices_own_is_made_and_found(
    page: IndicateursPage, services: "Services", said: "Said"
) -> None:
    assert page.table.go_to(K33)
    assert page.new_object()
    pane = page.contenu.reglages
    assert pane.form.parent_combo.currentData() == "O7.A1"
    assert pane.form.parent_combo.isVisible()
    pane.form.titre_edit.setText("Drones en service")
    pane.form.unite_edit.setText("drones")
    save(pane)
    made = next(i for i in services.indicateurs.list_all(PLAN) if i.titre == "Drones en service")
    assert made.parent == "O7.A1"
    assert page.form.contenu_stack.currentWidget() is page.form.splitter
    current = page.table.current()
    assert current is not None
    assert current.indicateur.code == made.code
    assert said.notices[-1].endswith(f"indicateur {made.code} créé.")


def test_a_plan_without_indicators_offers_to_make_the_first(
    page: IndicateursPage, services: "Services"
) -> None:
    grid = services.grilles.lire(PLAN, VueGrille(TypePeriode.ANNEE, 2021, 2022))
    page._on_grille(replace(grid, suivis={}, lignes=(), valeurs={}))
    assert not page.detail.isVisible()
    page.contenu.no_indicateur.button.click()
    assert page.contenu.reglages.form.parent_combo.currentData() == PLAN


def test_another_plan_asks_before_settings_half_typed_are_lost(
    page: IndicateursPage, pane: ReglagesPane, prompts: RecordingPrompts
) -> None:
    pane.form.titre_edit.setText("Autre titre")
    prompts.will_answer(False)
    assert not page.leave_plan()
    assert page.form.contenu_stack.currentWidget() is pane
    prompts.will_answer(True)
    assert page.leave_plan()
    assert page.leave_plan()  # Nothing is left to lose: no other question.
