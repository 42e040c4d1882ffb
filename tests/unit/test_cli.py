"""The command as a program: its streams, its failures, and what it does not load."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from sdpd_desktop import cli
from sdpd_desktop.cli import main
from sdpd_desktop.commands.outcome import to_json
from sdpd_desktop.services.plans import PlanService


def sdpd(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "sdpd_desktop.cli", *map(str, arguments)]


def test_the_program_speaks_utf8_whatever_the_locale(data_folder: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        sdpd("--data", data_folder, "--json", "plans"),
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    titles = [plan["titre"] for plan in json.loads(done.stdout.decode("utf-8"))["plans"]]
    assert any("sécurité" in title for title in titles)
    ticked = subprocess.run(
        sdpd(
            "--data", data_folder, "--json", "tick", "SDPD77-2020", "O1.A1.m1", "--on",
            "2020-06-01", "--note", "réunion",
        ),
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert json.loads(ticked.stdout.decode("utf-8"))["mesure"]["note"] == "réunion"
    unreadable = subprocess.run(
        [*sdpd("--data", data_folder, "plan"), b"\xff\xfe"],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert unreadable.returncode == 2
    assert "illisibles" in unreadable.stderr.decode("utf-8")


def test_the_installed_command_is_this_one(data_folder: Path) -> None:
    program = Path(sys.executable).with_name("sdpd")
    done = subprocess.run(
        [program, "--data", data_folder, "conventions"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "CLCT77-2019" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["init"],
        ["plan", "SDPD77-2020"],
        ["tick", "SDPD77-2020", "O1.A1.m1", "--on", "2020-06-01"],
        ["convention", "CLCT77-2019", "--out", "f.pdf"],
        ["check"],
    ],
)
def test_no_qt_is_ever_loaded(tmp_path: Path, data_folder: Path, arguments: list[str]) -> None:
    data = tmp_path / "neuf" if arguments == ["init"] else data_folder
    watched = (
        "import sys; from sdpd_desktop.cli import main; status = main(sys.argv[1:]);"
        "loaded = [m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6')];"
        "sys.exit(f'{status} {loaded}' if status or loaded else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", watched, "--data", data, *arguments],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_a_reader_that_leaves_is_no_error(data_folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            sdpd("--data", data_folder, "plan", "SDPD77-2020"),
            stdout=write, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_told(data_folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            sdpd("--data", data_folder, "plans"),
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == (
        "sdpd\u00a0: la réponse n'a pas pu être écrite (plus de place sur le disque).\n"
    )


def broken(_service: PlanService) -> None:
    raise ZeroDivisionError("secret words")


def test_a_bug_is_logged_and_told_in_french(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(PlanService, "list_all", broken)
    assert main(["--data", str(data_folder), "--json", "plans"]) == 1
    said = capsys.readouterr()
    log = data_folder / "sdpd.log"
    assert str(log) in said.err
    assert "secret words" not in said.err
    assert "Traceback" not in said.err
    assert "erreur inattendue" in json.loads(said.out)["erreur"]
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: secret words" in written
    assert "in list_plans" in written


def test_a_bug_without_a_data_folder_is_logged_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(cli, "require_database", broken)
    assert main(["--data", str(tmp_path / "absent"), "plans"]) == 1
    assert str(tmp_path / "sdpd.log") in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["sdpd.log"]


def test_ctrl_c_is_clean(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_service: PlanService) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PlanService, "list_all", interrupt)
    assert main(["--data", str(data_folder), "plans"]) == 130
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "sdpd\u00a0: interrompu.\n")


def test_a_refusal_is_json_too(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data_folder), "--json", "plan", "NOPE"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out)["erreur"] in said.err


def test_the_users_folder_is_the_default(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "default_data_folder", lambda: data_folder)
    assert main(["plans"]) == 0
    assert "SDPD77-2020" in capsys.readouterr().out


def test_the_database_is_let_go_of(data_folder: Path) -> None:
    assert main(["--data", str(data_folder), "plans"]) == 0
    left = sorted(path.name for path in data_folder.iterdir())
    assert left == ["sdpd.sqlite3"], "no write-ahead log stays behind"


def test_nothing_but_known_values_becomes_json() -> None:
    with pytest.raises(TypeError, match="object has no JSON form"):
        to_json({"x": object()})
