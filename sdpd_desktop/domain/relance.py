"""A reminder to a partner whose return is late: what is missing, to whom, by when."""

import datetime as dt
from dataclasses import dataclass

from sdpd_desktop.domain.partenaire import Contact
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.police import Police
from sdpd_desktop.domain.retour import LigneCatalogue


@dataclass(frozen=True)
class Relance:
    """What a letter and a mail of reminder say.

    Attributes:
        rang: 1 for the first reminder of that return.
        incomplet: Something came back, but not all of it.
        manquants: What is still awaited.
        classeurs: Names of the workbooks that go with it.
        mention: Handling mark, or "". entete: PNG or JPEG bytes, or None.
        police: Typeface of the office, None for the one that ships.
    """

    partenaire: str
    partenaire_nom: str
    contact: Contact
    plan: str
    plan_titre: str
    periode: Periode
    echeance: dt.date | None
    le: dt.date
    rang: int
    incomplet: bool
    manquants: tuple[LigneCatalogue, ...]
    classeurs: tuple[str, ...]
    bureau: str
    mention: str
    entete: bytes | None
    police: Police | None = None

    @property
    def nom_fichier(self) -> str:
        """Name of its files, without suffix."""
        return f"{self.plan}_{self.periode.code}_{self.partenaire}_relance"

    @property
    def objet(self) -> str:
        """What it is about, in a line."""
        which = "Relance" if self.rang == 1 else f"{self.rang}e relance"
        return f"{which} – {self.plan_titre or self.plan} – {self.periode.libelle}"
