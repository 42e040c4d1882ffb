"""What a partner means by its words: « néant », a label, a place; asked once, then remembered."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.indicateur import Presence
from sdpd_desktop.domain.nombre import lire_saisie, mot_sans_valeur
from sdpd_desktop.domain.texte import search_key


class NatureTerme(StrEnum):
    """What a word stands for."""

    VALEUR = "valeur"
    INDICATEUR = "indicateur"
    MESURE = "mesure"
    TERRITOIRE = "territoire"
    ZONE = "zone"


class SensValeur(StrEnum):
    """What a word written in the place of a number means; an « état néant » has nothing to tell."""

    ZERO = "zero"
    NON_RENSEIGNE = "non_renseigne"
    NON_APPLICABLE = "non_applicable"
    ETAT_NEANT = "etat_neant"


SENS_VALEUR = {
    SensValeur.ZERO: "zéro",
    SensValeur.NON_RENSEIGNE: "non renseigné",
    SensValeur.NON_APPLICABLE: "non applicable",
    SensValeur.ETAT_NEANT: "état néant, rien à enregistrer",
}


@dataclass(frozen=True)
class TermeInconnu:
    """A word whose meaning only the partner, or the office, knows.

    Attributes:
        terme: As typed.
        choix: The codes it can stand for: of a meaning, an indicateur, a mesure, a territoire.
    """

    nature: NatureTerme
    terme: str
    choix: tuple[str, ...]

    @property
    def cle(self) -> str:
        """What it is remembered by."""
        if self.nature is NatureTerme.VALEUR:
            return mot_sans_valeur(self.terme)
        return search_key(self.terme)


@dataclass(frozen=True)
class Terme:
    """A word of a partner and the meaning agreed.

    Attributes:
        terme: Its key: without accents or case.
        sens: The code it stands for.
    """

    id: str
    partenaire: str
    nature: NatureTerme
    terme: str
    sens: str
    convenu_le: dt.date


Lexique = dict[tuple[NatureTerme, str], str]


def lexique_de(termes: tuple[Terme, ...]) -> Lexique:
    """Return the meanings of one partner by nature and key of the word."""
    return {(terme.nature, terme.terme): terme.sens for terme in termes}


def sens_usuel(mot: str) -> SensValeur:
    """Return what most partners mean by a word: proposed, never taken for granted."""
    if mot == "0 ?":
        return SensValeur.ZERO
    if lire_saisie(mot, "", 0).presence is Presence.NON_APPLICABLE:
        return SensValeur.NON_APPLICABLE
    return SensValeur.NON_RENSEIGNE
