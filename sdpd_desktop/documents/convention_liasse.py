"""A convention and its annexes as one print copy."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from sdpd_desktop.documents.annexe_feuille import entete
from sdpd_desktop.documents.classeur_donnees import Classeur
from sdpd_desktop.documents.convention_annexes import annexe_pages, rattachement
from sdpd_desktop.documents.convention_pdf import corps, gabarit
from sdpd_desktop.documents.liasse import AnnexeLiasse, Fichier, Liasse, Pages, assembler
from sdpd_desktop.documents.pdf_page import composer
from sdpd_desktop.documents.pdf_police import employer
from sdpd_desktop.domain.convention import AnnexeDetails
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
    bound = rattachement(details)
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
        header = entete(annexe, bound)
        around = replace(gabarit(content), titre=header, folio=False, lettre=False)
        contenu = Pages(composer(around, annexe_pages(content, annexe)))
    return AnnexeLiasse(annexe.numero, annexe.titre, contenu, annexe.integrante)
