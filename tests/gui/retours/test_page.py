"""Campagnes, previews, imports and their undo, on the real plans."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import EtatRetour
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.retours.page import RetoursPage
from sdpd_desktop.gui.tasks import InlineTaskRunner
from tests.gui.conftest import Said
from tests.gui.retours.conftest import PERIODE, PLAN, Fill
from tests.support import values

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

MESURES = {
    ("O1.A2.m1", "statut"): "Réalisée",
    ("O1.A2.m1", "fait_le"): "12/05/2022",
    ("O1.A3.m1", "statut"): "fini",
    ("O1.A3.m3", "statut"): "Réalisée",
}

AUTRES = {("O1.A2.m1", "statut"): "En cours"}


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> RetoursPage:
    page = RetoursPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


def prepare(page: RetoursPage, folder: Path, periode: str = PERIODE) -> None:
    page.new_object()
    page.form.periode_edit.setText(periode)
    page.form.dossier_edit.setText(str(folder))
    page.form.write_button.click()


def previewing(page: RetoursPage) -> bool:
    return page.form.stack.currentWidget() is page.preview


def statut(services: "Services", action: str, code: str) -> Statut:
    details = services.plans.action(PLAN, action)
    return next(m.statut for m in details.mesures if m.code == code)


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
    last = model.index(model.rowCount() - 1, 1)
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
    page.form.rewrite_button.click()
    assert [path.name for path in again.iterdir()] == [f"{PLAN}_{PERIODE}_GGD77.xlsx"]


def test_a_link_leads_to_a_return(page: RetoursPage, tmp_path: Path) -> None:
    prepare(page, tmp_path / "cle")
    assert page.open_object("retour", "GGD77", PLAN)
    assert page.campagnes.listing.current_row().retour.partenaire == "GGD77"
    assert not page.open_object("convention", "CLCT77-2019", None)


# -------------------------------------------------------------------- import


def test_a_dropped_file_is_previewed_and_nothing_changes(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    path = fill("DDSP77", MESURES)
    before = values(services)
    page.open_files([path])
    assert previewing(page)
    preview = page.preview
    assert preview.proposition is not None
    assert preview.form.file_label.text() == "DDSP77.xlsx"
    counts = {v: preview.chips[v].text() for v in Verdict}
    assert counts[Verdict.NOUVEAU].endswith("1")
    assert counts[Verdict.REJETE].endswith("1")
    assert counts[Verdict.A_CONFIRMER].endswith("1")
    assert preview.form.apply_button.text() == "Appliquer (1)"
    assert values(services) == before


def test_a_chip_filters_the_lines(page: RetoursPage, fill: Fill) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.preview
    preview.chips[Verdict.REJETE].click()
    assert [row.ligne.objet for row in preview.model.rows] == ["O1.A3.m1"]
    assert "« fini » n'est pas un statut" in preview.form.detail_label.text().replace("\u00a0", " ")
    assert preview.form.apply_button.text() == "Appliquer (1)"
    preview.chips[None].click()
    preview.form.filter_edit.setText("a3.m3")
    assert [row.ligne.objet for row in preview.model.rows] == ["O1.A3.m3"]


def test_apply_then_undo_from_the_result(
    qtbot: QtBot, page: RetoursPage, services: "Services", fill: Fill
) -> None:
    path = fill("DDSP77", MESURES)
    before = values(services)
    page.open_files([path])
    page.preview.form.apply_button.click()
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
    preview = page.preview
    assert preview.view.choose(lambda row: row.ligne.objet == "O1.A3.m3")
    qtbot.keyClick(preview.view, Qt.Key.Key_Space)
    assert preview.form.apply_button.text() == "Appliquer (2)"
    preview.form.apply_button.click()
    assert statut(services, "O1.A3", "O1.A3.m3") is Statut.REALISEE


def test_the_box_over_the_list_ticks_what_is_shown(page: RetoursPage, fill: Fill) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    preview = page.preview
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


def test_files_follow_one_another_and_refusals_are_listed(
    page: RetoursPage, services: "Services", fill: Fill, tmp_path: Path
) -> None:
    text = tmp_path / "notes.xlsx"
    text.write_bytes(b"bonjour")
    absent = tmp_path / "parti.xlsx"
    first, second = fill("DDSP77", MESURES), fill("GGD77", AUTRES)
    page.open_files([text, first, absent, second])
    assert page.preview.form.queue_label.text() == "Fichier 2 sur 4"
    assert page.form.refused_label.text() == "Un fichier refusé"
    page.preview.form.skip_button.click()
    assert page.preview.form.file_label.text() == "GGD77.xlsx"
    assert page.form.refused_label.text() == "2 fichiers refusés"
    said = page.form.refused_edit.toPlainText()
    assert "notes.xlsx" in said
    assert "parti.xlsx" in said
    page.preview.form.skip_button.click()
    assert not previewing(page)
    assert services.importations.list_all() == ()
    page.form.clear_refused_button.click()
    assert not page.form.refused_frame.isVisible()


def test_escape_leaves_the_preview_and_the_files_left(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES), fill("GGD77", AUTRES)])
    assert page.go_back()
    assert not previewing(page)
    assert services.importations.list_all() == ()
    assert page.go_back() is False


def test_the_copy_for_the_partner_marks_the_errors(
    page: RetoursPage, fill: Fill, tmp_path: Path, prompts: RecordingPrompts
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    prompts.will_answer(tmp_path)
    page.preview.form.annotate_button.click()
    copy = tmp_path / "DDSP77 - à corriger.xlsx"
    assert str(copy) in page.form.message_bar.text_label.text()
    assert "Erreurs" in openpyxl.load_workbook(copy).sheetnames
    assert previewing(page)


def test_the_same_answers_twice_are_said(page: RetoursPage, fill: Fill) -> None:
    path = fill("DDSP77", MESURES)
    page.open_files([path])
    page.preview.form.apply_button.click()
    page.open_files([Path(shutil.copy(path, path.with_name("DDSP77 (2).xlsx")))])
    assert "déjà été importées" in page.preview.form.warning_bar.text_label.text()
    assert not page.preview.form.apply_button.isEnabled()


def test_what_changed_since_the_preview_refuses_the_import(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    services.plans.tick(PLAN, "O1.A2.m1", None, Statut.EN_COURS)
    page.preview.form.apply_button.click()
    assert previewing(page)
    assert "O1.A2.m1" in page.form.message_bar.text_label.text()
    assert page.preview.form.apply_button.isEnabled()
    assert statut(services, "O1.A2", "O1.A2.m1") is Statut.EN_COURS


def test_an_undo_names_what_it_keeps_before_and_after(
    page: RetoursPage, services: "Services", fill: Fill, prompts: RecordingPrompts
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    page.preview.form.apply_button.click()
    services.plans.tick(PLAN, "O1.A2.m1", None, Statut.BLOQUEE)
    prompts.will_answer(True)
    page.form.message_bar.action_button.click()
    assert "Annuler le reste" in prompts.asked[-1][1]
    assert "O1.A2.m1" in page.form.message_bar.text_label.text()
    assert statut(services, "O1.A2", "O1.A2.m1") is Statut.BLOQUEE


def test_an_import_leads_to_its_changement(
    page: RetoursPage, services: "Services", fill: Fill, context: Context
) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    page.preview.form.apply_button.click()
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


class LaterTasks(InlineTaskRunner):
    """Keeps what is asked until :meth:`perform`: a worker that takes its time."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    @override
    def run(
        self,
        owner: QObject,
        work: Callable[[], Any],
        on_success: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self.waiting.append(partial(super().run, owner, work, on_success, on_error))

    def perform(self) -> None:
        """Do the oldest task."""
        self.waiting.pop(0)()


@pytest.fixture
def later(page: RetoursPage) -> LaterTasks:
    tasks = LaterTasks()
    page.context = replace(page.context, files=tasks)
    return tasks


def test_reading_can_be_given_up(page: RetoursPage, fill: Fill, later: LaterTasks) -> None:
    first, second = fill("DDSP77", MESURES), fill("GGD77", AUTRES)
    page.open_files([first])
    assert page.go_back()
    page.open_files([second])
    later.perform()
    assert not previewing(page)
    later.perform()
    assert previewing(page)
    assert page.preview.form.file_label.text() == "GGD77.xlsx"


def test_a_file_left_cannot_be_applied_while_the_next_is_read(
    page: RetoursPage, fill: Fill, later: LaterTasks
) -> None:
    page.open_files([fill("DDSP77", MESURES), fill("GGD77", AUTRES)])
    later.perform()
    form = page.preview.form
    form.skip_button.click()
    assert form.apply_button.text() == "Lecture…"
    assert not form.apply_button.isEnabled()
    assert not form.skip_button.isEnabled()
    later.perform()
    assert form.file_label.text() == "GGD77.xlsx"
    assert form.apply_button.isEnabled()


def test_files_dropped_during_a_preview_wait_their_turn(page: RetoursPage, fill: Fill) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    page.open_files([fill("GGD77", AUTRES)])
    form = page.preview.form
    assert form.file_label.text() == "DDSP77.xlsx"
    assert form.queue_label.text() == "Fichier 1 sur 2"
    form.skip_button.click()
    assert form.file_label.text() == "GGD77.xlsx"
