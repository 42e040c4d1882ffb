"""When a workbook says that it was last saved."""

import datetime as dt
import re
import zipfile
from pathlib import Path

_PARTS = {
    "docProps/core.xml": re.compile(rb"<dcterms:modified[^>]*>\s*([0-9T:.+Z-]{10,40})\s*<"),
    "meta.xml": re.compile(rb"<dc:date>\s*([0-9T:.+Z-]{10,40})\s*<"),
}
_MOST = 100_000


def enregistre_le(path: Path) -> dt.datetime | None:
    """Return the instant kept in the properties of an .xlsx, .xlsm or .ods; None without one.

    Read apart from the content, whatever the file is worth; a time without zone is UTC.
    """
    try:
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


def _instant(text: str) -> dt.datetime:
    """Read an ISO instant; fractions of a second beyond what Python takes are dropped."""
    whole = re.sub(r"(\.\d{1,6})\d*", r"\1", text)
    instant = dt.datetime.fromisoformat(whole)
    return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)
