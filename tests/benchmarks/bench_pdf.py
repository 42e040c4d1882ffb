"""Times pages of tables beside the same texts put bare on a canvas, and beside LibreOffice.

The floor is reportlab's canvas: every cell one ``drawString``, every row one rule, nothing worked
out. Ours breaks, checks and sets the texts, then tags them and makes the archive. A two-page
summary is timed too. The runs are interleaved, so that a busy spell weighs on all alike. Run it as
``python -m tests.benchmarks.bench_pdf``.
"""

import io
import resource
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from sdpd_desktop.documents import convention_pdf, rapport_odt, rapport_pdf
from sdpd_desktop.documents.apercu import page_count
from sdpd_desktop.documents.pdf_grille import Grille
from sdpd_desktop.documents.pdf_police import ROMAIN, fonte
from sdpd_desktop.domain.rapport import Colonne, Rangee, Rapport, Section, Tableau, Texte
from tests.benchmarks.bench_bilan import WRITER, libreoffice, timed
from tests.unit.documents.echantillons import convention, rapport

PAGES, RUNS = 100, 5
_ROWS, _WIDTH, _LEFT, _TOP, _ROW = 38, 170 * mm, 20 * mm, A4[1] - 29 * mm, 18.0
_COLUMNS = (
    Colonne("Code", 12),
    Colonne("Commune", 24),
    Colonne("Indicateur", 40),
    Colonne("Période", 14),
    Colonne("Valeur", 14, droite=True),
    Colonne("Cible", 14, droite=True),
)


def table(pages: int) -> Tableau:
    """Return rows of six texts of one line, none of them met before."""
    rows = tuple(
        Rangee(
            (
                Texte(f"O{n % 11 + 1}.A{n}"),
                Texte(f"Commune n{n}"),
                Texte(f"Faits constatés, série {n * 7}"),
                Texte(f"T{n % 4 + 1} {2000 + n % 30}"),
                Texte(f"{n * 13 % 9999}"),
                Texte(f"{n * 17 % 9999}"),
            )
        )
        for n in range(pages * _ROWS)
    )
    return Tableau("Valeurs", _COLUMNS, rows)


def on_canvas(content: Tableau) -> bytes:
    """Return the same texts put straight on pages."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    total = sum(column.part for column in content.colonnes)
    widths = [_WIDTH * column.part / total for column in content.colonnes]
    lefts = [_LEFT + sum(widths[:place]) for place in range(len(widths))]
    rows = [row.cellules for row in content.rangees if isinstance(row, Rangee)]
    for start in range(0, len(rows), _ROWS):
        canvas.setFont(fonte(ROMAIN), 8.5)
        for line, cells in enumerate(rows[start : start + _ROWS]):
            y = _TOP - line * _ROW
            for place, cell in enumerate(cells):
                if content.colonnes[place].droite:
                    canvas.drawRightString(lefts[place] + widths[place], y, cell.texte)
                else:
                    canvas.drawString(lefts[place], y, cell.texte)
            canvas.line(_LEFT, y - 4, _LEFT + _WIDTH, y - 4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def untagged(content: Tableau) -> bytes:
    """Return our table laid out on pages, before it is tagged and archived."""
    out = io.BytesIO()
    document = BaseDocTemplate(out, pagesize=A4, initialFontName=fonte(ROMAIN))
    frame = Frame(_LEFT, 22 * mm, _WIDTH, A4[1] - 51 * mm, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build([Grille(content)])
    return out.getvalue()


def children_cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the programs that it runs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def from_odt(content: Rapport, runs: int) -> float:
    """Return the CPU seconds of LibreOffice making the PDF of the same content."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "tables.odt"
        file.write_bytes(rapport_odt.render(content))
        libreoffice(file, folder)  # Makes its profile.
        return statistics.median(
            children_cpu(lambda: libreoffice(file, folder)) for _ in range(runs)
        )


def measure(pages: int, runs: int) -> dict[str, float]:
    """Print the medians; return speeds in pages, as parts of the canvas', and other ratios."""
    content = table(pages)
    report = replace(rapport(), sections=(Section("t", "Tableaux", (content,)),))
    ways: dict[str, Callable[[], bytes]] = {
        "canvas": lambda: on_canvas(content),
        "untagged": lambda: untagged(content),
        "tagged": lambda: rapport_pdf.render(report),
        "summary": lambda: convention_pdf.render(convention()),
    }
    drawn = {name: page_count(work()) for name, work in ways.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, work in ways.items():
            times[name].append(timed(work)[0])
    cpu = {name: statistics.median(found) for name, found in times.items()}
    speed = {name: drawn[name] / cpu[name] for name in ways}
    found = {name: speed[name] / speed["canvas"] for name in ("untagged", "tagged")}
    print(f"\ntables of texts, six columns, median of {runs}, interleaved")
    print(f"{'':34}{'pages':>8}{'CPU s':>8}{'pages/s':>9}{'ratio':>8}")
    labels = {
        "canvas": "canvas, drawString",
        "untagged": "our table, before tagging",
        "tagged": "our report, PDF/A-2a and UA-1",
        "summary": "a convention's summary, the same",
    }
    for name, label in labels.items():
        ratio = f"{found[name]:8.2f}" if name in found else ""
        print(f"{label:34}{drawn[name]:8}{cpu[name]:8.3f}{speed[name]:9.1f}{ratio}")
    if WRITER:
        other = from_odt(report, min(runs, 3))
        found["libreoffice"] = other / cpu["tagged"]
        print(f"{'LibreOffice, the same as ODT':34}{'':8}{other:8.2f}")
        print(f"{'LibreOffice to ours, CPU':34}{'':25}{found['libreoffice']:8.2f}")
    return {**found, "summary": cpu["summary"]}


if __name__ == "__main__":
    measure(PAGES, RUNS)
