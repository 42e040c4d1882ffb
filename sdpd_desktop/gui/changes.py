"""Tells open windows that stored data changed."""

from PySide6.QtCore import QObject, Signal

from sdpd_desktop.domain.changes import Change


class ChangeHub(QObject):
    """Carries announcements from services, on any thread, to windows.

    Signals:
        changed: A :class:`frozenset` of :class:`Change`, delivered on the GUI thread to
            receivers that live there.
    """

    changed = Signal(object)

    def announce(self, changes: Change | frozenset[Change]) -> None:
        """Safe to call from a worker thread."""
        self.changed.emit(frozenset({changes}) if isinstance(changes, Change) else changes)
