"""Qt speaks French by itself."""

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
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
