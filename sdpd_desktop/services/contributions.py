"""What a file of one unit of a partner changes: added to the others', or put on its own place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sdpd_desktop.domain.contribution import (
    Contribution,
    ModeRetour,
    remplacer,
    totaliser,
)
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.importation import ValeurProposee
from sdpd_desktop.domain.indicateur import Indicateur
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.retour import RetourSummary
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.persistence.contributions import NouvelleContribution
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import find, indicateurs_of


@dataclass(frozen=True)
class ValeurContribuee:
    """What an émetteur's value comes to.

    Attributes:
        valeur: What to store: the sum with the other émetteurs, or the value on its own place.
        apport: What the émetteur gave.
        provenance: « CSP Noisiel : 12 + CSP Meaux : 5 », "" when nothing was added.
        refus: Why it cannot be added; ``valeur`` is what was given then, not to be stored.
    """

    valeur: ValeurProposee
    apport: ValeurProposee
    provenance: str = ""
    refus: str = ""


def additionner(
    work: UnitOfWork, retour: RetourSummary, emetteur: str, valeurs: Sequence[ValeurProposee]
) -> tuple[ValeurContribuee, ...]:
    """Return what values come to when that unit of the partner gives them, in order.

    Without an émetteur they are the partner's own and stand as they are. The caller looks up
    what is stored at the place of the result, which may be another than the one given.
    """
    if not emetteur:
        return tuple(ValeurContribuee(valeur, valeur) for valeur in valeurs)
    if retour.mode is ModeRetour.SEPARES:
        return tuple(_apart(retour, emetteur, valeur) for valeur in valeurs)
    known = work.contributions.of_retour(retour.id)
    plan = work.retours.retour(retour.id)[1].plan
    indicateurs = {indicateur.code: indicateur for indicateur in indicateurs_of(work, plan)}
    found = []
    for valeur in valeurs:
        key = (valeur.indicateur, valeur.periode.code, valeur.territoire, valeur.zone.value)
        others = known.get(key, ())
        found.append(_sum(indicateurs[valeur.indicateur], valeur, others, emetteur))
    return tuple(found)


def retenir(
    work: UnitOfWork,
    retour: str,
    emetteur: str,
    apports: Sequence[tuple[ValeurProposee, str, str]],
    importation: str | None = None,
) -> None:
    """Keep what an émetteur gave: each value with its text as typed and where it came from."""
    if not emetteur:
        return
    plan = work.retours.retour(retour)[1].plan
    indicateurs = {indicateur.code: indicateur.id for indicateur in indicateurs_of(work, plan)}
    places = {place.code: place.id for place in work.partenaires.territoires()}
    work.contributions.add(
        retour,
        [
            NouvelleContribution(
                indicateurs[apport.indicateur], apport.periode, places[apport.territoire],
                apport.zone, _contribution(apport, emetteur, texte, origine),
            )
            for apport, texte, origine in apports
        ],
        importation,
    )  # fmt: skip


class ContributionService:
    """What the totals of partners are made of."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def de_valeur(
        self, plan: str, designation: str, periode: Periode, territoire: str = "",
        zone: Zone = Zone.ENSEMBLE,
    ) -> tuple[tuple[str, Contribution], ...]:  # fmt: skip
        """Return what a value is the sum of: code of the partner and contribution.

        Raises:
            NotFoundError: No such plan, indicator or territory.
        """
        with self._ground.database.read() as work:
            indicateur = find(indicateurs_of(work, plan), plan, designation)
            place = work.partenaires.territoire_row(territoire or work.plans.territoire_code(plan))
            return work.contributions.of_value(indicateur.id, periode, place.id, zone)


def _apart(retour: RetourSummary, emetteur: str, valeur: ValeurProposee) -> ValeurContribuee:
    wanted = search_key(emetteur)
    own = next((unit for unit in retour.emetteurs if search_key(unit.nom) == wanted), None)
    if own is None or not own.territoire:
        return ValeurContribuee(
            valeur, valeur,
            refus=f"Les fichiers de {retour.nom} restent séparés, et « {emetteur} » n'a pas de "
            "territoire. Donnez-le-lui dans la fiche du partenaire.",
        )  # fmt: skip
    moved = replace(valeur, territoire=own.territoire)
    return ValeurContribuee(moved, moved)


def _sum(
    indicateur: Indicateur,
    valeur: ValeurProposee,
    others: Sequence[Contribution],
    emetteur: str,
) -> ValeurContribuee:
    try:
        total = totaliser(indicateur, remplacer(others, _contribution(valeur, emetteur)))
    except ValidationError as error:
        return ValeurContribuee(valeur, valeur, refus=str(error))
    summed = replace(
        valeur, presence=total.presence, valeur=total.valeur, borne=total.borne,
        numerateur=total.numerateur, denominateur=total.denominateur,
    )  # fmt: skip
    return ValeurContribuee(summed, valeur, total.provenance)


def _contribution(
    valeur: ValeurProposee, emetteur: str, texte: str = "", origine: str = ""
) -> Contribution:
    return Contribution(
        emetteur, valeur.presence, valeur.valeur, valeur.borne, valeur.numerateur,
        valeur.denominateur, texte, origine,
    )  # fmt: skip
