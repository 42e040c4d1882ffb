"""What spreadsheets get wrong, or write in odd ways, is read right or said with its address."""

from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs
from tests.corpus.fabrique import (
    pack,
    raw_parts,
    read,
    replaced,
    rows,
    values,
)


def test_no_value_is_invented_from_a_link(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    after = '<hyperlinks><hyperlink ref="B1" location="S1!A1" display="S1!A1"/></hyperlinks>'
    content = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row>'
    assert values(read(lecteur, tmp_path, pack(raw_parts(content, after=after)))) == {"A1": 1}


def test_formulas_with_and_without_result(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    content = (
        '<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c>'
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    found = read(lecteur, tmp_path, pack(raw_parts(content))).feuilles[0].cellules
    assert [(c.adresse, c.valeur, c.erreur, c.formule_sans_resultat) for c in found] == [
        ("A1", None, "", True),
        ("B1", 2, "", False),
        ("D1", None, "#DIV/0!", False),
    ]


def test_percent_is_told_apart_from_a_number(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    content = '<row r="1"><c r="A1" s="1"><v>0.15</v></c><c r="B1"><v>15</v></c></row>'
    found = read(lecteur, tmp_path, pack(raw_parts(content))).feuilles[0].cellules
    assert [(c.valeur, c.format, c.texte) for c in found] == [
        (0.15, "0%", "15\u00a0%"),
        (15, "General", "15"),
    ]


def test_macro_workbook_is_read_and_nothing_runs(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    change = replaced(
        "[Content_Types].xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    )
    octets = pack(change(raw_parts(rows(3))) | {"xl/vbaProject.bin": b"macro"})
    assert len(values(read(lecteur, tmp_path, octets, "f.xlsm"))) == 3


# ------------------------------------------------------------------ values


@pytest.mark.parametrize(
    ("cell", "valeur", "texte", "erreur"),
    [
        ("<v>abc</v>", None, "abc", "valeur illisible"),
        ("<v>12,5</v>", None, "12,5", "valeur illisible"),
        ("<v>1E+400</v>", None, "1E+400", "valeur illisible"),
        ("<v>NaN</v>", None, "NaN", "valeur illisible"),
        ("<v>1_000</v>", None, "1_000", "valeur illisible"),
        ("<v>12345678901234567</v>", 12345678901234567, "12345678901234567", ""),
        ("<v> 12.50 </v>", 12.5, "12,5", ""),
        ("<v>-.5e1</v>", -5, "-5", ""),
    ],
)
def test_numbers(
    lecteur: LecteurClasseurs, tmp_path: Path, cell: str, valeur: Any, texte: str, erreur: str
) -> None:
    content = f'<row r="1"><c r="A1">{cell}</c><c r="B1"><v>1</v></c></row>'
    first, second = read(lecteur, tmp_path, pack(raw_parts(content))).feuilles[0].cellules
    assert (first.valeur, first.texte, first.erreur) == (valeur, texte, erreur)
    assert second.valeur == 1
