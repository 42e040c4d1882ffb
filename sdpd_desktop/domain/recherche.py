"""What a search over everything finds."""

from dataclasses import dataclass
from enum import StrEnum


class NatureTrouvaille(StrEnum):
    """Kinds of things found, in the order they are shown."""

    ACTION = "action"
    MESURE = "mesure"
    OBJECTIF = "objectif"
    INDICATEUR = "indicateur"
    CONVENTION = "convention"
    PARTENAIRE = "partenaire"
    TERRITOIRE = "territoire"
    INSTANCE = "instance"
    REMARQUE = "remarque"


@dataclass(frozen=True)
class Trouvaille:
    """One result; ``plan`` and ``code`` say where it is."""

    nature: NatureTrouvaille
    plan: str
    code: str
    titre: str
    contexte: str
