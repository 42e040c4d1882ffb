"""What the measurements of returns read: an office that awaits one, and the files it gets."""

import datetime as dt
import random
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import sqlcipher3

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.documents import retour_xlsx
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.reception import DispositionAConfirmer
from sdpd_desktop.persistence.base import new_id
from tests.corpus.fabrique import FIRST_ROW, columns, raw_parts

PLAN, DAY, GGD = "SDPD77-2020", dt.date(2022, 6, 30), "GGD77"
TITLES = (
    "Indicateur", "Libellé", "Territoire", "Zone", "Période", "Valeur", "Commentaire",
    "Service", "Bureau", "Agent", "Source", "Rang",
)  # fmt: skip
_ASKED = ("K37", "K40")
_MONTHS = tuple(f"{year}-{month:02}" for year in range(2015, 2020) for month in range(1, 13))
_QUESTIONS, _ROWS = 100, 60


def places(rows: int) -> list[str]:
    """Return the codes of the communes that this many rows are about."""
    return [f"C{n:04}" for n in range(-(-rows // (len(_ASKED) * len(_MONTHS))))]


def big(path: Path, rows: int, *, asking: bool = False) -> Path:
    """Write a partner's own table as Excel does, with shared texts and its dimension.

    Each row is a value of its own; with ``asking``, one in a hundred cannot be told without a
    person.
    """
    draw, texts, communes = random.Random(1), dict[str, int](), places(rows)
    lines = [_row(1, TITLES, texts)]
    for n in range(rows):
        rest, month = divmod(n, len(_MONTHS))
        commune, asked = divmod(rest, len(_ASKED))
        value: object = draw.randrange(100_000)
        if asking and n % _QUESTIONS == 0:
            value = "NC" if n % (2 * _QUESTIONS) else "environ dix"
        values = (
            _ASKED[asked], f"Patrouilles et caméras ({n % 500})", communes[commune], "",
            _MONTHS[month], value, "provisoire" if n % 5 == 0 else "", f"Service {n % 40}",
            f"Bureau {n % 9}", f"Agent {n % 90}", "courriel", n,
        )  # fmt: skip
        lines.append(_row(n + 2, values, texts))
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


def office(data: Path, rows: int) -> Services:
    """Open an office that awaits the gendarmerie's return and knows the communes of its rows."""
    services = build_services(data, clock=FixedClock(DAY))
    services.reference.install([PLAN])
    services.campagnes.prepare(PLAN, parse_periode("2022-S1"), data / "cle", GGD)
    services.close()
    connection = sqlcipher3.connect(str(database_path(data)))
    connection.executemany(
        "INSERT INTO territoire (id, version, code, nom, nature, insee, source, tri, recherche) "
        "VALUES (?, 1, ?, ?, 'commune', '', '', ?, '')",
        [(new_id(), code, code, code) for code in places(rows)],
    )
    connection.commit()
    connection.close()
    return reopened(data)


def reopened(data: Path) -> Services:
    """Open the same office again."""
    return build_services(data, clock=FixedClock(DAY))


def returns(folder: Path, files: int) -> tuple[Services, list[Path]]:
    """Open an office, and write its return of sixty rows, filled, that many times."""
    services = office(folder / "bureau", _ROWS * len(_ASKED) * len(_MONTHS))
    (campagne,) = services.campagnes.list_all(PLAN)
    content = services.campagnes.content(campagne.retours[0].id)
    lines = tuple(
        replace(line, territoire=place, territoire_nom=place)
        for place in places(_ROWS * len(_ASKED) * len(_MONTHS))
        for line in content.indicateurs
    )[:_ROWS]
    first = folder / "retour-000.xlsx"
    retour_xlsx.write(replace(content, mesures=(), indicateurs=lines), first)
    book = openpyxl.load_workbook(first)
    sheet = book["Indicateurs"]
    column = columns(sheet)["valeur"]
    for rank in range(_ROWS):
        sheet.cell(FIRST_ROW + rank, column).value = 7 * rank
    book.save(first)
    paths = [first, *(folder / f"retour-{n:03}.xlsx" for n in range(1, files))]
    for path in paths[1:]:
        shutil.copy(first, path)
    return services, paths


def confirm(services: Services, path: Path) -> Proposition:
    """Say of the table whose it is, as a person does the first time; return what it proposes."""
    asked = services.receptions.examiner(path)
    assert isinstance(asked, DispositionAConfirmer)
    (table,) = asked.tables
    (possible,) = asked.possibles
    return services.receptions.confirmer(asked, possible.retour, table.proposee.disposition)
