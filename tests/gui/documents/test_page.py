"""Documents: chosen, seen, exported, printed."""

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.rapport import Diffusion, OptionsRapport, SectionNarratif, TypeRapport
from sdpd_desktop.gui.documents.page import DocumentsPage
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.services.apercu import ouvrir
from tests.gui.documents.conftest import choose, type_period
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"


def untick(page: DocumentsPage, *codes: str) -> None:
    rows = page.form.sections_list
    for number in range(rows.count()):
        item = rows.item(number)
        if item.data(Qt.ItemDataRole.UserRole) in codes:
            item.setCheckState(Qt.CheckState.Unchecked)


def parts(page: DocumentsPage) -> dict[str, str]:
    rows = page.form.sections_list
    items = [rows.item(number) for number in range(rows.count())]
    return {item.data(Qt.ItemDataRole.UserRole): item.text() for item in items}


def pages(page: DocumentsPage) -> int:
    assert page.form.apercu.pdf is not None
    return len(page.form.apercu.pdf.pages)


def shown(page: DocumentsPage) -> bytes:
    assert page.form.apercu.pdf is not None
    return page.form.apercu.pdf.octets


def test_the_bilan_of_the_year_is_there_at_once(page: DocumentsPage) -> None:
    assert page.form.type_combo.currentText() == "Bilan annuel"
    assert page.form.periode_edit.text() == "2022"
    assert page.form.territoire_combo.currentText() == "Seine-et-Marne"
    assert pages(page) > 3
    assert plain(page.form.coverage_label.text()).startswith("0 action chiffrée sur 46")


def test_the_coverage_follows_the_values(page: DocumentsPage, services: "Services") -> None:
    services.indicateurs.record(PLAN, "K33", "2022", "3600")
    assert plain(page.form.coverage_label.text()).startswith("1 action chiffrée sur 46")


@pytest.mark.parametrize("kind", TypeRapport)
def test_every_kind_of_document_is_previewed_as_it_is_written(
    page: DocumentsPage, services: "Services", kind: TypeRapport
) -> None:
    choose(page, kind)
    demande = page.choix.demande
    assert demande is not None
    assert demande.type is kind
    assert not page.form.error_label.isVisible()
    expected = services.rapports.apercu_pdf(kind, PLAN, demande.periode, demande.options)
    assert shown(page) == expected
    assert page.form.objet_combo.isVisible() is bool(demande.options.objet)
    assert page.form.territoire_combo.isVisible() is (kind is not TypeRapport.TERRITOIRE)


def test_each_kind_has_its_usual_period_and_keeps_the_one_typed(page: DocumentsPage) -> None:
    choose(page, TypeRapport.ANALYSE)
    assert page.form.periode_edit.text() == "2022-T2"
    type_period(page, "2022-T1")
    choose(page, TypeRapport.BILAN)
    assert page.form.periode_edit.text() == "2022"
    choose(page, TypeRapport.ANALYSE)
    assert page.form.periode_edit.text() == "2022-T1"


def test_the_arrows_go_from_period_to_period(page: DocumentsPage) -> None:
    page.form.before_button.click()
    assert page.form.periode_edit.text() == "2021"
    assert page.choix.demande is not None
    assert page.choix.demande.periode.code == "2021"
    page.form.after_button.click()
    assert page.form.periode_edit.text() == "2022"


def test_a_fiche_is_about_what_was_chosen(page: DocumentsPage, services: "Services") -> None:
    choose(page, TypeRapport.ACTION)
    assert page.form.objet_label.text() == "Action"
    combo = page.form.objet_combo
    assert combo.count() == 46
    combo.setCurrentIndex(combo.findData("O3.A8"))
    options = page.choix.demande.options if page.choix.demande else OptionsRapport()
    assert options.objet == "O3.A8"
    assert shown(page) == services.rapports.apercu_pdf(TypeRapport.ACTION, PLAN, "2022", options)
    choose(page, TypeRapport.PARTENAIRE)
    assert page.form.objet_label.text() == "Partenaire"
    assert page.choix.demande is not None
    assert page.choix.demande.options.objet != "O3.A8"


def test_the_figures_of_a_territory_are_offered_once_it_has_some(
    page: DocumentsPage, services: "Services"
) -> None:
    assert not page.form.territoire_combo.isEnabled()
    places = services.rapports.objets(TypeRapport.TERRITOIRE, PLAN)
    meaux = next(place.code for place in places if place.libelle == "Meaux")
    services.indicateurs.record(PLAN, "K33", "2022", "12", territoire=meaux)
    combo = page.form.territoire_combo
    assert combo.isEnabled()
    combo.setCurrentIndex(1)
    assert page.choix.demande is not None
    assert page.choix.demande.options.territoire == meaux
    combo.setCurrentIndex(0)
    assert page.choix.demande.options.territoire == ""


def test_what_is_communicable_is_drawn_up_apart(page: DocumentsPage, services: "Services") -> None:
    inside = shown(page)
    page.form.communicable_radio.click()
    assert page.choix.demande is not None
    assert page.choix.demande.options.diffusion is Diffusion.COMMUNICABLE
    assert shown(page) != inside
    page.form.interne_radio.click()
    assert shown(page) == inside


def test_a_part_left_out_makes_it_shorter_and_stays_out(qtbot: QtBot, page: DocumentsPage) -> None:
    whole = pages(page)
    untick(page, "actions")
    qtbot.waitUntil(lambda: pages(page) < whole)
    assert "actions" not in page.choix.sections
    assert page.form.sections_check.checkState() is Qt.CheckState.PartiallyChecked
    choose(page, TypeRapport.NOTE)
    choose(page, TypeRapport.BILAN)
    assert "actions" not in page.choix.sections
    assert pages(page) < whole


def test_all_parts_are_ticked_or_none(qtbot: QtBot, page: DocumentsPage) -> None:
    check = page.form.sections_check
    whole = len(page.choix.sections)
    check.click()
    assert page.choix.sections == ()
    qtbot.waitUntil(lambda: page.form.error_label.isVisible())
    assert page.form.error_label.text() == "Cochez au moins une partie du document."
    assert page.form.periode_edit.property("invalide") is False
    assert page.form.apercu.pdf is None
    check.click()
    assert len(page.choix.sections) == whole
    qtbot.waitUntil(lambda: page.form.apercu.pdf is not None)
    assert plain(check.text()) == f"Parties : {whole} sur {whole}"


def test_the_preview_is_drawn_again_only_where_it_is_seen(
    page: DocumentsPage, services: "Services"
) -> None:
    before = shown(page)
    page.form.tabs.setCurrentWidget(page.form.register_tab)
    services.rapports.enregistrer_narratif(PLAN, "2022", SectionNarratif.FREINS, "La neige.")
    assert shown(page) == before
    page.form.tabs.setCurrentWidget(page.form.preview_tab)
    assert shown(page) != before


def test_parts_with_nothing_in_them_say_so(page: DocumentsPage, services: "Services") -> None:
    assert parts(page)["freins"] == "Freins – à rédiger"
    assert parts(page)["zones"] == "Police et gendarmerie – rien à dire"
    assert parts(page)["objectifs"] == "État des objectifs"
    services.rapports.enregistrer_narratif(PLAN, "2022", SectionNarratif.FREINS, "La neige.")
    assert parts(page)["freins"] == "Freins"
    choose(page, TypeRapport.NOTE)
    assert parts(page)["essentiel"] == "L’essentiel – à rédiger"


@pytest.mark.parametrize(
    ("periode", "reason"),
    [("demain", "n'est pas une période"), ("2023", "pas encore commencé")],
)
def test_a_period_that_is_wrong_says_why(page: DocumentsPage, periode: str, reason: str) -> None:
    type_period(page, periode)
    assert reason in page.form.error_label.text()
    assert page.form.periode_edit.property("invalide") is True
    assert page.form.apercu.pdf is None
    for button in (page.form.pdf_button, page.form.print_button, page.form.issue_button):
        assert not button.isEnabled()
    assert not page.print_document()
    assert not page.new_object()
    type_period(page, "2021")
    assert not page.form.error_label.isVisible()
    assert page.form.pdf_button.isEnabled()


def test_the_three_files_are_written(
    page: DocumentsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    pdf, xlsx, odt = (tmp_path / f"bilan.{suffix}" for suffix in ("pdf", "xlsx", "odt"))
    prompts.will_answer(pdf, xlsx, odt)
    page.form.pdf_button.click()
    assert pdf.read_bytes() == shown(page)
    page.form.xlsx_button.click()
    assert "Indicateurs" in openpyxl.load_workbook(xlsx).sheetnames
    page.form.odt_button.click()
    assert b"application/vnd.oasis.opendocument.text" in odt.read_bytes()[:100]
    assert str(odt) in page.form.message_bar.text_label.text()
    page.form.message_bar.action_button.click()
    assert prompts.asked == [
        ("choose_target", f"bilan-{PLAN}-2022.pdf"),
        ("choose_target", f"bilan-{PLAN}-2022.xlsx"),
        ("choose_target", f"bilan-{PLAN}-2022.odt"),
        ("open_path", str(odt)),
    ]


def test_the_name_proposed_says_what_a_fiche_is_about(
    page: DocumentsPage, prompts: RecordingPrompts
) -> None:
    choose(page, TypeRapport.ACTION)
    prompts.will_answer(None)
    page.form.pdf_button.click()
    assert prompts.asked == [("choose_target", f"fiche-action-{PLAN}-O1.A1-2022.pdf")]


def test_a_file_that_cannot_be_written_is_said_inline(
    page: DocumentsPage, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    prompts.will_answer(tmp_path / "absent" / "bilan.pdf")
    page.form.pdf_button.click()
    assert "Vérifiez que le dossier existe" in page.form.message_bar.text_label.text()


def test_what_is_printed_holds_the_text_being_written(
    page: DocumentsPage, prompts: RecordingPrompts, services: "Services", tmp_path: Path
) -> None:
    page.form.tabs.setCurrentWidget(page.form.text_tab)
    editor = page.texte.editors[SectionNarratif.FREINS]
    editor.setFocus()
    editor.insertPlainText("La neige.")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    prompts.will_answer(printer)
    assert page.print_document()
    assert services.rapports.narratif(PLAN, "2022").texte(SectionNarratif.FREINS) == "La neige."
    paper = (tmp_path / "papier.pdf").read_bytes()
    assert paper == services.rapports.apercu_pdf(
        TypeRapport.BILAN, PLAN, "2022", OptionsRapport(page.choix.sections)
    )


def test_without_a_plan_the_page_says_so(page: DocumentsPage, context: Context) -> None:
    context.plan.select("")
    page.refresh(None)
    assert "Choisissez un plan" in page.form.apercu.form.notice_label.text()
    assert not page.form.print_button.isEnabled()
    assert page.form.register_stack.currentWidget() is not page.form.register_page


def test_another_plan_shows_its_own_documents(page: DocumentsPage, context: Context) -> None:
    first = shown(page)
    context.plan.select("PADRSQ62-2025")
    page.refresh(None)
    assert page.form.territoire_combo.currentText() == "Pas-de-Calais"
    assert shown(page) != first
    assert len(ouvrir(shown(page)).pages) > 1


def test_the_window_moves_through_the_panes_of_the_tab_shown(page: DocumentsPage) -> None:
    form = page.form
    assert form.apercu.form.pages_view in page.panes()
    form.tabs.setCurrentWidget(form.text_tab)
    assert page.texte.editors[SectionNarratif.FAITS_MARQUANTS] in page.panes()
    page.focus_filter()
    assert form.tabs.currentWidget() is form.register_tab
    assert page.registre.listing in page.panes()
