"""Puts the application together: lanes, window, theme; and opens the database once it shows."""

import datetime as dt
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtWidgets import QApplication

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui import theme
from sdpd_desktop.gui.changes import ChangeHub
from sdpd_desktop.gui.collection import GarbageCollector
from sdpd_desktop.gui.errors import ErrorReporter, report, show_unexpected
from sdpd_desktop.gui.frame import FrameData, read_frame
from sdpd_desktop.gui.french import speak_french
from sdpd_desktop.gui.main_window import MainWindow
from sdpd_desktop.gui.page import Context, CurrentPlan
from sdpd_desktop.gui.prompts import Prompts, QtPrompts
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.tasks import ThreadTaskRunner

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

_TAKEN = QLockFile.LockError.LockFailedError
_ALREADY_OPEN = (
    "SDPD Desktop est déjà ouvert sur ce dossier de données, dans une autre fenêtre ou par une "
    "autre personne du poste. Servez-vous de cette fenêtre, ou fermez-la puis réessayez."
)
Announce = Callable[[Change | frozenset[Change]], None]


@dataclass(frozen=True)
class Setup:
    """How one run of the window differs from another.

    Attributes:
        data: Folder of the look settings and of the error log.
        open_services: Opens the database; called on the database lane, after the first paint.
        apparence: A theme that holds for this run, whatever the office chose.
        show_bug: What is done with the text of an unexpected error.
    """

    data: Path
    open_services: "Callable[[Announce], Services]"
    today: Callable[[], dt.date]
    prompts: Prompts = field(default_factory=QtPrompts)
    apparence: Apparence | None = None
    show_bug: Callable[[str], None] = show_unexpected


class Application(QObject):
    """Owns what lives as long as the program.

    Signals:
        ready: The window is filled.
        refused: The database could not be opened; the sentence that says why.
    """

    ready = Signal()
    refused = Signal(str)

    def __init__(self, setup: Setup) -> None:
        super().__init__()
        self._setup = setup
        self._services: Services | None = None
        self._app = qt_application()
        speak_french(self._app)
        ErrorReporter(setup.data / "erreurs.log", setup.show_bug, self).install()
        self._lock = QLockFile(str(setup.data / "fenetre.lock"))
        # Held as long as the window lives; one left by a process that died is not.
        self._lock.setStaleLockTime(0)
        self.settings = LookSettings(setup.data / "fenetre.ini")
        self.set_theme(setup.apparence or self.settings.theme)
        self.tasks = ThreadTaskRunner("base", self)
        self.files = ThreadTaskRunner("fichiers", self)
        self._collector = GarbageCollector(lambda: self.busy, self)
        self.changes = ChangeHub(self)
        self.plan = CurrentPlan(self)
        self.window = MainWindow(self.settings)
        self.window.painted.connect(self._open)
        self.window.retry_asked.connect(self.reopen)
        self.window.frame_shown.connect(self._on_frame)
        self._app.styleHints().colorSchemeChanged.connect(self._on_scheme)

    @property
    def busy(self) -> bool:
        """True while a lane works, or a visit waits for its page."""
        return self.tasks.busy or self.files.busy or self.window.pages.awaited

    def run(self) -> int:
        """Show the window and return when it was closed."""
        self.window.closing.connect(self._app.quit)
        self.window.show()
        code = self._app.exec()
        self.close()
        return code

    def close(self) -> None:
        """Finish the work under way, then let go of the database."""
        self.files.wait()
        self.tasks.wait()
        self._collector.stop()
        if self._services:
            self._services.close()
            self._services = None
        self._lock.unlock()

    def set_theme(self, apparence: Apparence) -> None:
        """Dress the application in this theme."""
        self._apparence = apparence
        theme.apply(self._app, apparence)

    def _open(self) -> None:
        if not self._hold():
            self._on_refused(UserError(_ALREADY_OPEN))
            return
        self.tasks.run(self.window, self._work_open, self._on_opened, self._on_refused)

    def _hold(self) -> bool:
        """Take the data folder; False when another window has it."""
        if self._lock.isLocked():
            return True
        with suppress(OSError):  # The opening of the database says what is wrong with the folder.
            self._setup.data.mkdir(parents=True, exist_ok=True)
        return self._lock.tryLock(0) or self._lock.error() is not _TAKEN

    def _work_open(self) -> "tuple[Services, FrameData]":
        services = self._setup.open_services(self.changes.announce)
        # Known at once: the window may be closed before this result is delivered.
        self._services = services
        return services, read_frame(services)

    def reopen(self) -> None:
        """Let go of the database and open it again: the file was replaced by a restoration."""
        self.window.unplug()
        services, self._services = self._services, None
        if services is None:
            self._open()
        else:
            self.tasks.run(
                self.window, services.close, lambda _closed: self._open(), self._on_refused
            )

    def _on_opened(self, opened: "tuple[Services, FrameData]") -> None:
        services, frame = opened
        window, setup = self.window, self._setup
        context = Context(
            services=services,
            tasks=self.tasks,
            files=self.files,
            prompts=setup.prompts,
            changes=self.changes,
            plan=self.plan,
            settings=self.settings,
            navigate=window.navigate,
            notify=window.notify,
            alert=window.alert,
            reopen=self.reopen,
            today=setup.today,
        )
        window.plug(context, frame)
        window.pages.warm(lambda: self.busy)
        self.ready.emit()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            message = str(error)
        else:
            message = "Une erreur inattendue s’est produite. Ses détails sont dans erreurs.log."
            report(error)
        self.window.show_failure(message)
        self.refused.emit(message)

    def _on_frame(self, frame: FrameData) -> None:
        if self._setup.apparence is None and frame.apparence is not self._apparence:
            self.settings.theme = frame.apparence
            self.set_theme(frame.apparence)

    def _on_scheme(self) -> None:
        if self._apparence is Apparence.SYSTEME:
            self.set_theme(Apparence.SYSTEME)


def qt_application() -> QApplication:
    """Return the process's QApplication, made on the first call."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setApplicationName("sdpd-desktop")
        app.setApplicationDisplayName("SDPD Desktop")
        app.setDesktopFileName("sdpd-desktop")
    return app
