"""Workbooks are printed in a liasse as tables."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille, Rangee
from sdpd_desktop.documents.liasse import assembler
from sdpd_desktop.domain.errors import ValidationError
from tests.unit.documents.lecture_pdf import pages
from tests.unit.documents.liasses import liasse


def sheet(nom: str, rows: Sequence[Sequence[Any]], *, masquee: bool = False) -> Feuille:
    rangees = tuple(Rangee(line, range(1, len(row) + 1), row) for line, row in enumerate(rows, 1))
    return Feuille(nom, masquee, frozenset({3}), frozenset(), (), rangees)


def workbook(*sheets: Feuille) -> Classeur:
    return Classeur("budget.xlsx", "", 0, sheets, {})


def test_a_workbook_is_printed_as_tables() -> None:
    rows: list[list[Any]] = [
        ["Poste", None, "Montant"],
        ["Caméras", None, 12, "masquée"],
        ["masquée", None, 1],
        ["Postes", None, 7],
    ]
    shown = replace(sheet("Dépenses", rows), colonnes_masquees=frozenset({4}))
    book = workbook(shown, sheet("Calculs", [["x"]], masquee=True))
    found = pages(assembler(liasse(book)))[4]
    assert "Annexe n° 1 à la convention du 4 juillet 2019" in found
    assert "Préfecture de Seine-et-Marne" in found
    assert "Poste Montant Caméras 12 Postes 7" in found
    assert "masquée " not in found
    assert "12 masquée" not in found
    assert "Feuilles masquées, non imprimées : « Calculs »." in found


def test_a_wide_sheet_is_printed_in_several_tables() -> None:
    rows = [[f"Col {n}" for n in range(30)], [f"v{n}" for n in range(30)]]
    found = pages(assembler(liasse(workbook(sheet("Large", rows)))))[4]
    assert found.count("Col 0 ") == 3
    assert all(f"v{n} " in found for n in range(30))


@pytest.mark.parametrize(
    ("book", "reason"),
    [
        (workbook(sheet("Vide", [])), "ne montre aucune cellule"),
        (workbook(sheet("Masquée", [["x"]], masquee=True)), "ne montre aucune cellule"),
        (workbook(sheet("Énorme", [["x"] * 10] * 2100)), "montre 20990 cellules"),
        (workbook(sheet("Signe", [["漢"]])), r"U\+6F22"),
    ],
)
def test_a_workbook_that_cannot_be_printed_is_refused(book: Classeur, reason: str) -> None:
    with pytest.raises(ValidationError, match=rf"^Annexe n°\s1\s: .*{reason}"):
        assembler(liasse(book))
