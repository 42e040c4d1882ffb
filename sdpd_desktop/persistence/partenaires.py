"""Reads partners and territories; dates the limits of territories."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.partenaire import Contact, Emetteur, PartenaireSummary, Zone
from sdpd_desktop.domain.territoire import NatureTerritoire, TerritoireSummary
from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.persistence.journal_rows import ChangementChargeRow, ChangementLigneRow
from sdpd_desktop.persistence.partenaire_rows import (
    EmetteurRow,
    InclusionRow,
    MembreRow,
    PartenaireRow,
    SuccessionRow,
    TerritoireRow,
)
from sdpd_desktop.persistence.retour_rows import ContributionRow, EtapeRetourRow, RetourRow

_Given = TypeVar("_Given", ContributionRow, EtapeRetourRow)


class PartenaireRepository:
    """Partners and territories by code."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def summaries(self, on: dt.date) -> tuple[PartenaireSummary, ...]:
        """Return all partners in order of code, with the members of that day."""
        rows = self._session.scalars(select(PartenaireRow).order_by(PartenaireRow.tri)).all()
        codes = {row.id: row.code for row in rows}
        territoires = dict(
            self._session.execute(select(TerritoireRow.id, TerritoireRow.code)).all()
        )
        membres: dict[str, list[str]] = defaultdict(list)
        for membre in self._session.scalars(
            select(MembreRow)
            .where(
                or_(MembreRow.depuis.is_(None), MembreRow.depuis <= on),
                or_(MembreRow.jusqu_au.is_(None), MembreRow.jusqu_au >= on),
            )
            .order_by(MembreRow.rang)
        ):
            membres[membre.collectif_id].append(codes[membre.partenaire_id])
        successeurs: dict[str, list[tuple[str, dt.date]]] = defaultdict(list)
        for succession in self._session.scalars(select(SuccessionRow).order_by(SuccessionRow.le)):
            successeurs[succession.ancien_id].append((codes[succession.nouveau_id], succession.le))
        units = self.emetteurs()
        return tuple(
            PartenaireSummary(
                row.id, row.code, row.nom, row.sigle, row.nature,
                Zone(row.zone) if row.zone else None,
                territoires.get(row.territoire_id or "", ""), row.collectif, row.depuis,
                row.jusqu_au, row.alias, tuple(membres[row.id]),
                codes.get(row.relais_id or "", ""), tuple(successeurs[row.id]),
                Contact(row.contact, row.adresse, row.courriel, row.telephone),
                tuple(units[row.id]),
            )
            for row in rows
        )  # fmt: skip

    def emetteurs(self) -> dict[str, list[Emetteur]]:
        """Return the units that return files of their own, by id of their partner."""
        found: dict[str, list[Emetteur]] = defaultdict(list)
        for row, territoire in self._session.execute(
            select(EmetteurRow, TerritoireRow.code).outerjoin(
                TerritoireRow, TerritoireRow.id == EmetteurRow.territoire_id
            )
        ):
            found[row.partenaire_id].append(Emetteur(row.nom, territoire or ""))
        for units in found.values():
            units.sort(key=lambda unit: natural_key(unit.nom))
        return found

    def settle(self, code: str, contact: Contact, emetteurs: Sequence[Emetteur]) -> None:
        """Say whom to write to at a partner, and which of its units return files.

        Raises:
            NotFoundError: No such partner or territory.
            ValidationError: A unit takes the name of one that gave answers.
        """
        row = self._session.scalar(select(PartenaireRow).where(PartenaireRow.code == code))
        if row is None:
            raise NotFoundError(f"Le partenaire « {code} » n'existe pas.")
        row.contact, row.adresse = contact.fonction, contact.adresse
        row.courriel, row.telephone = contact.courriel, contact.telephone
        old = {
            unit.nom: unit
            for unit in self._session.scalars(
                select(EmetteurRow).where(EmetteurRow.partenaire_id == row.id)
            )
        }
        self._rename(row.id, old, {u.avant: u.nom for u in emetteurs if u.avant in old})
        wanted = {unit.nom: unit.territoire for unit in emetteurs}
        for nom in old.keys() - wanted.keys():
            self._session.delete(old[nom])
        self._session.flush()
        for nom, territoire in wanted.items():
            unit = old.get(nom) or EmetteurRow(partenaire_id=row.id, nom=nom)
            unit.territoire_id = self.territoire_row(territoire).id if territoire else None
            self._session.add(unit)
        self._session.flush()

    def _rename(
        self, partenaire: str, units: dict[str, EmetteurRow], names: Mapping[str, str]
    ) -> None:
        """Give units their new names, with all that they gave; ``units`` is by name."""
        moved = {old: new for old, new in names.items() if old != new}
        rows: list[ContributionRow | EtapeRetourRow] = [
            *self._of(ContributionRow, partenaire),
            *self._of(EtapeRetourRow, partenaire),
        ]
        given = defaultdict(list)
        for row in rows:
            if row.emetteur is not None:
                given[row.emetteur].append(row)
        for new in moved.values():
            if new in given and new not in moved:
                raise ValidationError(
                    "emetteurs",
                    f"Des réponses de « {new} » sont enregistrées : donnez un autre nom, ou "
                    "gardez ce service.",
                )
        going = {old: (units.pop(old), given[old]) for old in moved}
        # By way of names that nobody has: two units may exchange theirs.
        for apart in (True, False):
            for old, (unit, rows) in going.items():
                unit.nom = unit.id if apart else moved[old]
                for row in rows:
                    row.emetteur = unit.nom
            self._session.flush()
        units.update({moved[old]: unit for old, (unit, _rows) in going.items()})

    def _of(self, table: type[_Given], partenaire: str) -> Iterator[_Given]:
        """Yield the rows of the returns of a partner."""
        yield from self._session.scalars(
            select(table)
            .join(RetourRow, RetourRow.id == table.retour_id)
            .where(RetourRow.partenaire_id == partenaire)
        )

    def nom_actuel(self, partenaire: str, emetteur: str) -> str:
        """Return the name that a unit of a partner goes by now: the journal knows the old ones."""
        query = (
            select(ChangementChargeRow.avant, EmetteurRow.nom)
            .join(
                ChangementLigneRow,
                (ChangementLigneRow.numero == ChangementChargeRow.numero)
                & (ChangementLigneRow.rang == ChangementChargeRow.rang),
            )
            .join(EmetteurRow, EmetteurRow.id == ChangementLigneRow.ligne_id)
            .join(PartenaireRow, PartenaireRow.id == EmetteurRow.partenaire_id)
            .where(
                ChangementLigneRow.table_touchee == EmetteurRow.__tablename__,
                PartenaireRow.code == partenaire,
            )
            .order_by(ChangementChargeRow.numero.desc())
        )
        renamed = (
            nom
            for before, nom in self._session.execute(query)
            if before is not None and before["nom"] == emetteur
        )
        return next(renamed, emetteur)

    def territoires(self) -> tuple[TerritoireSummary, ...]:
        """Return all territories in order of code."""
        outer = aliased(TerritoireRow)
        dans: dict[str, list[str]] = defaultdict(list)
        for inner_id, code in self._session.execute(
            select(InclusionRow.territoire_id, outer.code)
            .join(outer, outer.id == InclusionRow.dans_id)
            .order_by(outer.tri)
        ):
            dans[inner_id].append(code)
        return tuple(
            TerritoireSummary(
                row.id, row.code, row.nom, NatureTerritoire(row.nature), row.insee,
                row.population, tuple(dans[row.id]), row.perimetre_depuis, row.zones_depuis,
            )
            for row in self._session.scalars(select(TerritoireRow).order_by(TerritoireRow.tri))
        )  # fmt: skip

    def date_territoire(
        self, code: str, perimetre_depuis: dt.date | None, zones_depuis: dt.date | None
    ) -> None:
        """Say since when a territory has its limits and its zones.

        Raises:
            NotFoundError: No such territory.
        """
        row = self.territoire_row(code)
        row.perimetre_depuis, row.zones_depuis = perimetre_depuis, zones_depuis

    def territoire_ids(self) -> dict[str, str]:
        """Return the ids of all territories by code."""
        return dict(self._session.execute(select(TerritoireRow.code, TerritoireRow.id)).all())

    def territoire_row(self, code: str) -> TerritoireRow:
        """Return the row of a territory, for the other repositories.

        Raises:
            NotFoundError: No such territory.
        """
        found = self._session.scalar(select(TerritoireRow).where(TerritoireRow.code == code))
        if found is None:
            raise NotFoundError(
                f"Le territoire « {code} » n'existe pas. Donnez son code, par exemple DEP77."
            )
        return found
