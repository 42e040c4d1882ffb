"""What a file of one unit of a partner changes: added to the others', or put on its own place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sdpd_desktop.domain.contribution import (
    Contribution,
    ModeRetour,
    Total,
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


class ValeurContribuee(NamedTuple):
    """What an émetteur's value comes to.

    Attributes:
        valeur: What to store: the sum with the other émetteurs, or the value on its own place;
            it holds what the émetteur gave. What it replaces is looked up at its place.
        provenance: « CSP Meaux : 5 + CSP Noisiel : 12 », "" when nothing was added.
        refus: Why it cannot be stored, or "".
        connue: The émetteur gave this very value before.
        avant: What the others came to, when this one gave nothing yet: it only adds to that.
    """

    valeur: ValeurProposee
    provenance: str = ""
    refus: str = ""
    connue: bool = True
    avant: Total | None = None


class Apports:
    """The values of one unit of a partner against what its other units gave, read once."""

    def __init__(self, work: UnitOfWork, retour: RetourSummary, emetteur: str) -> None:
        self._retour, self._emetteur = retour, emetteur
        summed = emetteur and retour.mode is ModeRetour.ADDITIONNES
        self._known = work.contributions.of_retour(retour.id) if summed else {}

    def of(self, indicateur: Indicateur, valeur: ValeurProposee) -> ValeurContribuee:
        """Return what a value of the unit comes to; without a unit it stands as it is."""
        if not self._emetteur:
            return ValeurContribuee(valeur)
        given = valeur._replace(emetteur=self._emetteur, apport=valeur)
        if self._retour.mode is ModeRetour.SEPARES:
            return self._apart(given)
        key = (valeur.indicateur, valeur.periode.code, valeur.territoire, valeur.zone.value)
        others = self._known.get(key, ())
        own = _contribution(valeur, self._emetteur)
        first = all(search_key(other.emetteur) != search_key(own.emetteur) for other in others)
        try:
            total = totaliser(indicateur, remplacer(others, own))
            before = totaliser(indicateur, others) if others and first else None
        except ValidationError as error:
            return ValeurContribuee(given, refus=str(error))
        summed = given._replace(
            presence=total.presence, valeur=total.valeur, borne=total.borne,
            numerateur=total.numerateur, denominateur=total.denominateur,
        )  # fmt: skip
        known = any(replace(other, texte="", origine="", id="") == own for other in others)
        return ValeurContribuee(summed, total.provenance, connue=known, avant=before)

    def _apart(self, given: ValeurProposee) -> ValeurContribuee:
        wanted = search_key(self._emetteur)
        own = next((u for u in self._retour.emetteurs if search_key(u.nom) == wanted), None)
        if own is None or not own.territoire:
            return ValeurContribuee(
                given,
                refus=f"Les fichiers de {self._retour.nom} restent séparés, et "
                f"« {self._emetteur} » n'a pas de territoire. Donnez-le-lui dans la fiche du "
                "partenaire.",
            )
        return ValeurContribuee(given._replace(territoire=own.territoire))


def additionner(
    work: UnitOfWork, retour: RetourSummary, emetteur: str, valeurs: Sequence[ValeurProposee]
) -> tuple[ValeurContribuee, ...]:
    """Return what values come to when that unit of the partner gives them, in order."""
    plan = work.retours.retour(retour.id)[1].plan
    indicateurs = {indicateur.code: indicateur for indicateur in indicateurs_of(work, plan)}
    apports = Apports(work, retour, emetteur)
    return tuple(apports.of(indicateurs[valeur.indicateur], valeur) for valeur in valeurs)


@dataclass(frozen=True)
class ApportRecu:
    """A value that an émetteur gave, as typed, and where it came from."""

    valeur: ValeurProposee
    texte: str
    origine: str


def retenir(
    work: UnitOfWork,
    plan: str,
    retour: str,
    recus: Sequence[ApportRecu],
    importation: str | None = None,
) -> None:
    """Keep what émetteurs gave, beside the totals; values without an émetteur are left out."""
    given = [recu for recu in recus if recu.valeur.apport is not None]
    if not given:
        return
    indicateurs = {indicateur.code: indicateur.id for indicateur in indicateurs_of(work, plan)}
    places = {place.code: place.id for place in work.partenaires.territoires()}
    new = []
    for recu in given:
        apport = recu.valeur.apport
        assert apport is not None
        new.append(
            NouvelleContribution(
                indicateurs[apport.indicateur], apport.periode, places[recu.valeur.territoire],
                apport.zone,
                _contribution(apport, recu.valeur.emetteur, recu.texte, recu.origine),
            )
        )  # fmt: skip
    work.contributions.add(retour, new, importation)


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


def _contribution(
    valeur: ValeurProposee, emetteur: str, texte: str = "", origine: str = ""
) -> Contribution:
    return Contribution(
        emetteur, valeur.presence, valeur.valeur, valeur.borne, valeur.numerateur,
        valeur.denominateur, texte, origine,
    )  # fmt: skip
