"""The embedded typeface of PDF documents, and the refusal of characters it does not draw."""

import unicodedata
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sdpd_desktop.assets import asset_path
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP, quote

ROMAIN, GRAS = "SourceSans3", "SourceSans3-Bold"
ITALIQUE, GRAS_ITALIQUE = "SourceSans3-Italic", "SourceSans3-BoldItalic"
DEMI_GRAS = "SourceSans3-Semibold"
_FILES = {
    ROMAIN: "Regular",
    GRAS: "Bold",
    ITALIQUE: "It",
    GRAS_ITALIQUE: "BoldIt",
    DEMI_GRAS: "Semibold",
}
_AROUND = 20


@cache
def charger() -> frozenset[int]:
    """Register the faces and return the code points that all of them draw."""
    drawn: list[set[int]] = []
    for name, file in _FILES.items():
        path = asset_path("resources", "fonts", "source-sans-3", f"SourceSans3-{file}.ttf")
        font = TTFont(name, str(path))
        pdfmetrics.registerFont(font)
        drawn.append(set(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(ROMAIN, ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE)
    pdfmetrics.registerFontFamily(DEMI_GRAS, DEMI_GRAS, GRAS, GRAS_ITALIQUE, GRAS_ITALIQUE)
    return frozenset(set.intersection(*drawn))


@cache
def _drawn() -> frozenset[str]:
    return frozenset(map(chr, charger())) | {"\n"}


def verifier(texte: str) -> str:
    """Return the text, every character of which the typeface draws.

    Raises:
        ValidationError: A character has no glyph; it would be printed as an empty box.
    """
    if _drawn() >= set(texte):
        return texte
    drawn = charger()
    for place, char in enumerate(texte):
        if ord(char) not in drawn and char != "\n":
            around = texte[max(0, place - _AROUND) : place + _AROUND]
            name = unicodedata.name(char, "caractère sans nom")
            raise ValidationError(
                "texte",
                f"Le caractère {_shown(char)} (U+{ord(char):04X}, {name}) ne peut pas être imprimé"
                f"{NBSP}: la police des documents ne le contient pas. "
                f"Remplacez-le dans {quote(around)}, puis recommencez.",
            )
    return texte


def _shown(char: str) -> str:
    return f"«{NBSP}{char}{NBSP}»" if char.isprintable() else "invisible"
