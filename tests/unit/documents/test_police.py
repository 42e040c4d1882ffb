"""An office's own typeface: checked file by file, then used in its documents and in no other."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents import convention_pdf, rapport_pdf
from sdpd_desktop.documents.pdf_police import employer
from sdpd_desktop.documents.police_lecture import lire_police
from sdpd_desktop.documents.signature_vignette import dessiner
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.impression import DocumentConvention
from tests.fabrique_police import FAMILLE, fichier, fichiers
from tests.support import plain
from tests.tools.verapdf.moteur import VeraPdf
from tests.unit.documents.echantillons import convention, rapport
from tests.unit.documents.lecture_pdf import familles
from tests.unit.documents.test_conformite_pdf import everything

NAMES = ("Regular", "Bold", "It")


def of(style: str = "Regular", **kwargs: object) -> list[tuple[str, bytes]]:
    """Return three files, one of which is made differently."""
    return [(f"{name}.ttf", fichier(name, **(kwargs if name == style else {}))) for name in NAMES]


def test_which_file_is_which_face_is_read_in_them() -> None:
    police = lire_police(fichiers())
    assert police.nom == FAMILLE
    assert (police.romain, police.gras, police.italique) == tuple(
        fichier(name, FAMILLE) for name in NAMES
    )
    renamed = [("x.ttf", octets) for _, octets in reversed(fichiers())]
    assert lire_police(renamed) == police


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (fichiers()[:2], "Vous en avez choisi 2"),
        ([fichiers()[0]] * 3, "Aucun de ces fichiers n’est le normal"),
        (of("Bold", famille="Autre"), "de polices différentes : Autre, Police du bureau"),
        (of("Bold", rights=0x0002), "« Bold.ttf » n’est pas retenue : sa licence interdit"),
        (of("It", rights=0x0100), "« It.ttf » n’est pas retenue : sa licence interdit"),
        (of("It", sans=("œ",)), "« It.ttf » n’est pas retenue : elle ne dessine pas « œ » (U+0153"),
        (of(sans=("Ÿ", "«")), "ni 1 autre signe. Choisissez"),
        ([("a.ttf", b"%PDF-1.7"), *fichiers()[:2]], "« a.ttf » n’est pas retenue : ce n’est pas"),
        ([("a.ttf", fichiers()[0][1][:9000]), *fichiers()[1:]], "le fichier est abîmé"),
        ([("a.ttf", bytes(4) + bytes(10_000_000)), *fichiers()[1:]], "dépasse 10 Mo"),
    ],
)
def test_what_cannot_print_french_is_refused_with_its_name(
    files: list[tuple[str, bytes]], expected: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        lire_police(files)
    assert plain(expected) in plain(str(refused.value))


def test_outlines_that_are_not_truetype_are_refused() -> None:
    otf = asset_path("resources", "fonts", "inter", "Inter-Bold.otf").read_bytes()
    with pytest.raises(ValidationError, match="contours ne sont pas TrueType"):
        lire_police([("Inter-Bold.otf", otf), *fichiers()[:2]])


def test_damaged_outlines_are_refused_before_any_document() -> None:
    octets = bytearray(fichier("Bold"))
    with io.BytesIO(octets) as file:
        from fontTools.ttLib import TTFont

        reader = TTFont(file).reader
        assert reader is not None
        place = reader.tables["loca"]
    octets[place.offset : place.offset + place.length] = b"\xff" * place.length
    files = [
        ("It.ttf", fichier("It")),
        ("Regular.ttf", fichier("Regular")),
        ("B.ttf", bytes(octets)),
    ]
    with pytest.raises(ValidationError, match="abîmé"):
        lire_police(files)


def test_a_document_is_set_in_its_typeface_alone_whatever_others_do_meanwhile() -> None:
    own = lire_police(fichiers())
    other = lire_police(fichiers("Seconde"))
    works = [replace(rapport(), police=police) for police in (None, own, other)] * 3
    alone = [rapport_pdf.render(work) for work in works[:3]]
    for data, family in zip(alone, ("SourceSans3", "Policedubureau", "Seconde"), strict=True):
        assert familles(data) == {family}
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(rapport_pdf.render, works))
    assert together == alone * 3


def test_a_character_that_the_office_s_face_lacks_is_refused() -> None:
    own = lire_police([(n, fichier(s, sans=("☐",))) for n, s in zip("abc", NAMES, strict=True)])
    marked = replace(rapport(), titre="Bilan ☐")
    assert rapport_pdf.render(marked)
    with pytest.raises(ValidationError, match="U\\+2610"):
        rapport_pdf.render(replace(marked, police=own))


def test_a_signature_is_drawn_in_the_typeface_of_the_document() -> None:
    with employer(lire_police(fichiers())):
        drawn = dessiner(200, 60, ["Signé", "La préfète"], None)
    assert familles(drawn) == {"Policedubureau"}


@pytest.mark.verapdf
@pytest.mark.parametrize(
    ("flavours", "draw"),
    [
        ("2a ua1", lambda police: rapport_pdf.render(replace(everything(), police=police))),
        (
            "3a ua1",
            lambda police: convention_pdf.render_a_signer(
                replace(convention(annexes=True), document=DocumentConvention.TEXTE, police=police)
            ),
        ),
    ],
)
def test_documents_in_the_office_s_typeface_stay_archival_and_accessible(
    verapdf: VeraPdf,
    tmp_path: Path,
    flavours: str,
    draw: Callable[[object], bytes],
) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(draw(lire_police(fichiers())))
    for flavour in flavours.split():
        assert verapdf.manquements(path, flavour) == []
