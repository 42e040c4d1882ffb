"""Settings are stored at once; backups, restoration and checks answer inline."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.parametres.listes import duree
from sdpd_desktop.gui.parametres.page import ParametresPage
from sdpd_desktop.gui.prompts import RecordingPrompts
from tests import fabrique_police
from tests.gui.conftest import Said
from tests.support import TODAY, plain, raw
from tests.unit.documents.echantillons import image_entete

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ParametresPage:
    page = ParametresPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


def type_in(qtbot: QtBot, page: ParametresPage, name: str, text: str) -> None:
    edit = getattr(page.form, f"{name}_edit")
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    edit.editingFinished.emit()


def test_a_field_is_stored_when_it_is_left(
    qtbot: QtBot, page: ParametresPage, services: "Services", said: Said
) -> None:
    type_in(qtbot, page, "bureau", "BSIR")
    type_in(qtbot, page, "auteur", "C. Durand")
    stored = services.parametres.get()
    assert (stored.bureau, stored.auteur) == ("BSIR", "C. Durand")
    assert services.parametres.auteur() == "C. Durand"
    assert said.notices[-1] == "Paramètres enregistrés."


def write_marks(page: ParametresPage, text: str) -> None:
    page.bureau.mentions.setPlainText(text)
    page.bureau.mentions.document().setModified(True)
    page.bureau.mentions.left.emit()


def test_marks_are_listed_and_one_of_them_is_printed(
    page: ParametresPage, services: "Services"
) -> None:
    combo = page.form.mention_combo
    write_marks(page, "Usage interne\n\n  Ne pas   diffuser\nUsage interne")
    assert services.parametres.get().mentions == ("Usage interne", "Ne pas diffuser")
    assert services.parametres.get().mention == ""
    assert [combo.itemText(n) for n in range(combo.count())] == [
        "Aucune", "Usage interne", "Ne pas diffuser"
    ]  # fmt: skip
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert services.parametres.get().mention == "Ne pas diffuser"
    write_marks(page, "Usage interne")
    assert services.parametres.get().mention == ""
    assert combo.currentText() == "Aucune"


def test_documents_take_the_typeface_chosen_and_give_it_back(
    page: ParametresPage,
    services: "Services",
    prompts: RecordingPrompts,
    said: Said,
    tmp_path: Path,
) -> None:
    preview = page.form.police_preview
    shipped = preview.font().family()
    assert preview.text().startswith("Source Sans 3 (livrée)")
    assert not page.form.police_remove_button.isEnabled()
    prompts.will_answer(fabrique_police.ecrire(tmp_path))
    page.form.police_button.click()
    police = services.parametres.police()
    assert police is not None
    assert police.nom == fabrique_police.FAMILLE
    assert preview.text().startswith(fabrique_police.FAMILLE)
    assert preview.font().family() == fabrique_police.FAMILLE != shipped
    assert fabrique_police.FAMILLE in said.notices[-1]
    page.form.police_remove_button.click()
    assert services.parametres.police() is None
    assert preview.font().family() == shipped


def test_files_that_are_no_typeface_are_refused_in_the_card(
    page: ParametresPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path
) -> None:
    paths = fabrique_police.ecrire(tmp_path)
    paths[0].write_bytes(b"rien")
    prompts.will_answer(paths)
    page.form.police_button.click()
    assert "ce n’est pas une police" in plain(page.form.bureau_error_label.text())
    assert page.form.bureau_error_label.isVisible()
    assert services.parametres.police() is None


def test_leaving_a_field_unchanged_writes_nothing(
    page: ParametresPage, services: "Services"
) -> None:
    before = services.journal.verify().changements
    page.form.bureau_edit.editingFinished.emit()
    page.form.dossier_edit.editingFinished.emit()
    assert services.journal.verify().changements == before


def test_what_is_being_typed_survives_a_refresh(qtbot: QtBot, page: ParametresPage) -> None:
    page.form.bureau_edit.setFocus()
    qtbot.keyClicks(page.form.bureau_edit, "BSI")
    page.refresh(None)
    assert page.form.bureau_edit.text() == "BSI"


def test_the_system_account_signs_when_no_name_is_given(
    page: ParametresPage, services: "Services"
) -> None:
    assert services.parametres.auteur() in page.form.auteur_edit.placeholderText()


def test_the_threshold_of_small_counts_is_stored(
    qtbot: QtBot, page: ParametresPage, services: "Services"
) -> None:
    assert page.form.seuil_edit.text() == "5"
    type_in(qtbot, page, "seuil", "11")
    assert services.parametres.get().seuil_diffusion == 11


@pytest.mark.parametrize(
    ("typed", "reason"), [("dix", "est un nombre entier"), ("0", "de 1"), ("", "nombre entier")]
)
def test_a_threshold_that_is_none_is_refused_and_the_old_one_stays(
    qtbot: QtBot, page: ParametresPage, services: "Services", typed: str, reason: str
) -> None:
    page.form.seuil_edit.setFocus()
    page.form.seuil_edit.clear()
    type_in(qtbot, page, "seuil", typed)
    assert reason in plain(page.form.bureau_error_label.text())
    assert page.form.bureau_error_label.isVisible()
    assert services.parametres.get().seuil_diffusion == 5
    assert page.form.seuil_edit.text() == "5"


def test_a_header_image_is_shown_and_removed(
    page: ParametresPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path
) -> None:
    image = tmp_path / "entete.png"
    image.write_bytes(image_entete())
    prompts.will_answer([image])
    page.form.entete_button.click()
    assert services.parametres.get().entete == image.read_bytes()
    assert not page.form.entete_picture.pixmap().isNull()
    page.form.entete_remove_button.click()
    assert services.parametres.get().entete is None
    assert not page.form.entete_remove_button.isEnabled()


@pytest.mark.parametrize(
    ("octets", "reason"),
    [
        (b"bonjour", "n’est pas une image PNG ou JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 100, "n’est pas une image PNG ou JPEG"),
        (b"\xff\xd8\xff" + b"0" * 5_000_000, "dépasse 5 Mo"),
        (None, "ne peut pas être lue"),
    ],
)
def test_what_is_no_image_is_refused_inline(
    page: ParametresPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path,
    octets: bytes | None, reason: str,
) -> None:  # fmt: skip
    file = tmp_path / "entete.png"
    if octets is not None:
        file.write_bytes(octets)
    prompts.will_answer([file])
    page.form.entete_button.click()
    assert page.form.bureau_error_label.isVisible()
    assert reason in page.form.bureau_error_label.text()
    assert services.parametres.get().entete is None


def test_the_look_is_stored_at_once(page: ParametresPage, services: "Services") -> None:
    assert page.form.systeme_radio.isChecked()
    page.form.sombre_radio.click()
    assert services.parametres.get().apparence is Apparence.SOMBRE
    page.refresh(None)
    assert page.form.sombre_radio.isChecked()


def test_a_backup_is_made_and_described(
    page: ParametresPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path
) -> None:
    assert "jamais été sauvegardée" in page.form.derniere_label.text()
    prompts.will_answer(tmp_path)
    page.form.sauvegarder_button.click()
    last = services.sauvegardes.last()
    assert last is not None
    assert Path(last.chemin).is_file()
    assert last.chemin in page.form.derniere_label.text()
    assert page.form.sauvegarder_button.isEnabled()


def test_a_backup_folder_is_kept_and_used(
    page: ParametresPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path
) -> None:
    folder = tmp_path / "cle"
    folder.mkdir()
    prompts.will_answer(folder)
    page.form.dossier_button.click()
    assert services.parametres.get().dossier_sauvegardes == str(folder)
    page.form.sauvegarder_button.click()
    assert len(list(folder.glob("*.sauvegarde"))) == 1


def test_a_key_that_is_gone_is_said_inline(
    qtbot: QtBot, page: ParametresPage, services: "Services", tmp_path: Path
) -> None:
    type_in(qtbot, page, "dossier", str(tmp_path / "cle absente"))
    page.form.sauvegarder_button.click()
    assert "n’existe pas" in page.form.sauvegarde_error_label.text()
    assert services.sauvegardes.last() is None
    assert not (tmp_path / "cle absente").exists()


def test_a_backup_is_restored_after_a_question(
    page: ParametresPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path,
    said: Said,
) -> None:  # fmt: skip
    saved = services.sauvegardes.backup(tmp_path / "avant.sauvegarde")
    services.plans.tick("SDPD77-2020", "O2.A1.m1", TODAY)
    prompts.will_answer([Path(saved.chemin)], False)
    page.form.restaurer_button.click()
    assert said.reopened == []
    prompts.will_answer([Path(saved.chemin)], True)
    page.form.restaurer_button.click()
    assert said.reopened == [True]
    services.close()
    again = build_services(services.data, clock=FixedClock(TODAY))
    assert again.plans.action("SDPD77-2020", "O2.A1").mesures[0].fait_le is None
    again.close()


def test_a_file_that_is_no_backup_is_refused_inline(
    page: ParametresPage, prompts: RecordingPrompts, tmp_path: Path, said: Said
) -> None:
    file = tmp_path / "photo.sauvegarde"
    file.write_bytes(b"bonjour" * 1000)
    prompts.will_answer([file], True)
    page.form.restaurer_button.click()
    assert page.form.sauvegarde_error_label.text()
    assert said.reopened == []
    assert page.form.restaurer_button.isEnabled()


def test_a_sound_database_is_said_to_be(page: ParametresPage) -> None:
    page.form.controler_button.click()
    assert page.form.rapport_edit.toPlainText().startswith("✓ La base est saine.")


def test_damage_is_said_with_what_to_do(page: ParametresPage, services: "Services") -> None:
    with raw(services.data, guards=False) as connection:
        connection.execute("UPDATE mesure SET note = 'autre' WHERE code = 'O2.A1.m1'")
    page.form.controler_button.click()
    report = page.form.rapport_edit.toPlainText()
    assert report.startswith("✕ La base est endommagée.")
    assert "Restaurez la dernière sauvegarde" in report


def test_retention_times_are_listed(page: ParametresPage, qtmodeltester: ModelTester) -> None:
    model = page.conservations.model()
    qtmodeltester.check(model)
    assert model.rowCount() == len(page.context.services.parametres.conservations())
    assert model.rowCount() > 0


@pytest.mark.parametrize(
    ("months", "text"), [(12, "1 an"), (60, "5 ans"), (18, "18 mois"), (0, "0 mois")]
)
def test_durations_read_in_years_or_months(months: int, text: str) -> None:
    assert plain(duree(months)) == text


def test_all_plans_installed_leave_nothing_to_add(
    page: ParametresPage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.plans.model())
    assert page.plans.model().rowCount() == 5
    assert not page.form.ajouter_button.isEnabled()


def test_a_reference_plan_is_added(
    qtbot: QtBot, context: Context, tmp_path: Path, said: Said
) -> None:
    from dataclasses import replace

    bare = build_services(tmp_path / "autre", context.changes.announce, FixedClock(TODAY))
    bare.reference.install(["QRR77-2019"])
    page = ParametresPage(replace(context, services=bare))
    qtbot.addWidget(page)
    context.changes.changed.connect(page.refresh)
    page.refresh(None)
    assert page.form.ajouter_button.text() == "Ajouter SDPD77-2020"
    page.form.ajouter_button.click()
    assert "SDPD77-2020" in bare.reference.installed()
    assert "SDPD77-2020" in said.notices[-1]
    assert page.plans.choose(lambda row: row.code == "SDPD77-2020")
    assert not page.form.ajouter_button.isEnabled()
    context.changes.changed.disconnect(page.refresh)
    bare.close()
