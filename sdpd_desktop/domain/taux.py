"""How far each kind of target is reached; a rate that cannot be computed says why."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sdpd_desktop.domain.indicateur import (
    Cible,
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Periodicite,
    Presence,
    Sens,
    SuiviIndicateur,
    Taux,
)
from sdpd_desktop.domain.nombre import affichee, format_nombre, format_signe
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.valeurs import (
    Annee,
    Lecture,
    additive,
    derniere,
    par_annee,
    total,
    visibles,
)

ZERO, ONE = Decimal(0), Decimal(1)
AUCUNE_VALEUR = "aucune valeur"
NON_RENSEIGNE = "non renseigné"
NON_APPLICABLE = "non applicable"
CIBLE_NON_CHIFFREE = "cible non chiffrée"
DEPART_INCONNU = "valeur de départ inconnue"
HORS_PERIODE = "aucune valeur sur la période visée"
DEPART_NUL = f"valeur de départ nulle{NBSP}: rien à multiplier"

_SANS_TAUX = {
    NatureCible.DIRECTION: f"direction seule{NBSP}: pas de taux",
    NatureCible.SUIVI: f"suivi sans cible{NBSP}: pas de taux",
    NatureCible.CONTEXTE: f"chiffre de contexte{NBSP}: pas de taux",
}


@dataclass(frozen=True)
class _Cas:
    """One indicator on one day: what every rule looks at."""

    indicateur: Indicateur
    cible: Cible | None
    observations: tuple[Observation, ...]
    on: dt.date
    debut: dt.date | None
    fin: dt.date

    @property
    def vise(self) -> Decimal | None:
        return valeur_cible(self.indicateur, self.cible)

    def dit(self, valeur: Decimal, unite: str = "") -> str:
        return format_nombre(affichee(self.indicateur, valeur), unite=unite)

    def ecart(self, valeur: Decimal) -> str:
        return format_signe(affichee(self.indicateur, valeur))

    def sans(self, motif: str) -> Taux:
        return Taux(None, None, None, "", motif, self.cible)

    def avec(
        self, part: Decimal, terme: Decimal, total: Decimal, texte: str, notes: Sequence[str]
    ) -> Taux:
        libelle = f"{texte} ({', '.join(notes)})" if notes else texte
        return Taux(min(max(part, ZERO), ONE), terme, total, libelle, "", self.cible)


def cible_en_vigueur(indicateur: Indicateur, on: dt.date) -> Cible | None:
    """Return the first target not yet past due on that day, else the last one."""
    cibles = sorted(indicateur.cibles, key=lambda cible: cible.rang)
    due = (cible for cible in cibles if cible.echeance is None or cible.echeance >= on)
    return next(due, cibles[-1] if cibles else None)


def valeur_cible(indicateur: Indicateur, cible: Cible | None) -> Decimal | None:
    """Return the absolute value to reach (3819 for « 3419 + 400 »), or None when unknown."""
    depart = indicateur.depart.valeur
    valeur = cible.valeur if cible else None
    match indicateur.nature:
        case NatureCible.AJOUTER:
            return None if depart is None or valeur is None else depart + valeur
        case NatureCible.MULTIPLIER:
            return None if depart is None or valeur is None else depart * valeur
        case NatureCible.MAINTENIR:
            return depart if valeur is None else valeur
        case NatureCible.LISTE:
            return Decimal(len(indicateur.sites)) if indicateur.sites else valeur
        case NatureCible.JALON:
            return ONE
        case nature:
            return None if nature in _SANS_TAUX else valeur


def taux(
    indicateur: Indicateur,
    observations: Sequence[Observation],
    on: dt.date,
    debut_plan: dt.date | None,
    fin_plan: dt.date | None,
) -> Taux:
    """Compute the rate of an indicator as it was known to stand on a day.

    ``observations`` are those of one territory and zone; superseded ones, and those of periods
    that begin after the day, do not count.
    """
    cible = cible_en_vigueur(indicateur, on)
    debut = (cible.debut if cible else None) or debut_plan
    fin = (cible.echeance if cible else None) or fin_plan or dt.date(on.year, 12, 31)
    cas = _Cas(indicateur, cible, visibles(observations, on), on, debut, fin)
    if motif := _SANS_TAUX.get(indicateur.nature):
        return cas.sans(motif)
    if cas.vise is None:
        needs_depart = indicateur.nature in (NatureCible.AJOUTER, NatureCible.MULTIPLIER)
        known = cible is not None and cible.valeur is not None
        return cas.sans(DEPART_INCONNU if needs_depart and known else CIBLE_NON_CHIFFREE)
    if motif := _motif_absence(cas.observations):
        return cas.sans(motif)
    if regle := _SUR_PLUSIEURS.get(indicateur.nature):
        return regle(cas, cas.vise)
    return _SUR_LA_DERNIERE[indicateur.nature](cas, _lire(cas), cas.vise)


def _motif_absence(observations: Sequence[Observation]) -> str:
    """Say why there is no value, or "" when there is one."""
    if not observations:
        return AUCUNE_VALEUR
    if observations[-1].presence is Presence.NON_APPLICABLE:
        return NON_APPLICABLE
    if all(o.valeur is None for o in observations):
        return NON_RENSEIGNE
    return ""


def tenue(valeur: Decimal, vise: Decimal, sens: Sens) -> Decimal:
    """Return 1 where the value is at least as good as the target, else their ratio."""
    if sens is Sens.BAISSE:
        return ONE if valeur <= vise else max(vise, ZERO) / valeur if valeur > 0 else ZERO
    return ONE if valeur >= vise else max(valeur / vise, ZERO) if vise > 0 else ZERO


def _rapport(cas: _Cas, lue: Lecture, vise: Decimal, *notes: str) -> Taux:
    """Return value / target, whatever the baseline."""
    part = tenue(lue.valeur, vise, cas.indicateur.sens)
    texte = f"{cas.dit(lue.valeur)} / {cas.dit(vise)}"
    return cas.avec(part, lue.valeur, vise, texte, (*notes, *lue.notes))


def _atteindre(cas: _Cas, lue: Lecture, vise: Decimal) -> Taux:
    """Return the way done out of the way to go from the baseline, up or down."""
    depart = cas.indicateur.depart.valeur
    if depart is None:
        return _rapport(cas, lue, vise, "sans référence")
    if depart == vise:
        return _rapport(cas, lue, vise)
    terme, ecart = lue.valeur - depart, vise - depart
    texte = f"{cas.ecart(terme)} / {cas.ecart(ecart)}"
    return cas.avec(terme / ecart, terme, ecart, texte, lue.notes)


def _multiplier(cas: _Cas, lue: Lecture, vise: Decimal) -> Taux:
    return _atteindre(cas, lue, vise) if cas.indicateur.depart.valeur else cas.sans(DEPART_NUL)


def _couvrir(cas: _Cas, lue: Lecture, vise: Decimal) -> Taux:
    texte = cas.dit(lue.valeur, "%")
    observation = lue.observations[-1]
    if observation.numerateur is not None:
        top, bottom = observation.numerateur, observation.denominateur
        texte = f"{texte} ({format_nombre(top)} sur {format_nombre(bottom)})"
    texte = f"{texte} / {cas.dit(vise, '%')}"
    part = tenue(lue.valeur, vise, cas.indicateur.sens)
    return cas.avec(part, lue.valeur, vise, texte, lue.notes)


def _jalon(cas: _Cas, lue: Lecture, vise: Decimal) -> Taux:
    done = lue.valeur >= vise
    return cas.avec(ONE if done else ZERO, lue.valeur, vise, "fait" if done else "non fait", ())


def _cumuler(cas: _Cas, vise: Decimal) -> Taux:
    """Add up what falls within the target's dates; a running total already did."""
    debut = cas.debut or dt.date.min
    inside = [o for o in cas.observations if o.periode.debut <= cas.fin and o.periode.fin >= debut]
    somme = total(cas.indicateur, inside)
    return _rapport(cas, somme, vise) if somme else cas.sans(HORS_PERIODE)


def _annuel(cas: _Cas, vise: Decimal) -> Taux:
    """Rate the last finished year, and say how many years held since the start."""
    sens, annees = cas.indicateur.sens, par_annee(cas.indicateur, cas.observations)
    annee, lue = _annee_retenue(cas, annees)
    texte = f"{annee}{NBSP}: {cas.dit(lue.valeur)} / {cas.dit(vise)}"
    if lue.notes:
        texte = f"{texte} ({', '.join(lue.notes)})"
    if ended := [year for year in _annees_visees(cas, annees) if _est_due(cas, annees, year)]:
        values = [annees[year].lecture.valeur for year in ended if year in annees]
        held = sum(tenue(valeur, vise, sens) == ONE for valeur in values)
        texte = f"{texte}, années tenues{NBSP}: {held} sur {len(ended)}"
        if unknown := len(ended) - len(values):
            texte = f"{texte} dont {unknown} sans valeur"
    return cas.avec(tenue(lue.valeur, vise, sens), lue.valeur, vise, texte, ())


def _annees_visees(cas: _Cas, annees: Mapping[int, Annee]) -> range:
    """Return the years from the target's start, or the first known value, to its end."""
    return range(cas.debut.year if cas.debut else min(annees), cas.fin.year + 1)


def _est_finie(cas: _Cas, annee: int) -> bool:
    """Tell whether the year is over, or what the target asks of it."""
    end = cas.fin if annee == cas.fin.year else dt.date(annee, 12, 31)
    return end <= cas.on


def _est_due(cas: _Cas, annees: Mapping[int, Annee], annee: int) -> bool:
    """Tell whether the year counts among those to hold: over, and not « non applicable »."""
    exempt = annee not in annees and any(
        o.presence is Presence.NON_APPLICABLE and o.periode.annee == annee for o in cas.observations
    )
    return _est_finie(cas, annee) and not exempt


def _annee_retenue(cas: _Cas, annees: Mapping[int, Annee]) -> tuple[int, Lecture]:
    """Return the last finished year the target is about, else the last one with a value."""
    visees = _annees_visees(cas, annees)
    inside = [year for year in annees if year in visees] or list(annees)
    finies = [year for year in inside if annees[year].complete and _est_finie(cas, year)]
    annee = max(finies or inside)
    lecture, notes = annees[annee].lecture, []
    if not _est_finie(cas, annee):
        notes.append("année en cours, provisoire")
    elif not annees[annee].complete:
        notes.append("année incomplète")
    if annee not in visees:
        notes.append("hors de la période visée")
    return annee, replace(lecture, notes=(*lecture.notes, *notes))


def _lire(cas: _Cas) -> Lecture:
    """Return the latest value; for a yearly flow, that of the last finished year."""
    if additive(cas.indicateur) and cas.indicateur.periodicite is Periodicite.ANNEE:
        return _annee_retenue(cas, par_annee(cas.indicateur, cas.observations))[1]
    return derniere(cas.observations)


_Regle = Callable[[_Cas, Lecture, Decimal], Taux]
_SUR_LA_DERNIERE: dict[NatureCible, _Regle] = {
    NatureCible.ATTEINDRE: _atteindre,
    NatureCible.AJOUTER: _atteindre,
    NatureCible.MULTIPLIER: _multiplier,
    NatureCible.COUVRIR: _couvrir,
    NatureCible.MAINTENIR: _rapport,
    NatureCible.LISTE: _rapport,
    NatureCible.JALON: _jalon,
}
_SUR_PLUSIEURS: dict[NatureCible, Callable[[_Cas, Decimal], Taux]] = {
    NatureCible.PLANCHER_ANNUEL: _annuel,
    NatureCible.MAINTIEN_ANNUEL: _annuel,
    NatureCible.CUMULER: _cumuler,
}


def suivi(
    indicateur: Indicateur,
    observations: Sequence[Observation],
    on: dt.date,
    debut_plan: dt.date | None,
    fin_plan: dt.date | None,
) -> SuiviIndicateur:
    """Return the latest value, the comparable one before it, those of whole years and the rate."""
    known = visibles(observations, on)
    told = [o for o in known if o.presence is not Presence.NON_RENSEIGNE] or known
    latest = told[-1] if told else None
    return SuiviIndicateur(
        indicateur,
        latest,
        _precedente(indicateur, known, latest) if latest else None,
        taux(indicateur, observations, on, debut_plan, fin_plan),
        tuple((y, a.lecture.valeur) for y, a in par_annee(indicateur, known).items() if a.complete),
    )


def _precedente(
    indicateur: Indicateur, known: Sequence[Observation], latest: Observation
) -> Observation | None:
    """Return the value before the latest: of periods of the same length, unless it is a stock."""
    before = [
        o
        for o in known
        if o.valeur is not None
        and o.periode < latest.periode
        and (indicateur.grandeur is Grandeur.STOCK or o.periode.type is latest.periode.type)
    ]
    return before[-1] if before else None


def couverture(par_action: Mapping[str, Iterable[Taux]]) -> tuple[int, int]:
    """Return how many actions have a computable rate, and how many there are.

    ``par_action`` names every action, those without an indicator too.
    """
    chiffrees = sum(any(t.part is not None for t in rates) for rates in par_action.values())
    return chiffrees, len(par_action)
