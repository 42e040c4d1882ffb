"""The typeface that an office gives its documents, and the signs that it must draw."""

import string
from dataclasses import dataclass, field

_ACCENTUEES = "àâäçéèêëîïôöùûüÿæœ"
SIGNES = frozenset(
    f"{string.ascii_letters}{string.digits}{string.punctuation} \u00a0"
    f"{_ACCENTUEES}{_ACCENTUEES.upper()}ÀÇÉÈ«»’‘“”–—…•·°€²³×−≤≥"
)
"""What any document may hold: a typeface without one of them could not print it."""


@dataclass(frozen=True)
class Police:
    """A typeface of the office: TrueType files.

    Attributes:
        nom: The family, as the files call it.
    """

    nom: str
    romain: bytes = field(repr=False)
    gras: bytes = field(repr=False)
    italique: bytes = field(repr=False)
