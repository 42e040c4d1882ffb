"""The table view of the grid: the keys and the clipboard of a spreadsheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from sdpd_desktop.domain.grille import Axe
from sdpd_desktop.gui.indicateurs import marques, presse_papiers
from sdpd_desktop.gui.indicateurs.modele import GrilleModel

if TYPE_CHECKING:
    from collections.abc import Callable

_Index = QModelIndex | QPersistentModelIndex
_COLUMN_WIDTHS = {Axe.PERIODE: 88, Axe.INDICATEUR: 88, Axe.TERRITOIRE: 136, Axe.ZONE: 136}
_FILLED = "rempli"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CelluleDelegate(QStyledItemDelegate):
    """A line to type in; Entrée goes down and Tab right, without opening the next cell.

    Signals:
        moved: Rows and columns to move by once the text is committed.
    """

    moved = Signal(int, int)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        # The sheet's rounded fields are taller than a row.
        editor.setStyleSheet("border-radius: 0; padding: 0 4px; min-height: 0;")
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        # Asked again at each reload: what is being typed must survive it.
        if not editor.property(_FILLED):
            editor.setProperty(_FILLED, True)
            super().setEditorData(editor, index)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._step(event)
            if step is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*step)
                return True
        return super().eventFilter(editor, event)

    @staticmethod
    def _step(event: QKeyEvent) -> tuple[int, int] | None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER:
            return (-1 if back else 1, 0)
        if event.key() == Qt.Key.Key_Tab:
            return (0, 1)
        if event.key() == Qt.Key.Key_Backtab:
            return (0, -1)
        return None


class GrilleView(QTableView):
    """Cells to type in.

    Signals:
        said: A sentence about what a gesture did or could not do.
        erase_asked: The indexes whose values Suppr empties.
        confirm_asked: Ctrl+Entrée: keep the texts that stand out, in the selected cells.
    """

    said = Signal(str)
    erase_asked = Signal(object)
    confirm_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Grille des valeurs")
        self.cellules = GrilleModel(self)
        self.gestes: tuple[QAction, ...] = ()
        self._axe = Axe.PERIODE
        self.setModel(self.cellules)
        delegate = CelluleDelegate(self)
        delegate.moved.connect(self.move_by)
        self.setItemDelegate(delegate)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultSectionSize(_COLUMN_WIDTHS[self._axe])
        header.setMinimumSectionSize(56)
        header.setHighlightSections(False)
        self.setIconSize(QSize(marques.TAILLE, marques.TAILLE))

    def set_axe(self, axe: Axe) -> None:
        """Give the columns the width that suits what they are."""
        if axe is not self._axe:
            self._axe = axe
            self.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTHS[axe])

    # -- moving

    def move_by(self, rows: int, columns: int) -> None:
        """Make the cell that far away current, without leaving the grid."""
        index = self.currentIndex()
        if index.isValid():
            self.go(self._clamped(index.row() + rows, index.column() + columns))

    def _clamped(self, row: int, column: int) -> QModelIndex:
        model = self.cellules
        row = min(max(row, 0), model.rowCount() - 1)
        return model.index(row, min(max(column, 0), model.columnCount() - 1))

    def go(self, index: QModelIndex, *, anchor: QModelIndex | None = None) -> None:
        """Make a cell current; with an anchor, select from there to it."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(QItemSelection(anchor or index, index), flags.ClearAndSelect)
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.scrollTo(index)

    def _edge(self, index: QModelIndex, rows: int, columns: int) -> QModelIndex:
        """Return where Ctrl+arrow leads: the end of the filled run, or the next filled cell."""
        here = index
        ahead = here.sibling(here.row() + rows, here.column() + columns)
        run = self._filled(here) and self._filled(ahead)
        while ahead.isValid():
            here, ahead = ahead, ahead.sibling(ahead.row() + rows, ahead.column() + columns)
            if run and not self._filled(ahead):
                break
            if not run and self._filled(here):
                break
        return here

    def _filled(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(index.data())

    # -- ranges

    def _bounds(self) -> tuple[int, int, int, int] | None:
        """Return top, left, bottom, right of what is selected."""
        indexes = self.selectedIndexes() or [self.currentIndex()]
        indexes = [index for index in indexes if index.isValid()]
        if not indexes:
            return None
        rows = [index.row() for index in indexes]
        columns = [index.column() for index in indexes]
        return min(rows), min(columns), max(rows), max(columns)

    def copy(self) -> None:
        """Put the selected range on the clipboard, ready for a spreadsheet."""
        bounds = self._bounds()
        if bounds is None:
            return
        top, left, bottom, right = bounds
        model = self.cellules
        rows = [
            [model.texte_brut(model.index(row, column)) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]
        QGuiApplication.clipboard().setText(presse_papiers.ecrire(rows))
        self.said.emit(_count((bottom - top + 1) * (right - left + 1), "copiée"))

    def paste(self) -> None:
        """Type a copied range from the selected cell on, in one gesture.

        A single value fills the whole selection, and a range repeats over a selection that is
        a multiple of it, as in a spreadsheet.
        """
        rows = presse_papiers.lire(QGuiApplication.clipboard().text())
        bounds = self._bounds()
        if not rows or bounds is None:
            self.said.emit("Le presse-papiers ne contient aucun texte à coller.")
            return
        top, left, bottom, right = bounds
        high, wide = len(rows), max(len(row) for row in rows)
        repeat_rows = _repeats(bottom - top + 1, high)
        repeat_columns = _repeats(right - left + 1, wide)
        model, textes, outside = self.cellules, [], 0
        for down in range(high * repeat_rows):
            row = rows[down % high]
            for across in range(wide * repeat_columns):
                if across % wide >= len(row):
                    continue
                index = model.index(top + down, left + across)
                if index.isValid():
                    textes.append((index, row[across % wide].strip()))
                else:
                    outside += 1
        model.saisir(textes)
        last = self._clamped(top + high * repeat_rows - 1, left + wide * repeat_columns - 1)
        self.go(last, anchor=model.index(top, left))
        if outside:
            self.said.emit(f"{_count(outside, 'hors de la grille')}, laissées de côté.")

    def fill_down(self) -> None:
        """Copy the top row of the selection into the rows below it."""
        bounds = self._bounds()
        if bounds is None or bounds[0] == bounds[2]:
            self.said.emit("Sélectionnez d’abord la cellule à recopier et celles du dessous.")
            return
        top, left, bottom, right = bounds
        model = self.cellules
        model.saisir(
            [
                (model.index(row, column), model.texte_brut(model.index(top, column)))
                for row in range(top + 1, bottom + 1)
                for column in range(left, right + 1)
            ]
        )

    def erase(self) -> None:
        """Ask for the selected cells to be emptied."""
        self.erase_asked.emit([i for i in self.selectedIndexes() if i.isValid()])

    # -- Qt

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # After a tabulation, Qt shows the keys that do the same.
        menu.addAction("Copier\tCtrl+C", self.copy)
        menu.addAction("Coller\tCtrl+V", self.paste)
        menu.addAction("Recopier vers le bas\tCtrl+D", self.fill_down)
        menu.addAction("Effacer\tSuppr", self.erase)
        menu.addSeparator()
        menu.addActions(self.gestes)
        menu.popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        for standard, gesture in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            if event.matches(standard):
                gesture()
                return
        if self._handle_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _handle_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = Qt.KeyboardModifier.ControlModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if modifiers & control and key in _STEPS:
            self._jump(_STEPS[Qt.Key(key)], extend=bool(modifiers & shift))
            return True
        simple: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_D, control): self.fill_down,
            (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): self.erase,
            (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier): self.erase,
            (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier): lambda: self.move_by(0, 1),
            # Qt gives Tab to the view without saying whether Maj was held.
            (Qt.Key.Key_Backtab, Qt.KeyboardModifier.NoModifier): lambda: self.move_by(0, -1),
            (Qt.Key.Key_Backtab, shift): lambda: self.move_by(0, -1),
        }
        if key in _ENTER:
            if modifiers & control:
                self.confirm_asked.emit()
            else:
                self.move_by(-1 if modifiers & shift else 1, 0)
            return True
        if key == Qt.Key.Key_Escape:
            return self.cellules.abandonner(self.selectedIndexes()) > 0
        gesture = simple.get((key, modifiers))
        if gesture:
            gesture()
            return True
        return self._locked(event)

    def _locked(self, event: QKeyEvent) -> bool:
        """Say why what is being typed goes nowhere."""
        typed = event.text().isprintable() and event.text() != ""
        if not (typed or event.key() == Qt.Key.Key_F2) or event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        reason = self.cellules.verrou(self.currentIndex())
        if reason:
            self.said.emit(reason)
        return bool(reason)

    def _jump(self, step: tuple[int, int], *, extend: bool) -> None:
        current = self.currentIndex()
        if not current.isValid():
            return
        bounds = self._bounds()
        target = self._edge(current, *step)
        anchor = None
        if extend and bounds:
            # The corner opposite to the current cell stays where it is.
            row = bounds[0] if current.row() != bounds[0] else bounds[2]
            column = bounds[1] if current.column() != bounds[1] else bounds[3]
            anchor = self.cellules.index(row, column)
        self.go(target, anchor=anchor)


def _repeats(selected: int, copied: int) -> int:
    return selected // copied if selected % copied == 0 else 1


def _count(number: int, participle: str) -> str:
    plural = "s" if number > 1 else ""
    ending = plural if participle.endswith("e") and " " not in participle else ""
    return f"{number} cellule{plural} {participle}{ending}"
