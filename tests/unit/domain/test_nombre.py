from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Borne, Presence
from sdpd_desktop.domain.nombre import (
    JALON,
    Saisie,
    format_nombre,
    lire_nombre,
    lire_saisie,
    variation,
)
from tests.unit.domain.fabrique import refusal

NOMBRES = st.decimals(
    min_value=Decimal(-(10**9)), max_value=Decimal(10**9), places=4, allow_nan=False
)
ALPHABET = "0123456789 \u00a0\u202f.,'’+-−/%<>≥~²½٣ plusdemoinenvroNCfait"
TYPED = st.text() | st.text(alphabet=ALPHABET)


def valeur(number: str | int, borne: Borne = Borne.EXACTE) -> Saisie:
    return Saisie(Presence.VALEUR, Decimal(number), borne)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1 234,5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234,5", "1234.5"),
        ("1\u2009234,5", "1234.5"),
        ("1'234,5", "1234.5"),
        ("1’234.5", "1234.5"),
        ("12\u202f000", "12000"),
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        (",5", "0.5"),
        ("0,50", "0.5"),
        ("12 %", "12"),
        ("12,5%", "12.5"),
        ("−3", "-3"),
        ("- 3", "-3"),
        ("–3,5", "-3.5"),
        ("+4", "4"),
        ("-0", "0"),
        ("007", "7"),
        ("1.234.567,8", "1234567.8"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,234,567.8", "1234567.8"),
        ("1,234.5", "1234.5"),
        ("1.234", "1.234"),
        ("\t1500\n", "1500"),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, number: str) -> None:
    read = lire_nombre(typed)
    assert str(read) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "%",
        "+",
        ",",
        "12 34",
        "1 2345",
        "12,5 kg",
        "1e5",
        "5,",
        "1.2.3",
        "12²",
        "٣",
        "(3)",
        "=1+1",
        "nan",
        "inf",
        "30/40",
    ],
)
def test_what_is_no_number_is_refused_and_quoted(typed: str) -> None:
    with pytest.raises(ValidationError, match="n'est pas un nombre") as caught:
        lire_nombre(typed)
    assert caught.value.field == "valeur"
    assert f"«\u00a0{typed}\u00a0»" in str(caught.value)


def test_a_number_too_long_to_be_true_is_refused() -> None:
    assert lire_nombre("0" * 30 + "9" * 15) == 999_999_999_999_999
    with pytest.raises(ValidationError, match="trop de chiffres"):
        lire_nombre("9" * 16)
    with pytest.raises(ValidationError, match="trop de chiffres"):
        lire_nombre("1," + "0" * 14 + "1")


@given(NOMBRES)
def test_what_is_printed_reads_back(number: Decimal) -> None:
    assert lire_nombre(format_nombre(number)) == number
    assert lire_nombre(format_nombre(number, unite="%")) == number
    assert lire_nombre(str(number)) == number


@given(NOMBRES)
def test_a_printed_value_reads_back_as_itself_without_a_question(number: Decimal) -> None:
    text = format_nombre(number, unite="kg")
    saisie = lire_saisie(text, "kg", 4)
    assert (saisie.valeur, saisie.question) == (number, "")


@given(TYPED)
def test_any_text_is_a_number_or_a_clear_refusal(text: str) -> None:
    error = refusal(lire_nombre, text)
    assert error is None or error.field == "valeur"


@given(TYPED, st.sampled_from(["%", "places", JALON, "réunions/an", ""]), st.integers(0, 3))
def test_any_text_is_a_reading_or_a_clear_refusal(text: str, unite: str, decimales: int) -> None:
    read: list[Saisie] = []
    error = refusal(lambda typed: read.append(lire_saisie(typed, unite, decimales)), text)
    assert error is None or error.field == "valeur"
    for saisie in read:
        assert (saisie.valeur is not None) is (saisie.presence is Presence.VALEUR)
        assert saisie.valeur is None or saisie.valeur.is_finite()


@pytest.mark.parametrize("typed", ["", "  ", "NC", "n.c.", "Non renseigné", "non communiqué", "?"])
def test_a_missing_value_is_not_zero(typed: str) -> None:
    assert lire_saisie(typed, "places", 0) == Saisie(Presence.NON_RENSEIGNE, None)


@pytest.mark.parametrize("typed", ["n/a", "N.A.", "sans objet", "Non applicable", "S.O."])
def test_not_applicable_is_neither_zero_nor_missing(typed: str) -> None:
    assert lire_saisie(typed, "places", 0) == Saisie(Presence.NON_APPLICABLE, None)


@pytest.mark.parametrize("typed", ["néant", "Neant", "-", "–", "aucun", "R.A.S."])
def test_an_ambiguous_nothing_asks(typed: str) -> None:
    saisie = lire_saisie(typed, "places", 0)
    assert saisie.valeur is None
    assert "zéro" in saisie.question
    assert typed in saisie.question


@pytest.mark.parametrize(
    ("typed", "number", "borne"),
    [
        ("plus de 12 000", 12000, Borne.PLUS_DE),
        ("Plus de 12\u202f000 places", 12000, Borne.PLUS_DE),
        ("> 400", 400, Borne.PLUS_DE),
        ("≥400", 400, Borne.PLUS_DE),
        ("au moins 3", 3, Borne.PLUS_DE),
        ("12 000 et plus", 12000, Borne.PLUS_DE),
        ("moins de 5", 5, Borne.MOINS_DE),
        ("<= 5", 5, Borne.MOINS_DE),
        ("5 au maximum", 5, Borne.MOINS_DE),
        ("environ 30", 30, Borne.ENVIRON),
        ("~30", 30, Borne.ENVIRON),
        ("Près de 30", 30, Borne.ENVIRON),
        ("env. 30", 30, Borne.ENVIRON),
        ("30 environ", 30, Borne.ENVIRON),
        ("12 (estim.)", 12, Borne.ENVIRON),
        ("1 200 (estimation)", 1200, Borne.ENVIRON),
        ("30 places estimées", 30, Borne.ENVIRON),
        ("30 (env.)", 30, Borne.ENVIRON),
    ],
)
def test_a_bound_is_kept_beside_its_number(typed: str, number: int, borne: Borne) -> None:
    assert lire_saisie(typed, "places", 0) == valeur(number, borne)


@pytest.mark.parametrize(
    ("typed", "unite"),
    [
        ("12 places", "places"),
        ("12 place", "places"),
        ("12 réunions", "réunions/an"),
        ("12 RÉUNIONS", "réunions/an"),
        ("12 téléphones", "lignes/téléphones"),
        ("12 %", "%"),
        ("12,0", "places"),
    ],
)
def test_the_indicators_own_unit_may_follow(typed: str, unite: str) -> None:
    assert lire_saisie(typed, unite, 0) == valeur(12)


@pytest.mark.parametrize("typed", ["12,5 kg", "30 à 40", "30/06/2022", "oui", "beaucoup", "1 2"])
def test_what_is_no_value_is_refused_and_quoted_whole(typed: str) -> None:
    with pytest.raises(ValidationError, match="n'est pas un nombre") as caught:
        lire_saisie(typed, "places", 0)
    assert f"«\u00a0{typed}\u00a0»" in str(caught.value)


@pytest.mark.parametrize("typed", ["30/40", "30 / 40", "30 sur 40"])
def test_a_fraction_of_a_share_gives_its_percentage_and_keeps_its_terms(typed: str) -> None:
    saisie = lire_saisie(typed, "%", 0)
    assert saisie == Saisie(
        Presence.VALEUR, Decimal(75), Borne.EXACTE, Decimal(30), Decimal(40), ""
    )


def test_a_fraction_is_not_rounded_up_to_the_whole() -> None:
    assert lire_saisie("199/200", "%", 0).valeur == Decimal("99.5")
    assert lire_saisie("1/3", "%", 1).valeur == Decimal("33.333")


def test_a_bound_on_a_fraction_is_kept() -> None:
    saisie = lire_saisie("plus de 30/40", "%", 0)
    assert (saisie.valeur, saisie.denominateur) == (Decimal(75), Decimal(40))
    assert saisie.borne is Borne.PLUS_DE


@pytest.mark.parametrize("typed", ["1/0", "-1/4", "1/-4"])
def test_an_impossible_fraction_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="plus grand que zéro"):
        lire_saisie(typed, "%", 0)


@pytest.mark.parametrize(
    ("typed", "unite", "decimales", "read", "asked"),
    [
        ("2,012", "places", 0, "2012", "2\u00a0012 ou 2,012"),
        ("2.012", "places", 0, "2012", "2\u00a0012 ou 2,012"),
        ("-2,012", "places", 0, "-2012", "−2\u00a0012 ou −2,012"),
        ("2.012", "kg", 1, "2.012", "2\u00a0012 ou 2,012"),
        ("3,5", "places", 0, "3.5", "entier"),
        ("0,75", "%", 1, "0.75", "0,75\u00a0% ou 75\u00a0%"),
        ("12 %", "places", 0, "12", "pourcentage"),
        ("30/40", "places", 0, "30", "30 (sur 40)"),
        ("45/40", "%", 0, "112.5", "dépasse 100"),
    ],
)
def test_a_doubtful_number_is_read_and_asked_about(
    typed: str, unite: str, decimales: int, read: str, asked: str
) -> None:
    saisie = lire_saisie(typed, unite, decimales)
    assert saisie.valeur == Decimal(read)
    assert asked in saisie.question
    assert saisie.question.endswith("\u00a0?")


@pytest.mark.parametrize(
    ("typed", "unite", "decimales"),
    [
        ("2,012", "kg", 1),
        ("2,012", "%", 1),
        ("2.012", "g", 3),
        ("0,125", "km", 1),
        ("2 012", "places", 0),
        ("0,75 %", "%", 1),
    ],
)
def test_a_clear_number_is_not_asked_about(typed: str, unite: str, decimales: int) -> None:
    assert lire_saisie(typed, unite, decimales).question == ""


@pytest.mark.parametrize(
    ("typed", "number"),
    [("oui", 1), ("Fait", 1), ("réalisé", 1), ("X", 1), ("1", 1), ("non", 0), ("pas fait", 0)],
)
def test_a_milestone_is_done_or_not(typed: str, number: int) -> None:
    assert lire_saisie(typed, JALON, 0) == valeur(number)


@pytest.mark.parametrize(("typed", "number"), [("en cours", 0), ("fait le 12/03/2022", 1)])
def test_a_milestone_told_otherwise_asks(typed: str, number: int) -> None:
    saisie = lire_saisie(typed, JALON, 0)
    assert saisie.valeur == number
    assert saisie.question


@pytest.mark.parametrize("typed", ["2", "peut-être", "30/40"])
def test_what_tells_nothing_of_a_milestone_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="ne dit pas si le jalon est fait"):
        lire_saisie(typed, JALON, 0)


@pytest.mark.parametrize(
    ("number", "decimales", "unite", "printed"),
    [
        (Decimal("1234.5"), None, "", "1\u00a0234,5"),
        (Decimal("45.25"), None, "%", "45,25\u00a0%"),
        (Decimal("45.250"), None, "", "45,25"),
        (Decimal("1E+3"), None, "", "1\u00a0000"),
        (1_234_567, None, "", "1\u00a0234\u00a0567"),
        (-3, None, "", "−3"),
        (Decimal("2.5"), 0, "", "3"),
        (Decimal("-0.01"), 0, "", "0"),
        (12, 1, "kg", "12,0\u00a0kg"),
        (1, None, "réunions", "1\u00a0réunion"),
        (0, None, "points de deal", "0\u00a0point de deal"),
        (Decimal("-1.5"), None, "agents formés (ETP)", "−1,5\u00a0agent formé (ETP)"),
        (1, None, "lieux", "1\u00a0lieu"),
        (1, None, "mois", "1\u00a0mois"),
        (2, None, "réunions", "2\u00a0réunions"),
        (0, None, "", "0"),
        (None, 2, "%", ""),
        (1, None, JALON, "fait"),
        (0, None, JALON, "non fait"),
    ],
)
def test_numbers_are_printed_the_french_way(
    number: Decimal | int | None, decimales: int | None, unite: str, printed: str
) -> None:
    assert format_nombre(number, decimales, unite) == printed


@given(NOMBRES, NOMBRES)
def test_a_variation_keeps_both_terms_and_its_direction(avant: Decimal, apres: Decimal) -> None:
    change = variation(avant, apres)
    assert (change.avant, change.apres) == (avant, apres)
    assert change.avant + change.absolue == change.apres
    if avant == 0:
        assert change.relative is None
    else:
        assert change.relative is not None
        assert (change.relative > 0) == (apres > avant)
        assert (change.relative < 0) == (apres < avant)
