"""Several files at once: listed, read, applied, compared; what the list says of each."""

import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.modeltest import ModelTester
from typing_extensions import override

from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.gui.retours.lot import FichierRecu, remark_of
from sdpd_desktop.gui.retours.page import RetoursPage
from sdpd_desktop.gui.tasks import InlineTaskRunner
from tests.gui.retours.conftest import (
    AUTRES,
    K37,
    K40,
    MESURES,
    Fill,
    previewing,
    statut,
)
from tests.support import count, saved_on

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def test_a_folder_is_one_line_for_each_file(
    page: RetoursPage, services: "Services", fill: Fill, qtmodeltester: ModelTester
) -> None:
    fill("GGD77", AUTRES)
    folder = fill("DDSP77", MESURES).parent
    (folder / "~$DDSP77.xlsx").write_bytes(b"x")
    (folder / "notes.xlsx").write_bytes(b"\x00\x01")
    before = count(services)
    page.open_files([folder])
    lot = page.reception.lot
    assert page.form.stack.currentWidget() is lot
    qtmodeltester.check(lot.listing.model())
    rows = {row.chemin.name: row for row in page.reception.rows}
    assert set(rows) == {"DDSP77.xlsx", "GGD77.xlsx", "notes.xlsx"}
    assert rows["notes.xlsx"].refus
    assert "~$DDSP77.xlsx" in lot.form.message_bar.text_label.text()
    assert count(services) == before
    lot.listing.choose(lambda row: row.chemin.name == "DDSP77.xlsx")
    lot.form.open_button.click()
    assert previewing(page)
    assert page.reception.preview.form.queue_label.text() == "Fichier 1 sur 3"
    page.reception.preview.form.skip_button.click()
    assert page.reception.preview.form.file_label.text() == "GGD77.xlsx"
    assert page.go_back()
    assert page.form.stack.currentWidget() is lot
    assert page.go_back()
    assert page.reception.shown is None
    assert services.importations.list_all() == ()


def test_the_good_lines_of_every_file_go_in_one_changement_each(
    page: RetoursPage, services: "Services", fill: Fill
) -> None:
    first = fill("GGD77", {(K37, "valeur"): 12, (K40, "valeur"): "beaucoup"})
    second = fill("DDSP77", MESURES)
    before = count(services)
    page.open_files([first, second])
    lot = page.reception.lot
    assert lot.form.apply_button.text() == "Appliquer les bonnes lignes (2)"
    lot.form.apply_button.click()
    assert count(services) == before + 2
    assert statut(services, "O1.A2", "O1.A2.m1") is Statut.REALISEE
    assert "2 fichiers" in page.form.message_bar.text_label.text()
    assert not lot.form.apply_button.isEnabled()
    assert all(row.traite for row in page.reception.rows)


def test_two_versions_of_a_return_are_compared_and_one_is_kept(
    page: RetoursPage, fill: Fill
) -> None:
    old = fill("GGD77", {(K37, "valeur"): 12, (K40, "valeur"): 60})
    old = Path(shutil.copy(old, old.with_name("GGD77 ancien.xlsx")))
    saved_on(old, dt.datetime(2021, 6, 1, 8))
    new = fill("GGD77", {(K37, "valeur"): 13, (K40, "valeur"): 60})
    page.open_files([old, new])
    reception = page.reception
    conflicting = [
        row.ligne for file in reception.rows for row in file.lignes if row.ligne.objet == "K37"
    ]
    assert {line.verdict for line in conflicting} == {Verdict.A_CONFIRMER}
    assert all("Un autre fichier donne une autre réponse" in line.raison for line in conflicting)
    assert reception.lot.form.apply_button.text() == "Appliquer les bonnes lignes (0)"
    reception.lot.listing.choose(lambda row: row.chemin == new)
    reception.lot.form.compare_button.click()
    versions = reception.versions
    assert versions.versions is not None
    assert versions.versions.ancien.fichier == old.name
    (difference,) = versions.versions.differences
    assert (difference.objet, difference.ancien, difference.recent) == ("K37", "12", "13")
    versions.form.keep_button.click()
    assert [row.laisse for row in reception.rows] == [True, False]
    assert reception.lot.form.apply_button.text() == "Appliquer les bonnes lignes (2)"


def test_files_dropped_during_a_preview_join_the_list(page: RetoursPage, fill: Fill) -> None:
    page.open_files([fill("DDSP77", MESURES)])
    page.open_files([fill("GGD77", AUTRES)])
    form = page.reception.preview.form
    assert form.file_label.text() == "DDSP77.xlsx"
    assert form.queue_label.text() == "Fichier 1 sur 2"
    form.skip_button.click()
    assert form.file_label.text() == "GGD77.xlsx"


class LaterTasks(InlineTaskRunner):
    """Keeps what is asked until :meth:`perform`: a worker that takes its time."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    @override
    def run(
        self,
        owner: QObject,
        work: Callable[[], Any],
        on_success: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self.waiting.append(partial(super().run, owner, work, on_success, on_error))

    def perform(self) -> None:
        """Do the oldest task."""
        self.waiting.pop(0)()

    def perform_all(self) -> None:
        """Do what is asked, and what it asks in its turn."""
        while self.waiting:
            self.perform()


@pytest.fixture
def later(page: RetoursPage) -> LaterTasks:
    tasks = LaterTasks()
    page.context = replace(page.context, files=tasks)
    return tasks


def test_reading_can_be_given_up_at_any_moment(
    page: RetoursPage, fill: Fill, later: LaterTasks
) -> None:
    first, second = fill("DDSP77", MESURES), fill("GGD77", AUTRES)
    page.open_files([first])
    assert page.go_back()
    page.open_files([first])
    later.perform()  # What the first asked is of no use any more.
    later.perform()
    assert page.go_back()
    page.open_files([second])
    later.perform()
    assert not previewing(page)
    later.perform_all()
    assert previewing(page)
    assert page.reception.preview.form.file_label.text() == "GGD77.xlsx"


def test_stopping_keeps_what_was_read(
    page: RetoursPage, services: "Services", fill: Fill, later: LaterTasks
) -> None:
    page.open_files([fill("DDSP77", MESURES), fill("GGD77", AUTRES)])
    later.perform()
    later.perform()
    lot = page.reception.lot
    assert page.form.stack.currentWidget() is lot
    assert lot.form.stop_button.isVisible()
    assert not lot.form.apply_button.isEnabled()
    lot.form.stop_button.click()
    later.perform_all()
    assert [row.chemin.name for row in page.reception.rows] == ["DDSP77.xlsx"]
    assert services.importations.list_all() == ()


@pytest.mark.parametrize(
    ("others", "named"),
    [
        (1, "v1.xlsx"),
        (4, "v1.xlsx, v2.xlsx, v3.xlsx, v4.xlsx"),
        (199, "v1.xlsx, v2.xlsx, v3.xlsx et 196 autres"),
    ],
)
def test_the_other_versions_are_named_as_long_as_they_can_be_read(others: int, named: str) -> None:
    versions = tuple(Path(f"cle/v{n}.xlsx") for n in range(1, others + 1))
    said = remark_of(FichierRecu(Path("cle/v0.xlsx"), versions=versions))
    assert said.startswith(f"Même retour que {named}\xa0:")
