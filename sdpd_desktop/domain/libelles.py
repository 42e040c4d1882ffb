"""French words for what is stored: choices, values, baselines, targets and rates."""

import datetime as dt
from decimal import Decimal
from enum import Enum

from sdpd_desktop.domain.calcul import Terme
from sdpd_desktop.domain.convention import ConventionSummary, EtatConvention, NatureConvention
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import (
    Borne,
    Cible,
    Indicateur,
    NatureCible,
    Observation,
    Presence,
    Reference,
    Sens,
    SuiviIndicateur,
    Taux,
)
from sdpd_desktop.domain.nombre import (
    JALON,
    Saisie,
    affichee,
    arrondi,
    format_nombre,
    format_signe,
)
from sdpd_desktop.domain.plan import ActionDetails, Avancement, Role, Statut
from sdpd_desktop.domain.rapport import Diffusion, SectionNarratif
from sdpd_desktop.domain.taux import cible_en_vigueur, valeur_cible
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.verification import VerdictSignature
from sdpd_desktop.domain.version_convention import (
    ActionConvention,
    MesureConvention,
    ValeurConvention,
)


class Unite(Enum):
    """How much of an indicator's unit follows its number; « % » and « fait » always show."""

    AUCUNE = 0
    SIGNE = 1
    ENTIERE = 2


ABSENT = "–"
NON_RENSEIGNE = "non renseigné"
SANS_OBJET = "sans objet"
STATUTS = {
    Statut.A_VENIR: "à venir",
    Statut.EN_COURS: "en cours",
    Statut.REALISEE: "réalisée",
    Statut.EN_PAUSE: "en pause",
    Statut.BLOQUEE: "bloquée",
    Statut.ABANDONNEE: "abandonnée",
}
ROLES = {
    Role.RESPONSABLE: "responsable",
    Role.PILOTE: "pilote",
    Role.PARTENAIRE: "partenaire",
    Role.FINANCEUR: "financeur",
    Role.PRESCRIPTEUR: "prescripteur",
}
NATURES = {
    NatureConvention.CLCT: "Cellule de lutte contre les trafics (CLCT)",
    NatureConvention.CROSS: "Cellule de renseignement opérationnel sur les stupéfiants (CROSS)",
    NatureConvention.PARTICIPATION_CITOYENNE: "Participation citoyenne",
    NatureConvention.RAPPEL_ORDRE: "Rappel à l’ordre",
    NatureConvention.SECURITE_RURALE: "Sécurité rurale",
    NatureConvention.COORDINATION: "Coordination des polices municipales",
    NatureConvention.PROTOCOLE: "Protocole",
    NatureConvention.CSI: "Contrat de sécurité intégrée",
    NatureConvention.AUTRE: "Convention",
}
VERDICTS_SIGNATURE = {
    VerdictSignature.VALIDE: "valide",
    VerdictSignature.INCOMPLET: "incomplet",
    VerdictSignature.INDETERMINE: "indéterminé",
    VerdictSignature.NON_VALIDE: "non valide",
}
ETATS_CONVENTION = {
    EtatConvention.BROUILLON: "brouillon",
    EtatConvention.A_SIGNER: "à signer",
    EtatConvention.SIGNEE: "signée",
    EtatConvention.EN_VIGUEUR: "en vigueur",
    EtatConvention.ECHUE: "échue",
    EtatConvention.DENONCEE: "dénoncée",
}
DIFFUSIONS = {Diffusion.INTERNE: "interne", Diffusion.COMMUNICABLE: "communicable"}
NARRATIFS = {
    SectionNarratif.FAITS_MARQUANTS: "Faits marquants",
    SectionNarratif.FREINS: "Freins",
    SectionNarratif.PERSPECTIVES: "Perspectives",
    SectionNarratif.INITIATIVES: "Initiatives originales",
    SectionNarratif.REUSSITES: "Réussites",
    SectionNarratif.CONTRAINTES: "Contraintes rencontrées",
    SectionNarratif.PERCEPTION: "Perception de la population",
}
# Units short enough to follow a number, and those without which it says nothing.
_SIGNES = frozenset({"€", "kg", "g", "km"})
_SUIT_TOUJOURS = frozenset({"%", JALON})
# What stands before a number that is not exact: in a cell, and in a text.
_BORNES = {
    Borne.EXACTE: "",
    Borne.PLUS_DE: f">{NBSP}",
    Borne.MOINS_DE: f"<{NBSP}",
    Borne.ENVIRON: f"≈{NBSP}",
}
_BORNES_EN_MOTS = {
    Borne.EXACTE: "",
    Borne.PLUS_DE: "plus de ",
    Borne.MOINS_DE: "moins de ",
    Borne.ENVIRON: "environ ",
}
# Without a baseline, these say how much, not where to.
_RELATIVES = {NatureCible.AJOUTER: "+", NatureCible.MULTIPLIER: f"×{NBSP}"}
_SENS = {
    Sens.HAUSSE: "en hausse",
    Sens.BAISSE: "en baisse",
    Sens.STABLE: "stable",
    Sens.NEUTRE: "suivi",
}


def pourcentage(part: float | Decimal | None, decimales: int = 0) -> str:
    """Return « 45,25 % » for 0.4525 with at most that many decimals, or "" without a share."""
    if part is None:
        return ""
    return format_nombre(arrondi(Decimal(str(part)) * 100, decimales), unite="%")


def avancement(valeur: Avancement) -> str:
    """Return « 26 / 97 (27 %) », or « – » where nothing counts."""
    if not valeur.total:
        return ABSENT
    rate = pourcentage(valeur.part)
    return f"{valeur.faites}{NBSP}/{NBSP}{valeur.total}{NBSP}({rate})"


def responsables(action: ActionDetails) -> str:
    """Return the bodies engaged, with their role where the source states one."""
    return ", ".join(
        engagement.nom
        if engagement.role.value == "responsable"
        else f"{engagement.nom} ({ROLES[engagement.role]})"
        for engagement in action.engagements
    )


def periode_plan(debut: dt.date | None, fin: dt.date | None) -> str:
    """Return « 2020-2024 », « depuis 2023 », « jusqu'en 2024 », or ""."""
    if debut and fin:
        return f"{debut.year}-{fin.year}" if debut.year != fin.year else str(debut.year)
    if debut:
        return f"depuis {debut.year}"
    return f"jusqu’en {fin.year}" if fin else ""


def annees(debut: int | None, fin: int | None) -> str:
    """Return « 2023 » or « 2023-2025 », or ""."""
    if debut is None:
        return str(fin or "")
    return f"{debut}-{fin}" if fin and fin != debut else str(debut)


def euros(montant: int | None) -> str:
    """Return « 258 000 € », or « – » for an amount nobody gave."""
    return ABSENT if montant is None else format_nombre(montant, unite="€")


def en_unite(indicateur: Indicateur) -> str:
    """Return « en places »; "" where the unit says nothing more."""
    return "" if indicateur.unite in ("", JALON) else f"en {indicateur.unite}"


# ------------------------------------------------------------------------------- values


def nombre(indicateur: Indicateur, valeur: Decimal | None, unite: Unite = Unite.SIGNE) -> str:
    """Return a number as the indicator counts it; "" without one."""
    if valeur is None:
        return ""
    follows = indicateur.unite in _SUIT_TOUJOURS or (
        unite is Unite.ENTIERE or (unite is Unite.SIGNE and indicateur.unite in _SIGNES)
    )
    return format_nombre(affichee(indicateur, valeur), unite=indicateur.unite if follows else "")


def valeur(
    indicateur: Indicateur,
    dite: Observation | Saisie | Terme | None,
    unite: Unite = Unite.AUCUNE,
) -> str:
    """Return what a cell shows: « > 12 000 », « non renseigné », "" where nothing was ever said."""
    if dite is None:
        return ""
    if dite.presence is not Presence.VALEUR:
        return SANS_OBJET if dite.presence is Presence.NON_APPLICABLE else NON_RENSEIGNE
    return _BORNES[dite.borne] + nombre(indicateur, dite.valeur, unite)


def observation(indicateur: Indicateur, valeur: Observation | None) -> str:
    """Return what a document prints: « plus de 12 000 », « – » where nothing is known."""
    if valeur is None or valeur.presence is Presence.NON_RENSEIGNE:
        return ABSENT
    if valeur.presence is Presence.NON_APPLICABLE:
        return SANS_OBJET
    return _BORNES_EN_MOTS[valeur.borne] + nombre(indicateur, valeur.valeur)


def terme(indicateur: Indicateur, compare: Terme) -> str:
    """Return a term of a comparison, « – » where it is not known."""
    return valeur(indicateur, compare) if compare.connu else ABSENT


def ecart(indicateur: Indicateur, absolue: Decimal | None) -> str:
    """Return « +29 », « +5,2 points » for a share, « – » where the terms do not compare."""
    if absolue is None:
        return ABSENT
    return format_signe(
        affichee(indicateur, absolue), unite="points" if indicateur.unite == "%" else ""
    )


def ecart_relatif(relative: Decimal | None) -> str:
    """Return « +63,0 % », « – » where there is none."""
    return ABSENT if relative is None else format_signe(100 * relative, 1, "%")


def reference(indicateur: Indicateur, depart: Reference, unite: Unite = Unite.SIGNE) -> str:
    """Return the baseline with the date the source gives it, or « – »."""
    if depart.valeur is None:
        return depart.texte or ABSENT
    number = _BORNES_EN_MOTS[depart.borne] + nombre(indicateur, depart.valeur, unite)
    when = depart.periode or format_date(depart.date)
    return f"{number} ({when})" if when else number


# --------------------------------------------------------------------- targets and rates


def cible(indicateur: Indicateur, visee: Cible | None, unite: Unite = Unite.SIGNE) -> str:
    """Return what is aimed at, by its kind: « 3 819 (fin 2022) », « en baisse »."""
    nature = indicateur.nature
    if nature is NatureCible.CONTEXTE:
        return ABSENT
    if nature is NatureCible.SUIVI:
        return "suivi"
    if nature is NatureCible.DIRECTION or visee is None:
        return _SENS[indicateur.sens]
    when = visee.echeance_interpretee or format_date(visee.echeance)
    due = f" ({when})" if when else ""
    if nature is NatureCible.JALON:
        return f"fait{due}"
    aimed = valeur_cible(indicateur, visee)
    if aimed is None:
        if visee.valeur is None or nature not in _RELATIVES:
            return f"{_SENS[indicateur.sens]}{due}"
        return f"{_RELATIVES[nature]}{format_nombre(visee.valeur)}{due}"
    shape = {
        NatureCible.PLANCHER_ANNUEL: "au moins {} par an",
        NatureCible.MAINTIEN_ANNUEL: "{} chaque année",
        NatureCible.CUMULER: "{} sur la période",
        NatureCible.MAINTENIR: "au moins {}",
        NatureCible.LISTE: "{}" if unite is Unite.ENTIERE else "{} sites",
    }.get(nature, "{}")
    return shape.format(nombre(indicateur, aimed, unite)) + due


def cible_courte(indicateur: Indicateur, on: dt.date) -> str:
    """Return the target in force as its rule words it: « + 400 », « × 2 », « 100 % »."""
    visee = cible_en_vigueur(indicateur, on)
    return _regle(indicateur, visee) if visee else ABSENT


def cible_complete(indicateur: Indicateur, visee: Cible) -> str:
    """Return one target with what it amounts to and its date."""
    text = _regle(indicateur, visee)
    absolute = valeur_cible(indicateur, visee)
    if indicateur.nature in _RELATIVES and absolute is not None:
        text += f" (soit {nombre(indicateur, absolute, Unite.AUCUNE)})"
    if visee.echeance:
        text += f" pour le {format_date(visee.echeance)}"
        if visee.echeance_interpretee:
            text += f" (interprété{NBSP}: {visee.echeance_interpretee})"
    if visee.reference:
        text += f" · {visee.reference}"
    return text


def _regle(indicateur: Indicateur, visee: Cible) -> str:
    if indicateur.nature is NatureCible.LISTE and indicateur.sites:
        return f"{len(indicateur.sites)}{NBSP}sites"
    if indicateur.nature is NatureCible.JALON:
        return "fait"
    if visee.valeur is None:
        return ABSENT
    plain = nombre(indicateur, visee.valeur, Unite.AUCUNE)
    match indicateur.nature:
        case NatureCible.AJOUTER:
            return f"+{NBSP}{plain}"
        case NatureCible.MULTIPLIER:
            return f"×{NBSP}{format_nombre(visee.valeur)}"
        case NatureCible.PLANCHER_ANNUEL | NatureCible.MAINTIEN_ANNUEL:
            return f"{plain}{NBSP}/{NBSP}an"
        case _:
            return plain


def taux(trouve: Taux) -> str:
    """Return the rate in per cent, « – » where none can be computed."""
    return pourcentage(trouve.part, 2) or ABSENT


def taux_explique(trouve: Taux) -> str:
    """Return the rate with both its terms, or why there is none."""
    if trouve.part is None:
        # Some reasons say themselves that there is no rate.
        told = "pas de taux" in trouve.motif
        motif = trouve.motif if told else f"pas de taux{NBSP}: {trouve.motif}"
        return f"{motif[0].upper()}{motif[1:]}."
    return f"{taux(trouve)}{NBSP}: {trouve.libelle}" if trouve.libelle else taux(trouve)


def nature(resume: ConventionSummary) -> str:
    """Return the kind of a convention, under the office's own name for it if it has one."""
    return resume.nature_libre or NATURES[resume.nature]


def duree(mois: int) -> str:
    """Return « 3 ans », « 18 mois », or "" without a length."""
    years, months = divmod(mois, 12)
    if mois and not months:
        return f"{years}{NBSP}an{'s' if years > 1 else ''}"
    return f"{mois}{NBSP}mois" if mois else ""


def valeur_convention(suivi: SuiviIndicateur) -> ValeurConvention:
    """Return an indicator as a convention prints it, in words that can be frozen."""
    indicateur, derniere = suivi.indicateur, suivi.derniere
    value = observation(indicateur, derniere)
    if derniere:
        value += f" ({derniere.periode.court})"
    target = suivi.taux.cible or next(iter(indicateur.cibles), None)
    return ValeurConvention(
        indicateur.plan, indicateur.code, indicateur.chiffre, indicateur.titre,
        en_unite(indicateur), reference(indicateur, indicateur.depart), value,
        cible(indicateur, target),
        pourcentage(suivi.taux.part, 2) or suivi.taux.motif or ABSENT,
    )  # fmt: skip


def action_convention(plan: str, action: ActionDetails) -> ActionConvention:
    """Return an action as a convention prints it, in words that can be frozen."""
    return ActionConvention(
        plan, action.code, action.titre, responsables(action), format_date(action.echeance),
        STATUTS[action.statut], action.avancement,
        tuple(
            MesureConvention(m.code, m.titre, format_date(m.echeance), STATUTS[m.statut])
            for m in action.mesures
        ),
    )  # fmt: skip
