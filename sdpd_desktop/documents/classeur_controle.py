"""Checks an .xlsx or .xlsm workbook part by part; runs in the child process only.

The check finds what would make openpyxl hang, fail without an address, or lose cells in
silence: so its read-only mode can be trusted with what is left.
"""

import math
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from sdpd_desktop.documents.preflight import RESAVE, Budget, Pass, RefusError, run_pass
from sdpd_desktop.domain.texte import NBSP

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORKBOOKS = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
)
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MAX_CELLS, MAX_ROWS, MAX_STRINGS, MAX_STYLES = 700_000, 100_000, 700_000, 65_490
MAX_SHEETS, MAX_RANGES, MAX_NAMES, MAX_FORMULA = 256, 20_000, 10_000, 8_192
MAX_CELL_TEXT = 40_000
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+Z?)?|T?[0-9]{2}:[0-9:.]+Z?")


@dataclass
class FeuilleVue:
    """What the check saw of a sheet and openpyxl does not tell."""

    nom: str
    masquee: bool
    lignes_masquees: list[int] = field(default_factory=list)
    fusions: list[str] = field(default_factory=list)
    sans_resultat: set[tuple[int, int]] = field(default_factory=set)


def check(archive: zipfile.ZipFile) -> list[FeuilleVue]:
    """Parse each XML part once and return what was seen of the worksheets, in order.

    Raises:
        RefusError: A cap is passed or something is malformed.
    """
    budget = Budget()
    types = _ContentTypes()
    run_pass(archive, "[Content_Types].xml", types, budget)
    done = {"[Content_Types].xml"}
    workbook = types.workbook()
    book = _Workbook()
    links = _Links()
    rels = posixpath.join(
        posixpath.dirname(workbook), "_rels", posixpath.basename(workbook) + ".rels"
    )
    run_pass(archive, workbook, book, budget)
    run_pass(archive, rels, links, budget)
    done |= {workbook, rels}
    base = posixpath.dirname(workbook)
    strings, styles = _Strings(), _Styles()
    for kind, part_handler in (("sharedStrings", strings), ("styles", styles)):
        for part in links.parts(kind, base):
            run_pass(archive, part, part_handler, budget)
            done.add(part)
    seen = []
    for nom, state, identity in book.sheets:
        sheet = links.sheet(nom, identity, base, archive)
        if sheet is None:  # A chart sheet: no cell in it.
            continue
        feuille = FeuilleVue(nom, state != "visible")
        run_pass(archive, sheet, _Sheet(feuille, strings.count, styles.count, book), budget)
        done.add(sheet)
        seen.append(feuille)
    if not seen:
        raise RefusError(f"il ne contient aucune feuille de calcul. {RESAVE}")
    for name in archive.namelist():
        if name not in done and name.lower().endswith((".xml", ".rels", ".vml")):
            run_pass(archive, name, Pass(), budget)
    return seen


class _ContentTypes(Pass):
    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "Override":
            kind, part = attributes.get("ContentType", ""), attributes.get("PartName", "")
            self._parts.append((kind, part.lstrip("/")))

    def workbook(self) -> str:
        for kind, part in self._parts:
            if kind in _WORKBOOKS:
                return part
        kinds = " ".join(kind for kind, _ in self._parts)
        if "sheet.binary" in kinds:
            raise RefusError(
                "il est au format binaire .xlsb. Ouvrez-le dans Excel ou LibreOffice, "
                "enregistrez-le au format .xlsx, puis importez-le."
            )
        if "wordprocessingml" in kinds or "presentationml" in kinds:
            raise RefusError(
                "c'est un texte ou une présentation, non un classeur. Demandez au partenaire le "
                "classeur rempli."
            )
        raise RefusError(f"ce n'est pas un classeur. {RESAVE}")


class _Workbook(Pass):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.cells = 0
        self.rows = 0
        self.ranges = 0
        self._names = 0
        self._length: int | None = None

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space == STRICT:
            raise RefusError(
                "il est enregistré au format « Classeur Open XML strict ». Enregistrez-le "
                "au format « Classeur Excel (.xlsx) », puis importez-le."
            )
        if space != MAIN:
            return
        if name == "sheet":
            identity = attributes.get(f"{_LINK} id", "")
            nom = attributes.get("name", "")
            check_new_name(nom, [known for known, _, _ in self.sheets])
            self.sheets.append((nom, attributes.get("state", "visible"), identity))
            if len(self.sheets) > MAX_SHEETS:
                raise RefusError(f"il contient plus de {MAX_SHEETS} feuilles. {RESAVE}")
        elif name == "definedName":
            self._names += 1
            self._length = 0
            if self._names > MAX_NAMES:
                raise RefusError(f"il définit plus de {MAX_NAMES} noms. {RESAVE}")

    def end(self, space: str, name: str) -> None:
        if name == "definedName":
            self._length = None

    def text(self, data: str) -> None:
        if self._length is not None:
            self._length += len(data)
            if self._length > MAX_FORMULA:
                raise RefusError(f"un de ses noms définis est démesuré. {RESAVE}")


class _Links(Pass):
    def __init__(self) -> None:
        self._links: dict[str, tuple[str, str, bool]] = {}

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            self._links[attributes.get("Id", "")] = (
                attributes.get("Type", "").rpartition("/")[2],
                attributes.get("Target", ""),
                attributes.get("TargetMode", "") == "External",
            )

    def parts(self, kind: str, base: str) -> list[str]:
        found = [(t, target) for t, target, external in self._links.values() if not external]
        return [_resolve(base, target) for found_kind, target in found if found_kind == kind]

    def sheet(self, nom: str, identity: str, base: str, archive: zipfile.ZipFile) -> str | None:
        kind, target, external = self._links.get(identity, ("", "", True))
        if kind in ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"):
            return None
        part = _resolve(base, target)
        if external or part not in archive.namelist():
            raise RefusError(f"le contenu de la feuille «{NBSP}{nom}{NBSP}» manque. {RESAVE}")
        return part


def check_new_name(nom: str, known: list[str]) -> None:
    """Refuse a second sheet of one name, of which only one would be read.

    Raises:
        RefusError: The name is taken.
    """
    if nom.casefold() in {other.casefold() for other in known}:
        raise RefusError(f"deux feuilles portent le nom «{NBSP}{nom[:40]}{NBSP}». {RESAVE}")


def _resolve(base: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(base, target))


class _Strings(Pass):
    def __init__(self) -> None:
        self.count = 0
        self._length = 0

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.count += 1
            self._length = 0
            if self.count > MAX_STRINGS:
                raise RefusError(f"il contient plus de {MAX_STRINGS} textes. {RESAVE}")

    def text(self, data: str) -> None:
        self._length += len(data)
        if self._length > MAX_CELL_TEXT:
            raise RefusError(f"un de ses textes est démesuré. {RESAVE}")


class _Styles(Pass):
    def __init__(self) -> None:
        self.count = 0
        self._inside = False

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.count += 1
            if self.count > MAX_STYLES:
                raise RefusError(f"il contient plus de {MAX_STYLES} styles. {RESAVE}")

    def end(self, space: str, name: str) -> None:
        if name == "cellXfs":
            self._inside = False


class _Sheet(Pass):
    """Follows the rows and cells of one sheet, refusing the first that is malformed."""

    def __init__(self, feuille: FeuilleVue, strings: int, styles: int, book: _Workbook) -> None:
        self._feuille = feuille
        self._strings, self._styles, self._book = strings, styles, book
        self._row = self._column = 0
        self._type = "n"
        self._formula = self._has_value = False
        self._value: list[str] = []
        self._length = 0
        self._listening = False

    def _refuse(self, what: str) -> RefusError:
        return RefusError(
            f"la cellule {self._feuille.nom}!{address(self._row, self._column)} {what}. "
            "Corrigez-la dans Excel ou LibreOffice, enregistrez, puis importez de nouveau."
        )

    def start(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space != MAIN:
            return
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name in ("v", "t"):
            self._listening = True
            self._has_value = self._has_value or name == "v"
        elif name == "f":
            self._formula = True
        elif name == "mergeCell":
            self._count_range(attributes.get("ref", ""))
            self._feuille.fusions.append(attributes.get("ref", ""))
        elif name in ("hyperlink", "dataValidation"):
            self._count_range("")

    def _count_range(self, reference: str) -> None:
        self._book.ranges += 1
        if self._book.ranges > MAX_RANGES:
            raise RefusError(f"il fusionne, lie ou contrôle plus de {MAX_RANGES} plages. {RESAVE}")
        corners = [parse_address(corner) for corner in reference.split(":") if corner]
        if any(corner is None for corner in corners):
            raise RefusError(
                f"la plage fusionnée «{NBSP}{reference[:40]}{NBSP}» de la feuille "
                f"«{NBSP}{self._feuille.nom}{NBSP}» est illisible. {RESAVE}"
            )

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._book.rows += 1
        if self._book.rows > MAX_ROWS:
            raise RefusError(f"il contient plus de {MAX_ROWS} lignes. {RESAVE}")
        text = attributes.get("r")
        row = self._row + 1 if text is None else _integer(text)
        if row is None or not 1 <= row <= LAST_ROW:
            raise RefusError(
                f"la feuille «{NBSP}{self._feuille.nom}{NBSP}» contient une ligne de numéro "
                f"impossible ({(text or '')[:20]}). {RESAVE}"
            )
        if row <= self._row:
            raise RefusError(
                f"les lignes de la feuille «{NBSP}{self._feuille.nom}{NBSP}» ne sont pas dans "
                f"l'ordre (ligne {row} après la ligne {self._row}){NBSP}: des cellules "
                f"seraient perdues. {RESAVE}"
            )
        self._row, self._column = row, 0
        if attributes.get("hidden") in ("1", "true"):
            self._feuille.lignes_masquees.append(row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._book.cells += 1
        if self._book.cells > MAX_CELLS:
            raise RefusError(f"il contient plus de {MAX_CELLS} cellules. {RESAVE}")
        text = attributes.get("r")
        previous = self._column
        if text is None:
            self._column += 1
        else:
            found = parse_address(text)
            if found is None or found[0] != self._row:
                self._column += 1
                raise self._refuse(f"porte une adresse impossible ({text[:20]})")
            self._column = found[1]
        if self._column > LAST_COLUMN:
            raise self._refuse("est hors de la feuille")
        if self._column <= previous:
            raise self._refuse("n'est pas à sa place dans sa ligne, et serait perdue")
        style = _integer(attributes.get("s", "0"))
        if style is None or style >= max(self._styles, 1):
            raise self._refuse("renvoie à un style qui n'existe pas")
        self._type = attributes.get("t", "n")
        self._formula = self._has_value = False
        self._value.clear()
        self._length = 0

    def text(self, data: str) -> None:
        if self._listening:
            self._length += len(data)
            if self._length > MAX_CELL_TEXT:
                raise self._refuse("contient un texte démesuré")
            self._value.append(data)

    def end(self, space: str, name: str) -> None:
        if space != MAIN:
            return
        if name in ("v", "t"):
            self._listening = False
        elif name == "c":
            self._end_cell("".join(self._value))

    def _end_cell(self, value: str) -> None:
        kind = self._type
        if self._formula and not value and not (kind == "str" and self._has_value):
            self._feuille.sans_resultat.add((self._row, self._column))
        if not value.strip() or kind in ("str", "e", "inlineStr"):
            return
        if kind == "n":
            if not _NUMBER.fullmatch(value) or math.isinf(float(value)):
                raise self._refuse(f"contient un nombre illisible ({value[:30]})")
        elif kind == "s":
            index = _integer(value.strip())
            if index is None or index >= self._strings:
                raise self._refuse("renvoie à un texte qui n'existe pas")
        elif kind == "b":
            if value.strip() not in ("0", "1"):
                raise self._refuse(f"contient un booléen illisible ({value[:30]})")
        elif kind == "d":
            if not _ISO.fullmatch(value.strip()):
                raise self._refuse(f"contient une date illisible ({value[:30]})")
        else:
            raise self._refuse(f"est d'un type inconnu ({kind[:20]})")


def _integer(text: str) -> int | None:
    return int(text) if len(text) < 12 and text.isascii() and text.isdigit() else None


def parse_address(text: str) -> tuple[int, int] | None:
    """Return (row, column) of « C12 », from 1; None for anything else."""
    found = _ADDRESS.fullmatch(text.replace("$", ""))
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def address(row: int, column: int) -> str:
    """Return « C12 » for row 12, column 3."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
