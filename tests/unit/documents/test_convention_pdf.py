import datetime as dt
import io
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from sdpd_desktop.documents import convention_pdf
from sdpd_desktop.domain.convention import (
    Article,
    AvenantDetails,
    EtatConvention,
)
from sdpd_desktop.domain.duree import Duree
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.impression import ConventionImprimee, DocumentConvention
from sdpd_desktop.domain.signataire import Genre, SignataireDetails
from tests.unit.documents.echantillons import convention, image_entete, liens
from tests.unit.documents.lecture_pdf import fonts, pages, texte


def with_details(content: ConventionImprimee, **changes: Any) -> ConventionImprimee:
    return replace(content, details=replace(content.details, **changes))


def test_a_convention_to_sign_says_what_was_announced_and_leaves_blanks() -> None:
    text = texte(convention_pdf.render(convention()))
    assert "À signer Signature annoncée le 4 juillet 2019 à 17 h (hôtel de police" in text
    assert "Seul l’original signé fait foi." in text
    assert "Fait à ……" in text
    assert "Original signé" not in text


def test_a_signed_convention_says_when_and_where() -> None:
    text = texte(convention_pdf.render(convention(signee=True)))
    assert "Original signé le 4 juillet 2019 (hôtel de police de Noisiel)." in text
    assert "Fait le 4 juillet 2019, hôtel de police de Noisiel" in text
    assert "Signature annoncée" not in text
    town = with_details(convention(signee=True), signature_lieu="Noisiel")
    assert "Fait à Noisiel, le 4 juillet 2019" in texte(convention_pdf.render(town))


def test_signatories_bear_their_quality_at_the_date() -> None:
    text = texte(convention_pdf.render(convention()))
    assert "La préfète de Seine-et-Marne Béatrice Abollivier" in text
    assert "La procureure de la République près le tribunal de grande instance de Meaux" in text


def test_a_signatory_without_a_name_shows_the_quality_alone() -> None:
    unnamed = SignataireDetails(
        "s",
        1,
        1,
        "",
        "directeur régional de la police judiciaire de Versailles",
        Genre.MASCULIN,
        None,
    )
    text = texte(convention_pdf.render(with_details(convention(), signataires=(unnamed,))))
    assert "Le directeur régional de la police judiciaire de Versailles Signature et cachet" in text


def test_what_the_data_do_not_hold_is_absent() -> None:
    bare = with_details(
        replace(convention(), liens=liens(), indicateurs=()),
        objet="",
        champs=(),
        presidence="",
        territoire_nom="",
        remarques=(),
        annexes=(),
        signataires=(),
        source="",
    )
    text = texte(convention_pdf.render(bare))
    for word in (
        "Objet",
        "Champs",
        "Présidence",
        "Territoire",
        "Actions liées",
        "Indicateurs",
        "Remarques",
        "Annexes",
        "Signatures",
        "exemplaires",
    ):
        assert word not in text


def test_indicators_show_value_date_target_and_rate() -> None:
    text = texte(convention_pdf.render(convention()))
    assert "Indicateurs au 30/06/2022" in text
    assert "3 600 (2022) 5 400 (fin 2022) 45,25 %" in text
    assert "219 (31/12/2019)" in text


def test_signature_boxes_are_never_split() -> None:
    one = convention().details.signataires[0]
    for count in range(1, 9):
        signatories = tuple(replace(one, rang=n, nom=f"Nom{n}") for n in range(count))
        found = pages(convention_pdf.render(with_details(convention(), signataires=signatories)))
        with_boxes = [page for page in found if "Signature et cachet" in page]
        assert len(with_boxes) == 1
        assert "Signatures" in with_boxes[0]
        assert "Fait à" in with_boxes[0]


def test_every_page_is_numbered_out_of_the_total() -> None:
    found = pages(convention_pdf.render(convention(annexes=True)))
    for number, page in enumerate(found, 1):
        assert f"page {number} / {len(found)}" in page
        assert "édité le 30/06/2022" in page


def test_the_handling_mark_stands_twice_on_each_page() -> None:
    marked = replace(convention(annexes=True), mention="Diffusion limitée")
    for page in pages(convention_pdf.render(marked)):
        assert page.count("DIFFUSION LIMITÉE") == 2


def test_only_our_typefaces_and_all_embedded() -> None:
    found = fonts(convention_pdf.render(convention(annexes=True)))
    assert found
    assert all("SourceSans3" in name for name in found)
    assert all(found.values())


def test_same_data_same_bytes_and_the_date_counts() -> None:
    first = convention_pdf.render(convention(annexes=True))
    assert convention_pdf.render(convention(annexes=True)) == first
    later = replace(convention(annexes=True), imprime_le=dt.date(2022, 7, 1))
    assert convention_pdf.render(later) != first


def test_metadata_name_the_document_in_french() -> None:
    data = convention_pdf.render(convention(annexes=True))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "fr-FR"
        assert str(pdf.docinfo.Title).startswith("Cellule de lutte contre les trafics")
        assert str(pdf.docinfo.CreationDate).startswith("D:20220630")
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == str(pdf.docinfo.Title)
            assert xmp["pdfaid:part"] == "3"
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[:3] == ["Actions liées", "Indicateurs au 30/06/2022", "Remarques"]
    assert titles[-1] == "Annexe n°\xa03 – Composition"


def test_no_zero_code_in_the_text_layer() -> None:
    with pikepdf.open(io.BytesIO(convention_pdf.render(convention()))) as pdf:
        maps = [
            o.ToUnicode.read_bytes()
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and "/ToUnicode" in o
        ]
    assert maps
    assert not any(b"<0000>\n" in text.partition(b"beginbfchar")[2] for text in maps)


def test_a_missing_character_is_refused_by_name() -> None:
    odd = with_details(convention(), objet="Créer la cellule 漢 du quartier")
    with pytest.raises(ValidationError, match=r"«\s漢\s» \(U\+6F22.*Créer la cellule"):
        convention_pdf.render(odd)
    with pytest.raises(ValidationError, match=r"U\+1F600"):
        convention_pdf.render(replace(convention(), bureau="Bureau 😀"))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_header_image_stands_on_the_first_page_only(kind: str) -> None:
    data = convention_pdf.render(replace(convention(), entete=image_entete(kind=kind)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        images = [len(page.get_images()) for page in pdf.pages]
    assert images == [1, *[0] * (len(images) - 1)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"pas une image", "ne peut pas être lue"),
        (image_entete()[:60], "ne peut pas être lue"),
        (b"GIF89a" + bytes(40), "ne peut pas être lue"),
        (image_entete(9000, 5000), "trop grande"),
    ],
)
def test_a_bad_header_image_is_refused_clearly(data: bytes, reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        convention_pdf.render(replace(convention(), entete=data))


@pytest.mark.parametrize("field", ["objet", "presidence", "source"])
def test_huge_texts_flow_over_pages(field: str) -> None:
    huge = with_details(convention(), **{field: "Texte très long. " * 1200 + "Dernier mot"})
    found = pages(convention_pdf.render(huge))
    assert len(found) > 4
    assert "Dernier mot" in " ".join(found)


def test_an_unbreakable_word_stays_on_the_page() -> None:
    found = texte(convention_pdf.render(with_details(convention(), objet="x" * 400)))
    assert found.replace(" ", "").count("x" * 400) == 1


def test_a_draft_and_an_ended_convention_say_so() -> None:
    for state, word in ((EtatConvention.BROUILLON, "Brouillon"), (EtatConvention.ECHUE, "Échue")):
        resume = replace(convention().details.resume, etat=state)
        assert word in texte(convention_pdf.render(with_details(convention(), resume=resume)))


def test_avenants_and_dates_are_printed() -> None:
    avenants = (
        AvenantDetails(1, "Étendre le périmètre", dt.date(2020, 3, 1)),
        AvenantDetails(2, "Prolonger", None),
    )
    content = with_details(convention(signee=True), avenants=avenants)
    begun = replace(content.details.resume, duree=Duree(dt.date(2019, 7, 4)))
    content = with_details(content, resume=begun)
    text = texte(convention_pdf.render(content))
    assert "Avenant n° 1 : Étendre le périmètre (signé le 1er mars 2020)" in text
    assert "Avenant n° 2 : Prolonger (à signer)" in text
    assert "à compter du 04/07/2019" in text
    ending = replace(begun, fin=dt.date(2022, 7, 3))
    assert "du 04/07/2019 au 03/07/2022" in texte(
        convention_pdf.render(with_details(content, resume=ending))
    )


def test_the_hour_is_printed_only_when_known() -> None:
    day = with_details(convention(), signature_prevue=dt.datetime(2019, 7, 4))
    assert "annoncée le 4 juillet 2019 (hôtel" in texte(convention_pdf.render(day))
    half = with_details(convention(), signature_prevue=dt.datetime(2019, 7, 4, 17, 30))
    assert "4 juillet 2019 à 17 h 30 (hôtel" in texte(convention_pdf.render(half))


def test_the_text_to_sign_holds_parties_visas_articles_and_originals() -> None:
    articles = (Article("Objet", "Première phrase.\nSeconde phrase."), Article("Durée", ""))
    content = replace(
        with_details(
            convention(), articles=articles, visas=("Vu la loi",), exemplaires=2,
            avis=("Après avis du procureur",), paraphe=True,
        ),
        document=DocumentConvention.TEXTE,
    )  # fmt: skip
    pdf = convention_pdf.render(content)
    text = texte(pdf)
    for words in (
        "Vu la loi", "Entre", "Préfecture de Seine-et-Marne, ayant pour signataire Béatrice",
        "Après avis du procureur", "Il est convenu ce qui suit :", "Première phrase. Seconde",
        "Article 2 – Durée", "en 2 exemplaires originaux",
    ):  # fmt: skip
        assert words in text
    assert "Seul l’original signé fait foi" not in text
    assert all("Paraphes" in page for page in pages(pdf))
    bare = replace(with_details(content, articles=(), paraphe=False))
    assert "Aucun article n’est inscrit" in texte(convention_pdf.render(bare))
    assert "Paraphes" not in texte(convention_pdf.render(bare))


def test_blocks_stand_side_by_side_and_never_break() -> None:
    first, second = convention().details.signataires
    people = tuple(
        replace(first, rang=n, nom=f"Personne {n}", copreside=n in (2, 3)) for n in range(1, 12)
    )
    pdf = convention_pdf.render(with_details(convention(), signataires=people))
    for number in range(1, 12):
        words = f"La préfète de Seine-et-Marne Personne {number} Signature et cachet"
        (page,) = [p for p in pages(pdf) if f"Personne {number} " in p]
        assert words in page
    assert second.rang == 2


def test_courts_bear_their_name_of_the_day_of_the_signature() -> None:
    today = replace(convention().details, signature_prevue=None)
    content = replace(convention(), details=today)
    assert "tribunal judiciaire de Meaux" in texte(convention_pdf.render(content))
    later = with_details(content, signataires=today.signataires[1:], signee_le=dt.date(2019, 7, 4))
    assert "tribunal de grande instance de Meaux" in texte(convention_pdf.render(later))
