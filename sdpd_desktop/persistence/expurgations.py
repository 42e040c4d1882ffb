"""Finds a text wherever the database keeps it, and takes it out for good."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Engine,
    Text,
    delete,
    func,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.orm import Session

from sdpd_desktop.domain.expurgation import (
    EXPURGE,
    ExpurgationSummary,
    ecritures,
    efface,
)
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.domain.verification import Exemplaire, en_cours
from sdpd_desktop.persistence.base import Base
from sdpd_desktop.persistence.convention_gel import convention_of, frozen
from sdpd_desktop.persistence.convention_rows import (
    AnnexeRow,
    ConventionRow,
    PieceRow,
    VersionConventionRow,
)
from sdpd_desktop.persistence.engine import WRITING
from sdpd_desktop.persistence.expurgation_colonnes import CLASSES, PAR_CLEF, colonnes_fouillees
from sdpd_desktop.persistence.expurgation_rows import ExpurgationRow
from sdpd_desktop.persistence.journal_rows import (
    ChangementChargeRow,
    ChangementLigneRow,
    ChangementRow,
)
from sdpd_desktop.persistence.retour_rows import (
    ContenuRow,
    FichierRow,
    ImportationLigneRow,
    ImportationRow,
)
from sdpd_desktop.persistence.schema import batched
from sdpd_desktop.persistence.signature_rows import AutoriteRow, ExemplaireRow, ListeRevocationRow
from sdpd_desktop.persistence.signatures import SignatureRepository

Fichier = tuple[str, str, bytes]
"""Hash as received, name, bytes that are kept of it."""


class ExpurgationRepository:
    """Places that hold a text, and what was expunged."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rows(self, texte: str) -> list[Base]:
        """Return the rows that hold the text and may be altered, lines of imports among them."""
        gelees = self._gelees()
        return [row for row in self._holding(texte) if convention_of(row) not in gelees]

    def frozen(self, texte: str) -> list[str]:
        """Return the codes of the conventions signed, or being signed, that hold it: they stay."""
        gelees = self._gelees()
        held = {convention_of(row) for row in self._holding(texte)} & gelees
        versions = select(VersionConventionRow.convention_id).where(
            _held(VersionConventionRow.contenu, ecritures(texte))
        )
        codes = select(ConventionRow.code).where(
            or_(ConventionRow.id.in_(held), ConventionRow.id.in_(versions))
        )
        return list(self._session.scalars(codes.order_by(ConventionRow.tri)))

    def _gelees(self) -> set[str]:
        """Return the conventions whose content does not change: filed signed, or being signed."""
        copies: dict[str, list[Exemplaire]] = defaultdict(list)
        for one in SignatureRepository(self._session).registre():
            copies[one.convention].append(one)
        signing = [code for code, found in copies.items() if en_cours(found)]
        ids = select(ConventionRow.id).where(ConventionRow.code.in_(signing))
        return frozen(self._session) | set(self._session.scalars(ids))

    def _holding(self, texte: str) -> Iterator[Base]:
        for table, columns in colonnes_fouillees().items():
            tests = [_held(c, _spellings(c, texte)) for c in columns]
            yield from self._session.scalars(select(CLASSES[table]).where(or_(*tests)))

    def charges(self, texte: str) -> list[tuple[int, int]]:
        """Return the payloads of the journal (number, rank) that hold the text."""
        sides = (ChangementChargeRow.avant, ChangementChargeRow.apres)
        tests = [_held(c, ecritures(texte)) for c in (ChangementChargeRow.objet, *sides)]
        # What is remembered by its key to search by is told by it too.
        keyed = {table for table, _column in PAR_CLEF}
        tests += [
            ChangementLigneRow.table_touchee.in_(keyed) & _held(side, {search_key(texte)})
            for side in sides
        ]
        query = (
            select(ChangementChargeRow.numero, ChangementChargeRow.rang)
            .join(
                ChangementLigneRow,
                (ChangementLigneRow.numero == ChangementChargeRow.numero)
                & (ChangementLigneRow.rang == ChangementChargeRow.rang),
            )
            .where(or_(*tests))
        )
        return [(numero, rang) for numero, rang in self._session.execute(query)]

    def sealed(self, texte: str) -> list[int]:
        """Return the changements whose own heading, which the chain seals, holds the text."""
        spellings = {texte, search_key(texte)}
        headings = (ChangementRow.commande, ChangementRow.reference)
        query = select(ChangementRow.numero).where(or_(*(_held(c, spellings) for c in headings)))
        return list(self._session.scalars(query.order_by(ChangementRow.numero)))

    def untouchable(self) -> frozenset[str]:
        """Return the hashes of the kept files that a change of one byte would make worthless.

        Signed copies, what is kept with a convention filed signed, certificates and lists.
        """
        gelees = self._gelees()
        signed = (
            select(FichierRow.empreinte).join(kind, kind.fichier_id == FichierRow.id)
            for kind in (ExemplaireRow, VersionConventionRow)
        )
        pieces = (
            select(FichierRow.empreinte)
            .join(PieceRow, PieceRow.fichier_id == FichierRow.id)
            .where(PieceRow.convention_id.in_(gelees))
        )
        annexes = select(AnnexeRow.empreinte).where(AnnexeRow.convention_id.in_(gelees))
        trust = (select(kind.empreinte) for kind in (AutoriteRow, ListeRevocationRow))
        queries = (*signed, pieces, annexes, *trust)
        return frozenset(hash_ for query in queries for hash_ in self._session.scalars(query))

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

    def rows(self, texte: str) -> None:
        """Replace the text in every row that may be altered."""
        searched = colonnes_fouillees()
        for row in self._found.rows(texte):
            for column in searched[row.__tablename__]:
                now = getattr(row, column.name)
                after = efface(now, _spellings(column, texte))
                if after != now:
                    setattr(row, column.name, after)
        self._session.flush()

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


def _spellings(column: Column[Any], texte: str) -> frozenset[str]:
    return ecritures(texte, par_clef=(column.table.name, column.name) in PAR_CLEF)


def _held(column: Any, spellings: Iterable[str]) -> ColumnElement[bool]:
    return or_(*(func.instr(type_coerce(column, Text), spelling) > 0 for spelling in spellings))
