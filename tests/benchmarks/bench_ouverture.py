"""Times how long the window stands still when someone clicks before it has made its pages.

For each destination a process of its own opens the window on an office, goes there as soon as the
window is filled, and lets it make the other pages: nothing is imported, built or drawn before.
Run it as ``python -m tests.benchmarks.bench_ouverture``, with the number of values of the table
the office awaits as its argument if not 50,000.
"""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.tableaux import big, confirm, office

ROWS = 50_000
Waits = tuple[float, float]
# As the program does: the window's folder before anything else of Qt.
_CHILD = (
    "import sys, sdpd_desktop.gui; from pathlib import Path;"
    "from tests.benchmarks import bench_ouverture;"
    "print(*bench_ouverture.first_click(Path(sys.argv[1]), sys.argv[2]))"
)


def first_click(data: Path, name: str) -> Waits:
    """Open the window, go to a destination at once; return the longest waits until all rests."""
    from PySide6.QtCore import QTimer

    from sdpd_desktop.gui.page import Link
    from tests.benchmarks.bench_fenetre import Coeur, prepared

    application = prepared(data)
    window = application.window
    made: list[bool] = []
    window.pages.warmed.connect(partial(made.append, True))
    application.ready.connect(lambda: QTimer.singleShot(0, partial(window.navigate, Link(name))))
    try:
        waits = Coeur(200).during(window.show, lambda: bool(made) and not application.busy)
        assert window.page is window.pages.get(name), "the window is elsewhere"
        return waits
    finally:
        application.close()


def measure(folder: Path, rows: int, names: list[str]) -> dict[str, Waits]:
    """Print the longest wait of each destination; return them in seconds."""
    services = office(folder / "data", rows)
    confirm(services, big(folder / "petit.xlsx", 100))
    services.close()
    print(f"\nlongest wait from the first picture on, going there at once, {rows} rows awaited")
    print(f"{'':30}{'ms':>8}{'CPU ms':>8}")
    found: dict[str, Waits] = {}
    for name in names:
        done = subprocess.run(
            [sys.executable, "-c", _CHILD, str(folder / "data"), name],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        wall, spent = map(float, done.stdout.split())
        found[name] = wall, spent
        print(f"{name:30}{1000 * wall:8.0f}{1000 * spent:8.0f}")
    return found


if __name__ == "__main__":
    import os

    from sdpd_desktop.gui.destinations import DESTINATIONS

    if not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as where:
        measure(
            Path(where),
            int(sys.argv[1]) if len(sys.argv) > 1 else ROWS,
            [destination.name for destination in DESTINATIONS],
        )
