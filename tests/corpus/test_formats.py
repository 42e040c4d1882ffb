"""OpenDocument, binary and text workbooks: the same cells as from an .xlsx."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import cell, ods, read, save_again, values
from tests.corpus.fabrique_xls import classeur as old
from tests.corpus.fabrique_xls import number, ole

_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


# ------------------------------------------------------------------ OpenDocument


def test_ods_values(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    table = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        "<table:table-row>"
        '<table:table-cell table:number-columns-repeated="2"/>'
        + cell("float", "12.5")
        + cell("percentage", "0.15", shown="15 %")
        + cell("string", "0", 'calcext:value-type="error" table:formula="of:=NA()"', "#N/A")
        + '<table:table-cell table:formula="of:=1+1"/>'
        + '<table:table-cell office:value-type="date" office:date-value="2022-06-30"/>'
        + "</table:table-row>"
        '<table:table-row table:visibility="collapse">' + cell("float", "3") + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
        ' table:number-columns-repeated="16384"/></table:table-row>'
    )
    (feuille,) = read(lecteur, tmp_path, ods(table), "f.ods").feuilles
    found = {c.adresse: (c.texte, c.format, c.erreur) for c in feuille.cellules}
    assert found == {
        "C3": ("12,5", "General", ""),
        "D3": ("15\u00a0%", "0%", ""),
        "E3": ("#N/A", "", "#N/A"),
        "F3": ("", "", ""),
        "G3": ("30/06/2022", "", ""),
        "A4": ("3", "General", ""),
    }
    assert feuille.lignes_masquees == {4}
    assert [c.adresse for c in feuille.cellules if c.formule_sans_resultat] == ["F3"]


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (ods("<table:table-row/>", _LAUGHS), "DOCTYPE"),
        (ods('</table:table><table:table table:name="S1">'), "deux feuilles"),
        (ods("", manifest="<encryption-data/>"), "mot de passe"),
        (ods('<table:table-row table:number-rows-repeated="99999999"/>'), "répétée"),
        (ods('<table:table-row table:number-rows-repeated="-1"/>'), "répétée"),
        (
            ods(
                '<table:table-row table:number-rows-repeated="1048576">'
                + cell("float", "1", 'table:number-columns-repeated="16384"')
                + "</table:table-row>"
            ),
            "cellules",
        ),
        (
            ods(
                '<table:table-row table:number-rows-repeated="1000000"><table:table-cell'
                ' table:number-columns-repeated="16000"/>' + cell("float") + "</table:table-row>"
            ),
            "cellules",
        ),
        (ods('<table:table-row table:number-rows-repeated="1048576"/><table:table-row/>'), "démes"),
    ],
)
def test_hostile_ods(lecteur: LecteurClasseurs, tmp_path: Path, octets: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read(lecteur, tmp_path, octets, "f.ods")


def test_ods_texts_times_and_drawings(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    table = (
        "<table:table-row>"
        '<table:table-cell office:value-type="string"><text:p>  un</text:p><text:p>deux<text:s'
        ' text:c="2"/>trois</text:p><office:annotation><text:p>note</text:p></office:annotation>'
        "</table:table-cell>"
        '<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT26H30M00S"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell office:value-type="date" office:date-value="2022-06-30T08:15:00"/>'
        '<table:table-cell office:value-type="date" office:date-value="hier"/>'
        '<table:table-cell office:value-type="float" office:value="1E+400"/>'
        '<table:table-cell office:value-type="float" office:value="12345678901234567"/>'
        "</table:table-row>"
    )
    (feuille,) = read(lecteur, tmp_path, ods(table), "f.ods").feuilles
    assert [(c.adresse, c.texte, c.erreur) for c in feuille.cellules] == [
        ("A1", "  un\ndeux  trois", ""),
        ("B1", "09:30", ""),
        ("C1", "26:30:00", ""),
        ("D1", "VRAI", ""),
        ("E1", "30/06/2022 08:15", ""),
        ("F1", "hier", "valeur illisible"),
        ("G1", "1E+400", "valeur illisible"),
        ("H1", "12345678901234567", ""),
    ]


# ------------------------------------------------------------------ text

_TABLE = "Code;Libellé;Valeur\nK33;Caméras;1 234,5\n"
_CELLS = {
    "A1": "Code",
    "B1": "Libellé",
    "C1": "Valeur",
    "A2": "K33",
    "B2": "Caméras",
    "C2": "1 234,5",
}


@pytest.mark.parametrize(
    "octets",
    [
        _TABLE.encode(),
        _TABLE.encode("utf-8-sig"),
        _TABLE.encode("utf-16"),
        _TABLE.encode("utf-16-le"),
        b"\xfe\xff" + _TABLE.encode("utf-16-be"),
        _TABLE.encode("utf-16-be"),
        _TABLE.encode("cp1252"),
        _TABLE.replace("\n", "\r\n").encode(),
        _TABLE.replace("\n", "\r").encode(),
        _TABLE.encode()[:-1],
        _TABLE.encode("cp1252") + b"\x1a",
        _TABLE.replace(";", "\t").encode(),
        _TABLE.replace(";", "|").encode(),
        'Code,Libellé,Valeur\nK33,Caméras,"1 234,5"\n'.encode(),
        '"Code";"Libellé";"Valeur"\n"K33";"Caméras";"1 234,5"\n'.encode(),
    ],
)
def test_encodings_and_separators(lecteur: LecteurClasseurs, tmp_path: Path, octets: bytes) -> None:
    classeur = read(lecteur, tmp_path, octets, "Retour du GIR.csv")
    assert values(classeur) == _CELLS
    assert classeur.feuilles[0].nom == "Retour du GIR"


def test_text_keeps_what_a_spreadsheet_would_change(
    lecteur: LecteurClasseurs, tmp_path: Path
) -> None:
    text = 'sep=,\n\n007,"a\n""b""",=1+1, 12 ,1E3\n\u2028,,x\u0085y\n'
    found = values(read(lecteur, tmp_path, text.encode(), "f.csv"))
    assert found == {
        "A3": "007",
        "B3": 'a\n"b"',
        "C3": "=1+1",
        "D3": " 12 ",
        "E3": "1E3",
        "A4": "\u2028",
        "C4": "x\u0085y",
    }


def test_euro_and_other_signs_of_windows(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    octets = "Coût;12 000\xa0€\nœuvre;« oui »\n".encode("cp1252")
    assert values(read(lecteur, tmp_path, octets, "f.txt"))["B1"] == "12 000\xa0€"


# ------------------------------------------------------------------ binary


@pytest.mark.libreoffice
def test_old_workbook_keeps_what_calamine_would_lose(
    lecteur: LecteurClasseurs, tmp_path: Path, profile: Path
) -> None:
    book: Any = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Été"
    rows: list[list[Any]] = [
        [dt.date(2022, 6, 30), dt.datetime(2022, 6, 30, 8, 15), dt.time(9, 30), True, "=1/0"],
        ["  deux\nlignes ", 0.155, 12345.5, "=NA()", "=1+1"],
        [None, "#N/A", dt.timedelta(hours=26, minutes=30), 15, "fusion"],
    ]
    for row in rows:
        sheet.append(row)
    sheet["B2"].number_format = "0.0%"
    sheet["B3"].data_type = "s"
    sheet.merge_cells("E3:F4")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("Cachée").sheet_state = "hidden"
    book.save(tmp_path / "f.xlsx")
    path = save_again(tmp_path / "f.xlsx", "xls", profile)
    feuille, cachee = lecteur.read(path).feuilles
    assert {c.adresse: (c.texte, c.erreur) for c in feuille.cellules} == {
        "A1": ("30/06/2022", ""),
        "B1": ("30/06/2022 08:15", ""),
        "C1": ("09:30", ""),
        "D1": ("VRAI", ""),
        "E1": ("#DIV/0!", "#DIV/0!"),
        "A2": ("  deux\nlignes ", ""),
        "B2": ("15,5\u00a0%", ""),
        "C2": ("12345,5", ""),
        "D2": ("#N/A", "#N/A"),
        "E2": ("2", ""),
        "B3": ("#N/A", ""),
        "C3": ("26:30:00", ""),
        "D3": ("15", ""),
        "E3": ("fusion", ""),
    }
    assert feuille.lignes_masquees == {2}
    assert feuille.colonnes_masquees == {4}
    assert feuille.fusions == ("E3:F4",)
    assert cachee.masquee
    assert not lecteur.read(path).remarques
    renamed = lecteur.read(path.rename(path.with_suffix(".xlsx")))
    assert [f.nom for f in renamed.feuilles] == [feuille.nom, cachee.nom]


def test_two_encodings_in_one_text_are_read_and_said(
    lecteur: LecteurClasseurs, tmp_path: Path
) -> None:
    octets = "Libellé;1\n".encode() + "Été;2\n".encode("cp1252") + "Août;3\n".encode()
    classeur = read(lecteur, tmp_path, octets, "f.csv")
    assert [values(classeur)[place] for place in ("A1", "A2", "A3")] == ["Libellé", "Été", "Août"]
    (said,) = classeur.remarques
    assert "mélange deux encodages" in said
    assert said.endswith("2).")
    alone = read(lecteur, tmp_path, "Été;2\n".encode("cp1252"), "f.csv")
    assert (values(alone)["A1"], alone.remarques) == ("Été", ())


def test_old_workbook_whose_numbers_are_none(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    cells = number(0, 0, float("nan")) + number(0, 1, float("-inf")) + number(0, 2, 2.5)
    (feuille,) = read(lecteur, tmp_path, ole(old(cells)), "f.xls").feuilles
    assert [(c.texte, c.erreur) for c in feuille.cellules] == [
        ("nan", "valeur illisible"),
        ("-inf", "valeur illisible"),
        ("2,5", ""),
    ]
