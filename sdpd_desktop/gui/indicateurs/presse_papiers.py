"""Ranges of cells as text, the way Excel and LibreOffice put them on the clipboard."""

import csv
import io
import re
from collections.abc import Sequence

_NOMBRE = re.compile(r"[+-]?\d[\d\s.,]*%?")
_FORMULE = re.compile(r"'*\s*[=+\-@].", re.DOTALL)
"""What a spreadsheet would compute when it is pasted, under any number of apostrophes."""


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
    return [[_libre(cell) for cell in row] or [""] for row in rows]


def ecrire(rows: Sequence[Sequence[str]]) -> str:
    """Return the rows as a range a spreadsheet pastes cell by cell, text always as text."""
    out = io.StringIO()
    inert = ([_inerte(cell) for cell in row] for row in rows)
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(inert)
    return out.getvalue()


def _inerte(texte: str) -> str:
    dangerous = _FORMULE.match(texte) and not _NOMBRE.fullmatch(texte)
    return f"'{texte}" if dangerous else texte


def _libre(texte: str) -> str:
    """Take off the apostrophe that keeps a text from being computed."""
    return texte[1:] if texte.startswith("'") and _FORMULE.match(texte) else texte
