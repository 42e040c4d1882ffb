"""A liasse keeps what others made as it looks, and leaves behind what it could do."""

import contextlib
import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape

from sdpd_desktop.documents import liasse_lecture
from sdpd_desktop.documents.apercu import page_size
from sdpd_desktop.documents.liasse import Fichier, assembler
from sdpd_desktop.domain.errors import UserError, ValidationError
from tests.unit.documents.lecture_pdf import pages
from tests.unit.documents.liasses import changed, ink, joint, liasse, pdf, red_corner

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
