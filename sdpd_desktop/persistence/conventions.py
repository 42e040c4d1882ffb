"""Reads and changes conventions."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    AvenantDetails,
    ContenuAnnexe,
    ConventionDetails,
    ConventionSummary,
    EtatConvention,
    Genre,
    NatureConvention,
    PartieDetails,
    SignataireDetails,
)
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.persistence.convention_rows import (
    AnnexeRow,
    AvenantRow,
    ConventionActionRow,
    ConventionIndicateurRow,
    ConventionRow,
    PartieRow,
    SignataireRow,
)
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import ActionRow, PlanRow, RemarqueRow


class ConventionRepository:
    """The register of conventions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def summaries(self, plan: PlanRow | None) -> tuple[ConventionSummary, ...]:
        """Return the register in order of code; of every plan when None."""
        query = (
            select(ConventionRow, PlanRow.code, TerritoireRow.nom)
            .outerjoin(PlanRow, PlanRow.id == ConventionRow.plan_id)
            .outerjoin(TerritoireRow, TerritoireRow.id == ConventionRow.territoire_id)
            .order_by(ConventionRow.tri)
        )
        if plan is not None:
            query = query.where(ConventionRow.plan_id == plan.id)
        parties: dict[str, list[str]] = defaultdict(list)
        for partie in self._session.scalars(select(PartieRow).order_by(PartieRow.rang)):
            parties[partie.convention_id].append(partie.institution)
        return tuple(
            _summary(row, plan_code or "", territoire or "", " · ".join(parties[row.id]))
            for row, plan_code, territoire in self._session.execute(query)
        )

    def details(self, code: str) -> ConventionDetails:
        """Return a whole convention.

        Raises:
            NotFoundError: No such convention.
        """
        row = self._row(code)
        resume = next(s for s in self.summaries(None) if s.code == code)
        partenaires = dict(
            self._session.execute(select(PartenaireRow.id, PartenaireRow.code)).all()
        )
        parties = self._session.scalars(
            select(PartieRow).where(PartieRow.convention_id == row.id).order_by(PartieRow.rang)
        ).all()
        rangs = {partie.id: partie.rang for partie in parties}
        return ConventionDetails(
            resume=resume,
            objet=row.objet_convention,
            champs=row.champs,
            territoire_nom=resume.territoire,
            presidence=row.presidence,
            publiee=row.publiee,
            signature_lieu=row.signature_lieu,
            signature_prevue=row.signature_prevue,
            signee_le=row.signee_le,
            debut=row.debut,
            source=row.source,
            parties=tuple(
                PartieDetails(p.rang, p.institution, partenaires.get(p.partenaire_id or "", ""))
                for p in parties
            ),
            signataires=tuple(
                SignataireDetails(
                    s.id, rangs[s.partie_id], s.rang, s.nom, s.qualite, Genre(s.genre), s.signe_le
                )
                for s in self._signataires(row)
            ),
            annexes=tuple(
                AnnexeDetails(a.numero, a.titre, ContenuAnnexe(a.contenu))
                for a in self._session.scalars(
                    select(AnnexeRow)
                    .where(AnnexeRow.convention_id == row.id)
                    .order_by(AnnexeRow.numero)
                )
            ),
            avenants=tuple(
                AvenantDetails(a.numero, a.objet_avenant, a.signe_le)
                for a in self._session.scalars(
                    select(AvenantRow)
                    .where(AvenantRow.convention_id == row.id)
                    .order_by(AvenantRow.numero)
                )
            ),
            actions=self._linked_actions(row.id),
            indicateurs=self._linked_indicateurs(row.id),
            remarques=tuple(
                Remarque(r.objet_code, r.texte, r.source)
                for r in self._session.scalars(
                    select(RemarqueRow)
                    .where(RemarqueRow.objet_id == row.id)
                    .order_by(RemarqueRow.rang)
                )
            ),
        )

    def sign(self, code: str, on: dt.date, lieu: str) -> None:
        """Record that every signatory signed on that day, in that place."""
        row = self._row(code)
        row.etat = EtatConvention.SIGNEE.value
        row.etat_le = on
        row.signee_le = on
        row.signature_lieu = lieu
        for signataire in self._signataires(row):
            signataire.signe_le = on

    def code_of_signataires(self, ids: Collection[str]) -> str:
        """Return the code of the one convention that these people sign, or ""."""
        codes = self._session.scalars(
            select(ConventionRow.code)
            .distinct()
            .join(PartieRow, PartieRow.convention_id == ConventionRow.id)
            .join(SignataireRow, SignataireRow.partie_id == PartieRow.id)
            .where(SignataireRow.id.in_(ids))
        ).all()
        return codes[0] if len(codes) == 1 else ""

    def _row(self, code: str) -> ConventionRow:
        found = self._session.scalar(select(ConventionRow).where(ConventionRow.code == code))
        if found is None:
            known = self._session.scalars(select(ConventionRow.code).order_by(ConventionRow.tri))
            raise NotFoundError(
                f"La convention « {code} » n'existe pas. "
                f"Conventions de la base : {', '.join(known) or 'aucune'}."
            )
        return found

    def _signataires(self, row: ConventionRow) -> tuple[SignataireRow, ...]:
        return tuple(
            self._session.scalars(
                select(SignataireRow)
                .join(PartieRow, PartieRow.id == SignataireRow.partie_id)
                .where(PartieRow.convention_id == row.id)
                .order_by(SignataireRow.rang)
            )
        )

    def _linked_actions(self, convention: str) -> tuple[tuple[str, str], ...]:
        rows = self._session.execute(
            select(PlanRow.code, ActionRow.code)
            .join(ActionRow, ActionRow.plan_id == PlanRow.id)
            .join(ConventionActionRow, ConventionActionRow.action_id == ActionRow.id)
            .where(ConventionActionRow.convention_id == convention)
            .order_by(PlanRow.tri, ActionRow.tri)
        )
        return tuple((plan, action) for plan, action in rows)

    def _linked_indicateurs(self, convention: str) -> tuple[tuple[str, str], ...]:
        rows = self._session.execute(
            select(PlanRow.code, IndicateurRow.code)
            .join(IndicateurRow, IndicateurRow.plan_id == PlanRow.id)
            .join(
                ConventionIndicateurRow, ConventionIndicateurRow.indicateur_id == IndicateurRow.id
            )
            .where(ConventionIndicateurRow.convention_id == convention)
            .order_by(PlanRow.tri, IndicateurRow.tri)
        )
        return tuple((plan, indicateur) for plan, indicateur in rows)


def _summary(row: ConventionRow, plan: str, territoire: str, parties: str) -> ConventionSummary:
    return ConventionSummary(
        row.id, row.version, row.code, NatureConvention(row.nature), row.titre, plan, territoire,
        parties, EtatConvention(row.etat), row.etat_le, row.fin,
    )  # fmt: skip
