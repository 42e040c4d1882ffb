"""The « Territoires et instances » screen on the real plans."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.instance import Decision, ReunionDetails, ReunionDraft
from sdpd_desktop.domain.territoire import NatureTerritoire
from sdpd_desktop.gui.labels import NATURES_TERRITOIRE
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.territoires.page import TerritoiresPage
from tests.support import count, plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

MEETING = ReunionDraft(dt.date(2022, 3, 14), "Premier trimestre", "Melun", (Decision("Agir"),))


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TerritoiresPage:
    page = TerritoiresPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    page.activateWindow()
    return page


def held(services: "Services", code: str = "EMDS77") -> tuple[ReunionDetails, ...]:
    return services.instances.reunions(code)


def test_a_meeting_is_typed_with_what_it_decided(
    page: TerritoiresPage, services: "Services", said: "Said"
) -> None:
    form, tab = page.form, page.instances
    assert page.open_object("instance", "EMDS77", None)
    assert "Aucune réunion" in form.reunions_label.text()
    assert form.reunion_frame.isHidden()
    assert page.new_object()
    assert form.tenue_le_edit.text() == "30/06/2022"
    form.tenue_le_edit.setText("14 mars 2022")
    form.objet_edit.setText("État-major")
    form.lieu_edit.setText("Melun")
    form.decision_add_button.click()
    editor = tab.decisions.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.insert("Réunir les bailleurs")
    combo = tab.decisions.cellWidget(0, 1)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("O6.A2"))
    tab.decisions.item(0, 2).setText("1/9/22")  # type: ignore[union-attr]
    form.decision_add_button.click()  # Left empty: no decision.
    form.enregistrer_button.click()
    (kept,) = held(services)
    assert (kept.tenue_le, kept.objet, kept.lieu) == (dt.date(2022, 3, 14), "État-major", "Melun")
    assert kept.decisions == (
        Decision("Réunir les bailleurs", "O6.A2", dt.date(2022, 9, 1)),
    )  # fmt: skip
    assert said.notices[-1] == "Réunion du 14/03/2022 enregistrée."
    assert tab.reunions.current_row() == kept
    assert tab.listing.current_row().derniere_reunion == kept.tenue_le


def test_a_meeting_is_changed_and_taken_away(page: TerritoiresPage, services: "Services") -> None:
    kept = services.instances.enregistrer("EMDS77", MEETING)
    page.open_object("instance", "EMDS77", None)
    form = page.form
    assert form.objet_edit.text() == "Premier trimestre"
    form.objet_edit.setText("Trimestre")
    page.instances.decisions.setCurrentCell(0, 0)
    form.decision_remove_button.click()
    form.enregistrer_button.click()
    (changed,) = held(services)
    assert (changed.id, changed.objet, changed.decisions) == (kept.id, "Trimestre", ())
    form.retirer_button.click()
    assert held(services) == ()
    assert form.reunion_frame.isHidden()
    services.journal.undo(services.journal.history(1)[0].numero)
    assert page.instances.reunions.current_row() == changed


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("tenue_le_edit", "hier", "n'est pas une date"),
        ("tenue_le_edit", "1/1/2030", "dans le futur"),
        ("objet_edit", "", "Donnez l'objet"),
    ],
)
def test_a_refusal_stands_under_its_field_and_keeps_what_was_typed(
    page: TerritoiresPage, services: "Services", name: str, text: str, words: str
) -> None:
    page.open_object("instance", "EMDS77", None)
    page.new_object()
    page.form.objet_edit.setText("État-major")
    field = getattr(page.form, name)
    field.setText(text)
    page.form.enregistrer_button.click()
    assert words in plain(page.instances.refus.text)
    assert field.text() == text
    assert page.instances.refus.field is field
    assert held(services) == ()


def test_a_wrong_date_of_a_decision_names_it(page: TerritoiresPage, services: "Services") -> None:
    services.instances.enregistrer("EMDS77", MEETING)
    page.open_object("instance", "EMDS77", None)
    page.instances.decisions.item(0, 2).setText("bientôt")  # type: ignore[union-attr]
    before = count(services)
    page.form.enregistrer_button.click()
    assert "Décision n° 1, échéance" in plain(page.instances.refus.text)
    assert count(services) == before


def test_a_meeting_being_typed_survives_a_reload(
    page: TerritoiresPage, services: "Services"
) -> None:
    services.instances.enregistrer("EMDS77", MEETING)
    page.open_object("instance", "EMDS77", None)
    page.new_object()
    page.form.objet_edit.setText("En cours de frappe")
    page.refresh(frozenset({Change.PLANS}))
    assert page.form.objet_edit.text() == "En cours de frappe"
    page.instances.reunions.choose(lambda _row: True)
    page.form.enregistrer_button.click()
    assert [meeting.objet for meeting in held(services)] == [
        "En cours de frappe", "Premier trimestre",
    ]  # fmt: skip


def test_territories_say_what_they_lie_in_and_are_filtered(page: TerritoiresPage) -> None:
    assert set(NATURES_TERRITOIRE) == set(NatureTerritoire)
    assert page.open_object("territoire", "NOISIEL", None)
    form = page.form
    assert form.tabs.currentWidget() is form.territoires_tab
    assert form.territoire_label.text() == "Noisiel"
    assert "INSEE 77337" in form.territoire_meta.text()
    page.focus_filter()
    form.filter_edit.setText("circonscription")
    page.territoires.filtrer()
    assert "sur" in form.count_label.text()
    assert page.open_object("territoire", "DEP77", None)  # Through any filter.
    assert form.territoire_label.text() == "Seine-et-Marne"
    assert form.contient_label.text().startswith("Comprend\u00a0: Arrondissement de Fontainebleau")
    assert form.dans_label.text() == "Compris dans\u00a0: Île-de-France"


def test_a_change_of_limits_is_dated_and_undone(
    qtbot: QtBot, page: TerritoiresPage, services: "Services"
) -> None:
    page.open_object("territoire", "DEP77", None)
    form = page.form
    form.perimetre_depuis_edit.setText("1er janvier 2021")
    form.zones_depuis_edit.setText("1/7/21")
    qtbot.keyClick(form.zones_depuis_edit, Qt.Key.Key_Return)
    row = page.territoires.listing.current_row()
    assert (row.perimetre_depuis, row.zones_depuis) == (dt.date(2021, 1, 1), dt.date(2021, 7, 1))
    services.journal.undo(services.journal.history(1)[0].numero)
    assert form.perimetre_depuis_edit.text() == ""
    form.perimetre_depuis_edit.setText("2/2/2030")
    form.dater_button.click()
    assert "dans le futur" in page.territoires.refus.text
    form.perimetre_depuis_edit.setText("jamais")
    form.dater_button.click()
    assert "n'est pas une date" in page.territoires.refus.text
    assert form.perimetre_depuis_edit.text() == "jamais"


def test_escape_goes_back_to_the_list(page: TerritoiresPage) -> None:
    page.form.nouvelle_button.setFocus()
    assert page.go_back()
    assert page.instances.listing.hasFocus()
    assert not page.go_back()
