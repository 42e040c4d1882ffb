"""Conventions are drawn up in the window: fields, lists, files, versions, printing."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.convention import ContenuAnnexe, Denonciation, EtatConvention, NaturePiece
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.signataire import Genre, ModeSignature
from sdpd_desktop.gui.conventions.page import ConventionsPage
from sdpd_desktop.gui.conventions.rangs import RangsEdit
from sdpd_desktop.gui.documents.texte import NarratifEdit
from sdpd_desktop.gui.prompts import RecordingPrompts
from tests.gui.conftest import Said
from tests.support import count, plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

CLCT = "CLCT77-2019"


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "scan.png"
    Image.new("L", (60, 80), 255).save(path)
    return path


def line(editor: object, text: str) -> None:
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    editor.setModified(True)
    editor.editingFinished.emit()


def choose(editor: object, data: str) -> None:
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(editor.findData(data))
    editor.activated.emit(editor.currentIndex())


def write(editor: object, text: str) -> None:
    assert isinstance(editor, NarratifEdit)
    editor.setPlainText(text)
    editor.document().setModified(True)
    editor.left.emit()


def texts(rangs: RangsEdit) -> list[str]:
    return [plain(rangs.liste.item(row).text()) for row in range(rangs.liste.count())]


def test_a_draft_is_made_from_a_kind_by_keyboard(
    page: ConventionsPage, services: "Services", said: Said
) -> None:
    form = page.form
    assert page.new_object()
    assert form.code_edit.hasFocus()
    kinds = [form.type_combo.itemText(n) for n in range(form.type_combo.count())]
    assert kinds[2] == "Participation citoyenne (zone gendarmerie)"
    form.type_combo.setCurrentIndex(2)
    assert "INTA1911441" in form.new_sources_label.text()
    form.code_edit.setText(CLCT)
    form.code_edit.returnPressed.emit()
    assert "déjà pris" in form.new_error_label.text()
    form.code_edit.setText("pc-1")
    form.code_edit.returnPressed.emit()
    assert not form.new_frame.isVisible()
    assert page.listing.current_row().code == "PC-1"
    assert page.etat_badge.accessibleName() == "Brouillon"
    assert form.tabs.currentWidget() is form.champs_tab
    assert "À compléter" in page.notice_label.text()
    assert services.conventions.details("PC-1").resume.plan == "SDPD77-2020"
    assert "PC-1" in said.notices[-1]


def test_each_field_left_is_one_step_of_the_journal(
    page: ConventionsPage, services: "Services"
) -> None:
    editors = page.redaction.champs.editors
    before = count(services)
    line(editors["le titre"], "Convention CLCT")
    write(editors["l'objet"], "Lutter ensemble")
    write(editors["les visas"], "Vu a\n\n Vu b ")
    line(editors["les champs d'action"], "armes, stupéfiants, armes")
    line(editors["la date d'effet"], "1er janvier 2022")
    line(editors["la durée"], "36")
    choose(editors["le plan"], "SDPD77-2020")
    box = editors["la reconduction"]
    assert isinstance(box, QCheckBox)
    box.click()
    line(editors["la signature prévue"], "05/07/2022 17 h 30")
    line(editors["les actions liées"], "O3.A5, QRR77-2019 O2.A1")
    line(editors["les indicateurs liés"], "K33")
    line(editors["le code"], "clct-neuve")
    assert count(services) == before + 12
    details = services.conventions.details("CLCT-NEUVE")
    assert page.listing.current_row().code == "CLCT-NEUVE"
    assert (details.resume.titre, details.objet) == ("Convention CLCT", "Lutter ensemble")
    assert details.visas == ("Vu a", "Vu b")
    assert details.champs == ("armes", "stupéfiants")
    duree = details.resume.duree
    assert (duree.debut, duree.mois, duree.tacite) == (dt.date(2022, 1, 1), 36, True)
    assert details.signature_prevue == dt.datetime(2022, 7, 5, 17, 30)
    assert set(details.actions) == {("SDPD77-2020", "O3.A5"), ("QRR77-2019", "O2.A1")}
    assert details.indicateurs == (("SDPD77-2020", "O7.A1.i1"),)
    services.journal.undo(count(services))
    page.refresh(None)
    assert services.conventions.details(CLCT).resume.titre == "Convention CLCT"


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("la date d'effet", "demain", "n'est pas une date"),
        ("la durée", "trois ans", "n'est pas un nombre entier"),
        ("le titre", " ", "Donnez un titre"),
        ("la signature prévue", "05/07/2022 29 h", "n'est pas une heure"),
        ("les actions liées", "O99.A9", "n'a pas"),
        ("le code", "CROSS77-2019", "déjà pris"),
    ],
)
def test_a_field_that_is_refused_says_why_and_keeps_what_was_typed(
    page: ConventionsPage, services: "Services", field: str, text: str, reason: str
) -> None:
    page.form.tabs.setCurrentWidget(page.form.champs_tab)
    editor = page.redaction.champs.editors[field]
    before = count(services)
    line(editor, text)
    assert isinstance(editor, QLineEdit)
    assert reason in plain(page.redaction.champs.error_label.text())
    assert editor.property("invalide") is True
    below = page.redaction.champs.error_label.mapToGlobal(QPoint()).y()
    assert 0 < below - editor.mapToGlobal(QPoint()).y() < 3 * editor.height()
    assert editor.text() == text
    assert count(services) == before
    page.refresh(None)
    assert editor.text() == text


def test_signatories_are_written_ordered_and_given_a_mandate(
    page: ConventionsPage, services: "Services", qtbot: QtBot
) -> None:
    page.form.tabs.setCurrentWidget(page.form.signataires_tab)
    people = page.redaction.signataires
    assert texts(people)[0].startswith("La préfète de Seine-et-Marne")
    assert "tribunal de grande instance" in texts(people)[1]
    choose(people.champs.editors["le genre"], Genre.MASCULIN)
    assert texts(people)[0].startswith("Le préfet de Seine-et-Marne")
    assert not people.champs.editors["l'acte"].isVisible()
    choose(people.champs.editors["le mode"], ModeSignature.INTERIM)
    assert people.champs.editors["l'acte"].isVisible()
    line(people.champs.editors["le signataire effectif"], "Paul Petit")
    line(people.champs.editors["sa qualité"], "secrétaire général")
    line(people.champs.editors["l'acte"], "arrêté n° 1")
    assert texts(people)[0].startswith("Pour le préfet de Seine-et-Marne et par intérim")
    people.liste.setFocus()
    qtbot.keyClick(people.liste, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(people)[1].startswith("Pour le préfet")
    assert people.liste.currentRow() == 1
    signers = services.conventions.details(CLCT).signataires
    assert [s.nom for s in signers] == ["Dominique Laurens", "Béatrice Abollivier"]
    assert signers[1].mandat is not None
    assert (signers[1].mandat.nom, signers[1].mandat.acte) == ("Paul Petit", "arrêté n° 1")
    page.redaction.parties.add()
    line(page.redaction.parties.champs.editors["l'institution"], "Commune de Noisiel")
    people.add()
    assert len(services.conventions.details(CLCT).signataires) == 3
    people.liste.setFocus()
    qtbot.keyClick(people.liste, Qt.Key.Key_Delete)
    assert len(services.conventions.details(CLCT).signataires) == 2


def test_nobody_signs_for_a_party_that_is_not_there(
    page: ConventionsPage, services: "Services"
) -> None:
    page.form.tabs.setCurrentWidget(page.form.signataires_tab)
    parties, people = page.redaction.parties, page.redaction.signataires
    for _ in range(2):
        parties.remove()
    assert services.conventions.details(CLCT).signataires == ()
    people.add()
    assert "Inscrivez d'abord les parties" in page.form.message_bar.text_label.text()
    assert services.conventions.details(CLCT).signataires == ()
    parties.add()
    people.add()
    assert texts(people) == ["Qualité à écrire\nnom à écrire"]


def test_articles_are_added_written_and_dragged(
    page: ConventionsPage, services: "Services"
) -> None:
    articles = page.redaction.articles
    assert articles.empty_label.text().startswith("Aucun article")
    for title in ("Objet", "Durée"):
        articles.add()
        line(articles.champs.editors["le titre"], title)
    write(articles.champs.editors["le texte"], "Trois ans.")
    assert texts(articles) == ["Objet · à écrire", "Durée"]
    moved = articles.liste.model()
    assert moved.moveRow(articles.liste.rootIndex(), 1, articles.liste.rootIndex(), 0)
    found = services.conventions.details(CLCT).articles
    assert [(a.titre, a.texte) for a in found] == [("Durée", "Trois ans."), ("Objet", "")]


def test_files_are_annexed_and_a_bad_one_is_said(
    page: ConventionsPage, services: "Services", prompts: RecordingPrompts, scan: Path,
    said: Said, tmp_path: Path,
) -> None:  # fmt: skip
    bad = tmp_path / "virus.pdf"
    bad.write_bytes(b"MZ")
    prompts.will_answer([scan, bad])
    page.redaction.file_button.click()
    annexes = page.redaction.annexes
    assert texts(annexes)[-1] == "4. scan"
    assert "virus.pdf" in page.form.message_bar.text_label.text()
    box = annexes.champs.editors["le rattachement"]
    assert isinstance(box, QCheckBox)
    box.click()
    added = services.conventions.details(CLCT).annexes[-1]
    assert (added.contenu, added.integrante) == (ContenuAnnexe.FICHIER, False)
    assert "hors convention" in texts(annexes)[-1]
    assert said.notices


def test_signing_ticks_the_mesure_then_the_scan_freezes_everything(
    page: ConventionsPage, services: "Services", prompts: RecordingPrompts, scan: Path
) -> None:
    form = page.form
    assert "n’a aucun article" in page.pieces.reserve_label.text()
    assert not page.pieces.reserve_label.isHidden()
    form.sign_button.click()
    assert form.mesure_combo.isVisible()
    plan, code = form.mesure_combo.currentData()
    form.date_edit.setText("04/07/2019")
    form.par_edit.setText("la préfète")
    form.sign_ok_button.click()
    mesures = services.plans.action(plan, code.rpartition(".")[0]).mesures
    assert next(m.statut for m in mesures if m.code == code) is Statut.REALISEE
    assert services.conventions.details(CLCT).signee_par == "la préfète"
    prompts.will_answer([scan])
    page.pieces.original_button.click()
    details = services.conventions.details(CLCT)
    assert details.figee
    assert details.pieces[0].nature is NaturePiece.ORIGINAL
    assert details.pieces[0].empreinte in page.pieces.notice_label.text()
    assert page.pieces.reserve_label.isHidden()
    assert "Figée" in page.notice_label.text()
    title = page.redaction.champs.editors["le titre"]
    assert isinstance(title, QLineEdit)
    assert title.isReadOnly()
    assert not page.redaction.articles.add_button.isEnabled()
    assert not page.pieces.original_button.isEnabled()
    prompts.will_answer("Étendre le périmètre")
    page.versions.open_button.click()
    assert "Avenant n° 1 en préparation" in page.notice_label.text()
    write(page.redaction.champs.editors["l'objet"], "Autre objet")
    assert "Autre objet" in page.versions.text.toPlainText()
    page.versions.sign_button.click()
    assert form.sign_label.text() == "Avenant n° 1 signé le"
    form.date_edit.setText("01/02/2021")
    form.sign_ok_button.click()
    assert services.conventions.details(CLCT).avenants[0].signe_le == dt.date(2021, 2, 1)
    page.versions.abandon_button.click()
    assert services.conventions.details(CLCT).figee


def test_what_goes_to_a_printer_is_in_the_journal(
    page: ConventionsPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "tout.pdf"))
    printer.setCopyCount(3)
    prompts.will_answer(printer)
    page.actions_menu.print_action.trigger()
    last = services.journal.history(1)[0]
    assert last.source is SourceChangement.IMPRESSION
    said = plain(last.commande)
    assert said.startswith(f"imprimer {CLCT} : la convention et ses annexes, ")
    assert "pages, 3 exemplaires" in said
    assert (tmp_path / "tout.pdf").read_bytes().startswith(b"%PDF")
    prompts.will_answer(printer)
    page.redaction.annexes.liste.setCurrentRow(1)
    page.redaction.print_button.click()
    assert f"imprimer {CLCT} : annexe 2, " in plain(services.journal.history(1)[0].commande)
    prompts.will_answer(printer)
    page.redaction.annexes.liste.item(2).setSelected(True)
    assert not page.redaction.annexes.liste.dragEnabled(), "several are not moved at once"
    page.redaction.print_button.click()
    assert f"imprimer {CLCT} : annexes 2, 3, " in plain(services.journal.history(1)[0].commande)
    page.form.tabs.setCurrentWidget(page.form.apercu_tab)
    page.form.document_combo.setCurrentIndex(2)
    page.form.document_combo.activated.emit(2)
    assert page.form.apercu.pdf is not None
    assert len(page.form.apercu.pdf.pages) > 8
    assert not page.form.annexes_check.isEnabled()
    prompts.will_answer(tmp_path / "liasse.pdf")
    page.form.export_button.click()
    assert prompts.asked[-1] == ("choose_target", f"{CLCT}-liasse.pdf")
    assert (tmp_path / "liasse.pdf").exists()


def test_as_many_as_will_be_signed_are_proposed_to_the_printer(
    page: ConventionsPage, services: "Services", prompts: RecordingPrompts
) -> None:
    services.redactions.modifier(CLCT, "originaux", lambda it: replace(it, exemplaires=4))
    page.refresh(None)
    prompts.will_answer(None, None, None)
    page.actions_menu.print_action.trigger()
    assert prompts.copies == 4
    page.redaction.annexes.liste.setCurrentRow(1)
    page.redaction.print_button.click()
    assert prompts.copies == 1
    services.conventions.sign(CLCT, dt.date(2019, 7, 4), "Noisiel")
    page.refresh(None)
    page.actions_menu.print_action.trigger()
    assert prompts.copies == 1


def test_the_menu_moves_a_convention_through_its_states(
    page: ConventionsPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path
) -> None:
    menu = page.actions_menu
    assert menu.draft_action.isVisible()
    assert not menu.delete_action.isVisible()
    menu.draft_action.trigger()
    assert page.etat_badge.accessibleName() == "Brouillon"
    menu.propose_action.trigger()
    assert page.etat_badge.accessibleName() == "À signer"
    prompts.will_answer(tmp_path / "c.json", [tmp_path / "c.json"], "Cellule", "77-2019-1")
    menu.export_action.trigger()
    menu.import_action.trigger()
    assert "déjà pris" in page.form.message_bar.text_label.text()
    menu.keep_action.trigger()
    assert services.redactions.modeles()[-1].libelle == "Cellule"
    menu.publish_action.trigger()
    assert services.conventions.details(CLCT).raa == "77-2019-1"
    menu.copy_action.trigger()
    page.form.code_edit.setText("COPIE")
    page.form.new_ok_button.click()
    assert page.listing.current_row().code == "COPIE"
    menu.delete_action.trigger()
    assert [c.code for c in services.conventions.list_all()] == [CLCT, "CROSS77-2019"]
    services.conventions.sign(CLCT, dt.date(2019, 7, 4), "Noisiel")
    page.open_object("convention", CLCT, None)
    prompts.will_answer("01/06/2022", "01/09/2022", "Départ d'une partie")
    menu.end_action.trigger()
    details = services.conventions.details(CLCT)
    assert details.resume.etat is EtatConvention.DENONCEE
    assert details.denonciation == Denonciation(
        dt.date(2022, 6, 1), dt.date(2022, 9, 1), "Départ d'une partie"
    )
    assert not page.redaction.articles.add_button.isEnabled()


def test_the_register_shows_what_is_to_be_renewed(
    page: ConventionsPage, services: "Services"
) -> None:
    line(page.redaction.champs.editors["la fin"], "01/09/2022")
    services.conventions.sign(CLCT, dt.date(2019, 7, 4), "Noisiel")
    page.form.renouveler_check.click()
    model = page.listing.model()
    assert [model.index(r, 0).data() for r in range(model.rowCount())] == [CLCT]
    end = model.index(0, 2)
    assert end.data() == "Moins de 6 mois"
    assert end.data(Qt.ItemDataRole.ToolTipRole) == "01/09/2022"
