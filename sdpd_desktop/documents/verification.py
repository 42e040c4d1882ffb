"""Has a signed PDF examined by a child process: a hostile file can be stopped, and only that."""

import base64
import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sdpd_desktop.documents.classeur_enfant import VERIFICATION_OPTION
from sdpd_desktop.documents.verification_enfant import encode
from sdpd_desktop.domain.confiance import Confiance
from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.verification import (
    ConstatDocument,
    ConstatSignature,
    Motif,
    NatureMotif,
)

WALL_SECONDS = 180.0
_PACKAGE_ROOT = Path(__file__).resolve().parents[2]


def constater(
    octets: bytes, confiance: Confiance, instant: dt.datetime, wall_seconds: float = WALL_SECONDS
) -> ConstatDocument:
    """Return what the file holds; a file that cannot be examined says why in its reasons.

    Raises:
        StorageError: The child process could not start.
    """
    request = {
        "octets": base64.b64encode(octets).decode(),
        "instant": instant.isoformat(),
        "autorites": [encode(asdict(autorite)) for autorite in confiance.autorites],
        "listes": [encode(asdict(liste)) for liste in confiance.listes],
    }
    search = (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH"))
    try:
        done = subprocess.run(
            _command(),
            input=json.dumps(request).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, search))},
            timeout=wall_seconds,
            start_new_session=True,  # Ctrl+C in a terminal is for the parent.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _incontrole(octets, "demande trop de temps")
    except OSError as error:
        raise StorageError(
            "Le contrôle des signatures n'a pas pu démarrer. Fermez d'autres programmes, puis "
            "recommencez."
        ) from error
    if done.returncode or not done.stdout:
        return _incontrole(octets, "met le contrôle en échec")
    answer = json.loads(done.stdout)
    if answer.get("epuise"):
        return _incontrole(octets, "demande trop de mémoire")
    return _constat(answer)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, VERIFICATION_OPTION]
    return [sys.executable, "-P", "-m", "sdpd_desktop.documents.verification_enfant"]


def _incontrole(octets: bytes, why: str) -> ConstatDocument:
    texte = f"Ce fichier {why} : ses signatures n’ont pas pu être contrôlées."
    motif = Motif(NatureMotif.INCONTROLE, texte)
    return ConstatDocument(hashlib.sha256(octets).hexdigest(), (), (motif,))


def _constat(answer: dict[str, Any]) -> ConstatDocument:
    return ConstatDocument(
        answer["empreinte"],
        tuple(
            ConstatSignature(**{**one, "annoncee_le": _instant(one["annoncee_le"])})
            for one in answer["signatures"]
        ),
        tuple(
            Motif(NatureMotif(one["nature"]), one["texte"], one["champ"], _instant(one["depuis"]))
            for one in answer["motifs"]
        ),
        tuple(answer["revisions"]),
    )


def _instant(text: str | None) -> dt.datetime | None:
    return None if text is None else dt.datetime.fromisoformat(text)
