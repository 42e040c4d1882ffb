"""The genuine veraPDF accepts what we print, and refuses what it must."""

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.lib.colors import CMYKColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from sdpd_desktop.documents import convention_pdf, rapport_pdf
from sdpd_desktop.documents.pdf_archive import Donnees
from sdpd_desktop.documents.pdf_balisage import Balise, balise
from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import PUCE, paragraphe
from sdpd_desktop.domain.convention import Article, Membre
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.rapport import Bloc, Fiche, Filtre, Intertitre, Note, Rapport, Section
from tests.tools.verapdf.moteur import VeraPdf
from tests.unit.documents.echantillons import convention, image_entete, rapport
from tests.unit.documents.liasses import JOINED
from tests.unit.documents.sortes import CONVENTIONS, SORTES

pytestmark = pytest.mark.verapdf

GABARIT = Gabarit(
    "Titre « à » vérifier", "Sujet", "Bureau", "Diffusion limitée", image_entete(), "pied",
    dt.date(2022, 6, 30),
)  # fmt: skip
DONNEES = Donnees(
    "convention.json", "application/json", "La convention, pour être relue par un programme",
    b'{"code": "CLCT77-2019"}\n', dt.date(2022, 6, 30),
)  # fmt: skip
Verdict = Callable[[bytes, str], list[str]]


@pytest.fixture
def verdict(verapdf: VeraPdf, tmp_path: Path) -> Verdict:
    """Return the rules that a file breaks, of each flavour named."""

    def check(data: bytes, flavours: str) -> list[str]:
        path = tmp_path / "document.pdf"
        path.write_bytes(data)
        return [rule for f in flavours.split() for rule in verapdf.manquements(path, f)]

    return check


@pytest.mark.parametrize("sorte", SORTES)
def test_each_kind_is_archival_and_accessible(
    document: Callable[[str], bytes], verdict: Verdict, sorte: str
) -> None:
    archival = "3a" if sorte in CONVENTIONS else "2a"
    assert verdict(document(sorte), f"{archival} ua1") == []


def graphiques() -> tuple[Graphique, ...]:
    one, two = Decimal(4), Decimal("5.5")
    return (
        Graphique(
            NatureGraphique.TENDANCE, "Tendance", ("2021", "2022"), (Serie("v", (one, two)),),
            (two, two), "%",
        ),
        Graphique(
            NatureGraphique.COMPARAISON, "N/N-1", ("T1", "T2"),
            (Serie("2021", (one, None)), Serie("2022", (two, one))),
        ),
        Graphique(
            NatureGraphique.TERRITOIRES, "Communes", ("Melun", "Meaux"), (Serie("v", (one, two)),)
        ),
    )  # fmt: skip


def everything() -> Rapport:
    """Return a report with each kind of block, a header image and a handling mark."""
    blocks: tuple[Bloc, ...] = (
        Intertitre("Un sous-titre"),
        *graphiques(),
        Note("À retenir", ("Une ligne.", "Une phrase de plus. " * 60)),
        Note("Sans fin", ("Une phrase de plus. " * 400,)),
        Fiche((Filtre("Libellé", "valeur " * 900), Filtre("Autre", "valeur"))),
    )
    report = rapport(11, 6)
    return replace(
        report,
        mention="Diffusion limitée",
        entete=image_entete(),
        sections=(*report.sections, Section("tout", "Tout", blocks)),
    )


def test_every_block_conforms_on_whichever_pages_it_stands(verdict: Verdict) -> None:
    assert verdict(rapport_pdf.render(everything()), "2a ua1") == []


@pytest.mark.parametrize("kind", DocumentConvention)
@pytest.mark.parametrize("words", [1, 4000])
def test_a_convention_of_any_length_conforms(
    verdict: Verdict, words: int, kind: DocumentConvention
) -> None:
    content = convention(signee=True, annexes=True)
    articles = (Article("Objet", "Coprésidence. " * words), Article("Durée", ""))
    details = replace(
        content.details, presidence="Coprésidence. " * words, articles=articles, paraphe=True,
        annexes=(*content.details.annexes, replace(JOINED, numero=4)),
        visas=("Vu la loi",), avis=("Après avis",), exemplaires=2,
        composition=(Membre("Référent", "Commune"),),
    )  # fmt: skip
    printed = replace(
        content, details=details, mention="Diffusion limitée", entete=image_entete(), document=kind
    )
    assert verdict(convention_pdf.render(printed), "3a ua1") == []


def story() -> list[Flowable]:
    return [
        *titre("Partie"), paragraphe("Texte"), paragraphe("Puce", PUCE, "•"),
        paragraphe("Autre", PUCE, "10."), *nouvelle_page("Suite"), *titre("Annexe", 1),
    ]  # fmt: skip


def test_with_its_data_it_is_the_third_part(verdict: Verdict) -> None:
    data = composer(GABARIT, story(), DONNEES)
    assert verdict(data, "3a ua1") == []
    assert verdict(composer(GABARIT, story()), "2a ua1") == []


class Drawn(Flowable):
    """Draws something on the canvas, tagged as a paragraph."""

    def __init__(self, draw: Callable[[Canvas], None], *, tagged: bool = True) -> None:
        super().__init__()
        self.width = self.height = 20
        self._draw, self._tagged = draw, tagged

    def draw(self) -> None:
        if self._tagged:
            with balise(self.canv, Balise("P")):
                self._draw(self.canv)
        else:
            self._draw(self.canv)


def helvetica(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawString(0, 0, "dessiné en Helvetica")


def cmyk(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColor(0.1, 0.2, 0.3, 0.4))
    canvas.rect(0, 0, 10, 10, stroke=0, fill=1)


def square(canvas: Canvas) -> None:
    canvas.rect(0, 0, 10, 10)


@pytest.mark.parametrize(
    ("drawn", "flavour", "rule"),
    [
        (Drawn(helvetica), "2a", "6.2.11.4.1-1"),
        (Drawn(cmyk), "2a", "6.2.4.3-3"),
        (Drawn(square, tagged=False), "ua1", "7.1-3"),
    ],
)
def test_a_fault_on_a_page_is_found(
    verdict: Verdict, drawn: Drawn, flavour: str, rule: str
) -> None:
    broken = verdict(composer(GABARIT, [paragraphe("Texte"), drawn]), flavour)
    assert [line.split()[0] for line in broken] == [rule]


def spoilt(data: bytes, spoil: Callable[[Any], None]) -> bytes:
    """Return the file after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spoil(pdf)
        pdf.save(out)
    return out.getvalue()


def untag(pdf: Any) -> None:
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def declare_the_second_part(pdf: Any) -> None:
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(xmp.replace(b"<pdfaid:part>3<", b"<pdfaid:part>2<"))


def forget_the_profile(pdf: Any) -> None:
    del pdf.Root.OutputIntents


def forget_the_alternate(pdf: Any) -> None:
    figure = next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o)
    del figure.Alt


@pytest.mark.parametrize(
    ("spoil", "flavour", "rule"),
    [
        (untag, "ua1", "7.1-11"),
        (untag, "3a", "6.7.2.2-1"),
        (declare_the_second_part, "2a", "6.8-5"),
        (forget_the_profile, "3a", "6.2.4.3-2"),
        (forget_the_alternate, "ua1", "7.3-1"),
    ],
)
def test_a_spoilt_file_is_refused(
    verdict: Verdict, spoil: Callable[[Any], None], flavour: str, rule: str
) -> None:
    data = composer(GABARIT, story(), DONNEES)
    assert verdict(data, "3a ua1") == []
    broken = verdict(spoilt(data, spoil), flavour)
    assert rule in [line.split()[0] for line in broken]
