"""Tables and paragraphs fit the terminal."""

import pytest

from sdpd_desktop.commands.layout import paragraph, table


@pytest.mark.parametrize("width", [60, 80, 200])
def test_a_table_fits_and_loses_no_word(width: int) -> None:
    words = [f"mot{n}" for n in range(30)]
    rows = [["A1", " ".join(words), "12"], ["B22", "court", "3"]]
    lines = list(table(["Code", "Titre", "N"], rows, width, flexible=[1], right=[2]))
    assert max(map(len, lines)) <= width
    assert all(word in " ".join(lines) for word in words)
    assert lines[2].startswith("A1    mot0")
    assert lines[2].endswith(" 12")
    assert lines[-1].endswith("  3")


def test_what_one_column_leaves_goes_to_the_other() -> None:
    lines = list(table(["A", "B"], [["x" * 10, "mot " * 30]], 80, flexible=[0, 1]))
    assert max(map(len, lines)) > 70


def test_a_paragraph_hangs_under_its_first_word() -> None:
    lines = list(paragraph("un deux trois quatre cinq six", 16, "O1 "))
    assert lines[0] == "O1 un deux trois"
    assert all(line.startswith("   ") for line in lines[1:])


def test_punctuation_never_starts_a_line() -> None:
    for width in range(14, 40):
        text = "Est-ce zéro, ou bien une valeur qui manque ? Oui : « non » !"
        assert not any(line[0] in ":;?!»" for line in paragraph(text, width))
