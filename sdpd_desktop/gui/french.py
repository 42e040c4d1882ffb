"""Makes Qt itself speak French: standard buttons, dialogs, dates and numbers."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from sdpd_desktop.domain.texte import NBSP

# Texts that Qt 6.11 changed without changing their translation.
_MISSING = {
    ("QFileDialog", "&Look in:"): f"&Voir dans{NBSP}:",
    ("QFileDialog", "Files of &type:"): f"Fichiers de &type{NBSP}:",
    ("QAbstractFileIconProvider", "Drive"): "Lecteur",
    ("QAbstractFileIconProvider", "Folder"): "Dossier",
    ("QPrintSettingsOutput", "Page &Set:"): f"&Pages à imprimer{NBSP}:",
}


class _MissingTexts(QTranslator):
    """Says what Qt's own French file leaves in English."""

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return _MISSING.get((context, sourceText))


def speak_french(app: QApplication) -> None:
    """Install Qt's own French texts, once, and French formats."""
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(app)
    if translator.load("qtbase_fr", folder):
        app.installTranslator(translator)
    app.installTranslator(_MissingTexts(app))
