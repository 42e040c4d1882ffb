"""Copies the database so that the copy is known to be good, puts one back, and checks."""

import datetime as dt
import hashlib
from pathlib import Path

from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import StorageError, reason
from sdpd_desktop.persistence.base import Entity
from sdpd_desktop.persistence.engine import open_engine
from sdpd_desktop.persistence.journal import JournalRepository
from sdpd_desktop.persistence.journal_rows import ChangementChargeRow, ChangementLigneRow
from sdpd_desktop.persistence.migrate import copy_into, upgrade
from sdpd_desktop.persistence.recorder import compared, count_changements, payload
from sdpd_desktop.persistence.retour_rows import ContenuRow, FichierRow
from sdpd_desktop.persistence.schema import entity_of, metadata

_UNSOUND = "n'est pas une sauvegarde utilisable"


def copy_verified(engine: Engine, target: Path) -> int:
    """Copy the database, open the copy and compare; return how many changements it holds.

    Raises:
        StorageError: The target cannot be written, or the copy is not the same.
    """
    fresh = target.with_name(f"{target.name}.nouveau")
    copy_into(engine, fresh)
    try:
        expected = _counts(engine)
        copied = open_engine(fresh)
        try:
            found = _counts(copied)
            sound = _integrity(copied) == "ok"
        finally:
            copied.dispose()
        # Later commits may only add changements; what was copied must be whole.
        if not sound or found["changement"] > expected["changement"]:
            raise StorageError(f"La copie {target} ne se relit pas : recommencez ailleurs.")
        _drop_wal(fresh)
        fresh.replace(target)
        return found["changement"]
    finally:
        fresh.unlink(missing_ok=True)
        _drop_wal(fresh)


def replace_database(database: Path, backup: Path, on: dt.datetime) -> None:
    """Put a copy of the backup in the database's place, the present files being set aside.

    A journal left beside a restored file would silently undo the restoration: all three files
    are moved away first.

    Raises:
        StorageError: The backup is damaged or of a newer version; nothing is changed.
    """
    candidate = database.with_name(f".{database.name}.restauration")
    _remove(candidate)
    try:
        candidate.write_bytes(backup.read_bytes())
        _check_backup(candidate, backup)
        upgrade(candidate)
        _check_backup(candidate, backup)
    except OSError as error:
        _remove(candidate)
        raise StorageError(
            f"La sauvegarde {backup} ne peut pas être lue : {reason(error)}."
        ) from error
    except StorageError:
        _remove(candidate)
        raise
    for left in candidate.parent.glob(f"{candidate.stem}.avant-*"):
        left.unlink()
    aside = f"{database.name}.avant-restauration-{on:%Y%m%d-%H%M%S}"
    for suffix in ("-wal", "-shm", ""):
        present = database.with_name(database.name + suffix)
        if present.exists():
            present.replace(database.with_name(aside + suffix))
    candidate.replace(database)


def check_file(engine: Engine) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what was checked and what is wrong, as French sentences."""
    lines: list[str] = []
    defects: list[str] = []
    try:
        integrity = _integrity(engine)
        if integrity != "ok":
            defects.append(f"La base est endommagée : {integrity}.")
        with Session(engine) as session:
            broken = session.execute(text("PRAGMA foreign_key_check")).all()
            defects += [f"Une ligne de « {row[0]} » renvoie à une ligne absente." for row in broken]
            lines.append("Structure de la base : contrôlée.")
            count, journal = JournalRepository(session).verify()
            defects += journal
            lines.append(f"Journal : {count} changement(s), chaîne recalculée.")
            rows, drift = _reconcile(session)
            defects += drift
            lines.append(f"Données : {rows} ligne(s) comparées au journal.")
            files, damaged = _files(session)
            defects += damaged
            lines.append(f"Fichiers conservés : {files}, empreintes recalculées.")
    except DatabaseError as error:
        defects.append(f"La base ne peut pas être lue en entier : {error.orig}.")
    return tuple(lines), tuple(defects)


def _reconcile(session: Session) -> tuple[int, list[str]]:
    """Compare each row with the last thing the journal says of it."""
    last: dict[tuple[str, str], ChangementChargeRow] = {}
    for line, charge in session.execute(
        select(ChangementLigneRow, ChangementChargeRow)
        .join(
            ChangementChargeRow,
            (ChangementChargeRow.numero == ChangementLigneRow.numero)
            & (ChangementChargeRow.rang == ChangementLigneRow.rang),
        )
        .order_by(ChangementLigneRow.numero, ChangementLigneRow.rang)
    ):
        last[line.table_touchee, line.ligne_id] = charge
    defects = []
    seen = 0
    for table in metadata.tables:
        try:
            entity = entity_of(table)
        except KeyError:
            continue
        for row in session.scalars(select(entity)):
            seen += 1
            told = last.pop((table, row.id), None)
            if told is None or compared(payload(row)) != compared(told.apres):
                defects.append(_drift(row, known=told is not None))
    defects += [
        f"« {charge.objet} » ({table}) a disparu sans que le journal le dise."
        for (table, _id), charge in last.items()
        if charge.apres is not None
    ]
    return seen, defects


def _drift(row: Entity, *, known: bool) -> str:
    what = f"« {row.objet} » ({row.__tablename__})"
    if known:
        return f"{what} a été modifié sans que le journal le dise."
    return f"{what} a été ajouté sans que le journal le dise."


def _files(session: Session) -> tuple[int, list[str]]:
    defects = []
    count = 0
    for fichier in session.scalars(select(FichierRow)):
        count += 1
        contenu = session.get(ContenuRow, fichier.empreinte)
        if contenu is None:
            defects.append(f"Le fichier conservé « {fichier.nom} » manque.")
        elif hashlib.sha256(contenu.octets).hexdigest() != fichier.empreinte:
            defects.append(f"Le fichier conservé « {fichier.nom} » a été altéré.")
    return count, defects


def _counts(engine: Engine) -> dict[str, int]:
    with Session(engine) as session:
        return {"changement": count_changements(session)}


def _integrity(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar())


def _check_backup(candidate: Path, backup: Path) -> None:
    if not candidate.read_bytes()[:16] == b"SQLite format 3\x00":
        raise StorageError(f"{backup} {_UNSOUND} : choisissez un fichier « .sauvegarde ».")
    engine = open_engine(candidate)
    try:
        integrity = _integrity(engine)
        if integrity != "ok":
            raise StorageError(f"{backup} {_UNSOUND} : le fichier est endommagé.")
        _counts(engine)
    except DatabaseError as error:
        raise StorageError(f"{backup} {_UNSOUND} : le fichier est endommagé.") from error
    finally:
        engine.dispose()


def _drop_wal(path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _drop_wal(path)
