"""The files waiting for their preview, one after the other."""

from collections import deque
from collections.abc import Iterable
from pathlib import Path


class FileAttente:
    """Keeps the order in which files were given, and how many there were."""

    def __init__(self) -> None:
        self._waiting: deque[Path] = deque()
        self._total = 0

    def add(self, paths: Iterable[Path]) -> None:
        """Put files at the end."""
        for path in paths:
            self._waiting.append(path)
            self._total += 1

    def next(self) -> Path | None:
        """Return the next file; None, and an empty queue, when there is none left."""
        if self._waiting:
            return self._waiting.popleft()
        self._total = 0
        return None

    def clear(self) -> int:
        """Forget the files left; return how many there were."""
        left = len(self._waiting)
        self._waiting.clear()
        self._total = 0
        return left

    @property
    def place(self) -> str:
        """« Fichier 1 sur 3 » for the one taken last; "" when it is alone."""
        if self._total < 2:
            return ""
        return f"Fichier {self._total - len(self._waiting)} sur {self._total}"
