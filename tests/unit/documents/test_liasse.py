"""A liasse keeps its parts in order, and each page as large as it was."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from reportlab.lib.pagesizes import A3, A4, landscape

from sdpd_desktop.documents import convention_pdf
from sdpd_desktop.documents.apercu import page_size
from sdpd_desktop.documents.liasse import Fichier, Pages, assembler
from tests.unit.documents.echantillons import convention, image_entete
from tests.unit.documents.lecture_pdf import pages
from tests.unit.documents.liasses import GABARIT, changed, ink, joint, liasse, pdf, red_corner

# -------------------------------------------------------------------- order


def test_annexes_come_in_order_each_behind_its_sheet_on_a_right_hand_page() -> None:
    corps = convention_pdf.render(convention(signee=True))
    contents = (Fichier("a.pdf", pdf(count=2)), Fichier("b.png", image_entete()), Pages(pdf()))
    found = pages(assembler(liasse(*contents, corps=corps)))
    sheets = [
        next(n for n, text in enumerate(found, 1) if re.search(rf"Annexe n° {k} Titre {k}", text))
        for k in (1, 2, 3)
    ]
    assert sheets == sorted(sheets)
    assert all(sheet % 2 for sheet in sheets)
    assert all("Page laissée blanche" in found[sheet] for sheet in sheets)
    assert "Statut fait partie de la convention" in found[sheets[0] - 1]
    assert "Statut jointe pour information" in found[sheets[1] - 1]
    assert "tiers 1" in found[sheets[0] + 1]
    assert "tiers 2" in found[sheets[0] + 2]
    assert [f"liasse – page {n} / {len(found)}" in text for n, text in enumerate(found, 1)] == [
        True
    ] * len(found)
    cover = found[0]
    assert f"1 Titre 1 oui 2 {sheets[0]} 2 Titre 2 non 1 {sheets[1]}" in cover
    assert "ni une archive (PDF/A) ni un document accessible (PDF/UA)" in cover


def test_a_cover_of_several_pages_still_tells_the_right_pages() -> None:
    contents = [Pages(pdf())] * 60
    found = pages(assembler(liasse(*contents)))
    cover = " ".join(found[:3])
    for number in (1, 31, 60):
        sheet = next(
            n for n, t in enumerate(found, 1) if f"Annexe n° {number} Titre {number} " in t
        )
        assert re.search(rf"\b{number} Titre {number} (oui|non) 1 {sheet}\b", cover)


def test_a_chosen_few_are_printed_alone() -> None:
    whole = liasse(Fichier("a.pdf", pdf()), Fichier("b.pdf", pdf(mot="autre")))
    found = " ".join(pages(assembler(replace(whole, annexes=whole.annexes[1:]))))
    assert "Annexe n° 2 à la convention du 4 juillet 2019" in found
    assert "Annexe n° 1" not in found


def test_pages_of_others_bear_whose_annex_they_are() -> None:
    data = assembler(
        liasse(Fichier("délibération.pdf", pdf(count=2)), mention="Diffusion limitée", paraphe=True)
    )
    cover, _, sheet, blank, first, second = pages(data)
    for text in (first, second):
        assert "Annexe n° 1 à la convention du 4 juillet 2019" in text
        assert "DIFFUSION LIMITÉE" in text
        assert "délibération.pdf" in text
    for text in (cover, sheet, first, second):
        assert text.count("Paraphes") == 1
    assert "Paraphes" not in blank


def test_outline_leads_to_each_part() -> None:
    data = assembler(liasse(Fichier("a.pdf", pdf()), corps=pdf(mot="texte")))
    with pikepdf.open(io.BytesIO(data)) as file, file.open_outline() as outline:
        titles = [item.title for item in outline.root]
        last: Any = outline.root[-1].destination
        assert last[0].objgen == file.pages[4].obj.objgen
    assert titles == ["Couverture", "Convention", "Annexe n°\xa01 – Titre 1"]


def test_same_content_same_bytes_and_no_claim() -> None:
    def build() -> bytes:
        return assembler(liasse(Fichier("a.pdf", pdf()), Fichier("b.png", image_entete())))

    data = build()
    assert build() == data
    with pikepdf.open(io.BytesIO(data)) as file:
        assert not {"/Metadata", "/MarkInfo", "/StructTreeRoot", "/OutputIntents"} & set(file.Root)
        assert str(file.docinfo.Title) == GABARIT.titre


# -------------------------------------------------------------------- sizes


def turned(angle: int) -> Callable[[Any], None]:
    def change(file: Any) -> None:
        for page in file.pages:
            page.obj.Rotate = angle

    return change


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (pdf(A4), A4),
        (pdf(landscape(A4)), landscape(A4)),
        (pdf(A3), A3),
        (pdf(landscape(A3)), landscape(A3)),
        (pdf((2000, 3000)), A3),
        (pdf((100, 80)), landscape(A4)),
        (changed(pdf(A4), turned(90)), landscape(A4)),
        (changed(pdf(A4), turned(180)), A4),
        (changed(pdf(landscape(A4)), turned(270)), A4),
    ],
)
def test_pages_keep_their_format_and_stand_as_they_did(
    data: bytes, size: tuple[float, float]
) -> None:
    done = joint(data)
    assert page_size(done, 4) == pytest.approx(size, abs=0.5)
    assert "tiers 1" in pages(done)[4]


@pytest.mark.parametrize(
    ("angle", "corner"), [(0, (0, 0)), (90, (1, 0)), (180, (1, 1)), (270, (0, 1))]
)
def test_a_turned_page_is_turned(angle: int, corner: tuple[int, int]) -> None:
    x, y = ink(joint(changed(red_corner(), turned(angle))), 4)
    assert (round(x), round(y)) == corner


def test_a_page_shows_what_its_crop_shows() -> None:
    def crop(file: Any) -> None:
        file.pages[0].obj.CropBox = pikepdf.Array([0, A4[1] - 200, 200, A4[1]])

    x, y = ink(joint(changed(red_corner(), crop)), 4)
    assert 0.3 < x < 0.5
    assert 0.3 < y < 0.5
