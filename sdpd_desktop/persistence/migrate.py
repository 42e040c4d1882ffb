"""Brings a database file up to the schema this version expects."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DBAPIError

from sdpd_desktop.assets import asset_path
from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.persistence.engine import exclusive, open_engine

if TYPE_CHECKING:
    from alembic.config import Config


def upgrade(database: Path) -> None:
    """Back the file up, then migrate it in one transaction; do nothing when it is current.

    Raises:
        StorageError: Another program or a newer version wrote this file, or the migration was
            rolled back.
    """
    from alembic import command
    from alembic.script import ScriptDirectory

    engine = open_engine(database, foreign_keys=False)
    try:
        config = alembic_config()
        scripts = ScriptDirectory.from_config(config)
        tables = inspect(engine).get_table_names()
        current = current_revision(engine)
        if current == scripts.get_current_head():
            return
        if current is None and tables:
            raise StorageError(
                f"Le fichier {database} n'est pas une base de cette application. Rien n'a été "
                "modifié : choisissez un autre dossier (option --data)."
            )
        if current is not None:
            if current not in {script.revision for script in scripts.walk_revisions()}:
                raise StorageError(
                    f"La base {database} a été créée par une version plus récente de "
                    "l'application. Rien n'a été modifié : installez cette version."
                )
            copy_into(engine, database.with_suffix(f".avant-{current}.sqlite3"))
        with exclusive(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise StorageError(
                    "La mise à jour de la base a échoué et a été annulée ; rien n'a été modifié."
                )
    finally:
        engine.dispose()


def alembic_config() -> "Config":
    """Return Alembic's configuration, built in code: no ini file at run time."""
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(asset_path("db", "migrations")).replace("%", "%%")
    )
    config.set_main_option("file_template", "rev_%%(rev)s_%%(slug)s")
    return config


def current_revision(engine: Engine) -> str | None:
    """Return the revision the file is at, None for an empty one."""
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def copy_into(engine: Engine, target: Path) -> None:
    """Copy the database with ``VACUUM INTO``: a file copy beside a WAL would miss its content.

    Raises:
        StorageError: The target cannot be written.
    """
    temporary = target.with_name(f".{target.name}.en-cours")
    try:
        temporary.unlink(missing_ok=True)
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("VACUUM INTO ?", (str(temporary),))
        with temporary.open("rb+") as copied:
            os.fsync(copied.fileno())
        temporary.replace(target)
    except (OSError, DBAPIError, sqlcipher3.Error) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise StorageError(
            f"Impossible d'écrire {target} : vérifiez la place libre et les droits du dossier."
        ) from error
