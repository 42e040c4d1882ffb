"""No text that a person typed becomes a formula or an error, in any workbook we write."""

import io
import zipfile
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from sdpd_desktop.documents import rapport_odt, rapport_xlsx, retour_xlsx
from sdpd_desktop.domain.cellule import Cellule
from sdpd_desktop.domain.importation import Ligne, RetourLu, SaisieRetour, Verdict
from tests.corpus.fabrique import contenu, indicateur, mesure
from tests.unit.documents.echantillons import rapport

# What a spreadsheet takes for a formula, an error or a link, then anything at all.
DANGEROUS = st.tuples(
    st.sampled_from(("=", "+", "-", "@", "\t=", "#N/A", "#REF!", "{=", "=HYPERLINK(", " =", "'=")),
    st.text(st.characters(codec="utf-8"), max_size=30),
).map("".join)
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def computed(data: bytes) -> set[tuple[str, str]]:
    """Return the places of the cells that a spreadsheet would compute."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (str(number), cell.coordinate)
        for number, sheet in enumerate(book.worksheets)
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in ("f", "e")
    }


def retyped(value: Any, text: str) -> Any:
    """Return a value whose every plain text is another; codes and identities too."""
    if type(value) is str:
        return text if value else value
    if isinstance(value, tuple):
        return tuple(retyped(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                field.name: retyped(getattr(value, field.name), text)
                for field in fields(value)
                if field.init and type(getattr(value, field.name)) is not type(value)
            },
        )
    return value


@QUICK
@given(DANGEROUS)
def test_a_return_holds_no_formula(tmp_path: Path, text: str) -> None:
    lignes = (replace(mesure(1), titre=text, action=text, note=text),)
    values = (replace(indicateur(1), titre=text, unite=text, precedente=text, cible=text),)
    content = replace(
        contenu(mesures=lignes, indicateurs=values),
        plan_titre=text, bureau=text, partenaire_nom=text, emetteur=text, retour=text,
        campagne=text,
    )  # fmt: skip
    retour_xlsx.write(content, tmp_path / "r.xlsx")
    assert computed((tmp_path / "r.xlsx").read_bytes()) == set()


@QUICK
@given(DANGEROUS)
def test_a_marked_copy_holds_no_formula(tmp_path: Path, text: str) -> None:
    content = contenu(mesures=(mesure(1),), indicateurs=(indicateur(1),))
    line, value = content.mesures[0], content.indicateurs[0]
    typed = Cellule("Feuille", "A1", 5, 1, text, "", text)
    saisies = (
        SaisieRetour("mesure", line.id, line.code, "", "", 5, "Feuille", (("note", typed),)),
        SaisieRetour(
            "indicateur", value.id, value.code, value.territoire, value.zone.value, 5, "Feuille",
            (("valeur", typed),),
        ),
    )  # fmt: skip
    lu = RetourLu(text, "", 0, "", "", "", "", saisies, (text,))
    wrong = Ligne(
        Verdict.REJETE, text, text, text, typed.lieu, text, "", text, text, text, text, None
    )
    retour_xlsx.annotate(content, lu, [wrong], tmp_path / "r.xlsx")
    assert computed((tmp_path / "r.xlsx").read_bytes()) == set()


@QUICK
@given(DANGEROUS)
def test_a_report_computes_nothing_more_than_its_own_formulas(text: str) -> None:
    report = rapport(1, 2)
    own = computed(rapport_xlsx.render(report))
    assert computed(rapport_xlsx.render(retyped(report, text))) <= own


@QUICK
@given(st.text("=+-@#N/A{}'( é1", min_size=1, max_size=20))
def test_an_opendocument_report_holds_no_formula(text: str) -> None:
    data = rapport_odt.render(retyped(rapport(1, 2), text))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    names = {name for element in content.iter() for name in element.attrib}
    assert not {name for name in names if str(name).endswith("}formula")}
