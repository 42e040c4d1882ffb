"""The journal: found, read row by row, put back, verified."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.journal import SourceChangement
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.gui.journal import page as journal_page
from sdpd_desktop.gui.journal.page import JournalPage
from sdpd_desktop.gui.page import Context
from tests.support import plain, raw

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"


@pytest.fixture
def page(qtbot: QtBot, context: Context, services: "Services") -> JournalPage:
    services.plans.tick(PLAN, "O2.A1.m1", dt.date(2022, 6, 12), note="Vu sur place")
    services.indicateurs.record(PLAN, "K33", "2022", "3600")
    page = JournalPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(
        lambda changes: page.refresh(changes) if changes & page.concerned else None
    )
    page.show()
    return page


def numbers(page: JournalPage) -> list[int]:
    model = page.listing.model()
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def fields(page: JournalPage) -> dict[str, tuple[str, str]]:
    model = page.fields.model()
    return {
        model.index(row, 2).data(): (model.index(row, 3).data(), model.index(row, 4).data())
        for row in range(model.rowCount())
    }


def test_the_newest_comes_first_with_its_rows(
    page: JournalPage, qtmodeltester: ModelTester
) -> None:
    assert numbers(page) == [3, 2, 1]
    qtmodeltester.check(page.listing.model())
    qtmodeltester.check(page.fields.model())
    assert plain(page.form.heading_label.text()).startswith("n° 3 · ")
    assert fields(page)["Valeur"] == ("", "3600")
    assert fields(page)["Période"] == ("", "2022")


def test_before_and_after_are_in_french(page: JournalPage) -> None:
    assert page.open_object("changement", "2", None)
    shown = fields(page)
    assert shown["Fait le"] == ("", "12/06/2022")
    assert shown["Note"] == ("", "Vu sur place")
    assert not page.open_object("action", "O1.A1", None)


def test_put_back_then_put_back_again(page: JournalPage, services: "Services") -> None:
    page.open_object("changement", "2", None)
    page.form.undo_button.click()
    assert numbers(page) == [4, 3, 2, 1]
    mesure = next(m for m in services.plans.action(PLAN, "O2.A1").mesures if m.code == "O2.A1.m1")
    assert mesure.statut is Statut.A_VENIR
    assert "sont remises" in page.form.message_bar.text_label.text()
    row = page.listing.current_row()
    assert row.numero == 2
    assert not page.form.undo_button.isEnabled()
    assert "Annulé par le changement" in page.form.meta_label.text()
    badge = page.listing.currentIndex().siblingAtColumn(6).data()
    assert plain(badge) == "Annulé par n° 4"
    page.open_object("changement", "4", None)
    page.form.undo_button.click()
    assert services.plans.action(PLAN, "O2.A1").mesures[0].statut is Statut.REALISEE


def test_conflicts_are_listed_where_the_button_is(page: JournalPage, services: "Services") -> None:
    services.plans.tick(PLAN, "O2.A1.m1", None, Statut.BLOQUEE)
    page.open_object("changement", "2", None)
    page.form.undo_button.click()
    assert page.form.conflicts_label.isVisible()
    assert "O2.A1.m1" in page.form.conflicts_label.text()
    page.open_object("changement", "3", None)
    assert not page.form.conflicts_label.isVisible()


def test_words_and_source_filter_the_list(qtbot: QtBot, page: JournalPage) -> None:
    page.focus_filter()
    page.form.filter_edit.setText("K33")
    qtbot.waitUntil(lambda: numbers(page) == [3])
    page.form.filter_edit.setText("rien de tel")
    qtbot.waitUntil(lambda: numbers(page) == [])
    assert page.form.list_stack.currentWidget() is not page.form.list_page
    assert not page.form.undo_button.isVisible()
    page.form.filter_edit.clear()
    qtbot.waitUntil(lambda: len(numbers(page)) == 3)
    combo = page.form.source_combo
    combo.setCurrentIndex(combo.findData(SourceChangement.REFERENCE))
    assert numbers(page) == [1]


def test_older_changements_are_read_on_demand(
    page: JournalPage, services: "Services", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_page, "PAGE", 2)
    page._rows = ()
    page.refresh(None)
    assert numbers(page) == [3, 2]
    assert page.form.older_button.isVisible()
    page.form.older_button.click()
    assert numbers(page) == [3, 2, 1]
    assert not page.form.older_button.isVisible()


def test_a_link_to_an_old_changement_reads_back_to_it(
    page: JournalPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_page, "PAGE", 1)
    page._rows = ()
    page.refresh(None)
    assert page.open_object("changement", "1", None)
    assert page.listing.current_row().numero == 1


def test_the_chain_is_verified(page: JournalPage) -> None:
    page.form.verify_button.click()
    assert page.form.message_bar.text_label.text().replace("\u00a0", " ") == (
        "La chaîne est intacte : 3 changements vérifiés."
    )


def test_an_altered_journal_is_said(page: JournalPage, services: "Services") -> None:
    with raw(services.data, guards=False) as connection:
        connection.execute("UPDATE changement SET auteur = 'un autre' WHERE numero = 2")
    page.form.verify_button.click()
    said = page.form.message_bar.text_label.text()
    assert "La chaîne est rompue" in said
    assert "n° 2" in plain(said)
    assert page.form.verify_button.isEnabled()
