"""Prints a PDF as images of its pages, one page after another, without freezing the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter

from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.widgets.pdf_view import to_image
from sdpd_desktop.services.apercu import PdfOuvert, ouvrir, render_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_DPI = 300


class PdfPrinting(QObject):
    """One document on its way to a printer; deletes itself when done."""

    def __init__(
        self,
        context: Context,
        owner: "QWidget",
        title: str,
        data: bytes,
        done: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner
        self._title, self._data = title, data
        self._done = done
        self._painter: QPainter | None = None
        self._printer: QPrinter | None = None

    def start(self) -> None:
        """Ask for a printer, then print."""
        self._context.files.run(self, partial(ouvrir, self._data), self._choose, self._fail)

    def _choose(self, document: PdfOuvert) -> None:
        pages = len(document.pages)
        self._printer = self._context.prompts.choose_printer(self._owner, self._title, pages)
        if self._printer is None:
            self.deleteLater()
            return
        first = self._printer.fromPage() or 1
        last = min(self._printer.toPage() or pages, pages)
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._painter = None
            self._context.alert(
                f"L’imprimante « {self._printer.printerName()} » ne répond pas. "
                "Vérifiez qu’elle est allumée, ou choisissez-en une autre."
            )
            self.deleteLater()
            return
        self._draw(first - 1, last - 1)

    def _draw(self, index: int, last: int) -> None:
        work = partial(render_page, self._data, index, _DPI)
        self._context.files.run(self, work, partial(self._place, index, last), self._fail)

    def _place(self, index: int, last: int, drawn: tuple[int, int, bytes]) -> None:
        assert self._painter is not None
        assert self._printer is not None
        image = to_image(drawn)
        paper = QRectF(self._painter.viewport())
        scale = min(paper.width() / image.width(), paper.height() / image.height())
        width, height = image.width() * scale, image.height() * scale
        self._painter.drawImage(QRectF((paper.width() - width) / 2, 0, width, height), image)
        if index < last:
            self._printer.newPage()
            self._draw(index + 1, last)
            return
        self._painter.end()
        self._context.notify(f"Envoyé à l’imprimante : {self._title}")
        if self._done:
            self._done()
        self.deleteLater()

    def _fail(self, error: Exception) -> None:
        if self._painter:
            self._painter.end()
        self._context.alert(str(error))
        self.deleteLater()


def print_pdf(context: Context, owner: "QWidget", title: str, data: bytes) -> None:
    """Ask for a printer and send it the document."""
    PdfPrinting(context, owner, title, data).start()
