"""How indicators, their values and their rates are worded and drawn, on every screen."""

import datetime as dt
from decimal import Decimal

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.formule import Operation
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Grandeur,
    Indicateur,
    NatureCible,
    Origine,
    Periodicite,
    Sens,
    SuiviIndicateur,
)
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
REGLES = {
    NatureCible.ATTEINDRE: "Atteindre N depuis la valeur de départ. Sans elle, le taux rapporte "
    "la valeur à N.",
    NatureCible.AJOUTER: "Ajouter N à la valeur de départ.",
    NatureCible.MULTIPLIER: f"Multiplier la valeur de départ par N{NBSP}: 2 pour doubler.",
    NatureCible.COUVRIR: f"Couvrir N{NBSP}% d’une population{NBSP}: le numérateur rapporté au "
    "dénominateur.",
    NatureCible.PLANCHER_ANNUEL: "Au moins N chaque année, chacune comptée à part.",
    NatureCible.MAINTIEN_ANNUEL: "Garder N chaque année.",
    NatureCible.CUMULER: "N en tout sur la période, les années s’ajoutant.",
    NatureCible.MAINTENIR: "Ne pas descendre sous N.",
    NatureCible.LISTE: "Faire les lieux nommés, un à un.",
    NatureCible.JALON: f"Un livrable{NBSP}: fait ou non fait.",
    NatureCible.DIRECTION: f"Seul le sens compte{NBSP}: aucun taux n’est calculé.",
    NatureCible.SUIVI: f"Suivi sans cible{NBSP}: aucun taux n’est calculé.",
    NatureCible.CONTEXTE: "Un chiffre qui situe les autres, sans cible.",
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
TERMES = {
    Operation.RATIO: "Le premier terme divisé par le second.",
    Operation.SOMME: "Tous les termes s’ajoutent.",
    Operation.DIFFERENCE: "Le premier terme, moins les autres.",
    Operation.PART: f"Le premier terme rapporté au second, en{NBSP}%.",
}
BORNES = {
    Borne.EXACTE: "exacte",
    Borne.PLUS_DE: "un minimum (plus de)",
    Borne.MOINS_DE: "un maximum (moins de)",
    Borne.ENVIRON: "approchée (environ)",
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
_YEARS_SHOWN = 16
# Their target is not a level that a yearly value can be held against.
_NO_LINE = frozenset({NatureCible.CUMULER, NatureCible.JALON})


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
