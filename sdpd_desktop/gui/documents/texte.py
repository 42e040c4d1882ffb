"""What people write for a document: one field per part, kept per plan and period."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from typing_extensions import override

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.libelles import NARRATIFS
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.rapport import Narratif, SectionNarratif
from sdpd_desktop.domain.texte import NBSP, quote
from sdpd_desktop.gui.generated.ui_documents_page import Ui_DocumentsPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Page

_PAUSE_MS = 15_000
_SMALLEST = 96


class NarratifEdit(QPlainTextEdit):
    """A part being written.

    Signals:
        left: It lost the focus, was hidden, or nothing was typed for a while.
    """

    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.setAccessibleDescription(
            "Aucune donnée personnelle sur un auteur ou une victime. Enregistré dès que l’on "
            "quitte le champ."
        )
        self.setMinimumHeight(_SMALLEST)
        self.setTabChangesFocus(True)
        # Whoever types on without leaving would lose it all if the machine stopped.
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.pause.timeout.connect(self.left)
        self.textChanged.connect(self.pause.start)

    @property
    def texte(self) -> str:
        """What is written, as it would be stored."""
        return self.toPlainText().strip()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The field's own menu (Copier, Coller…) takes the focus for a moment.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()


class TexteTab(QObject):
    """Drives the tab « Texte »: each part is stored as soon as it is left."""

    def __init__(self, form: Ui_DocumentsPage, page: "Page") -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._where: tuple[str, Periode] | None = None
        self._stored: dict[SectionNarratif, str] = {}
        self._refused: dict[tuple[str, Periode, SectionNarratif], str] = {}
        self._parts: tuple[SectionNarratif, ...] = ()
        self._labels: dict[SectionNarratif, QLabel] = {}
        self.editors: dict[SectionNarratif, NarratifEdit] = {}
        for section, title in NARRATIFS.items():
            self._add(section, title)

    def _add(self, section: SectionNarratif, title: str) -> None:
        label, editor = QLabel(title), NarratifEdit(title)
        label.setBuddy(editor)
        editor.left.connect(partial(self.save, section))
        self._labels[section], self.editors[section] = label, editor
        self._form.editors_layout.addWidget(label)
        self._form.editors_layout.addWidget(editor, 1)
        label.hide()
        editor.hide()

    def show_for(
        self, plan: str, periode: Periode | None, parts: tuple[SectionNarratif, ...]
    ) -> None:
        """Show the parts of a document; what was being written elsewhere is stored first."""
        self.save_all()
        where = (plan, periode) if plan and periode is not None else None
        if where != self._where:
            for section, editor in self.editors.items():
                if self._where is not None and editor.document().isModified():
                    self._refused[*self._where, section] = editor.toPlainText()
            self._where, self._stored = where, {}
            for editor in self.editors.values():
                editor.clear()
                editor.document().setModified(False)
        self._parts = parts
        for section, editor in self.editors.items():
            shown = section in parts
            self._labels[section].setVisible(shown)
            editor.setVisible(shown)
            # Until it has been read, what is typed could not be told from what is stored.
            editor.setReadOnly(where is None or section not in self._stored)
        heading = f"À rédiger · {periode.libelle}" if periode else ""
        self._form.text_heading.setText(heading)
        if where is not None:
            service = self._page.context.services.rapports
            self._page.ask(partial(service.narratif, *where), self._on_read)

    def _on_read(self, narratif: Narratif) -> None:
        if (narratif.plan, narratif.periode) != self._where:
            return
        for section, editor in self.editors.items():
            text = narratif.texte(section)
            self._stored[section] = text
            editor.setReadOnly(False)
            again = self._refused.pop((narratif.plan, narratif.periode, section), None)
            if again is not None and not editor.document().isModified():
                editor.setPlainText(again)
                editor.document().setModified(True)
            # What is being typed stays; so do the cursor and the field's own undo.
            elif not editor.document().isModified() and editor.texte != text:
                editor.setPlainText(text)
                editor.document().setModified(False)

    def save_all(self) -> None:
        """Store whatever is not stored yet."""
        for section in self.editors:
            self.save(section)

    def save(self, section: SectionNarratif) -> None:
        """Store a part, if it says something else than what is stored."""
        editor = self.editors[section]
        if self._where is None or not editor.document().isModified():
            return
        editor.document().setModified(False)
        text = editor.texte
        if text == self._stored.get(section, ""):
            return
        service = self._page.context.services.rapports
        plan, periode = self._where
        self._page.ask(
            partial(service.enregistrer_narratif, plan, periode, section, text),
            partial(self._on_saved, section),
            partial(self._on_refused, (plan, periode, section), editor.toPlainText()),
        )

    def _on_saved(self, section: SectionNarratif, narratif: Narratif) -> None:
        title = quote(NARRATIFS[section])
        self._page.context.notify(f"{title}, {narratif.periode.libelle}{NBSP}: texte enregistré.")
        self._on_read(narratif)

    def _on_refused(
        self, where: tuple[str, Periode, SectionNarratif], text: str, error: Exception
    ) -> None:
        plan, periode, section = where
        if isinstance(error, UserError):
            title = quote(NARRATIFS[section])
            self._page.fail(UserError(f"{title}, {periode.libelle}{NBSP}: {error}"))
        else:
            self._page.fail(error)
        # Kept as typed: stored at the next occasion, or shown again with its period.
        if (plan, periode) == self._where:
            self.editors[section].document().setModified(True)
        else:
            self._refused[where] = text

    @property
    def first(self) -> NarratifEdit | None:
        """The first part to write, None when the document has none."""
        return next((self.editors[section] for section in self._parts), None)
