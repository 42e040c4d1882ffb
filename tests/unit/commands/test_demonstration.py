"""``demo`` in the command: its folder, and the picture asked of another process."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.commands import demonstration
from sdpd_desktop.domain.errors import StorageError


def test_a_folder_that_no_demo_made_is_refused(bare_sdpd: Any, tmp_path: Path) -> None:
    mine = tmp_path / "data" / "important.txt"
    mine.parent.mkdir()
    mine.write_text("à garder", encoding="utf-8")
    ran = bare_sdpd("demo", "--out", tmp_path)
    assert ran.status == 1
    assert str(tmp_path / "data") in ran.err
    assert mine.read_text(encoding="utf-8") == "à garder"
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Stand in for the window's process: it does nothing and fails."""
    calls: list[Any] = []

    def run(command: list[str], **settings: Any) -> subprocess.CompletedProcess[bytes]:
        calls.append((command, settings["env"]))
        return subprocess.CompletedProcess(command, 1, b"", "pas de fenêtre".encode())

    monkeypatch.setattr(subprocess, "run", run)
    return calls


def test_a_picture_that_fails_says_why(
    asked: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with pytest.raises(StorageError, match="pas de fenêtre"):
        demonstration.take_picture(tmp_path, tmp_path / "f.png", dt.date(2022, 6, 30))
    command, environment = asked[0]
    assert command[1:4] == ["-m", "sdpd_desktop", "--picture"]
    assert command[-2:] == ["--today", "2022-06-30"]
    assert environment["QT_QPA_PLATFORM"] == "offscreen"


def test_a_screen_is_used_where_there_is_one(
    asked: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    with pytest.raises(StorageError):
        demonstration.take_picture(tmp_path, tmp_path / "f.png", dt.date(2022, 6, 30))
    assert "QT_QPA_PLATFORM" not in asked[0][1]


def test_a_frozen_command_asks_the_program_beside_it(
    asked: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "sdpd.exe"))
    with pytest.raises(StorageError):
        demonstration.take_picture(tmp_path, tmp_path / "f.png", dt.date(2022, 6, 30))
    assert asked[0][0][:2] == [str(tmp_path / "sdpd-desktop.exe"), "--picture"]
