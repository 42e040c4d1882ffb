"""``plans``, ``plan``, ``late`` and ``tick``."""

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands import clotures
from sdpd_desktop.commands.chiffres import remarques, split, statut
from sdpd_desktop.commands.layout import MARKS, marked, paragraph, table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.commands.plan_texte import plan_lines, share
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.libelles import STATUTS, avancement, periode_plan
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.plan import (
    ActionDetails,
    Avancement,
    AxeDetails,
    Echeance,
    EtatEcheance,
    FinancementDetails,
    MesureDetails,
    ObjectifDetails,
    PlanSummary,
    etat_echeance,
)
from sdpd_desktop.domain.retour import CampagneSummary
from sdpd_desktop.domain.taux import couverture
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

Row = dict[str, object]


def list_plans(services: "Services", _options: argparse.Namespace) -> Outcome:
    """List the plans with their progress."""
    found = services.plans.list_all()
    return Outcome({"plans": [_summary(plan) for plan in found]}, partial(_plans_lines, found))


def _summary(plan: PlanSummary) -> Row:
    return {
        "code": plan.code,
        "type": plan.type,
        "titre": plan.titre,
        "departement": plan.departement,
        "territoire": plan.territoire,
        "debut": plan.debut,
        "fin": plan.fin,
        "actions": plan.actions,
        "avancement": _avancement(plan.avancement),
    }


def _plans_lines(plans: Sequence[PlanSummary], width: int) -> Iterator[str]:
    if not plans:
        yield f"Aucun plan. Lancez «{NBSP}sdpd init{NBSP}» pour installer les plans de référence."
        return
    rows = [
        [
            plan.code, plan.titre, periode_plan(plan.debut, plan.fin), str(plan.actions),
            avancement(plan.avancement),
        ]
        for plan in plans
    ]  # fmt: skip
    headers = ["Code", "Titre", "Période", "Actions", "Mesures réalisées"]
    yield from table(headers, rows, width, flexible=[1], right=[3, 4])


def show(services: "Services", options: argparse.Namespace) -> Outcome:
    """Show one plan with everything that is followed in it."""
    on = services.clock.today()
    plan = services.plans.details(options.plan)
    suivis = services.indicateurs.suivis(plan.code, on)
    by_action = {
        action.code: [s.taux for s in suivis if s.indicateur.parent == action.code]
        for action in plan.actions()
    }
    chiffres, contexte, sans_reference = split(plan, suivis, on)
    chiffrees, actions = couverture(by_action)
    data: Row = {
        "code": plan.code,
        "type": plan.type,
        "titre": plan.titre,
        "departement": plan.departement,
        "territoire": plan.territoire,
        "debut": plan.debut,
        "fin": plan.fin,
        "source": plan.source,
        "le": on,
        "avancement": _avancement(plan.avancement),
        "couverture": {"chiffrees": chiffrees, "actions": actions},
        "remarques": remarques(plan.remarques),
        "financements": _financements(plan.financements),
        "clotures": [clotures.row(c) for c in services.clotures.list_all(plan.code)],
        "axes": [_axe(axe) for axe in plan.axes],
        "objectifs": [_objectif(objectif) for objectif in plan.objectifs()],
        "actions": [_action(action, on) for action in plan.actions()],
        "mesures": [_mesure(m, on) for action in plan.actions() for m in action.mesures],
        "chiffres": chiffres,
        "contexte": contexte,
        "sans_reference": sans_reference,
    }
    return Outcome(data, partial(plan_lines, plan, suivis, (chiffrees, actions), on))


def _avancement(valeur: Avancement) -> Row:
    return {"faites": valeur.faites, "total": valeur.total, "part": valeur.part}


def _financements(found: Iterable[FinancementDetails]) -> list[Row]:
    return [
        {
            "objet": f.objet, "source": f.source, "annee": f.annee, "annee_fin": f.annee_fin,
            "prevu": f.prevu, "engage": f.engage, "paye": f.paye, "remarque": f.remarque,
        }
        for f in found
    ]  # fmt: skip


def _axe(axe: AxeDetails) -> Row:
    return {
        "code": axe.code,
        "parent": axe.parent,
        "titre": axe.titre,
        "avancement": _avancement(axe.avancement),
        "source": axe.source,
    }


def _objectif(objectif: ObjectifDetails) -> Row:
    return {
        "code": objectif.code,
        "parent": objectif.parent,
        "titre": objectif.titre,
        "section": objectif.section,
        "avancement": _avancement(objectif.avancement),
        "remarques": remarques(objectif.remarques),
        "source": objectif.source,
    }


def _action(action: ActionDetails, on: dt.date) -> Row:
    return {
        "code": action.code,
        "parent": action.parent,
        "titre": action.titre,
        "statut": statut(action.statut),
        "etat": action.etat(on),
        "echeance": action.echeance,
        "interpretee": action.echeance_interpretee,
        "prochaine_echeance": action.prochaine_echeance(),
        "note": action.note,
        "meteo": action.meteo,
        "meteo_le": action.meteo_le,
        "meteo_commentaire": action.meteo_commentaire,
        "avancement": _avancement(action.avancement),
        "responsables": [
            {"partenaire": e.partenaire, "nom": e.nom, "role": e.role, "precision": e.precision}
            for e in action.engagements
        ],
        "financements": _financements(action.financements),
        "remarques": remarques(action.remarques),
        "source": action.source,
    }


def _mesure(mesure: MesureDetails, on: dt.date) -> Row:
    return {
        "code": mesure.code,
        "parent": mesure.parent,
        "titre": mesure.titre,
        "statut": statut(mesure.statut),
        "etat": etat_echeance(mesure.echeance, mesure.statut, on),
        "fait_le": mesure.fait_le,
        "echeance": mesure.echeance,
        "interpretee": mesure.echeance_interpretee,
        "note": mesure.note,
        "reference": mesure.reference,
        "remarques": remarques(mesure.remarques),
        "source": mesure.source,
    }


def late(services: "Services", options: argparse.Namespace) -> Outcome:
    """List what is late or falls due, and the returns that are awaited."""
    on = options.on or services.clock.today()
    due = services.plans.echeances(on)
    waiting = [c for c in services.campagnes.list_all() if c.attendus()]
    data = {
        "le": on,
        "echeances": [
            {
                "plan": e.plan, "code": e.code, "titre": e.titre, "responsables": e.responsables,
                "echeance": e.echeance, "interpretee": e.interpretee, "etat": e.etat,
                "jours": e.jours,
            }
            for e in due
        ],
        "retours": [
            {
                "plan": c.plan, "periode": c.periode.code, "echeance": c.echeance,
                "partenaire": r.partenaire, "nom": r.nom, "etat": r.etat,
            }
            for c in waiting
            for r in c.attendus()
        ],
    }  # fmt: skip
    return Outcome(data, partial(_late_lines, due, waiting, on))


def _late_lines(
    due: Sequence[Echeance], waiting: Sequence[CampagneSummary], on: dt.date, width: int
) -> Iterator[str]:
    overdue = sum(e.etat is EtatEcheance.EN_RETARD for e in due)
    yield (
        f"Au {format_date(on)}{NBSP}: {overdue} en retard, "
        f"{len(due) - overdue} à échéance dans les trente jours."
    )
    if due:
        rows = [
            [
                marked(e.etat), format_date(e.echeance), format_nombre(e.jours, unite="j"), e.plan,
                e.code, e.titre, e.responsables,
            ]
            for e in due
        ]  # fmt: skip
        headers = ["État", "Échéance", "Délai", "Plan", "Code", "Titre", "Responsables"]
        yield ""
        yield from table(headers, rows, width, flexible=[5, 6])
    for campagne in waiting:
        names = ", ".join(retour.nom for retour in campagne.attendus())
        limit = f", pour le {format_date(campagne.echeance)}" if campagne.echeance else ""
        yield ""
        yield from paragraph(
            f"Retours attendus · {campagne.plan} · {campagne.periode.libelle}{limit}{NBSP}: "
            f"{names}.",
            width,
        )


def tick(services: "Services", options: argparse.Namespace) -> Outcome:
    """Set the status of a mesure or an action."""
    done = services.plans.tick(
        options.plan, options.mesure, options.on, options.status, options.note
    )
    is_mesure = isinstance(done, MesureDetails)
    today = services.clock.today()
    row = _mesure(done, today) if isinstance(done, MesureDetails) else _action(done, today)
    action = services.plans.action(options.plan, done.code)
    progress = action.avancement
    data = {
        "plan": options.plan,
        "mesure" if is_mesure else "action": row,
        "avancement": _avancement(progress),
    }
    word = STATUTS[done.statut]
    line = (
        f"{options.plan} {done.code} « {done.titre} »{NBSP}: {word} le {format_date(options.on)}. "
        f"{action.code}{NBSP}: {accord(progress.faites, 'mesure')} sur {progress.total}"
        f"{share(progress)}."
    )
    mark = MARKS[EtatEcheance.A_JOUR]
    return Outcome(data, lambda width: paragraph(line, width, f"{mark} "))
