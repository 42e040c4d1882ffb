"""``history`` and ``undo``."""

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.journal import ChangementSummary, SourceChangement
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

SOURCES = {
    SourceChangement.MAIN: "saisie",
    SourceChangement.IMPORT: "import",
    SourceChangement.REFERENCE: "plan de référence",
    SourceChangement.RESTAURATION: "restauration",
    SourceChangement.ANNULATION: "annulation",
    SourceChangement.CLOTURE: "clôture",
    SourceChangement.EXPURGATION: "expurgation",
}
PAGE = 500


def history(services: "Services", _options: argparse.Namespace) -> Outcome:
    """List every changement, newest first."""
    found: list[ChangementSummary] = []
    while page := services.journal.history(PAGE, found[-1].numero if found else None):
        found.extend(page)
    return Outcome({"changements": [_changement(c) for c in found]}, partial(_history_lines, found))


def _changement(it: ChangementSummary) -> dict[str, object]:
    return {
        "numero": it.numero,
        "instant": it.instant,
        "auteur": it.auteur,
        "commande": it.commande,
        "source": it.source,
        "reference": it.reference,
        "lignes": it.lignes,
        "annule": it.annule,
        "annule_par": it.annule_par,
    }


def _history_lines(found: Sequence[ChangementSummary], width: int) -> Iterator[str]:
    if not found:
        yield "Le journal est vide."
        return
    rows = []
    for it in found:
        when = it.instant.astimezone()
        undone = f" (annulé par le n°{NBSP}{it.annule_par})" if it.annule_par else ""
        rows.append(
            [
                str(it.numero), f"{format_date(when.date())} {when:%H:%M}", it.auteur,
                it.commande + undone, SOURCES[it.source], str(it.lignes),
            ]
        )  # fmt: skip
    headers = ["N°", "Le", "Par", "Changement", "Source", "Lignes"]
    yield from table(headers, rows, width, flexible=[3], right=[0, 5])


def undo(services: "Services", options: argparse.Namespace) -> Outcome:
    """Put a changement back; of an import, keep what was changed since when asked."""
    kept: tuple[str, ...] = ()
    if options.keep_edited:
        rest = services.journal.undo_rest(options.numero)
        done, kept = rest.changement, rest.gardees
    else:
        done = services.journal.undo(options.numero)
    rows = accord(done.lignes, "ligne remise", "lignes remises")
    line = (
        f"Changement n°{NBSP}{options.numero} annulé par le n°{NBSP}{done.numero}{NBSP}: "
        f"{rows} en l'état d'avant."
    )
    lines = [line, *(f"Gardé{NBSP}: {sentence}" for sentence in kept)]
    return Outcome(
        {"changement": _changement(done), "gardees": list(kept)},
        lambda width: [row for line in lines for row in paragraph(line, width)],
    )
