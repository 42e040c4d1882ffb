"""Reads what a person types into cells, asks where it stands out, and stores it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.cloture import refuser_si_close
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.grille import ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import (
    Consolidation,
    EtatValeur,
    Indicateur,
    Observation,
    Origine,
    Presence,
)
from sdpd_desktop.domain.nombre import Saisie, lire_saisie
from sdpd_desktop.domain.periode import Periode
from sdpd_desktop.domain.releve import Releve
from sdpd_desktop.domain.signalement import demander, signaler, signaler_total
from sdpd_desktop.persistence.observations import NouvelleObservation
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground
from sdpd_desktop.services.lecture import check_typed, find, indicateurs_of, label

_Place = tuple[str, str, str]


@dataclass(frozen=True)
class Precisions:
    """What goes with the values of one gesture.

    Attributes:
        confirme: The person was asked about what stands out, and keeps it.
        extraite_le: Day the producer took them out of its files.
    """

    commentaire: str = ""
    confirme: bool = False
    consolidation: Consolidation = Consolidation.PROVISOIRE
    extraite_le: dt.date | None = None


def store(
    ground: Ground,
    plan: str,
    cells: Sequence[SaisieCellule],
    commande: str,
    precisions: Precisions,
    *,
    all_or_nothing: bool = False,
) -> tuple[ResultatSaisie, ...]:
    """Store the good cells in one changement; return what became of each, in order.

    With ``all_or_nothing``, one bad cell keeps the others from being stored.

    Raises:
        NotFoundError: No such plan.
    """
    auteur = ground.auteur()
    with ground.write(commande) as work:
        readings = _Readings(work, plan, cells, precisions, ground.clock.today())
        now = ground.clock.now()
        results = [readings.read(cell, auteur, now) for cell in cells]
        if all_or_nothing and any(result.raison for result, _ in results):
            return tuple(result for result, _ in results)
        ids = iter(work.indicateurs.add([new for _, new in results if new is not None]))
        stored = [next(ids) if new is not None else "" for _, new in results]
        work.commit()
    if any(stored):
        ground.tell(Change.INDICATEURS)
    with ground.database.read() as after:
        found = {o.id: o for o in after.indicateurs.by_ids([i for i in stored if i])}
    return tuple(
        ResultatSaisie(result.saisie, found.get(key), result.raison, result.a_confirmer)
        for (result, _), key in zip(results, stored, strict=True)
    )


class _Readings:
    """The cells of one gesture against what is stored, and against each other."""

    def __init__(
        self,
        work: UnitOfWork,
        plan: str,
        cells: Iterable[SaisieCellule],
        precisions: Precisions,
        today: dt.date,
    ) -> None:
        row = work.plans.row(plan)
        self._work, self._today, self._with = work, today, precisions
        indicateurs = indicateurs_of(work, plan)
        self._named: dict[str, Indicateur | UserError] = {}
        for name in {cell.indicateur for cell in cells}:
            try:
                self._named[name] = find(indicateurs, plan, name)
            except UserError as error:
                self._named[name] = error
        ids = [found.id for found in self._named.values() if isinstance(found, Indicateur)]
        observations = work.indicateurs.current(row, ids)
        self._here = work.plans.territoire_code(plan)
        self._releve = Releve(indicateurs, observations, self._here)
        self._clotures = work.clotures.of_plan(row)
        self._series: dict[_Place, dict[str, Observation]] = defaultdict(dict)
        for o in observations:
            self._series[o.indicateur, o.territoire, o.zone][o.periode.code] = o
        self._territoires: dict[str, str] = {}

    def read(
        self, cell: SaisieCellule, auteur: str, now: dt.datetime
    ) -> tuple[ResultatSaisie, NouvelleObservation | None]:
        """Return what becomes of a cell, and what to store when it is good."""
        place = cell.territoire or self._here
        try:
            indicateur = self._indicateur(cell.indicateur)
            territoire = self._territoire(place)
            saisie = self._value(indicateur, cell)
        except UserError as error:
            return ResultatSaisie(cell, None, str(error)), None
        serie = self._series[indicateur.code, place, cell.zone]
        old = serie.get(cell.periode.code)
        empty = old is None or old.presence is Presence.NON_RENSEIGNE
        if saisie.presence is Presence.NON_RENSEIGNE and empty and not saisie.question:
            return ResultatSaisie(cell, None, ""), None  # Emptying an empty cell is nothing.
        if not self._with.confirme and (question := self._question(indicateur, cell, saisie)):
            return ResultatSaisie(cell, None, question, a_confirmer=True), None
        new = NouvelleObservation(
            indicateur.id, cell.periode, territoire, cell.zone, saisie.presence, saisie.borne,
            saisie.valeur, saisie.numerateur, saisie.denominateur, self._with.consolidation,
            self._with.commentaire, EtatValeur.SAISI, auteur, now, "",
            label(indicateur, cell.periode, place, cell.zone), cell.texte,
            extraite_le=self._with.extraite_le,
        )  # fmt: skip
        serie[cell.periode.code] = _as_read(new, indicateur, place)
        return ResultatSaisie(cell, None, ""), new

    def _indicateur(self, name: str) -> Indicateur:
        found = self._named[name]
        if isinstance(found, UserError):
            raise found
        return found

    def _territoire(self, code: str) -> str:
        if code not in self._territoires:
            self._territoires[code] = self._work.partenaires.territoire_row(code).id
        return self._territoires[code]

    def _value(self, indicateur: Indicateur, cell: SaisieCellule) -> Saisie:
        check_typed(indicateur)
        check_begun(cell.periode, self._today)
        refuser_si_close(self._clotures, cell.periode)
        check_extraction(
            cell.periode, self._with.consolidation, self._with.extraite_le, self._today
        )
        return lire_saisie(cell.texte, indicateur.unite, indicateur.decimales)

    def _question(self, indicateur: Indicateur, cell: SaisieCellule, saisie: Saisie) -> str:
        place = cell.territoire or self._here
        serie = tuple(self._series[indicateur.code, place, cell.zone].values())
        computed = self._releve.valeur(indicateur.code, cell.periode, place, cell.zone)
        flags = chain(
            signaler(indicateur, cell.periode, saisie.valeur, serie),
            signaler_total(indicateur, saisie.valeur, computed),
        )
        return saisie.question or demander(tuple(flags))


def check_begun(periode: Periode, today: dt.date) -> None:
    """Refuse values of the future.

    Raises:
        ValidationError: The period has not begun.
    """
    if periode.debut > today:
        raise ValidationError("periode", f"La période {periode.libelle} n'a pas encore commencé.")


def check_extraction(
    periode: Periode, consolidation: Consolidation, extraite_le: dt.date | None, today: dt.date
) -> None:
    """Refuse a date of extraction, or a consolidation, that cannot be.

    Raises:
        ValidationError: The extraction is in the future, or the period still runs.
    """
    if extraite_le is not None and extraite_le > today:
        raise ValidationError("extraite_le", "La date d'extraction est dans le futur.")
    if consolidation is Consolidation.CONSOLIDE and periode.fin >= (extraite_le or today):
        raise ValidationError(
            "consolidation",
            f"La période {periode.libelle} n'était pas terminée à l'extraction : sa valeur reste "
            "provisoire.",
        )


def _as_read(new: NouvelleObservation, indicateur: Indicateur, territoire: str) -> Observation:
    """Return a value about to be stored as the next cells of the gesture will see it."""
    origine = Origine(new.auteur, new.saisi_le, new.etat, "", "", "", "", "", None)
    return Observation(
        "", indicateur.code, new.periode, territoire, new.zone, new.valeur, new.presence,
        new.borne, new.numerateur, new.denominateur, new.consolidation, new.commentaire,
        courante=True, origine=origine,
    )  # fmt: skip
