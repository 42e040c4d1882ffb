"""``import``."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import DONE, REFUSED, Outcome
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.importation import Ligne, Proposition, Verdict
from sdpd_desktop.domain.reception import CHAMPS, DispositionAConfirmer
from sdpd_desktop.domain.texte import NBSP, quote

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.services.receptions import Lot

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
    """What became of one file; ``refus`` says why it was refused whole.

    Attributes:
        question: What a person must say in the window first: whose file it is, its columns.
    """

    chemin: Path
    proposition: Proposition | None = None
    question: DispositionAConfirmer | None = None
    changement: int | None = None
    annotee: Path | None = None
    refus: str = ""


def take_in(services: "Services", options: argparse.Namespace) -> Outcome:
    """Propose each file and, unless asked not to, apply it; a refused file stops no other."""
    recus = services.receptions.deplier(options.fichiers)
    lot = services.receptions.lot()
    taken = [_examine(lot, path) for path in recus.fichiers]
    compared = iter(
        services.receptions.rapprocher([one.proposition for one in taken if one.proposition])
    )
    taken = [replace(one, proposition=next(compared)) if one.proposition else one for one in taken]
    for rank, one in enumerate(taken):
        if one.proposition:
            stored = any(before.changement is not None for before in taken[:rank])
            taken[rank] = _take(services, one, one.proposition, options, again=stored)
    data = {
        "simulation": options.dry_run,
        "ecartes": list(recus.ecartes),
        "fichiers": [_file(one, dry_run=options.dry_run) for one in taken],
    }
    refusals = tuple(one.refus for one in taken if one.refus)
    return Outcome(
        data,
        partial(_import_lines, taken, recus.ecartes, options.dry_run),
        REFUSED if refusals else DONE,
        refusals,
    )


def _examine(lot: "Lot", path: Path) -> _Taken:
    try:
        found = lot.examiner(path)
    except UserError as error:
        return _Taken(path, refus=str(error))
    if isinstance(found, DispositionAConfirmer):
        return _Taken(path, question=found)
    return _Taken(path, found)


def _take(
    services: "Services",
    one: _Taken,
    proposition: Proposition,
    options: argparse.Namespace,
    *,
    again: bool,
) -> _Taken:
    """Apply what asks nothing; ``again`` compares anew with what the files before stored."""
    annotated = changement = None
    try:
        if again:
            proposition = services.receptions.actualiser(proposition)
        # Before applying: if the copy cannot be written, nothing of this file is stored.
        if options.annotate:
            annotated = services.importations.annotate(proposition, options.annotate)
        known = proposition.deja_importe is not None and not proposition.applicables()
        if not options.dry_run and not known:
            changement = services.importations.apply(proposition).changement
    except UserError as error:
        return _Taken(one.chemin, refus=str(error))
    return _Taken(one.chemin, proposition, None, changement, annotated)


def _file(one: _Taken, *, dry_run: bool) -> Mapping[str, object]:
    it = one.proposition
    if one.question is not None:
        return {"fichier": one.chemin, "refus": None, "a_confirmer": _asked(one.question)}
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
        "etat_neant": it.etat_neant,
        "avertissements": list(it.remarques),
        "lignes": [
            {
                "verdict": ligne.verdict, "objet": ligne.objet, "titre": ligne.titre,
                "precision": ligne.precision,
                "colonne": ligne.colonne, "lieu": ligne.lieu, "texte": ligne.texte,
                "compris": ligne.compris, "ancien": ligne.ancien, "raison": ligne.raison,
                "correction": ligne.correction,
            }
            for ligne in it.lignes
        ],
    }  # fmt: skip


def _asked(question: DispositionAConfirmer) -> Mapping[str, object]:
    return {
        "question": question.question,
        "retours_possibles": [possible.libelle for possible in question.possibles],
        "tableaux": [
            {
                "feuille": table.proposee.disposition.feuille,
                "colonnes": [
                    {"titre": column.titre, "champ": column.champ}
                    for column in table.proposee.disposition.colonnes
                ],
            }
            for table in question.tables
        ],
    }


def _question_lines(question: DispositionAConfirmer, width: int) -> Iterator[str]:
    """List the columns as they would be taken; the answer is given in the window."""
    yield from paragraph(f"{question.fichier}{NBSP}: à confirmer.", width)
    yield from paragraph(
        f"Disposition à confirmer dans la fenêtre (Retours partenaires){NBSP}: {question.question}",
        width,
    )
    for table_ in question.tables:
        layout = table_.proposee.disposition
        rows = [[column.titre, CHAMPS[column.champ]] for column in layout.colonnes]
        yield from paragraph(f"Feuille {quote(layout.feuille)}{NBSP}:", width)
        yield from table(["Titre trouvé", "Tenue pour"], rows, width, flexible=[0])


def _import_lines(
    taken: Sequence[_Taken], left: Sequence[str], dry_run: bool, width: int
) -> Iterator[str]:
    for text in left:
        yield from paragraph(text, width, "! ")
    if len(taken) > 1:
        yield from _summary(taken, width)
    for rank, one in enumerate(taken):
        if rank or left or len(taken) > 1:
            yield ""
        if one.question is not None:
            yield from _question_lines(one.question, width)
        elif one.proposition is None:
            yield from paragraph(f"{one.chemin.name}{NBSP}: refusé.", width)
        else:
            yield from _report(one, one.proposition, dry_run, width)


def _summary(taken: Sequence[_Taken], width: int) -> Iterator[str]:
    """One row for each file, before the details."""
    rows = []
    for one in taken:
        counts = one.proposition.comptes() if one.proposition else {}
        state = "refusé" if one.refus else "à confirmer" if one.question else "lu"
        numbers = [str(counts[verdict]) if counts else "" for verdict in Verdict]
        rows.append([one.chemin.name, state, *numbers])
    yield from table(["Fichier", "État", *map(str.capitalize, VERDICTS.values())], rows, width,
                     flexible=[0])  # fmt: skip


def _report(one: _Taken, it: Proposition, dry_run: bool, width: int) -> Iterator[str]:
    counts = ", ".join(accord(n, *COUNTED[verdict]) for verdict, n in it.comptes().items())
    yield from paragraph(f"{one.chemin.name}{NBSP}: {counts}.", width)
    yield from paragraph(
        f"{it.partenaire_nom} · {it.plan} · {it.periode.libelle} · {_outcome(one, it, dry_run)}",
        width,
    )
    for warning in it.remarques:
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
    what = f"{ligne.designation} {ligne.colonne}".strip()
    verdict = VERDICTS[ligne.verdict]
    return [ligne.lieu, what, verdict, ligne.ancien, ligne.texte, ligne.compris, reason]
