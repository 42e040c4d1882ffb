"""The preview pane: pages, page x / y, zoom, and what to do with the document."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.apercu.impression import print_pdf
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_apercu import Ui_ApercuPdf
from sdpd_desktop.gui.page import Context
from sdpd_desktop.services.apercu import PdfOuvert, ouvrir


class ApercuPdf(QWidget):
    """Shows the PDF that a service makes, without holding the window up.

    Signals:
        shown: A document is on screen and can be printed; False when there is none.
        printed: It went to a printer; the text says how many pages and copies.
    """

    shown = Signal(bool)
    printed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: Context | None = None
        self._pdf: PdfOuvert | None = None
        self._titre = ""
        self._ticket = 0
        self.form = Ui_ApercuPdf()
        self.form.setupUi(self)
        self._connect()
        self.clear("")

    def _connect(self) -> None:
        form, pages = self.form, self.form.pages_view
        icons.dress(form.previous_button, "chevron-up")
        icons.dress(form.next_button, "chevron-down")
        icons.dress(form.zoom_out_button, "zoom-out")
        icons.dress(form.zoom_in_button, "zoom-in")
        form.previous_button.clicked.connect(lambda: pages.go_to(pages.current - 1))
        form.next_button.clicked.connect(lambda: pages.go_to(pages.current + 1))
        form.page_spin.valueChanged.connect(self._on_page_typed)
        form.page_spin.setKeyboardTracking(False)
        form.zoom_out_button.clicked.connect(lambda: pages.zoom_by(-1))
        form.zoom_in_button.clicked.connect(lambda: pages.zoom_by(1))
        form.fit_button.clicked.connect(pages.fit_width)
        pages.page_changed.connect(self._on_page_changed)
        pages.zoom_changed.connect(self._on_zoom_changed)
        pages.failed.connect(self.clear)
        for keys, slot in (
            ("Ctrl++", partial(pages.zoom_by, 1)),
            ("Ctrl+-", partial(pages.zoom_by, -1)),
            ("Ctrl+0", pages.fit_width),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)

    def plug(self, context: Context) -> None:
        """Receive the lanes, the prompts and the status bar."""
        self._context = context
        self.form.pages_view.plug(context.files)

    @property
    def pdf(self) -> PdfOuvert | None:
        """The document shown, None when there is none."""
        return self._pdf

    def show_document(self, titre: str, make: Callable[[], bytes]) -> None:
        """Make the PDF on the file lane and show it; a later call wins over an earlier one.

        Args:
            titre: Name of the print job.
            make: Refers to no Qt object; a UserError it raises is shown in place of the pages.
        """
        assert self._context is not None
        self._ticket += 1
        self._titre = titre
        if self._pdf is None:
            self._say("Préparation de l’aperçu…")
        self._context.files.run(
            self,
            partial(_make, make),
            partial(self._on_made, self._ticket),
            partial(self._on_failed, self._ticket),
        )

    def clear(self, text: str) -> None:
        """Show a sentence instead of a document."""
        self._ticket += 1
        self._pdf = None
        self.form.pages_view.set_pdf(None)
        self._say(text)
        self.shown.emit(False)

    def print_document(self) -> bool:
        """Print what is shown; False when nothing is."""
        if self._pdf is None or self._context is None:
            return False
        print_pdf(self._context, self, self._pdf, self._titre, self.printed.emit)
        return True

    def _say(self, text: str) -> None:
        self.form.notice_label.setText(text)
        self.form.stack.setCurrentWidget(self.form.notice_page)
        self.form.tools_widget.setEnabled(False)

    def _on_made(self, ticket: int, pdf: PdfOuvert) -> None:
        if ticket != self._ticket:
            return
        self._pdf = pdf
        form = self.form
        form.page_spin.setMaximum(max(1, len(pdf.pages)))
        form.count_label.setText(f"/{NBSP}{len(pdf.pages)}")
        form.tools_widget.setEnabled(True)
        form.stack.setCurrentWidget(form.pages_page)
        form.pages_view.set_pdf(pdf)
        self._on_page_changed(form.pages_view.current)
        self.shown.emit(True)

    def _on_failed(self, ticket: int, error: Exception) -> None:
        if ticket != self._ticket:
            return
        if not isinstance(error, UserError):
            report(error)
            self.clear("L’aperçu n’a pas pu être préparé.")
            return
        self.clear(str(error))

    def _on_page_typed(self, page: int) -> None:
        if page - 1 != self.form.pages_view.current:
            self.form.pages_view.go_to(page - 1)

    def _on_page_changed(self, index: int) -> None:
        form, count = self.form, self.form.pages_view.count
        form.page_spin.blockSignals(True)
        form.page_spin.setValue(index + 1)
        form.page_spin.blockSignals(False)
        form.previous_button.setEnabled(index > 0)
        form.next_button.setEnabled(index + 1 < count)
        words = f"{self._titre}, page {index + 1} sur {count}"
        form.pages_view.setAccessibleDescription(words)

    def _on_zoom_changed(self, zoom: float) -> None:
        self.form.zoom_label.setText(f"{round(100 * zoom)}{NBSP}%")
        self.form.fit_button.setChecked(self.form.pages_view.fits)


def _make(make: Callable[[], bytes]) -> PdfOuvert:
    return ouvrir(make())
