"""What changed from one version to the next."""

from dataclasses import replace

from sdpd_desktop.domain.convention import Article
from sdpd_desktop.domain.version_convention import Ecart, NatureEcart, ValeurConvention, comparer
from tests.unit.documents.echantillons import convention

BEFORE = replace(
    convention().details,
    articles=(Article("Objet", "a"), Article("Durée", "b"), Article("Suivi", "c")),
)


def test_nothing_changed_says_nothing() -> None:
    assert comparer(BEFORE, BEFORE) == ()


def test_an_article_put_in_does_not_change_those_below_it() -> None:
    added = replace(
        BEFORE, articles=(BEFORE.articles[0], Article("Missions", "m"), *BEFORE.articles[1:])
    )
    assert comparer(BEFORE, added) == (Ecart(NatureEcart.AJOUTE, "Article 2", "", "Missions\nm"),)
    (gone,) = comparer(added, BEFORE)
    assert (gone.nature, gone.partie) == (NatureEcart.RETIRE, "Article 2 (ancien)")
    changed = replace(BEFORE, articles=(*BEFORE.articles[:2], Article("Suivi", "d")))
    (ecart,) = comparer(BEFORE, changed)
    assert (ecart.partie, ecart.avant, ecart.apres) == ("Article 3", "Suivi\nc", "Suivi\nd")


def test_fields_signatories_and_values_are_compared() -> None:
    first, second = BEFORE.signataires
    after = replace(BEFORE, objet="Autre", signataires=(replace(first, nom="X"), second))
    old = (ValeurConvention("P", "i", "K1", "Caméras", "", "0", "10", "20", "50 %"),)
    new = (replace(old[0], valeur="15"),)
    found = {e.partie: (e.avant, e.apres) for e in comparer(BEFORE, after, old, new)}
    assert found["Objet"] == (BEFORE.objet, "Autre")
    assert found["Signataire 1"][1].endswith("X")
    assert found["Valeur K1"] == ("10 (cible : 20)", "15 (cible : 20)")
    assert len(found) == 3
