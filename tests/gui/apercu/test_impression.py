"""Printing hands over the file itself wherever that is possible."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sdpd_desktop.documents.rapport_pdf import render
from sdpd_desktop.gui.apercu import impression
from sdpd_desktop.gui.apercu.impression import print_pdf
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.services.apercu import PdfOuvert, ouvrir
from tests.gui.conftest import Said
from tests.unit.documents.echantillons import rapport

if TYPE_CHECKING:
    from sdpd_desktop.services.impression import Tirage

PDF = render(rapport())


@pytest.fixture
def pdf() -> PdfOuvert:
    return ouvrir(PDF)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def to_file(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_whole_document_to_a_file_is_the_document(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert, tmp_path: Path,
    said: Said,
) -> None:  # fmt: skip
    out = tmp_path / "bilan.pdf"
    prompts.will_answer(to_file(out))
    print_pdf(context, owner, pdf, "Bilan")
    assert out.read_bytes() == PDF
    assert str(out) in said.notices[-1]


def test_a_few_pages_are_drawn(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert, tmp_path: Path,
    said: Said,
) -> None:  # fmt: skip
    out = tmp_path / "extrait.pdf"
    printer = to_file(out)
    printer.setFromTo(2, 3)
    prompts.will_answer(printer)
    print_pdf(context, owner, pdf, "Bilan")
    assert len(ouvrir(out.read_bytes()).pages) == 2
    assert said.notices


def test_the_spooler_gets_the_file_and_the_choices(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert, said: Said,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    sent: list[tuple[bytes, Tirage]] = []
    monkeypatch.setattr(impression, "spooler", lambda: "/usr/bin/lp")
    monkeypatch.setattr(impression, "envoyer", lambda octets, how: sent.append((octets, how)))
    printer = QPrinter()
    printer.setFromTo(1, 2)
    printer.setCopyCount(2)
    prompts.will_answer(printer)
    print_pdf(context, owner, pdf, "Bilan")
    (octets, how) = sent[0]
    assert octets == PDF
    assert (how.premiere, how.derniere, how.copies, how.titre) == (1, 2, 2, "Bilan")
    assert said.notices


def test_a_file_that_cannot_be_written_is_said(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert, tmp_path: Path,
    said: Said,
) -> None:  # fmt: skip
    prompts.will_answer(to_file(tmp_path / "absent" / "bilan.pdf"))
    print_pdf(context, owner, pdf, "Bilan")
    assert "ne peut pas être écrit" in said.alerts[-1]


class Drawn:
    """Stands for the drawing of pages on a printer, which none is here to take."""

    started: ClassVar[list[list[int]]] = []

    def __init__(self, *how: object) -> None:
        self._pages = list(how[4])  # type: ignore[call-overload]

    def start(self) -> None:
        self.started.append(self._pages)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, str]]:
    """No spooler; what the reader is given. Pages that are drawn go to ``Drawn.started``."""
    given: list[tuple[bytes, str]] = []
    Drawn.started.clear()
    monkeypatch.setattr(impression, "spooler", lambda: "")
    monkeypatch.setattr(impression, "Raster", Drawn)

    def confier(octets: bytes, printer: str) -> bool:
        given.append((octets, printer))
        return True

    monkeypatch.setattr(impression, "confier", confier)
    return given


def test_without_a_spooler_the_associated_reader_prints_the_file_itself(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert, said: Said,
    windows: list[tuple[bytes, str]],
) -> None:  # fmt: skip
    told: list[str] = []
    printer = QPrinter()
    prompts.will_answer(printer)
    print_pdf(context, owner, pdf, "Bilan", told.append)
    assert windows == [(PDF, printer.printerName())]
    assert Drawn.started == []
    assert said.notices[-1].startswith("Document remis à")
    assert len(told) == 1


def _both_sides() -> QPrinter.DuplexMode:
    """Stand for a printer that turns the paper over: one that is not there does not."""
    return QPrinter.DuplexMode.DuplexLongSide


@pytest.mark.parametrize(
    ("choose", "pages"),
    [
        (lambda printer: printer.setCopyCount(2), None),
        (lambda printer: printer.setFromTo(2, 3), [1, 2]),
        (lambda printer: setattr(printer, "duplex", _both_sides), None),
        (lambda printer: printer.setColorMode(QPrinter.ColorMode.GrayScale), None),
    ],
)
def test_choices_that_no_reader_takes_are_drawn_instead(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert,
    windows: list[tuple[bytes, str]], choose: Callable[[QPrinter], None], pages: list[int] | None,
) -> None:  # fmt: skip
    printer = QPrinter()
    choose(printer)
    prompts.will_answer(printer)
    print_pdf(context, owner, pdf, "Bilan")
    assert windows == []
    assert Drawn.started == [pages or list(range(len(pdf.pages)))]


def test_without_a_reader_either_the_pages_are_drawn(
    context: Context, prompts: RecordingPrompts, owner: QWidget, pdf: PdfOuvert, said: Said,
    windows: list[tuple[bytes, str]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(impression, "confier", lambda _octets, _printer: False)
    prompts.will_answer(QPrinter())
    print_pdf(context, owner, pdf, "Bilan")
    assert Drawn.started == [list(range(len(pdf.pages)))]
    assert windows == []
    assert said.notices == []


def test_drawn_pages_keep_their_size_at_600_dots_per_inch(
    context: Context, prompts: RecordingPrompts, owner: QWidget, tmp_path: Path
) -> None:
    out = tmp_path / "extrait.pdf"
    source = io.BytesIO()
    with pikepdf.new() as mixed:
        for size in ((595.28, 841.89), (1190.55, 841.89), (595.28, 841.89)):
            mixed.add_blank_page(page_size=size)
        mixed.save(source)
    printer = to_file(out)
    printer.setFromTo(1, 2)
    prompts.will_answer(printer)
    print_pdf(context, owner, ouvrir(source.getvalue()), "Liasse")
    sizes = [tuple(round(side) for side in size) for size in ouvrir(out.read_bytes()).pages]
    assert sizes == [(595, 842), (1191, 842)]
    with pikepdf.open(out) as drawn:
        widths = {
            int(str(thing.Width))
            for thing in drawn.objects
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
        }
    assert sorted(widths) == [pytest.approx(4961, abs=2), pytest.approx(9921, abs=2)]
