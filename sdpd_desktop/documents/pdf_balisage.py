"""Says what each mark on a page is, for readers who do not see it: the tree of a tagged PDF.

A text gets its element when it is made; drawing it only tells which marks are that element's own.
What has no element, rules and grounds and what stands around the text, is marked as an artefact.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table

if TYPE_CHECKING:
    from reportlab.platypus.tables import TableRenderCB

Attributs = dict[str, str | int | list[float]]

DE_COLONNE: Attributs = {"O": "Table", "Scope": "Column"}
DE_LIGNE: Attributs = {"O": "Table", "Scope": "Row"}

_PUCES: Attributs = {"O": "List", "ListNumbering": "Disc"}


class Balise:
    """An element of the tree.

    Attributes:
        role: A standard structure type of PDF 1.7: « H1 », « P », « TD » …
        contenu: Elements below it and marks of its own as (page, number), in reading order.
        attributs: Of the one owner that « O » names.
        alt: What is said in place of a figure.
    """

    __slots__ = ("alt", "attributs", "contenu", "parent", "role")

    def __init__(
        self,
        role: str,
        parent: "Balise | None" = None,
        attributs: Attributs | None = None,
        alt: str = "",
    ) -> None:
        self.role, self.parent, self.attributs, self.alt = role, parent, attributs, alt
        self.contenu: list[Balise | tuple[int, int]] = []
        if parent is not None:
            parent.contenu.append(self)

    @property
    def sommet(self) -> "Balise":
        """The outermost element that it is in so far."""
        top = self
        while top.parent is not None:
            top = top.parent
        return top

    def ajouter(self, balise: "Balise") -> None:
        """Place an element, or a list item among its like, at the end of this one."""
        owner = self
        if balise.role == "LI":
            last = self.contenu[-1] if self.contenu else None
            if isinstance(last, Balise) and last.attributs is _PUCES:
                owner = last
            else:
                owner = Balise("L", self, _PUCES)
        balise.parent = owner
        owner.contenu.append(balise)


class Balisage:
    """The tree of a document while its pages are drawn.

    Attributes:
        tete: What is read before all else.
        pages: By page from 1, the element that each mark belongs to; its place is its number.
    """

    def __init__(self) -> None:
        self.racine = Balise("Document")
        self.tete = Balise("Div", self.racine)
        self.pages: dict[int, list[Balise]] = {}
        self._sections: list[tuple[int, Balise]] = []
        self._niveau = 0
        self._ensuite: Balise | None = None

    def marque(self, page: int, balise: Balise) -> str:
        """Return the operator after which what is drawn belongs to the element."""
        if (top := balise.sommet) is not self.racine:
            self.placer(top)
        marks = self.pages.setdefault(page, [])
        number = len(marks)
        marks.append(balise)
        balise.contenu.append((page, number))
        return f"/{balise.role} <</MCID {number}>> BDC"

    def placer(self, balise: Balise) -> None:
        """Place an element where the document has come to."""
        if balise.role.startswith("H"):
            self._ouvrir_section(balise)
        self._courante.ajouter(balise)

    def _ouvrir_section(self, titre: Balise) -> None:
        """Open the section of a heading, which skips no level: the first one is H1."""
        level = min(int(titre.role[1:]), self._niveau + 1)
        self._niveau, titre.role = level, f"H{level}"
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        if level > 1:
            self._sections.append((level, Balise("Sect", self._courante)))

    @property
    def _courante(self) -> Balise:
        return self._sections[-1][1] if self._sections else self.racine

    def fermer(self) -> None:
        """End the open sections: what follows belongs to the document itself."""
        self._sections.clear()

    def puce(self, page: int, etiquette: Balise, corps: Balise) -> str:
        """Return the operator before a bullet, whose text goes on as another element."""
        self._ensuite = corps
        return self.marque(page, etiquette)

    def texte_pose(self, canvas: Canvas) -> None:
        """Go from the bullet, just drawn, to its text."""
        if self._ensuite is not None:
            corps, self._ensuite = self._ensuite, None
            canvas.addLiteral(f"EMC {self.marque(canvas.getPageNumber(), corps)}")


@contextmanager
def balise(canvas: Canvas, element: Balise) -> Iterator[None]:
    """Mark what is drawn meanwhile as the element's; a canvas without a tree is left alone."""
    balisage: Balisage | None = getattr(canvas, "balisage", None)
    if balisage is None:
        yield
        return
    canvas.addLiteral(balisage.marque(canvas.getPageNumber(), element))
    yield
    canvas.addLiteral("EMC")


@contextmanager
def artefact(canvas: Canvas, precision: str = "") -> Iterator[None]:
    """Mark what is drawn meanwhile as no content: readers who listen pass over it."""
    canvas.addLiteral(f"/Artifact {precision}BDC" if precision else "/Artifact BMC")
    yield
    canvas.addLiteral("EMC")


def autour(genre: str) -> str:
    """Return the precision of an artefact at the edge of each page: « Header » or « Footer »."""
    return f"<</Type /Pagination /Subtype /{genre}>> "


class Alinea(Paragraph):
    """A paragraph that knows its element, on whichever pages it comes to stand.

    Drawn once more as it is, in the header of a table that goes on, it is an artefact.
    """

    balise: Balise
    puce: Balise | None = None
    _drawn = False

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Cut it over two pages: the parts are of one element."""
        parts = super().split(availWidth, availHeight)
        for number, part in enumerate(parts):
            assert isinstance(part, Alinea)
            part.balise = self.balise
            part.puce = self.puce if number == 0 else None
        return list(parts)

    def draw(self) -> None:
        """Draw it between its marks."""
        balisage: Balisage | None = getattr(self.canv, "balisage", None)
        if balisage is None or not self.frags:
            super().draw()
            return
        page = self.canv.getPageNumber()
        if self._drawn:
            self.canv.addLiteral("/Artifact <</Type /Pagination>> BDC")
        elif self.puce is not None:
            self.canv.addLiteral(balisage.puce(page, self.puce, self.balise))
        else:
            self.canv.addLiteral(balisage.marque(page, self.balise))
        self._drawn = True
        super().draw()
        balisage.texte_pose(self.canv)
        self.canv.addLiteral("EMC")


def alinea(texte: str, style: ParagraphStyle, role: str, puce: str) -> Alinea:
    """Set marked-up text as an element of that role, or as an item of a list."""
    made = Alinea(texte, style, bulletText=puce or None)
    if puce:
        item = Balise("LI")
        made.puce, made.balise = Balise("Lbl", item), Balise("LBody", item)
    else:
        made.balise = Balise(role)
    return made


def contenir(element: Balise, contenu: Sequence[Flowable]) -> None:
    """Place texts below an element; a single paragraph of a cell or an item is that element."""
    texts = [flowable for flowable in contenu if isinstance(flowable, Alinea)]
    if len(texts) == 1 and texts[0].balise.role == "P" and element.role != "Div":
        texts[0].balise = element
        return
    for text in texts:
        element.ajouter(text.balise.sommet)


def _decor(table: Table, event: str, *_args: object) -> None:
    if event in ("startBG", "startLines"):
        table.canv.addLiteral("/Artifact BMC")
    elif event in ("endBG", "endLines"):
        table.canv.addLiteral("EMC")


DECOR = cast("TableRenderCB", _decor)
"""Marks the grounds and rules of a table as artefacts; its cells mark themselves."""
