"""Fields described one by one: each is stored as soon as it is left, and undone by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.modele_convention import ListesConvention
from sdpd_desktop.domain.rapport import Choix
from sdpd_desktop.gui.documents.texte import NarratifEdit

Value = str | bool
_TEXT_HEIGHT = 84
Options = Callable[[ConventionDetails, ListesConvention], Sequence[Choix]]


class Sorte(Enum):
    """How a field is filled in."""

    LIGNE = "ligne"
    TEXTE = "texte"
    PAGE = "page"
    CASE = "case"
    CHOIX = "choix"


def always(_row: Any) -> bool:
    """Show the field whatever the row."""
    return True


@dataclass(frozen=True)
class Champ:
    """One field of a frozen value.

    Attributes:
        nom: What the journal calls it (« l'objet »). ecrire: makes the new value; may refuse.
        options: What a CHOIX offers. montre: whether the row has that field at all.
    """

    nom: str
    titre: str
    sorte: Sorte
    lire: Callable[[Any], Value]
    ecrire: Callable[[Any, Any], Any]
    options: Options | None = None
    aide: str = ""
    montre: Callable[[Any], bool] = always


class ChampsEdit(QScrollArea):
    """A form made of fields.

    Signals:
        left: A :class:`Champ` and the value typed, when it differs from what is stored.
    """

    left = Signal(object, object)

    def __init__(self, champs: Sequence[Champ], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._champs = tuple(champs)
        self._row: Any = None
        self._key: tuple[str, int] = ("", 0)
        self.error_label = QLabel()
        self.error_label.setProperty("role", "erreur")
        self.error_label.setWordWrap(True)
        self.error_label.hide()
        self.editors: dict[str, QWidget] = {}
        body = QWidget()
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(4, 6, 10, 6)
        layout.addLayout(self._form)
        if not any(champ.sorte is Sorte.PAGE for champ in champs):
            layout.addStretch(1)
        for champ in self._champs:
            self._add(champ)
        self.setWidget(body)

    def _add(self, champ: Champ) -> None:
        editor = self._editor(champ)
        editor.setAccessibleName(champ.titre)
        if champ.aide:
            editor.setToolTip(champ.aide)
        self.editors[champ.nom] = editor
        self._form.addRow("" if champ.sorte is Sorte.CASE else champ.titre, editor)

    def _editor(self, champ: Champ) -> QWidget:
        leave = partial(self._leave, champ)
        match champ.sorte:
            case Sorte.LIGNE:
                line = QLineEdit()
                line.setPlaceholderText(champ.aide)
                line.editingFinished.connect(leave)
                return line
            case Sorte.TEXTE | Sorte.PAGE:
                text = NarratifEdit(champ.titre)
                text.setMinimumHeight(_TEXT_HEIGHT)
                if champ.sorte is Sorte.TEXTE:
                    text.setMaximumHeight(_TEXT_HEIGHT)
                text.left.connect(leave)
                return text
            case Sorte.CASE:
                box = QCheckBox(champ.titre)
                box.clicked.connect(leave)
                return box
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(14)
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.activated.connect(leave)
        return combo

    def show_row(
        self,
        row: Any,
        details: ConventionDetails,
        listes: ListesConvention,
        *,
        editable: bool,
        place: int = 0,
    ) -> None:
        """Show the values of a row; what is being typed in the same row stays."""
        key = (details.resume.id, place)
        other = key != self._key
        self._row, self._key = row, key
        if other:
            self.refuse("")
        for champ in self._champs:
            editor = self.editors[champ.nom]
            self._form.setRowVisible(editor, champ.montre(row))
            if champ.montre(row):
                self._fill(champ, editor, details, listes, keep=not other)
            _lock(editor, editable=editable)

    def _fill(
        self,
        champ: Champ,
        editor: QWidget,
        details: ConventionDetails,
        listes: ListesConvention,
        *,
        keep: bool,
    ) -> None:
        value = champ.lire(self._row)
        match editor:
            case QLineEdit():
                if not (keep and editor.isModified()):
                    editor.setText(str(value))
            case NarratifEdit():
                typing = keep and editor.document().isModified()
                if not typing and editor.texte != value:
                    editor.setPlainText(str(value))
                if not typing:
                    editor.document().setModified(False)
                    editor.pause.stop()
            case QCheckBox():
                editor.setChecked(bool(value))
            case QComboBox():
                options = champ.options(details, listes) if champ.options else ()
                _choose(editor, options, str(value))

    def _leave(self, champ: Champ, *_signal: object) -> None:
        if self._row is None or not champ.montre(self._row):
            return
        editor = self.editors[champ.nom]
        if not _modified(editor):
            return
        value = self._typed(editor)
        # Storing it shows it again, and hides it: neither is typing.
        _set_modified(editor, modified=False)
        if value != champ.lire(self._row):
            self.left.emit(champ, value)

    @staticmethod
    def _typed(editor: QWidget) -> Value:
        match editor:
            case QLineEdit():
                return editor.text().strip()
            case NarratifEdit():
                return editor.texte
            case QCheckBox():
                return editor.isChecked()
            case QComboBox():
                return str(editor.currentData() or "")
        raise TypeError(type(editor))

    def refuse(self, text: str, nom: str = "") -> None:
        """Say under a field, or above them all, why it was not stored; what was typed stays.

        The focus stays where the person went: nobody is held in a field.
        """
        label, form = self.error_label, self._form
        if form.indexOf(label) >= 0:
            form.takeRow(label)
        label.setText(text)
        label.hide()
        faulty = self.editors.get(nom) if text else None
        if text:
            form.insertRow(list(self.editors).index(nom) + 1 if faulty else 0, label)
            label.show()
        for editor in self.editors.values():
            editor.setProperty("invalide", editor is faulty)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        if faulty:
            _set_modified(faulty, modified=True)
            self.ensureWidgetVisible(label)

    def leave_all(self) -> None:
        """Store whatever is typed and not stored yet."""
        for champ in self._champs:
            editor = self.editors[champ.nom]
            if isinstance(editor, QLineEdit | NarratifEdit):
                self._leave(champ)


def _modified(editor: QWidget) -> bool:
    match editor:
        case QLineEdit():
            return editor.isModified()
        case NarratifEdit():
            return editor.document().isModified()
    return True  # A box and a list tell of a click, never of what is shown.


def _set_modified(editor: QWidget, *, modified: bool) -> None:
    match editor:
        case QLineEdit():
            editor.setModified(modified)
        case NarratifEdit():
            editor.document().setModified(modified)


def _lock(editor: QWidget, *, editable: bool) -> None:
    if isinstance(editor, QLineEdit | NarratifEdit):
        editor.setReadOnly(not editable)
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    else:
        editor.setEnabled(editable)


def _choose(combo: QComboBox, options: Sequence[Choix], code: str) -> None:
    known: Mapping[str, str] = {option.code: option.libelle for option in options}
    combo.clear()
    for option in options:
        combo.addItem(option.libelle, option.code)
    if code not in known:
        combo.addItem(code or "–", code)
    combo.setCurrentIndex(combo.findData(code))
