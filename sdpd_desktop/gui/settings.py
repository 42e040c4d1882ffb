"""How the window looks on this workstation: theme, geometry, column widths."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from sdpd_desktop.domain.parametres import Apparence


class LookSettings:
    """Kept in a file of the data folder, apart from the data: losing it loses nothing else."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Apparence:
        """The theme chosen, or the desktop's when the file holds anything else.

        A copy of the office's setting, readable before the database is open.
        """
        try:
            return Apparence(str(self._store.value("theme", Apparence.SYSTEME)))
        except ValueError:
            return Apparence.SYSTEME

    @theme.setter
    def theme(self, theme: Apparence) -> None:
        self._store.setValue("theme", theme.value)

    def text(self, key: str) -> str:
        """Return what was kept under the key, or ""."""
        return str(self._store.value(key, ""))

    def keep_text(self, key: str, text: str) -> None:
        """Keep a short text, such as the code of the plan shown last."""
        self._store.setValue(key, text)

    def state(self, key: str) -> QByteArray | None:
        """Return a widget's ``saveState()`` kept under the key."""
        value = self._store.value(f"etats/{key}")
        return value if isinstance(value, QByteArray) else None

    def keep_state(self, key: str, state: QByteArray) -> None:
        """Keep a widget's ``saveState()``."""
        self._store.setValue(f"etats/{key}", state)

    def forget_state(self, key: str) -> None:
        """Go back to the default state the next time."""
        self._store.remove(f"etats/{key}")

    def sync(self) -> None:
        """Write now what is kept."""
        self._store.sync()
