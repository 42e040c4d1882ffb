"""Keeps what is filed with a convention: pieces, frozen versions, the office's own templates."""

import datetime as dt
import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.convention import NaturePiece, PieceDetails, VersionResume
from sdpd_desktop.domain.convention_json import ecrire, lire
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import DamageError, NotFoundError, UserError
from sdpd_desktop.domain.modele_convention import ModeleSummary
from sdpd_desktop.domain.version_convention import ConventionExportee
from sdpd_desktop.persistence.convention_rows import (
    ConventionRow,
    ModeleConventionRow,
    PieceRow,
    VersionConventionRow,
)
from sdpd_desktop.persistence.expurgations import ExpurgationRepository
from sdpd_desktop.persistence.retour_rows import ContenuRow, FichierRow


def pieces(session: Session, row: ConventionRow) -> tuple[PieceDetails, ...]:
    """Return the pieces of a convention, oldest first."""
    found = session.execute(
        select(PieceRow, FichierRow)
        .join(FichierRow, FichierRow.id == PieceRow.fichier_id)
        .where(PieceRow.convention_id == row.id)
        .order_by(PieceRow.deposee_le, PieceRow.id)
    )
    return tuple(
        PieceDetails(
            piece.id, NaturePiece(piece.nature), piece.nom, file.empreinte, file.taille,
            piece.deposee_le, piece.auteur, piece.commentaire,
        )
        for piece, file in found
    )  # fmt: skip


def versions(session: Session, row: ConventionRow) -> tuple[VersionResume, ...]:
    """Return the frozen versions of a convention, oldest first."""
    found = session.execute(
        select(VersionConventionRow, FichierRow.empreinte)
        .join(FichierRow, FichierRow.id == VersionConventionRow.fichier_id)
        .where(VersionConventionRow.convention_id == row.id)
        .order_by(VersionConventionRow.numero)
    )
    return tuple(VersionResume(v.numero, v.figee_le, v.nom, sha) for v, sha in found)


def frozen(session: Session, row: ConventionRow, numero: int) -> ConventionExportee:
    """Return a version as it was frozen.

    Raises:
        NotFoundError: The convention has no such version.
    """
    content = session.scalar(
        select(VersionConventionRow.contenu).where(
            VersionConventionRow.convention_id == row.id, VersionConventionRow.numero == numero
        )
    )
    if content is None:
        raise NotFoundError(f"La convention {row.code} n'a pas de version n° {numero}.")
    return lire(content)


class VersionRepository:
    """What is filed with conventions."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def frozen(self, row: ConventionRow, numero: int) -> ConventionExportee:
        """Return a version as it was frozen.

        Raises:
            NotFoundError: The convention has no such version.
        """
        return frozen(self._session, row, numero)

    def freeze(
        self,
        row: ConventionRow,
        numero: int,
        exportee: ConventionExportee,
        fichier: tuple[str, str],
        on: dt.datetime,
    ) -> None:
        """Keep the content as it is; ``fichier`` is the id and the name of the signed copy."""
        fichier_id, nom = fichier
        self._session.add(
            VersionConventionRow(
                convention_id=row.id, numero=numero, figee_le=on, fichier_id=fichier_id, nom=nom,
                contenu=ecrire(exportee),
            )
        )  # fmt: skip

    def add_piece(
        self,
        row: ConventionRow,
        nature: NaturePiece,
        fichier: tuple[str, str],
        on: dt.datetime,
        auteur: str,
        commentaire: str,
    ) -> None:
        """Keep a file with the convention; ``fichier`` is its id and its name."""
        fichier_id, nom = fichier
        self._session.add(
            PieceRow(
                convention_id=row.id, fichier_id=fichier_id, nature=nature.value, nom=nom,
                deposee_le=on, auteur=auteur, commentaire=commentaire,
            )
        )  # fmt: skip

    def remove_piece(self, piece: str) -> None:
        """Take a piece off; its file stays kept, as the journal tells of it."""
        self._session.delete(self._session.get_one(PieceRow, piece))

    def octets(self, empreinte: str) -> bytes:
        """Return the bytes of a kept file.

        Raises:
            DamageError: They are gone, or no longer those that were kept.
            UserError: They were expunged.
        """
        expunged = ExpurgationRepository(self._session).of_file(empreinte)
        if expunged is not None:
            day = format_date(expunged.faite_le.astimezone().date())
            raise UserError(
                f"Ce fichier a été expurgé le {day} par {expunged.auteur} "
                f"({expunged.motif}) : il ne s'ouvre plus. Déposez-en un autre."
            )
        kept = self._session.get(ContenuRow, empreinte)
        if kept is None or hashlib.sha256(kept.octets).hexdigest() != empreinte:
            raise DamageError(
                "Le fichier gardé avec la convention est abîmé ou absent. Restaurez la dernière "
                "sauvegarde."
            )
        return kept.octets

    # -------------------------------------------------------------- templates

    def modeles(self) -> tuple[ModeleSummary, ...]:
        """Return the templates of the office."""
        rows = self._session.scalars(
            select(ModeleConventionRow).order_by(ModeleConventionRow.libelle)
        )
        return tuple(
            ModeleSummary(
                row.code, row.libelle, lire(row.contenu).convention.resume.nature, id=row.id
            )
            for row in rows
        )

    def modele(self, code: str) -> ConventionExportee:
        """Return the content of a template.

        Raises:
            NotFoundError: No such template.
        """
        return lire(self._modele(code).contenu)

    def add_modele(self, code: str, libelle: str, exportee: ConventionExportee) -> None:
        """Keep a template."""
        self._session.add(ModeleConventionRow(code=code, libelle=libelle, contenu=ecrire(exportee)))

    def delete_modele(self, code: str) -> None:
        """Take a template away.

        Raises:
            NotFoundError: No such template.
        """
        self._session.delete(self._modele(code))

    def _modele(self, code: str) -> ModeleConventionRow:
        row = self._session.scalar(
            select(ModeleConventionRow).where(ModeleConventionRow.code == code)
        )
        if row is None:
            raise NotFoundError("Ce modèle n'est plus dans la liste. Choisissez-en un autre.")
        return row
