"""Our return, saved again by LibreOffice itself, reads the same."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from sdpd_desktop.documents import retour_lecture, retour_xlsx
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.classeur_date import enregistre_le
from sdpd_desktop.documents.classeur_xls import OLE
from sdpd_desktop.documents.retour_modele import PROPRIETE
from tests.corpus.fabrique import (
    FIRST_ROW,
    TYPED,
    columns,
    contenu,
    filled,
    mesure,
    move_rows,
    save_again,
    set_cell,
    type_in,
    typed,
)

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_saved_by_libreoffice(
    lecteur: LecteurClasseurs, tmp_path: Path, profile: Path, suffix: str
) -> None:
    with filled(tmp_path / "retour.xlsx") as book:
        type_in(book)
        book["Actions"].insert_rows(FIRST_ROW + 5)
        book["Actions"].insert_rows(1, 2)
        move_rows(book["Indicateurs"], FIRST_ROW, [2, 0, 3, 1])
        book["Indicateurs"].row_dimensions[FIRST_ROW].hidden = True
        sheet = book["Indicateurs"]
        sheet.cell(14, columns(sheet)["valeur"]).value = 12
        set_cell(sheet, "O7.A1.i10", "commentaire", "ligne 1\nligne 2")
    before = retour_lecture.read(tmp_path / "retour.xlsx", lecteur)
    after = retour_lecture.read(save_again(tmp_path / "retour.xlsx", suffix, profile), lecteur)

    assert typed(after) == typed(before)
    assert typed(after).items() >= TYPED.items()
    assert after.avertissements == before.avertissements
    assert len(after.avertissements) == 2
    assert (after.retour, after.campagne) == (before.retour, before.campagne)
    assert after.empreinte != before.empreinte
    shown = [
        {(s.code, n): c.texte for s in lu.saisies for n, c in s.colonnes} for lu in (before, after)
    ]
    assert shown[0] == shown[1]
    share = next(s for s in after.saisies if s.code == "O7.A1.i2").cellule("valeur")
    assert share is not None
    assert "%" in share.format


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_errors_and_formulas_survive(
    lecteur: LecteurClasseurs, tmp_path: Path, profile: Path, suffix: str
) -> None:
    with filled(tmp_path / "retour.xlsx") as book:
        sheet = book["Indicateurs"]
        place = columns(sheet)["valeur"]
        sheet.cell(FIRST_ROW, place).value = "=1/0"
        sheet.cell(FIRST_ROW + 1, place).value = "=6*7"
        set_cell(sheet, "O7.A1.i10", "valeur", "#N/A")
    lu = retour_lecture.read(save_again(tmp_path / "retour.xlsx", suffix, profile), lecteur)
    cells = {s.code: s.cellule("valeur") for s in lu.saisies if s.nature == "indicateur"}
    found = {code: (c.valeur, c.erreur) for code, c in cells.items() if c}
    assert found == {
        "O7.A1.i1": (None, "#DIV/0!"),
        "O7.A1.i2": (42, ""),
        "O7.A1.i10": ("#N/A", ""),
    }


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_dates_of_both_epochs(
    lecteur: LecteurClasseurs, tmp_path: Path, profile: Path, epoch: dt.datetime, suffix: str
) -> None:
    days = [dt.date(1904, 1, 2), dt.date(1999, 12, 31), dt.date(2022, 6, 30)]
    book: Any = openpyxl.Workbook()
    book.epoch = epoch
    for row, day in enumerate(days, 1):
        book.active.cell(row, 1, day)
    book.save(tmp_path / "f.xlsx")
    for path in (tmp_path / "f.xlsx", save_again(tmp_path / "f.xlsx", suffix, profile)):
        (feuille,) = lecteur.read(path).feuilles
        assert [cell.valeur for cell in feuille.cellules] == days


def test_protection_and_lists_survive(tmp_path: Path, profile: Path) -> None:
    retour_xlsx.write(contenu(), tmp_path / "retour.xlsx")
    book = openpyxl.load_workbook(save_again(tmp_path / "retour.xlsx", "xlsx", profile))
    sheet = book["Actions"]
    assert sheet.protection.sheet
    assert not sheet.cell(FIRST_ROW, columns(sheet)["statut"]).protection.locked
    assert "sdpd_statuts" in book.defined_names
    kinds = {control.formula1 for control in sheet.data_validations.dataValidation}
    assert "sdpd_statuts" in kinds
    assert book["_sdpd"].sheet_state != "visible"


def test_it_computes_nothing_of_what_a_person_typed(tmp_path: Path, profile: Path) -> None:
    texts = ("=1+1", '=HYPERLINK("x")', "+1+1", "@SUM(1)", "#N/A", "=cmd|' /C calc'!A0")
    lignes = tuple(mesure(i, titre=text, note=text) for i, text in enumerate(texts, 1))
    retour_xlsx.write(contenu(mesures=lignes), tmp_path / "retour.xlsx")
    with zipfile.ZipFile(save_again(tmp_path / "retour.xlsx", "ods", profile)) as archive:
        content = archive.read("content.xml").decode()
    assert "table:formula" not in content
    assert 'calcext:value-type="error"' not in content
    for text in texts:
        assert escape(text, {"'": "&apos;", '"': "&quot;"}) in content


def test_identity_survives(lecteur: LecteurClasseurs, tmp_path: Path, profile: Path) -> None:
    retour_xlsx.write(contenu(), tmp_path / "retour.xlsx")
    for suffix in ("xlsx", "ods"):
        path = save_again(tmp_path / "retour.xlsx", suffix, profile)
        classeur = lecteur.read(path.rename(path.with_stem("n'importe quoi (2)")))
        known = classeur.proprietes[PROPRIETE]
        (hidden,) = (feuille for feuille in classeur.feuilles if feuille.nom == "_sdpd")
        assert hidden.masquee
        assert {"0190-r1", known} <= {*known.split("|"), *(c.texte for c in hidden.cellules)}
        for nom in ("Actions", "Indicateurs"):
            (sheet,) = (feuille for feuille in classeur.feuilles if feuille.nom == nom)
            marks = {c.texte: c.colonne for c in sheet.cellules if c.texte.startswith("sdpd:")}
            assert marks["sdpd:cle"] in sheet.colonnes_masquees
            assert known in {c.texte for c in sheet.cellules if c.colonne == marks["sdpd:identite"]}


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_when_it_was_saved_is_known(tmp_path: Path, profile: Path, suffix: str) -> None:
    retour_xlsx.write(contenu(), tmp_path / "retour.xlsx")
    # Converting keeps the day that the workbook said.
    told = enregistre_le(save_again(tmp_path / "retour.xlsx", suffix, profile))
    assert told == enregistre_le(tmp_path / "retour.xlsx")
    assert told is not None


@given(st.binary(max_size=200))
def test_broken_properties_of_an_xls_tell_nothing(tmp_path_factory: Any, octets: bytes) -> None:
    marked = OLE + bytes(28) + bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9") + octets
    path = tmp_path_factory.getbasetemp() / "abime.xls"
    path.write_bytes(marked)
    told = enregistre_le(path)
    assert told is None or told.tzinfo is not None
