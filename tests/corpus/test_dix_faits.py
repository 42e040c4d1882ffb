"""Ten facts of real workbooks: what the usual libraries make of each, and what we make of it.

Should a library come to do better, its half of the test says so, and the choice can be made again.
"""

import io
import signal
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from sdpd_desktop.documents import retour_lecture, retour_xlsx
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import (
    LIENS,
    LIENS_STRICTS,
    MAIN,
    STRICT,
    contenu,
    filled,
    pack,
    raw_parts,
    read,
    replaced,
    rows,
    type_in,
    values,
)
from tests.corpus.hostiles import HOSTILES


def by_openpyxl(octets: bytes, *, whole: bool = False) -> dict[str, Any]:
    """Return the values that openpyxl reads, row by row unless the whole is asked for."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(octets), read_only=not whole, data_only=True)
        found = {
            cell.coordinate: cell.value
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        book.close()
    return found


def test_1_a_wrong_dimension_hides_rows(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    octets = pack(raw_parts(rows(200), before='<dimension ref="A1"/>'))
    assert len(by_openpyxl(octets)) == 1
    assert len(values(read(lecteur, tmp_path, octets))) == 200


@pytest.mark.parametrize(
    "content",
    [
        '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="C1"><v>3</v></c></row>',
    ],
)
def test_2_what_is_out_of_order_is_dropped(
    lecteur: LecteurClasseurs, tmp_path: Path, content: str
) -> None:
    octets = pack(raw_parts(content))
    assert len(by_openpyxl(octets)) < 2
    assert len(values(read(lecteur, tmp_path, octets))) == 2


def test_3_a_link_invents_a_value(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    links = '<hyperlinks><hyperlink ref="C5" location="S1!A1" display="S1!A1"/></hyperlinks>'
    octets = pack(raw_parts('<row r="1"><c r="A1"><v>1</v></c></row>', after=links))
    assert by_openpyxl(octets, whole=True)["C5"] == "S1!A1"
    assert values(read(lecteur, tmp_path, octets)) == {"A1": 1}


def test_4_a_strict_workbook_has_no_sheet(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    parts = {
        name: part.replace(MAIN, STRICT).replace(LIENS, LIENS_STRICTS)
        for name, part in raw_parts(rows(3)).items()
    }
    assert by_openpyxl(pack(parts)) == {}
    assert len(values(read(lecteur, tmp_path, pack(parts)))) == 3
    lost = replaced("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/x.xml")
    octets = pack(lost(raw_parts(rows(3))))
    assert by_openpyxl(octets) == {}
    with pytest.raises(UserError, match="manque"):
        read(lecteur, tmp_path, octets)


@pytest.mark.parametrize("bad", ["<v>abc</v>", "<v>12,5</v>"])
def test_5_one_bad_cell_loses_the_workbook(
    lecteur: LecteurClasseurs, tmp_path: Path, bad: str
) -> None:
    octets = pack(raw_parts(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1">{bad}</c></row>'))
    with pytest.raises(ValueError, match=r"abc|12,5"):
        by_openpyxl(octets)
    (feuille,) = read(lecteur, tmp_path, octets).feuilles
    good, wrong = feuille.cellules
    assert good.valeur == 1
    assert (wrong.adresse, wrong.valeur) == ("B1", None)
    assert wrong.erreur
    assert wrong.texte in bad


def test_6_a_formula_without_result_is_blank(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    octets = pack(raw_parts('<row r="1"><c r="A1"><f>1+1</f></c></row>'))
    assert by_openpyxl(octets) == {}
    (cell,) = read(lecteur, tmp_path, octets).feuilles[0].cellules
    assert cell.formule_sans_resultat


def test_7_calamine_empties_errors_and_trims(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    content = (
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c>'
        '<c r="B1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>'
        '<c r="C1" s="1"><v>0.15</v></c></row>'
    )
    octets = pack(raw_parts(content))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(octets)).get_sheet_by_index(0)
    assert sheet.to_python()[0][0] == ""
    error, text, share = read(lecteur, tmp_path, octets).feuilles[0].cellules
    assert (error.erreur, text.valeur, share.format) == ("#N/A", " x ", "0%")


_ALONE = """
import io, resource, sys
from python_calamine import CalamineWorkbook
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())).get_sheet_by_index(0).to_python()
"""


def test_7_calamine_takes_its_process_down(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    hostile = HOSTILES["texts counted as 4294967295"]
    alone = subprocess.run(
        [sys.executable, "-c", _ALONE], input=hostile.make(), check=False, capture_output=True
    )
    assert alone.returncode == -signal.SIGABRT
    assert len(values(read(lecteur, tmp_path, hostile.make()))) == hostile.fin


@pytest.mark.parametrize(
    "name", ["a merge of all", "a link over all", "a cell at XFD1048576", "row 2000000000"]
)
def test_8_a_file_of_two_kilobytes_is_a_bomb(
    lecteur: LecteurClasseurs, tmp_path: Path, name: str
) -> None:
    octets = HOSTILES[name].make()
    assert len(octets) < 3_000
    fin = HOSTILES[name].fin
    if isinstance(fin, str):
        with pytest.raises(UserError, match=fin):
            read(lecteur, tmp_path, octets)
    else:
        assert len(values(read(lecteur, tmp_path, octets))) == fin


def test_9_saving_a_workbook_of_theirs_loses_drop_downs(tmp_path: Path) -> None:
    """So it is our own return that goes back, drop-downs and all; theirs stays as received."""
    with filled(tmp_path / "recu.xlsx") as book:
        type_in(book)
    received = (tmp_path / "recu.xlsx").read_bytes()
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"'
        ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
        ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1>'
        "<xm:f>S1!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B1</xm:sqref></x14:dataValidation>"
        "</x14:dataValidations></ext></extLst>"
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = openpyxl.load_workbook(io.BytesIO(pack(raw_parts(rows(2), after=extension))))
    assert list(theirs.worksheets[0].data_validations.dataValidation) == []

    lu = retour_lecture.read(tmp_path / "recu.xlsx")
    retour_xlsx.annotate(contenu(), lu, [], tmp_path / "copie.xlsx")
    assert (tmp_path / "recu.xlsx").read_bytes() == received
    controls = [controlled(tmp_path / name) for name in ("recu.xlsx", "copie.xlsx")]
    assert controls[0] == controls[1]
    assert any(kind == "list" for kind, *_more in controls[1])


def controlled(path: Path) -> list[tuple[Any, ...]]:
    """Return the drop-downs and checks of our two sheets."""
    book = openpyxl.load_workbook(path)
    found = [
        control
        for name in ("Actions", "Indicateurs")
        for control in book[name].data_validations.dataValidation
    ]
    return [(one.type, one.formula1, one.formula2, str(one.sqref)) for one in found]


def test_10_reading_row_by_row_hides_merges_and_hidden_rows(
    lecteur: LecteurClasseurs, tmp_path: Path
) -> None:
    octets = pack(
        raw_parts(
            '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
            '<row r="2"><c r="A2"><v>2</v></c></row>',
            after='<mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
        )
    )
    sheet: Any = openpyxl.load_workbook(io.BytesIO(octets), read_only=True).worksheets[0]
    assert not hasattr(sheet, "merged_cells")
    assert not hasattr(sheet, "row_dimensions")
    (feuille,) = read(lecteur, tmp_path, octets).feuilles
    assert feuille.lignes_masquees == {1}
    assert feuille.fusions == ("A2:B2",)
