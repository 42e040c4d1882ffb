"""What spreadsheets get wrong, or write in odd ways, is read right or said with its address."""

from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs
from tests.corpus.fabrique import (
    BOOK,
    LIENS,
    LIENS_STRICTS,
    MAIN,
    SHEET,
    STRICT,
    STRINGS,
    Change,
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
    content = (
        '<row r="1"><c r="A1" s="1"><v>0.15</v></c><c r="B1"><v>15</v></c>'
        '<c r="C1" s="1"><v>15</v></c></row>'
    )
    found = read(lecteur, tmp_path, pack(raw_parts(content))).feuilles[0].cellules
    assert [(c.valeur, c.format, c.texte) for c in found] == [
        (0.15, "0%", "15\u00a0%"),
        (15, "General", "15"),
        (15, "0%", "1500\u00a0%"),
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


_DATES = (
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/>'
    '<numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><fonts>'
)
_STYLES = (
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
)


def dated(content: str) -> dict[str, Any]:
    """Return a workbook with a format of months (style 3) and one of durations (style 4)."""
    parts = replaced("xl/styles.xml", "<fonts>", _DATES)(raw_parts(content))
    return replaced("xl/styles.xml", "</cellXfs>", _STYLES)(parts)


@pytest.mark.parametrize(
    ("style", "serial", "texte", "erreur"),
    [
        (2, "44742", "30/06/2022", ""),
        (2, "44742.34375", "30/06/2022 08:15", ""),
        (2, "0", "00:00", ""),
        (2, "0.5", "12:00", ""),
        (2, "-1", "29/12/1899", ""),
        (2, "2958465", "31/12/9999", ""),
        (2, "60", "28/02/1900", ""),  # The 29th of February 1900 never was.
        (2, "61", "01/03/1900", ""),
        (2, "2958466", "2958466", "date hors limites"),
        (2, "1000000000", "1000000000", "date hors limites"),
        (3, "44621", "01/03/2022", ""),
        (4, "1.104166667", "26:30:00", ""),
    ],
)
def test_dates(
    lecteur: LecteurClasseurs, tmp_path: Path, style: int, serial: str, texte: str, erreur: str
) -> None:
    content = f'<row r="1"><c r="A1" s="{style}"><v>{serial}</v></c></row>'
    (cell,) = read(lecteur, tmp_path, pack(dated(content))).feuilles[0].cellules
    assert (cell.texte, cell.erreur) == (texte, erreur)


@pytest.mark.parametrize("on", ["1", "true"])
def test_the_epoch_of_1904(lecteur: LecteurClasseurs, tmp_path: Path, on: str) -> None:
    content = '<row r="1"><c r="A1" s="2"><v>43280</v></c></row>'
    change = replaced(BOOK, "<sheets>", f'<workbookPr date1904="{on}"/><sheets>')
    (cell,) = read(lecteur, tmp_path, pack(change(raw_parts(content)))).feuilles[0].cellules
    assert cell.texte == "30/06/2022"


@pytest.mark.parametrize(
    ("kind", "value", "texte", "erreur"),
    [
        ("b", "1", "VRAI", ""),
        ("b", "false", "FAUX", ""),
        ("b", "oui", "oui", "valeur illisible"),
        ("d", "2022-06-30", "30/06/2022", ""),
        ("d", "2022-06-30T08:15:00Z", "30/06/2022 08:15", ""),
        ("d", "hier", "hier", "valeur illisible"),
        ("e", "#REF!", "#REF!", "#REF!"),
        ("str", "=1+1", "=1+1", ""),
        ("str", "#N/A", "#N/A", ""),
        ("str", "a_x000D__x000A_b_x005F_x000D_", "a\nb_x000D_", ""),
        ("str", "a_x0000_b", "a_x0000_b", ""),
        ("s", " 1 ", "un", ""),
    ],
)
def test_kinds(
    lecteur: LecteurClasseurs, tmp_path: Path, kind: str, value: str, texte: str, erreur: str
) -> None:
    content = f'<row r="1"><c r="A1" t="{kind}"><v>{value}</v></c></row>'
    (cell,) = read(lecteur, tmp_path, pack(raw_parts(content))).feuilles[0].cellules
    assert (cell.texte, cell.erreur) == (texte, erreur)


def test_rich_texts_leave_out_how_they_are_said(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    strings = (
        "<si><r><t>Mel</t></r><r><rPr><b/></rPr><t xml:space='preserve'>un </t></r>"
        "<rPh sb='0' eb='1'><t>meloun</t></rPh></si>"
    )
    content = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>a</t></r><r>'
        "<t>b</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is></c></row>"
    )
    found = values(read(lecteur, tmp_path, pack(raw_parts(content, strings=strings))))
    assert found == {"A1": "Melun ", "B1": "ab"}


# ------------------------------------------------------------------ structure


@pytest.mark.parametrize(
    "content",
    [
        '<row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>1</v></c></row>'
        '<row r="1"><c><v>2</v></c></row>',
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'
        '<row r="2"><c r="C2"><v>3</v></c></row>',
        '<row r="1"><c><v>2</v></c></row><row><c><v>1</v></c><c/><c><v>3</v></c></row>',
    ],
)
def test_rows_and_cells_in_any_order(
    lecteur: LecteurClasseurs, tmp_path: Path, content: str
) -> None:
    found = values(read(lecteur, tmp_path, pack(raw_parts(content))))
    assert list(found.items()) == [("A1", 2), ("A2", 1), ("C2", 3)]


@pytest.mark.parametrize(("space", "links"), [(MAIN, LIENS), (STRICT, LIENS_STRICTS)])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_strict_and_prefixed_parts(
    lecteur: LecteurClasseurs, tmp_path: Path, space: str, links: str, prefix: str
) -> None:
    parts = raw_parts('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>2</v></c></row>')
    strict = {
        name: content.replace(MAIN, space).replace(LIENS, links) for name, content in parts.items()
    }
    if prefix:
        sheet = strict[SHEET].replace(f'xmlns="{space}"', f'xmlns:x="{space}"')
        for tag in ("worksheet", "sheetData", "row", "c ", "c>", "v>"):
            sheet = sheet.replace(f"<{tag}", f"<x:{tag}").replace(f"</{tag}", f"</x:{tag}")
        strict[SHEET] = sheet
    assert values(read(lecteur, tmp_path, pack(strict))) == {"A1": "un", "B1": 2}


def test_hidden_rows_columns_and_sheets_are_marked(
    lecteur: LecteurClasseurs, tmp_path: Path
) -> None:
    content = '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>'
    parts = raw_parts(content, before='<cols><col min="2" max="3" hidden="true"/></cols>')
    change = replaced(BOOK, 'name="S1"', 'name="S1" state="veryHidden"')
    (feuille,) = read(lecteur, tmp_path, pack(change(parts))).feuilles
    assert feuille.masquee
    assert feuille.lignes_masquees == {1}
    assert feuille.colonnes_masquees == {2, 3}
    assert [cell.valeur for cell in feuille.cellules] == [1, 2]


def test_values_under_a_merge_are_kept(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    content = '<row r="1"><c><v>1</v></c><c><v>2</v></c></row>'
    after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    classeur = read(lecteur, tmp_path, pack(raw_parts(content, after=after)))
    assert values(classeur) == {"A1": 1, "B1": 2}
    assert classeur.feuilles[0].fusions == ("A1:B1",)


def test_links_to_other_files_are_not_followed(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    link = (
        '<Relationship Id="rId9" Type="x/externalLink" Target="externalLinks/absent.xml"/>'
        "</Relationships>"
    )
    change: Change = replaced("xl/_rels/workbook.xml.rels", "</Relationships>", link)
    assert len(values(read(lecteur, tmp_path, pack(change(raw_parts(rows(3))))))) == 3


def test_absent_styles_and_texts(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    parts = raw_parts(rows(2))
    rels = parts["xl/_rels/workbook.xml.rels"].split("<Relationship ")
    kept = [part for part in rels if "/styles" not in part and "/sharedStrings" not in part]
    bare = {name: part for name, part in parts.items() if name not in (STRINGS, "xl/styles.xml")}
    bare["xl/_rels/workbook.xml.rels"] = "<Relationship ".join(kept) + "</Relationships>"
    assert len(values(read(lecteur, tmp_path, pack(bare)))) == 2


def test_number_formats_are_those_of_france(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    content = '<row r="1"><c r="A1" s="2"><v>44742</v></c><c r="B1" s="1"><v>15</v></c></row>'
    found = read(lecteur, tmp_path, pack(raw_parts(content))).feuilles[0].cellules
    assert [(c.format, c.texte) for c in found] == [
        ("dd/mm/yyyy", "30/06/2022"),
        ("0%", "1500\u00a0%"),
    ]
