"""Makes the workbooks that tests read: returns filled as partners fill them, and hostile ones."""

import datetime as dt
import io
import os
import resource
import shutil
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from sdpd_desktop.documents import retour_xlsx
from sdpd_desktop.documents.classeur import LecteurClasseurs
from sdpd_desktop.documents.classeur_donnees import Classeur
from sdpd_desktop.domain.importation import RetourLu
from sdpd_desktop.domain.nombre import JALON
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import parse_periode
from sdpd_desktop.domain.plan import Statut
from sdpd_desktop.domain.retour import LigneIndicateur, LigneMesure, RetourContenu

EDITE_LE = dt.date(2022, 6, 30)
KEY_ROW, FIRST_ROW = 3, 5


def mesure(rang: int, **changes: Any) -> LigneMesure:
    fields: dict[str, Any] = {
        "id": f"0190-m{rang}",
        "code": f"O2.A{rang}.m1",
        "action": f"Sécuriser les transports ({rang})",
        "titre": f"Tenir {rang} patrouilles conjointes par semaine",
        "role": "responsable",
        "echeance": dt.date(2022, 12, 31),
        "statut": Statut.EN_COURS,
        "fait_le": None,
        "note": "",
    }
    return LigneMesure(**(fields | changes))


def indicateur(rang: int, **changes: Any) -> LigneIndicateur:
    fields: dict[str, Any] = {
        "id": f"0190-i{rang}",
        "code": f"O7.A1.i{rang}",
        "reference": f"K{rang:02}",
        "titre": "Caméras installées sur la voie publique",
        "unite": "caméras",
        "decimales": 0,
        "minimum": Decimal(0),
        "maximum": None,
        "territoire": "77",
        "territoire_nom": "Seine-et-Marne",
        "zone": Zone.POLICE,
        "precedente": "3 020 (2021)",
        "cible": "3 600 au 31/12/2022",
        "actuelle": None,
        "nature": "atteindre",
    }
    return LigneIndicateur(**(fields | changes))


def contenu(**changes: Any) -> RetourContenu:
    fields: dict[str, Any] = {
        "retour": "0190-r1",
        "campagne": "SDPD77-2020|2022",
        "plan": "SDPD77-2020",
        "plan_titre": "Stratégie de prévention de la délinquance de Seine-et-Marne",
        "periode": parse_periode("2022"),
        "echeance": dt.date(2022, 7, 15),
        "bureau": "Bureau de la sécurité intérieure",
        "partenaire": "DDSP77",
        "partenaire_nom": "Sécurité publique & renseignement",
        "edite_le": EDITE_LE,
        "mesures": tuple(mesure(rang) for rang in (10, 2, 1)),
        "indicateurs": (
            indicateur(10),
            indicateur(2, unite="%", decimales=1, maximum=Decimal(100)),
            indicateur(1, unite=JALON, zone=Zone.ENSEMBLE),
            indicateur(3, territoire="77288", territoire_nom="Melun"),
        ),
        "nom_fichier": "retour.xlsx",
    }
    return RetourContenu(**(fields | changes))


def columns(sheet: Any) -> dict[str, int]:
    """Return the column numbers of a return sheet by the names of its key row."""
    for row in sheet.iter_rows():
        names = {str(cell.value).removeprefix("sdpd:"): cell.column for cell in row if cell.value}
        if "cle" in names:
            return names
    raise AssertionError(f"no key row in {sheet.title}")


def set_cell(sheet: Any, code: str, colonne: str, value: Any, shown: str | None = None) -> None:
    """Type a value in a return, in the row of a code."""
    places = columns(sheet)
    row = next(
        r for r in range(1, sheet.max_row + 1) if sheet.cell(r, places["code"]).value == code
    )
    cell = sheet.cell(row, places[colonne])
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if shown is not None:
        cell.number_format = shown


def move_rows(sheet: Any, first: int, order: list[int]) -> None:
    """Put whole rows in another order, as a sort does: number formats follow."""
    places = range(1, sheet.max_column + 1)
    rows = [[sheet.cell(first + i, c) for c in places] for i in order]
    found = [[(cell.value, cell.number_format) for cell in row] for row in rows]
    for i, values in enumerate(found):
        for column, (value, shown) in enumerate(values, 1):
            cell = sheet.cell(first + i, column)
            cell.value, cell.number_format = value, shown
            if isinstance(value, str):
                cell.data_type = "s"


@contextmanager
def filled(path: Path, **changes: Any) -> Iterator[Any]:
    """Write our return at that path and let the test type in it."""
    retour_xlsx.write(contenu(**changes), path)
    book = openpyxl.load_workbook(path)
    yield book
    book.save(path)


def type_in(book: Any) -> None:
    """Fill a return as a partner does: list, dates, French numbers, « n/a »."""
    actions, indicateurs = book["Actions"], book["Indicateurs"]
    set_cell(actions, "O2.A1.m1", "statut", "réalisée")
    set_cell(actions, "O2.A1.m1", "fait_le", dt.date(2022, 3, 4))
    set_cell(actions, "O2.A2.m1", "note", "=1+1 c'est du texte")
    set_cell(actions, "O2.A10.m1", "fait_le", "30 juin 2022")
    set_cell(indicateurs, "O7.A1.i10", "valeur", 3600)
    set_cell(indicateurs, "O7.A1.i2", "valeur", 0.155, "0.0%")
    set_cell(indicateurs, "O7.A1.i1", "valeur", "n/a")
    set_cell(indicateurs, "O7.A1.i3", "valeur", "1 234,5")
    set_cell(indicateurs, "O7.A1.i3", "commentaire", "provisoire")


TYPED = {
    ("O2.A1.m1", "statut"): "réalisée",
    ("O2.A1.m1", "fait_le"): dt.date(2022, 3, 4),
    ("O2.A2.m1", "note"): "=1+1 c'est du texte",
    ("O2.A10.m1", "fait_le"): "30 juin 2022",
    ("O7.A1.i10", "valeur"): 3600,
    ("O7.A1.i2", "valeur"): 0.155,
    ("O7.A1.i1", "valeur"): "n/a",
    ("O7.A1.i3", "valeur"): "1 234,5",
    ("O7.A1.i3", "commentaire"): "provisoire",
}


def typed(lu: RetourLu) -> dict[tuple[str, str], Any]:
    """Return what was read, by code and column."""
    return {
        (saisie.code, nom): cellule.valeur
        for saisie in lu.saisies
        for nom, cellule in saisie.colonnes
    }


def save_again(path: Path, suffix: str, profile: Path) -> Path:
    """Open a workbook in LibreOffice and save it in that format, in another folder."""
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing: « make test » installs it"
    out = path.parent / "enregistre"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(out),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out / f"{path.stem}.{suffix}"


def children() -> set[int]:
    """Return the processes this one started and has not reaped."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == os.getpid():
                found.add(int(entry.name))
    return found


# ------------------------------------------------------------------ raw workbooks

SHEET, BOOK, STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LIENS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LIENS_STRICTS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def raw_parts(rows: str = "", **more: str) -> dict[str, str]:
    """Return the parts of a small workbook whose sheet « S1 » has these rows.

    Args:
        rows: XML inside ``sheetData``.
        more: ``before`` and ``after`` sheetData; ``strings``, XML of the ``si``; ``names``,
            XML of the defined names; ``doctype``, put before the sheet's root.
    """
    names = f"<definedNames>{more['names']}</definedNames>" if "names" in more else ""
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/>'
        "</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{LIENS}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LIENS}"><sheets>'
        f'<sheet name="S1" sheetId="1" r:id="rId1"/></sheets>{names}</workbook>',
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{LIENS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{LIENS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{LIENS}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts><font/></fonts>'
        "<fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        '<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">'
        f"{more.get('strings', '<si><t>zéro</t></si><si><t>un</t></si>')}</sst>",
        "xl/worksheets/sheet1.xml": f"{HEAD}{more.get('doctype', '')}"
        f'<worksheet xmlns="{MAIN}" xmlns:r="{LIENS}">{more.get("before", "")}'
        f"<sheetData>{rows}</sheetData>{more.get('after', '')}</worksheet>",
    }


def pack(parts: dict[str, Any], padding: int = 0) -> bytes:
    """Zip the parts; padding adds bytes that do not compress, to hide a bomb's ratio."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        if padding:
            # The same on every run, and as good as random to deflate.
            state, chunks = 1, bytearray()
            while len(chunks) < padding:
                state = state * 6364136223846793005 % (1 << 61)
                chunks += state.to_bytes(8, "big")
            archive.writestr("xl/media/image1.png", bytes(chunks))
    return packed.getvalue()


Change = Callable[[dict[str, str]], dict[str, Any]]


def replaced(part: str, old: str, new: str) -> Change:
    """Return a change that rewrites one part and fails when there is nothing to rewrite."""

    def change(parts: dict[str, str]) -> dict[str, Any]:
        assert old in parts[part]
        return parts | {part: parts[part].replace(old, new)}

    return change


def rows(count: int, cell: str = "<c><v>1</v></c>") -> str:
    return "".join(f'<row r="{r}">{cell}</row>' for r in range(1, count + 1))


# ------------------------------------------------------------------ OpenDocument

_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)
_CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def ods(table: str, head: str = "", manifest: str = "", padding: int = 0) -> bytes:
    content = (
        f'<?xml version="1.0"?>{head}<office:document-content {_SPACES} {_CALC}>'
        f'<office:body><office:spreadsheet><table:table table:name="S1">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<m xmlns="{space}">{manifest}</m>',
            "content.xml": content,
        },
        padding,
    )


def cell(kind: str, value: str = "1", more: str = "", shown: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}>'
        f"<text:p>{shown or value}</text:p></table:table-cell>"
    )


# ------------------------------------------------------------------ reading


def read(lecteur: LecteurClasseurs, tmp_path: Path, octets: bytes, nom: str = "f.xlsx") -> Classeur:
    (tmp_path / nom).write_bytes(octets)
    started, used = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF)
    try:
        return lecteur.read(tmp_path / nom)
    finally:
        spent = resource.getrusage(resource.RUSAGE_SELF)
        assert spent.ru_utime - used.ru_utime < 2, "the parent worked on a hostile file"
        assert time.monotonic() - started < 25
        assert os.listdir(tmp_path) == [nom]  # noqa: PTH208


def values(classeur: Classeur) -> dict[str, Any]:
    return {cell.adresse: cell.valeur for cell in classeur.feuilles[0].cellules}
