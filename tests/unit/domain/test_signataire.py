"""Who signs, in the words of a block."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.signataire import (
    Genre,
    Mandat,
    ModeSignature,
    SignataireDetails,
    a_la_date,
    accorder,
    bloc,
    qualite,
)
from tests.support import plain

PREFETE = SignataireDetails("", 1, 1, "Jeanne Martin", "préfète de la Marne", Genre.FEMININ, None)
DAY = dt.date(2022, 6, 30)


@pytest.mark.parametrize(
    ("words", "gender", "printed"),
    [
        ("préfète", Genre.FEMININ, "La préfète"),
        ("préfet", Genre.MASCULIN, "Le préfet"),
        ("adjointe au maire", Genre.FEMININ, "L’adjointe au maire"),
        ("Le préfet", Genre.MASCULIN, "Le préfet"),
        ("l'adjoint", Genre.MASCULIN, "L'adjoint"),
        ("maire", Genre.NON_DIT, "Maire"),
        ("", Genre.FEMININ, ""),
    ],
)
def test_quality_takes_its_article(words: str, gender: Genre, printed: str) -> None:
    assert qualite(words, gender) == printed


@pytest.mark.parametrize(
    ("masculine", "feminine"),
    [
        ("préfet de la Marne", "préfète de la Marne"),
        ("procureur de la République", "procureure de la République"),
        ("directeur départemental de la police", "directrice départementale de la police"),
        ("commandant du groupement général", "commandante du groupement général"),
        ("Sous-préfet de Torcy", "Sous-préfète de Torcy"),
        ("maire de Meaux", "maire de Meaux"),
        ("directeur d'un service régional", "directrice d'un service régional"),
    ],
)
def test_a_quality_agrees_with_the_person_not_with_the_office(
    masculine: str, feminine: str
) -> None:
    assert accorder(masculine, Genre.FEMININ) == feminine
    assert accorder(feminine, Genre.MASCULIN) == masculine
    assert accorder(feminine, Genre.NON_DIT) == feminine


@given(st.text(), st.sampled_from([Genre.FEMININ, Genre.MASCULIN]))
def test_agreeing_twice_changes_nothing_more(text: str, gender: Genre) -> None:
    once = accorder(text, gender)
    assert accorder(once, gender) == once


def test_a_court_bears_its_name_of_the_day() -> None:
    text = "procureure près le tribunal de grande instance de Meaux"
    assert a_la_date(text, dt.date(2019, 12, 31)) == text
    later = a_la_date(text, dt.date(2020, 1, 1))
    assert later == "procureure près le tribunal judiciaire de Meaux"
    assert a_la_date(later, dt.date(2019, 7, 4)) == text
    many = "Tribunaux judiciaires du département"
    assert a_la_date(many, DAY) == many
    assert a_la_date(many, dt.date(2019, 1, 1)).startswith("Tribunaux de grande instance")


def test_a_block_says_in_person_or_for_whom() -> None:
    own = bloc(PREFETE, DAY)
    assert (own.titre, own.main, own.acte) == ("La préfète de la Marne", ("Jeanne Martin",), "")
    act = "arrêté n° 2022-14 du 3 mars 2022"
    for mode, words in (
        (ModeSignature.DELEGATION, "et par délégation"),
        (ModeSignature.INTERIM, "et par intérim"),
        (ModeSignature.SUPPLEANCE, "et par suppléance"),
    ):
        mandat = Mandat(mode, "Paul Petit", "secrétaire général", Genre.MASCULIN, act)
        given_to = bloc(replace(PREFETE, mandat=mandat), DAY)
        assert given_to.titre == f"Pour la préfète de la Marne {words}"
        assert given_to.main == ("Le secrétaire général", "Paul Petit")
        assert given_to.acte == act
        assert "Jeanne Martin" not in given_to.main
    signed = bloc(replace(PREFETE, signe_le=dt.date(2019, 7, 4)), DAY)
    assert plain(signed.mention) == "Original signé le 4 juillet 2019"
