"""Returns as partners send them back, and the page that takes them in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.retours.page import RetoursPage
from tests.support import answer

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN, PERIODE = "SDPD77-2020", "2022-S1"
K37, K40 = "O8.A3.i1", "O9.A2.i1"
Fill = Callable[[str, dict[tuple[str, str], Any]], Path]
MESURES = {
    ("O1.A2.m1", "statut"): "Réalisée",
    ("O1.A2.m1", "fait_le"): "12/05/2022",
    ("O1.A3.m1", "statut"): "fini",
    ("O1.A3.m3", "statut"): "Réalisée",
}
AUTRES = {("O1.A2.m1", "statut"): "En cours"}


def previewing(page: RetoursPage) -> bool:
    return page.form.stack.currentWidget() is page.reception.preview


def statut(services: "Services", action: str, code: str) -> Statut:
    details = services.plans.action(PLAN, action)
    return next(m.statut for m in details.mesures if m.code == code)


@pytest.fixture
def fill(services: "Services", tmp_path: Path) -> Fill:
    """Prepare the return of a partner and fill it: ``fill("DDSP77", {(code, column): text})``."""

    def make(partenaire: str, answers: dict[tuple[str, str], Any]) -> Path:
        done = services.campagnes.prepare(PLAN, PERIODE, tmp_path / "cle", partenaire)
        back = tmp_path / "retour"
        back.mkdir(exist_ok=True)
        return answer(done.fichiers[0], answers, back / f"{partenaire}.xlsx")

    return make


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> RetoursPage:
    """The page, shown, that hears of what changes."""
    page = RetoursPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page
