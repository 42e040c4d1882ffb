"""What an office sets once: its name, its header image, where backups go, the look."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

SEUIL_DIFFUSION = 5


class Apparence(StrEnum):
    """The look of the window."""

    SYSTEME = "systeme"
    CLAIR = "clair"
    SOMBRE = "sombre"


@dataclass(frozen=True)
class Parametres:
    """Settings of the office, kept in its database.

    Attributes:
        auteur: Who signs the journal; "" for the name of the system account.
        entete: PNG or JPEG bytes of the office's own header image, or None.
        mention: Handling mark printed on documents that choose no other, or "".
        dossier_sauvegardes: Folder proposed for backups, or "".
        mentions: Handling marks that the office offers for its documents.
        seuil_diffusion: Counts under it are masked in what is communicable.
    """

    bureau: str
    auteur: str
    entete: bytes | None
    mention: str
    dossier_sauvegardes: str
    apparence: Apparence
    plan_courant: str
    seuil_diffusion: int = SEUIL_DIFFUSION
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Conservation:
    """How long a kind of data is kept, and why."""

    nature: str
    duree_mois: int
    point_de_depart: str
    fondement: str


@dataclass(frozen=True)
class SauvegardeSummary:
    """A backup that was made and verified."""

    chemin: str
    faite_le: dt.datetime
    taille: int
    changements: int
