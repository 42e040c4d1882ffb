import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from sdpd_desktop.documents import rapport_odt, rapport_pdf, rapport_xlsx
from sdpd_desktop.domain.graphique import Graphique
from sdpd_desktop.domain.rapport import Paragraphe, Rangee, Rapport, Section, Tableau, Texte
from tests.benchmarks.bench_bilan import WRITER, libreoffice
from tests.unit.documents.echantillons import image_entete, rapport
from tests.unit.documents.lecture_pdf import texte

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


def body(report: Rapport) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(rapport_odt.render(report))) as archive:
        return etree.fromstring(archive.read("content.xml"))


def words(element: etree._Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def test_the_file_is_told_for_what_it_is() -> None:
    data = rapport_odt.render(rapport())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        listed = set(
            re.findall(r'full-path="([^"/]+[^"]*)"', str(archive.read("META-INF/manifest.xml")))
        )
        assert listed == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_headings_are_headings_and_every_style_used_exists() -> None:
    data = rapport_odt.render(rapport())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = etree.fromstring(archive.read("content.xml"))
        styles = etree.fromstring(archive.read("styles.xml"))
    found = [words(h) for h in content.iter(f"{TEXT}h") if h.get(f"{TEXT}outline-level") == "1"]
    assert found[:3] == ["1. État des objectifs", "2. Indicateurs", "3. Évolutions"]
    assert found[-1] == "Annexe – Toutes les actions"
    known = {
        e.get(f"{STYLE}name") for tree in (content, styles) for e in tree.iter(f"{STYLE}style")
    }
    used = {
        e.get(f"{space}style-name") for space in (TEXT, TABLE) for e in content.iter()
        if e.get(f"{space}style-name")
    }  # fmt: skip
    assert used <= known


def test_table_headers_come_again_on_each_page() -> None:
    tables = list(body(rapport()).iter(f"{TABLE}table"))
    headers = [t.find(f"{TABLE}table-header-rows") for t in tables]
    assert sum(header is not None for header in headers) >= 5


def test_charts_are_pictures_with_their_words() -> None:
    report = rapport()
    content = body(report)
    charts = [b for s in report.sections for b in s.blocs if isinstance(b, Graphique)]
    said = [words(d) for d in content.iter(f"{SVG}desc")]
    assert len(said) == len(charts) == 2
    assert " ".join(charts[0].description_texte.split()) in said[0]


def test_typed_markup_stays_text() -> None:
    typed = "<text:p>&amp; « l'été » \x00\x0b]]>"
    section = Section("s", "Partie", (Paragraphe(typed),))
    said = words(body(replace(rapport(), sections=(section,))))
    assert "<text:p>&amp ; « l’été » ]]>" in said


def test_the_offices_image_and_mark_are_there() -> None:
    data = rapport_odt.render(replace(rapport(), entete=image_entete(), mention="Usage interne"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("Pictures/image1.png").startswith(b"\x89PNG")
        assert "USAGE INTERNE" in archive.read("styles.xml").decode()


# ---------------------------------------------------------- one content, three files


def _cells(report: Rapport) -> list[Texte]:
    return [
        cell for section in report.sections for block in section.blocs
        if isinstance(block, Tableau) for row in block.rangees if isinstance(row, Rangee)
        for cell in row.cellules
    ]  # fmt: skip


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("'", "’")


def _in_order(wanted: list[str], text: str) -> None:
    place = 0
    for word in wanted:
        found = text.find(word, place)
        assert found >= 0, word
        place = found + len(word)


@pytest.mark.parametrize(
    "parts", [("objectifs",), ("indicateurs",), ("echeances",), ("conventions",), ("actions",)]
)
def test_the_same_numbers_in_the_same_order_everywhere(parts: tuple[str, ...]) -> None:
    report = rapport(4, 3, parts)
    printed = [_bare(cell.texte) for cell in _cells(report) if cell.texte]
    odt = "".join(
        _bare(words(t)) for t in body(report).iter(f"{TABLE}table-cell")
    )  # fmt: skip
    _in_order(printed, odt)
    pdf = _bare(" ".join(texte(rapport_pdf.render(report)).split()))
    numbers = [word for word in printed if re.fullmatch(r"[−+]?[\d,]+%?", word)]
    for number in numbers:
        assert number in pdf
    book = openpyxl.load_workbook(io.BytesIO(rapport_xlsx.render(report)))
    sheet = book.worksheets[1]
    told = [
        cell.value for row in sheet.iter_rows(min_row=5) for cell in row
        if isinstance(cell.value, int | float)
    ]  # fmt: skip
    wanted = [
        float(value) for cell in _cells(report) for value in (cell.valeur, cell.note_valeur)
        if value is not None and not hasattr(value, "year")
    ]  # fmt: skip
    assert told == pytest.approx(wanted)


@pytest.mark.libreoffice
@pytest.mark.skipif(not WRITER, reason="LibreOffice Writer is not installed")
def test_libreoffice_opens_it_and_reads_the_same_words(tmp_path: Path) -> None:
    report = rapport()
    file = tmp_path / "rapport.odt"
    file.write_bytes(rapport_odt.render(report))
    said = _bare(texte(libreoffice(file, tmp_path)))
    for cell in _cells(report):
        if re.fullmatch(r"[−+]?[\d,\u00a0]+%?", cell.texte):
            assert _bare(cell.texte) in said
    for section in report.sections:
        assert _bare(section.titre) in said
