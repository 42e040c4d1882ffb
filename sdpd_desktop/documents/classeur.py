"""Reads any workbook as frozen cells, in a child process that can be limited and killed."""

import contextlib
import datetime as dt
import json
import os
import subprocess
import sys
import threading
import time
import weakref
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Self

from sdpd_desktop.documents.classeur_controle import address
from sdpd_desktop.documents.classeur_donnees import decode
from sdpd_desktop.documents.classeur_enfant import LENGTH, OPTION
from sdpd_desktop.documents.preflight import RESAVE, load, refusal
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import StorageError, UserError
from sdpd_desktop.domain.importation import Cellule, CellValue
from sdpd_desktop.domain.texte import NBSP

WALL_SECONDS = 60.0
_TICK = 0.05
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Feuille:
    """A sheet with its non-empty cells, in reading order.

    Attributes:
        lignes_masquees: Numbers of the rows that are hidden or filtered out.
        fusions: Merged ranges, « A1:B2 ».
    """

    nom: str
    masquee: bool
    lignes_masquees: frozenset[int]
    fusions: tuple[str, ...]
    cellules: tuple[Cellule, ...]


@dataclass(frozen=True)
class Classeur:
    """A workbook as received.

    Attributes:
        empreinte: SHA-256 of the bytes, in hexadecimal.
        proprietes: Custom document properties, where the format gives them.
    """

    nom: str
    empreinte: str
    taille: int
    feuilles: tuple[Feuille, ...]
    proprietes: dict[str, str]


class LecteurClasseurs:
    """Reads workbooks one after the other in one child process, started when first needed.

    A child that crashes, runs out of time or memory, or is cancelled is replaced. Safe to call
    from several threads; :meth:`close` ends the child.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._finalizer: weakref.finalize[..., LecteurClasseurs] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, cancel: threading.Event | None = None) -> Classeur:
        """Read a workbook whole.

        Raises:
            UserError: It is no workbook, is damaged or hostile, or reading it was cancelled.
        """
        fichier = load(path)
        with self._lock:
            answer = self._ask(fichier.nom, fichier.octets, cancel)
        if "refus" in answer:
            raise refusal(fichier.nom, str(answer["refus"]))
        return Classeur(
            nom=fichier.nom,
            empreinte=fichier.empreinte,
            taille=len(fichier.octets),
            feuilles=tuple(_feuille(found) for found in answer["feuilles"]),
            proprietes=dict(answer["proprietes"]),
        )

    def close(self) -> None:
        """End the child process; reading again would start another."""
        with self._lock:
            self._stop()

    def _ask(self, nom: str, octets: bytes, cancel: threading.Event | None) -> dict[str, Any]:
        exchange = _Exchange(self._started(), octets)
        try:
            self._wait(nom, exchange, cancel)
        except BaseException:
            # A child left in the middle of an answer would give it to the next question.
            self._stop()
            raise
        finally:
            exchange.join()
        if exchange.answer is None:
            self._stop()
            raise refusal(nom, f"son contenu a mis le lecteur en échec. {RESAVE}")
        answer: dict[str, Any] = json.loads(exchange.answer)
        if answer.get("epuise"):
            self._stop()
        return answer

    def _wait(self, nom: str, exchange: "_Exchange", cancel: threading.Event | None) -> None:
        deadline = time.monotonic() + self._wall_seconds
        while not exchange.done.wait(_TICK):
            if cancel is not None and cancel.is_set():
                raise UserError(f"La lecture de «{NBSP}{nom}{NBSP}» a été annulée.")
            if time.monotonic() > deadline:
                raise refusal(nom, f"sa lecture demande trop de temps. {RESAVE}")

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._stop()
        search = (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH"))
        try:
            child = subprocess.Popen(
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
        self._child = child
        self._finalizer = weakref.finalize(self, _end, child)
        return child

    def _stop(self) -> None:
        if self._finalizer is not None:
            self._finalizer()
        self._child = self._finalizer = None


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, OPTION]
    return [sys.executable, "-P", "-m", "sdpd_desktop.documents.classeur_enfant"]


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill the child, reap it and close its pipes."""
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


class _Exchange:
    """One request and its answer, on a thread so that the caller can stop waiting."""

    def __init__(self, child: subprocess.Popen[bytes], octets: bytes) -> None:
        self.answer: bytes | None = None
        self.done = threading.Event()
        self._child, self._octets = child, octets
        self._thread = threading.Thread(target=self._run, name="classeur", daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait for the thread, which ends as soon as the child does."""
        self._thread.join()

    def _run(self) -> None:
        requests, answers = self._child.stdin, self._child.stdout
        with contextlib.suppress(OSError, ValueError):  # The child died, or was killed.
            assert requests is not None
            assert answers is not None
            requests.write(len(self._octets).to_bytes(LENGTH, "big"))
            requests.write(self._octets)
            requests.flush()
            size = int.from_bytes(answers.read(LENGTH), "big")
            answer = answers.read(size)
            if size and len(answer) == size:
                self.answer = answer
        self.done.set()


def _feuille(found: dict[str, Any]) -> Feuille:
    nom = str(found["nom"])
    return Feuille(
        nom=nom,
        masquee=bool(found["masquee"]),
        lignes_masquees=frozenset(found["lignes_masquees"]),
        fusions=tuple(found["fusions"]),
        cellules=tuple(_cellule(nom, *cell) for cell in found["cellules"]),
    )


def _cellule(feuille: str, ligne: int, colonne: int, kind: str, raw: Any, shown: str) -> Cellule:
    value = decode(kind, raw)
    erreur = str(raw) if kind == "e" else ""
    return Cellule(
        feuille=feuille,
        adresse=address(ligne, colonne),
        ligne=ligne,
        colonne=colonne,
        valeur=value,
        format=shown,
        texte=erreur or texte_cellule(value, shown),
        erreur=erreur,
        formule_sans_resultat=kind == "f",
    )


def texte_cellule(value: CellValue, shown: str) -> str:
    """Return what the cell shows, as far as its value and number format tell.

    Digits are not rounded to the format: what is stored is what is said.
    """
    match value:
        case None:
            return ""
        case bool():
            return "VRAI" if value else "FAUX"
        case int() | float():
            number = Decimal(repr(value))
            if "%" in shown:
                return f"{_plain(number * 100)}{NBSP}%"
            return _plain(number)
        case dt.datetime():
            return f"{format_date(value.date())} {value:%H:%M}"
        case dt.date():
            return format_date(value)
        case dt.time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def _plain(number: Decimal) -> str:
    if not number.is_finite() or number.adjusted() > 18 or number.adjusted() < -12:
        return str(number)
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")
