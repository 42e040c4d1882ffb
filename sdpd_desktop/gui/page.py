"""What the window and its screens agree on: pages, links between them, and what they may use."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.changes import EVERYTHING, Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.gui.changes import ChangeHub
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.prompts import Prompts
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.tasks import TaskRunner
from sdpd_desktop.gui.widgets.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

_T = TypeVar("_T")


class CurrentPlan(QObject):
    """The plan that all pages show; chosen in the top bar.

    Signals:
        changed: The new code, "" when there is no plan at all.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = ""

    @property
    def code(self) -> str:
        """Code of the plan, "" when there is none."""
        return self._code

    def select(self, code: str) -> None:
        """Show another plan on every page."""
        if code != self._code:
            self._code = code
            self.changed.emit(code)


@dataclass(frozen=True)
class Link:
    """Somewhere to go.

    Attributes:
        page: Name of a destination (see ``gui/destinations.py``): "strategie", "journal"…
        kind: Kind of the object to show there, as the search names it; "" for the page alone.
        code: The object's code.
        plan: Code of the plan to switch to first, None to keep the current one.
        files: Files handed to the page (a drop on the window).
    """

    page: str
    kind: str = ""
    code: str = ""
    plan: str | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Context:
    """What every page may use.

    Attributes:
        tasks: The database lane; never blocks the window, keeps results in order.
        files: A second lane for long work on files, so that the database stays free.
        navigate: Goes to a link.
        notify: Says in the status bar that something was done.
        reopen: Closes the database and opens it again, after a restoration.
        alert: Says above the page, until dismissed, that something could not be done.
        today: The day; fixed in demonstrations and tests. Never call ``date.today()``.
    """

    services: "Services"
    tasks: TaskRunner
    files: TaskRunner
    prompts: Prompts
    changes: ChangeHub
    plan: CurrentPlan
    settings: LookSettings
    navigate: Callable[[Link], None]
    notify: Callable[[str], None]
    alert: Callable[[str], None]
    reopen: Callable[[], None]
    today: Callable[[], dt.date] = field(default=dt.date.today)


class Page(QWidget):
    """Base of every destination.

    The window builds a page on its first visit, then calls :meth:`refresh`: at once when the
    page is visible, otherwise when it is shown next. It does so after each change announced
    that is among ``concerned``, and when the current plan changes.

    Attributes:
        titre: Shown in the top bar.
        concerned: The kinds of change that make the page reload.
        prints: Whether Ctrl+P makes sense here.
        own_bar: Where the page says what went wrong; None for the bar of the window.
    """

    titre = ""
    concerned: frozenset[Change] = EVERYTHING
    prints = False
    own_bar: MessageBar | None = None

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def refresh(self, changes: frozenset[Change] | None) -> None:
        """Reload what is shown.

        Args:
            changes: What changed; None on the first visit, a new plan or a new day.
        """
        raise NotImplementedError

    def ask(
        self,
        work: Callable[[], _T],
        on_success: Callable[[_T], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run ``work`` on the database lane; failures go to :meth:`fail` unless told otherwise."""
        self.context.tasks.run(self, work, on_success, on_error or self.fail)

    def fail(self, error: Exception) -> None:
        """Say inline what the user can act upon; report anything else as a bug."""
        if not isinstance(error, UserError):
            report(error)
        elif self.own_bar is not None:
            self.own_bar.show_message(str(error), Tone.ERREUR)
        else:
            self.context.alert(str(error))

    def focus_filter(self) -> None:
        """Put the cursor in the page's filter (Ctrl+F); nothing without one."""

    def focus_first(self) -> None:
        """Put the focus where work starts, when the page is shown by keyboard."""
        self.setFocus()

    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        """Show an object; called after the plan was switched. False when it is not here.

        The page may still be loading: keep the wish and fulfil it when the rows arrive.
        """
        return False

    def leave_plan(self) -> bool:
        """Let go of what is shown of the plan; False when someone rather keeps what was typed."""
        return True

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take files dropped on the window."""

    def print_document(self) -> bool:
        """Print what makes sense here (Ctrl+P); False when nothing does."""
        return False

    def new_object(self) -> bool:
        """Create what this page lists (Ctrl+N); False when that makes no sense."""
        return False

    def go_back(self) -> bool:
        """Undo the last step into a detail (Échap); False when there is none."""
        return False

    def panes(self) -> Sequence[QWidget]:
        """Return what F6 goes through, in order."""
        return ()
