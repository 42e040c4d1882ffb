"""Reads and changes conventions."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.convention import (
    AnnexeDetails,
    Article,
    AvenantDetails,
    ContenuAnnexe,
    ConventionDetails,
    ConventionSummary,
    Denonciation,
    EtatConvention,
    FichierAnnexe,
    Membre,
    NatureConvention,
    PartieDetails,
)
from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.domain.signataire import Genre, Mandat, ModeSignature, SignataireDetails
from sdpd_desktop.persistence.convention_rows import (
    AnnexeRow,
    ArticleRow,
    AvenantRow,
    CompositionRow,
    ConventionActionRow,
    ConventionIndicateurRow,
    ConventionRow,
    PartieRow,
    SignataireRow,
)
from sdpd_desktop.persistence.convention_versions import frozen, pieces, versions
from sdpd_desktop.persistence.indicateur_rows import IndicateurRow
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow, TerritoireRow
from sdpd_desktop.persistence.plan_rows import ActionRow, PlanRow, RemarqueRow
from sdpd_desktop.persistence.retour_rows import FichierRow

_Part = TypeVar("_Part", ArticleRow, AvenantRow, AnnexeRow, CompositionRow, PartieRow)


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

    def codes(self) -> frozenset[str]:
        """Return the codes that are taken."""
        return frozenset(self._session.scalars(select(ConventionRow.code)))

    def details(self, code: str) -> ConventionDetails:
        """Return a whole convention; one whose signed copy is filed, as it was frozen.

        What becomes of it later is told as it is: its state, its publication, its end.

        Raises:
            NotFoundError: No such convention.
        """
        row = self.row(code)
        live = self._live(row)
        if not live.figee:
            return live
        kept, now = frozen(self._session, row, live.versions[-1].numero).convention, live.resume
        return replace(
            kept,
            resume=replace(
                kept.resume, id=now.id, version=now.version, code=now.code, etat=now.etat,
                etat_le=now.etat_le,
            ),
            raa=live.raa,
            denonciation=live.denonciation,
            pieces=live.pieces,
            versions=live.versions,
        )  # fmt: skip

    def _live(self, row: ConventionRow) -> ConventionDetails:
        resume = next(s for s in self.summaries(None) if s.code == row.code)
        names = dict(self._session.execute(select(PartenaireRow.id, PartenaireRow.code)).all())
        parties = self.parts(PartieRow, row)
        ended = row.denoncee_le
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
            source=row.source,
            parties=tuple(
                PartieDetails(p.rang, p.institution, names.get(p.partenaire_id or "", ""))
                for p in parties
            ),
            signataires=tuple(
                _signataire(s, next(p.rang for p in parties if p.id == s.partie_id))
                for s in self.signataires(row)
            ),
            annexes=self._annexes(row),
            avenants=tuple(
                AvenantDetails(a.numero, a.objet_avenant, a.signe_le)
                for a in self.parts(AvenantRow, row)
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
            territoire=self._session.scalar(
                select(TerritoireRow.code).where(TerritoireRow.id == row.territoire_id)
            )
            or "",
            periodicite=row.periodicite,
            confidentialite=row.confidentialite,
            raa=row.raa,
            exemplaires=row.exemplaires,
            paraphe=row.paraphe,
            visas=row.visas,
            avis=row.avis,
            articles=tuple(Article(a.titre, a.texte) for a in self.parts(ArticleRow, row)),
            composition=tuple(
                Membre(m.fonction, m.organisme, m.permanent)
                for m in self.parts(CompositionRow, row)
            ),
            signee_par=row.signee_par,
            denonciation=Denonciation(ended, row.denonciation_effet, row.denonciation_motif)
            if ended
            else None,
            pieces=pieces(self._session, row),
            versions=versions(self._session, row),
        )

    def sign(self, code: str, on: dt.date, lieu: str, par: str) -> None:
        """Record that every signatory signed on that day, in that place."""
        row = self.row(code)
        row.etat = EtatConvention.SIGNEE.value
        row.etat_le = on
        row.signee_le = on
        row.signature_lieu = lieu
        row.signee_par = par
        for signataire in self.signataires(row):
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

    def row(self, code: str) -> ConventionRow:
        """Return the row of a code.

        Raises:
            NotFoundError: No such convention.
        """
        found = self._session.scalar(select(ConventionRow).where(ConventionRow.code == code))
        if found is None:
            known = self._session.scalars(select(ConventionRow.code).order_by(ConventionRow.tri))
            raise NotFoundError(
                f"La convention « {code} » n'existe pas. "
                f"Conventions de la base : {', '.join(known) or 'aucune'}."
            )
        return found

    def signataires(self, row: ConventionRow) -> Sequence[SignataireRow]:
        """Return the signatories in order of their blocks."""
        return self._session.scalars(
            select(SignataireRow)
            .join(PartieRow, PartieRow.id == SignataireRow.partie_id)
            .where(PartieRow.convention_id == row.id)
            .order_by(SignataireRow.rang, SignataireRow.id)
        ).all()

    def parts(self, kind: type[_Part], row: ConventionRow) -> Sequence[_Part]:
        """Return the parts of one kind in order."""
        order = "numero" if hasattr(kind, "numero") else "rang"
        return self._session.scalars(
            select(kind).where(kind.convention_id == row.id).order_by(getattr(kind, order))
        ).all()

    def _annexes(self, row: ConventionRow) -> tuple[AnnexeDetails, ...]:
        rows = self.parts(AnnexeRow, row)
        kept = [a.empreinte for a in rows if a.empreinte]
        sizes = dict(
            self._session.execute(
                select(FichierRow.empreinte, FichierRow.taille).where(
                    FichierRow.empreinte.in_(kept)
                )
            ).all()
        )
        return tuple(
            AnnexeDetails(
                a.numero, a.titre, ContenuAnnexe(a.contenu), a.integrante,
                FichierAnnexe(a.fichier_nom, a.empreinte, sizes[a.empreinte], a.pages)
                if a.empreinte
                else None,
            )
            for a in rows
        )  # fmt: skip

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


def _signataire(row: SignataireRow, partie: int) -> SignataireDetails:
    mandat = None
    if row.mandat_mode:
        mandat = Mandat(
            ModeSignature(row.mandat_mode), row.mandat_nom, row.mandat_qualite,
            Genre(row.mandat_genre), row.mandat_acte,
        )  # fmt: skip
    return SignataireDetails(
        row.id, partie, row.rang, row.nom, row.qualite, Genre(row.genre), row.signe_le,
        row.copreside, mandat,
    )  # fmt: skip


def _summary(row: ConventionRow, plan: str, territoire: str, parties: str) -> ConventionSummary:
    return ConventionSummary(
        row.id, row.version, row.code, NatureConvention(row.nature), row.titre, plan, territoire,
        parties, EtatConvention(row.etat), row.etat_le, row.fin,
        Duree(row.debut, row.duree_mois, row.fin, row.tacite), row.nature_libre,
    )  # fmt: skip
