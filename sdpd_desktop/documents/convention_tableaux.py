"""The tables of a convention's documents, and the annexes made from its data."""

from collections.abc import Callable, Mapping, Sequence

from reportlab.platypus import Flowable

from sdpd_desktop.documents.pdf_page import nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import (
    CELLULE,
    CELLULE_FORTE,
    CELLULE_MESURE,
    CELLULE_NOTE,
    NOTE,
    SURTITRE,
    paragraphe,
)
from sdpd_desktop.documents.pdf_tableau import Cellule, Colonne, Jauge, Rangee, fiche, tableau
from sdpd_desktop.documents.rapport_cellules import responsables
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.convention import AnnexeDetails, ContenuAnnexe, ConventionDetails
from sdpd_desktop.domain.dates import format_date, format_date_longue
from sdpd_desktop.domain.impression import ConventionImprimee
from sdpd_desktop.domain.plan import ActionDetails
from sdpd_desktop.domain.signataire import a_la_date, qualite
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.version_convention import ValeurConvention


class Repere(Flowable):
    """Notes on which page it falls, for the list of annexes."""

    def __init__(self, note: Callable[[int], None]) -> None:
        super().__init__()
        self.width = self.height = 0
        self._note = note

    def draw(self) -> None:
        """Tell the page."""
        self._note(self.canv.getPageNumber())


def actions_table(actions: Sequence[ActionDetails]) -> Flowable:
    """Return the actions with who answers for them and how far they are."""
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


def liste_annexes(details: ConventionDetails, pages: Mapping[int, int]) -> Flowable:
    """Return the annexes with their pages; ``pages`` gives where each begins, and key 0 the end."""
    columns = (
        Colonne("N°", 6), Colonne("Annexe", 56), Colonne("Partie intégrante", 18),
        Colonne("Pages", 16, droite=True),
    )  # fmt: skip
    rows = []
    for annexe in details.annexes:
        part = "oui" if annexe.integrante else "non"
        cells = (str(annexe.numero), annexe.titre, part, _pages(annexe, pages))
        rows.append(Rangee(cells))
    return tableau(columns, rows)


def _pages(annexe: AnnexeDetails, pages: Mapping[int, int]) -> str:
    first = pages.get(annexe.numero)
    if first is not None:
        last = max(pages.get(annexe.numero + 1, pages[0] + 1) - 1, first)
        return f"{first} à {last}" if last > first else str(first)
    if annexe.fichier and annexe.fichier.pages:
        many = "s" if annexe.fichier.pages > 1 else ""
        return f"{annexe.fichier.pages}{NBSP}page{many}"
    return libelles.ABSENT


def annexe_pages(
    content: ConventionImprimee, annexe: AnnexeDetails, note: Callable[[int], None]
) -> list[Flowable]:
    """Return an annex on its own pages, under its numbered title."""
    details = content.details
    signed = f" du {format_date_longue(details.signee_le)}" if details.signee_le else ""
    header = f"Annexe n° {annexe.numero} à la convention {details.resume.code}{signed}"
    story = nouvelle_page(header)
    story += [Repere(note), paragraphe(header.upper(), SURTITRE)]
    story += titre(annexe.titre)
    if not annexe.integrante:
        story.append(paragraphe("Cette annexe ne fait pas partie de la convention.", NOTE))
    return [*story, *annexe_contenu(content, annexe)]


def annexe_contenu(content: ConventionImprimee, annexe: AnnexeDetails) -> list[Flowable]:
    """Return what an annex holds, below its title."""
    match annexe.contenu:
        case ContenuAnnexe.ACTIONS:
            return _annexe_actions(content.actions)
        case ContenuAnnexe.INDICATEURS:
            return _annexe_indicateurs(content)
        case ContenuAnnexe.COMPOSITION:
            return _annexe_composition(content)
        case ContenuAnnexe.CONTACTS:
            return _annexe_contacts(content)
        case ContenuAnnexe.FICHIER:
            return _annexe_fichier(annexe)


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
    """Return a sheet to fill in by hand: the database holds no person's details."""
    details = content.details
    columns = (Colonne("Fonction", 40), Colonne("Téléphone", 28), Colonne("Adresse", 40))
    functions = [m.fonction for m in details.composition] or [
        details.institution(p, content.imprime_le) for p in details.parties
    ]
    rows = [Rangee((name, "." * 24, "." * 36)) for name in functions]
    return [
        paragraphe("À compléter à la main : la base ne garde aucune coordonnée.", NOTE),
        tableau(columns, rows),
    ]


def _annexe_fichier(annexe: AnnexeDetails) -> list[Flowable]:
    file = annexe.fichier
    if file is None:
        return [paragraphe("Le fichier de cette annexe manque.")]
    pages = f"{file.pages}" if file.pages else "classeur"
    return [
        paragraphe("Le fichier joint est gardé octet pour octet ; il est identifié ainsi :", NOTE),
        fiche(
            [
                ("Fichier", file.nom), ("Pages", pages), ("Taille", f"{file.taille} octets"),
                ("SHA-256", f"{file.empreinte[:32]} {file.empreinte[32:]}"),
            ]
        ),
    ]  # fmt: skip
