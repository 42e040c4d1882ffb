"""The lines of a proposition and their boxes."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.importation import Ligne, StatutPropose, ValeurProposee, Verdict
from sdpd_desktop.domain.indicateur import Borne, Presence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.gui.retours.lignes import (
    LigneNumerotee,
    LignesTableModel,
    LignesView,
    change,
)
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.roles import BADGE_ROLE

EFFET = StatutPropose("O2.A1.m1", 1, Statut.REALISEE, None, "")
BASE = Ligne(
    Verdict.NOUVEAU, "O2.A1.m1", "Relancer", "statut", "Actions!N5", "fait", "", "réalisée", "",
    "", "", EFFET,
)  # fmt: skip


def numbered(*verdicts: Verdict) -> list[LigneNumerotee]:
    rows = []
    for index, verdict in enumerate(verdicts):
        effet = EFFET if verdict not in (Verdict.REJETE, Verdict.INCHANGE) else None
        line = BASE._replace(verdict=verdict, objet=f"O2.A1.m{index + 1}", effet=effet)
        rows.append(LigneNumerotee.de(index, line))
    return rows


@pytest.fixture
def model() -> LignesTableModel:
    model = LignesTableModel()
    model.start([0, 1])
    model.set_rows(numbered(*Verdict))
    return model


def test_the_model_keeps_its_promises(model: LignesTableModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_only_what_can_be_stored_has_a_box(model: LignesTableModel) -> None:
    boxes = {
        model.rows[number].ligne.verdict: model.index(number, 0).data(
            Qt.ItemDataRole.CheckStateRole
        )
        for number in range(model.rowCount())
    }
    assert boxes == {
        Verdict.NOUVEAU: Qt.CheckState.Checked,
        Verdict.MODIFIE: Qt.CheckState.Checked,
        Verdict.INCHANGE: None,
        Verdict.REJETE: None,
        Verdict.A_CONFIRMER: Qt.CheckState.Unchecked,
    }


def test_a_rejected_line_cannot_be_ticked(model: LignesTableModel) -> None:
    rejected = model.find(lambda row: row.ligne.verdict is Verdict.REJETE)
    ticked = model.setData(rejected, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert not ticked
    model.accept(model.rows, yes=True)
    assert model.accepted == {0, 1, 4}


def test_a_box_keeps_its_tick_while_its_line_is_filtered_out(model: LignesTableModel) -> None:
    model.set_rows([])
    assert model.accepted == {0, 1}


def test_space_ticks_the_selected_lines(
    qtbot: QtBot, model: LignesTableModel, settings: LookSettings
) -> None:
    view = LignesView(model, settings)
    qtbot.addWidget(view)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.accepted == {0, 1, 4}
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert model.accepted == frozenset()


def test_a_screen_reader_hears_the_box_and_the_verdict(model: LignesTableModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    confirm = model.find(lambda row: row.ligne.verdict is Verdict.A_CONFIRMER)
    assert confirm.data(role) == "O2.A1.m5, non coché"
    assert confirm.siblingAtColumn(1).data(role) == "À confirmer"
    assert confirm.siblingAtColumn(1).data(BADGE_ROLE).texte == "À confirmer"


@pytest.mark.parametrize(
    ("verdict", "ancien", "compris", "wanted"),
    [
        (Verdict.NOUVEAU, "", "290", "— → 290"),
        (Verdict.MODIFIE, "290", "300", "290 → 300"),
        (Verdict.INCHANGE, "290", "290", "= 290"),
        (Verdict.REJETE, "290", "", "290"),
    ],
)
def test_old_and_new_value(verdict: Verdict, ancien: str, compris: str, wanted: str) -> None:
    assert change(BASE._replace(verdict=verdict, ancien=ancien, compris=compris)) == wanted


@pytest.mark.parametrize(
    ("somme", "wanted"), [("17", "12 lieux → 17 en tout"), (None, "12 lieux → aucun total")]
)
def test_what_a_unit_gives_is_told_with_the_sum_it_comes_to(somme: str | None, wanted: str) -> None:
    value = ValeurProposee(
        "O3.A5.i1", "DEP77", Zone.ENSEMBLE, parse_periode("2022-S1"), Decimal(5),
        Presence.VALEUR, Borne.EXACTE, None, None, "", "",
    )  # fmt: skip
    summed = value._replace(valeur=Decimal(somme) if somme else None, apport=value)
    line = BASE._replace(
        verdict=Verdict.MODIFIE, ancien="12 lieux", compris="5 lieux", effet=summed
    )
    assert change(line) == wanted
    assert change(line._replace(effet=value)) == "12 lieux → 5 lieux"
