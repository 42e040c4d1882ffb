"""Lays text out for a terminal: wrapped paragraphs and aligned tables."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sdpd_desktop.domain.plan import EtatEcheance
from sdpd_desktop.domain.texte import insecable

GAP = 2
LEAST = 12
MARKS = {
    EtatEcheance.EN_RETARD: "▲",
    EtatEcheance.PROCHE: "◆",
    EtatEcheance.A_JOUR: "●",
    EtatEcheance.A_VENIR: "■",
}
ETATS = {
    EtatEcheance.EN_RETARD: "en retard",
    EtatEcheance.PROCHE: "échéance proche",
    EtatEcheance.A_JOUR: "à jour",
    EtatEcheance.A_VENIR: "à venir",
}


def marked(etat: EtatEcheance) -> str:
    """Return « ▲ en retard »: a shape and a word, never a shape alone."""
    return f"{MARKS[etat]} {ETATS[etat]}"


def paragraph(text: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    """Wrap the text; ``first`` leads the first line, ``rest`` (blanks by default) the others."""
    hang = " " * len(first) if rest is None else rest
    yield from textwrap.wrap(
        insecable(text),
        max(width, len(hang) + LEAST),
        initial_indent=first,
        subsequent_indent=hang,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def table(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    flexible: Sequence[int],
    right: Sequence[int] = (),
) -> Iterator[str]:
    """Align the rows under their headers; the flexible columns wrap to what width is left."""
    widths = _widths(headers, rows, width, flexible)
    yield _line([list(headers)], widths, right)[0]
    yield "  ".join("─" * size for size in widths)
    for row in rows:
        cells = [
            textwrap.wrap(insecable(cell), size, break_on_hyphens=False) or [""]
            for cell, size in zip(row, widths, strict=True)
        ]
        yield from _line(list(map(list, zip_longest(*cells, fillvalue=""))), widths, right)


def _widths(
    headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, flexible: Sequence[int]
) -> list[int]:
    natural = [
        max(len(header), *(len(row[index]) for row in rows), 1)
        for index, header in enumerate(headers)
    ]
    left = width - GAP * (len(headers) - 1)
    left -= sum(size for index, size in enumerate(natural) if index not in flexible)
    # The narrowest flexible column is served first: what it does not need goes to the others.
    for rank, index in enumerate(sorted(flexible, key=natural.__getitem__)):
        share = left // (len(flexible) - rank)
        natural[index] = min(natural[index], max(share, LEAST))
        left -= natural[index]
    return natural


def _line(parts: list[list[str]], widths: Sequence[int], right: Sequence[int]) -> list[str]:
    return [
        (" " * GAP)
        .join(
            cell.rjust(size) if index in right else cell.ljust(size)
            for index, (cell, size) in enumerate(zip(cells, widths, strict=True))
        )
        .rstrip()
        for cells in parts
    ]
