"""A backup is whole or is not; a restoration replaces everything or nothing."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.errors import StorageError, UserError
from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import Statut
from tests.support import SDPD, TODAY, count, plain, raw, reopen, values

WAL_HEADER = slice(18, 20)  # Two bytes of a SQLite file: 1 for a rollback journal, 2 for WAL.


@pytest.fixture
def saved(services: Services, tmp_path: Path) -> Path:
    """A backup taken after one tick."""
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    target = tmp_path / "clé" / "a.sauvegarde"
    target.parent.mkdir()
    services.sauvegardes.backup(target)
    return target


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_one_plain_file_readable_on_a_protected_key(
    services: Services, saved: Path
) -> None:
    assert _names(saved.parent) == ["a.sauvegarde"]
    assert saved.read_bytes()[WAL_HEADER] == b"\x01\x01"
    protected = sqlcipher3.connect(f"file:{saved}?immutable=1", uri=True)
    assert protected.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    protected.close()
    last = services.sauvegardes.last()
    assert last is not None
    assert (last.chemin, last.taille) == (str(saved), saved.stat().st_size)
    assert last.changements == count(services) - 1  # Itself is written after.


def test_a_backup_goes_into_a_folder_under_a_dated_name_and_replaces_an_older_one(
    services: Services, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive"  # A copy may lie where the database may not.
    folder.mkdir()
    first = services.sauvegardes.backup(folder)
    assert Path(first.chemin).name == "sdpd-2022-06-30-1200.sauvegarde"
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    second = services.sauvegardes.backup(folder)
    assert (second.chemin, second.changements) == (first.chemin, first.changements + 2)
    assert _names(folder) == ["sdpd-2022-06-30-1200.sauvegarde"]


def test_a_backup_replaces_neither_the_database_nor_a_folder_that_is_missing(
    services: Services, tmp_path: Path
) -> None:
    before = count(services)
    with pytest.raises(UserError, match="remplacer la base"):
        services.sauvegardes.backup(database_path(services.data))
    (tmp_path / "fichier").touch()
    for out in (tmp_path / "absent" / "a.sauvegarde", tmp_path / "fichier" / "a.sauvegarde"):
        with pytest.raises(StorageError, match="Impossible d'écrire"):
            services.sauvegardes.backup(out)
    assert _names(tmp_path) == ["data", "fichier"]
    assert services.sauvegardes.last() is None
    assert count(services) == before


def test_a_full_disk_leaves_the_older_backup_and_no_temporary_file(
    services: Services, saved: Path
) -> None:
    octets = saved.read_bytes()
    data = services.data
    services.close()
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from sdpd_desktop.bootstrap import build_services\n"
        "from sdpd_desktop.domain.errors import StorageError\n"
        "services = build_services(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))\n"
        "try:\n"
        "    services.sauvegardes.backup(Path(sys.argv[2]))\n"
        "except StorageError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(data), str(saved)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Impossible d'écrire" in plain(done.stdout)
    assert _names(saved.parent) == ["a.sauvegarde"]
    assert saved.read_bytes() == octets


def test_a_restoration_brings_everything_back_and_keeps_the_present_aside(
    services: Services, saved: Path
) -> None:
    then = values(services)
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, Statut.ABANDONNEE)
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    now = values(services)
    services.sauvegardes.restore(saved)
    again = reopen(services)
    assert values(again) == then
    newest = again.journal.history(1)[0]
    assert newest.source is SourceChangement.RESTAURATION
    assert "a.sauvegarde" in newest.commande
    assert again.sauvegardes.check().defauts == ()
    again.close()
    aside = services.data / "sdpd.sqlite3.avant-restauration-20220630-120000"
    assert _names(services.data) == [DATABASE, aside.name]
    present = services.data / "autre"
    present.mkdir()
    shutil.copy(aside, database_path(present))
    kept = build_services(present, clock=FixedClock(TODAY))
    assert values(kept) == now
    kept.close()


DATABASE = "sdpd.sqlite3"


def test_a_stale_wal_does_not_undo_the_restoration(services: Services, saved: Path) -> None:
    then = values(services)
    held = sqlcipher3.connect(str(database_path(services.data)))
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, Statut.ABANDONNEE)
    wal = services.data / f"{DATABASE}-wal"
    left = wal.read_bytes()
    assert left
    held.close()
    services.close()
    wal.write_bytes(left)  # As a killed process leaves it.
    again = build_services(services.data, clock=FixedClock(TODAY))
    again.sauvegardes.restore(saved)
    again = reopen(again)
    assert values(again) == then
    assert again.sauvegardes.check().defauts == ()
    again.close()


def _flip(octets: bytes) -> bytes:
    """Change one letter of a stored text: SQLite's own check does not see it."""
    place = octets.index(b"Tenir ") if b"Tenir " in octets else octets.index(b"annuel")
    return octets[:place] + b"X" + octets[place + 1 :]


UNSOUND: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "text": (lambda _: b"bonjour" * 100, "choisissez un fichier « .sauvegarde »"),
    "empty": (lambda _: b"", "choisissez un fichier « .sauvegarde »"),
    "cut": (lambda octets: octets[: len(octets) // 2], "endommagé"),
    "scratched": (
        lambda octets: octets[:4096] + b"\xff" * 60_000 + octets[64_096:],
        "endommagé",
    ),
    "one letter": (_flip, "est altéré"),
}


@pytest.mark.parametrize("damage", UNSOUND)
def test_a_damaged_backup_is_refused_and_nothing_changes(
    services: Services, saved: Path, damage: str
) -> None:
    hurt, expected = UNSOUND[damage]
    bad = saved.with_name("b.sauvegarde")
    bad.write_bytes(hurt(saved.read_bytes()))
    then, octets = values(services), bad.read_bytes()
    numbers = count(services)
    with pytest.raises(StorageError) as refused:
        services.sauvegardes.restore(bad)
    assert expected in plain(str(refused.value))
    again = reopen(services)
    assert (values(again), count(again)) == (then, numbers)
    again.close()
    assert _names(services.data) == [DATABASE]
    assert bad.read_bytes() == octets


def test_another_programs_database_or_a_newer_version_is_refused(
    services: Services, saved: Path
) -> None:
    other = saved.with_name("autre.sqlite3")
    foreign = sqlcipher3.connect(str(other))
    foreign.execute("CREATE TABLE facture (numero INTEGER)")
    foreign.close()
    newer = saved.with_name("plus récente.sauvegarde")
    shutil.copy(saved, newer)
    changed = sqlcipher3.connect(str(newer), isolation_level=None)
    changed.execute("UPDATE alembic_version SET version_num = '9999'")
    changed.close()
    numbers = count(services)
    for file, expected in ((other, "n'est pas une base"), (newer, "version plus récente")):
        with pytest.raises(StorageError) as refused:
            services.sauvegardes.restore(file)
        assert expected in plain(str(refused.value))
    with pytest.raises(StorageError, match="n'existe pas"):
        services.sauvegardes.restore(saved.with_name("absente"))
    assert count(services) == numbers
    assert [name for name in _names(services.data) if "restauration" in name] == []


def test_a_database_open_elsewhere_is_not_replaced(services: Services, saved: Path) -> None:
    other = build_services(services.data, clock=FixedClock(TODAY))
    other.plans.list_all()
    with pytest.raises(StorageError, match="ouverte dans une autre fenêtre"):
        services.sauvegardes.restore(saved)
    other.plans.tick(SDPD, "O1.A1.m2", TODAY)
    other.close()
    numbers = count(services)
    services.sauvegardes.restore(saved)
    again = reopen(services)
    assert count(again) < numbers
    again.close()


def test_a_kept_file_that_was_altered_is_found(services: Services) -> None:
    with raw(services.data) as connection:
        connection.execute("INSERT INTO contenu VALUES (?, ?)", ("0" * 64, b"autres octets"))
        connection.execute(
            "INSERT INTO fichier (empreinte, nom, taille, recu_le, id, version) "
            "VALUES (?, 'retour.xlsx', 3, '2022-06-30 12:00:00', 'x', 1)",
            ("0" * 64,),
        )
    defects = [plain(defect) for defect in services.sauvegardes.check().defauts]
    assert "Le fichier conservé « retour.xlsx » a été altéré." in defects
    with raw(services.data) as connection:
        connection.execute("DELETE FROM contenu")
    defects = [plain(defect) for defect in services.sauvegardes.check().defauts]
    assert "Le fichier conservé « retour.xlsx » manque." in defects


def test_a_broken_reference_is_found(services: Services) -> None:
    with raw(services.data) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("DELETE FROM partenaire WHERE code = 'GGD77'")
    defects = " ".join(plain(defect) for defect in services.sauvegardes.check().defauts)
    assert "Une ligne de « engagement » renvoie à une ligne absente." in defects
    assert "« GGD77 » (partenaire) a disparu" in defects
