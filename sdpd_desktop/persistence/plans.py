"""Reads and changes plans."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.plan import (
    ActionDetails,
    AxeDetails,
    EngagementDetails,
    FinancementDetails,
    MesureDetails,
    Meteo,
    ObjectifDetails,
    PlanDetails,
    PlanSummary,
    Remarque,
    Role,
    Statut,
    avancement,
)
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import (
    ActionRow,
    AxeRow,
    EngagementRow,
    FinancementRow,
    MesureRow,
    ObjectifRow,
    PlanRow,
    RemarqueRow,
)

Remarques = dict[str, tuple[Remarque, ...]]
_K = TypeVar("_K")
_V = TypeVar("_V")
_Sorted = TypeVar("_Sorted", AxeRow, ObjectifRow, ActionRow, MesureRow)


class PlanRepository:
    """Plans by code; mesures and actions by their code in a plan."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def summaries(self) -> tuple[PlanSummary, ...]:
        """Return the plans in order of code."""
        rows = self._session.execute(
            select(PlanRow, TerritoireRow.nom)
            .join(TerritoireRow, TerritoireRow.id == PlanRow.territoire_id)
            .order_by(PlanRow.tri)
        ).all()
        actions = dict(
            self._session.execute(
                select(ActionRow.plan_id, func.count()).group_by(ActionRow.plan_id)
            ).all()
        )
        statuts: dict[str, list[Statut]] = defaultdict(list)
        for plan_id, statut in self._session.execute(select(MesureRow.plan_id, MesureRow.statut)):
            statuts[plan_id].append(Statut(statut))
        return tuple(
            PlanSummary(
                row.id, row.code, row.type, row.titre, row.departement, territoire,
                row.debut, row.fin, actions.get(row.id, 0), avancement(statuts[row.id]),
            )
            for row, territoire in rows
        )  # fmt: skip

    def row(self, code: str) -> PlanRow:
        """Return the plan's row, for the other repositories.

        Raises:
            NotFoundError: No such plan; the sentence lists those there are.
        """
        found = self._session.scalar(select(PlanRow).where(PlanRow.code == code))
        if found is None:
            known = self._session.scalars(select(PlanRow.code).order_by(PlanRow.tri)).all()
            there = ", ".join(known) or "aucun ; lancez « sdpd init »"
            raise NotFoundError(f"Le plan « {code} » n'existe pas. Plans de la base : {there}.")
        return found

    def details(self, code: str) -> PlanDetails:
        """Return the whole tree of a plan.

        Raises:
            NotFoundError: No such plan.
        """
        plan = self.row(code)
        remarques = self.remarques(plan.id)
        territoire = self._session.get(TerritoireRow, plan.territoire_id)
        financements = self._financements(plan)
        actions = _grouped(
            (row.objectif_id, details)
            for row, details in self._actions(plan, remarques, financements)
        )
        objectifs: dict[str, list[ObjectifDetails]] = defaultdict(list)
        axes = self._all(AxeRow, plan.id)
        axe_codes = {axe.id: axe.code for axe in axes}
        for row in self._all(ObjectifRow, plan.id):
            objectifs[row.axe_id].append(
                ObjectifDetails(
                    row.id, row.code, axe_codes[row.axe_id], row.titre, row.section, row.source,
                    tuple(actions.get(row.id, ())), remarques.get(row.id, ()),
                )
            )  # fmt: skip
        return PlanDetails(
            plan.id, plan.code, plan.type, plan.titre, plan.departement,
            territoire.nom if territoire else "", plan.debut, plan.fin, plan.source,
            tuple(
                AxeDetails(
                    axe.id, axe.code, plan.code, axe.titre, axe.source, tuple(objectifs[axe.id])
                )
                for axe in axes
            ),
            tuple(financements.get(plan.id, ())),
            remarques.get(plan.id, ()),
        )  # fmt: skip

    def remarques(self, plan_id: str) -> Remarques:
        """Return the remarks of a plan by id of the object they are about."""
        rows = self._session.scalars(
            select(RemarqueRow).where(RemarqueRow.plan_id == plan_id).order_by(RemarqueRow.rang)
        )
        grouped = _grouped(
            (row.objet_id, Remarque(row.objet_code, row.texte, row.source)) for row in rows
        )
        return {key: tuple(values) for key, values in grouped.items()}

    def territoire_code(self, plan_code: str) -> str:
        """Return the code of the territory the plan covers."""
        row = self._session.get(TerritoireRow, self.row(plan_code).territoire_id)
        assert row is not None
        return row.code

    def set_statut(
        self, plan: str, code: str, statut: Statut, on: dt.date | None, note: str | None
    ) -> None:
        """Change the status of a mesure or an action; ``note`` None keeps the note.

        Raises:
            NotFoundError: No such mesure or action in that plan.
        """
        row = self._mesure_or_action(self.row(plan), code)
        row.statut = statut.value
        row.fait_le = on
        if note is not None:
            row.note = note
        if isinstance(row, MesureRow) and statut in (Statut.EN_COURS, Statut.REALISEE):
            action = self._session.get_one(ActionRow, row.action_id)
            if action.statut == Statut.A_VENIR.value:
                action.statut = Statut.EN_COURS.value  # Its first mesure starts the action.
        self._session.flush()

    def keep_started(self, actions: Iterable[str]) -> None:
        """Leave under way those actions (ids), put back « à venir », that have a mesure begun."""
        started = [Statut.EN_COURS.value, Statut.REALISEE.value]
        for row in self._session.scalars(
            select(ActionRow).where(
                ActionRow.id.in_(list(actions)), ActionRow.statut == Statut.A_VENIR.value
            )
        ):
            others = select(MesureRow.id).where(
                MesureRow.action_id == row.id, MesureRow.statut.in_(started)
            )
            if self._session.scalar(others.limit(1)) is not None:
                row.statut = Statut.EN_COURS.value
        self._session.flush()

    def set_meteo(
        self, plan: str, action: str, meteo: Meteo | None, on: dt.date | None, commentaire: str
    ) -> None:
        """Store a dated judgement on an action, or take it away.

        Raises:
            NotFoundError: No such action.
        """
        row = self._mesure_or_action(self.row(plan), action)
        if not isinstance(row, ActionRow):
            raise NotFoundError(f"« {action} » est une mesure : la météo se donne à une action.")
        row.meteo = meteo.value if meteo else None
        row.meteo_le = on if meteo else None
        row.meteo_commentaire = commentaire

    def key(self, plan: str, code: str) -> tuple[str, str]:
        """Return the table and id behind a code of the plan, for the journal.

        Raises:
            NotFoundError: No such object.
        """
        row = self._mesure_or_action(self.row(plan), code)
        return row.__tablename__, row.id

    def statut_of(self, plan: str, code: str) -> tuple[Statut, dt.date | None, str, int]:
        """Return status, date, note and version of a mesure or an action.

        Raises:
            NotFoundError: No such object.
        """
        row = self._mesure_or_action(self.row(plan), code)
        return Statut(row.statut), row.fait_le, row.note, row.version

    def _mesure_or_action(self, plan: PlanRow, code: str) -> MesureRow | ActionRow:
        mesure = self._session.scalar(
            select(MesureRow).where(MesureRow.plan_id == plan.id, MesureRow.code == code)
        )
        action = self._session.scalar(
            select(ActionRow).where(ActionRow.plan_id == plan.id, ActionRow.code == code)
        )
        found = mesure or action
        if found is not None:
            return found
        raise NotFoundError(
            f"« {code} » n'est ni une mesure ni une action du plan {plan.code}. "
            f"Une mesure s'écrit O2.A1.m3 ; « sdpd plan {plan.code} » les liste."
        )

    def _actions(
        self, plan: PlanRow, remarques: Remarques, financements: dict[str, list[FinancementDetails]]
    ) -> list[tuple[ActionRow, ActionDetails]]:
        mesures = _grouped(
            (row.action_id, _mesure(row, remarques)) for row in self._all(MesureRow, plan.id)
        )
        engagements = _grouped(
            (row.action_id, EngagementDetails(code, nom, Role(row.role), row.precision))
            for row, code, nom in self._session.execute(
                select(EngagementRow, PartenaireRow.code, PartenaireRow.nom)
                .join(PartenaireRow, PartenaireRow.id == EngagementRow.partenaire_id)
                .join(ActionRow, ActionRow.id == EngagementRow.action_id)
                .where(ActionRow.plan_id == plan.id)
                .order_by(EngagementRow.rang)
            )
        )
        objectifs = {row.id: row.code for row in self._all(ObjectifRow, plan.id)}
        return [
            (
                row,
                ActionDetails(
                    row.id, row.version, row.code, objectifs[row.objectif_id], row.titre,
                    Statut(row.statut), row.echeance, row.echeance_interpretee, row.source,
                    row.note, Meteo(row.meteo) if row.meteo else None, row.meteo_le,
                    row.meteo_commentaire, tuple(mesures.get(row.id, ())),
                    tuple(engagements.get(row.id, ())), tuple(financements.get(row.id, ())),
                    remarques.get(row.id, ()),
                ),
            )
            for row in self._all(ActionRow, plan.id)
        ]  # fmt: skip

    def _financements(self, plan: PlanRow) -> dict[str, list[FinancementDetails]]:
        rows = self._session.scalars(
            select(FinancementRow)
            .where(FinancementRow.plan_id == plan.id)
            .order_by(FinancementRow.rang)
        )
        codes = {row.id: row.code for row in self._all(ActionRow, plan.id)}
        return _grouped(
            (
                row.action_id or plan.id,
                FinancementDetails(
                    row.id, codes.get(row.action_id or "", plan.code), row.source_fonds,
                    row.annee, row.annee_fin, row.prevu, row.engage, row.paye, row.remarque,
                ),
            )
            for row in rows
        )  # fmt: skip

    def _all(self, table: type[_Sorted], plan_id: str) -> Sequence[_Sorted]:
        return self._session.scalars(
            select(table).where(table.plan_id == plan_id).order_by(table.tri)
        ).all()


def _mesure(row: MesureRow, remarques: Remarques) -> MesureDetails:
    return MesureDetails(
        row.id, row.version, row.code, row.code.rpartition(".")[0], row.titre,
        Statut(row.statut), row.fait_le, row.echeance, row.echeance_interpretee, row.note,
        row.reference, row.source, remarques.get(row.id, ()),
    )  # fmt: skip


def _grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, list[_V]]:
    groups: dict[_K, list[_V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
