"""Questions the application asks the user, behind an interface tests can answer."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from typing_extensions import override

from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

CLASSEURS = "Classeurs (*.xlsx *.xlsm *.ods *.xls *.xlsb *.csv *.tsv)"


class Prompts(Protocol):
    """Every dialog that asks goes through here; no widget opens one itself."""

    def confirm(self, parent: QWidget, question: str, *, action: str, detail: str = "") -> bool:
        """Ask; ``action`` is the verb on the button that says yes (« Annuler l'import »)."""
        ...

    def show_error(self, parent: QWidget, message: str) -> None:
        """Show what cannot be said inline, because no page is there to say it."""
        ...

    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        """Return what was typed, stripped; None when the user gave up."""
        ...

    def ask_secret(self, parent: QWidget, title: str, label: str) -> str | None:
        """Return a passphrase, hidden while typed; None when the user gave up."""
        ...

    def choose_files(self, parent: QWidget, title: str, filters: str = CLASSEURS) -> list[Path]:
        """Return the files to open; none when the user gave up."""
        ...

    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        """Return an existing folder; None when the user gave up."""
        ...

    def choose_target(
        self, parent: QWidget, title: str, suggestion: str, filters: str
    ) -> Path | None:
        """Return where to save; the dialog itself asks before replacing a file."""
        ...

    def choose_printer(
        self,
        parent: QWidget,
        title: str,
        pages: int,
        on_chosen: Callable[["QPrinter"], None],
        copies: int = 1,
    ) -> None:
        """Let the user set a printer up, from so many copies; never called when given up."""
        ...

    def open_path(self, path: Path) -> None:
        """Open a file or a folder with the desktop's own application."""
        ...


class QtPrompts(Prompts):
    """The real thing."""

    def __init__(self) -> None:
        self._folder = Path.home()

    @override
    def confirm(self, parent: QWidget, question: str, *, action: str, detail: str = "") -> bool:
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(parent.window().windowTitle())
        box.setText(question)
        box.setInformativeText(detail)
        yes = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
        # « Annuler » would be ambiguous beside an action that is itself an undo.
        box.setDefaultButton(box.addButton("Ne rien faire", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is yes

    @override
    def show_error(self, parent: QWidget, message: str) -> None:
        QMessageBox.warning(parent, parent.window().windowTitle(), message)

    @override
    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        answer, accepted = QInputDialog.getText(
            parent, title, label, QLineEdit.EchoMode.Normal, text
        )
        return answer.strip() if accepted else None

    @override
    def ask_secret(self, parent: QWidget, title: str, label: str) -> str | None:
        answer, accepted = QInputDialog.getText(parent, title, label, QLineEdit.EchoMode.Password)
        return answer if accepted else None

    @override
    def choose_files(self, parent: QWidget, title: str, filters: str = CLASSEURS) -> list[Path]:
        names, _filter = QFileDialog.getOpenFileNames(parent, title, str(self._folder), filters)
        return [self._remember(Path(name)) for name in names]

    @override
    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        name = QFileDialog.getExistingDirectory(parent, title, str(self._folder))
        if not name:
            return None
        self._folder = Path(name)
        return self._folder

    @override
    def choose_target(
        self, parent: QWidget, title: str, suggestion: str, filters: str
    ) -> Path | None:
        start = str(self._folder / suggestion)
        name, _filter = QFileDialog.getSaveFileName(parent, title, start, filters)
        if not name:
            return None
        path = Path(name)
        # Not every desktop's dialog adds the suffix by itself.
        suffix = Path(suggestion).suffix
        return self._remember(path if path.suffix else path.with_suffix(suffix))

    @override
    def choose_printer(
        self,
        parent: QWidget,
        title: str,
        pages: int,
        on_chosen: Callable[["QPrinter"], None],
        copies: int = 1,
    ) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCopyCount(copies)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(f"Imprimer{NBSP}: {title}")
        dialog.setMinMax(1, max(1, pages))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answer(code: int) -> None:
            if code == QDialog.DialogCode.Accepted:
                on_chosen(printer)

        dialog.finished.connect(answer)
        # QPrintDialog.open() wants a receiver and a slot's name, which PySide cannot give.
        dialog.setModal(True)
        dialog.show()

    @override
    def open_path(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _remember(self, path: Path) -> Path:
        self._folder = path.parent
        return path


@dataclass
class RecordingPrompts(Prompts):
    """Answers from a script and remembers what was asked: for tests and for ``--smoke``.

    Attributes:
        answers: Returned one by one; a question without an answer raises LookupError.
        asked: ``(method, what was asked)`` for each question, in order.
        copies: How many were proposed to the last printer.
    """

    answers: deque[object] = field(default_factory=deque)
    asked: list[tuple[str, str]] = field(default_factory=list)
    copies: int = 0

    def will_answer(self, *answers: object) -> None:
        """Add the answers to the next questions."""
        self.answers.extend(answers)

    @override
    def confirm(self, parent: QWidget, question: str, *, action: str, detail: str = "") -> bool:
        return bool(self._answer("confirm", question))

    @override
    def show_error(self, parent: QWidget, message: str) -> None:
        self.asked.append(("show_error", message))

    @override
    def ask_text(self, parent: QWidget, title: str, label: str, text: str = "") -> str | None:
        answer = self._answer("ask_text", label)
        return None if answer is None else str(answer)

    @override
    def ask_secret(self, parent: QWidget, title: str, label: str) -> str | None:
        answer = self._answer("ask_secret", label)
        return None if answer is None else str(answer)

    @override
    def choose_files(self, parent: QWidget, title: str, filters: str = CLASSEURS) -> list[Path]:
        answer = self._answer("choose_files", title)
        return [Path(path) for path in answer] if isinstance(answer, list | tuple) else []

    @override
    def choose_folder(self, parent: QWidget, title: str) -> Path | None:
        answer = self._answer("choose_folder", title)
        return None if answer is None else Path(str(answer))

    @override
    def choose_target(
        self, parent: QWidget, title: str, suggestion: str, filters: str
    ) -> Path | None:
        answer = self._answer("choose_target", suggestion)
        return None if answer is None else Path(str(answer))

    @override
    def choose_printer(
        self,
        parent: QWidget,
        title: str,
        pages: int,
        on_chosen: Callable[["QPrinter"], None],
        copies: int = 1,
    ) -> None:
        from PySide6.QtPrintSupport import QPrinter

        self.copies = copies
        answer = self._answer("choose_printer", title)
        if isinstance(answer, QPrinter):
            on_chosen(answer)

    @override
    def open_path(self, path: Path) -> None:
        self.asked.append(("open_path", str(path)))

    def _answer(self, method: str, question: str) -> object:
        self.asked.append((method, question))
        if not self.answers:
            raise LookupError(f"{method} was not expected: {question}")
        return self.answers.popleft()
