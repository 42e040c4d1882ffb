"""Every connection is set up the same way, and unsafe places are refused."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy import Engine

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.errors import ConflictError, DamageError, StorageError
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.persistence import engine as engine_module
from sdpd_desktop.persistence.engine import WRITING, check_location, open_engine
from sdpd_desktop.persistence.unit_of_work import Database
from tests.support import SDPD, TODAY, count, plain
from tests.unit.persistence.test_recorder import NOW


@pytest.fixture
def engine(services: Services) -> Engine:
    return services.plans._ground.database.engine


PRAGMAS = {
    "foreign_keys": 1,
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "cache_size": -32768,
    "page_size": 8192,
    "busy_timeout": 15000,
    "recursive_triggers": 1,
}


@pytest.mark.parametrize("pragma", PRAGMAS)
def test_pragmas_hold_on_every_connection(engine: Engine, pragma: str) -> None:
    def read() -> object:
        with engine.connect() as connection:
            return connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()

    with engine.connect() as held:  # Keeps one busy, so that another one is made.
        assert held.exec_driver_sql(f"PRAGMA {pragma}").scalar() == PRAGMAS[pragma]
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(read).result() == PRAGMAS[pragma]


def test_sqlite_is_past_its_wal_bug() -> None:
    assert sqlcipher3.sqlite_version_info >= (3, 51, 3)
    assert engine_module.MINIMUM_SQLITE == (3, 51, 3)


def test_an_older_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlcipher3, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(StorageError, match="trop ancienne"):
        open_engine(tmp_path / "a.sqlite3")


@pytest.mark.parametrize(
    "folder",
    ["OneDrive", "OneDrive - Préfecture de Seine-et-Marne", "Dropbox", "dropbox (Bureau)",
     "Google Drive", "iCloudDrive", "Nextcloud"],
)  # fmt: skip
def test_a_synchronised_folder_is_refused(tmp_path: Path, folder: str) -> None:
    data = tmp_path / folder / "sdpd"
    with pytest.raises(StorageError, match="est synchronisé par"):
        build_services(data)
    assert not database_path(data).exists()


def test_a_folder_whose_name_only_resembles_is_accepted(tmp_path: Path) -> None:
    check_location(tmp_path / "Dropboxes" / "mon onedrive")


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_a_network_share_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def read_text(_self: Path, **_named: str) -> str:
        return f"/dev/sda / ext4 rw 0 0\nserveur:/partage {tmp_path} {kind} rw 0 0\n"

    monkeypatch.setattr(Path, "read_text", read_text)
    with pytest.raises(StorageError, match="est un partage réseau"):
        check_location(tmp_path / "sdpd")
    check_location(tmp_path.parent)


def test_a_unit_of_work_locks_at_once_and_a_reader_is_not_blocked(engine: Engine) -> None:
    with engine.execution_options(**{WRITING: True}).connect() as writer, writer.begin():
        with engine.connect() as reader:
            assert reader.exec_driver_sql("SELECT count(*) FROM plan").scalar() == 5
        impatient = open_engine(Path(_file(engine)), busy_timeout_ms=50)
        with (
            pytest.raises(StorageError, match="verrouillée"),
            Database(impatient).write("A", "cocher", NOW) as work,
        ):
            work.plans.set_statut(SDPD, "O1.A1.m1", Statut.REALISEE, TODAY, None)
        impatient.dispose()


def _file(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA database_list").one()[2])


def test_a_file_locked_by_another_program_is_said_in_french(
    services: Services, engine: Engine
) -> None:
    before = count(services)
    foreign = sqlcipher3.connect(_file(engine), isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    impatient = open_engine(Path(_file(engine)), busy_timeout_ms=50)
    try:
        with pytest.raises(StorageError) as refused, Database(impatient).write("A", "x", NOW) as w:
            w.plans.set_statut(SDPD, "O1.A1.m1", Statut.REALISEE, TODAY, None)
        assert "rien n'a été modifié" in plain(str(refused.value))
    finally:
        foreign.rollback()
        foreign.close()
        impatient.dispose()
    assert count(services) == before
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)


def test_threads_that_write_at_once_lose_nothing_and_number_without_gaps(
    services: Services,
) -> None:
    before = count(services)
    codes = [f"O1.A1.m{n}" for n in (1, 2, 3, 4)]
    start = threading.Barrier(len(codes))

    def tick(code: str) -> None:
        start.wait()
        for statut in (Statut.EN_COURS, Statut.EN_PAUSE, Statut.BLOQUEE):
            services.plans.tick(SDPD, code, TODAY, statut)
            services.indicateurs.record(SDPD, "K33", "2021", "3 500")

    with ThreadPoolExecutor(len(codes)) as pool:
        list(pool.map(tick, codes))
    assert count(services) == before + len(codes) * 6
    assert services.sauvegardes.check().defauts == ()


def test_a_row_changed_on_another_workstation_is_a_conflict(services: Services) -> None:
    def collide() -> None:
        with services.plans._ground.database.write("A", "cocher", NOW) as work:
            row = work.plans._mesure_or_action(work.plans.row(SDPD), "O1.A1.m1")
            # What the row would look like had another machine written it in the meantime.
            connection = work._session.connection()
            connection.exec_driver_sql("UPDATE mesure SET version = version + 1")
            row.note = "trop tard"
            work.commit()

    with pytest.raises(ConflictError, match="modifiées entre-temps"):
        collide()
    assert services.plans.action(SDPD, "O1.A1").mesures[0].note == ""


@pytest.mark.parametrize("octets", [b"ceci n'est pas une base" * 400, b"SQLite format 3\0" * 400])
def test_a_file_that_is_no_database_is_damage_and_stays_as_it_is(
    tmp_path: Path, octets: bytes
) -> None:
    database_path(tmp_path).write_bytes(octets)
    with pytest.raises(DamageError, match="endommagée"):
        build_services(tmp_path)
    assert database_path(tmp_path).read_bytes() == octets
