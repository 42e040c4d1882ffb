"""A partner's own table: what its columns hold is confirmed once."""

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtWidgets import QComboBox

from sdpd_desktop.domain.disposition import Champ
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.gui.retours.page import RetoursPage
from tests.gui.conftest import Said
from tests.gui.retours.conftest import (
    PERIODE,
    PLAN,
    previewing,
)
from tests.support import count, values

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

ROWS = (
    ("Code", "Intitulé", "Résultat", "Commentaires"),
    ("K37", "Patrouilles", 1234, "provisoire"),
    ("K40", "", "néant", ""),
    ("inconnu au bataillon", "", 5, ""),
)


@pytest.fixture
def own_table(services: "Services", tmp_path: Path) -> Path:
    """A table of the gendarmerie's own, for a campagne that awaits it."""
    services.campagnes.prepare(PLAN, PERIODE, tmp_path / "cle", "GGD77")
    folder = tmp_path / "recu"
    folder.mkdir()
    path = folder / "GGD 77 bilan.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in ROWS:
        sheet.append(row)
    book.save(path)
    return path


def champ(page: RetoursPage, row: int) -> QComboBox:
    found = page.reception.disposition.form.columns_table.cellWidget(row, 1)
    assert isinstance(found, QComboBox)
    return found


def test_a_table_of_the_partners_own_is_confirmed_once(
    page: RetoursPage, said: Said, services: "Services", own_table: Path
) -> None:
    before = values(services)
    page.open_files([own_table])
    assert said.notices[-1].endswith("lu, disposition à confirmer.")
    pane = page.reception.disposition
    assert page.form.stack.currentWidget() is pane
    assert "Groupement de gendarmerie" in pane.form.retour_combo.currentText()
    taken = [champ(page, row).currentData() for row in range(4)]
    assert taken == [Champ.INDICATEUR, Champ.LIBELLE, Champ.VALEUR, Champ.COMMENTAIRE]
    assert values(services) == before
    pane.form.confirm_button.click()
    assert previewing(page)
    lines = {row.ligne.objet: row.ligne for row in page.reception.preview.rows}
    assert lines["K37"].verdict is Verdict.NOUVEAU
    assert lines["K37"].lieu == "Sheet!C2"
    assert lines["inconnu au bataillon"].effet is None
    page.go_back()
    page.open_files([own_table])
    assert previewing(page), "the second time, nothing is asked"
    warning = page.reception.preview.form.warning_bar.text_label.text()
    assert "disposition reconnue" in warning


def test_a_layout_by_which_nothing_can_be_stored_is_refused_in_place(
    page: RetoursPage, services: "Services", own_table: Path
) -> None:
    page.open_files([own_table])
    pane, before = page.reception.disposition, count(services)
    champ(page, 2).setCurrentIndex(champ(page, 2).findData(Champ.IGNOREE))
    pane.form.confirm_button.click()
    assert page.form.stack.currentWidget() is pane
    assert "la valeur" in pane.form.message_bar.text_label.text()
    champ(page, 2).setCurrentIndex(champ(page, 2).findData(Champ.VALEUR))
    pane.form.retour_combo.setCurrentText("n'importe qui")
    pane.form.confirm_button.click()
    assert "Choisissez dans la liste" in pane.form.message_bar.text_label.text()
    assert count(services) == before
    pane.form.skip_button.click()
    assert page.reception.shown is None


def test_an_unknown_label_is_chosen_once(
    page: RetoursPage, services: "Services", own_table: Path
) -> None:
    page.open_files([own_table])
    page.reception.disposition.form.confirm_button.click()
    preview = page.reception.preview
    preview.view.choose(lambda row: row.ligne.objet == "inconnu au bataillon")
    combo = preview.form.terme_combo
    assert combo.currentIndex() == -1
    wanted = next(n for n in range(combo.count()) if combo.itemText(n).startswith("K38"))
    combo.setCurrentIndex(wanted)
    preview.form.terme_button.click()
    assert [row.ligne.texte for row in preview.rows if row.ligne.objet == "K38"] == ["5"]
    assert services.memoires.de("GGD77").termes[0].terme == "inconnu au bataillon"
