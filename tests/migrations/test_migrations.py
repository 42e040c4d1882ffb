"""Each revision goes up and down; the schema is that of the models; a failure changes nothing."""

import re
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, Inspector, inspect

from sdpd_desktop.assets import asset_path
from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.persistence import migrate
from sdpd_desktop.persistence.engine import exclusive, open_engine
from sdpd_desktop.persistence.migrate import alembic_config, current_revision, upgrade
from sdpd_desktop.persistence.schema import entities, metadata
from tests.support import plain, raw

REVISIONS = [s.revision for s in ScriptDirectory.from_config(alembic_config()).walk_revisions()]
REVISIONS.reverse()
NOUNS = {
    *("plan", "axe", "objectif", "action", "mesure", "engagement", "partenaire", "territoire"),
    *("indicateur", "cible", "observation", "campagne", "retour", "importation", "fichier"),
    *("convention", "partie", "signataire", "avenant", "annexe", "instance", "reunion"),
    *("decision", "financement", "changement", "remarque", "conservation"),
}


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_engine(tmp_path / "a.sqlite3", foreign_keys=False)
    yield opened
    opened.dispose()


def _run(engine: Engine, direction: str, revision: str) -> None:
    config = alembic_config()
    with exclusive(engine) as connection:
        config.attributes["connection"] = connection
        getattr(command, direction)(config, revision)
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def _schema(engine: Engine) -> dict[tuple[str, str], str]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"
        )
        return {(kind, name): re.sub(r"\s+", " ", sql) for kind, name, sql in rows}


def test_the_schema_at_head_is_that_of_the_models(engine: Engine) -> None:
    _run(engine, "upgrade", "head")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_indexes_and_constraints_of_the_models_are_in_the_file(
    engine: Engine, tmp_path: Path
) -> None:
    _run(engine, "upgrade", "head")
    other = open_engine(tmp_path / "b.sqlite3")
    metadata.create_all(other)
    made = inspect(other)
    found = inspect(engine)
    for table in metadata.tables:
        for kind in ("foreign_keys", "unique_constraints", "check_constraints", "indexes"):
            assert _named(made, table, kind) == _named(found, table, kind), (table, kind)
        assert made.get_pk_constraint(table) == found.get_pk_constraint(table)
    other.dispose()


def _named(inspector: Inspector, table: str, kind: str) -> dict[str, Any]:
    """Return what the file says of the table's constraints, by name."""
    found: list[dict[str, Any]] = getattr(inspector, f"get_{kind}")(table)
    return {
        item["name"]: {
            key: {name: str(where) for name, where in value.items()}
            if key == "dialect_options"
            else value
            for key, value in item.items()
        }
        for item in found
    }


def test_every_constraint_has_a_name(engine: Engine) -> None:
    _run(engine, "upgrade", "head")
    inspector = inspect(engine)
    for table in metadata.tables:
        names = [inspector.get_pk_constraint(table)["name"]]
        names += [item["name"] for item in inspector.get_foreign_keys(table)]
        names += [item["name"] for item in inspector.get_unique_constraints(table)]
        names += [item["name"] for item in inspector.get_indexes(table)]
        assert all(names), table


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_revision_goes_up_and_down_and_leaves_what_was_there(
    engine: Engine, revision: str
) -> None:
    script = ScriptDirectory.from_config(alembic_config()).get_revision(revision)
    before = script.down_revision
    if before is not None:
        _run(engine, "upgrade", str(before))
    was = _schema(engine)
    _run(engine, "upgrade", revision)
    now = _schema(engine)
    assert now != was
    _run(engine, "downgrade", str(before or "base"))
    left = _schema(engine)
    left.pop(("table", "alembic_version"))
    was.pop(("table", "alembic_version"), "")
    assert left == was
    _run(engine, "upgrade", revision)
    assert _schema(engine) == now


def test_every_noun_of_the_vocabulary_has_its_table(engine: Engine) -> None:
    _run(engine, "upgrade", "head")
    assert set(inspect(engine).get_table_names()) >= NOUNS


def test_the_journal_is_guarded_at_head(engine: Engine) -> None:
    _run(engine, "upgrade", "head")
    triggers = {name for kind, name in _schema(engine) if kind == "trigger"}
    for table in ("changement", "changement_ligne"):
        for gesture in ("insert", "update", "delete"):
            assert f"journal_{table}_{gesture}" in triggers
    assert {"journal_changement_charge_insert", "journal_changement_charge_update"} <= triggers


def test_every_entity_has_a_uuid7_and_a_version(services: Services) -> None:
    with raw(services.data) as connection:
        for entity in entities():
            table = entity.__tablename__
            rows = connection.execute(f"SELECT id, version FROM {table}").fetchall()
            assert all(uuid.UUID(row_id).version == 7 for row_id, _ in rows), table
            assert all(version == 1 for _, version in rows), table


def _later(folder: Path, body: str) -> Path:
    """Return a copy of the migrations with one more revision."""
    scripts = folder / "migrations"
    shutil.copytree(asset_path("db", "migrations"), scripts)
    (scripts / "versions" / "rev_9999_later.py").write_text(
        "from alembic import op\n"
        "import sqlalchemy as sa\n"
        f"revision = '9999'\ndown_revision = '{REVISIONS[-1]}'\n"
        f"def upgrade():\n{body}\n"
        "def downgrade():\n    pass\n",
        encoding="utf-8",
    )
    return scripts


@pytest.fixture
def old(services: Services) -> Path:
    """A database at the newest revision there is, closed."""
    services.close()
    return database_path(services.data)


def _with(monkeypatch: pytest.MonkeyPatch, scripts: Path) -> None:
    monkeypatch.setattr(migrate, "asset_path", lambda *_parts: scripts)


def _revision(database: Path) -> str | None:
    engine = open_engine(database)
    try:
        return current_revision(engine)
    finally:
        engine.dispose()


ADD = "    op.add_column('mesure', sa.Column('neuve', sa.String(), server_default=''))"


def test_an_upgrade_backs_the_file_up_first(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with(monkeypatch, _later(tmp_path, ADD))
    upgrade(old)
    assert _revision(old) == "9999"
    (copy,) = old.parent.glob("*.avant-*")
    assert _revision(copy) == REVISIONS[-1]
    with raw(copy.parent) as connection:
        connection.execute("SELECT neuve FROM mesure")
    upgrade(old)  # Nothing left to do, and no other copy.
    assert len(list(old.parent.glob("*.avant-*"))) == 1


def test_a_batch_migration_keeps_the_rows_that_refer_to_the_table(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        "    with op.batch_alter_table('action', recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('neuve', sa.String(), server_default=''))"
    )
    with raw(old.parent) as connection:
        before = connection.execute("SELECT count(*) FROM mesure").fetchone()
    _with(monkeypatch, _later(tmp_path, body))
    upgrade(old)
    with raw(old.parent) as connection:
        assert connection.execute("SELECT count(*) FROM mesure").fetchone() == before
        assert connection.execute("SELECT count(neuve) FROM action").fetchone() == (84,)


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (f"{ADD}\n    raise RuntimeError('panne')", RuntimeError),
        (f"{ADD}\n    op.execute('DELETE FROM partenaire')", StorageError),
    ],
    ids=["failure", "broken references"],
)
def test_a_migration_that_fails_leaves_everything_as_it_was(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, error: type[Exception]
) -> None:
    with monkeypatch.context() as patched:
        _with(patched, _later(tmp_path, body))
        with pytest.raises(error):
            upgrade(old)
    assert _revision(old) == REVISIONS[-1]
    services = build_services(old.parent)
    assert len(services.plans.list_all()) == 5
    assert services.sauvegardes.check().ok
    services.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from sdpd_desktop.persistence import migrate
migrate.asset_path = lambda *parts: Path(sys.argv[2])
migrate.upgrade(Path(sys.argv[1]))
"""


def test_a_process_killed_in_the_middle_leaves_a_usable_file(old: Path, tmp_path: Path) -> None:
    body = (
        f"{ADD}\n    op.execute('UPDATE mesure SET note = neuve')\n"
        "    import os, signal\n    os.kill(os.getpid(), signal.SIGKILL)"
    )
    scripts = _later(tmp_path, body)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(old), str(scripts)], check=False, capture_output=True
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert old.with_name(f"{old.name}-wal").exists()  # It died with its transaction open.
    services = build_services(old.parent)
    assert services.sauvegardes.check().ok
    assert len(services.plans.list_all()) == 5
    services.close()
    assert _revision(old) == REVISIONS[-1]


def test_a_file_of_a_newer_version_is_refused_byte_for_byte_unchanged(old: Path) -> None:
    with raw(old.parent) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    octets = old.read_bytes()
    with pytest.raises(StorageError) as refused:
        build_services(old.parent)
    assert "version plus récente" in plain(str(refused.value))
    assert "installez cette version" in plain(str(refused.value))
    assert old.read_bytes() == octets
    assert [path.name for path in old.parent.iterdir()] == [old.name]


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with raw(tmp_path) as connection:
        connection.execute("CREATE TABLE facture (numero INTEGER)")
    with pytest.raises(StorageError, match="pas une base de cette application"):
        build_services(tmp_path)
    with raw(tmp_path) as connection:
        tables: list[Any] = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("facture",)]


def test_two_programs_that_start_at_once_on_an_empty_folder(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from sdpd_desktop.bootstrap import build_services\n"
        "build_services(Path(sys.argv[1])).close()\n"
    )
    runs = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for run in runs:
        _out, err = run.communicate(timeout=60)
        assert run.returncode == 0, err.decode()
    assert _revision(database_path(tmp_path)) == REVISIONS[-1]
