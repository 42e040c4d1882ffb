"""Keeps what people write for reports, and the register of those that were issued."""

import hashlib

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import DamageError, NotFoundError
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.rapport import (
    Diffusion,
    Narratif,
    RapportEmis,
    SectionNarratif,
    TypeRapport,
)
from sdpd_desktop.domain.reference import SourceReference
from sdpd_desktop.persistence.plan_rows import PlanRow
from sdpd_desktop.persistence.rapport_rows import DocumentSourceRow, NarratifRow, RapportEmisRow
from sdpd_desktop.persistence.retour_rows import ContenuRow, FichierRow


class RapportRepository:
    """Narratives by plan and period, the register, and the documents that plans quote."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # ------------------------------------------------------------------ narrative

    def narratif(self, plan: PlanRow, periode: Periode) -> Narratif:
        """Return what was written; a part never written, or emptied, is absent."""
        rows = self._narratives(plan, periode)
        return Narratif(
            plan.code,
            periode,
            tuple((s, rows[s.value].texte) for s in SectionNarratif if s.value in rows),
        )

    def write(self, plan: PlanRow, periode: Periode, section: SectionNarratif, texte: str) -> None:
        """Store the text of a part; an empty one takes it away."""
        row = self._narratives(plan, periode).get(section.value)
        if row is None and texte:
            self._session.add(
                NarratifRow(
                    plan_id=plan.id, periode=periode.code, section=section.value, texte=texte
                )
            )
        elif row is not None and not texte:
            self._session.delete(row)
        elif row is not None:
            row.texte = texte

    def _narratives(self, plan: PlanRow, periode: Periode) -> dict[str, NarratifRow]:
        rows = self._session.scalars(
            select(NarratifRow).where(
                NarratifRow.plan_id == plan.id, NarratifRow.periode == periode.code
            )
        )
        return {row.section: row for row in rows}

    # ------------------------------------------------------------------- register

    def next_number(self, plan: PlanRow, type_: TypeRapport, periode: Periode, objet: str) -> int:
        """Return the version that the next report of that kind, period and object bears."""
        last = self._session.scalar(
            select(func.max(RapportEmisRow.numero)).where(
                RapportEmisRow.plan_id == plan.id,
                RapportEmisRow.type == type_.value,
                RapportEmisRow.periode == periode.code,
                RapportEmisRow.objet_code == objet,
            )
        )
        return (last or 0) + 1

    def keep(self, plan: PlanRow, emis: RapportEmis, fichier: str) -> None:
        """Add a line to the register; ``fichier`` is the id of the file kept."""
        self._session.add(
            RapportEmisRow(
                id=emis.id, plan_id=plan.id, type=emis.type.value, periode=emis.periode.code,
                objet_code=emis.objet, titre=emis.titre, numero=emis.numero, emis_le=emis.emis_le,
                destinataire=emis.destinataire, auteur=emis.auteur,
                diffusion=emis.diffusion.value, format=emis.format, nom=emis.nom,
                fichier_id=fichier,
            )
        )  # fmt: skip

    def register(self, plan: PlanRow | None) -> tuple[RapportEmis, ...]:
        """Return what was issued, the latest first; for every plan when None."""
        query = (
            select(RapportEmisRow, PlanRow.code, FichierRow)
            .join(PlanRow, PlanRow.id == RapportEmisRow.plan_id)
            .join(FichierRow, FichierRow.id == RapportEmisRow.fichier_id)
            .order_by(RapportEmisRow.emis_le.desc(), RapportEmisRow.id.desc())
        )
        if plan is not None:
            query = query.where(RapportEmisRow.plan_id == plan.id)
        return tuple(_issued(row, code, file) for row, code, file in self._session.execute(query))

    def copy(self, emis_id: str) -> bytes:
        """Return the bytes that were issued.

        Raises:
            NotFoundError: No such line in the register.
            DamageError: The bytes kept are no longer those that were issued.
        """
        row = self._session.get(RapportEmisRow, emis_id)
        if row is None:
            raise NotFoundError("Ce document n'est pas au registre. Relisez la liste.")
        file = self._session.get_one(FichierRow, row.fichier_id)
        contenu = self._session.get(ContenuRow, file.empreinte)
        if contenu is None or hashlib.sha256(contenu.octets).hexdigest() != file.empreinte:
            raise DamageError(
                f"L'exemplaire gardé de « {row.objet} » est abîmé. Restaurez la dernière "
                "sauvegarde."
            )
        return contenu.octets

    # -------------------------------------------------------------------- sources

    def sources(self) -> tuple[SourceReference, ...]:
        """Return the documents that plans quote, in order."""
        rows = self._session.scalars(select(DocumentSourceRow).order_by(DocumentSourceRow.tri))
        return tuple(SourceReference(r.code, r.titre, r.date, r.periode) for r in rows)


def _issued(row: RapportEmisRow, plan: str, file: FichierRow) -> RapportEmis:
    return RapportEmis(
        row.id, plan, TypeRapport(row.type), parse_periode(row.periode), row.objet_code,
        row.titre, row.numero, row.emis_le, row.destinataire, row.auteur,
        Diffusion(row.diffusion), row.format, row.nom, file.taille, file.empreinte,
    )  # fmt: skip
