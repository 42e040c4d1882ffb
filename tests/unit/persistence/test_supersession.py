"""Nothing overwrites a value: a newer one supersedes it, and one at most is current."""

from datetime import timedelta
from decimal import Decimal

import pytest
import sqlcipher3

from sdpd_desktop.bootstrap import Services, build_services
from sdpd_desktop.domain.clock import FixedClock
from sdpd_desktop.domain.indicateur import EtatValeur, Presence
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from tests.support import SDPD, TODAY, cell, raw

YEAR = parse_periode("2021")


def test_history_is_newest_first_and_keeps_what_was_typed(services: Services) -> None:
    for texte in ("3 500", "3 600", "", "3 650"):
        services.indicateurs.record(SDPD, "K33", YEAR, texte, commentaire=f"lu « {texte} »")
    history = services.indicateurs.history(SDPD, "K33", YEAR)
    assert [o.valeur for o in history] == [Decimal(3650), None, Decimal(3600), Decimal(3500)]
    assert [o.courante for o in history] == [True, False, False, False]
    assert history[1].presence is Presence.NON_RENSEIGNE
    assert history[-1].commentaire == "lu « 3 500 »"
    assert [o.origine.changement for o in history] == [5, 4, 3, 2]
    assert {o.origine.etat for o in history} == {EtatValeur.SAISI}


def test_newest_first_even_when_the_clock_went_back(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", YEAR, "3 500")
    earlier = build_services(services.data, clock=FixedClock(TODAY - timedelta(days=40)))
    earlier.indicateurs.record(SDPD, "K33", YEAR, "3 600")
    history = earlier.indicateurs.history(SDPD, "K33", YEAR)
    earlier.close()
    assert [(o.valeur, o.courante) for o in history] == [
        (Decimal(3600), True),
        (Decimal(3500), False),
    ]


def test_cells_of_other_zones_territories_and_periods_are_others(services: Services) -> None:
    record = services.indicateurs.record
    record(SDPD, "K33", YEAR, "3 500")
    record(SDPD, "K33", YEAR, "1 000", zone=Zone.POLICE)
    record(SDPD, "K33", YEAR, "900", territoire="ARR-MEAUX")
    record(SDPD, "K33", "2021-S2", "3 400")
    assert [o.valeur for o in services.indicateurs.history(SDPD, "K33", YEAR)] == [Decimal(3500)]
    police = services.indicateurs.history(SDPD, "K33", YEAR, zone=Zone.POLICE)
    assert [o.valeur for o in police] == [Decimal(1000)]
    meaux = services.indicateurs.history(SDPD, "K33", YEAR, "ARR-MEAUX")
    assert [(o.valeur, o.territoire) for o in meaux] == [(Decimal(900), "ARR-MEAUX")]


def test_effacer_supersedes_and_counts_what_held_a_value(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", YEAR, "3 500")
    cells = [cell("K33", "2021"), cell("K33", "2020"), cell("K05", "2021")]
    assert services.indicateurs.effacer(SDPD, cells) == 1
    history = services.indicateurs.history(SDPD, "K33", YEAR)
    assert [o.presence for o in history] == [Presence.NON_RENSEIGNE, Presence.VALEUR]
    assert services.indicateurs.effacer(SDPD, cells) == 0
    assert len(services.indicateurs.history(SDPD, "K33", YEAR)) == 2


def test_the_database_itself_refuses_two_current_values(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", YEAR, "3 500")
    services.indicateurs.record(SDPD, "K33", YEAR, "3 600")
    with raw(services.data) as connection, pytest.raises(sqlcipher3.IntegrityError):
        connection.execute("UPDATE observation SET courante = 1 WHERE periode = '2021'")


def test_a_cell_pasted_twice_in_one_gesture_keeps_both(services: Services) -> None:
    twice = [cell("K33", "2021", "3 500"), cell("K33", "2021", "3 600")]
    results = services.indicateurs.record_many(SDPD, twice, "coller")
    assert all(result.observation is not None for result in results)
    history = services.indicateurs.history(SDPD, "K33", YEAR)
    assert sorted(o.courante for o in history) == [False, True]
    assert next(o.valeur for o in history if o.courante) == Decimal(3600)
