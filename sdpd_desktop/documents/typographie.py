"""French typography: the spaces, apostrophes and ordinals that a printed document wants."""

import re
import unicodedata
from xml.sax.saxutils import escape

from sdpd_desktop.domain.texte import NBSP

# U+202F and its kin would break lines: the layout engine takes them for plain spaces.
_CHARACTERS: dict[int, str | None] = {ord(char): NBSP for char in "\u2007\u2009\u202f"}
_CHARACTERS |= {ord(char): None for char in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}
_CHARACTERS |= {ord("\t"): " ", ord("\r"): "\n", ord("\v"): "\n", ord("\f"): "\n"}
_CHARACTERS |= {ord("\u2028"): "\n", ord("\u2029"): "\n"}
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w)'(?=\w)", "’"),
        (r"\.\.\.", "…"),
        (rf"«[ {NBSP}]*", f"«{NBSP}"),
        (rf"[ {NBSP}]*»", f"{NBSP}»"),
        (rf"[ {NBSP}]+([:;!?]+)(?=[\s)»]|$)", rf"{NBSP}\1"),
        (r"(?<=[\w)»%’€°])([:;!?]+)(?=\s|$)", rf"{NBSP}\1"),
        (r"(?<=\d) (?=\d{3}(?!\d))", NBSP),
        (r"\b(l\.|p\.) (?=\d)", rf"\1{NBSP}"),
        (r"(?<=\bS\d) (?=l\.)", NBSP),
        (r"(?<=\d) (?=(?:[%€°]|[kM]€|h\b|km\b|kg\b|g\b|ans?\b|jours?\b))", NBSP),
        (r"\b([Nn]°|[Aa]rt\.|M\.|MM\.|Mme|Mmes) (?=\S)", rf"\1{NBSP}"),
        (
            r"(?<=\d) (?=(?:er )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre"
            r"|octobre|novembre|décembre)\b)",
            NBSP,
        ),
        (r"\b(\d+)[èe](?:me|mes)\b", r"\1e"),
        (r"\b1(?:ère|iere|ière)(s?)\b", r"1re\1"),
    )
)
# Most texts break no rule: one search finds that out.
_BROKEN = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _RULES))
_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3})(ers?|res?|nde?s?|es?)(?!\w)")


def francais(texte: str) -> str:
    """Return the text as French typography sets it; doing so twice changes nothing."""
    result = unicodedata.normalize("NFC", texte.replace("\r\n", "\n")).translate(_CHARACTERS)
    if not _BROKEN.search(result):
        return result
    for pattern, replacement in _RULES:
        result = pattern.sub(replacement, result)
    return result


def balises(texte: str) -> str:
    """Return the text as paragraph markup: escaped, ordinals raised, line ends kept."""
    marked = _ORDINAL.sub(r"\1<super>\2</super>", escape(francais(texte)))
    return marked.replace("\n", "<br/>")


def accord(nombre: int, singulier: str, pluriel: str = "") -> str:
    """Return « 1 action », « 12 actions »; zero is singular in French."""
    word = singulier if abs(nombre) < 2 else pluriel or f"{singulier}s"
    return f"{f'{nombre:,}'.replace(',', NBSP)}{NBSP}{word}"
