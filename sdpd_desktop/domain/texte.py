"""Keys that sort and search French text alike on every database engine, and quotations."""

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'", "–": "-", "—": "-"}
)
_DIGITS = re.compile(r"\d+")
_NOT_WORDS = re.compile(r"[\W_]+")
_SPACES = re.compile(r"\s+")
NBSP = "\u00a0"
_QUOTED = 60
_LOOSE = re.compile(r" (?=[:;!?»](?:\W|$))|(?<=«) ")


def search_key(text: str) -> str:
    """Return the text without accents, ligatures or case, its spaces made single."""
    if not text.isascii():
        flat = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
        text = "".join(char for char in flat if not unicodedata.combining(char))
    return _SPACES.sub(" ", text).strip().casefold()


def mots_cles(text: str) -> str:
    """Return the words of a name, whatever stands between them: « DDSP_77 » gives « ddsp 77 »."""
    return " ".join(_NOT_WORDS.sub(" ", search_key(text)).split())


def natural_key(text: str) -> str:
    """Return a key under which O3.A2 comes before O3.A10, for codes and titles."""
    return _DIGITS.sub(lambda digits: digits.group().lstrip("0").zfill(8), search_key(text))


def insecable(text: str) -> str:
    """Return a French sentence whose « : ; ! ? » never start a line."""
    return _LOOSE.sub(NBSP, text)


def lisible(text: str, longueur: int = 200) -> str:
    """Return a text found in a file on one line, without what a screen would obey."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())[:longueur]


def quote(text: str) -> str:
    """Return « text », shortened so that a message that quotes it stays readable."""
    short = _SPACES.sub(" ", text).strip()
    if len(short) > _QUOTED:
        short = f"{short[:_QUOTED].rstrip()}…"
    return f"«{NBSP}{short}{NBSP}»"
