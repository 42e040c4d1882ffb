"""Finds a text wherever the database keeps it, and takes it out for good."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Engine, String, Text, delete, func, or_, select, type_coerce, update
from sqlalchemy.orm import Session

from sdpd_desktop.domain.expurgation import EXPURGE, ExpurgationSummary
from sdpd_desktop.persistence.base import Entity
from sdpd_desktop.persistence.engine import WRITING
from sdpd_desktop.persistence.expurgation_rows import ExpurgationRow
from sdpd_desktop.persistence.journal_rows import ChangementChargeRow, ChangementRow
from sdpd_desktop.persistence.retour_rows import (
    ContenuRow,
    FichierRow,
    ImportationLigneRow,
    ImportationRow,
)
from sdpd_desktop.persistence.schema import batched, entities

# Who did a thing is kept by law; what sorts and searches is made again from the rest.
_KEPT = {"auteur", "rouverte_par", "tri", "recherche"}
_LINE_TEXTS = ("objet", "lieu", "texte", "compris", "ancien", "raison")
Fichier = tuple[str, str, bytes]
"""Hash as received, name, bytes that are kept of it."""


class ExpurgationRepository:
    """Places that hold a text, and what was expunged."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, texte: str) -> list[tuple[Entity, tuple[str, ...]]]:
        """Return the rows with the names of their columns that hold the text."""
        found = []
        for entity in entities():
            names = _texts(entity)
            if not names:
                continue
            columns = [getattr(entity, name) for name in names]
            query = select(entity).where(or_(*(func.instr(c, texte) > 0 for c in columns)))
            for row in self._session.scalars(query):
                held = tuple(name for name in names if texte in (getattr(row, name) or ""))
                if held:
                    found.append((row, held))
        return found

    def lines(self, texte: str) -> list[ImportationLigneRow]:
        """Return the lines of imports that hold the text."""
        columns = [getattr(ImportationLigneRow, name) for name in _LINE_TEXTS]
        query = select(ImportationLigneRow).where(or_(*(func.instr(c, texte) > 0 for c in columns)))
        return [
            row
            for row in self._session.scalars(query)
            if any(texte in getattr(row, name) for name in _LINE_TEXTS)
        ]

    def charges(self, texte: str) -> list[tuple[int, int]]:
        """Return the payloads of the journal (number, rank) that hold the text."""
        sides = [
            type_coerce(c, Text) for c in (ChangementChargeRow.avant, ChangementChargeRow.apres)
        ]
        # Older payloads spell accents as escapes.
        spellings = {json.dumps(texte, ensure_ascii=ascii_)[1:-1] for ascii_ in (True, False)}
        tests = [func.instr(ChangementChargeRow.objet, texte) > 0]
        tests += [func.instr(side, spelling) > 0 for side in sides for spelling in spellings]
        query = select(ChangementChargeRow.numero, ChangementChargeRow.rang).where(or_(*tests))
        return [(numero, rang) for numero, rang in self._session.execute(query)]

    def sealed(self, texte: str) -> list[int]:
        """Return the changements whose own heading, which the chain seals, holds the text."""
        query = select(ChangementRow.numero).where(
            or_(
                func.instr(ChangementRow.commande, texte) > 0,
                func.instr(ChangementRow.reference, texte) > 0,
            )
        )
        return list(self._session.scalars(query.order_by(ChangementRow.numero)))

    def files(self) -> Iterator[Fichier]:
        """Yield the kept files one by one."""
        hashes = self._session.execute(
            select(FichierRow.empreinte, FichierRow.nom).order_by(FichierRow.recu_le)
        ).all()
        for empreinte, nom in hashes:
            octets = self._session.scalar(
                select(ContenuRow.octets).where(ContenuRow.empreinte == empreinte)
            )
            if octets is not None:
                yield empreinte, nom, octets

    def first_changement(self, charges: Sequence[tuple[int, int]]) -> int:
        """Return the changement that brought the text in, 1 when no payload tells."""
        return min((numero for numero, _rang in charges), default=1)

    def import_of(self, empreinte: str) -> int:
        """Return the first changement that imported a file, 1 when none did."""
        found = self._session.scalar(
            select(func.min(ChangementRow.numero)).where(ChangementRow.reference == empreinte)
        )
        return found or 1

    def lines_of(self, empreinte: str) -> int:
        """Return how many lines of imports came from a file."""
        return (
            self._session.scalar(
                select(func.count())
                .select_from(ImportationLigneRow)
                .join(ImportationRow, ImportationRow.id == ImportationLigneRow.importation_id)
                .join(FichierRow, FichierRow.id == ImportationRow.fichier_id)
                .where(FichierRow.empreinte == empreinte)
            )
            or 0
        )

    def expurgations(self) -> tuple[ExpurgationSummary, ...]:
        """Return what was expunged, newest first."""
        rows = self._session.scalars(
            select(ExpurgationRow).order_by(ExpurgationRow.faite_le.desc(), ExpurgationRow.id)
        )
        return tuple(
            ExpurgationSummary(row.faite_le, row.auteur, row.motif, row.elements, row.fichier)
            for row in rows
        )

    def of_file(self, empreinte: str) -> ExpurgationRow | None:
        """Return the last expunging of a file, if there was one."""
        return self._session.scalar(
            select(ExpurgationRow)
            .where(ExpurgationRow.fichier == empreinte)
            .order_by(ExpurgationRow.faite_le.desc(), ExpurgationRow.id.desc())
        )


class ExpurgationWriter:
    """Takes texts and files out, in a unit of work that redacts its own journal."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found = ExpurgationRepository(session)

    def rows(self, texte: str) -> Counter[str]:
        """Replace the text in every row; return how many by table."""
        counted: Counter[str] = Counter()
        for row, names in self._found.rows(texte):
            for name in names:
                setattr(row, name, getattr(row, name).replace(texte, EXPURGE))
            counted[row.__tablename__] += 1
        self._session.flush()
        return counted

    def lines(self, texte: str) -> int:
        """Replace the text in the lines of imports; return how many."""
        found = self._found.lines(texte)
        for line in found:
            for name in _LINE_TEXTS:
                setattr(line, name, getattr(line, name).replace(texte, EXPURGE))
        self._session.flush()
        return len(found)

    def charges(self, texte: str) -> int:
        """Purge the payloads that hold the text; their commitments stay. Return how many."""
        found = self._found.charges(texte)
        for numero, rang in found:
            self._session.execute(
                delete(ChangementChargeRow).where(
                    ChangementChargeRow.numero == numero, ChangementChargeRow.rang == rang
                )
            )
        return len(found)

    def file(self, empreinte: str, octets: bytes | None) -> None:
        """Keep those bytes in the place of a file's own, or none at all."""
        where = ContenuRow.empreinte == empreinte
        if octets is None:
            self._session.execute(delete(ContenuRow).where(where))
        else:
            self._session.execute(update(ContenuRow).where(where).values(octets=octets))

    def lines_of(self, empreinte: str) -> None:
        """Empty what was typed in the lines that came from a file; verdicts and places stay."""
        ids = list(
            self._session.scalars(
                select(ImportationRow.id)
                .join(FichierRow, FichierRow.id == ImportationRow.fichier_id)
                .where(FichierRow.empreinte == empreinte)
            )
        )
        texts = dict.fromkeys(("texte", "compris", "ancien"), EXPURGE)
        for run in batched(ids):
            self._session.execute(
                update(ImportationLigneRow)
                .where(ImportationLigneRow.importation_id.in_(run))
                .values(**texts)
            )

    def keep(self, **columns: Any) -> None:
        """Keep who expunged, when, why and how much."""
        self._session.add(ExpurgationRow(**columns))
        self._session.flush()


def scrub(engine: Engine) -> bool:
    """Write the database anew without what was freed in it; tell whether nothing stood in the way.

    Deleted bytes stay in free pages and in the WAL until then.
    """
    engine.dispose()
    with engine.connect().execution_options(**{WRITING: True}) as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("VACUUM")
        busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _texts(entity: type[Entity]) -> tuple[str, ...]:
    """Return the columns of free text: those with a set length hold codes, dates and hashes."""
    return tuple(
        column.name
        for column in entity.__table__.columns
        if isinstance(column.type, String)
        and column.type.length is None
        and column.name not in _KEPT
    )
