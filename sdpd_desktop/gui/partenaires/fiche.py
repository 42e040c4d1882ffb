"""The form of a partner: a function and its office, and the units that return their own files."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHeaderView, QTableWidgetItem, QWidget

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.partenaire import Contact, Emetteur, PartenaireSummary
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.generated.ui_partenaire_fiche import Ui_PartenaireFiche


class PartenaireFiche(QFrame):
    """Shows a partner; the page stores what is typed.

    Signals:
        submitted: Code of the partner, its contact and its units.
        names_asked: The other names of the partner of that code are to be changed.
        left: Closed, nothing stored.
    """

    submitted = Signal(str, object, object)
    names_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._places: Sequence[TerritoireSummary] = ()
        self.form = Ui_PartenaireFiche()
        self.form.setupUi(self)
        # The style sheet's own minimum would win over that of the form.
        self.form.adresse_edit.setStyleSheet("min-height: 40px;")
        table = self.form.units_table
        table.setColumnCount(2)
        table.setHorizontalHeaderLabels(["Service", "Son territoire"])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 230)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(36)
        self.form.add_unit_button.clicked.connect(self._add_unit)
        self.form.remove_unit_button.clicked.connect(self._remove_unit)
        self.form.save_button.clicked.connect(self._submit)
        self.form.names_button.clicked.connect(lambda: self.names_asked.emit(self._code))
        self.form.close_button.clicked.connect(self.left)
        for edit in (self.form.fonction_edit, self.form.courriel_edit, self.form.telephone_edit):
            edit.returnPressed.connect(self._submit)

    def show_partenaire(
        self, partenaire: PartenaireSummary, territoires: Sequence[TerritoireSummary]
    ) -> None:
        """Show another partner."""
        form, contact = self.form, partenaire.contact
        self._code, self._places = partenaire.code, territoires
        form.title_label.setText(partenaire.nom)
        form.fonction_edit.setText(contact.fonction)
        form.courriel_edit.setText(contact.courriel)
        form.telephone_edit.setText(contact.telephone)
        form.adresse_edit.setPlainText(contact.adresse)
        form.units_table.setRowCount(0)
        for unit in partenaire.emetteurs:
            self._append(unit)
        self.say("")
        form.fonction_edit.setFocus()

    def show_noms(self, noms: str) -> None:
        """Show the other names of the partner."""
        self.form.names_label.setText(f"Autres noms{NBSP}: {noms}")

    def refuse(self, error: UserError) -> None:
        """Say why nothing was stored."""
        self.say(str(error), getattr(error, "field", ""))

    def say(self, text: str, field: str = "") -> None:
        """Show a reason, and which field it is about."""
        form = self.form
        form.error_label.setText(text)
        form.error_label.setVisible(bool(text))
        edits = {"courriel": form.courriel_edit, "telephone": form.telephone_edit}
        for name, edit in edits.items():
            edit.setProperty("invalide", name == field)
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        if field in edits:
            edits[field].setFocus()

    def units(self) -> tuple[Emetteur, ...]:
        """Return the units as typed."""
        table, found = self.form.units_table, []
        for row in range(table.rowCount()):
            item, combo = table.item(row, 0), table.cellWidget(row, 1)
            assert isinstance(combo, QComboBox)
            before = item.data(Qt.ItemDataRole.UserRole) if item else None
            typed = item.text() if item else ""
            found.append(Emetteur(typed, combo.currentData(), before or ""))
        return tuple(found)

    def _append(self, unit: Emetteur) -> int:
        table = self.form.units_table
        row = table.rowCount()
        table.insertRow(row)
        item = QTableWidgetItem(unit.nom)
        item.setData(Qt.ItemDataRole.UserRole, unit.nom)
        table.setItem(row, 0, item)
        combo = QComboBox()
        combo.setAccessibleName("Territoire du service")
        combo.addItem("celui du partenaire", "")
        for place in self._places:
            combo.addItem(place.nom, place.code)
        combo.setCurrentIndex(max(0, combo.findData(unit.territoire)))
        table.setCellWidget(row, 1, combo)
        return row

    def _add_unit(self) -> None:
        row = self._append(Emetteur(""))
        item = self.form.units_table.item(row, 0)
        if item is not None:
            self.form.units_table.setCurrentItem(item)
            self.form.units_table.editItem(item)

    def _remove_unit(self) -> None:
        row = self.form.units_table.currentRow()
        if row >= 0:
            self.form.units_table.removeRow(row)

    def _submit(self) -> None:
        form = self.form
        contact = Contact(
            form.fonction_edit.text(), form.adresse_edit.toPlainText(), form.courriel_edit.text(),
            form.telephone_edit.text(),
        )  # fmt: skip
        self.say("")
        self.submitted.emit(self._code, contact, self.units())
