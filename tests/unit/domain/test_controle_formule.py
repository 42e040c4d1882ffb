from dataclasses import replace

import pytest

from sdpd_desktop.domain.controle_formule import produits, verifier_formule
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.formule import Operande, Operation
from sdpd_desktop.domain.indicateur import Grandeur, Indicateur, NatureCible
from sdpd_desktop.domain.partenaire import Zone
from tests.unit.domain.fabrique_valeurs import formule, suivi

SOMME, RATIO, PART = Operation.SOMME, Operation.RATIO, Operation.PART


def refusal(operation: Operation, *operandes: Operande | str, among: list[Indicateur]) -> str:
    """Return why the formula is refused, "" when it holds; its unit is that of its result."""
    unite = "%" if operation is PART else "x" if operation is RATIO else among[0].unite
    made = suivi("c", unite=unite, formule=formule(operation, *operandes))
    try:
        verifier_formule(made, {i.code: i for i in among})
    except ValidationError as error:
        return str(error).replace("\u00a0", " ")
    return ""


@pytest.mark.parametrize("operation", list(Operation))
def test_two_plain_operands_always_do(operation: Operation) -> None:
    assert refusal(operation, "a", "b", among=[suivi("a"), suivi("b")]) == ""


def test_what_is_typed_has_nothing_to_obey() -> None:
    verifier_formule(suivi("a"), {})


def test_operands_are_counted() -> None:
    among = [suivi("a"), suivi("b"), suivi("d")]
    assert "deux opérandes, pas 3" in refusal(RATIO, "a", "b", "d", among=among)
    assert "au moins deux" in refusal(SOMME, "a", among=among)
    assert refusal(SOMME, "a", "b", "d", among=among) == ""


def test_an_unknown_operand_is_named() -> None:
    assert "« z »" in refusal(SOMME, "a", "z", among=[suivi("a")])


@pytest.mark.parametrize("decalage", [-1, 61])
def test_a_shift_goes_back_and_not_for_ever(decalage: int) -> None:
    operande = Operande("a", decalage=decalage)
    assert "entre 0 et 60" in refusal(SOMME, "b", operande, among=[suivi("a"), suivi("b")])


def test_circles_are_refused_with_their_path() -> None:
    a = suivi("a", formule=formule(SOMME, "b", "d"))
    b = suivi("b", formule=formule(SOMME, "c", "d"))
    assert "c → a → b → c" in refusal(SOMME, "a", "d", among=[a, b, suivi("d")])
    assert "c → c" in refusal(SOMME, "c", "d", among=[suivi("d")])
    back = Operande("c", decalage=1)
    assert "c → c" in refusal(SOMME, back, "d", among=[suivi("d")])


def test_one_operand_used_twice_along_two_paths_is_no_circle() -> None:
    a, b = (suivi(code, formule=formule(SOMME, "d", "e")) for code in "ab")
    assert refusal(SOMME, "a", "b", among=[a, b, suivi("d"), suivi("e")]) == ""


def test_products_never_add_up_even_through_another_formula() -> None:
    cannabis, cocaine = suivi("a", produit="cannabis"), suivi("b", produit="cocaïne")
    for operation in (SOMME, Operation.DIFFERENCE, PART):
        told = refusal(operation, "a", "b", among=[cannabis, cocaine])
        assert "ne s'additionnent jamais : « cannabis », « cocaïne »" in told
    through = suivi("t", formule=formule(SOMME, "a", Operande("a", "MELUN")))
    assert "jamais" in refusal(SOMME, "t", "b", among=[through, cannabis, cocaine])
    assert "sans produit" in refusal(SOMME, "a", "d", among=[cannabis, suivi("d")])
    assert refusal(RATIO, "a", "b", among=[cannabis, cocaine]) == ""
    assert refusal(SOMME, "a", Operande("a", "MELUN"), among=[cannabis]) == ""
    assert produits(through, {"a": cannabis, "t": through}) == {"cannabis"}


def test_a_product_of_its_own_must_be_that_of_its_operands() -> None:
    made = suivi("c", produit="crack", formule=formule(SOMME, "a", Operande("a", "MELUN")))
    with pytest.raises(ValidationError, match="autre chose"):
        verifier_formule(made, {"a": suivi("a", produit="cannabis")})


def test_units_must_agree() -> None:
    among = [suivi("a"), suivi("b", unite="places")]
    for operation in (SOMME, Operation.DIFFERENCE, PART):
        assert "unités différentes" in refusal(operation, "a", "b", among=among)
    assert refusal(RATIO, "a", "b", among=among) == ""
    made = suivi("c", unite="%", formule=formule(RATIO, "a", "b"))
    with pytest.raises(ValidationError, match="Une part s'exprime en %"):
        verifier_formule(made, {i.code: i for i in among})


def test_sums_that_mean_nothing_are_refused() -> None:
    share = suivi("a", unite="%")
    assert "rapport" in refusal(SOMME, "a", Operande("a", "MELUN"), among=[share])
    done = suivi("a", nature=NatureCible.JALON)
    assert "jalon" in refusal(SOMME, "a", Operande("a", "MELUN"), among=[done])
    stock = suivi("a", grandeur=Grandeur.STOCK)
    assert "stock" in refusal(SOMME, "a", Operande("a", decalage=1), among=[stock])
    assert refusal(SOMME, "a", Operande("a", decalage=1), among=[suivi("a")]) == ""
    ratio = suivi("a", formule=formule(RATIO, "d", "e"))
    told = refusal(SOMME, "a", "b", among=[ratio, suivi("b"), suivi("d"), suivi("e")])
    assert "a est un rapport" in told


@pytest.mark.parametrize(
    ("first", "second", "twice"),
    [
        (Zone.POLICE, Zone.GENDARMERIE, False),
        (Zone.POLICE, Zone.ENSEMBLE, True),
        (Zone.POLICE, None, True),
        (Zone.POLICE, Zone.POLICE, True),
    ],
)
def test_nothing_is_counted_twice(first: Zone, second: Zone | None, *, twice: bool) -> None:
    operandes = (Operande("a", zone=first), Operande("a", zone=second))
    assert ("deux fois" in refusal(SOMME, *operandes, among=[suivi("a")])) is twice


def test_a_check_does_not_depend_on_what_was_stored_under_its_code() -> None:
    old = suivi("c")
    made = replace(old, formule=formule(SOMME, "a", "b"))
    verifier_formule(made, {"a": suivi("a"), "b": suivi("b"), "c": old})
