"""A table of the SSMSI taken in from the window: read, looked at, applied, put back."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.ssmsi import RoleColonne
from sdpd_desktop.gui.indicateurs.page import IndicateursPage
from sdpd_desktop.gui.indicateurs.ssmsi import SsmsiPane
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.tasks import ThreadTaskRunner
from tests import fabrique_ssmsi as made
from tests.support import plain

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from tests.gui.conftest import Said

PLAN = "SDPD77-2020"
CAMBRIOLAGES = "Cambriolages de logement"
NAME = "donnee-comm-data.gouv-2021-geographie2022-produit-le2022-05-04.csv.gz"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return made.texte(
        tmp_path / NAME,
        made.COMMUNALE.replace("2025", "2022"),
        [
            made.commune("77284", 2020, CAMBRIOLAGES, 355),
            made.commune("77284", 2021, CAMBRIOLAGES, 341),
            made.commune("77288", 2021, CAMBRIOLAGES, None),
            made.commune("77999", 2021, CAMBRIOLAGES, 8),
            made.commune("62193", 2021, CAMBRIOLAGES, 8),
        ],
    )


@pytest.fixture
def pane(page: IndicateursPage) -> SsmsiPane:
    return page.contenu.ssmsi


def take(page: IndicateursPage, prompts: RecordingPrompts, path: Path) -> None:
    prompts.will_answer([path])
    page.form.importer_button.click()


def context_series(services: "Services") -> list[str]:
    codes = [indicateur.code for indicateur in services.indicateurs.list_all(PLAN)]
    return [code for code in codes if code.startswith("SSMSI.")]


def test_a_published_table_is_looked_at_applied_and_put_back(
    page: IndicateursPage,
    pane: SsmsiPane,
    prompts: RecordingPrompts,
    services: "Services",
    base: Path,
) -> None:
    form = pane.form
    before = services.journal.history(limit=1)[0].numero
    take(page, prompts, base)
    assert page.form.contenu_stack.currentWidget() is pane
    assert not page.detail.isVisible()
    assert "base communale" in form.origine_label.text()
    told = plain(form.resume_label.text())
    assert "3 nouvelles" in told
    assert "autre département" in told or "laissée" in told
    assert pane.series.model().rowCount() == 1
    assert pane.series.model().index(0, 3).data() == "3"
    assert form.confirmer_check.isHidden()
    assert plain(form.appliquer_button.text()) == "Importer 3 valeurs"
    assert services.journal.history(limit=1)[0].numero == before
    form.appliquer_button.click()
    assert "3 valeurs nouvelles" in plain(form.message_bar.text_label.text())
    assert form.appliquer_button.isHidden()
    (code,) = context_series(services)
    assert page.table.view.cellules.row_of(code) >= 0
    form.annuler_button.click()
    assert context_series(services) == []
    assert form.appliquer_button.isVisible()
    form.fermer_button.click()
    assert page.form.contenu_stack.currentWidget() is page.form.splitter
    assert page.detail.isVisible()


def test_the_same_table_again_changes_nothing(
    page: IndicateursPage, pane: SsmsiPane, prompts: RecordingPrompts, base: Path
) -> None:
    take(page, prompts, base)
    pane.form.appliquer_button.click()
    take(page, prompts, base)
    assert "inchangée" in pane.form.resume_label.text()
    assert not pane.form.appliquer_button.isEnabled()


def test_all_communes_can_be_kept(
    page: IndicateursPage, pane: SsmsiPane, prompts: RecordingPrompts, base: Path
) -> None:
    take(page, prompts, base)
    pane.form.communes_check.setChecked(True)
    assert "1 commune sera ajoutée" in plain(pane.form.resume_label.text())
    assert plain(pane.form.appliquer_button.text()) == "Importer 4 valeurs"


def test_a_table_of_no_known_layout_waits_for_its_columns_to_be_confirmed(
    page: IndicateursPage,
    pane: SsmsiPane,
    prompts: RecordingPrompts,
    services: "Services",
    tmp_path: Path,
) -> None:
    path = made.classeur(
        tmp_path / "socle commun mai 2022.xlsx",
        {
            "Feuil1": [
                ["Socle commun, Seine-et-Marne"],
                ["Index", "mai 2021", "mai 2022"],
                ["Vols avec armes", 12, 15],
                ["Cambriolages de logement", 210, 190],
            ]
        },
    )
    form = pane.form
    take(page, prompts, path)
    assert form.tabs.currentWidget() is form.colonnes_tab
    assert "À confirmer" in plain(form.resume_label.text())
    assert not form.appliquer_button.isEnabled()
    roles = {colonne.titre: combo for colonne, combo in pane._roles}
    assert roles["Index"].currentData() == RoleColonne.INDICATEUR
    last = roles["mai 2021"]
    last.setCurrentIndex(last.findData(RoleColonne.IGNOREE))
    form.relire_button.click()
    assert "2 nouvelles" in plain(form.resume_label.text())
    form.confirmer_check.setChecked(True)
    assert form.appliquer_button.isEnabled()
    form.appliquer_button.click()
    assert len(context_series(services)) == 2


def test_a_file_that_is_none_is_refused_in_place(
    page: IndicateursPage, pane: SsmsiPane, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    path = tmp_path / "photo.csv"
    path.write_bytes(bytes(range(256)))
    take(page, prompts, path)
    assert pane.form.message_bar.isVisible()
    assert pane.form.appliquer_button.isHidden()
    assert pane.form.lecture_frame.isHidden()
    assert page.go_back()
    assert page.form.contenu_stack.currentWidget() is page.form.splitter
    prompts.will_answer([])
    page.form.importer_button.click()
    assert page.form.contenu_stack.currentWidget() is page.form.splitter


def test_lines_that_cannot_be_read_are_told_with_their_number(
    page: IndicateursPage, pane: SsmsiPane, prompts: RecordingPrompts, tmp_path: Path
) -> None:
    path = made.texte(
        tmp_path / NAME,
        made.COMMUNALE.replace("2025", "2022"),
        [made.commune("77284", 2021, CAMBRIOLAGES, 355), '"77284";"deux mille";"x";"y";"z"'],
    )
    take(page, prompts, path)
    model = pane.lignes.model()
    assert model.rowCount() == 1
    assert model.index(0, 0).data() == "Rejeté"
    assert "3" in str(model.index(0, 6).data())


def test_a_long_reading_shows_its_progress_and_can_be_given_up(
    qtbot: QtBot, context: Context, prompts: RecordingPrompts, said: "Said", tmp_path: Path
) -> None:
    path = made.texte(
        tmp_path / NAME,
        made.COMMUNALE.replace("2025", "2022"),
        (made.commune("77284", 2000 + n % 22, f"Série {n % 7}", n) for n in range(400_000)),
    )
    lane = ThreadTaskRunner("essai")
    pane = SsmsiPane(Context(**{**vars(context), "files": lane}))
    qtbot.addWidget(pane)
    pane.show()
    pane.ouvrir(path)
    assert pane.form.lecture_frame.isVisible()
    qtbot.waitUntil(lambda: pane.form.lecture_bar.value() > 0, timeout=20_000)
    pane.form.arreter_button.click()
    qtbot.waitUntil(lambda: not lane.busy, timeout=20_000)
    assert "annulée" in pane.form.message_bar.text_label.text()
    assert pane.form.lecture_frame.isHidden()
    assert pane.form.appliquer_button.isHidden()
    lane.wait()


def test_values_that_change_come_first_among_those_to_look_at(
    page: IndicateursPage, pane: SsmsiPane, prompts: RecordingPrompts, base: Path, tmp_path: Path
) -> None:
    take(page, prompts, base)
    pane.form.appliquer_button.click()
    newer = made.texte(
        tmp_path / NAME.replace("05-04", "06-04"),
        made.COMMUNALE.replace("2025", "2022"),
        [made.commune("77284", 2021, CAMBRIOLAGES, 345)],
    )
    take(page, prompts, newer)
    model = pane.lignes.model()
    shown = [[model.index(row, c).data() for c in (0, 4, 5)] for row in range(model.rowCount())]
    assert ["Modifié", "341", "345"] in shown
