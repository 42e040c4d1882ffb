"""``init``, ``backup``, ``restore`` and ``check``."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.bootstrap import DATABASE_NAME


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_init_installs_all_plans(bare_sdpd: Any, tmp_path: Path) -> None:
    data = tmp_path / "nouveau" / "dossier"
    ran = bare_sdpd("--data", data, "--json", "init")
    assert ran.status == 0
    assert ran.json["plans"] == [
        "QRR77-2019", "SDPD77-2020", "PADRSQ62-2025", "PSQCALAIS-2018", "CRACK61-2023",
    ]  # fmt: skip
    assert names(data) == {DATABASE_NAME}


def test_init_installs_the_plans_named(bare_sdpd: Any, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert bare_sdpd("--data", data, "init", "--plan", "CRACK61-2023").status == 0
    more = bare_sdpd(
        "--data", data, "init", "--plan", "PSQCALAIS-2018", "--plan", "PADRSQ62-2025"
    )  # fmt: skip
    assert more.status == 0
    listed = bare_sdpd("--data", data, "--json", "plans").json["plans"]
    assert {plan["code"] for plan in listed} == {"CRACK61-2023", "PSQCALAIS-2018", "PADRSQ62-2025"}
    assert bare_sdpd("--data", data, "--json", "conventions").json == {"conventions": []}


def test_init_refuses_what_is_there(sdpd: Any, answer: Any) -> None:
    before = answer("history")
    ran = sdpd("init", "--plan", "SDPD77-2020")
    assert ran.status == 1
    assert "SDPD77-2020" in ran.err
    assert answer("history") == before


def test_a_refused_init_leaves_nothing(bare_sdpd: Any, tmp_path: Path) -> None:
    ran = bare_sdpd("--data", tmp_path / "a" / "b", "init", "--plan", "NOPE")
    assert ran.status == 1
    assert "SDPD77-2020" in ran.err, "the codes that exist are named"
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_that_is_a_file_is_told(bare_sdpd: Any, tmp_path: Path) -> None:
    file = tmp_path / "fichier"
    file.write_text("à garder", encoding="utf-8")
    ran = bare_sdpd("--data", file, "init")
    assert ran.status == 1
    assert f"{file} (" in ran.err
    assert "inattendue" not in ran.err
    assert file.read_text(encoding="utf-8") == "à garder"


@pytest.mark.parametrize(
    "arguments",
    [
        ("plans",),
        ("plan", "SDPD77-2020"),
        ("late",),
        ("tick", "SDPD77-2020", "O1.A1.m1", "--on", "2022-06-01"),
        ("record", "SDPD77-2020", "K33", "2022", "1"),
        ("returns", "--plan", "SDPD77-2020", "--period", "2022", "--out", "retours"),
        ("import", "f.xlsx"),
        ("history",),
        ("undo", "1"),
        ("conventions",),
        ("convention", "CLCT77-2019", "--out", "f.pdf"),
        ("bilan", "--plan", "SDPD77-2020", "--period", "2022", "--out", "f.pdf"),
        ("backup", "--out", "f.sauvegarde"),
        ("check",),
    ],
)
def test_without_a_database_nothing_is_created(
    bare_sdpd: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = bare_sdpd("--data", tmp_path / "absent", *arguments)
    assert ran.status == 1
    assert "sdpd init" in ran.err.replace("\u00a0", " ")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_is_verified_and_comes_back(
    sdpd: Any, answer: Any, tmp_path: Path, data_folder: Path
) -> None:
    sdpd("record", "SDPD77-2020", "K12", "2021", "7")
    before = answer("plan", "SDPD77-2020")
    file = tmp_path / "clé.sauvegarde"
    file.write_text("une plus ancienne", encoding="utf-8")
    done = answer("backup", "--out", file)
    assert (done["fichier"], done["octets"]) == (str(file), file.stat().st_size)
    sdpd("record", "SDPD77-2020", "K12", "2021", "8")
    back = answer("restore", file)
    assert back["plans"] == 5
    assert answer("plan", "SDPD77-2020")["chiffres"] == before["chiffres"]
    assert answer("history")["changements"][0]["source"] == "restauration"
    assert sdpd("check").status == 0
    assert len(names(data_folder)) > 1, "what was there is kept beside it"


def test_a_backup_comes_back_on_a_new_machine(
    bare_sdpd: Any, sdpd: Any, tmp_path: Path, answer: Any
) -> None:
    file = tmp_path / "s.sauvegarde"
    answer("backup", "--out", file)
    new = tmp_path / "neuf"
    assert bare_sdpd("--data", new, "restore", file).status == 0
    assert len(bare_sdpd("--data", new, "--json", "plans").json["plans"]) == 5


@pytest.mark.parametrize("content", [None, b"", b"rien d'une base", b"SQLite format 3\x00" * 99])
def test_what_is_no_backup_changes_nothing(
    sdpd: Any,
    bare_sdpd: Any,
    answer: Any,
    tmp_path: Path,
    data_folder: Path,
    content: bytes | None,
) -> None:
    before, files = answer("history"), names(data_folder)
    wrong = tmp_path / "faux.sauvegarde"
    if content is not None:
        wrong.write_bytes(content)
    ran = sdpd("restore", wrong)
    assert ran.status == 1
    assert "faux.sauvegarde" in ran.err
    assert answer("history") == before
    assert names(data_folder) == files
    assert bare_sdpd("--data", tmp_path / "neuf", "restore", wrong).status == 1
    assert not (tmp_path / "neuf").exists()


def test_a_backup_never_replaces_the_database(sdpd: Any, data_folder: Path, answer: Any) -> None:
    assert sdpd("backup", "--out", data_folder / DATABASE_NAME).status == 1
    assert len(answer("plans")["plans"]) == 5


def test_a_sound_database_passes(sdpd: Any, answer: Any) -> None:
    found = answer("check")
    assert found["ok"]
    assert found["defauts"] == []
    assert any("Journal" in line for line in found["lignes"])
    assert "Aucun dommage." in sdpd("check").out


def alter(data: Path, statement: str) -> None:
    connection = sqlite3.connect(data / DATABASE_NAME)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall()
    for (trigger,) in triggers:
        connection.execute(f'DROP TRIGGER "{trigger}"')
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE mesure SET statut = 'realisee' WHERE code = 'O1.A1.m1'",
        "UPDATE changement SET auteur = 'quelqu''un d''autre'",
        "DELETE FROM indicateur WHERE code = 'O7.A1.i1'",
    ],
)
def test_what_was_altered_outside_is_damage(
    sdpd: Any, data_folder: Path, statement: str
) -> None:  # fmt: skip
    alter(data_folder, statement)
    ran = sdpd("--json", "check")
    assert ran.status == 3
    assert not ran.json["ok"]
    assert ran.json["defauts"]
    assert ran.json["defauts"][0] in ran.err
    assert "dommage" in sdpd("check").out


def test_a_file_that_is_no_database_is_damage_and_can_be_restored(
    sdpd: Any, answer: Any, tmp_path: Path, data_folder: Path
) -> None:
    file = tmp_path / "s.sauvegarde"
    answer("backup", "--out", file)
    database = data_folder / DATABASE_NAME
    database.write_bytes(b"de la neige" * 1000)
    assert sdpd("check").status == 3
    assert sdpd("plans").status == 1
    (tmp_path / "faux").write_bytes(b"rien")
    assert sdpd("restore", tmp_path / "faux").status == 1
    assert database.read_bytes().startswith(b"de la neige"), "put back where it was"
    assert sdpd("restore", file).status == 0
    assert len(answer("plans")["plans"]) == 5
    assert any(b"de la neige" in path.read_bytes()[:20] for path in data_folder.iterdir())
