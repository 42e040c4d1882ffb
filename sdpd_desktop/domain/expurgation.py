"""Expunging: data received by mistake is taken out, and what was done about it is kept."""

import datetime as dt
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.parametres import SauvegardeSummary
from sdpd_desktop.domain.texte import search_key

EXPURGE = "[expurgé]"
LE_PLUS_COURT = 3


@dataclass(frozen=True)
class ApercuExpurgation:
    """Where a text, or a file, is kept; nothing is taken out yet.

    Attributes:
        elements: How many rows, lines of imports, payloads of the journal and files hold it.
        endroits: A phrase for each kind of place, with its number.
        fichiers: Names of the kept files that hold it.
        restes: Sentences on what cannot be taken out, or was not searched.
        sauvegardes: The registered backups that hold it still.
        copies: Other copies of the database beside it.
    """

    elements: int
    endroits: tuple[str, ...]
    fichiers: tuple[str, ...]
    restes: tuple[str, ...]
    sauvegardes: tuple[SauvegardeSummary, ...]
    copies: tuple[str, ...]


@dataclass(frozen=True)
class ResultatExpurgation:
    """What was taken out.

    Attributes:
        nettoye: Whether the freed parts of the database's file were wiped too.
    """

    changement: int
    apercu: ApercuExpurgation
    nettoye: bool


@dataclass(frozen=True)
class ExpurgationSummary:
    """What is left of an expunging: when, who, why, how much, and the hash of a file."""

    faite_le: dt.datetime
    auteur: str
    motif: str
    elements: int
    fichier: str


def check_expurgation(texte: str, motif: str) -> str:
    """Return the text to take out, trimmed.

    Raises:
        ValidationError: It is too short to be meant everywhere, or the reason is missing or
            repeats it.
    """
    wanted = texte.strip()
    if len(wanted) < LE_PLUS_COURT:
        raise ValidationError(
            "texte",
            f"Donnez au moins {LE_PLUS_COURT} caractères : un texte plus court se trouverait "
            "partout, même là où il n'a rien de personnel.",
        )
    check_motif(motif)
    if search_key(wanted) in search_key(motif):
        raise ValidationError(
            "motif", "Le motif répète ce qu'il faut effacer, et il est conservé : reformulez-le."
        )
    return wanted


def check_motif(motif: str) -> None:
    """Refuse an expunging without a reason.

    Raises:
        ValidationError: It is missing.
    """
    if not motif.strip():
        raise ValidationError("motif", "Donnez le motif : il reste au journal avec votre nom.")


def ecritures(texte: str, *, par_clef: bool = False) -> frozenset[str]:
    """Return the text as it is, and as JSON writes it, within other JSON too.

    With ``par_clef``, its key to search by as well. Older payloads spell accents as escapes.
    """
    once = {json.dumps(texte, ensure_ascii=ascii_)[1:-1] for ascii_ in (True, False)}
    twice = {json.dumps(spelling, ensure_ascii=False)[1:-1] for spelling in once}
    return frozenset({texte} | once | twice | ({search_key(texte)} if par_clef else set()))


def efface(value: Any, spellings: Collection[str]) -> Any:
    """Return a value with « [expurgé] » in the place of each spelling, as deep as it goes."""
    match value:
        case str():
            # The longest first: one may lie within another.
            for spelling in sorted(spellings, key=len, reverse=True):
                value = value.replace(spelling, EXPURGE)
            return value
        case dict():
            return {name: efface(held, spellings) for name, held in value.items()}
        case list() | tuple():
            return type(value)(efface(held, spellings) for held in value)
    return value
