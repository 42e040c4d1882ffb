"""Writes files whole or not at all; reads again those that were proposed."""

import hashlib
import os
from pathlib import Path

from sdpd_desktop.domain.errors import (
    ConflictError,
    NotFoundError,
    StorageError,
    UserError,
    reason,
)
from sdpd_desktop.persistence.retour_rows import KEPT_FILE_LIMIT


def write_bytes(out: Path, data: bytes) -> None:
    """Write a file beside its target, then put it in place.

    Raises:
        StorageError: The folder is missing or full, or the file is open elsewhere; an older
            file of that name is kept as it was.
    """
    temporary = out.with_name(f".{out.name}.en-cours")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(out)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StorageError(
            f"Impossible d'écrire {out} ({reason(error)}). Vérifiez que le dossier existe, "
            "qu'il reste de la place et que le fichier n'est pas ouvert ailleurs."
        ) from error


def read_again(path: Path, empreinte: str, taille: int) -> bytes | None:
    """Return the bytes of a file to keep as evidence, None when there are too many.

    Raises:
        ConflictError: The file is no longer the one that was proposed.
        UserError: It can no longer be read.
    """
    digest = hashlib.sha256()
    kept = bytearray() if taille <= KEPT_FILE_LIMIT else None
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
                if kept is not None:
                    kept += block
    except FileNotFoundError:
        raise NotFoundError(
            f"Le fichier {path.name} n'est plus là : remettez la clé et recommencez."
        ) from None
    except OSError as error:
        raise UserError(
            f"Le fichier {path.name} ne peut plus être lu ({reason(error)}) : remettez la clé et "
            "recommencez. Rien n'a été modifié."
        ) from error
    if digest.hexdigest() != empreinte:
        raise ConflictError(
            f"Le fichier {path.name} a changé depuis l'aperçu : rouvrez-le. Rien n'a été modifié.",
            (),
        )
    return None if kept is None else bytes(kept)
