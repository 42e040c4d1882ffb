"""Tells what the journal says changed in the values of a plan since they were read."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sdpd_desktop.persistence.indicateur_rows import (
    CibleRow,
    ClotureRow,
    IndicateurRow,
    ObservationRow,
    OperandeRow,
)
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow, ChangementRow
from sdpd_desktop.persistence.partenaire_rows import InclusionRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.schema import batched

_HEADINGS = tuple(
    row.__tablename__
    for row in (
        IndicateurRow,
        CibleRow,
        OperandeRow,
        ClotureRow,
        TerritoireRow,
        InclusionRow,
        PlanRow,
    )
)
_MOST = 2_000


class GrilleRepository:
    """Reads the journal for whoever keeps a grid on screen."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def numero(self) -> int:
        """Return the number of the last changement, 0 when there is none."""
        return self._session.scalar(select(func.max(ChangementRow.numero))) or 0

    def changed_since(self, plan: PlanRow, numero: int) -> frozenset[str] | None:
        """Return the codes of the indicators whose values changed after a changement.

        None when so much changed, or anything else than values, that all must be read again.
        """
        observation = ObservationRow.__tablename__
        since = ChangementLigneRow.numero > numero
        table = ChangementLigneRow.table_touchee
        headings = select(ChangementLigneRow.numero).where(since, table.in_(_HEADINGS)).limit(1)
        if self._session.scalar(headings) is not None:
            return None
        touched = set(
            self._session.scalars(
                select(ChangementLigneRow.ligne_id)
                .where(since, table == observation)
                .distinct()
                .limit(_MOST + 1)
            )
        )
        if len(touched) > _MOST:
            return None
        found = [
            row
            for ids in batched(list(touched))
            for row in self._session.execute(
                select(IndicateurRow.plan_id, IndicateurRow.code)
                .join(ObservationRow, ObservationRow.indicateur_id == IndicateurRow.id)
                .where(ObservationRow.id.in_(ids))
            )
        ]
        if len(found) < len(touched):
            return None  # A value that was put back is gone; nothing says whose it was.
        return frozenset(code for plan_id, code in found if plan_id == plan.id)
