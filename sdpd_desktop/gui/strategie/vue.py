"""The tree view: the keys that tick, edit and open."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from sdpd_desktop.gui.strategie.modele import AVANCEMENT, ETAT
from sdpd_desktop.gui.widgets.badge import BadgeDelegate
from sdpd_desktop.gui.widgets.progress import ProgressDelegate


class StrategieView(QTreeView):
    """Shows the tree.

    Signals:
        tick_asked: Espace was pressed on this index of the view's model.
        edit_asked: Entrée, F2 or a double click on this index.
    """

    tick_asked = Signal(QModelIndex)
    edit_asked = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegateForColumn(AVANCEMENT, ProgressDelegate(self))
        self.setItemDelegateForColumn(ETAT, BadgeDelegate(self))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() == Qt.Key.Key_Space:
                self.tick_asked.emit(index)
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
                self.edit_asked.emit(index)
                return
        super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseDoubleClickEvent(event)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        first = index.siblingAtColumn(0)
        if self.model().hasChildren(first):
            self.setExpanded(first, not self.isExpanded(first))
        else:
            self.edit_asked.emit(first)
