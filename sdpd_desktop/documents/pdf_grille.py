"""Long tables of PDF documents: texts are broken into lines once, then drawn directly."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sdpd_desktop.documents.pdf_lignes import couper, largeur
from sdpd_desktop.documents.pdf_police import DEMI_GRAS, ROMAIN, verifier
from sdpd_desktop.documents.pdf_styles import (
    BLEU,
    BLEU_PALE,
    BLEU_TRES_PALE,
    ENCRE,
    FILET,
    GRIS,
    LARGEUR_UTILE,
    MARINE,
    OCRE,
    ROUGE,
    VERT,
)
from sdpd_desktop.documents.typographie import francais
from sdpd_desktop.domain.rapport import Groupe, Rangee, Tableau, Texte, Ton

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_PADDING, _ABOVE, _BELOW, _ABOVE_GROUP = 4.0, 3.0, 4.0, 9.0
_APART = 12.0  # between a column of figures and the words at its right
_RETRAIT = 8.0
_GAUGE, _GAUGE_WIDTH, _GAUGE_GAP = 3.2, 78.0, 3.0
_TALLEST = 640.0  # points of a page that a header and its rows may take
_TONS = {Ton.ROUGE: ROUGE, Ton.OCRE: OCRE, Ton.VERT: VERT, Ton.GRIS: GRIS}


@dataclass(frozen=True)
class _Face:
    """How a run of lines is set."""

    police: str
    taille: float
    interligne: float
    couleur: Color


_ENTETE = _Face(DEMI_GRAS, 8, 10, MARINE)
_GROUPE = _Face(DEMI_GRAS, 9, 11.5, BLEU)
_CELLULE = _Face(ROMAIN, 8.5, 11, ENCRE)
_FORTE = _Face(DEMI_GRAS, 8.5, 11, ENCRE)
_NOTE = _Face(ROMAIN, 7.5, 9.5, GRIS)
_FACES = {
    (fort, ton): replace(_FORTE, couleur=_TONS.get(ton, ENCRE)) if fort or ton else _CELLULE
    for fort in (False, True)
    for ton in Ton
}


@dataclass(frozen=True)
class _Lignes:
    """Lines of one face, at an offset from the left of their cell."""

    face: _Face
    lignes: tuple[str, ...]
    retrait: float

    @property
    def hauteur(self) -> float:
        return len(self.lignes) * self.face.interligne


@dataclass(frozen=True)
class _Cellule:
    """What a cell holds, top to bottom; a share is drawn below."""

    blocs: tuple[_Lignes, ...]
    part: float | None = None

    @property
    def hauteur(self) -> float:
        lines = sum(bloc.hauteur for bloc in self.blocs)
        return lines + (_GAUGE + _GAUGE_GAP if self.part is not None else 0)

    def couper(self, place: float) -> tuple["_Cellule", "_Cellule"]:
        """Return what fits in that height, and the rest."""
        kept: list[_Lignes] = []
        left: list[_Lignes] = []
        for bloc in self.blocs:
            fits = 0 if left else max(0, int(place / bloc.face.interligne))
            place -= bloc.face.interligne * min(fits, len(bloc.lignes))
            if bloc.lignes[:fits]:
                kept.append(replace(bloc, lignes=bloc.lignes[:fits]))
            if bloc.lignes[fits:]:
                left.append(replace(bloc, lignes=bloc.lignes[fits:]))
        return _Cellule(tuple(kept)), _Cellule(tuple(left), self.part)


@dataclass(frozen=True)
class _Rang:
    """A row ready to draw.

    Attributes:
        annonce: It must not end a page: what it announces is below.
        etendue: One cell over the whole width.
    """

    cellules: tuple[_Cellule, ...]
    hauteur: float
    dessus: float = _ABOVE
    fond: Color | None = None
    annonce: bool = False
    etendue: bool = False


def _set(texte: str, face: _Face, place: float, retrait: float = 0.0) -> _Lignes:
    checked = verifier(francais(texte))
    return _Lignes(face, couper(checked, face.police, face.taille, place - retrait), retrait)


def _cell(cell: Texte, place: float) -> _Cellule:
    retrait = _RETRAIT if cell.retrait else 0.0
    blocs = []
    if cell.texte:
        blocs.append(_set(cell.texte, _FACES[cell.fort, cell.ton], place, retrait))
    if cell.note:
        blocs.append(_set(cell.note, _NOTE, place, retrait))
    return _Cellule(tuple(blocs), cell.part)


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

    A row is cut over two pages only if no page could hold it.
    """

    def __init__(self, tableau: Tableau, largeur_totale: float = LARGEUR_UTILE) -> None:
        super().__init__()
        self._m = _Mesures(tableau, largeur_totale)
        self._total = largeur_totale
        header = tuple(
            _Cellule((_set(colonne.titre, _ENTETE, place),))
            for colonne, place in zip(tableau.colonnes, self._m.places, strict=True)
        )
        self._header = self._ranger(header, fond=BLEU_PALE)
        self._rows = list(self._rangs(tableau.rangees))

    def _rangs(self, rangees: Sequence[Rangee | Groupe]) -> Iterator[_Rang]:
        following = [*rangees[1:], None]
        for row, after in zip(rangees, following, strict=True):
            if isinstance(row, Groupe):
                place = self._total - 2 * _PADDING
                cell = _Cellule((_set(row.titre, _GROUPE, place),))
                yield self._ranger(
                    (cell,), dessus=_ABOVE_GROUP, annonce=isinstance(after, Rangee), etendue=True
                )
                continue
            cells = tuple(
                [_cell(c, place) for c, place in zip(row.cellules, self._m.places, strict=True)]
            )
            announces = row.forte and isinstance(after, Rangee) and not after.forte
            yield self._ranger(cells, fond=BLEU_TRES_PALE if row.forte else None, annonce=announces)

    def _ranger(
        self,
        cells: tuple[_Cellule, ...],
        *,
        dessus: float = _ABOVE,
        fond: Color | None = None,
        annonce: bool = False,
        etendue: bool = False,
    ) -> _Rang:
        height = max([cell.hauteur for cell in cells]) + dessus + _BELOW
        return _Rang(cells, height, dessus, fond, annonce, etendue)

    def _avec(self, rows: Iterable[_Rang]) -> "Grille":
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
        place = room - row.dessus - _BELOW
        if place < 3 * _GROUPE.interligne:
            return [self._avec(self._rows[:end]), self._avec(self._rows[end:])] if end else []
        halves = [cell.couper(place) for cell in row.cellules]
        top = self._ranger(
            tuple(kept for kept, _ in halves), dessus=row.dessus, fond=row.fond, etendue=row.etendue
        )
        rest = self._ranger(
            tuple(left for _, left in halves), dessus=row.dessus, fond=row.fond,
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
        for row in rows:
            top -= row.hauteur
            bottoms.append(top)
            if row.fond is not None:
                canvas.setFillColor(row.fond)
                canvas.rect(0, top, self._total, row.hauteur, stroke=0, fill=1)
        self._rules(canvas, bottoms)
        for row, bottom in zip(rows, bottoms, strict=True):
            self._draw_row(canvas, row, bottom + row.hauteur)

    def _rules(self, canvas: Canvas, bottoms: Sequence[float]) -> None:
        canvas.setLineCap(0)
        canvas.setStrokeColor(BLEU)
        canvas.setLineWidth(0.8)
        canvas.line(0, bottoms[0], self._total, bottoms[0])
        canvas.setStrokeColor(FILET)
        canvas.setLineWidth(0.4)
        canvas.lines([(0, y, self._total, y) for y in bottoms[1:]])

    def _draw_row(self, canvas: Canvas, row: _Rang, top: float) -> None:
        first_line = row.dessus
        for place, cell in enumerate(row.cellules):
            y = top - first_line
            if row is self._header:  # titles stand on the rule below them
                y = top - (row.hauteur - _BELOW - cell.hauteur)
            x = self._m.gauches[place] + self._m.marges[place]
            right = not row.etendue and self._m.droites[place]
            for bloc in cell.blocs:
                self._draw_lines(canvas, bloc, x, y, self._m.places[place] if right else None)
                y -= bloc.hauteur
            if cell.part is not None:
                width = min(_GAUGE_WIDTH, self._m.places[place])
                left = x + self._m.places[place] - width if right else x
                gauge(canvas, left, y - _GAUGE_GAP - _GAUGE, width, cell.part)
                self._ink = None

    def _draw_lines(
        self, canvas: Canvas, bloc: _Lignes, x: float, y: float, droite: float | None
    ) -> None:
        face = bloc.face
        baseline = y - face.taille - (face.interligne - face.taille) / 4
        if face.couleur is not self._ink:
            canvas.setFillColor(face.couleur)
            self._ink = face.couleur
        # Written straight as operators: a text object per cell would double the time of a table.
        font = cast("TTFont", pdfmetrics.getFont(face.police))
        document, size = canvas._doc, f"{face.taille:g} Tf"  # type: ignore[attr-defined]  # noqa: SLF001
        last, shown = len(bloc.lignes) - 1, -1
        code = ["BT"]
        for number, line in enumerate(bloc.lignes):
            left = x + bloc.retrait
            if droite is not None:
                left = x + droite - largeur(line, face.police, face.taille)
            code.append(f"1 0 0 1 {left:.2f} {baseline - number * face.interligne:.2f} Tm")
            # A space ends each line, so that copied words do not stick together.
            for subset, octets in font.splitString(
                line if number == last else f"{line} ", document
            ):
                if subset != shown:
                    code.append(f"{font.getSubsetInternalName(subset, document)} {size}")
                    shown = subset
                code.append(f"<{octets.hex()}> Tj")
        code.append("ET")
        canvas.addLiteral(" ".join(code))


def gauge(canvas: Canvas, x: float, y: float, width: float, part: float) -> None:
    """Draw a thin bar that shows a share, between 0 and 1."""
    radius = _GAUGE / 2
    canvas.setFillColor(BLEU_PALE)
    canvas.roundRect(x, y, width, _GAUGE, radius, stroke=0, fill=1)
    share = min(max(part, 0.0), 1.0)
    if share > 0:
        canvas.setFillColor(BLEU)
        canvas.roundRect(x, y, max(share * width, _GAUGE), _GAUGE, radius, stroke=0, fill=1)
