"""Reads and changes what is remembered of partners."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.disposition import Champ, ColonneDisposition, Disposition
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.lexique import NatureTerme, Terme
from sdpd_desktop.domain.memoire import AliasDate, DispositionConnue
from sdpd_desktop.persistence.memoire_rows import AliasRow, DispositionRow, TermeRow
from sdpd_desktop.persistence.partenaire_rows import PartenaireRow

_Kept = AliasRow | DispositionRow | TermeRow


class MemoireRepository:
    """Dated aliases, layouts and words, by code of partner."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def aliases(self) -> tuple[AliasDate, ...]:
        """Return the dated aliases of every partner, in order of name."""
        rows = self._session.execute(
            select(AliasRow, PartenaireRow.code)
            .join(PartenaireRow, PartenaireRow.id == AliasRow.partenaire_id)
            .order_by(AliasRow.nom, AliasRow.id)
        )
        return tuple(
            AliasDate(row.id, code, row.nom, row.depuis, row.jusqu_au) for row, code in rows
        )

    def dispositions(self, partenaire: str = "") -> tuple[DispositionConnue, ...]:
        """Return the layouts remembered, of one partner or of all, newest first."""
        query = (
            select(DispositionRow, PartenaireRow.code)
            .join(PartenaireRow, PartenaireRow.id == DispositionRow.partenaire_id)
            .order_by(DispositionRow.confirmee_le.desc(), DispositionRow.id.desc())
        )
        if partenaire:
            query = query.where(PartenaireRow.code == partenaire)
        return tuple(
            DispositionConnue(
                row.id, code, row.cle, Disposition(row.feuille, tuple(map(_column, row.colonnes))),
                row.confirmee_le,
            )
            for row, code in self._session.execute(query)
        )  # fmt: skip

    def termes(self, partenaire: str) -> tuple[Terme, ...]:
        """Return the words of a partner whose meaning is known, in order."""
        rows = self._session.execute(
            select(TermeRow)
            .join(PartenaireRow, PartenaireRow.id == TermeRow.partenaire_id)
            .where(PartenaireRow.code == partenaire)
            .order_by(TermeRow.nature, TermeRow.terme)
        ).scalars()
        return tuple(
            Terme(row.id, partenaire, NatureTerme(row.nature), row.terme, row.sens, row.convenu_le)
            for row in rows
        )

    def add_alias(
        self, partenaire: str, nom: str, depuis: dt.date | None, jusqu_au: dt.date | None
    ) -> None:
        """Give a partner one more name."""
        self._session.add(
            AliasRow(
                partenaire_id=self._partner(partenaire), nom=nom, depuis=depuis, jusqu_au=jusqu_au
            )
        )

    def keep_disposition(self, partenaire: str, disposition: Disposition, on: dt.date) -> None:
        """Remember a layout; the same titles again replace what their columns were taken for."""
        owner = self._partner(partenaire)
        row = self._session.scalar(
            select(DispositionRow).where(
                DispositionRow.partenaire_id == owner, DispositionRow.cle == disposition.cle
            )
        )
        if row is None:
            row = DispositionRow(partenaire_id=owner, cle=disposition.cle)
            self._session.add(row)
        row.feuille = disposition.feuille
        row.colonnes = tuple(map(_kept, disposition.colonnes))
        row.confirmee_le = on

    def keep_terme(
        self, partenaire: str, nature: NatureTerme, terme: str, sens: str, on: dt.date
    ) -> None:
        """Remember what a word means; a new meaning replaces the old."""
        owner = self._partner(partenaire)
        row = self._session.scalar(
            select(TermeRow).where(
                TermeRow.partenaire_id == owner,
                TermeRow.nature == nature.value,
                TermeRow.terme == terme,
            )
        )
        if row is None:
            row = TermeRow(partenaire_id=owner, nature=nature.value, terme=terme)
            self._session.add(row)
        row.sens, row.convenu_le = sens, on

    def forget(self, id_: str) -> None:
        """Forget an alias, a layout or a word.

        Raises:
            NotFoundError: It is forgotten already.
        """
        kinds: tuple[type[_Kept], ...] = (AliasRow, DispositionRow, TermeRow)
        row = next((found for kind in kinds if (found := self._session.get(kind, id_))), None)
        if row is None:
            raise NotFoundError("Cela est déjà oublié : rien n'a été modifié.")
        self._session.delete(row)

    def _partner(self, code: str) -> str:
        found = self._session.scalar(select(PartenaireRow.id).where(PartenaireRow.code == code))
        if found is None:
            raise NotFoundError(f"Le partenaire « {code} » n'existe pas.")
        return found


def _kept(column: ColonneDisposition) -> str:
    """Write a column; its title comes last, for it may hold anything."""
    of = (column.territoire, column.zone, column.periode, column.indicateur)
    return "|".join((column.champ, *of, column.titre))


def _column(kept: str) -> ColonneDisposition:
    champ, territoire, zone, periode, indicateur, titre = kept.split("|", 5)
    return ColonneDisposition(titre, Champ(champ), territoire, zone, periode, indicateur)
