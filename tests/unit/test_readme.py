"""The README keeps its word: its glossary, map, commands and pictures match the repository."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """Return the text under a second-level title."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", README, re.M | re.S)
    assert found, f"no section {title}"
    return found[1]


def rows(title: str) -> list[list[str]]:
    """Return the cells of the table under a title, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_domain_module_has_a_row_in_the_glossary() -> None:
    modules = {path.stem for path in (ROOT / "sdpd_desktop/domain").glob("*.py")} - {"__init__"}
    assert {row[3].strip("`") for row in rows("Glossary")} == modules


def test_the_map_names_every_folder_and_no_other() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout.splitlines()  # fmt: skip
    folders = {f"{name.split('/')[0]}/" for name in listed if "/" in name}
    assert {row[0].strip("`") for row in rows("Map")} == folders - {".ci/"}


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_make_command_exists(text: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.M))
    assert named
    assert named <= targets


def test_every_link_and_picture_exists() -> None:
    paths = re.findall(r"\]\(([^)]+)\)", README)
    assert paths
    assert [path for path in paths if not (ROOT / path).is_file()] == []


@pytest.mark.e2e
def test_the_examples_of_the_command_run(tmp_path: Path) -> None:
    block = re.search(r"```sh\n(sdpd .*?)```", section("The `sdpd` command"), re.S)
    assert block
    sdpd = Path(sys.executable).with_name("sdpd")
    for line in block[1].splitlines():
        arguments = shlex.split(line)[1:]
        done = subprocess.run(
            [sdpd, "--data", tmp_path / "data", *arguments],
            cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert (tmp_path / "bilan.pdf").read_bytes().startswith(b"%PDF-")
    assert list((tmp_path / "retours").glob("*.xlsx"))
