"""Answers the question of a line where it is asked: agree, write another value, leave it out."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.lexique import (
    SENS_VALEUR,
    NatureTerme,
    SensValeur,
    TermeInconnu,
    sens_usuel,
)
from sdpd_desktop.domain.texte import quote
from sdpd_desktop.gui.generated.ui_retours_proposition import Ui_RetoursProposition
from sdpd_desktop.gui.retours.lignes import LigneNumerotee

_ASKED = (Verdict.A_CONFIRMER, Verdict.REJETE)
_Choices = tuple[tuple[str, str], ...]


class ReponseBar(QObject):
    """Drives the fields under the explanation of a line.

    Signals:
        answered: Index of the line and a text, or None to agree with what was understood.
        rejected: Index of the line.
        agreed: The word, and the code of what it means.
        choices_asked: Nature of the words whose possible meanings are wanted.
    """

    answered = Signal(int, object)
    rejected = Signal(int)
    agreed = Signal(object, str)
    choices_asked = Signal(object)

    def __init__(self, form: Ui_RetoursProposition, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._row: LigneNumerotee | None = None
        self._choices: dict[NatureTerme, _Choices] = {}
        form.accept_button.clicked.connect(self._accept)
        form.reject_button.clicked.connect(self._reject)
        form.answer_button.clicked.connect(self._correct)
        form.answer_edit.returnPressed.connect(self._correct)
        form.answer_edit.textChanged.connect(lambda _text: self._enable())
        form.terme_button.clicked.connect(self._agree)
        self._busy = False
        self.show_line(None)

    def show_line(self, row: LigneNumerotee | None) -> None:
        """Show the fields that make sense for a line."""
        self._row = row
        form = self._form
        line = row.ligne if row else None
        asked = line is not None and line.verdict in _ASKED and line.saisie is not None
        form.answer_frame.setVisible(bool(asked))
        form.accept_button.setVisible(bool(line and line.verdict is Verdict.A_CONFIRMER))
        form.answer_edit.setText(line.proposee if line else "")
        form.terme_frame.setVisible(bool(line and line.terme and asked))
        if line and line.terme and asked:
            self._show_terme(line.terme)
        self._enable()

    def set_choices(self, nature: NatureTerme, choices: _Choices) -> None:
        """Give the codes a word of that nature may mean, with how each is read."""
        self._choices[nature] = choices
        self.show_line(self._row)

    def forget_choices(self) -> None:
        """Forget the codes of another plan."""
        self._choices.clear()

    def set_busy(self, busy: bool) -> None:
        """Forbid a second answer while one is taken in."""
        self._busy = busy
        self._enable()

    def _show_terme(self, terme: TermeInconnu) -> None:
        form = self._form
        combo = form.terme_combo
        combo.clear()
        form.terme_label.setText(f"{quote(terme.terme)} veut dire")
        if terme.nature is NatureTerme.VALEUR:
            combo.setEditable(False)
            for sens in SensValeur:
                combo.addItem(SENS_VALEUR[sens], sens.value)
            combo.setCurrentIndex(combo.findData(sens_usuel(terme.cle).value))
            return
        if terme.nature not in self._choices:
            self.choices_asked.emit(terme.nature)
            return
        first = set(terme.choix)
        known = self._choices[terme.nature]
        for code, words in sorted(known, key=lambda one: one[0] not in first):
            combo.addItem(words, code)
        search_inside(combo)
        combo.setCurrentIndex(0 if first else -1)

    def _enable(self) -> None:
        form, row = self._form, self._row
        can = row is not None and row.ligne.effet is not None
        form.accept_button.setEnabled(can and not self._busy)
        form.reject_button.setEnabled(
            row is not None and row.ligne.verdict is Verdict.A_CONFIRMER and not self._busy
        )
        named = row is None or row.ligne.terme is None
        typable = named or (row is not None and row.ligne.effet is not None)
        for widget in (form.answer_label, form.answer_edit, form.answer_button):
            widget.setVisible(typable)
        form.answer_button.setEnabled(bool(form.answer_edit.text().strip()) and not self._busy)
        form.terme_button.setEnabled(form.terme_combo.count() > 0 and not self._busy)

    def _accept(self) -> None:
        if self._row is not None:
            self.answered.emit(self._row.index, None)

    def _correct(self) -> None:
        text = self._form.answer_edit.text().strip()
        if self._row is not None and text and not self._busy:
            self.answered.emit(self._row.index, text)

    def _reject(self) -> None:
        if self._row is not None:
            self.rejected.emit(self._row.index)

    def _agree(self) -> None:
        terme = self._row.ligne.terme if self._row else None
        combo = self._form.terme_combo
        place = combo.findText(combo.currentText(), Qt.MatchFlag.MatchExactly)
        if terme is not None and place >= 0:
            self.agreed.emit(terme, str(combo.itemData(place)))


def search_inside(combo: QComboBox) -> None:
    """Let a long list be searched by any part of its texts."""
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(combo.model(), combo)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    combo.setCompleter(completer)
