"""Understands the titles that partners give the columns of their own tables."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sdpd_desktop.domain.disposition import Champ, ColonneDisposition, Vocabulaire
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.texte import search_key

SEPARATEUR = " / "
MESURABLES = (Champ.VALEUR, Champ.NUMERATEUR, Champ.DENOMINATEUR)
_ALIASES = {
    Champ.INDICATEUR: (
        "indicateur", "code", "code indicateur", "reference", "ref", "identifiant", "id",
        "reference indicateur", "numero indicateur", "numero", "n°",
    ),
    Champ.LIBELLE: (
        "libelle", "intitule", "designation", "libelle indicateur", "intitule indicateur",
        "nom indicateur", "indicateur suivi", "item",
    ),
    Champ.MESURE: ("mesure", "code mesure", "action", "code action", "fiche action", "engagement"),
    Champ.TERRITOIRE: (
        "territoire", "commune", "ville", "insee", "code insee", "code commune", "epci",
        "circonscription", "departement", "quartier", "qpv", "lieu", "secteur", "ressort",
        "code territoire", "nom commune", "nom territoire",
    ),
    Champ.ZONE: (
        "zone", "force", "zone competence", "zone police gendarmerie", "police gendarmerie",
        "pn gn", "force concernee",
    ),
    Champ.PERIODE: (
        "periode", "annee", "mois", "trimestre", "semestre", "exercice", "date", "date valeur",
        "periode concernee", "millesime",
    ),
    Champ.VALEUR: (
        "valeur", "resultat", "nombre", "realise", "total", "quantite", "chiffre", "donnee", "nb",
        "valeur constatee", "valeur realisee", "valeur indicateur", "nombre fait", "taux",
        "nb fait", "fait", "valeur atteinte",
    ),
    Champ.NUMERATEUR: ("numerateur",),
    Champ.DENOMINATEUR: ("denominateur",),
    Champ.STATUT: (
        "statut", "etat", "avancement", "etat avancement", "etat realisation", "statut mesure",
    ),
    Champ.FAIT_LE: (
        "date realisation", "realise le", "realisee le", "fait le", "date fin",
        "date achevement",
    ),
    Champ.NOTE: ("note", "justification", "justificatif", "preuve", "element preuve"),
    Champ.COMMENTAIRE: ("commentaire", "observation", "remarque", "precision"),
}  # fmt: skip
_LINKS = frozenset(("de", "du", "des", "d", "la", "le", "les", "l", "en", "et", "ou", "a", "au"))
_WORDS = re.compile(r"[a-z0-9°]+")
_PIECES = re.compile(r"\s+/\s+|\s+-\s+|[,;:|()\n]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_LONGEST, _LONGEST_PART, _ANY_YEAR = 120, 20, 2000
_MOST_WORDS = 4
"""Of a period: « le 30 juin 2022 »."""


def _words(text: str) -> tuple[str, ...]:
    words = _WORDS.findall(search_key(text))
    # « Fait le » is told from « fait » by its last word alone.
    kept = [word for i, word in enumerate(words) if word not in _LINKS or i == len(words) - 1 > 0]
    return tuple(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in kept)


_YEARS = frozenset(map(_words, ("annee", "exercice", "millesime")))
_RANKS = {_words("mois"): "", _words("trimestre"): "T", _words("semestre"): "S"}
_BY_WORDS = {_words(alias): champ for champ, aliases in _ALIASES.items() for alias in aliases}


@dataclass(frozen=True)
class Titre:
    """What a title means.

    Attributes:
        sur: False when it was guessed from some of its words.
        nomme: True when it names a field, and not only what the values are about.
    """

    colonne: ColonneDisposition
    sur: bool
    nomme: bool


def comprendre(titre: str, vocabulaire: Vocabulaire) -> Titre:
    """Return what a title means, IGNOREE when it means nothing known."""
    if not titre.strip() or len(titre) > _LONGEST:
        return Titre(ColonneDisposition(titre, Champ.IGNOREE), sur=False, nomme=False)
    pieces = [part for part in _PIECES.split(titre) if part.strip()]
    dated = [part for piece in pieces for part in _around_period(piece)]
    known: list[_Piece] = []
    left: list[str] = []
    for split in ([titre], pieces, dated):
        found = {part: _piece(part, vocabulaire) for part in split}
        known = [piece for part in split if (piece := found[part]) is not None]
        left = [part for part in split if found[part] is None]
        if not left:
            return _titre(titre, known, sur=True)
    if not any(piece.champ for piece in known):
        words = _words(" ".join(left))
        # The fullest alias; of two, the first named: « résultat du semestre » is a result.
        guesses = [
            (len(alias), -words.index(alias[0]), champ)
            for alias, champ in _BY_WORDS.items()
            if {*words} >= {*alias}
        ]
        if guesses:
            known.append(_Piece(champ=max(guesses, key=lambda guess: guess[:2])[2]))
    return _titre(titre, known, sur=False)


@dataclass(frozen=True)
class _Piece:
    """What a part of a title means; one of these is filled."""

    champ: Champ | None = None
    indicateur: str = ""
    territoire: str = ""
    zone: str = ""
    periode: str = ""


def _titre(titre: str, pieces: list[_Piece], *, sur: bool) -> Titre:
    champs = [piece.champ for piece in pieces if piece.champ is not None]
    about = {
        name: [found for piece in pieces if (found := str(getattr(piece, name)))]
        for name in ("indicateur", "territoire", "zone", "periode")
    }
    if len(about["periode"]) == 2:  # « 2021 / janvier »
        years = [text for text in about["periode"] if text.isdecimal()]
        parts = [text for text in about["periode"] if text not in years]
        if len(years) == len(parts) == 1:
            about["periode"] = [periode_complete(parts[0], years[0], "")]
    if not pieces or any(len(found) > 1 for found in about.values()):
        return Titre(ColonneDisposition(titre, Champ.IGNOREE), sur=False, nomme=False)
    champ = champs[0] if champs else Champ.VALEUR
    qualified = any(about.values())
    if qualified and champ not in MESURABLES:
        return Titre(ColonneDisposition(titre, champ), sur=False, nomme=True)
    words = {name: found[0] for name, found in about.items() if found}
    colonne = ColonneDisposition(titre, champ, **words)
    return Titre(colonne, sur=sur and len(champs) < 2, nomme=bool(champs))


def _piece(text: str, vocabulaire: Vocabulaire) -> _Piece | None:
    champ = _BY_WORDS.get(_words(text))
    if champ is not None:
        return _Piece(champ=champ)
    key = search_key(text)
    if key in vocabulaire.zones:
        return _Piece(zone=vocabulaire.zones[key])
    if key in vocabulaire.territoires:
        return _Piece(territoire=vocabulaire.territoires[key])
    if key in vocabulaire.indicateurs:
        return _Piece(indicateur=vocabulaire.indicateurs[key])
    if periode := _code(text):
        return _Piece(periode=periode)
    return _Piece(periode=text.strip()) if est_partielle(text) else None


def _code(text: str) -> str:
    try:
        return parse_periode(text).code
    except ValidationError:
        return ""


@functools.lru_cache(4_096)
def est_partielle(text: str) -> bool:
    """Tell « janvier », « T1 » or « 2e semestre », to which only their year is lacking."""
    lettered = len(text) <= _LONGEST_PART and any(char.isalpha() for char in text)
    return lettered and not _code(text) and bool(_code(f"{text} {_ANY_YEAR}"))


@functools.lru_cache(4_096)
def periode_complete(text: str, annee: str, titre: str) -> str:
    """Return the period of a year that a text names under that title, or the text alone.

    Args:
        text: « janvier », « T1 », or « 1 » under the title « Mois ».
        annee: The year, "" when nothing tells it.
        titre: What a bare number is a number of.
    """
    letter = _RANKS.get(_words(titre), "")
    full = f"{annee}-{letter}{text.zfill(0 if letter else 2)}" if text.isdecimal() else ""
    return _code(full) or (_code(f"{text} {annee}") if annee else "") or text


def est_annee(titre: str) -> bool:
    """Tell a title under which years stand."""
    return _words(titre) in _YEARS


def est_rang(titre: str) -> bool:
    """Tell a title under which parts of a year stand."""
    return _words(titre) in _RANKS


def _around_period(text: str) -> Iterator[str]:
    """Yield « Résultat » and « 1er semestre 2022 » of « Résultat du 1er semestre 2022 »."""
    words = text.split()
    if not _YEAR.search(text):
        yield text
        return
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            if _code(run):
                yield from _unlinked(words[:start])
                yield run
                after = " ".join(words[start + length :])
                yield from _around_period(after) if after else ()
                return
    yield text


def _unlinked(words: list[str]) -> Iterator[str]:
    """Yield words as one text, without the links that they end with."""
    while words and search_key(words[-1]) in _LINKS:
        words = words[:-1]
    if words:
        yield " ".join(words)
