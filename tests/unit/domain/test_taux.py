import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain import taux as regles
from sdpd_desktop.domain.indicateur import (
    Borne,
    Grandeur,
    Indicateur,
    NatureCible,
    Observation,
    Periodicite,
    Presence,
    Sens,
    Taux,
)
from sdpd_desktop.domain.taux import cible_en_vigueur, couverture, suivi, taux, valeur_cible
from tests.unit.domain.fabrique import FIN_2022, cible, indicateur, observation

NBSP = "\u00a0"
ON = dt.date(2022, 6, 30)
DEBUT, FIN = dt.date(2020, 1, 1), dt.date(2024, 12, 31)
WITHOUT_RATE = (NatureCible.DIRECTION, NatureCible.SUIVI, NatureCible.CONTEXTE)
WITH_RATE = tuple(nature for nature in NatureCible if nature not in WITHOUT_RATE)
NOMBRES = st.decimals(Decimal(-1000), Decimal(1000), places=1, allow_nan=False)


def rate(what: Indicateur, *observations: Observation, on: dt.date = ON) -> Taux:
    return taux(what, observations, on, DEBUT, FIN)


def terms(found: Taux) -> tuple[Decimal | None, ...]:
    return found.part, found.terme, found.total


def decimals(*values: str | int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


CAMERAS = indicateur(NatureCible.AJOUTER, cible(400), depart=3419)
TELEPHONES = indicateur(NatureCible.MULTIPLIER, cible(2), depart=29)
REUNIONS = indicateur(
    NatureCible.MAINTIEN_ANNUEL,
    cible(50, debut=dt.date(2019, 1, 1)),
    depart=50,
    grandeur=Grandeur.FLUX,
)


@pytest.mark.parametrize(
    ("what", "valeur", "part", "libelle"),
    [
        (CAMERAS, 3600, "0.4525", "+181 / +400"),
        (indicateur(NatureCible.ATTEINDRE, cible(300), depart=280), 290, "0.5", "+10 / +20"),
        (indicateur(NatureCible.ATTEINDRE, cible(10), depart=5), 5, "0", "0 / +5"),
        (TELEPHONES, 29, "0", "0 / +29"),
        (TELEPHONES, 58, "1", "+29 / +29"),
        (TELEPHONES, 60, "1", "+31 / +29"),
        (
            REUNIONS,
            48,
            "0.96",
            f"2021{NBSP}: 48 / 50, années tenues{NBSP}: 0 sur 3 dont 2 sans val",
        ),
    ],
    ids=["K33", "K20", "K23", "K19-29", "K19-58", "K19-60", "K29"],
)
def test_the_values_to_hold(what: Indicateur, valeur: int, part: str, libelle: str) -> None:
    found = rate(what, observation("2021", valeur))
    assert found.part == Decimal(part)
    assert found.libelle.startswith(libelle)
    assert found.motif == ""
    assert found.cible == what.cibles[0]


def test_the_terms_keep_the_truth_beyond_the_bounds() -> None:
    above = rate(TELEPHONES, observation("2021", 60))
    assert terms(above) == decimals(1, 31, 29)
    below = rate(CAMERAS, observation("2021", 3400))
    assert terms(below) == decimals(0, -19, 400)
    assert below.libelle == "−19 / +400"


# ------------------------------------------------------------- each kind


def test_reaching_works_downwards() -> None:
    what = indicateur(NatureCible.ATTEINDRE, cible(50), depart=100, sens=Sens.BAISSE)
    assert rate(what, observation("2021", 80)).part == Decimal("0.4")
    assert rate(what, observation("2021", 80)).libelle == "−20 / −50"
    assert rate(what, observation("2021", 110)).part == 0
    assert rate(what, observation("2021", 40)).part == 1


def test_reaching_without_a_baseline_says_so() -> None:
    found = rate(indicateur(NatureCible.ATTEINDRE, cible(350)), observation("2021", 70))
    assert terms(found) == decimals("0.2", 70, 350)
    assert found.libelle == "70 / 350 (sans référence)"
    down = indicateur(NatureCible.ATTEINDRE, cible(50), sens=Sens.BAISSE)
    assert rate(down, observation("2021", 100)).part == Decimal("0.5")


def test_reaching_where_one_already_stands_is_keeping() -> None:
    what = indicateur(NatureCible.ATTEINDRE, cible(5), depart=5)
    assert rate(what, observation("2021", 5)).part == 1
    assert rate(what, observation("2021", 4)).part == Decimal("0.8")


def test_keeping_falls_with_the_value() -> None:
    what = indicateur(NatureCible.MAINTENIR, cible(5))
    assert [rate(what, observation("2021", v)).part for v in (6, 5, 4, 0)] == [
        1,
        1,
        Decimal("0.8"),
        0,
    ]
    baseline_only = indicateur(NatureCible.MAINTENIR, depart=5)
    assert rate(baseline_only, observation("2021", 4)).part == Decimal("0.8")


@pytest.mark.parametrize(
    ("sens", "valeur", "vise", "part"),
    [
        (Sens.HAUSSE, -1, 0, "0"),
        (Sens.HAUSSE, 0, 0, "1"),
        (Sens.HAUSSE, -4, 2, "0"),
        (Sens.BAISSE, 4, 2, "0.5"),
        (Sens.BAISSE, 4, 0, "0"),
        (Sens.BAISSE, 4, -2, "0"),
        (Sens.BAISSE, -1, -2, "0"),
        (Sens.BAISSE, 0, 0, "1"),
    ],
)
def test_keeping_never_divides_by_zero(sens: Sens, valeur: int, vise: int, part: str) -> None:
    what = indicateur(NatureCible.MAINTENIR, cible(vise), sens=sens)
    assert rate(what, observation("2021", valeur)).part == Decimal(part)


def test_doubling_nothing_has_no_rate() -> None:
    found = rate(indicateur(NatureCible.MULTIPLIER, cible(2), depart=0), observation("2021", 3))
    assert found.part is None
    assert found.motif == regles.DEPART_NUL


def test_a_share_shows_its_two_terms_when_known() -> None:
    what = indicateur(NatureCible.COUVRIR, cible(100), unite="%")
    found = rate(what, observation("2021", 75, terms=(30, 40)))
    assert terms(found) == decimals("0.75", 75, 100)
    assert found.libelle == f"75{NBSP}% (30 sur 40) / 100{NBSP}%"
    assert rate(what, observation("2021", 75)).libelle == f"75{NBSP}% / 100{NBSP}%"


def test_a_rate_s_terms_show_the_digits_of_its_values() -> None:
    what = indicateur(NatureCible.COUVRIR, cible(100), unite="%")
    printed = rate(what, observation("2021", "28.125", terms=(9, 32))).libelle
    assert printed == f"28,13{NBSP}% (9 sur 32) / 100{NBSP}%"


def test_named_sites_are_counted_out_of_their_list() -> None:
    what = indicateur(NatureCible.LISTE, cible(None), sites=("Meaux", "CAMVS", "Nemours"))
    found = rate(what, observation("2021", 2))
    assert (found.terme, found.total, found.libelle) == (*decimals(2, 3), "2 / 3")
    assert rate(indicateur(NatureCible.LISTE, cible(10)), observation("2021", 4)).part == Decimal(
        "0.4"
    )


def test_a_milestone_is_done_or_not() -> None:
    what = indicateur(NatureCible.JALON, cible(1))
    done, undone = (rate(what, observation("2021", v)) for v in (1, 0))
    assert (done.part, done.libelle) == (Decimal(1), "fait")
    assert (undone.part, undone.libelle) == (Decimal(0), "non fait")


def test_flows_accumulate_within_the_targets_dates_only() -> None:
    what = indicateur(
        NatureCible.CUMULER, cible(4, debut=dt.date(2019, 1, 1)), grandeur=Grandeur.FLUX
    )
    values = [observation(str(year), 1) for year in (2018, 2019, 2020, 2021, 2023)]
    assert rate(what, *values, on=FIN).part == Decimal("0.75")
    assert rate(what, *values, on=FIN).libelle == "3 / 4"
    outside = rate(what, values[0])
    assert (outside.part, outside.motif) == (None, regles.HORS_PERIODE)


def test_a_running_total_is_not_added_up_again() -> None:
    what = indicateur(NatureCible.CUMULER, cible(4), grandeur=Grandeur.CUMUL)
    assert rate(what, observation("2020", 1), observation("2021", 3)).part == Decimal("0.75")


# ------------------------------------------------------------- annual kinds


def test_a_floor_is_rated_on_the_last_finished_year() -> None:
    values = [observation("2019", 50), observation("2020", 20), observation("2021", 40)]
    found = rate(REUNIONS, *values, observation("2022", 55))
    assert found.part == Decimal("0.8")
    assert found.libelle == f"2021{NBSP}: 40 / 50, années tenues{NBSP}: 1 sur 3"


def test_a_year_still_running_is_provisional() -> None:
    found = rate(REUNIONS, observation("2022", 25))
    assert found.part == Decimal("0.5")
    assert found.libelle.startswith(f"2022{NBSP}: 25 / 50 (année en cours, provisoire)")
    ended = rate(REUNIONS, observation("2022", 25), on=FIN_2022)
    assert ended.libelle == (
        f"2022{NBSP}: 25 / 50, années tenues{NBSP}: 0 sur 4 dont 3 sans valeur"
    )


def test_a_year_of_quarters_counts_once_whole() -> None:
    quarters = [observation(f"2021-T{n}", 15) for n in (1, 2, 3, 4)]
    assert rate(REUNIONS, *quarters).part == 1
    partial = rate(REUNIONS, *quarters[:2])
    assert partial.part == Decimal("0.6")
    assert "(année incomplète)" in partial.libelle


def test_a_year_where_the_question_did_not_apply_is_not_asked_for() -> None:
    exempt = observation("2020", None, Presence.NON_APPLICABLE)
    found = rate(REUNIONS, observation("2019", 50), exempt, observation("2021", 50))
    assert found.libelle.endswith(f"années tenues{NBSP}: 2 sur 2")
    unknown_2019 = rate(REUNIONS, exempt, observation("2021", 50))
    assert unknown_2019.libelle.endswith(f"années tenues{NBSP}: 1 sur 2 dont 1 sans valeur")


def test_a_value_outside_the_targets_years_says_so() -> None:
    found = rate(REUNIONS, observation("2024", 48), on=dt.date(2024, 7, 1))
    assert found.part == Decimal("0.96")
    assert "année en cours, provisoire, hors de la période visée" in found.libelle
    assert f"années tenues{NBSP}: 0 sur 4 dont 4 sans valeur" in found.libelle


def test_a_floor_without_any_date_starts_with_its_first_value() -> None:
    what = indicateur(NatureCible.PLANCHER_ANNUEL, cible(10, echeance=None), grandeur=Grandeur.FLUX)
    values = [observation("2020", 12), observation("2021", 5)]
    found = taux(what, values, ON, None, None)
    assert found.libelle == f"2021{NBSP}: 5 / 10, années tenues{NBSP}: 1 sur 2"
    first = taux(what, [observation("2022", 12)], ON, None, None)
    assert first.libelle == f"2022{NBSP}: 12 / 10 (année en cours, provisoire)"


def test_a_yearly_flow_to_reach_is_read_by_finished_years() -> None:
    what = indicateur(NatureCible.ATTEINDRE, cible(100), grandeur=Grandeur.FLUX)
    quarters = [observation(f"2021-T{n}", 20) for n in (1, 2, 3, 4)]
    assert rate(what, *quarters, observation("2022-T1", 30)).part == Decimal("0.8")
    by_quarter = indicateur(
        NatureCible.ATTEINDRE,
        cible(100),
        grandeur=Grandeur.FLUX,
        periodicite=Periodicite.TRIMESTRE,
    )
    assert rate(by_quarter, *quarters).part == Decimal("0.2")


# ------------------------------------------------------------- what is missing


@pytest.mark.parametrize("nature", WITHOUT_RATE)
def test_kinds_without_a_target_have_no_rate_and_say_why(nature: NatureCible) -> None:
    found = rate(indicateur(nature, cible(10), depart=5), observation("2021", 7))
    assert (found.part, found.terme, found.total, found.libelle) == (None, None, None, "")
    assert found.motif.endswith(f"{NBSP}: pas de taux")


@pytest.mark.parametrize("nature", WITH_RATE)
@pytest.mark.parametrize(
    ("observations", "motif"),
    [
        ([], regles.AUCUNE_VALEUR),
        ([observation("2023", 5)], regles.AUCUNE_VALEUR),
        ([observation("2021", 5, courante=False)], regles.AUCUNE_VALEUR),
        ([observation("2021", None, Presence.NON_RENSEIGNE)], regles.NON_RENSEIGNE),
        (
            [observation("2020", 5), observation("2021", None, Presence.NON_APPLICABLE)],
            regles.NON_APPLICABLE,
        ),
    ],
)
def test_a_missing_value_gives_no_rate_and_says_which_kind_of_missing(
    nature: NatureCible, observations: list[Observation], motif: str
) -> None:
    found = rate(indicateur(nature, cible(2), depart=5), *observations)
    assert found.part is None
    assert found.motif == motif


@pytest.mark.parametrize(
    "nature", [n for n in WITH_RATE if n not in (NatureCible.JALON, NatureCible.MAINTENIR)]
)
@pytest.mark.parametrize("cibles", [(), (cible(None),)])
def test_a_target_without_a_number_gives_no_rate(nature: NatureCible, cibles: tuple[()]) -> None:
    found = rate(indicateur(nature, *cibles, depart=5), observation("2021", 5))
    assert (found.part, found.motif) == (None, regles.CIBLE_NON_CHIFFREE)


@pytest.mark.parametrize("nature", [NatureCible.AJOUTER, NatureCible.MULTIPLIER])
def test_adding_to_an_unknown_baseline_gives_no_rate(nature: NatureCible) -> None:
    found = rate(indicateur(nature, cible(2)), observation("2021", 5))
    assert (found.part, found.motif) == (None, regles.DEPART_INCONNU)


def test_an_older_value_stands_in_and_says_so() -> None:
    erased = observation("2022", None, Presence.NON_RENSEIGNE)
    found = rate(CAMERAS, observation("2021", 3600), erased)
    assert found.part == Decimal("0.4525")
    assert found.libelle == "+181 / +400 (valeur de 2021)"


def test_a_bound_is_told_beside_its_rate() -> None:
    found = rate(CAMERAS, observation("2021", 3600, borne=Borne.PLUS_DE))
    assert found.libelle == "+181 / +400 (valeur minimale)"


# ------------------------------------------------------------- every kind


@given(
    st.sampled_from(WITH_RATE),
    st.sampled_from(Sens),
    st.sampled_from(Grandeur),
    st.none() | NOMBRES,
    st.none() | NOMBRES,
    st.lists(st.tuples(st.sampled_from(["2021", "2022-S1", "2021-T4"]), st.none() | NOMBRES)),
)
def test_a_rate_lies_within_bounds_or_says_why_it_is_absent(
    nature: NatureCible,
    sens: Sens,
    grandeur: Grandeur,
    depart: Decimal | None,
    vise: Decimal | None,
    values: list[tuple[str, Decimal | None]],
) -> None:
    what = indicateur(nature, cible(vise), depart=depart, sens=sens, grandeur=grandeur)
    observations = [
        observation(p, v, Presence.NON_RENSEIGNE if v is None else Presence.VALEUR)
        for p, v in values
    ]
    found = rate(what, *observations)
    if found.part is None:
        assert found.motif
        assert not found.libelle
    else:
        assert 0 <= found.part <= 1
        assert found.terme is not None
        assert found.total is not None
        assert found.libelle
        assert not found.motif


@given(
    st.sampled_from(WITH_RATE),
    st.sampled_from([Sens.HAUSSE, Sens.BAISSE]),
    NOMBRES,
    st.decimals(Decimal("0.1"), Decimal(1000), places=1),
    NOMBRES,
    NOMBRES,
)
def test_a_better_value_never_lowers_the_rate(
    nature: NatureCible, sens: Sens, depart: Decimal, way: Decimal, one: Decimal, other: Decimal
) -> None:
    if nature in (NatureCible.JALON, NatureCible.LISTE, NatureCible.MULTIPLIER):
        sens, depart = Sens.HAUSSE, abs(depart) + 1
    step = way if sens is Sens.HAUSSE else -way
    cibles = {NatureCible.AJOUTER: step, NatureCible.MULTIPLIER: 1 + way}
    what = indicateur(nature, cible(cibles.get(nature, depart + step)), depart=depart, sens=sens)
    worse, better = sorted((one, other), reverse=sens is Sens.BAISSE)
    low, high = (rate(what, observation("2021", v)).part for v in (worse, better))
    assert low is not None
    assert high is not None
    assert low <= high


@given(st.sampled_from(WITH_RATE), st.decimals(Decimal(1), Decimal(1000), places=1))
def test_the_target_reached_is_a_whole_rate(nature: NatureCible, step: Decimal) -> None:
    cibles = {NatureCible.AJOUTER: step, NatureCible.MULTIPLIER: 1 + step}
    what = indicateur(nature, cible(cibles.get(nature, 7 + step)), depart=7)
    vise = valeur_cible(what, what.cibles[0])
    assert vise is not None
    assert rate(what, observation("2021", vise)).part == 1


# ------------------------------------------------------------- targets, follow-up


def test_the_target_in_force_is_the_first_not_past_due_else_the_last() -> None:
    first = cible(75, echeance=dt.date(2020, 12, 31), rang=1)
    second = cible(100, echeance=dt.date(2021, 12, 31), rang=2)
    what = indicateur(NatureCible.COUVRIR, second, first, unite="%")
    assert cible_en_vigueur(what, dt.date(2020, 12, 31)) == first
    assert cible_en_vigueur(what, dt.date(2021, 1, 1)) == second
    assert cible_en_vigueur(what, dt.date(2030, 1, 1)) == second
    assert cible_en_vigueur(indicateur(NatureCible.SUIVI), ON) is None
    undated = cible(50, echeance=None)
    assert cible_en_vigueur(indicateur(NatureCible.COUVRIR, undated), ON) == undated


@pytest.mark.parametrize(
    ("what", "vise"),
    [
        (CAMERAS, 3819),
        (TELEPHONES, 58),
        (REUNIONS, 50),
        (indicateur(NatureCible.AJOUTER, cible(400)), None),
        (indicateur(NatureCible.MULTIPLIER, cible(None), depart=29), None),
        (indicateur(NatureCible.LISTE, cible(9), sites=("Meaux", "Torcy")), 2),
        (indicateur(NatureCible.LISTE, cible(10)), 10),
        (indicateur(NatureCible.MAINTENIR, depart=3), 3),
        (indicateur(NatureCible.JALON), 1),
        (indicateur(NatureCible.DIRECTION, cible(4)), None),
        (indicateur(NatureCible.ATTEINDRE), None),
    ],
)
def test_the_value_to_reach(what: Indicateur, vise: int | None) -> None:
    assert valeur_cible(what, what.cibles[0] if what.cibles else None) == vise


HISTORY = (("2019", 3419), ("2020", 3450), ("2021", 3600), ("2023", 4000))


def test_the_follow_up_gathers_the_latest_the_one_before_and_the_years() -> None:
    values = [observation(*pair) for pair in HISTORY]
    found = suivi(CAMERAS, values, ON, DEBUT, FIN)
    assert found.indicateur == CAMERAS
    assert (found.derniere, found.precedente) == (values[2], values[1])
    assert found.par_annee == tuple((int(year), Decimal(v)) for year, v in HISTORY[:3])
    assert found.taux == taux(CAMERAS, values, ON, DEBUT, FIN)


def test_a_flow_is_compared_with_a_period_of_the_same_length() -> None:
    year, quarter = observation("2021", 40), observation("2022-T1", 12)
    assert suivi(REUNIONS, [year, quarter], ON, DEBUT, FIN).precedente is None
    assert suivi(CAMERAS, [year, quarter], ON, DEBUT, FIN).precedente == year


def test_the_follow_up_of_what_was_never_told() -> None:
    empty = suivi(CAMERAS, [], ON, DEBUT, FIN)
    assert (empty.derniere, empty.precedente, empty.par_annee) == (None, None, ())
    erased = observation("2021", None, Presence.NON_RENSEIGNE)
    assert suivi(CAMERAS, [erased], ON, DEBUT, FIN).derniere == erased
    older = observation("2020", 3500)
    assert suivi(CAMERAS, [older, erased], ON, DEBUT, FIN).derniere == older


def test_coverage_counts_actions_with_a_rate_among_all() -> None:
    known = rate(CAMERAS, observation("2021", 3600))
    unknown = rate(CAMERAS)
    assert couverture({"O1.A1": [known, unknown], "O1.A2": [unknown], "O1.A3": []}) == (1, 3)
    assert couverture({}) == (0, 0)
