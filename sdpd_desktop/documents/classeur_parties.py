"""The parts of an .xlsx, .xlsm or .xlsb workbook but its sheets; in the child process only.

An .xlsb keeps its book, texts and styles as records and all else as XML, in the same places.
"""

import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from sdpd_desktop.documents.classeur_paquet import (
    TYPES,
    ContentTypes,
    Links,
    Properties,
    check_count,
)
from sdpd_desktop.documents.classeur_rangees import (
    MAX_CELL_TEXT,
    Compte,
    Rangees,
    encode_date,
    une_fin_de_ligne,
)
from sdpd_desktop.documents.preflight import RESAVE, Budget, Pass, RefusError, local, run_pass
from sdpd_desktop.domain.texte import NBSP

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
SPACES = (MAIN, STRICT)
_LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_NO_CELLS = ("chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_STRINGS, _MAX_STYLES = 700_000, 65_490
# What these builtin formats show in France.
_FRENCH = {14: "dd/mm/yyyy", 22: "dd/mm/yyyy hh:mm"}


@dataclass(frozen=True)
class Style:
    """What the number format of a cell says of its value."""

    format: str
    date: bool
    duree: bool

    def encode_date(self, jours: float, texte: str = "", *, depuis_1904: bool) -> Any:
        """Return a date as it travels, from its count of days and how the file writes that."""
        return encode_date(
            jours, texte or str(jours), self.format, depuis_1904=depuis_1904, duree=self.duree
        )


@dataclass(frozen=True)
class Onglet:
    """A sheet as the workbook declares it."""

    nom: str
    masque: bool
    partie: str


@dataclass(frozen=True)
class Parties:
    """What the cells of a workbook refer to."""

    onglets: tuple[Onglet, ...]
    textes: list[str]
    styles: list[Style]
    depuis_1904: bool
    proprietes: dict[str, str]


class Livre:
    """What the book says of its sheets: their name, state and link."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.depuis_1904 = False

    def declare(self, nom: str, state: str, identity: str) -> None:
        """Take a sheet in."""
        self.sheets.append((nom, state, identity))
        check_count(len(self.sheets))


class Textes:
    """The texts that cells share."""

    def __init__(self, compte: Compte) -> None:
        self.found: list[str] = []
        self._compte = compte

    def add(self, texte: str) -> None:
        """Take a text in."""
        self.found.append(texte)
        self._compte.textes += len(texte)
        self._compte.check()
        if len(self.found) > _MAX_STRINGS:
            raise RefusError(f"il contient plus de {_MAX_STRINGS} textes. {RESAVE}")


class Styles:
    """The number formats, and which of them each style of a cell bears."""

    def __init__(self) -> None:
        self._formats: dict[str, str] = {}
        self._cells: list[str] = []

    def name(self, identity: str, shown: str) -> None:
        """Take a number format in."""
        self._formats[identity] = shown[:255]

    def add(self, identity: str) -> None:
        """Take a style of cells in, with its number format."""
        self._cells.append(identity)
        if len(self._cells) > _MAX_STYLES:
            raise RefusError(f"il contient plus de {_MAX_STYLES} styles. {RESAVE}")

    def found(self) -> list[Style]:
        """Return the style of each index that a cell can bear."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

        known = {str(key): shown for key, shown in (BUILTIN_FORMATS | _FRENCH).items()}
        known |= self._formats
        styles = {
            key: Style(shown, bool(is_date_format(shown)), bool(is_timedelta_format(shown)))
            for key in {"0", *self._cells}
            for shown in (known.get(key) or "General",)
        }
        return [styles[key] for key in self._cells or ("0",)]


@dataclass(frozen=True)
class Lecteurs:
    """What reads the parts that a format keeps in its own way.

    Attributes:
        run: Leads one of the readers through a part.
    """

    run: Callable[[zipfile.ZipFile, str, Any, Budget], None]
    livre: Livre
    textes: Textes
    styles: Styles


def read_book(
    archive: zipfile.ZipFile,
    types: ContentTypes,
    budget: Budget,
    lecteurs: Callable[[Compte], Lecteurs],
    feuille: Callable[[Rangees, Parties, Compte], Any],
) -> dict[str, Any]:
    """Read the cells of every sheet.

    Args:
        archive: The workbook, its directory already checked.
        types: The kinds of its parts.
        budget: What it may hold.
        lecteurs: Makes what reads its other parts.
        feuille: Makes what reads one sheet into its rows.

    Raises:
        RefusError: Something in it cannot be read safely; the address is given where there is one.
    """
    compte = Compte()
    readers = lecteurs(compte)
    parties = _read_parts(archive, types, budget, readers)
    feuilles = []
    for onglet in parties.onglets:
        rangees = Rangees(onglet.nom, compte, masquee=onglet.masque)
        readers.run(archive, onglet.partie, feuille(rangees, parties, compte), budget)
        feuilles.append(rangees.sent())
    return {"feuilles": feuilles, "proprietes": parties.proprietes}


def _read_parts(
    archive: zipfile.ZipFile, types: ContentTypes, budget: Budget, lecteurs: Lecteurs
) -> Parties:
    """Read every part but the sheets, each once, and see that none holds a DOCTYPE."""
    links, properties = Links(), Properties()
    workbook = types.workbook(archive, budget)
    base, name = posixpath.split(workbook)
    rels = posixpath.join(base, "_rels", f"{name}.rels")
    lecteurs.run(archive, workbook, lecteurs.livre, budget)
    run_pass(archive, rels, links, budget)
    done = {TYPES, workbook, rels}
    for kind, lecteur in (("sharedStrings", lecteurs.textes), ("styles", lecteurs.styles)):
        for part in links.parts(kind, base):
            lecteurs.run(archive, part, lecteur, budget)
            done.add(part)
    onglets = tuple(_onglets(lecteurs.livre, links, base, archive))
    done |= {onglet.partie for onglet in onglets}
    for other in archive.namelist():
        if other not in done and other.lower().endswith((".xml", ".rels", ".vml")):
            custom = other.lower() == "docprops/custom.xml"
            run_pass(archive, other, properties if custom else None, budget)
    return Parties(
        onglets,
        lecteurs.textes.found,
        lecteurs.styles.found(),
        lecteurs.livre.depuis_1904,
        properties.found,
    )


def _onglets(book: Livre, links: Links, base: str, archive: zipfile.ZipFile) -> list[Onglet]:
    names = set(archive.namelist())
    found = []
    for nom, state, identity in book.sheets:
        kind, part, external = links.target(identity, base)
        if kind in _NO_CELLS:
            continue
        if external or part not in names:
            raise RefusError(f"le contenu de la feuille «{NBSP}{nom}{NBSP}» manque. {RESAVE}")
        found.append(Onglet(nom, state != "visible", part))
    if not found:
        raise RefusError(f"il ne contient aucune feuille de calcul. {RESAVE}")
    return found


class _LivreXml(Livre, Pass):
    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, kind = name.rpartition(" ")
        if space not in SPACES:
            return
        if kind == "sheet":
            found = (attributes.get(f"{space} id", "") for space in _LINKS)
            identity = next(filter(None, found), "")
            self.declare(attributes.get("name", ""), attributes.get("state", "visible"), identity)
        elif kind == "workbookPr":
            self.depuis_1904 = attributes.get("date1904") in ("1", "true")


class _TextesXml(Textes, Pass):
    """The shared texts, without their phonetic readings."""

    def __init__(self, compte: Compte) -> None:
        super().__init__(compte)
        self._pieces: list[str] = []
        self._length = 0
        self._inside = self._phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = local(name)
        if kind == "t":
            self._inside = not self._phonetic
        elif kind == "si":
            self._pieces, self._length = [], 0
        elif kind == "rPh":
            self._phonetic = True

    def text(self, data: str) -> None:
        if self._inside:
            self._length += len(data)
            if self._length > MAX_CELL_TEXT:
                raise RefusError(f"un de ses textes est démesuré. {RESAVE}")
            self._pieces.append(data)

    def end(self, name: str) -> None:
        kind = local(name)
        if kind == "t":
            self._inside = False
        elif kind == "rPh":
            self._phonetic = False
        elif kind == "si":
            self.add(unescape("".join(self._pieces)))


class _StylesXml(Styles, Pass):
    def __init__(self) -> None:
        super().__init__()
        self._inside = False

    @override
    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = local(name)
        if kind == "cellXfs":
            self._inside = True
        elif kind == "numFmt" and "numFmtId" in attributes:
            self.name(attributes["numFmtId"], attributes.get("formatCode", ""))
        elif kind == "xf" and self._inside:
            self.add(attributes.get("numFmtId", "0"))

    @override
    def end(self, name: str) -> None:
        if local(name) == "cellXfs":
            self._inside = False


def lecteurs_xml(compte: Compte) -> Lecteurs:
    """Return what reads the parts of an .xlsx."""
    return Lecteurs(run_pass, _LivreXml(), _TextesXml(compte), _StylesXml())


def unescape(text: str) -> str:
    """Return a text whose « _x000D_ » are the characters meant, lines ended by one alone."""
    if "_x" in text:
        text = _ESCAPED.sub(_character, text)
    return une_fin_de_ligne(text)


def _character(found: re.Match[str]) -> str:
    char = chr(int(found[1], 16))
    return char if char.isprintable() or char in "\t\n\r" else found[0]
