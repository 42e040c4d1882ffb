"""What the tests of liasses share: files of someone else, and liasses of them."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from sdpd_desktop.documents.apercu import render_page
from sdpd_desktop.documents.classeur_donnees import Classeur
from sdpd_desktop.documents.liasse import AnnexeLiasse, Fichier, Liasse, Pages, assembler
from sdpd_desktop.documents.pdf_page import Gabarit
from sdpd_desktop.domain.convention import AnnexeDetails, ContenuAnnexe, FichierAnnexe
from tests.unit.documents.echantillons_plan import BUREAU

GABARIT = Gabarit(
    "Cellule de lutte contre les trafics", "Convention CLCT77-2019 et ses annexes", BUREAU, "",
    None, "CLCT77-2019", dt.date(2022, 6, 30),
)  # fmt: skip
FILE = FichierAnnexe("plan.pdf", "a" * 64, 1200, 3)
JOINED = AnnexeDetails(2, "Plan de situation", ContenuAnnexe.FICHIER, False, FILE)
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
