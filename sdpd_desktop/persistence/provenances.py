"""Finds what a value came from: its own row or the journal, its import, its kept file."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.provenance import AUCUN_FICHIER, EtatFichier, FichierRecu
from sdpd_desktop.persistence.expurgations import ExpurgationRepository
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.journal_rows import (
    ChangementChargeRow,
    ChangementLigneRow,
    ChangementRow,
)
from sdpd_desktop.persistence.recorder import payload
from sdpd_desktop.persistence.retour_rows import (
    ContenuRow,
    ContributionRow,
    EtapeRetourRow,
    FichierRow,
    ImportationLigneRow,
    ImportationRow,
)


class ProvenanceRepository:
    """Values, import lines and files by their ids."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def value(self, observation: str) -> tuple[Mapping[str, Any], int | None]:
        """Return the columns of a value, and the changement that added it.

        Raises:
            NotFoundError: It is gone.
        """
        row = self._session.get(ObservationRow, observation)
        if row is None:
            raise NotFoundError("Cette valeur n'existe plus : son import ou sa saisie est annulé.")
        return payload(row), self._added_by(row)

    def contribution(self, contribution: str) -> tuple[ContributionRow, int | None]:
        """Return what a unit gave of a sum, and the changement that added it.

        Raises:
            NotFoundError: It is gone.
        """
        row = self._session.get(ContributionRow, contribution)
        if row is None:
            raise NotFoundError("Cette part n'existe plus : son import ou sa saisie est annulé.")
        return row, self._added_by(row)

    def _added_by(self, row: ObservationRow | ContributionRow) -> int | None:
        return self._session.scalar(
            select(ChangementLigneRow.numero)
            .where(
                ChangementLigneRow.table_touchee == row.__tablename__,
                ChangementLigneRow.ligne_id == row.id,
                ChangementLigneRow.operation == "ajout",
            )
            # Added again when an undo was put back: the first tells where it came from.
            .order_by(ChangementLigneRow.numero)
        )

    def told(self, numero: int, ligne: str) -> tuple[str, Mapping[str, Any]]:
        """Return what the journal calls a row that a changement touched, and its columns.

        Raises:
            NotFoundError: The journal no longer holds them.
        """
        charge = self._session.scalar(
            select(ChangementChargeRow)
            .join(
                ChangementLigneRow,
                (ChangementLigneRow.numero == ChangementChargeRow.numero)
                & (ChangementLigneRow.rang == ChangementChargeRow.rang),
            )
            .where(ChangementLigneRow.numero == numero, ChangementLigneRow.ligne_id == ligne)
        )
        if charge is None:
            raise NotFoundError("Le journal ne garde plus le détail de cette ligne.")
        return charge.objet, charge.apres or charge.avant or {}

    def holding(self, table: str, ligne: str) -> int | None:
        """Return the changement whose values a row holds: the last that was not put back.

        None when the journal tells of none.
        """
        touched = self._session.execute(
            select(ChangementRow.numero, ChangementRow.annule)
            .join(ChangementLigneRow, ChangementLigneRow.numero == ChangementRow.numero)
            .where(
                ChangementLigneRow.table_touchee == table,
                ChangementLigneRow.ligne_id == ligne,
            )
            .order_by(ChangementRow.numero.desc())
        )
        put_back: set[int] = set()
        for numero, annule in touched:
            if numero in put_back:
                continue
            if annule is None:
                return numero
            put_back.add(annule)
        return None

    def importation(self, numero: int) -> ImportationRow | None:
        """Return the import that a changement is, None when it is something else."""
        return self._session.scalar(
            select(ImportationRow)
            .join(ChangementLigneRow, ChangementLigneRow.ligne_id == ImportationRow.id)
            .where(
                ChangementLigneRow.numero == numero,
                ChangementLigneRow.table_touchee == ImportationRow.__tablename__,
            )
        )

    def emetteur(self, numero: int) -> str:
        """Return the unit of a partner whose answer a changement took in, or ""."""
        found = self._session.scalar(
            select(EtapeRetourRow.emetteur)
            .join(ChangementLigneRow, ChangementLigneRow.ligne_id == EtapeRetourRow.id)
            .where(
                ChangementLigneRow.numero == numero,
                ChangementLigneRow.table_touchee == EtapeRetourRow.__tablename__,
            )
        )
        return found or ""

    def import_line(self, numero: int, objet: str) -> tuple[str, str, str]:
        """Return the import of a changement, and where and what its file said of an object."""
        found = self._session.execute(
            select(ImportationLigneRow)
            .join(
                ChangementLigneRow,
                ChangementLigneRow.ligne_id == ImportationLigneRow.importation_id,
            )
            .where(
                ChangementLigneRow.numero == numero,
                ImportationLigneRow.objet == objet,
                ImportationLigneRow.appliquee,
            )
        ).scalar()
        if found is None:
            return "", "", ""
        return found.importation_id, found.lieu, found.texte

    def file_of(self, importation: str | None) -> FichierRecu:
        """Return the file of an import, and what is left of it."""
        row = self._session.scalar(
            select(FichierRow)
            .join(ImportationRow, ImportationRow.fichier_id == FichierRow.id)
            .where(ImportationRow.id == importation)
        )
        if row is None:
            return AUCUN_FICHIER
        expunged = ExpurgationRepository(self._session).of_file(row.empreinte)
        suite = ""
        if expunged is not None:
            day = format_date(expunged.faite_le.astimezone().date())
            suite = f"Expurgé le {day} par {expunged.auteur} : {expunged.motif}"
            etat = EtatFichier.EXPURGE_EN_PARTIE if expunged.reste else EtatFichier.EXPURGE
        elif self._kept(row.empreinte):
            etat = EtatFichier.CONSERVE
        else:
            etat = EtatFichier.TROP_GROS
        return FichierRecu(etat, row.nom, row.empreinte, row.taille, row.recu_le, suite)

    def octets(self, empreinte: str) -> bytes | None:
        """Return what is kept of a file."""
        row = self._session.get(ContenuRow, empreinte)
        return None if row is None else row.octets

    def _kept(self, empreinte: str) -> bool:
        query = select(ContenuRow.empreinte).where(ContenuRow.empreinte == empreinte)
        return self._session.scalar(query) is not None
