"""Every table of the database: importing this module registers them all."""

from collections.abc import Iterator, Sequence
from functools import cache

from sdpd_desktop.persistence import (
    convention_rows,
    expurgation_rows,
    indicateur_rows,
    journal_rows,
    memoire_rows,
    parametre_rows,
    partenaire_rows,
    plan_rows,
    rapport_rows,
    retour_rows,
    signature_rows,
)
from sdpd_desktop.persistence.base import Base, Entity

metadata = Base.metadata

MODULES = (
    plan_rows,
    partenaire_rows,
    indicateur_rows,
    retour_rows,
    memoire_rows,
    convention_rows,
    parametre_rows,
    rapport_rows,
    signature_rows,
    expurgation_rows,
    journal_rows,
)


@cache
def entities() -> tuple[type[Entity], ...]:
    """Return the classes whose rows are journalled."""
    classes = (mapper.class_ for mapper in Base.registry.mappers)
    return tuple(class_ for class_ in classes if issubclass(class_, Entity))


@cache
def entity_of(table: str) -> type[Entity]:
    """Return the class whose rows are in that table.

    Raises:
        KeyError: No such table.
    """
    return {entity.__tablename__: entity for entity in entities()}[table]


def batched(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    """Yield the ids in runs that one query takes."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
