"""Searches everything at once, on the database's side."""

from sqlalchemy import Select, String, and_, literal, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from sdpd_desktop.domain.recherche import NatureTrouvaille, Trouvaille
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.persistence.base import Searchable
from sdpd_desktop.persistence.convention_rows import ConventionRow
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow
from sdpd_desktop.persistence.partenaire_rows import InstanceRow, PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import (
    ActionRow,
    MesureRow,
    ObjectifRow,
    PlanRow,
    RemarqueRow,
)

_IN_A_PLAN = (
    (NatureTrouvaille.ACTION, ActionRow),
    (NatureTrouvaille.MESURE, MesureRow),
    (NatureTrouvaille.OBJECTIF, ObjectifRow),
    (NatureTrouvaille.INDICATEUR, IndicateurRow),
)
_ALONE = (
    (NatureTrouvaille.PARTENAIRE, PartenaireRow),
    (NatureTrouvaille.TERRITOIRE, TerritoireRow),
    (NatureTrouvaille.INSTANCE, InstanceRow),
)


class RechercheRepository:
    """Finds rows whose search key holds every word, in any order."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def search(self, text: str, limit: int, plan: str) -> tuple[Trouvaille, ...]:
        """Return at most ``limit`` results of each kind, those of ``plan`` first."""
        words = search_key(text).split()
        if not words:
            return ()
        elsewhere = PlanRow.code != plan
        queries: list[tuple[NatureTrouvaille, Select[str, str, str, str]]] = []
        for nature, table in _IN_A_PLAN:
            query = (
                select(PlanRow.code, table.code, table.titre, PlanRow.titre)
                .join(PlanRow, PlanRow.id == table.plan_id)
                .where(_holds(table, words))
                .order_by(elsewhere, PlanRow.tri, table.tri)
            )
            queries.append((nature, query))
        empty = literal("", String)
        queries.append(
            (
                NatureTrouvaille.CONVENTION,
                select(empty, ConventionRow.code, ConventionRow.titre, empty)
                .where(_holds(ConventionRow, words))
                .order_by(ConventionRow.tri),
            )
        )
        for kind, place in _ALONE:
            alone = select(empty, place.code, place.nom, empty).where(_holds(place, words))
            queries.append((kind, alone.order_by(place.tri)))
        queries.append(
            (
                NatureTrouvaille.REMARQUE,
                select(PlanRow.code, RemarqueRow.objet_code, RemarqueRow.texte, PlanRow.titre)
                .join(PlanRow, PlanRow.id == RemarqueRow.plan_id)
                .where(_holds(RemarqueRow, words))
                .order_by(elsewhere, PlanRow.tri, RemarqueRow.objet_code, RemarqueRow.rang),
            )
        )
        return tuple(
            Trouvaille(nature, of_plan, code, titre, contexte)
            for nature, query in queries
            for of_plan, code, titre, contexte in self._session.execute(query.limit(limit))
        )


def _holds(table: type[Searchable], words: list[str]) -> ColumnElement[bool]:
    return and_(*(table.recherche.contains(word, autoescape=True) for word in words))
