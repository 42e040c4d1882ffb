"""A convention as PDF: the text to sign, or a summary of what the office follows of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents.convention_annexes import Pages, annexes, liste
from sdpd_desktop.documents.convention_donnees import donnees
from sdpd_desktop.documents.convention_signatures import Placer, signatures
from sdpd_desktop.documents.convention_tableaux import actions_table, etat_note, valeurs_table
from sdpd_desktop.documents.convention_texte import texte
from sdpd_desktop.documents.pdf_page import Gabarit, composer, paginer, titre
from sdpd_desktop.documents.pdf_police import employer
from sdpd_desktop.documents.pdf_styles import (
    CHAPEAU,
    NOM,
    NOTE,
    PUCE,
    QUALITE,
    SURTITRE,
    TITRE_MOYEN,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import Cellule, encadre, fiche
from sdpd_desktop.documents.signature_champs import Place, PlaceSignature, preparer
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.convention import ConventionDetails, EtatConvention
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee, DocumentConvention
from sdpd_desktop.domain.signataire import SignataireDetails, bloc
from sdpd_desktop.domain.signature import PREFIXE_CHAMP, ChampSignature
from sdpd_desktop.domain.texte import NBSP

_PLACE = 58.0  # points in height for a signature drawn electronically


def render(content: ConventionImprimee, placer: Placer | None = None) -> bytes:
    """Return the document, followed by its annexes when asked for.

    ``placer`` gives what stands in the block of each signatory instead of room for a pen.

    Raises:
        ValidationError: The header image is unusable, or a character cannot be printed.
    """
    around, source = _autour(content, placer), donnees(content)
    with employer(content.police):
        told = _pages(content, placer)
        while True:
            found: Pages = {}
            pdf = composer(around, _story(content, told, found, placer), source)
            if found in (told, {}):  # The list tells the truth, or none follows.
                return pdf
            told = found


def _pages(content: ConventionImprimee, placer: Placer | None = None) -> Pages:
    """Return where the annexes come to stand when they follow: their list stands before them.

    How long they are is told of those that do not follow, too.
    """
    found: Pages = {}
    if content.details.annexes:
        whole = replace(content, annexes=True)
        paginer(_autour(content, placer), _story(whole, {}, found, placer))
    return found


def _autour(content: ConventionImprimee, placer: Placer | None) -> Gabarit:
    """Return what stands around the pages: an electronic signature covers all, without initials."""
    around = gabarit(content)
    return around if placer is None else replace(around, paraphe=False)


def render_a_signer(content: ConventionImprimee) -> bytes:
    """Return the document with an empty signature field in the block of each signatory.

    Raises:
        ValidationError: See :func:`render`; or nobody signs this convention.
    """
    places: dict[str, Place] = {}

    def placer(person: SignataireDetails) -> Flowable:
        return PlaceSignature(_champ(person), _PLACE, places)

    details = content.details
    if not details.signataires:
        raise ValidationError(
            "signataires",
            f"La convention {details.resume.code} n’a pas de signataire{NBSP}: "
            "ajoutez-en avant de la faire signer.",
        )
    pages = render(content, placer)
    on = details.reference(content.imprime_le)
    people = sorted(details.signataires, key=lambda person: person.rang)
    champs = [ChampSignature(_champ(person), bloc(person, on).titre) for person in people]
    return preparer(pages, champs, places)


def _champ(person: SignataireDetails) -> str:
    return f"{PREFIXE_CHAMP}{person.id}"


def corps(content: ConventionImprimee) -> bytes:
    """Return the document alone, its pages unnumbered: those of a liasse are numbered there.

    Raises:
        ValidationError: The header image is unusable, or a character cannot be printed.
    """
    alone = replace(content, annexes=False)
    with employer(content.police):
        story = _story(alone, _pages(alone), {}, None)
        return composer(replace(gabarit(content), folio=False), story)


def gabarit(content: ConventionImprimee) -> Gabarit:
    """Return what stands around the pages of a document."""
    resume = content.details.resume
    edited = format_date(content.imprime_le)
    summary = content.document is DocumentConvention.SYNTHESE
    return Gabarit(
        titre=f"{resume.titre} – synthèse" if summary else resume.titre,
        sujet=f"{'Synthèse' if summary else 'Texte'} de la convention {resume.code}",
        bureau=content.bureau,
        mention=content.mention,
        entete=content.entete,
        pied=f"{resume.code} – édité le {edited}",
        date=content.imprime_le,
        paraphe=content.details.paraphe and not summary,
    )


def _story(
    content: ConventionImprimee,
    pages: Mapping[int, Sequence[int]],
    found: Pages,
    placer: Placer | None,
) -> list[Flowable]:
    """Return the document; ``pages`` is where its annexes are, ``found`` where they come to be."""
    details = content.details
    if content.document is DocumentConvention.SYNTHESE:
        story = [*_opening(content), *_parts(content)]
    else:
        story = texte(content)
    if details.annexes:
        story += [*titre("Annexes"), liste(content, pages)]
    story += signatures(details, content.imprime_le, placer)
    if content.annexes:
        story += annexes(content, pages, found)
    return story


def _opening(content: ConventionImprimee) -> list[Flowable]:
    details = content.details
    story: list[Flowable] = [
        paragraphe("SYNTHÈSE DE CONVENTION", SURTITRE),
        paragraphe(details.resume.titre, TITRE_MOYEN),
    ]
    if details.territoire_nom:
        story.append(paragraphe(details.territoire_nom, CHAPEAU))
    story += [
        Spacer(0, 4),
        encadre(_state(details)),
        Spacer(0, 6),
        paragraphe(
            "Ce document résume ce que le bureau suit de la convention au "
            f"{format_date_longue(content.imprime_le)}. Seul l’original signé fait foi.",
            NOTE,
        ),
        Spacer(0, 4),
        fiche(_facts(content)),
    ]
    return story


def _state(details: ConventionDetails) -> list[Flowable]:
    """Return where the convention stands, in a sentence."""
    state = details.resume.etat
    word = libelles.ETATS_CONVENTION[state]
    place = f" ({details.signature_lieu})" if details.signature_lieu else ""
    precision = ""
    if details.signee_le:
        precision = f"Original signé le {format_date_longue(details.signee_le)}{place}."
    elif state is EtatConvention.A_SIGNER and details.signature_prevue:
        precision = f"Signature annoncée le {_moment(details.signature_prevue)}{place}."
    lines: list[Flowable] = [paragraphe(word[0].upper() + word[1:], QUALITE)]
    return [*lines, paragraphe(precision, NOM)] if precision else lines


def _moment(instant: dt.datetime) -> str:
    """Return « 4 juillet 2019 à 17 h »; midnight means that no hour was given."""
    day = format_date_longue(instant.date())
    if not (instant.hour or instant.minute):
        return day
    minutes = f"{NBSP}{instant.minute:02}" if instant.minute else ""
    return f"{day} à {instant.hour}{NBSP}h{minutes}"


def _facts(content: ConventionImprimee) -> list[tuple[str, Cellule]]:
    details, resume = content.details, content.details.resume
    parties: list[Flowable] = [
        paragraphe(details.institution(p, content.imprime_le)) for p in details.parties
    ]
    champs = ", ".join(details.champs)
    facts: list[tuple[str, Cellule]] = [
        ("Nature", libelles.nature(resume)),
        ("Plan", resume.plan),
        ("Territoire", details.territoire_nom),
        ("Parties", parties),
        ("Présidence", details.presidence),
        ("Périodicité", details.periodicite),
        ("Champs d’action", champs),
        ("Objet", details.objet),
        ("Visas", [paragraphe(visa) for visa in details.visas]),
        ("Avis", [paragraphe(avis) for avis in details.avis]),
        ("Durée", _duree(resume.duree, resume.fin)),
        ("Dénonciation", _denonciation(details)),
        ("Publication", details.raa),
        ("Source", details.source),
        *((f"Document {source.libelle}", source.valeur) for source in content.liens.sources),
    ]
    return [(label, value) for label, value in facts if value]


def _denonciation(details: ConventionDetails) -> str:
    ended = details.denonciation
    if ended is None:
        return ""
    effect = f", avec effet au {format_date(ended.effet_le)}" if ended.effet_le else ""
    reason = f"{NBSP}: {ended.motif}" if ended.motif else ""
    return f"le {format_date(ended.le)}{effect}{reason}"


def _duree(duree: Duree, fin: dt.date | None) -> str:
    """Return « 3 ans, du … au …, reconduction tacite », as far as it is known."""
    tacit = "reconduction tacite" if duree.tacite else ""
    parts = (libelles.duree(duree.mois), _span(duree.debut, fin), tacit)
    return ", ".join(part for part in parts if part)


def _span(debut: dt.date | None, fin: dt.date | None) -> str:
    """Return « du … au … », « à compter du … », « jusqu'au … », or ""."""
    if debut and fin:
        return f"du {format_date(debut)} au {format_date(fin)}"
    if debut:
        return f"à compter du {format_date(debut)}"
    return f"jusqu’au {format_date(fin)}" if fin else ""


def _parts(content: ConventionImprimee) -> list[Flowable]:
    details = content.details
    story: list[Flowable] = []
    when = format_date(content.arrete_le)
    if content.liens.actions:
        story += [*titre("Actions liées"), etat_note("État des actions", content)]
        story.append(actions_table(content.liens.actions))
    if content.indicateurs:
        story += [*titre(f"Indicateurs au {when}"), valeurs_table(content.indicateurs)]
    if details.avenants:
        story += titre("Avenants")
        for avenant in details.avenants:
            signed = format_date_longue(avenant.signe_le)
            text = f"Avenant n° {avenant.numero}{NBSP}: {avenant.objet}"
            text += f" (signé le {signed})" if signed else " (à signer)"
            story.append(paragraphe(text, PUCE, puce="•"))
    if details.remarques:
        story += titre("Remarques")
        for remarque in details.remarques:
            source = f" [{remarque.source}]" if remarque.source else ""
            story.append(paragraphe(f"{remarque.texte}{source}", PUCE, puce="•"))
    if details.articles:
        story += titre("Articles")
        for number, article in enumerate(details.articles, 1):
            name = "1er" if number == 1 else str(number)
            story.append(paragraphe(f"Article {name} – {article.titre}", PUCE, puce="•"))
    return story
