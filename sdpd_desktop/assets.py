"""Finds shipped files that are not Python modules."""

from pathlib import Path

_PACKAGE_DIR = Path(__file__).resolve().parent


def asset_path(*parts: str) -> Path:
    """Return the path of a shipped file, in a checkout, a wheel or a frozen bundle.

    The wheel and the bundle both copy ``ui/``, ``db/`` and ``resources/`` to
    ``sdpd_desktop/_data/``; a checkout reads them from the repository root.

    Raises:
        FileNotFoundError: The file is missing, so the build is broken.
    """
    for root in (_PACKAGE_DIR / "_data", _PACKAGE_DIR.parent):
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("/".join(parts))
