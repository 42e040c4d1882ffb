"""The set-up script asks for what is missing, and for nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Machine:
    """A machine of stand-in commands around a copy of the script.

    Attributes:
        log: What apt-get was asked, one call a line.
    """

    def __init__(self, folder: Path, *, root: bool) -> None:
        self._commands = folder / "bin"
        self._checkout = folder / "checkout"
        self.log = folder / "apt.log"
        self._commands.mkdir()
        shutil.copytree(ROOT / "packaging", self._checkout / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self._checkout)
        self.command("ldconfig", "true")
        self.command("id", f"echo {0 if root else 1000}")
        self.command("apt-get", f'echo "$@" >> {self.log}')

    def command(self, name: str, body: str) -> None:
        """Put a stand-in before the machine's own command."""
        path = self._commands / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def setup(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the script."""
        return subprocess.run(
            ["bash", self._checkout / "packaging" / "setup.sh", *arguments],
            env={**os.environ, "PATH": f"{self._commands}:{os.environ['PATH']}",
                 "PYTHON": sys.executable},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip


def test_a_user_is_told_the_command_and_nothing_is_installed(tmp_path: Path) -> None:
    machine = Machine(tmp_path, root=False)
    done = machine.setup("run")
    assert done.returncode == 1
    assert "sudo apt-get install --yes --no-install-recommends" in done.stderr
    assert "libgl1" in done.stderr
    assert "libxcb-cursor0" in done.stderr
    assert not machine.log.exists()
    assert not (tmp_path / "checkout" / ".venv").exists()


def test_root_installs_once_and_is_told_when_it_did_not_help(tmp_path: Path) -> None:
    machine = Machine(tmp_path, root=True)
    done = machine.setup("run")
    assert done.returncode == 1
    assert "still missing" in done.stderr
    update, install = machine.log.read_text(encoding="utf-8").splitlines()
    assert update.startswith("update")
    assert "libegl1" in install


def test_a_prepared_checkout_needs_neither_apt_nor_pip(tmp_path: Path) -> None:
    machine = Machine(tmp_path, root=True)
    # Every library is there; the environment is a stand-in that fails when pip is called.
    machine.command(
        "ldconfig", f"sed -n 's/^ *library \\([^ ]*\\) .*/\\1 /p' {ROOT}/packaging/setup.sh"
    )
    venv = tmp_path / "checkout" / ".venv"
    (venv / "bin").mkdir(parents=True)
    python = venv / "bin" / "python"
    called = tmp_path / "pip.log"
    python.write_text(
        f'#!/bin/sh\n[ "$1" = -VV ] && exec {sys.executable} -VV\necho "$@" >> {called}\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    (venv / "bin" / "pip").write_text(f"#!{venv}/bin/python\n", encoding="utf-8")

    assert machine.setup("run").returncode == 0
    assert "--require-hashes" in called.read_text(encoding="utf-8")
    called.unlink()
    assert machine.setup("run").returncode == 0
    assert not called.exists()
    assert not machine.log.exists()


def test_an_unknown_purpose_is_wrong_usage(tmp_path: Path) -> None:
    done = Machine(tmp_path, root=False).setup("demo")
    assert done.returncode == 2
    assert "usage" in done.stderr
