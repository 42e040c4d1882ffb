"""Figures, due dates, dashboard and bilan on the real plans, at 30 June 2022."""

import datetime as dt
from decimal import Decimal

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.grille import VueGrille
from sdpd_desktop.domain.indicateur import EtatValeur, SuiviIndicateur
from sdpd_desktop.domain.periode import TypePeriode
from sdpd_desktop.domain.plan import EtatEcheance, Meteo, Statut
from sdpd_desktop.domain.rapport import TypeRapport
from tests.support import SDPD, TODAY, cell, count, plain


def suivi(services: Services, reference: str, on: dt.date = TODAY) -> SuiviIndicateur:
    (found,) = (
        line
        for line in services.indicateurs.suivis(SDPD, on)
        if line.indicateur.reference == reference
    )
    return found


@pytest.mark.parametrize(
    ("reference", "value", "part"),
    [
        ("K33", "3 600", "0.4525"),
        ("K20", "290", "0.5"),
        ("K29", "48", "0.96"),
        ("K23", "5", "0"),
        ("K19", "29", "0"),
        ("K19", "58", "1"),
        ("K19", "60", "1"),
    ],
)
def test_the_values_to_hold(services: Services, reference: str, value: str, part: str) -> None:
    assert suivi(services, reference).taux.part is None
    services.indicateurs.record(SDPD, reference, "2021", value)
    assert suivi(services, reference).taux.part == Decimal(part)


def test_a_value_is_not_known_before_its_period_is_over(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    assert suivi(services, "K33", dt.date(2020, 12, 31)).derniere is None


def test_coverage_is_computed_never_stored(services: Services) -> None:
    def shown() -> tuple[int, int]:
        board = services.tableau_de_bord.content(SDPD, TODAY)
        bilan = services.rapports.contenu(TypeRapport.BILAN, SDPD, "2022")
        figures = {figure.libelle: figure for figure in bilan.chiffres}
        told = figures["Actions chiffrées"]
        assert (board.chiffrees, board.actions) == (told.valeur, 46)
        return board.chiffrees, board.actions

    assert shown() == (0, 46)
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    assert shown() == (1, 46)
    services.indicateurs.record(SDPD, "K34", "2021", "172")  # Of the same action, O7.A1.
    services.indicateurs.record(SDPD, "K20", "2021", "290")
    assert shown() == (2, 46)
    services.indicateurs.effacer(SDPD, [cell("K20", "2021")])
    assert shown() == (1, 46)


LATE = ["O1.A1.m1", "O1.A1.m2", "O1.A1.m4", "O8.A2.m1", "O10.A1.m2"]


def _late(services: Services, on: dt.date = TODAY) -> list[str]:
    return [e.code for e in services.plans.echeances(on, SDPD) if e.etat is EtatEcheance.EN_RETARD]


def test_what_is_late_at_30_june_2022(services: Services) -> None:
    assert sorted(_late(services)) == sorted(LATE)
    found = services.plans.echeances(TODAY)
    assert [e.echeance for e in found] == sorted(e.echeance for e in found)
    assert {e.plan for e in found} == {SDPD, "QRR77-2019"}
    first = services.plans.echeances(TODAY, SDPD)[0]
    assert (first.code, first.echeance, first.jours) == ("O8.A2.m1", dt.date(2019, 12, 31), -912)
    assert services.tableau_de_bord.content(SDPD, TODAY).en_retard == len(LATE)


def test_done_or_given_up_is_never_late_and_paused_still_is(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", dt.date(2021, 3, 1))
    services.plans.tick(SDPD, "O1.A1.m2", None, Statut.ABANDONNEE)
    services.plans.tick(SDPD, "O1.A1.m4", None, Statut.EN_PAUSE)
    assert sorted(_late(services)) == sorted(["O1.A1.m4", "O8.A2.m1", "O10.A1.m2"])
    services.plans.tick(SDPD, "O8.A2", TODAY)  # A whole action done.
    assert "O8.A2.m1" not in _late(services)


def test_the_day_itself_is_not_late_and_the_horizon_bounds_what_is_due(services: Services) -> None:
    due = dt.date(2019, 12, 31)
    assert "O8.A2.m1" not in _late(services, due)
    assert "O8.A2.m1" in _late(services, due + dt.timedelta(days=1))
    close = services.plans.echeances(due - dt.timedelta(days=30), SDPD)
    assert [(e.code, e.etat) for e in close] == [("O8.A2.m1", EtatEcheance.PROCHE)]
    assert services.plans.echeances(due - dt.timedelta(days=31), SDPD) == ()
    assert len(services.plans.echeances(due - dt.timedelta(days=31), SDPD, 31)) == 1


def test_a_tick_needs_a_day_that_has_come(services: Services) -> None:
    before = count(services)
    for on, expected in ((None, "Indiquez la date"), (dt.date(2022, 7, 1), "dans le futur")):
        with pytest.raises(ValidationError, match=expected) as refused:
            services.plans.tick(SDPD, "O1.A1.m1", on)
        assert refused.value.field == "fait_le"
    for plan, code in (("SDPD77", "O1.A1.m1"), (SDPD, "O1.A1.m99"), (SDPD, "O99.A1")):
        with pytest.raises(NotFoundError):
            services.plans.tick(plan, code, TODAY)
    assert count(services) == before


def test_a_note_is_kept_unless_another_is_given(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY, note="preuve")
    services.plans.tick(SDPD, "O1.A1.m1", None, Statut.EN_COURS)
    mesure = services.plans.action(SDPD, "O1.A1.m1").mesures[0]
    assert (mesure.note, mesure.fait_le) == ("preuve", None)


def test_meteo_is_dated_and_taken_away(services: Services) -> None:
    given = services.plans.set_meteo(SDPD, "O1.A1", Meteo.NUAGE, TODAY, "appui du parquet")
    assert (given.meteo, given.meteo_le) == (Meteo.NUAGE, TODAY)
    assert services.plans.set_meteo(SDPD, "O1.A1", None, TODAY).meteo_le is None
    with pytest.raises(NotFoundError, match="la météo se donne à une action"):
        services.plans.set_meteo(SDPD, "O1.A1.m1", Meteo.NUAGE, TODAY)


def test_the_history_of_an_action_holds_that_of_its_mesures(services: Services) -> None:
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    services.plans.tick(SDPD, "O1.A2.m1", TODAY)
    services.plans.set_meteo(SDPD, "O1.A1", Meteo.SOLEIL, TODAY)
    assert [c.numero for c in services.plans.history(SDPD, "O1.A1")] == [4, 2, 1]
    assert [c.numero for c in services.plans.history(SDPD, "O1.A1.m1")] == [2, 1]


def test_an_indicator_goes_by_its_code_or_its_reference(services: Services) -> None:
    get = services.indicateurs.get
    assert get(SDPD, "k33").code == get(SDPD, " O7.A1.i1 ").code == "O7.A1.i1"
    assert get(SDPD, "K02").reference == "K01"  # The second target of K01.
    with pytest.raises(NotFoundError, match=r"n'a pas d'indicateur .*K99"):
        get(SDPD, "K99")


@pytest.mark.parametrize(
    ("reference", "periode", "texte", "expected"),
    [
        ("K33", "2021", "beaucoup", "n'est pas un nombre"),
        ("K33", "2021", "-3", "au-dessous du minimum"),
        ("K30", "2021", "101", "dépasse le maximum"),
        ("K33", "2023", "3 600", "n'a pas encore commencé"),
        ("K33", "2021", "", "rien à effacer"),
    ],
)
def test_what_is_no_value_is_said_and_not_stored(
    services: Services, reference: str, periode: str, texte: str, expected: str
) -> None:
    before = count(services)
    with pytest.raises(ValidationError) as refused:
        services.indicateurs.record(SDPD, reference, periode, texte)
    assert expected in plain(str(refused.value))
    assert count(services) == before


def test_a_value_needs_a_place_that_exists(services: Services) -> None:
    before = count(services)
    with pytest.raises(UserError, match="ATLANTIDE"):
        services.indicateurs.record(SDPD, "K33", "2021", "3 600", territoire="ATLANTIDE")
    assert count(services) == before


def test_a_paste_keeps_the_good_cells_and_says_why_not_the_others(services: Services) -> None:
    results = services.indicateurs.record_many(
        SDPD,
        [cell("K33", "2021", "3 600"), cell("K05", "2021", "x"), cell("K99", "2021", "1")],
        "coller 3 valeurs",
    )
    assert [result.observation is not None for result in results] == [True, False, False]
    assert "n'est pas un nombre" in plain(results[1].raison)
    assert "K99" in results[2].raison
    newest = services.journal.history(1)[0]
    assert (newest.commande, newest.lignes) == ("coller 3 valeurs", 1)


def test_the_dashboard_says_what_needs_attention(services: Services) -> None:
    board = services.tableau_de_bord.content(SDPD, TODAY)
    assert (board.actions, board.avancement.faites, board.avancement.total) == (46, 0, 119)
    assert board.periode_a_saisir == "2021, T1 2022"
    assert {i.reference for i in board.a_saisir} >= {"K33", "K29"}
    assert not {i.reference for i in board.a_saisir} & {"C08", "C01"}  # Context is not awaited.
    before = len(board.a_saisir)
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    services.plans.tick(SDPD, "O1.A1.m1", TODAY)
    board = services.tableau_de_bord.content(SDPD, TODAY)
    assert len(board.a_saisir) == before - 1
    assert board.avancement.faites == 1
    qrr = services.tableau_de_bord.content("QRR77-2019", TODAY)
    assert [c.code for c in qrr.conventions_a_signer] == ["CLCT77-2019", "CROSS77-2019"]
    # The screen it leads to is that of every plan.
    assert board.conventions_a_signer == qrr.conventions_a_signer


def test_reference_values_are_those_of_the_source(services: Services) -> None:
    codes = [plan.code for plan in services.plans.list_all()]
    sources = [
        observation
        for code in codes
        for observation in services.grilles.lire(
            code, VueGrille(TypePeriode.ANNEE, 2015, 2030)
        ).valeurs.values()
    ]
    assert sources
    assert {o.origine.etat for o in sources} == {EtatValeur.SOURCE}
    assert all(" l. " in o.origine.source for o in sources)
    assert {o.origine.changement for o in sources} == {1}
