"""The tables of a convention's documents, and the annexes made from its data."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from sdpd_desktop.documents.pdf_styles import (
    CELLULE,
    CELLULE_FORTE,
    CELLULE_MESURE,
    CELLULE_NOTE,
    NOTE,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import Cellule, Colonne, Jauge, Rangee, tableau
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.convention import AnnexeDetails, ContenuAnnexe
from sdpd_desktop.domain.dates import format_date_longue
from sdpd_desktop.domain.impression import ConventionImprimee
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.signataire import a_la_date, qualite
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.version_convention import ActionConvention, ValeurConvention

_BLANK = "." * 18


def etat_note(quoi: str, content: ConventionImprimee) -> Flowable:
    """Return of which day what is linked is told, and why that is not the day of the filing."""
    if content.liens_figes:
        return paragraphe(f"{quoi} au {format_date_longue(content.arrete_le)}.", NOTE)
    printed, filed = map(format_date_longue, (content.imprime_le, content.arrete_le))
    return paragraphe(
        f"{quoi} au {printed}, jour de l’édition{NBSP}: cette partie n’a pas été figée lors du "
        f"dépôt, le {filed}.",
        NOTE,
    )


def actions_table(actions: Sequence[ActionConvention]) -> Flowable:
    """Return the actions with who answers for them and how far they are."""
    columns = (
        Colonne("Action", 43),
        Colonne("Responsables", 36),
        Colonne("Statut", 12),
        Colonne("Mesures réalisées", 17),
    )
    return tableau(columns, [Rangee(_action_cells(action)) for action in actions])


def _action_cells(action: ActionConvention) -> tuple[Cellule, ...]:
    progress: list[Flowable] = [paragraphe(libelles.avancement(action.avancement), CELLULE_FORTE)]
    if action.avancement.part is not None:
        progress.append(Jauge(action.avancement.part, 64))
    return (
        f"{action.code} – {action.titre}",
        action.responsables,
        action.statut,
        progress,
    )


def valeurs_table(valeurs: Sequence[ValeurConvention]) -> Flowable:
    """Return the indicators with where they start, stand and aim."""
    columns = (
        Colonne("Indicateur", 48),
        Colonne("Départ", 20, droite=True),
        Colonne("Dernière valeur", 20, droite=True),
        Colonne("Cible", 22, droite=True),
        Colonne("Taux", 18, droite=True),
    )
    return tableau(columns, [Rangee(_valeur_cells(valeur)) for valeur in valeurs])


def _valeur_cells(valeur: ValeurConvention) -> tuple[Cellule, ...]:
    label: list[Flowable] = [paragraphe(f"{valeur.chiffre} – {valeur.titre}", CELLULE)]
    if valeur.unite:
        label.append(paragraphe(valeur.unite, CELLULE_NOTE))
    return (label, valeur.depart, valeur.valeur, valeur.cible, valeur.taux)


def annexe_contenu(content: ConventionImprimee, annexe: AnnexeDetails) -> list[Flowable]:
    """Return what an annex without a file holds, below its title."""
    match annexe.contenu:
        case ContenuAnnexe.ACTIONS:
            return _annexe_actions(content)
        case ContenuAnnexe.INDICATEURS:
            return _annexe_indicateurs(content)
        case ContenuAnnexe.COMPOSITION:
            return _annexe_composition(content)
        case ContenuAnnexe.CONTACTS:
            return _annexe_contacts(content)
        case ContenuAnnexe.FICHIER:
            return [paragraphe("Le fichier de cette annexe manque.")]


def _annexe_actions(content: ConventionImprimee) -> list[Flowable]:
    if not content.liens.actions:
        return [paragraphe("Aucune action n’est liée à cette convention.")]
    columns = (Colonne("Action et mesures", 70), Colonne("Échéance", 16), Colonne("Statut", 16))
    rows: list[Rangee] = []
    for action in content.liens.actions:
        rows.append(
            Rangee(
                (
                    paragraphe(f"{action.code} – {action.titre}", CELLULE_FORTE),
                    action.echeance,
                    action.statut,
                ),
                forte=True,
            )
        )
        for mesure in action.mesures:
            rows.append(
                Rangee(
                    (
                        paragraphe(f"{mesure.code} – {mesure.titre}", CELLULE_MESURE),
                        mesure.echeance,
                        mesure.statut,
                    )
                )
            )
    return [etat_note("État des actions", content), tableau(columns, rows)]


def _annexe_indicateurs(content: ConventionImprimee) -> list[Flowable]:
    if not content.indicateurs:
        return [paragraphe("Aucun indicateur n’est lié à cette convention.")]
    when = format_date_longue(content.arrete_le)
    return [
        paragraphe(f"Dernières valeurs connues au {when}.", NOTE),
        valeurs_table(content.indicateurs),
    ]


def _annexe_composition(content: ConventionImprimee) -> list[Flowable]:
    details = content.details
    if details.composition:
        columns = (Colonne("Fonction", 50), Colonne("Organisme", 45), Colonne("Siège", 18))
        seats = [
            Rangee((m.fonction, m.organisme, "permanent" if m.permanent else "sur invitation"))
            for m in details.composition
        ]
        return [tableau(columns, seats)]
    columns = (Colonne("Partie", 40), Colonne("Qualité", 50), Colonne("Nom", 30))
    on = details.reference(content.imprime_le)
    rows = []
    for partie in details.parties:
        institution = details.institution(partie, content.imprime_le)
        people = [person for person in details.signataires if person.partie == partie.rang]
        if not people:
            rows.append(Rangee((institution, "", "")))
        for person in people:
            name = person.nom or "non communiqué"
            quality = a_la_date(qualite(person.qualite, person.genre), on)
            rows.append(Rangee((institution, quality, name)))
    return [
        paragraphe("Composition connue par les parties et leurs signataires.", NOTE),
        tableau(columns, rows),
    ]


def _annexe_contacts(content: ConventionImprimee) -> list[Flowable]:
    """Return whom to write to by function, as the directory knows it; the rest is for a pen."""
    details, known = content.details, dict(content.liens.contacts)
    columns = (
        Colonne("Organisme", 40), Colonne("Fonction", 30), Colonne("Téléphone", 22),
        Colonne("Adresse", 40),
    )  # fmt: skip
    rows = []
    for partie in details.parties:
        contact = known.get(partie.partenaire, Contact())
        place = "\n".join(filter(None, (contact.courriel, contact.adresse)))
        cells = (contact.fonction, contact.telephone, place)
        institution = details.institution(partie, content.imprime_le)
        rows.append(Rangee((institution, *(cell or _BLANK for cell in cells))))
    rows += [Rangee((m.organisme, m.fonction, _BLANK, _BLANK)) for m in details.composition]
    return [
        paragraphe("Par fonction, sans nom de personne. Les blancs se complètent à la main.", NOTE),
        etat_note("Contacts connus", content),
        tableau(columns, rows),
    ]
