"""The PDF preview and printing, on a real three-page file."""

from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.gui.printing import print_pdf
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.tasks import InlineTaskRunner
from sdpd_desktop.gui.widgets.pdf_view import PdfView, pages_text
from sdpd_desktop.services.apercu import ouvrir

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Context


def make_pdf(pages: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for _ in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(100, 100, 395, 642, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    view = PdfView(InlineTaskRunner())
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.show()
    return view


def red(view: PdfView) -> int:
    image = view.viewport().grab().toImage()
    return sum(
        image.pixelColor(x, y).name() == "#ff0000"
        for x in range(0, image.width(), 10)
        for y in range(0, image.height(), 10)
    )


def test_pages_are_drawn_and_counted(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed) as changed:
        view.set_pdf(make_pdf(3))
    assert changed.args == [1, 3]
    view.viewport().grab()
    assert red(view) > 100
    view.set_pdf(None)
    assert view.pages == 0
    assert red(view) == 0


def test_the_keyboard_goes_through_the_pages(view: PdfView, qtbot: QtBot) -> None:
    view.set_pdf(make_pdf(3))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.accessibleDescription() == "Page 3 sur 3"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.accessibleDescription() == "Page 1 sur 3"


def test_zoom_keeps_the_page_and_has_bounds(view: PdfView, qtbot: QtBot) -> None:
    view.set_pdf(make_pdf(3))
    view.go_to(1)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.zoom == 1.25
    assert view.accessibleDescription() == "Page 2 sur 3"
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.zoom == 3.0
    qtbot.keyClick(view, Qt.Key.Key_0, control)
    assert view.zoom == 1.0


def test_what_is_no_pdf_is_refused(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.failed) as failed:
        view.set_pdf(b"ceci n'est pas un PDF")
    assert failed.args is not None
    assert isinstance(failed.args[0], UserError)


def test_pages_are_numbered_in_words() -> None:
    assert pages_text(2, 7).replace("\u00a0", " ") == "page 2 / 7"
    assert pages_text(0, 0) == ""


class _Desk:
    """The few things of a context that printing uses."""

    def __init__(self) -> None:
        self.prompts = RecordingPrompts()
        self.said: list[str] = []
        self.alerts: list[str] = []
        self.context = cast(
            "Context",
            SimpleNamespace(
                files=InlineTaskRunner(),
                prompts=self.prompts,
                notify=self.said.append,
                alert=self.alerts.append,
            ),
        )


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "imprime.pdf"))
    return printer


def test_every_page_goes_to_the_printer(qtbot: QtBot, printer: QPrinter) -> None:
    desk, owner = _Desk(), QWidget()
    qtbot.addWidget(owner)
    desk.prompts.will_answer(printer)
    print_pdf(desk.context, owner, "Bilan 2022", make_pdf(3))
    assert len(ouvrir(Path(printer.outputFileName()).read_bytes()).pages) == 3
    assert desk.prompts.asked == [("choose_printer", "Bilan 2022")]
    assert "Bilan 2022" in desk.said[0]


def test_only_the_pages_chosen_are_printed(qtbot: QtBot, printer: QPrinter) -> None:
    desk, owner = _Desk(), QWidget()
    qtbot.addWidget(owner)
    printer.setFromTo(2, 3)
    desk.prompts.will_answer(printer)
    print_pdf(desk.context, owner, "Bilan 2022", make_pdf(5))
    assert len(ouvrir(Path(printer.outputFileName()).read_bytes()).pages) == 2


def test_giving_up_prints_nothing(qtbot: QtBot, printer: QPrinter) -> None:
    desk, owner = _Desk(), QWidget()
    qtbot.addWidget(owner)
    desk.prompts.will_answer(None)
    print_pdf(desk.context, owner, "Bilan 2022", make_pdf(1))
    assert not Path(printer.outputFileName()).exists()
    assert desk.said == []
    assert desk.alerts == []


def test_a_document_that_cannot_be_read_says_so(qtbot: QtBot) -> None:
    desk, owner = _Desk(), QWidget()
    qtbot.addWidget(owner)
    print_pdf(desk.context, owner, "Bilan 2022", b"rien")
    assert len(desk.alerts) == 1
    assert desk.prompts.asked == []
