"""French words for stored choices and values, as documents print them."""

import datetime as dt
from decimal import Decimal

from sdpd_desktop.domain.convention import EtatConvention, NatureConvention
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
)
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.plan import Avancement, Role, Statut
from sdpd_desktop.domain.taux import valeur_cible
from sdpd_desktop.domain.texte import NBSP

ABSENT = "–"
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
ETATS_CONVENTION = {
    EtatConvention.BROUILLON: "brouillon",
    EtatConvention.A_SIGNER: "à signer",
    EtatConvention.SIGNEE: "signée",
    EtatConvention.EN_VIGUEUR: "en vigueur",
    EtatConvention.ECHUE: "échue",
    EtatConvention.DENONCEE: "dénoncée",
}
_BORNES = {
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
    return format_nombre(round(Decimal(str(part)) * 100, decimales), unite="%")


def avancement(valeur: Avancement) -> str:
    """Return « 26 / 97 (27 %) », or « – » where nothing counts."""
    if not valeur.total:
        return ABSENT
    rate = pourcentage(valeur.part)
    return f"{valeur.faites}{NBSP}/{NBSP}{valeur.total}{NBSP}({rate})"


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


def unite(indicateur: Indicateur) -> str:
    """Return the unit that goes with each printed value: only the short signs do."""
    return indicateur.unite if indicateur.unite in ("%", "€", "kg", "g", "km", JALON) else ""


def en_unite(indicateur: Indicateur) -> str:
    """Return « en places »; "" where the unit says nothing more."""
    return "" if indicateur.unite in ("", JALON) else f"en {indicateur.unite}"


def observation(indicateur: Indicateur, valeur: Observation | None) -> str:
    """Return « plus de 12 000 », « sans objet », or « – » where nothing is known."""
    if valeur is None or valeur.presence is Presence.NON_RENSEIGNE:
        return ABSENT
    if valeur.presence is Presence.NON_APPLICABLE:
        return "sans objet"
    return _BORNES[valeur.borne] + mesure(indicateur, valeur.valeur)


def mesure(indicateur: Indicateur, valeur: Decimal | None) -> str:
    """Return a number; a share computed from two terms keeps one decimal at least."""
    decimals = None
    if valeur is not None and valeur != valeur.to_integral_value():
        if indicateur.unite == "%":
            decimals = max(indicateur.decimales, 1)
        elif indicateur.formule is not None and indicateur.formule.rapporte:
            decimals = indicateur.decimales
    return format_nombre(valeur, decimals, unite(indicateur))


def reference(indicateur: Indicateur, depart: Reference) -> str:
    """Return the baseline with the date the source gives it, or « – »."""
    if depart.valeur is None:
        return depart.texte or ABSENT
    number = _BORNES[depart.borne] + format_nombre(depart.valeur, None, unite(indicateur))
    when = depart.periode or format_date(depart.date)
    return f"{number} ({when})" if when else number


def cible(indicateur: Indicateur, visee: Cible | None) -> str:
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
    number = format_nombre(aimed, None, unite(indicateur))
    shape = {
        NatureCible.PLANCHER_ANNUEL: "au moins {} par an",
        NatureCible.MAINTIEN_ANNUEL: "{} chaque année",
        NatureCible.CUMULER: "{} sur la période",
        NatureCible.MAINTENIR: "au moins {}",
        NatureCible.LISTE: "{} sites",
    }.get(nature, "{}")
    return shape.format(number) + due
