"""Writes the journal: what each transaction did to each row, whoever asked for it."""

import datetime as dt
import secrets
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.base import PASSIVE_NO_INITIALIZE

from sdpd_desktop.domain.expurgation import ecritures, efface
from sdpd_desktop.domain.journal import (
    GENESIS,
    Operation,
    SourceChangement,
    canonical_text,
    chain_hash,
    line_commitment,
)
from sdpd_desktop.persistence.base import Base, Entity
from sdpd_desktop.persistence.expurgation_colonnes import PAR_CLEF
from sdpd_desktop.persistence.insertion import insert_ready
from sdpd_desktop.persistence.journal_rows import (
    ChangementChargeRow,
    ChangementLigneRow,
    ChangementRow,
)
from sdpd_desktop.persistence.types import exact_text

Payload = dict[str, Any]
_NOT_COMPARED = {"version", "recherche", "tri"}


@dataclass(frozen=True)
class Intention:
    """Who does what, and from which source: the header of a changement.

    Attributes:
        annule: Number of the changement put back, for an annulation.
        force: Write the changement even when no row is touched (a restoration).
        expurge: A text that what is written must not repeat, "" for none.
    """

    auteur: str
    commande: str
    instant: dt.datetime
    source: SourceChangement = SourceChangement.MAIN
    reference: str = ""
    annule: int | None = None
    force: bool = False
    expurge: str = ""


class Packed(NamedTuple):
    """All the columns of a row, in the room that thousands of rows can take.

    Attributes:
        names: One tuple for all rows of a table.
        values: As the program knows them, not as the journal writes them.
    """

    names: tuple[str, ...]
    values: tuple[Any, ...]

    def columns(self) -> Payload:
        """Return what the journal holds of them, by name."""
        return dict(zip(self.names, map(encode, self.values), strict=True))


@dataclass(slots=True)
class _Touched:
    """A row touched.

    Attributes:
        named: What names it, or its name when it never was an object.
    """

    table: str
    ligne: str
    named: Entity | str
    before: Payload | Packed | None
    after: Payload | Packed | None = None

    @property
    def objet(self) -> str:
        return self.named if isinstance(self.named, str) else self.named.objet


_RUN = 2_000
_SALT_BYTES = 16
_LIGNE = ("numero", "rang", "table_touchee", "ligne_id", "operation", "engagement")
_CHARGE = ("numero", "rang", "sel", "objet", "avant", "apres")
# What a line and its payload are made of, each in the order above. The texts that the commitment
# covers are stored as they are, not made a second time.
_Ligne = tuple[int, int, str, str, str, str]
_Charge = tuple[int, int, str, str, str | None, str | None]


def encode(value: object) -> object:
    """Return the JSON-ready form of a column's value."""
    match value:
        case None | bool() | int() | str():
            return value
        case dt.datetime():
            return value.astimezone(dt.UTC).isoformat() if value.tzinfo else value.isoformat()
        case dt.date():
            return value.isoformat()
        case Decimal():
            return exact_text(value)
        case tuple() | list():
            return list(value)
    raise TypeError(f"column type not journalled: {type(value)}")


@lru_cache(4096)
def _day(value: dt.date) -> str:
    return canonical_text(encode(value))


# How each kind of value is written in JSON; the same few days come back for thousands of rows.
_JSON: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: int.__repr__,
    type(None): {None: "null"}.__getitem__,
    bool: {False: "false", True: "true"}.__getitem__,
    dt.date: _day,
    dt.datetime: _day,
    Decimal: lambda value: f'"{exact_text(value)}"',
}


def canonical_texts(sides: Sequence[Payload | Packed | None]) -> list[str | None]:
    """Return the canonical text of each side of a run of lines.

    Rows of one table, packed, are written column by column: most hold the same in every row.
    """
    first = sides[0]
    if not isinstance(first, Packed) or any(
        not isinstance(side, Packed) or side.names is not first.names for side in sides
    ):
        found = (_unpack(side) for side in sides)
        return [None if side is None else canonical_text(side) for side in found]
    told, varying = [], []
    columns = list(zip(*(side.values for side in sides if isinstance(side, Packed)), strict=True))
    for rank in sorted(range(len(first.names)), key=first.names.__getitem__):
        texts = _column(columns[rank])
        name = _plain(canonical_text(first.names[rank]))
        told.append(f"{name}:{'%s' if texts else _plain(_json(columns[rank][0]))}")
        if texts:
            varying.append(texts)
    template = "{" + ",".join(told) + "}"
    if not varying:
        return [template % ()] * len(sides)
    return [template % row for row in zip(*varying, strict=True)]


def _plain(text: str) -> str:
    return text.replace("%", "%%")


def _column(values: Sequence[Any]) -> list[str]:
    """Return each value in JSON; nothing when all are the same."""
    first, kinds = values[0], set(map(type, values))
    if len(kinds) > 1:
        return list(map(_json, values))
    if values.count(first) == len(values):
        return []
    return list(map(_JSON.get(type(first), _json), values))


def _json(value: Any) -> str:
    make = _JSON.get(type(value))
    return make(value) if make else canonical_text(encode(value))


def payload(row: Entity) -> Payload:
    """Return all the columns of a row, as they are now."""
    return {attr.key: encode(getattr(row, attr.key)) for attr in inspect(type(row)).column_attrs}


def as_told(now: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Tell whether the columns of a row are those that the journal told.

    A column that the schema gained or lost since was not told of, and is not compared.
    """
    names = (now.keys() & told.keys()) - _NOT_COMPARED
    return all(now[name] == told[name] for name in names)


def _payload_before(row: Entity) -> Payload:
    state = inspect(row)
    values = {}
    for attr in state.mapper.column_attrs:
        history = state.get_history(attr.key, PASSIVE_NO_INITIALIZE)
        old = history.deleted or history.unchanged or ()
        values[attr.key] = encode(old[0] if old else None)
    return values


class Recorder:
    """Follows one session and adds its changement just before it commits."""

    def __init__(self, session: Session, intention: Intention) -> None:
        self._session = session
        self._intention = intention
        self._touched: dict[tuple[str, str], _Touched] = {}
        self.numero: int | None = None
        event.listen(session, "before_flush", self._before_flush)
        event.listen(session, "after_flush", self._after_flush)
        event.listen(session, "before_commit", self._before_commit)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def note(
        self, table: str, ligne: str, objet: str, before: Packed | None, after: Packed | None
    ) -> None:
        """Journal a row written past the session: added without ``before``, gone without after."""
        touched = self._touched.get((table, ligne))
        if touched is None:
            touched = _Touched(table, ligne, objet, before)
            self._touched[table, ligne] = touched
        touched.after = after

    def _before_flush(self, session: Session, _context: object, _instances: object) -> None:
        for row in session.dirty:
            if isinstance(row, Entity) and session.is_modified(row):
                self._touch(row, _payload_before(row))
        for row in session.deleted:
            if isinstance(row, Entity):
                self._touch(row, _payload_before(row))

    def _after_flush(self, session: Session, _context: object) -> None:
        for row in session.new:
            if isinstance(row, Entity):
                # A row deleted and made again in one transaction keeps its first « before ».
                self._touch(row, None).named = row
        for row in (*session.new, *session.dirty):
            if isinstance(row, Entity) and _key(row) in self._touched:
                self._touched[_key(row)].after = payload(row)
        for row in session.deleted:
            if isinstance(row, Entity):
                self._touched[_key(row)].after = None

    def _touch(self, row: Entity, before: Payload | None) -> _Touched:
        return self._touched.setdefault(_key(row), _Touched(*_key(row), row, before))

    def _before_commit(self, session: Session) -> None:
        session.flush()
        lines = deque(t for t in self._touched.values() if _differs(t.before, t.after))
        self._touched.clear()
        if lines or self._intention.force:
            self.numero = self._write(session, lines)

    def _write(self, session: Session, lines: deque[_Touched]) -> int:
        last = session.execute(
            select(ChangementRow.numero, ChangementRow.empreinte)
            .order_by(ChangementRow.numero.desc())
            .limit(1)
        ).first()
        numero, precedent = (last.numero + 1, last.empreinte) if last else (1, GENESIS)
        intention = self._intention
        header = {
            "numero": numero,
            "instant": encode(intention.instant),
            "auteur": intention.auteur,
            "commande": intention.commande,
            "source": intention.source.value,
            "reference": intention.reference,
            "annule": intention.annule,
        }
        links = self._write_lines(session, numero, lines)
        # The changement comes after its lines: its hash covers them all.
        session.add(
            ChangementRow(
                **{**header, "instant": intention.instant},
                nombre_lignes=len(links),
                precedent=precedent,
                empreinte=chain_hash(precedent, header, links),
            )
        )
        session.flush()
        return numero

    def _write_lines(self, session: Session, numero: int, lines: deque[_Touched]) -> list[str]:
        """Write lines by runs, each let go of as it is written; return what the chain covers."""
        links: list[str] = []
        ligne, charge = (
            Base.metadata.tables[row.__tablename__]
            for row in (ChangementLigneRow, ChangementChargeRow)
        )
        while lines:
            run = [lines.popleft() for _ in range(min(_RUN, len(lines)))]
            if self._intention.expurge:
                run = [_redacted(touched, self._intention.expurge) for touched in run]
            salts = secrets.token_bytes(_SALT_BYTES * len(run))
            texts = zip(
                canonical_texts([touched.before for touched in run]),
                canonical_texts([touched.after for touched in run]),
                strict=True,
            )
            first = len(links) + 1
            made = [
                _line(
                    numero,
                    first + n,
                    touched,
                    salts[_SALT_BYTES * n : _SALT_BYTES * (n + 1)],
                    *sides,
                )
                for n, (touched, sides) in enumerate(zip(run, texts, strict=True))
            ]
            links += [link(*line[2:]) for line, _charge in made]
            insert_ready(session.connection(), ligne, _LIGNE, (line for line, _charge in made))
            insert_ready(session.connection(), charge, _CHARGE, (charge for _line, charge in made))
        return links


def line_payload(
    objet: str, avant: Mapping[str, object] | None, apres: Mapping[str, object] | None
) -> Payload:
    """Return what the commitment of a line covers."""
    return {"objet": objet, "avant": avant, "apres": apres}


def link(table_touchee: str, ligne_id: str, operation: str, engagement: str) -> str:
    """Return what the chain hash covers of a line: it stays when the payload is purged."""
    return " ".join((table_touchee, ligne_id, operation, engagement))


def header_of(row: ChangementRow) -> Payload:
    """Return what the chain hash of a changement covers besides its lines."""
    return {
        "numero": row.numero,
        "instant": encode(row.instant),
        "auteur": row.auteur,
        "commande": row.commande,
        "source": row.source,
        "reference": row.reference,
        "annule": row.annule,
    }


def _line(
    numero: int,
    rang: int,
    touched: _Touched,
    salt: bytes,
    avant: str | None,
    apres: str | None,
) -> tuple[_Ligne, _Charge]:
    operation = Operation.MODIFICATION
    if touched.before is None:
        operation = Operation.AJOUT
    elif touched.after is None:
        operation = Operation.SUPPRESSION
    objet = touched.objet
    engagement = line_commitment(salt, objet, avant, apres)
    return (
        (numero, rang, touched.table, touched.ligne, str(operation), engagement),
        (numero, rang, salt.hex(), objet, avant, apres),
    )


def _redacted(touched: _Touched, texte: str) -> _Touched:
    """Return a row touched without the text that is being expunged, in what it was above all."""
    keyed = any(table == touched.table for table, _column in PAR_CLEF)
    spellings = ecritures(texte, par_clef=keyed)
    before, after = (
        # The key to search by spells it too: what the row is found by now is in the row.
        None if side is None else {**efface(side, spellings), **_without_key(side)}
        for side in (_unpack(touched.before), _unpack(touched.after))
    )
    objet = efface(touched.objet, spellings)
    return _Touched(touched.table, touched.ligne, objet, before, after)


def _without_key(side: Payload) -> Payload:
    return {"recherche": ""} if "recherche" in side else {}


def _unpack(side: Payload | Packed | None) -> Payload | None:
    return side.columns() if isinstance(side, Packed) else side


def _differs(before: Payload | Packed | None, after: Payload | Packed | None) -> bool:
    if before is None or after is None:
        return before is not after
    return _unpack(before) != _unpack(after)


def _refuse_bulk(state: ORMExecuteState) -> None:
    """Refuse the statements that change entities without passing through the journal."""
    changed = getattr(state.statement, "table", None)
    dml = state.is_insert or state.is_update or state.is_delete
    if dml and changed is not None and changed.name in _journalled():
        raise TypeError(f"bulk statement on {changed.name}: it would escape the journal")


def _journalled() -> set[str]:
    tables = (mapper.class_ for mapper in Entity.registry.mappers)
    return {table.__tablename__ for table in tables if issubclass(table, Entity)}


def _key(row: Entity) -> tuple[str, str]:
    return row.__tablename__, row.id
