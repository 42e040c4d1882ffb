"""Campagnes, previews, imports and their undo, on the real plans."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.modeltest import ModelTester

from sdpd_desktop.domain.retour import EtatRetour
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.retours.page import RetoursPage
from tests.gui.retours.conftest import PERIODE, PLAN

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def prepare(page: RetoursPage, folder: Path, periode: str = PERIODE) -> None:
    page.new_object()
    page.form.periode_edit.setText(periode)
    page.form.dossier_edit.setText(str(folder))
    page.form.write_button.click()


# ----------------------------------------------------------------- campagnes


def test_without_campagne_the_page_says_what_to_do(page: RetoursPage) -> None:
    empty = page.form.retours_stack.currentWidget()
    assert empty is not page.form.retours_list_page
    assert not page.form.campagne_combo.isVisible()
    page.campagnes.prepare_asked.emit()
    assert page.preparation.is_open


def test_preparing_writes_one_workbook_per_partner(
    page: RetoursPage, tmp_path: Path, prompts: RecordingPrompts
) -> None:
    folder = tmp_path / "cle"
    prepare(page, folder)
    campagne = page.campagnes.campagne
    assert campagne is not None
    assert campagne.periode.code == PERIODE
    assert len(list(folder.glob("*.xlsx"))) == len(campagne.retours)
    assert not page.preparation.is_open
    said = page.form.message_bar.text_label.text()
    assert f"{len(campagne.retours)} classeurs écrits dans {folder}" in said
    assert campagne.sans_destinataire
    assert all(name in said for name in campagne.sans_destinataire)
    waiting = len(campagne.retours)
    assert f"reste {waiting} à recevoir" in page.form.count_label.text()
    page.form.message_bar.action_button.click()
    assert prompts.asked[-1] == ("open_path", str(folder))


def test_collectives_without_recipient_close_the_list(
    page: RetoursPage, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    prepare(page, tmp_path / "cle")
    model = page.campagnes.listing.model()
    qtmodeltester.check(model)
    campagne = page.campagnes.campagne
    assert campagne is not None
    last = model.index(model.rowCount() - 1, 2)
    assert model.rowCount() == len(campagne.retours) + len(campagne.sans_destinataire)
    assert last.data() == "Sans destinataire"
    page.campagnes.listing.setCurrentIndex(last)
    assert not page.form.etat_button.isEnabled()


@pytest.mark.parametrize(
    ("periode", "echeance", "dossier", "reason", "faulty"),
    [
        ("hier", "", "cle", "n'est pas une période", "periode_edit"),
        ("2023", "", "cle", "pas encore commencé", ""),
        ("2022-S1", "31/02/2022", "cle", "n'existe pas dans le calendrier", "echeance_edit"),
        ("2022-S1", "01/06/2022", "cle", "qui est passé", "echeance_edit"),
        ("2022-S1", "", "", "Choisissez le dossier", "dossier_edit"),
    ],
)
def test_a_field_that_is_wrong_says_why_and_nothing_is_prepared(
    page: RetoursPage, services: "Services", tmp_path: Path, periode: str, echeance: str,
    dossier: str, reason: str, faulty: str,
) -> None:  # fmt: skip
    page.new_object()
    form = page.form
    form.periode_edit.setText(periode)
    form.echeance_edit.setText(echeance)
    form.dossier_edit.setText(str(tmp_path / dossier) if dossier else "")
    form.write_button.click()
    assert reason in form.prepare_error_label.text()
    assert page.preparation.is_open
    assert form.write_button.isEnabled()
    if faulty:
        assert getattr(form, faulty).property("invalide") is True
    assert services.campagnes.list_all(PLAN) == ()


def test_the_next_period_that_has_begun_is_proposed(page: RetoursPage, tmp_path: Path) -> None:
    page.new_object()
    assert page.form.periode_edit.text() == "2022-S1"
    prepare(page, tmp_path / "cle", "2022-T1")
    page.new_object()
    assert page.form.periode_edit.text() == "2022-T2"


def test_a_state_is_changed_by_hand(
    page: RetoursPage, services: "Services", tmp_path: Path
) -> None:
    prepare(page, tmp_path / "cle")
    assert page.campagnes.choose("GGD77")
    menu = page.form.etat_button.menu()
    next(a for a in menu.actions() if a.text().endswith("Relancé")).trigger()
    retours = services.campagnes.list_all(PLAN)[0].retours
    assert next(r for r in retours if r.partenaire == "GGD77").etat is EtatRetour.RELANCE
    row = page.campagnes.listing.current_row()
    assert row.retour.partenaire == "GGD77"
    assert row.badge.texte == "Relancé"


def test_one_workbook_can_be_written_again(
    page: RetoursPage, tmp_path: Path, prompts: RecordingPrompts
) -> None:
    prepare(page, tmp_path / "cle")
    assert page.campagnes.choose("GGD77")
    again = tmp_path / "encore"
    again.mkdir()
    prompts.will_answer(again)
    menu = page.form.retour_button.menu()
    next(a for a in menu.actions() if a.text().startswith("Récrire")).trigger()
    assert [path.name for path in again.iterdir()] == [f"{PLAN}_{PERIODE}_GGD77.xlsx"]


def test_a_link_leads_to_a_return(page: RetoursPage, tmp_path: Path) -> None:
    prepare(page, tmp_path / "cle")
    assert page.open_object("retour", "GGD77", PLAN)
    assert page.campagnes.listing.current_row().retour.partenaire == "GGD77"
    assert not page.open_object("convention", "CLCT77-2019", None)
