"""What the lanes do for the reception: no window is touched here."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.domain.disposition import Disposition
from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.reception import DispositionAConfirmer, memes_retours
from sdpd_desktop.gui.retours.avancement import Part
from sdpd_desktop.gui.retours.lignes import LigneNumerotee, numeroter
from sdpd_desktop.gui.retours.lot import FichierRecu

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.services.importations import ResultatImportation
    from sdpd_desktop.services.receptions import Lot

Read = tuple[Proposition | DispositionAConfirmer, tuple[LigneNumerotee, ...]]
Shown = tuple[Proposition, tuple[LigneNumerotee, ...]]


def examine(lot: "Lot", path: Path, cancel: threading.Event, part: Part) -> Read:
    """Read a file, and number what it would change."""
    found = lot.examiner(path, cancel, part.tell)
    return found, numeroter(found) if isinstance(found, Proposition) else ()


def changed(
    gesture: Callable[[Proposition], Proposition],
    proposition: Proposition,
    rows: tuple[LigneNumerotee, ...],
) -> Shown:
    """Make a gesture on a proposition, and number the lines it changed."""
    made = gesture(proposition)
    return made, numeroter(made, rows)


def confirmed(
    services: "Services", question: DispositionAConfirmer, retour: str, layout: Disposition
) -> Shown:
    """Remember a layout, and read the file it was asked for."""
    made = services.receptions.confirmer(question, retour, layout)
    return made, numeroter(made)


def apply_good(services: "Services", proposition: Proposition) -> "ResultatImportation":
    """Store the lines that ask nothing, as they stand after the files before."""
    return services.importations.apply(services.receptions.actualiser(proposition))


def together(services: "Services", rows: tuple[FichierRecu, ...]) -> tuple[FichierRecu, ...]:
    """Say of each file which others answer the same return, or give the same values otherwise."""
    open_ = [row for row in rows if row.proposition and not (row.laisse or row.traite)]
    propositions = [row.seule for row in open_ if row.seule]
    compared = services.receptions.rapprocher(propositions)
    same = memes_retours(compared)
    made = {}
    for rank, (row, fresh) in enumerate(zip(open_, compared, strict=True)):
        lines = row.lignes if fresh is row.proposition else numeroter(fresh, row.lignes)
        others = tuple(open_[other].chemin for other in same.get(rank, ()))
        made[row.chemin] = replace(row, proposition=fresh, lignes=lines, versions=others)
    return tuple(made.get(row.chemin, row) for row in rows)
