"""Reads back what a PDF holds: texts, typefaces, metadata."""

import io
from typing import Any

import pikepdf
import pypdfium2


def pages(data: bytes) -> list[str]:
    """Return the text of each page, its lines joined by single spaces."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def texte(data: bytes) -> str:
    return " ".join(pages(data))


def fonts(data: bytes) -> dict[str, bool]:
    """Return the typefaces by name, and whether their outlines are in the file."""
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                descriptor: Any = thing.get("/FontDescriptor")
                embedded = descriptor is not None and "/FontFile2" in descriptor
                found[str(thing.BaseFont)] = embedded
    return found
