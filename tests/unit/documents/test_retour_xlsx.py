import datetime as dt
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sdpd_desktop.documents import retour_lecture, retour_xlsx
from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.importation import Ligne, Verdict
from tests.corpus.fabrique import (
    EDITE_LE,
    FIRST_ROW,
    TYPED,
    columns,
    contenu,
    filled,
    indicateur,
    mesure,
    set_cell,
    type_in,
    typed,
)


@pytest.fixture
def book(tmp_path: Path) -> Any:
    retour_xlsx.write(contenu(), tmp_path / "retour.xlsx")
    return openpyxl.load_workbook(tmp_path / "retour.xlsx")


def column(sheet: Any, nom: str) -> list[Any]:
    place = columns(sheet)[nom]
    return [sheet.cell(row, place).value for row in range(FIRST_ROW, sheet.max_row + 1)]


def test_rows_stand_in_natural_order(book: Any) -> None:
    assert column(book["Actions"], "affiche") == ["O2.A1.m1", "O2.A2.m1", "O2.A10.m1"]
    assert column(book["Indicateurs"], "affiche") == ["K01", "K02", "K03", "K10"]


def test_only_the_cells_to_fill_are_unlocked(book: Any) -> None:
    for name, wanted in (
        ("Actions", {"statut", "fait_le", "note"}),
        ("Indicateurs", {"valeur", "commentaire"}),
    ):
        sheet = book[name]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        unlocked = {
            cell.column for row in sheet.iter_rows() for cell in row if not cell.protection.locked
        }
        places = columns(sheet)
        assert unlocked == {places[nom] for nom in wanted}
    readme = book["Lisez-moi"]
    assert readme.protection.sheet
    (cell,) = (cell for row in readme.iter_rows() for cell in row if not cell.protection.locked)
    assert readme.cell(cell.row, 1).value == "Votre réponse"
    assert cell.value is None


def test_identity_is_hidden_thrice(book: Any) -> None:
    assert book["_sdpd"].sheet_state != "visible"
    written = book["_sdpd"]["B1"].value
    assert "0190-r1" in written
    assert [prop.value for prop in book.custom_doc_props.props] == [written]
    for name in ("Actions", "Indicateurs"):
        sheet = book[name]
        assert set(column(sheet, "identite")) == {written}
        place = columns(sheet)
        for nom in ("identite", "cle", "code", "repere", "territoire", "zone"):
            letter = openpyxl.utils.get_column_letter(place[nom])
            # openpyxl keeps neighbouring columns of one look under the first letter.
            group = [d for d in sheet.column_dimensions.values() if d.min <= place[nom] <= d.max]
            assert group[0].hidden, letter
        assert sheet.row_dimensions[3].hidden


def test_known_state_is_shown_but_not_filled_in(tmp_path: Path) -> None:
    done = mesure(1, fait_le=dt.date(2021, 5, 4), note="convention signée")
    content = contenu(mesures=(done,), indicateurs=(indicateur(1, actuelle=Decimal(12)),))
    retour_xlsx.write(content, tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    assert column(book["Actions"], "connu") == ["en cours le 04/05/2021\nconvention signée"]
    assert "déjà reçu\u00a0: 12" in column(book["Indicateurs"], "precedente")[0]
    assert typed(retour_lecture.read(tmp_path / "r.xlsx")) == {}


def test_lists_go_through_defined_names_and_warn(book: Any) -> None:
    controls = {
        control.formula1: control
        for sheet in (book["Actions"], book["Indicateurs"])
        for control in sheet.data_validations.dataValidation
        if control.type == "list"
    }
    assert set(controls) == {"sdpd_statuts", "sdpd_oui_non"} <= set(book.defined_names)
    everything = [
        control
        for sheet in (book["Actions"], book["Indicateurs"])
        for control in sheet.data_validations.dataValidation
    ]
    assert {control.errorStyle for control in everything} == {"warning"}
    assert all(control.error and len(control.error) <= 225 for control in everything)
    assert all(len(control.errorTitle) <= 32 for control in everything)


def test_a_number_within_bounds_and_a_date_are_expected(tmp_path: Path) -> None:
    values = (
        indicateur(1, minimum=Decimal(0), maximum=Decimal(100)),
        indicateur(2, minimum=None, maximum=None),
    )
    retour_xlsx.write(contenu(indicateurs=values), tmp_path / "r.xlsx")
    book = openpyxl.load_workbook(tmp_path / "r.xlsx")
    place = openpyxl.utils.get_column_letter(columns(book["Indicateurs"])["valeur"])
    found = {
        str(one.sqref): (one.type, one.formula1, one.formula2)
        for one in book["Indicateurs"].data_validations.dataValidation
    }
    assert found == {
        f"{place}5": ("decimal", "0", "100"),
        f"{place}6": ("decimal", "-1000000000000", "1000000000000"),
    }
    dates = [c for c in book["Actions"].data_validations.dataValidation if c.type == "date"]
    place = openpyxl.utils.get_column_letter(columns(book["Actions"])["fait_le"])
    assert [str(one.sqref) for one in dates] == [f"{place}5:{place}7"]


def test_the_value_before_and_the_target_stand_beside_the_cell_to_fill(book: Any) -> None:
    sheet = book["Indicateurs"]
    places = columns(sheet)
    assert column(sheet, "precedente") == ["3 020 (2021)"] * 4
    assert column(sheet, "cible") == ["3 600 au 31/12/2022"] * 4
    assert places["precedente"] < places["cible"] < places["valeur"]
    assert sheet.cell(4, places["precedente"]).value == "Valeur précédente"
    assert not sheet.column_dimensions[openpyxl.utils.get_column_letter(places["cible"])].hidden


def test_every_sheet_fits_the_width_of_a_page_up_to_its_last_row(book: Any) -> None:
    for name, last in (("Lisez-moi", None), ("Actions", 7), ("Indicateurs", 8)):
        sheet = book[name]
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        _start, _, end = sheet.print_area.replace("$", "").rpartition(":")
        row = int("".join(filter(str.isdigit, end)))
        assert row == last if last else sheet.cell(row - 1, 1).value


def test_print_setup(book: Any) -> None:
    sheet = book["Indicateurs"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.oddFooter.right.text == "Page &P / &N"
    assert "publique && renseignement" in sheet.oddFooter.left.text
    assert sheet.freeze_panes == "B5"


def test_readme_says_what_a_partner_must_know(book: Any) -> None:
    text = " ".join(str(c.value) for row in book["Lisez-moi"].iter_rows() for c in row if c.value)
    for words in ("15/07/2022", "Bureau de la sécurité", "n/a", "Aucune donnée personnelle"):
        assert words in text


def test_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    retour_xlsx.write(contenu(), tmp_path / "a.xlsx")
    retour_xlsx.write(contenu(), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.properties.modified.date() == EDITE_LE


def test_no_macro_and_no_link(tmp_path: Path) -> None:
    retour_xlsx.write(contenu(), tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert not [n for n in archive.namelist() if "vba" in n or "externalLink" in n]


def test_text_of_the_plan_never_becomes_a_formula(tmp_path: Path) -> None:
    content = contenu(mesures=(mesure(1, titre="=cmd|'/c calc'!A1", action="#N/A"),))
    retour_xlsx.write(content, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Actions"]
    places = columns(sheet)
    for nom, text in (("titre", "=cmd|'/c calc'!A1"), ("action", "#N/A")):
        cell = sheet.cell(FIRST_ROW, places[nom])
        assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_are_dropped(tmp_path: Path) -> None:
    retour_xlsx.write(contenu(mesures=(mesure(1, titre="a\x00b\x1fc"),)), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Actions"]
    assert column(sheet, "titre") == ["abc"]


def test_missing_folder_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="n'existe pas"):
        retour_xlsx.write(contenu(), tmp_path / "absent" / "a.xlsx")
    (tmp_path / "occupé").mkdir()
    with pytest.raises(StorageError, match="n'a pas pu être écrit"):
        retour_xlsx.write(contenu(), tmp_path / "occupé")
    assert [path.name for path in tmp_path.iterdir()] == ["occupé"]


def test_empty_return_is_still_a_return(tmp_path: Path) -> None:
    retour_xlsx.write(contenu(mesures=(), indicateurs=()), tmp_path / "a.xlsx")
    lu = retour_lecture.read(tmp_path / "a.xlsx")
    assert (lu.retour, lu.saisies, lu.avertissements) == ("0190-r1", (), ())


# ------------------------------------------------------------------ annotated copy


def wrong(lieu: str, texte: str, verdict: Verdict = Verdict.REJETE) -> Ligne:
    return Ligne(
        verdict=verdict,
        objet="O7.A1.i3",
        titre="Caméras",
        colonne="valeur",
        lieu=lieu,
        texte=texte,
        format="",
        compris="",
        ancien="",
        raison="Un nombre entier est attendu.",
        correction="1235",
        effet=None,
    )


def test_annotated_copy_holds_what_was_typed_and_marks_errors(tmp_path: Path) -> None:
    with filled(tmp_path / "recu.xlsx") as book:
        type_in(book)
    lu = retour_lecture.read(tmp_path / "recu.xlsx")
    lieux = {(s.code, nom): cellule.lieu for s in lu.saisies for nom, cellule in s.colonnes}
    lignes = [
        wrong(lieux["O7.A1.i3", "valeur"], "1 234,5"),
        wrong(lieux["O2.A10.m1", "fait_le"], "=1+1", Verdict.A_CONFIRMER),
        wrong(lieux["O7.A1.i10", "valeur"], "3600", Verdict.NOUVEAU),
    ]
    retour_xlsx.annotate(contenu(), lu, lignes, tmp_path / "annote.xlsx")

    again = retour_lecture.read(tmp_path / "annote.xlsx")
    assert typed(again) == TYPED
    assert again.avertissements == ()
    book = openpyxl.load_workbook(tmp_path / "annote.xlsx")
    commented = {
        (sheet.title, cell.row): cell.comment.text
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert set(commented) == {("Indicateurs", 7), ("Actions", 7)}
    coloured = {
        (name, row): book[name].cell(row, columns(book[name])[nom]).fill.start_color.rgb
        for name, nom, rows in (
            ("Indicateurs", "valeur", range(5, 9)), ("Actions", "fait_le", range(5, 8)),
        )
        for row in rows
    }  # fmt: skip
    open_cell = coloured["Indicateurs", 5]
    assert {place for place, colour in coloured.items() if colour != open_cell} == set(commented)
    assert coloured["Indicateurs", 7] != coloured["Actions", 7]  # Refused, or to be answered.
    assert "Correction proposée\u00a0: 1235" in commented["Indicateurs", 7]
    assert column(book["Erreurs"], "tape") == ["1 234,5", "=1+1"]
    assert column(book["Erreurs"], "affiche") == ["Indicateurs", "Actions"]
    assert "Indicateurs!" + column(book["Erreurs"], "cellule")[0] == lignes[0].lieu


def test_annotated_copy_of_errors_and_dangerous_text(tmp_path: Path) -> None:
    with filled(tmp_path / "recu.xlsx") as book:
        set_cell(book["Indicateurs"], "O7.A1.i3", "valeur", "#REF!")
        set_cell(book["Indicateurs"], "O7.A1.i2", "valeur", "=HYPERLINK(1)")
        places = columns(book["Indicateurs"])
        book["Indicateurs"].cell(8, places["valeur"]).value = "#N/A"  # A true error cell.
    lu = retour_lecture.read(tmp_path / "recu.xlsx")
    retour_xlsx.annotate(contenu(), lu, [], tmp_path / "annote.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "annote.xlsx")["Indicateurs"]
    place = columns(sheet)["valeur"]
    found = [(sheet.cell(r, place).value, sheet.cell(r, place).data_type) for r in range(5, 9)]
    assert found == [(None, "n"), ("=HYPERLINK(1)", "s"), ("#REF!", "s"), ("#N/A", "s")]


def test_warnings_are_told_to_the_partner(tmp_path: Path) -> None:
    with filled(tmp_path / "recu.xlsx") as book:
        book["Indicateurs"]["A12"] = "ligne ajoutée"
    lu = retour_lecture.read(tmp_path / "recu.xlsx")
    retour_xlsx.annotate(contenu(), lu, [], tmp_path / "annote.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "annote.xlsx")["Erreurs"]
    assert any("ligne ajoutée" in str(cell.value) for cell in sheet["A"])
