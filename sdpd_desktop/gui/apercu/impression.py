"""Prints a PDF: the file itself, by the spooler or the reader; else drawn at high resolution."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.page import Context
from sdpd_desktop.services.apercu import PdfOuvert, render_page
from sdpd_desktop.services.impression import Tirage, confier, envoyer, spooler

_DPI = 600
_A4_LONG = 850  # points; a longer page is printed on A3
_SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


Printed = Callable[[str], None]


def print_pdf(
    context: Context,
    owner: QWidget,
    pdf: PdfOuvert,
    titre: str,
    printed: Printed | None = None,
    copies: int = 1,
) -> None:
    """Ask for a printer and print; what happened is said in the status bar or above the page.

    ``printed`` is called with what went out: pages, copies, sides, printer. ``copies`` is how many
    are proposed.
    """
    chosen = partial(_print, context, owner, pdf, titre, printed or _unsaid)
    context.prompts.choose_printer(owner, titre, len(pdf.pages), chosen, copies)


def _unsaid(_what: str) -> None:
    """Keep no trace of a document that no register follows."""


def _print(
    context: Context,
    owner: QWidget,
    pdf: PdfOuvert,
    titre: str,
    printed: Printed,
    printer: QPrinter,
) -> None:
    first, last = printer.fromPage() or 1, printer.toPage() or len(pdf.pages)
    pages = range(max(1, first) - 1, min(last, len(pdf.pages)))
    if not pages:
        return
    whole = len(pages) == len(pdf.pages)
    told = partial(_told, context, printed, _what(printer, pages, whole=whole))
    if printer.outputFileName() and whole:
        done = partial(told, f"Document écrit dans {printer.outputFileName()}")
        work = partial(_write, pdf.octets, Path(printer.outputFileName()))
        context.files.run(owner, work, done, partial(_fail, context))
    elif spooler() and not printer.outputFileName():
        work = partial(envoyer, pdf.octets, _tirage(printer, titre, pdf, pages, whole=whole))
        done = partial(told, _handed(printer))
        context.files.run(owner, work, done, partial(_fail, context))
    else:
        raster = Raster(context, owner, printer, pdf, pages, told)
        if not (whole and _as_set(printer)):
            raster.start()
            return
        done = partial(_after_reader, raster, partial(told, _handed(printer)))
        work_of_reader = partial(confier, pdf.octets, printer.printerName())
        context.files.run(owner, work_of_reader, done, partial(_fail, context))


def _as_set(printer: QPrinter) -> bool:
    """Tell whether nothing was chosen but the printer: a reader takes no other choice."""
    return (
        not printer.outputFileName()
        and printer.copyCount() == 1
        and printer.duplex() not in _SIDES
        and printer.colorMode() == QPrinter.ColorMode.Color
    )


def _after_reader(raster: "Raster", told: Callable[[None], None], printed: bool) -> None:
    if printed:
        told(None)
    else:
        raster.start()


def _handed(printer: QPrinter) -> str:
    return f"Document remis à {printer.outputFileName() or printer.printerName()}"


def _paper(pdf: PdfOuvert, page: int) -> QPageSize.PageSizeId:
    long = max(pdf.pages[page]) > _A4_LONG
    return QPageSize.PageSizeId.A3 if long else QPageSize.PageSizeId.A4


def _tirage(
    printer: QPrinter, titre: str, pdf: PdfOuvert, pages: Sequence[int], *, whole: bool
) -> Tirage:
    papers = {_paper(pdf, page).name for page in pages}
    return Tirage(
        titre,
        printer.printerName(),
        printer.copyCount(),
        0 if whole else pages[0] + 1,
        0 if whole else pages[-1] + 1,
        _SIDES.get(printer.duplex(), "one-sided"),
        printer.colorMode() == QPrinter.ColorMode.Color,
        papers.pop() if len(papers) == 1 else "",
    )


class Raster:
    """Draws the pages on the printer one by one, each rendered on the file lane."""

    def __init__(
        self,
        context: Context,
        owner: QWidget,
        printer: QPrinter,
        pdf: PdfOuvert,
        pages: Sequence[int],
        told: Callable[[str, None], None],
    ) -> None:
        self._told = told
        self._context, self._owner, self._printer, self._pdf = context, owner, printer, pdf
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        self._left = list(pages) * copies
        self._painter: QPainter | None = None

    def start(self) -> None:
        """Begin; returns at once when the lane is not inline."""
        self._printer.setFullPage(True)
        self._render()

    def _render(self) -> None:
        if not self._left:
            self._finish()
            return
        work = partial(render_page, self._pdf.octets, self._left[0], _DPI)
        self._context.files.run(self._owner, work, self._draw, self._on_error)

    def _draw(self, result: tuple[int, int, bytes]) -> None:
        width, height, pixels = result
        sideways = width > height
        orientation = (
            QPageLayout.Orientation.Landscape if sideways else QPageLayout.Orientation.Portrait
        )
        self._printer.setPageSize(QPageSize(_paper(self._pdf, self._left[0])))
        self._printer.setPageOrientation(orientation)
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(self._printer):
                self._painter = None
                self._context.alert(
                    f"L’imprimante {self._printer.printerName()} ne répond pas. "
                    "Vérifiez-la, ou exportez le document en PDF."
                )
                return
        else:
            self._printer.newPage()
        image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32)
        self._painter.drawImage(self._centred(width, height), image)
        del self._left[0]
        self._render()

    def _centred(self, width: int, height: int) -> QRectF:
        """Return where the page goes: whole, without distortion."""
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        scale = min(paper.width() / width, paper.height() / height)
        drawn_width, drawn_height = width * scale, height * scale
        return QRectF(
            (paper.width() - drawn_width) / 2,
            (paper.height() - drawn_height) / 2,
            drawn_width,
            drawn_height,
        )

    def _finish(self) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self._told(_handed(self._printer), None)

    def _on_error(self, error: Exception) -> None:
        if self._painter is not None:
            self._printer.abort()
            self._painter.end()
            self._painter = None
        _fail(self._context, error)


def _write(octets: bytes, path: Path) -> None:
    try:
        path.write_bytes(octets)
    except OSError as error:
        raise UserError(
            f"Le fichier {path} ne peut pas être écrit. Choisissez un autre dossier, "
            "ou fermez le fichier s’il est ouvert."
        ) from error


def _told(context: Context, printed: Printed, what: str, text: str, _result: None) -> None:
    context.notify(text)
    printed(what)


def _what(printer: QPrinter, pages: Sequence[int], *, whole: bool) -> str:
    count = len(pages)
    many = "s" if count > 1 else ""
    said = f"{count} page{many}"
    if not whole:
        said += f" ({pages[0] + 1} à {pages[-1] + 1})"
    copies = printer.copyCount()
    said += f", {copies} exemplaire{'s' if copies > 1 else ''}"
    if printer.duplex() in _SIDES:
        said += ", recto verso"
    return f"{said}, {Path(printer.outputFileName()).name or printer.printerName()}"


def _fail(context: Context, error: Exception) -> None:
    if isinstance(error, UserError):
        context.alert(f"Impression{NBSP}: {error}")
    else:
        report(error)
