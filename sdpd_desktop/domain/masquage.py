"""Small counts are not told: those below a threshold, and what would give them away."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from sdpd_desktop.domain.formule import Formule, Operation
from sdpd_desktop.domain.indicateur import Indicateur, NatureCible, Observation
from sdpd_desktop.domain.nombre import JALON
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.valeurs import additive

_K = TypeVar("_K", bound=Hashable)
_NOT_COUNTED = frozenset(
    {"%", "€", "k€", "M€", "kg", "g", "mg", "t", "l", "km", "m", "ha", "h", JALON}
)
_PASSES = 200
_PARTS_OF_YEAR = (TypePeriode.SEMESTRE, TypePeriode.TRIMESTRE, TypePeriode.MOIS)


class Masquage(StrEnum):
    """Why a value is not told: small itself, or because it would give a small one away."""

    AUCUN = ""
    PETIT = "petit"
    COMPLEMENTAIRE = "complementaire"


@dataclass(frozen=True)
class Somme(Generic[_K]):
    """A total and the parts it is the exact sum of; all of them are printed."""

    total: _K
    parties: tuple[_K, ...]


def est_effectif(indicateur: Indicateur) -> bool:
    """Tell whether its values count people or facts: whole numbers, not money or weight."""
    if indicateur.nature is NatureCible.JALON or indicateur.decimales > 0:
        return False
    return indicateur.unite.strip() not in _NOT_COUNTED


def masquer(
    effectifs: Mapping[_K, Decimal], sommes: Sequence[Somme[_K]], seuil: int
) -> dict[_K, Masquage]:
    """Return what must not be told of the counts, so that no small one can be worked out.

    A count from 1 to ``seuil`` - 1 is small; 0 and what is not a whole number are not. Where the
    sums would give a small one away, the smallest other term goes too, a total last.
    """
    hidden = {key: Masquage.PETIT for key, value in effectifs.items() if _small(value, seuil)}
    if not hidden:
        return {}
    known = [s for s in sommes if all(key in effectifs for key in (s.total, *s.parties))]
    while True:
        exposed = _exposed(effectifs, known, hidden, seuil)
        if not exposed:
            return hidden
        choice = _next(effectifs, known, hidden, exposed)
        if choice is None:
            return hidden
        hidden[choice] = Masquage.COMPLEMENTAIRE


def _small(value: Decimal, seuil: int) -> bool:
    return value == value.to_integral_value() and 1 <= value < seuil


def _exposed(
    effectifs: Mapping[_K, Decimal],
    sommes: Sequence[Somme[_K]],
    hidden: Mapping[_K, Masquage],
    seuil: int,
) -> set[_K]:
    """Return the small counts that a reader could work out from what is told."""
    low: dict[_K, Fraction] = {}
    high: dict[_K, Fraction | None] = {}
    for key, masquage in hidden.items():
        small = masquage is Masquage.PETIT
        # Whoever knows the rule knows that what is hidden for its neighbour's sake is not small.
        large = not small and effectifs[key] >= seuil
        low[key] = Fraction(1 if small else seuil if large else 0)
        high[key] = Fraction(seuil - 1) if small else None
    _tighten(_equations(effectifs, sommes, hidden), low, high)
    return {key for key, why in hidden.items() if why is Masquage.PETIT and low[key] == high[key]}


@dataclass
class _Equation(Generic[_K]):
    """A sum of hidden counts, with their factors, and what it comes to."""

    termes: dict[_K, Fraction]
    valeur: Fraction


def _equations(
    effectifs: Mapping[_K, Decimal], sommes: Sequence[Somme[_K]], hidden: Mapping[_K, Masquage]
) -> list[_Equation[_K]]:
    """Return what the sums say of the hidden counts, and what combining them says."""
    given: list[_Equation[_K]] = []
    for somme in sommes:
        equation: _Equation[_K] = _Equation({}, Fraction(0))
        terms = [(somme.total, 1), *((key, -1) for key in somme.parties)]
        for key, sign in terms:
            if key in hidden:
                equation.termes[key] = equation.termes.get(key, Fraction(0)) + sign
            else:
                equation.valeur -= sign * Fraction(effectifs[key])
        if equation.termes:
            given.append(equation)
    return [*given, *_reduced(given)]


def _reduced(equations: Sequence[_Equation[_K]]) -> Iterator[_Equation[_K]]:
    """Yield the equations solved for one count each, as far as they can be."""
    rows = [_Equation(dict(e.termes), e.valeur) for e in equations]
    done: list[_Equation[_K]] = []
    while rows:
        row = rows.pop()
        if not row.termes:
            continue
        pivot = next(iter(row.termes))
        factor = row.termes[pivot]
        row = _Equation({k: v / factor for k, v in row.termes.items()}, row.valeur / factor)
        for other in (*rows, *done):
            _eliminate(other, row, pivot)
        done.append(row)
    yield from done


def _eliminate(row: _Equation[_K], by: _Equation[_K], pivot: _K) -> None:
    factor = row.termes.get(pivot)
    if not factor:
        return
    for key, value in by.termes.items():
        left = row.termes.get(key, Fraction(0)) - factor * value
        if left:
            row.termes[key] = left
        else:
            row.termes.pop(key, None)
    row.valeur -= factor * by.valeur


def _tighten(
    equations: Sequence[_Equation[_K]], low: dict[_K, Fraction], high: dict[_K, Fraction | None]
) -> None:
    """Narrow the bounds of the hidden counts to what the equations leave possible."""
    for _ in range(_PASSES):
        moved = False
        for equation in equations:
            for key, factor in equation.termes.items():
                least, most = _rest(equation, key, low, high)
                # factor * count lies between value - most and value - least
                floor = None if most is None else (equation.valeur - most) / factor
                ceiling = None if least is None else (equation.valeur - least) / factor
                if factor < 0:
                    floor, ceiling = ceiling, floor
                if floor is not None and _up(floor) > low[key]:
                    low[key], moved = _up(floor), True
                top = high[key]
                if ceiling is not None and (top is None or _down(ceiling) < top):
                    high[key], moved = _down(ceiling), True
        if not moved:
            return


def _rest(
    equation: _Equation[_K],
    but: _K,
    low: Mapping[_K, Fraction],
    high: Mapping[_K, Fraction | None],
) -> tuple[Fraction | None, Fraction | None]:
    """Return the least and the most that the other terms can come to; None without limit."""
    least: Fraction | None = Fraction(0)
    most: Fraction | None = Fraction(0)
    for key, factor in equation.termes.items():
        if key == but:
            continue
        ends = (low[key], high[key]) if factor > 0 else (high[key], low[key])
        least = None if least is None or ends[0] is None else least + factor * ends[0]
        most = None if most is None or ends[1] is None else most + factor * ends[1]
    return least, most


def _up(number: Fraction) -> Fraction:
    return Fraction(-((-number.numerator) // number.denominator))


def _down(number: Fraction) -> Fraction:
    return Fraction(number.numerator // number.denominator)


def _next(
    effectifs: Mapping[_K, Decimal],
    sommes: Sequence[Somme[_K]],
    hidden: Mapping[_K, Masquage],
    exposed: set[_K],
) -> _K | None:
    """Return the count to hide next: the smallest part beside an exposed one, else a total."""
    parts: list[_K] = []
    totals: list[_K] = []
    for somme in _linked(sommes, exposed, hidden):
        parts += [key for key in somme.parties if key not in hidden]
        if somme.total not in hidden:
            totals.append(somme.total)
    # A part of 0 is kept for last: hiding it hides nothing of the others.
    shown = sorted(parts, key=lambda key: (effectifs[key] == 0, effectifs[key]))
    candidates = [*shown, *totals]
    return candidates[0] if candidates else None


def _linked(
    sommes: Sequence[Somme[_K]], exposed: set[_K], hidden: Mapping[_K, Masquage]
) -> Iterator[Somme[_K]]:
    """Yield the sums of the exposed counts, then those they are tied to by hidden ones."""
    reached, waiting = set(exposed), list(sommes)
    while True:
        near = [s for s in waiting if reached & {s.total, *s.parties}]
        if not near:
            return
        yield from near
        waiting = [s for s in waiting if s not in near]
        reached |= {key for s in near for key in (s.total, *s.parties) if key in hidden}


# ------------------------------------------------------------------ of observations

Cle = tuple[str, str, str, Zone]
"""Code of the indicator, of the period, of the territory, and the zone."""


def cle(observation: Observation) -> Cle:
    """Return what names the place of a value."""
    return (
        observation.indicateur,
        observation.periode.code,
        observation.territoire,
        observation.zone,
    )


def masquer_observations(
    indicateurs: Iterable[Indicateur],
    observations: Iterable[Observation],
    natures: Mapping[str, str],
    seuil: int,
) -> dict[Cle, Masquage]:
    """Return the values not to tell, over zones, territories, periods and formulas at once.

    Territories of one kind (``natures``: code to kind) whose values come to the exact value of
    another territory are its parts; so are the zones of « ensemble », the parts of a year and
    the operands of a sum.
    """
    known = {i.code: i for i in indicateurs}
    cells = {cle(o): o for o in observations if o.indicateur in known and o.valeur is not None}
    hidden = _shares(cells.values(), seuil)
    counted = {key: o for key, o in cells.items() if est_effectif(known[o.indicateur])}
    values = {key: o.valeur for key, o in counted.items() if o.valeur is not None}
    for family in _familles(known.values()):
        own = [o for o in counted.values() if o.indicateur in family]
        sommes = [
            *_zones(own),
            *_territoires(own, natures),
            *_periodes(o for o in own if additive(known[o.indicateur])),
            *_formules(known, own),
        ]
        exact = [
            s
            for s in sommes
            if all(key in values for key in (s.total, *s.parties))
            and values[s.total] == sum(values[key] for key in s.parties)
        ]
        hidden |= masquer({cle(o): values[cle(o)] for o in own}, exact, seuil)
    return hidden | _quotients(known, cells.values(), hidden)


def _familles(indicateurs: Iterable[Indicateur]) -> list[set[str]]:
    """Return the indicators that sums tie together; most stand alone."""
    families: list[set[str]] = []
    for indicateur in indicateurs:
        tied = {indicateur.code}
        if indicateur.formule is not None and not indicateur.formule.rapporte:
            tied |= {operande.indicateur for operande in indicateur.formule.operandes}
        touching = [family for family in families if family & tied]
        families = [family for family in families if not family & tied]
        families.append(tied.union(*touching))
    return families


def _operandes(formule: Formule, observation: Observation) -> tuple[Cle, ...]:
    """Return the cells that a computed value was made of."""
    found = []
    for operande in formule.operandes:
        periode = observation.periode
        for _ in range(operande.decalage):
            periode = periode.precedente()
        found.append(
            (
                operande.indicateur,
                periode.code,
                operande.territoire or observation.territoire,
                operande.zone or observation.zone,
            )
        )
    return tuple(found)


def _formules(
    indicateurs: Mapping[str, Indicateur], observations: Iterable[Observation]
) -> Iterator[Somme[Cle]]:
    for observation in observations:
        formule = indicateurs[observation.indicateur].formule
        if formule is None or formule.rapporte:
            continue
        first, *others = _operandes(formule, observation)
        if formule.operation is Operation.SOMME:
            yield Somme(cle(observation), (first, *others))
        else:
            yield Somme(first, (cle(observation), *others))


def _quotients(
    indicateurs: Mapping[str, Indicateur],
    observations: Iterable[Observation],
    hidden: Mapping[Cle, Masquage],
) -> dict[Cle, Masquage]:
    """Hide the quotients of which a term is hidden: the other term would give it away."""
    found = {}
    for observation in observations:
        formule = indicateurs[observation.indicateur].formule
        if formule is None or not formule.rapporte:
            continue
        if any(key in hidden for key in _operandes(formule, observation)):
            found[cle(observation)] = hidden.get(cle(observation), Masquage.COMPLEMENTAIRE)
    return found


def _shares(observations: Iterable[Observation], seuil: int) -> dict[Cle, Masquage]:
    """Hide the quotients of small numbers, of which both terms may be known."""
    return {
        cle(o): Masquage.COMPLEMENTAIRE
        for o in observations
        if any(t is not None and _small(t, seuil) for t in (o.numerateur, o.denominateur))
    }


def _grouped(observations: Iterable[Observation], by: str) -> Iterator[list[Observation]]:
    """Yield the values that differ by one thing alone: zone, territoire or periode."""
    groups: dict[tuple[object, ...], list[Observation]] = defaultdict(list)
    names = ["indicateur"] + [name for name in ("periode", "territoire", "zone") if name != by]
    for observation in observations:
        groups[tuple(getattr(observation, name) for name in names)].append(observation)
    yield from (group for group in groups.values() if len(group) > 1)


def _zones(observations: Iterable[Observation]) -> Iterator[Somme[Cle]]:
    for group in _grouped(observations, "zone"):
        whole = [o for o in group if o.zone is Zone.ENSEMBLE]
        parts = tuple(cle(o) for o in group if o.zone is not Zone.ENSEMBLE)
        if whole and parts:
            yield Somme(cle(whole[0]), parts)


def _territoires(
    observations: Iterable[Observation], natures: Mapping[str, str]
) -> Iterator[Somme[Cle]]:
    for group in _grouped(observations, "territoire"):
        kinds: dict[str, list[Observation]] = defaultdict(list)
        for observation in group:
            kinds[natures.get(observation.territoire, "")].append(observation)
        for whole in group:
            for kind, parts in kinds.items():
                if kind != natures.get(whole.territoire, "") and len(parts) > 1:
                    yield Somme(cle(whole), tuple(cle(o) for o in parts))


def _periodes(observations: Iterable[Observation]) -> Iterator[Somme[Cle]]:
    for group in _grouped(observations, "periode"):
        by_period = {o.periode: o for o in group}
        for whole in group:
            for type_ in _PARTS_OF_YEAR:
                parts = [o for p, o in by_period.items() if _inside(p, type_, whole.periode)]
                if len(parts) > 1:
                    yield Somme(cle(whole), tuple(cle(o) for o in parts))


def _inside(periode: Periode, type_: TypePeriode, whole: Periode) -> bool:
    return (
        periode.type is type_ is not whole.type
        and whole.debut <= periode.debut
        and periode.fin <= whole.fin
    )
