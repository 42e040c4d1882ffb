"""Any bytes at all are read or refused in French; nothing is left of it either way."""

import functools
import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdpd_desktop.documents import retour_lecture, retour_xlsx
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.disposition_lecture import lire, proposer
from sdpd_desktop.domain.disposition import Vocabulaire
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import (
    cell,
    children,
    contenu,
    filled,
    ods,
    pack,
    raw_parts,
    save_again,
    set_cell,
    typed,
)
from tests.corpus.fabrique_xlsb import xlsb

_VOCABULAIRE = Vocabulaire({"k33": "K33"}, {"melun": "77288"}, {"police": "police"})
_anything = st.one_of(
    st.binary(max_size=400),
    st.binary(max_size=200).map(lambda tail: b"PK\x03\x04" + tail),
    st.binary(max_size=600).map(lambda tail: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + tail),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.text("ab;,\t|\"\n\r é'", max_size=80).map(lambda text: text.encode("cp1252")),
)
_scratches = st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=4)


@functools.cache
def ours() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        retour_xlsx.write(contenu(), Path(folder) / "r.xlsx")
        return (Path(folder) / "r.xlsx").read_bytes()


_TABLE: list[list[object]] = [["Indicateur", "Zone", "Valeur"], ["K33", "police", 3600]]
_SAMPLES = {
    "xlsx": ours(),
    "brut": pack(raw_parts('<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>2</v></c></row>')),
    "ods": ods(f"<table:table-row>{cell('float')}{cell('percentage', '0.5')}</table:table-row>"),
    "xlsb": xlsb(*_TABLE),
    "csv": "\n".join(";".join(map(str, row)) for row in _TABLE).encode(),
}


def scratched(octets: bytes, scratches: list[tuple[float, int]]) -> bytes:
    changed = bytearray(octets)
    for place, value in scratches:
        changed[int(place * len(changed))] = value
    return bytes(changed)


def told_or_read(lecteur: LecteurClasseurs, path: Path, octets: bytes) -> None:
    """Read the bytes in every way that the product does; see that nothing is left of it."""
    path.write_bytes(octets)
    before = children()
    refused = _refusal(lecteur, path)
    assert refused is None or path.name in refused
    assert len(children() - before) <= 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def _refusal(lecteur: LecteurClasseurs, path: Path) -> str | None:
    try:
        classeur = lecteur.read(path)
        cells = [cell for feuille in classeur.feuilles for cell in feuille.cellules]
        assert all(cell.texte or cell.formule_sans_resultat for cell in cells)
        for proposee in proposer(classeur, _VOCABULAIRE):
            lire(classeur, proposee.disposition)
        assert retour_lecture.interpret(classeur).retour == "0190-r1"
    except UserError as error:
        return str(error)
    return None


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(octets=_anything)
def test_any_bytes(lecteur: LecteurClasseurs, tmp_path: Path, octets: bytes) -> None:
    told_or_read(lecteur, tmp_path / "f.xlsx", octets)


@pytest.mark.parametrize("name", _SAMPLES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scratches=_scratches)
def test_a_scratched_file(
    lecteur: LecteurClasseurs, tmp_path: Path, name: str, scratches: list[tuple[float, int]]
) -> None:
    told_or_read(lecteur, tmp_path / "f.xlsx", scratched(_SAMPLES[name], scratches))


@pytest.mark.parametrize("name", ["xlsx", "brut", "ods", "xlsb"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), scratches=_scratches)
def test_a_scratched_part(
    lecteur: LecteurClasseurs,
    tmp_path: Path,
    name: str,
    data: st.DataObject,
    scratches: list[tuple[float, int]],
) -> None:
    with zipfile.ZipFile(io.BytesIO(_SAMPLES[name])) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    part = data.draw(st.sampled_from(sorted(parts)))
    told_or_read(
        lecteur, tmp_path / "f.xlsx", pack(parts | {part: scratched(parts[part], scratches)})
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_foreign_part(lecteur: LecteurClasseurs, tmp_path: Path, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(ours())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part, other = (data.draw(st.sampled_from(sorted(parts))) for _ in range(2))
    told_or_read(lecteur, tmp_path / "f.xlsx", pack(parts | {part: parts[other]}))


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory, profile: Path) -> bytes:
    path = tmp_path_factory.mktemp("ancien") / "r.xlsx"
    retour_xlsx.write(contenu(), path)
    return save_again(path, "xls", profile).read_bytes()


@pytest.mark.libreoffice
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(scratches=_scratches, kept=st.one_of(st.just(1.0), st.floats(0, 1)))
def test_a_scratched_old_workbook(
    lecteur: LecteurClasseurs,
    tmp_path: Path,
    old: bytes,
    scratches: list[tuple[float, int]],
    kept: float,
) -> None:
    told_or_read(lecteur, tmp_path / "f.xls", scratched(old, scratches)[: int(kept * len(old))])


_text = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(_text, _text.map(lambda text: f"={text}"), st.just("#N/A")))
def test_text_that_a_person_types_comes_back_as_text(
    lecteur: LecteurClasseurs, tmp_path: Path, text: str
) -> None:
    with filled(tmp_path / "r.xlsx") as book:
        set_cell(book["Indicateurs"], "O7.A1.i10", "commentaire", text)
    lu = retour_lecture.read(tmp_path / "r.xlsx", lecteur)
    retour_xlsx.annotate(contenu(), lu, [], tmp_path / "annote.xlsx")
    again = retour_lecture.read(tmp_path / "annote.xlsx", lecteur)
    wanted = {("O7.A1.i10", "commentaire"): text} if text.strip() else {}
    assert typed(lu) == typed(again) == wanted
