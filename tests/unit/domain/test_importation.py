"""What a proposition says of its lines as a whole."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain import importation
from sdpd_desktop.domain.importation import Ligne, Proposition, SaisieRetour, Verdict, que_neant
from sdpd_desktop.domain.journal import canonical
from sdpd_desktop.domain.lexique import SENS_VALEUR, SensValeur
from sdpd_desktop.domain.periode import parse_periode

_MESURE = SaisieRetour("mesure", "m", "O1.A1.m1", "", "", 2, "Actions", ())


def ligne(objet: str, texte: str, verdict: Verdict = Verdict.NOUVEAU, **more: object) -> Ligne:
    """Return a line of a file; nothing but its object and text matters."""
    made = Ligne(verdict, objet, "", "valeur", "F!A1", texte, "", texte, "", "", "", None)
    return made._replace(**more)  # type: ignore[arg-type]


def proposition(lignes: list[Ligne], emetteur: str = "") -> Proposition:
    """Return what a file of those lines proposes."""
    return Proposition(
        "f.xlsx", "e", 1, "GGD77", "Gendarmerie", "SDPD77-2020", "c", "r",
        parse_periode("2022-S1"), tuple(lignes), (), None, Path("f.xlsx"),
        dt.datetime(2022, 6, 30, tzinfo=dt.UTC), emetteur=emetteur,
    )  # fmt: skip


_typed = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=4)


@given(st.lists(st.tuples(_typed, _typed), max_size=9), st.sampled_from(["", "CSP Meaux"]))
def test_the_hash_of_what_is_said_is_that_of_its_sorted_text(
    typed: list[tuple[str, str]], emetteur: str
) -> None:
    """Computed by runs, it stays what was stored of files taken in before."""
    lignes = [ligne(*one) for one in typed]
    said = sorted([objet, "valeur", texte] for objet, texte in typed)
    whose = ["r", emetteur] if emetteur else ["r"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importation, "_RUN", 2)
        found = proposition(lignes, emetteur).empreinte_valeurs
    assert found == hashlib.sha256(canonical([*whose, said])).hexdigest()
    assert found == proposition(lignes[::-1], emetteur).empreinte_valeurs


def test_an_etat_neant_is_said_and_nothing_else_is() -> None:
    nothing = SENS_VALEUR[SensValeur.ETAT_NEANT]
    neant = ligne("K37", "néant", Verdict.INCHANGE, compris=nothing)
    valeur = ligne("K40", "12")
    as_sent = ligne("O1.A1.m1", "", Verdict.INCHANGE, saisie=_MESURE)
    assert que_neant([as_sent, neant])
    assert que_neant([as_sent], dit=True)
    assert not que_neant([as_sent])
    assert not que_neant([neant, valeur])
    assert not que_neant([valeur, neant], dit=True)
