"""Says how far the reading of a file is, when it takes long."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from sdpd_desktop.domain.texte import NBSP

_EVERY_MS = 250
_STOP = "(Échap pour abandonner)"


@dataclass
class Part:
    """How much was read; told from another thread."""

    lu: int = 0
    total: int = 0

    def tell(self, done: int, total: int) -> None:
        """Keep what was read of how much."""
        self.lu, self.total = done, total


class Avancement(QObject):
    """Repeats what is being read, with its share, until :meth:`stop`."""

    def __init__(self, notify: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._notify, self._name, self._said = notify, "", ""
        self._part = Part()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._say)

    def start(self, name: str) -> Part:
        """Say that this file is read; return what to tell how far."""
        self._name, self._said, self._part = name, "", Part()
        self._notify(f"Lecture de {name}… {_STOP}")
        self._timer.start()
        return self._part

    def stop(self) -> None:
        """Say no more."""
        self._timer.stop()

    def _say(self) -> None:
        part = self._part
        if not part.total:
            return
        share = min(100, 100 * part.lu // part.total)
        text = f"Lecture de {self._name}{NBSP}: {share}{NBSP}% {_STOP}"
        if share == 100:
            text = f"Comparaison de {self._name} avec ce qui est enregistré… {_STOP}"
        if text != self._said:
            self._said = text
            self._notify(text)
