"""Opens the window: ``sdpd-desktop``."""

import argparse
import datetime as dt
import multiprocessing
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.gui.application import Announce, Setup


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window closes; the exit status is 1 when a check found a problem."""
    multiprocessing.freeze_support()
    options = _parse(argv)
    _need_no_screen(options.smoke or options.picture is not None)
    if options.smoke:
        with tempfile.TemporaryDirectory(prefix="sdpd-") as folder:
            return _smoke(Path(folder), options.today)
    data = options.data or default_data_folder()
    if options.picture:
        return _picture(data, options)
    from sdpd_desktop.gui.application import Application

    return Application(_setup(data, options)).run()


def default_data_folder() -> Path:
    raise NotImplementedError


