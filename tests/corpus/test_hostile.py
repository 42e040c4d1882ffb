"""Every danger known of received workbooks: refused in French, or read right."""

import os
import zipfile
from pathlib import Path

import pytest

from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.domain.errors import UserError
from tests.corpus.fabrique import (
    BOOK,
    SHEET,
    STRINGS,
    Change,
    pack,
    raw_parts,
    read,
    replaced,
    rows,
    values,
)
from tests.corpus.hostiles import HOSTILES

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
_XXE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


# ------------------------------------------------------------------ not a workbook


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        (b"", "vide"),
        (_OLE, "abîmé"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
        (b"<html><body><table></table></body></html>", "page web"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "page web"),
        ("é;\x81".encode("latin-1"), "contenu"),
        (b'a;b\n"1;2\n', "ligne 2.*guillemet"),
        (b"x" * 50_000, "ligne 1.*démesuré"),
        (b"a;" * 16_385, "ligne 1.*colonnes"),
        (b"%PDF-1.7", "PDF"),
        (b"\x00\x01\x02", "contenu"),
        (b"PK\x03\x04 and then nothing", "abîmé"),
        (b"PK\x05\x06" + bytes(18), "archive"),
        (b"x" * 20_000_001, "20"),
    ],
)
def test_not_a_workbook(
    lecteur: LecteurClasseurs, tmp_path: Path, octets: bytes, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        read(lecteur, tmp_path, octets)


def test_lock_file_missing_file_and_folder(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="verrouillage"):
        read(lecteur, tmp_path, b"Jean Dupont", "~$retour.xlsx")
    with pytest.raises(UserError, match="n'existe pas"):
        lecteur.read(tmp_path / "absent.xlsx")
    with pytest.raises(UserError, match="dossier"):
        lecteur.read(tmp_path)
    os.mkfifo(tmp_path / "tube.xlsx")
    with pytest.raises(UserError, match="ordinaire"):
        lecteur.read(tmp_path / "tube.xlsx")


def test_junk_before_the_archive(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="contenu"):
        read(lecteur, tmp_path, b"junk" + pack(raw_parts(rows(1))))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[Content_Types].xml", "[content_types].xml", "archive"),
        (BOOK, "xl/Workbook.xml", "workbook.xml.*manque"),
        (SHEET, "xl\\worksheets\\sheet1.xml", "feuille.*manque"),
    ],
)
def test_parts_named_otherwise(
    lecteur: LecteurClasseurs, tmp_path: Path, old: str, new: str, words: str
) -> None:
    parts = raw_parts(rows(1))
    parts[new] = parts.pop(old)
    with pytest.raises(UserError, match=words):
        read(lecteur, tmp_path, pack(parts))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_truncated(lecteur: LecteurClasseurs, tmp_path: Path, kept: float) -> None:
    octets = pack(raw_parts(rows(200)))
    with pytest.raises(UserError, match="abîmé"):
        read(lecteur, tmp_path, octets[: int(len(octets) * kept)])


# ------------------------------------------------------------------ the archive


def test_flipped_bit(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    parts = raw_parts(rows(50))
    with zipfile.ZipFile(tmp_path / "f.xlsx", "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    octets = (tmp_path / "f.xlsx").read_bytes().replace(b'<row r="30">', b'<row r="31">')
    with pytest.raises(UserError, match="abîmé"):
        read(lecteur, tmp_path, octets)


def test_encrypted_flag(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    octets = bytearray(pack(raw_parts(rows(1))))
    place = octets.find(b"PK\x01\x02")
    octets[place + 8] |= 1
    with pytest.raises(UserError, match="chiffré"):
        read(lecteur, tmp_path, bytes(octets))


def test_duplicate_entries(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    parts = raw_parts(rows(1))
    octets = pack(parts | {SHEET.upper(): parts[SHEET]})
    with pytest.raises(UserError, match="même nom"):
        read(lecteur, tmp_path, octets)


def test_names_that_climb_write_nothing(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    found = read(lecteur, tmp_path, pack(raw_parts(rows(1)) | {"../../evil.txt": "x"}))
    assert values(found) == {"A1": 1}


def test_other_archives(lecteur: LecteurClasseurs, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="archive"):
        read(lecteur, tmp_path, pack({"photo.txt": "x"}))
    word = replaced("[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document")
    with pytest.raises(UserError, match="texte ou une présentation"):
        read(lecteur, tmp_path, pack(word(raw_parts())))


# ------------------------------------------------------------------ XML


@pytest.mark.parametrize("doctype", [_LAUGHS, _XXE, "<!DOCTYPE x>"])
@pytest.mark.parametrize("part", [SHEET, BOOK, STRINGS, "[Content_Types].xml", "xl/extra.xml"])
def test_doctype_anywhere(
    lecteur: LecteurClasseurs, tmp_path: Path, doctype: str, part: str
) -> None:
    parts = raw_parts(rows(1)) | {"xl/extra.xml": '<?xml version="1.0"?><x/>'}
    head, root = parts[part].split("?>", 1)
    with pytest.raises(UserError, match="DOCTYPE"):
        read(lecteur, tmp_path, pack(parts | {part: f"{head}?>{doctype}{root}"}))


_CHANGES: list[tuple[Change, str]] = [
    (replaced(SHEET, "</worksheet>", ""), "illisible"),
    (replaced("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/x.xml"), "manque"),
    (
        replaced(
            "xl/_rels/workbook.xml.rels",
            'Target="worksheets/sheet1.xml"',
            'Target="http://example.org/s.xml" TargetMode="External"',
        ),
        "manque",
    ),
    (replaced("[Content_Types].xml", "sheet.main+xml", "other+xml"), "pas un classeur"),
    (replaced(BOOK, '<sheet name="S1" sheetId="1" r:id="rId1"/>', ""), "aucune feuille"),
    (
        replaced(BOOK, "</sheets>", '<sheet name="s1" sheetId="2" r:id="rId1"/></sheets>'),
        "deux feuil",
    ),
    (replaced(STRINGS, "zéro", "z" * 50_000), "démesuré"),
]


@pytest.mark.parametrize(("change", "words"), _CHANGES)
def test_broken_parts(
    lecteur: LecteurClasseurs, tmp_path: Path, change: Change, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        read(lecteur, tmp_path, pack(change(raw_parts(rows(1)))))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('<c r="B2" t="s"><v>99</v></c>', "S1!B2.*texte qui n'existe pas"),
        ('<c r="B2" t="s"><v>-1</v></c>', "S1!B2.*texte qui n'existe pas"),
        ('<c r="B2" s="99"><v>1</v></c>', "S1!B2.*style"),
        ('<c r="B2" t="zz"><v>1</v></c>', "S1!B2.*type inconnu"),
        ('<c r="B7"><v>1</v></c>', "adresse impossible"),
        ('<c r="XFE2"><v>1</v></c>', "adresse impossible"),
        ('<c r="C2"><v>1</v></c><c r="C2"><v>2</v></c>', "S1!C2.*deux fois"),
        ('<c r="C2"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c>', "S1!C2.*deux fois"),
        ('<c r="B2" t="inlineStr"><is><t>' + "x" * 50_000 + "</t></is></c>", "S1!B2.*démesuré"),
    ],
)
def test_malformed_cells_are_named(
    lecteur: LecteurClasseurs, tmp_path: Path, cell: str, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        read(lecteur, tmp_path, pack(raw_parts(f'<row r="2">{cell}</row>')))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<row r="2000000000"/>', "impossible"),
        ('<row r="1000000000000000"/>', "impossible"),
        ('<row r="-1"/>', "impossible"),
    ],
)
def test_impossible_rows(
    lecteur: LecteurClasseurs, tmp_path: Path, content: str, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        read(lecteur, tmp_path, pack(raw_parts(content)))


# ------------------------------------------------------------------ read right


# ------------------------------------------------------------------ exhaustion and traps


@pytest.mark.parametrize("name", HOSTILES)
def test_hostile(lecteur: LecteurClasseurs, tmp_path: Path, name: str) -> None:
    hostile = HOSTILES[name]
    if isinstance(hostile.fin, str):
        with pytest.raises(UserError, match=hostile.fin):
            read(lecteur, tmp_path, hostile.make())
    else:
        (feuille,) = read(lecteur, tmp_path, hostile.make()).feuilles
        assert (
            sum(value is not None for row in feuille.rangees for value in row.brut) == hostile.fin
        )
