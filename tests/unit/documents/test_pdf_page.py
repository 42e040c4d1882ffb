import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents import pdf_tableau as mise
from sdpd_desktop.documents.graphique_pdf import GraphiqueFlowable
from sdpd_desktop.documents.pdf_grille import Grille
from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import PUCE, paragraphe
from sdpd_desktop.documents.pdf_tableau import Carte, cartes, fiche, tableau
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.rapport import Colonne, Groupe, Rangee, Tableau, Texte
from tests.unit.documents.lecture_pdf import pages

GABARIT = Gabarit("Titre", "Sujet", "Bureau", "", None, "pied", dt.date(2022, 6, 30))


def test_the_running_title_changes_with_the_part() -> None:
    story = [paragraphe("un"), *nouvelle_page("Annexe n° 1"), paragraphe("deux")]
    story += [*nouvelle_page("Annexe n° 2"), paragraphe("trois")]
    found = pages(composer(GABARIT, story))
    assert "Annexe n° 1" in found[1]
    assert "Annexe n° 2" in found[2]
    assert "Annexe n° 1" not in found[2]


def test_a_heading_goes_with_what_follows() -> None:
    story = [Spacer(0, 600), *titre("Partie"), paragraphe("suite")]
    found = pages(composer(GABARIT, story))
    assert "Partie" not in found[0]
    assert found[1].startswith("Partie suite")


def test_what_no_page_can_hold_is_refused_in_french() -> None:
    with pytest.raises(ValidationError, match="trop long"):
        composer(GABARIT, [Spacer(0, 5000)])


@pytest.mark.parametrize("field", ["bureau", "titre", "mention", "pied"])
def test_a_missing_character_is_refused_wherever_it_stands(field: str) -> None:
    changes: dict[str, Any] = {field: "漢"}
    with pytest.raises(ValidationError, match=r"U\+6F22"):
        composer(replace(GABARIT, **changes), [paragraphe("texte")])


HAN = "漢"
CHART = Graphique(
    NatureGraphique.TENDANCE, HAN, ("2021", "2022"), (Serie("s", (Decimal(1), Decimal(2))),)
)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: [paragraphe(HAN)],
        lambda: [paragraphe("texte", PUCE, puce=HAN)],
        lambda: titre(HAN),
        lambda: nouvelle_page(HAN),
        lambda: [tableau((mise.Colonne(HAN, 1),), [])],
        lambda: [tableau((mise.Colonne("a", 1),), [mise.Rangee((HAN,))])],
        lambda: [tableau((mise.Colonne("a", 1),), [mise.Groupe(HAN)])],
        lambda: [fiche([(HAN, "b")])],
        lambda: [fiche([("a", HAN)])],
        lambda: [cartes([Carte(HAN, "1", "", None)])],
        lambda: [cartes([Carte("a", HAN, "", None)])],
        lambda: [cartes([Carte("a", "1", HAN, None)])],
        lambda: [Grille(Tableau("t", (Colonne(HAN, 1),), ()))],
        lambda: [Grille(Tableau("t", (Colonne("a", 1),), (Groupe(HAN),)))],
        lambda: [Grille(Tableau("t", (Colonne("a", 1),), (Rangee((Texte(HAN),)),)))],
        lambda: [Grille(Tableau("t", (Colonne("a", 1),), (Rangee((Texte("a", note=HAN),)),)))],
        lambda: [GraphiqueFlowable(replace(CHART, categories=("2021", HAN)))],
        lambda: [GraphiqueFlowable(replace(CHART, unite=HAN))],
        lambda: [
            GraphiqueFlowable(
                replace(
                    CHART,
                    nature=NatureGraphique.COMPARAISON,
                    series=(Serie(HAN, (Decimal(1), None)), Serie("b", (None, None))),
                )
            )
        ],
    ],
)
def test_no_text_enters_a_page_unchecked(draw: Callable[[], list[Flowable]]) -> None:
    with pytest.raises(ValidationError, match=r"U\+6F22"):
        composer(GABARIT, draw())


def test_initials_have_their_room_on_every_page() -> None:
    story = [paragraphe("Une phrase. " * 900)]
    plain = pages(composer(GABARIT, story))
    found = pages(composer(replace(GABARIT, paraphe=True), [paragraphe("Une phrase. " * 900)]))
    assert [page.count("Paraphes") for page in found] == [1] * len(found)
    assert "Paraphes" not in " ".join(plain)
    assert len(found[1]) < len(plain[1])


def test_pages_of_a_larger_whole_bear_no_number() -> None:
    (found,) = pages(composer(replace(GABARIT, folio=False), [paragraphe("texte")]))
    assert "page 1" not in found


def test_a_long_office_name_pushes_the_text_down() -> None:
    long = replace(GABARIT, bureau="Bureau de la prévention " * 40)
    found = pages(composer(long, [paragraphe("premier mot")]))
    assert len(found) == 1
    assert found[0].count("Bureau de la prévention") == 40
