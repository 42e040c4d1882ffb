"""Typefaces of an office, made of the one that ships: other names, other rights, fewer signs."""

import io
from collections.abc import Collection
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from sdpd_desktop.assets import asset_path

FAMILLE = "Police du bureau"
_STYLES = {"Regular": "Regular", "Bold": "Bold", "It": "Italic"}


@cache
def fichier(
    style: str, famille: str = FAMILLE, rights: int = 0, sans: Collection[str] = ()
) -> bytes:
    """Return a face – « Regular », « Bold » or « It » –, which does not draw ``sans``."""
    path = asset_path("resources", "fonts", "source-sans-3", f"SourceSans3-{style}.ttf")
    font = TTFont(path, recalcTimestamp=False)
    for record in font["name"].names:
        named = {1: famille, 2: _STYLES[style], 4: f"{famille} {style}"}
        named |= {6: f"{famille.replace(' ', '')}-{style}", 16: famille, 17: _STYLES[style]}
        if record.nameID in named:
            record.string = named[record.nameID]
    font["OS/2"].fsType = rights
    for table in font["cmap"].tables:
        for sign in sans:
            getattr(table, "cmap", {}).pop(ord(sign), None)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def fichiers(famille: str = FAMILLE) -> list[tuple[str, bytes]]:
    """Return the three files of a typeface, in no useful order."""
    return [(f"{style}.ttf", fichier(style, famille)) for style in ("It", "Regular", "Bold")]


def ecrire(folder: Path, famille: str = FAMILLE) -> list[Path]:
    """Write them as files."""
    paths = [folder / nom for nom, _ in fichiers(famille)]
    for path, (_, octets) in zip(paths, fichiers(famille), strict=True):
        path.write_bytes(octets)
    return paths
