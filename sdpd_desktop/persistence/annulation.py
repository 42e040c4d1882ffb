"""Puts the rows of one changement back, or tells what stands in the way."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, UniqueConstraint, func, inspect, select
from sqlalchemy.orm import Session

from sdpd_desktop.domain.journal import LigneChangement, Operation
from sdpd_desktop.garbage import let_go
from sdpd_desktop.persistence.base import Entity
from sdpd_desktop.persistence.bulk import BulkWriter, packed
from sdpd_desktop.persistence.decode import decode
from sdpd_desktop.persistence.journal_rows import ChangementLigneRow, ChangementRow
from sdpd_desktop.persistence.recorder import Packed, as_told
from sdpd_desktop.persistence.schema import batched, entities, entity_of

_Cle = tuple[str, str]


class Annulation:
    """What putting a changement back would do, against the rows as they are.

    Used with ``with``: what it holds of a large import is let go of little by little.

    Attributes:
        purge: Whether the journal no longer holds the values of some line.
        conflits: A sentence for each thing that stands in the way.
        remises: The lines that can be put back without touching what was changed since.
    """

    def __init__(
        self,
        session: Session,
        numero: int,
        lignes: Sequence[LigneChangement],
        bulk: BulkWriter | None,
    ) -> None:
        self._session = session
        self._numero = numero
        self._bulk = bulk
        self._lignes = {(line.table, line.ligne): line for line in lignes}
        self.purge = any(line.purge for line in lignes)
        self._now = self._read()
        self._raisons: dict[_Cle, str] = {
            key: "a été expurgé." for key, line in self._lignes.items() if line.purge
        }
        self.conflits = self._find_conflicts()
        kept = self._with_what_they_need(set(self._raisons))
        self._kept = [line for key, line in self._lignes.items() if key in kept]
        self.remises = [line for key, line in self._lignes.items() if key not in kept]

    def __enter__(self) -> "Annulation":
        return self

    def __exit__(self, *_error: object) -> None:
        let_go(self.remises, self._kept, self._lignes, self._now)

    def gardees(self) -> tuple[str, ...]:
        """Return a sentence for each object kept as it is: its name, and who changed it."""
        since = self._changed_since()
        told: dict[str, str] = {}
        for line in self._kept:
            key = (line.table, line.ligne)
            why = since.get(key) or self._raisons.get(key)
            if why or line.objet not in told:
                told[line.objet] = why or "est gardé avec ce qui en dépend."
        return tuple(f"{objet} {why}" for objet, why in told.items())

    def restore(self) -> None:
        """Give the rows of :attr:`remises` their values from before."""
        # In the order that never lets two rows hold one place: what was added goes, what was
        # changed changes back, then what was deleted returns.
        assert self._bulk is not None
        added: dict[str, dict[str, str]] = defaultdict(dict)
        for line in self.remises:
            if line.operation is Operation.AJOUT:
                added[line.table][line.ligne] = line.objet
        for table, names in added.items():
            self._bulk.remove(entity_of(table), names)
        for line in self.remises:
            if line.operation is Operation.MODIFICATION:
                row = self._session.get_one(entity_of(line.table), line.ligne)
                _assign(row, line, decode(entity_of(line.table), line.avant or {}))
        self._session.flush()
        for line in self.remises:
            if line.operation is Operation.SUPPRESSION:
                values = decode(entity_of(line.table), line.avant or {})
                del values["version"]
                self._session.add(entity_of(line.table)(**values))
        self._session.flush()

    # ---------------------------------------------------------------- conflicts

    def _read(self) -> dict[_Cle, Packed]:
        """Return the rows of the lines that still are, without making objects of them."""
        ids: dict[str, list[str]] = defaultdict(list)
        for table, row_id in self._lignes:
            ids[table].append(row_id)
        found: dict[_Cle, Packed] = {}
        for name, keys in ids.items():
            entity = entity_of(name)
            columns = entity.__table__.c
            for run in batched(keys):
                rows = self._session.execute(select(*columns).where(columns.id.in_(run)))
                for row in rows.mappings():
                    found[name, row["id"]] = packed(entity, dict(row))
        return found

    def _find_conflicts(self) -> list[str]:
        found = []
        for key, why in (*self._changed(), *self._taken(), *self._dependents()):
            objet, reason = why
            self._raisons.setdefault(key, reason)
            found.append(f"{objet} {reason}")
        return found

    def _changed(self) -> Iterator[tuple[_Cle, tuple[str, str]]]:
        for key, line in self._lignes.items():
            reason = "" if line.purge else self._conflict(line)
            if reason:
                yield key, (line.objet, reason)

    def _conflict(self, line: LigneChangement) -> str:
        """Return why this line cannot be put back, "" when it can."""
        now, then = self._now.get((line.table, line.ligne)), line.apres
        if now is None or then is None:
            if now is None and then is None:
                return ""
            return "n'existe plus." if now is None else "a été recréé depuis."
        if line.operation is Operation.MODIFICATION:
            before = line.avant or {}
            then = {name: value for name, value in then.items() if before.get(name) != value}
        return "" if as_told(now.columns(), then) else "a été modifié depuis."

    def _taken(self) -> Iterator[tuple[_Cle, tuple[str, str]]]:
        """Yield the rows that cannot come back because another one holds their place."""
        touched = {row_id for _table, row_id in self._lignes}
        for key, line in self._lignes.items():
            if line.operation is Operation.SUPPRESSION and not line.purge:
                entity = entity_of(line.table)
                values = decode(entity, line.avant or {})
                holders = (
                    row
                    for place in _places(entity, values)
                    for row in self._session.scalars(select(entity).where(*place))
                )
                if any(row.id not in touched for row in holders):
                    yield key, (line.objet, "a été remplacé depuis.")

    def _dependents(self) -> Iterator[tuple[_Cle, tuple[str, str]]]:
        """Yield the rows of other changements that refer to those that would be taken away."""
        touched = {row_id for _table, row_id in self._lignes}
        added: dict[str, list[str]] = defaultdict(list)
        for (table, row_id), line in self._lignes.items():
            if line.operation is Operation.AJOUT:
                added[table].append(row_id)
        for entity in entities():
            for key in entity.__table__.foreign_keys:
                table = key.column.table.name
                for ids in batched(added[table]):
                    for row in self._session.scalars(select(entity).where(key.parent.in_(ids))):
                        if row.id not in touched:
                            place = (table, getattr(row, key.parent.key))
                            yield place, (row.objet, "dépend de ce qui serait retiré.")

    # ---------------------------------------------------------------- kept

    def _with_what_they_need(self, kept: set[_Cle]) -> set[_Cle]:
        """Return the lines kept with those they refer to, and the whole life of a value kept.

        A value and the one that it superseded go together: else two would be current, or none.
        """
        if not kept:
            return kept
        needs: dict[_Cle, list[_Cle]] = defaultdict(list)
        for key, line in self._lignes.items():
            values: Mapping[str, Any] = line.apres or line.avant or {}
            if line.purge and key in self._now:
                values = self._now[key].columns()
            for foreign in entity_of(line.table).__table__.foreign_keys:
                target = (foreign.column.table.name, str(values.get(foreign.parent.key)))
                if target in self._lignes:
                    needs[key].append(target)
                    if target[0] == line.table:
                        needs[target].append(key)
        found, waiting = set(kept), list(kept)
        while waiting:
            fresh = [need for need in needs[waiting.pop()] if need not in found]
            found.update(fresh)
            waiting += fresh
        return found

    def _changed_since(self) -> dict[_Cle, str]:
        """Return who changed the rows kept last, and in which changement."""
        ids: dict[str, list[str]] = defaultdict(list)
        for line in self._kept:
            ids[line.table].append(line.ligne)
        found: dict[_Cle, str] = {}
        for table, keys in ids.items():
            for run in batched(keys):
                last = (
                    select(ChangementLigneRow.ligne_id, func.max(ChangementLigneRow.numero))
                    .where(
                        ChangementLigneRow.table_touchee == table,
                        ChangementLigneRow.ligne_id.in_(run),
                        ChangementLigneRow.numero > self._numero,
                    )
                    .group_by(ChangementLigneRow.ligne_id)
                )
                for row_id, numero in self._session.execute(last):
                    by = self._session.get_one(ChangementRow, numero)
                    found[table, row_id] = (
                        f"a été modifié depuis par {by.auteur} (changement n° {numero}, "
                        f"« {by.commande} »)."
                    )
        return found


def put_back_by(session: Session) -> dict[int, int]:
    """Return, for each changement put back, the annulation that still holds."""
    found: dict[int, int] = {}
    for numero, annule in session.execute(
        select(ChangementRow.numero, ChangementRow.annule)
        .where(ChangementRow.annule.is_not(None))
        .order_by(ChangementRow.numero.desc())
    ):
        # Newest first: whether an annulation was itself put back is known by then.
        if numero not in found and annule is not None:
            found[annule] = numero
    return found


def _places(entity: type[Entity], values: Mapping[str, Any]) -> Iterator[list[ColumnElement[bool]]]:
    """Yield, for each unique constraint the values fall under, what a row in their way meets."""
    table = entity.__table__
    assert isinstance(table, Table)
    uniques = [c.columns for c in table.constraints if isinstance(c, UniqueConstraint)]
    for index in table.indexes:
        # A partial index here holds the rows of which one boolean column is true.
        where = index.dialect_options["sqlite"]["where"]
        if index.unique and where is None:
            uniques.append(index.columns)
        elif index.unique and values[str(where)]:
            held = [column == values[column.name] for column in index.columns]
            yield [*held, table.c[str(where)].is_(True)]
    for columns in uniques:
        if all(values[column.name] is not None for column in columns):
            yield [column == values[column.name] for column in columns]


def _assign(row: Entity, line: LigneChangement, values: Mapping[str, Any]) -> None:
    for attribute in inspect(type(row)).column_attrs:
        name = attribute.key
        if name != "version" and (line.avant or {}).get(name) != (line.apres or {}).get(name):
            setattr(row, name, values[name])
