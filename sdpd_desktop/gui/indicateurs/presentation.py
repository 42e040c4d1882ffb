"""How indicators, their values and their rates are worded and drawn, on every screen."""

import datetime as dt
from decimal import Decimal

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.formule import Operation
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.indicateur import (
    Borne,
    Cible,
    Consolidation,
    EtatValeur,
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Origine,
    Periodicite,
    Presence,
    Reference,
    Sens,
    SuiviIndicateur,
    Taux,
)
from sdpd_desktop.domain.nombre import JALON, format_nombre
from sdpd_desktop.domain.taux import cible_en_vigueur, valeur_cible
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.labels import Badge, Forme

NATURES = {
    NatureCible.ATTEINDRE: "atteindre",
    NatureCible.AJOUTER: "ajouter",
    NatureCible.MULTIPLIER: "multiplier",
    NatureCible.COUVRIR: "couvrir une part",
    NatureCible.PLANCHER_ANNUEL: "au moins chaque année",
    NatureCible.MAINTIEN_ANNUEL: "maintenir chaque année",
    NatureCible.CUMULER: "cumuler sur la période",
    NatureCible.MAINTENIR: "ne pas descendre sous",
    NatureCible.LISTE: "lieux nommés",
    NatureCible.JALON: "livrable",
    NatureCible.DIRECTION: "sens d’évolution seul",
    NatureCible.SUIVI: "suivi sans cible",
    NatureCible.CONTEXTE: "chiffre de contexte",
}
SENS = {
    Sens.HAUSSE: "la hausse est favorable",
    Sens.BAISSE: "la baisse est favorable",
    Sens.STABLE: "la stabilité est favorable",
    Sens.NEUTRE: "sans sens favorable",
}
GRANDEURS = {Grandeur.STOCK: "stock", Grandeur.FLUX: "flux", Grandeur.CUMUL: "cumul"}
PERIODICITES = {
    Periodicite.MOIS: "chaque mois",
    Periodicite.TRIMESTRE: "chaque trimestre",
    Periodicite.SEMESTRE: "chaque semestre",
    Periodicite.ANNEE: "chaque année",
    Periodicite.PONCTUELLE: "à l’occasion",
}
OPERATIONS = {
    Operation.RATIO: "rapport",
    Operation.SOMME: "somme",
    Operation.DIFFERENCE: "différence",
    Operation.PART: "part en %",
}
ETATS_VALEUR = {
    EtatValeur.SOURCE: Badge("Du document source", "neutral", Forme.TRAIT),
    EtatValeur.SAISI: Badge("Saisie", "info", Forme.ROND),
    EtatValeur.IMPORTE: Badge("Importée", "info", Forme.CARRE),
    EtatValeur.VALIDE: Badge("Validée", "ok", Forme.COCHE),
    EtatValeur.CONTESTE: Badge("Contestée", "late", Forme.TRIANGLE),
    EtatValeur.CALCULE: Badge("Calculée", "neutral", Forme.EGAL),
}
CONSOLIDATIONS = {
    Consolidation.PROVISOIRE: "provisoire",
    Consolidation.CONSOLIDE: "consolidée",
}
NON_RENSEIGNE = "non renseigné"
NON_APPLICABLE = "n/a"
TIRET = "—"
_BORNES = {
    Borne.EXACTE: "",
    Borne.PLUS_DE: f">{NBSP}",
    Borne.MOINS_DE: f"<{NBSP}",
    Borne.ENVIRON: f"≈{NBSP}",
}
_YEARS_SHOWN = 16
# Their target is not a level that a yearly value can be held against.
_NO_LINE = frozenset({NatureCible.CUMULER, NatureCible.JALON})


def nombre(valeur: Decimal | None, unite: str) -> str:
    """Return a number with the only units short enough to follow it in a cell.

    A share computed from two terms is shown to two decimals; the terms are in the detail.
    """
    if valeur is not None and unite == "%":
        valeur = round(valeur, 2)
    return format_nombre(valeur, unite=unite if unite in ("%", JALON) else "")


def valeur_cellule(observation: Observation | None, unite: str) -> str:
    """Return what a cell shows: nothing known, « non renseigné » and « n/a » are not zero."""
    if observation is None:
        return ""
    if observation.presence is Presence.NON_APPLICABLE:
        return NON_APPLICABLE
    if observation.presence is Presence.NON_RENSEIGNE:
        return NON_RENSEIGNE
    return f"{_BORNES[observation.borne]}{nombre(observation.valeur, unite)}"


def valeur_complete(observation: Observation | None, unite: str) -> str:
    """Return the value with its unit in full, for a detail pane."""
    shown = valeur_cellule(observation, unite)
    has_number = observation is not None and observation.valeur is not None
    if not has_number or not unite or unite in ("%", JALON):
        return shown
    return f"{shown}{NBSP}{unite}"


def valeur_courte(suivi: SuiviIndicateur) -> str:
    """Return the latest value, a dash where there is none."""
    shown = valeur_cellule(suivi.derniere, suivi.indicateur.unite)
    return TIRET if shown in ("", NON_RENSEIGNE) else shown


def taux_court(taux: Taux) -> str:
    """Return the rate in per cent, a dash where none can be computed."""
    if taux.part is None:
        return TIRET
    return format_nombre(round(100 * taux.part, 2).normalize() + 0, unite="%")


def taux_explique(taux: Taux) -> str:
    """Return the rate with both its terms, or why there is none."""
    if taux.part is None:
        # Some reasons say themselves that there is no rate.
        motif = taux.motif if "pas de taux" in taux.motif else f"pas de taux{NBSP}: {taux.motif}"
        return f"{motif[0].upper()}{motif[1:]}."
    return f"{taux_court(taux)}{NBSP}: {taux.libelle}" if taux.libelle else taux_court(taux)


def cible_courte(indicateur: Indicateur, on: dt.date) -> str:
    """Return the target in force as its rule words it: « + 400 », « × 2 », « 100 % »."""
    cible = cible_en_vigueur(indicateur, on)
    return _cible_chiffre(indicateur, cible) if cible else TIRET


def _cible_chiffre(indicateur: Indicateur, cible: Cible) -> str:
    if indicateur.nature is NatureCible.LISTE and indicateur.sites:
        return f"{len(indicateur.sites)}{NBSP}sites"
    if indicateur.nature is NatureCible.JALON:
        return "fait"
    if cible.valeur is None:
        return TIRET
    plain = nombre(cible.valeur, indicateur.unite)
    match indicateur.nature:
        case NatureCible.AJOUTER:
            return f"+{NBSP}{plain}"
        case NatureCible.MULTIPLIER:
            return f"×{NBSP}{format_nombre(cible.valeur)}"
        case NatureCible.PLANCHER_ANNUEL | NatureCible.MAINTIEN_ANNUEL:
            return f"{plain}{NBSP}/{NBSP}an"
        case _:
            return plain


def cible_complete(indicateur: Indicateur, cible: Cible) -> str:
    """Return one target with what it amounts to and its date."""
    text = _cible_chiffre(indicateur, cible)
    absolute = valeur_cible(indicateur, cible)
    relative = indicateur.nature in (NatureCible.AJOUTER, NatureCible.MULTIPLIER)
    if relative and absolute is not None:
        text += f" (soit {nombre(absolute, indicateur.unite)})"
    if cible.echeance:
        text += f" pour le {format_date(cible.echeance)}"
        if cible.echeance_interpretee:
            text += f" (interprété{NBSP}: {cible.echeance_interpretee})"
    if cible.reference:
        text += f" · {cible.reference}"
    return text


def depart_complet(depart: Reference, unite: str) -> str:
    """Return the baseline, or that the source gives none."""
    if depart.valeur is None:
        return depart.texte or "non donnée par la source"
    text = f"{_BORNES[depart.borne]}{nombre(depart.valeur, unite)}"
    if depart.date or depart.periode:
        text += f" ({format_date(depart.date) or depart.periode})"
    return text


def origine_lignes(origine: Origine) -> list[tuple[str, str]]:
    """Return (label, text) pairs that say who or what gave a value."""
    local = origine.saisi_le.astimezone()
    pairs = [
        ("Auteur", origine.auteur),
        ("Saisie le", f"{format_date(local.date())} à {local:%H:%M}"),
        ("Source", origine.source),
        ("Fichier", origine.fichier),
        ("Cellule", "!".join(part for part in (origine.feuille, origine.cellule) if part)),
        ("Changement", f"n°{NBSP}{origine.changement}" if origine.changement else ""),
    ]
    return [(label, text) for label, text in pairs if text]


def tendance(suivi: SuiviIndicateur) -> Graphique | None:
    """Return the yearly values with the target of each year; None without any value."""
    indicateur = suivi.indicateur
    known = dict(suivi.par_annee)
    depart = indicateur.depart
    if depart.valeur is not None and depart.date and indicateur.nature is not NatureCible.JALON:
        known.setdefault(depart.date.year, depart.valeur)
    if not known:
        return None
    goals = [cible.echeance.year for cible in indicateur.cibles if cible.echeance]
    last = max([*known, *goals])
    years = range(max(min(known), last - _YEARS_SHOWN + 1), last + 1)
    targets = tuple(_cible_annee(indicateur, year) for year in years)
    return Graphique(
        NatureGraphique.TENDANCE,
        indicateur.titre,
        tuple(str(year) for year in years),
        (Serie(indicateur.titre, tuple(known.get(year) for year in years)),),
        targets if any(target is not None for target in targets) else (),
        "%" if indicateur.unite == "%" else "",
    )


def _cible_annee(indicateur: Indicateur, year: int) -> Decimal | None:
    """Return the level aimed at in a year; none before the target's own start."""
    if indicateur.nature in _NO_LINE:
        return None
    cible = cible_en_vigueur(indicateur, dt.date(year, 1, 1))
    starts_later = cible is not None and cible.debut is not None and cible.debut.year > year
    return None if starts_later else valeur_cible(indicateur, cible)
