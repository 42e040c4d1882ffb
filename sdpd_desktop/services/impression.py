"""Hands a PDF as it is to the print spooler, where the system has one that takes files."""

import shutil
import subprocess
import sys
from dataclasses import dataclass

from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.texte import NBSP

_PATIENCE_S = 60


@dataclass(frozen=True)
class Tirage:
    """How to print.

    Attributes:
        premiere: First page, from 1. derniere: last page; both 0 for the whole document.
        cotes: « one-sided », « two-sided-long-edge » or « two-sided-short-edge ».
    """

    titre: str
    imprimante: str
    copies: int = 1
    premiere: int = 0
    derniere: int = 0
    cotes: str = "one-sided"
    couleur: bool = True


def spooler() -> str:
    """Return the program that takes PDF files for the printers, "" without one."""
    return "" if sys.platform == "win32" else shutil.which("lp") or ""


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
    command += ["-o", f"sides={tirage.cotes}", "-o", "media=A4"]
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
