"""Cells of the grid by reference and year, on screen and as stored."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication

from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.gui.indicateurs.vue import GrilleView

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.domain.indicateur import Observation

PLAN = "SDPD77-2020"


def at(view: GrilleView, reference: str, year: str) -> QModelIndex:
    model = view.cellules
    periods = [colonne.part for colonne in model.colonnes]
    return model.index(model.row_of(reference), periods.index(parse_periode(year)))


def go(view: GrilleView, reference: str, year: str) -> None:
    view.go(at(view, reference, year))


def stored(services: "Services", reference: str, year: str) -> "Observation | None":
    code = services.indicateurs.get(PLAN, reference).code
    rows = services.indicateurs.history(PLAN, code, parse_periode(year))
    return rows[0] if rows else None


def value(services: "Services", reference: str, year: str) -> object:
    found = stored(services, reference, year)
    return found.valeur if found else None


def copied(texte: str) -> None:
    QGuiApplication.clipboard().setText(texte)


def changements(services: "Services") -> int:
    return services.journal.history(limit=1)[0].numero
