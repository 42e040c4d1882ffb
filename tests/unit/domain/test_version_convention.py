"""What changed from one version to the next."""

from dataclasses import replace

from sdpd_desktop.domain.convention import Article, ConventionDetails
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.version_convention import (
    ConventionExportee,
    Ecart,
    NatureEcart,
    ValeurConvention,
    comparer,
)
from tests.unit.documents.echantillons import convention, liens
from tests.unit.documents.echantillons_plan import action
from tests.unit.documents.liasses import JOINED

BEFORE = replace(
    convention().details,
    articles=(Article("Objet", "a"), Article("Durée", "b"), Article("Suivi", "c")),
)


def differences(before: ConventionDetails, after: ConventionDetails) -> tuple[Ecart, ...]:
    return comparer(ConventionExportee(before), ConventionExportee(after))


def test_nothing_changed_says_nothing() -> None:
    assert differences(BEFORE, BEFORE) == ()


def test_an_article_put_in_does_not_change_those_below_it() -> None:
    added = replace(
        BEFORE, articles=(BEFORE.articles[0], Article("Missions", "m"), *BEFORE.articles[1:])
    )
    assert differences(BEFORE, added) == (
        Ecart(NatureEcart.AJOUTE, "Article 2", "", "Missions\nm"),
    )
    (gone,) = differences(added, BEFORE)
    assert (gone.nature, gone.partie) == (NatureEcart.RETIRE, "Article 2 (ancien)")
    changed = replace(BEFORE, articles=(*BEFORE.articles[:2], Article("Suivi", "d")))
    (ecart,) = differences(BEFORE, changed)
    assert (ecart.partie, ecart.avant, ecart.apres) == ("Article 3", "Suivi\nc", "Suivi\nd")


def test_fields_signatories_and_values_are_compared() -> None:
    first, second = BEFORE.signataires
    after = replace(BEFORE, objet="Autre", signataires=(replace(first, nom="X"), second))
    old = (ValeurConvention("P", "i", "K1", "Caméras", "", "0", "10", "20", "50 %"),)
    new = (replace(old[0], valeur="15"),)
    found = {
        e.partie: (e.avant, e.apres)
        for e in comparer(ConventionExportee(BEFORE, old), ConventionExportee(after, new))
    }
    assert found["Objet"] == (BEFORE.objet, "Autre")
    assert found["Signataire 1"][1].endswith("X")
    assert found["Valeur K1"] == ("10 (cible : 20)", "15 (cible : 20)")
    assert len(found) == 3


def test_a_joined_file_replaced_under_the_same_name_is_told() -> None:
    assert JOINED.fichier is not None
    other = replace(JOINED, fichier=replace(JOINED.fichier, empreinte="b" * 64))
    (ecart,) = differences(replace(BEFORE, annexes=(JOINED,)), replace(BEFORE, annexes=(other,)))
    assert (ecart.nature, ecart.partie) == (NatureEcart.MODIFIE, "Annexe 2")
    assert "plan.pdf (aaaaaaaaaaaaaaaa…)" in ecart.avant
    assert "plan.pdf (bbbbbbbbbbbbbbbb…)" in ecart.apres


def test_what_is_linked_is_compared_where_both_versions_kept_it() -> None:
    before = liens(action("O1.A1", 0), action("O1.A2", 1, mesures=0))
    first, second = before.actions
    head, moved, *rest = first.mesures
    done = replace(moved, statut="abandonnée")
    after = replace(
        before,
        actions=(replace(first, mesures=(head, done, *rest)), replace(second, titre="Neuf")),
        contacts=(("PREF77", Contact("Chef du bureau", telephone="01 64 71 00 00")),),
    )
    old, new = (ConventionExportee(BEFORE, (), links) for links in (before, after))
    found = {e.partie: (e.avant, e.apres) for e in comparer(old, new)}
    assert found[f"État de QRR77-2019 {done.code}"][1].startswith(f"{done.titre}, abandonnée")
    assert found["État de QRR77-2019 O1.A2"][1].startswith("Neuf, ")
    assert found["Contact PREF77"] == ("", "Chef du bureau, 01 64 71 00 00")
    assert len(found) == 3
    assert comparer(ConventionExportee(BEFORE), new) == ()
