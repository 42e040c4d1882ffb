"""The list every screen uses: whole rows, sortable, with columns as the user left them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeView, QWidget

from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.badge import BadgeDelegate
from sdpd_desktop.gui.widgets.columns import ColumnTableModel
from sdpd_desktop.gui.widgets.progress import ProgressDelegate


class ColumnMemory:
    """Keeps widths, order, sort and hidden columns of a header; « Rétablir la vue » forgets them.

    The header's context menu chooses the columns; :meth:`menu` gives the same menu to a button.
    """

    def __init__(
        self, header: QHeaderView, settings: LookSettings, key: str, lay_out: Callable[[], None]
    ) -> None:
        self._header, self._settings, self._key, self._lay_out = header, settings, key, lay_out
        self._restoring = True
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        lay_out()
        kept = settings.state(key)
        if kept is not None:
            header.restoreState(kept)
        self._restoring = False
        for signal in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
            signal.connect(self._keep)

    def menu(self, parent: QWidget) -> QMenu:
        """Return a menu that shows or hides columns and restores the view."""
        menu = QMenu(parent)
        model = self._header.model()
        for number in range(1, self._header.count()):
            title = str(model.headerData(number, Qt.Orientation.Horizontal))
            action = QAction(title, menu, checkable=True)
            action.setChecked(not self._header.isSectionHidden(number))
            action.toggled.connect(lambda shown, number=number: self._show(number, shown))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("Rétablir la vue", self.reset)
        return menu

    def reset(self) -> None:
        """Lay the columns out as on the first day."""
        self._restoring = True
        for number in range(self._header.count()):
            self._header.setSectionHidden(number, False)
            self._header.moveSection(self._header.visualIndex(number), number)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._lay_out()
        self._settings.forget_state(self._key)
        self._restoring = False

    def _show(self, number: int, shown: bool) -> None:
        self._header.setSectionHidden(number, not shown)
        self._keep()

    def _keep(self, *_what: object) -> None:
        if not self._restoring:
            self._settings.keep_state(self._key, self._header.saveState())

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu(self._header)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))


class Listing(QTreeView):
    """Shows a :class:`ColumnTableModel`.

    Signals:
        chosen: The row that became current, None when none is.
        opened: The row on which Entrée was pressed or that was double-clicked.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        model: ColumnTableModel[Any],
        name: str,
        settings: LookSettings,
        key: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = model
        model.setParent(self)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setModel(model)
        for number, column in enumerate(model.columns):
            if column.badge:
                self.setItemDelegateForColumn(number, BadgeDelegate(self))
            elif column.progress:
                self.setItemDelegateForColumn(number, ProgressDelegate(self))
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.header().setSortIndicatorClearable(True)
        self.memory = ColumnMemory(self.header(), settings, key, self._lay_out)
        self.setSortingEnabled(True)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.activated.connect(lambda index: self.opened.emit(model.row_at(index)))

    def current_row(self) -> Any:
        """Return the current row, None when there is none."""
        return self._rows.row_at(self.currentIndex())

    def choose(self, matches: Callable[[Any], bool]) -> bool:
        """Make the first row that matches current and visible; False when there is none."""
        index = self._rows.find(matches)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def set_rows(self, rows: list[Any] | tuple[Any, ...], key: Callable[[Any], object]) -> None:
        """Replace the rows, keeping the current one by its key and the scroll position."""
        current = self.current_row()
        wanted = None if current is None else key(current)
        scrolled = self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        if wanted is None or not self.choose(lambda row: key(row) == wanted):
            self.chosen.emit(None)
        self.verticalScrollBar().setValue(scrolled)

    def _lay_out(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        for number, column in enumerate(self._rows.columns):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _on_current(self) -> None:
        self.chosen.emit(self.current_row())
