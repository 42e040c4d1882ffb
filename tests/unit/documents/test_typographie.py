import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.documents.typographie import accord, balises, francais

N = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Objet : trafics", f"Objet{N}: trafics"),
        ("Objet: trafics", f"Objet{N}: trafics"),
        ("Vraiment ?", f"Vraiment{N}?"),
        ("Vraiment?", f"Vraiment{N}?"),
        ("Attention !!", f"Attention{N}!!"),
        ("un ; deux", f"un{N}; deux"),
        ("« à signer »", f"«{N}à signer{N}»"),
        ("«à signer»", f"«{N}à signer{N}»"),
        ("1\u202f234,5", f"1{N}234,5"),
        ("plus de 12 000 femmes", f"plus de 12{N}000 femmes"),
        ("14,8 %", f"14,8{N}%"),
        ("258 000 €", f"258{N}000{N}€"),
        ("n° 4", f"n°{N}4"),
        ("le 4 juillet 2019", f"le 4{N}juillet 2019"),
        ("l'action d'Alençon", "l’action d’Alençon"),
        ("la 2ème brigade", "la 2e brigade"),
        ("la 1ère fois", "la 1re fois"),
        ("suite...", "suite…"),
        ("à 17:00", "à 17:00"),
        ("a\u00adb\u200bc", "abc"),
        ("e\u0301tat", "état"),
    ],
)
def test_text_is_set_as_french_wants_it(typed: str, printed: str) -> None:
    assert francais(typed) == printed


@given(st.text())
def test_setting_twice_changes_nothing(text: str) -> None:
    once = francais(text)
    assert francais(once) == once


def test_markup_escapes_raises_ordinals_and_keeps_lines() -> None:
    assert balises("le 1er <b> & 3e\nfin") == (
        "le 1<super>er</super> &lt;b&gt; &amp; 3<super>e</super><br/>fin"
    )
    assert "<super>" not in balises("O2.A1.m3 et 12e5 et 2,5e")


def test_counts_agree_with_their_noun() -> None:
    assert accord(0, "action") == f"0{N}action"
    assert accord(1, "réalisée") == f"1{N}réalisée"
    assert accord(1234, "action") == f"1{N}234{N}actions"
    assert accord(2, "à venir", "à venir") == f"2{N}à venir"
