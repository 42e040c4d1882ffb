"""The rows of the tree: one node for each object of a plan, with what its cells show."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sdpd_desktop.domain.plan import (
    CLOSED,
    ActionDetails,
    Avancement,
    AxeDetails,
    EtatEcheance,
    MesureDetails,
    ObjectifDetails,
    PlanDetails,
    Remarque,
    Statut,
    etat_echeance,
)
from sdpd_desktop.domain.texte import search_key
from sdpd_desktop.gui.labels import Badge, badge

if TYPE_CHECKING:
    from collections.abc import Iterator


class Genre(StrEnum):
    """What a node stands for, as the search and links name it."""

    PLAN = "plan"
    AXE = "axe"
    OBJECTIF = "objectif"
    ACTION = "action"
    MESURE = "mesure"


Objet = PlanDetails | AxeDetails | ObjectifDetails | ActionDetails | MesureDetails


@dataclass(eq=False)
class Noeud:
    """One row.

    Attributes:
        echeance: Earliest due date still open, else the last one.
        ouverte: Whether that due date still waits for something.
        badge: State to show; None for the levels that only gather others.
        rang: Position among its siblings.
        cle: Folded words of the node and of all that contain it, for the filter.
    """

    genre: Genre
    code: str
    titre: str
    objet: Objet
    avancement: Avancement
    echeance: dt.date | None
    ouverte: bool
    interpretee: str
    etat: EtatEcheance | None
    badge: Badge | None
    parent: "Noeud | None"
    rang: int = 0
    cle: str = ""
    enfants: "list[Noeud]" = field(default_factory=list)

    @property
    def statut(self) -> Statut | None:
        """The stored status of an action or a mesure."""
        return self.objet.statut if isinstance(self.objet, ActionDetails | MesureDetails) else None

    @property
    def remarques(self) -> tuple[Remarque, ...]:
        """What the reader must know about it; an axe has none of its own."""
        return () if isinstance(self.objet, AxeDetails) else self.objet.remarques

    @property
    def cochable(self) -> bool:
        """True for a mesure, and for an action that has none."""
        if isinstance(self.objet, ActionDetails):
            return not self.objet.mesures
        return isinstance(self.objet, MesureDetails)

    def parcours(self) -> "Iterator[Noeud]":
        """Go through the node and all below it, in the order of the plan."""
        yield self
        for enfant in self.enfants:
            yield from enfant.parcours()

    def lignee(self) -> tuple["Noeud", ...]:
        """Return the nodes from the root to this one."""
        return (*self.parent.lignee(), self) if self.parent else (self,)


def construire(plan: PlanDetails, on: dt.date) -> Noeud:
    """Return the root of the tree, as things stand on that day."""
    racine = _groupe(Genre.PLAN, plan, None)
    for axe in plan.axes:
        noeud_axe = _groupe(Genre.AXE, axe, racine)
        for objectif in axe.objectifs:
            noeud_objectif = _groupe(Genre.OBJECTIF, objectif, noeud_axe)
            for action in objectif.actions:
                noeud_action = _action(action, noeud_objectif, on)
                for mesure in action.mesures:
                    _mesure(mesure, noeud_action, on)
    return racine


def _groupe(
    genre: Genre, objet: PlanDetails | AxeDetails | ObjectifDetails, parent: Noeud | None
) -> Noeud:
    return _placer(
        Noeud(
            genre,
            objet.code,
            objet.titre,
            objet,
            objet.avancement,
            None,
            False,
            "",
            None,
            None,
            parent,
        )
    )


def _action(action: ActionDetails, parent: Noeud, on: dt.date) -> Noeud:
    etat = action.etat(on)
    return _placer(
        Noeud(
            Genre.ACTION,
            action.code,
            action.titre,
            action,
            action.avancement,
            action.prochaine_echeance() or _derniere(action),
            action.prochaine_echeance() is not None and action.statut not in CLOSED,
            _interpretee(action),
            etat,
            badge(etat, action.statut),
            parent,
        )
    )


def _mesure(mesure: MesureDetails, parent: Noeud, on: dt.date) -> Noeud:
    etat = etat_echeance(mesure.echeance, mesure.statut, on)
    if mesure.statut in CLOSED:
        etat = EtatEcheance.A_JOUR
    return _placer(
        Noeud(
            Genre.MESURE,
            mesure.code,
            mesure.titre,
            mesure,
            Avancement(0, 0),
            mesure.echeance,
            mesure.echeance is not None and mesure.statut not in CLOSED,
            mesure.echeance_interpretee,
            etat,
            badge(etat, mesure.statut),
            parent,
        )
    )


def _placer(noeud: Noeud) -> Noeud:
    noeud.cle = search_key(f"{noeud.code} {noeud.titre}")
    if noeud.parent:
        noeud.cle = f"{noeud.parent.cle}\n{noeud.cle}"
        noeud.rang = len(noeud.parent.enfants)
        noeud.parent.enfants.append(noeud)
    return noeud


def _derniere(action: ActionDetails) -> dt.date | None:
    """Return the last due date of an action that has none open any more."""
    dates = [mesure.echeance for mesure in action.mesures if mesure.echeance]
    return max([*dates, *([action.echeance] if action.echeance else [])], default=None)


def _interpretee(action: ActionDetails) -> str:
    """Return how the due date shown for the action was read in the source, or ""."""
    shown = action.prochaine_echeance() or _derniere(action)
    readings = [(action.echeance, action.echeance_interpretee)]
    readings += [(mesure.echeance, mesure.echeance_interpretee) for mesure in action.mesures]
    return next((text for date, text in readings if date and date == shown and text), "")
