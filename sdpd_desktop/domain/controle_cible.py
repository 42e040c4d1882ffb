"""What a target must obey before it is stored: a rule that its indicator can follow."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Protocol

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import NatureCible
from sdpd_desktop.domain.nombre import JALON

SANS_CIBLE = frozenset({NatureCible.DIRECTION, NatureCible.SUIVI, NatureCible.CONTEXTE})
DEPUIS_LE_DEPART = frozenset({NatureCible.AJOUTER, NatureCible.MULTIPLIER})


class CiblePosee(Protocol):
    """A dated target, stored or not yet."""

    @property
    def valeur(self) -> Decimal | None:
        """N of the rule."""

    @property
    def echeance(self) -> dt.date | None:
        """Date it is due."""

    @property
    def debut(self) -> dt.date | None:
        """First day that counts."""


def verifier_cibles(
    nature: NatureCible,
    cibles: Sequence[CiblePosee],
    unite: str,
    sites: Sequence[str],
    depart: Decimal | None,
    termes: tuple[str, str],
) -> None:
    """Check that a rule has what it needs; ``termes`` say what a share divides.

    Raises:
        ValidationError: The first thing that is missing, with what to do.
    """
    if nature in SANS_CIBLE and cibles:
        raise ValidationError(
            "cibles", "Cette règle n'a pas de cible datée : retirez-la ou changez de règle."
        )
    if nature not in SANS_CIBLE and not cibles:
        raise ValidationError("cibles", "Cette règle demande une cible : ajoutez-en une.")
    if (nature is NatureCible.LISTE) != bool(sites):
        raise ValidationError(
            "sites", "Des lieux nommés vont avec la règle « lieux nommés », et elle seule."
        )
    if nature in DEPUIS_LE_DEPART and depart is None:
        raise ValidationError(
            "depart", "Cette règle part d'une valeur connue : donnez la valeur de départ."
        )
    if nature is NatureCible.COUVRIR and not all(termes):
        raise ValidationError(
            "denominateur" if termes[0] else "numerateur",
            "Une part rapporte deux nombres : dites ce que comptent le numérateur et le "
            "dénominateur.",
        )
    _check_unite(nature, unite)
    for cible in cibles:
        _check_cible(cible)


def _check_unite(nature: NatureCible, unite: str) -> None:
    if (nature is NatureCible.JALON) != (unite == JALON):
        raise ValidationError(
            "unite", f"L'unité « {JALON} » va avec la règle « livrable », et elle seule."
        )
    if nature is NatureCible.COUVRIR and unite != "%":
        raise ValidationError("unite", "Une part d'une population s'exprime en %.")


def _check_cible(cible: CiblePosee) -> None:
    if cible.valeur is None:
        raise ValidationError(
            "cibles", "Une cible sans valeur ne peut pas être suivie : donnez son nombre."
        )
    if cible.debut and cible.echeance and cible.debut > cible.echeance:
        raise ValidationError("cibles", "Une cible commence après son échéance.")
