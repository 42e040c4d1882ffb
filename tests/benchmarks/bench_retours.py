"""Times the reading of partner returns beside the loops that other programs are made of.

A partner's own table of 50,000 rows, then 200 returns of 60 rows: openpyxl's bare loops, pandas
with both engines, LibreOffice's conversion to CSV, and ours, which hashes, checks and reads every
cell in a child process. CPU seconds of the process and of its children, median of the runs,
interleaved. Then the worst of the hostile files, and how long a window would stand still.
Run it as ``python -m tests.benchmarks.bench_retours``, or ``make bench``, which installs pandas.
"""

import functools
import importlib
import importlib.util
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl

from sdpd_desktop.documents import retour_lecture
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.disposition_lecture import lire, proposer
from sdpd_desktop.domain.disposition import Champ, Vocabulaire
from tests.corpus.fabrique import filled, indicateur, raw_parts, set_cell
from tests.corpus.hostiles import HOSTILES

ROWS, FILES, RUNS = 50_000, 200, 5
PANDAS = importlib.util.find_spec("pandas") is not None
SOFFICE = shutil.which("soffice")
_TITLES = (
    "Indicateur", "Libellé", "Territoire", "Zone", "Période", "Valeur", "Commentaire",
    "Service", "Bureau", "Agent", "Source", "Rang",
)  # fmt: skip
_NOTHING = Vocabulaire({}, {}, {})
_BEAT = 0.005


# ------------------------------------------------------------------ what is read


def big(path: Path, rows: int) -> Path:
    """Write a partner's own table as Excel does, with shared texts and its dimension."""
    draw, texts = random.Random(1), dict[str, int]()
    lines = [_row(1, _TITLES, texts)]
    for n in range(2, rows + 2):
        values = (
            f"K{n % 500:02}", f"Caméras sur la voie publique ({n % 500})", f"77{n % 400:03}",
            ("police", "gendarmerie")[n % 2], f"2022-{n % 12 + 1:02}",
            draw.randrange(100_000) / (1 if n % 3 else 10), "provisoire" if n % 5 == 0 else "",
            f"Service {n % 40}", f"Bureau {n % 9}", f"Agent {n % 90}", "courriel", n,
        )  # fmt: skip
        lines.append(_row(n, values, texts))
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    size = f'<dimension ref="A1:L{rows + 1}"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in raw_parts("".join(lines), strings=shared, before=size).items():
            archive.writestr(name, content)
    return path


def _row(number: int, values: tuple[object, ...], texts: dict[str, int]) -> str:
    cells = []
    for letter, value in zip("ABCDEFGHIJKL", values, strict=True):
        if isinstance(value, str) and value:
            index = texts.setdefault(value, len(texts))
            cells.append(f'<c r="{letter}{number}" t="s"><v>{index}</v></c>')
        elif value != "":
            cells.append(f'<c r="{letter}{number}"><v>{value}</v></c>')
    return f'<row r="{number}" spans="1:12">{"".join(cells)}</row>'


def returns(folder: Path, files: int) -> list[Path]:
    """Write our return of sixty rows, filled, that many times."""
    first = folder / "retour-000.xlsx"
    rows = tuple(indicateur(rang) for rang in range(1, 61))
    with filled(first, mesures=(), indicateurs=rows) as book:
        for rang in range(1, 61):
            set_cell(book["Indicateurs"], f"O7.A1.i{rang}", "valeur", rang * 7.5)
    copies = [folder / f"retour-{n:03}.xlsx" for n in range(1, files)]
    for copy in copies:
        shutil.copy(first, copy)
    return [first, *copies]


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
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "csv", "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=600)


def ours_big(path: Path) -> int:
    """Read the table, propose its layout, read its rows by it."""
    with LecteurClasseurs() as lecteur:
        classeur = lecteur.read(path)
    (proposee,) = proposer(classeur, _NOTHING)
    lignes = lire(classeur, proposee.disposition)
    return sum(ligne.cellule(Champ.VALEUR) is not None for ligne in lignes)


def ours_returns(paths: list[Path]) -> int:
    """Read the returns with one child."""
    with LecteurClasseurs() as lecteur:
        return sum(len(retour_lecture.read(path, lecteur).saisies) for path in paths)


# ------------------------------------------------------------------ measuring


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run, those of the children that it ended included."""

    def used() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    before = used()
    work()
    return used() - before


def compare(title: str, works: dict[str, Callable[[], object]], runs: int) -> dict[str, float]:
    """Print the medians; return the ratio of each to the first."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            spent[name].append(cpu(work))
    medians = {name: statistics.median(found) for name, found in spent.items()}
    floor = medians[next(iter(works))]
    print(f"\n{title}, median of {runs}, interleaved\n{'':44}{'CPU s':>8}{'ratio':>8}")
    for name, seconds in medians.items():
        print(f"{name:44}{seconds:8.2f}{seconds / floor:8.2f}")
    return {name: seconds / floor for name, seconds in medians.items()}


def measure_big(folder: Path, rows: int, runs: int) -> dict[str, float]:
    """Compare the readings of one big table."""
    path = big(folder / "tableau.xlsx", rows)
    works: dict[str, Callable[[], object]] = {
        "openpyxl, read-only loop": lambda: openpyxl_loop(path),
        "ours, read": lambda: _read(path),
        "ours, read, proposed columns, rows": lambda: ours_big(path),
    }
    for engine in ("openpyxl", "calamine") if PANDAS else ():
        works[f"pandas, {engine}"] = functools.partial(pandas_loop, path, engine)
    works |= _libreoffice([path], folder)
    found = compare(f"a table of {rows} rows by 12", works, runs)
    with LecteurClasseurs() as lecteur:
        classeur = lecteur.read(path)
        (proposee,) = proposer(classeur, _NOTHING)
        count = len(lire(classeur, proposee.disposition))
    assert count == rows, count
    return found


def _read(path: Path) -> None:
    with LecteurClasseurs() as lecteur:
        lecteur.read(path)


def measure_returns(folder: Path, files: int, runs: int) -> dict[str, float]:
    """Compare the readings of many small returns."""
    paths = returns(folder, files)
    works: dict[str, Callable[[], object]] = {
        "openpyxl, full": lambda: [openpyxl_full(path) for path in paths],
        "openpyxl, read-only loop": lambda: [openpyxl_loop(path) for path in paths],
        "ours, read and interpreted": lambda: ours_returns(paths),
    }
    for engine in ("openpyxl", "calamine") if PANDAS else ():
        works[f"pandas, {engine}"] = functools.partial(pandas_loops, paths, engine)
    works |= _libreoffice(paths, folder)
    return compare(f"{files} returns of 60 rows", works, runs)


def _libreoffice(paths: list[Path], folder: Path) -> dict[str, Callable[[], object]]:
    if SOFFICE is None:
        return {}
    libreoffice(paths[:1], folder)  # Makes its profile.
    return {"LibreOffice, to CSV": lambda: libreoffice(paths, folder)}


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


def measure_memory(folder: Path, rows: int) -> int:
    """Print the memory that the big table takes in the greater of the two processes."""
    _, megabytes, _ = _alone(big(folder / "memoire.xlsx", rows))
    print(f"\nmemory, a table of {rows} rows, the greater process: {megabytes} MB")
    return megabytes


def measure_stillness(folder: Path, rows: int) -> float:
    """Print how late a beat is while a table is read, and with nothing else to do; seconds."""
    path = big(folder / "attente.xlsx", rows)
    resting = _beats(threading.Thread(target=time.sleep, args=(2,)))
    found = _beats(threading.Thread(target=ours_big, args=(path,)))
    print(f"\na beat each {1000 * _BEAT:.0f} ms is late by{'':18}{'most, ms':>10}{'99 %, ms':>10}")
    for name, late in (("with nothing to do", resting), ("while the table is read", found)):
        print(f"{name:44}{1000 * late[-1]:10.0f}{1000 * late[len(late) * 99 // 100]:10.0f}")
    return found[-1]


def _beats(work: threading.Thread) -> list[float]:
    """Return how late each beat of this thread was while another works, sorted."""
    late: list[float] = []
    work.start()
    while work.is_alive():
        before = time.perf_counter()
        time.sleep(_BEAT)
        late.append(time.perf_counter() - before - _BEAT)
    return sorted(late)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        where = Path(name)
        measure_big(where, ROWS, RUNS)
        measure_returns(where, FILES, RUNS)
        measure_memory(where, ROWS)
        measure_stillness(where, ROWS)
        measure_hostiles(where)
