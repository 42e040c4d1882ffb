"""Returns: what is asked survives being kept as text; what is late, and what may follow."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.documents.retour_modele import Identite
from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.retour import (
    CampagneDraft,
    CampagneSummary,
    DestinataireDraft,
    EtatRetour,
    LigneDemandee,
    RetourSummary,
    etat_apres,
)

DUE = dt.date(2022, 7, 15)
S1 = parse_periode("2022-S1")
CODES = st.from_regex(r"[A-Z0-9][A-Za-z0-9.-]{0,20}", fullmatch=True)


@given(CODES, CODES | st.just(""), st.sampled_from(Zone))
def test_what_is_asked_reads_back_from_its_text(code: str, place: str, zone: Zone) -> None:
    line = LigneDemandee(code, place, zone) if place else LigneDemandee(code)
    assert LigneDemandee.parse(str(line)) == line
    assert line.est_mesure is not bool(place)


@given(st.lists(st.text(max_size=20), min_size=6, max_size=6))
def test_the_identity_of_a_workbook_reads_back_with_or_without_a_unit(parts: list[str]) -> None:
    whole = Identite(1, *parts)
    assert Identite.parse(str(whole)) == whole
    alone = replace(whole, emetteur="")
    assert Identite.parse(str(alone)) == alone


def retour(etat: EtatRetour, fichiers: int = 0) -> RetourSummary:
    return RetourSummary(etat.value, "", etat.value, etat.value, etat, None, 1, fichiers=fichiers)


def campagne(**more: object) -> CampagneSummary:
    returns = tuple(retour(etat) for etat in EtatRetour)
    values: dict[str, object] = {
        "id": "c", "code": "P/2022-S1", "plan": "P", "periode": S1, "echeance": DUE,
        "ouverte_le": dt.date(2022, 6, 30), "retours": returns, "sans_destinataire": (),
    }  # fmt: skip
    return CampagneSummary(**{**values, **more})  # type: ignore[arg-type]


def test_what_is_due_and_not_whole_is_late_from_the_day_after() -> None:
    late = {r.etat for r in campagne().en_retard(DUE + dt.timedelta(1))}
    assert late == {EtatRetour.ATTENDU, EtatRetour.RELANCE, EtatRetour.A_COMPLETER}
    assert campagne().en_retard(DUE) == ()
    assert campagne(echeance=None).en_retard(DUE + dt.timedelta(99)) == ()
    assert campagne(close_le=DUE).en_retard(DUE + dt.timedelta(1)) == ()


def test_etat_neant_counts_as_received() -> None:
    assert {r.etat for r in campagne().attendus()} == {EtatRetour.ATTENDU, EtatRetour.RELANCE}


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        (EtatRetour.ATTENDU, EtatRetour.ETAT_NEANT),
        (EtatRetour.RELANCE, EtatRetour.ETAT_NEANT),
        (EtatRetour.ETAT_NEANT, EtatRetour.ETAT_NEANT),
        (EtatRetour.RECU, EtatRetour.RECU),
        (EtatRetour.A_COMPLETER, EtatRetour.A_COMPLETER),
        (EtatRetour.VALIDE, EtatRetour.VALIDE),
    ],
)
def test_nothing_to_tell_takes_no_answer_back(avant: EtatRetour, apres: EtatRetour) -> None:
    assert etat_apres(avant, neant=True, change=False) is apres


@pytest.mark.parametrize("avant", EtatRetour)
def test_one_real_answer_makes_a_return_received(avant: EtatRetour) -> None:
    assert etat_apres(avant) is EtatRetour.RECU
    assert etat_apres(avant, complet=False) is EtatRetour.A_COMPLETER


def test_what_was_judged_valid_stays_so_until_something_changes() -> None:
    assert etat_apres(EtatRetour.VALIDE, change=False) is EtatRetour.VALIDE
    assert etat_apres(EtatRetour.RECU, change=False) is EtatRetour.RECU


def test_an_answer_bars_both_silence_and_etat_neant() -> None:
    answered = retour(EtatRetour.RELANCE, fichiers=1)
    assert not {EtatRetour.ATTENDU, EtatRetour.ETAT_NEANT} & set(answered.possibles)
    with pytest.raises(ValidationError, match="a déjà donné des réponses"):
        answered.check_move(EtatRetour.ETAT_NEANT, DUE, DUE)


def test_a_campagne_that_asks_nothing_is_refused() -> None:
    asked = DestinataireDraft("GGD77", "Gendarmerie", (LigneDemandee("O1.A1.m1"),))
    draft = CampagneDraft("P", S1, None, ModeRetour.ADDITIONNES, (asked,))
    draft.check()
    with pytest.raises(ValidationError, match="Aucun partenaire n'est retenu"):
        replace(draft, destinataires=(replace(asked, retenu=False),)).check()
    with pytest.raises(ValidationError, match="Rien n'est demandé à Gendarmerie"):
        replace(draft, destinataires=(replace(asked, demandes=()),)).check()
