"""Documents are issued to someone, kept as they were, and found again."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.rapport import Diffusion, OptionsRapport, RapportEmis, TypeRapport
from sdpd_desktop.gui.documents.libelles import taille
from sdpd_desktop.gui.documents.page import DocumentsPage
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.widgets.roles import ROW_ROLE
from tests.gui.documents.conftest import choose
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"


def issue(page: DocumentsPage, to: str, format_: str = "pdf") -> None:
    form = page.form
    form.issue_button.click()
    form.destinataire_edit.setText(to)
    form.format_combo.setCurrentIndex(form.format_combo.findData(format_))
    form.issue_ok_button.click()


def rows(page: DocumentsPage) -> list[RapportEmis]:
    model = page.registre.listing.model()
    return [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]


def test_a_document_is_issued_kept_and_shown_again(
    page: DocumentsPage, services: "Services"
) -> None:
    form = page.form
    assert form.register_stack.currentWidget() is not form.register_page
    assert form.apercu.pdf is not None
    drawn = form.apercu.pdf.octets
    issue(page, "CDPD")
    assert not form.issue_frame.isVisible()
    (emis,) = services.rapports.registre(PLAN)
    assert (emis.numero, emis.destinataire, emis.format) == (1, "CDPD", "pdf")
    assert services.rapports.exemplaire(emis.id) == drawn
    said = plain(form.message_bar.text_label.text())
    assert said == "Bilan 2022, version 1, émis pour CDPD : un exemplaire est au registre."
    form.message_bar.action_button.click()
    assert form.tabs.currentWidget() is form.register_tab
    assert form.tabs.tabText(form.tabs.currentIndex()) == "Registre (1)"
    assert page.registre.listing.current_row() == emis
    assert form.copy_apercu.pdf is not None
    assert form.copy_apercu.pdf.octets == drawn
    assert emis.empreinte[:16] in form.copy_label.text()


def test_the_copy_stays_what_it_was(page: DocumentsPage, services: "Services") -> None:
    issue(page, "CDPD")
    assert page.form.copy_apercu.pdf is not None
    kept = page.form.copy_apercu.pdf.octets
    services.indicateurs.record(PLAN, "K33", "2022", "3600")
    assert page.form.apercu.pdf is not None
    assert page.form.apercu.pdf.octets != kept
    assert page.form.copy_apercu.pdf.octets == kept


def test_versions_follow_one_another(page: DocumentsPage, services: "Services") -> None:
    issue(page, "CDPD")
    issue(page, "État-major de sécurité", "xlsx")
    assert [row.numero for row in rows(page)] == [2, 1]
    assert page.registre.recipients == ["État-major de sécurité", "CDPD"]


def test_someone_has_to_receive_it(page: DocumentsPage, services: "Services") -> None:
    issue(page, "   ")
    form = page.form
    assert form.issue_frame.isVisible()
    assert "Indiquez à qui" in form.issue_error_label.text()
    assert form.destinataire_edit.property("invalide") is True
    assert services.rapports.registre(PLAN) == ()
    form.destinataire_edit.setText("CDPD")
    form.destinataire_edit.returnPressed.emit()
    assert len(services.rapports.registre(PLAN)) == 1


def test_it_can_be_given_up(page: DocumentsPage, services: "Services") -> None:
    assert page.new_object()
    assert page.form.issue_frame.isVisible()
    assert page.go_back()
    assert not page.form.issue_frame.isVisible()
    assert not page.go_back()
    assert services.rapports.registre(PLAN) == ()


def test_another_choice_puts_the_panel_away(page: DocumentsPage) -> None:
    page.new_object()
    page.refresh(None)
    assert page.form.issue_frame.isVisible()
    choose(page, TypeRapport.NOTE)
    assert not page.form.issue_frame.isVisible()


@pytest.mark.parametrize("format_", ["pdf", "xlsx", "odt"])
def test_the_copy_is_exported_as_it_left(
    page: DocumentsPage, services: "Services", prompts: RecordingPrompts, tmp_path: Path,
    format_: str,
) -> None:  # fmt: skip
    issue(page, "CDPD", format_)
    (emis,) = services.rapports.registre(PLAN)
    out = tmp_path / emis.nom
    prompts.will_answer(out)
    page.form.tabs.setCurrentWidget(page.form.register_tab)
    page.form.copy_button.click()
    assert prompts.asked == [("choose_target", emis.nom)]
    assert out.read_bytes() == services.rapports.exemplaire(emis.id)
    assert str(out) in page.form.message_bar.text_label.text()
    printable = format_ == "pdf"
    assert page.form.copy_print_button.isEnabled() is printable
    assert (page.form.copy_apercu.pdf is not None) is printable
    if not printable:
        assert "exportez-le pour l’ouvrir" in page.form.copy_apercu.form.notice_label.text()
        assert not page.print_document()


def test_the_copy_is_what_ctrl_p_prints_there(
    page: DocumentsPage, prompts: RecordingPrompts
) -> None:
    issue(page, "CDPD")
    page.form.tabs.setCurrentWidget(page.form.register_tab)
    prompts.will_answer(None)
    assert page.print_document()
    assert prompts.asked == [("choose_printer", "Bilan 2022, version 1")]


def test_the_register_is_filtered(qtbot: QtBot, page: DocumentsPage, services: "Services") -> None:
    communicable = OptionsRapport(diffusion=Diffusion.COMMUNICABLE)
    services.rapports.emettre(TypeRapport.BILAN, PLAN, "2021", destinataire="CDPD")
    services.rapports.emettre(
        TypeRapport.NOTE, PLAN, "2022-T2", communicable, destinataire="Cabinet du préfet"
    )
    partner = services.rapports.objets(TypeRapport.PARTENAIRE, PLAN)[0].code
    services.rapports.emettre(
        TypeRapport.PARTENAIRE, PLAN, "2022", OptionsRapport(objet=partner), destinataire="DDPN"
    )
    page.focus_filter()
    edit = page.form.register_filter_edit
    for words, found in (("cabinet PREFET", "note"), (partner, "fiche_partenaire")):
        edit.setText(words)
        assert [row.type.value for row in rows(page)] == [found]
    edit.setText("rien de tel")
    assert rows(page) == []
    assert not page.form.copy_button.isEnabled()
    edit.clear()
    assert len(rows(page)) == 3


def test_the_model_is_sound(
    page: DocumentsPage, services: "Services", qtmodeltester: ModelTester
) -> None:
    for year in ("2020", "2021"):
        services.rapports.emettre(TypeRapport.BILAN, PLAN, year, destinataire="CDPD")
    qtmodeltester.check(page.registre.listing.model())


@pytest.mark.parametrize(
    ("octets", "text"), [(10, "1 Ko"), (84_200, "84 Ko"), (1_240_000, "1,2 Mo")]
)
def test_sizes_read_in_kilobytes_or_megabytes(octets: int, text: str) -> None:
    assert plain(taille(octets)) == text
