"""Signs a PDF: PAdES B-B, without a network, each signature a pure addition to the file."""

import asyncio
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from sdpd_desktop.documents.signature_clefs import ouvrir
from sdpd_desktop.documents.signature_vignette import contenu, dessiner
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.signature import ActeSignature, Certificat, ChampSignature, Clef
from sdpd_desktop.domain.texte import NBSP, lisible, quote

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.signers import Signer
    from pyhanko.sign.signers.cms_embedder import SigMDPSetup
    from pyhanko.stamp import StaticStampStyle

_DIGEST = "sha256"
_BESIDE_CERTIFICATES = 8192  # hexadecimal digits for the signature itself and its attributes


def champs(pdf: bytes) -> tuple[ChampSignature, ...]:
    """Return the signature fields of a document, in order.

    Raises:
        ValidationError: It cannot be read as a PDF that could be signed.
    """
    with _ajout(pdf) as writer:
        return tuple(champ for champ, _field in _champs(writer))


def signer(pdf: bytes, acte: ActeSignature, clef: Clef) -> bytes:
    """Return the document with one more signature after its own bytes, which do not change.

    The first signature certifies (only fields may then be filled in); the last one locks.

    Raises:
        NotFoundError: No such field, card or certificate.
        ValidationError: The field is signed already, or the key cannot be used.
        StorageError: The card does not answer.
    """
    with _ajout(pdf) as writer, ouvrir(clef, acte.instant) as (key, certificat):
        known = _champs(writer)
        champ, field = _choisi(known, acte.champ)
        style = _style(field, champ, certificat, acte)
        return asyncio.run(_ecrire(writer, key, acte, style, _regles([c for c, _ in known])))


@contextmanager
def _ajout(pdf: bytes) -> "Iterator[IncrementalPdfFileWriter]":
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError

    class Ajout(IncrementalPdfFileWriter):
        """Leaves the metadata as they are: PDF/A wants them to agree, byte for byte."""

        @override
        def _update_meta(self) -> None:
            pass

    try:
        writer = Ajout(io.BytesIO(pdf), strict=True)
        encrypted = writer.prev.encrypted
    except (PdfError, ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise ValidationError(
            "fichier",
            "Ce fichier n’est pas un PDF que l’on puisse signer : il est abîmé ou incomplet. "
            "Produisez-le de nouveau.",
        ) from error
    if encrypted:
        raise ValidationError(
            "fichier", "Ce PDF est chiffré : signez un exemplaire sans mot de passe."
        )
    yield writer


def _champs(writer: "IncrementalPdfFileWriter") -> list[tuple[ChampSignature, Any]]:
    from pyhanko.sign.fields import enumerate_sig_fields

    found = []
    for nom, value, reference in enumerate_sig_fields(writer):
        field = reference.get_object()
        qualite = lisible(str(field.get("/TU", ""))) or nom
        found.append((ChampSignature(nom, qualite, value is not None), field))
    return found


def _choisi(known: Sequence[tuple[ChampSignature, Any]], nom: str) -> tuple[ChampSignature, Any]:
    for champ, field in known:
        if champ.nom != nom:
            continue
        if champ.signe:
            raise ValidationError("champ", f"{quote(champ.qualite)} a déjà signé ce document.")
        return champ, field
    if not known:
        raise NotFoundError(
            "Ce document n’a aucun champ de signature. Produisez-le depuis la convention, "
            "avec ses champs."
        )
    names = ", ".join(f"{champ.nom} ({champ.qualite})" for champ, _field in known)
    raise NotFoundError(
        f"Ce document n’a pas de champ de signature {quote(nom)}. Champs{NBSP}: {names}."
    )


def _style(
    field: Any, champ: ChampSignature, certificat: Certificat, acte: ActeSignature
) -> "StaticStampStyle":
    from pyhanko.pdf_utils.layout import AxisAlignment, Margins, SimpleBoxLayoutRule
    from pyhanko.stamp import StaticStampStyle

    left, bottom, right, top = (float(edge) for edge in field["/Rect"])
    local = acte.instant.astimezone()
    lignes = [
        f"Signé électroniquement par {certificat.sujet}",
        champ.qualite,
        f"le {format_date(local.date())} à {local:%H:%M}" + (f", {acte.lieu}" if acte.lieu else ""),
    ]
    page = dessiner(abs(right - left), abs(top - bottom), lignes, acte.image)
    middle, none = AxisAlignment.ALIGN_MID, Margins(0, 0, 0, 0)
    return StaticStampStyle(
        background=contenu(page),
        background_opacity=1.0,
        background_layout=SimpleBoxLayoutRule(middle, middle, margins=none),
        border_width=0,
    )


def _regles(known: Sequence[ChampSignature]) -> "SigMDPSetup":
    """Say what may change after this signature: fields after the first, nothing after the last."""
    from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm
    from pyhanko.sign.signers.cms_embedder import SigMDPSetup

    first = not any(champ.signe for champ in known)
    last = sum(not champ.signe for champ in known) == 1
    permission = MDPPerm.NO_CHANGES if last else MDPPerm.FILL_FORMS
    return SigMDPSetup(
        md_algorithm=_DIGEST,
        certify=first,
        field_lock=FieldMDPSpec(FieldMDPAction.ALL) if last else None,
        docmdp_perms=permission if first or last else None,
    )


async def _ecrire(
    writer: "IncrementalPdfFileWriter",
    key: "Signer",
    acte: ActeSignature,
    style: "StaticStampStyle",
    regles: "SigMDPSetup",
) -> bytes:
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers.cms_embedder import (
        PdfCMSEmbedder,
        SigAppearanceSetup,
        SigIOSetup,
        SigObjSetup,
    )
    from pyhanko.sign.signers.pdf_byterange import SignatureObject
    from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

    when = acte.instant.astimezone(dt.UTC)
    placeholder = SignatureObject(
        bytes_reserved=_room(key),
        subfilter=SigSeedSubFilter.PADES,
        timestamp=when,
        location=acte.lieu or None,
    )
    embedder = PdfCMSEmbedder().write_cms(
        field_name=acte.champ, writer=writer, existing_fields_only=True
    )
    next(embedder)
    embedder.send(
        SigObjSetup(
            sig_placeholder=placeholder,
            mdp_setup=regles,
            appearance_setup=SigAppearanceSetup(style=style, timestamp=when, name=None),
        )
    )
    digest, output = embedder.send(SigIOSetup(md_algorithm=_DIGEST))
    signature = await key.async_sign(
        digest.document_digest, _DIGEST, use_pades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=when),
    )  # fmt: skip
    embedder.send(signature.dump())
    output.seek(0)
    signed: bytes = output.read()
    return signed


def _room(key: "Signer") -> int:
    """Return how many hexadecimal digits hold the signature with its certificates."""
    assert key.signing_cert is not None
    certificates = {key.signing_cert.dump(), *(c.dump() for c in key.cert_registry)}
    return 2 * sum(map(len, certificates)) + _BESIDE_CERTIFICATES
