"""Short ways to make indicators and values for calculations and comparisons."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sdpd_desktop.domain.formule import Formule, Operande, Operation
from sdpd_desktop.domain.indicateur import (
    Borne,
    EtatValeur,
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Origine,
    Periodicite,
    Presence,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.releve import Releve
from tests.unit.domain.fabrique import Nombre, indicateur, observation

ICI = "DEP77"
NOMS = {"DEP77": "Seine-et-Marne", "MELUN": "Melun", "MEAUX": "Meaux"}
NOW = dt.datetime(2022, 6, 30, tzinfo=dt.UTC)


def suivi(
    code: str,
    titre: str = "",
    grandeur: Grandeur = Grandeur.FLUX,
    periodicite: Periodicite = Periodicite.ANNEE,
    unite: str = "faits",
    **changes: Any,
) -> Indicateur:
    """Return an indicator without target; ``changes`` are fields of it."""
    made = indicateur(
        changes.pop("nature", NatureCible.SUIVI), grandeur=grandeur, periodicite=periodicite,
        unite=unite,
    )  # fmt: skip
    return replace(made, code=code, reference="", titre=titre or code, **changes)


def formule(operation: Operation, *operandes: Operande | str) -> Formule:
    """Return a formula; a plain code is an operand of the same place, zone and period."""
    made = tuple(Operande(o) if isinstance(o, str) else o for o in operandes)
    return Formule(operation, made)


def donnee(
    code: str,
    periode: str,
    valeur: Nombre | None,
    *,
    territoire: str = ICI,
    zone: Zone = Zone.ENSEMBLE,
    etat: EtatValeur = EtatValeur.SAISI,
    presence: Presence | None = None,
    **changes: Any,
) -> Observation:
    """Return a current value; without a number it is « non renseigné » unless told."""
    if presence is None:
        presence = Presence.NON_RENSEIGNE if valeur is None else Presence.VALEUR
    made = observation(periode, valeur, presence, changes.pop("borne", Borne.EXACTE))
    origine = Origine("M. D.", NOW, etat, "", "", "", "", "", None)
    return replace(
        made, id=f"{code}-{periode}-{territoire}-{zone}", indicateur=code, territoire=territoire,
        zone=zone, origine=origine, **changes,
    )  # fmt: skip


def releve(indicateurs: list[Indicateur], *observations: Observation) -> Releve:
    return Releve(indicateurs, observations, ICI, NOMS)


def nombre(found: Observation | None) -> Decimal | None:
    assert found is not None
    return found.valeur
