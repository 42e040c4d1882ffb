"""Reads back what a PDF holds: texts, typefaces, structure."""

import io
import re
import subprocess
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@dataclass(frozen=True)
class Element:
    """An element of the structure tree, as the file holds it.

    Attributes:
        marques: Its own marks, as (page from 0, number).
    """

    role: str
    attributs: dict[str, Any]
    alt: str
    marques: tuple[tuple[int, int], ...]
    enfants: tuple["Element", ...]

    def tous(self, role: str = "") -> "Iterator[Element]":
        """Yield the element and those below it, or those of one role."""
        if role in ("", self.role):
            yield self
        for kid in self.enfants:
            yield from kid.tous(role)


def structure(data: bytes) -> Element:
    """Return the structure tree; each mark's way back to its element is checked too."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        root: Any = pdf.Root.StructTreeRoot
        return _Structure(pdf).element(root.K)


class _Structure:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pages = [page.obj.objgen for page in pdf.pages]
        numbers: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
        self._owners = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}

    def element(self, node: Any) -> Element:
        kids = node.get("/K", pikepdf.Array())
        marks, below = [], []
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                marks.append((self._pages.index(node.Pg.objgen), kid))
            elif "/MCID" in kid:
                marks.append((self._pages.index(kid.Pg.objgen), int(kid.MCID)))
            elif "/Obj" not in kid:  # A field is in the file, not in the tree.
                assert kid.P.objgen == node.objgen
                below.append(self.element(kid))
        for page, number in marks:
            assert self._owners[page][number].objgen == node.objgen
        attributes = {str(k): v for k, v in node.get("/A", {}).items()}
        role, alt = str(node.S)[1:], str(node.get("/Alt", ""))
        return Element(role, attributes, alt, tuple(marks), tuple(below))


def lecture(data: bytes) -> list[str]:
    """Return the texts in the order in which the structure tree has them read."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        said = _poppler("pdfinfo", "-struct-text", file.name)
    texts = [" ".join(text.split()) for text in re.findall(r'^ *"(.*?)"$', said, re.M | re.S)]
    return [text for text in texts if text]


def disposition(data: bytes) -> str:
    """Return the text as it is laid out, pages one after the other."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        return _poppler("pdftotext", "-layout", file.name, "-")


def _poppler(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def familles(data: bytes) -> set[str]:
    """Return the families of the embedded typefaces."""
    names = (name.rpartition("+")[2] for name, embedded in fonts(data).items() if embedded)
    return {name.partition("-")[0] for name in names}
