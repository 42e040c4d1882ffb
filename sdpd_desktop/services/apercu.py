"""What the window needs to show a PDF: its pages, measured and drawn."""

from dataclasses import dataclass

from sdpd_desktop.documents.apercu import page_count, page_size, render_page

__all__ = ["PdfOuvert", "ouvrir", "render_page"]


@dataclass(frozen=True)
class PdfOuvert:
    """A readable PDF.

    Attributes:
        octets: The file itself.
        pages: Width and height of each page, in points.
    """

    octets: bytes
    pages: tuple[tuple[float, float], ...]


def ouvrir(octets: bytes) -> PdfOuvert:
    """Measure the pages of a PDF.

    Raises:
        UserError: The bytes are no readable PDF.
    """
    sizes = tuple(page_size(octets, index) for index in range(page_count(octets)))
    return PdfOuvert(octets, sizes)
