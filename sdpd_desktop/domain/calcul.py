"""Combines values: totals of zones and places, formulas; what is missing is named."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from sdpd_desktop.domain.formule import Operation
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Indicateur,
    NatureCible,
    Observation,
    Origine,
    Presence,
)
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.texte import NBSP

_INVERSE = {Borne.PLUS_DE: Borne.MOINS_DE, Borne.MOINS_DE: Borne.PLUS_DE}
_LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Terme:
    """What is known of one term of a calculation.

    Attributes:
        libelle: What it is, in French: « Places, Melun, 2022 ».
        manquants: What would be needed to know it; empty when its value or absence is known.
        observations: The stored values it was made of.
        zones: The zones it covers, when they are known one by one.
    """

    libelle: str
    valeur: Decimal | None
    presence: Presence
    borne: Borne = Borne.EXACTE
    numerateur: Decimal | None = None
    denominateur: Decimal | None = None
    manquants: tuple[str, ...] = ()
    observations: tuple[Observation, ...] = ()
    zones: frozenset[Zone] = frozenset()

    @property
    def connu(self) -> bool:
        """Tell whether there is a number."""
        return self.valeur is not None


def manquant(libelle: str, manquants: Iterable[str]) -> Terme:
    """Return a term that is not known, and what it lacks."""
    return Terme(libelle, None, Presence.NON_RENSEIGNE, manquants=tuple(dict.fromkeys(manquants)))


def sommable(indicateur: Indicateur) -> bool:
    """Tell whether the values of two places or zones add up to that of both."""
    rapport = indicateur.formule is not None and indicateur.formule.rapporte
    return indicateur.nature is not NatureCible.JALON and indicateur.unite != "%" and not rapport


def borne_somme(bornes: Iterable[Borne]) -> Borne:
    """Return what a sum of exact values and bounds is: bounds of both kinds give « environ »."""
    found = set(bornes) - {Borne.EXACTE}
    if len(found) > 1:
        return Borne.ENVIRON
    return found.pop() if found else Borne.EXACTE


def additionner(libelle: str, termes: Sequence[Terme], indicateur: Indicateur) -> Terme:
    """Add terms up; one that is not applicable adds nothing. Shares add through their terms."""
    if lacking := [name for terme in termes for name in terme.manquants]:
        return manquant(libelle, lacking)
    counted = [terme for terme in termes if terme.connu]
    observations = tuple(o for terme in termes for o in terme.observations)
    if not counted:
        return Terme(libelle, None, Presence.NON_APPLICABLE, observations=observations)
    if len(counted) > 1 and not sommable(indicateur):
        return _additionner_parts(libelle, counted, observations)
    return Terme(
        libelle,
        sum((terme.valeur for terme in counted if terme.valeur is not None), Decimal(0)),
        Presence.VALEUR,
        borne_somme(terme.borne for terme in counted),
        observations=observations,
        numerateur=counted[0].numerateur if len(counted) == 1 else None,
        denominateur=counted[0].denominateur if len(counted) == 1 else None,
    )


def _additionner_parts(
    libelle: str, termes: Sequence[Terme], observations: tuple[Observation, ...]
) -> Terme:
    top, bottom = Decimal(0), Decimal(0)
    for terme in termes:
        if terme.numerateur is None or terme.denominateur is None:
            return manquant(libelle, [f"numérateur et dénominateur de {terme.libelle}"])
        top, bottom = top + terme.numerateur, bottom + terme.denominateur
    return Terme(
        libelle, 100 * top / bottom, Presence.VALEUR, borne_somme(t.borne for t in termes),
        top, bottom, (), observations,
    )  # fmt: skip


def appliquer(operation: Operation, libelle: str, termes: Sequence[Terme]) -> Terme:
    """Return the result of a formula's operation on terms, in their order."""
    if lacking := [name for terme in termes for name in terme.manquants]:
        return manquant(libelle, lacking)
    observations = tuple(o for terme in termes for o in terme.observations)
    if operation is Operation.SOMME:
        termes = [terme for terme in termes if terme.connu]
    values = [terme.valeur for terme in termes if terme.valeur is not None]
    if not values or len(values) < len(termes):
        return Terme(libelle, None, Presence.NON_APPLICABLE, observations=observations)
    first, *others = values
    if operation is Operation.SOMME:
        borne = borne_somme(terme.borne for terme in termes)
        return Terme(
            libelle, sum(values, Decimal(0)), Presence.VALEUR, borne, observations=observations
        )
    inverted = (_INVERSE.get(terme.borne, terme.borne) for terme in termes[1:])
    borne = borne_somme((termes[0].borne, *inverted))
    if operation is Operation.DIFFERENCE:
        valeur = first - sum(others)
        return Terme(libelle, valeur, Presence.VALEUR, borne, observations=observations)
    if others[0] == 0:
        return manquant(libelle, [f"un dénominateur non nul ({termes[1].libelle} vaut 0)"])
    quotient = first / others[0]
    if operation is Operation.RATIO:
        return Terme(libelle, quotient, Presence.VALEUR, borne, first, others[0], (), observations)
    return Terme(
        libelle, 100 * quotient, Presence.VALEUR, borne, first, others[0], (), observations
    )


def en_observation(
    terme: Terme, indicateur: Indicateur, periode: Periode, territoire: str, zone: Zone, texte: str
) -> Observation:
    """Return a computed term as a value of a cell; its provenance is the values it is made of."""
    used = terme.observations
    provisional = any(o.consolidation is Consolidation.PROVISOIRE for o in used)
    extracted = [o.extraite_le for o in used if o.extraite_le is not None]
    return Observation(
        id="",
        indicateur=indicateur.code,
        periode=periode,
        territoire=territoire,
        zone=zone,
        valeur=_arrondie(terme.valeur, indicateur),
        presence=terme.presence,
        borne=terme.borne,
        numerateur=terme.numerateur,
        denominateur=terme.denominateur,
        consolidation=Consolidation.PROVISOIRE if provisional else Consolidation.CONSOLIDE,
        commentaire="",
        courante=True,
        origine=Origine(
            "", max((o.origine.saisi_le for o in used), default=_LONG_AGO), EtatValeur.CALCULE,
            texte, "", "", "", "", None,
        ),
        extraite_le=max(extracted, default=None),
        motif=f"Il manque{NBSP}: {', '.join(terme.manquants)}." if terme.manquants else "",
    )  # fmt: skip


def _arrondie(valeur: Decimal | None, indicateur: Indicateur) -> Decimal | None:
    """Keep two digits more than are shown of a quotient, so that 199/200 is not yet 100 %."""
    if valeur is None or valeur == valeur.to_integral_value():
        return valeur
    step = Decimal(1).scaleb(-indicateur.decimales - 2)
    if valeur.as_tuple().exponent >= step.as_tuple().exponent:  # type: ignore[operator]
        return valeur
    return valeur.quantize(step, ROUND_HALF_EVEN).normalize() + 0


def terme_de(observation: Observation, libelle: str) -> Terme:
    """Return a stored or computed value as a term."""
    if observation.presence is Presence.NON_RENSEIGNE:
        return manquant(libelle, [libelle])
    return Terme(
        libelle, observation.valeur, observation.presence, observation.borne,
        observation.numerateur, observation.denominateur, (), (observation,),
    )  # fmt: skip


def dire(terme: Terme) -> str:
    """Return « Places, Melun, 2022 = 5 », or what is said of a term without a number."""
    if terme.connu:
        return f"{terme.libelle}{NBSP}= {format_nombre(terme.valeur)}"
    absent = terme.presence is Presence.NON_APPLICABLE
    return f"{terme.libelle}{NBSP}: {'non applicable' if absent else 'non renseigné'}"
