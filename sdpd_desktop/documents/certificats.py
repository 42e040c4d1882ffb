"""Reads certificates and revocation lists, PEM or DER, as the office is given them."""

import hashlib
from typing import TYPE_CHECKING, TypeVar

from sdpd_desktop.domain.confiance import Autorite, Confiance, ListeRevocation
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.signature import Certificat
from sdpd_desktop.domain.texte import NBSP, lisible, quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from asn1crypto import x509 as asn1
    from cryptography import x509

_T = TypeVar("_T", bound="x509.ExtensionType")

LARGEST = 20_000_000
_PEM_CERTIFICATE = b"-----BEGIN CERTIFICATE-----"
_PEM_CRL = b"-----BEGIN X509 CRL-----"


def lire(nom: str, octets: bytes) -> Confiance:
    """Return the authorities and the lists that a file holds.

    Raises:
        ValidationError: It holds neither, or a certificate that is no authority's.
    """
    if len(octets) > LARGEST:
        raise ValidationError("fichier", f"{quote(nom)} dépasse 20 Mo{NBSP}: ce n’est pas une CRL.")
    try:
        certificates, lists = _certificates(octets), _lists(octets)
    except ValueError as error:
        raise _illisible(nom) from error
    if not certificates and not lists:
        raise _illisible(nom)
    autorites = tuple(_autorite(nom, certificate) for certificate in certificates)
    return Confiance(autorites, tuple(_liste(found) for found in lists))


def _illisible(nom: str) -> ValidationError:
    return ValidationError(
        "fichier",
        f"{quote(nom)} n’est ni un certificat d’autorité ni une liste de révocation (CRL). "
        "Demandez à l’autorité un fichier .pem, .cer, .crt ou .crl.",
    )


def _certificates(octets: bytes) -> "Sequence[x509.Certificate]":
    from cryptography import x509

    if _PEM_CERTIFICATE in octets:
        return x509.load_pem_x509_certificates(octets)
    if octets.startswith(b"-----"):
        return []
    try:
        return [x509.load_der_x509_certificate(octets)]
    except ValueError:
        return []


def _lists(octets: bytes) -> "Sequence[x509.CertificateRevocationList]":
    from cryptography import x509

    if _PEM_CRL in octets:
        parts = octets.split(_PEM_CRL)[1:]
        return [x509.load_pem_x509_crl(_PEM_CRL + part) for part in parts]
    if octets.startswith(b"-----"):
        return []
    try:
        return [x509.load_der_x509_crl(octets)]
    except ValueError:
        return []


def _autorite(nom: str, certificate: "x509.Certificate") -> Autorite:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = certificate.public_bytes(Encoding.DER)
    found = decrire_der(der)
    if not found.autorite:
        raise ValidationError(
            "fichier",
            f"{quote(nom)} contient le certificat de {quote(found.sujet)}, qui n’est pas celui "
            "d’une autorité. Importez celui de l’autorité qui l’a émis.",
        )
    return Autorite(found.empreinte, found.sujet, found.emetteur, found.debut, found.fin, der)


def _liste(found: "x509.CertificateRevocationList") -> ListeRevocation:
    from cryptography.hazmat.primitives.serialization import Encoding

    der = found.public_bytes(Encoding.DER)
    return ListeRevocation(
        hashlib.sha256(der).hexdigest(),
        _name(found.issuer),
        found.last_update_utc,
        found.next_update_utc,
        len(found),
        der,
    )


def decrire_der(der: bytes) -> Certificat:
    """Return what a certificate says.

    Raises:
        ValueError: The bytes are no certificate.
    """
    from cryptography import x509

    certificate = x509.load_der_x509_certificate(der)
    usage = _extension(certificate, x509.KeyUsage)
    basic = _extension(certificate, x509.BasicConstraints)
    return Certificat(
        sujet=_name(certificate.subject),
        emetteur=_name(certificate.issuer),
        debut=certificate.not_valid_before_utc,
        fin=certificate.not_valid_after_utc,
        empreinte=hashlib.sha256(der).hexdigest(),
        engage=usage is not None and usage.content_commitment,
        autorite=basic is not None and basic.ca,
    )


def decrire(certificate: "asn1.Certificate") -> Certificat:
    """Return what a certificate says, from the form that the signing library hands over."""
    return decrire_der(certificate.dump())


def _extension(certificate: "x509.Certificate", kind: "type[_T]") -> "_T | None":
    from cryptography import x509

    try:
        return certificate.extensions.get_extension_for_class(kind).value
    except x509.ExtensionNotFound:
        return None


def _name(name: "x509.Name") -> str:
    """Return the common name, else the organisation, else all of it."""
    from cryptography.x509.oid import NameOID

    for oid in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        if found := name.get_attributes_for_oid(oid):
            return lisible(str(found[0].value))
    return lisible(name.rfc4514_string())
