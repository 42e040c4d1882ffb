"""A list whose order matters: its rows on the left, the fields of the current one beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.modele_convention import ListesConvention
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.conventions.champs import Champ, ChampsEdit, Value

Rows = tuple[Any, ...]
Change = Callable[[ConventionDetails], ConventionDetails]


@dataclass(frozen=True)
class Part:
    """One ordered list of a convention.

    Attributes:
        nom: What the journal calls the list (« les signataires »).
        libelle: What a row is called in the list, given the day courts are named for.
        vide: What to say while the list is empty.
    """

    nom: str
    titre: str
    lire: Callable[[ConventionDetails], Rows]
    ecrire: Callable[[ConventionDetails, Rows], ConventionDetails]
    libelle: Callable[[Any, ConventionDetails], str]
    nouveau: Callable[[ConventionDetails], Any]
    champs: tuple[Champ, ...]
    vide: str


class RangsEdit(QWidget):
    """Edits a :class:`Part`.

    Signals:
        changed: What the journal calls the gesture, and the change to make.
    """

    changed = Signal(str, object)

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._details: ConventionDetails | None = None
        self._listes = ListesConvention()
        self.editable = False
        self._wanted: int | None = None  # the row to show once it is stored
        self._added = False
        self.asked = ""  # the field whose change was asked last
        self.liste = QListWidget()
        self.liste.setAccessibleName(part.titre)
        self.liste.setWordWrap(True)
        self.liste.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.liste.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.champs = ChampsEdit(part.champs)
        self.empty_label = QLabel(part.vide)
        self.empty_label.setProperty("role", "muet")
        self.empty_label.setWordWrap(True)
        self.buttons = QHBoxLayout()
        self.add_button = self._button("plus", "Ajouter", "", self.add)
        self.remove_button = self._button("trash", "Retirer", "Del", self.remove)
        self.up_button = self._button("chevron-up", "Monter", "Alt+Up", partial(self.move_by, -1))
        self.down_button = self._button(
            "chevron-down", "Descendre", "Alt+Down", partial(self.move_by, 1)
        )
        self.buttons.addStretch(1)
        self._lay_out()
        self.liste.currentRowChanged.connect(self._show_row)
        self.liste.model().rowsMoved.connect(self._on_dropped)
        self.champs.left.connect(self._on_left)

    def _button(self, icon: str, name: str, keys: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(name if not keys or keys == "Del" else "")
        icons.dress(button, icon)
        button.setAccessibleName(f"{name} ({self.part.titre})")
        button.setToolTip(f"{name} ({keys})" if keys else name)
        button.clicked.connect(slot)
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self.liste)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self.buttons.addWidget(button)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout()
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        left = QWidget(splitter)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.empty_label)
        side.addWidget(self.liste, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(10)
        splitter.addWidget(left)
        splitter.addWidget(self.champs)
        splitter.setSizes([240, 380])
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(self.buttons)
        layout.addWidget(splitter, 1)
        self.setLayout(layout)

    # ------------------------------------------------------------------- shown

    def show_details(
        self, details: ConventionDetails, listes: ListesConvention, *, editable: bool
    ) -> None:
        """Show the list of a convention; the current row stays where it is."""
        same = self._details is not None and self._details.resume.id == details.resume.id
        row = self.liste.currentRow() if same else 0
        if not same:
            self._wanted, self._added = None, False
        self._details, self._listes, self.editable = details, listes, editable
        rows = self.rows
        if self._wanted is not None and self._wanted < len(rows):
            row, self._wanted = self._wanted, None
        self.liste.blockSignals(True)
        self.liste.clear()
        for place, item in enumerate(rows):
            self.liste.addItem(self.part.libelle(item, details))
            self.liste.item(place).setData(Qt.ItemDataRole.UserRole, place)
        self.liste.setCurrentRow(min(max(row, 0), len(rows) - 1))
        self.liste.blockSignals(False)
        self.empty_label.setVisible(not rows)
        self.liste.setDragEnabled(editable)
        self._show_row()
        if self._added and self._wanted is None:
            self._added = False
            next(iter(self.champs.editors.values())).setFocus()

    @property
    def rows(self) -> Rows:
        """The rows shown."""
        return self.part.lire(self._details) if self._details else ()

    def _show_row(self, *_row: int) -> None:
        place, rows = self.liste.currentRow(), self.rows
        there = self._details is not None and 0 <= place < len(rows)
        self.champs.setVisible(there)
        if there and self._details:
            self.champs.show_row(
                rows[place], self._details, self._listes, editable=self.editable, place=place
            )
        self.add_button.setEnabled(self.editable)
        self.remove_button.setEnabled(self.editable and there)
        self.up_button.setEnabled(self.editable and place > 0)
        self.down_button.setEnabled(self.editable and 0 <= place < len(rows) - 1)

    # ----------------------------------------------------------------- gestures

    def add(self) -> None:
        """Add a row at the end and make it current."""
        if self.editable and self._details:
            self._wanted, self._added = len(self.rows), True
            self._tell("ajouter à", partial(_added, self.part))

    def remove(self) -> None:
        """Take the current row away."""
        if self.remove_button.isEnabled():
            order = [n for n in range(len(self.rows)) if n != self.liste.currentRow()]
            self._tell("retirer de", partial(_ordered, self.part, order))

    def move_by(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        place = self.liste.currentRow()
        if (self.up_button if step < 0 else self.down_button).isEnabled():
            order = list(range(len(self.rows)))
            order[place], order[place + step] = order[place + step], order[place]
            self._wanted = place + step
            self._tell("ordonner", partial(_ordered, self.part, order))

    def _on_dropped(self, _parent: QModelIndex, *_rest: object) -> None:
        order = [
            self.liste.item(place).data(Qt.ItemDataRole.UserRole)
            for place in range(self.liste.count())
        ]
        self._tell("ordonner", partial(_ordered, self.part, order))

    def _on_left(self, champ: Champ, value: Value) -> None:
        place, self.asked = self.liste.currentRow(), champ.nom
        change = partial(_written, self.part, place, champ, value)
        self.changed.emit(f"{champ.nom} ({self.part.nom}, {place + 1})", change)

    def _tell(self, verb: str, change: Change) -> None:
        self.asked = ""
        self.changed.emit(f"{verb} {self.part.nom}", change)


def _added(part: Part, details: ConventionDetails) -> ConventionDetails:
    return part.ecrire(details, (*part.lire(details), part.nouveau(details)))


def _ordered(part: Part, order: Sequence[int], details: ConventionDetails) -> ConventionDetails:
    rows = part.lire(details)
    return part.ecrire(details, tuple(rows[place] for place in order if place < len(rows)))


def _written(
    part: Part, place: int, champ: Champ, value: Value, details: ConventionDetails
) -> ConventionDetails:
    rows = list(part.lire(details))
    rows[place] = champ.ecrire(rows[place], value)
    return part.ecrire(details, tuple(rows))
