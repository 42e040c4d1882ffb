"""Opens the keys that sign: a PKCS#12 file, or a card behind its maker's library."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdpd_desktop.documents.certificats import decrire, decrire_der
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, ValidationError
from sdpd_desktop.domain.signature import Certificat, Clef, ClefCarte, ClefFichier, Jeton, refus
from sdpd_desktop.domain.texte import NBSP, quote

if TYPE_CHECKING:
    from pkcs11 import Session, Token
    from pyhanko.sign.signers import Signer


@contextmanager
def ouvrir(clef: Clef, instant: dt.datetime) -> "Iterator[tuple[Signer, Certificat]]":
    """Yield what signs, with its certificate, which may do so at that instant.

    Raises:
        NotFoundError: There is no such library, card or certificate.
        ValidationError: The passphrase or the PIN is wrong, or the certificate cannot sign.
        StorageError: The card does not answer.
    """
    if isinstance(clef, ClefFichier):
        signer = _fichier(clef)
        yield signer, _verifie(signer, instant)
        return
    with _traduit(clef):
        token = _jeton(clef.bibliotheque, clef.jeton)
        with _session(token, clef.code) as session:
            signer = _carte(session, clef, instant)
            yield signer, _verifie(signer, instant)


def _verifie(signer: "Signer", instant: dt.datetime) -> Certificat:
    assert signer.signing_cert is not None
    found = decrire(signer.signing_cert)
    if why := refus(found, instant):
        raise ValidationError("certificat", why)
    return found


# ------------------------------------------------------------------ file


def _fichier(clef: ClefFichier) -> "Signer":
    from asn1crypto import keys, x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        pkcs12,
    )
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    try:
        key, certificate, others = pkcs12.load_key_and_certificates(
            clef.octets, clef.phrase.encode()
        )
    except UnsupportedAlgorithm as error:
        raise ValidationError(
            "phrase",
            "Ce fichier de certificat est protégé par un ancien chiffrement : exportez-le de "
            "nouveau depuis le logiciel qui l’a fait (AES), puis recommencez.",
        ) from error
    except ValueError as error:
        raise ValidationError(
            "phrase",
            "La phrase secrète n’ouvre pas ce fichier de certificat (.p12, .pfx), ou le fichier "
            "est abîmé. Vérifiez le fichier et retapez la phrase.",
        ) from error
    if key is None or certificate is None:
        raise ValidationError(
            "phrase",
            "Ce fichier ne contient pas un certificat et sa clef privée : exportez-le de nouveau, "
            "avec la clef.",
        )
    private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()
    store.register_multiple(
        x509.Certificate.load(other.public_bytes(Encoding.DER)) for other in others
    )
    return SimpleSigner(
        signing_cert=x509.Certificate.load(certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=store,
        embed_roots=False,
    )


# ------------------------------------------------------------------ card


def jetons(bibliotheque: str) -> tuple[Jeton, ...]:
    """Return the tokens that are in the readers.

    Raises:
        NotFoundError: The library is not there, or is none.
        StorageError: It does not answer.
    """
    from pkcs11 import TokenFlag

    with _traduit(ClefCarte(bibliotheque)):
        return tuple(
            Jeton(
                token.label.strip(),
                token.manufacturer_id.strip(),
                bool(token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH),
            )
            for token in _tokens(bibliotheque)
        )


def certificats_carte(bibliotheque: str, jeton: str) -> tuple[Certificat, ...]:
    """Return the certificates of a card that are made to sign acts, without its PIN.

    Raises:
        NotFoundError: No such library or card.
        StorageError: The card does not answer.
    """
    with _traduit(ClefCarte(bibliotheque, jeton)):
        token = _jeton(bibliotheque, jeton)
        with token.open() as session:
            found = [decrire_der(der) for der, _id in _certificats(session)]
    return tuple(certificat for certificat in found if certificat.engage)


def _tokens(bibliotheque: str) -> "Sequence[Token]":
    import pkcs11

    if not Path(bibliotheque).is_file():
        raise NotFoundError(
            f"La bibliothèque de la carte {quote(bibliotheque)} n’existe pas. Demandez au service "
            "informatique où le logiciel de la carte l’a installée (Paramètres)."
        )
    library = pkcs11.lib(bibliotheque)
    return [slot.get_token() for slot in library.get_slots(token_present=True) if _usable(slot)]


def _usable(slot: Any) -> bool:
    """Tell whether the slot holds a token that was given a name and a PIN."""
    from pkcs11 import TokenFlag
    from pkcs11.exceptions import PKCS11Error

    try:
        return bool(slot.get_token().flags & TokenFlag.TOKEN_INITIALIZED)
    except PKCS11Error:  # It was pulled out meanwhile, or is of another kind.
        return False


def _jeton(bibliotheque: str, nom: str) -> "Token":
    tokens = _tokens(bibliotheque)
    if not tokens:
        raise NotFoundError(
            "Aucune carte n’est dans le lecteur. Insérez la carte d’agent, attendez quelques "
            "secondes, puis recommencez."
        )
    named = [token for token in tokens if nom in ("", token.label.strip())]
    if len(named) == 1:
        return named[0]
    present = ", ".join(quote(token.label.strip()) for token in tokens)
    if named:
        raise ValidationError(
            "jeton", f"Plusieurs cartes sont présentes{NBSP}: choisissez l’une de {present}."
        )
    raise NotFoundError(
        f"La carte {quote(nom)} n’est pas dans le lecteur{NBSP}; présentes{NBSP}: {present}."
    )


def _session(token: "Token", code: str | None) -> "Session":
    """Open the card; without a PIN typed here, its own software asks for it."""
    from pkcs11 import PROTECTED_AUTH, TokenFlag

    if code is not None:
        return token.open(user_pin=code)
    if token.flags & TokenFlag.PROTECTED_AUTHENTICATION_PATH:
        return token.open(user_pin=PROTECTED_AUTH)
    return token.open()


def _certificats(session: "Session") -> Iterator[tuple[bytes, bytes]]:
    from pkcs11 import Attribute, ObjectClass

    for thing in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        yield bytes(thing[Attribute.VALUE]), bytes(thing[Attribute.ID])


def _carte(session: "Session", clef: ClefCarte, instant: dt.datetime) -> "Signer":
    from asn1crypto import x509
    from pyhanko.sign.pkcs11 import PKCS11Signer

    found = {hashlib.sha256(der).hexdigest(): (der, id_) for der, id_ in _certificats(session)}
    if clef.certificat and clef.certificat not in found:
        raise NotFoundError(
            "Le certificat choisi n’est pas sur cette carte. Choisissez-en un autre."
        )
    known = {digest: decrire_der(der) for digest, (der, _id) in found.items()}
    chosen = [clef.certificat] if clef.certificat else [d for d, c in known.items() if c.engage]
    if not clef.certificat and len(chosen) > 1:  # A renewed card keeps the older certificates.
        chosen = [d for d in chosen if not refus(known[d], instant)] or chosen
    if not chosen:
        raise NotFoundError(
            "La carte ne contient aucun certificat de signature (usage « non-répudiation »)."
        )
    if len(chosen) > 1:
        raise ValidationError(
            "certificat", "La carte contient plusieurs certificats de signature : choisissez-en un."
        )
    der, key_id = found[chosen[0]]
    _clef_presente(session, clef, key_id)
    others = [x509.Certificate.load(found[digest][0]) for digest, c in known.items() if c.autorite]
    return PKCS11Signer(
        session, signing_cert=x509.Certificate.load(der), key_id=key_id, ca_chain=others,
        embed_roots=False, use_raw_mechanism=_signe_des_empreintes(session),
    )  # fmt: skip


def _clef_presente(session: "Session", clef: ClefCarte, key_id: bytes) -> None:
    from pkcs11 import Attribute, ObjectClass

    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: key_id}
    if any(True for _key in session.get_objects(wanted)):
        return
    if clef.code is None:
        raise ValidationError("code", _SANS_CODE)
    raise NotFoundError(
        "La carte ne contient pas la clef privée de ce certificat : choisissez-en un autre."
    )


def _signe_des_empreintes(session: "Session") -> bool:
    """Tell whether the card signs on curves only what was hashed before it."""
    from pkcs11 import Mechanism

    return Mechanism.ECDSA_SHA256 not in session.token.slot.get_mechanisms()


@contextmanager
def _traduit(clef: ClefCarte) -> Iterator[None]:
    """Turn what a card answers into sentences."""
    from pkcs11 import exceptions as p11
    from pyhanko.sign.general import SigningError

    try:
        yield
    except UserError:
        raise
    except (p11.PinIncorrect, p11.PinInvalid, p11.PinLenRange) as error:
        raise ValidationError("code", f"Le code de la carte est faux. {_essais(clef)}") from error
    except p11.PinLocked as error:
        raise ValidationError("code", _BLOQUEE) from error
    except p11.UserNotLoggedIn as error:
        raise ValidationError("code", _SANS_CODE) from error
    except (p11.TokenNotPresent, p11.DeviceRemoved) as error:
        raise StorageError(
            "La carte a été retirée du lecteur : remettez-la, puis recommencez. Rien n’est signé."
        ) from error
    except (p11.PKCS11Error, SigningError, RuntimeError) as error:
        raise StorageError(
            f"La carte ou son logiciel ne répond pas comme attendu ({type(error).__name__}). "
            "Vérifiez la bibliothèque choisie et la carte, puis recommencez. Rien n’est signé."
        ) from error


_SANS_CODE = (
    "La carte attend son code et son logiciel ne l’a pas demandé : tapez le code ici, puis "
    "recommencez."
)
_BLOQUEE = (
    "La carte est bloquée par trop de codes faux : faites-la débloquer par le service qui l’a "
    "délivrée."
)


def _essais(clef: ClefCarte) -> str:
    """Return what the card says of the tries that are left."""
    from pkcs11 import TokenFlag
    from pkcs11.exceptions import PKCS11Error

    try:
        flags = _jeton(clef.bibliotheque, clef.jeton).flags
    except (UserError, PKCS11Error):
        flags = TokenFlag(0)
    if flags & TokenFlag.USER_PIN_LOCKED:
        return _BLOQUEE
    if flags & TokenFlag.USER_PIN_FINAL_TRY:
        return "Attention : il ne reste qu’un essai avant le blocage de la carte."
    return "Attention : après quelques codes faux, la carte se bloque. Rien n’est signé."
