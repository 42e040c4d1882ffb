"""Every table of the database: importing this module registers them all."""

from sdpd_desktop.persistence import (
    convention_rows,
    indicateur_rows,
    journal_rows,
    parametre_rows,
    partenaire_rows,
    plan_rows,
    retour_rows,
)
from sdpd_desktop.persistence.base import Base, Entity

metadata = Base.metadata

MODULES = (
    plan_rows,
    partenaire_rows,
    indicateur_rows,
    retour_rows,
    convention_rows,
    parametre_rows,
    journal_rows,
)


def entity_of(table: str) -> type[Entity]:
    """Return the class whose rows are in that table.

    Raises:
        KeyError: No such table.
    """
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Entity) and mapper.class_.__tablename__ == table:
            return mapper.class_
    raise KeyError(table)
