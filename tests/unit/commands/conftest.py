"""Runs ``sdpd`` in this process, on a database with the reference plans, on 30 June 2022."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sdpd_desktop.cli import main
from sdpd_desktop.domain.clock import FixedClock, SystemClock

TODAY = dt.date(2022, 6, 30)


@dataclass(frozen=True)
class Ran:
    """What a command left: exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Sdpd = Callable[..., Ran]


@pytest.fixture
def bare_sdpd(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sdpd:
    """Return a function that runs a command line as given."""
    clock = FixedClock(TODAY)
    monkeypatch.setattr(SystemClock, "today", lambda _self: clock.today())
    monkeypatch.setattr(SystemClock, "now", lambda _self: clock.now())
    monkeypatch.setenv("COLUMNS", "120")

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture
def sdpd(bare_sdpd: Sdpd, data_folder: Path) -> Sdpd:
    """Return a function that runs a command on the reference plans."""

    def run(*arguments: object) -> Ran:
        return bare_sdpd("--data", data_folder, *arguments)

    return run


@pytest.fixture
def answer(sdpd: Sdpd) -> Callable[..., Any]:
    """Return a function that runs a command with ``--json`` and gives its document."""

    def run(*arguments: object) -> Any:
        ran = sdpd("--json", *arguments)
        assert ran.status == 0, ran.err
        return ran.json

    return run
