"""Reads plans and ticks off what was done."""

import datetime as dt

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.errors import NotFoundError, ValidationError
from sdpd_desktop.domain.journal import ChangementSummary
from sdpd_desktop.domain.plan import (
    CLOSED,
    ActionDetails,
    Echeance,
    EtatEcheance,
    MesureDetails,
    Meteo,
    PlanDetails,
    PlanSummary,
    Statut,
    etat_echeance,
)
from sdpd_desktop.domain.texte import natural_key
from sdpd_desktop.services.base import Ground

_VERBS = {
    Statut.A_VENIR: "remettre à venir",
    Statut.EN_COURS: "mettre en cours",
    Statut.REALISEE: "cocher",
    Statut.EN_PAUSE: "mettre en pause",
    Statut.BLOQUEE: "signaler bloquée",
    Statut.ABANDONNEE: "abandonner",
}
HORIZON_DAYS = 30


class PlanService:
    """Plans by code; mesures and actions by their code in a plan (O2.A1.m3)."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def list_all(self) -> tuple[PlanSummary, ...]:
        """Return every plan with its progress."""
        with self._ground.database.read() as work:
            return work.plans.summaries()

    def details(self, plan: str) -> PlanDetails:
        """Return the whole tree.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            return work.plans.details(plan)

    def action(self, plan: str, code: str) -> ActionDetails:
        """Return one action, from its code or that of one of its mesures.

        Raises:
            NotFoundError: No such plan or action.
        """
        for action in self.details(plan).actions():
            if code == action.code or code.startswith(f"{action.code}."):
                return action
        raise NotFoundError(f"Le plan {plan} n'a pas d'action « {code} ».")

    def echeances(
        self, on: dt.date, plan: str | None = None, horizon_jours: int = HORIZON_DAYS
    ) -> tuple[Echeance, ...]:
        """Return what is late or falls due within the horizon, oldest first.

        Raises:
            NotFoundError: No such plan.
        """
        with self._ground.database.read() as work:
            codes = [plan] if plan else [summary.code for summary in work.plans.summaries()]
            trees = [work.plans.details(code) for code in codes]
        limit = on + dt.timedelta(days=horizon_jours)
        found = [due for tree in trees for due in due_dates(tree, on) if due.echeance <= limit]
        return tuple(sorted(found, key=lambda e: (e.echeance, e.plan, natural_key(e.code))))

    def tick(
        self,
        plan: str,
        code: str,
        on: dt.date | None,
        statut: Statut = Statut.REALISEE,
        note: str | None = None,
    ) -> MesureDetails | ActionDetails:
        """Set the status of a mesure or an action, with its date and a word of evidence.

        ``on`` is the day it was done or changed, needed for what is done; a ``note`` of None
        keeps the note there is.

        Raises:
            NotFoundError: No such plan, mesure or action.
            ValidationError: The day is missing or in the future.
        """
        if statut is Statut.REALISEE and on is None:
            raise ValidationError(
                "fait_le", "Indiquez la date à laquelle la mesure a été réalisée."
            )
        if on is not None and on > self._ground.clock.today():
            raise ValidationError(
                "fait_le", f"La date {on:%d/%m/%Y} est dans le futur : donnez une date passée."
            )
        with self._ground.write(f"{_VERBS[statut]} {code}") as work:
            work.plans.set_statut(plan, code, statut, on, note)
            work.commit()
        self._ground.tell(Change.PLANS)
        action = self.action(plan, code)
        return next((mesure for mesure in action.mesures if mesure.code == code), action)

    def set_meteo(
        self, plan: str, action: str, meteo: Meteo | None, on: dt.date, commentaire: str = ""
    ) -> ActionDetails:
        """Store a dated judgement on an action, or take it away.

        Raises:
            NotFoundError: No such action.
            ValidationError: The day is in the future.
        """
        if meteo is not None and on > self._ground.clock.today():
            raise ValidationError(
                "meteo_le", f"La date {on:%d/%m/%Y} est dans le futur : donnez une date passée."
            )
        with self._ground.write(f"donner la météo de {action}") as work:
            work.plans.set_meteo(plan, action, meteo, on, commentaire)
            work.commit()
        self._ground.tell(Change.PLANS)
        return self.action(plan, action)

    def history(self, plan: str, code: str) -> tuple[ChangementSummary, ...]:
        """Return the changements that touched an action, its mesures, or one mesure.

        Raises:
            NotFoundError: No such object.
        """
        with self._ground.database.read() as work:
            keys = [work.plans.key(plan, code)]
            if keys[0][0] == "action":
                details = work.plans.details(plan)
                keys += [
                    ("mesure", mesure.id)
                    for action in details.actions()
                    if action.code == code
                    for mesure in action.mesures
                ]
            return work.journal.touching(keys)


def due_dates(plan: PlanDetails, on: dt.date) -> tuple[Echeance, ...]:
    """Return every open due date of a plan; an action's own only where no mesure carries it."""
    found = []
    for action in plan.actions():
        responsables = ", ".join(e.partenaire for e in action.engagements)
        rows: list[MesureDetails | ActionDetails] = [m for m in action.mesures if m.echeance]
        if action.echeance and action.echeance not in {row.echeance for row in rows}:
            rows.append(action)
        for row in rows:
            if row.statut in CLOSED or action.statut in CLOSED or row.echeance is None:
                continue
            etat = etat_echeance(row.echeance, row.statut, on)
            found.append(
                Echeance(
                    plan.code, row.code, row.titre, responsables, row.echeance,
                    row.echeance_interpretee, etat, (row.echeance - on).days,
                )
            )  # fmt: skip
    return tuple(found)


def count(echeances: tuple[Echeance, ...], etat: EtatEcheance) -> int:
    """Return how many due dates are in that state."""
    return sum(echeance.etat is etat for echeance in echeances)
