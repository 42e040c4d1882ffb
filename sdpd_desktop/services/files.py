"""Writes files whole or not at all."""

import os
from pathlib import Path

from sdpd_desktop.domain.errors import StorageError, reason


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
