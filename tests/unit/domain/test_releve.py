import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.formule import Operande, Operation
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Grandeur,
    Indicateur,
    NatureCible,
    Periodicite,
    Presence,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.releve import Releve
from tests.unit.domain.fabrique_valeurs import donnee, formule, nombre, releve, suivi

NBSP = "\u00a0"
A = parse_periode("2022")
NOMBRES = st.decimals(Decimal(0), Decimal(10**6), places=2, allow_nan=False)


def computed(operation: Operation, *operandes: Operande | str, unite: str = "faits") -> Indicateur:
    return suivi("c", "Calculé", unite=unite, formule=formule(operation, *operandes))


# Zones


def test_the_whole_is_computed_when_both_zones_are_there() -> None:
    read = releve(
        [suivi("a")],
        donnee("a", "2022", 10, zone=Zone.POLICE),
        donnee("a", "2022", 5, zone=Zone.GENDARMERIE),
    )
    found = read.valeur("a", A)
    assert nombre(found) == 15
    assert found is not None
    assert found.id == ""
    assert found.origine.etat is EtatValeur.CALCULE
    assert found.origine.source == (
        f"zone police, 2022{NBSP}= 10 + zone gendarmerie, 2022{NBSP}= 5"
    )
    assert [t.observations[0].zone for t in read.termes("a", A)] == ["police", "gendarmerie"]


def test_another_zone_counts_once_it_has_a_value() -> None:
    parts = [donnee("a", "2022", n, zone=z) for z, n in ((Zone.POLICE, 1), (Zone.GENDARMERIE, 2))]
    read = releve([suivi("a")], *parts, donnee("a", "2022", 4, zone=Zone.AUTRE))
    assert nombre(read.valeur("a", A)) == 7


def test_a_typed_whole_stays_as_typed_while_a_zone_is_missing() -> None:
    typed = donnee("a", "2022", 20)
    read = releve([suivi("a")], typed, donnee("a", "2022", 10, zone=Zone.POLICE))
    assert read.valeur("a", A) is typed


def test_a_typed_whole_that_its_zones_contradict_is_told_beside_the_sum() -> None:
    read = releve(
        [suivi("a")],
        donnee("a", "2022", 20),
        donnee("a", "2022", 10, zone=Zone.POLICE),
        donnee("a", "2022", 5, zone=Zone.GENDARMERIE),
    )
    found = read.valeur("a", A)
    assert found is not None
    assert found.valeur == 15
    assert found.origine.source.endswith("(écarté : 20, donné pour le total)")
    assert nombre(read.saisie("a", A)) == 20


def lacking(read: Releve, code: str) -> list[str]:
    return [name for terme in read.termes(code, A) for name in terme.manquants]


def test_a_part_is_not_the_whole_and_the_missing_zone_is_named() -> None:
    read = releve([suivi("a")], donnee("a", "2022", 10, zone=Zone.POLICE))
    assert read.valeur("a", A) is None
    assert lacking(read, "a") == ["zone gendarmerie, 2022"]


def test_an_empty_zone_is_missing_and_one_not_applicable_is_not() -> None:
    police = donnee("a", "2022", 10, zone=Zone.POLICE)
    empty = donnee("a", "2022", None, zone=Zone.GENDARMERIE)
    none = donnee("a", "2022", None, zone=Zone.GENDARMERIE, presence=Presence.NON_APPLICABLE)
    assert releve([suivi("a")], police, empty).valeur("a", A) is None
    assert nombre(releve([suivi("a")], police, none).valeur("a", A)) == 10


def test_zones_of_a_deliverable_do_not_add_up() -> None:
    read = releve(
        [suivi("a", nature=NatureCible.JALON, unite="jalon")],
        donnee("a", "2022", 1, zone=Zone.POLICE),
        donnee("a", "2022", 1, zone=Zone.GENDARMERIE),
    )
    assert read.valeur("a", A) is None


def test_shares_of_zones_add_through_their_terms() -> None:
    def share(zone: Zone, top: int, bottom: int) -> object:
        return donnee(
            "a", "2022", Decimal(100 * top) / bottom, zone=zone,
            numerateur=Decimal(top), denominateur=Decimal(bottom),
        )  # fmt: skip

    parts = [share(Zone.POLICE, 1, 4), share(Zone.GENDARMERIE, 3, 4)]
    read = releve([suivi("a", unite="%")], *parts)  # type: ignore[arg-type]
    assert nombre(read.valeur("a", A)) == 50
    bare = [donnee("a", "2022", n, zone=z) for z, n in ((Zone.POLICE, 25), (Zone.GENDARMERIE, 75))]
    read = releve([suivi("a", unite="%")], *bare)
    assert read.valeur("a", A) is None
    whole = read.sur("a", A.debut, A.fin)
    assert whole.manquants == ("a, 2022",)


@given(NOMBRES, NOMBRES)
def test_the_whole_is_exactly_the_sum_of_its_zones(police: Decimal, gendarmerie: Decimal) -> None:
    read = releve(
        [suivi("a")],
        donnee("a", "2022", police, zone=Zone.POLICE),
        donnee("a", "2022", gendarmerie, zone=Zone.GENDARMERIE),
    )
    assert nombre(read.valeur("a", A)) == police + gendarmerie


# Places


def test_the_plan_s_total_is_that_of_its_places() -> None:
    tgd = suivi("t", "Dotation", Grandeur.STOCK, territoires=("MEAUX", "MELUN"))
    meaux = donnee("t", "2022", 13, territoire="MEAUX")
    read = releve([tgd], meaux, donnee("t", "2022", 16, territoire="MELUN"))
    assert nombre(read.valeur("t", A)) == 29
    assert releve([tgd], meaux).valeur("t", A) is None
    assert lacking(releve([tgd], meaux), "t") == ["Melun, 2022"]
    typed = donnee("t", "2022", 29)
    assert releve([tgd], meaux, typed).valeur("t", A) is typed


# Formulas


@pytest.mark.parametrize(
    ("operation", "unite", "expected"),
    [
        (Operation.SOMME, "faits", "10"),
        (Operation.DIFFERENCE, "faits", "6"),
        (Operation.RATIO, "par agent", "4"),
        (Operation.PART, "%", "400"),
    ],
)
def test_each_operation(operation: Operation, unite: str, expected: str) -> None:
    read = releve(
        [suivi("a"), suivi("b"), computed(operation, "a", "b", unite=unite)],
        donnee("a", "2022", 8),
        donnee("b", "2022", 2),
    )
    assert nombre(read.valeur("c", A)) == Decimal(expected)


def test_missing_operands_are_named_in_french() -> None:
    indicateurs = [
        suivi("a", "Faits constatés"),
        suivi("b", "Faits élucidés"),
        computed(Operation.PART, "b", Operande("a", "MELUN", Zone.POLICE), unite="%"),
    ]
    found = releve(indicateurs, donnee("b", "2022", 8)).valeur("c", A)
    assert found is not None
    assert found.presence is Presence.NON_RENSEIGNE
    assert found.valeur is None
    assert found.motif == f"Il manque{NBSP}: Faits constatés, Melun, zone police, 2022."


def test_nothing_is_said_where_no_operand_is_known() -> None:
    read = releve([suivi("a"), suivi("b"), computed(Operation.SOMME, "a", "b")])
    assert read.valeur("c", A) is None
    assert read.serie("c") == ()


def test_its_provenance_is_its_operands() -> None:
    read = releve(
        [suivi("a", "Constatés"), suivi("b", "Élucidés"), computed(Operation.SOMME, "a", "b")],
        donnee("a", "2022", 8, extraite_le=dt.date(2023, 1, 5)),
        donnee("b", "2022", 2, consolidation=Consolidation.CONSOLIDE),
    )
    found = read.valeur("c", A)
    assert found is not None
    assert found.origine.source == f"Constatés, 2022{NBSP}= 8 ; Élucidés, 2022{NBSP}= 2"
    assert found.consolidation is Consolidation.PROVISOIRE
    assert found.extraite_le == dt.date(2023, 1, 5)
    ids = [o.id for terme in read.termes("c", A) for o in terme.observations]
    assert ids == ["a-2022-DEP77-ensemble", "b-2022-DEP77-ensemble"]


def test_zero_as_a_denominator_is_said_not_divided_by() -> None:
    indicateurs = [suivi("a"), suivi("b"), computed(Operation.RATIO, "a", "b", unite="x")]
    found = releve(indicateurs, donnee("a", "2022", 8), donnee("b", "2022", 0)).valeur("c", A)
    assert found is not None
    assert found.valeur is None
    assert "dénominateur non nul (b, 2022 vaut 0)" in found.motif


def test_zero_missing_and_not_applicable_are_three_things() -> None:
    indicateurs = [suivi("a"), suivi("b"), computed(Operation.SOMME, "a", "b")]
    a = donnee("a", "2022", 8)
    none = donnee("b", "2022", None, presence=Presence.NON_APPLICABLE)
    assert nombre(releve(indicateurs, a, donnee("b", "2022", 0)).valeur("c", A)) == 8
    assert nombre(releve(indicateurs, a, donnee("b", "2022", None)).valeur("c", A)) is None
    assert nombre(releve(indicateurs, a, none).valeur("c", A)) == 8
    minus = [*indicateurs[:2], computed(Operation.DIFFERENCE, "a", "b")]
    found = releve(minus, a, none).valeur("c", A)
    assert found is not None
    assert found.presence is Presence.NON_APPLICABLE


def test_an_operand_of_the_year_before() -> None:
    change = computed(Operation.DIFFERENCE, "a", Operande("a", decalage=1))
    read = releve([suivi("a"), change], donnee("a", "2021", 611), donnee("a", "2022", 448))
    assert nombre(read.valeur("c", A)) == -163
    assert [o.periode.code for o in read.serie("c") if o.valeur is not None] == ["2022"]


def test_operands_of_shorter_periods_are_added_up_and_their_gaps_named() -> None:
    monthly = suivi("m", "Faits", periodicite=Periodicite.MOIS)
    yearly = suivi("a", "Agents", Grandeur.STOCK)
    rate = computed(Operation.RATIO, "m", "a", unite="faits par agent")
    months = [donnee("m", f"2022-{month:02}", month) for month in range(1, 13)]
    agents = donnee("a", "2022", 2)
    assert nombre(releve([monthly, yearly, rate], *months, agents).valeur("c", A)) == 39
    found = releve([monthly, yearly, rate], *months[:2], *months[4:], agents).valeur("c", A)
    assert found is not None
    assert found.motif == f"Il manque{NBSP}: Faits, de mars à avril 2022."


def test_a_formula_over_formulas() -> None:
    total = suivi("t", formule=formule(Operation.SOMME, "a", "b"))
    read = releve(
        [suivi("a"), suivi("b"), total, computed(Operation.PART, "a", "t", unite="%")],
        donnee("a", "2022", 1),
        donnee("b", "2022", 2),
    )
    assert nombre(read.valeur("c", A)) == Decimal("33.33")


def test_a_circle_that_slipped_through_is_said_and_ends() -> None:
    read = releve(
        [
            suivi("a", "A", formule=formule(Operation.SOMME, "b", "d")),
            suivi("b", "B", formule=formule(Operation.SOMME, "a", "d")),
            suivi("d"),
        ],
        donnee("d", "2022", 1),
    )
    found = read.valeur("a", A)
    assert found is not None
    assert "sa formule tourne en rond" in found.motif


@pytest.mark.parametrize(
    ("operation", "first", "second", "expected"),
    [
        (Operation.SOMME, Borne.PLUS_DE, Borne.EXACTE, Borne.PLUS_DE),
        (Operation.SOMME, Borne.PLUS_DE, Borne.MOINS_DE, Borne.ENVIRON),
        (Operation.DIFFERENCE, Borne.EXACTE, Borne.PLUS_DE, Borne.MOINS_DE),
        (Operation.DIFFERENCE, Borne.PLUS_DE, Borne.MOINS_DE, Borne.PLUS_DE),
        (Operation.RATIO, Borne.MOINS_DE, Borne.PLUS_DE, Borne.MOINS_DE),
    ],
)
def test_bounds_pass_through(
    operation: Operation, first: Borne, second: Borne, expected: Borne
) -> None:
    read = releve(
        [suivi("a"), suivi("b"), computed(operation, "a", "b")],
        donnee("a", "2022", 8, borne=first),
        donnee("b", "2022", 2, borne=second),
    )
    found = read.valeur("c", A)
    assert found is not None
    assert found.borne is expected


@given(st.lists(NOMBRES, min_size=2, max_size=6))
def test_a_sum_is_exact_whatever_its_operands(values: list[Decimal]) -> None:
    codes = [f"a{rank}" for rank in range(len(values))]
    read = releve(
        [*map(suivi, codes), computed(Operation.SOMME, *codes)],
        *(donnee(code, "2022", value) for code, value in zip(codes, values, strict=True)),
    )
    assert nombre(read.valeur("c", A)) == sum(values)


@given(NOMBRES, NOMBRES.filter(bool))
def test_a_share_stays_within_its_rounding(top: Decimal, bottom: Decimal) -> None:
    read = releve(
        [suivi("a"), suivi("b"), computed(Operation.PART, "a", "b", unite="%")],
        donnee("a", "2022", top),
        donnee("b", "2022", bottom),
    )
    found = nombre(read.valeur("c", A))
    assert found is not None
    assert abs(found - 100 * top / bottom) <= Decimal("0.005")
