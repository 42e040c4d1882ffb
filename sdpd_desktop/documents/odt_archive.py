"""Packs OpenDocument texts: the same bytes for the same content."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sdpd_desktop import __version__

_MIME = "application/vnd.oasis.opendocument.text"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
_NAMES = " ".join(f"xmlns:{name}={quoteattr(uri)}" for name, uri in _SPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Metadonnees:
    """What a file says of itself."""

    titre: str
    sujet: str
    auteur: str
    date: dt.date


def racine(nom: str, contenu: str) -> str:
    """Return a whole XML file of that root element."""
    return f'{_HEAD}<office:{nom} {_NAMES} office:version="1.3">{contenu}</office:{nom}>'


def empaqueter(contenu: str, styles: str, meta: Metadonnees, images: Mapping[str, bytes]) -> bytes:
    """Return the file of a body and its styles; ``images`` are PNG by their path in the file."""
    files: dict[str, bytes] = {
        "content.xml": contenu.encode(),
        "styles.xml": styles.encode(),
        "meta.xml": racine("document-meta", _meta(meta)).encode(),
        **images,
    }
    files["META-INF/manifest.xml"] = _manifest(files).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        # The kind of file comes first and is not compressed: that is how it is recognised.
        _add(archive, "mimetype", _MIME.encode(), zipfile.ZIP_STORED)
        for name, data in files.items():
            _add(archive, name, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes, how: int) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = how
    archive.writestr(entry, data)


def _meta(meta: Metadonnees) -> str:
    when = f"{meta.date.isoformat()}T12:00:00"
    return (
        f"<office:meta><meta:generator>SDPD Desktop {__version__}</meta:generator>"
        f"<dc:title>{escape(meta.titre)}</dc:title><dc:subject>{escape(meta.sujet)}</dc:subject>"
        f"<meta:initial-creator>{escape(meta.auteur)}</meta:initial-creator>"
        f"<dc:creator>{escape(meta.auteur)}</dc:creator><dc:language>fr-FR</dc:language>"
        f"<meta:creation-date>{when}</meta:creation-date><dc:date>{when}</dc:date></office:meta>"
    )


def _manifest(files: Mapping[str, bytes]) -> str:
    kinds = {"xml": "text/xml", "png": "image/png"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{kinds[name.rpartition(".")[2]]}"/>'
        for name in files
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" '
        f'manifest:media-type="{_MIME}"/>{entries}</manifest:manifest>'
    )
