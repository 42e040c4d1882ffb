"""A whole plan as text: the tree, what is followed in it, and what must be known about it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sdpd_desktop.commands.layout import MARKS, paragraph
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import SuiviIndicateur
from sdpd_desktop.domain.plan import (
    ActionDetails,
    Avancement,
    EngagementDetails,
    EtatEcheance,
    FinancementDetails,
    MesureDetails,
    ObjectifDetails,
    PlanDetails,
    Remarque,
    Role,
    Statut,
    etat_echeance,
)
from sdpd_desktop.domain.texte import NBSP

STEP = "  "
_Suivis = dict[str, list[SuiviIndicateur]]


def plan_lines(
    plan: PlanDetails,
    suivis: Sequence[SuiviIndicateur],
    coverage: tuple[int, int],
    on: dt.date,
    width: int,
) -> Iterator[str]:
    """Print the plan as it stands that day; ``coverage`` is (actions with a rate, actions)."""
    by_parent: _Suivis = defaultdict(list)
    for suivi in suivis:
        by_parent[suivi.indicateur.parent].append(suivi)
    yield from paragraph(f"{plan.code} · {plan.titre}", width)
    about = [plan.type, plan.territoire, _period(plan), f"source {plan.source}"]
    yield from paragraph(" · ".join(filter(None, about)), width)
    yield from paragraph(
        f"Au {format_date(on)}{NBSP}: {libelles.avancement(plan.avancement)} mesures réalisées, "
        f"{coverage[0]} actions chiffrées sur {coverage[1]}.",
        width,
    )
    yield from _chiffres(by_parent[plan.code], width, "")
    yield from _financements(plan.financements, width, "")
    yield from _remarques(plan.remarques, width, "")
    for axe in plan.axes:
        yield ""
        yield from paragraph(
            f"{axe.titre.upper()}{_progress(axe.avancement)}", width, f"{axe.code} "
        )
        yield from _chiffres(by_parent[axe.code], width, STEP)
        for objectif in axe.objectifs:
            yield from _objectif(objectif, by_parent, on, width)


def _objectif(
    objectif: ObjectifDetails, by_parent: _Suivis, on: dt.date, width: int
) -> Iterator[str]:
    yield ""
    section = f" [{objectif.section}]" if objectif.section else ""
    title = f"{objectif.titre}{section}{_progress(objectif.avancement)}"
    yield from paragraph(title, width, f"{objectif.code} ")
    yield from _chiffres(by_parent[objectif.code], width, STEP)
    yield from _remarques(objectif.remarques, width, STEP)
    for action in objectif.actions:
        yield from _action(action, by_parent[action.code], on, width)


def _action(
    action: ActionDetails, suivis: Iterable[SuiviIndicateur], on: dt.date, width: int
) -> Iterator[str]:
    etat = action.etat(on)
    state = _state(etat, action.statut, action.echeance, action.echeance_interpretee)
    yield ""
    yield from paragraph(
        f"{action.titre} – {state}{_progress(action.avancement)}",
        width,
        f"{STEP}{MARKS[etat]} {action.code} ",
    )
    inner = STEP * 3
    if action.engagements:
        names = ", ".join(map(_engagement, action.engagements))
        yield from paragraph(f"Responsables{NBSP}: {names}", width, inner)
    if action.meteo:
        comment = f" – {action.meteo_commentaire}" if action.meteo_commentaire else ""
        when = format_date(action.meteo_le)
        yield from paragraph(f"Météo{NBSP}: {action.meteo} le {when}{comment}", width, inner)
    if action.note:
        yield from paragraph(f"Note{NBSP}: {action.note}", width, inner)
    for mesure in action.mesures:
        yield from _mesure(mesure, on, width, inner)
    yield from _chiffres(suivis, width, inner)
    yield from _financements(action.financements, width, inner)
    yield from _remarques(action.remarques, width, inner)


def _mesure(mesure: MesureDetails, on: dt.date, width: int, lead: str) -> Iterator[str]:
    etat = etat_echeance(mesure.echeance, mesure.statut, on)
    state = _state(etat, mesure.statut, mesure.echeance, mesure.echeance_interpretee)
    done = f" le {format_date(mesure.fait_le)}" if mesure.fait_le else ""
    note = f" ({mesure.note})" if mesure.note else ""
    reference = f" [{mesure.reference}]" if mesure.reference else ""
    yield from paragraph(
        f"{mesure.titre}{reference} – {state}{done}{note}",
        width,
        f"{lead}{MARKS[etat]} {mesure.code} ",
    )
    yield from _remarques(mesure.remarques, width, lead + STEP)


def _chiffres(suivis: Iterable[SuiviIndicateur], width: int, lead: str) -> Iterator[str]:
    for suivi in suivis:
        yield from paragraph(f"{chiffre(suivi)}", width, f"{lead}≡ {suivi.indicateur.chiffre} ")
        yield from _remarques(suivi.indicateur.remarques, width, lead + STEP)


def chiffre(suivi: SuiviIndicateur) -> str:
    """Return « Titre (unité) : valeur 3 600 (2022) · départ … · cible … · taux … »."""
    it, last, rate = suivi.indicateur, suivi.derniere, suivi.taux
    when = f" ({last.periode.libelle})" if last else ""
    parts = [f"valeur{NBSP}{libelles.observation(it, last)}{when}"]
    depart = libelles.reference(it, it.depart)
    if depart != libelles.ABSENT:
        parts.append(f"départ{NBSP}{depart}")
    for cible in it.cibles or (None,):
        shown = libelles.cible(it, cible)
        also = f" [{cible.reference}]" if cible and cible.reference else ""
        if shown != libelles.ABSENT:
            parts.append(f"cible{NBSP}{shown}{also}")
    if rate.part is not None:
        parts.append(f"taux{NBSP}{libelles.pourcentage(rate.part, 2)} ({rate.libelle})")
    elif rate.motif:
        parts.append(rate.motif)
    unit = f" ({it.unite})" if it.unite else ""
    return f"{it.titre}{unit}{NBSP}: {' · '.join(parts)}"


def _remarques(remarques: Iterable[Remarque], width: int, lead: str) -> Iterator[str]:
    for remarque in remarques:
        yield from paragraph(remarque.texte, width, f"{lead}! ")


def _financements(found: Iterable[FinancementDetails], width: int, lead: str) -> Iterator[str]:
    for money in found:
        amounts = [
            f"{word}{NBSP}{libelles.euros(amount)}"
            for word, amount in (
                ("prévu", money.prevu), ("engagé", money.engage), ("payé", money.paye),
            )
            if amount is not None
        ]  # fmt: skip
        parts = [money.source, libelles.annees(money.annee, money.annee_fin), *amounts]
        text = " · ".join(filter(None, [*parts, money.remarque]))
        yield from paragraph(text, width, f"{lead}€ ")


def _engagement(engagement: EngagementDetails) -> str:
    told = [] if engagement.role is Role.RESPONSABLE else [libelles.ROLES[engagement.role]]
    told += [engagement.precision] if engagement.precision else []
    return f"{engagement.nom} ({', '.join(told)})" if told else engagement.nom


def _state(etat: EtatEcheance, statut: Statut, echeance: dt.date | None, told: str) -> str:
    words = [libelles.STATUTS[statut]]
    if etat is EtatEcheance.EN_RETARD:
        words.append("en retard")
    if echeance:
        words.append(f"échéance {format_date(echeance)}{f' ({told})' if told else ''}")
    return ", ".join(words)


def _period(plan: PlanDetails) -> str:
    return libelles.periode_plan(plan.debut, plan.fin)


def _progress(valeur: Avancement) -> str:
    return f" · {libelles.avancement(valeur)}" if valeur.total else ""


def share(valeur: Avancement) -> str:
    """Return « (27 %) » with a space before it, or "" where nothing counts."""
    return f" ({libelles.pourcentage(valeur.part)})" if valeur.total else ""
