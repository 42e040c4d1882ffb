"""Electronic signature: where a document is signed, with which certificate and which key."""

import datetime as dt
from dataclasses import dataclass, field

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.texte import NBSP, quote

PREFIXE_CHAMP = "signature-"
"""What the name of a field starts with; the signatory's id follows."""


@dataclass(frozen=True)
class ChampSignature:
    """A place of a document where someone signs.

    Attributes:
        nom: Name of the field in the file, made from the signatory's id.
        qualite: Who signs there, with its article; read aloud and drawn beside the signature.
    """

    nom: str
    qualite: str
    signe: bool = False


@dataclass(frozen=True)
class Certificat:
    """What a certificate says.

    Attributes:
        empreinte: SHA-256 of its DER, in hexadecimal.
        engage: Its key usage holds « contentCommitment »: it signs acts, not only log-ins.
    """

    sujet: str
    emetteur: str
    debut: dt.datetime
    fin: dt.datetime
    empreinte: str
    engage: bool
    autorite: bool = False


def refus(certificat: Certificat, instant: dt.datetime) -> str:
    """Return why a certificate cannot sign at that instant, or ""."""
    nom = quote(certificat.sujet)
    if not certificat.engage:
        return (
            f"Le certificat {nom} ne sert pas à signer des actes (l’usage "
            f"{quote('non-répudiation')} lui manque){NBSP}: choisissez un certificat de signature."
        )
    if instant > certificat.fin:
        return (
            f"Le certificat {nom} a expiré le {format_date(certificat.fin.date())}{NBSP}: "
            "faites-le renouveler avant de signer."
        )
    if instant < certificat.debut:
        return (
            f"Le certificat {nom} n’est valable qu’à partir du "
            f"{format_date(certificat.debut.date())}. Vérifiez la date du poste."
        )
    return ""


@dataclass(frozen=True)
class ClefFichier:
    """A key in a PKCS#12 file, and the passphrase that opens it."""

    octets: bytes = field(repr=False)
    phrase: str = field(repr=False)


@dataclass(frozen=True)
class ClefCarte:
    """A key on a card, reached through the library of its maker (PKCS#11).

    Attributes:
        bibliotheque: Path of the library.
        jeton: Label of the token; "" for the only one there is.
        certificat: SHA-256 of the certificate; "" for the only one that can sign.
        code: PIN; None when the card's own software asks for it. It is kept nowhere.
    """

    bibliotheque: str
    jeton: str = ""
    certificat: str = ""
    code: str | None = field(default=None, repr=False)


Clef = ClefFichier | ClefCarte


@dataclass(frozen=True)
class Jeton:
    """A token in a reader.

    Attributes:
        demande_code: The card's own software, or the reader, asks for the PIN.
    """

    nom: str
    fabricant: str
    demande_code: bool


@dataclass(frozen=True)
class ActeSignature:
    """One signature to make.

    Attributes:
        champ: Name of the field. image: scanned signature (PNG or JPEG), or None.
    """

    champ: str
    instant: dt.datetime
    lieu: str = ""
    image: bytes | None = field(default=None, repr=False)
