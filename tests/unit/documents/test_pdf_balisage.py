import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from sdpd_desktop.documents import convention_pdf, rapport_pdf
from sdpd_desktop.documents import pdf_tableau as mise
from sdpd_desktop.documents.graphique_pdf import image_png
from sdpd_desktop.documents.pdf_page import Gabarit, composer, nouvelle_page, titre
from sdpd_desktop.documents.pdf_styles import PUCE, TITRE_MOYEN, paragraphe
from sdpd_desktop.documents.pdf_tableau import fiche, tableau
from sdpd_desktop.domain.rapport import (
    Colonne,
    Groupe,
    Rangee,
    Section,
    Tableau,
    Texte,
)
from tests.unit.documents.echantillons import convention, image_entete, rapport
from tests.unit.documents.lecture_pdf import Element, disposition, lecture, structure
from tests.unit.documents.sortes import SORTES
from tests.unit.documents.test_conformite_pdf import everything, graphiques

GABARIT = Gabarit("Titre", "Sujet", "Bureau", "", None, "pied", dt.date(2022, 6, 30))


def roles(element: Element) -> list[str]:
    return [kid.role for kid in element.enfants]


def drawn(*story: Flowable) -> Element:
    return structure(composer(GABARIT, list(story)))


def of_tables(*blocks: Tableau) -> bytes:
    return rapport_pdf.render(replace(rapport(), sections=(Section("s", "Partie", blocks),)))


# ---------------------------------------------------------------- headings


def test_parts_are_sections_within_one_another() -> None:
    root = drawn(
        paragraphe("Document", TITRE_MOYEN), *titre("Un"), paragraphe("a"), *titre("Un un", 1),
        paragraphe("b"), *titre("Deux"), paragraphe("c"), *nouvelle_page("Annexe"), paragraphe("d"),
    )  # fmt: skip
    assert roles(root) == ["Div", "H1", "Sect", "Sect", "P"]
    first, second = (kid for kid in root.enfants if kid.role == "Sect")
    assert roles(first) == ["H2", "P", "Sect"]
    assert roles(first.enfants[-1]) == ["H3", "P"]
    assert roles(second) == ["H2", "P"]


def test_headings_skip_no_level() -> None:
    root = drawn(*titre("Bas", 1), *titre("Haut"), *titre("Bas", 1))
    found = [e.role for e in root.tous() if e.role.startswith("H")]
    assert found == ["H1", "H2", "H3"]


# ---------------------------------------------------------- texts and lists


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    root = drawn(Spacer(0, 600), paragraphe("Une phrase. " * 200))
    (text,) = (e for e in root.enfants if e.role == "P")
    assert [page for page, _ in text.marques] == [0, 1]


def test_bullets_that_follow_one_another_are_one_list() -> None:
    bullets = [paragraphe(f"Point {n}", PUCE, "•") for n in range(3)]
    root = drawn(*bullets, paragraphe("entre"), paragraphe("À part. " * 1500, PUCE, "10."))
    assert roles(root) == ["Div", "L", "P", "L"]
    first, second = (kid for kid in root.enfants if kid.role == "L")
    assert str(first.attributs["/ListNumbering"]) == "/Disc"
    assert [roles(item) for item in first.enfants] == [["Lbl", "LBody"]] * 3
    label, body = second.enfants[0].enfants
    assert len(label.marques) == 1
    assert [page for page, _ in body.marques] == [0, 1, 2]


def test_labels_and_what_they_introduce_are_a_list() -> None:
    long: list[Flowable] = [paragraphe("Une phrase. " * 400), paragraphe("Fin.")]
    root = drawn(fiche([("Objet", "valeur"), ("Suite", long)]))
    (items,) = root.tous("L")
    assert [roles(item) for item in items.enfants] == [["Lbl", "LBody"]] * 2
    assert roles(items.enfants[1].enfants[1]) == ["P", "P"]
    assert len(items.enfants[1].enfants[1].enfants[0].marques) > 1


# ------------------------------------------------------------------- tables

COLONNES = (Colonne("Code", 1), Colonne("Objet", 2), Colonne("Taux", 1, droite=True))


def rangee(*cells: str) -> Rangee:
    return Rangee(tuple(Texte(cell) for cell in cells))


def test_a_table_over_pages_has_one_header_and_rows_that_are_named() -> None:
    rows = [rangee(f"A{n}" if n < 120 else "", "x", "") for n in range(121)]
    data = of_tables(Tableau("Suivi", COLONNES, (Groupe("Axe 1"), *rows)))
    (table,) = structure(data).tous("Table")
    caption, header, group, *named, last = table.enfants
    assert (caption.role, roles(header)) == ("Caption", ["TH"] * 3)
    assert {str(cell.attributs["/Scope"]) for cell in header.enfants} == {"/Column"}
    assert [cell.attributs.get("/ColSpan") for cell in group.enfants] == [3]
    assert [roles(row) for row in named] == [["TH", "TD", "TD"]] * 120
    assert {str(row.enfants[0].attributs["/Scope"]) for row in named} == {"/Row"}
    assert roles(last) == ["TD"] * 3
    assert [len(cell.marques) for cell in last.enfants] == [0, 1, 0]
    assert len({page for row in named for page, _ in row.enfants[0].marques}) > 2


def test_a_row_cut_over_pages_is_one_row() -> None:
    data = of_tables(Tableau("Suivi", COLONNES, (rangee("A1", "Une phrase. " * 900, "1 %"),)))
    (table,) = structure(data).tous("Table")
    _, _, row = table.enfants
    code, text, rate = row.enfants
    assert [len(cell.marques) for cell in (code, rate)] == [1, 1]
    assert len(text.marques) > 2


@pytest.mark.poppler
def test_a_header_that_comes_again_is_read_once() -> None:
    columns = (mise.Colonne("Action suivie", 1), mise.Colonne("État", 1))
    rows: list[mise.Rangee | mise.Groupe] = [mise.Groupe("Axe"), mise.Rangee(("", "rien"))]
    rows += [mise.Rangee((f"A{n}", [paragraphe("un"), paragraphe("deux")])) for n in range(90)]
    data = composer(GABARIT, [tableau(columns, rows)])
    assert disposition(data).count("Action suivie") == 6
    assert lecture(data).count("Action suivie") == 1
    (table,) = structure(data).tous("Table")
    header, group, empty, *body = table.enfants
    assert roles(header) == ["TH", "TH"]
    assert [cell.attributs.get("/ColSpan") for cell in group.enfants] == [2]
    assert roles(empty) == ["TD", "TD"]
    assert [roles(row) for row in body] == [["TH", "TD"]] * 90
    assert roles(body[0].enfants[1]) == ["P", "P"]


# ------------------------------------------------------------------ figures


def test_a_chart_is_said_in_words_and_bears_its_title() -> None:
    root = structure(rapport_pdf.render(everything()))
    logo, *charts = root.tous("Figure")
    charts = charts[-3:]  # after those of the bilan itself
    assert logo.alt == "Image d’en-tête"
    assert [roles(chart) for chart in charts] == [["Caption"]] * 3
    assert [chart.alt for chart in charts] == [g.description_texte for g in graphiques()]
    left, bottom, right, top = (float(side) for side in charts[0].attributs["/BBox"])
    assert 0 < left < right < 595
    assert 0 < bottom < top < 842


def test_a_chart_is_drawn_as_an_image_without_a_tree() -> None:
    png, width, height = image_png(graphiques()[0])
    assert png.startswith(b"\x89PNG")
    assert width > height > 0


# ---------------------------------------------------------------- whole files


def marks(page: pikepdf.Page) -> tuple[list[int], set[str]]:
    """Return the numbers of the marks of a page, and the operators outside of any."""
    numbers: list[int] = []
    outside: set[str] = set()
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in ("BDC", "BMC"):
            assert depth == 0
            depth += 1
            if operator == "BDC" and str(instruction.operands[0]) != "/Artifact":
                numbers.append(int(instruction.operands[1].MCID))
        elif operator == "EMC":
            depth -= 1
        elif not depth:
            outside.add(operator)
    assert depth == 0
    return numbers, outside


PAINT = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}


@pytest.mark.parametrize("sorte", SORTES)
def test_everything_drawn_is_marked_once(document: Callable[[str], bytes], sorte: str) -> None:
    data = document(sorte)
    owned = [mark for element in structure(data).tous() for mark in element.marques]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for place, page in enumerate(pdf.pages):
            numbers, outside = marks(page)
            assert numbers == list(range(len(numbers)))
            assert sorted(n for p, n in owned if p == place) == numbers
            assert not outside & PAINT
            assert page.obj.Tabs == "/S"


@pytest.mark.parametrize("sorte", SORTES)
def test_two_runs_give_the_same_bytes(
    document: Callable[[str], bytes], redessiner: Callable[[str], bytes], sorte: str
) -> None:
    assert redessiner(sorte) == document(sorte)


@pytest.mark.poppler
@pytest.mark.parametrize("sorte", SORTES)
def test_what_is_read_is_what_is_printed(document: Callable[[str], bytes], sorte: str) -> None:
    """Page by page, the words read by the structure are those printed, but for what comes again."""
    data = document(sorte)
    printed = " ".join(disposition(data).split())
    read = lecture(data)
    for text in read:
        for word in text.split():
            assert word in printed
    assert not any("page 1" in text for text in read)


@pytest.mark.poppler
def test_a_convention_is_read_in_order() -> None:
    content = replace(convention(annexes=True), mention="Diffusion limitée", entete=image_entete())
    text = " ".join(lecture(convention_pdf.render(content)))
    said = (
        "DIFFUSION LIMITÉE Préfecture de Seine-et-Marne – Bureau de la sécurité intérieure",
        "SYNTHÈSE DE CONVENTION Cellule de lutte contre les trafics du QRR de Noisiel/Torcy",
        "Actions liées État des actions au 30 juin 2022. Action Responsables Statut Mesures",
        "Indicateur Départ Dernière valeur Cible Taux K33 – Caméras en service",
        "219 (31/12/2019) 3 600 (2022) 5 400 (fin 2022) 45,25 %",
        "Remarques • La source annonce la signature",
        "La préfète de Seine-et-Marne Béatrice Abollivier Signature et cachet La procureure",
        "ANNEXE N° 1 À LA CONVENTION CLCT77-2019 Annexe n° 1 Actions concernées Statut fait",
        "Contenu 1 page Actions concernées État des actions au 30 juin 2022. Action et mesures",
    )
    places = [text.index(" ".join(part.split())) for part in said]
    assert places == sorted(places)
    assert text.count("DIFFUSION LIMITÉE") == 1
    assert "page 1 /" not in text


@pytest.mark.poppler
def test_a_report_is_read_and_copied_in_order() -> None:
    report = rapport(sections=("indicateurs", "echeances"))
    data = rapport_pdf.render(report)
    read, copied = " ".join(lecture(data)), " ".join(disposition(data).split())
    row = "K33 Caméras en service en caméras – source : S1 l. 212 3 100 3 600 +500 +16,1 %"
    assert row in read
    for text in (read, copied):
        assert "Mesures réalisées" in text
        assert text.index("Bilan 2022") < text.index("1. Indicateurs") < text.index("2. Échéances")


def test_a_canvas_without_a_tree_draws_the_same_text() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    text = paragraphe("Sans arbre")
    text.wrap(200, 200)
    text.drawOn(canvas, 10, 10)
    canvas.save()
    assert b"MCID" not in out.getvalue()
