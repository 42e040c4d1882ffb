import pytest

from sdpd_desktop.documents import apercu, convention_pdf
from sdpd_desktop.domain.errors import UserError
from tests.unit.documents.echantillons import convention


@pytest.fixture(scope="module")
def data() -> bytes:
    return convention_pdf.render(convention(annexes=True))


def test_pages_are_counted_and_measured(data: bytes) -> None:
    assert apercu.page_count(data) == 13
    width, height = apercu.page_size(data, 0)
    assert (round(width), round(height)) == (595, 842)


def test_a_page_is_drawn_at_the_resolution_asked_for(data: bytes) -> None:
    width, height, pixels = apercu.render_page(data, 0, 72)
    assert (width, height) in {(595, 842), (596, 842)}
    assert len(pixels) == 4 * width * height
    assert apercu.render_page(data, 0, 144)[0] in {2 * width, 2 * width - 1}


def test_the_drawing_holds_white_paper_and_blue_ink(data: bytes) -> None:
    _, _, pixels = apercu.render_page(data, 0, 50)
    assert pixels[:3] == b"\xff\xff\xff"
    dark_blue = [i for i in range(0, len(pixels), 4) if pixels[i] > pixels[i + 2] + 60]
    assert len(dark_blue) > 20


def test_a_page_that_does_not_exist_is_named(data: bytes) -> None:
    with pytest.raises(UserError, match="page 14 n’existe pas"):
        apercu.render_page(data, 13, 72)
    with pytest.raises(UserError, match="page 0"):
        apercu.page_size(data, -1)


@pytest.mark.parametrize("junk", [b"", b"%PDF-1.7 abime", b"PK\x03\x04"])
def test_what_is_no_pdf_is_refused_in_french(junk: bytes) -> None:
    with pytest.raises(UserError, match="ne peut pas être lu"):
        apercu.page_count(junk)
