import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from reportlab.platypus import Spacer

from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import paragraphe
from sdpd_desktop.domain.errors import ValidationError
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


def test_a_long_office_name_pushes_the_text_down() -> None:
    long = replace(GABARIT, bureau="Bureau de la prévention " * 40)
    found = pages(composer(long, [paragraphe("premier mot")]))
    assert len(found) == 1
    assert found[0].count("Bureau de la prévention") == 40
