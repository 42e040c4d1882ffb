"""An agent's card for the tests: a SoftHSM2 token with an RSA and an ECDSA certificate."""

import hashlib
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fabrique_pki import Titulaire

LIBRARIES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
)
CODE = "482159"


@dataclass(frozen=True)
class Carte:
    """A token in the only reader."""

    bibliotheque: str
    jeton: str


def library() -> str:
    """Return where Debian puts the library."""
    return next(path for path in LIBRARIES if Path(path).is_file())


def personalise(folder: Path, jeton: str, titulaires: "list[Titulaire]") -> Carte:
    """Make a token with the certificates and keys of these people."""
    tokens = folder / "jetons"
    tokens.mkdir()
    conf = folder / "softhsm2.conf"
    conf.write_text(f"directories.tokendir = {tokens}\nlog.level = ERROR\n", encoding="utf-8")
    os.environ["SOFTHSM2_CONF"] = str(conf)
    subprocess.run(
        ["softhsm2-util", "--init-token", "--free", "--label", jeton, "--pin", CODE,
         "--so-pin", "12345678"],
        check=True, capture_output=True,
    )  # fmt: skip
    for number, titulaire in enumerate(titulaires, start=1):
        _store(folder, jeton, number, titulaire)
    return Carte(library(), jeton)


def _store(folder: Path, jeton: str, number: int, titulaire: "Titulaire") -> None:
    import pkcs11
    from pkcs11 import Attribute, CertificateType, ObjectClass

    key = folder / f"{number}.pem"
    key.write_bytes(titulaire.key_pem)
    id_ = f"{number:02x}"
    subprocess.run(
        ["softhsm2-util", "--import", str(key), "--token", jeton, "--label", f"clef {number}",
         "--id", id_, "--pin", CODE],
        check=True, capture_output=True,
    )  # fmt: skip
    key.unlink()
    token = pkcs11.lib(library()).get_token(token_label=jeton)
    with token.open(user_pin=CODE, rw=True) as session:
        session.create_object(
            {
                Attribute.CLASS: ObjectClass.CERTIFICATE,
                Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                Attribute.TOKEN: True,
                Attribute.PRIVATE: False,
                Attribute.LABEL: f"certificat {number}",
                Attribute.ID: bytes([number]),
                Attribute.SUBJECT: titulaire.certificate.subject.public_bytes(),
                Attribute.VALUE: titulaire.der,
            }
        )


def empreinte(titulaire: "Titulaire") -> str:
    """Return the SHA-256 of a certificate."""
    return hashlib.sha256(titulaire.der).hexdigest()
