"""``demo``: the whole story on the shipped plans, at its own date."""

import argparse
import datetime as dt
import os
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

from sdpd_desktop.bootstrap import build_services
from sdpd_desktop.commands.layout import paragraph
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import StorageError, reason
from sdpd_desktop.domain.texte import NBSP

PICTURE = "fenetre.png"
PICTURE_PATIENCE_S = 120
_NO_PICTURE = "L'image de la fenêtre n'a pas pu être faite"


def demo(_data: Path, options: argparse.Namespace) -> Outcome:
    """Play the story in a folder of its own; the steps are told as they are done."""
    from sdpd_desktop.services.demonstration import demonstration_days, prepare_folder

    out: Path = options.out
    opening, day = demonstration_days()
    data = prepare_folder(out)
    with closing(build_services(data, clock=FixedClock(opening))) as services:
        services.demonstration.open(out, _tell)
    with closing(build_services(data, clock=FixedClock(day))) as services:
        written = services.demonstration.play(out, _tell)
    take_picture(data, out / PICTURE, day)
    _tell(f"{PICTURE} écrit.")
    found = (*written, out / PICTURE)
    line = (
        f"Démonstration au {format_date(day)} dans {out}{NBSP}: "
        f"{', '.join(path.name for path in found)} et le dossier retours."
    )
    about = {
        "le": day,
        "dossier": out.resolve(),
        "donnees": data.resolve(),
        "fichiers": [path.resolve() for path in found],
        "retours": sorted(path.resolve() for path in (out / "retours").rglob("*.xlsx")),
    }
    return Outcome(about, partial(paragraph, line))


def _tell(step: str) -> None:
    sys.stderr.write(f"{step}\n")
    sys.stderr.flush()


def take_picture(data: Path, file: Path, today: dt.date) -> None:
    """Let the window draw itself into a PNG file, in a process of its own: we know no Qt.

    Raises:
        StorageError: It did not; the message carries its reason.
    """
    environment = dict(os.environ)
    if sys.platform.startswith("linux") and not (
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    ):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [*_window(), "--picture", str(file), "--data", str(data), "--today", f"{today}"]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, timeout=PICTURE_PATIENCE_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise StorageError(
            f"{_NO_PICTURE}{NBSP}: la fenêtre ne répond pas après {PICTURE_PATIENCE_S} secondes."
        ) from error
    except OSError as error:
        raise StorageError(f"{_NO_PICTURE}{NBSP}: {reason(error)}.") from error
    if done.returncode or not file.exists():
        told = done.stderr.decode(errors="replace").strip()
        raise StorageError(f"{_NO_PICTURE}{NBSP}: {told}")


def _window() -> list[str]:
    """Return what starts the window: a module, or the program beside this one once frozen."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name(f"sdpd-desktop{here.suffix}"))]
    return [sys.executable, "-m", "sdpd_desktop"]
