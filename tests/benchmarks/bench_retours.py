"""Times what partners send back beside the loops that other programs are made of.

A partner's own table of 50,000 values, whose layout was confirmed before, then 200 returns of 60
rows: openpyxl's bare loops, pandas with both engines, LibreOffice's conversion to CSV, and ours,
which hashes, checks and reads every cell in a child process, compares it with the database, and
stores it with its evidence and its journal. CPU seconds of the process and of its children, median
of the runs, interleaved. Then the table in each format, and the worst of the hostile files: both
within five seconds and 512 MB. Run it as
``python -m tests.benchmarks.bench_retours``, or ``make bench``, which installs pandas.
"""

import functools
import gc
import importlib
import importlib.util
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import openpyxl

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.importation import Proposition
from tests.benchmarks.tableaux import DAY, big, confirm, office, returns
from tests.corpus.fabrique_xlsb import xlsb
from tests.corpus.hostiles import HOSTILES

ROWS, FILES, RUNS = 50_000, 200, 5
PANDAS = importlib.util.find_spec("pandas") is not None
SOFFICE = shutil.which("soffice")


# ------------------------------------------------------------------ who reads


def openpyxl_loop(path: Path) -> int:
    """Read as openpyxl's documentation says to, the values alone."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    count = sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))
    book.close()
    return count


def openpyxl_full(path: Path) -> int:
    """Read whole, as openpyxl does by default."""
    book = openpyxl.load_workbook(path, data_only=True)
    return sum(1 for sheet in book.worksheets for _ in sheet.iter_rows(values_only=True))


def pandas_loop(path: Path, engine: str) -> int:
    """Read by pandas."""
    pandas = importlib.import_module("pandas")
    return sum(len(one) for one in pandas.read_excel(path, None, engine=engine).values())


def pandas_loops(paths: list[Path], engine: str) -> int:
    """Read many by pandas."""
    return sum(pandas_loop(path, engine) for path in paths)


def libreoffice(paths: list[Path], out: Path) -> None:
    """Convert them all to CSV in one process, whose profile is made already."""
    convert(paths, "csv", out)


def convert(paths: list[Path], suffix: str, out: Path) -> None:
    """Let LibreOffice save workbooks in another format, in a folder."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", suffix, "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=600)


def propose(services: Services, paths: list[Path]) -> list[Proposition]:
    """Propose files as a drop does, the child that read them ended."""
    lot = services.receptions.lot()
    found = [lot.examiner(path) for path in paths]
    services.receptions.close()
    assert all(isinstance(one, Proposition) for one in found)
    return [one for one in found if isinstance(one, Proposition)]


# ------------------------------------------------------------------ measuring


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run, those of the children that it ended included."""

    def used() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    before = used()
    work()
    return used() - before


def compare(title: str, works: dict[str, Callable[[], float]], runs: int) -> dict[str, float]:
    """Print the medians of what each costs; return the ratio of each to the first."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            gc.collect()
            spent[name].append(work())
    medians = {name: statistics.median(found) for name, found in spent.items()}
    floor = medians[next(iter(works))]
    print(f"\n{title}, median of {runs}, interleaved\n{'':44}{'CPU s':>8}{'ratio':>8}")
    for name, seconds in medians.items():
        print(f"{name:44}{seconds:8.2f}{seconds / floor:8.2f}")
    return {name: seconds / floor for name, seconds in medians.items()}


def measure_big(folder: Path, rows: int, runs: int) -> dict[str, float]:
    """Compare the readings of one big table, and its storing."""
    path = big(folder / "tableau.xlsx", rows)
    services = office(folder / "bureau", rows)
    confirm(services, big(folder / "petit.xlsx", 100))
    services.close()
    proposed: list[float] = []
    works: dict[str, Callable[[], float]] = {
        "openpyxl, read-only loop": lambda: cpu(lambda: openpyxl_loop(path)),
        "ours, proposed and stored": lambda: _whole(folder, path, rows, proposed),
        "ours, proposed": lambda: proposed[-1],
    }
    for engine in ("openpyxl", "calamine") if PANDAS else ():
        works[f"pandas, {engine}"] = functools.partial(
            cpu, functools.partial(pandas_loop, path, engine)
        )
    works |= _libreoffice([path], folder)
    return compare(f"a table of {rows} rows by 12", works, runs)


def _whole(folder: Path, path: Path, rows: int, proposed: list[float]) -> float:
    """Propose the table and store it, in an office of its own; return what both cost."""
    data = folder / "essai"
    shutil.copytree(folder / "bureau", data)
    services = build_services(data, clock=FixedClock(DAY))
    found: list[Proposition] = []
    proposed.append(cpu(lambda: found.extend(propose(services, [path]))))
    stored = cpu(lambda: services.importations.apply(found[0]))
    assert services.importations.list_all()[0].nouveaux == rows
    services.close()
    shutil.rmtree(data)
    return proposed[-1] + stored


def measure_returns(folder: Path, files: int, runs: int) -> dict[str, float]:
    """Compare the readings of many small returns."""
    services, paths = returns(folder / "retours", files)
    works: dict[str, Callable[[], object]] = {
        "openpyxl, full": lambda: [openpyxl_full(path) for path in paths],
        "openpyxl, read-only loop": lambda: [openpyxl_loop(path) for path in paths],
        "ours, proposed": lambda: propose(services, paths),
    }
    for engine in ("openpyxl", "calamine") if PANDAS else ():
        works[f"pandas, {engine}"] = functools.partial(pandas_loops, paths, engine)
    costs = {name: functools.partial(cpu, work) for name, work in works.items()}
    try:
        title = f"{files} returns of 60 rows"
        return compare(title, costs | _libreoffice(paths, folder), runs)
    finally:
        services.close()


def _libreoffice(paths: list[Path], folder: Path) -> dict[str, Callable[[], float]]:
    if SOFFICE is None:
        return {}
    libreoffice(paths[:1], folder)  # Makes its profile.
    return {"LibreOffice, to CSV": lambda: cpu(lambda: libreoffice(paths, folder))}


def measure_formats(folder: Path, rows: int) -> tuple[float, int]:
    """Print what reading the table costs in each format; return the most seconds and megabytes."""
    path = big(folder / "formats.xlsx", rows)
    paths = [path]
    for suffix in ("xls", "ods", "csv") if SOFFICE else ():
        convert([path], suffix, folder)
        paths.append(path.with_suffix(f".{suffix}"))
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    paths.append(folder / "formats.xlsb")
    paths[-1].write_bytes(xlsb(*book.worksheets[0].iter_rows(values_only=True)))
    book.close()
    print(f"\na table of {rows} rows by 12, read\n{'':44}{'CPU s':>8}{'MB':>8}")
    costs = [_alone(path) for path in paths]
    for path, (seconds, megabytes, outcome) in zip(paths, costs, strict=True):
        print(f"{path.suffix:44}{seconds:8.2f}{megabytes:8}  {outcome}")
    assert {outcome for _, _, outcome in costs} == {"read"}
    return max(costs)[0], max(megabytes for _, megabytes, _ in costs)


def measure_hostiles(folder: Path) -> tuple[float, int]:
    """Print what the worst hostile files cost; return the most CPU seconds and megabytes."""
    costs = []
    for name, hostile in HOSTILES.items():
        path = folder / "hostile.xlsx"
        path.write_bytes(hostile.make())
        seconds, megabytes, outcome = _alone(path)
        costs.append((seconds, megabytes, name, outcome))
    print(
        f"\n{len(costs)} hostile files, each in a process of its own\n{'':44}{'CPU s':>8}{'MB':>8}"
    )
    for seconds, megabytes, name, outcome in sorted(costs, reverse=True)[:5]:
        print(f"{name[:43]:44}{seconds:8.2f}{megabytes:8}  {outcome}")
    most = max(megabytes for _, megabytes, _, _ in costs)
    print(f"{'most memory of a child':44}{'':8}{most:8}")
    return max(costs)[0], most


_ALONE = """
import pathlib, resource, sys
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.errors import UserError

def most(process):
    try:
        lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0  # It is dead: its limit was reached.
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0) // 1024

with LecteurClasseurs() as lecteur:
    child = lecteur._started().pid
    try:
        classeur = lecteur.read(pathlib.Path(sys.argv[1]))
        outcome = "read"
    except UserError as error:
        outcome = "refused"
    megabytes = max(most(child), most("self"))
used = [resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(sum(one.ru_utime + one.ru_stime for one in used), megabytes, outcome)
"""


def _alone(path: Path) -> tuple[float, int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, str(path)], check=True, capture_output=True, text=True
    )
    seconds, megabytes, outcome = done.stdout.split()
    return float(seconds), int(megabytes), outcome


# In a process of its own, which has loaded nothing but the program.
_PEAK = """
import pathlib, sys
from sdpd_desktop.bootstrap import build_services

def most(process):
    lines = pathlib.Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024

services = build_services(pathlib.Path(sys.argv[1]))
found = services.receptions.examiner(pathlib.Path(sys.argv[2]))
child = most(services.receptions._reader._child.pid)
services.receptions.close()
read = most("self")
services.importations.apply(found)
print(child, read, most("self"))
services.close()
"""


def measure_memory(folder: Path, rows: int) -> tuple[int, ...]:
    """Print the most memory of each process, while the table is proposed and then stored."""
    path = big(folder / "memoire.xlsx", rows)
    services = office(folder / "memoire", rows)
    confirm(services, big(folder / "petit.xlsx", 100))
    services.close()
    done = subprocess.run(
        [sys.executable, "-c", _PEAK, str(folder / "memoire"), str(path)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    child, read, stored = map(int, done.stdout.split())
    print(f"\nmemory, a table of {rows} rows: child {child} MB, proposed {read}, stored {stored}")
    return child, read, stored


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        where = Path(name)
        measure_big(where, ROWS, RUNS)
        measure_returns(where, FILES, RUNS)
        measure_memory(where, ROWS)
        measure_formats(where, ROWS)
        measure_hostiles(where)
