"""A PDF opened for the window: its pages, measured and drawn."""

import pytest

from sdpd_desktop.documents.convention_pdf import render
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.services.apercu import ouvrir, render_page
from tests.unit.documents.echantillons import convention


def test_every_page_is_measured() -> None:
    pdf = ouvrir(render(convention(annexes=True)))
    assert len(pdf.pages) > 1
    # A4 in points, upright or sideways.
    assert {tuple(sorted(map(round, page))) for page in pdf.pages} == {(595, 842)}


def test_a_page_is_drawn_at_the_resolution_asked() -> None:
    pdf = ouvrir(render(convention()))
    width, height, pixels = render_page(pdf.octets, 0, 72)
    assert (width, height) == (596, 842) or (width, height) == (595, 842)
    assert len(pixels) == 4 * width * height
    assert len(set(pixels)) > 2


def test_other_bytes_are_refused() -> None:
    with pytest.raises(UserError, match="ne peut pas être lu"):
        ouvrir(b"bonjour")
