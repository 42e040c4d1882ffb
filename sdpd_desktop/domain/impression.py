"""What is printed of a convention: its data and the state of what it is linked to."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.plan import ActionDetails
from sdpd_desktop.domain.police import Police
from sdpd_desktop.domain.rapport import Filtre
from sdpd_desktop.domain.version_convention import ValeurConvention


class DocumentConvention(StrEnum):
    """What of a convention is on paper: its text to sign, or a summary that has no force."""

    SYNTHESE = "synthese"
    TEXTE = "texte"


@dataclass(frozen=True)
class ConventionImprimee:
    """A convention ready to print.

    Attributes:
        annexes: Whether the annexes follow the summary.
        sources: Legend of the documents quoted: their number and what they are.
        contacts: By code of partner, whom to write to.
        valeurs_au: The day its values were frozen, None for that of printing.
        mention: Handling mark, or "". entete: PNG or JPEG bytes, or None.
        police: Typeface of the office, None for the one that ships.
    """

    details: ConventionDetails
    actions: tuple[ActionDetails, ...]
    indicateurs: tuple[ValeurConvention, ...]
    bureau: str
    mention: str
    entete: bytes | None
    imprime_le: dt.date
    annexes: bool
    sources: tuple[Filtre, ...] = ()
    document: DocumentConvention = DocumentConvention.SYNTHESE
    valeurs_au: dt.date | None = None
    contacts: tuple[tuple[str, Contact], ...] = ()
    police: Police | None = None

    @property
    def arrete_le(self) -> dt.date:
        """The day its values are of."""
        return self.valeurs_au or self.imprime_le
