"""``ssmsi``: takes in a table of recorded crime figures."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.commands.retours import COUNTED, VERDICTS
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.ssmsi import ComptesSerie, PropositionSsmsi
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

TOLD = 50


@dataclass(frozen=True)
class _Done:
    it: PropositionSsmsi
    changement: int | None
    issue: str


def take_in(services: "Services", options: argparse.Namespace) -> Outcome:
    """Propose a table and, unless asked not to or a question is open, apply it."""
    it = services.ssmsi.propose(
        options.fichier, options.plan, toutes_communes=options.all_communes,
        produit_le=options.produced,
    )  # fmt: skip
    changement: int | None = None
    warnings: tuple[str, ...] = ()
    if options.dry_run:
        issue = "simulation, rien n'est modifié"
    elif it.questions and not options.confirm:
        issue = "non appliqué, à confirmer"
        warnings = (
            "la correspondance des colonnes est à confirmer : relancez avec --confirm si elle "
            "est juste, sinon corrigez-la dans la fenêtre.",
        )
    else:
        changement = services.ssmsi.apply(it, confirme=options.confirm).changement
        issue = f"appliqué (changement n°{NBSP}{changement})" if changement else "rien à appliquer"
    done = _Done(it, changement, issue)
    return Outcome(_data(done, options), partial(_lines, done), warnings=warnings)


def _data(done: _Done, options: argparse.Namespace) -> dict[str, object]:
    it = done.it
    return {
        "simulation": options.dry_run,
        "fichier": it.chemin,
        "empreinte": it.lu.empreinte,
        "plan": it.plan,
        "departement": it.departement,
        "source": it.origine,
        "disposition": it.lu.correspondance.disposition.value,
        "applique": done.changement is not None,
        "changement": done.changement,
        "comptes": {verdict.value: count for verdict, count in it.comptes().items()},
        "ecartees": dict(it.ecartees),
        "questions": list(it.questions),
        "avertissements": list(it.avertissements),
        "territoires_nouveaux": len(it.territoires_nouveaux),
        "series": [
            {
                "code": one.serie.code,
                "titre": one.serie.titre,
                "unite": one.serie.unite,
                "nouvelle": one.nouvelle,
                "valeurs": one.valeurs,
                "non_diffusees": one.secretes,
                "par_annee": {str(year): count for year, count in one.par_annee},
            }
            for one in it.series
        ],
        "colonnes": [
            {"titre": c.titre, "role": c.role.value} for c in it.lu.correspondance.colonnes
        ],
        "modifies": [
            {
                "serie": line.valeur.serie,
                "periode": line.valeur.periode.code,
                "territoire": line.territoire,
                "zone": line.valeur.zone.value,
                "avant": line.ancienne,
                "apres": line.valeur.valeur,
                "lieu": line.valeur.lieu,
            }
            for line in it.lignes
            if line.verdict is Verdict.MODIFIE
        ],
        "defauts": [{"lieu": lieu, "raison": why} for lieu, why in it.lu.defauts],
        "nombre_defauts": it.lu.nombre_defauts,
    }


def _lines(done: _Done, width: int) -> Iterator[str]:
    it = done.it
    counts = ", ".join(accord(n, *COUNTED[verdict]) for verdict, n in it.comptes().items())
    yield from paragraph(f"{it.lu.nom}{NBSP}: {counts}.", width)
    yield from paragraph(f"{it.origine} · {it.plan} · {done.issue}", width)
    for why, count in it.ecartees.items():
        yield from paragraph(
            f"{accord(count, 'ligne laissée', 'lignes laissées')}{NBSP}: {why}.", width
        )
    for question in it.questions:
        yield from paragraph(question, width, "? ")
    for warning in it.avertissements:
        yield from paragraph(warning, width, "! ")
    headers = ["Série", "Titre", "Unité", "Années", "Valeurs", "Non diff."]
    yield from table(headers, [_row(one) for one in it.series], width, flexible=[1], right=[4, 5])
    changed = [line for line in it.lignes if line.verdict is Verdict.MODIFIE]
    if changed:
        rows = [
            [
                line.valeur.lieu, line.valeur.serie, line.valeur.periode.libelle, line.territoire,
                VERDICTS[line.verdict], line.ancienne, line.valeur.texte,
            ]
            for line in changed[:TOLD]
        ]  # fmt: skip
        names = ["Lieu", "Série", "Période", "Territoire", "Verdict", "Avant", "Après"]
        yield from table(names, rows, width, flexible=[1])
    for lieu, why in it.lu.defauts[:TOLD]:
        yield from paragraph(f"{lieu}{NBSP}: {why}", width, "! ")


def _row(one: ComptesSerie) -> list[str]:
    first, last = one.par_annee[0][0], one.par_annee[-1][0]
    years = str(first) if first == last else f"{first}-{last}"
    return [
        one.serie.code, one.serie.titre, one.serie.unite, years, str(one.valeurs),
        str(one.secretes),
    ]  # fmt: skip
