"""Tables of a report as a workbook wants them: one value per cell, titles on every column."""

from collections.abc import Iterator
from dataclasses import dataclass

from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.rapport import Format, Groupe, Rangee, Tableau, Texte, Valeur

_PRECISION = "Précision"
_WIDE_NOTE, _NARROW_NOTE, _GROUP = 36, 14, 28
_CHARACTERS = 0.62  # per unit of a column's part of the page
_NARROWEST = 9


@dataclass(frozen=True)
class Case:
    """A cell: a number or a date with its format, else a text."""

    texte: str
    valeur: Valeur = None
    format: Format = Format.TEXTE
    fort: bool = False


@dataclass(frozen=True)
class Feuille:
    """A table with one header row; ``largeurs`` are in characters."""

    titres: tuple[str, ...]
    largeurs: tuple[int, ...]
    chiffrees: tuple[bool, ...]
    rangees: tuple[tuple[Case, ...], ...]


def etaler(tableau: Tableau) -> Feuille:
    """Return a table with its notes and its groups in columns of their own."""
    rows = [row for row in tableau.rangees if isinstance(row, Rangee)]
    grouped = bool(tableau.groupe) and len(rows) < len(tableau.rangees)
    noted = [any(row.cellules[n].note for row in rows) for n in range(len(tableau.colonnes))]
    titles: list[str] = [tableau.groupe] if grouped else []
    widths: list[int] = [_GROUP] if grouped else []
    figures: list[bool] = [False] if grouped else []
    for column, has_note, number in zip(tableau.colonnes, noted, range(len(noted)), strict=True):
        titles.append(column.titre)
        widths.append(max(round(column.part * _CHARACTERS), _NARROWEST))
        figures.append(column.droite)
        if has_note:
            titles.append(column.note or _PRECISION)
            short = all(len(row.cellules[number].note) < _NARROW_NOTE for row in rows)
            widths.append(_NARROW_NOTE if short else _WIDE_NOTE)
            figures.append(column.droite)
    return Feuille(
        tuple(titles), tuple(widths), tuple(figures), tuple(_rows(tableau, grouped, noted))
    )


def _rows(tableau: Tableau, grouped: bool, noted: list[bool]) -> Iterator[tuple[Case, ...]]:
    group = ""
    for row in tableau.rangees:
        if isinstance(row, Groupe):
            group = row.titre
            continue
        cells = [Case("" if row.totale else group)] if grouped else []
        for cell, has_note in zip(row.cellules, noted, strict=True):
            cells.append(_case(cell))
            if has_note:
                cells.append(Case(cell.note, cell.note_valeur, cell.note_format))
        yield tuple(cells)


def _case(cell: Texte) -> Case:
    return Case(cell.texte, cell.valeur, cell.format, cell.fort)


def donnees(graphique: Graphique) -> Feuille:
    """Return the figures of a chart: one row per category."""
    titles = ["", *(serie.titre for serie in graphique.series)]
    if graphique.cibles:
        titles.append("Cible")
    rows = []
    for number, category in enumerate(graphique.categories):
        values = [serie.valeurs[number] for serie in graphique.series]
        if graphique.cibles:
            values.append(graphique.cibles[number])
        rows.append((Case(category), *(Case("", value, Format.NOMBRE) for value in values)))
    count = len(titles)
    return Feuille(
        tuple(titles), (28, *(16,) * (count - 1)), (False, *(True,) * (count - 1)), tuple(rows)
    )
