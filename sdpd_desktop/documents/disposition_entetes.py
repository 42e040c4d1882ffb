"""Finds what may be the header of a table: one row of titles, or two."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sdpd_desktop.documents.classeur_donnees import Feuille, Rangee, texte_brut
from sdpd_desktop.documents.classeur_rangees import corners
from sdpd_desktop.documents.disposition_titres import SEPARATEUR

MOST_COLUMNS = 300
_SEARCHED = 60
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True)
class Entete:
    """Titles by column number, in one row or two.

    Attributes:
        ligne: The last of its rows.
        rang: How many filled rows of the sheet stand above the first row of data.
    """

    ligne: int
    rang: int
    titres: Mapping[int, str]


def entetes(feuille: Feuille) -> Iterator[Entete]:
    """Yield what may be a header: each of the first rows, alone then under the one before."""
    rows = feuille.rangees[:_SEARCHED]
    spans = _spans(feuille)
    before: Rangee | None = None
    for rang, rangee in enumerate(rows):
        titles = _titres(rangee)
        yield Entete(rangee.numero, rang + 1, titles)
        if before is not None and before.numero == rangee.numero - 1:
            yield Entete(rangee.numero, rang + 1, _under(_titres(before), titles, spans, before))
        before = rangee


def _titres(rangee: Rangee) -> dict[int, str]:
    found = zip(rangee.places[:MOST_COLUMNS], rangee.brut, strict=False)
    texts = ((place, texte_periode(brut).strip()) for place, brut in found if brut is not None)
    return {place: " ".join(text.split()) for place, text in texts if text}


def _spans(feuille: Feuille) -> dict[tuple[int, int], int]:
    """Return the last column of each merged range one row high, by its first cell."""
    found = {}
    for reference in feuille.fusions:
        (top, left), (bottom, right) = corners(reference)
        if top == bottom:
            found[top, left] = right
    return found


def _under(
    above: dict[int, str],
    below: dict[int, str],
    spans: dict[tuple[int, int], int],
    rangee: Rangee,
) -> dict[int, str]:
    """Return the titles of two rows: what stands above holds until the next, or as merged."""
    titles: dict[int, str] = {}
    last = max([*above, *below], default=0)
    starts = sorted(above)
    for start, following in pairwise([*starts, last + 1]):
        end = spans.get((rangee.numero, start), following - 1)
        for column in range(start, min(end, last) + 1):
            if column in below:
                titles[column] = f"{above[start]}{SEPARATEUR}{below[column]}"
    alone = {column: text for column, text in above.items() if column not in below}
    return dict(sorted((alone | below | titles).items()))


def texte_periode(brut: Any) -> str:
    """Return the text of a value; a date shown as « mars 2022 » or « 2022 » is that period."""
    if isinstance(brut, list) and brut[0] == "d":
        shown = str(brut[2]).lower()
        if shown and "d" not in shown and "j" not in shown:
            return str(brut[1])[: 7 if "m" in shown else 4]
    return texte_brut(brut)


def annee_au_dessus(feuille: Feuille, entete: Entete) -> str:
    """Return the year told above a header or by the name of the sheet, "" for none or several."""
    above = feuille.rangees[: entete.rang - 1]
    texts = [feuille.nom, *(text for rangee in above for text in _titres(rangee).values())]
    years = {year for text in texts for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else ""
