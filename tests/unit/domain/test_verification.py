"""How reasons make a verdict, and what the register adds to them."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdpd_desktop.domain.verification import (
    ConstatDocument,
    Exemplaire,
    Motif,
    NatureMotif,
    VerdictSignature,
    conclure,
    en_cours,
)
from tests.support import plain

FILED = dt.datetime(2022, 6, 30, 10, tzinfo=dt.UTC)
LATER = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)
ORDER = list(VerdictSignature)


def constat(*natures: NatureMotif, revisions: tuple[str, ...] = ("r1", "r2")) -> ConstatDocument:
    motifs = tuple(Motif(nature, f"{nature}.") for nature in natures)
    return ConstatDocument(revisions[-1] if revisions else "", (), motifs, revisions)


def filed(*revisions: str, verdict: VerdictSignature = VerdictSignature.VALIDE) -> Exemplaire:
    return Exemplaire(
        "id", "CLCT", "clct.pdf", revisions[-1], revisions, verdict, FILED, (), complet=True
    )


@given(st.lists(st.sampled_from(NatureMotif), max_size=6))
def test_the_worst_reason_decides_and_comes_first(natures: list[NatureMotif]) -> None:
    found = conclure("f", constat(*natures), None, LATER)
    weights = [ORDER.index(motif.poids) for motif in found.motifs]
    assert weights == sorted(weights, reverse=True)
    assert ORDER.index(found.verdict) == max(weights, default=0)


def test_the_copy_of_the_register_is_recognised() -> None:
    found = conclure("f", constat(), (filed("r1"), filed("r1", "r2")), LATER)
    assert found.verdict is VerdictSignature.VALIDE
    assert found.exemplaire is not None
    assert [m.texte for m in found.motifs] == ["Valide le 30/06/2022, jour du dépôt au registre."]


def test_a_step_back_is_told_even_when_only_the_whole_copy_was_filed() -> None:
    found = conclure("f", constat(revisions=("r1",)), (filed("r1", "r2"),), LATER)
    assert found.verdict is VerdictSignature.NON_VALIDE
    assert found.motifs[0].nature is NatureMotif.DEPASSE
    assert "plus complète depuis le 30/06/2022" in plain(found.motifs[0].texte)


def test_more_signatures_are_news_and_other_ones_are_not_ours() -> None:
    more = conclure("f", constat(revisions=("r1", "r2", "r3")), (filed("r1", "r2"),), LATER)
    assert more.verdict is VerdictSignature.VALIDE
    assert "prolonge" in more.motifs[0].texte
    other = conclure("f", constat(revisions=("r1", "x2")), (filed("r1", "r2"),), LATER)
    assert other.motifs[0].nature is NatureMotif.AUTRE_EXEMPLAIRE
    unknown = conclure("f", constat(revisions=("x1",)), (filed("r1", "r2"),), LATER)
    assert unknown.verdict is VerdictSignature.VALIDE
    assert "ne connaît pas" in unknown.motifs[0].texte


@pytest.mark.parametrize(
    ("nature", "depuis", "stands"),
    [
        (NatureMotif.EXPIRE, LATER, True),
        (NatureMotif.EXPIRE, FILED - dt.timedelta(days=1), False),
        (NatureMotif.REVOQUE, LATER, True),
        (NatureMotif.REVOQUE, FILED - dt.timedelta(days=1), False),
        (NatureMotif.SANS_LISTE, None, True),
        (NatureMotif.LISTE_PERIMEE, None, True),
        (NatureMotif.ALTERE, None, False),
        (NatureMotif.AUTORITE_INCONNUE, None, False),
    ],
)
def test_only_time_leaves_the_verdict_of_filing_standing(
    nature: NatureMotif, depuis: dt.datetime | None, stands: bool
) -> None:
    made = dataclasses.replace(constat(), motifs=(Motif(nature, "Raison.", "champ", depuis),))
    found = conclure("f", made, (filed("r1", "r2"),), LATER)
    assert (found.verdict is VerdictSignature.VALIDE) is stands


def test_a_copy_filed_undetermined_gains_nothing_from_its_filing() -> None:
    shaky = filed("r1", "r2", verdict=VerdictSignature.INDETERMINE)
    found = conclure("f", constat(NatureMotif.SANS_LISTE), (shaky,), LATER)
    assert found.verdict is VerdictSignature.INDETERMINE


def test_a_copy_given_up_is_told_so_whichever_it_is() -> None:
    gone = dataclasses.replace(filed("r1", "r2"), ecarte_le=FILED)
    for revisions in (("r1",), ("r1", "r2"), ("r1", "r2", "r3")):
        found = conclure("f", constat(revisions=revisions), (gone,), LATER)
        assert found.verdict is VerdictSignature.NON_VALIDE
        assert "écarté le 30/06/2022" in plain(found.motifs[0].texte)


def test_what_awaits_signatures_is_the_last_kept_copy_that_is_not_complete() -> None:
    begun = dataclasses.replace(filed("r1"), complet=False)
    assert en_cours(()) is None
    assert en_cours((begun,)) is begun
    assert en_cours((begun, filed("r1", "r2"))) is None
    assert en_cours((dataclasses.replace(begun, ecarte_le=FILED),)) is None
