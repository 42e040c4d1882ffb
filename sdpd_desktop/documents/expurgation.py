"""Finds a text in the bytes of a kept file, and takes it out without touching the rest."""

import gzip
import html
import io
import re
import zipfile
import zlib
from xml.sax.saxutils import escape

from sdpd_desktop.domain.expurgation import EXPURGE

_TAGS = re.compile(r"<[^>]*>")
_ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be")
_GZIP = b"\x1f\x8b"
_MEMBER_LIMIT = 400_000_000


def holds(octets: bytes, texte: str) -> bool:
    """Tell whether the text stands in a file, as far as it can be read."""
    try:
        if zipfile.is_zipfile(io.BytesIO(octets)):
            with zipfile.ZipFile(io.BytesIO(octets)) as archive:
                return any(_in_member(_read(archive, info), texte) for info in archive.infolist())
        return _in_plain(_unpacked(octets), texte)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, ValueError):
        return _in_plain(octets, texte)


def without(octets: bytes, texte: str) -> bytes | None:
    """Return the file with the text replaced by « [expurgé] ».

    None when that cannot be done for sure: then the whole file has to go.
    """
    try:
        if zipfile.is_zipfile(io.BytesIO(octets)):
            clean = _clean_archive(octets, texte)
        elif octets.startswith(_GZIP):
            clean = gzip.compress(_clean_plain(gzip.decompress(octets), texte), mtime=0)
        elif b"\x00" in octets[:4096] or octets.startswith(b"%PDF"):
            return None  # An old binary workbook, a PDF: lengths inside would no longer be true.
        else:
            clean = _clean_plain(octets, texte)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, ValueError):
        return None
    return None if holds(clean, texte) else clean


def _clean_archive(octets: bytes, texte: str) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(octets)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for info in archive.infolist():
            data = _read(archive, info)
            for spelling in _spellings(texte):
                data = data.replace(spelling.encode(), EXPURGE.encode())
            fresh = zipfile.ZipInfo(info.filename, info.date_time)
            fresh.compress_type = info.compress_type
            written.writestr(fresh, data)
    return out.getvalue()


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > _MEMBER_LIMIT:
        raise ValueError("member too big")
    return archive.read(info)


def _clean_plain(octets: bytes, texte: str) -> bytes:
    for encoding in _ENCODINGS[:2]:
        try:
            octets = octets.replace(texte.encode(encoding), EXPURGE.encode(encoding))
        except UnicodeEncodeError:
            continue
    return octets


def _spellings(texte: str) -> tuple[str, ...]:
    """Return the ways XML may write the text, those that escape most first."""
    quoted = {"'": "&apos;", '"': "&quot;"}
    numbered = {"'": "&#39;", '"': "&#34;"}
    found = [escape(texte, quoted), escape(texte, numbered), escape(texte), texte]
    found += [spelling.replace("\n", "&#10;") for spelling in found]
    found += [s.encode("ascii", "xmlcharrefreplace").decode() for s in found]
    return tuple(dict.fromkeys(found))


def _in_member(data: bytes, texte: str) -> bool:
    if _in_plain(data, texte):
        return True
    # A text whose parts are styled apart is cut by tags: a name may stand there all the same.
    bare = html.unescape(_TAGS.sub("", data.decode("utf-8", "replace")))
    return texte in bare


def _in_plain(data: bytes, texte: str) -> bool:
    for encoding in _ENCODINGS:
        try:
            if texte.encode(encoding) in data:
                return True
        except UnicodeEncodeError:
            continue
    return False


def _unpacked(octets: bytes) -> bytes:
    return gzip.decompress(octets) if octets.startswith(_GZIP) else octets
