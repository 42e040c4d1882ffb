"""What is checked of a received file before any library that trusts its input sees it.

The parent process hashes and sniffs the bytes; the child process checks the zip directory
and parses each XML part once.
"""

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError
from sdpd_desktop.domain.texte import NBSP

MAX_BYTES = 20_000_000
MAX_UNPACKED = 100_000_000
MAX_RATIO = 100
MAX_ENTRIES = 1_000
MAX_TAGS = 4_300_000
_SMALL = 1_000_000
_BLOCK = 1 << 16
_STEP = 1 << 20
_DAMAGE = (
    KeyError,
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
    struct.error,
)

RESAVE = (
    "Ouvrez-le dans Excel ou LibreOffice, enregistrez-le de nouveau au format .xlsx, "
    f"puis importez-le{NBSP}; si le refus persiste, redemandez-le au partenaire."
)


Progres = Callable[[int, int], None]
"""Called with how much was read, and how much there is to read."""
Sift = Callable[[Iterator[bytes]], Iterator[bytes]]
"""Passes on, block by block, what of a part must be parsed."""


PASSWORD = (
    "il est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe "
    "(Fichier › Informations › Protéger le classeur), enregistrez-le, puis importez-le."
)


class RefusError(Exception):
    """Why a file is refused: a French sentence that follows « n'a pas été lu : »."""


@dataclass(frozen=True)
class Fichier:
    """The bytes of a file, read once.

    Attributes:
        empreinte: SHA-256 of the bytes, in hexadecimal.
    """

    nom: str
    octets: bytes
    empreinte: str


def refusal(nom: str, raison: str) -> UserError:
    """Return the error shown for a file refused whole."""
    return UserError(f"«{NBSP}{nom}{NBSP}» n'a pas été lu{NBSP}: {raison}")


def load(path: Path) -> Fichier:
    """Read a file once, hash it and refuse what cannot be a workbook.

    Raises:
        UserError: It is missing, unreadable, too big, or no workbook.
    """
    try:
        if path.is_dir():
            raise refusal(path.name, "c'est un dossier. Choisissez le fichier du retour.")
        if path.exists() and not path.is_file():  # A pipe would block for ever.
            raise refusal(path.name, "ce n'est pas un fichier ordinaire. Choisissez le retour.")
        with path.open("rb") as stream:
            octets = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotFoundError(
            f"«{NBSP}{path}{NBSP}» n'existe pas. Vérifiez le nom du fichier et que la clé USB "
            "est bien branchée."
        ) from None
    except (OSError, ValueError) as error:
        raise StorageError(
            f"«{NBSP}{path.name}{NBSP}» n'a pas pu être ouvert. Fermez-le dans Excel ou "
            "LibreOffice, vérifiez vos droits sur ce fichier, puis recommencez."
        ) from error
    try:
        sniff(path.name, octets)
    except RefusError as refus:
        raise refusal(path.name, str(refus)) from None
    return Fichier(path.name, octets, hashlib.sha256(octets).hexdigest())


def sniff(nom: str, octets: bytes) -> None:
    """Refuse bytes that are no workbook nor text, saying what they look like.

    Raises:
        RefusError: They are something else than a workbook of today.
    """
    if not octets:
        raise RefusError("le fichier est vide. Redemandez-le au partenaire.")
    if nom.startswith("~$"):
        raise RefusError(
            "c'est le fichier de verrouillage d'Excel, non le classeur. Choisissez le fichier "
            f"dont le nom ne commence pas par «{NBSP}~${NBSP}»."
        )
    if len(octets) > MAX_BYTES:
        raise RefusError(
            f"il dépasse {MAX_BYTES // 1_000_000}{NBSP}Mo, bien plus qu'un retour. Vérifiez que "
            "c'est le bon fichier et retirez-en les images."
        )
    if is_zip(octets):
        return
    if octets.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in octets:
            raise RefusError(PASSWORD)
        return
    if octets.startswith(b"%PDF"):
        raise RefusError("c'est un PDF. Demandez au partenaire le classeur rempli.")
    start = octets[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<")):
        raise RefusError(f"c'est une page web ou un texte XML, non un classeur. {RESAVE}")


def is_zip(octets: bytes) -> bool:
    """Tell whether the bytes start like a zip archive."""
    return octets.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_archive(octets: bytes) -> zipfile.ZipFile:
    """Open the archive after checking its directory; nothing is unpacked yet.

    Raises:
        RefusError: It is damaged, encrypted, ambiguous, or would unpack to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(octets))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, OverflowError) as error:
        raise RefusError(f"il est abîmé ou incomplet. {RESAVE}") from error
    entries = archive.infolist()
    names = [entry.filename.replace("\\", "/").casefold() for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise RefusError(f"il contient {len(entries)} éléments, bien plus qu'un classeur. {RESAVE}")
    if len(set(names)) < len(names):
        raise RefusError(f"deux de ses éléments portent le même nom. {RESAVE}")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusError("il est chiffré. Enregistrez-le sans mot de passe, puis importez-le.")
    if any(entry.compress_type not in (0, 8) for entry in entries):
        raise RefusError(f"sa compression est inconnue. {RESAVE}")
    too_dense = unpacked > _SMALL and unpacked > MAX_RATIO * len(octets)
    if unpacked > MAX_UNPACKED or too_dense:
        raise RefusError(
            f"une fois décompressé il occuperait {unpacked // 1_000_000}{NBSP}Mo, ce qu'aucun "
            f"retour n'atteint. {RESAVE}"
        )
    return archive


class Pass:
    """One expat pass over one XML part.

    Names come as « namespace local », « local » alone without a namespace.

    Attributes:
        sift: Takes out of the blocks what need not be parsed; None when all must.
    """

    sift: Sift | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Meet an opening tag."""

    def end(self, name: str) -> None:
        """Meet a closing tag."""

    def text(self, data: str) -> None:
        """Meet text, possibly in pieces."""


def local(name: str) -> str:
    """Return the name without its namespace."""
    return name.rpartition(" ")[2]


class Budget:
    """What one workbook may hold, and how much of it was read."""

    def __init__(self, total: int, tell: Progres | None = None) -> None:
        self._left = MAX_TAGS
        self._done, self._total, self._tell = 0, total, tell

    def take(self, size: int, elements: int) -> None:
        """Count bytes, and the elements or records in them.

        Raises:
            RefusError: Too much was read.
        """
        self._left -= elements
        if self._left < 0:
            raise RefusError(f"il contient bien plus d'éléments qu'un retour. {RESAVE}")
        if self._tell is not None and self._done // _STEP != (self._done + size) // _STEP:
            self._tell(min(self._done + size, self._total), self._total)
        self._done += size


def run_pass(archive: zipfile.ZipFile, part: str, handler: Pass | None, budget: Budget) -> None:
    """Parse one part, block by block, with the handler; without one, only check it.

    Raises:
        RefusError: The part is missing, damaged, not well-formed, or declares a DOCTYPE.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if handler is not None:
        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        parser.CharacterDataHandler = handler.text
    try:
        counted = _counted(blocks(archive, part), budget)
        for block in handler.sift(counted) if handler and handler.sift else counted:
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise RefusError(f"son élément «{NBSP}{part}{NBSP}» est illisible. {RESAVE}") from error


def _refuse_doctype(*_: object) -> NoReturn:
    raise RefusError(
        "il contient une définition de document (DOCTYPE), ce qu'aucun tableur n'écrit et qui "
        "peut cacher une attaque. Ne l'ouvrez pas et signalez-le à votre service informatique."
    )


def _counted(found: Iterator[bytes], budget: Budget) -> Iterator[bytes]:
    for block in found:
        # Never fewer « < » than the elements they open.
        budget.take(len(block), block.count(b"<"))
        yield block


def blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Return the content of a part, piece by piece.

    Raises:
        RefusError: It is missing or damaged.
    """
    try:
        with archive.open(part) as stream:
            while block := stream.read(_BLOCK):
                yield block
    except _DAMAGE as error:
        raise RefusError(
            f"son élément «{NBSP}{part}{NBSP}» manque ou est abîmé. {RESAVE}"
        ) from error
