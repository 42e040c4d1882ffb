"""The window opens on a real X11 screen, with the libraries that set-up installs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.e2e
def test_every_screen_is_shown_under_xvfb(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("sdpd-desktop")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        ["xvfb-run", "--auto-servernum", program, "--smoke"],
        env=environment, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
