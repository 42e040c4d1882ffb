"""Several files of one partner: a sum of what is known, never of what is missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.contribution import Contribution, remplacer, totaliser
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Borne, NatureCible, Presence
from tests.support import plain
from tests.unit.domain.fabrique import indicateur

SUIVI = indicateur(NatureCible.SUIVI)
NUMBERS = st.integers(0, 10**6).map(Decimal)


def given_by(name: str, valeur: int | Decimal | None, **more: object) -> Contribution:
    presence = Presence.NON_RENSEIGNE if valeur is None else Presence.VALEUR
    number = None if valeur is None else Decimal(valeur)
    return Contribution(name, presence, number, **more)  # type: ignore[arg-type]


@given(st.dictionaries(st.text("abcdefgh", min_size=1), NUMBERS, min_size=1))
def test_the_total_is_the_sum_whatever_the_order(numbers: dict[str, Decimal]) -> None:
    parts = [given_by(name, number) for name, number in numbers.items()]
    total = totaliser(SUIVI, parts)
    assert total.valeur == sum(numbers.values())
    assert totaliser(SUIVI, parts[::-1]) == total
    assert total.provenance.count(" + ") == len(parts) - 1


def test_a_missing_value_is_not_zero() -> None:
    total = totaliser(SUIVI, [given_by("CSP Noisiel", 12), given_by("CSP Meaux", None)])
    assert (total.presence, total.valeur) == (Presence.NON_RENSEIGNE, None)
    assert total.manquants == ("CSP Meaux",)
    assert plain(total.provenance) == "CSP Meaux : non renseigné + CSP Noisiel : 12"


def test_what_does_not_apply_adds_nothing() -> None:
    absent = Contribution("CSP Meaux", Presence.NON_APPLICABLE, None)
    assert totaliser(SUIVI, [given_by("CSP Noisiel", 12), absent]).valeur == 12
    assert totaliser(SUIVI, [absent]).presence is Presence.NON_APPLICABLE


def test_a_bound_makes_a_bound() -> None:
    parts = [given_by("A", 12, borne=Borne.PLUS_DE), given_by("B", 5)]
    assert totaliser(SUIVI, parts).borne is Borne.PLUS_DE


def test_shares_add_up_through_their_terms_alone() -> None:
    share = indicateur(NatureCible.SUIVI, unite="%")
    terms = [
        given_by("A", 75, numerateur=Decimal(30), denominateur=Decimal(40)),
        given_by("B", 50, numerateur=Decimal(30), denominateur=Decimal(60)),
    ]
    total = totaliser(share, terms)
    assert [total.valeur, total.numerateur, total.denominateur] == [60, 60, 100]
    with pytest.raises(ValidationError, match="des pourcentages ne s'additionnent pas") as refused:
        totaliser(share, [terms[0], given_by("CSP Meaux", 50)])
    assert "CSP Meaux" in str(refused.value)
    assert totaliser(share, [given_by("CSP Meaux", 50)]).valeur == 50


def test_milestones_do_not_add_up() -> None:
    jalon = indicateur(NatureCible.JALON)
    with pytest.raises(ValidationError, match="ne s'additionne pas d'un service à l'autre"):
        totaliser(jalon, [given_by("A", 1), given_by("B", 1)])


def test_a_newer_file_of_a_unit_replaces_its_own_alone() -> None:
    first = (given_by("CSP Noisiel", 12), given_by("CSP Meaux", 5))
    after = remplacer(first, given_by("csp  noisiel", 14))
    assert {part.valeur for part in after} == {Decimal(14), Decimal(5)}
    assert totaliser(SUIVI, after).valeur == 19
