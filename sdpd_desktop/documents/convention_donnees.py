"""The data that a convention's PDF carries, so that another office can take it in again."""

import io

import pikepdf

from sdpd_desktop.documents.pdf_archive import Donnees
from sdpd_desktop.domain.convention import sans_cles
from sdpd_desktop.domain.convention_json import ecrire, lire
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee
from sdpd_desktop.domain.version_convention import ConventionExportee

_MIME = "application/json"
_LARGEST = 20_000_000


def donnees(content: ConventionImprimee) -> Donnees:
    """Return the convention as the source that goes with its pages."""
    code = content.details.resume.code
    kept = (content.liens, content.arrete_le) if content.liens_figes else (None, None)
    texte = ecrire(ConventionExportee(sans_cles(content.details), content.indicateurs, *kept))
    return Donnees(
        nom=f"{code}.json",
        mime=_MIME,
        description=f"Données de la convention {code}, à reprendre dans cette application",
        date=content.imprime_le,
        octets=texte.encode(),
    )


def extraire(octets: bytes) -> bytes:
    """Return the data that a PDF carries.

    Raises:
        ValidationError: It is damaged, protected, or carries none.
    """
    try:
        with pikepdf.open(io.BytesIO(octets)) as pdf:
            for spec in pdf.attachments.values():
                file = spec.get_file()
                if file.mime_type == _MIME and (file.size or 0) <= _LARGEST:
                    return file.read_bytes()
    except (pikepdf.PdfError, ValueError, KeyError, AttributeError) as error:
        raise ValidationError(
            "fichier", "Ce PDF est abîmé ou protégé. Demandez le fichier JSON de la convention."
        ) from error
    raise ValidationError(
        "fichier",
        "Ce PDF ne porte pas de convention à reprendre. Choisissez un PDF ou un fichier JSON "
        "produit par cette application.",
    )


def portee(octets: bytes) -> ConventionExportee | None:
    """Return the convention that a PDF carries, None where it carries none that can be read."""
    try:
        return lire(extraire(octets))
    except ValidationError:
        return None
