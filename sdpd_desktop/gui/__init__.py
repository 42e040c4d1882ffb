"""Everything a user sees: the window, one folder per screen, and the widgets they share."""

import builtins

# Importing PySide6 replaces __import__ by a hook that reads the source of every module imported
# later, looking for a feature nobody here uses: a third more CPU at start, 40 MB more memory.
_plain_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _plain_import
