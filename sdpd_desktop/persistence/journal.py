"""Reads the journal, verifies its chain and puts changements back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from sys import intern
from typing import Any, NamedTuple

from sqlalchemy import Select, Text, exists, func, or_, select, type_coerce
from sqlalchemy.orm import Session, aliased

from sdpd_desktop.domain.errors import ConflictError, NotFoundError, UserError
from sdpd_desktop.domain.journal import (
    GENESIS,
    ChangementDetails,
    ChangementSummary,
    LigneChangement,
    Operation,
    PageLignes,
    SourceChangement,
    chain_hash,
    commitment,
    line_commitment,
)
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.persistence.annulation import Annulation, put_back_by
from sdpd_desktop.persistence.bulk import BulkWriter
from sdpd_desktop.persistence.journal_rows import (
    ChangementChargeRow,
    ChangementLigneRow,
    ChangementRow,
)
from sdpd_desktop.persistence.recorder import header_of, line_payload, link
from sdpd_desktop.persistence.schema import entities, entity_of

_L, _C = ChangementLigneRow, ChangementChargeRow
_USER_SOURCES = (SourceChangement.MAIN, SourceChangement.IMPORT)


class _Line(NamedTuple):
    """A line of a changement and its payload; no salt: the payload was purged."""

    rang: int
    table: str
    ligne: str
    operation: str
    engagement: str
    sel: str | None
    objet: str | None
    avant: str | None
    apres: str | None


class JournalRepository:
    """Changements by number; ``bulk`` is what one that writes puts rows back with."""

    def __init__(self, session: Session, bulk: BulkWriter | None = None) -> None:
        self._session = session
        self._bulk = bulk

    def dernier(self) -> int:
        """Return the number of the newest changement, 0 before the first."""
        return self._session.scalar(select(func.max(ChangementRow.numero))) or 0

    def history(
        self, limit: int, before: int | None = None, contient: str = ""
    ) -> tuple[ChangementSummary, ...]:
        """Return changements, newest first, whose command, author or objects hold the words."""
        query = select(ChangementRow).order_by(ChangementRow.numero.desc()).limit(limit)
        if before is not None:
            query = query.where(ChangementRow.numero < before)
        if not contient.strip():
            return self._summaries(query)
        words = search_key(contient).split()
        everything = self._summaries(query.limit(None))
        found = (c for c in everything if all(word in self._searched(c) for word in words))
        return tuple(changement for changement, _ in zip(found, range(limit), strict=False))

    def touching(self, keys: Iterable[tuple[str, str]]) -> tuple[ChangementSummary, ...]:
        """Return the changements that touched any of these rows (table, id), newest first."""
        wanted = [
            (ChangementLigneRow.table_touchee == table) & (ChangementLigneRow.ligne_id == row_id)
            for table, row_id in keys
        ]
        numbers = select(ChangementLigneRow.numero).where(or_(*wanted))
        return self._summaries(
            select(ChangementRow)
            .where(ChangementRow.numero.in_(numbers))
            .order_by(ChangementRow.numero.desc())
        )

    def resume(self, numero: int) -> ChangementSummary:
        """Return a changement without its lines.

        Raises:
            NotFoundError: The journal has no such number.
        """
        found = self._summaries(select(ChangementRow).where(ChangementRow.numero == numero))
        if not found:
            raise NotFoundError(f"Le journal n'a pas de changement n° {numero}.")
        return found[0]

    def details(self, numero: int) -> ChangementDetails:
        """Return a changement with its lines.

        Raises:
            NotFoundError: The journal has no such number.
        """
        resume = self.resume(numero)
        return ChangementDetails(resume, tuple(map(_ligne, self._lines(numero))))

    def page(self, numero: int, limit: int, apres: int = 0, contient: str = "") -> PageLignes:
        """Return some rows of a changement, after a rank, whose name holds the words."""
        chosen = self._ranks(numero, limit + 1, apres, contient)
        found = {line.rang: line for line in self._lines(numero, chosen)}
        shown = [rang for rang in chosen[:limit] if rang in found]
        more = len(chosen) > limit and bool(shown)
        return PageLignes(tuple(_ligne(found[r]) for r in shown), shown[-1] if more else None)

    def _ranks(self, numero: int, limit: int, apres: int, contient: str) -> list[int]:
        words = search_key(contient).split()
        if not words:
            query = select(ChangementLigneRow.rang).where(
                ChangementLigneRow.numero == numero, ChangementLigneRow.rang > apres
            )
            return list(self._session.scalars(query.order_by(ChangementLigneRow.rang).limit(limit)))
        named = self._session.execute(
            select(ChangementChargeRow.rang, ChangementChargeRow.objet)
            .where(ChangementChargeRow.numero == numero, ChangementChargeRow.rang > apres)
            .order_by(ChangementChargeRow.rang)
        )
        held = (rang for rang, objet in named if all(w in search_key(objet) for w in words))
        return list(islice(held, limit))

    def touches(self, numero: int, table: str) -> list[str]:
        """Return the ids of the rows of a table that a changement touched."""
        query = select(_L.ligne_id).where(_L.numero == numero, _L.table_touchee == table)
        return list(self._session.scalars(query.order_by(_L.rang)))

    def undoable(self) -> ChangementSummary | None:
        """Return the newest changement made by hand or import that still holds."""
        return self._newest([source.value for source in _USER_SOURCES], put_back_by(self._session))

    def redoable(self) -> ChangementSummary | None:
        """Return the annulation that putting back would redo, if nothing was done since."""
        put_back = put_back_by(self._session)
        undone = self._newest([SourceChangement.ANNULATION.value], put_back, undoing=True)
        last = self._newest([source.value for source in _USER_SOURCES], put_back)
        too_late = undone and last and last.numero > undone.numero
        return None if too_late else undone

    def annulation(self, numero: int) -> Annulation:
        """Return what stands in the way of putting a changement back, and who changed it.

        Raises:
            UserError: It was put back already, or changed nothing that can be.
        """
        changement = self.details(numero)
        if changement.resume.annule_par is not None:
            raise UserError(
                f"Le changement n° {numero} est déjà annulé "
                f"par le n° {changement.resume.annule_par}."
            )
        if changement.resume.source is SourceChangement.EXPURGATION:
            raise UserError("Une expurgation ne s'annule pas : ce qu'elle a effacé n'existe plus.")
        lignes = [line for line in changement.lignes if entity_of(line.table).undoable]
        if not lignes:
            raise UserError(f"Le changement n° {numero} n'a rien modifié qui puisse être annulé.")
        return Annulation(self._session, numero, lignes, self._bulk)

    def put_back(self, numero: int) -> None:
        """Give the rows of a changement their values from before.

        Raises:
            ConflictError: A value changed since; nothing is put back.
            UserError: It was put back already, or its payload was purged.
        """
        with self.annulation(numero) as annulation:
            if annulation.purge:
                raise UserError(
                    f"Le détail du changement n° {numero} a été supprimé du journal : il ne peut "
                    "plus être annulé."
                )
            if annulation.conflits:
                hint = ""
                if self.resume(numero).source is SourceChangement.IMPORT:
                    hint = " Le journal permet d'annuler le reste de cet import en les gardant."
                raise ConflictError(
                    f"Le changement n° {numero} ne peut pas être annulé : "
                    f"{len(annulation.conflits)} donnée(s) ont été modifiées ou utilisées depuis."
                    f"{hint}",
                    tuple(annulation.conflits),
                )
            annulation.restore()

    def put_rest_back(self, numero: int) -> tuple[str, ...]:
        """Put back what was left as the import made it; return a sentence for what is kept.

        Raises:
            UserError: Not an import, put back already, or nothing of it is as it left it.
        """
        if self.resume(numero).source is not SourceChangement.IMPORT:
            raise UserError(
                f"Le changement n° {numero} n'est pas un import : il s'annule en entier ou pas "
                "du tout."
            )
        with self.annulation(numero) as annulation:
            if not annulation.remises:
                raise UserError(
                    f"Tout ce que l'import n° {numero} avait enregistré a été modifié depuis : il "
                    "n'y a plus rien à annuler."
                )
            annulation.restore()
            return annulation.gardees()

    def verify(self) -> tuple[int, tuple[str, ...]]:
        """Return how many changements there are and what is wrong with the chain."""
        defects: list[str] = []
        previous = GENESIS
        expected = 0
        for row in self._session.scalars(select(ChangementRow).order_by(ChangementRow.numero)):
            expected += 1
            if row.numero != expected:
                defects.append(f"Le changement n° {expected} manque au journal.")
                expected = row.numero
            links = []
            for line in self._lines(row.numero):
                links.append(link(line.table, line.ligne, line.operation, line.engagement))
                if line.sel is not None and not _holds(line):
                    defects.append(
                        f"Changement n° {row.numero}, ligne {line.rang} ({line.objet}) : "
                        "le détail a été altéré."
                    )
            if len(links) != row.nombre_lignes:
                defects.append(f"Changement n° {row.numero} : des lignes manquent.")
            if row.precedent != previous or row.empreinte != chain_hash(
                row.precedent, header_of(row), links
            ):
                defects.append(f"Changement n° {row.numero} : la chaîne est rompue.")
            previous = row.empreinte
        return expected, tuple(defects)

    def _summaries(self, query: Select[ChangementRow]) -> tuple[ChangementSummary, ...]:
        put_back = put_back_by(self._session)
        return tuple(
            ChangementSummary(
                row.numero, row.instant, row.auteur, row.commande, SourceChangement(row.source),
                row.reference, row.nombre_lignes, row.annule, put_back.get(row.numero),
            )
            for row in self._session.scalars(query)
        )  # fmt: skip

    def _newest(
        self, sources: list[str], put_back: Mapping[int, int], *, undoing: bool = False
    ) -> ChangementSummary | None:
        """Return the newest changement of those sources that still holds and can be put back.

        With ``undoing``, only those that put back a gesture, not those that put back an
        annulation.
        """
        query = select(ChangementRow).where(
            ChangementRow.source.in_(sources),
            ChangementRow.numero.not_in(list(put_back)),
            # What is evidence alone, such as a report that was issued, stays: skip it.
            exists().where(
                ChangementLigneRow.numero == ChangementRow.numero,
                ChangementLigneRow.table_touchee.in_(
                    [entity.__tablename__ for entity in entities() if entity.undoable]
                ),
            ),
        )
        if undoing:
            gesture = aliased(ChangementRow)
            query = query.join(gesture, gesture.numero == ChangementRow.annule)
            query = query.where(gesture.source != SourceChangement.ANNULATION.value)
        rows = self._summaries(query.order_by(ChangementRow.numero.desc()).limit(1))
        return rows[0] if rows else None

    def _searched(self, changement: ChangementSummary) -> str:
        objets = self._session.scalars(
            select(ChangementChargeRow.objet)
            .where(ChangementChargeRow.numero == changement.numero)
            .limit(500)
        )
        header = (str(changement.numero), changement.commande, changement.auteur)
        return search_key(" ".join((*header, *objets)))

    def _lines(self, numero: int, rangs: Sequence[int] | None = None) -> Iterator[_Line]:
        """Yield the lines of a changement with their payloads; of some ranks, or all.

        The payloads are texts, and no object is made of a row: an import has tens of thousands.
        """
        columns = (_L.rang, _L.table_touchee, _L.ligne_id, _L.operation, _L.engagement, _C.sel,
                   _C.objet, type_coerce(_C.avant, Text), type_coerce(_C.apres, Text))  # fmt: skip
        query = (
            select(*columns)
            .outerjoin(_C, (_C.numero == _L.numero) & (_C.rang == _L.rang))
            .where(_L.numero == numero)
            .order_by(_L.rang)
        )
        if rangs is not None:
            query = query.where(_L.rang.in_(rangs))
        return map(_Line._make, self._session.execute(query.execution_options(yield_per=2_000)))


def _ligne(line: _Line) -> LigneChangement:
    return LigneChangement(
        line.table, line.ligne, line.objet or "", Operation(line.operation), _side(line.avant),
        _side(line.apres), line.sel is None,
    )  # fmt: skip


def _side(told: str | None) -> dict[str, Any] | None:
    return None if told is None else json.loads(told, object_pairs_hook=_shared)


def _holds(line: _Line) -> bool:
    """Tell whether a payload is the one committed to; older ones are not stored as committed."""
    assert line.sel is not None
    assert line.objet is not None
    told = line_commitment(bytes.fromhex(line.sel), line.objet, line.avant, line.apres)
    if told == line.engagement:
        return True
    found = _ligne(line)
    content = line_payload(found.objet, found.avant, found.apres)
    return commitment(line.sel, content) == line.engagement


def _shared(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make the dict of a payload; the names of columns, the same in thousands, are kept once."""
    return {intern(name): value for name, value in pairs}
