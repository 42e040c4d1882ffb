"""A report as PDF: cover, numbered parts, annexes, each block set once."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from sdpd_desktop.documents.graphique_pdf import GraphiqueFlowable
from sdpd_desktop.documents.pdf_grille import Grille
from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_police import employer
from sdpd_desktop.documents.pdf_styles import (
    CHAPEAU,
    CHAPEAU_CLAIR,
    LARGEUR_UTILE,
    NOTE,
    SURTITRE,
    SURTITRE_CLAIR,
    TEXTE,
    TITRE_CLAIR,
    TITRE_MOYEN,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import Carte, bandeau, cartes, encadre, fiche
from sdpd_desktop.documents.rapport_texte import LEGENDE, numerotees, pied, titre_courant
from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.rapport import (
    Bloc,
    Chiffre,
    Chiffres,
    Fiche,
    Filtre,
    Intertitre,
    Note,
    Paragraphe,
    Rapport,
    Section,
    Tableau,
)

_TALLEST_BOX = 480.0  # points; a taller note flows over pages as plain paragraphs
_BOX_MARGINS = 18.0
_ANY = 10_000.0  # a height that any flowable can be measured in
_SEEN = 60.0  # points of a paragraph that a heading wants below it
_HEADING, _SUBHEADING = 40.0, 28.0


def render(rapport: Rapport) -> bytes:
    """Return the report.

    Raises:
        ValidationError: The header image is unusable, or a character cannot be printed.
    """
    gabarit = Gabarit(
        titre=titre_courant(rapport),
        sujet=rapport.sujet,
        bureau=rapport.bureau,
        mention=rapport.mention,
        entete=rapport.entete,
        pied=pied(rapport),
        date=rapport.arrete_le,
    )
    with employer(rapport.police):
        return composer(gabarit, list(_story(rapport)))


def _story(rapport: Rapport) -> Iterator[Flowable]:
    yield from _heading(rapport) if rapport.compact else _cover(rapport)
    apart = not rapport.compact
    for heading, section in numerotees(rapport):
        if section.annexe:
            yield from nouvelle_page(heading)
        elif apart:
            yield from nouvelle_page(titre_courant(rapport))
        apart = section.annexe
        yield from _section(heading, section)
    if rapport.sources:
        yield from _kept(_box(LEGENDE, [f"{s.libelle} : {s.valeur}" for s in rapport.sources]))


def _cover(rapport: Rapport) -> Iterator[Flowable]:
    yield Spacer(0, 16)
    yield bandeau(
        [
            paragraphe(rapport.surtitre, SURTITRE_CLAIR),
            paragraphe(rapport.titre, TITRE_CLAIR),
            paragraphe(rapport.sous_titre, CHAPEAU_CLAIR),
        ]
    )
    yield Spacer(0, 28)
    if rapport.chiffres:
        yield _cards(rapport.chiffres)
        yield Spacer(0, 10)
    for warning in rapport.avertissements:
        yield paragraphe(warning, NOTE)
    yield Spacer(0, 18)
    yield _labels(rapport.filtres)


def _heading(rapport: Rapport) -> Iterator[Flowable]:
    yield paragraphe(rapport.surtitre, SURTITRE)
    yield paragraphe(rapport.titre, TITRE_MOYEN)
    yield paragraphe(rapport.sous_titre, CHAPEAU)
    filters = " · ".join(f"{line.libelle} : {line.valeur}" for line in rapport.filtres)
    yield paragraphe(filters, NOTE)
    if rapport.chiffres:
        yield Spacer(0, 4)
        yield _cards(rapport.chiffres)
        yield Spacer(0, 4)
    for warning in rapport.avertissements:
        yield paragraphe(warning, NOTE)


def _section(heading: str, section: Section) -> Iterator[Flowable]:
    """Yield a part whose headings stay with the start of what they announce."""
    blocks = list(section.blocs)
    first, *rest = titre(heading)
    del first  # its own guess at the place it needs
    waiting: list[Flowable] = rest
    needed = _HEADING
    for number, block in enumerate(blocks):
        flowables = list(_block(block, heading))
        if isinstance(block, Intertitre) and number + 1 < len(blocks):
            waiting += flowables
            needed += _SUBHEADING
            continue
        if waiting or _captioned(block, heading):
            yield CondPageBreak(needed + _start(flowables))
            yield from waiting
            waiting, needed = [], 0.0
        yield from flowables
    yield from waiting


def _start(flowables: Sequence[Flowable]) -> float:
    """Return the height that the first flowables want on the page of their heading."""
    if not flowables:
        return 0.0
    first, *others = flowables
    if isinstance(first, Grille):
        return first.premiere
    if isinstance(first, _Ensemble):
        return first.hauteur
    caption = _tall([first], LARGEUR_UTILE)
    if others and isinstance(others[0], Grille):
        return caption + others[0].premiere
    return min(caption, _SEEN)


class _Ensemble(KeepTogether):
    """Flowables that stay on one page, and their height."""

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__(list(flowables))
        self.hauteur = _tall(flowables, LARGEUR_UTILE)


def _tall(flowables: Sequence[Flowable], width: float) -> float:
    spaces = sum(f.getSpaceBefore() + f.getSpaceAfter() for f in flowables)
    return sum(f.wrap(width, _ANY)[1] for f in flowables) + spaces


def _block(block: Bloc, section: str) -> Iterator[Flowable]:
    match block:
        case Tableau():
            yield from _table(block, section)
        case Intertitre():
            _, *heading = titre(block.texte, 1)
            yield from heading
        case Paragraphe():
            yield from (paragraphe(part) for part in block.texte.split("\n\n"))
        case Note():
            yield from _kept(_box(block.titre, block.lignes))
        case Fiche():
            yield _spaced(_labels(block.lignes))
        case Chiffres():
            yield _spaced(_cards(block.chiffres))
        case Graphique():
            drawing, caption = GraphiqueFlowable(block), paragraphe(block.titre, SURTITRE)
            drawing.legender(caption)
            note = paragraphe(block.description_texte, NOTE)
            yield _Ensemble([Spacer(0, 6), caption, drawing, note])
        case _:
            assert_never(block)


def _table(tableau: Tableau, section: str) -> Iterator[Flowable]:
    if not tableau.rangees:
        yield paragraphe(tableau.vide)
        return
    grille = Grille(tableau)
    if _captioned(tableau, section):
        caption = paragraphe(tableau.titre, SURTITRE)
        grille.legender(caption)
        yield caption
    yield _spaced(grille)


def _spaced(flowable: Flowable) -> Flowable:
    """Keep what follows at a distance, except on another page."""
    flowable.spaceAfter = 8
    return flowable


def _captioned(block: Bloc, section: str) -> bool:
    """Tell whether a table bears its own title: not where its part already does."""
    return isinstance(block, Tableau) and bool(block.rangees) and block.titre not in section


def _labels(lines: Sequence[Filtre]) -> Flowable:
    return fiche([(line.libelle, line.valeur) for line in lines])


def _cards(figures: Sequence[Chiffre]) -> Flowable:
    return cartes([Carte(f.libelle, f.texte, f.precision, f.part) for f in figures])


def _box(heading: str, lines: Sequence[str]) -> list[Flowable]:
    content: list[Flowable] = [paragraphe(heading, SURTITRE)] if heading else []
    return [*content, *(paragraphe(line, TEXTE) for line in lines)]


def _kept(content: list[Flowable]) -> Iterator[Flowable]:
    """Yield a box that stays on one page, or plain paragraphs where no page could hold it."""
    if _tall(content, LARGEUR_UTILE - _BOX_MARGINS) > _TALLEST_BOX:
        yield from content
    else:
        yield _Ensemble([Spacer(0, 6), encadre(content)])
