"""Item roles that models and delegates agree on."""

from PySide6.QtCore import Qt

SORT_ROLE = Qt.ItemDataRole.UserRole
"""The native value under which a column sorts."""

BADGE_ROLE = Qt.ItemDataRole.UserRole + 1
"""A :class:`~sdpd_desktop.gui.labels.Badge`, drawn by ``BadgeDelegate``."""

PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 2
"""A pair (done, total), drawn by ``ProgressDelegate``."""

ROW_ROLE = Qt.ItemDataRole.UserRole + 3
"""The frozen row itself."""
