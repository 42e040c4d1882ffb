"""Qt speaks French by itself."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.french import speak_french


def test_standard_buttons_and_formats_are_french(qtbot: QtBot, qapp: QApplication) -> None:
    speak_french(qapp)
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
    )
    qtbot.addWidget(box)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Enregistrer", "Annuler"}
    assert QLocale().toString(QDate(2022, 6, 3), QLocale.FormatType.ShortFormat) == "03/06/2022"


def test_a_file_dialog_has_no_english_left(qtbot: QtBot, qapp: QApplication) -> None:
    speak_french(qapp)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    texts = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert texts == {"Voir dans\u00a0:", "Nom de fichier\u00a0:", "Fichiers de type\u00a0:"}
