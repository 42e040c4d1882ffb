"""Keeps whom the office trusts, and the signed copies of its conventions."""

import datetime as dt
import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.confiance import Autorite, Confiance, ListeRevocation
from sdpd_desktop.domain.errors import DamageError, NotFoundError
from sdpd_desktop.domain.verification import Exemplaire, VerdictSignature, Verification
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.convention_rows import ConventionRow
from sdpd_desktop.persistence.retour_rows import ContenuRow, FichierRow
from sdpd_desktop.persistence.signature_rows import (
    AutoriteRow,
    ExemplaireRow,
    ListeRevocationRow,
)


class SignatureRepository:
    """Authorities, revocation lists, and the register of signed copies."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # ---------------------------------------------------------------- trust

    def confiance(self) -> Confiance:
        """Return whom the office trusts.

        Raises:
            DamageError: A certificate or a list is no longer the one that was imported.
        """
        autorites = self._session.scalars(select(AutoriteRow).order_by(AutoriteRow.sujet))
        listes = self._session.scalars(
            select(ListeRevocationRow).order_by(
                ListeRevocationRow.emise_par, ListeRevocationRow.emise_le.desc()
            )
        )
        return Confiance(
            tuple(
                Autorite(
                    a.empreinte, a.sujet, a.emise_par, a.debut, a.fin,
                    self._octets(a.empreinte, a.sujet), a.importee_le,
                )
                for a in autorites
            ),
            tuple(
                ListeRevocation(
                    c.empreinte, c.emise_par, c.emise_le, c.prochaine, c.nombre,
                    self._octets(c.empreinte, c.emise_par), c.importee_le,
                )
                for c in listes
            ),
        )  # fmt: skip

    def add_autorite(self, autorite: Autorite, instant: dt.datetime) -> bool:
        """Add an authority; False when it is there already."""
        if self._has(AutoriteRow, autorite.empreinte):
            return False
        self._session.add(
            AutoriteRow(
                empreinte=autorite.empreinte, sujet=autorite.sujet, emise_par=autorite.emetteur,
                debut=autorite.debut, fin=autorite.fin, importee_le=instant,
            )
        )  # fmt: skip
        return True

    def add_liste(self, liste: ListeRevocation, instant: dt.datetime) -> bool:
        """Add a revocation list in the place of older ones of its authority; False if there."""
        if self._has(ListeRevocationRow, liste.empreinte):
            return False
        older = self._session.scalars(
            select(ListeRevocationRow).where(
                ListeRevocationRow.emise_par == liste.emetteur,
                ListeRevocationRow.emise_le < liste.emise_le,
            )
        )
        for row in older:
            self._session.delete(row)
        self._session.add(
            ListeRevocationRow(
                empreinte=liste.empreinte, emise_par=liste.emetteur, emise_le=liste.emise_le,
                prochaine=liste.prochaine, nombre=liste.nombre, importee_le=instant,
            )
        )  # fmt: skip
        return True

    def remove(self, empreinte: str) -> None:
        """Take an authority or a list away.

        Raises:
            NotFoundError: There is none of that hash.
        """
        for table in (AutoriteRow, ListeRevocationRow):
            row = self._session.scalar(select(table).where(table.empreinte == empreinte))
            if row is not None:
                self._session.delete(row)
                return
        raise NotFoundError("Cette autorité ou cette liste n'est plus là. Relisez la page.")

    def _has(self, table: type[AutoriteRow] | type[ListeRevocationRow], empreinte: str) -> bool:
        return self._session.scalar(select(table).where(table.empreinte == empreinte)) is not None

    def _octets(self, empreinte: str, nom: str) -> bytes:
        contenu = self._session.get(ContenuRow, empreinte)
        if contenu is None or hashlib.sha256(contenu.octets).hexdigest() != empreinte:
            raise DamageError(
                f"Le fichier gardé pour « {nom} » est abîmé. Restaurez la dernière sauvegarde."
            )
        return contenu.octets

    # ------------------------------------------------------------- register

    def registre(self, convention: str = "") -> tuple[Exemplaire, ...]:
        """Return the signed copies in order of filing; of every convention when ""."""
        query = (
            select(ExemplaireRow, ConventionRow.code, FichierRow.empreinte)
            .join(ConventionRow, ConventionRow.id == ExemplaireRow.convention_id)
            .join(FichierRow, FichierRow.id == ExemplaireRow.fichier_id)
            .order_by(ExemplaireRow.verifie_le, ExemplaireRow.id)
        )
        if convention:
            query = query.where(ConventionRow.code == convention)
        return tuple(
            Exemplaire(
                row.id, code, row.nom, empreinte, row.revisions, VerdictSignature(row.verdict),
                row.verifie_le, row.motifs, row.complet, row.ecarte_le,
            )
            for row, code, empreinte in self._session.execute(query)
        )  # fmt: skip

    def deposer(self, convention: str, fichier: str, verification: Verification) -> str:
        """Add a signed copy to the register; ``fichier`` is the id of the kept file."""
        row = ExemplaireRow(
            id=new_id(), convention_id=convention, fichier_id=fichier, nom=verification.nom,
            revisions=verification.constat.revisions, verdict=verification.verdict.value,
            motifs=tuple(
                motif.texte
                for motif in verification.motifs
                if motif.poids is not VerdictSignature.VALIDE
            ),
            verifie_le=verification.verifie_le, complet=verification.complet,
        )  # fmt: skip
        self._session.add(row)
        return row.id

    def ecarter(self, exemplaire: Exemplaire, instant: dt.datetime) -> None:
        """Give a copy up; it stays known, so that nobody takes it for the good one."""
        self._session.get_one(ExemplaireRow, exemplaire.id).ecarte_le = instant

    def copie(self, exemplaire: Exemplaire) -> bytes:
        """Return the bytes of a signed copy.

        Raises:
            DamageError: They are no longer those that were filed.
        """
        return self._octets(exemplaire.empreinte, exemplaire.nom)
