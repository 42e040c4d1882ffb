"""A month in the bureau through the window, from an empty folder, on its real threads."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.convention import EtatConvention
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import LigneDemandee
from sdpd_desktop.gui.application import Announce, Application, Setup
from sdpd_desktop.gui.prompts import RecordingPrompts
from sdpd_desktop.gui.retours.reponses import ANSWER
from tests.corpus.fabrique import set_cell

PLAN = "SDPD77-2020"
DAY = dt.date(2022, 6, 30)
YEAR, SEMESTER = parse_periode("2021"), parse_periode("2022-S1")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Officer:
    """Types, clicks and drops as a person does, and waits for what follows."""

    def __init__(self, data: Path, qtbot: QtBot) -> None:
        self._data, self._qtbot = data, qtbot
        self.prompts = RecordingPrompts()
        self.bugs: list[str] = []
        setup = Setup(
            data, self._open, lambda: DAY, self.prompts, Apparence.CLAIR, self.bugs.append
        )
        self.application = Application(setup)
        self.window = self.application.window
        qtbot.addWidget(self.window)
        with qtbot.waitSignal(self.application.ready, timeout=20_000):
            self.window.show()

    def _open(self, announce: Announce) -> Services:
        return build_services(self._data, announce, FixedClock(DAY))

    @property
    def services(self) -> Services:
        assert self.window.context is not None
        return self.window.context.services

    @property
    def page(self) -> Any:
        """The page shown, whichever it is."""
        return self.window.page

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for the lanes to rest, then for the condition."""
        self._qtbot.waitUntil(
            lambda: not self.application.busy and bool(condition()), timeout=30_000
        )

    def _focused(self) -> QWidget:
        # A screen without a window manager forgets, after a pop-up, which window is active.
        self._qtbot.waitUntil(self.is_active, timeout=5_000)
        return QApplication.focusWidget() or self.window

    def is_active(self) -> bool:
        """Ask to be the active window; tell whether it is."""
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._qtbot.keyClick(self._focused(), key, held)

    def type(self, text: str) -> None:
        for letter in text:  # The first one may open an editor, which takes the focus.
            self._qtbot.keyClicks(self._focused(), letter)

    def go(self, key: Qt.Key, titre: str) -> None:
        self.press(key, CONTROL)
        self.until(lambda: self.window.form.title_label.text() == titre)

    def find(self, words: str, titre: str) -> None:
        """Go to what Ctrl+K finds first."""
        self.press(Qt.Key.Key_K, CONTROL)
        self.window.form.search_edit.clear()
        self.type(words)
        self.until(self.window.search.popup.isVisible)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.window.form.title_label.text() == titre)

    def drop(self, path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
        self.window.dropEvent(event)


@pytest.fixture
def officer(tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    hook = sys.excepthook
    someone = Officer(tmp_path / "data", qtbot)
    yield someone
    someone.application.close()
    sys.excepthook = hook


@pytest.mark.e2e
def test_a_month_in_the_window(officer: Officer, tmp_path: Path) -> None:
    window, key = officer.window, tmp_path / "clé"
    key.mkdir()

    # An empty folder: the reference plans are a key away.
    assert window.form.title_label.text() == "Bienvenue"
    officer.until(lambda: officer.is_active() and isinstance(window.focusWidget(), QPushButton))
    officer.press(Qt.Key.Key_Return)
    officer.until(lambda: window.form.title_label.text() == "Tableau de bord")
    services = officer.services
    assert len(services.plans.list_all()) == 5

    # Tick what was done; put it back; tick it again.
    def statut() -> Statut:
        return services.plans.action(PLAN, "O1.A1").mesures[0].statut

    officer.find("O1.A1.m1", "Stratégie")
    officer.press(Qt.Key.Key_Space)
    officer.until(lambda: statut() is Statut.REALISEE)
    officer.press(Qt.Key.Key_Z, CONTROL)
    officer.until(lambda: statut() is Statut.A_VENIR)
    officer.press(Qt.Key.Key_Y, CONTROL)
    officer.until(lambda: statut() is Statut.REALISEE)

    # Type a value.
    officer.find("cameras voie publique", "Indicateurs")
    officer.type("3 600")
    officer.press(Qt.Key.Key_Return)
    officer.until(lambda: services.indicateurs.history(PLAN, "K33", YEAR))
    assert services.indicateurs.history(PLAN, "K33", YEAR)[0].valeur == 3600

    # The returns leave.
    officer.go(Qt.Key.Key_4, "Retours partenaires")
    officer.press(Qt.Key.Key_N, CONTROL)
    form = officer.page.form
    form.dossier_edit.setText(str(key))
    form.dossier_edit.setFocus()
    officer.press(Qt.Key.Key_Return)
    officer.until(lambda: len(list(key.glob("*.xlsx"))) > 20 and form.message_bar.isVisible())

    # One comes back, filled and renamed: seen, applied, put back as a whole.
    path = key / f"{PLAN}_2022-S1_DSDEN77.xlsx"
    book = load_workbook(path)
    set_cell(book["Indicateurs"], "O3.A1.i2", "valeur", "1 234")
    set_cell(book["Indicateurs"], "O3.A6.i1", "valeur", "beaucoup")
    book.save(path)
    officer.drop(path.rename(key / "retour (2) VF.xlsx"))
    preview = officer.page.reception.preview
    officer.until(lambda: preview.proposition is not None and preview.isVisible())
    assert preview.form.apply_button.text() == "Appliquer (1)"
    known = partial(services.indicateurs.history, PLAN, "K12", SEMESTER)
    assert not known()
    officer.press(Qt.Key.Key_Return, CONTROL)
    officer.until(known)
    officer.press(Qt.Key.Key_Z, CONTROL)
    officer.until(lambda: not known())

    # Another answers by telephone; a third, asked again, by nothing yet.
    page = officer.page
    officer.until(lambda: page.campagnes.choose("GGD77"))
    page.form.transmission_button.click()
    answers = page.gestes.transmission
    officer.until(lambda: page.gestes.shown is answers and answers.model.rowCount() > 0)
    k40 = services.indicateurs.get(PLAN, "K40").code
    answers.model.setData(answers.model.find(LigneDemandee(k40, "DEP77"), ANSWER), "70")
    answers.form.fonction_edit.setText("chef du bureau partenariat")
    answers.form.save_button.click()
    officer.until(lambda: services.indicateurs.history(PLAN, "K40", SEMESTER))
    said = services.indicateurs.history(PLAN, "K40", SEMESTER)[0].origine.source
    assert said.endswith("(courriel, 30/06/2022, chef du bureau partenariat)")
    officer.press(Qt.Key.Key_Escape)
    officer.until(lambda: page.gestes.shown is None and page.campagnes.choose("DDSP77"))
    officer.prompts.will_answer(key)
    page.form.relance_button.click()
    officer.until((key / f"{PLAN}_2022-S1_DDSP77_relance.pdf").exists)

    # A convention is signed on paper.
    officer.find("CLCT77-2019", "Conventions")
    officer.until(officer.page.form.sign_button.isEnabled)
    officer.page.form.sign_button.click()
    officer.type("04/07/2019")
    officer.press(Qt.Key.Key_Return)
    signed = partial(services.conventions.details, "CLCT77-2019")
    officer.until(lambda: signed().resume.etat is EtatConvention.SIGNEE)

    # Its annexes and the report leave as files.
    officer.prompts.will_answer(tmp_path / "clct.pdf", tmp_path / "bilan.pdf")
    officer.page.form.annexes_check.click()
    officer.page.form.export_button.click()
    officer.until((tmp_path / "clct.pdf").exists)
    officer.go(Qt.Key.Key_6, "Documents")
    officer.until(officer.page.form.pdf_button.isEnabled)
    officer.page.form.pdf_button.click()
    officer.until((tmp_path / "bilan.pdf").exists)

    # Before leaving.
    officer.go(Qt.Key.Key_Comma, "Paramètres")
    settings = officer.page.form
    settings.dossier_edit.setFocus()
    settings.dossier_edit.insert(str(key))
    officer.press(Qt.Key.Key_Return)
    settings.sauvegarder_button.click()
    officer.until(lambda: list(key.glob("*.sauvegarde")))
    assert services.sauvegardes.check().ok
    assert officer.bugs == []
