"""Tables, gauges and boxes of PDF documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportlab.platypus import Flowable, LongTable, Table

from sdpd_desktop.documents.pdf_balisage import (
    DE_COLONNE,
    DE_LIGNE,
    DECOR,
    Balise,
    artefact,
    contenir,
)
from sdpd_desktop.documents.pdf_police import ROMAIN, fonte
from sdpd_desktop.documents.pdf_rangs import JAUGE, jauge
from sdpd_desktop.documents.pdf_styles import (
    BLEU,
    BLEU_PALE,
    BLEU_TRES_PALE,
    BLEU_VIF,
    CELLULE,
    CELLULE_DROITE,
    CHIFFRE,
    ENTETE,
    ENTETE_DROITE,
    ETIQUETTE,
    FILET,
    GROUPE,
    LARGEUR_UTILE,
    MARINE,
    paragraphe,
)

Cellule = str | Flowable | list[Flowable]
_PADDING = 4
_APART = 12  # between a column of figures and the words at its right
_TALLEST = 640  # points that a header and three rows may take of a page
_LONG = 600  # characters; a row that spans columns cannot be split over two pages
_CAP = "butt"  # rules end where the ground beside them ends
_VIDE: tuple[Flowable, ...] = ()  # a cell where nothing is drawn, not even an empty text


def _face() -> tuple[str, tuple[int, int], tuple[int, int], str, float]:
    """Return what sets a whole table: an empty cell would select a face that is not embedded."""
    return ("FONT", (0, 0), (-1, -1), fonte(ROMAIN), 8.5)


@dataclass(frozen=True)
class Colonne:
    """A column: its title, its part of the width, and whether it holds figures."""

    titre: str
    part: float
    droite: bool = False


@dataclass(frozen=True)
class Groupe:
    """A row that spans the table and announces those below it."""

    titre: str


@dataclass(frozen=True)
class Rangee:
    """A row of cells; ``forte`` sets it on a tinted ground, for a total or a parent."""

    cellules: tuple[Cellule, ...]
    forte: bool = False


class Jauge(Flowable):
    """A thin bar that shows a share, between 0 and 1."""

    def __init__(self, part: float, largeur: float, avant: float = 3) -> None:
        super().__init__()
        self._part = part
        self.width, self.height = largeur, JAUGE + avant

    def draw(self) -> None:
        """Draw the track, then the share."""
        with artefact(self.canv):
            jauge(self.canv, 0, 0, self.width, self._part)


class _Table(LongTable):
    """Splits between rows, and within a row only if no page could hold it."""

    _rowHeights: list[float]  # noqa: N815
    _nosplitCmds: list[tuple[Any, ...]]  # noqa: N815

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        last = int(self.repeatRows) + 3
        self.splitInRow = int(sum(self._rowHeights[:last]) > _TALLEST)
        if self.splitInRow:
            # Rows held together that no page could hold: let go of them, not of those below.
            held = [hold for hold in self._nosplitCmds if hold[1][1] >= last]
            self._nosplitCmds = held
        return list(super().split(availWidth, availHeight))


def tableau(colonnes: Sequence[Colonne], rangees: Sequence[Rangee | Groupe]) -> Table:
    """Return a table whose header comes again on each page and whose rows may split."""
    total = sum(colonne.part for colonne in colonnes)
    widths = [LARGEUR_UTILE * colonne.part / total for colonne in colonnes]
    header = [paragraphe(c.titre, ENTETE_DROITE if c.droite else ENTETE) for c in colonnes]
    element = Balise("Table")
    first = Balise("TR", element)
    for title in header:
        title.balise = Balise("TH", first, DE_COLONNE)
    data: list[list[object]] = [list(header)]
    style: list[tuple[Any, ...]] = [
        _face(),
        ("BACKGROUND", (0, 0), (-1, 0), BLEU_PALE),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, BLEU, _CAP),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, FILET, _CAP),
        ("LEFTPADDING", (0, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    for place, (before, column) in enumerate(pairwise(colonnes), 1):
        if before.droite and not column.droite:
            style.append(("LEFTPADDING", (place, 0), (place, -1), _APART))
    for number, row in enumerate(rangees, 1):
        line = Balise("TR", element)
        if isinstance(row, Groupe):
            title = paragraphe(row.titre, GROUPE)
            title.balise = Balise("TH", line, {**DE_COLONNE, "ColSpan": len(colonnes)})
            data.append([title, *[_VIDE] * (len(colonnes) - 1)])
            style.append(("TOPPADDING", (0, number), (-1, number), 9))
            if len(row.titre) < _LONG:
                style.append(("SPAN", (0, number), (-1, number)))
        else:
            cells = [_cell(cell, c) for cell, c in zip(row.cellules, colonnes, strict=True)]
            for place, cell in enumerate(cells):
                names = place == 0 and row.cellules[0] != ""
                owner = Balise("TH", line, DE_LIGNE) if names else Balise("TD", line)
                contenir(owner, cell)
            data.append(list(cells))
            if row.forte:
                style.append(("BACKGROUND", (0, number), (-1, number), BLEU_TRES_PALE))
    # Rows count from 1 below the header.
    style += [("NOSPLIT", (0, a + 1), (0, b + 1)) for a, b in _announced(rangees)]
    return _Table(data, colWidths=widths, repeatRows=1, style=style, renderCB=DECOR)


def _announced(rangees: Sequence[Rangee | Groupe]) -> Iterator[tuple[int, int]]:
    """Yield (first, last) of rows to hold together, so that no title ends a page alone."""
    number = 0
    while number < len(rangees):
        last = number
        while last + 1 < len(rangees) and _announces(rangees[last], rangees[last + 1]):
            last += 1
        if last > number:
            yield number, last
        number = last + 1


def _announces(row: Rangee | Groupe, following: Rangee | Groupe) -> bool:
    """Tell whether a row is the title of the next: never more than two titles follow on."""
    if isinstance(following, Groupe):
        return False
    return isinstance(row, Groupe) or (row.forte and not following.forte)


def _cell(cell: Cellule, colonne: Colonne) -> list[Flowable]:
    if isinstance(cell, str):
        return [paragraphe(cell, CELLULE_DROITE if colonne.droite else CELLULE)]
    return _texts(cell)


def _texts(cell: Flowable | list[Flowable]) -> list[Flowable]:
    return cell if isinstance(cell, list) else [cell]


def fiche(lignes: Sequence[tuple[str, Cellule]], etiquettes: float = 0.25) -> Table:
    """Return labels at left and what they introduce at right, between hairlines."""
    widths = [LARGEUR_UTILE * etiquettes, LARGEUR_UTILE * (1 - etiquettes)]
    items = Balise("L")
    data: list[list[object]] = []
    for label, value in lignes:
        item = Balise("LI", items)
        name = paragraphe(label, ETIQUETTE)
        name.balise = Balise("Lbl", item)
        content = _texts(paragraphe(value) if isinstance(value, str) else value)
        contenir(Balise("LBody", item), content)
        data.append([name, content])
    style: list[tuple[Any, ...]] = [
        _face(),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, FILET, _CAP),
        ("LINEABOVE", (0, 0), (-1, 0), 0.4, FILET, _CAP),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (0, -1), 5),
        ("TOPPADDING", (1, 0), (1, -1), 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
    return _Table(data, colWidths=widths, style=style, renderCB=DECOR)


@dataclass(frozen=True)
class Carte:
    """A key figure: its label, the figure, what completes it, and a share to draw or None."""

    libelle: str
    chiffre: str
    precision: str
    part: float | None


def cartes(liste: Sequence[Carte]) -> Table:
    """Return key figures side by side."""
    gap = 10.0
    width = (LARGEUR_UTILE - gap * (len(liste) - 1)) / len(liste)
    cells: list[object] = []
    items = Balise("L")
    for card in liste:
        item = Balise("LI", items)
        name = paragraphe(card.libelle, ETIQUETTE)
        name.balise = Balise("Lbl", item)
        content: list[Flowable] = [
            paragraphe(card.chiffre, CHIFFRE),
            paragraphe(card.precision, ETIQUETTE),
        ]
        contenir(Balise("LBody", item), content)
        if card.part is not None:
            content.append(Jauge(card.part, width - 2 * gap, avant=4))
        cells += [[name, *content], _VIDE]
    widths = [width, gap] * len(liste)
    style: list[tuple[Any, ...]] = [
        _face(),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), gap),
        ("RIGHTPADDING", (0, 0), (-1, -1), gap),
        ("TOPPADDING", (0, 0), (-1, -1), 8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
    ]
    for column in range(0, 2 * len(liste), 2):
        style.append(("BACKGROUND", (column, 0), (column, 0), BLEU_TRES_PALE))
        style.append(("LINEABOVE", (column, 0), (column, 0), 1.6, BLEU, _CAP))
    return Table([cells[:-1]], colWidths=widths[:-1], style=style, renderCB=DECOR)


def bandeau(contenu: list[Flowable]) -> Table:
    """Return a dark block on which a cover's title is set in white."""
    style: list[tuple[Any, ...]] = [
        _face(),
        ("BACKGROUND", (0, 0), (-1, -1), MARINE),
        ("LINEBELOW", (0, 0), (-1, -1), 3, BLEU_VIF, _CAP),
        ("LEFTPADDING", (0, 0), (-1, -1), 24),
        ("RIGHTPADDING", (0, 0), (-1, -1), 24),
        ("TOPPADDING", (0, 0), (-1, -1), 56),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 26),
    ]
    return Table([[contenu]], colWidths=[LARGEUR_UTILE], style=style, renderCB=DECOR)


def encadre(contenu: list[Flowable]) -> Table:
    """Return a tinted box with a blue edge, for what must be read first."""
    style: list[tuple[Any, ...]] = [
        _face(),
        ("BACKGROUND", (0, 0), (-1, -1), BLEU_PALE),
        ("LINEBEFORE", (0, 0), (0, -1), 3, BLEU, _CAP),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ]
    contenir(Balise("Div"), contenu)
    return Table([[contenu]], colWidths=[LARGEUR_UTILE], style=style, renderCB=DECOR)


def cadres(contenus: Sequence[list[Flowable]], hauteur: float) -> list[Flowable]:
    """Return boxes two by two, the places where people sign; the caller keeps them together."""
    gap = 12.0
    width = (LARGEUR_UTILE - gap) / 2
    tables: list[Flowable] = []
    for start in range(0, len(contenus), 2):
        pair = contenus[start : start + 2]
        for content in pair:
            contenir(Balise("Div"), content)
        row = [pair[0], _VIDE, pair[1] if len(pair) > 1 else _VIDE]
        style: list[tuple[Any, ...]] = [
            _face(),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 9),
            ("RIGHTPADDING", (0, 0), (-1, -1), 9),
            ("TOPPADDING", (0, 0), (-1, -1), 8),
            ("BOX", (0, 0), (0, 0), 0.7, MARINE),
        ]
        if len(pair) > 1:
            style.append(("BOX", (2, 0), (2, 0), 0.7, MARINE))
        tables.append(
            _Table(
                [row],
                colWidths=[width, gap, width],
                minRowHeights=[hauteur],
                style=style,
                renderCB=DECOR,
                spaceAfter=gap,
            )
        )
    return tables
