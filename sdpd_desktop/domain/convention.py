"""Conventions: parties, signatories, annexes, and the states they go through."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.plan import Remarque

RENEWAL_WARNING = dt.timedelta(days=183)


class NatureConvention(StrEnum):
    """Kinds of convention."""

    CLCT = "clct"
    CROSS = "cross"
    PARTICIPATION_CITOYENNE = "participation_citoyenne"
    RAPPEL_ORDRE = "rappel_ordre"
    SECURITE_RURALE = "securite_rurale"
    COORDINATION = "coordination"
    PROTOCOLE = "protocole"
    CSI = "csi"
    AUTRE = "autre"


class EtatConvention(StrEnum):
    """Where a convention stands."""

    BROUILLON = "brouillon"
    A_SIGNER = "a_signer"
    SIGNEE = "signee"
    EN_VIGUEUR = "en_vigueur"
    ECHUE = "echue"
    DENONCEE = "denoncee"


SIGNABLES = (EtatConvention.BROUILLON, EtatConvention.A_SIGNER)


class Genre(StrEnum):
    """Grammatical gender of a quality (« la préfète », « le préfet »)."""

    FEMININ = "f"
    MASCULIN = "m"
    NON_DIT = ""


class ContenuAnnexe(StrEnum):
    """What an annex is made of."""

    ACTIONS = "actions"
    INDICATEURS = "indicateurs"
    COMPOSITION = "composition"
    CONTACTS = "contacts"


@dataclass(frozen=True)
class PartieDetails:
    """One party; ``partenaire`` is its code in the directory, or ""."""

    rang: int
    institution: str
    partenaire: str


@dataclass(frozen=True)
class SignataireDetails:
    """Who signs for a party; ``nom`` is "" when no source gives it."""

    id: str
    partie: int
    rang: int
    nom: str
    qualite: str
    genre: Genre
    signe_le: dt.date | None


@dataclass(frozen=True)
class AnnexeDetails:
    """An annex made from what the database holds."""

    numero: int
    titre: str
    contenu: ContenuAnnexe


@dataclass(frozen=True)
class AvenantDetails:
    """A later agreement that changes the convention."""

    numero: int
    objet: str
    signe_le: dt.date | None


@dataclass(frozen=True)
class ConventionSummary:
    """One line of the register."""

    id: str
    version: int
    code: str
    nature: NatureConvention
    titre: str
    plan: str
    territoire: str
    parties: str
    etat: EtatConvention
    etat_le: dt.date | None
    fin: dt.date | None

    def a_renouveler(self, on: dt.date) -> bool:
        """Tell whether it ends within six months of that day."""
        living = self.etat in (EtatConvention.SIGNEE, EtatConvention.EN_VIGUEUR)
        return living and self.fin is not None and self.fin - on <= RENEWAL_WARNING


@dataclass(frozen=True)
class ConventionDetails:
    """A whole convention.

    Attributes:
        champs: Fields of action, as short words.
        actions: (plan, code) of the actions it serves.
        indicateurs: (plan, code) of the indicators it reports.
        signature_lieu: Where it was signed, or is to be.
    """

    resume: ConventionSummary
    objet: str
    champs: tuple[str, ...]
    territoire_nom: str
    presidence: str
    publiee: bool
    signature_lieu: str
    signature_prevue: dt.datetime | None
    signee_le: dt.date | None
    debut: dt.date | None
    source: str
    parties: tuple[PartieDetails, ...]
    signataires: tuple[SignataireDetails, ...]
    annexes: tuple[AnnexeDetails, ...]
    avenants: tuple[AvenantDetails, ...]
    actions: tuple[tuple[str, str], ...]
    indicateurs: tuple[tuple[str, str], ...]
    remarques: tuple[Remarque, ...]
