"""``import``."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import DONE, REFUSED, Outcome
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import Ligne, Proposition, Verdict
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services

VERDICTS = {
    Verdict.NOUVEAU: "nouveau",
    Verdict.MODIFIE: "modifié",
    Verdict.INCHANGE: "inchangé",
    Verdict.REJETE: "rejeté",
    Verdict.A_CONFIRMER: "à confirmer",
}
COUNTED = {
    Verdict.NOUVEAU: ("nouveau", "nouveaux"),
    Verdict.MODIFIE: ("modifié", "modifiés"),
    Verdict.INCHANGE: ("inchangé", "inchangés"),
    Verdict.REJETE: ("rejeté", "rejetés"),
    Verdict.A_CONFIRMER: ("à confirmer", "à confirmer"),
}


@dataclass(frozen=True)
class _Taken:
    """What became of one file; ``refus`` says why it was refused whole."""

    chemin: Path
    proposition: Proposition | None = None
    changement: int | None = None
    annotee: Path | None = None
    refus: str = ""


def take_in(services: "Services", options: argparse.Namespace) -> Outcome:
    """Propose each file and, unless asked not to, apply it; a refused file stops no other."""
    taken = [_take(services, path, options) for path in options.fichiers]
    data = {
        "simulation": options.dry_run,
        "fichiers": [_file(one, dry_run=options.dry_run) for one in taken],
    }
    refusals = tuple(one.refus for one in taken if one.refus)
    return Outcome(
        data,
        partial(_import_lines, taken, options.dry_run),
        REFUSED if refusals else DONE,
        refusals,
    )


def _take(services: "Services", path: Path, options: argparse.Namespace) -> _Taken:
    annotated = changement = None
    try:
        proposition = services.importations.propose(path)
        # Before applying: if the copy cannot be written, nothing of this file is stored.
        if options.annotate:
            annotated = services.importations.annotate(proposition, options.annotate)
        known = proposition.deja_importe is not None and not proposition.applicables()
        if not options.dry_run and not known:
            changement = services.importations.apply(proposition).changement
    except UserError as error:
        return _Taken(path, refus=str(error))
    return _Taken(path, proposition, changement, annotated)


def _file(one: _Taken, *, dry_run: bool) -> Mapping[str, object]:
    it = one.proposition
    if it is None:
        return {"fichier": one.chemin, "refus": one.refus}
    return {
        "fichier": one.chemin,
        "refus": None,
        "empreinte": it.empreinte,
        "plan": it.plan,
        "campagne": it.campagne,
        "periode": it.periode.code,
        "partenaire": it.partenaire,
        "partenaire_nom": it.partenaire_nom,
        "comptes": {verdict.value: count for verdict, count in it.comptes().items()},
        "applique": not dry_run and one.changement is not None,
        "changement": one.changement,
        "deja_importe": it.deja_importe,
        "annotee": one.annotee.resolve() if one.annotee else None,
        "avertissements": list(it.avertissements),
        "lignes": [
            {
                "verdict": ligne.verdict, "objet": ligne.objet, "titre": ligne.titre,
                "colonne": ligne.colonne, "lieu": ligne.lieu, "texte": ligne.texte,
                "compris": ligne.compris, "ancien": ligne.ancien, "raison": ligne.raison,
                "correction": ligne.correction,
            }
            for ligne in it.lignes
        ],
    }  # fmt: skip


def _import_lines(taken: Sequence[_Taken], dry_run: bool, width: int) -> Iterator[str]:
    for rank, one in enumerate(taken):
        if rank:
            yield ""
        if one.proposition is None:
            yield from paragraph(f"{one.chemin.name}{NBSP}: refusé.", width)
        else:
            yield from _report(one, one.proposition, dry_run, width)


def _report(one: _Taken, it: Proposition, dry_run: bool, width: int) -> Iterator[str]:
    counts = ", ".join(accord(n, *COUNTED[verdict]) for verdict, n in it.comptes().items())
    yield from paragraph(f"{one.chemin.name}{NBSP}: {counts}.", width)
    yield from paragraph(
        f"{it.partenaire_nom} · {it.plan} · {it.periode.libelle} · {_outcome(one, it, dry_run)}",
        width,
    )
    for warning in it.avertissements:
        yield from paragraph(warning, width, "! ")
    if told := [ligne for ligne in it.lignes if ligne.verdict is not Verdict.INCHANGE]:
        headers = ["Cellule", "Objet", "Verdict", "Avant", "Saisi", "Compris", "Raison"]
        yield from table(headers, list(map(_row, told)), width, flexible=[4, 6])
    if one.annotee:
        yield from paragraph(f"Copie à renvoyer, erreurs marquées{NBSP}: {one.annotee}", width)


def _outcome(one: _Taken, it: Proposition, dry_run: bool) -> str:
    if dry_run:
        done = "simulation, rien n'est modifié"
    elif one.changement is None:
        done = "rien à appliquer"
    else:
        done = f"appliqué (changement n°{NBSP}{one.changement})"
    if it.deja_importe is None:
        return done
    return f"{done} · mêmes valeurs que le changement n°{NBSP}{it.deja_importe}"


def _row(ligne: Ligne) -> list[str]:
    reason = ligne.raison
    if ligne.correction:
        reason = f"{reason} Proposition{NBSP}: {ligne.correction}".strip()
    what = f"{ligne.objet} {ligne.colonne}".strip()
    verdict = VERDICTS[ligne.verdict]
    return [ligne.lieu, what, verdict, ligne.ancien, ligne.texte, ligne.compris, reason]
