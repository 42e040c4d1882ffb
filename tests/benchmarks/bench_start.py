"""Times the start: process to first paint, our window beside an empty one.

Run it as ``python tests/benchmarks/bench_start.py``; on a machine without a screen both windows
are drawn off screen. The runs are interleaved, so that a busy spell weighs on both alike.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5

_EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, tell)
def tell():
    print(time.monotonic_ns(), time.process_time_ns())
    app.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1366, 728)
window.show()
app.exec()
"""

_OURS = """
import sys, time
from pathlib import Path
from sdpd_desktop.__main__ import _setup
from sdpd_desktop.domain.clock import SystemClock
from sdpd_desktop.gui.application import Application
application = Application(_setup(Path(sys.argv[1]), SystemClock(), None))
application.window.painted.disconnect()
def tell():
    print(time.monotonic_ns(), time.process_time_ns())
    application.window.close()
application.window.painted.connect(tell)
application.run()
"""


def measure(code: str, folder: str) -> tuple[float, float]:
    """Return wall and CPU milliseconds from the start of the process to its first paint."""
    begun = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", code, folder], capture_output=True, encoding="utf-8", check=True
    )
    painted, cpu = map(int, done.stdout.split())
    return (painted - begun) / 1e6, cpu / 1e6


def main() -> None:
    """Print the medians and their ratio."""
    if "DISPLAY" not in os.environ and "WAYLAND_DISPLAY" not in os.environ:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    empty, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        for code in (_EMPTY, _OURS):
            measure(code, folder)  # Warms the file cache and compiles the modules.
        for _ in range(RUNS):
            empty.append(measure(_EMPTY, folder))
            ours.append(measure(_OURS, folder))
    print(f"process start to first paint, median of {RUNS}, interleaved")
    print(f"{'':22}{'wall ms':>10}{'CPU ms':>10}")
    rows = {"empty PySide6 window": empty, "SDPD Desktop": ours}
    medians = {
        name: [statistics.median(column) for column in zip(*runs, strict=True)]
        for name, runs in rows.items()
    }
    for name, (wall, cpu) in medians.items():
        print(f"{name:22}{wall:10.0f}{cpu:10.0f}")
    first, second = medians.values()
    ratios = [ours / empty for ours, empty in zip(second, first, strict=True)]
    print(f"{'ratio':22}{ratios[0]:10.2f}{ratios[1]:10.2f}")


if __name__ == "__main__":
    main()
