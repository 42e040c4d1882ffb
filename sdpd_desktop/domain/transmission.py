"""What a partner said by mail, by letter or by telephone, typed on its behalf."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.importation import Ligne
from sdpd_desktop.domain.retour import EtatRetour, LigneDemandee

LONGEST = 120


class Canal(StrEnum):
    """How it came."""

    COURRIEL = "courriel"
    COURRIER = "courrier"
    TELEPHONE = "telephone"


CANAUX = {
    Canal.COURRIEL: "courriel",
    Canal.COURRIER: "courrier",
    Canal.TELEPHONE: "téléphone",
}


@dataclass(frozen=True)
class Transmission:
    """How values came, when, and from which function: never from whom by name.

    Attributes:
        emetteur: The unit of the partner that answers, or "".
    """

    canal: Canal
    recue_le: dt.date
    fonction: str
    emetteur: str = ""

    def __str__(self) -> str:
        return f"{CANAUX[self.canal]}, {format_date(self.recue_le)}, {self.fonction}"

    def check(self, ouverte_le: dt.date, today: dt.date) -> None:
        """Refuse what cannot be.

        Raises:
            ValidationError: Names the field.
        """
        if not self.fonction.strip():
            raise ValidationError(
                "fonction",
                "Dites la fonction de qui a donné ces réponses, comme « chef du bureau "
                "partenariat ». N'écrivez pas de nom.",
            )
        if len(self.fonction) > LONGEST:
            raise ValidationError("fonction", f"La fonction tient en {LONGEST} signes.")
        if self.recue_le > today:
            raise ValidationError("recue_le", f"Le {format_date(self.recue_le)} est dans le futur.")
        if self.recue_le < ouverte_le:
            raise ValidationError(
                "recue_le",
                f"La campagne est ouverte depuis le {format_date(ouverte_le)} : les réponses "
                "ne peuvent pas être arrivées avant.",
            )


@dataclass(frozen=True)
class SaisieTransmise:
    """What was typed in one cell of a return: statut, fait_le, note, valeur or commentaire."""

    cle: LigneDemandee
    colonne: str
    texte: str


@dataclass(frozen=True)
class LigneTransmise:
    """What becomes of the cells typed in a row."""

    cle: LigneDemandee
    ligne: Ligne


@dataclass(frozen=True)
class ResultatTransmission:
    """What was stored, and the rows that were not, with their reason.

    Attributes:
        changement: None when nothing was stored.
        neant: The state of the return when all that was typed is « état néant », else None.
    """

    changement: int | None
    enregistrees: int
    restantes: tuple[LigneTransmise, ...]
    neant: EtatRetour | None = None
