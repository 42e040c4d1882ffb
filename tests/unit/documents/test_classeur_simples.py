"""Rows taken out before the parser read as the parser reads them, whatever the bytes."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sdpd_desktop.documents.classeur_enfant import _answer
from sdpd_desktop.documents.classeur_parties import MAIN
from sdpd_desktop.documents.classeur_simples import Cellules, RangeesSimples
from sdpd_desktop.documents.classeur_xlsx import _Feuille
from tests.corpus.fabrique import pack, raw_parts


def mostly(usual: list[str], *unusual: str) -> st.SearchStrategy[str]:
    """Return a plain piece nine times in ten: what is odd must stand among plain rows."""
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(unusual if n == 0 else usual))


NUMBERS = mostly(["1", "2", "3", "12"], "007", "0", "1048577", "99999999", "x", "-1", "")
LETTERS = mostly(["A", "B", "C", "AA"], "XFE", "a", "$A", "", "AAAA")
STYLES = mostly(["", ' s="0"', ' s="1"', ' s="2"'], ' s="9"', ' s="x"', ' s="1" s="1"')
KINDS = mostly(["", ' t="s"', ' t="n"', ' t="b"'], ' t="str"', ' t="e"', ' t="z"')
VALUES = mostly(
    ["", "0", "1", "12.5", "-3", "1e3"],
    "7", "1e999", "1.2.3", "1 2", "é", "&amp;", "&#50;", "<![CDATA[1]]>", "\x01",
)  # fmt: skip
ATTRIBUTES = mostly(
    ["", ' spans="1:2"', ' hidden="1"', ' hidden="0" ht="15"', ' r:ici="1"', "/"],
    ' hidden="1" hidden="0"', " hidden='1'", ' ht="&gt;"', ' xmlns="urn:autre"', ' x:y="1"',
    ' r="2"', '  spans="1:2"', ' xmlns:r="urn:autre"',
)  # fmt: skip


@st.composite
def cells(draw: st.DrawFn, row: str) -> str:
    number = draw(mostly([row], "3", ""))
    head = draw(mostly([f'<c r="{draw(LETTERS)}{number}"'], "<c", '<c x="1"'))
    head = f"{head}{draw(STYLES)}{draw(KINDS)}"
    value = draw(VALUES)
    return draw(
        mostly(
            [f"{head}><v>{value}</v></c>", f"{head}/>", f"{head}></c>"],
            f"{head}><v/></c>", f"{head}><f>1+1</f><v>{value}</v></c>", f"<!-- {head} -->",
            f"{head}><is><t>texte</t></is></c>", f"{head}><v>{value}</v>", "\n", "</row>",
        )
    )  # fmt: skip


@st.composite
def rows(draw: st.DrawFn) -> str:
    number = draw(NUMBERS)
    head = draw(mostly([f'<row r="{number}"{draw(ATTRIBUTES)}>'], "<row>", "<!-- --><row>"))
    body = "".join(draw(st.lists(cells(number), max_size=4)))
    return head if head.endswith("/>") else f"{head}{body}</row>"


def workbook(data: str, **more: str) -> bytes:
    return pack(raw_parts(data, **more))


def both(octets: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what is read with the plain rows taken out, and by the parser alone."""

    def unsifted(_simples: RangeesSimples, blocks: Iterator[bytes]) -> Iterator[bytes]:
        return blocks

    ours = _answer(octets, lambda *_: None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RangeesSimples, "sift", unsifted)
        return ours, _answer(octets, lambda *_: None)


@given(st.lists(rows(), max_size=6))
@example(
    [
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        '<row r="1"><c r="A1"><v>2</v></c></row>',
    ]
)
@example(['<row r="1" x:y="1"><c r="A1"><v>1</v></c></row>'])
@example(['<row r="1" xmlns="urn:autre"><c r="A1"><v>1</v></c></row>'])
@example(['<row r="2"><c r="B1"><v>1</v></c></row>'])
def test_rows_read_alike_with_and_without_the_parser(found: list[str]) -> None:
    ours, parsed = both(workbook("".join(found)))
    assert ours == parsed


ROW = '<row r="1"><c r="A1"><v>41</v></c></row>'
HEADS = {
    "comment": f"<!-- <sheetData>{ROW}</sheetData> -->",
    "comment of another": f'<r:sheetData xmlns:r="{MAIN}"/><!-- <sheetData>{ROW}</sheetData> -->',
    "instruction": f"<?essai <sheetData>{ROW}</sheetData> ?>",
    "foreign": f'<x xmlns="urn:autre"><sheetData>{ROW}</sheetData></x>',
    "columns": '<cols><col min="1" max="1" hidden="1"/></cols>',
    "long": f"<!-- {'x' * 200_000} -->",
    "longer": "<cols/>" * 20_000,
}


@pytest.mark.parametrize("head", HEADS)
def test_rows_are_taken_only_where_they_are_rows(head: str) -> None:
    ours, parsed = both(
        workbook(
            '<row r="2"><c r="B2"><v>7</v></c></row>', before=HEADS[head], after="<mergeCells/>"
        )
    )
    assert ours == parsed
    assert ours["feuilles"][0]["rangees"][-1] == [2, 2, [7]]


def test_a_big_plain_table_is_not_parsed_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    many = "".join(
        f'<row r="{n}" spans="1:2"><c r="A{n}" t="s"><v>1</v></c><c r="B{n}"><v>{n}</v></c></row>'
        for n in range(1, 5_001)
    )
    seen: list[int] = []
    take = _Feuille.take_row

    def counted(feuille: _Feuille, numero: str, masquee: bool, cells: Cellules) -> None:
        seen.append(int(numero))
        take(feuille, numero, masquee, cells)

    monkeypatch.setattr(_Feuille, "take_row", counted)
    (feuille,) = _answer(workbook(many), lambda *_: None)["feuilles"]
    assert seen == list(range(1, 5_001))
    assert feuille["rangees"][-1] == [5_000, 1, ["un", 5_000]]
