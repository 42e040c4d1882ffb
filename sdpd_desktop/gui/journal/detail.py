"""The rows that a changement touched, field by field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.journal import LigneChangement, Operation
from sdpd_desktop.gui.journal.libelles import champ, objet, shown, valeur
from sdpd_desktop.gui.labels import OPERATIONS, Badge, Forme
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_BADGES = {
    Operation.AJOUT: Badge(OPERATIONS[Operation.AJOUT], "ok", Forme.ROND),
    Operation.MODIFICATION: Badge(OPERATIONS[Operation.MODIFICATION], "info", Forme.CARRE),
    Operation.SUPPRESSION: Badge(OPERATIONS[Operation.SUPPRESSION], "late", Forme.CROIX),
}


@dataclass(frozen=True)
class ChampTouche:
    """One field of one row, before and after; ``ligne`` is the id of the row."""

    ligne: str
    objet: str
    operation: Operation
    champ: str
    avant: str
    apres: str


def touched(lignes: Iterable[LigneChangement]) -> Iterator[ChampTouche]:
    """Return the fields that differ, row by row; what is only internal is left out."""
    for ligne in lignes:
        yield from _fields(ligne)


def _fields(ligne: LigneChangement) -> Iterator[ChampTouche]:
    name = objet(ligne)
    if ligne.purge:
        text = "détail supprimé du journal (expurgé)"
        yield ChampTouche(ligne.ligne, name, ligne.operation, text, "", "")
        return
    before, after = ligne.avant or {}, ligne.apres or {}
    found = False
    for field in dict.fromkeys((*before, *after)):
        if not shown(field):
            continue
        old = valeur(ligne.table, field, before.get(field))
        new = valeur(ligne.table, field, after.get(field))
        if old != new:
            found = True
            yield ChampTouche(ligne.ligne, name, ligne.operation, champ(field), old, new)
    if not found:
        yield ChampTouche(ligne.ligne, name, ligne.operation, "", "", "")


_COLUMNS: tuple[Column[ChampTouche], ...] = (
    Column("Objet", lambda row: row.objet, 260, tip=lambda row: row.objet),
    Column(
        "Opération",
        lambda row: OPERATIONS[row.operation],
        114,
        badge=lambda row: _BADGES[row.operation],
    ),
    Column("Champ", lambda row: row.champ, 150, tip=lambda row: row.champ),
    Column("Avant", lambda row: row.avant, 0, tip=lambda row: row.avant),
    Column("Après", lambda row: row.apres, 0, tip=lambda row: row.apres),
)


def listing_champs(settings: LookSettings, parent: QWidget) -> Listing:
    """Make the list of the fields of a changement."""
    model: ColumnTableModel[ChampTouche] = ColumnTableModel(_COLUMNS)
    return Listing(model, "Valeurs avant et après", settings, "journal/champs", parent)
