import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.plan import (
    Avancement,
    AxeDetails,
    EtatEcheance,
    ObjectifDetails,
    PlanDetails,
    Statut,
    avancement,
    etat_echeance,
    is_late,
    parse_statut,
)
from tests.unit.domain.fabrique import action, mesure, refusal

TODAY = dt.date(2022, 6, 30)
YESTERDAY = dt.date(2022, 6, 29)


@pytest.mark.parametrize("statut", Statut)
def test_late_means_a_passed_due_date_and_work_still_open(statut: Statut) -> None:
    still_open = statut not in (Statut.REALISEE, Statut.ABANDONNEE)
    assert is_late(YESTERDAY, statut, TODAY) is still_open


@given(st.sampled_from(Statut), st.dates())
def test_without_a_due_date_nothing_is_ever_late(statut: Statut, on: dt.date) -> None:
    assert not is_late(None, statut, on)
    assert etat_echeance(None, statut, on) not in (EtatEcheance.EN_RETARD, EtatEcheance.PROCHE)


@given(st.sampled_from(Statut), st.dates())
def test_the_due_day_itself_is_not_late(statut: Statut, on: dt.date) -> None:
    assert not is_late(on, statut, on)


@pytest.mark.parametrize(
    ("echeance", "statut", "etat"),
    [
        (YESTERDAY, Statut.EN_COURS, EtatEcheance.EN_RETARD),
        (YESTERDAY, Statut.REALISEE, EtatEcheance.A_JOUR),
        (TODAY, Statut.EN_COURS, EtatEcheance.PROCHE),
        (dt.date(2022, 7, 30), Statut.A_VENIR, EtatEcheance.PROCHE),
        (dt.date(2022, 7, 31), Statut.A_VENIR, EtatEcheance.A_VENIR),
        (dt.date(2022, 7, 31), Statut.EN_COURS, EtatEcheance.A_JOUR),
        (None, Statut.A_VENIR, EtatEcheance.A_VENIR),
    ],
)
def test_the_state_beside_a_due_date(
    echeance: dt.date | None, statut: Statut, etat: EtatEcheance
) -> None:
    assert etat_echeance(echeance, statut, TODAY) is etat


@pytest.mark.parametrize(
    ("typed", "statut"),
    [
        ("réalisée", Statut.REALISEE),
        ("Fait", Statut.REALISEE),
        ("a-venir", Statut.A_VENIR),
        ("À venir", Statut.A_VENIR),
        ("en\u00a0cours", Statut.EN_COURS),
        ("EN_PAUSE", Statut.EN_PAUSE),
        ("bloqué", Statut.BLOQUEE),
        ("abandonnee", Statut.ABANDONNEE),
    ],
)
def test_a_status_is_read_as_people_type_it(typed: str, statut: Statut) -> None:
    assert parse_statut(typed) is statut


@given(st.text())
def test_any_other_text_is_refused_with_the_choices(text: str) -> None:
    error = refusal(parse_statut, text)
    assert error is None or "en pause" in str(error)


def test_progress_leaves_out_what_was_abandoned() -> None:
    done = avancement([Statut.REALISEE, Statut.ABANDONNEE, Statut.EN_COURS, Statut.BLOQUEE])
    assert done == Avancement(1, 3)
    assert done.part == pytest.approx(1 / 3)
    assert avancement([Statut.ABANDONNEE]).part is None
    assert done + Avancement(2, 2) == Avancement(3, 5)


def test_an_action_without_mesures_counts_as_one() -> None:
    assert action("O1.A1", Statut.REALISEE).avancement == Avancement(1, 1)
    assert action("O1.A1", Statut.EN_COURS).avancement == Avancement(0, 1)


def test_an_action_is_as_late_as_its_latest_mesure() -> None:
    late = mesure("O1.A1.m1", Statut.EN_COURS, YESTERDAY)
    done = mesure("O1.A1.m2", Statut.REALISEE, dt.date(2020, 1, 1))
    far = dt.date(2024, 12, 31)
    with_late = action("O1.A1", Statut.EN_COURS, late, done, echeance=far)
    assert with_late.prochaine_echeance() == YESTERDAY
    assert with_late.etat(TODAY) is EtatEcheance.EN_RETARD
    assert action("O1.A1", Statut.EN_COURS, done, echeance=far).prochaine_echeance() == far
    assert action("O1.A1", Statut.REALISEE, late).etat(TODAY) is EtatEcheance.A_JOUR
    assert action("O1.A1", Statut.EN_COURS, done).prochaine_echeance() is None


def test_an_action_is_no_longer_to_come_once_a_mesure_moved() -> None:
    waiting = mesure("O1.A1.m1", Statut.A_VENIR)
    moved = mesure("O1.A1.m2", Statut.EN_COURS)
    assert action("O1.A1", Statut.A_VENIR, waiting).etat(TODAY) is EtatEcheance.A_VENIR
    assert action("O1.A1", Statut.A_VENIR, waiting, moved).etat(TODAY) is EtatEcheance.A_JOUR


def test_a_plan_adds_up_its_tree() -> None:
    first = action("O1.A1", Statut.EN_COURS, mesure("O1.A1.m1", Statut.REALISEE))
    second = action("O2.A1", Statut.EN_COURS, mesure("O2.A1.m1", Statut.EN_COURS))
    axe = AxeDetails(
        "a",
        "AX1",
        "",
        "Un axe",
        "",
        tuple(
            ObjectifDetails(a.parent, a.parent, "AX1", "Un objectif", "", "", (a,), ())
            for a in (first, second)
        ),
    )
    plan = PlanDetails(
        "p", "SDPD77-2020", "SDPD", "Plan", "77", "77", None, None, "S1", (axe,), (), ()
    )
    assert plan.avancement == Avancement(1, 2)
    assert [objectif.code for objectif in plan.objectifs()] == ["O1", "O2"]
    assert plan.actions() == (first, second)
