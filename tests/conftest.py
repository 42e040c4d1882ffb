"""What all tests share: no screen, no dialog that waits, a real database with the real plans."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_STYLE_OVERRIDE", None)

import datetime as dt
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
)

from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.garbage import no_collection
from sdpd_desktop.gui.changes import ChangeHub
from tests.carte import Carte, personalise
from tests.tools.verapdf.moteur import VeraPdf

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

TODAY = dt.date(2022, 6, 30)

# The same examples on every machine, however slow or busy, and nothing left behind.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")


def _blocking() -> Iterator[tuple[Any, str]]:
    for owner in (QDialog, QMenu, QMessageBox, QPrintDialog):
        yield owner, "exec"
    for name in ("question", "warning", "information", "critical", "about"):
        yield QMessageBox, name
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        yield QFileDialog, name
    for name in ("getText", "getItem", "getInt", "getDouble", "getMultiLineText"):
        yield QInputDialog, name


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that nobody can answer fails the test instead of hanging it."""
    for owner, name in _blocking():

        def refuse(
            *_args: object, _what: str = f"{owner.__name__}.{name}", **_named: object
        ) -> None:
            pytest.fail(f"{_what} would block the test")

        monkeypatch.setattr(owner, name, refuse)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A test that leaves a worker behind fails."""
    before = set(threading.enumerate())
    yield
    left = [t.name for t in threading.enumerate() if t not in before and t.name.startswith("sdpd")]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def no_widget_left() -> Iterator[None]:
    """What a test leaves on the screen goes with it: every later change of theme would dress it.

    pytest-qt only asks for deletion, which waits for an event loop that never runs, and knows
    nothing of a page that no window holds yet.
    """
    yield
    if isinstance(QApplication.instance(), QApplication):
        with no_collection():
            for widget in QApplication.topLevelWidgets():
                if widget.parent() is None:
                    widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def template_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the five reference plans, made once; copied, never used."""
    from sdpd_desktop.bootstrap import build_services

    folder = tmp_path_factory.mktemp("reference")
    services = build_services(folder, clock=FixedClock(TODAY))
    services.reference.install()
    services.close()
    return folder


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    """The veraPDF engine, started once; tests that use it bear the mark « verapdf »."""
    with closing(VeraPdf()) as engine:
        yield engine


@pytest.fixture(scope="session")
def carte(tmp_path_factory: pytest.TempPathFactory) -> Carte:
    """A card with a signature certificate on RSA, another on ECDSA, and one to log in.

    One a process: its library is loaded once, and reads once where the tokens are.
    """
    from tests.fabrique_pki import pki

    people = [pki().procureure, pki().commissaire, pki().connexion]
    return personalise(tmp_path_factory.mktemp("carte"), "carte d’agent", people)


@pytest.fixture
def data_folder(template_folder: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the reference plans."""
    folder = tmp_path / "data"
    shutil.copytree(template_folder, folder)
    return folder


@pytest.fixture
def changes() -> ChangeHub:
    """What the services announce to and pages listen to."""
    return ChangeHub()


@pytest.fixture
def services(data_folder: Path, changes: ChangeHub) -> "Iterator[Services]":
    """The real services on a real database with the reference plans, on 30 June 2022."""
    from sdpd_desktop.bootstrap import build_services

    built = build_services(data_folder, changes.announce, FixedClock(TODAY))
    yield built
    built.close()


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where LibreOffice keeps its settings."""
    return tmp_path_factory.mktemp("profil")
