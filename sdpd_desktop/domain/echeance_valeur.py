"""When the values of an indicator are due, from its periodicity and its delay."""

import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass

from sdpd_desktop.domain.indicateur import Indicateur, NatureCible, Periodicite
from sdpd_desktop.domain.periode import Periode, TypePeriode

NON_ATTENDUES = frozenset({NatureCible.CONTEXTE})


@dataclass(frozen=True)
class EcheanceValeur:
    """A value that is expected.

    Attributes:
        due_le: Day it becomes available: the last of its period, and the delay.
        attendue: True when that day has passed and the value is not there.
    """

    indicateur: str
    periode: Periode
    due_le: dt.date
    attendue: bool


def due_le(indicateur: Indicateur, periode: Periode) -> dt.date:
    """Return the day the value of a period becomes available."""
    return periode.fin + dt.timedelta(days=indicateur.delai_jours)


def prochaine_valeur(
    indicateur: Indicateur,
    connues: Container[str],
    on: dt.date,
    debut: dt.date | None,
    fin: dt.date | None,
) -> EcheanceValeur | None:
    """Return the value to enter first: the last one due if it is missing, else the next one.

    ``connues`` holds the codes of the periods with a value, or told to be not applicable;
    ``debut`` and ``fin`` are those of the plan. None: no value is ever expected, or no more.
    """
    if not est_suivi(indicateur):
        return None
    last = derniere_due(indicateur, on)
    begun = debut is None or debut <= last.fin
    ended = fin is not None and fin < last.debut
    if begun and not ended and last.code not in connues:
        return EcheanceValeur(indicateur.code, last, due_le(indicateur, last), attendue=True)
    for periode in _from(last.suivante()):
        if fin is not None and fin < periode.debut:
            return None
        started = debut is None or debut <= periode.fin
        if started and periode.code not in connues:
            return EcheanceValeur(
                indicateur.code, periode, due_le(indicateur, periode), attendue=False
            )
    return None


def est_suivi(indicateur: Indicateur) -> bool:
    """Tell whether values are expected from people at regular times."""
    return (
        indicateur.nature not in NON_ATTENDUES
        and indicateur.periodicite is not Periodicite.PONCTUELLE
        and indicateur.formule is None
    )


def derniere_due(indicateur: Indicateur, on: dt.date) -> Periode:
    """Return the last period whose value has become available before that day."""
    type_ = TypePeriode(indicateur.periodicite.value)
    periode = Periode.de(type_, on - dt.timedelta(days=indicateur.delai_jours))
    while due_le(indicateur, periode) >= on:
        periode = periode.precedente()
    return periode


def _from(periode: Periode) -> Iterator[Periode]:
    while periode.annee < 2199:
        yield periode
        periode = periode.suivante()
