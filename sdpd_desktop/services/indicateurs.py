"""Reads indicators and records their values."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import NotFoundError, UserError, ValidationError
from sdpd_desktop.domain.grille import Grille, GrilleLigne, ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import (
    Borne,
    Consolidation,
    EtatValeur,
    Indicateur,
    Observation,
    Presence,
    SuiviIndicateur,
)
from sdpd_desktop.domain.nombre import JALON, Saisie, format_nombre, lire_saisie
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode, periodes_entre
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.taux import suivi
from sdpd_desktop.persistence.observations import NouvelleObservation
from sdpd_desktop.persistence.unit_of_work import UnitOfWork
from sdpd_desktop.services.base import Ground

_Cell = tuple[str, str, str, Zone]


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

    def grille(
        self,
        plan: str,
        type_periode: TypePeriode,
        annee_debut: int,
        annee_fin: int,
        zone: Zone = Zone.ENSEMBLE,
        territoire: str = "",
    ) -> Grille:
        """Return the values of a plan under the periods of those years.

        ``territoire`` is a code; "" stands for the plan's own.

        Raises:
            ValidationError: The years are in the wrong order or too far apart.
        """
        if not 0 <= annee_fin - annee_debut <= 30:
            raise ValidationError("annee", "Choisissez au plus trente années, dans l'ordre.")
        first, last = dt.date(annee_debut, 1, 1), dt.date(annee_fin, 12, 31)
        periodes = periodes_entre(type_periode, first, last)
        with self._ground.database.read() as work:
            place = territoire or work.plans.territoire_code(plan)
            row = work.plans.row(plan)
            values = {_cell(o): o for o in work.indicateurs.current(row)}
            lignes = tuple(
                GrilleLigne(
                    line.indicateur,
                    tuple(
                        values.get((line.indicateur.code, p.code, place, zone)) for p in periodes
                    ),
                    line,
                )
                for line in suivis_of(work, plan, self._ground.clock.today())
            )
        return Grille(periodes, place, zone, lignes)

    def record(
        self,
        plan: str,
        designation: str,
        periode: str | Periode,
        texte: str,
        territoire: str = "",
        zone: Zone = Zone.ENSEMBLE,
        commentaire: str = "",
    ) -> Observation:
        """Store the value a person typed; it supersedes the one there was.

        Raises:
            NotFoundError: No such plan or indicator.
            ValidationError: The text is no value for it, or no such territory; the sentence says
                why.
        """
        when = parse_periode(periode) if isinstance(periode, str) else periode
        indicateur = self.get(plan, designation)
        cell = SaisieCellule(indicateur.code, when, texte, territoire, zone)
        result = self._store(
            plan, (cell,), f"saisir {indicateur.chiffre} · {when.libelle}", commentaire
        )[0]
        if result.observation is None:
            nothing = (
                f"{indicateur.chiffre} n'a pas de valeur pour {when.libelle} : rien à effacer."
            )
            raise ValidationError("valeur", result.raison or nothing)
        return result.observation

    def record_many(
        self, plan: str, saisies: Sequence[SaisieCellule], commande: str
    ) -> tuple[ResultatSaisie, ...]:
        """Store the good cells in one changement; return what became of each, in order."""
        return self._store(plan, tuple(saisies), commande, "")

    def effacer(self, plan: str, cellules: Sequence[SaisieCellule]) -> int:
        """Supersede values by « non renseigné »; return how many cells held one."""
        emptied = tuple(
            SaisieCellule(c.indicateur, c.periode, "", c.territoire, c.zone) for c in cellules
        )
        results = self._store(plan, emptied, f"effacer {len(emptied)} valeur(s)", "")
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

    def _store(
        self, plan: str, cells: tuple[SaisieCellule, ...], commande: str, commentaire: str
    ) -> tuple[ResultatSaisie, ...]:
        auteur = self._ground.auteur()
        with self._ground.write(commande) as work:
            indicateurs = indicateurs_of(work, plan)
            here = work.plans.territoire_code(plan)
            current = {_cell(o): o for o in work.indicateurs.current(work.plans.row(plan))}
            readings: list[tuple[SaisieCellule, NouvelleObservation | None, str]] = []
            for cell in cells:
                place = cell.territoire or here
                try:
                    indicateur = find(indicateurs, plan, cell.indicateur)
                    territoire = work.partenaires.territoire_row(place)
                    saisie = read_value(indicateur, cell.periode, cell.texte, self._today())
                except UserError as error:
                    readings.append((cell, None, str(error)))
                    continue
                old = current.get((indicateur.code, cell.periode.code, place, cell.zone))
                empty = old is None or old.presence is Presence.NON_RENSEIGNE
                if saisie.presence is Presence.NON_RENSEIGNE and empty:
                    readings.append((cell, None, ""))  # Emptying an empty cell is nothing.
                    continue
                new = NouvelleObservation(
                    indicateur.id, cell.periode, territoire.id, cell.zone, saisie.presence,
                    saisie.borne, saisie.valeur, saisie.numerateur, saisie.denominateur,
                    Consolidation.PROVISOIRE, commentaire, EtatValeur.SAISI, auteur,
                    self._ground.clock.now(), "", label(indicateur, cell.periode, place, cell.zone),
                    cell.texte,
                )  # fmt: skip
                readings.append((cell, new, ""))
            ids = iter(work.indicateurs.add([new for _, new, _ in readings if new is not None]))
            stored = [next(ids) if new is not None else "" for _, new, _ in readings]
            work.commit()
        if any(stored):
            self._ground.tell(Change.INDICATEURS)
        with self._ground.database.read() as after:
            found = {o.id: o for o in after.indicateurs.by_ids([i for i in stored if i])}
        return tuple(
            ResultatSaisie(cell, found.get(key), reason)
            for (cell, _, reason), key in zip(readings, stored, strict=True)
        )

    def _today(self) -> dt.date:
        return self._ground.clock.today()


def indicateurs_of(work: UnitOfWork, plan: str) -> tuple[Indicateur, ...]:
    """Return the indicators of a plan, with their remarks."""
    row = work.plans.row(plan)
    return work.indicateurs.of_plan(row, work.plans.remarques(row.id))


def suivis_of(work: UnitOfWork, plan: str, on: dt.date) -> tuple[SuiviIndicateur, ...]:
    """Return every indicator with its latest value and rate, for the plan's own territory."""
    row = work.plans.row(plan)
    here = work.plans.territoire_code(plan)
    observations: dict[str, list[Observation]] = defaultdict(list)
    for observation in work.indicateurs.current(row):
        if observation.territoire == here and observation.zone is Zone.ENSEMBLE:
            observations[observation.indicateur].append(observation)
    return tuple(
        suivi(indicateur, observations[indicateur.code], on, row.debut, row.fin)
        for indicateur in work.indicateurs.of_plan(row, work.plans.remarques(row.id))
    )


def rates_by_action(
    plan: PlanDetails, suivis: Sequence[SuiviIndicateur]
) -> dict[str, list[SuiviIndicateur]]:
    """Return the indicators of every action of a plan; an action without any has an empty list."""
    found: dict[str, list[SuiviIndicateur]] = {action.code: [] for action in plan.actions()}
    for line in suivis:
        if line.indicateur.parent in found:
            found[line.indicateur.parent].append(line)
    return found


def find(indicateurs: Sequence[Indicateur], plan: str, designation: str) -> Indicateur:
    """Return the indicator of that code or reference (its own, or that of one of its targets).

    Raises:
        NotFoundError: No such indicator.
        ValidationError: Several indicators restate that figure.
    """
    wanted = designation.strip().casefold()
    for indicateur in indicateurs:
        if indicateur.code.casefold() == wanted:
            return indicateur
    found = [
        indicateur
        for indicateur in indicateurs
        if wanted
        in {indicateur.reference.casefold(), *(c.reference.casefold() for c in indicateur.cibles)}
    ]
    if len(found) > 1:
        codes = ", ".join(f"{i.code} ({i.titre})" for i in found)
        raise ValidationError(
            "indicateur",
            f"Plusieurs indicateurs reprennent le chiffre {designation} : {codes}. "
            "Donnez le code de celui que vous voulez.",
        )
    if not found:
        raise NotFoundError(
            f"Le plan {plan} n'a pas d'indicateur « {designation} ». "
            f"« sdpd plan {plan} » les liste."
        )
    return found[0]


def read_value(indicateur: Indicateur, periode: Periode, texte: str, today: dt.date) -> Saisie:
    """Read a text typed for an indicator and a period.

    Raises:
        ValidationError: It is no value, is out of bounds, needs confirming, or the period has
            not begun.
    """
    if periode.debut > today:
        raise ValidationError("periode", f"La période {periode.libelle} n'a pas encore commencé.")
    saisie = lire_saisie(texte, indicateur.unite, indicateur.decimales)
    if saisie.question:
        raise ValidationError("valeur", saisie.question)
    check_bounds(indicateur, saisie.valeur)
    return saisie


def check_bounds(indicateur: Indicateur, valeur: Decimal | None) -> None:
    """Refuse a value that cannot be.

    Raises:
        ValidationError: Names the bound.
    """
    if valeur is None:
        return
    shown = format_nombre(valeur, None, indicateur.unite)
    if indicateur.minimum is not None and valeur < indicateur.minimum:
        raise ValidationError(
            "valeur",
            f"{shown} est au-dessous du minimum possible "
            f"({format_nombre(indicateur.minimum, None, indicateur.unite)}).",
        )
    if indicateur.maximum is not None and valeur > indicateur.maximum:
        raise ValidationError(
            "valeur",
            f"{shown} dépasse le maximum possible "
            f"({format_nombre(indicateur.maximum, None, indicateur.unite)}).",
        )


def label(indicateur: Indicateur, periode: Periode, territoire: str, zone: Zone) -> str:
    """Return what the journal calls a value: « K33 · 2021 · DEP77 »."""
    parts = [indicateur.chiffre, periode.libelle, territoire]
    if zone is not Zone.ENSEMBLE:
        parts.append(zone.value)
    return " · ".join(parts)


def show(observation: Observation | None, indicateur: Indicateur, *, with_unit: bool = True) -> str:
    """Return a value as a person reads it: « 1 234,5 », « > 12 000 », « n. c. »."""
    if observation is None:
        return ""
    if observation.presence is not Presence.VALEUR:
        return "s. o." if observation.presence is Presence.NON_APPLICABLE else "n. c."
    sign = {Borne.PLUS_DE: "> ", Borne.MOINS_DE: "< ", Borne.ENVIRON: "≈ "}
    return sign.get(observation.borne, "") + format_value(
        observation.valeur, indicateur, with_unit=with_unit
    )


def format_value(valeur: Decimal | None, indicateur: Indicateur, *, with_unit: bool = True) -> str:
    """Return a number with the decimals that make sense for the indicator.

    A share computed from two terms is rounded to one decimal; « % » and « fait » always show.
    """
    if valeur is None:
        return ""
    decimals = max(indicateur.decimales, 1) if indicateur.unite == "%" else None
    if decimals is not None and valeur == valeur.to_integral_value():
        decimals = 0
    always = indicateur.unite in ("%", JALON)
    return format_nombre(valeur, decimals, indicateur.unite if with_unit or always else "")


def _cell(observation: Observation) -> _Cell:
    return (
        observation.indicateur,
        observation.periode.code,
        observation.territoire,
        observation.zone,
    )
