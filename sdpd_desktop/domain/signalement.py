"""What a person should look at twice in a value; it is told, never refused in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import EtatValeur, Grandeur, Indicateur, Observation
from sdpd_desktop.domain.nombre import format_nombre, variation
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.texte import insecable

_PEU = 50
"""Of fewer, ten times more is nothing unusual."""


class NatureSignalement(StrEnum):
    """Why a value stands out."""

    HORS_BORNES = "hors_bornes"
    VARIATION = "variation"
    ORDRE_DE_GRANDEUR = "ordre_de_grandeur"
    BAISSE_CUMUL = "baisse_cumul"
    VALIDEE = "validee"
    TOTAL = "total"


@dataclass(frozen=True)
class Signalement:
    """One thing to look at; ``texte`` is a French sentence without the question."""

    nature: NatureSignalement
    texte: str


def signaler(
    indicateur: Indicateur,
    periode: Periode,
    valeur: Decimal | None,
    serie: Sequence[Observation],
) -> tuple[Signalement, ...]:
    """Return what stands out in a value given for a period.

    ``serie`` holds the current values of the same indicator, place and zone, that of the period
    itself too.
    """
    if valeur is None:
        return _validee(valeur, periode, serie)
    if not serie:
        return _hors_bornes(indicateur, valeur)
    others = [o for o in serie if o.valeur is not None and o.periode != periode]
    return (
        *_hors_bornes(indicateur, valeur),
        *_variation(indicateur, periode, valeur, others),
        *_baisse(indicateur, periode, valeur, others),
        *_validee(valeur, periode, serie),
    )


def signaler_serie(
    indicateur: Indicateur, serie: Sequence[Observation]
) -> dict[str, tuple[Signalement, ...]]:
    """Return what stands out in the values of a place and zone, by code of period.

    The same as :func:`signaler` says of each, read once through.
    """
    valued = sorted((o for o in serie if o.valeur is not None), key=lambda o: o.periode)
    lowest_after: list[Observation] = []
    for o in reversed(valued):
        low = lowest_after[-1] if lowest_after else o
        lowest_after.append(o if _value(o) <= _value(low) else low)
    lowest_after.reverse()
    found: dict[str, tuple[Signalement, ...]] = {}
    last: dict[TypePeriode, Observation] = {}
    highest: Observation | None = None
    for rank, o in enumerate(valued):
        around = [
            *last.values(),
            *([highest] if highest else []),
            *lowest_after[rank + 1 : rank + 2],
        ]
        if flags := signaler(indicateur, o.periode, o.valeur, around):
            found[o.periode.code] = flags
        last[o.periode.type] = o
        highest = o if highest is None or _value(o) >= _value(highest) else highest
    return found


def signaler_total(
    indicateur: Indicateur, valeur: Decimal | None, calculee: Observation | None
) -> tuple[Signalement, ...]:
    """Return what to say of a total that is typed while its parts are known and disagree."""
    if (
        valeur is None
        or calculee is None
        or calculee.origine.etat is not EtatValeur.CALCULE
        or calculee.valeur in (None, valeur)
    ):
        return ()
    shown = format_nombre(calculee.valeur, None, indicateur.unite)
    texte = (
        f"Le total est calculé : {calculee.origine.source}, soit {shown}. La valeur donnée ne "
        "sera montrée que si l'une des parties est retirée."
    )
    return (Signalement(NatureSignalement.TOTAL, insecable(texte)),)


def demander(signalements: Sequence[Signalement]) -> str:
    """Return the question to ask before the value is stored, "" when there is none."""
    if not signalements:
        return ""
    told = " ".join(signalement.texte for signalement in signalements)
    return insecable(f"{told} Garder cette valeur ?")


def _hors_bornes(indicateur: Indicateur, valeur: Decimal) -> tuple[Signalement, ...]:
    low, high, unite = indicateur.minimum, indicateur.maximum, indicateur.unite
    if low is not None and valeur < low:
        limit, how = low, "est au-dessous du minimum possible"
    elif high is not None and valeur > high:
        limit, how = high, "dépasse le maximum possible"
    else:
        return ()
    shown, most = (format_nombre(number, None, unite) for number in (valeur, limit))
    return (Signalement(NatureSignalement.HORS_BORNES, insecable(f"{shown} {how} ({most}).")),)


def _variation(
    indicateur: Indicateur, periode: Periode, valeur: Decimal, others: Sequence[Observation]
) -> tuple[Signalement, ...]:
    """Compare with the last value before, of a period of the same length."""
    seuil = indicateur.seuil_variation
    before = [o for o in others if o.periode < periode and o.periode.type is periode.type]
    if not before:
        return ()
    last = max(before, key=lambda o: o.periode)
    assert last.valeur is not None
    if seuil is None:
        return _ordre_de_grandeur(last.valeur, last.periode, valeur)
    change = variation(last.valeur, valeur)
    if change.absolue == 0 or (change.relative is not None and 100 * abs(change.relative) <= seuil):
        return ()
    told = libelles.ecart(indicateur, change.absolue)
    if change.relative is not None:
        told = f"{told}, {libelles.ecart_relatif(change.relative)}"
    texte = (
        f"La valeur passe de {format_nombre(last.valeur)} ({last.periode.libelle}) à "
        f"{format_nombre(valeur)} ({told}), plus que le seuil de "
        f"{format_nombre(seuil, None, '%')}."
    )
    return (Signalement(NatureSignalement.VARIATION, insecable(texte)),)


def _ordre_de_grandeur(
    avant: Decimal, periode: Periode, valeur: Decimal
) -> tuple[Signalement, ...]:
    """Say that a value has a digit more or less than before, where no threshold says better."""
    low, high = sorted((avant, valeur))
    if low <= 0 or high < _PEU or high < 10 * low:
        return ()
    how = "plus" if valeur > avant else "moins"
    texte = (
        f"La valeur passe de {format_nombre(avant)} ({periode.libelle}) à "
        f"{format_nombre(valeur)}, au moins dix fois {how}."
    )
    return (Signalement(NatureSignalement.ORDRE_DE_GRANDEUR, insecable(texte)),)


def _baisse(
    indicateur: Indicateur, periode: Periode, valeur: Decimal, others: Sequence[Observation]
) -> tuple[Signalement, ...]:
    """Say where a running total would fall, before or after the period."""
    if indicateur.grandeur is not Grandeur.CUMUL:
        return ()
    before = [o for o in others if o.periode < periode and _value(o) > valeur]
    after = [o for o in others if periode < o.periode and _value(o) < valeur]
    for found, what in (
        (max(before, key=lambda o: o.periode, default=None), "était déjà de"),
        (min(after, key=lambda o: o.periode, default=None), "n'est plus que de"),
    ):
        if found is not None:
            texte = (
                f"Un cumul ne baisse pas : il {what} {format_nombre(found.valeur)} "
                f"({found.periode.libelle})."
            )
            return (Signalement(NatureSignalement.BAISSE_CUMUL, insecable(texte)),)
    return ()


def _validee(
    valeur: Decimal | None, periode: Periode, serie: Sequence[Observation]
) -> tuple[Signalement, ...]:
    """Say that the value would replace one that somebody validated."""
    now = next((o for o in serie if o.periode == periode), None)
    if now is None or now.origine.etat is not EtatValeur.VALIDE or now.valeur == valeur:
        return ()
    origine = now.origine
    texte = (
        f"La valeur {format_nombre(now.valeur)} a été validée par {origine.auteur} le "
        f"{format_date(origine.saisi_le.astimezone().date())}."
    )
    return (Signalement(NatureSignalement.VALIDEE, insecable(texte)),)


def _value(observation: Observation) -> Decimal:
    assert observation.valeur is not None
    return observation.valeur
