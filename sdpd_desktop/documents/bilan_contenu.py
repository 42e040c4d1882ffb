"""What the bilan's PDF and workbook both show, in the same order: rows drawn from a Bilan."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sdpd_desktop.documents import libelles
from sdpd_desktop.domain.bilan import Bilan, BilanLigneObjectif
from sdpd_desktop.domain.convention import ConventionSummary, EtatConvention
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.plan import (
    ActionDetails,
    Echeance,
    EtatEcheance,
    FinancementDetails,
    Remarque,
    Statut,
)
from sdpd_desktop.domain.texte import NBSP, quote

TITRES = {
    "objectifs": "État des objectifs",
    "indicateurs": "Indicateurs",
    "echeances": "Échéances",
    "conventions": "Conventions",
    "financements": "Financements",
    "remarques": "Remarques",
    "actions": "Annexe – Toutes les actions",
}


@dataclass(frozen=True)
class Filtre:
    """One choice the report was made with."""

    libelle: str
    valeur: str


def sections(bilan: Bilan) -> tuple[str, ...]:
    """Return the parts asked for, in order.

    Raises:
        ValidationError: A part has an unknown name.
    """
    for name in bilan.sections:
        if name not in TITRES:
            raise ValidationError(
                "sections",
                f"{quote(name)} n’est pas une partie du bilan. Choisissez parmi{NBSP}: "
                f"{', '.join(TITRES)}.",
            )
    return bilan.sections


def titre(bilan: Bilan) -> str:
    """Return « Bilan 2022 », « Bilan 1er semestre 2022 »."""
    return f"Bilan {bilan.periode.libelle}"


def filtres(bilan: Bilan) -> tuple[Filtre, ...]:
    """Return what the report covers, so that a reader knows what it leaves out."""
    plan = bilan.plan
    span = libelles.periode_plan(plan.debut, plan.fin)
    lines = [
        Filtre("Plan", f"{plan.titre} ({plan.code})"),
        Filtre("Durée du plan", span),
        Filtre("Territoire", plan.territoire),
        Filtre("Département", plan.departement if plan.departement != plan.territoire else ""),
        Filtre("Période du bilan", bilan.periode.libelle),
        Filtre("Comparée à", bilan.periode.annee_precedente().libelle),
        Filtre("Chiffres arrêtés au", format_date(bilan.arrete_le)),
        Filtre("Parties", ", ".join(TITRES[name] for name in sections(bilan))),
    ]
    return tuple(line for line in lines if line.valeur)


def couverture(bilan: Bilan) -> str:
    """Return « 12 actions chiffrées sur 46 »."""
    plural = "s" if bilan.chiffrees > 1 else ""
    return f"{bilan.chiffrees} action{plural} chiffrée{plural} sur {bilan.actions}"


def en_retard(bilan: Bilan) -> int:
    """Return how many due dates have passed."""
    return sum(echeance.etat is EtatEcheance.EN_RETARD for echeance in bilan.echeances)


def statuts(ligne: BilanLigneObjectif) -> dict[Statut, int]:
    """Return the actions by status, every status present."""
    counted = dict(ligne.par_statut)
    return {status: counted.get(status.value, 0) for status in Statut}


def retard(echeance: Echeance, bilan: Bilan) -> str:
    """Return « en retard de 181 jours », « dans 12 jours », « aujourd'hui »."""
    days = (bilan.arrete_le - echeance.echeance).days
    if days == 0:
        return "ce jour"
    unit = "jour" if abs(days) == 1 else "jours"
    if days > 0:
        return f"en retard de {days}{NBSP}{unit}"
    return f"dans {-days}{NBSP}{unit}"


def etat_convention(convention: ConventionSummary) -> str:
    """Return « signée le 04/07/2019 », « à signer »."""
    word = libelles.ETATS_CONVENTION[convention.etat]
    dated = convention.etat in (EtatConvention.SIGNEE, EtatConvention.DENONCEE)
    if dated and convention.etat_le:
        return f"{word} le {format_date(convention.etat_le)}"
    return word


def responsables(action: ActionDetails) -> str:
    """Return the bodies engaged, with their role where the source states one."""
    return ", ".join(
        engagement.nom
        if engagement.role.value == "responsable"
        else f"{engagement.nom} ({libelles.ROLES[engagement.role]})"
        for engagement in action.engagements
    )


def porteurs(echeance: Echeance, bilan: Bilan) -> str:
    """Return the names of the bodies engaged in what falls due."""
    code = echeance.code.partition(".m")[0]
    for action in bilan.plan.actions():
        if action.code == code:
            return responsables(action)
    return echeance.responsables


def financements(bilan: Bilan) -> Iterator[tuple[str, FinancementDetails]]:
    """Yield (code of the object, money) for the plan, then for its actions."""
    for money in bilan.plan.financements:
        yield bilan.plan.code, money
    for action in bilan.plan.actions():
        for money in action.financements:
            yield action.code, money


def remarques(bilan: Bilan) -> Iterator[Remarque]:
    """Yield the remarks of the plan, its objectifs, actions, mesures and indicators, once each."""
    seen: set[tuple[str, str]] = set()
    for remark in _all_remarks(bilan):
        if (remark.objet, remark.texte) not in seen:
            seen.add((remark.objet, remark.texte))
            yield remark


def _all_remarks(bilan: Bilan) -> Iterator[Remarque]:
    yield from bilan.plan.remarques
    for objectif in bilan.plan.objectifs():
        yield from objectif.remarques
        for action in objectif.actions:
            yield from action.remarques
            for mesure in action.mesures:
                yield from mesure.remarques
    for line in bilan.indicateurs:
        indicateur = line.suivi.indicateur
        for remark in indicateur.remarques:
            # By the name that the table of indicators gives it.
            yield replace(remark, objet=indicateur.chiffre)
