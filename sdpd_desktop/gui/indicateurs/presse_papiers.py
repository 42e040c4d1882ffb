"""Ranges of cells as text, the way Excel and LibreOffice put them on the clipboard."""

import csv
import io
from collections.abc import Sequence


def lire(texte: str) -> list[list[str]]:
    """Return the rows of a copied range; quoted cells may hold tabs and line breaks.

    A quote that opens nothing (a lone inch mark, a cell cut in the middle) is kept as typed.
    """
    texte = texte.replace("\r\n", "\n").replace("\r", "\n")
    # Spreadsheets end the last row too; that end is not an empty row.
    texte = texte.removesuffix("\n")
    if not texte:
        return []
    try:
        rows = list(csv.reader(io.StringIO(texte, newline=""), "excel-tab", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in texte.split("\n")]
    return [row or [""] for row in rows]


def ecrire(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as a range a spreadsheet pastes cell by cell."""
    out = io.StringIO()
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()
