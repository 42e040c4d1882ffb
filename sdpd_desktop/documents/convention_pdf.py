"""The summary of a convention and its annexes, as PDF: what the database holds, nothing more."""

import datetime as dt
from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Spacer

from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import (
    CELLULE,
    CELLULE_FORTE,
    CELLULE_MESURE,
    CELLULE_NOTE,
    CHAPEAU,
    MENTION_SIGNATURE,
    NOM,
    NOTE,
    PUCE,
    QUALITE,
    SURTITRE,
    TEXTE,
    TITRE_MOYEN,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import (
    Cellule,
    Colonne,
    Jauge,
    Rangee,
    cadres,
    encadre,
    fiche,
    tableau,
)
from sdpd_desktop.documents.rapport_cellules import responsables
from sdpd_desktop.documents.signature_champs import Place, PlaceSignature, preparer
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    ContenuAnnexe,
    ConventionDetails,
    EtatConvention,
    Genre,
    SignataireDetails,
)
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.plan import ActionDetails
from sdpd_desktop.domain.signature import PREFIXE_CHAMP, ChampSignature
from sdpd_desktop.domain.texte import NBSP, search_key

_BOX = 92  # points in height for a name, a signature and a stamp
_PLACE = 58  # the part of it where an electronic signature is drawn
_ELECTRONIC = "Signé électroniquement : chaque signature porte sa date et son lieu."
_ARTICLES = ("le ", "la ", "les ", "l'")


def render_a_signer(content: ConventionImprimee) -> bytes:
    """Return the summary with an empty signature field in the block of each signatory.

    Raises:
        ValidationError: See :func:`render`; or nobody signs this convention.
    """
    places: dict[str, Place] = {}
    pages = render(content, places)
    champs = [
        ChampSignature(f"{PREFIXE_CHAMP}{person.id}", qualite(person.qualite, person.genre))
        for person in _signatories(content.details)
    ]
    if not champs:
        raise ValidationError(
            "signataires",
            f"La convention {content.details.resume.code} n’a pas de signataire{NBSP}: "
            "ajoutez-en avant de la faire signer.",
        )
    return preparer(pages, champs, places)


def render(content: ConventionImprimee, places: dict[str, Place] | None = None) -> bytes:
    """Return the summary, followed by its annexes when asked for.

    ``places`` is filled with where each signatory signs, for an electronic signature.

    Raises:
        ValidationError: The header image is unusable, or a character cannot be printed.
    """
    details = content.details
    story = [*_opening(content), *_parts(content), *_signatures(details, places)]
    if content.annexes:
        for annexe in details.annexes:
            story += _annexe(content, annexe)
    edited = format_date(content.imprime_le)
    gabarit = Gabarit(
        titre=f"{details.resume.titre} – synthèse",
        sujet=f"Synthèse de la convention {details.resume.code}",
        bureau=content.bureau,
        mention=content.mention,
        entete=content.entete,
        pied=f"{details.resume.code} – édité le {edited}",
        date=content.imprime_le,
    )
    return composer(gabarit, story)


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
    legend = [s for s in content.sources if f"{s.libelle} l." in details.source]
    parties: list[Flowable] = [paragraphe(p.institution) for p in details.parties]
    champs = ", ".join(details.champs)
    facts: list[tuple[str, Cellule]] = [
        ("Nature", libelles.NATURES[resume.nature]),
        ("Plan", resume.plan),
        ("Territoire", details.territoire_nom),
        ("Parties", parties),
        ("Présidence", details.presidence),
        ("Champs d’action", champs),
        ("Objet", details.objet),
        ("Durée", _span(details.debut, resume.fin)),
        ("Source", details.source),
        *((f"Document {source.libelle}", source.valeur) for source in legend),
    ]
    return [(label, value) for label, value in facts if value]


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
    if content.actions:
        story += [*titre("Actions liées"), _actions_table(content.actions)]
    if content.indicateurs:
        when = format_date(content.imprime_le)
        story += [*titre(f"Indicateurs au {when}"), _indicator_table(content.indicateurs)]
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
    if details.annexes:
        story += titre("Annexes")
        for annexe in details.annexes:
            text = f"Annexe n° {annexe.numero}{NBSP}: {annexe.titre}"
            story.append(paragraphe(text, PUCE, puce="•"))
    return story


def _actions_table(actions: Sequence[ActionDetails]) -> Flowable:
    columns = (
        Colonne("Action", 43),
        Colonne("Responsables", 36),
        Colonne("Statut", 12),
        Colonne("Mesures réalisées", 17),
    )
    return tableau(columns, [Rangee(_action_cells(action)) for action in actions])


def _action_cells(action: ActionDetails) -> tuple[Cellule, ...]:
    progress: list[Flowable] = [paragraphe(libelles.avancement(action.avancement), CELLULE_FORTE)]
    if action.avancement.part is not None:
        progress.append(Jauge(action.avancement.part, 64))
    return (
        f"{action.code} – {action.titre}",
        responsables(action),
        libelles.STATUTS[action.statut],
        progress,
    )


def _indicator_table(suivis: Sequence[SuiviIndicateur]) -> Flowable:
    columns = (
        Colonne("Indicateur", 48),
        Colonne("Départ", 20, droite=True),
        Colonne("Dernière valeur", 20, droite=True),
        Colonne("Cible", 22, droite=True),
        Colonne("Taux", 18, droite=True),
    )
    return tableau(columns, [Rangee(_indicator_cells(suivi)) for suivi in suivis])


def _indicator_cells(suivi: SuiviIndicateur) -> tuple[Cellule, ...]:
    indicateur, derniere = suivi.indicateur, suivi.derniere
    label: list[Flowable] = [paragraphe(f"{indicateur.chiffre} – {indicateur.titre}", CELLULE)]
    if unit := libelles.en_unite(indicateur):
        label.append(paragraphe(unit, CELLULE_NOTE))
    value = libelles.observation(indicateur, derniere)
    if derniere:
        value += f" ({derniere.periode.court})"
    target = suivi.taux.cible or next(iter(indicateur.cibles), None)
    rate = libelles.pourcentage(suivi.taux.part, 2) or suivi.taux.motif or libelles.ABSENT
    return (
        label,
        libelles.reference(indicateur, indicateur.depart),
        value,
        libelles.cible(indicateur, target),
        rate,
    )


def _signatories(details: ConventionDetails) -> list[SignataireDetails]:
    return sorted(details.signataires, key=lambda person: (person.partie, person.rang))


def _signatures(details: ConventionDetails, places: dict[str, Place] | None) -> list[Flowable]:
    signatories = _signatories(details)
    if not signatories:
        return []
    boxes = cadres([_box(person, places) for person in signatories], _BOX)
    made = paragraphe(_made_at(details) if places is None else _ELECTRONIC, TEXTE)
    return [KeepTogether([*titre("Signatures"), made, Spacer(0, 4), *boxes])]


def _made_at(details: ConventionDetails) -> str:
    """Return « Fait à Noisiel, le 4 juillet 2019 », with blanks to fill in by hand."""
    if details.signee_le is None:
        return f"Fait à {'.' * 40}, le {'.' * 30}"
    day = format_date_longue(details.signee_le)
    place = details.signature_lieu
    if not place:
        return f"Fait le {day}"
    if place[0].isupper():
        return f"Fait à {place}, le {day}"
    return f"Fait le {day}, {place}"


def _box(person: SignataireDetails, places: dict[str, Place] | None) -> list[Flowable]:
    lines: list[Flowable] = [paragraphe(qualite(person.qualite, person.genre), QUALITE)]
    if person.nom:
        lines.append(paragraphe(person.nom, NOM))
    if places is not None:
        return [*lines, PlaceSignature(f"{PREFIXE_CHAMP}{person.id}", _PLACE, places)]
    signed = "Signature et cachet"
    if person.signe_le:
        signed = f"Original signé le {format_date_longue(person.signe_le)}"
    lines.append(paragraphe(signed, MENTION_SIGNATURE))
    return lines


def qualite(texte: str, genre: Genre) -> str:
    """Return a quality with its article: « La préfète de Seine-et-Marne »."""
    key = search_key(texte)
    if not key:
        return ""
    if genre is not Genre.NON_DIT and not key.startswith(_ARTICLES):
        if key[0] in "aeiouy":
            return f"L’{texte}"
        return f"{'La' if genre is Genre.FEMININ else 'Le'} {texte}"
    return texte[0].upper() + texte[1:]


def _annexe(content: ConventionImprimee, annexe: AnnexeDetails) -> list[Flowable]:
    details = content.details
    header = f"Annexe n° {annexe.numero} à la convention {details.resume.code}"
    story = nouvelle_page(header)
    story.append(paragraphe(header.upper(), SURTITRE))
    story += titre(annexe.titre)
    match annexe.contenu:
        case ContenuAnnexe.ACTIONS:
            story += _annexe_actions(content.actions)
        case ContenuAnnexe.INDICATEURS:
            story += _annexe_indicateurs(content)
        case ContenuAnnexe.COMPOSITION:
            story += _annexe_composition(details)
        case ContenuAnnexe.CONTACTS:
            story.append(paragraphe("Les coordonnées sont jointes à l’original signé."))
    return story


def _annexe_actions(actions: Sequence[ActionDetails]) -> list[Flowable]:
    if not actions:
        return [paragraphe("Aucune action n’est liée à cette convention.")]
    columns = (Colonne("Action et mesures", 70), Colonne("Échéance", 16), Colonne("Statut", 16))
    rows: list[Rangee] = []
    for action in actions:
        rows.append(
            Rangee(
                (
                    paragraphe(f"{action.code} – {action.titre}", CELLULE_FORTE),
                    format_date(action.echeance),
                    libelles.STATUTS[action.statut],
                ),
                forte=True,
            )
        )
        for mesure in action.mesures:
            rows.append(
                Rangee(
                    (
                        paragraphe(f"{mesure.code} – {mesure.titre}", CELLULE_MESURE),
                        format_date(mesure.echeance),
                        libelles.STATUTS[mesure.statut],
                    )
                )
            )
    return [tableau(columns, rows)]


def _annexe_indicateurs(content: ConventionImprimee) -> list[Flowable]:
    if not content.indicateurs:
        return [paragraphe("Aucun indicateur n’est lié à cette convention.")]
    when = format_date_longue(content.imprime_le)
    return [
        paragraphe(f"Dernières valeurs connues au {when}.", NOTE),
        _indicator_table(content.indicateurs),
    ]


def _annexe_composition(details: ConventionDetails) -> list[Flowable]:
    columns = (Colonne("Partie", 40), Colonne("Qualité", 50), Colonne("Nom", 30))
    rows = []
    for partie in details.parties:
        people = [person for person in details.signataires if person.partie == partie.rang]
        if not people:
            rows.append(Rangee((partie.institution, "", "")))
        for person in people:
            name = person.nom or "non communiqué"
            cells = (partie.institution, qualite(person.qualite, person.genre), name)
            rows.append(Rangee(cells))
    return [
        paragraphe("Composition connue par les parties et leurs signataires.", NOTE),
        tableau(columns, rows),
    ]
