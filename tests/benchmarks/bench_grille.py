"""Times typing in the grid of 500 indicators by 120 months, beside a bare table of the same size.

The floor is a ``QTableView`` on a list of lists that stores and checks nothing. Ours is the whole
screen: the list beside the grid, the detail pane, the reading of what was typed, its storage by
the database lane, and what depends on it read again. Each value is typed as a person does, a few
digits then Entrée, and each key is timed until the window is painted. The runs are interleaved.
Run it as ``python -m tests.benchmarks.bench_grille``.
"""

import datetime as dt
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

import sqlcipher3
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from typing_extensions import override

from sdpd_desktop.bootstrap import Services, build_services, database_path
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.domain.periode import TypePeriode
from sdpd_desktop.gui import theme
from sdpd_desktop.gui.changes import ChangeHub
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.page import Context, CurrentPlan
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.tasks import ThreadTaskRunner
from sdpd_desktop.persistence.base import new_id

ROWS, YEARS, TYPED, RUN = 500, 10, 60, 12
PLAN, DAY = "CRACK61-2023", dt.date(2026, 1, 15)
LAST_YEAR = 2025
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _BareModel(QAbstractTableModel):
    """Texts in lists."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__()
        self._cells = [[str(row * column) for column in range(columns)] for row in range(rows)]

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return len(self._cells)

    @override
    def columnCount(self, parent: _Index = _ROOT) -> int:
        return len(self._cells[0])

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._cells[index.row()][index.column()]
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        self._cells[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True


def fill(data: Path, rows: int, years: int) -> None:
    """Add indicators like the first one of the plan, with a value for each month."""
    connection = sqlcipher3.connect(str(database_path(data)))
    names = [column[1] for column in connection.execute("PRAGMA table_info(indicateur)")]
    model = connection.execute(
        "SELECT i.* FROM indicateur i JOIN plan p ON p.id = i.plan_id WHERE p.code = ? "
        "AND i.unite = 'g' ORDER BY i.tri LIMIT 1",
        (PLAN,),
    ).fetchone()
    (place,) = connection.execute(
        "SELECT territoire_id FROM plan WHERE code = ?", (PLAN,)
    ).fetchone()
    one = dict(zip(names, model, strict=True)) | {"grandeur": "flux", "periodicite": "mois"}
    keys = [new_id() for _ in range(rows)]
    connection.executemany(
        f"INSERT INTO indicateur ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})",
        [
            tuple(
                (one | {"id": key, "code": f"Z.i{n}", "reference": "", "tri": f"z{n:08}"}).values()
            )
            for n, key in enumerate(keys)
        ],
    )
    columns = (
        *("id", "version", "indicateur_id", "periode", "debut", "fin", "territoire_id", "zone"),
        *("presence", "borne", "valeur", "consolidation", "commentaire", "courante", "etat"),
        *("etat_motif", "auteur", "saisi_le", "origine", "feuille", "cellule", "texte"),
        "libelle_journal",
    )
    numbers = random.Random(1)
    months = [
        (f"{year}-{month:02}", f"{year}-{month:02}-01")
        for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1)
        for month in range(1, 13)
    ]
    connection.executemany(
        f"INSERT INTO observation ({', '.join(columns)}) "
        f"VALUES ({', '.join('?' for _ in columns)})",
        [
            (
                new_id(), 1, key, code, first, f"{code}-28", place, "ensemble", "valeur", "exacte",
                str(numbers.randint(100, 900)), "provisoire", "", 1, "saisi", "", "banc",
                "2026-01-01 00:00:00", "", "", "", "", "",
            )
            for key in keys
            for code, first in months
        ],
    )  # fmt: skip
    connection.commit()
    connection.close()


class Screen:
    """The « Indicateurs » screen on real services and a real lane."""

    def __init__(self, data: Path, services: Services, hub: ChangeHub, years: int) -> None:
        self.lane = ThreadTaskRunner("banc")
        plan = CurrentPlan()
        plan.select(PLAN)
        context = Context(
            services=services,
            tasks=self.lane,
            files=self.lane,
            prompts=RecordingPrompts(),
            changes=hub,
            plan=plan,
            settings=LookSettings(data / "fenetre.ini"),
            navigate=lambda _link: None,
            notify=lambda _text: None,
            alert=print,
            reopen=lambda: None,
            today=lambda: DAY,
        )
        self.page = IndicateursPage(context)
        self.page.resize(1160, 690)
        self.page.show()
        self.page.refresh(None)
        self.rest()
        form = self.page.form
        form.type_combo.setCurrentIndex(form.type_combo.findData(TypePeriode.MOIS))
        self.rest()
        form.fin_spin.setValue(LAST_YEAR)
        self.rest()
        form.debut_spin.setValue(LAST_YEAR - years + 1)
        self.rest()
        hub.changed.connect(self.page.refresh)

    @property
    def view(self) -> QTableView:
        """The grid."""
        return self.page.table.view

    def rest(self) -> None:
        """Wait until nothing is left to do."""
        while self.lane.busy:
            QApplication.processEvents()
        QApplication.processEvents()


def type_value(view: QTableView, text: str) -> list[float]:
    """Type a value and Entrée in the current cell; return the milliseconds of each key."""
    spent = []
    for key in (*text, Qt.Key.Key_Return):
        focused = QApplication.focusWidget()
        target: QWidget = focused if focused and view.isAncestorOf(focused) else view
        begun = time.perf_counter()
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)
        QApplication.processEvents()
        spent.append(1000 * (time.perf_counter() - begun))
    return spent


def measure(rows: int, years: int, typed: int, *, show: bool = False) -> float:
    """Return how many times longer a key takes in our grid than in a bare one (median)."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    theme.apply(app, Apparence.CLAIR)
    with tempfile.TemporaryDirectory() as folder:
        data, hub = Path(folder), ChangeHub()
        services = build_services(data, hub.announce, FixedClock(DAY))
        services.reference.install([PLAN])
        fill(data, rows, years)
        screen = Screen(data, services, hub, years)
        bare = QTableView()
        model = _BareModel(rows, 12 * years)
        bare.setModel(model)
        bare.resize(1160, 690)
        bare.show()
        grid = screen.view.model()
        # Long enough to be painted once before anything is timed.
        ours, floor = _type_all(screen, bare, grid.rowCount() - rows, typed)
        size = f"{grid.rowCount()} × {grid.columnCount()}"
        screen.rest()
        screen.lane.wait()
        screen.page.deleteLater()
        services.close()
    ratio = statistics.median(ours) / statistics.median(floor)
    if show:
        print(f"typing in {size} cells, {len(ours)} keys each, interleaved")
        print(f"{'':28}{'median ms':>12}{'95 % under':>12}")
        for name, spent in (("bare table", floor), ("SDPD Desktop, whole screen", ours)):
            high = statistics.quantiles(spent, n=20)[-1]
            print(f"{name:28}{statistics.median(spent):12.2f}{high:12.2f}")
        print(f"{'ratio':28}{ratio:12.2f}")
    return ratio


def _type_all(
    screen: Screen, bare: QTableView, first: int, typed: int
) -> tuple[list[float], list[float]]:
    """Type runs of values in one grid, then the other, which starts once our lane is at rest."""
    numbers = random.Random(2)
    ours: list[float] = []
    floor: list[float] = []
    for view in (screen.view, bare):  # The first editor of a window is slower than all others.
        view.window().activateWindow()
        view.setFocus()
        view.setCurrentIndex(view.model().index(first + typed, 5))
        type_value(view, "100")
        screen.rest()
    for start in range(0, typed, RUN):
        texts = [str(numbers.randint(100, 900)) for _ in range(min(RUN, typed - start))]
        for view, spent in ((screen.view, ours), (bare, floor)):
            view.window().activateWindow()
            for step, text in enumerate(texts):
                view.setFocus()
                view.setCurrentIndex(view.model().index(first + start + step, 5))
                spent += type_value(view, text)
            screen.rest()
        shown = [screen.view.model().index(first + start + n, 5).data() for n in range(len(texts))]
        assert shown == texts, "what was typed is what is stored"
    return ours, floor


if __name__ == "__main__":
    if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    measure(ROWS, YEARS, TYPED, show=True)
