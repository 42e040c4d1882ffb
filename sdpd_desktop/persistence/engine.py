"""Opens the SQLite file with the settings every connection needs."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Engine, QueuePool, create_engine, event

from sdpd_desktop.domain.errors import StorageError

MINIMUM_SQLITE = (3, 51, 3)
WRITING = "sdpd_writing"
BUSY_TIMEOUT_MS = 15_000
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "9p"}
# « OneDrive - Préfecture », « Dropbox (Personnel) »: an account's name often follows.
_SYNCHRONISED = re.compile(
    r"(onedrive|dropbox|google drive|my drive|mon drive|icloud ?drive|nextcloud)\b.*", re.IGNORECASE
)


def open_engine(
    database: Path, *, foreign_keys: bool = True, busy_timeout_ms: int = BUSY_TIMEOUT_MS
) -> Engine:
    """Return an engine whose transactions are real and whose foreign keys hold.

    Migrations alone turn the foreign keys off: a batch migration drops and recreates its
    table, which would delete the rows that refer to it. A connection taken with the execution
    option ``sdpd_writing`` locks at once: a reader that later turns writer would fail.

    Raises:
        StorageError: The folder cannot hold a database safely.
    """
    if sqlcipher3.sqlite_version_info < MINIMUM_SQLITE:
        raise StorageError(
            "La bibliothèque SQLite installée est trop ancienne et pourrait abîmer la base ; "
            "réinstallez l'application."
        )
    check_location(database.parent)

    def connect() -> Any:
        return sqlcipher3.connect(str(database), check_same_thread=False, isolation_level=None)

    engine = create_engine("sqlite://", module=sqlcipher3, creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={busy_timeout_ms}",
            "page_size=8192",  # Of a new file: rows of the journal take most of a kilobyte.
            f"foreign_keys={int(foreign_keys)}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "cache_size=-32768",
            "recursive_triggers=ON",  # Else INSERT OR REPLACE would slip past the journal's.
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def open_copy(file: Path) -> Engine:
    """Return an engine that only reads a copy and leaves it as it is, wherever it lies.

    A copy is not in WAL mode: it stays one file, readable on a write-protected key.
    """

    def connect() -> Any:
        address = f"{file.resolve().as_uri()}?mode=ro"
        return sqlcipher3.connect(address, uri=True, check_same_thread=False, isolation_level=None)

    return create_engine("sqlite://", module=sqlcipher3, creator=connect, poolclass=QueuePool)


def check_location(folder: Path) -> None:
    """Refuse network and synchronised folders, where a WAL database gets destroyed.

    Raises:
        StorageError: Says why, and what to do.
    """
    advice = "Choisissez un dossier du disque de ce poste (option --data)."
    resolved = folder.resolve()
    if str(resolved).startswith("\\\\"):
        raise StorageError(f"Le dossier {resolved} est sur le réseau. {advice}")
    synchronised = [part for part in resolved.parts if _SYNCHRONISED.fullmatch(part)]
    if synchronised:
        raise StorageError(
            f"Le dossier {resolved} est synchronisé par {synchronised[0]}, ce qui abîmerait la "
            f"base. {advice}"
        )
    if _file_system(resolved) in _NETWORK_FILE_SYSTEMS:
        raise StorageError(f"Le dossier {resolved} est un partage réseau. {advice}")


def _file_system(folder: Path) -> str:
    """Return the type of the mounted file system that holds the folder, "" if unknown."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    best = ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, point, kind, *_rest = line.split(" ")
        if os.path.commonpath([point, str(folder)]) == point and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]


@contextmanager
def exclusive(engine: Engine) -> Iterator[Any]:
    """Yield a connection in one immediate transaction, for migrations."""
    with engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        yield connection
