"""Reads indicators, records their values, changes their state and their settings."""

import datetime as dt
from collections.abc import Sequence

from sdpd_desktop.domain.errors import ConfirmationError, ValidationError
from sdpd_desktop.domain.grille import ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import (
    Consolidation,
    Indicateur,
    Observation,
    Reglages,
    SuiviIndicateur,
)
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, parse_periode
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.taux_valeur import TauxValeur, taux_des_valeurs
from sdpd_desktop.services import etats, reglages
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import (
    find,
    indicateurs_of,
    releve_of,
    suivis_of,
)
from sdpd_desktop.services.saisies import Precisions, store

MAX_YEARS = 30


class IndicateurService:
    """Indicators by code or by reference in the sources (K33)."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self, plan: str) -> tuple[Indicateur, ...]:
        """Return the indicators of a plan in natural order.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            return indicateurs_of(work, plan)

    def get(self, plan: str, designation: str) -> Indicateur:
        """Return the indicator of that code or reference.

        Raises:
            NotFoundError: No such indicator.
            ValidationError: Several indicators restate that figure.
        """
        return find(self.list_all(plan), plan, designation)

    def suivis(self, plan: str, on: dt.date) -> tuple[SuiviIndicateur, ...]:
        """Return every indicator with its latest value and rate on that day, in natural order."""
        with self._ground.database.read() as work:
            return suivis_of(work, plan, on)

    def taux_des_valeurs(self, plan: str) -> list[TauxValeur]:
        """Return every stored value of a plan with its own rate, by indicator and period.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            row = work.plans.row(plan)
            by_id = {indicateur.id: indicateur for indicateur in indicateurs_of(work, plan)}
            places = {place.id: place.code for place in work.partenaires.territoires()}
            return taux_des_valeurs(
                by_id, places, work.indicateurs.bare(row), self._ground.clock.today()
            )

    def releve(self, plan: str) -> Releve:
        """Return all the values of a plan as they are known, stored and computed.

        It is a snapshot: it reads nothing more from the database.
        """
        with self._ground.database.read() as work:
            return releve_of(work, plan)

    def record(
        self,
        plan: str,
        designation: str,
        periode: str | Periode,
        texte: str,
        territoire: str = "",
        zone: Zone = Zone.ENSEMBLE,
        commentaire: str = "",
        *,
        confirme: bool = False,
        consolidation: Consolidation = Consolidation.PROVISOIRE,
        extraite_le: dt.date | None = None,
    ) -> Observation:
        """Store the value a person typed; it supersedes the one there was.

        Raises:
            NotFoundError: No such plan or indicator.
            ConfirmationError: The value stands out, or reads two ways; ``confirme`` keeps it.
            ValidationError: The text is no value for it, no such territory, the period is locked;
                the sentence says why.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        indicateur = self.get(plan, designation)
        cell = SaisieCellule(indicateur.code, when, texte, territoire, zone)
        precisions = Precisions(commentaire, confirme, consolidation, extraite_le)
        command = f"saisir {indicateur.chiffre} · {when.libelle}"
        (result,) = store(self._ground, plan, (cell,), command, precisions)
        if result.observation is None:
            nothing = (
                f"{indicateur.chiffre} n'a pas de valeur pour {when.libelle} : rien à effacer."
            )
            kind = ConfirmationError if result.a_confirmer else ValidationError
            raise kind("valeur", result.raison or nothing)
        return result.observation

    def record_many(
        self,
        plan: str,
        saisies: Sequence[SaisieCellule],
        commande: str,
        *,
        confirme: bool = False,
    ) -> tuple[ResultatSaisie, ...]:
        """Store the good cells in one changement; return what became of each, in order.

        A cell that stands out comes back « à confirmer »; hand it in again with ``confirme``.
        """
        return store(self._ground, plan, tuple(saisies), commande, Precisions(confirme=confirme))

    def effacer(
        self, plan: str, cellules: Sequence[SaisieCellule], *, confirme: bool = False
    ) -> int:
        """Supersede values by « non renseigné »; return how many cells held one.

        Raises:
            ConfirmationError: One of them was validated; nothing is erased.
            ValidationError: One of them cannot be erased, being computed or locked; nor are the
                others.
        """
        emptied = tuple(
            SaisieCellule(c.indicateur, c.periode, "", c.territoire, c.zone) for c in cellules
        )
        command = f"effacer {len(emptied)} valeur(s)"
        results = store(
            self._ground, plan, emptied, command, Precisions(confirme=confirme),
            all_or_nothing=True,
        )  # fmt: skip
        for result in results:
            if result.raison:
                kind = ConfirmationError if result.a_confirmer else ValidationError
                raise kind("valeur", result.raison)
        return sum(result.observation is not None for result in results)

    def history(
        self, plan: str, code: str, periode: Periode, territoire: str = "",
        zone: Zone = Zone.ENSEMBLE,
    ) -> tuple[Observation, ...]:  # fmt: skip
        """Return every value ever given to a cell, newest first."""
        with self._ground.database.read() as work:
            place = territoire or work.plans.territoire_code(plan)
            indicateur = find(indicateurs_of(work, plan), plan, code)
            row = work.partenaires.territoire_row(place)
            return work.indicateurs.history(indicateur.id, periode, row.id, zone)

    def valider(self, plan: str, cellules: Sequence[SaisieCellule]) -> tuple[Observation, ...]:
        """Mark the values of those cells as validated, in one changement.

        The text of the cells is not looked at.

        Raises:
            ValidationError: One of them has no value of its own; nothing changes.
            ClosedPeriodError: One of them lies in a locked period; nothing changes.
        """
        return etats.valider(self._ground, plan, cellules)

    def contester(
        self, plan: str, cellules: Sequence[SaisieCellule], motif: str
    ) -> tuple[Observation, ...]:
        """Mark the values of those cells as contested, with the reason.

        Raises:
            ValidationError: No reason is given, or as for :meth:`valider`.
            ClosedPeriodError: One of them lies in a locked period; nothing changes.
        """
        return etats.contester(self._ground, plan, cellules, motif)

    def consolider(
        self,
        plan: str,
        cellules: Sequence[SaisieCellule],
        extraite_le: dt.date | None = None,
    ) -> tuple[Observation, ...]:
        """Say that the values of those cells will not be revised by their producer any more.

        A consolidated value that differs is recorded with :meth:`record`.

        Raises:
            ValidationError: A period was not over on the day of extraction, or as for
                :meth:`valider`.
            ClosedPeriodError: One of them lies in a locked period; nothing changes.
        """
        return etats.consolider(self._ground, plan, cellules, extraite_le)

    def regler(self, plan: str, designation: str, voulu: Reglages) -> Indicateur:
        """Change what an office may settle of an indicator.

        Raises:
            NotFoundError: No such plan, indicator, partner or territory.
            ValidationError: A setting breaks a rule; the sentence says which.
        """
        reglages.regler(self._ground, plan, designation, voulu)
        return self.get(plan, designation)

    def creer(self, plan: str, parent: str, voulu: Reglages) -> Indicateur:
        """Add an indicator of the office's own to a plan, an axe, an objectif or an action.

        Raises:
            NotFoundError: No such plan, object, partner or territory.
            ValidationError: A setting breaks a rule; the sentence says which.
        """
        return self.get(plan, reglages.creer(self._ground, plan, parent, voulu))
