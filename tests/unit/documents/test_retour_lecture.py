import hashlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sdpd_desktop.documents import retour_lecture, retour_xlsx
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import (
    FIRST_ROW,
    KEY_ROW,
    TYPED,
    columns,
    contenu,
    filled,
    move_rows,
    set_cell,
    type_in,
    typed,
)


def test_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "Copie de retour (2).xlsx"
    with filled(path) as book:
        type_in(book)
    lu = retour_lecture.read(path)
    assert typed(lu) == TYPED
    assert (lu.retour, lu.partenaire, lu.periode) == ("0190-r1", "DDSP77", "2022")
    assert lu.campagne == "SDPD77-2020|2022"
    assert lu.avertissements == ()
    assert lu.empreinte == hashlib.sha256(path.read_bytes()).hexdigest()
    assert lu.taille == path.stat().st_size
    assert len(lu.saisies) == 7  # Rows left empty come back too, without cells.
    places = {(s.code, s.territoire, s.zone) for s in lu.saisies if s.nature == "indicateur"}
    assert ("O7.A1.i3", "77288", "police") in places
    assert ("O7.A1.i1", "77", "ensemble") in places


def test_cells_say_where_they_stand_and_what_they_show(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        type_in(book)
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    share = next(s for s in lu.saisies if s.code == "O7.A1.i2").cellule("valeur")
    assert share is not None
    assert (share.lieu, share.texte, share.format) == (
        f"Indicateurs!{share.adresse}",
        "15,5\u00a0%",
        "0.0%",
    )
    day = next(s for s in lu.saisies if s.code == "O2.A1.m1").cellule("fait_le")
    assert day is not None
    assert day.texte == "04/03/2022"


def test_sorted_rows_keep_their_identity(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        type_in(book)
        move_rows(book["Indicateurs"], FIRST_ROW, [3, 1, 0, 2])
        move_rows(book["Actions"], FIRST_ROW, [2, 1, 0])
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    assert {key: value for key, value in typed(lu).items() if key != ("O7.A1.i2", "valeur")} == {
        key: value for key, value in TYPED.items() if key != ("O7.A1.i2", "valeur")
    }
    assert lu.avertissements == ()


def test_inserted_rows_and_columns(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        type_in(book)
        book["Indicateurs"].insert_rows(1, 4)
        book["Indicateurs"].insert_rows(FIRST_ROW + 6, 2)
        book["Actions"].insert_cols(1, 2)
        book["Actions"].title = "Nos actions"
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    assert typed(lu) == TYPED
    assert lu.avertissements == ()


def test_added_rows_are_told_never_lost_in_silence(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        sheet.cell(14, 1).value = "K99"
        sheet.cell(14, columns(sheet)["valeur"]).value = 12
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    (told,) = lu.avertissements
    assert "ligne 14" in told
    assert "K99" in told
    assert "12" in told


def test_partial_sort_is_told_not_stored(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        set_cell(sheet, "O7.A1.i10", "valeur", 99)
        a, b = sheet.cell(FIRST_ROW, 1), sheet.cell(FIRST_ROW + 3, 1)
        a.value, b.value = b.value, a.value
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    assert typed(lu) == {}
    (told,) = lu.avertissements
    assert "ne porte plus le code d'origine" in told
    assert "99" in told


def test_rows_of_another_return_are_told_not_stored(tmp_path: Path) -> None:
    other = contenu(retour="0190-r2", partenaire="DDFIP77")
    retour_xlsx.write(other, tmp_path / "autre.xlsx")
    identity = str(openpyxl.load_workbook(tmp_path / "autre.xlsx")["_sdpd"]["B1"].value)
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        set_cell(sheet, "O7.A1.i10", "valeur", 5)
        set_cell(sheet, "O7.A1.i10", "identite", identity)
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    assert typed(lu) == {}
    assert any("DDFIP77" in told and "5" in told for told in lu.avertissements)


def test_duplicated_rows_are_both_returned(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        set_cell(sheet, "O7.A1.i10", "valeur", 5)
        for column in range(1, sheet.max_column + 1):
            sheet.cell(12, column).value = sheet.cell(FIRST_ROW + 3, column).value
        sheet.cell(12, columns(sheet)["valeur"]).value = 6
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    values = [s.cellule("valeur") for s in lu.saisies if s.code == "O7.A1.i10"]
    assert [cell.valeur for cell in values if cell] == [5, 6]


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        type_in(book)
        book["Actions"].row_dimensions[FIRST_ROW].hidden = True
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    assert typed(lu) == TYPED
    (told,) = lu.avertissements
    assert "masquées" in told


def test_merged_cells_and_strays_are_told(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        place = columns(sheet)["valeur"]
        sheet.merge_cells(start_row=5, end_row=6, start_column=place, end_column=place)
        sheet.cell(5, place).value = 7
        sheet.cell(5, sheet.max_column + 2).value = "voir courriel"
        book.create_sheet("Feuil1")["A1"] = "brouillon"
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    told = " ".join(lu.avertissements)
    assert typed(lu) == {("O7.A1.i1", "valeur"): 7}
    for words in ("fusionnées", "voir courriel", "Feuil1"):
        assert words in told


@pytest.mark.parametrize("lost", ["feuille", "propriété", "les deux"])
def test_one_trace_of_identity_is_enough(tmp_path: Path, lost: str) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        type_in(book)
        if lost != "propriété":
            del book["_sdpd"]
        if lost != "feuille":
            del book.custom_doc_props["sdpd_retour"]
    assert typed(retour_lecture.read(tmp_path / "r.xlsx")) == TYPED


def test_formula_without_result_is_not_an_empty_cell(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        sheet.cell(FIRST_ROW, columns(sheet)["valeur"]).value = "=1+1"
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    cell = lu.saisies[3].cellule("valeur")
    assert cell is not None
    assert cell.formule_sans_resultat


def test_true_error_is_told_apart_from_its_text(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        sheet = book["Indicateurs"]
        place = columns(sheet)["valeur"]
        sheet.cell(FIRST_ROW, place).value = "#N/A"
        set_cell(sheet, "O7.A1.i10", "valeur", "#N/A")
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    cells = [s.cellule("valeur") for s in lu.saisies if s.nature == "indicateur"]
    assert [(c.erreur, c.valeur) for c in cells if c] == [("#N/A", None), ("", "#N/A")]


def test_a_workbook_of_someone_else_is_refused(tmp_path: Path) -> None:
    book: Any = openpyxl.Workbook()
    book.active["A1"] = "Bilan"
    book.save(tmp_path / "autre.xlsx")
    with pytest.raises(UserError, match="n'est pas un retour préparé") as refused:
        retour_lecture.read(tmp_path / "autre.xlsx")
    assert "autre.xlsx" in str(refused.value)


def test_lost_key_rows_are_told(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        for name in ("Actions", "Indicateurs"):
            book[name].delete_rows(KEY_ROW)
    with pytest.raises(UserError, match="ligne masquée"):
        retour_lecture.read(tmp_path / "r.xlsx")


def test_one_lost_key_row_is_told(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        type_in(book)
        book["Actions"].delete_rows(KEY_ROW)
    lu = retour_lecture.read(tmp_path / "r.xlsx")
    assert {code for code, _ in typed(lu)} == {code for code, _ in TYPED if code.startswith("O7")}
    assert any("Actions" in told and "non reprises" in told for told in lu.avertissements)


def test_newer_model_is_refused(tmp_path: Path) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        cell = book["_sdpd"]["B1"]
        cell.value = str(cell.value).replace("|1|", "|2|", 1)
    with pytest.raises(UserError, match="version plus récente"):
        retour_lecture.read(tmp_path / "r.xlsx")
