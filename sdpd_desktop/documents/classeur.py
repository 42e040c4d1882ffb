"""Reads any workbook as frozen cells, in a child process that can be limited and killed."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
import weakref
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from sdpd_desktop.documents.classeur_donnees import Classeur, Feuille, Rangee
from sdpd_desktop.documents.classeur_enfant import LENGTH, OPTION
from sdpd_desktop.documents.preflight import RESAVE, Fichier, Progres, load, refusal
from sdpd_desktop.domain.errors import StorageError, UserError
from sdpd_desktop.domain.texte import NBSP

WALL_SECONDS = 60.0
TOO_LONG = (
    "sa lecture demande trop de temps. Enregistrez-le au format .xlsx s'il en a un autre, ou "
    "partagez ses lignes entre plusieurs classeurs, puis importez-les."
)
_TICK = 0.05
_OUT_OF_TIME = -getattr(signal, "SIGPROF", 0)
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


@dataclass
class _Answer:
    """What a child says of one workbook, message after message."""

    tell: Progres | None
    refus: str = ""
    epuise: bool = False
    complete: bool = False
    feuilles: list[Feuille] = field(default_factory=list)
    proprietes: dict[str, str] = field(default_factory=dict)
    remarques: tuple[str, ...] = ()
    _rangees: list[Rangee] = field(default_factory=list)

    def take(self, message: Any) -> None:
        """Take a message in."""
        match message:
            case [int(done), int(total)]:
                if self.tell is not None:
                    self.tell(done, total)
            case {"rangees": rows}:
                self._rangees += map(Rangee.of, rows)
            case {"feuille": found}:
                self.feuilles.append(_feuille(found, self._rangees))
                self._rangees = []
            case {"refus": refus}:
                self.refus, self.epuise = str(refus), bool(message.get("epuise"))
                self.complete = True
            case {"fin": fin}:
                self.proprietes = dict(fin["proprietes"])
                self.remarques = tuple(fin.get("remarques", ()))
                self.complete = True


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

    def read(
        self,
        path: Path,
        cancel: threading.Event | None = None,
        tell: Progres | None = None,
    ) -> Classeur:
        """Read a workbook whole.

        Args:
            path: Any workbook or table kept as text: its content tells which.
            cancel: Set from another thread, stops the reading.
            tell: Told how much was read, from another thread.

        Raises:
            UserError: It is no workbook, is damaged or hostile, or reading it was cancelled.
        """
        fichier = load(path)
        with self._lock:
            answer = self._ask(fichier, cancel, tell)
        if answer.refus:
            raise refusal(fichier.nom, answer.refus)
        return Classeur(
            nom=fichier.nom,
            empreinte=fichier.empreinte,
            taille=len(fichier.octets),
            # A table kept as text has no sheet, so no name of one.
            feuilles=tuple(
                feuille if feuille.nom else replace(feuille, nom=path.stem)
                for feuille in answer.feuilles
            ),
            proprietes=answer.proprietes,
            remarques=answer.remarques,
        )

    def close(self) -> None:
        """End the child process; reading again would start another."""
        with self._lock:
            self._stop()

    def _ask(
        self, fichier: Fichier, cancel: threading.Event | None, tell: Progres | None
    ) -> _Answer:
        exchange = _Exchange(self._started(), fichier.octets, _Answer(tell))
        try:
            self._wait(fichier.nom, exchange, cancel)
        except BaseException:
            # A child left in the middle of an answer would give it to the next question.
            self._stop()
            raise
        finally:
            exchange.join()
        answer = exchange.answer
        if not answer.complete:
            child = self._child
            self._stop()
            late = child is not None and child.returncode == _OUT_OF_TIME
            raise refusal(
                fichier.nom,
                TOO_LONG if late else f"son contenu a mis le lecteur en échec. {RESAVE}",
            )
        if answer.epuise:
            self._stop()
        return answer

    def _wait(self, nom: str, exchange: "_Exchange", cancel: threading.Event | None) -> None:
        deadline = time.monotonic() + self._wall_seconds
        while not exchange.done.wait(_TICK):
            if cancel is not None and cancel.is_set():
                raise UserError(f"La lecture de «{NBSP}{nom}{NBSP}» a été annulée.")
            if time.monotonic() > deadline:
                raise refusal(nom, TOO_LONG)

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

    def __init__(self, child: subprocess.Popen[bytes], octets: bytes, answer: _Answer) -> None:
        self.answer = answer
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
            while not self.answer.complete:
                size = int.from_bytes(answers.read(LENGTH), "big")
                message = answers.read(size)
                if not size or len(message) < size:
                    break
                # Decoded one by one: a whole workbook at once would hold the window still.
                self.answer.take(json.loads(message))
        self.done.set()


def _feuille(found: dict[str, Any], rangees: list[Rangee]) -> Feuille:
    return Feuille(
        nom=str(found["nom"]),
        masquee=bool(found["masquee"]),
        lignes_masquees=frozenset(found["lignes_masquees"]),
        colonnes_masquees=frozenset(found["colonnes_masquees"]),
        fusions=tuple(found["fusions"]),
        rangees=tuple(rangees),
    )
