"""Values of an indicator put together: the latest, by year, over a period."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sdpd_desktop.domain.indicateur import Borne, Grandeur, Indicateur, Observation

_BORNES = {
    Borne.PLUS_DE: "valeur minimale",
    Borne.MOINS_DE: "valeur maximale",
    Borne.ENVIRON: "valeur approchée",
}


@dataclass(frozen=True)
class Lecture:
    """A value made of one or several observations.

    Attributes:
        notes: What a reader must know about it, in French.
        observations: What it was made of.
    """

    valeur: Decimal
    notes: tuple[str, ...]
    observations: tuple[Observation, ...]


@dataclass(frozen=True)
class Annee:
    """The value of a year; not ``complete`` when parts of the year are missing."""

    lecture: Lecture
    complete: bool


def visibles(observations: Iterable[Observation], on: dt.date) -> tuple[Observation, ...]:
    """Return the current observations known on that day, the latest period last."""
    known = (o for o in observations if o.courante and o.periode.debut <= on)
    return tuple(sorted(known, key=lambda observation: observation.periode))


def additive(indicateur: Indicateur) -> bool:
    """Tell whether the values of two periods add up; shares never do."""
    return indicateur.grandeur is Grandeur.FLUX and indicateur.unite != "%"


def derniere(observations: Sequence[Observation]) -> Lecture:
    """Return the latest value, of which there is one; a note says if a later period has none."""
    valued = [o for o in observations if o.valeur is not None]
    latest = _lecture(valued[-1:])
    if valued[-1] is observations[-1]:
        return latest
    return replace(latest, notes=(*latest.notes, f"valeur de {valued[-1].periode.libelle}"))


def total(indicateur: Indicateur, observations: Sequence[Observation]) -> Lecture | None:
    """Return what the sorted observations amount to: the sum of flows, else the latest value."""
    valued = [o for o in observations if o.valeur is not None]
    if not valued:
        return None
    return _lecture(disjointes(valued) if additive(indicateur) else valued[-1:])


def _lecture(used: Sequence[Observation]) -> Lecture:
    notes = dict.fromkeys(_BORNES[o.borne] for o in used if o.borne in _BORNES)
    valeur = sum((o.valeur for o in used if o.valeur is not None), Decimal(0))
    return Lecture(valeur, tuple(notes), tuple(used))


def par_annee(indicateur: Indicateur, observations: Sequence[Observation]) -> dict[int, Annee]:
    """Return the value of each year that has one, in order."""
    found: dict[int, Annee] = {}
    for year in sorted({o.periode.annee for o in observations}):
        lecture = total(indicateur, [o for o in observations if o.periode.annee == year])
        if lecture is not None:
            found[year] = Annee(lecture, _complete(indicateur, lecture, year))
    return found


def _complete(indicateur: Indicateur, lecture: Lecture, year: int) -> bool:
    """Tell whether the value speaks for the whole year: a stock does, flows must fill it."""
    last_day = dt.date(year, 12, 31)
    if additive(indicateur):
        spans = (o.periode.fin - o.periode.debut for o in lecture.observations)
        days = sum(span.days + 1 for span in spans)
        return days == (last_day - dt.date(year, 1, 1)).days + 1
    return indicateur.grandeur is Grandeur.STOCK or lecture.observations[-1].periode.fin == last_day


def disjointes(observations: Sequence[Observation]) -> list[Observation]:
    """Keep the longest periods and what they leave out: a year counts, not its quarters too."""
    kept: list[Observation] = []
    for o in sorted(observations, key=lambda o: o.periode.debut - o.periode.fin):
        if all(o.periode.fin < k.periode.debut or o.periode.debut > k.periode.fin for k in kept):
            kept.append(o)
    return kept
