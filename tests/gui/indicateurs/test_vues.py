"""Any two axes on screen, comparisons with the year before, charts: on the real plans."""

import re
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.comparaison import Fenetre
from sdpd_desktop.domain.graphique import NatureGraphique
from sdpd_desktop.domain.grille import Axe
from sdpd_desktop.domain.partenaire import Contact, Emetteur, Zone
from sdpd_desktop.domain.periode import TypePeriode, parse_periode
from sdpd_desktop.domain.retour import LigneDemandee
from sdpd_desktop.domain.transmission import Canal, SaisieTransmise, Transmission
from sdpd_desktop.gui.indicateurs import comparaison
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.provenance.fenetre import ProvenanceDialog
from tests.support import plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"


@pytest.fixture
def page(qtbot: QtBot, context: Context, services: "Services") -> IndicateursPage:
    for month, police, gendarmerie in (
        ("2021-04", "10", "4"),
        ("2021-05", "20", "6"),
        ("2022-04", "15", "4"),
        ("2022-05", "25", "9"),
    ):
        for zone, text in ((Zone.POLICE, police), (Zone.GENDARMERIE, gendarmerie)):
            services.indicateurs.record(PLAN, "K12", month, text, zone=zone, confirme=True)
    services.indicateurs.record(PLAN, "K33", "2020", "3480")
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    page = IndicateursPage(context)
    qtbot.addWidget(page)
    page.resize(1130, 680)
    page.refresh(None)
    context.changes.changed.connect(page.refresh)
    page.show()
    return page


@pytest.fixture
def view(page: IndicateursPage) -> GrilleView:
    return page.table.view


def choose(combo: "QComboBox", data: object) -> None:
    assert combo.findData(data) >= 0, data
    combo.setCurrentIndex(combo.findData(data))


def show(page: IndicateursPage, lignes: Axe, colonnes: Axe) -> None:
    choose(page.form.lignes_combo, lignes)
    choose(page.form.colonnes_combo, colonnes)


@pytest.mark.parametrize(("lignes", "colonnes"), list(permutations(Axe, 2)))
def test_any_two_axes_are_shown_and_typed_in(
    page: IndicateursPage,
    view: GrilleView,
    services: "Services",
    qtmodeltester: ModelTester,
    lignes: Axe,
    colonnes: Axe,
) -> None:
    form, code = page.form, services.indicateurs.get(PLAN, "K33").code
    show(page, lignes, colonnes)
    for axe, combo, wanted in (
        (Axe.INDICATEUR, form.indicateur_combo, code),
        (Axe.PERIODE, form.periode_combo, "2021"),
    ):
        assert combo.isVisible() is (axe not in (lignes, colonnes))
        if combo.isVisible():
            choose(combo, wanted)
    assert form.zone_combo.isVisible() is (Axe.ZONE not in (lignes, colonnes))
    assert page.minimumSizeHint().width() <= 1037  # What the smallest screen leaves.
    model = view.cellules
    assert model.lignes[0].axe is lignes
    assert model.colonnes[0].axe is colonnes
    assert model.rowCount() == len(page.table.rows.rows)
    grille = model.grille
    assert grille is not None
    cle = (code, parse_periode("2021"), grille.ici, Zone.ENSEMBLE)
    index = model.find(cle)
    assert plain(str(index.data())) == "3 600"
    view.go(index)
    assert page.table.listing.currentIndex().row() == index.row()
    assert plain(page.detail.form.value_label.text()) == "3 600 caméras"
    model.setData(index, "3610")
    stored = services.indicateurs.history(PLAN, code, cle[1])[0]
    assert stored.valeur == 3610
    assert plain(str(model.find(cle).data())) == "3 610"
    qtmodeltester.check(model)


def test_the_same_axis_twice_changes_their_places(page: IndicateursPage) -> None:
    form = page.form
    choose(form.lignes_combo, Axe.PERIODE)
    assert form.colonnes_combo.currentData() == Axe.INDICATEUR
    choose(form.colonnes_combo, Axe.PERIODE)
    assert form.lignes_combo.currentData() == Axe.INDICATEUR


def test_a_link_puts_indicators_back_in_rows(page: IndicateursPage) -> None:
    show(page, Axe.TERRITOIRE, Axe.ZONE)
    assert page.open_object("indicateur", "O7.A1.i1", PLAN)
    cell = page.table.current()
    assert cell is not None
    assert cell.indicateur.reference == "K33"


def test_closed_periods_say_so_in_rows(page: IndicateursPage, services: "Services") -> None:
    show(page, Axe.PERIODE, Axe.ZONE)
    services.clotures.clore(PLAN, "2021")
    rows = {row.repere.court: row.close for row in page.table.rows.rows}
    assert rows["2021"]
    assert not rows["2020"]
    assert page.table.rows.index(3, 1).data() == "Clôturée"


# -- N/N-1


def compare(page: IndicateursPage, periode: str) -> dict[str, str]:
    """Return « indicator zone » → « N-1 N écart % » as shown."""
    combo = page.contenu.comparaison.periode_combo
    combo.setCurrentIndex([combo.itemData(n).code for n in range(combo.count())].index(periode))
    model = page.contenu.comparaison.listing.model()
    texts = [
        [plain(str(model.index(row, column).data())) for column in range(8)]
        for row in range(model.rowCount())
    ]
    return {f"{row[0]} {row[2]}": " ".join(row[3:7]) for row in texts}


def test_a_comparison_leads_to_the_dates_of_the_territory(
    page: IndicateursPage, said: "Said"
) -> None:
    link = Link("territoires", "territoire", "DEP77")
    detail = page.detail.form
    assert page.table.go_to("K33")
    detail.tabs.setCurrentWidget(detail.comparaison_tab)
    page.detail._ask()
    assert "Dater un changement" in detail.comparaison_label.text()
    detail.comparaison_label.linkActivated.emit("limites")
    page.form.comparer_button.setChecked(True)
    page.contenu.comparaison.limites_button.click()
    assert said.links == [link, link]


def test_the_whole_plan_is_compared_with_the_year_before(
    page: IndicateursPage, services: "Services"
) -> None:
    form = page.form
    choose(form.type_combo, TypePeriode.MOIS)
    form.comparer_button.setChecked(True)
    assert form.contenu_stack.currentWidget() is page.contenu.comparaison
    assert not page.detail.isVisible()
    rows = compare(page, "2022-05")
    assert rows["K12 Ensemble"] == "26 34 +8 +30,8 %"
    assert rows["K12 Zone police"] == "20 25 +5 +25,0 %"
    assert rows["K12 Zone gendarmerie"] == "6 9 +3 +50,0 %"
    assert rows["K33 Ensemble"] == "– – – –"
    assert plain(page.contenu.comparaison.spans.text()) == "mai 2021 → mai 2022"
    choose(page.contenu.comparaison.fenetre_combo, Fenetre.DOUZE_MOIS)
    assert "juin 2021 à mai 2022" in plain(page.contenu.comparaison.spans.text())
    form.filter_edit.setText("K12")
    page.apply_filter()
    assert page.contenu.comparaison.listing.model().rowCount() == 3
    services.indicateurs.record(PLAN, "K12", "2022-05", "30", zone=Zone.POLICE, confirme=True)
    choose(page.contenu.comparaison.fenetre_combo, Fenetre.PERIODE)
    assert compare(page, "2022-05")["K12 Zone police"] == "20 30 +10 +50,0 %"
    form.comparer_button.setChecked(False)
    assert page.detail.isVisible()


def test_what_does_not_compare_says_why(page: IndicateursPage) -> None:
    page.form.comparer_button.setChecked(True)
    compare(page, "2020")
    model = page.contenu.comparaison.listing.model()
    remarks = [plain(str(model.index(row, 7).data())) for row in range(model.rowCount())]
    codes = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert remarks[codes.index("K33")] == "Non comparable : il manque 2019"


def test_the_detail_compares_the_current_cell(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView
) -> None:
    form = page.detail.form
    choose(page.form.type_combo, TypePeriode.MOIS)
    form.tabs.setCurrentWidget(form.comparaison_tab)
    index = view.cellules.index(view.cellules.row_of("K12"), 0)
    months = [colonne.part for colonne in view.cellules.colonnes]
    view.go(index.siblingAtColumn(months.index(parse_periode("2022-05"))))
    qtbot.waitUntil(lambda: "+30,8" in form.comparaison_label.text())
    words = plain(form.comparaison_label.text())
    for told in ("mai 2022", "Zone police", "Zone gendarmerie", "non comparable"):
        assert told in words
    assert "26" in form.comparaison_chart.accessibleDescription()
    view.go(index.siblingAtColumn(months.index(parse_periode("2022-12"))))
    qtbot.waitUntil(lambda: "pas encore commencé" in form.comparaison_label.text())


def test_a_year_is_compared_once(services: "Services") -> None:
    services.indicateurs.record(PLAN, "K12", "2020", "75")
    services.indicateurs.record(PLAN, "K12", "2019", "46")
    code = services.indicateurs.get(PLAN, "K12").code
    lignes = services.comparaisons.lignes(PLAN, "2020", "", (code,))
    assert len(comparaison.fenetres_distinctes(lignes[0])) == 1
    words = plain(comparaison.tableau(lignes))
    assert "+29" in words
    assert "+63,0 %" in words
    drawn = comparaison.graphique(lignes)
    assert drawn is not None
    assert [list(serie.valeurs) for serie in drawn.series] == [[46], [75]]


# -- charts


def test_values_are_drawn_by_territory(
    qtbot: QtBot, page: IndicateursPage, view: GrilleView, services: "Services"
) -> None:
    places = dict(view.cellules.grille.territoires if view.cellules.grille else ())
    meaux = next(code for code, nom in places.items() if "Meaux" in nom)
    services.indicateurs.record(PLAN, "K33", "2021", "400", territoire=meaux)
    view.go(
        view.cellules.index(
            view.cellules.row_of("K33"),
            [c.part for c in view.cellules.colonnes].index(parse_periode("2021")),
        )
    )
    form = page.detail.form
    assert "2020" in form.trend_chart.accessibleDescription()
    choose(form.graphe_combo, NatureGraphique.TERRITOIRES)
    qtbot.waitUntil(lambda: places[meaux] in form.trend_chart.accessibleDescription())
    drawn = form.trend_chart.graphique
    assert drawn is not None
    assert drawn.nature is NatureGraphique.TERRITOIRES
    assert list(drawn.series[0].valeurs) == [3600, 400]
    choose(form.graphe_combo, NatureGraphique.TENDANCE)
    assert "2020" in form.trend_chart.accessibleDescription()


def test_the_menu_of_columns_follows_the_list(page: IndicateursPage) -> None:
    def columns() -> list[str]:
        return [action.text() for action in page.form.columns_button.menu().actions()]

    assert "Cible" in columns()
    show(page, Axe.PERIODE, Axe.ZONE)
    assert "Cible" not in columns()
    assert "État" in columns()


def test_rows_are_level_whatever_they_are(page: IndicateursPage, view: GrilleView) -> None:
    show(page, Axe.TERRITOIRE, Axe.PERIODE)
    left = page.table.listing.visualRect(page.table.rows.index(3, 0))
    right = view.visualRect(view.cellules.index(3, 0))
    assert abs(left.top() - right.top()) <= 1
    assert view.horizontalHeader().defaultSectionSize() == 88
    header = view.cellules.headerData(3, Qt.Orientation.Vertical)
    assert header == view.cellules.lignes[3].court


def test_a_sum_says_what_each_unit_gave(
    page: IndicateursPage, services: "Services", view: GrilleView, tmp_path: Path, qtbot: QtBot
) -> None:
    services.partenaires.enregistrer("DDSP77", Contact(), (Emetteur("CSP Noisiel"),))
    retour = services.campagnes.prepare(PLAN, "2021", tmp_path, "DDSP77").campagne.retours[0]
    code, year = services.indicateurs.get(PLAN, "K05").code, parse_periode("2021")
    call = Transmission(Canal.TELEPHONE, page.context.today(), "chef de service", "CSP Noisiel")
    typed = SaisieTransmise(LigneDemandee(code, "DEP77"), "valeur", "305")
    services.transmissions.enregistrer(retour.id, call, (typed,), {typed.cle})
    view.go(view.cellules.find((code, year, "DEP77", Zone.ENSEMBLE)))
    wanted = "CSP Noisiel : 305 (téléphone, 30/06/2022, chef de service)"
    page.detail.form.tabs.setCurrentWidget(page.detail.form.valeur_tab)
    label = page.detail.form.parts_label
    qtbot.waitUntil(lambda: wanted in plain(re.sub("<[^>]*>", "", label.text())))
    (link,) = re.findall('href="([^"]*)"', label.text())
    label.linkActivated.emit(link)
    (dialog,) = page.findChildren(ProvenanceDialog)
    assert "chef de service" in dialog.form.origine_label.text()
    dialog.close()
