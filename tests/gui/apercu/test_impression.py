"""Printing hands over the file itself wherever that is possible."""

from pathlib import Path
from typing import TYPE_CHECKING

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
