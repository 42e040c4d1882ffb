"""A convention and its annexes as one print copy."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sdpd_desktop.documents.classeur_donnees import Classeur
from sdpd_desktop.documents.convention_pdf import corps, gabarit
from sdpd_desktop.documents.convention_tableaux import annexe_contenu
from sdpd_desktop.documents.liasse import AnnexeLiasse, Fichier, Liasse, Pages, assembler
from sdpd_desktop.documents.pdf_page import composer, titre
from sdpd_desktop.documents.pdf_police import employer
from sdpd_desktop.documents.pdf_styles import SURTITRE, paragraphe
from sdpd_desktop.domain.convention import AnnexeDetails
from sdpd_desktop.domain.dates import format_date_longue
from sdpd_desktop.domain.impression import ConventionImprimee


def liasse(
    content: ConventionImprimee,
    fichiers: Mapping[str, Fichier | Classeur],
    numeros: Collection[int] | None = None,
) -> bytes:
    """Return the convention followed by its annexes, or the annexes of those numbers alone.

    ``fichiers`` holds the files of the annexes by their SHA-256.

    Raises:
        ValidationError: A file cannot be reproduced; the sentence names it.
    """
    details = content.details
    signed = f" du {format_date_longue(details.signee_le)}" if details.signee_le else ""
    bound = f"à la convention {details.resume.code}{signed}"
    chosen = [a for a in details.annexes if numeros is None or a.numero in numeros]
    with employer(content.police):
        return assembler(
            Liasse(
                bound,
                gabarit(content),
                Pages(corps(content)) if numeros is None else None,
                tuple(_annexe(content, annexe, fichiers, bound) for annexe in chosen),
            )
        )


def _annexe(
    content: ConventionImprimee,
    annexe: AnnexeDetails,
    fichiers: Mapping[str, Fichier | Classeur],
    bound: str,
) -> AnnexeLiasse:
    contenu: Pages | Fichier | Classeur
    if annexe.fichier is not None:
        contenu = fichiers[annexe.fichier.empreinte]
    else:
        header = f"Annexe n° {annexe.numero} {bound}"
        story = [paragraphe(header.upper(), SURTITRE), *titre(annexe.titre)]
        around = replace(gabarit(content), titre=header, folio=False)
        contenu = Pages(composer(around, [*story, *annexe_contenu(content, annexe)]))
    return AnnexeLiasse(annexe.numero, annexe.titre, contenu, annexe.integrante)
