"""The journal: every committed transaction is one changement of a hash chain."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from json.encoder import encode_basestring

GENESIS = "0" * 64


class SourceChangement(StrEnum):
    """What a changement came from."""

    MAIN = "main"
    IMPORT = "import"
    REFERENCE = "reference"
    RESTAURATION = "restauration"
    ANNULATION = "annulation"
    CLOTURE = "cloture"
    IMPRESSION = "impression"
    EXPURGATION = "expurgation"


class Operation(StrEnum):
    """What happened to a row."""

    AJOUT = "ajout"
    MODIFICATION = "modification"
    SUPPRESSION = "suppression"


@dataclass(frozen=True)
class LigneChangement:
    """A row touched: its values before and after, as JSON-ready mappings.

    Attributes:
        table: Name of the table. objet: what a person calls the row (« O2.A1.m3 »).
        avant: None for an added row. apres: None for a deleted row.
        purge: True when the payload was removed: expunged, or at the end of its retention.
    """

    table: str
    ligne: str
    objet: str
    operation: Operation
    avant: Mapping[str, object] | None
    apres: Mapping[str, object] | None
    purge: bool


@dataclass(frozen=True)
class ChangementSummary:
    """One line of the journal.

    Attributes:
        numero: Order of commitment, from 1, without gaps.
        annule: Number of the changement this one put back, or None.
        annule_par: Number of the changement that put this one back, or None.
    """

    numero: int
    instant: dt.datetime
    auteur: str
    commande: str
    source: SourceChangement
    reference: str
    lignes: int
    annule: int | None
    annule_par: int | None


@dataclass(frozen=True)
class ChangementDetails:
    """A changement and the rows it touched."""

    resume: ChangementSummary
    lignes: tuple[LigneChangement, ...]


_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


@dataclass(frozen=True)
class PageLignes:
    """Some rows that a changement touched, in order.

    Attributes:
        suite: Rank after which the next page starts, None when this is the last.
    """

    lignes: tuple[LigneChangement, ...]
    suite: int | None


@dataclass(frozen=True)
class ApercuAnnulation:
    """What putting a changement back would do, told before it is done.

    Attributes:
        remises: How many rows would get their values from before.
        gardees: A sentence for each object that was changed since and would stay as it is.
        plus_recents: Numbers of the later imports of the same partner that still hold.
    """

    changement: ChangementSummary
    remises: int
    gardees: tuple[str, ...]
    plus_recents: tuple[int, ...]


@dataclass(frozen=True)
class ResultatAnnulation:
    """An annulation, and a sentence for each object it kept as it was."""

    changement: ChangementSummary
    gardees: tuple[str, ...]


def canonical_text(payload: object) -> str:
    """Return the one JSON text that stands for the payload."""
    return _CANONICAL.encode(payload)


def canonical(payload: object) -> bytes:
    """Return the one JSON text that stands for the payload, as UTF-8."""
    return canonical_text(payload).encode()


def commitment(salt: str, payload: object) -> str:
    """Return the salted hash that the chain keeps, so that a payload can later be purged."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(payload)).hexdigest()


def line_commitment(salt: bytes, objet: str, avant: str | None, apres: str | None) -> str:
    """Return the commitment of a line whose two sides are canonical texts already."""
    sides = f'{{"apres":{apres or "null"},"avant":{avant or "null"},"objet":'
    text = f"{sides}{encode_basestring(objet)}}}"
    return hashlib.sha256(salt + text.encode()).hexdigest()


def chain_hash(previous: str, header: Mapping[str, object], commitments: Iterable[str]) -> str:
    """Return the hash of a changement: it covers the one before, its header and its rows."""
    body = canonical({"avant": previous, "entete": dict(header), "lignes": list(commitments)})
    return hashlib.sha256(body).hexdigest()
