"""Times every rate of a million values, beside a bare loop that makes the same divisions.

The floor is a Python loop over numbers already read and decoded: one subtraction and one division
each, made into the same frozen value. Ours reads the values from the database, with their rules.
The runs are interleaved, so that a busy spell weighs on all alike. Run it as
``python -m tests.benchmarks.bench_taux``, with the number of values as its argument if not a
million; ``SDPD_BENCH_VALEURS`` gives that of the short form.
"""

import datetime as dt
import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from pathlib import Path

import sqlcipher3

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.taux_valeur import TauxValeur
from sdpd_desktop.persistence.base import new_id

VALUES, RUNS = 1_000_000, 5
PLAN, DAY = "SDPD77-2020", dt.date(2022, 6, 30)
K33 = "O7.A1.i1"
_COLUMNS = (
    *("id", "version", "indicateur_id", "periode", "debut", "fin", "territoire_id", "zone"),
    *("presence", "borne", "valeur", "consolidation", "commentaire", "courante", "etat"),
    *("etat_motif", "auteur", "saisi_le", "origine", "feuille", "cellule", "texte"),
    "libelle_journal",
)
_12 = range(1, 13)


def fill(data: Path, count: int) -> None:
    """Add values of K33 (3 419 cameras, 400 more) by commune and month; one rate for each."""
    connection = sqlcipher3.connect(str(database_path(data)))
    (indicateur,) = connection.execute(
        "SELECT i.id FROM indicateur i JOIN plan p ON p.id = i.plan_id "
        "WHERE p.code = ? AND i.code = ?",
        (PLAN, K33),
    ).fetchone()
    months = [(f"{year}-{m:02}", f"{year}-{m:02}-01") for year in range(1900, 2022) for m in _12]
    places = -(-count // len(months))
    territoires = [new_id() for _ in range(places)]
    connection.executemany(
        "INSERT INTO territoire (id, version, code, nom, nature, insee, source, tri, recherche) "
        "VALUES (?, 1, ?, ?, 'commune', '', '', ?, '')",
        [(key, f"C{n}", f"Commune {n}", f"c{n:08}") for n, key in enumerate(territoires)],
    )
    connection.executemany(
        f"INSERT INTO observation ({', '.join(_COLUMNS)}) "
        f"VALUES ({', '.join('?' for _ in _COLUMNS)})",
        islice(_rows(indicateur, territoires, months), count),
    )
    connection.commit()
    connection.close()


def _rows(
    indicateur: str, territoires: list[str], months: list[tuple[str, str]]
) -> Iterator[tuple[object, ...]]:
    numbers = random.Random(1)
    for territoire in territoires:
        for code, first in months:
            number = str(numbers.randint(3000, 4500))
            yield (
                new_id(), 1, indicateur, code, first, f"{code}-28", territoire, "ensemble",
                "valeur", "exacte", number, "provisoire", "", 1, "saisi", "", "banc",
                "2022-06-30 00:00:00", "", "", "", number, "",
            )  # fmt: skip


def bare(values: list[TauxValeur]) -> list[TauxValeur]:
    """Make the same frozen values with the same arithmetic, from numbers at hand."""
    depart, ecart = Decimal(3419), Decimal(400)
    return [
        TauxValeur(
            v.indicateur, v.territoire, v.zone, v.periode, v.valeur, (v.valeur - depart) / ecart
        )
        for v in values
    ]


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds of one run, its garbage collected beforehand."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(count: int, runs: int) -> float:
    """Print the medians and return their ratio."""
    with tempfile.TemporaryDirectory() as name:
        services = build_services(Path(name), clock=FixedClock(DAY))
        services.reference.install([PLAN])
        fill(Path(name), count)
        ratio = _measure(services, count, runs)
        services.close()
    return ratio


def _measure(services: Services, count: int, runs: int) -> float:
    def ours() -> list[TauxValeur]:
        return services.indicateurs.taux_des_valeurs(PLAN)

    made = [value for value in ours() if value.indicateur == K33]
    assert len(made) == count
    free = [replace(value, part=None) for value in made]
    for value, loop in zip(made, bare(free), strict=True):
        assert loop.part is not None
        assert value.part == min(max(loop.part, Decimal(0)), Decimal(1))
    del made
    floor, full = [], []
    for _ in range(runs):
        floor.append(timed(lambda: bare(free)))
        full.append(timed(ours))
    loop_s, ours_s = statistics.median(floor), statistics.median(full)
    print(f"\nrates of {count} values, median of {runs}, interleaved")
    print(f"{'':40}{'CPU s':>8}{'ratio':>8}")
    print(f"{'bare loop, numbers at hand':40}{loop_s:8.2f}{1:8.2f}")
    print(f"{'ours, read from the database':40}{ours_s:8.2f}{ours_s / loop_s:8.2f}")
    return ours_s / loop_s


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else VALUES, RUNS)
