"""Where a value comes from: who gave it and when, and the row of the file as received."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class EtatFichier(StrEnum):
    """What is left of the file that a value came from."""

    AUCUN = "aucun"
    CONSERVE = "conserve"
    TROP_GROS = "trop_gros"
    EXPURGE = "expurge"
    EXPURGE_EN_PARTIE = "expurge_en_partie"
    PROPOSE = "propose"

    @property
    def lisible(self) -> bool:
        """Tell whether the row can be read again."""
        return self in (EtatFichier.CONSERVE, EtatFichier.EXPURGE_EN_PARTIE, EtatFichier.PROPOSE)


@dataclass(frozen=True)
class FichierRecu:
    """A file that was taken in, or is proposed.

    Attributes:
        empreinte: SHA-256 of the bytes as received; "" when there is no file.
        suite: Who expunged it, when and why; "" when nobody did.
        chemin: Where a file that is only proposed stands; None for one taken in.
    """

    etat: EtatFichier
    nom: str = ""
    empreinte: str = ""
    taille: int = 0
    recu_le: dt.datetime | None = None
    suite: str = ""
    chemin: Path | None = None


AUCUN_FICHIER = FichierRecu(EtatFichier.AUCUN)


@dataclass(frozen=True)
class Provenance:
    """Where a value, or a status that was imported, comes from.

    Attributes:
        objet: What the journal calls it. pourquoi: the gesture that brought it in.
        texte: As typed. source: who gave it. changement: None when the journal does not tell.
        saisi_le: When it was stored; None while it is only proposed.
    """

    objet: str
    auteur: str
    saisi_le: dt.datetime | None
    pourquoi: str
    source: str
    commentaire: str
    changement: int | None
    fichier: FichierRecu
    feuille: str
    cellule: str
    texte: str


@dataclass(frozen=True)
class CelluleRecue:
    """A cell of the row, under the heading of its column.

    Attributes:
        marques: « fusionnée A1:B2 » and the like. visee: True for the cell asked about.
    """

    adresse: str
    titre: str
    texte: str
    format: str
    marques: tuple[str, ...]
    visee: bool


@dataclass(frozen=True)
class LigneRecue:
    """A row of a received file.

    Attributes:
        marques: Sentences: the row or its sheet is hidden.
    """

    feuille: str
    numero: int
    cellules: tuple[CelluleRecue, ...]
    marques: tuple[str, ...]
