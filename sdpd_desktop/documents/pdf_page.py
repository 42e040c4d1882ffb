"""The page frame of PDF documents: letterhead, running header, footer, handling mark."""

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.doctemplate import ActionFlowable, LayoutError

from sdpd_desktop.documents.pdf_archive import (
    LANGUE,
    Donnees,
    Metadonnees,
    Signet,
    archiver,
)
from sdpd_desktop.documents.pdf_balisage import (
    Alinea,
    Attributs,
    Balisage,
    Balise,
    artefact,
    autour,
    balise,
)
from sdpd_desktop.documents.pdf_image import Entete, lire_entete
from sdpd_desktop.documents.pdf_lignes import abreger, largeur
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, ROMAIN, fonte, verifier
from sdpd_desktop.documents.pdf_styles import (
    FILET,
    GRIS,
    H1,
    H2,
    LARGEUR_UTILE,
    LETTRE,
    LETTRE_DROITE,
    MARGE,
    MARINE,
    paragraphe,
)
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.texte import NBSP

_WIDTH, _HEIGHT = A4
_TOP, _BOTTOM = 29 * mm, 22 * mm
_LETTERHEAD_TOP = 15 * mm
_LETTERHEAD = 22 * mm
_WIDEST_IMAGE = 100 * mm
_INITIALS = 18 * mm
_SEEN = 34 * mm  # what a heading wants below it on its page
_IMAGE = "Image d’en-tête"
PAGE_BLANCHE = "Page laissée blanche"
"""What stands on a back, and nothing else, so that what follows starts on a right-hand page."""


@dataclass(frozen=True)
class Gabarit:
    """What stands around the text of a document.

    Attributes:
        titre: Title of the file and of the running header.
        pied: Left of the footer, e.g. the day the figures are of.
        date: Day that the file's metadata bear.
        paraphe: Leave room on every page for the initials of those who sign.
        folio: Number the pages; those of a larger whole are numbered there.
        lettre: Open with the letterhead; a part of a larger whole has the running header.
    """

    titre: str
    sujet: str
    bureau: str
    mention: str
    entete: bytes | None
    pied: str
    date: dt.date
    paraphe: bool = False
    folio: bool = True
    lettre: bool = True


class Courant(Flowable):
    """Changes the running title from this page on."""

    def __init__(self, titre: str) -> None:
        super().__init__()
        self.width = self.height = 0
        self._titre = verifier(francais(titre))

    def draw(self) -> None:
        """Hand the title to the page being filled; the parts before it are over."""
        canvas = cast("_Pages", self.canv)
        canvas.courant = self._titre
        canvas.balisage.fermer()


class Repere(ActionFlowable):
    """Notes on which page it falls; it takes no place."""

    def __init__(self, note: Callable[[int], None]) -> None:
        super().__init__()
        self._note = note

    def apply(self, doc: BaseDocTemplate) -> None:
        """Tell the page."""
        self._note(doc.page)


class _Recto(ActionFlowable):
    """Leaves the page just begun blank where it is a back."""

    def apply(self, doc: BaseDocTemplate) -> None:
        """Go on to the next page from a back."""
        if doc.page % 2 == 0:
            cast("_Pages", doc.canv).blanche = True
            doc.handle_pageBreak()


class _Heading(Flowable):
    """Marks its page for the outline."""

    def __init__(self, titre: str, niveau: int) -> None:
        super().__init__()
        self.width = self.height = 0
        self._titre, self._niveau = francais(titre), niveau

    def draw(self) -> None:
        canvas = cast("_Pages", self.canv)
        canvas.signets.append(Signet(self._titre, self._niveau, canvas.getPageNumber()))


def titre(texte: str, niveau: int = 0) -> list[Flowable]:
    """Return a heading that stays with what follows and stands in the outline."""
    style = (H1, H2)[niveau]
    place = _SEEN if niveau == 0 else 0.75 * _SEEN
    return [CondPageBreak(place), _Heading(texte, niveau), paragraphe(texte, style)]


def nouvelle_page(courant: str) -> list[Flowable]:
    """Return a page break after which the running title is another."""
    return [PageBreak(), Courant(courant)]


def recto() -> list[Flowable]:
    """Return a break after which the text goes on at the top of a right-hand page."""
    return [PageBreak(), _Recto()]


def nouvelle_partie(courant: str, signet: str) -> list[Flowable]:
    """Return a break to a right-hand page where a part begins, with its running title."""
    return [*recto(), Courant(courant), _Heading(signet, 0)]


class _SpacedText(PDFTextObject):
    """Ends each line of a paragraph with a space, so that copied words do not stick together."""

    def _textOut(self, text: str, TStar: int = 0) -> None:  # noqa: N802, N803
        if TStar and not text.endswith((" ", "-")):
            text += " "
        super()._textOut(text, TStar)  # type: ignore[misc]


class _Pages(Canvas):
    """Keeps the pages until their number is known, then sets what surrounds the text.

    What stands around the text is read once, before it: the letterhead and the handling mark.
    """

    courant: str
    blanche: bool
    signets: list[Signet]
    balisage: Balisage

    def __init__(self, *args: Any, gabarit: Gabarit, entete: Entete | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gabarit, self._image = gabarit, entete
        self.balisage = Balisage()
        self._kept: list[dict[str, Any]] = []
        self.signets = []
        self.courant = francais(gabarit.titre)
        self.blanche = False

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> PDFTextObject:  # noqa: N802
        return _SpacedText(self, x, y, direction=direction)

    def drawText(self, aTextObject: PDFTextObject) -> None:  # noqa: N802, N803
        super().drawText(aTextObject)
        self.balisage.texte_pose(self)

    def showPage(self) -> None:  # noqa: N802
        self._kept.append(dict(self.__dict__))
        self.blanche = False
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        total = len(self._kept)
        for page in self._kept:
            self.__dict__.update(page)
            self._frame(self.getPageNumber(), total)
            super().showPage()
        super().save()

    def _frame(self, page: int, total: int) -> None:
        if self._gabarit.mention:
            self._handling_marks(page)
        if self.blanche:
            with artefact(self):
                self._blank()
        elif page == 1 and self._gabarit.lettre:
            self._letterhead()
        else:
            with artefact(self, autour("Header")):
                self._running_header()
        with artefact(self, autour("Footer")):
            self._footer(page, total)
            if self._gabarit.paraphe and not self.blanche:
                self._initials()

    def _blank(self) -> None:
        self.setFillColor(GRIS)
        self.setFont(fonte(ROMAIN), 8)
        self.drawCentredString(_WIDTH / 2, _HEIGHT / 2, francais(PAGE_BLANCHE))

    def _letterhead(self) -> None:
        top = _HEIGHT - _LETTERHEAD_TOP
        if self._image is not None:
            width, height = _image_size(self._image)
            reader = ImageReader(io.BytesIO(self._image.png))
            box = [MARGE, top - height, MARGE + width, top]
            placed: Attributs = {"O": "Layout", "Placement": "Block", "BBox": box}
            with balise(self, Balise("Figure", self.balisage.tete, placed, _IMAGE)):
                self.drawImage(reader, MARGE, top - height, width, height)
        bureau, left, height = _office(self._gabarit, self._image)
        self.balisage.tete.ajouter(bureau.balise)
        bureau.drawOn(self, MARGE + left, top - height)

    def _running_header(self) -> None:
        y = _HEIGHT - 15.5 * mm
        bureau = francais(self._gabarit.bureau)
        self._line(MARGE, y, bureau, LARGEUR_UTILE, DEMI_GRAS, 8, MARINE)
        self._line(MARGE, y - 10, self.courant, LARGEUR_UTILE, ROMAIN, 8, GRIS)
        self._rule(y - 10 - 2.2 * mm)

    def _footer(self, page: int, total: int) -> None:
        y = 11 * mm
        self._rule(y + 4.5 * mm)
        half = LARGEUR_UTILE * 0.6
        self._line(MARGE, y, francais(self._gabarit.pied), half, ROMAIN, 8, GRIS)
        if self._gabarit.folio:
            number = f"page {page} / {total}"
            self._line(_WIDTH - MARGE, y, number, half, ROMAIN, 8, GRIS, right=True)

    def _initials(self) -> None:
        self.setStrokeColor(FILET)
        self.setLineWidth(0.6)
        self.rect(MARGE, _BOTTOM, LARGEUR_UTILE, _INITIALS - 3 * mm)
        top = _BOTTOM + _INITIALS - 7 * mm
        self._line(MARGE + 2 * mm, top, "Paraphes", LARGEUR_UTILE, ROMAIN, 8, GRIS)

    def _handling_marks(self, page: int) -> None:
        text = abreger(francais(self._gabarit.mention).upper(), DEMI_GRAS, 8, LARGEUR_UTILE * 0.5)
        width = largeur(text, DEMI_GRAS, 8) + 5 * mm
        self.setStrokeColor(MARINE)
        self.setLineWidth(0.6)
        for y, edge in ((_HEIGHT - 9.5 * mm, "Header"), (4.5 * mm, "Footer")):
            with artefact(self, autour(edge)):
                self.rect((_WIDTH - width) / 2, y - 1.4 * mm, width, 4.6 * mm)
            read = page == 1 and edge == "Header"
            mark = balise(self, Balise("P", self.balisage.tete)) if read else None
            with mark or artefact(self, autour(edge)):
                self.setFillColor(MARINE)
                self.setFont(fonte(DEMI_GRAS), 8)
                self.drawCentredString(_WIDTH / 2, y, text)

    def _line(
        self,
        x: float,
        y: float,
        text: str,
        room: float,
        font: str,
        size: float,
        colour: Any,
        right: bool = False,
    ) -> None:
        self.setFillColor(colour)
        self.setFont(fonte(font), size)
        (self.drawRightString if right else self.drawString)(x, y, abreger(text, font, size, room))

    def _rule(self, y: float) -> None:
        self.setStrokeColor(FILET)
        self.setLineWidth(0.5)
        self.line(MARGE, y, _WIDTH - MARGE, y)


def _image_size(image: Entete) -> tuple[float, float]:
    """Return width and height on the page, in points: never above 150 dots per inch."""
    scale = min(_WIDEST_IMAGE / image.largeur, _LETTERHEAD / image.hauteur, 72 / 150)
    return image.largeur * scale, image.hauteur * scale


def _office(gabarit: Gabarit, image: Entete | None) -> tuple[Alinea, float, float]:
    """Return the office's name beside its image, with its offset and its height."""
    left = _image_size(image)[0] + 8 * mm if image else 0.0
    bureau = paragraphe(gabarit.bureau, LETTRE_DROITE if image else LETTRE)
    return bureau, left, bureau.wrap(LARGEUR_UTILE - left, _HEIGHT)[1]


def composer(
    gabarit: Gabarit, histoire: Sequence[Flowable], donnees: Donnees | None = None
) -> bytes:
    """Lay the flowables out on A4 pages and return an archival, tagged PDF with its data.

    Raises:
        ValidationError: The header image is unusable, a character cannot be printed, or a text
            is larger than a page.
    """
    pages, octets = _mettre_en_pages(gabarit, histoire)
    meta = Metadonnees(
        francais(gabarit.titre), francais(gabarit.sujet), francais(gabarit.bureau), gabarit.date
    )
    return archiver(octets, meta, pages.signets, pages.balisage, donnees)


def paginer(gabarit: Gabarit, histoire: Sequence[Flowable]) -> None:
    """Lay the flowables out as :func:`composer` does, for what they note of their pages alone.

    Raises:
        ValidationError: See :func:`composer`.
    """
    _mettre_en_pages(gabarit, histoire)


def _mettre_en_pages(gabarit: Gabarit, histoire: Sequence[Flowable]) -> tuple[_Pages, bytes]:
    image = lire_entete(gabarit.entete) if gabarit.entete and gabarit.lettre else None
    for text in (gabarit.titre, gabarit.bureau, gabarit.pied, gabarit.mention.upper()):
        verifier(francais(text))
    out = io.BytesIO()
    drawn: list[_Pages] = []

    def canvas(*args: Any, **kwargs: Any) -> _Pages:
        drawn.append(_Pages(*args, gabarit=gabarit, entete=image, **kwargs))
        return drawn[0]

    document = BaseDocTemplate(
        out, pagesize=A4, initialFontName=fonte(ROMAIN), invariant=1, lang=LANGUE, pageCompression=0
    )
    document.addPageTemplates(_page_templates(gabarit, image))
    try:
        document.build(list(histoire), canvasmaker=canvas)
    except LayoutError as error:
        raise ValidationError(
            "texte",
            "Un texte est trop long pour tenir dans une page de ce document. Raccourcissez les "
            f"titres de plusieurs milliers de caractères de «{NBSP}{gabarit.titre}{NBSP}».",
        ) from error
    (pages,) = drawn
    return pages, out.getvalue()


def _page_templates(gabarit: Gabarit, image: Entete | None) -> list[PageTemplate]:
    tops = {"suite": _TOP}
    if gabarit.lettre:
        letterhead = max(_office(gabarit, image)[2], _image_size(image)[1] if image else 0)
        tops = {"premiere": _LETTERHEAD_TOP + letterhead + 13 * mm, **tops}
    bottom = _BOTTOM + (_INITIALS if gabarit.paraphe else 0)
    return [
        PageTemplate(
            name,
            [Frame(MARGE, bottom, LARGEUR_UTILE, _HEIGHT - top - bottom, 0, 0, 0, 0)],
            autoNextPageTemplate="suite",
        )
        for name, top in tops.items()
    ]
