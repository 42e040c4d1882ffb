"""Opens the window: ``sdpd-desktop``."""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.documents.classeur_enfant import serve_if_asked
from sdpd_desktop.domain.clock import Clock, FixedClock, SystemClock
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.parametres import Apparence

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.gui.application import Announce, Setup

_PICTURE_SIZE = (1366, 768)
_SMOKE_PLAN = "SDPD77-2020"
_SMOKE_DAY = dt.date(2022, 6, 30)


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window closes; the exit status is 1 when a check found a problem."""
    serve_if_asked()
    options = _parser().parse_args(argv)
    _need_no_screen(forced=options.smoke)
    if options.smoke:
        import tempfile

        with tempfile.TemporaryDirectory(prefix="sdpd-") as folder:
            return _smoke(Path(folder), options.today or _SMOKE_DAY)
    clock = FixedClock(options.today) if options.today else SystemClock()
    data = options.data or _default_data_folder()
    if options.picture:
        return _picture(data, clock, options)
    from sdpd_desktop.gui.application import Application

    return Application(_setup(data, clock, options.theme)).run()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sdpd-desktop", description="Suivi de la stratégie de prévention : la fenêtre."
    )
    parser.add_argument("--data", type=Path, metavar="DOSSIER", help="dossier des données")
    parser.add_argument("--today", type=_date, metavar="DATE", help="jour tenu pour aujourd’hui")
    parser.add_argument("--theme", type=_theme, metavar="clair|sombre", help="thème imposé")
    parser.add_argument("--smoke", action="store_true", help="montrer chaque écran, puis quitter")
    parser.add_argument("--picture", type=Path, metavar="FICHIER", help="laisser un PNG")
    parser.add_argument("--page", default="", metavar="NOM", help="écran à photographier")
    parser.add_argument("--size", type=_size, default=_PICTURE_SIZE, metavar="LxH", help="taille")
    return parser


def _date(text: str) -> dt.date:
    from sdpd_desktop.domain.dates import lire_date

    try:
        return lire_date(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _theme(text: str) -> Apparence:
    try:
        return Apparence(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {text} » : choisissez clair ou sombre") from None


def _size(text: str) -> tuple[int, int]:
    width, _cross, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"« {text} » : écrivez par exemple 1366x768")
    return int(width), int(height)


def _need_no_screen(*, forced: bool) -> None:
    """Draw without a screen where there is none, and where nobody looks."""
    screen = sys.platform != "linux" or "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
    if forced or not screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _default_data_folder() -> Path:
    from sdpd_desktop.bootstrap import default_data_folder

    return default_data_folder()


def _open_services(data: Path, clock: Clock, announce: "Announce") -> "Services":
    from sdpd_desktop.bootstrap import build_services

    return build_services(data, announce, clock)


def _open_filled(data: Path, clock: Clock, announce: "Announce") -> "Services":
    services = _open_services(data, clock, announce)
    services.reference.install()
    services.plans.tick(_SMOKE_PLAN, "O2.A1.m1", clock.today())
    services.campagnes.prepare(_SMOKE_PLAN, "2022-S1", data / "retours", "DDSP77")
    return services


def _setup(data: Path, clock: Clock, theme: Apparence | None) -> "Setup":
    from sdpd_desktop.gui.application import Setup

    return Setup(data, partial(_open_services, data, clock), clock.today, apparence=theme)


def _smoke(data: Path, today: dt.date) -> int:
    from sdpd_desktop.gui.application import Application, Setup
    from sdpd_desktop.gui.prompts import RecordingPrompts
    from sdpd_desktop.gui.tour import Tour, visit_all

    clock = FixedClock(today)
    problems: list[str] = []
    setup = Setup(
        data,
        partial(_open_filled, data, clock),
        clock.today,
        prompts=RecordingPrompts(),
        apparence=Apparence.CLAIR,
        show_bug=problems.append,
    )
    application = Application(setup)
    tour = Tour(application)
    tour.run(visit_all(tour, application))
    return _tell(problems + tour.problems)


def _picture(data: Path, clock: Clock, options: argparse.Namespace) -> int:
    from PySide6.QtCore import QSize

    from sdpd_desktop.gui.application import Application
    from sdpd_desktop.gui.tour import Tour, take_picture

    application = Application(_setup(data, clock, options.theme))
    tour = Tour(application)
    size = QSize(*options.size)
    tour.run(take_picture(tour, application, options.picture, options.page, size))
    return _tell(tour.problems)


def _tell(problems: list[str]) -> int:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
