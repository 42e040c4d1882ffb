"""When a workbook says that it was last saved."""

import datetime as dt
import re
import struct
import zipfile
from pathlib import Path

from sdpd_desktop.documents.classeur_xls import OLE
from sdpd_desktop.documents.preflight import MAX_BYTES

_PARTS = {
    "docProps/core.xml": re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:.+Z-]{10,40})\s*<"),
    "meta.xml": re.compile(rb"<dc:date>\s*([0-9T:.+Z-]{10,40})\s*<"),
}
_MOST = 100_000
_SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
"""What the properties of an .xls begin with, 28 bytes into their stream."""
_BEFORE, _SAVED, _FILETIME, _MOST_PROPERTIES = 28, 13, 0x40, 64
_EPOCH = dt.datetime(1601, 1, 1, tzinfo=dt.UTC)


def enregistre_le(path: Path) -> dt.datetime | None:
    """Return the instant kept in the properties of an .xlsx, .xlsm, .ods or .xls; None without.

    Read apart from the content, whatever the file is worth; a time without zone is UTC.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(OLE)) == OLE:
                return _of_xls(file.read(MAX_BYTES))
        with zipfile.ZipFile(path) as archive:
            for name, pattern in _PARTS.items():
                if name not in archive.NameToInfo:
                    continue
                with archive.open(name) as part:
                    found = pattern.search(part.read(_MOST))
                if found:
                    return _instant(found[1].decode("ascii"))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError):
        return None  # Broken archives are refused elsewhere, with their reason.
    return None


def _of_xls(octets: bytes) -> dt.datetime | None:
    """Return when the properties say that an .xls was saved; None if they lie apart or are none."""
    start = octets.find(_SUMMARY) - _BEFORE
    if start < -_BEFORE:
        return None
    try:
        (section,) = struct.unpack_from("<I", octets, start + _BEFORE + len(_SUMMARY))
        _size, count = struct.unpack_from("<II", octets, start + section)
        for rank in range(min(count, _MOST_PROPERTIES)):
            name, place = struct.unpack_from("<II", octets, start + section + 8 * (rank + 1))
            if name == _SAVED:
                kind, ticks = struct.unpack_from("<IQ", octets, start + section + place)
                saved = _EPOCH + dt.timedelta(microseconds=ticks // 10)
                return saved if kind == _FILETIME and ticks else None
    except (struct.error, OverflowError):
        return None
    return None


def _instant(text: str) -> dt.datetime:
    """Read an ISO instant; fractions of a second beyond what Python takes are dropped."""
    whole = re.sub(r"(\.\d{1,6})\d*", r"\1", text)
    instant = dt.datetime.fromisoformat(whole)
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
