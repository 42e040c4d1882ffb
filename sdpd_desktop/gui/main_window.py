"""The main window: rail, top bar, one page at a time, status bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.destinations import CONVENTIONS, DESTINATIONS, RETOURS
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.frame import FrameData, describe_base, read_frame
from sdpd_desktop.gui.generated.ui_main_window import Ui_MainWindow
from sdpd_desktop.gui.history import History, HistoryButtons
from sdpd_desktop.gui.page import Context, Link, Page
from sdpd_desktop.gui.pages import Pages
from sdpd_desktop.gui.rail import Rail
from sdpd_desktop.gui.search import SearchBox
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.empty_state import EmptyState
from sdpd_desktop.gui.widgets.message_bar import Tone

COMPACT_BELOW = 1200
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".ods", ".xls", ".xlsb", ".csv", ".tsv"})
_DESTINATIONS = {destination.name: destination for destination in DESTINATIONS}
_FIRST = DESTINATIONS[0].name
_MINUTE_MS = 60_000
_NOTICE_MS = 8_000
_GEOMETRY, _PLAN = "fenetre", "plan"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainWindow(QMainWindow):
    """Shows before the database is open; :meth:`plug` then fills it.

    Signals:
        painted: The first picture is on screen.
        closing: The window closes, and the application with it.
        retry_asked: « Réessayer », after the database could not be opened.
        frame_shown: The :class:`FrameData` just read.
    """

    painted = Signal()
    closing = Signal()
    retry_asked = Signal()
    frame_shown = Signal(object)

    def __init__(self, settings: LookSettings) -> None:
        super().__init__()
        self._settings = settings
        self._context: Context | None = None
        self._frame: FrameData | None = None
        self._dirty: dict[str, frozenset[Change] | None] = {}
        self._current = ""
        self._back: list[str] = []
        self._painted = False
        self.form = Ui_MainWindow()
        self.form.setupUi(self)
        self.pages = Pages(self.form.stack, self)
        self.rail = Rail(self.form, self)
        self.search = SearchBox(self.form.search_edit, self)
        self.history = HistoryButtons(self.form, self)
        self.status_label = QLabel()
        self.database_label = QLabel()
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._saved = ""
        self._notice = QTimer(self, interval=_NOTICE_MS, singleShot=True)
        self._announced: frozenset[Change] = frozenset()
        self._settle = QTimer(self, interval=0, singleShot=True)
        self._dress()
        self._connect()
        self.unplug()
        kept = settings.state(_GEOMETRY)
        if kept is not None:
            self.restoreGeometry(kept)

    def _dress(self) -> None:
        form = self.form
        self.setWindowIcon(icons.icon("shield-check", "primary"))
        icons.dress(form.print_button, "printer")
        leading = QLineEdit.ActionPosition.LeadingPosition
        glass = form.search_edit.addAction(icons.icon("search", "muted"), leading)
        icons.dress(glass, "search", "muted")
        form.plan_combo.hide()
        form.status_bar.addWidget(self.status_label, 1)
        form.status_bar.addPermanentWidget(self.database_label)

    def _connect(self) -> None:
        form = self.form
        self.pages.built.connect(lambda name: self._mark(name, None))
        self.rail.chosen.connect(lambda name: self.navigate(Link(name)))
        self.search.opened.connect(self.navigate)
        self.search.left.connect(self._focus_page)
        self.history.read.connect(self._show_history)
        form.plan_combo.activated.connect(self._on_plan_chosen)
        form.print_button.clicked.connect(self._print)
        self._minute.timeout.connect(self._on_minute)
        self._settle.timeout.connect(self._take_changes)
        self._notice.timeout.connect(self._show_saved)
        self._shortcut("Ctrl+F", self._focus_filter)
        self._shortcut("Ctrl+N", self._new_object)
        self._shortcut("Ctrl+P", self._print)
        self._shortcut("F6", partial(self._next_pane, 1))
        self._shortcut("Shift+F6", partial(self._next_pane, -1))

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # ---------------------------------------------------------------- life

    def plug(self, context: Context, frame: FrameData) -> None:
        """Receive the services: the window comes to life on its first page."""
        self._context = context
        self._day = context.today()
        self.pages.plug(context)
        self._show_frame(frame)
        context.changes.changed.connect(self._on_changed)
        context.plan.changed.connect(self._on_plan_changed)
        self.form.message_bar.clear()
        self.rail.set_enabled(True)
        search = context.services.recherche.search
        self.search.plug(search, lambda: context.plan.code, context.tasks, self._fail)
        self.history.plug(context)
        self._minute.start()
        if frame.plans:
            self.navigate(Link(_FIRST))
        else:
            self._welcome(context)

    def show_failure(self, message: str) -> None:
        """Say why the database cannot be opened, and offer to try again."""
        notice = EmptyState("database", "La base de données ne s’ouvre pas", message, "Réessayer")
        notice.activated.connect(self.retry_asked)
        self._show_notice(notice)
        notice.button.setFocus()

    def unplug(self) -> None:
        """Let go of the services: drop every page and wait for the next :meth:`plug`."""
        if context := self._context:
            context.changes.changed.disconnect(self._on_changed)
            context.plan.changed.disconnect(self._on_plan_changed)
        self._context = self._frame = None
        self.pages.unplug()
        self._dirty.clear()
        self._back.clear()
        self._current = ""
        self._minute.stop()
        self.search.unplug()
        self.history.unplug()
        self.rail.set_enabled(False)
        self.form.plan_combo.hide()
        self.form.print_button.setEnabled(False)
        self.form.title_label.clear()
        self._show_notice(EmptyState("database", "Ouverture de la base de données…"))

    def _show_notice(self, notice: QWidget) -> None:
        stack = self.form.stack
        while old := stack.widget(0):
            stack.removeWidget(old)
            old.deleteLater()
        stack.addWidget(notice)
        self._blank = QWidget()
        stack.addWidget(self._blank)

    def _welcome(self, context: Context) -> None:
        # Seen once in the life of an office: not worth loading at every start.
        from sdpd_desktop.gui.accueil.page import AccueilPage

        welcome = AccueilPage(context)
        welcome.finished.connect(lambda: self.navigate(Link(_FIRST)))
        self._show_notice(welcome)
        self.form.title_label.setText(welcome.titre)
        welcome.refresh(None)
        welcome.focus_first()

    # ---------------------------------------------------------- navigation

    @property
    def context(self) -> Context | None:
        """What pages use; None while the database is not open."""
        return self._context

    @property
    def page(self) -> Page | None:
        """The page shown, None before the first one and while one is being made."""
        return self.pages.get(self._current)

    def navigate(self, link: Link) -> None:
        """Go to a link; remembers where it came from when the link names an object."""
        context = self._context
        if context is None or link.page not in _DESTINATIONS:
            return
        if link.plan and not self._leave_plan(link.plan):
            return
        if link.kind and self._current and self._current != link.page:
            self._back.append(self._current)
        elif not link.kind:
            self._back.clear()
        if link.plan:
            context.plan.select(link.plan)
        self._go(link)

    def _go(self, link: Link) -> None:
        destination = _DESTINATIONS[link.page]
        self._current = link.page
        self.form.title_label.setText(destination.titre)
        self.form.plan_combo.setVisible(destination.per_plan and self.form.plan_combo.count() > 0)
        self.rail.show_current(link.page)
        self.form.message_bar.clear()
        self.pages.visit(link.page, partial(self._arrive, link))
        if self.pages.awaited:
            self._wait()

    def _wait(self) -> None:
        """Clear the place of a page that is being made: what is typed must not go to the last."""
        self.form.print_button.setEnabled(False)
        self.rail.current_button().setFocus()
        self.form.stack.setCurrentWidget(self._blank)

    def _arrive(self, link: Link, page: Page) -> None:
        assert self._context is not None
        moved = self.form.stack.currentWidget() is not page
        self.form.stack.setCurrentWidget(page)
        self.form.title_label.setText(page.titre or _DESTINATIONS[link.page].titre)
        self.form.print_button.setEnabled(page.prints)
        self._refresh_if_dirty()
        if moved:
            page.focus_first()
        if link.kind and not page.open_object(link.kind, link.code, link.plan):
            self._context.notify(f"{link.code} n’existe plus.")
        if link.files:
            page.open_files(link.files)

    def _refresh_if_dirty(self) -> None:
        page = self.page
        if page and self._current in self._dirty:
            page.refresh(self._dirty.pop(self._current))

    def _step_back(self) -> bool:
        """Undo one step: a message, a detail of the page, then the page itself."""
        if self.form.message_bar.isVisible():
            self.form.message_bar.clear()
        elif self.page and self.page.go_back():
            pass
        elif self._back:
            self._go(Link(self._back.pop()))
        else:
            return False
        return True

    def _focus_page(self) -> None:
        if self.page:
            self.page.focus_first()

    def _next_pane(self, step: int) -> None:
        page = self.page
        inside = list(page.panes()) or [page] if page else []
        panes = [self.rail.current_button(), *inside, self.form.search_edit]
        focused = QApplication.focusWidget()
        here = [
            number
            for number, pane in enumerate(panes)
            if focused and (pane is focused or pane.isAncestorOf(focused))
        ]
        start = here[0] if here else (0 if step > 0 else 1)
        for offset in range(1, len(panes) + 1):
            pane = panes[(start + step * offset) % len(panes)]
            if pane.isVisible():
                pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _focus_filter(self) -> None:
        if self.page:
            self.page.focus_filter()

    def _new_object(self) -> None:
        if self.page:
            self.page.new_object()

    def _print(self) -> None:
        if self.page and self.page.prints:
            self.page.print_document()

    # ------------------------------------------------------------- changes

    def _on_changed(self, changes: frozenset[Change]) -> None:
        # One transaction announces several kinds, one by one: reload once for all.
        self._announced |= changes
        self._settle.start()

    def _take_changes(self) -> None:
        changes, self._announced = self._announced, frozenset()
        for name, page in self.pages:
            if concerned := changes & page.concerned:
                self._mark(name, concerned)
        self._refresh_if_dirty()
        self.history.refresh()
        self._read_frame()

    def _mark(self, name: str, changes: frozenset[Change] | None) -> None:
        before = self._dirty.get(name, frozenset())
        self._dirty[name] = None if before is None or changes is None else before | changes

    def _on_plan_changed(self, code: str) -> None:
        self._settings.keep_text(_PLAN, code)
        combo = self.form.plan_combo
        combo.setCurrentIndex(combo.findData(code))
        self._refresh_everything()

    def _refresh_everything(self) -> None:
        for name, _page in self.pages:
            self._mark(name, None)
        self._refresh_if_dirty()

    def _on_plan_chosen(self, index: int) -> None:
        if context := self._context:
            code = str(self.form.plan_combo.itemData(index))
            if self._leave_plan(code):
                context.plan.select(code)
            else:
                self.form.plan_combo.setCurrentIndex(
                    self.form.plan_combo.findData(context.plan.code)
                )

    def _leave_plan(self, code: str) -> bool:
        """Tell whether every page lets go of the current plan for that one."""
        assert self._context is not None
        return code == self._context.plan.code or all(
            page.leave_plan() for _name, page in self.pages
        )

    def _on_minute(self) -> None:
        if self._context is None:
            return
        if self._context.today() != self._day:
            # Left open overnight: what was due yesterday is late today.
            self._day = self._context.today()
            self._refresh_everything()
        self._show_base()

    # --------------------------------------------------------------- frame

    def _read_frame(self) -> None:
        if context := self._context:
            work = partial(read_frame, context.services)
            context.tasks.run(self, work, self._show_frame, self._fail)

    def _show_frame(self, frame: FrameData) -> None:
        assert self._context is not None
        self._frame = frame
        self.rail.set_office(frame.bureau)
        self._show_base()
        combo = self.form.plan_combo
        combo.clear()
        for plan in frame.plans:
            combo.addItem(plan.code, plan.code)
            combo.setItemData(combo.count() - 1, plan.titre, Qt.ItemDataRole.ToolTipRole)
        codes = [plan.code for plan in frame.plans]
        largest = max(frame.plans, key=lambda plan: plan.actions, default=None)
        wanted = [self._context.plan.code, self._settings.text(_PLAN), frame.plan]
        wanted.append(largest.code if largest else "")
        chosen = next((code for code in wanted if code in codes), "")
        combo.setCurrentIndex(combo.findData(chosen))
        destination = _DESTINATIONS.get(self._current)
        combo.setVisible(bool(codes) and destination is not None and destination.per_plan)
        self._context.plan.select(chosen)
        self.frame_shown.emit(frame)

    def _show_base(self) -> None:
        if self._frame and self._context:
            now = self._context.services.clock.now()
            self.database_label.setText(describe_base(self._frame, now))
            self.database_label.setToolTip(str(self._frame.base))

    def _show_history(self, history: History) -> None:
        if last := history.last:
            at = last.instant.astimezone()
            self._saved = f"Enregistré le {at:%d/%m/%Y} à {at:%H:%M}{NBSP}: {last.commande}"
        if not self._notice.isActive():
            self._show_saved()

    def _show_saved(self) -> None:
        self.status_label.setText(self._saved)

    def notify(self, text: str) -> None:
        """Say in the status bar what was done, for as long as it takes to read."""
        self.status_label.setText(text)
        self._notice.start()

    def alert(self, text: str) -> None:
        """Say above the page what could not be done."""
        self.form.message_bar.show_message(text, Tone.ERREUR)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.alert(str(error))
        else:
            report(error)

    # ---------------------------------------------------------- Qt events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW
        self.rail.set_compact(compact)
        self.history.fit(self.width(), compact=compact)
        self.search.close()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only what the page made nothing of comes here; Qt gives buttons Espace alone.
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        elif event.key() != Qt.Key.Key_Escape or not self._step_back():
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._context and _dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if link := _dropped(event):
            event.acceptProposedAction()
            self.navigate(link)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_state(_GEOMETRY, self.saveGeometry())
        self._settings.sync()
        super().closeEvent(event)
        self.closing.emit()


def _dropped(event: QDropEvent) -> Link | None:
    """Return where dropped files go: workbooks to the returns, PDF to be verified."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    for page, suffixes, folders in ((RETOURS, WORKBOOKS, True), (CONVENTIONS, (".pdf",), False)):
        files = tuple(p for p in paths if p.suffix.lower() in suffixes or (folders and p.is_dir()))
        if files:
            return Link(page, files=files)
    return None
