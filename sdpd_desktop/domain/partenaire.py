"""Partners: organisations with aliases, successions, members and relays."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Zone(StrEnum):
    """The part of a territory a value is about."""

    POLICE = "police"
    GENDARMERIE = "gendarmerie"
    AUTRE = "autre"
    ENSEMBLE = "ensemble"


@dataclass(frozen=True)
class Contact:
    """Whom to write to: a function and its office, never a person.

    Attributes:
        fonction: « Chef du bureau partenariat ».
        adresse: Postal address, one line of the envelope a line.
    """

    fonction: str = ""
    adresse: str = ""
    courriel: str = ""
    telephone: str = ""


@dataclass(frozen=True)
class Emetteur:
    """A unit of a partner that returns a file of its own.

    Attributes:
        territoire: Code of the place it answers for; "" when that is the partner's own.
        avant: The name it had, when it is being renamed: what it gave goes with it.
    """

    nom: str
    territoire: str = ""
    avant: str = ""


@dataclass(frozen=True)
class PartenaireSummary:
    """An organisation.

    Attributes:
        collectif: True for a category (« Communes »): returns go to its members or its relay.
        membres: Codes of the members of a collective, today.
        relais: Code of the organisation that answers for a collective, or "".
        successeurs: Codes of the organisations that took over, with the date.
    """

    id: str
    code: str
    nom: str
    sigle: str
    nature: str
    zone: Zone | None
    territoire: str
    collectif: bool
    depuis: dt.date | None
    jusqu_au: dt.date | None
    alias: tuple[str, ...]
    membres: tuple[str, ...]
    relais: str
    successeurs: tuple[tuple[str, dt.date], ...]
    contact: Contact = Contact()
    emetteurs: tuple[Emetteur, ...] = ()
