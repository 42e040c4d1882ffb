"""What is signed electronically is the text to sign on paper, with fields for pens."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from sdpd_desktop.documents import convention_pdf
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee, DocumentConvention
from sdpd_desktop.domain.signataire import bloc
from tests.unit.documents.echantillons import convention, liens
from tests.unit.documents.echantillons_plan import action
from tests.unit.documents.lecture_pdf import Element, pages, structure
from tests.unit.documents.liasses import FILE, JOINED


def text(count: int = 4, *, paraphe: bool = False) -> ConventionImprimee:
    """Return the text of a convention not signed yet, whose second annex is a file."""
    base = convention(annexes=True)
    first, *others = base.details.annexes
    annexes = [first, JOINED, *(replace(it, numero=n) for n, it in enumerate(others, 3))]
    details = replace(base.details, annexes=tuple(annexes[:count]), paraphe=paraphe)
    linked = liens(*(action(f"O1.A{n}", n) for n in range(30)))
    return replace(base, details=details, document=DocumentConvention.TEXTE, liens=linked)


@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_its_pages_are_those_of_the_text_to_sign_on_paper(count: int) -> None:
    content = text(count)
    paper = pages(convention_pdf.render(content))
    electronic = pages(convention_pdf.render_a_signer(content))
    assert len(electronic) == len(paper)
    differing = [n for n, (a, b) in enumerate(zip(paper, electronic, strict=True)) if a != b]
    (signed,) = differing
    for words in (paper[signed], electronic[signed]):
        assert "Signatures" in words
    assert "Fait à" in paper[signed]
    assert "Signé électroniquement : chaque signature porte sa date" in electronic[signed]
    assert "Signature et cachet" not in electronic[signed]


def test_a_joined_file_is_known_by_its_name_its_size_and_its_hash() -> None:
    found = pages(convention_pdf.render_a_signer(text()))
    (sheet,) = [page for page in found if "ANNEXE N° 2 À LA" in page]
    half = FILE.empreinte[:32]
    assert f"Fichier plan.pdf Taille 1 200 octets SHA-256 {half} {half}" in sheet


def test_there_are_no_initials_where_one_signature_covers_every_page() -> None:
    content = text(paraphe=True)
    assert "Paraphes" in " ".join(pages(convention_pdf.render(content)))
    assert "Paraphes" not in " ".join(pages(convention_pdf.render_a_signer(content)))


def test_two_runs_give_the_same_bytes() -> None:
    assert convention_pdf.render_a_signer(text()) == convention_pdf.render_a_signer(text())


def leaves(element: Element) -> Iterator[Element]:
    """Yield what is read, in its order: texts and fields."""
    if element.role == "Form" or element.marques:
        yield element
    for kid in element.enfants:
        yield from leaves(kid)


def test_a_field_is_read_in_its_place_before_the_annexes() -> None:
    content = text()
    tree = structure(convention_pdf.render_a_signer(content))
    read = list(leaves(tree))
    fields = [n for n, it in enumerate(read) if it.role == "Form"]
    on = content.details.reference(content.imprime_le)
    people = content.details.signataires
    assert [read[n].alt for n in fields] == [bloc(it, on).titre for it in people]
    (page,) = {read[n - 1].marques[0][0] for n in fields}  # Each follows the words of its block.
    after = {mark[0] for it in read[fields[-1] + 1 :] for mark in it.marques}
    assert min(after) > page


def test_each_field_has_its_element_and_stands_on_the_page_of_the_signatures() -> None:
    data = convention_pdf.render_a_signer(text())
    (place,) = [n for n, page in enumerate(pages(data)) if "Signé électroniquement" in page]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        for field in pdf.Root.AcroForm.Fields:
            assert field.P.objgen == pdf.pages[place].obj.objgen
            element = parents[int(field.StructParent)]
            assert element.K.Obj.objgen == field.objgen
            assert str(element.Alt) == str(field.TU)


def test_two_co_presidents_sign_side_by_side_and_whoever_follows_below() -> None:
    content = text(0)
    first, second = content.details.signataires
    third = replace(second, id="s3", rang=3, copreside=False)
    people = (replace(first, copreside=True), replace(second, copreside=True), third)
    data = convention_pdf.render_a_signer(
        replace(content, details=replace(content.details, signataires=people))
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        left, right, below = ([float(n) for n in it.Rect] for it in pdf.Root.AcroForm.Fields)
    assert left[2] < right[0]
    assert min(left[3], right[3]) > max(left[1], right[1])
    assert below[3] < min(left[1], right[1])


def test_nobody_to_sign_is_told() -> None:
    content = text()
    nobody = replace(content, details=replace(content.details, signataires=()))
    with pytest.raises(ValidationError, match="n’a pas de signataire"):
        convention_pdf.render_a_signer(nobody)
