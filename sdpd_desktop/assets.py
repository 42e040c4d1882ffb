"""Locates files that ship with the application but are not Python modules."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset_path(*parts: str) -> Path:
    """Return the path of a shipped file, in a checkout, a wheel or a frozen bundle.

    The wheel and the bundle hold ``ui/``, ``db/`` and ``resources/`` under
    ``sdpd_desktop/_data/``; a checkout has them at the top of the repository.

    Raises:
        FileNotFoundError: The file is missing, so the build is broken.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent):
        candidate = root.joinpath(*parts)
        if candidate.exists():
            return candidate
    raise FileNotFoundError("/".join(parts))
