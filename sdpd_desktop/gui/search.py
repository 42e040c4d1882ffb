"""The global search: a field in the top bar and its results, grouped by kind."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from sdpd_desktop.domain.recherche import NatureTrouvaille, Trouvaille
from sdpd_desktop.gui.destinations import page_of
from sdpd_desktop.gui.page import Link
from sdpd_desktop.gui.tasks import TaskRunner

DEBOUNCE_MS = 150
_MIN_WIDTH, _MIN_HEIGHT, _MAX_HEIGHT = 420, 48, 460
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_GROUPS = {
    NatureTrouvaille.ACTION: "Actions",
    NatureTrouvaille.MESURE: "Mesures",
    NatureTrouvaille.OBJECTIF: "Objectifs",
    NatureTrouvaille.INDICATEUR: "Indicateurs",
    NatureTrouvaille.CONVENTION: "Conventions",
    NatureTrouvaille.PARTENAIRE: "Partenaires",
    NatureTrouvaille.TERRITOIRE: "Territoires",
    NatureTrouvaille.INSTANCE: "Instances",
    NatureTrouvaille.REMARQUE: "Remarques",
}


class Search(Protocol):
    """What the field asks."""

    def __call__(self, text: str, *, plan: str) -> Sequence[Trouvaille]:
        """Return what is found, starting with the plan."""
        ...


class ResultsModel(QAbstractListModel):
    """Results under the names of their kinds; the names cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Trouvaille | str] = []
        self._plan = ""

    def set_results(self, results: Sequence[Trouvaille], plan: str) -> None:
        """Replace the results, grouped by kind or not; those of another plan say which."""
        order = list(NatureTrouvaille)
        ordered = sorted(results, key=lambda found: order.index(found.nature))
        self.beginResetModel()
        self._plan = plan
        self._lines = []
        for nature, group in groupby(ordered, key=lambda found: found.nature):
            self._lines += [_GROUPS[nature], *group]
        self.endResetModel()

    def result_at(self, row: int) -> Trouvaille | None:
        """Return the result of a line, None for the name of a kind."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Trouvaille) else None

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.result_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.FontRole and isinstance(line, str):
            font = QFont()
            font.setPixelSize(11)
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line if isinstance(line, str) else self._text(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Trouvaille):
            return " · ".join(part for part in (line.titre, line.contexte, line.plan) if part)
        return None

    def _text(self, found: Trouvaille) -> str:
        where = f"{found.plan} · " if found.plan not in ("", self._plan) else ""
        return f"{where}{found.code}   {found.titre}"


class SearchBox(QObject):
    """Searches as one types, after a pause; the list never takes the focus.

    Signals:
        opened: The :class:`Link` of the result chosen.
        left: Échap was pressed with nothing left to close.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(self, edit: QLineEdit, window: QWidget) -> None:
        super().__init__(window)
        self._edit, self._window = edit, window
        self._search: Search | None = None
        self._plan: Callable[[], str] = str
        self._tasks: TaskRunner | None = None
        self._fail: Callable[[Exception], None] = lambda _error: None
        self._timer = QTimer(self, interval=DEBOUNCE_MS, singleShot=True)
        self._timer.timeout.connect(self._start)
        self.model = ResultsModel(self)
        self.popup = QFrame(window)
        self.popup.setObjectName("search_popup")
        self.list_view = QListView()
        self.list_view.setModel(self.model)
        self.list_view.setAccessibleName("Résultats de la recherche")
        self.list_view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list_view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list_view.clicked.connect(lambda index: self._open(index.row()))
        self._nothing = QLabel("Aucun résultat. Essayez un autre mot ou un code (O2.A1, K33).")
        self._nothing.setProperty("role", "muet")
        self._nothing.setMargin(10)
        layout = QVBoxLayout(self.popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list_view)
        layout.addWidget(self._nothing)
        self.popup.hide()
        edit.textChanged.connect(self._on_text)
        edit.installEventFilter(self)
        QShortcut(QKeySequence("Ctrl+K"), window).activated.connect(self.focus)

    def plug(
        self,
        search: Search,
        plan: Callable[[], str],
        tasks: TaskRunner,
        fail: Callable[[Exception], None],
    ) -> None:
        """Start to answer, once the database is open; ``plan`` tells the plan at hand."""
        self._search, self._plan, self._tasks, self._fail = search, plan, tasks, fail

    def unplug(self) -> None:
        """Answer nothing until the next :meth:`plug`."""
        self._search = self._tasks = None
        self.close()

    def focus(self) -> None:
        """Put the cursor in the field."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def close(self) -> None:
        """Hide the results."""
        self._timer.stop()
        self.popup.hide()

    def _on_text(self, text: str) -> None:
        if text.strip():
            self._timer.start()
        else:
            self.close()

    def _start(self) -> None:
        text = self._edit.text().strip()
        if text and self._search and self._tasks:
            plan = self._plan()
            show = partial(self._show, text, plan)
            self._tasks.run(self, partial(self._search, text, plan=plan), show, self._fail)

    def _show(self, text: str, plan: str, results: Sequence[Trouvaille]) -> None:
        if text != self._edit.text().strip():
            return  # The user typed on: a later search is coming.
        reachable = [found for found in results if page_of(found.nature)]
        self.model.set_results(reachable, plan)
        self.list_view.setVisible(bool(reachable))
        self._nothing.setVisible(not reachable)
        self._place()
        self._move(1, start=-1)

    def _place(self) -> None:
        edit = self._edit
        width = max(edit.width(), _MIN_WIDTH)
        rows = range(self.model.rowCount())
        wanted = sum(self.list_view.sizeHintForRow(row) for row in rows) + 14
        corner = edit.mapTo(self._window, QPoint(edit.width() - width, edit.height() + 4))
        room = min(_MAX_HEIGHT, self._window.height() - corner.y() - 12)
        height = min(max(wanted, _MIN_HEIGHT), room)
        self.popup.setGeometry(max(corner.x(), 8), corner.y(), width, height)
        self.popup.raise_()
        self.popup.show()

    def _move(self, step: int, start: int | None = None) -> None:
        row = self.list_view.currentIndex().row() if start is None else start
        for _ in range(self.model.rowCount()):
            row = (row + step) % self.model.rowCount()
            if self.model.result_at(row):
                self.list_view.setCurrentIndex(self.model.index(row))
                return

    def _open(self, row: int) -> None:
        found = self.model.result_at(row)
        if found is None:
            return
        self.close()
        self._edit.clear()
        page = page_of(found.nature)
        self.opened.emit(Link(page, found.nature.value, found.code, found.plan or None))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event.key())
        if event.type() == QEvent.Type.FocusOut:
            self.close()
        return False

    def _on_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            if self.popup.isVisible():
                self.close()
            elif self._edit.text():
                self._edit.clear()
            else:
                self.left.emit()
            return True
        if not self.popup.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.list_view.currentIndex().row())
            return True
        return False
