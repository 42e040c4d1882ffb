"""Writes workbooks: whole or not at all, the same bytes for the same content."""

import contextlib
import datetime as dt
import io
import os
import re
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from openpyxl import Workbook

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST = 32_767


def printable(text: str) -> str:
    """Return the text without the characters that no workbook can hold."""
    return _FORBIDDEN.sub("", text)


def put_text(cell: Any, text: str) -> None:
    """Write text that stays text: neither a formula nor an error, whatever a person typed."""
    cell.value = printable(text)[:_LONGEST]
    if cell.value is not None:
        cell.data_type = "s"


def save(book: "Workbook", out: Path, on: dt.date) -> None:
    """Write the workbook, dated that day, in place of what ``out`` was.

    Raises:
        StorageError: The folder is missing or read-only, the disk full, the file open elsewhere.
    """
    octets = pack(book, on)
    folder = out.parent
    if not folder.is_dir():
        raise StorageError(
            f"Le dossier «{NBSP}{folder}{NBSP}» n'existe pas. Créez-le ou vérifiez que la clé "
            "USB est bien branchée."
        )
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=".sdpd-", suffix=".tmp", dir=folder)
        with os.fdopen(handle, "wb") as stream:
            stream.write(octets)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(out)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
        raise StorageError(
            f"«{NBSP}{out.name}{NBSP}» n'a pas pu être écrit dans «{NBSP}{folder}{NBSP}». "
            "Vérifiez que le dossier accepte l'écriture, qu'il y reste de la place et que le "
            "fichier n'est pas ouvert, puis recommencez."
        ) from error


def pack(book: "Workbook", on: dt.date) -> bytes:
    """Return the workbook, dated that day: the same bytes for the same content."""
    from openpyxl.writer.excel import ExcelWriter

    # openpyxl's own save stamps the clock on the document and on each entry.
    day = dt.datetime.combine(on, dt.time())
    properties = book.properties
    properties.created = properties.modified = day
    for name in ("title", "subject", "creator", "lastModifiedBy"):
        setattr(properties, name, printable(getattr(properties, name) or "") or None)
    for sheet in book.worksheets:
        for band in (sheet.oddHeader, sheet.oddFooter):
            for part in (band.left, band.center, band.right) if band else ():
                part.text = printable(part.text or "") or None
    raw, packed = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(raw, "w")).save()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
