"""Reads a table kept as text, .csv or .tsv; runs in the child process only.

Its encoding and separator are found by trial, strictly: a text that fits none is refused.
"""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sdpd_desktop.documents.classeur_rangees import (
    LAST_COLUMN,
    MAX_CELL_TEXT,
    Compte,
    Rangees,
)
from sdpd_desktop.documents.preflight import RESAVE, RefusError
from sdpd_desktop.domain.texte import NBSP

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATORS = ";\t|,"  # A comma may only be the decimal one, so it comes last.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f-\x84\x86-\x9f]")
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_SAMPLE = 200
_MOST_NAMED = 5


def read(octets: bytes) -> dict[str, Any]:
    """Read the cells, all texts, of what is told as one unnamed sheet.

    Raises:
        RefusError: It is no text, or its quotes do not close.
    """
    text, remarques = _decode(octets)
    declared = _DECLARED.match(text)
    separator = declared[1] if declared else _separator(text)
    if declared:
        text = text[declared.end() :]
    compte = Compte()
    rangees = Rangees("", compte)
    csv.field_size_limit(MAX_CELL_TEXT)
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    numero = 1 if declared else 0
    try:
        for row in reader:
            numero += 1
            compte.lignes += 1
            compte.cellules += len(row)
            if len(row) > LAST_COLUMN:
                raise RefusError(f"sa ligne {numero} a plus de {LAST_COLUMN} colonnes. {RESAVE}")
            filled = [(place, cell) for place, cell in enumerate(row, 1) if cell]
            rangees.add(numero, [place for place, _ in filled], [cell for _, cell in filled])
            compte.check()
    except csv.Error as error:
        raise RefusError(
            f"sa ligne {numero + 1} est mal formée{NBSP}: un guillemet n'y est pas fermé, ou un "
            "texte y est démesuré. Ouvrez-le dans Excel ou LibreOffice, corrigez-la, puis "
            "importez-le de nouveau."
        ) from error
    return {"feuilles": [rangees.sent()], "proprietes": {}, "remarques": remarques}


def _decode(octets: bytes) -> tuple[str, list[str]]:
    """Return the text, and what must be said of its encoding."""
    for mark, encoding in _MARKS:
        if octets.startswith(mark):
            return _strict(octets[len(mark) :], encoding), []
    if b"\0" in octets[:4096]:
        # Of « a;b » in UTF-16, every other byte is null.
        encoding = "utf-16-le" if octets[1:2] == b"\0" else "utf-16-be"
        return _strict(octets, encoding), []
    try:
        return _checked(octets.decode("utf-8")), []
    except UnicodeDecodeError:
        return _by_line(octets)


def _by_line(octets: bytes) -> tuple[str, list[str]]:
    """Decode what is not UTF-8 as a whole: of Windows, or of two files put together."""
    texts: list[str] = []
    others: list[int] = []
    mixed = False
    for numero, line in enumerate(octets.splitlines(keepends=True), 1):
        try:
            texts.append(line.decode("utf-8"))
            mixed = mixed or not line.isascii()
        except UnicodeDecodeError:
            texts.append(_strict(line, "cp1252"))
            others.append(numero)
    if not mixed:
        return _checked("".join(texts)), []
    shown = ", ".join(map(str, others[:_MOST_NAMED])) + ("…" if others[_MOST_NAMED:] else "")
    said = (
        f"Ce fichier mélange deux encodages de caractères{NBSP}: vérifiez les accents "
        f"(lignes d'un autre encodage{NBSP}: {shown})."
    )
    return _checked("".join(texts)), [said]


def _strict(octets: bytes, encoding: str) -> str:
    try:
        return _checked(octets.decode(encoding))
    except UnicodeDecodeError as error:
        raise RefusError(f"son contenu n'est pas celui d'un classeur. {RESAVE}") from error


def _checked(text: str) -> str:
    text = text.removesuffix("\x1a")  # What DOS ended its texts with.
    if _CONTROL.search(text):
        raise RefusError(f"son contenu n'est pas celui d'un classeur. {RESAVE}")
    return text


def _lines(text: str) -> Iterator[str]:
    # str.splitlines would also cut at the separators of Unicode, which are text here.
    return (found[0] for found in _LINE.finditer(text))


def _separator(text: str) -> str:
    """Return the separator that gives most lines the same number of cells."""
    best, most = ";", (0, 0)
    for mark in _SEPARATORS:
        widths: Counter[int] = Counter()
        reader = csv.reader(_lines(text[: 1 << 16]), delimiter=mark)
        try:
            for _, row in zip(range(_SAMPLE), reader, strict=False):
                widths[len(row)] += len(row) > 1
        except csv.Error:
            continue
        width, lines = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if lines > most[0]:
            best, most = mark, (lines, width)
    return best
