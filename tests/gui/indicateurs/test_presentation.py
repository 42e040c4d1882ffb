"""How values, targets and rates are worded."""

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.indicateur import NatureCible, SuiviIndicateur
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.gui.indicateurs.cellule import texte_brut
from sdpd_desktop.gui.indicateurs.presentation import NATURES, tendance

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

PLAN = "SDPD77-2020"
TODAY = dt.date(2022, 6, 30)


def suivi(services: "Services", reference: str) -> SuiviIndicateur:
    rows = services.indicateurs.suivis(PLAN, TODAY)
    return next(row for row in rows if row.indicateur.chiffre == reference)


@pytest.mark.parametrize(
    ("reference", "typed", "cell", "raw"),
    [
        ("K33", "3 600", "3\u00a0600", "3600"),
        ("K40", "> 90", ">\u00a090", ">90"),
        ("K05", "n/a", "sans objet", "n/a"),
        ("K01", "18/24", "75\u00a0%", "18/24"),
        ("K13", "12,5", "12,5\u00a0%", "12,5"),
        ("K04", "oui", "fait", "fait"),
        ("K33", "0", "0", "0"),
    ],
)
def test_a_value_is_shown_and_copied(
    services: "Services", reference: str, typed: str, cell: str, raw: str
) -> None:
    services.indicateurs.record(PLAN, reference, "2021", typed)
    indicateur = services.indicateurs.get(PLAN, reference)
    found = services.indicateurs.history(PLAN, indicateur.code, parse_periode("2021"))[0]
    assert libelles.valeur(indicateur, found) == cell
    assert texte_brut(found, indicateur.unite) == raw
    # What is copied can be pasted back without a question.
    again = services.indicateurs.record(PLAN, reference, "2021", raw)
    assert (again.valeur, again.borne, again.presence) == (
        found.valeur,
        found.borne,
        found.presence,
    )


def test_nothing_not_told_and_zero_are_three_things(services: "Services") -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    services.indicateurs.record(PLAN, "K33", "2021", "NC")
    cameras = services.indicateurs.get(PLAN, "K33")
    found = services.indicateurs.history(PLAN, cameras.code, parse_periode("2021"))[0]
    assert libelles.valeur(cameras, found) == "non renseigné"
    assert libelles.valeur(cameras, found, libelles.Unite.ENTIERE) == "non renseigné"
    assert libelles.valeur(cameras, None) == ""


def test_targets_are_worded_by_their_rule(services: "Services") -> None:
    expected = {
        "K33": "+\u00a0400",
        "K40": "×\u00a02",
        "K01": "100\u00a0%",
        "K29": "50\u00a0/\u00a0an",
        "K08": "3\u00a0sites",
        "K26": "fait",
        "K05": "–",
    }
    for reference, words in expected.items():
        assert libelles.cible_courte(suivi(services, reference).indicateur, TODAY) == words
    camera = suivi(services, "K33").indicateur
    full = libelles.cible_complete(camera, camera.cibles[0])
    assert "soit 3\u00a0819" in full
    assert "interprété" in full
    assert libelles.reference(camera, camera.depart) == "3\u00a0419 (01/01/2019)"
    assert set(NATURES) == set(NatureCible)


def test_a_rate_says_both_its_terms_or_why_there_is_none(services: "Services") -> None:
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    rate = suivi(services, "K33").taux
    assert libelles.taux(rate) == "45,25\u00a0%"
    assert libelles.taux_explique(rate).endswith("+181 / +400")
    none = suivi(services, "K20").taux
    assert libelles.taux(none) == "–"
    assert libelles.taux_explique(none) == "Pas de taux\u00a0: aucune valeur."
    assert libelles.taux_explique(suivi(services, "K05").taux).lower().count("pas de taux") == 1


def test_a_trend_draws_what_is_known_and_invents_nothing(services: "Services") -> None:
    assert tendance(suivi(services, "K33")) is not None  # Its baseline alone.
    assert tendance(suivi(services, "K12")) is None
    services.indicateurs.record(PLAN, "K33", "2021", "3600")
    drawn = tendance(suivi(services, "K33"))
    assert drawn is not None
    assert drawn.categories == ("2019", "2020", "2021", "2022")
    assert list(drawn.series[0].valeurs) == [3419, None, 3600, None]
    assert list(drawn.cibles) == [3819] * 4
    services.indicateurs.record(PLAN, "K31", "2021", "1")
    total = tendance(suivi(services, "K31"))
    assert total is not None
    assert total.cibles == ()  # A total over years is no level for one of them.
