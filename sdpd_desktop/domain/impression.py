"""What is printed of a convention: its data and the state of what it is linked to."""

import datetime as dt
from dataclasses import dataclass

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.plan import ActionDetails
from sdpd_desktop.domain.rapport import Filtre


@dataclass(frozen=True)
class ConventionImprimee:
    """A convention ready to print.

    Attributes:
        annexes: Whether the annexes follow the summary.
        sources: Legend of the documents quoted: their number and what they are.
        mention: Handling mark, or "". entete: PNG or JPEG bytes, or None.
    """

    details: ConventionDetails
    actions: tuple[ActionDetails, ...]
    indicateurs: tuple[SuiviIndicateur, ...]
    bureau: str
    mention: str
    entete: bytes | None
    imprime_le: dt.date
    annexes: bool
    sources: tuple[Filtre, ...] = ()
