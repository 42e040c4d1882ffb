"""Streams the rows of a table that may be big: .csv, .csv.gz or .xlsx; nothing is held whole.

Outside the caps of partner returns, with limits of its own: the bytes read, the length of a
line, the number of rows. Cancelling stops between two rows.
"""

import codecs
import contextlib
import csv
import datetime as dt
import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from sdpd_desktop.documents.classeur_enfant import TABLE_OPTION
from sdpd_desktop.domain.errors import NotFoundError, StorageError, UserError, reason
from sdpd_desktop.domain.texte import quote

MAX_BYTES = 1_000_000_000
MAX_UNPACKED = 4_000_000_000
MAX_LINE = 65_536
MAX_ROWS = 20_000_000
MAX_COLUMNS = 1_000
_SAMPLE = 1 << 18
_STEP = 20_000
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]

Valeur = str | int | float | bool | dt.date | None
Progres = Callable[[int, int], None]
"""Called with bytes read and bytes in all; the second is 0 when it cannot be told."""


@dataclass(frozen=True, slots=True)
class Rangee:
    """A row: its number in the file, from 1, and its cells."""

    numero: int
    cellules: Sequence[Valeur]


@dataclass(frozen=True)
class Identite:
    """Which bytes were read."""

    empreinte: str
    taille: int


class Flux(Protocol):
    """A file whose sheets can be read one after the other."""

    def feuilles(self) -> tuple[str, ...]:
        """Return the names of the visible sheets; one, named "", for a text file."""

    def rangees(self, feuille: str) -> Iterator[Rangee]:
        """Yield the rows of a sheet that hold anything.

        Raises:
            UserError: The rest cannot be read, or reading was cancelled.
        """


def identifier(path: Path) -> Identite:
    """Hash a file.

    Raises:
        UserError: It is missing, no file, empty, or too big.
    """
    digest, taille = hashlib.sha256(), 0
    try:
        if path.exists() and not path.is_file():  # A pipe would block for ever.
            raise UserError(f"{quote(path.name)} n'est pas un fichier ordinaire.")
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
                taille += len(block)
                if taille > MAX_BYTES:
                    raise refus(path, f"il dépasse {MAX_BYTES // 1_000_000} Mo.")
    except FileNotFoundError:
        raise NotFoundError(
            f"{quote(path.name)} n'existe pas. Vérifiez le nom du fichier et que la clé USB est "
            "bien branchée."
        ) from None
    except OSError as error:
        raise StorageError(f"{quote(path.name)} n'a pas pu être lu ({reason(error)}).") from error
    if not taille:
        raise refus(path, "il est vide. Téléchargez-le de nouveau.")
    return Identite(digest.hexdigest(), taille)


def refus(path: Path, raison: str) -> UserError:
    """Return the error for a file refused whole."""
    return UserError(f"{quote(path.name)} n'a pas été lu : {raison}")


class Ouverture:
    """Opens a file as a stream; a context manager, so that a child never outlives it."""

    def __init__(
        self, path: Path, progres: Progres | None = None, arret: threading.Event | None = None
    ) -> None:
        self._path, self._progres, self._arret = path, progres, arret
        self._open = contextlib.ExitStack()

    def __enter__(self) -> Flux:
        with self._path.open("rb") as stream:
            start = stream.read(8)
        if start.startswith(b"PK"):
            return self._open.enter_context(_Classeur(self._path, self._arret))
        if start.startswith(b"PAR1"):
            raise refus(self._path, "c'est un fichier Parquet. Téléchargez la version CSV.")
        if start.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
            raise refus(
                self._path,
                "ce n'est ni un CSV ni un classeur .xlsx. Enregistrez-le au format .xlsx.",
            )
        return _Texte(self._path, start.startswith(b"\x1f\x8b"), self._progres, self._arret)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()


class _Texte:
    """A CSV, plain or compressed."""

    def __init__(
        self, path: Path, packed: bool, progres: Progres | None, arret: threading.Event | None
    ) -> None:
        self._path, self._packed = path, packed
        self._progres, self._arret = progres, arret

    def feuilles(self) -> tuple[str, ...]:
        return ("",)

    def rangees(self, feuille: str) -> Iterator[Rangee]:
        total = self._path.stat().st_size
        with self._path.open("rb") as raw, self._unpacked(raw) as stream:
            try:
                encoding, separator = self._guess(stream)
                text = io.TextIOWrapper(stream, encoding, newline="")
                lines = _Lines(self._path, text)
                reader = csv.reader(lines, delimiter=separator, strict=True)
                for count, cells in enumerate(reader):
                    if count % _STEP == 0:
                        self._tick(raw.tell(), total)
                    if any(cells):
                        yield Rangee(reader.line_num, cells)
                self._tick(total, total)
            except csv.Error as error:
                raise refus(
                    self._path,
                    f"la ligne {lines.number} est mal formée (guillemets ou texte démesuré).",
                ) from error
            except UnicodeDecodeError as error:
                raise refus(
                    self._path,
                    f"vers la ligne {lines.number}, des caractères ne sont pas de l'UTF-8. "
                    "Enregistrez-le en UTF-8.",
                ) from error
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                raise refus(
                    self._path,
                    "sa compression est abîmée ou incomplète. Téléchargez-le de nouveau.",
                ) from error
            except OSError as error:
                raise StorageError(
                    f"La lecture de {quote(self._path.name)} s'est arrêtée ({reason(error)})."
                ) from error

    def _unpacked(self, raw: io.BufferedReader) -> io.BufferedReader:
        if not self._packed:
            return raw
        return io.BufferedReader(_Bounded(gzip.GzipFile(fileobj=raw), self._path))

    def _guess(self, stream: io.BufferedReader) -> tuple[str, str]:
        """Return the encoding and the separator, from the first bytes, which stay to be read."""
        sample = stream.read(_SAMPLE)
        stream.seek(0)
        if b"\0" in sample:
            raise refus(self._path, "ce n'est pas un fichier de texte.")
        encoding = "utf-8-sig"
        try:
            codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            encoding = "cp1252"
        lines = sample.decode(encoding, "replace").splitlines()[:40]
        # The mark most lines hold; a comma may only be the decimal one, so it comes last.
        counts = {mark: sum(mark in line for line in lines) for mark in ";\t,"}
        return encoding, max(counts, key=counts.__getitem__)

    def _tick(self, done: int, total: int) -> None:
        stop_if(self._arret, self._path)
        if self._progres is not None:
            self._progres(done, total)


class _Lines:
    """The lines of a text, each of a bounded length."""

    def __init__(self, path: Path, text: io.TextIOWrapper) -> None:
        self._path, self._text = path, text
        self.number = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._text.readline(MAX_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == MAX_LINE and not line.endswith(("\n", "\r")):
            raise refus(self._path, f"la ligne {self.number} est démesurée.")
        if self.number > MAX_ROWS:
            raise refus(self._path, f"il a plus de {MAX_ROWS} lignes.")
        return line


class _Bounded(io.RawIOBase):
    """What a compressed file unpacks to, refused past a limit."""

    def __init__(self, packed: gzip.GzipFile, path: Path) -> None:
        self._packed, self._path = packed, path

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._packed.seek(offset, whence)

    def tell(self) -> int:
        return self._packed.tell()

    def readinto(self, buffer: Any) -> int:
        block = self._packed.read(len(buffer))
        if self._packed.tell() > MAX_UNPACKED:
            raise refus(self._path, "une fois décompressé il serait démesuré.")
        buffer[: len(block)] = block
        return len(block)


class _Classeur:
    """A workbook, read by a child process."""

    def __init__(self, path: Path, arret: threading.Event | None) -> None:
        self._path, self._arret = path, arret
        search = (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH"))
        try:
            self._child = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search))},
                start_new_session=True,  # Ctrl+C in a terminal is for the parent.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise StorageError(
                "Le lecteur de classeurs n'a pas pu démarrer. Fermez d'autres programmes, puis "
                "recommencez."
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def feuilles(self) -> tuple[str, ...]:
        self._ask({"chemin": str(self._path.resolve())})
        return tuple(self._answer()["feuilles"])

    def rangees(self, feuille: str) -> Iterator[Rangee]:
        self._ask({"lire": feuille})
        while isinstance(answer := self._answer(), list):
            numero, cells = answer
            if numero % 1_000 == 0:
                stop_if(self._arret, self._path)
            yield Rangee(numero, [_cell(cell) for cell in cells])

    def _ask(self, question: dict[str, str]) -> None:
        assert self._child.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # The answer will say that the child is gone.
            self._child.stdin.write(json.dumps(question).encode() + b"\n")
            self._child.stdin.flush()

    def _answer(self) -> Any:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line.endswith(b"\n"):
            raise refus(
                self._path,
                "son contenu a mis le lecteur en échec, ou demande trop de temps ou de mémoire. "
                "Enregistrez-le au format CSV.",
            )
        answer = json.loads(line)
        if isinstance(answer, dict) and "refus" in answer:
            raise refus(self._path, str(answer["refus"]))
        return answer


def stop_if(arret: threading.Event | None, path: Path) -> None:
    """Stop when cancelling was asked for.

    Raises:
        UserError: It was.
    """
    if arret is not None and arret.is_set():
        raise UserError(f"La lecture de {quote(path.name)} a été annulée ; rien n'a été modifié.")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, TABLE_OPTION]
    return [sys.executable, "-P", "-m", "sdpd_desktop.documents.tableau_enfant"]


def _cell(cell: Any) -> Valeur:
    if isinstance(cell, dict):
        return dt.date.fromisoformat(cell["d"])
    value: Valeur = cell
    return value
