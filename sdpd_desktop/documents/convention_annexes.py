"""The annexes of a convention: their list, and their pages when they follow it."""

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable

from sdpd_desktop.documents import annexe_feuille
from sdpd_desktop.documents.convention_tableaux import annexe_contenu
from sdpd_desktop.documents.pdf_page import Repere, nouvelle_partie, recto
from sdpd_desktop.documents.pdf_styles import H1, paragraphe
from sdpd_desktop.documents.pdf_tableau import Cellule
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.convention import AnnexeDetails, ConventionDetails, FichierAnnexe
from sdpd_desktop.domain.dates import format_date_longue
from sdpd_desktop.domain.impression import ConventionImprimee

Pages = dict[int, list[int]]
"""By number of annex: the page of its sheet, then the first and the last of what is behind it."""


def rattachement(details: ConventionDetails) -> str:
    """Return what its annexes are of: « à la convention CLCT77-2019 du 4 juillet 2019 »."""
    signed = f" du {format_date_longue(details.signee_le)}" if details.signee_le else ""
    return f"à la convention {details.resume.code}{signed}"


def liste(content: ConventionImprimee, pages: Mapping[int, Sequence[int]]) -> Flowable:
    """Return the list of the annexes: how long each is and, when they follow, where."""
    annexes = content.details.annexes
    lengths = {annexe.numero: _longueur(annexe, pages) for annexe in annexes}
    sheets = {a.numero: pages.get(a.numero, (0,))[0] for a in annexes} if content.annexes else {}
    return annexe_feuille.liste(annexes, lengths, sheets)


def annexes(
    content: ConventionImprimee, pages: Mapping[int, Sequence[int]], found: Pages
) -> list[Flowable]:
    """Return the annexes, each behind its sheet; ``found`` notes where they come to stand."""
    story: list[Flowable] = []
    bound = rattachement(content.details)
    for annexe in content.details.annexes:
        note = found.setdefault(annexe.numero, []).append
        header = annexe_feuille.entete(annexe, bound)
        story += [*nouvelle_partie(header, annexe_feuille.intitule(annexe)), Repere(note)]
        length, suite = _contenu(annexe, pages), _identite(annexe.fichier)
        story += annexe_feuille.feuille(annexe, bound, length, suite)
        if annexe.fichier is None:
            story += [*recto(), Repere(note), *annexe_pages(content, annexe), Repere(note)]
    return story


def annexe_pages(content: ConventionImprimee, annexe: AnnexeDetails) -> list[Flowable]:
    """Return what stands behind the sheet of an annex without a file: a file is joined apart."""
    return [paragraphe(annexe.titre, H1), *annexe_contenu(content, annexe)]


def _nombre(annexe: AnnexeDetails, pages: Mapping[int, Sequence[int]]) -> int:
    """Return how many pages an annex fills; 0 for a workbook, laid out in a liasse alone."""
    if annexe.fichier is not None:
        return annexe.fichier.pages
    _sheet, first, last = pages.get(annexe.numero, (0, 1, 1))
    return last - first + 1


def _longueur(annexe: AnnexeDetails, pages: Mapping[int, Sequence[int]]) -> str:
    return str(_nombre(annexe, pages) or "classeur")


def _contenu(annexe: AnnexeDetails, pages: Mapping[int, Sequence[int]]) -> str:
    count = _nombre(annexe, pages)
    return accord(count, "page") if count else "classeur"


def _identite(fichier: FichierAnnexe | None) -> list[tuple[str, Cellule]]:
    """Return by what a file is known: it is kept apart, byte for byte."""
    if fichier is None:
        return []
    return [
        ("Fichier", fichier.nom),
        ("Taille", accord(fichier.taille, "octet")),
        ("SHA-256", f"{fichier.empreinte[:32]} {fichier.empreinte[32:]}"),
        ("Conservation", "Le fichier est joint à part, gardé octet pour octet."),
    ]
