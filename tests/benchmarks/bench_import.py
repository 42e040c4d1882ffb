"""Times the storing of an import's values, beside openpyxl's bare loop over the same workbook.

Two floors: openpyxl's default read-only loop over the rows of 12 cells that hold the values, and
SQLAlchemy's Core inserting the same rows of values and evidence with no journal. Ours checks that
the proposition still holds, stores the values and the evidence, and writes the journal; reading is
not counted. The runs are interleaved, each on a database of its own. Run it as
``python -m tests.benchmarks.bench_import``, with the number of values as its argument if not
50,000; ``SDPD_BENCH_IMPORT`` gives that of the short form.
"""

import datetime as dt
import gc
import hashlib
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import sqlcipher3
from openpyxl import Workbook
from sqlalchemy import create_engine, insert

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.importation import Ligne, Proposition, ValeurProposee, Verdict
from sdpd_desktop.domain.indicateur import Borne, Presence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.persistence.base import new_id
from sdpd_desktop.persistence.indicateur_rows import ObservationRow
from sdpd_desktop.persistence.retour_rows import ImportationLigneRow

VALUES, RUNS = 50_000, 5
PLAN, DAY = "SDPD77-2020", dt.date(2022, 6, 30)
K33, GGD = "O7.A1.i1", "GGD77"
MONTHS = tuple(parse_periode(f"{year}-{m:02}") for year in range(1990, 2022) for m in range(1, 13))


def prepare(folder: Path, count: int) -> Proposition:
    """Make the plans, a campagne, enough communes, and a proposition of that many new values."""
    services = build_services(folder / "data", clock=FixedClock(DAY))
    services.reference.install([PLAN])
    services.campagnes.prepare(PLAN, parse_periode("2022-S1"), folder, GGD)
    (campagne,) = services.campagnes.list_all(PLAN)
    (retour,) = campagne.retours
    services.close()
    places = [f"C{n}" for n in range(-(-count // len(MONTHS)))]
    _add_places(folder / "data", places)
    path = folder / "retour.xlsx"
    write_workbook(path, count)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    lines = tuple(_lines(places, count))
    return Proposition(
        path.name, digest, path.stat().st_size, GGD, retour.nom, PLAN, campagne.code, retour.id,
        campagne.periode, lines, (), None, path,
    )  # fmt: skip


def _add_places(data: Path, places: list[str]) -> None:
    connection = sqlcipher3.connect(str(database_path(data)))
    connection.executemany(
        "INSERT INTO territoire (id, version, code, nom, nature, insee, source, tri, recherche) "
        "VALUES (?, 1, ?, ?, 'commune', '', '', ?, '')",
        [(new_id(), code, code, code) for code in places],
    )
    connection.commit()
    connection.close()


def _lines(places: list[str], count: int) -> Iterator[Ligne]:
    for n in range(count):
        periode, value = MONTHS[n % len(MONTHS)], Decimal(n % 1000)
        effet = ValeurProposee(
            K33, places[n // len(MONTHS)], Zone.ENSEMBLE, periode, value, Presence.VALEUR,
            Borne.EXACTE, None, None, "", "",
        )  # fmt: skip
        yield Ligne(
            Verdict.NOUVEAU, "K33", "Caméras de vidéoprotection", "valeur", f"Valeurs!L{n + 2}",
            str(value), "General", f"{value} caméras", "", "", "", effet,
        )  # fmt: skip


def write_workbook(path: Path, count: int) -> None:
    """Write the rows of 12 cells that the values stand in."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Valeurs")
    sheet.append([f"Colonne {n}" for n in range(12)])
    for n in range(count):
        sheet.append(
            ["K33", "Caméras", f"C{n}", "2020-01", n, *(n % 7 for _ in range(6)), n % 1000]
        )
    book.save(path)


def loop(path: Path) -> int:
    """Run openpyxl's bare read-only loop."""
    book = openpyxl.load_workbook(path, read_only=True)
    cells = sum(len(row) for row in book.worksheets[0].iter_rows())
    book.close()
    return cells


def bare_rows(services: Services, count: int) -> tuple[list[dict[str, object]], ...]:
    """Return the rows that an import stored, to be inserted again without a journal."""
    engine = services.plans._ground.database.engine
    observation, evidence = ObservationRow.__table__, ImportationLigneRow.__table__
    with engine.connect() as connection:
        chosen = observation.select().where(observation.c.importation_id.is_not(None))
        values = [dict(row) for row in connection.execute(chosen).mappings()]
        kept = [dict(row) for row in connection.execute(evidence.select()).mappings()]
    assert len(values) == len(kept) == count
    return values, kept


def insert_bare(data: Path, rows: tuple[list[dict[str, object]], ...]) -> Callable[[], None]:
    """Return a run of Core's executemany of those rows on a database without constraints."""
    engine = create_engine(
        "sqlite://", module=sqlcipher3,
        creator=lambda: sqlcipher3.connect(str(database_path(data)), check_same_thread=False),
    )  # fmt: skip

    def run() -> None:
        with engine.begin() as connection:
            connection.execute(insert(ObservationRow), rows[0])
            connection.execute(insert(ImportationLigneRow), rows[1])
        engine.dispose()

    return run


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run, its garbage collected beforehand."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(count: int, runs: int) -> float:
    """Print the medians and return ours over openpyxl's loop."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        proposition = prepare(folder, count)
        read, bare, ours = [], [], []
        peak = 0
        for n in range(runs):
            data, other = folder / f"ours{n}", folder / f"bare{n}"
            shutil.copytree(folder / "data", data)
            shutil.copytree(folder / "data", other)
            read.append(timed(lambda: loop(proposition.chemin)))
            services = build_services(data, clock=FixedClock(DAY))
            ours.append(timed(lambda: services.importations.apply(proposition)))  # noqa: B023
            peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            assert services.journal.verify().ok
            rows = bare_rows(services, count)
            services.close()
            bare.append(timed(insert_bare(other, rows)))
            del rows
            shutil.rmtree(data)
            shutil.rmtree(other)
    medians = [statistics.median(found) for found in (read, bare, ours)]
    print(f"\nstoring {count} values, median of {runs}, interleaved; peak {peak} MB")
    print(f"{'':48}{'CPU s':>8}{'ratio':>8}")
    labels = (
        "openpyxl, bare read-only loop of the workbook", "Core, same rows, no journal",
        "ours, with evidence and journal",
    )  # fmt: skip
    for label, seconds in zip(labels, medians, strict=True):
        print(f"{label:48}{seconds:8.2f}{seconds / medians[0]:8.2f}")
    return medians[2] / medians[0]


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else VALUES, RUNS)
