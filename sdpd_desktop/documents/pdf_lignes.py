"""Breaks texts into lines by the widths of the embedded typeface, each word measured once."""

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from reportlab.pdfbase import pdfmetrics

from sdpd_desktop.documents.pdf_police import fonte

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_BREAKS = re.compile(r"(?<=[/\-–_.,;])")


@cache
def _widths(police: str) -> tuple[dict[int, float], float]:
    """Return the width of each character at size 1, and that of the others."""
    face = cast("TTFont", pdfmetrics.getFont(police)).face
    widths = {code: width / 1000 for code, width in face.charWidths.items()}
    return widths, face.defaultWidth / 1000


@cache
def _word_widths(police: str) -> "_Words":
    return _Words(police)


class _Words(dict[str, float]):
    """Widths of words at size 1, measured on first use; forgotten when they grow too many."""

    _MANY = 50_000

    def __init__(self, police: str) -> None:
        super().__init__()
        self._chars, self._other = _widths(police)

    def __missing__(self, word: str) -> float:
        if len(self) > self._MANY:
            self.clear()
        chars, other = self._chars, self._other
        width = self[word] = sum([chars.get(code, other) for code in map(ord, word)])
        return width


def largeur(texte: str, police: str, taille: float) -> float:
    """Return the width of a text, in points."""
    return _word_widths(fonte(police))[texte] * taille


def abreger(texte: str, police: str, taille: float, place: float) -> str:
    """Return the text on one line, cut short with « … » where it is wider than that, in points."""
    text = " ".join(texte.split("\n"))
    if largeur(text, police, taille) <= place:
        return text
    while text and largeur(f"{text}…", police, taille) > place:
        text = text[:-1]
    return f"{text.rstrip()}…"


def couper(texte: str, police: str, taille: float, place: float) -> tuple[str, ...]:
    """Return the lines of a text in a width, in points; its own line ends are kept.

    Lines break at plain spaces; a word wider than the line breaks after a sign, else anywhere.
    """
    lines: list[str] = []
    for paragraph in texte.split("\n"):
        lines += _break(paragraph, _word_widths(fonte(police)), place / taille)
    return tuple(lines)


def _break(paragraph: str, widths: _Words, room: float) -> list[str]:
    if widths[paragraph] <= room:
        return [paragraph]
    space = widths[" "]
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in paragraph.split(" "):
        if not word:
            continue
        width = widths[word]
        if line and used + space + width <= room:
            line.append(word)
            used += space + width
            continue
        if line:
            lines.append(" ".join(line))
        *full, rest = _pieces(word, widths, room) if width > room else (word,)
        lines += full
        line, used = [rest], widths[rest]
    lines.append(" ".join(line))
    return lines


def _pieces(word: str, widths: _Words, room: float) -> list[str]:
    """Break a word wider than a line: after a sign where there is one, else anywhere."""
    pieces: list[str] = []
    current = ""
    for part in _BREAKS.split(word):
        if widths[current + part] <= room:
            current += part
            continue
        if current:
            pieces.append(current)
        current = ""
        for char in part:
            if current and widths[current + char] > room:
                pieces.append(current)
                current = ""
            current += char
    return [*pieces, current]
