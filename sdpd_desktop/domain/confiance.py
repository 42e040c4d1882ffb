"""Whom the office trusts: authorities, and the lists of certificates that they revoked."""

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Autorite:
    """The certificate of an authority that the office knows.

    Attributes:
        empreinte: SHA-256 of its DER, in hexadecimal.
        octets: Its DER.
    """

    empreinte: str
    sujet: str
    emetteur: str
    debut: dt.datetime
    fin: dt.datetime
    octets: bytes = field(repr=False)
    importee_le: dt.datetime | None = None

    @property
    def racine(self) -> bool:
        """Whether trust begins there; another one only leads to a root, and may be revoked."""
        return self.sujet == self.emetteur


@dataclass(frozen=True)
class ListeRevocation:
    """A list of revoked certificates (CRL), as its authority signed it.

    Attributes:
        prochaine: When the next one is due: this one is stale from then on.
        nombre: How many certificates it revokes.
    """

    empreinte: str
    emetteur: str
    emise_le: dt.datetime
    prochaine: dt.datetime | None
    nombre: int
    octets: bytes = field(repr=False)
    importee_le: dt.datetime | None = None

    def perimee(self, instant: dt.datetime) -> bool:
        """Tell whether a newer one should be there."""
        return self.prochaine is not None and instant > self.prochaine


@dataclass(frozen=True)
class Confiance:
    """What a verification stands on."""

    autorites: tuple[Autorite, ...] = ()
    listes: tuple[ListeRevocation, ...] = ()

    @property
    def fichiers(self) -> tuple[Autorite | ListeRevocation, ...]:
        """Everything in it, as files to keep."""
        return (*self.autorites, *self.listes)

    @property
    def racines(self) -> tuple[Autorite, ...]:
        """Where trust begins."""
        return tuple(autorite for autorite in self.autorites if autorite.racine)
