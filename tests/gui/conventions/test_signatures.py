"""Signing and verifying in the window: with a file, with a card, by drag and drop."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.convention import Article, EtatConvention
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.verification import VerdictSignature
from sdpd_desktop.gui.conventions.page import ConventionsPage
from sdpd_desktop.gui.conventions.signature import BIBLIOTHEQUE, CERTIFICAT, SignatureDialog
from sdpd_desktop.gui.conventions.verification import VerificationDialog
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from tests.carte import CODE, Carte, empreinte
from tests.fabrique_pki import PHRASE, Titulaire, pki
from tests.gui.conftest import Said
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

CLCT = "CLCT77-2019"


@pytest.fixture
def page(qtbot: QtBot, context: Context, trust: Path) -> ConventionsPage:
    context.services.confiance.importer(sorted(trust.iterdir()))
    page = ConventionsPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    folder = tmp_path / "confiance"
    folder.mkdir()
    (folder / "racine.pem").write_bytes(pki().racine.pem)
    (folder / "agents.pem").write_bytes(pki().agents.pem)
    (folder / "racine.crl").write_bytes(pki().listes[0])
    (folder / "agents.crl").write_bytes(pki().listes[1])
    return folder


def opened(page: ConventionsPage, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]


def dialog(page: ConventionsPage) -> SignatureDialog:
    page.signatures.signer_action.trigger()
    (found,) = opened(page, SignatureDialog)
    assert isinstance(found, SignatureDialog)
    return found


def verdict(page: ConventionsPage) -> VerificationDialog:
    (found,) = opened(page, VerificationDialog)
    assert isinstance(found, VerificationDialog)
    return found


def sign_with_file(
    page: ConventionsPage, prompts: RecordingPrompts, folder: Path, titulaire: Titulaire
) -> None:
    key = folder / "clef.p12"
    key.write_bytes(titulaire.p12())
    form = dialog(page).form
    form.fichier_radio.setChecked(True)
    prompts.will_answer([key])
    form.fichier_button.click()
    form.phrase_edit.setText(PHRASE)
    form.signer_button.click()


def test_two_people_sign_and_the_convention_is_signed(
    page: ConventionsPage, prompts: RecordingPrompts, services: "Services", tmp_path: Path
) -> None:
    sign_with_file(page, prompts, tmp_path, pki().prefete)
    shown = verdict(page)
    assert shown.verdict_badge.accessibleName() == "Incomplet"
    assert "procureure" in plain(shown.form.detail_text.toPlainText())
    shown.accept()
    assert page.signatures.recommencer_action.isEnabled()
    again = dialog(page)
    assert again.form.champ_combo.count() == 1
    assert "A déjà signé : La préfète" in plain(again.form.signes_label.text())
    again.reject()
    sign_with_file(page, prompts, tmp_path, pki().procureure)
    assert verdict(page).verdict_badge.accessibleName() == "Valide"
    assert services.conventions.details(CLCT).resume.etat is EtatConvention.SIGNEE
    assert not page.signatures.signer_action.isEnabled()
    assert page.signatures.registre_action.isEnabled()
    form = page.form
    form.document_combo.setCurrentIndex(form.document_combo.findData(DocumentConvention.TEXTE))
    form.tabs.setCurrentWidget(form.apercu_tab)
    assert page.form.apercu.pdf is not None
    assert page.form.apercu.pdf.octets == services.signatures.pages(CLCT)
    form.annexes_check.setChecked(True)  # They are in what was signed.
    assert page.form.apercu.pdf.octets == services.signatures.pages(CLCT)


def test_whoever_signs_without_an_article_is_told(
    page: ConventionsPage, services: "Services"
) -> None:
    told = dialog(page)
    assert told.form.reserve_label.isVisible()
    assert "n’a aucun article" in told.form.reserve_label.text()
    told.reject()
    services.redactions.modifier(
        CLCT, "articles", lambda it: replace(it, articles=(Article("Objet", "texte"),))
    )
    assert not dialog(page).form.reserve_label.isVisible()


def test_an_avenant_is_signed_from_the_same_menu(
    page: ConventionsPage, prompts: RecordingPrompts, services: "Services", tmp_path: Path
) -> None:
    for titulaire in (pki().prefete, pki().procureure):
        sign_with_file(page, prompts, tmp_path, titulaire)
        verdict(page).accept()
    assert not page.signatures.signer_action.isEnabled()
    services.avenants.ouvrir(CLCT, "Durée")
    assert page.signatures.signer_action.isEnabled()
    sign_with_file(page, prompts, tmp_path, pki().prefete)
    verdict(page).accept()
    assert page.signatures.recommencer_action.isEnabled()
    sign_with_file(page, prompts, tmp_path, pki().procureure)
    assert len(services.conventions.details(CLCT).versions) == 2
    assert not page.signatures.signer_action.isEnabled()


def test_a_signature_is_begun_again_once_confirmed(
    page: ConventionsPage, prompts: RecordingPrompts, services: "Services", tmp_path: Path
) -> None:
    sign_with_file(page, prompts, tmp_path, pki().prefete)
    prompts.will_answer(False, True)
    page.signatures.recommencer_action.trigger()
    assert services.signatures.registre(CLCT)[0].ecarte_le is None
    page.signatures.recommencer_action.trigger()
    assert services.signatures.registre(CLCT)[0].ecarte_le is not None
    assert not page.signatures.recommencer_action.isEnabled()


def test_a_wrong_phrase_is_said_in_the_dialog_which_stays(
    page: ConventionsPage, prompts: RecordingPrompts, services: "Services", tmp_path: Path
) -> None:
    key = tmp_path / "clef.p12"
    key.write_bytes(pki().prefete.p12())
    shown = dialog(page)
    shown.form.fichier_radio.setChecked(True)
    shown.form.signer_button.click()
    assert "Choisissez le fichier" in shown.form.error_label.text()
    prompts.will_answer([key])
    shown.form.fichier_button.click()
    shown.form.phrase_edit.setText("autre")
    shown.form.signer_button.click()
    assert "phrase secrète" in shown.form.error_label.text()
    assert shown.isVisible()
    assert shown.form.signer_button.isEnabled()
    assert services.signatures.registre() == ()
    shown.reject()
    assert shown.form.phrase_edit.text() == ""


def test_a_card_is_read_chosen_remembered_and_signs(
    page: ConventionsPage, context: Context, services: "Services", carte: Carte
) -> None:
    shown = dialog(page)
    assert "Paramètres" in shown.form.error_label.text()
    shown.reject()
    context.settings.keep_text(BIBLIOTHEQUE, carte.bibliotheque)
    shown = dialog(page)
    form = shown.form
    assert form.jeton_combo.currentText() == carte.jeton
    form.certificat_combo.setCurrentIndex(
        form.certificat_combo.findData(empreinte(pki().procureure))
    )
    form.champ_combo.setCurrentIndex(1)
    form.code_edit.setText("000000")
    form.signer_button.click()
    assert "Attention" in form.error_label.text()
    assert form.code_edit.text() == ""
    form.code_edit.setText(CODE)
    form.signer_button.click()
    (one,) = services.signatures.registre(CLCT)
    assert one.verdict is VerdictSignature.INCOMPLET
    assert context.settings.text(CERTIFICAT) == empreinte(pki().procureure)
    code = re.compile(rb"(?<![0-9a-f])%s(?![0-9a-f])" % CODE.encode(), re.IGNORECASE)
    kept = [path.read_bytes() for path in services.data.parent.rglob("*") if path.is_file()]
    assert any(b"imprimer" in octets or b"SQLite" in octets for octets in kept)
    assert not any(code.search(octets) for octets in kept)


def test_a_dropped_pdf_is_judged_and_filed(
    page: ConventionsPage,
    prompts: RecordingPrompts,
    services: "Services",
    said: Said,
    tmp_path: Path,
) -> None:
    prompts.will_answer(tmp_path / "sortie.pdf")
    page.signatures.exporter_action.trigger()
    from sdpd_desktop.documents.signature import champs
    from sdpd_desktop.domain.signature import ActeSignature, ClefFichier

    travelling = tmp_path / "sortie.pdf"
    from sdpd_desktop.documents.signature import signer

    for champ, who in zip(champs(travelling.read_bytes()), ("prefete", "procureure"), strict=True):
        acte = ActeSignature(champ.nom, services.clock.now())
        clef = ClefFichier(getattr(pki(), who).p12(), PHRASE)
        travelling.write_bytes(signer(travelling.read_bytes(), acte, clef))
    page.open_files([travelling])
    shown = verdict(page)
    assert shown.verdict_badge.accessibleName() == "Valide"
    assert "ne connaît pas ce fichier" in plain(shown.form.detail_text.toPlainText())
    shown.form.deposer_button.click()
    assert not shown.form.deposer_button.isVisible()
    assert services.conventions.details(CLCT).resume.etat is EtatConvention.SIGNEE
    assert any("déposé" in notice for notice in said.notices)
    shown.accept()
    page.signatures.registre_action.trigger()
    prompts.will_answer(tmp_path / "copie.pdf")
    verdict(page).form.exporter_button.click()
    assert (tmp_path / "copie.pdf").read_bytes() == travelling.read_bytes()


def test_a_file_that_is_no_pdf_is_not_valid_and_cannot_be_filed(
    page: ConventionsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"bonjour")
    prompts.will_answer([path])
    page.signatures.verifier_action.trigger()
    shown = verdict(page)
    assert shown.verdict_badge.accessibleName() == "Non valide"
    assert not shown.form.deposer_button.isVisible()
