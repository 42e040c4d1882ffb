"""Who signs: the quality in the right gender, the court as it is named, the words of a block."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from sdpd_desktop.domain.dates import format_date_longue
from sdpd_desktop.domain.texte import search_key

TRIBUNAL_JUDICIAIRE = dt.date(2020, 1, 1)
"""From that day the tribunaux de grande instance are tribunaux judiciaires."""

_FEMININS = {
    "adjoint": "adjointe",
    "chef": "cheffe",
    "commandant": "commandante",
    "conseiller": "conseillère",
    "contrôleur": "contrôleuse",
    "délégué": "déléguée",
    "départemental": "départementale",
    "directeur": "directrice",
    "général": "générale",
    "interdépartemental": "interdépartementale",
    "interrégional": "interrégionale",
    "lieutenant": "lieutenante",
    "municipal": "municipale",
    "national": "nationale",
    "préfet": "préfète",
    "premier": "première",
    "président": "présidente",
    "procureur": "procureure",
    "recteur": "rectrice",
    "régional": "régionale",
    "sous-préfet": "sous-préfète",
    "territorial": "territoriale",
    "vice-président": "vice-présidente",
    "vice-procureur": "vice-procureure",
    "zonal": "zonale",
}
_MASCULINS = {feminin: masculin for masculin, feminin in _FEMININS.items()}
_WORD = re.compile(r"[\w-]+")
# What follows belongs to the office, not to the person: « directeur de la sécurité générale ».
_OFFICE = re.compile(r"\b(?:de|du|des|près|à|au|aux|en|pour)\b|\bd['’]")
_COURT = re.compile(
    r"(?P<plural>t)ribuna(?:l|ux)\s(?:de\sgrande\sinstance|judiciaires?)", re.IGNORECASE
)
_ARTICLES = ("le ", "la ", "les ", "l'")


class Genre(StrEnum):
    """Grammatical gender of a quality (« la préfète », « le préfet »)."""

    FEMININ = "f"
    MASCULIN = "m"
    NON_DIT = ""


class ModeSignature(StrEnum):
    """In whose name the hand signs."""

    DELEGATION = "delegation"
    INTERIM = "interim"
    SUPPLEANCE = "suppleance"


FORMULES = {
    ModeSignature.DELEGATION: "et par délégation",
    ModeSignature.INTERIM: "et par intérim",
    ModeSignature.SUPPLEANCE: "et par suppléance",
}


@dataclass(frozen=True)
class Mandat:
    """Another hand that signs for the signatory.

    Attributes:
        acte: The act that allows it, e.g. « arrêté n° 2022-14 du 3 mars 2022 ».
    """

    mode: ModeSignature
    nom: str
    qualite: str
    genre: Genre
    acte: str


@dataclass(frozen=True)
class SignataireDetails:
    """Who signs for a party; ``nom`` is "" when no source gives it.

    Attributes:
        partie: Rank of the party signed for.
        rang: Place of the block among all of them.
        copreside: Blocks of co-presidents stand side by side.
        mandat: None when the signatory signs in person.
    """

    id: str
    partie: int
    rang: int
    nom: str
    qualite: str
    genre: Genre
    signe_le: dt.date | None
    copreside: bool = False
    mandat: Mandat | None = None


def accorder(texte: str, genre: Genre) -> str:
    """Return a quality in a gender, as far as its words are known: « directrice générale »."""
    table = {Genre.FEMININ: _FEMININS, Genre.MASCULIN: _MASCULINS}.get(genre)
    if table is None:
        return texte
    office = _OFFICE.search(texte)
    end = office.start() if office else len(texte)

    def agree(word: re.Match[str]) -> str:
        found = table.get(word[0].lower())
        if found is None:
            return word[0]
        return found.capitalize() if word[0][0].isupper() else found

    return _WORD.sub(agree, texte[:end]) + texte[end:]


def a_la_date(texte: str, on: dt.date) -> str:
    """Name the courts of a quality or an institution as they were called on that day."""

    def name(found: re.Match[str]) -> str:
        many = found[0].lower().startswith("tribunaux")
        if on < TRIBUNAL_JUDICIAIRE:
            words = "ribunaux de grande instance" if many else "ribunal de grande instance"
        else:
            words = "ribunaux judiciaires" if many else "ribunal judiciaire"
        return found["plural"] + words

    return _COURT.sub(name, texte)


def qualite(texte: str, genre: Genre) -> str:
    """Return a quality with its article: « La préfète de Seine-et-Marne »."""
    key = search_key(texte)
    if not key:
        return ""
    if genre is not Genre.NON_DIT and not key.startswith(_ARTICLES):
        if key[0] in "aeiouy":
            return f"L’{texte}"
        return f"{'La' if genre is Genre.FEMININ else 'Le'} {texte}"
    return texte[0].upper() + texte[1:]


@dataclass(frozen=True)
class Bloc:
    """The words of a signature block.

    Attributes:
        titre: In whose name it is signed. main: the hand that does, with its quality.
        acte: What allows it, or "". mention: who signed, when; "" before.
    """

    titre: str
    main: tuple[str, ...]
    acte: str
    mention: str


def bloc(person: SignataireDetails, on: dt.date) -> Bloc:
    """Return what a block says, courts being named as on that day."""
    mention = f"Original signé le {format_date_longue(person.signe_le)}" if person.signe_le else ""
    titre = a_la_date(qualite(person.qualite, person.genre), on)
    mandat = person.mandat
    if mandat is None:
        return Bloc(titre, (person.nom,) if person.nom else (), "", mention)
    for_whom = f"Pour {titre[:1].lower()}{titre[1:]} {FORMULES[mandat.mode]}"
    hand = a_la_date(qualite(mandat.qualite, mandat.genre), on)
    return Bloc(for_whom, tuple(t for t in (hand, mandat.nom) if t), mandat.acte, mention)
