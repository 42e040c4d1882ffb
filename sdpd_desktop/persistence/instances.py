"""Reads instances; keeps their meetings and what they decided."""

from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.instance import Decision, InstanceSummary, ReunionDetails, ReunionDraft
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.partenaire_rows import (
    DecisionRow,
    InstanceRow,
    ReunionRow,
    TerritoireRow,
)
from sdpd_desktop.persistence.plan_rows import ActionRow, PlanRow


class InstanceRepository:
    """Instances by code, meetings by id."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def summaries(self) -> tuple[InstanceSummary, ...]:
        """Return all instances in order of code, with their last meeting."""
        last = (
            select(ReunionRow.instance_id, func.max(ReunionRow.tenue_le).label("le"))
            .group_by(ReunionRow.instance_id)
            .subquery()
        )
        rows = self._session.execute(
            select(InstanceRow, PlanRow.code, TerritoireRow.code, last.c.le)
            .outerjoin(PlanRow, PlanRow.id == InstanceRow.plan_id)
            .outerjoin(TerritoireRow, TerritoireRow.id == InstanceRow.territoire_id)
            .outerjoin(last, last.c.instance_id == InstanceRow.id)
            .order_by(InstanceRow.tri)
        )
        return tuple(
            InstanceSummary(
                row.id, row.code, row.nom, row.nature, plan or "", territoire or "",
                row.presidence, row.periodicite, le,
            )
            for row, plan, territoire, le in rows
        )  # fmt: skip

    def reunions(self, code: str) -> tuple[ReunionDetails, ...]:
        """Return the meetings of an instance, newest first.

        Raises:
            NotFoundError: No such instance.
        """
        instance = self._row(code)
        meetings = self._session.scalars(
            select(ReunionRow)
            .where(ReunionRow.instance_id == instance.id)
            .order_by(ReunionRow.tenue_le.desc(), ReunionRow.id.desc())
        ).all()
        decided: dict[str, list[Decision]] = defaultdict(list)
        for row, action in self._session.execute(
            select(DecisionRow, ActionRow.code)
            .join(ReunionRow, ReunionRow.id == DecisionRow.reunion_id)
            .outerjoin(ActionRow, ActionRow.id == DecisionRow.action_id)
            .where(ReunionRow.instance_id == instance.id)
            .order_by(DecisionRow.rang)
        ):
            decided[row.reunion_id].append(Decision(row.texte, action or "", row.echeance))
        return tuple(
            ReunionDetails(
                row.id, code, row.tenue_le, row.objet_reunion, row.lieu, tuple(decided[row.id])
            )
            for row in meetings
        )

    def store(self, code: str, id_: str, draft: ReunionDraft) -> str:
        """Add a meeting to an instance, or change that of an id; return its id.

        Raises:
            NotFoundError: No such instance, meeting, or action of its plan.
        """
        instance = self._row(code)
        row = self._meeting(id_) if id_ else ReunionRow(id=new_id(), instance_id=instance.id)
        row.tenue_le, row.lieu, row.objet_reunion = draft.tenue_le, draft.lieu, draft.objet
        self._session.add(row)
        self._session.flush()
        self._decide(row, instance, draft)
        return row.id

    def _decide(self, row: ReunionRow, instance: InstanceRow, draft: ReunionDraft) -> None:
        """Write decisions over those there are, rank by rank; the last ones go or come."""
        old = self._decisions(row)
        for gone in old[len(draft.decisions) :]:
            self._session.delete(gone)
        for rang, decision in enumerate(draft.decisions, start=1):
            kept = old[rang - 1] if rang <= len(old) else DecisionRow(reunion_id=row.id)
            kept.rang, kept.texte, kept.echeance = rang, decision.texte, decision.echeance
            kept.action_id = self._action(instance, decision.action)
            self._session.add(kept)
        self._session.flush()

    def remove(self, id_: str) -> None:
        """Take a meeting away with what it decided.

        Raises:
            NotFoundError: No such meeting.
        """
        row = self._meeting(id_)
        for decision in self._decisions(row):
            self._session.delete(decision)
        self._session.flush()
        self._session.delete(row)
        self._session.flush()

    def _decisions(self, row: ReunionRow) -> list[DecisionRow]:
        found = select(DecisionRow).where(DecisionRow.reunion_id == row.id)
        return list(self._session.scalars(found.order_by(DecisionRow.rang)))

    def _action(self, instance: InstanceRow, code: str) -> str | None:
        if not code:
            return None
        found = self._session.scalar(
            select(ActionRow.id).where(
                ActionRow.plan_id == instance.plan_id, ActionRow.code == code
            )
        )
        if found is None:
            raise NotFoundError(
                f"Le plan de {instance.code} n'a pas d'action « {code} » : choisissez-en une "
                "autre, ou aucune."
            )
        return found

    def _meeting(self, id_: str) -> ReunionRow:
        row = self._session.get(ReunionRow, id_)
        if row is None:
            raise NotFoundError("Cette réunion n'existe plus : elle a été retirée depuis.")
        return row

    def _row(self, code: str) -> InstanceRow:
        row = self._session.scalar(select(InstanceRow).where(InstanceRow.code == code))
        if row is None:
            raise NotFoundError(f"L'instance « {code} » n'existe pas.")
        return row
