"""A workbook as printed tables: the cells it shows, the first row of each sheet as its header."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille
from sdpd_desktop.documents.pdf_grille import Grille
from sdpd_desktop.documents.pdf_page import titre
from sdpd_desktop.documents.pdf_styles import NOTE, paragraphe
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.rapport import Colonne, Rangee, Tableau, Texte
from sdpd_desktop.domain.texte import quote

_MOST_CELLS = 20_000
_NARROWEST, _WIDEST, _ROOM = 6, 40, 110  # characters of a column, and of a line
_MARGINS = 3  # characters at both sides of a column
_CONSEIL = "Joignez-le en PDF, après l’avoir mis en page."


def feuilles(classeur: Classeur) -> list[Flowable]:
    """Return the sheets that the workbook shows, one after the other.

    Raises:
        ValidationError: There is too much, or nothing, to print; or a character cannot be.
    """
    shown = [sheet for sheet in classeur.feuilles if not sheet.masquee and _seen(sheet)]
    if not shown:
        raise ValidationError(
            "annexe", f"Le classeur {quote(classeur.nom)} ne montre aucune cellule. {_CONSEIL}"
        )
    count = sum(len(_seen(sheet)) for sheet in shown)
    if count > _MOST_CELLS:
        raise ValidationError(
            "annexe",
            f"Le classeur {quote(classeur.nom)} montre {count} cellules, plus de {_MOST_CELLS}. "
            f"{_CONSEIL}",
        )
    story: list[Flowable] = []
    for sheet in shown:
        story += [*titre(sheet.nom), *_tables(sheet)]
    hidden = [quote(sheet.nom) for sheet in classeur.feuilles if sheet.masquee]
    if hidden:
        story.append(paragraphe(f"Feuilles masquées, non imprimées : {', '.join(hidden)}.", NOTE))
    return story


def _seen(sheet: Feuille) -> list[Cellule]:
    rows, columns = sheet.lignes_masquees, sheet.colonnes_masquees
    return [
        cell
        for cell in sheet.cellules
        if cell.texte and cell.ligne not in rows and cell.colonne not in columns
    ]


def _tables(sheet: Feuille) -> Iterator[Flowable]:
    """Yield as many tables as the columns need, each beginning with the first column."""
    cells = {(cell.ligne, cell.colonne): cell for cell in _seen(sheet)}
    lines = sorted({line for line, _ in cells})
    columns = [
        _Column(number, [cells.get((line, number)) for line in lines])
        for number in sorted({column for _, column in cells})
    ]
    for group in _groups(columns):
        rows = tuple(
            Rangee(tuple(Texte(column.texts[place]) for column in group))
            for place in range(1, len(lines))
        )
        headers = tuple(Colonne(c.texts[0], c.width, droite=c.figures) for c in group)
        yield Grille(Tableau(sheet.nom, headers, rows))
        yield Spacer(0, 10)


class _Column:
    """A column as printed: its texts, its width in characters, whether it holds figures."""

    def __init__(self, number: int, cells: Sequence[Cellule | None]) -> None:
        self.number = number
        self.texts = [cell.texte if cell else "" for cell in cells]
        longest = max(len(line) for text in self.texts for line in text.split("\n"))
        self.width = min(max(longest, _NARROWEST), _WIDEST) + _MARGINS
        values = [cell.valeur for cell in cells[1:] if cell]
        self.figures = bool(values) and all(
            isinstance(value, int | float) and not isinstance(value, bool) for value in values
        )


def _groups(columns: Sequence[_Column]) -> Iterator[list[_Column]]:
    first, *others = columns
    group, used = [first], first.width
    for column in others:
        if used + column.width > _ROOM and len(group) > 1:
            yield group
            group, used = [first], first.width
        group.append(column)
        used += column.width
    yield group
