"""A document with two signature fields, unsigned, signed once and signed twice; made once."""

import datetime as dt
from functools import cache

from sdpd_desktop.documents.pdf_page import Gabarit, composer
from sdpd_desktop.documents.pdf_styles import paragraphe
from sdpd_desktop.documents.pdf_tableau import cadres
from sdpd_desktop.documents.signature import signer
from sdpd_desktop.documents.signature_champs import Place, PlaceSignature, preparer
from sdpd_desktop.domain.signature import ActeSignature, ChampSignature, ClefFichier
from tests.fabrique_pki import INSTANT, PHRASE, Titulaire, pki

PREFETE = ChampSignature("signature-prefete", "La préfète de Seine-et-Marne")
PROCUREURE = ChampSignature("signature-procureure", "La procureure de la République")
CHAMPS = (PREFETE, PROCUREURE)


@cache
def a_signer(
    titre: str = "Convention d’essai", champs: tuple[ChampSignature, ...] = CHAMPS
) -> bytes:
    """Return a document whose fields are empty."""
    places: dict[str, Place] = {}
    gabarit = Gabarit(
        titre=titre, sujet="Essai", bureau="Préfecture", mention="", entete=None, pied="essai",
        date=dt.date(2022, 6, 30),
    )  # fmt: skip
    boxes = [[paragraphe(c.qualite), PlaceSignature(c.nom, 60, places)] for c in champs]
    pages = composer(gabarit, [paragraphe(f"{titre}, texte de l’acte."), *cadres(boxes, 92)])
    return preparer(pages, champs, places)


def signe(
    pdf: bytes, champ: ChampSignature, titulaire: Titulaire, when: dt.datetime = INSTANT
) -> bytes:
    """Return the document with one more signature."""
    acte = ActeSignature(champ.nom, when, "Melun")
    return signer(pdf, acte, ClefFichier(titulaire.p12(), PHRASE))


@cache
def une_signature() -> bytes:
    """Return the document that the préfète certified."""
    return signe(a_signer(), PREFETE, pki().prefete)


@cache
def deux_signatures() -> bytes:
    """Return the document that both signed, RSA then ECDSA."""
    return signe(une_signature(), PROCUREURE, pki().commissaire)
