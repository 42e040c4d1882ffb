"""What the tests of conventions share: one of the register, what to file with it."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.convention import (
    ConventionDetails,
)
from sdpd_desktop.domain.signature import ActeSignature, ClefFichier
from tests.fabrique_pki import INSTANT, PHRASE, Titulaire, pki

CLCT = "CLCT77-2019"
SIGNED = dt.date(2019, 7, 4)
Ecriture = Callable[[ConventionDetails], ConventionDetails]


def objet(text: str) -> Ecriture:
    return lambda details: replace(details, objet=text)


def image(kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 80), 255).save(out, kind)
    return out.getvalue()


def p12(titulaire: Titulaire) -> ClefFichier:
    return ClefFichier(titulaire.p12(), PHRASE)


def trust(services: Services, folder: Path) -> Services:
    """Import the root and both lists."""
    files = {"racine.pem": pki().racine.pem, "racine.crl": pki().listes[0]}
    files["agents.crl"] = pki().listes[1]
    for name, octets in files.items():
        (folder / name).write_bytes(octets)
    services.confiance.importer([folder / name for name in files])
    return services


def sign(services: Services, number: int, titulaire: Titulaire) -> None:
    """Have one more person sign CLCT77-2019, in the field of that number."""
    champ = services.signatures.document(CLCT).champs[number]
    services.signatures.signer(CLCT, ActeSignature(champ.nom, INSTANT, "Noisiel"), p12(titulaire))
