"""Numbers as people type them in a return, and as French documents print them."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from sdpd_desktop.domain.dates import lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Borne, Indicateur, Presence
from sdpd_desktop.domain.texte import NBSP, quote

JALON = "jalon"
MINUS = "−"
_LARGEST_DIGITS = 15
_GROUP = r"[ ']"
_SIGNS = str.maketrans({"−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "’": "'", "ʼ": "'"})
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(
    rf"""([+-]?)\s?(?:
      (?P<plain>[0-9]+|[0-9]{{1,3}}(?:{_GROUP}[0-9]{{3}})+)?(?:[.,](?P<decimals>[0-9]+))?
    | (?P<dots>[0-9]{{1,3}}(?:\.[0-9]{{3}})+),(?P<after_comma>[0-9]+)
    | (?P<commas>[0-9]{{1,3}}(?:,[0-9]{{3}})+)\.(?P<after_dot>[0-9]+)
    | (?P<groups>[0-9]{{1,3}}(?:(?:\.[0-9]{{3}}){{2,}}|(?:,[0-9]{{3}}){{2,}}))
    )\s?%?""",
    re.VERBOSE,
)
_AMBIGUOUS = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}\s?%?")
_COMPLEMENT = re.compile(r"(?=\s(?:de|des|du|par|pour|à|en|sur|avec)\s|\s(?:d|l)['’]|\s*[(/])")
_PLURAL = re.compile(r"(?<=eau)x\b|(?<=lieu)x\b|(?<=\w\w)s\b")
_INVARIABLE = frozenset({"accès", "avis", "bus", "cas", "colis", "mois", "permis", "procès"})
_DOUBTED_ZERO = re.compile(r"0 ?(?:\?|\(\?\))")
_RUNS = re.compile(r"[+−-]?\d(?:[\d\s'.,]*\d)?")
_FRACTION = re.compile(r"(.+?)\s?(?:/|\bsur\b)\s?(.+)")

ETAT_NEANT = "etat neant"
_ABSENT = {"nc", "nr", "nd", "?", "inconnu", "inconnue", "non renseigne", "non renseignee"}
_ABSENT |= {"non communique", "non communiquee", "non connu", "non disponible", "en attente"}
_INAPPLICABLE = {"n/a", "na", "so", "s/o", "sans objet", "non applicable", "non concerne"}
_ZERO_OR_ABSENT = {"neant", "-", "--", "/", "aucun", "aucune", "rien", "ras", "0/0"}
_ZERO_OR_ABSENT |= {ETAT_NEANT}
_DONE = {"oui", "o", "fait", "faite", "realise", "realisee", "ok", "x", "vrai", "true", "termine"}
_NOT_DONE = {"non", "n", "non fait", "pas fait", "non realise", "a faire", "faux", "false"}
_UNDERWAY = {"en cours", "partiel", "partiellement"}

_SANS_NOMBRE = (
    f", ou {quote('n/a')} si la question est sans objet, {quote('NC')} si la valeur manque"
)
_MORE = r"plus de|plus d'|au moins|au minimum|superieure? a|minimum|>=?|≥"
_LESS = r"moins de|moins d'|au plus|au maximum|inferieure? a|maximum|<=?|≤"
_ABOUT = r"environ|env\.?|pres de|autour de|a peu pres|approximativement|~|≈|≃|±"
_ESTIMATED = r"environ|env\.?|approx\.?|estimation|estimee?s?|estim\.?|est\."
_BOUNDS = tuple(
    (borne, re.compile(rf"(?:{before})\s?(?P<a>.+)|(?P<b>.+?)\s?(?:{after})"))
    for borne, before, after in (
        (Borne.PLUS_DE, _MORE, r"et plus|ou plus|au moins|au minimum|minimum"),
        (Borne.MOINS_DE, _LESS, r"ou moins|au plus|au maximum|maximum"),
        (Borne.ENVIRON, _ABOUT, rf"{_ESTIMATED}|\((?:{_ESTIMATED})\)"),
    )
)


class Saisie(NamedTuple):
    """What a typed text was understood as.

    Attributes:
        valeur: In the indicator's unit; None unless ``presence`` is VALEUR.
        numerateur: With ``denominateur``, the two terms of « 30/40 ».
        question: Why a person must confirm this reading, in French, or "".
    """

    presence: Presence
    valeur: Decimal | None
    borne: Borne = Borne.EXACTE
    numerateur: Decimal | None = None
    denominateur: Decimal | None = None
    question: str = ""


def lire_nombre(texte: str) -> Decimal:
    """Read a number: 1 234,5 · 1'234.5 · 1.234.567,8 · −3 · +4 · 12 % (12).

    A lone separator is the decimal one: 1.234 is a little more than 1.

    Raises:
        ValidationError: The text is no number, or one too long to be true.
    """
    return _number(_fold(texte), texte, "")


def _fold(text: str) -> str:
    """Drop case, accents and the variety of spaces and signs, but keep 12² apart from 122."""
    bare = unicodedata.normalize("NFD", text.translate(_SIGNS))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return _SPACES.sub(" ", bare).strip().casefold()


def _number(folded: str, text: str, sinon: str = _SANS_NOMBRE) -> Decimal:
    """Return the folded number; refusals quote the whole text it was taken from."""
    found = _NUMBER.fullmatch(folded)
    if found is None or not re.search("[0-9]", folded):
        raise ValidationError(
            "valeur",
            f"{quote(text)} n'est pas un nombre. Écrivez un seul nombre, comme "
            f"1{NBSP}234,5{sinon}.",
        )
    whole = found["plain"] or found["dots"] or found["commas"] or found["groups"] or "0"
    digits = re.sub(r"[ '.,]", "", whole)
    decimals = found["decimals"] or found["after_comma"] or found["after_dot"] or ""
    if len(digits.lstrip("0")) + len(decimals) > _LARGEST_DIGITS:
        raise ValidationError(
            "valeur",
            f"{quote(text)} a trop de chiffres (plus de {_LARGEST_DIGITS}){NBSP}: "
            "vérifiez la valeur et arrondissez-la.",
        )
    return _plain(Decimal(f"{found[1]}{digits}.{decimals or '0'}"))


def _plain(number: Decimal) -> Decimal:
    """Return the number without trailing zeros, exponent or negative zero."""
    return number.normalize() + 0


def mot_sans_valeur(texte: str) -> str:
    """Return the key of a word that stands where a number should: « néant », « NC », « 0 ? ».

    Empty for anything else.
    """
    word = _fold(texte).replace(".", "")
    if _DOUBTED_ZERO.fullmatch(word):
        return "0 ?"
    known = word in _ABSENT or word in _INAPPLICABLE or word in _ZERO_OR_ABSENT
    return word if known else ""


def nombre_dans(texte: str) -> str:
    """Return the one number that a text holds among words, as written; "" for none or several."""
    found = [run.strip() for run in _RUNS.findall(texte)]
    return found[0] if len(found) == 1 else ""


def lire_saisie(texte: str, unite: str, decimales: int) -> Saisie:
    """Read the value a person typed for an indicator of that unit.

    Raises:
        ValidationError: The text is neither a value nor a known way to say there is none.
    """
    text = texte.strip()
    key = _fold(text)
    word = key.replace(".", "")
    if not key or word in _ABSENT:
        return Saisie(Presence.NON_RENSEIGNE, None)
    if word in _INAPPLICABLE:
        return Saisie(Presence.NON_APPLICABLE, None)
    if word in _ZERO_OR_ABSENT:
        question = f"{quote(text)}{NBSP}: est-ce zéro, ou une valeur qui manque{NBSP}?"
        return Saisie(Presence.NON_RENSEIGNE, None, question=question)
    if unite == JALON:
        return _lire_jalon(text, word)
    for borne, pattern in _BOUNDS:
        if found := pattern.fullmatch(key):
            inner = _lire_valeur(found["a"] or found["b"], text, unite, decimales)
            return Saisie(
                Presence.VALEUR,
                inner.valeur,
                borne,
                inner.numerateur,
                inner.denominateur,
                inner.question,
            )
    return _lire_valeur(key, text, unite, decimales)


def _lire_jalon(text: str, word: str) -> Saisie:
    """Read whether a deliverable is done: 1 or 0."""
    if word in _DONE or word == "1":
        return Saisie(Presence.VALEUR, Decimal(1))
    if word in _NOT_DONE or word == "0":
        return Saisie(Presence.VALEUR, Decimal(0))
    if word in _UNDERWAY:
        question = f"{quote(text)}{NBSP}: compter ce jalon comme non fait{NBSP}?"
        return Saisie(Presence.VALEUR, Decimal(0), question=question)
    try:
        lire_date(re.sub(r"^(fait|faite|realise|realisee|oui),? ", "", _fold(text)))
    except ValidationError:
        raise ValidationError(
            "valeur",
            f"{quote(text)} ne dit pas si le jalon est fait{NBSP}: "
            f"écrivez {quote('oui')} ou {quote('non')}.",
        ) from None
    question = f"{quote(text)} est une date{NBSP}: le jalon est-il fait{NBSP}?"
    return Saisie(Presence.VALEUR, Decimal(1), question=question)


def _lire_valeur(key: str, text: str, unite: str, decimales: int) -> Saisie:
    """Read a number or a fraction, once the words around it are gone."""
    key = _without_unit(key, unite)
    if found := _FRACTION.fullmatch(key):
        return _lire_fraction(found[1], found[2], text, unite, decimales)
    valeur = _number(key, text)
    question = _doubt(key, text, valeur, unite, decimales)
    if question and decimales == 0 and _AMBIGUOUS.fullmatch(key):
        valeur = Decimal(re.sub(r"[^0-9-]", "", key))
    return Saisie(Presence.VALEUR, valeur, question=question)


def _lire_fraction(top: str, bottom: str, text: str, unite: str, decimales: int) -> Saisie:
    numerateur, denominateur = _number(top, text), _number(bottom, text)
    if denominateur <= 0 or numerateur < 0:
        raise ValidationError(
            "valeur",
            f"{quote(text)}{NBSP}: le nombre après la barre doit être plus grand que zéro, "
            "et celui d'avant ne peut être négatif.",
        )
    if unite != "%":
        question = (
            f"{quote(text)}{NBSP}: retenir {format_nombre(numerateur)} "
            f"(sur {format_nombre(denominateur)}){NBSP}?"
        )
        return Saisie(
            Presence.VALEUR,
            numerateur,
            numerateur=numerateur,
            denominateur=denominateur,
            question=question,
        )
    # Two digits more than shown, so that 199/200 does not round to 100 %.
    valeur = (100 * numerateur / denominateur).quantize(Decimal(1).scaleb(-decimales - 2))
    question = (
        f"{quote(text)} dépasse 100{NBSP}%{NBSP}: est-ce exact{NBSP}?" if valeur > 100 else ""
    )
    return Saisie(
        Presence.VALEUR,
        _plain(valeur),
        numerateur=numerateur,
        denominateur=denominateur,
        question=question,
    )


def _doubt(key: str, text: str, valeur: Decimal, unite: str, decimales: int) -> str:
    """Return the question to ask when the text can be read in two ways, or ""."""
    unit = f"{NBSP}{unite}" if unite else ""
    if (decimales == 0 or "." in key) and decimales < 3 and _AMBIGUOUS.fullmatch(key):
        thousands = format_nombre(Decimal(re.sub(r"[^0-9-]", "", key)))
        return f"{quote(text)}{NBSP}: est-ce {thousands} ou {format_nombre(valeur)}{unit}{NBSP}?"
    if decimales == 0 and valeur != valeur.to_integral_value():
        return f"{quote(text)}{NBSP}: un nombre entier est attendu. Garder cette valeur{NBSP}?"
    if unite == "%" and "%" not in key and 0 < abs(valeur) < 1:
        percent = format_nombre(100 * valeur, unite="%")
        return f"{quote(text)}{NBSP}: est-ce {format_nombre(valeur, unite='%')} ou {percent}{NBSP}?"
    if unite != "%" and "%" in key:
        return (
            f"{quote(text)} est un pourcentage{NBSP}: retenir {format_nombre(valeur)}{unit}{NBSP}?"
        )
    return ""


def _without_unit(key: str, unite: str) -> str:
    """Drop the indicator's own unit after the number: « 12 places », « 12,5 kg »."""
    found = re.fullmatch(r"(.*?[0-9%])\s?([a-z€²°³][^0-9]*)", key)
    if found is None:
        return key
    words = {_fold(word) for word in (unite, *re.split(r"[/(]", unite))}
    known = {_singular(word) for word in (*words, _fold(accorder(unite, Decimal(1))))}
    return found[1] if _singular(found[2]) in known else key


def _singular(words: str) -> str:
    return re.sub(r"s\b", "", words.strip(" .)"))


def accorder(unite: str, valeur: Decimal) -> str:
    """Return « point de deal » for one, « points de deal » from two on."""
    if abs(valeur) >= 2:
        return unite
    counted, *complement = _COMPLEMENT.split(unite, maxsplit=1)
    words = (w if w in _INVARIABLE else _PLURAL.sub("", w) for w in counted.split(" "))
    return "".join((" ".join(words), *complement))


def arrondi(valeur: Decimal, decimales: int) -> Decimal:
    """Round as one does by hand: 28,125 is 28,13."""
    return valeur.quantize(Decimal(1).scaleb(-decimales), ROUND_HALF_UP)


def affichee(indicateur: Indicateur, valeur: Decimal) -> Decimal:
    """Return a number with the digits that are shown of it.

    A share shows two decimals, a computed ratio those of the indicator, what was typed all it has.
    """
    if indicateur.unite == "%":
        return arrondi(valeur, max(indicateur.decimales, 2))
    if indicateur.formule is not None and indicateur.formule.rapporte:
        return arrondi(valeur, indicateur.decimales)
    return valeur


def format_nombre(
    valeur: Decimal | int | None, decimales: int | None = None, unite: str = ""
) -> str:
    """Return « 1 234,5 » or « 45,25 % » with no-break spaces; "" for None.

    Without ``decimales``, as many as the value has. A jalon is « fait » or « non fait ».
    """
    if valeur is None:
        return ""
    number = Decimal(valeur)
    if unite == JALON:
        return "fait" if number >= 1 else "non fait"
    if decimales is not None:
        number = arrondi(number, decimales)
    text = f"{abs(number):,f}"
    if decimales is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.replace(",", NBSP).replace(".", ",")
    sign = MINUS if number < 0 else ""
    return f"{sign}{text}{NBSP}{accorder(unite, number)}" if unite else f"{sign}{text}"


@dataclass(frozen=True)
class Variation:
    """What changed between two values, with both terms.

    Attributes:
        relative: Share of ``avant``: 0.63 for +63 %; None when ``avant`` is zero.
    """

    avant: Decimal
    apres: Decimal
    absolue: Decimal
    relative: Decimal | None


def variation(avant: Decimal, apres: Decimal) -> Variation:
    """Compute a variation; the share of a negative first term keeps the sign of the change."""
    absolue = apres - avant
    return Variation(avant, apres, absolue, absolue / abs(avant) if avant else None)


def format_signe(number: Decimal, decimales: int | None = None, unite: str = "") -> str:
    """Return the number with its sign: « +29 », « −163 », « 0 »."""
    text = format_nombre(number, decimales, unite)
    return f"+{text}" if number > 0 else text
