"""Values that stand out, are trusted or not, computed, locked and compared, on the real plans."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from sdpd_desktop.bootstrap import Services
from sdpd_desktop.domain.errors import (
    ConfirmationError,
    NotFoundError,
    UserError,
    ValidationError,
)
from sdpd_desktop.domain.grille import VueGrille
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.indicateur import (
    Consolidation,
    EtatValeur,
    Presence,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode, parse_periode
from sdpd_desktop.domain.signalement import NatureSignalement
from tests.support import SDPD, TODAY, Bureau, cell, count, line, plain, settle, somme

A21 = parse_periode("2021")
COURTS = ("RESSORT-MEAUX", "RESSORT-MELUN", "RESSORT-FONTAINEBLEAU")


# Values that stand out


def test_what_stands_out_waits_for_a_word_and_is_kept_then(services: Services) -> None:
    settle(services, "K33", seuil_variation=Decimal(10))
    services.indicateurs.record(SDPD, "K33", "2020", "3 500")
    before = count(services)
    with pytest.raises(ConfirmationError) as asked:
        services.indicateurs.record(SDPD, "K33", "2021", "4 500")
    assert "passe de 3 500 (2020) à 4 500 (+1 000, +28,6 %)" in plain(str(asked.value))
    assert count(services) == before
    kept = services.indicateurs.record(SDPD, "K33", "2021", "4 500", confirme=True)
    assert kept.valeur == 4500
    grid = services.grilles.lire(SDPD, VueGrille(TypePeriode.ANNEE, 2020, 2021))
    flagged = {cle[1].code: [f.nature for f in flags] for cle, flags in grid.signalements.items()}
    assert flagged == {"2021": [NatureSignalement.VARIATION]}


def test_a_paste_keeps_the_plain_cells_and_hands_back_those_to_confirm(services: Services) -> None:
    cells = [cell("K33", "2021", "3 600"), cell("K11", "2021", "130"), cell("K12", "2021", "12,5")]
    results = services.indicateurs.record_many(SDPD, cells, "coller")
    assert [(r.observation is not None, r.a_confirmer) for r in results] == [
        (True, False),
        (False, True),
        (False, True),
    ]
    again = [r.saisie for r in results if r.a_confirmer]
    kept = services.indicateurs.record_many(SDPD, again, "garder", confirme=True)
    assert [r.observation.valeur if r.observation else None for r in kept] == [
        Decimal(130),
        Decimal("12.5"),
    ]


def test_cells_of_one_paste_are_held_against_each_other(services: Services) -> None:
    cells = [cell("O1.A2.i2", "2020", "9"), cell("O1.A2.i2", "2021", "8")]
    first, second = services.indicateurs.record_many("CRACK61-2023", cells, "coller")
    assert first.observation is not None
    assert second.a_confirmer
    assert "Un cumul ne baisse pas" in second.raison


def test_out_of_bounds_is_confirmed_in_an_import_too(bureau: Bureau) -> None:
    proposition = bureau.propose({("O5.A2.i2", "valeur"): 120})
    assert line(proposition, "K30").verdict is Verdict.A_CONFIRMER
    index = next(n for n, found in enumerate(proposition.lignes) if found.objet == "K30")
    bureau.services.importations.apply(proposition, [index])
    stored = bureau.services.indicateurs.history(SDPD, "K30", parse_periode("2022-S1"))
    assert [o.valeur for o in stored] == [Decimal(120)]


def test_a_variation_is_asked_about_in_an_import_too(bureau: Bureau) -> None:
    settle(bureau.services, "K37", seuil_variation=Decimal(50))
    bureau.services.indicateurs.record(SDPD, "K37", "2021-S2", "10")
    found = line(bureau.propose({("O8.A3.i1", "valeur"): 40}), "K37")
    assert found.verdict is Verdict.A_CONFIRMER
    assert "plus que le seuil de 50 %" in plain(found.raison)
    assert line(bureau.propose({("O8.A3.i1", "valeur"): 12}), "K37").verdict is Verdict.NOUVEAU


# How far a value is trusted


def test_a_value_is_validated_contested_and_consolidated_and_keeps_its_past(
    services: Services,
) -> None:
    typed = services.indicateurs.record(SDPD, "K33", "2021", "3 600", commentaire="relevé")
    cells = [cell("K33", "2021")]
    (valid,) = services.indicateurs.valider(SDPD, cells)
    assert (valid.origine.etat, valid.valeur, valid.commentaire) == (
        EtatValeur.VALIDE,
        Decimal(3600),
        "relevé",
    )
    (doubted,) = services.indicateurs.contester(SDPD, cells, " doublon probable ")
    assert (doubted.origine.etat, doubted.motif) == (EtatValeur.CONTESTE, "doublon probable")
    (final,) = services.indicateurs.consolider(SDPD, cells, dt.date(2022, 3, 1))
    assert (final.consolidation, final.extraite_le) == (
        Consolidation.CONSOLIDE,
        dt.date(2022, 3, 1),
    )
    assert final.motif == "doublon probable", "consolidated, it is still contested"
    history = services.indicateurs.history(SDPD, "K33", A21)
    assert [o.id for o in history] == [final.id, doubted.id, valid.id, typed.id]
    assert [o.courante for o in history] == [True, False, False, False]
    services.journal.undo(services.journal.history(1)[0].numero)
    assert services.indicateurs.history(SDPD, "K33", A21)[0].id == doubted.id


def test_an_imported_value_keeps_its_file_through_validation(bureau: Bureau) -> None:
    proposition = bureau.propose({("O8.A3.i1", "valeur"): 12})
    bureau.services.importations.apply(proposition)
    (valid,) = bureau.services.indicateurs.valider(SDPD, [cell("K37", "2022-S1")])
    assert valid.origine.fichier == proposition.fichier
    assert valid.origine.empreinte == proposition.empreinte
    assert valid.origine.cellule


def test_a_validated_value_is_replaced_only_on_purpose(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    services.indicateurs.valider(SDPD, [cell("K33", "2021")])
    with pytest.raises(ConfirmationError, match="a été validée par"):
        services.indicateurs.record(SDPD, "K33", "2021", "3 700")
    with pytest.raises(ConfirmationError, match="a été validée par"):
        services.indicateurs.effacer(SDPD, [cell("K33", "2021")])
    assert services.indicateurs.effacer(SDPD, [cell("K33", "2021")], confirme=True) == 1


@pytest.mark.parametrize("periode", ["2021", "2020"])
def test_only_what_has_a_value_can_be_validated(services: Services, periode: str) -> None:
    services.indicateurs.record(SDPD, "K33", "2020", "3 500")
    services.indicateurs.effacer(SDPD, [cell("K33", "2020")])
    before = count(services)
    with pytest.raises(ValidationError, match="n'a pas de valeur"):
        services.indicateurs.valider(SDPD, [cell("K33", periode)])
    with pytest.raises(ValidationError, match="motif"):
        services.indicateurs.contester(SDPD, [cell("K33", periode)], " ")
    assert count(services) == before


def test_a_running_period_stays_provisional(services: Services) -> None:
    services.indicateurs.record(SDPD, "K33", "2022", "3 600")
    with pytest.raises(ValidationError, match="reste provisoire"):
        services.indicateurs.consolider(SDPD, [cell("K33", "2022")])
    services.indicateurs.record(SDPD, "K33", "2021", "3 600")
    with pytest.raises(ValidationError, match="reste provisoire"):
        services.indicateurs.consolider(SDPD, [cell("K33", "2021")], dt.date(2021, 12, 1))


# Computed values


def test_zones_make_the_whole_which_is_neither_typed_over_nor_validated(
    services: Services,
) -> None:
    record = services.indicateurs.record
    record(SDPD, "K33", "2021", "1 600", zone=Zone.POLICE)
    assert _suivi(services, "K33").derniere is None
    record(SDPD, "K33", "2021", "2 000", zone=Zone.GENDARMERIE)
    followed = _suivi(services, "K33")
    assert followed.derniere is not None
    assert (followed.derniere.valeur, followed.taux.part) == (3600, Decimal("0.4525"))
    with pytest.raises(ConfirmationError, match="Le total est calculé"):
        record(SDPD, "K33", "2021", "4 000")
    with pytest.raises(ValidationError, match="est calculé"):
        services.indicateurs.valider(SDPD, [cell("K33", "2021")])


def _suivi(services: Services, reference: str) -> Any:
    return next(
        s
        for s in services.indicateurs.suivis(SDPD, TODAY)
        if reference in (s.indicateur.reference, s.indicateur.code)
    )


def test_phones_are_three_series_for_each_court(services: Services) -> None:
    for code in ("O4.A1.i1", "O4.A1.i2", "O4.A1.i3"):
        assert services.indicateurs.get(SDPD, code).territoires == COURTS
    given = services.indicateurs.get(SDPD, "K19")
    assert any("K19 mesure la dotation" in r.texte for r in given.remarques)
    for court, value in zip(COURTS, ("20", "9", "29"), strict=True):
        assert _suivi(services, "K19").derniere is None
        services.indicateurs.record(SDPD, "K19", "2022-T1", value, territoire=court)
    assert _suivi(services, "K19").taux.part == 1
    services.indicateurs.record(SDPD, "O4.A1.i2", "2022-T1", "10", territoire=COURTS[0])
    share = services.indicateurs.releve(SDPD).valeur(
        "O4.A1.i4", parse_periode("2022-T1"), COURTS[0]
    )
    assert share is not None
    assert share.valeur == 50


def test_seizures_keep_their_products_apart(services: Services) -> None:
    plan = "CRACK61-2023"
    found = [i for i in services.indicateurs.list_all(plan) if i.reference == "P15"]
    assert {(i.produit, i.unite) for i in found} == {
        ("cannabis", "g"),
        ("crack", "g"),
        ("héroïne", "g"),
        ("cocaïne", "g"),
    }
    before = count(services)
    with pytest.raises(ValidationError, match="produits différents ne s'additionnent jamais"):
        settle(services, found[-1].code, plan, formule=somme(found[0].code, found[1].code))
    assert count(services) == before


# What is due, and what compares


def test_the_dashboard_awaits_values_by_their_own_calendar(services: Services) -> None:
    def awaited(code: str) -> Any:
        board = services.tableau_de_bord.content(SDPD, TODAY)
        wanted = services.indicateurs.get(SDPD, code).code
        return next(value for value in board.valeurs if value.indicateur == wanted)

    assert (awaited("K19").periode.code, awaited("K19").attendue) == ("2022-T1", True)
    settle(services, "K19", delai_jours=120)
    assert awaited("K19").periode.code == "2021-T4"
    services.indicateurs.record(SDPD, "K19", "2021-T4", "29")
    late = awaited("K19")
    assert (late.periode.code, late.due_le, late.attendue) == (
        "2022-T1",
        dt.date(2022, 7, 29),
        False,
    )
    services.indicateurs.record(SDPD, "K33", "2021", "1 600", zone=Zone.POLICE)
    assert awaited("K33").periode.code == "2021", "a part is not the whole"
    services.indicateurs.record(SDPD, "K33", "2021", "n/a", zone=Zone.GENDARMERIE)
    assert awaited("K33").periode.code == "2022"


def test_a_plan_compares_with_the_year_before_whole_and_by_zone(services: Services) -> None:
    for year, police, gendarmerie in (("2020", "400", "211"), ("2021", "300", "148")):
        services.indicateurs.record(SDPD, "K12", year, police, zone=Zone.POLICE)
        services.indicateurs.record(SDPD, "K12", year, gendarmerie, zone=Zone.GENDARMERIE)
    code = services.indicateurs.get(SDPD, "K12").code
    lines = services.comparaisons.lignes(SDPD, "2021", indicateurs=[code])
    assert [(it.zone, it.periode.absolue) for it in lines] == [
        (Zone.ENSEMBLE, Decimal(-163)),
        (Zone.POLICE, Decimal(-100)),
        (Zone.GENDARMERIE, Decimal(-63)),
    ]
    settle(services, "K12", definition_depuis=dt.date(2021, 1, 1))
    (whole, *_) = services.comparaisons.lignes(SDPD, "2021", indicateurs=[code])
    assert "la définition a changé" in whole.periode.motif
    assert [whole.periode.avant.valeur, whole.periode.apres.valeur] == [611, 448]
    with pytest.raises(NotFoundError, match="LUNE"):
        services.comparaisons.lignes(SDPD, "2021", "LUNE")
    with pytest.raises(UserError, match="pas encore commencé"):
        services.comparaisons.lignes(SDPD, "2023")


def test_every_indicator_of_every_plan_compares_or_says_why(services: Services) -> None:
    for plan in services.plans.list_all():
        lines = services.comparaisons.lignes(plan.code, "2021-06")
        assert {it.indicateur.code for it in lines} == {
            i.code for i in services.indicateurs.list_all(plan.code)
        }
        for it in lines:
            for found in (it.periode, it.cumul, it.douze_mois):
                assert (found.absolue is None) == bool(found.motif)


def test_nothing_typed_stays_apart_from_zero_and_not_applicable(services: Services) -> None:
    for texte, presence in (
        ("0", Presence.VALEUR),
        ("n/a", Presence.NON_APPLICABLE),
        ("NC", Presence.NON_RENSEIGNE),
    ):
        assert services.indicateurs.record(SDPD, "K12", "2021", texte).presence is presence


def test_limits_that_moved_are_dated_and_stop_the_comparison(services: Services) -> None:
    for year, value in (("2020", "10"), ("2021", "12")):
        services.indicateurs.record(SDPD, "K12", year, value)
        services.indicateurs.record(SDPD, "K12", year, "4", zone=Zone.POLICE)

    def reasons() -> list[str]:
        code = services.indicateurs.get(SDPD, "K12").code
        lines = services.comparaisons.lignes(SDPD, "2021", indicateurs=[code])
        return [it.periode.motif for it in lines]

    assert reasons() == ["", ""]
    services.partenaires.dater_territoire("DEP77", None, dt.date(2021, 1, 1))
    whole, police = reasons()
    assert (whole, "zones de" in police) == ("", True)
    dated = services.partenaires.dater_territoire("DEP77", dt.date(2021, 7, 1), None)
    assert dated.perimetre_depuis == dt.date(2021, 7, 1)
    assert all("périmètre de" in reason for reason in reasons())
    services.journal.undo(services.journal.history(1)[0].numero)
    assert reasons()[0] == ""
    with pytest.raises(ValidationError, match="dans le futur"):
        services.partenaires.dater_territoire("DEP77", dt.date(2030, 1, 1), None)
    with pytest.raises(NotFoundError, match="LUNE"):
        services.partenaires.dater_territoire("LUNE", None, None)
