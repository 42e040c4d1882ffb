"""Hands a PDF as it is to whatever prints files on this system: its spooler, or its reader."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.texte import NBSP

_PATIENCE_S = 60


@dataclass(frozen=True)
class Tirage:
    """How to print.

    Attributes:
        premiere: First page, from 1. derniere: last page; both 0 for the whole document.
        papier: Paper that every page is on, "" where pages differ.
        cotes: « one-sided », « two-sided-long-edge » or « two-sided-short-edge ».
    """

    titre: str
    imprimante: str
    copies: int = 1
    premiere: int = 0
    derniere: int = 0
    cotes: str = "one-sided"
    couleur: bool = True
    papier: str = "A4"


def spooler() -> str:
    """Return the program that takes PDF files for the printers, "" without one."""
    return "" if sys.platform == "win32" else shutil.which("lp") or ""


def confier(octets: bytes, imprimante: str) -> bool:
    """Have the reader associated with PDF files print it whole; False where none does.

    It prints as the printer is set, once: it takes neither pages nor copies nor sides.
    """
    startfile = getattr(os, "startfile", None)  # Windows alone has it
    if startfile is None:
        return False
    # The reader opens the file after this returns: it stays until the program ends.
    folder = tempfile.mkdtemp(prefix="sdpd-impression-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "document.pdf"
    try:
        path.write_bytes(octets)
        if imprimante:
            startfile(str(path), "printto", f'"{imprimante}"')
        else:
            startfile(str(path), "print")
    except OSError:  # no reader, or one that does not print
        return False
    return True


def envoyer(octets: bytes, tirage: Tirage) -> None:
    """Send the file to the spooler; nothing is drawn again, so nothing is lost.

    Raises:
        StorageError: The spooler refuses it; the message carries its reason.
    """
    command = [spooler(), "-n", str(tirage.copies), "-t", tirage.titre]
    if tirage.imprimante:
        command += ["-d", tirage.imprimante]
    if tirage.premiere:
        command += ["-P", f"{tirage.premiere}-{tirage.derniere}"]
    command += ["-o", f"sides={tirage.cotes}"]
    if tirage.papier:
        command += ["-o", f"media={tirage.papier}"]
    command += ["-o", f"print-color-mode={'color' if tirage.couleur else 'monochrome'}"]
    try:
        done = subprocess.run(
            command, input=octets, capture_output=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StorageError(
            "Le service d’impression ne répond pas. Vérifiez qu’il est démarré, "
            "ou exportez le document en PDF."
        ) from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip()
        raise StorageError(
            f"L’impression est refusée{NBSP}: {reason} "
            "Vérifiez l’imprimante choisie, ou exportez le document en PDF."
        )
