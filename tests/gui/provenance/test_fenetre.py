"""One click from a value on any screen to where it comes from."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.gui.indicateurs.detail import IndicateursDetail
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.provenance.fenetre import ProvenanceDialog
from sdpd_desktop.gui.retours.page import RetoursPage
from sdpd_desktop.gui.strategie.detail import StrategieDetail
from sdpd_desktop.gui.strategie.page import StrategiePage
from sdpd_desktop.gui.tableau_de_bord.page import TableauDeBordPage
from tests.gui.conftest import Said
from tests.support import answer, plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN, K40 = "SDPD77-2020", "O9.A2.i1"


@pytest.fixture
def imported(services: "Services", tmp_path: Path) -> int:
    """Import a value of 2021, which the annual grid shows, from a return of that year."""
    made = services.campagnes.prepare(PLAN, parse_periode("2021"), tmp_path / "cle", "GGD77")
    path = answer(made.fichiers[0], {(K40, "valeur"): 70}, tmp_path / "retour.xlsx")
    proposition = services.importations.propose(path)
    done = services.importations.apply(proposition, range(len(proposition.lignes)))
    return done.changement or 0


@pytest.fixture(autouse=True)
def closed(qapp: QApplication) -> Iterator[None]:
    yield
    for widget in qapp.topLevelWidgets():
        if isinstance(widget, ProvenanceDialog):
            widget.close()


def opened(qapp: QApplication) -> ProvenanceDialog:
    (dialog,) = (w for w in qapp.topLevelWidgets() if isinstance(w, ProvenanceDialog))
    return dialog


def shown(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1190, 700)
    page.refresh(None)  # type: ignore[attr-defined]
    page.show()


@pytest.mark.usefixtures("imported")
def test_from_a_cell_of_the_grid(qtbot: QtBot, qapp: QApplication, context: Context) -> None:
    page = IndicateursPage(context)
    shown(qtbot, page)
    page.open_object("indicateur", K40, PLAN)
    (detail,) = page.findChildren(IndicateursDetail)
    qtbot.waitUntil(lambda: detail.form.value_label.text().startswith("70"))
    assert detail.form.provenance_button.isVisible()
    detail.form.provenance_button.click()
    dialog = opened(qapp)
    assert "K40 · 2021" in plain(dialog.form.title_label.text())
    assert dialog.ligne.current_row().texte == "70"


@pytest.mark.usefixtures("imported")
def test_from_an_indicator_of_the_strategy(
    qtbot: QtBot, qapp: QApplication, context: Context
) -> None:
    page = StrategiePage(context)
    shown(qtbot, page)
    page.open_object("action", "O9.A2", PLAN)
    (detail,) = page.findChildren(StrategieDetail)
    detail.indicateurs.choose(lambda row: row.indicateur.code == K40)
    detail.form.provenance_button.click()
    assert "K40" in opened(qapp).form.title_label.text()


def test_from_a_mesure_that_a_return_ticked(
    qtbot: QtBot, qapp: QApplication, context: Context, services: "Services", tmp_path: Path
) -> None:
    made = services.campagnes.prepare(PLAN, "2022-S1", tmp_path / "cle", "GGD77")
    path = answer(made.fichiers[0], {("O8.A4.m1", "statut"): "en cours"}, tmp_path / "r.xlsx")
    proposition = services.importations.propose(path)
    services.importations.apply(proposition, range(len(proposition.lignes)))
    page = StrategiePage(context)
    shown(qtbot, page)
    page.open_object("mesure", "O8.A4.m1", PLAN)
    (detail,) = page.findChildren(StrategieDetail)
    assert detail.form.origine_button.isVisible()
    detail.form.origine_button.click()
    dialog = opened(qapp)
    assert "O8.A4.m1" in dialog.form.title_label.text()
    assert dialog.ligne.current_row().texte == "en cours"
    page.open_object("mesure", "O8.A4.m2", PLAN)  # Nobody has given it a status.
    assert not detail.form.origine_button.isVisible()


def test_from_a_line_that_is_only_proposed(
    qtbot: QtBot, qapp: QApplication, context: Context, services: "Services", tmp_path: Path
) -> None:
    made = services.campagnes.prepare(PLAN, "2022-S1", tmp_path / "cle", "GGD77")
    path = answer(made.fichiers[0], {(K40, "valeur"): "beaucoup"}, tmp_path / "r.xlsx")
    page = RetoursPage(context)
    shown(qtbot, page)
    page.open_files([path])
    preview = page.reception.preview
    preview.view.choose(lambda row: row.ligne.objet == "K40")
    assert not preview.form.ancien_button.isVisible()
    preview.form.ligne_button.click()
    dialog = opened(qapp)
    assert "K40" in dialog.form.title_label.text()
    assert dialog.ligne.current_row().texte == "beaucoup"
    assert "fichier proposé" in plain(dialog.form.origine_label.text())
    form = dialog.form
    for button in (form.journal_button, form.expurger_button, form.enregistrer_button):
        assert not button.isVisible()


@pytest.mark.usefixtures("imported")
def test_from_the_stored_value_that_a_line_would_replace(
    qtbot: QtBot, qapp: QApplication, context: Context, services: "Services", tmp_path: Path
) -> None:
    made = services.campagnes.prepare(PLAN, parse_periode("2021"), tmp_path / "cle", "GGD77")
    path = answer(made.fichiers[0], {(K40, "valeur"): 71}, tmp_path / "second.xlsx")
    page = RetoursPage(context)
    shown(qtbot, page)
    page.open_files([path])
    preview = page.reception.preview
    preview.view.choose(lambda row: row.ligne.objet == "K40")
    preview.form.ancien_button.click()
    dialog = opened(qapp)
    assert "retour.xlsx" in dialog.form.fichier_label.text()
    assert dialog.ligne.current_row().texte == "70"


def test_from_the_status_that_a_line_would_replace(
    qtbot: QtBot, qapp: QApplication, context: Context, services: "Services", tmp_path: Path
) -> None:
    services.plans.tick(PLAN, "O8.A4.m1", context.today(), Statut.EN_COURS, note="vu sur place")
    made = services.campagnes.prepare(PLAN, "2022-S1", tmp_path / "cle", "GGD77")
    path = answer(made.fichiers[0], {("O8.A4.m1", "statut"): "en pause"}, tmp_path / "r.xlsx")
    page = RetoursPage(context)
    shown(qtbot, page)
    page.open_files([path])
    page.reception.preview.form.ancien_button.click()
    assert "vu sur place" in opened(qapp).form.origine_label.text()


def test_from_the_trend_of_the_dashboard_then_to_the_journal(
    qtbot: QtBot, qapp: QApplication, context: Context, said: Said, imported: int
) -> None:
    page = TableauDeBordPage(context)
    shown(qtbot, page)
    combo = page.form.trend_combo
    combo.setCurrentIndex(combo.findData(K40))
    page.form.provenance_button.click()
    dialog = opened(qapp)
    assert "K40" in dialog.form.title_label.text()
    dialog.form.journal_button.click()
    assert said.links[-1] == Link("journal", "changement", str(imported))


@pytest.mark.usefixtures("imported")
def test_a_cell_never_filled_has_no_provenance(qtbot: QtBot, context: Context) -> None:
    page = IndicateursPage(context)
    shown(qtbot, page)
    page.open_object("indicateur", "O8.A3.i1", PLAN)
    (detail,) = page.findChildren(IndicateursDetail)
    assert not detail.form.provenance_button.isVisible()


def test_a_value_put_back_meanwhile_is_said_to_be_gone(
    qtbot: QtBot, context: Context, services: "Services", imported: int
) -> None:
    (value,) = services.indicateurs.history(PLAN, K40, parse_periode("2021"))
    services.journal.undo(imported)
    dialog = ProvenanceDialog(context, lambda: services.provenances.of_value(value.id))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.form.title_label.text() == "Provenance inconnue"
    assert "n'existe plus" in plain(dialog.form.etat_label.text())
    assert not dialog.form.journal_button.isEnabled()


def test_an_expunged_file_says_so_with_its_hash(
    qtbot: QtBot, context: Context, services: "Services", imported: int
) -> None:
    assert imported
    (value,) = services.indicateurs.history(PLAN, K40, parse_periode("2021"))
    (file,) = services.importations.list_all()
    services.expurgations.expurger_fichier(file.empreinte, "reçu par erreur")
    dialog = ProvenanceDialog(context, lambda: services.provenances.of_value(value.id))
    qtbot.addWidget(dialog)
    dialog.show()
    assert file.empreinte in dialog.form.fichier_label.text()
    said = plain(dialog.form.etat_label.text())
    assert "effacé de la base" in said
    assert f"Expurgé le {dt.date(2022, 6, 30):%d/%m/%Y}" in said
    assert not dialog.form.enregistrer_button.isEnabled()
    assert not dialog.ligne.isVisible()
