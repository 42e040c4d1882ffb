"""What is printed of a convention: its data, what it is linked to, the office's letterhead."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.police import Police
from sdpd_desktop.domain.version_convention import LiensConvention, ValeurConvention


class DocumentConvention(StrEnum):
    """What of a convention is on paper: its text to sign, or a summary that has no force."""

    SYNTHESE = "synthese"
    TEXTE = "texte"


@dataclass(frozen=True)
class ConventionImprimee:
    """A convention ready to print.

    Attributes:
        mention: Handling mark, or "". entete: PNG or JPEG bytes, or None.
        annexes: Whether the annexes follow the document.
        arrete_le: The day its content is of: that of its filing, else that of printing.
        liens_figes: Whether what is linked is of that day too, not of that of printing.
        police: Typeface of the office, None for the one that ships.
    """

    details: ConventionDetails
    liens: LiensConvention
    indicateurs: tuple[ValeurConvention, ...]
    bureau: str
    mention: str
    entete: bytes | None
    imprime_le: dt.date
    arrete_le: dt.date
    annexes: bool
    document: DocumentConvention = DocumentConvention.SYNTHESE
    liens_figes: bool = True
    police: Police | None = None
