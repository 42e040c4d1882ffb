"""The rate of each single value against the target in force at the end of its period."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sdpd_desktop.domain.indicateur import Cible, Indicateur, NatureCible
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.taux import ONE, ZERO, cible_en_vigueur, tenue, valeur_cible
from sdpd_desktop.domain.valeurs import additive

Part = Callable[[Decimal], Decimal]
Brute = tuple[str, str, str, str, str]
"""A stored value as its row has it: keys of indicator and place, zone, period, number."""

_FROM_BASELINE = (NatureCible.ATTEINDRE, NatureCible.AJOUTER, NatureCible.MULTIPLIER)
_YEARLY = (NatureCible.PLANCHER_ANNUEL, NatureCible.MAINTIEN_ANNUEL)


@dataclass(frozen=True, slots=True)
class TauxValeur:
    """A value and its rate.

    Attributes:
        periode: Code of the period.
        part: 0 to 1; None where a single value of that length has no rate: no target, months of
            a yearly target, flows that a target adds up.
    """

    indicateur: str
    territoire: str
    zone: Zone
    periode: str
    valeur: Decimal
    part: Decimal | None


def regle(indicateur: Indicateur, cible: Cible | None, periode: Periode) -> Part | None:
    """Return how a value of such a period is rated against a target; None: it has no rate.

    The share is that of :func:`domain.taux.taux` for an indicator with this value alone.
    """
    vise = valeur_cible(indicateur, cible)
    nature, sens = indicateur.nature, indicateur.sens
    if vise is None:
        return None
    if additive(indicateur):
        yearly = nature in _YEARLY and periode.type is not TypePeriode.ANNEE
        if yearly or nature is NatureCible.CUMULER:
            return None
    depart = indicateur.depart.valeur
    if nature is NatureCible.MULTIPLIER and not depart:
        return None
    if nature is NatureCible.JALON:
        return lambda valeur: ONE if valeur >= vise else ZERO
    if nature in _FROM_BASELINE and depart is not None and depart != vise:
        return _chemin(depart, vise - depart)
    return lambda valeur: tenue(valeur, vise, sens)


def _chemin(depart: Decimal, ecart: Decimal) -> Part:
    """Return the way done out of the way to go, bounded."""

    def part(valeur: Decimal) -> Decimal:
        done = (valeur - depart) / ecart
        return ZERO if done < ZERO else ONE if done > ONE else done

    return part


def taux_des_valeurs(
    indicateurs: Mapping[str, Indicateur],
    territoires: Mapping[str, str],
    brutes: Iterable[Brute],
    on: dt.date,
) -> list[TauxValeur]:
    """Rate every value as it stood at the end of its period, or on the day if it still runs.

    ``indicateurs`` and the codes of ``territoires`` go by the keys of the values. A million
    values pass here: what depends on the indicator and period alone is worked out once.
    """
    regles: dict[tuple[str, str], tuple[str, Part | None]] = {}
    zones = {zone.value: zone for zone in Zone}
    found = []
    for indicateur, territoire, zone, periode, texte in brutes:
        known = regles.get((indicateur, periode))
        if known is None:
            known = _regle_de(indicateurs[indicateur], parse_periode(periode), on)
            regles[indicateur, periode] = known
        code, part = known
        valeur = Decimal(texte)
        share = None if part is None else part(valeur)
        found.append(TauxValeur(code, territoires[territoire], zones[zone], periode, valeur, share))
    return found


def _regle_de(indicateur: Indicateur, periode: Periode, on: dt.date) -> tuple[str, Part | None]:
    cible = cible_en_vigueur(indicateur, min(on, periode.fin))
    return indicateur.code, regle(indicateur, cible, periode)
