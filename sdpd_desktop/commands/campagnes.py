"""``returns``, ``campaigns`` and ``remind``."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import NotFoundError
from sdpd_desktop.domain.retour import ETATS_RETOUR, CampagneSummary, RetourSummary
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.services.campagnes import PreparationResult
    from sdpd_desktop.services.relances import RelanceResult


def prepare(services: "Services", options: argparse.Namespace) -> Outcome:
    """Write one return workbook per partner."""
    done = services.campagnes.prepare(
        options.plan, options.period, options.out, options.partenaire, options.due
    )
    campagne = done.campagne
    data = {
        "plan": campagne.plan,
        "periode": campagne.periode.code,
        "campagne": campagne.code,
        "echeance": campagne.echeance,
        "fichiers": [path.resolve() for path in done.fichiers],
        "retours": [_retour(retour) for retour in campagne.retours],
        "sans_destinataire": list(campagne.sans_destinataire),
    }
    return Outcome(data, partial(_prepared_lines, done))


def list_campagnes(services: "Services", options: argparse.Namespace) -> Outcome:
    """List the campagnes with the state of each return."""
    campagnes = services.campagnes.list_all(options.plan)
    today = services.clock.today()
    listed = [
        {
            "campagne": campagne.code,
            "plan": campagne.plan,
            "periode": campagne.periode.code,
            "ouverte_le": campagne.ouverte_le,
            "echeance": campagne.echeance,
            "close_le": campagne.close_le,
            "mode": campagne.mode,
            "retours": [_retour(retour) for retour in campagne.retours],
            "en_retard": [retour.partenaire for retour in campagne.en_retard(today)],
        }
        for campagne in campagnes
    ]
    late = {retour.id for campagne in campagnes for retour in campagne.en_retard(today)}
    return Outcome({"campagnes": listed}, partial(_campagne_lines, campagnes, late))


def remind(services: "Services", options: argparse.Namespace) -> Outcome:
    """Write the letter, the mail and the workbook of each late partner, or of one."""
    campagnes = services.campagnes.list_all(options.plan)
    found = next((c for c in campagnes if c.periode == options.period), None)
    if found is None:
        raise NotFoundError(
            f"Le plan {options.plan} n'a pas de campagne pour {options.period.libelle}. "
            f"« sdpd campaigns --plan {options.plan} » les liste."
        )
    wanted = [r.id for r in found.retours if r.partenaire == options.partenaire]
    if options.partenaire and not wanted:
        raise NotFoundError(f"{options.partenaire} n'est pas sollicité dans {found.code}.")
    done = services.relances.relancer(found.id, options.out, wanted or None)
    data = {
        "campagne": found.code,
        "relances": list(done.partenaires),
        "fichiers": [path.resolve() for path in done.fichiers],
    }
    return Outcome(data, partial(_reminded_lines, done))


def _retour(retour: RetourSummary) -> Mapping[str, object]:
    return {
        "partenaire": retour.partenaire, "nom": retour.nom, "etat": retour.etat,
        "etat_le": retour.etat_le, "lignes": retour.lignes,
        "etapes": [
            {"etat": step.etat, "le": step.le, "emetteur": step.emetteur or None}
            for step in retour.etapes
        ],
        "emetteurs_attendus": list(retour.non_recus),
    }  # fmt: skip


def _prepared_lines(done: "PreparationResult", width: int) -> Iterator[str]:
    campagne = done.campagne
    count = accord(len(done.fichiers), "classeur écrit", "classeurs écrits")
    limit = f", attendus pour le {format_date(campagne.echeance)}" if campagne.echeance else ""
    title = f"{campagne.plan} · {campagne.periode.libelle}{NBSP}: {count}{limit}."
    yield from paragraph(title, width)
    yield from (f"  {path}" for path in done.fichiers)
    if campagne.sans_destinataire:
        names = ", ".join(campagne.sans_destinataire)
        yield from paragraph(
            f"Sans destinataire (ni membre ni relais connu){NBSP}: {names}.", width
        )


def _campagne_lines(
    campagnes: Sequence[CampagneSummary], late: set[str], width: int
) -> Iterator[str]:
    if not campagnes:
        yield "Aucune campagne."
    for rank, campagne in enumerate(campagnes):
        if rank:
            yield ""
        yield from paragraph(f"{campagne.code} · {_state(campagne)}", width)
        rows = [
            [
                retour.partenaire,
                retour.nom,
                ETATS_RETOUR[retour.etat] + (" (en retard)" if retour.id in late else ""),
                format_date(retour.etat_le),
            ]
            for retour in campagne.retours
        ]
        yield from table(["Code", "Partenaire", "État", "Depuis le"], rows, width, flexible=[1])


def _state(campagne: CampagneSummary) -> str:
    if campagne.close_le is not None:
        return f"close le {format_date(campagne.close_le)}"
    waiting = accord(len(campagne.attendus()), "retour attendu", "retours attendus")
    due = f" pour le {format_date(campagne.echeance)}" if campagne.echeance else ""
    return f"{waiting}{due}"


def _reminded_lines(done: "RelanceResult", width: int) -> Iterator[str]:
    count = accord(len(done.partenaires), "partenaire relancé", "partenaires relancés")
    yield from paragraph(f"{done.campagne.code}{NBSP}: {count}.", width)
    yield from (f"  {path}" for path in done.fichiers)
