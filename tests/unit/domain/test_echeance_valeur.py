import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.echeance_valeur import EcheanceValeur, derniere_due, prochaine_valeur
from sdpd_desktop.domain.formule import Operation
from sdpd_desktop.domain.indicateur import Indicateur, NatureCible, Periodicite
from tests.unit.domain.fabrique_valeurs import formule, suivi

DEBUT, FIN = dt.date(2020, 1, 1), dt.date(2024, 12, 31)
ON = dt.date(2022, 6, 30)
REGULAR = [p for p in Periodicite if p is not Periodicite.PONCTUELLE]


def due(what: Indicateur, *known: str, on: dt.date = ON) -> EcheanceValeur | None:
    return prochaine_valeur(what, set(known), on, DEBUT, FIN)


@pytest.mark.parametrize(
    ("periodicite", "expected"),
    [
        (Periodicite.ANNEE, "2021"),
        (Periodicite.SEMESTRE, "2021-S2"),
        (Periodicite.TRIMESTRE, "2022-T1"),
        (Periodicite.MOIS, "2022-05"),
    ],
)
def test_what_is_due_is_the_last_period_over(periodicite: Periodicite, expected: str) -> None:
    found = due(suivi("a", periodicite=periodicite))
    assert found is not None
    assert found.periode.code == expected
    assert found.attendue


def test_the_delay_puts_the_due_date_off() -> None:
    what = suivi("a", periodicite=Periodicite.MOIS, delai_jours=45)
    found = due(what)
    assert found is not None
    assert (found.periode.code, found.due_le) == ("2022-04", dt.date(2022, 6, 14))
    assert due(what, on=dt.date(2022, 6, 14)) == EcheanceValeur(
        "a", derniere_due(what, dt.date(2022, 6, 14)), dt.date(2022, 5, 15), attendue=True
    )


def test_once_it_is_there_the_next_one_is_announced() -> None:
    found = due(suivi("a", periodicite=Periodicite.TRIMESTRE, delai_jours=10), "2022-T1")
    assert found is not None
    assert (found.periode.code, found.due_le, found.attendue) == (
        "2022-T2",
        dt.date(2022, 7, 10),
        False,
    )


def test_nothing_is_due_outside_the_plan() -> None:
    before = prochaine_valeur(suivi("a"), (), dt.date(2020, 3, 1), DEBUT, FIN)
    assert before is not None
    assert (before.periode.code, before.attendue) == ("2020", False)
    last = due(suivi("a"), on=dt.date(2025, 2, 1))
    assert last is not None
    assert (last.periode.code, last.attendue) == ("2024", True)
    assert due(suivi("a"), "2024", on=dt.date(2025, 2, 1)) is None
    assert due(suivi("a"), on=dt.date(2026, 2, 1)) is None


def test_a_plan_without_dates_always_awaits() -> None:
    found = prochaine_valeur(suivi("a"), (), dt.date(1999, 3, 1), None, None)
    assert found is not None
    assert found.periode.code == "1998"


@pytest.mark.parametrize(
    "what",
    [
        suivi("a", nature=NatureCible.CONTEXTE),
        suivi("a", periodicite=Periodicite.PONCTUELLE),
        suivi("a", formule=formule(Operation.SOMME, "b", "c")),
    ],
    ids=["context", "once", "computed"],
)
def test_some_are_never_awaited(what: Indicateur) -> None:
    assert due(what) is None


@given(
    st.sampled_from(REGULAR),
    st.integers(0, 400),
    st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
)
def test_the_last_due_is_over_and_the_one_after_is_not(
    periodicite: Periodicite, delai: int, on: dt.date
) -> None:
    last = derniere_due(suivi("a", periodicite=periodicite, delai_jours=delai), on)
    wait = dt.timedelta(days=delai)
    assert last.fin + wait < on <= last.suivante().fin + wait
