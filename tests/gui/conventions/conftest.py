"""The page « Conventions » on the shipped plans."""

import pytest
from pytestqt.qtbot import QtBot

from sdpd_desktop.gui.conventions.page import ConventionsPage
from sdpd_desktop.gui.page import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ConventionsPage:
    page = ConventionsPage(context)
    qtbot.addWidget(page)
    page.resize(1030, 540)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page
