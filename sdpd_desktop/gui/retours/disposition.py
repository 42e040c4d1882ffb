"""Asks whose a partner's own table is, and what each of its columns holds; confirmed once."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from sdpd_desktop.domain.disposition import Champ, ColonneDisposition
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.reception import CHAMPS, DispositionAConfirmer, TableTrouvee
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_retours_disposition import Ui_RetoursDisposition
from sdpd_desktop.gui.labels import ZONES
from sdpd_desktop.gui.retours.reponse import search_inside
from sdpd_desktop.gui.widgets.message_bar import Tone

_TITRE, _CHAMP, _ZONE, _TERRITOIRE, _PERIODE, _EXEMPLES = range(6)
_TITLES = ("Titre trouvé", "Tenue pour", "Zone", "Territoire", "Période", "Exemples")
_WIDTHS = (210, 200, 170, 130, 110, 0)
_ROW_HEIGHT = 36
_OF_ROW = "celle de la ligne"


class DispositionPane(QWidget):
    """Shows the columns of a table as they are taken, to be corrected and confirmed.

    Signals:
        confirmed: The question, the id of the return and the layout.
        skipped: This file is left as it is.
    """

    confirmed = Signal(object, str, object)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question: DispositionAConfirmer | None = None
        self._columns: tuple[ColonneDisposition, ...] = ()
        self.form = Ui_RetoursDisposition()
        self.form.setupUi(self)
        self._dress()
        form = self.form
        form.back_button.clicked.connect(self.skipped)
        form.skip_button.clicked.connect(self.skipped)
        form.confirm_button.clicked.connect(self._confirm)
        form.table_combo.activated.connect(self._show_table)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(form.confirm_button.click)

    def _dress(self) -> None:
        form, table = self.form, self.form.columns_table
        icons.dress(form.back_button, "arrow-left")
        icons.dress(form.confirm_button, "check", "on_primary")
        table.setColumnCount(len(_TITLES))
        table.setHorizontalHeaderLabels(_TITLES)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            if width:
                header.resizeSection(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_question(self, question: DispositionAConfirmer) -> None:
        """Show another file; the likeliest return is proposed, and only proposed."""
        self.question = question
        form = self.form
        form.file_label.setText(question.fichier)
        form.context_label.setText(f"Disposition à confirmer{NBSP}: {question.question}")
        form.context_label.setToolTip(question.question)
        form.retour_combo.clear()
        for possible in question.possibles:
            hint = f" ({possible.indice})" if possible.indice else ""
            form.retour_combo.addItem(possible.libelle + hint, possible.retour)
        search_inside(form.retour_combo)
        guessed = bool(question.possibles) and question.possibles[0].nomme
        form.retour_combo.setCurrentIndex(0 if guessed else -1)
        if edit := form.retour_combo.lineEdit():
            edit.setCursorPosition(0)
        form.retour_combo.setPlaceholderText("Choisissez un partenaire et une période")
        form.table_combo.clear()
        for table in question.tables:
            found = table.proposee
            rows = f"{found.lignes} ligne{'s' if found.lignes > 1 else ''}"
            form.table_combo.addItem(f"{found.disposition.feuille} ({rows})")
        several = len(question.tables) > 1
        form.table_label.setVisible(several)
        form.table_combo.setVisible(several)
        form.message_bar.clear()
        self._show_table()
        self.set_busy(False)
        form.retour_combo.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Forbid a second click while the file is read."""
        form = self.form
        form.confirm_button.setEnabled(not busy)
        form.confirm_button.setText("Lecture…" if busy else "Retenir et lire")

    def refuse(self, text: str) -> None:
        """Say why the layout was not taken."""
        self.set_busy(False)
        self.form.message_bar.show_message(text, Tone.ERREUR)

    @property
    def _table(self) -> TableTrouvee:
        assert self.question is not None
        return self.question.tables[max(0, self.form.table_combo.currentIndex())]

    def _show_table(self) -> None:
        found = self._table
        layout = found.proposee.disposition
        self._columns = layout.colonnes
        widget = self.form.columns_table
        widget.setRowCount(len(self._columns))
        for row, (column, texts) in enumerate(zip(self._columns, found.exemples, strict=True)):
            _fill_row(widget, row, column, texts)
        self.form.hint_label.setText(
            f"Titres lus à la ligne {found.proposee.entete} de la feuille «{NBSP}{layout.feuille}"
            f"{NBSP}». La zone, le territoire et la période d’une colonne ne servent que pour "
            f"celles qui tiennent une valeur{NBSP}; laissez-les vides quand chaque ligne les dit."
        )
        self.form.doubts_label.setText("\n".join(found.proposee.doutes))
        self.form.doubts_label.setVisible(bool(found.proposee.doutes))

    def _confirm(self) -> None:
        if self.question is None or not self.form.confirm_button.isEnabled():
            return
        combo = self.form.retour_combo
        place = combo.findText(combo.currentText(), Qt.MatchFlag.MatchExactly)
        if place < 0:
            self.refuse("Choisissez dans la liste le retour auquel ce fichier répond.")
            combo.setFocus()
            return
        widget = self.form.columns_table
        columns = tuple(_read_row(widget, row, column) for row, column in enumerate(self._columns))
        layout = replace(self._table.proposee.disposition, colonnes=columns)
        self.set_busy(True)
        self.confirmed.emit(self.question, str(combo.itemData(place)), layout)


def _fill_row(
    widget: QTableWidget, row: int, column: ColonneDisposition, texts: Sequence[str]
) -> None:
    title = QTableWidgetItem(column.titre or "(sans titre)")
    title.setFlags(Qt.ItemFlag.ItemIsEnabled)
    title.setToolTip(column.titre)
    widget.setItem(row, _TITRE, title)
    name = column.titre or f"colonne {row + 1}"
    champ = _combo([(CHAMPS[one], one) for one in Champ], column.champ)
    champ.setAccessibleName(f"Ce que tient {name}")
    widget.setCellWidget(row, _CHAMP, champ)
    zone = _combo([(_OF_ROW, ""), *((ZONES[one], one.value) for one in Zone)], column.zone)
    zone.setAccessibleName(f"Zone de {name}")
    widget.setCellWidget(row, _ZONE, zone)
    for place, text in ((_TERRITOIRE, column.territoire), (_PERIODE, column.periode)):
        widget.setItem(row, place, QTableWidgetItem(text))
    shown = " · ".join(texts)
    sample = QTableWidgetItem(shown)
    sample.setFlags(Qt.ItemFlag.ItemIsEnabled)
    sample.setToolTip(shown)
    widget.setItem(row, _EXEMPLES, sample)
    _enable_places(widget, row)
    champ.currentIndexChanged.connect(lambda _index: _enable_places(widget, row))


def _enable_places(widget: QTableWidget, row: int) -> None:
    """Let the place of a column be said where it means something."""
    champ, zone = widget.cellWidget(row, _CHAMP), widget.cellWidget(row, _ZONE)
    assert isinstance(champ, QComboBox)
    holds = champ.currentData() in (Champ.VALEUR, Champ.NUMERATEUR, Champ.DENOMINATEUR)
    assert isinstance(zone, QComboBox)
    zone.setEnabled(holds)
    zone.setItemText(0, _OF_ROW if holds else "")
    for place in (_TERRITOIRE, _PERIODE):
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
        if item := widget.item(row, place):
            item.setFlags(flags if holds else Qt.ItemFlag.NoItemFlags)


def _read_row(widget: QTableWidget, row: int, column: ColonneDisposition) -> ColonneDisposition:
    champ, zone = widget.cellWidget(row, _CHAMP), widget.cellWidget(row, _ZONE)
    assert isinstance(champ, QComboBox)
    assert isinstance(zone, QComboBox)
    taken = Champ(champ.currentData())
    if taken not in (Champ.VALEUR, Champ.NUMERATEUR, Champ.DENOMINATEUR):
        return ColonneDisposition(column.titre, taken)
    return replace(
        column,
        champ=taken,
        zone=str(zone.currentData()),
        territoire=_text(widget, row, _TERRITOIRE),
        periode=_text(widget, row, _PERIODE),
    )


def _text(widget: QTableWidget, row: int, place: int) -> str:
    item = widget.item(row, place)
    return item.text().strip() if item else ""


def _combo(choices: Sequence[tuple[str, object]], wanted: object) -> QComboBox:
    combo = QComboBox()
    for words, value in choices:
        combo.addItem(words, value)
    combo.setCurrentIndex(max(0, combo.findData(wanted)))
    return combo
