"""The page « Documents » on the real plans, listening to changes as in the window."""

import pytest
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.rapport import TypeRapport
from sdpd_desktop.gui.documents.page import DocumentsPage
from sdpd_desktop.gui.page import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> DocumentsPage:
    """The page, shown, on the bilan of 2022."""
    page = DocumentsPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


def choose(page: DocumentsPage, kind: TypeRapport) -> None:
    """Choose a kind of document as a click in the list would."""
    combo = page.form.type_combo
    combo.setCurrentIndex(combo.findData(kind.value))


def type_period(page: DocumentsPage, text: str) -> None:
    """Type a period, then leave its field."""
    edit = page.form.periode_edit
    edit.setText(text)
    edit.textEdited.emit(text)
    edit.editingFinished.emit()
