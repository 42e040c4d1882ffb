"""What is seen of a signature on the page: who, in what quality, when, and the scanned hand."""

import io
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from sdpd_desktop.documents.pdf_archive import mend_tounicode
from sdpd_desktop.documents.pdf_image import lire_entete
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, ROMAIN, fonte, verifier

if TYPE_CHECKING:
    from pyhanko.pdf_utils.content import PdfContent
    from reportlab.pdfgen.canvas import Canvas

_MARGE = 6.0
_TRAIT = 1.5
_CORPS, _INTERLIGNE = 8.0, 10.0
_PLUS_PETIT = 5.0
_MARINE = (0.06, 0.11, 0.29)


def dessiner(largeur: float, hauteur: float, lignes: list[str], image: bytes | None) -> bytes:
    """Return a one-page PDF of that size, with our own embedded typeface.

    The first line is strong; the image takes what is left under the lines.

    Raises:
        ValidationError: A character cannot be printed, or the image is unusable.
    """
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    settings: dict[str, Any] = {
        "initialFontName": fonte(ROMAIN),
        "pageCompression": 1,
        "invariant": 1,
    }
    canvas = Canvas(out, pagesize=(largeur, hauteur), **settings)
    bottom = _write(canvas, largeur, hauteur, [verifier(line) for line in lignes])
    room = bottom - _MARGE
    if image is not None and room > _INTERLIGNE:
        picture = ImageReader(io.BytesIO(lire_entete(image).png))
        canvas.drawImage(
            picture, _MARGE, _MARGE, largeur - 2 * _MARGE, room,
            preserveAspectRatio=True, anchor="sw",
        )  # fmt: skip
    canvas.setFillColorRGB(*_MARINE)
    canvas.rect(0, 0, _TRAIT, hauteur, stroke=0, fill=1)
    canvas.save()
    return _mended(out.getvalue())


def _write(canvas: "Canvas", largeur: float, hauteur: float, lignes: list[str]) -> float:
    """Write the lines from the top, each shrunk or cut to the width; return where they end."""
    y = hauteur - _MARGE - _CORPS
    canvas.setFillColorRGB(*_MARINE)
    for number, line in enumerate(lignes):
        if y < _MARGE:
            break
        font = fonte(DEMI_GRAS if number == 0 else ROMAIN)
        room = largeur - 2 * _MARGE
        size = min(_CORPS, _CORPS * room / max(1.0, canvas.stringWidth(line, font, _CORPS)))
        size = max(size, _PLUS_PETIT)
        while canvas.stringWidth(line, font, size) > room and len(line) > 1:
            line = f"{line.rstrip('…')[:-1]}…"
        canvas.setFont(font, size)
        canvas.drawString(_MARGE, y, line)
        y -= _INTERLIGNE
    return y + _INTERLIGNE - 3


def _mended(data: bytes) -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        mend_tounicode(pdf)
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def contenu(page: bytes) -> "PdfContent":
    """Return the page in the form that the signing library puts in a field."""
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.layout import BoxConstraints
    from pyhanko.pdf_utils.reader import PdfFileReader

    class Page(PdfContent):
        """The library's own class wants a file on the disk."""

        @override
        def render(self) -> bytes:
            writer = self._ensure_writer
            reader = PdfFileReader(io.BytesIO(page))
            drawn = writer.import_page_as_xobject(reader)
            self.resources.xobject["/Vignette"] = drawn
            left, bottom, right, top = drawn.get_object()["/BBox"]
            self.box = BoxConstraints(width=right - left, height=top - bottom)
            return b"/Vignette Do"

    return Page()
