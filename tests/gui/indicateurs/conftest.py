"""The screen as it opens, on the plan of Seine-et-Marne."""

import pytest
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.page import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> IndicateursPage:
    page = IndicateursPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    page.activateWindow()
    page.table.setFocus()
    return page


@pytest.fixture
def view(page: IndicateursPage) -> GrilleView:
    return page.table.view
