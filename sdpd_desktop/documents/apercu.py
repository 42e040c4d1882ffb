"""Draws the pages of a PDF as images, for the preview and for raster printing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    import pypdfium2

_POINTS_PER_INCH = 72


def page_count(data: bytes) -> int:
    """Return how many pages the PDF has.

    Raises:
        UserError: The bytes are no readable PDF.
    """
    with _opened(data) as document:
        return len(document)


def page_size(data: bytes, index: int) -> tuple[float, float]:
    """Return the width and height of a page, in points.

    Raises:
        UserError: The bytes are no readable PDF, or it has no such page.
    """
    with _page(data, index) as page:
        width, height = page.get_size()
        return width, height


def render_page(data: bytes, index: int, dpi: int) -> tuple[int, int, bytes]:
    """Return (width, height, pixels) of a page, four bytes a pixel in the order B G R X.

    Signatures and form fields are drawn too. The first page has index 0.

    Raises:
        UserError: The bytes are no readable PDF, or it has no such page.
    """
    with _page(data, index) as page:
        bitmap = page.render(
            scale=dpi / _POINTS_PER_INCH, may_draw_forms=True, force_bitmap_format=_bgrx()
        )
        try:
            rows = bytes(bitmap.buffer)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        finally:
            bitmap.close()
    line = 4 * width
    if stride != line:
        rows = b"".join(rows[y * stride : y * stride + line] for y in range(height))
    return width, height, rows


def _bgrx() -> int:
    from pypdfium2 import raw

    return int(raw.FPDFBitmap_BGRx)


@contextmanager
def _page(data: bytes, index: int) -> Iterator["pypdfium2.PdfPage"]:
    with _opened(data) as document:
        if not 0 <= index < len(document):
            raise ValidationError(
                "page", f"La page {index + 1} n’existe pas{NBSP}: le document en a {len(document)}."
            )
        page = document[index]
        try:
            yield page
        finally:
            page.close()


@contextmanager
def _opened(data: bytes) -> Iterator["pypdfium2.PdfDocument"]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UserError(
            "Ce document PDF ne peut pas être lu. Produisez-le de nouveau, "
            "ou choisissez un autre fichier."
        ) from error
    try:
        document.init_forms()
        yield document
    finally:
        document.close()
