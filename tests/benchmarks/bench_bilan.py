"""Times a bilan of a hundred pages beside the same tables laid out bare, and LibreOffice.

The floor is reportlab itself: ``LongTable`` cells of plain strings, broken into lines and measured
beforehand, outside the clock; neither typography nor archival form. The runs are interleaved, so
that a busy spell weighs on all alike. Run it as ``python -m tests.benchmarks.bench_bilan``.
"""

import datetime as dt
import io
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, PageTemplate

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.documents.apercu import page_count
from sdpd_desktop.documents.pdf_lignes import couper
from sdpd_desktop.documents.pdf_police import ROMAIN, fonte
from sdpd_desktop.documents.rapport_odt import render as render_odt
from sdpd_desktop.documents.rapport_pdf import render
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.rapport import (
    Groupe,
    OptionsRapport,
    Rangee,
    Rapport,
    Section,
    Tableau,
    Texte,
    TypeRapport,
)

PAGES, RUNS = 100, 5
PLAN, DAY = "SDPD77-2020", dt.date(2022, 6, 30)
TABLES = ("objectifs", "indicateurs", "echeances", "remarques", "actions")
SOFFICE = shutil.which("soffice")
WRITER = SOFFICE is not None and Path(SOFFICE).resolve().with_name("libswlo.so").exists()
_WIDTH, _SIZE, _LEADING = 170 * mm, 8.5, 11.0


def report(pages: int) -> Rapport:
    """Return the bilan of the real strategy, its tables told over until they fill the pages."""
    with tempfile.TemporaryDirectory() as folder:
        services = build_services(Path(folder), clock=FixedClock(DAY))
        services.reference.install([PLAN])
        options = OptionsRapport(sections=TABLES)
        content = services.rapports.contenu(TypeRapport.BILAN, PLAN, "2022", options)
        services.close()
    alone = page_count(render(content))
    times = -(-(pages - 1) // (alone - 1))
    parts = [_again(part, n) for n in range(times) for part in content.sections]
    return replace(content, sections=tuple(parts))


def _again(part: Section, number: int) -> Section:
    """Return a part whose texts are not those of the others: nothing is found ready."""

    def cell(text: Texte) -> Texte:
        return replace(text, texte=f"{text.texte} {number}") if text.texte else text

    blocks = []
    for block in part.blocs:
        assert isinstance(block, Tableau)
        rows = tuple(
            Groupe(f"{row.titre} {number}")
            if isinstance(row, Groupe)
            else replace(row, cellules=tuple(cell(c) for c in row.cellules))
            for row in block.rangees
        )
        blocks.append(replace(block, rangees=rows))
    return Section(part.code, part.titre, tuple(blocks))


class Bare:
    """The same tables for reportlab alone: lines and heights are worked out beforehand."""

    def __init__(self, content: Rapport) -> None:
        tables = [b for part in content.sections for b in part.blocs if isinstance(b, Tableau)]
        self._tables = [_strings(table) for table in tables]

    def render(self) -> bytes:
        out = io.BytesIO()
        document = BaseDocTemplate(out, pagesize=A4)
        frame = Frame(20 * mm, 22 * mm, _WIDTH, A4[1] - 51 * mm, 0, 0, 0, 0)
        document.addPageTemplates([PageTemplate("page", [frame])])
        document.build(
            [
                LongTable(
                    cells, colWidths=widths, rowHeights=heights, repeatRows=1,
                    style=[
                        ("FONT", (0, 0), (-1, -1), fonte(ROMAIN), _SIZE, _LEADING),
                        ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#d7dbe3"),
                        ("TOPPADDING", (0, 0), (-1, -1), 3),
                        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                        ("LEFTPADDING", (0, 0), (-1, -1), 4),
                        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                    ],
                )
                for cells, widths, heights in self._tables
            ]
        )  # fmt: skip
        return out.getvalue()


def _strings(table: Tableau) -> tuple[list[list[str]], list[float], list[float]]:
    total = sum(column.part for column in table.colonnes)
    widths = [_WIDTH * column.part / total for column in table.colonnes]
    rows = [_row([Texte(c.titre) for c in table.colonnes], widths)]
    for row in table.rangees:
        if isinstance(row, Rangee):
            rows.append(_row(list(row.cellules), widths))
        else:
            rows.append([row.titre[:90], *[""] * (len(widths) - 1)])
    heights = [7 + _LEADING * max(text.count("\n") + 1 for text in row) for row in rows]
    return rows, widths, heights


def _row(cells: list[Texte], widths: list[float]) -> list[str]:
    return ["\n".join(_lines(cell, width)) for cell, width in zip(cells, widths, strict=True)]


def _lines(cell: Texte, width: float) -> Iterator[str]:
    for text in (cell.texte, cell.note):
        if text:
            yield from couper(francais(text), ROMAIN, _SIZE, width - 8)


def libreoffice(file: Path, folder: Path) -> bytes:
    """Return what LibreOffice makes of the file, as PDF."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=600)
    return (folder / f"{file.stem}.pdf").read_bytes()


def timed(work: Callable[[], bytes]) -> tuple[float, float]:
    """Return CPU and wall seconds of one run in this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def measure(pages: int, runs: int) -> dict[str, float]:
    """Print the medians; return the ratio of CPU to the bare tables, and of wall to LibreOffice."""
    content = report(pages)
    bare = Bare(content)
    drawn = render(content)
    pages_drawn, pages_bare = page_count(drawn), page_count(bare.render())
    ours, floor = [], []
    for _ in range(runs):
        floor.append(timed(bare.render))
        ours.append(timed(lambda: render(content)))
    cpu = statistics.median(run[0] for run in ours)
    bare_cpu = statistics.median(run[0] for run in floor)
    wall = statistics.median(run[1] for run in ours)
    found = {"bare": cpu / bare_cpu}
    print(f"\nbilan of {pages_drawn} pages, median of {runs}, interleaved")
    print(f"{'':34}{'CPU s':>8}{'ratio':>8}")
    print(f"{f'reportlab, plain strings ({pages_bare} p.)':34}{bare_cpu:8.2f}{1:8.2f}")
    print(f"{'our bilan, tagged PDF/A':34}{cpu:8.2f}{found['bare']:8.2f}")
    if WRITER:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            file = folder / "bilan.odt"
            file.write_bytes(render_odt(content))
            libreoffice(file, folder)  # Makes its profile.
            other = statistics.median(
                timed(lambda: libreoffice(file, folder))[1] for _ in range(min(runs, 3))
            )
        found["libreoffice"] = wall / other
        print(f"{'':34}{'wall s':>8}{'ratio':>8}")
        print(f"{'LibreOffice, the same as ODT':34}{other:8.2f}{1:8.2f}")
        print(f"{'our bilan, tagged PDF/A':34}{wall:8.2f}{found['libreoffice']:8.2f}")
    return found


if __name__ == "__main__":
    measure(PAGES, RUNS)
