"""Reads the indicators and values of a plan for every service."""

import datetime as dt
from collections.abc import Sequence

from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.indicateur import Indicateur, SuiviIndicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.taux import suivi
from sdpd_desktop.persistence.unit_of_work import UnitOfWork


def indicateurs_of(work: UnitOfWork, plan: str) -> tuple[Indicateur, ...]:
    """Return the indicators of a plan, with their remarks."""
    row = work.plans.row(plan)
    return work.indicateurs.of_plan(row, work.plans.remarques(row.id))


def releve_of(work: UnitOfWork, plan: str) -> Releve:
    """Return all the values of a plan as they are known, stored and computed."""
    return Releve(
        indicateurs_of(work, plan),
        work.indicateurs.current(work.plans.row(plan)),
        work.plans.territoire_code(plan),
        {territoire.code: territoire.nom for territoire in work.partenaires.territoires()},
    )


def suivis_of(work: UnitOfWork, plan: str, on: dt.date) -> tuple[SuiviIndicateur, ...]:
    """Return every indicator with its latest value and rate, for the plan's own territory."""
    return suivis_in(releve_of(work, plan), work, plan, on)


def suivis_in(
    releve: Releve, work: UnitOfWork, plan: str, on: dt.date
) -> tuple[SuiviIndicateur, ...]:
    """Return every indicator with its latest value and rate, from values already read."""
    row = work.plans.row(plan)
    return tuple(
        suivi(indicateur, releve.serie(code), on, row.debut, row.fin)
        for code, indicateur in releve.indicateurs.items()
    )


def rates_by_action(
    plan: PlanDetails, suivis: Sequence[SuiviIndicateur]
) -> dict[str, list[SuiviIndicateur]]:
    """Return the indicators of every action of a plan; an action without any has an empty list."""
    found: dict[str, list[SuiviIndicateur]] = {action.code: [] for action in plan.actions()}
    for line in suivis:
        if line.indicateur.parent in found:
            found[line.indicateur.parent].append(line)
    return found


def find(indicateurs: Sequence[Indicateur], plan: str, designation: str) -> Indicateur:
    """Return the indicator of that code or reference (its own, or that of one of its targets).

    Raises:
        NotFoundError: No such indicator.
        ValidationError: Several indicators restate that figure.
    """
    wanted = designation.strip().casefold()
    for indicateur in indicateurs:
        if indicateur.code.casefold() == wanted:
            return indicateur
    found = [
        indicateur
        for indicateur in indicateurs
        if wanted
        in {indicateur.reference.casefold(), *(c.reference.casefold() for c in indicateur.cibles)}
    ]
    if len(found) > 1:
        codes = ", ".join(f"{i.code} ({i.titre})" for i in found)
        raise ValidationError(
            "indicateur",
            f"Plusieurs indicateurs reprennent le chiffre {designation} : {codes}. "
            "Donnez le code de celui que vous voulez.",
        )
    if not found:
        raise NotFoundError(
            f"Le plan {plan} n'a pas d'indicateur « {designation} ». "
            f"« sdpd plan {plan} » les liste."
        )
    return found[0]


def check_typed(indicateur: Indicateur) -> None:
    """Refuse a value given for a computed indicator.

    Raises:
        ValidationError: Names what to give instead.
    """
    if indicateur.formule is not None:
        codes = ", ".join(operande.indicateur for operande in indicateur.formule.operandes)
        raise ValidationError(
            "valeur",
            f"{indicateur.chiffre} est calculé : sa valeur ne se donne pas. "
            f"Donnez ce dont il est fait : {codes}.",
        )


def label(indicateur: Indicateur, periode: Periode, territoire: str, zone: Zone) -> str:
    """Return what the journal calls a value: « K33 · 2021 · DEP77 »."""
    parts = [indicateur.chiffre, periode.libelle, territoire]
    if zone is not Zone.ENSEMBLE:
        parts.append(zone.value)
    return " · ".join(parts)
