"""Looks into a file that someone adds to a convention, before it is kept."""

import hashlib
import io

from sdpd_desktop.documents.apercu import page_count
from sdpd_desktop.documents.preflight import MAX_BYTES, RefusError, open_archive
from sdpd_desktop.domain.convention import FichierAnnexe
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.texte import quote

_LARGEST_PIXELS = 200_000_000
_PDF, _PNG, _JPEG, _ZIP = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"PK\x03\x04"
_PDF_HEAD = 1024  # readers accept a header that far into the file


def controler(nom: str, octets: bytes, *, classeurs: bool) -> FichierAnnexe:
    """Return what is kept of a file: its kind is read in its bytes, never in its name.

    Raises:
        ValidationError: It is of another kind, too big, protected or damaged.
    """
    if not octets:
        raise _refusal(nom, "il est vide. Vérifiez la copie, puis recommencez.")
    if len(octets) > MAX_BYTES:
        raise _refusal(
            nom,
            f"il dépasse {MAX_BYTES // 1_000_000} Mo. Numérisez-le en noir et blanc ou à 200 "
            "points par pouce, ou coupez-le en plusieurs fichiers.",
        )
    pages = _pages(nom, octets, classeurs=classeurs)
    return FichierAnnexe(nom, hashlib.sha256(octets).hexdigest(), len(octets), pages)


def _pages(nom: str, octets: bytes, *, classeurs: bool) -> int:
    if _PDF in octets[:_PDF_HEAD]:
        try:
            return page_count(octets)
        except UserError as error:
            raise _refusal(
                nom,
                "c'est un PDF abîmé, ou protégé par un mot de passe. Enregistrez-le sans "
                "protection, puis recommencez.",
            ) from error
    if octets.startswith((_PNG, _JPEG)):
        _image(nom, octets)
        return 1
    if classeurs and octets.startswith(_ZIP):
        _classeur(nom, octets)
        return 0
    kinds = "un PDF, une image PNG ou JPEG" + (", ou un classeur .xlsx" if classeurs else "")
    raise _refusal(nom, f"ce n'est pas {kinds}. Convertissez-le, puis recommencez.")


def _image(nom: str, octets: bytes) -> None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(octets), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > _LARGEST_PIXELS:
                raise _refusal(nom, "cette image est trop grande. Réduisez-la, puis recommencez.")
            image.load()
    except ValidationError:
        raise
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _refusal(
            nom, "cette image est abîmée. Numérisez la page de nouveau, puis recommencez."
        ) from error


def _classeur(nom: str, octets: bytes) -> None:
    try:
        with open_archive(octets) as archive:
            workbook = "xl/workbook.xml" in archive.namelist()
    except RefusError as error:
        raise _refusal(nom, str(error)) from error
    if not workbook:
        raise _refusal(
            nom,
            "ce n'est pas un classeur .xlsx. Enregistrez-le ainsi, ou en PDF, puis recommencez.",
        )


def _refusal(nom: str, why: str) -> ValidationError:
    return ValidationError("fichier", f"Le fichier {quote(nom)} n'est pas ajouté : {why}")
