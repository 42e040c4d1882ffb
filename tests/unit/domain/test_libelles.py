import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.calcul import Terme, manquant
from sdpd_desktop.domain.convention import EtatConvention, NatureConvention
from sdpd_desktop.domain.indicateur import Borne, NatureCible, Presence, Reference, Sens
from sdpd_desktop.domain.plan import Avancement, Role, Statut
from tests.unit.documents.echantillons_plan import observation, suivi

N = "\u00a0"
INDICATEUR = suivi("K33", "Caméras", None, "3600", "400", "0.45", "caméras").indicateur
CIBLE = INDICATEUR.cibles[0]


def test_every_choice_has_its_word() -> None:
    assert set(libelles.STATUTS) == set(Statut)
    assert set(libelles.ROLES) == set(Role)
    assert set(libelles.NATURES) == set(NatureConvention)
    assert set(libelles.ETATS_CONVENTION) == set(EtatConvention)


@pytest.mark.parametrize(
    ("nature", "printed"),
    [
        (NatureCible.ATTEINDRE, "400 (fin 2022)"),
        (NatureCible.AJOUTER, "619 (fin 2022)"),
        (NatureCible.PLANCHER_ANNUEL, "au moins 400 par an (fin 2022)"),
        (NatureCible.CUMULER, "400 sur la période (fin 2022)"),
        (NatureCible.JALON, "fait (fin 2022)"),
        (NatureCible.DIRECTION, "en hausse"),
        (NatureCible.SUIVI, "suivi"),
        (NatureCible.CONTEXTE, "–"),
    ],
)
def test_targets_speak_by_their_kind(nature: NatureCible, printed: str) -> None:
    assert libelles.cible(replace(INDICATEUR, nature=nature), CIBLE) == printed


@pytest.mark.parametrize(
    ("unite", "printed"),
    [
        (libelles.Unite.SIGNE, "6 sites (fin 2022)"),
        (libelles.Unite.ENTIERE, f"6{N}commissariats (fin 2022)"),
    ],
)
def test_named_sites_are_counted_in_one_unit(unite: libelles.Unite, printed: str) -> None:
    listed = replace(INDICATEUR, nature=NatureCible.LISTE, unite="commissariats")
    assert libelles.cible(listed, replace(CIBLE, valeur=Decimal(6)), unite) == printed


def test_without_a_baseline_an_increase_stays_an_increase() -> None:
    unknown = Reference(None, Borne.EXACTE, None, "", "")
    adding = replace(INDICATEUR, nature=NatureCible.AJOUTER, depart=unknown)
    assert libelles.cible(adding, CIBLE) == "+400 (fin 2022)"
    doubling = replace(INDICATEUR, nature=NatureCible.MULTIPLIER, depart=unknown)
    assert libelles.cible(doubling, replace(CIBLE, valeur=Decimal(2))) == f"×{N}2 (fin 2022)"


def test_a_target_without_a_date_or_a_number() -> None:
    dated = replace(CIBLE, echeance_interpretee="")
    assert libelles.cible(INDICATEUR, dated) == "400 (31/12/2022)"
    assert libelles.cible(INDICATEUR, replace(dated, echeance=None)) == "400"
    falling = replace(INDICATEUR, sens=Sens.BAISSE)
    assert libelles.cible(falling, replace(CIBLE, valeur=None)) == "en baisse (fin 2022)"
    assert libelles.cible(falling, None) == "en baisse"


def test_a_missing_value_is_neither_zero_nor_without_object() -> None:
    value = observation("O1.A1.i1", "2022", "12000")
    assert libelles.observation(INDICATEUR, None) == "–"
    assert libelles.observation(INDICATEUR, replace(value, valeur=Decimal(0))) == "0"
    assert libelles.observation(INDICATEUR, replace(value, borne=Borne.PLUS_DE)) == (
        f"plus de 12{N}000"
    )
    absent = replace(value, valeur=None, presence=Presence.NON_APPLICABLE)
    assert libelles.observation(INDICATEUR, absent) == "sans objet"
    unknown = replace(absent, presence=Presence.NON_RENSEIGNE)
    assert libelles.observation(INDICATEUR, unknown) == "–"


def test_a_cell_is_short_and_says_what_is_not_a_number() -> None:
    value = observation("O1.A1.i1", "2022", "12000")
    more = replace(value, borne=Borne.PLUS_DE)
    assert libelles.valeur(INDICATEUR, None) == ""
    assert libelles.valeur(INDICATEUR, more) == f">{N}12{N}000"
    assert libelles.valeur(INDICATEUR, more, libelles.Unite.ENTIERE) == f">{N}12{N}000{N}caméras"
    absent = replace(value, valeur=None, presence=Presence.NON_RENSEIGNE)
    assert libelles.valeur(INDICATEUR, absent) == "non renseigné"
    without = replace(absent, presence=Presence.NON_APPLICABLE)
    assert libelles.valeur(INDICATEUR, without, libelles.Unite.ENTIERE) == "sans objet"


def test_a_share_shows_two_decimals_and_a_typed_number_all_it_has() -> None:
    share = replace(INDICATEUR, unite="%", decimales=0)
    assert libelles.nombre(share, Decimal("95.8333")) == f"95,83{N}%"
    assert libelles.nombre(share, Decimal("28.125")) == f"28,13{N}%"
    assert libelles.pourcentage(Decimal("0.28125"), 2) == f"28,13{N}%"
    assert libelles.nombre(share, Decimal(75), libelles.Unite.AUCUNE) == f"75{N}%"
    assert libelles.nombre(INDICATEUR, Decimal("1.2345")) == "1,2345"
    euros = replace(INDICATEUR, unite="€")
    assert libelles.nombre(euros, Decimal(258000)) == f"258{N}000{N}€"
    assert libelles.nombre(euros, Decimal(258000), libelles.Unite.AUCUNE) == f"258{N}000"
    assert libelles.nombre(share, None) == ""


def test_a_term_that_is_not_known_is_a_dash_and_a_bound_stays_one() -> None:
    known = Terme("2022", Decimal(12000), Presence.VALEUR, Borne.PLUS_DE)
    assert libelles.terme(INDICATEUR, known) == f">{N}12{N}000"
    assert libelles.terme(INDICATEUR, manquant("2021", ["2021"])) == "–"


def test_a_baseline_gives_its_date_or_its_words() -> None:
    assert libelles.reference(INDICATEUR, INDICATEUR.depart) == "219 (31/12/2019)"
    worded = Reference(None, Borne.EXACTE, None, "", "une vingtaine")
    assert libelles.reference(INDICATEUR, worded) == "une vingtaine"


def test_shares_progress_years_and_money() -> None:
    assert libelles.pourcentage(0.4525, 2) == f"45,25{N}%"
    assert libelles.pourcentage(Decimal("0.5"), 2) == f"50{N}%"
    assert libelles.pourcentage(None) == ""
    assert libelles.avancement(Avancement(1, 3)) == f"1{N}/{N}3{N}(33{N}%)"
    assert libelles.avancement(Avancement(0, 0)) == "–"
    assert libelles.annees(2023, 2025) == "2023-2025"
    assert libelles.annees(2023, 2023) == "2023"
    assert libelles.euros(258000) == f"258{N}000{N}€"
    assert libelles.euros(0) == f"0{N}€"
    assert libelles.euros(None) == "–"


def test_the_span_of_a_plan() -> None:
    start, end = dt.date(2020, 1, 1), dt.date(2024, 12, 31)
    assert libelles.periode_plan(start, end) == "2020-2024"
    assert libelles.periode_plan(start, None) == "depuis 2020"
    assert libelles.periode_plan(None, end) == "jusqu’en 2024"
    assert libelles.periode_plan(None, None) == ""


@pytest.mark.parametrize(
    ("unite", "absolue", "printed"),
    [
        ("caméras", "29", "+29"),
        ("caméras", "-163", "−163"),
        ("caméras", "0", "0"),
        ("%", "5.2", f"+5,2{N}points"),
        ("%", "-1.0049", f"−1{N}point"),
        ("caméras", None, "–"),
    ],
)
def test_the_difference_of_two_shares_is_in_points(
    unite: str, absolue: str | None, printed: str
) -> None:
    change = None if absolue is None else Decimal(absolue)
    assert libelles.ecart(replace(INDICATEUR, unite=unite), change) == printed


@pytest.mark.parametrize(
    ("relative", "printed"),
    [("0.6304", f"+63,0{N}%"), ("-0.267", f"−26,7{N}%"), ("2.5", f"+250,0{N}%"), (None, "–")],
)
def test_a_variation_in_percent_shows_one_decimal(relative: str | None, printed: str) -> None:
    assert libelles.ecart_relatif(None if relative is None else Decimal(relative)) == printed
