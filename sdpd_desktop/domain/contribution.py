"""Several files of one partner for one return: added up, or kept apart by place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sdpd_desktop.domain.calcul import Terme, additionner, manquant, sommable
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.indicateur import Borne, Indicateur, Presence
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.texte import NBSP, search_key


class ModeRetour(StrEnum):
    """What the files of one partner's units (CSP, compagnies) are to each other.

    ADDITIONNES the value of the partner is the sum of what each unit gives · SEPARES the values
    of each unit are those of its own territory.
    """

    ADDITIONNES = "additionnes"
    SEPARES = "separes"


@dataclass(frozen=True)
class Contribution:
    """What one émetteur gave for a value: the latest, since a newer file replaces its own.

    Attributes:
        texte: As typed.
        origine: The file and cell, or « téléphone, 12/07/2022, chef du bureau ».
        id: Of the stored row; "" until it is.
    """

    emetteur: str
    presence: Presence
    valeur: Decimal | None
    borne: Borne = Borne.EXACTE
    numerateur: Decimal | None = None
    denominateur: Decimal | None = None
    texte: str = ""
    origine: str = ""
    id: str = ""


@dataclass(frozen=True)
class Total:
    """The sum of contributions; without a value when one of them says that it has none.

    Attributes:
        provenance: Each contribution in words, « CSP Noisiel : 12 + CSP Meaux : 5 ».
        manquants: The émetteurs whose value is missing: it is not zero.
    """

    presence: Presence
    valeur: Decimal | None
    borne: Borne
    numerateur: Decimal | None
    denominateur: Decimal | None
    provenance: str
    manquants: tuple[str, ...]


def totaliser(indicateur: Indicateur, contributions: Sequence[Contribution]) -> Total:
    """Add up what the émetteurs gave; one to whom it does not apply adds nothing.

    Raises:
        ValidationError: Values of this kind do not add up.
    """
    ordered = sorted(contributions, key=lambda given: search_key(given.emetteur))
    _check_sums(indicateur, ordered)
    terme = additionner(indicateur.titre, [_terme(given) for given in ordered], indicateur)
    return Total(
        terme.presence, terme.valeur, terme.borne, terme.numerateur, terme.denominateur,
        " + ".join(dire(given) for given in ordered), terme.manquants,
    )  # fmt: skip


def dire(contribution: Contribution) -> str:
    """Return « CSP Noisiel : 12 », or why it gives no number."""
    match contribution.presence:
        case Presence.VALEUR:
            said = format_nombre(contribution.valeur)
            if contribution.denominateur is not None:
                top = format_nombre(contribution.numerateur)
                said = f"{top}/{format_nombre(contribution.denominateur)}"
        case Presence.NON_APPLICABLE:
            said = "sans objet"
        case _:
            said = "non renseigné"
    return f"{contribution.emetteur}{NBSP}: {said}"


def remplacer(
    contributions: Iterable[Contribution], nouvelle: Contribution
) -> tuple[Contribution, ...]:
    """Return the contributions with the one of the same émetteur replaced, or the new one added."""
    own = search_key(nouvelle.emetteur)
    others = (given for given in contributions if search_key(given.emetteur) != own)
    return (*others, nouvelle)


def _terme(contribution: Contribution) -> Terme:
    if contribution.presence is Presence.NON_RENSEIGNE:
        return manquant(contribution.emetteur, [contribution.emetteur])
    return Terme(
        contribution.emetteur, contribution.valeur, contribution.presence, contribution.borne,
        contribution.numerateur, contribution.denominateur,
    )  # fmt: skip


def _check_sums(indicateur: Indicateur, contributions: Sequence[Contribution]) -> None:
    counted = [given for given in contributions if given.presence is Presence.VALEUR]
    if len(counted) < 2 or sommable(indicateur):
        return
    lacking = [given.emetteur for given in counted if not given.denominateur]
    if not lacking:
        return
    names = ", ".join(lacking)
    if indicateur.unite == "%":
        raise ValidationError(
            "valeur",
            f"{indicateur.chiffre} est une part : des pourcentages ne s'additionnent pas. "
            f"Demandez ses deux termes, comme 30/40, à {names}.",
        )
    raise ValidationError(
        "valeur",
        f"{indicateur.chiffre} ne s'additionne pas d'un service à l'autre (reçu de "
        f"{names}). Gardez les fichiers séparés, ou une seule réponse pour le partenaire.",
    )
