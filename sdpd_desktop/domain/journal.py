"""The journal: every committed transaction is one changement of a hash chain."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

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
        purge: True when the payload was removed at the end of its retention.
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


def canonical(payload: object) -> bytes:
    """Return the one JSON text that stands for the payload, as UTF-8."""
    return json.dumps(
        payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def commitment(salt: str, payload: object) -> str:
    """Return the salted hash that the chain keeps, so that a payload can later be purged."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(payload)).hexdigest()


def chain_hash(previous: str, header: Mapping[str, object], commitments: Iterable[str]) -> str:
    """Return the hash of a changement: it covers the one before, its header and its rows."""
    body = canonical({"avant": previous, "entete": dict(header), "lignes": list(commitments)})
    return hashlib.sha256(body).hexdigest()
