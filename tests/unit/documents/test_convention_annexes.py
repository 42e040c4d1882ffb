"""Each annex of a convention stands behind its numbered sheet, on a right-hand page."""

import io
import re
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from sdpd_desktop.documents import convention_pdf
from sdpd_desktop.documents.convention_liasse import liasse
from sdpd_desktop.documents.liasse import Fichier
from sdpd_desktop.domain.convention import AnnexeDetails, ContenuAnnexe
from sdpd_desktop.domain.impression import ConventionImprimee, DocumentConvention
from sdpd_desktop.domain.partenaire import Contact
from tests.unit.documents.echantillons import convention, liens
from tests.unit.documents.echantillons_plan import action
from tests.unit.documents.lecture_pdf import pages, structure, texte
from tests.unit.documents.liasses import FILE, JOINED, pdf

TITLES = ("Actions concernées", "Indicateurs suivis", "Composition")


def content(
    document: DocumentConvention = DocumentConvention.SYNTHESE, **changes: Any
) -> ConventionImprimee:
    base = convention(signee=True, annexes=True)
    return replace(base, details=replace(base.details, **changes), document=document)


def with_a_file(document: DocumentConvention = DocumentConvention.SYNTHESE) -> ConventionImprimee:
    """Return a convention whose first annex is long and whose second is a file."""
    first, second, _ = convention().details.annexes
    annexes = (first, JOINED, replace(second, numero=3))
    linked = liens(*(action(f"O1.A{n}", n) for n in range(40)))
    return replace(content(document, annexes=annexes), liens=linked)


def sheets(found: list[str]) -> dict[int, int]:
    """Return the page of each sheet by number of annex."""
    heads = {n: re.search(r"ANNEXE N° (\d+) À LA", text) for n, text in enumerate(found, 1)}
    return {int(head[1]): page for page, head in heads.items() if head}


def lines(text: str) -> dict[int, tuple[str, str]]:
    """Return what the list of annexes says of each: how many pages, and on which its sheet is."""
    listing = text.partition("Fait partie de la convention Pages")[2].partition("Signatures")[0]
    place = r" (\d+)" if "À la page" in listing else "()"
    told = re.findall(rf"(\d) \D+ (?:oui|non) (\d+){place}", listing)
    return {int(number): (count, place) for number, count, place in told}


@pytest.mark.parametrize("document", DocumentConvention)
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_each_annex_is_behind_its_sheet_on_a_right_hand_page(
    count: int, document: DocumentConvention
) -> None:
    few = content(document, annexes=convention().details.annexes[:count], paraphe=True)
    found = pages(convention_pdf.render(few))
    body = len(pages(convention_pdf.render(replace(few, annexes=False))))
    blanks = [n for n, text in enumerate(found, 1) if "Page laissée blanche" in text]
    places = sheets(found)
    assert list(places) == list(range(1, count + 1))
    for number, sheet in places.items():
        title, header = TITLES[number - 1], f"Annexe n° {number} à la convention CLCT77-2019"
        assert sheet % 2 == 1
        on_sheet, back, behind = found[sheet - 1 : sheet + 2]
        assert f"Annexe n° {number} {title} Statut fait partie de la convention" in on_sheet
        assert "Contenu 1 page" in on_sheet
        assert "Page laissée blanche" in back
        assert title in behind
        for page in (on_sheet, behind):
            assert f"{header} du 4 juillet 2019" in page
    between = [body + 1] if count and body % 2 else []
    assert blanks == between + sorted(
        [sheet + 1 for sheet in places.values()] + [s + 3 for s in list(places.values())[:-1]]
    )
    for number, page in enumerate(found, 1):
        assert f"page {number} / {len(found)}" in page
        signed = document is DocumentConvention.TEXTE and number not in blanks
        assert page.count("Paraphes") == signed


def test_a_blank_back_bears_no_more_than_its_number_and_its_mark() -> None:
    found = pages(convention_pdf.render(replace(content(), mention="Diffusion limitée")))
    back = found[sheets(found)[1]]
    alone = back.replace("DIFFUSION LIMITÉE", "").strip()
    told = "Page laissée blanche CLCT77-2019 – édité le 30/06/2022 page 4 /"
    assert alone == f"{told} {len(found)}"


def test_nobody_is_read_a_blank_back() -> None:
    data = convention_pdf.render(content())
    back = sheets(pages(data))[1]
    read = {page for element in structure(data).tous() for page, _ in element.marques}
    assert back not in read
    assert {back - 1, back + 1} <= read


def test_no_annex_without_being_asked() -> None:
    alone = replace(content(), annexes=False)
    assert len(pages(convention_pdf.render(alone))) == 2
    assert "À la page" not in texte(convention_pdf.render(alone))


def test_the_list_tells_how_long_annexes_are_and_where() -> None:
    found = pages(convention_pdf.render(with_a_file()))
    places = sheets(found)
    long = places[2] - places[1] - 2
    long -= "Page laissée blanche" in found[places[2] - 2]
    assert long > 2
    assert lines(" ".join(found)) == {
        1: (str(long), str(places[1])), 2: ("3", str(places[2])), 3: ("1", str(places[3])),
    }  # fmt: skip
    for page in found[places[1] + 1 : places[1] + 1 + long]:
        assert "Annexe n° 1 à la convention CLCT77-2019 du 4 juillet 2019" in page
    sheet = found[places[2] - 1]
    assert "Statut jointe pour information Contenu 3 pages Fichier plan.pdf" in sheet
    assert "a" * 32 in sheet


@pytest.mark.parametrize("paraphe", [False, True])
def test_summary_text_and_liasse_tell_the_same(paraphe: bool) -> None:
    summary, text = with_a_file(), with_a_file(DocumentConvention.TEXTE)
    text = replace(text, details=replace(text.details, paraphe=paraphe))
    whole = pages(liasse(text, {FILE.empreinte: Fichier("plan.pdf", pdf(count=3))}))
    joined = lines(" ".join(pages(convention_pdf.render(text))))
    alone = lines(texte(convention_pdf.render(replace(text, annexes=False))))
    cover, body = lines(whole[0]), lines(" ".join(whole[1 : sheets(whole)[1] - 1]))
    counts = {number: count for number, (count, _) in cover.items()}
    assert {number: int(place) for number, (_, place) in cover.items()} == sheets(whole)
    for told in (joined, alone, body):
        assert {number: count for number, (count, _) in told.items()} == counts
    if not paraphe:
        told = lines(texte(convention_pdf.render(summary)))
        assert {number: count for number, (count, _) in told.items()} == counts
    assert len(re.findall(r"ANNEXE N° \d À LA", " ".join(whole))) == 3


def test_pages_of_a_liasse_bear_the_header_too() -> None:
    whole = pages(liasse(content(DocumentConvention.TEXTE), {}))
    for number, sheet in sheets(whole).items():
        for page in (whole[sheet - 1], whole[sheet + 1]):
            assert f"Annexe n° {number} à la convention CLCT77-2019 du 4 juillet 2019" in page


def test_the_outline_leads_to_each_sheet() -> None:
    data = convention_pdf.render(with_a_file())
    places = sheets(pages(data))
    with pikepdf.open(io.BytesIO(data)) as file, file.open_outline() as outline:
        ends: dict[str, Any] = {item.title: item.destination for item in outline.root}
        for number, title in ((1, TITLES[0]), (2, "Plan de situation"), (3, TITLES[1])):
            end = ends[f"Annexe n°\xa0{number} – {title}"]
            assert end[0].objgen == file.pages[places[number] - 1].obj.objgen
    assert not {*TITLES, "Plan de situation"} & set(ends)


def test_a_sheet_opens_a_part_of_its_own() -> None:
    top = structure(convention_pdf.render(content())).enfants
    assert [element.role for element in top if element.role == "H1"] == ["H1"] * 4
    sections = [element for element in top if element.role == "Sect"]
    assert [next(iter(s.enfants)).role for s in sections[-3:]] == ["H2"] * 3


def test_a_workbook_has_no_pages_of_its_own() -> None:
    book = replace(JOINED, numero=1, fichier=replace(FILE, nom="caméras.xlsx", pages=0))
    text = texte(convention_pdf.render(content(annexes=(book,))))
    assert "1 Plan de situation non classeur" in text
    assert "Contenu classeur Fichier caméras.xlsx" in text


def test_empty_annexes_say_that_nothing_is_linked() -> None:
    annexes = (
        AnnexeDetails(1, "Actions", ContenuAnnexe.ACTIONS),
        AnnexeDetails(2, "Indicateurs", ContenuAnnexe.INDICATEURS),
        AnnexeDetails(3, "Contacts", ContenuAnnexe.CONTACTS),
        AnnexeDetails(4, "Composition", ContenuAnnexe.COMPOSITION),
    )
    bare = replace(content(annexes=annexes, signataires=()), liens=liens(), indicateurs=())
    found = pages(convention_pdf.render(bare))
    behind = [found[sheet + 1] for sheet in sheets(found).values()]
    assert "Aucune action n’est liée" in behind[0]
    assert "Aucun indicateur n’est lié" in behind[1]
    assert "Les blancs se complètent à la main" in behind[2]
    assert "Parquet de Meaux" in behind[3]


def test_contacts_are_told_by_function_and_blanks_left() -> None:
    contact = Contact("Chef du bureau", "12 rue du Port", "bureau@exemple.fr", "01 64 71 00 00")
    annexes = (AnnexeDetails(1, "Contacts", ContenuAnnexe.CONTACTS),)
    linked = replace(liens(), contacts=(("PREF77", contact),))
    printed = replace(content(annexes=annexes), liens=linked)
    page = pages(convention_pdf.render(printed))[-1]
    for words in ("Chef du bureau", "01 64 71 00 00", "bureau@exemple.fr", "12 rue du Port"):
        assert words in page
    assert "Parquet de Meaux ……" in page
