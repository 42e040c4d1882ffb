"""The embedded typeface of PDF documents, and the refusal of characters it does not draw.

Faces bear the names of those that ship wherever text is set; :func:`fonte` tells which face that
is in the document being made, the office's own where it has one.
"""

import hashlib
import io
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sdpd_desktop.assets import asset_path
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.police import Police
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


@dataclass(frozen=True)
class _Jeu:
    """The registered faces of a typeface, by the name of the one that ships."""

    fontes: Mapping[str, str]
    dessines: frozenset[str]


@cache
def _livree() -> _Jeu:
    drawn = [
        _enregistrer(
            name,
            asset_path(
                "resources", "fonts", "source-sans-3", f"SourceSans3-{file}.ttf"
            ).read_bytes(),
        )
        for name, file in _FILES.items()
    ]
    pdfmetrics.registerFontFamily(ROMAIN, ROMAIN, GRAS, ITALIQUE, GRAS_ITALIQUE)
    pdfmetrics.registerFontFamily(DEMI_GRAS, DEMI_GRAS, GRAS, GRAS_ITALIQUE, GRAS_ITALIQUE)
    return _Jeu({name: name for name in _FILES}, _communs(drawn))


@lru_cache(maxsize=4)
def _du_bureau(police: Police) -> _Jeu:
    """Register the office's faces under names of their own: those of no other are touched."""
    faces = {ROMAIN: police.romain, GRAS: police.gras, ITALIQUE: police.italique}
    names = {role: f"Bureau-{hashlib.sha256(octets).hexdigest()}" for role, octets in faces.items()}
    drawn = [_enregistrer(names[role], octets) for role, octets in faces.items()]
    names |= {DEMI_GRAS: names[GRAS], GRAS_ITALIQUE: names[GRAS]}
    pdfmetrics.registerFontFamily(
        names[ROMAIN], names[ROMAIN], names[GRAS], names[ITALIQUE], names[GRAS]
    )
    return _Jeu(names, _communs(drawn))


def _enregistrer(nom: str, octets: bytes) -> set[int]:
    """Make a face known to the layout engine; return the code points that it draws."""
    font = TTFont(nom, io.BytesIO(octets))
    pdfmetrics.registerFont(font)
    return set(font.face.charToGlyph)


def _communs(drawn: list[set[int]]) -> frozenset[str]:
    return frozenset(map(chr, set.intersection(*drawn))) | {"\n"}


_EMPLOYE: ContextVar[_Jeu | None] = ContextVar("police des documents", default=None)


def _courant() -> _Jeu:
    return _EMPLOYE.get() or _livree()


@contextmanager
def employer(police: Police | None) -> Iterator[None]:
    """Set in this typeface, None for the one that ships, what this thread makes meanwhile."""
    token = _EMPLOYE.set(_du_bureau(police) if police else _livree())
    try:
        yield
    finally:
        _EMPLOYE.reset(token)


def fonte(nom: str) -> str:
    """Return under which name the layout engine knows a face in the document being made."""
    return _courant().fontes[nom]


def verifier(texte: str) -> str:
    """Return the text, every character of which the typeface draws.

    Raises:
        ValidationError: A character has no glyph; it would be printed as an empty box.
    """
    drawn = _courant().dessines
    if drawn >= set(texte):
        return texte
    for place, char in enumerate(texte):
        if char not in drawn:
            around = texte[max(0, place - _AROUND) : place + _AROUND]
            raise ValidationError(
                "texte",
                f"Le caractère {nommer(char)} ne peut pas être imprimé"
                f"{NBSP}: la police des documents ne le contient pas. "
                f"Remplacez-le dans {quote(around)}, puis recommencez.",
            )
    return texte


def nommer(char: str) -> str:
    """Return « œ » (U+0153, LATIN SMALL LIGATURE OE)."""
    shown = f"«{NBSP}{char}{NBSP}»" if char.isprintable() else "invisible"
    return f"{shown} (U+{ord(char):04X}, {unicodedata.name(char, 'caractère sans nom')})"
