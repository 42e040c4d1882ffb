"""Long tables of PDF documents: texts are broken into lines once, then drawn directly."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sdpd_desktop.documents.pdf_balisage import (
    DE_COLONNE,
    DE_LIGNE,
    Alinea,
    Balisage,
    Balise,
    artefact,
)
from sdpd_desktop.documents.pdf_lignes import largeur
from sdpd_desktop.documents.pdf_police import fonte
from sdpd_desktop.documents.pdf_rangs import (
    DESSOUS,
    DESSUS,
    ECART_JAUGE,
    ENTETE,
    GROUPE,
    JAUGE,
    Case,
    Lignes,
    Rang,
    case,
    jauge,
    mettre,
)
from sdpd_desktop.documents.pdf_styles import (
    BLEU,
    BLEU_PALE,
    BLEU_TRES_PALE,
    FILET,
    LARGEUR_UTILE,
)
from sdpd_desktop.domain.rapport import Groupe, Rangee, Tableau

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_PADDING, _ABOVE_GROUP = 4.0, 9.0
_APART = 12.0  # between a column of figures and the words at its right
_GAUGE_WIDTH = 78.0
_TALLEST = 640.0  # points of a page that a header and its rows may take
_HEADER = -1


class _Mesures:
    """Places of the columns of a table."""

    def __init__(self, tableau: Tableau, width: float) -> None:
        total = sum(colonne.part for colonne in tableau.colonnes)
        self.largeurs = [width * colonne.part / total for colonne in tableau.colonnes]
        self.gauches = [sum(self.largeurs[:place]) for place in range(len(self.largeurs))]
        self.marges = [_PADDING] * len(self.largeurs)
        for place, (before, column) in enumerate(pairwise(tableau.colonnes), 1):
            if before.droite and not column.droite:
                self.marges[place] = _APART
        self.places = [
            width - margin - _PADDING
            for width, margin in zip(self.largeurs, self.marges, strict=True)
        ]
        self.droites = [colonne.droite for colonne in tableau.colonnes]


class Grille(Flowable):
    """A table whose header comes again on each page, and whose titles never end one.

    A row is cut over two pages only if no page could hold it. The first cell of a row names it.
    """

    def __init__(self, tableau: Tableau, largeur_totale: float = LARGEUR_UTILE) -> None:
        super().__init__()
        self._m = _Mesures(tableau, largeur_totale)
        self._total = largeur_totale
        self._balise = Balise("Table")
        self._cells: dict[int, list[Balise]] = {}
        header = tuple(
            Case((mettre(colonne.titre, ENTETE, place),))
            for colonne, place in zip(tableau.colonnes, self._m.places, strict=True)
        )
        self._header = self._ranger(_HEADER, header, fond=BLEU_PALE)
        self._rows = list(self._rangs(tableau.rangees))

    def legender(self, titre: Alinea) -> None:
        """Make of the title, drawn before it, the caption of the table."""
        titre.balise = Balise("Caption", self._balise)

    def _rangs(self, rangees: Sequence[Rangee | Groupe]) -> Iterator[Rang]:
        following = [*rangees[1:], None]
        for number, (row, after) in enumerate(zip(rangees, following, strict=True)):
            if isinstance(row, Groupe):
                place = self._total - 2 * _PADDING
                cell = Case((mettre(row.titre, GROUPE, place),))
                announces = isinstance(after, Rangee)
                yield self._ranger(
                    number, (cell,), dessus=_ABOVE_GROUP, annonce=announces, etendue=True
                )
                continue
            cells = tuple(
                [case(c, place) for c, place in zip(row.cellules, self._m.places, strict=True)]
            )
            announces = row.forte and isinstance(after, Rangee) and not after.forte
            ground = BLEU_TRES_PALE if row.forte else None
            yield self._ranger(number, cells, fond=ground, annonce=announces)

    def _ranger(
        self,
        numero: int,
        cells: tuple[Case, ...],
        *,
        dessus: float = DESSUS,
        fond: Color | None = None,
        annonce: bool = False,
        etendue: bool = False,
    ) -> Rang:
        height = max([cell.hauteur for cell in cells]) + dessus + DESSOUS
        return Rang(numero, cells, height, dessus, fond, annonce, etendue)

    def _avec(self, rows: Iterable[Rang]) -> "Grille":
        other = Grille.__new__(Grille)
        vars(other).update(vars(self), _rows=list(rows))
        # What the layout engine noted of the whole does not hold of its parts.
        vars(other).pop("_postponed", None)
        return other

    @property
    def premiere(self) -> float:
        """Height of the header and of the rows that may not be parted from it."""
        return self._header.hauteur + sum(row.hauteur for row in self._rows[: self._tenues(0)])

    def _tenues(self, start: int) -> int:
        """Return the end of the rows held together from there."""
        end = start
        while end < len(self._rows) - 1 and self._rows[end].annonce:
            end += 1
        return end + 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the width and the height of the whole table."""
        self.width = self._total
        self.height = self._header.hauteur + sum([row.hauteur for row in self._rows])
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return what fits on this page and the rest, or nothing where even the start does not."""
        room = height - self._header.hauteur
        used, end = 0.0, 0
        while end < len(self._rows):
            after = self._tenues(end)
            needed = sum([row.hauteur for row in self._rows[end:after]])
            if used + needed > room:
                break
            used, end = used + needed, after
        if end == len(self._rows):
            return [self]
        held = self._rows[end : self._tenues(end)]
        if sum(row.hauteur for row in held) + self._header.hauteur <= _TALLEST:
            return [self._avec(self._rows[:end]), self._avec(self._rows[end:])] if end else []
        return self._cut(end, room - used)

    def _cut(self, start: int, room: float) -> list[Flowable]:
        """Cut the first row that is too tall for what is left of the page."""
        end = start
        while self._rows[end].hauteur <= room:
            room -= self._rows[end].hauteur
            end += 1
        row = self._rows[end]
        place = room - row.dessus - DESSOUS
        if place < 3 * GROUPE.interligne:
            return [self._avec(self._rows[:end]), self._avec(self._rows[end:])] if end else []
        halves = [cell.couper(place) for cell in row.cellules]
        top = self._ranger(
            row.numero, tuple(kept for kept, _ in halves), dessus=row.dessus, fond=row.fond,
            etendue=row.etendue,
        )  # fmt: skip
        rest = self._ranger(
            row.numero, tuple(left for _, left in halves), dessus=row.dessus, fond=row.fond,
            annonce=row.annonce, etendue=row.etendue,
        )  # fmt: skip
        return [
            self._avec([*self._rows[:end], top]),
            self._avec([rest, *self._rows[end + 1 :]]),
        ]

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the grounds, then the rules, then the texts."""
        canvas: Canvas = self.canv
        self._ink: Color | None = None
        rows = [self._header, *self._rows]
        bottoms = []
        top = self.height
        with artefact(canvas):
            for row in rows:
                top -= row.hauteur
                bottoms.append(top)
                if row.fond is not None:
                    canvas.setFillColor(row.fond)
                    canvas.rect(0, top, self._total, row.hauteur, stroke=0, fill=1)
            self._rules(canvas, bottoms)
        balisage: Balisage | None = getattr(canvas, "balisage", None)
        for row, bottom in zip(rows, bottoms, strict=True):
            if balisage is None or (row is self._header and _HEADER in self._cells):
                with artefact(canvas):
                    self._draw_row(canvas, row, bottom + row.hauteur)
            else:
                page = canvas.getPageNumber()
                owners = self._cells.get(row.numero) or self._baliser(row)
                marks = [
                    balisage.marque(page, owner) if cell.blocs else ""
                    for owner, cell in zip(owners, row.cellules, strict=True)
                ]
                self._draw_row(canvas, row, bottom + row.hauteur, marks)

    def _baliser(self, row: Rang) -> list[Balise]:
        """Give the row its elements; what goes on over a page finds them again."""
        owner = Balise("TR", self._balise)
        if row.etendue:
            columns = len(self._m.largeurs)
            cells = [Balise("TH", owner, {**DE_COLONNE, "ColSpan": columns})]
        elif row is self._header:
            cells = [Balise("TH", owner, DE_COLONNE) for _ in row.cellules]
        else:
            cells = [Balise("TD", owner) for _ in row.cellules]
            if row.cellules[0].blocs:
                cells[0].role, cells[0].attributs = "TH", DE_LIGNE
        self._cells[row.numero] = cells
        return cells

    def _rules(self, canvas: Canvas, bottoms: Sequence[float]) -> None:
        canvas.setLineCap(0)
        canvas.setStrokeColor(BLEU)
        canvas.setLineWidth(0.8)
        canvas.line(0, bottoms[0], self._total, bottoms[0])
        canvas.setStrokeColor(FILET)
        canvas.setLineWidth(0.4)
        canvas.lines([(0, y, self._total, y) for y in bottoms[1:]])

    def _draw_row(self, canvas: Canvas, row: Rang, top: float, marks: Sequence[str] = ()) -> None:
        first_line = row.dessus
        for place, cell in enumerate(row.cellules):
            y = top - first_line
            if row is self._header:  # titles stand on the rule below them
                y = top - (row.hauteur - DESSOUS - cell.hauteur)
            x = self._m.gauches[place] + self._m.marges[place]
            right = not row.etendue and self._m.droites[place]
            mark = marks[place] if marks else ""
            if mark:
                canvas.addLiteral(mark)
            for bloc in cell.blocs:
                self._draw_lines(canvas, bloc, x, y, self._m.places[place] if right else None)
                y -= bloc.hauteur
            if mark:
                canvas.addLiteral("EMC")
            if cell.part is not None:
                width = min(_GAUGE_WIDTH, self._m.places[place])
                left = x + self._m.places[place] - width if right else x
                with artefact(canvas):
                    jauge(canvas, left, y - ECART_JAUGE - JAUGE, width, cell.part)
                self._ink = None

    def _draw_lines(
        self, canvas: Canvas, bloc: Lignes, x: float, y: float, droite: float | None
    ) -> None:
        face = bloc.face
        baseline = y - face.taille - (face.interligne - face.taille) / 4
        if face.couleur is not self._ink:
            canvas.setFillColor(face.couleur)
            self._ink = face.couleur
        # Written straight as operators: a text object per cell would double the time of a table.
        font = cast("TTFont", pdfmetrics.getFont(fonte(face.police)))
        document, size = canvas._doc, f"{face.taille:g} Tf"  # type: ignore[attr-defined]  # noqa: SLF001
        shown = -1
        code = ["BT"]
        for number, line in enumerate(bloc.lignes):
            left = x + bloc.retrait
            if droite is not None:
                left = x + droite - largeur(line, face.police, face.taille)
            code.append(f"1 0 0 1 {left:.2f} {baseline - number * face.interligne:.2f} Tm")
            # A space ends each line, so that copied words do not stick together.
            for subset, octets in font.splitString(f"{line} ", document):
                if subset != shown:
                    code.append(f"{font.getSubsetInternalName(subset, document)} {size}")
                    shown = subset
                code.append(f"<{octets.hex()}> Tj")
        code.append("ET")
        canvas.addLiteral(" ".join(code))
