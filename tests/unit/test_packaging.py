"""What is shipped is complete, and what it is built from is pinned."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASE_LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"
PINNED = re.compile(r"([a-z0-9][a-z0-9-]*)==([0-9][\w.+!-]*) \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def pins(lock: Path) -> dict[str, str]:
    """Return the locked version of each package."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {found[1]: found[2] for line in lines if (found := PINNED.fullmatch(line))}


@pytest.mark.parametrize("lock", [BASE_LOCK, DEV_LOCK], ids=lambda lock: lock.name)
def test_locks_hold_names_versions_and_hashes_only(lock: Path) -> None:
    lines = [line for line in lock.read_text(encoding="utf-8").splitlines() if line]
    assert [line for line in lines if not PINNED.fullmatch(line) and not HASH.fullmatch(line)] == []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        assert not PINNED.fullmatch(line) or HASH.fullmatch(following), f"{line} has no hash"


def test_the_test_environment_contains_the_shipped_one() -> None:
    assert pins(BASE_LOCK).items() <= pins(DEV_LOCK).items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        found = (re.match(r"[\w-]+", text) for text in requirements)
        return {name[0].lower() for name in found if name}

    assert names(project["dependencies"]) <= pins(BASE_LOCK).keys()
    assert names(project["optional-dependencies"]["dev"]) <= pins(DEV_LOCK).keys()
    # Without it the editable installation would have to download its builder.
    assert "hatchling" in pins(BASE_LOCK)


def test_qt_stays_below_the_version_that_aborts() -> None:
    major, minor = pins(BASE_LOCK)["pyside6-essentials"].split(".")[:2]
    assert (int(major), int(minor)) < (6, 12)


def test_packaging_folder_does_not_shadow_its_namesake() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it as an installation does."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def wheel(installed: Path) -> set[str]:
    """Return the names of the files in the wheel."""
    return {
        path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("folder", ["ui", "db", "resources"])
def test_the_wheel_carries_every_data_file(wheel: set[str], folder: str) -> None:
    ignored = {"__pycache__"}
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    shipped = {
        f"sdpd_desktop/_data/{path.relative_to(ROOT).as_posix()}"
        for path in files
        if not ignored & set(path.parts) and not path.name.startswith(".")
    }
    assert shipped
    assert shipped <= wheel


def test_the_wheel_carries_the_code_and_the_licence(wheel: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sdpd_desktop").rglob("*.py")}
    assert modules <= wheel
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)
    assert not any(name.startswith(("tests/", "packaging/", "ui/", "db/")) for name in wheel)


def test_an_installation_finds_its_data_away_from_the_checkout(installed: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from sdpd_desktop.assets import asset_path;"
        "print(asset_path('db', 'seeds'))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code, installed],
        cwd=installed, check=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert Path(done.stdout.strip()) == installed / "sdpd_desktop" / "_data" / "db" / "seeds"


def test_fonts_and_icons_lie_beside_their_licence() -> None:
    folders = {
        path.parent
        for path in (ROOT / "resources").rglob("*")
        if path.suffix in {".ttf", ".otf", ".svg"}
    }
    assert folders
    for folder in folders:
        notices = [*folder.glob("LICENSE*"), *folder.parent.glob("LICENSE*")]
        assert notices, f"{folder} has no licence"
        assert all("opyright" in notice.read_text(encoding="utf-8") for notice in notices)


def test_the_licence_is_the_one_announced() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == "EUPL-1.2"
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert "15.Applicable Law" in text
