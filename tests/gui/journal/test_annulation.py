"""Undoing an import from the window: what is kept is told before and after; lines page by page."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.gui.expurgation.fenetre import ExpurgationDialog
from sdpd_desktop.gui.journal import lignes
from sdpd_desktop.gui.journal.page import JournalPage
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.provenance.fenetre import ProvenanceDialog
from tests.support import answer, cell, plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"
K37, K40 = "O8.A3.i1", "O9.A2.i1"


@pytest.fixture
def imported(services: "Services", tmp_path: Path) -> int:
    made = services.campagnes.prepare(PLAN, parse_periode("2022-S1"), tmp_path / "cle", "GGD77")
    answers: dict[tuple[str, str], Any] = {
        (K37, "valeur"): 12, (K37, "commentaire"): "vu Jean Bon", (K40, "valeur"): 70,
    }  # fmt: skip
    path = answer(made.fichiers[0], answers, tmp_path / "retour.xlsx")
    proposition = services.importations.propose(path)
    accepted = [i for i, line in enumerate(proposition.lignes) if line.effet is not None]
    return services.importations.apply(proposition, accepted).changement or 0


@pytest.fixture
def page(qtbot: QtBot, context: Context, imported: int) -> Iterator[JournalPage]:
    page = JournalPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    assert page.open_object("changement", str(imported), None)
    yield page
    for dialog in page.findChildren(QDialog):
        dialog.close()


def provenance(page: JournalPage) -> ProvenanceDialog:
    return page.findChildren(ProvenanceDialog)[-1]


def test_an_import_untouched_since_goes_without_a_question(
    page: JournalPage, services: "Services", imported: int
) -> None:
    page.form.undo_button.click()
    assert services.journal.resume(imported).annule_par is not None
    assert "sont remises" in page.form.message_bar.text_label.text()


def test_what_will_be_kept_is_told_and_can_be_refused(
    page: JournalPage, services: "Services", prompts: RecordingPrompts, imported: int
) -> None:
    services.indicateurs.record_many(PLAN, [cell(K37, "2022-S1", "15")], "saisir 15")
    assert page.open_object("changement", str(imported), None)
    prompts.will_answer(False)
    page.form.undo_button.click()
    assert plain(prompts.asked[-1][1]) == (
        f"Depuis l’import n° {imported}, une donnée a été modifiée. Annuler le reste ?"
    )
    assert services.journal.resume(imported).annule_par is None
    prompts.will_answer(True)
    page.form.undo_button.click()
    assert services.journal.resume(imported).annule_par is not None
    said = plain(page.form.message_bar.text_label.text())
    assert "Gardé, car modifié depuis" in said
    assert "K37" in said
    history = services.indicateurs.history(PLAN, K37, parse_periode("2022-S1"))
    assert history[0].valeur == 15


def test_the_lines_come_page_by_page_and_are_filtered(
    qtbot: QtBot, page: JournalPage, imported: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lignes, "PAGE", 2)
    page.open_object("changement", "1", None)
    page.open_object("changement", str(imported), None)
    first = page.fields.model().rowCount()
    assert page.form.next_lines_button.isVisible()
    assert plain(page.form.lines_label.text()).startswith("2 sur ")
    page.form.next_lines_button.click()
    assert page.fields.model().rowCount() > first
    page.form.line_filter_edit.setText("k40")
    qtbot.waitUntil(lambda: plain(page.form.lines_label.text()).startswith("1 sur "))
    names = {page.fields.model().index(n, 0).data() for n in range(page.fields.model().rowCount())}
    assert len(names) == 1
    assert "K40" in names.pop()


def test_a_line_leads_to_the_row_of_the_file(
    qtbot: QtBot, page: JournalPage, imported: int
) -> None:
    page.form.line_filter_edit.setText("K40")
    qtbot.waitUntil(lambda: plain(page.form.lines_label.text()).startswith("1 sur "))
    page.fields.choose(lambda _row: True)
    page.form.provenance_button.click()
    dialog = provenance(page)
    assert dialog.isVisible()
    assert "K40" in dialog.form.title_label.text()
    assert "retour.xlsx" in dialog.form.fichier_label.text()
    row = dialog.ligne.current_row()
    assert (row.texte, row.visee) == ("70", True)
    assert dialog.form.enregistrer_button.isEnabled()


def test_the_received_file_is_saved_from_there(
    page: JournalPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    page.fields.choose(lambda row: row.objet.startswith("Valeur"))
    page.form.provenance_button.click()
    prompts.will_answer(tmp_path / "reçu.xlsx")
    provenance(page).form.enregistrer_button.click()
    assert (tmp_path / "reçu.xlsx").read_bytes() == (tmp_path / "retour.xlsx").read_bytes()


def test_a_name_is_looked_for_then_expunged_once_confirmed(
    page: JournalPage, services: "Services", prompts: RecordingPrompts
) -> None:
    page.form.expunge_button.click()
    (dialog,) = page.findChildren(ExpurgationDialog)
    form = dialog.form
    assert not form.expurger_button.isEnabled()
    form.texte_edit.setPlainText("Jean Bon")
    form.chercher_button.click()
    assert "1 valeur" in plain(form.resultat_browser.toPlainText())
    form.expurger_button.click()
    assert "motif" in form.erreur_label.text()
    form.motif_edit.setText("nom reçu par erreur")
    prompts.will_answer(False)
    form.expurger_button.click()
    assert services.expurgations.list_all() == ()
    prompts.will_answer(True)
    form.expurger_button.click()
    assert "C’est fait" in form.resultat_browser.toPlainText()
    assert services.expurgations.apercu("Jean Bon").elements == 0
    assert services.journal.verify().ok
    page.open_object("changement", str(services.journal.history()[0].numero), None)
    assert not page.form.undo_button.isEnabled()


def test_changing_the_text_asks_to_look_again(page: JournalPage) -> None:
    page.form.expunge_button.click()
    (dialog,) = page.findChildren(ExpurgationDialog)
    dialog.form.texte_edit.setPlainText("Jean Bon")
    dialog.form.chercher_button.click()
    assert dialog.form.expurger_button.isEnabled()
    dialog.form.texte_edit.setPlainText("Jean")
    assert not dialog.form.expurger_button.isEnabled()
    dialog.form.texte_edit.setPlainText("J")
    dialog.form.chercher_button.click()
    assert "au moins 3" in plain(dialog.form.erreur_label.text())


def test_a_text_with_no_break_spaces_is_found_as_it_is(
    qtbot: QtBot, context: Context, services: "Services"
) -> None:
    note = "vu\u00a0: Jean\u00a0Bon"
    services.plans.tick(PLAN, "O1.A1.m1", dt.date(2022, 6, 12), note=note)
    dialog = ExpurgationDialog(context, note)
    qtbot.addWidget(dialog)
    dialog.form.chercher_button.click()
    assert "1 mesure" in plain(dialog.form.resultat_browser.toPlainText())


def test_a_typed_value_tells_who_gave_it(
    qtbot: QtBot, context: Context, services: "Services", imported: int
) -> None:
    services.indicateurs.record_many(PLAN, [cell(K37, "2022-S1", "15")], "courrier du 3 mai")
    value = services.indicateurs.history(PLAN, K37, parse_periode("2022-S1"))[0]
    dialog = ProvenanceDialog(context, lambda: services.provenances.of_value(value.id))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "courrier du 3 mai" in dialog.form.origine_label.text()
    assert not dialog.form.fichier_label.isVisible()
    assert not dialog.form.enregistrer_button.isVisible()
    assert f"{dt.date(2022, 6, 30):%d/%m/%Y}" in dialog.form.origine_label.text()
