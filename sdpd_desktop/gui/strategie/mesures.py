"""The mesures of an action as boxes to tick, with what was recorded about each."""

import datetime as dt

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.plan import ActionDetails, MesureDetails, Statut, etat_echeance
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.labels import STATUTS, Badge, badge
from sdpd_desktop.gui.widgets.badge import badge_width, paint_badge
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE, ROW_ROLE

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_BOX, _PAD, _LEFT = 17, 7, 30
_SECOND_ROLE = ROW_ROLE + 1


class MesuresModel(QAbstractListModel):
    """The mesures of one action."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MesureDetails, ...] = ()
        self._on = dt.date.min

    def set_action(self, action: ActionDetails | None, on: dt.date) -> None:
        """Show the mesures of another action, or the same ones reloaded."""
        rows = action.mesures if action else ()
        self._on = on
        if [row.code for row in rows] == [row.code for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Return the row of a mesure, -1 when it is not among them."""
        return next((row for row, m in enumerate(self._rows) if m.code == code), -1)

    @override
    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
        )

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        mesure = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return mesure.titre
            case Qt.ItemDataRole.CheckStateRole:
                done = mesure.statut is Statut.REALISEE
                return Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                said = [mesure.titre, STATUTS[mesure.statut].texte, _second_line(mesure)]
                return ", ".join(part for part in said if part)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(mesure)
            case _ if role == BADGE_ROLE:
                return _badge(mesure, self._on)
            case _ if role == _SECOND_ROLE:
                return _second_line(mesure)
            case _ if role == ROW_ROLE:
                return mesure
        return None


def _badge(mesure: MesureDetails, on: dt.date) -> Badge | None:
    """Return the state where the box alone does not say it."""
    if mesure.statut is Statut.REALISEE:
        return None
    return badge(etat_echeance(mesure.echeance, mesure.statut, on), mesure.statut)


def _second_line(mesure: MesureDetails) -> str:
    """Return code, dates and evidence in one muted line."""
    parts = [mesure.code.rpartition(".")[2]]
    if mesure.reference:
        parts.append(mesure.reference)
    if mesure.fait_le:
        verb = "fait" if mesure.statut is Statut.REALISEE else "noté"
        parts.append(f"{verb} le {format_date(mesure.fait_le)}")
    elif mesure.echeance:
        read = " (interprété)" if mesure.echeance_interpretee else ""
        parts.append(f"échéance {format_date(mesure.echeance)}{read}")
    if mesure.note:
        parts.append(mesure.note)
    return " · ".join(parts)


def _tip(mesure: MesureDetails) -> str:
    lines = [mesure.titre]
    if mesure.echeance_interpretee:
        lines.append(f"Échéance interprétée{NBSP}: {mesure.echeance_interpretee}")
    if mesure.source:
        lines.append(f"Source{NBSP}: {mesure.source}")
    return "\n".join(lines)


class MesureDelegate(QStyledItemDelegate):
    """Draws a box, the wrapped title, and a muted line with the state."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = colours.shown()
        selected = index == self._view().currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.of("primary_soft"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        self._paint_box(painter, option, index)
        text = self._text_area(option.rect)
        painter.setFont(option.font)
        painter.setPen(shown.of("text"))
        title = self._title_area(text, index, option)
        painter.drawText(title, int(Qt.TextFlag.TextWordWrap), str(index.data()))
        self._paint_second(painter, option, index, text, title.bottom() + 2)
        painter.restore()

    def _view(self) -> QAbstractItemView:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view

    @staticmethod
    def _text_area(rect: QRect) -> QRect:
        return rect.adjusted(_LEFT, _PAD, -_PAD, -_PAD)

    @staticmethod
    def box_area(rect: QRect) -> QRect:
        """Return where the box is drawn in a row."""
        return QRect(rect.left() + 4, rect.top() + _PAD, _BOX, _BOX)

    @staticmethod
    def _title_area(text: QRect, index: _Index, option: QStyleOptionViewItem) -> QRect:
        metrics = QFontMetrics(option.font)
        wide = QRect(text.left(), text.top(), text.width(), 10_000)
        return metrics.boundingRect(wide, int(Qt.TextFlag.TextWordWrap), str(index.data()))

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = colours.shown()
        box = self.box_area(option.rect)
        done = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        painter.setPen(QPen(shown.of("primary" if done else "muted"), 2))
        painter.setBrush(shown.of("primary" if done else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if done:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(box.topLeft(), icons.pixmap("check", "on_primary", _BOX, ratio))

    @staticmethod
    def _paint_second(
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: _Index,
        text: QRect,
        top: int,
    ) -> None:
        state, left = index.data(BADGE_ROLE), text.left()
        line = QRect(left, top, text.width(), 20)
        if isinstance(state, Badge):
            width = badge_width(state, option.font)
            paint_badge(painter, state, QRect(left, top, width, 20).toRectF(), option.font)
            line.setLeft(left + width + 6)
        font = option.font
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(colours.shown().of("muted"))
        words = QFontMetrics(font).elidedText(
            str(index.data(_SECOND_ROLE)), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view().viewport().width()
        text = self._text_area(QRect(0, 0, width, 100))
        title = self._title_area(text, index, option)
        return QSize(width, title.height() + 2 * _PAD + 22)


class MesuresView(QListView):
    """The boxes.

    Signals:
        tick_asked: The :class:`MesureDetails` whose box was clicked, or Espace pressed on it.
        chosen: The mesure that became current.
        edit_asked: Entrée or F2 was pressed on a mesure.
    """

    tick_asked = Signal(object)
    chosen = Signal(object)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mesures = MesuresModel(self)
        self.setModel(self.mesures)
        self.setItemDelegate(MesureDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._on_current)

    def current(self) -> MesureDetails | None:
        """Return the current mesure."""
        row = self.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, MesureDetails) else None

    def choose(self, code: str) -> None:
        """Make a mesure current; another code leaves none."""
        row = self.mesures.row_of(code)
        self.setCurrentIndex(self.mesures.index(row) if row >= 0 else QModelIndex())

    def _on_current(self) -> None:
        self.viewport().update()
        self.chosen.emit(self.current())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current()
        if current and event.key() == Qt.Key.Key_Space:
            self.tick_asked.emit(current)
        elif current and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and at.x() < self.visualRect(index).left() + _LEFT:
            self.tick_asked.emit(index.data(ROW_ROLE))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
