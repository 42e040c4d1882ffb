"""Makes authorities, certificates, revocation lists and keys as an administration has them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from sdpd_desktop.documents.certificats import lire
from sdpd_desktop.domain.confiance import Confiance

INSTANT = dt.datetime(2022, 6, 30, 12, tzinfo=dt.UTC)
PHRASE = "phrase de l’essai"
Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


def day(year: int, month: int = 1) -> dt.datetime:
    return dt.datetime(year, month, 1, tzinfo=dt.UTC)


DEBUT, FIN = day(2020), day(2036)
LISTE_DEBUT, LISTE_FIN = day(2022, 6), day(2022, 8)


@cache
def rsa_key(name: str) -> rsa.RSAPrivateKey:
    """Return a key by name: making one takes long, and tests share it."""
    return rsa.generate_private_key(65537, 2048)


@dataclass(frozen=True)
class Titulaire:
    """Who holds a certificate and its key."""

    certificate: x509.Certificate
    key: Key
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def key_pem(self) -> bytes:
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    def p12(self, phrase: str = PHRASE) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            b"signature", self.key, self.certificate, self.chain,
            BestAvailableEncryption(phrase.encode()),
        )  # fmt: skip


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "MINISTERE DE TEST"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def issue(
    common: str,
    key: Key,
    issuer: Titulaire | None,
    *,
    ca: bool = False,
    engage: bool = True,
    debut: dt.datetime = DEBUT,
    fin: dt.datetime = FIN,
) -> Titulaire:
    """Return a certificate of that name; signed by itself without an issuer."""
    subject = _name(common)
    signing = issuer.key if issuer else key
    usage = x509.KeyUsage(
        digital_signature=not ca and not engage, content_commitment=not ca and engage,
        key_encipherment=False, data_encipherment=False, key_agreement=False, key_cert_sign=ca,
        crl_sign=ca, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(debut)
        .not_valid_after(fin)
        .add_extension(x509.BasicConstraints(ca, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()),
            critical=False,
        )
        .add_extension(usage, critical=True)
        .sign(signing, hashes.SHA256())
    )
    chain = (issuer.certificate, *issuer.chain) if issuer else ()
    return Titulaire(made, key, chain)


def crl(
    issuer: Titulaire,
    revoked: Sequence[tuple[Titulaire, dt.datetime]] = (),
    *,
    debut: dt.datetime = LISTE_DEBUT,
    fin: dt.datetime = LISTE_FIN,
) -> bytes:
    """Return a revocation list in DER."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(debut)
        .next_update(fin)
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()),
            critical=False,
        )
    )
    for titulaire, when in revoked:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder()
            .serial_number(titulaire.certificate.serial_number)
            .revocation_date(when)
            .build()
        )
    return builder.sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.DER)


@dataclass(frozen=True)
class Pki:
    """A root, an authority for agents, and those whom the tests need."""

    racine: Titulaire
    agents: Titulaire
    prefete: Titulaire
    procureure: Titulaire
    commissaire: Titulaire
    perime: Titulaire
    futur: Titulaire
    connexion: Titulaire
    inconnu: Titulaire

    @property
    def listes(self) -> tuple[bytes, bytes]:
        return crl(self.racine), crl(self.agents)

    def confiance(self, *listes: bytes) -> Confiance:
        """Return the trust in the root, with these revocation lists."""
        autorites = lire("racine.pem", self.racine.pem).autorites
        found = [one for liste in listes for one in lire("liste.crl", liste).listes]
        return Confiance(autorites, tuple(found))


@cache
def pki() -> Pki:
    """Return the PKI of the tests, made once."""
    racine = issue("AC Racine TEST", rsa_key("racine"), None, ca=True)
    agents = issue("AC Agents Signature TEST", rsa_key("agents"), racine, ca=True)
    rogue = issue("AC Inconnue", rsa_key("rogue"), None, ca=True)
    curve = ec.generate_private_key(ec.SECP256R1())
    shared = rsa_key("divers")
    return Pki(
        racine,
        agents,
        issue("Claire Préfète-Œuvrard", rsa_key("prefete"), agents),
        issue("Dominique Procureure", rsa_key("procureure"), agents),
        issue("Camille Commissaire", curve, agents),
        issue("Agent Périmé", shared, agents, debut=day(2018), fin=day(2021)),
        issue("Agent Futur", shared, agents, debut=day(2030)),
        issue("Agent Connexion", shared, agents, engage=False),
        issue("Imposteur", shared, rogue),
    )
