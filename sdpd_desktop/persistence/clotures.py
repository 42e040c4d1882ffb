"""Locks on periods: stored, read, and held against every way of writing a value."""

import datetime as dt
from collections.abc import Iterable
from itertools import chain

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.cloture import ClosedPeriodError, Cloture, refus
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.indicateur_rows import ClotureRow, IndicateurRow, ObservationRow
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.schema import batched


class ClotureRepository:
    """Locks of a plan."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_plan(self, plan: PlanRow) -> tuple[Cloture, ...]:
        """Return every lock ever put on the plan's periods, the latest period last."""
        rows = self._session.scalars(
            select(ClotureRow)
            .where(ClotureRow.plan_id == plan.id)
            .order_by(ClotureRow.fin, ClotureRow.debut, ClotureRow.id)
        )
        return tuple(_cloture(row, plan.code) for row in rows)

    def add(self, plan: PlanRow, periode: Periode, on: dt.date, auteur: str) -> str:
        """Lock a period; return the id of the lock."""
        row = ClotureRow(
            id=new_id(), plan_id=plan.id, periode=periode.code, debut=periode.debut,
            fin=periode.fin, en_vigueur=True, close_le=on, auteur=auteur, rouverte_le=None,
            rouverte_par="", motif="",
        )  # fmt: skip
        self._session.add(row)
        self._session.flush()
        return row.id

    def reopen(self, plan: PlanRow, periode: Periode, on: dt.date, auteur: str, motif: str) -> str:
        """End the lock of a period; return its id.

        Raises:
            NotFoundError: No lock of exactly that period holds.
        """
        row = self._session.scalar(
            select(ClotureRow).where(
                ClotureRow.plan_id == plan.id,
                ClotureRow.periode == periode.code,
                ClotureRow.en_vigueur,
            )
        )
        if row is None:
            held = [c.periode.code for c in self.of_plan(plan) if c.en_vigueur]
            raise NotFoundError(
                f"La période {periode.libelle} du plan {plan.code} n'est pas clôturée. "
                f"Périodes clôturées : {', '.join(held) or 'aucune'}."
            )
        row.en_vigueur = False
        row.rouverte_le, row.rouverte_par, row.motif = on, auteur, motif
        self._session.flush()
        return row.id


def hold_locks(session: Session) -> None:
    """Refuse, at each flush of the session, values that would change in a locked period.

    Nothing written through the session can forget it: typing, imports, put back changements.
    """
    event.listen(session, "before_flush", _check_flush)


def refuse_locked(session: Session, places: Iterable[tuple[str, dt.date, dt.date]]) -> None:
    """Let values of open periods through; for writers that go past the session's flush.

    ``places`` are an indicator's id with the first and last day of a value.

    Raises:
        ClosedPeriodError: One of them lies in a locked period of its plan.
    """
    given = iter(places)
    first = next(given, None)
    if first is None or session.scalar(select(ClotureRow.id).limit(1)) is None:
        return
    spans: dict[str, set[tuple[dt.date, dt.date]]] = {}
    for indicateur, debut, fin in chain((first,), given):
        spans.setdefault(indicateur, set()).add((debut, fin))
    for ids in batched(list(spans)):
        for cloture, indicateur, plan in session.execute(
            select(ClotureRow, IndicateurRow.id, PlanRow.code)
            .join(IndicateurRow, IndicateurRow.plan_id == ClotureRow.plan_id)
            .join(PlanRow, PlanRow.id == ClotureRow.plan_id)
            .where(ClotureRow.en_vigueur, IndicateurRow.id.in_(ids))
        ):
            lock = _cloture(cloture, plan)
            if any(lock.couvre(*span) for span in spans[indicateur]):
                raise ClosedPeriodError(refus(lock))


def _check_flush(session: Session, _context: object, _instances: object) -> None:
    changed = chain(
        session.new, session.deleted, (row for row in session.dirty if session.is_modified(row))
    )
    values = (row for row in changed if isinstance(row, ObservationRow))
    refuse_locked(session, ((row.indicateur_id, row.debut, row.fin) for row in values))


def _cloture(row: ClotureRow, plan: str) -> Cloture:
    return Cloture(
        row.id, plan, parse_periode(row.periode), row.close_le, row.auteur, row.rouverte_le,
        row.rouverte_par, row.motif,
    )  # fmt: skip
