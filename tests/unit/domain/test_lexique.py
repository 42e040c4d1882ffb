"""A word in the place of a number is known for what it is, and never taken for granted."""

import pytest

from sdpd_desktop.domain.lexique import NatureTerme, SensValeur, TermeInconnu, sens_usuel
from sdpd_desktop.domain.nombre import mot_sans_valeur, nombre_dans


@pytest.mark.parametrize(
    ("texte", "mot"),
    [
        ("n/a", "n/a"), ("N.A.", "na"), ("Néant", "neant"), ("NC", "nc"), ("-", "-"), ("–", "-"),
        ("R.A.S.", "ras"), ("0 ?", "0 ?"), ("0?", "0 ?"), ("0 (?)", "0 ?"), (" sans objet ", "so"),
        ("0", ""), ("12", ""), ("12 ?", ""), ("", ""), ("oui", ""),
    ],
)  # fmt: skip
def test_words_without_a_value(texte: str, mot: str) -> None:
    found = mot_sans_valeur(texte)
    assert found == ("sans objet" if mot == "so" else mot)


@pytest.mark.parametrize(
    ("mot", "sens"),
    [
        ("n/a", SensValeur.NON_APPLICABLE), ("nc", SensValeur.NON_RENSEIGNE),
        ("neant", SensValeur.NON_RENSEIGNE), ("0 ?", SensValeur.ZERO),
    ],
)  # fmt: skip
def test_what_most_partners_mean_is_proposed(mot: str, sens: SensValeur) -> None:
    assert sens_usuel(mot) is sens


def test_a_word_is_remembered_whatever_its_spelling() -> None:
    words = [TermeInconnu(NatureTerme.VALEUR, text, ()).cle for text in ("Néant", "NÉANT", "neant")]
    assert set(words) == {"neant"}
    label = TermeInconnu(NatureTerme.INDICATEUR, "  Patrouilles Communes ", ())
    assert label.cle == "patrouilles communes"


@pytest.mark.parametrize(
    ("texte", "nombre"),
    [
        ("environ 60 communes", "60"), ("1 234,5 km", "1 234,5"), ("soixante", ""),
        ("12 sur 40", ""), ("−3 postes", "−3"),
    ],
)  # fmt: skip
def test_the_one_number_of_a_text_is_proposed(texte: str, nombre: str) -> None:
    assert nombre_dans(texte) == nombre
