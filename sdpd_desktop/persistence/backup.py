"""Copies the database so that the copy is known to be good, puts one back, and checks."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Engine, Text, func, inspect, select, text, type_coerce
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from sdpd_desktop.domain.errors import StorageError, reason
from sdpd_desktop.persistence.base import Entity
from sdpd_desktop.persistence.bulk import packed
from sdpd_desktop.persistence.engine import open_copy, open_engine
from sdpd_desktop.persistence.expurgation_rows import ExpurgationRow
from sdpd_desktop.persistence.expurgations import ExpurgationRepository
from sdpd_desktop.persistence.journal import JournalRepository
from sdpd_desktop.persistence.journal_rows import (
    ChangementChargeRow,
    ChangementLigneRow,
    ChangementRow,
)
from sdpd_desktop.persistence.migrate import copy_into, upgrade
from sdpd_desktop.persistence.parametre_rows import SauvegardeRow
from sdpd_desktop.persistence.recorder import as_told
from sdpd_desktop.persistence.retour_rows import KEPT_FILE_LIMIT, ContenuRow, FichierRow
from sdpd_desktop.persistence.schema import entities

_UNSOUND = "n'est pas une sauvegarde utilisable"


def copy_verified(engine: Engine, target: Path) -> int:
    """Copy the database, open the copy and compare; return how many changements it holds.

    Raises:
        StorageError: The target cannot be written, or the copy is not the same; an older file
            of that name is kept as it was.
    """
    fresh = target.with_name(f"{target.name}.nouveau")
    copy_into(engine, fresh)
    try:
        copied = open_copy(fresh)
        try:
            count, head = _head(copied)
            sound = _integrity(copied) == "ok" and _holds(engine, count, head)
        except DatabaseError:
            sound = False
        finally:
            copied.dispose()
        if not sound:
            raise StorageError(f"La copie {target} ne se relit pas : recommencez ailleurs.")
        fresh.replace(target)
    except OSError as error:
        raise StorageError(f"Impossible d'écrire {target} ({reason(error)}).") from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return count


def replace_database(database: Path, backup: Path, on: dt.datetime) -> None:
    """Put a copy of the backup in the database's place, the present files being set aside.

    A journal left beside a restored file would silently undo the restoration: all three files
    are moved away first.

    Raises:
        StorageError: The backup is damaged or of a newer version; nothing is changed.
    """
    candidate = database.with_name(f".{database.name}.restauration")
    try:
        _remove(candidate)
        candidate.write_bytes(backup.read_bytes())
        _check_backup(candidate, backup)
        upgrade(candidate)
        _check_content(candidate, backup)
    except OSError as error:
        _remove(candidate)
        raise StorageError(
            f"La sauvegarde {backup} ne peut pas être lue : {reason(error)}."
        ) from error
    except Exception:
        _remove(candidate)
        raise
    finally:
        for left in candidate.parent.glob(f"{candidate.stem}.avant-*"):
            left.unlink()
    _switch(database, candidate, f"{database.name}.avant-restauration-{on:%Y%m%d-%H%M%S}")


def _switch(database: Path, candidate: Path, aside: str) -> None:
    """Move the database's three files aside and the candidate in; all of it or nothing."""
    moved: list[tuple[Path, Path]] = []
    try:
        _fold(database)
        for suffix in ("-wal", "-shm", ""):
            present = database.with_name(database.name + suffix)
            if present.exists():
                kept = database.with_name(aside + suffix)
                present.replace(kept)
                moved.append((kept, present))
        candidate.replace(database)
    except StorageError:
        _remove(candidate)
        raise
    except OSError as error:
        for kept, present in moved:
            kept.replace(present)
        _remove(candidate)
        raise StorageError(
            f"La base ne peut pas être remplacée ({reason(error)}) ; rien n'a été modifié. "
            "Fermez les autres programmes qui tiennent le fichier."
        ) from error


def _fold(database: Path) -> None:
    """Fold the WAL into the file that is about to be set aside.

    Raises:
        StorageError: Someone else has the database open and would go on writing to it.
    """
    if not database.exists():
        return
    connection = sqlcipher3.connect(str(database))
    try:
        connection.execute("PRAGMA busy_timeout=2000")
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlcipher3.Error as error:
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise StorageError(
                "La base est ouverte dans une autre fenêtre ou par un autre programme : "
                "fermez-les, puis recommencez. Rien n'a été modifié."
            ) from error
        # A damaged database is what one restores over: it goes aside as it is.
    finally:
        connection.close()


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
            defects += _witnessed(session, count)
            lines.append(
                f"Journal : {count} changement(s), chaîne recalculée. Une fin coupée ne s'y voit "
                "pas : comparez ce nombre à celui d'une sauvegarde ou d'un journal imprimé."
            )
            rows, drift = _reconcile(session)
            defects += drift
            lines.append(f"Données : {rows} ligne(s) comparées au journal.")
            files, damaged = _files(session)
            defects += damaged
            lines.append(f"Fichiers conservés : {files}, empreintes recalculées.")
            if expunged := session.scalar(select(func.sum(ExpurgationRow.elements))):
                lines.append(
                    f"Éléments expurgés : {expunged}, sur motif au journal ; ce n'est pas un "
                    "dommage."
                )
    except DatabaseError:
        defects.append("La base ne peut pas être lue en entier : restaurez une sauvegarde.")
    return tuple(lines), tuple(defects)


def _witnessed(session: Session, count: int) -> list[str]:
    """Return what the backups made since say against the journal's length."""
    seen = session.scalar(select(func.max(SauvegardeRow.changements))) or 0
    if seen <= count:
        return []
    return [f"Une sauvegarde a compté {seen} changements, le journal n'en a plus que {count}."]


def _reconcile(session: Session) -> tuple[int, list[str]]:
    """Compare each row with the last thing the journal says of it, unless that was purged."""
    last: dict[tuple[str, str], tuple[str, str | None] | None] = {}
    told_rows: Any = session.execute(
        select(
            ChangementLigneRow.table_touchee, ChangementLigneRow.ligne_id,
            ChangementChargeRow.objet, type_coerce(ChangementChargeRow.apres, Text),
        )
        .outerjoin(
            ChangementChargeRow,
            (ChangementChargeRow.numero == ChangementLigneRow.numero)
            & (ChangementChargeRow.rang == ChangementLigneRow.rang),
        )
        .order_by(ChangementLigneRow.numero, ChangementLigneRow.rang)
        .execution_options(yield_per=2_000)
    )  # fmt: skip
    for table, row_id, objet, apres in told_rows:
        last[table, row_id] = None if objet is None else (objet, apres)
    defects = []
    seen = 0
    for entity in entities():
        rows = select(*entity.__table__.columns).execution_options(yield_per=2_000)
        for row in session.execute(rows).mappings():
            seen += 1
            key = (entity.__tablename__, row["id"])
            known = key in last
            told = last.pop(key, None)
            if told is None and known:
                continue  # Purged.
            if told is not None and _as_told(entity, dict(row), told[1]):
                continue
            defects.append(_drift(session.get_one(entity, row["id"]), known=known))
    defects += [
        f"« {told[0]} » ({table}) a disparu sans que le journal le dise."
        for (table, _id), told in last.items()
        if told is not None and told[1] is not None
    ]
    return seen, defects


def _as_told(entity: type[Entity], row: Mapping[str, Any], told: str | None) -> bool:
    return told is not None and as_told(packed(entity, row).columns(), json.loads(told))


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
        expunged = ExpurgationRepository(session).of_file(fichier.empreinte)
        expected = fichier.empreinte if expunged is None else expunged.reste
        if contenu is None and not expected:
            continue  # Expunged whole.
        if contenu is None and fichier.taille > KEPT_FILE_LIMIT:
            continue  # Known by its hash alone.
        if contenu is None:
            defects.append(f"Le fichier conservé « {fichier.nom} » manque.")
        elif hashlib.sha256(contenu.octets).hexdigest() != expected:
            defects.append(f"Le fichier conservé « {fichier.nom} » a été altéré.")
    return count, defects


def _head(engine: Engine) -> tuple[int, str]:
    """Return the number and hash of the last changement; 0 and "" when there is none."""
    with Session(engine) as session:
        last = session.scalar(select(ChangementRow).order_by(ChangementRow.numero.desc()).limit(1))
        return (last.numero, last.empreinte) if last else (0, "")


def _holds(engine: Engine, numero: int, empreinte: str) -> bool:
    """Tell whether the journal has that changement; later ones may have followed."""
    with Session(engine) as session:
        row = session.get(ChangementRow, numero)
        return numero == 0 if row is None else row.empreinte == empreinte


def _integrity(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar())


def _check_backup(candidate: Path, backup: Path) -> None:
    """Refuse a file that is no whole database of this application."""
    if not candidate.read_bytes()[:16] == b"SQLite format 3\x00":
        raise StorageError(f"{backup} {_UNSOUND} : choisissez un fichier « .sauvegarde ».")
    engine = open_engine(candidate)
    try:
        if not inspect(engine).has_table(ChangementRow.__tablename__):
            raise StorageError(f"{backup} {_UNSOUND} : ce n'est pas une base de l'application.")
        if _integrity(engine) != "ok":
            raise StorageError(f"{backup} {_UNSOUND} : le fichier est endommagé.")
    except DatabaseError as error:
        raise StorageError(f"{backup} {_UNSOUND} : le fichier est endommagé.") from error
    finally:
        engine.dispose()


def _check_content(candidate: Path, backup: Path) -> None:
    """Refuse a backup whose rows, journal or kept files were altered: SQLite does not tell."""
    engine = open_engine(candidate)
    try:
        _lines, defects = check_file(engine)
    finally:
        engine.dispose()
    if defects:
        raise StorageError(
            f"{backup} {_UNSOUND} : son contenu est altéré ({len(defects)} défaut(s), dont : "
            f"{defects[0]}) Rien n'a été modifié ; essayez une autre sauvegarde."
        )


def _drop_wal(path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _drop_wal(path)
