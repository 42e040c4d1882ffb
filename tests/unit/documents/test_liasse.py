"""A liasse keeps what others made as it looks, in order, and leaves behind what it could do."""

import contextlib
import datetime as dt
import io
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.documents import convention_pdf, liasse_lecture
from sdpd_desktop.documents.apercu import page_size, render_page
from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille, Rangee
from sdpd_desktop.documents.liasse import AnnexeLiasse, Fichier, Liasse, Pages, assembler
from sdpd_desktop.documents.pdf_page import Gabarit
from sdpd_desktop.domain.errors import UserError, ValidationError
from tests.unit.documents.echantillons import BUREAU, convention, image_entete
from tests.unit.documents.lecture_pdf import pages

GABARIT = Gabarit(
    "Cellule de lutte contre les trafics", "Convention CLCT77-2019 et ses annexes", BUREAU, "",
    None, "CLCT77-2019", dt.date(2022, 6, 30),
)  # fmt: skip
RATTACHEMENT = "à la convention du 4 juillet 2019"
Contenu = Pages | Fichier | Classeur


def pdf(size: tuple[float, float] = A4, count: int = 1, mot: str = "tiers") -> bytes:
    """Return a file of someone else."""
    out = io.BytesIO()
    canvas = Canvas(out, size, invariant=1)
    for number in range(1, count + 1):
        canvas.drawString(40, size[1] - 40, f"{mot} {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(data: bytes, change: Callable[[Any], None], **how: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(out, **how)
    return out.getvalue()


def liasse(*contents: Contenu, corps: bytes | None = None, **changes: Any) -> Liasse:
    annexes = tuple(
        AnnexeLiasse(number, f"Titre {number}", content, integrante=number != 2)
        for number, content in enumerate(contents, 1)
    )
    body = None if corps is None else Pages(corps)
    return Liasse(RATTACHEMENT, replace(GABARIT, **changes), body, annexes)


def joint(data: bytes) -> bytes:
    """Return a liasse of one annex, whose pages begin with the fifth."""
    return assembler(liasse(Fichier("joint.pdf", data)))


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


def ink(data: bytes, index: int) -> tuple[float, float]:
    """Return where the ink that is red lies, as parts of the width and of the height."""
    width, height, pixels = render_page(data, index, 30)
    image = Image.frombytes("RGB", (width, height), pixels, "raw", "BGRX")
    red = image.split()[0].point(lambda v: 255 * (v > 200))
    green = image.split()[1].point(lambda v: 255 * (v < 80))
    box = Image.composite(red, Image.new("L", red.size), green).getbbox()
    assert box
    return (box[0] + box[2]) / 2 / width, (box[1] + box[3]) / 2 / height


def red_corner() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, A4, invariant=1)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, A4[1] - 100, 100, 100, stroke=0, fill=1)
    canvas.save()
    return out.getvalue()


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


# --------------------------------------------------------- what others made


def with_a_note(file: Any) -> None:
    """Lay a red annotation in the middle of the page."""
    drawing = pikepdf.Stream(file, b"1 0 0 rg 0 0 60 60 re f")
    drawing.update(pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form))
    drawing.BBox = pikepdf.Array([0, 0, 60, 60])
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, F=4,
        Rect=pikepdf.Array([270, 390, 330, 450]), AP=pikepdf.Dictionary(N=drawing),
    )  # fmt: skip
    file.pages[0].obj.Annots = file.make_indirect(pikepdf.Array([file.make_indirect(note)]))


def test_annotations_that_print_are_kept_as_drawn() -> None:
    x, y = ink(joint(changed(pdf(), with_a_note)), 4)
    assert (x, y) == pytest.approx((0.5, 0.5), abs=0.05)


def hide_layer(*, base: bool) -> Callable[[Any], None]:
    """Put the drawing on a layer that is off, by name or because all are."""

    def change(file: Any) -> None:
        layer = file.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Réseaux"))
        )
        usual = pikepdf.Dictionary(BaseState=pikepdf.Name.OFF) if base else pikepdf.Dictionary()
        if not base:
            usual.OFF = pikepdf.Array([layer])
        file.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([layer]), D=usual)
        page = file.pages[0]
        page.obj.Resources.Properties = pikepdf.Dictionary(L0=layer)
        page.contents_add(b"/OC /L0 BDC", prepend=True)
        page.contents_add(b"EMC")

    return change


@pytest.mark.parametrize("base", [True, False])
def test_a_hidden_layer_stays_hidden(base: bool) -> None:
    shown = joint(red_corner())
    assert ink(shown, 4)
    hidden = joint(changed(red_corner(), hide_layer(base=base)))
    with pytest.raises(AssertionError):
        ink(hidden, 4)


def test_images_are_upright_opaque_and_no_larger_than_needed() -> None:
    image = Image.new("RGBA", (5000, 4000), (255, 255, 255, 0))
    image.paste((255, 0, 0, 255), (0, 0, 1000, 1000))
    png = io.BytesIO()
    image.save(png, "PNG")
    done = assembler(liasse(Fichier("plan.png", png.getvalue())))
    assert page_size(done, 4) == pytest.approx(landscape(A4), abs=0.5)
    x, y = ink(done, 4)
    assert x < 0.3
    assert y < 0.3
    with pikepdf.open(io.BytesIO(done)) as file:
        sizes = [
            int(o.Width) for o in file.objects if isinstance(o, pikepdf.Stream) and "/Width" in o
        ]
    assert 2000 < max(sizes) < 3600

    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the left when taken
    jpeg = io.BytesIO()
    flat = Image.new("RGB", (800, 600), "white")
    flat.paste((255, 0, 0), (0, 0, 200, 200))
    flat.save(jpeg, "JPEG", exif=exif)
    done = assembler(liasse(Fichier("photo.jpg", jpeg.getvalue())))
    assert b"DCTDecode" in done
    assert page_size(done, 4) == pytest.approx(A4, abs=0.5)
    assert ink(done, 4)[0] > 0.5


# ------------------------------------------------------------------ hostile


def act(file: Any) -> None:
    """Give the file all that could act, or reach out."""
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
    file.Root.OpenAction = script
    file.Root.Names = pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), script]))
    )
    file.attachments["virus.exe"] = b"MZ"
    page = file.pages[0].obj
    page.AA = pikepdf.Dictionary(O=launch)
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 99, 99]),
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("http://exemple.test")),
    )  # fmt: skip
    page.Annots = pikepdf.Array([link])
    drawing = pikepdf.Stream(file, b"0 0 9 9 re f")
    drawing.Type, drawing.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    drawing.Ref = pikepdf.Dictionary(F=pikepdf.String("x.pdf"))
    drawing.PieceInfo = drawing.OPI = pikepdf.Dictionary()
    drawing.AF = pikepdf.Array([])
    drawing.BBox = pikepdf.Array([0, 0, 9, 9])
    page.Resources.XObject = pikepdf.Dictionary(X1=drawing)
    file.pages[0].contents_add(b"/X1 Do")


def test_nothing_of_what_could_act_is_left() -> None:
    def names(data: bytes) -> set[str]:
        with pikepdf.open(io.BytesIO(data)) as file:
            return {name for thing in file.objects for name in _names(thing)}

    acting = {"/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/URI", "/EmbeddedFiles",
              "/Ref", "/OPI", "/PieceInfo", "/AF", "/Annots"}  # fmt: skip
    source = changed(pdf(), act)
    assert acting <= names(source)
    done = joint(source)
    assert not acting & names(done)
    assert "tiers 1" in pages(done)[4]


def _names(thing: Any) -> Iterator[str]:
    """Yield the names that a thing holds, at any depth but through references."""
    if isinstance(thing, pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield key
            if not getattr(value, "is_indirect", False):
                yield from _names(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _names(value)


def xfa(file: Any) -> None:
    file.Root.NeedsRendering = True
    file.Root.AcroForm = pikepdf.Dictionary(
        Fields=pikepdf.Array([]), XFA=pikepdf.Stream(file, b"<xdp/>")
    )


def empty(file: Any) -> None:
    del file.pages[0]


def flat(file: Any) -> None:
    file.pages[0].obj.MediaBox = pikepdf.Array([0, 0, 0, 0])


def unfolding(size: int, *, times: int = 1) -> Callable[[Any], None]:
    """Make a page of a drawing of that size, packed so many times."""

    def change(file: Any) -> None:
        data = b" " * size
        for _ in range(times):
            data = zlib.compress(data, 9)
        stream = pikepdf.Stream(file, b"")
        if times:
            stream.write(data, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * times))
        else:
            stream.write(data)
        file.pages[0].obj.Contents = file.make_indirect(stream)

    return change


BOMB = liasse_lecture._LARGEST + 1


def protected(user: str, owner: str, **allowed: bool) -> bytes:
    rights = pikepdf.Permissions(**allowed)
    lock = pikepdf.Encryption(user=user, owner=owner, allow=rights)
    return changed(pdf(), lambda _: None, encryption=lock)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (protected("secret", "maître"), r"«\sjoint\.pdf\s» est protégé par un mot de passe"),
        (
            protected("", "maître", print_lowres=False, print_highres=False),
            "interdit son impression",
        ),
        (changed(pdf(), xfa), "formulaire XFA"),
        (changed(pdf(), empty), "n’a aucune page"),
        (changed(pdf(), flat), "n’a rien à imprimer page 1"),
        (changed(pdf(), unfolding(BOMB)), "contient un dessin démesuré"),
        (
            changed(pdf(), unfolding(1_000, times=2), compress_streams=False),
            "contient un dessin démesuré",
        ),
        (b"", "est abîmé"),
        (b"PK\x03\x04 un classeur", "est abîmé"),
        (pdf()[:200], "est abîmé"),
        (b"\x89PNG\r\n\x1a\n abrupt", "ne peut pas être lue"),
    ],
)
def test_what_cannot_be_reproduced_is_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(ValidationError, match=rf"^Annexe n°\s1\s: .*{reason}") as refused:
        joint(data)
    assert refused.value.field == "annexe"
    assert str(refused.value).endswith(".")


def test_what_a_drawing_holds_stays_packed() -> None:
    """Unpacking a form or an image of others could take all memory."""

    def hold(file: Any) -> None:
        packed = zlib.compress(zlib.compress(b" " * 5_000_000))
        held = pikepdf.Stream(file, b"")
        held.write(packed, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
        held.Type, held.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        held.BBox = pikepdf.Array([0, 0, 9, 9])
        file.pages[0].add_resource(held, pikepdf.Name.XObject, pikepdf.Name.X1)
        file.pages[0].contents_add(b"/X1 Do")

    done = joint(changed(pdf(), hold, compress_streams=False))
    with pikepdf.open(io.BytesIO(done)) as file:
        streams = [thing for thing in file.objects if isinstance(thing, pikepdf.Stream)]
        filters = [stream.get("/Filter") for stream in streams]
    assert [pikepdf.Name.FlateDecode] * 2 in [f for f in filters if isinstance(f, pikepdf.Array)]


@pytest.mark.parametrize("times", [0, 1])
def test_a_large_drawing_is_printed(times: int) -> None:
    data = changed(pdf(), unfolding(3_000_000, times=times))
    assert len(pages(joint(data))) == 5


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(liasse_lecture, "_MOST_PAGES", 2)
    with pytest.raises(ValidationError, match="a 3 pages, plus de 2"):
        joint(pdf(count=3))


def test_a_file_that_only_forbids_changes_is_printed() -> None:
    assert "tiers 1" in pages(joint(protected("", "maître", modify_other=False)))[4]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_damaged_file_is_printed_or_refused(data: st.DataObject) -> None:
    octets = bytearray(changed(pdf(count=2), with_a_note))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(octets) - 1))
        octets[place] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UserError):
        assert len(pages(joint(bytes(octets)))) >= 5


# ---------------------------------------------------------------- workbooks


def sheet(nom: str, rows: Sequence[Sequence[Any]], *, masquee: bool = False) -> Feuille:
    rangees = tuple(Rangee(line, range(1, len(row) + 1), row) for line, row in enumerate(rows, 1))
    return Feuille(nom, masquee, frozenset({3}), frozenset(), (), rangees)


def workbook(*sheets: Feuille) -> Classeur:
    return Classeur("budget.xlsx", "", 0, sheets, {})


def test_a_workbook_is_printed_as_tables() -> None:
    rows: list[list[Any]] = [
        ["Poste", None, "Montant"],
        ["Caméras", None, 12, "masquée"],
        ["masquée", None, 1],
        ["Postes", None, 7],
    ]
    shown = replace(sheet("Dépenses", rows), colonnes_masquees=frozenset({4}))
    book = workbook(shown, sheet("Calculs", [["x"]], masquee=True))
    found = pages(assembler(liasse(book)))[4]
    assert "ANNEXE N° 1 À LA CONVENTION DU 4 JUILLET 2019 Dépenses" in found
    assert "Poste Montant Caméras 12 Postes 7" in found
    assert "masquée " not in found
    assert "12 masquée" not in found
    assert "Feuilles masquées, non imprimées : « Calculs »." in found


def test_a_wide_sheet_is_printed_in_several_tables() -> None:
    rows = [[f"Col {n}" for n in range(30)], [f"v{n}" for n in range(30)]]
    found = pages(assembler(liasse(workbook(sheet("Large", rows)))))[4]
    assert found.count("Col 0 ") == 3
    assert all(f"v{n} " in found for n in range(30))


@pytest.mark.parametrize(
    ("book", "reason"),
    [
        (workbook(sheet("Vide", [])), "ne montre aucune cellule"),
        (workbook(sheet("Masquée", [["x"]], masquee=True)), "ne montre aucune cellule"),
        (workbook(sheet("Énorme", [["x"] * 10] * 2100)), "montre 20990 cellules"),
        (workbook(sheet("Signe", [["漢"]])), r"U\+6F22"),
    ],
)
def test_a_workbook_that_cannot_be_printed_is_refused(book: Classeur, reason: str) -> None:
    with pytest.raises(ValidationError, match=rf"^Annexe n°\s1\s: .*{reason}"):
        assembler(liasse(book))
