"""The text of a convention as it is signed: what the office wrote, nothing more."""

import datetime as dt
from collections.abc import Iterator

from reportlab.platypus import Flowable, KeepTogether, Spacer

from sdpd_desktop.documents.pdf_page import titre
from sdpd_desktop.documents.pdf_styles import (
    CHAPEAU,
    NOM,
    PUCE,
    QUALITE,
    SURTITRE,
    TEXTE,
    TITRE_MOYEN,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import encadre
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.impression import ConventionImprimee
from sdpd_desktop.domain.signataire import SignataireDetails, a_la_date, qualite
from sdpd_desktop.domain.texte import NBSP, search_key


def texte(content: ConventionImprimee) -> list[Flowable]:
    """Return title, parties, visas, avis and articles."""
    details = content.details
    story: list[Flowable] = [
        paragraphe(libelles.nature(details.resume).upper(), SURTITRE),
        paragraphe(details.resume.titre, TITRE_MOYEN),
    ]
    if details.territoire_nom:
        story.append(paragraphe(details.territoire_nom, CHAPEAU))
    if details.avenants:
        last = details.avenants[-1]
        amended = f"Version modifiée par l’avenant n° {last.numero}{NBSP}: {last.objet}"
        story += [encadre([paragraphe(amended, QUALITE)]), Spacer(0, 6)]
    story += [paragraphe(text) for text in details.visas]
    if details.parties:
        story += _parties(content)
    story += [paragraphe(text) for text in details.avis]
    if details.objet and not any(search_key(a.titre) == "objet" for a in details.articles):
        story += [*titre("Objet"), paragraphe(details.objet)]
    if details.articles:
        story += [Spacer(0, 6), paragraphe(f"Il est convenu ce qui suit{NBSP}:", QUALITE)]
        story += _articles(details)
    else:
        absent = "Aucun article n’est inscrit : le texte est à écrire d’après l’original."
        story += [Spacer(0, 6), encadre([paragraphe(absent, NOM)])]
    return story


def _parties(content: ConventionImprimee) -> Iterator[Flowable]:
    details = content.details
    on = details.reference(content.imprime_le)
    yield paragraphe("Entre", QUALITE)
    for partie in details.parties:
        people = [
            _named(person, on) for person in details.signataires if person.partie == partie.rang
        ]
        institution = details.institution(partie, content.imprime_le)
        named = " et ".join(people)
        stands = f"{institution}, ayant pour signataire {named}" if people else institution
        yield paragraphe(stands, PUCE, puce="–")
    yield Spacer(0, 3)


def _named(person: SignataireDetails, on: dt.date) -> str:
    if person.nom:
        return ", ".join(filter(None, (person.nom, a_la_date(person.qualite, on))))
    words = a_la_date(qualite(person.qualite, person.genre), on)
    return f"{words[:1].lower()}{words[1:]}"


def _articles(details: ConventionDetails) -> Iterator[Flowable]:
    for number, article in enumerate(details.articles, 1):
        name = "1er" if number == 1 else str(number)
        heading = titre(f"Article {name} – {article.titre}", 1)
        paragraphs = [line for line in article.texte.splitlines() if line.strip()]
        if not paragraphs:
            yield KeepTogether([*heading, paragraphe("." * 110, TEXTE)])
            continue
        yield from heading
        for line in paragraphs:
            yield paragraphe(line)
