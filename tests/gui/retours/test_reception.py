"""A file dropped: previewed, answered, applied, put back."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.retours.page import RetoursPage
from sdpd_desktop.gui.widgets.columns import PAGE
from tests.gui.conftest import Said
from tests.gui.retours.conftest import (
    K37,
    K40,
    MESURES,
    PERIODE,
    PLAN,
    Fill,
    previewing,
    statut,
)
from tests.support import plain, values

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def test_a_dropped_file_is_previewed_and_nothing_changes(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    path = fill("DDSP77", MESURES)
    before = values(services)
    page.open_files([path])
    assert previewing(page)
    preview = page.reception.preview
    assert preview.proposition is not None
    assert preview.form.file_label.text() == "DDSP77.xlsx"
    counts = {v: preview.chips[v].text() for v in Verdict}
    assert counts[Verdict.NOUVEAU].endswith("1")
    assert counts[Verdict.REJETE].endswith("1")
    assert counts[Verdict.A_CONFIRMER].endswith("1")
    assert preview.form.apply_button.text() == "Appliquer (1)"
    assert values(services) == before


def test_what_a_line_would_become_is_told_in_a_sentence(page: RetoursPage, fill: Fill) -> None:
    page.open_files([fill("DDSP77", {("O1.A2.m1", "statut"): "En cours"})])
    form = page.reception.preview.form
    assert "Rien n'est encore enregistré : « en cours » le sera." in plain(form.detail_label.text())
    form.apply_button.click()
    page.open_files([fill("DDSP77", {("O1.A2.m1", "statut"): "En pause"})])
    assert "Enregistré à ce jour : « en cours » ; deviendra « en pause »." in plain(
        form.detail_label.text()
    )


def test_a_chip_filters_the_lines_and_words_do_once_typing_rests(
    qtbot: QtBot, page: RetoursPage, fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.reception.preview
    preview.chips[Verdict.REJETE].click()
    assert [row.ligne.objet for row in preview.model.rows] == ["O1.A3.m1"]
    assert "« fini » n'est pas un statut" in plain(preview.form.detail_label.text())
    assert preview.form.apply_button.text() == "Appliquer (1)"
    preview.chips[None].click()
    preview.form.filter_edit.setText("a3.m3")
    assert len(preview.model.rows) == 3
    qtbot.waitUntil(lambda: [r.ligne.objet for r in preview.model.rows] == ["O1.A3.m3"])


def test_apply_then_undo_from_the_result(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    path = fill("DDSP77", MESURES)
    before = values(services)
    page.open_files([path])
    page.reception.preview.form.apply_button.click()
    assert not previewing(page)
    assert statut(services, "O1.A2", "O1.A2.m1") is Statut.REALISEE
    assert statut(services, "O1.A3", "O1.A3.m3") is Statut.A_VENIR
    bar = page.form.message_bar
    assert bar.isVisible()
    assert bar.action_button.text() == "Annuler cet import"
    row = page.imports.listing.model().index(0, 0)
    assert row.data() == "DDSP77.xlsx"
    bar.action_button.click()
    assert values(services) == before
    assert row.siblingAtColumn(5).data() == "Annulé"
    page.imports.listing.setCurrentIndex(row)
    assert not page.form.undo_button.isEnabled()


def test_a_line_to_confirm_is_stored_once_ticked(
    qtbot: QtBot, page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.reception.preview
    assert preview.view.choose(lambda row: row.ligne.objet == "O1.A3.m3")
    qtbot.keyClick(preview.view, Qt.Key.Key_Space)
    assert preview.form.apply_button.text() == "Appliquer (2)"
    preview.form.apply_button.click()
    assert statut(services, "O1.A3", "O1.A3.m3") is Statut.REALISEE


def test_the_box_over_the_list_ticks_what_is_shown(page: RetoursPage, fill: Fill) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.reception.preview
    assert preview.form.all_check.checkState() is Qt.CheckState.PartiallyChecked
    preview.form.all_check.click()
    assert preview.form.apply_button.text() == "Appliquer (2)"
    preview.form.all_check.click()
    assert preview.form.apply_button.text() == "Appliquer (0)"
    assert not preview.form.apply_button.isEnabled()


def test_a_file_that_cannot_be_read_is_no_longer_being_read(
    page: RetoursPage, said: Said, tmp_path: Path
) -> None:
    page.open_files([tmp_path / "parti.xlsx"])
    assert said.notices[-1] == f"parti.xlsx{NBSP}: non lu."
    assert page.form.refused_label.text() == "Un fichier refusé"
    assert "parti.xlsx" in page.form.refused_edit.toPlainText()
    page.form.clear_refused_button.click()
    assert not page.form.refused_frame.isVisible()


def test_the_copy_for_the_partner_marks_the_errors(
    page: RetoursPage, fill: Fill, tmp_path: Path, prompts: RecordingPrompts
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    prompts.will_answer(tmp_path)
    page.reception.preview.form.annotate_button.click()
    copy = tmp_path / "DDSP77 - à corriger.xlsx"
    assert str(copy) in page.form.message_bar.text_label.text()
    assert "Erreurs" in openpyxl.load_workbook(copy).sheetnames
    assert previewing(page)


def test_the_same_answers_twice_are_said(page: RetoursPage, fill: Fill) -> None:
    path = fill("DDSP77", MESURES)
    page.open_files([path])
    page.reception.preview.form.apply_button.click()
    page.open_files([Path(shutil.copy(path, path.with_name("DDSP77 (2).xlsx")))])
    assert "déjà été importées" in page.reception.preview.form.warning_bar.text_label.text()
    assert not page.reception.preview.form.apply_button.isEnabled()


def test_what_changed_since_the_preview_refuses_the_import(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    services.plans.tick(PLAN, "O1.A2.m1", None, Statut.EN_COURS)
    page.reception.preview.form.apply_button.click()
    assert previewing(page)
    assert "O1.A2.m1" in page.form.message_bar.text_label.text()
    assert page.reception.preview.form.apply_button.isEnabled()
    assert statut(services, "O1.A2", "O1.A2.m1") is Statut.EN_COURS


def test_an_undo_names_what_it_keeps_before_and_after(
    page: RetoursPage, services: "Services", fill: Fill, prompts: RecordingPrompts
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    page.reception.preview.form.apply_button.click()
    services.plans.tick(PLAN, "O1.A2.m1", None, Statut.BLOQUEE)
    prompts.will_answer(True)
    page.form.message_bar.action_button.click()
    assert "Annuler le reste" in prompts.asked[-1][1]
    assert "O1.A2.m1" in page.form.message_bar.text_label.text()
    assert statut(services, "O1.A2", "O1.A2.m1") is Statut.BLOQUEE


def test_an_import_leads_to_its_changement(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    page.reception.preview.form.apply_button.click()
    page.imports.listing.choose(lambda row: True)
    gone: list[Link] = []
    page.imports.journal_asked.connect(lambda n: gone.append(Link("journal", "changement", str(n))))
    page.form.journal_button.click()
    numero = services.importations.list_all()[0].changement
    assert gone == [Link("journal", "changement", str(numero))]


def test_files_are_chosen_with_the_keyboard(
    page: RetoursPage, fill: Fill, prompts: RecordingPrompts
) -> None:
    prompts.will_answer([fill("DDSP77", MESURES)])
    page.form.open_button.click()
    assert previewing(page)
    prompts.will_answer([])
    page.choose_files()
    assert previewing(page)


# ------------------------------------------------------------------- answers


def test_a_rejected_value_is_corrected_under_its_line_and_says_so(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("GGD77", {(K40, "valeur"): "soixante, soit 60 communes"})])
    preview = page.reception.preview
    preview.view.choose(lambda row: row.ligne.objet == "K40")
    assert preview.form.answer_edit.text() == "60"
    assert not preview.form.accept_button.isVisible()
    preview.form.answer_button.click()
    (row,) = [row for row in preview.rows if row.ligne.objet == "K40"]
    assert row.ligne.verdict is Verdict.NOUVEAU
    assert "Saisi à la main" in row.ligne.raison
    assert row.ligne.texte == "soixante, soit 60 communes"
    assert row.index in preview.model.accepted
    preview.form.apply_button.click()
    stored = services.indicateurs.history(PLAN, "K40", parse_periode(PERIODE))
    assert [o.valeur for o in stored] == [60]


def test_a_word_is_asked_once_and_never_again_of_that_partner(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("GGD77", {(K37, "valeur"): "néant", (K40, "valeur"): "Néant"})])
    preview = page.reception.preview
    preview.view.choose(lambda row: row.ligne.objet == "K37")
    form = preview.form
    assert "Que veut dire « néant »" in plain(form.detail_label.text())
    assert form.apply_button.text() == "Appliquer (0)"
    form.terme_combo.setCurrentIndex(form.terme_combo.findText("zéro"))
    form.terme_button.click()
    assert {row.ligne.verdict for row in preview.rows} == {Verdict.NOUVEAU}
    assert all("comme convenu" in row.ligne.raison for row in preview.rows)
    assert form.apply_button.text() == "Appliquer (2)"
    page.go_back()
    page.open_files([fill("GGD77", {(K37, "valeur"): "NÉANT"})])
    assert [row.ligne.verdict for row in preview.rows] == [Verdict.NOUVEAU]
    (terme,) = services.memoires.de("GGD77").termes
    assert (terme.terme, terme.sens) == ("neant", "zero")


def test_what_is_remembered_is_shown_and_forgotten(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("GGD77", {(K37, "valeur"): "RAS"})])
    page.reception.preview.form.terme_button.click()
    page.reception.preview.form.memoire_button.click()
    dialog = page.reception.memoire
    assert dialog is not None
    assert dialog.listing.choose(lambda row: row.nature == "Mot")
    dialog.form.forget_button.click()
    assert services.memoires.de("GGD77").termes == ()
    form = dialog.form
    form.alias_edit.setText("Gendarmerie du 77")
    form.depuis_edit.setText("32/01/2020")
    form.alias_button.click()
    assert "32/01/2020" in form.alias_error_label.text()
    form.depuis_edit.setText("01/01/2020")
    form.alias_button.click()
    assert [a.nom for a in services.memoires.de("GGD77").alias] == ["Gendarmerie du 77"]
    assert form.alias_edit.text() == ""
    form.close_button.click()


def test_a_line_left_out_is_not_stored_and_the_partner_is_told(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.reception.preview
    preview.view.choose(lambda row: row.ligne.objet == "O1.A3.m3")
    preview.form.reject_button.click()
    (row,) = [row for row in preview.rows if row.ligne.objet == "O1.A3.m3"]
    assert row.ligne.verdict is Verdict.REJETE
    assert "Écarté à la main" in row.ligne.raison
    preview.form.apply_button.click()
    assert statut(services, "O1.A3", "O1.A3.m3") is Statut.A_VENIR


def test_fifty_thousand_lines_are_filtered_without_looking_through_them_twice(
    page: RetoursPage, fill: Fill, context: Context
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.reception.preview
    assert preview.proposition is not None
    line = preview.proposition.lignes[0]
    many = replace(preview.proposition, lignes=(line,) * 50_000)
    from sdpd_desktop.gui.retours.lignes import numeroter

    rows = numeroter(many)
    assert numeroter(many, rows) == rows
    assert all(a is b for a, b in zip(numeroter(many, rows), rows, strict=True))
    preview.show_proposition(many, rows)
    assert len(preview.model.rows) == 50_000
    assert preview.view.model().rowCount() < 5 * PAGE
    preview.form.all_check.click()
    assert preview.form.apply_button.text() == "Appliquer (0)"
