"""``conventions``, ``convention``, ``convention-import`` and ``bilan``."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.domain.convention import ConventionSummary
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import StorageError
from sdpd_desktop.domain.impression import DocumentConvention
from sdpd_desktop.domain.libelles import ETATS_CONVENTION
from sdpd_desktop.domain.rapport import TypeRapport
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def list_conventions(services: "Services", _options: argparse.Namespace) -> Outcome:
    """List the register of conventions."""
    found = services.conventions.list_all()
    return Outcome(
        {"conventions": [_convention(c) for c in found]}, partial(_conventions_lines, found)
    )


def _convention(it: ConventionSummary) -> dict[str, object]:
    return {
        "code": it.code,
        "nature": it.nature,
        "titre": it.titre,
        "plan": it.plan,
        "territoire": it.territoire,
        "parties": it.parties,
        "etat": it.etat,
        "etat_le": it.etat_le,
        "fin": it.fin,
    }


def _conventions_lines(found: Sequence[ConventionSummary], width: int) -> Iterator[str]:
    if not found:
        yield "Aucune convention."
        return
    rows = [
        [
            c.code, c.titre, c.parties, ETATS_CONVENTION[c.etat], format_date(c.etat_le),
            format_date(c.fin),
        ]
        for c in found
    ]  # fmt: skip
    headers = ["Code", "Titre", "Parties", "État", "Depuis", "Fin"]
    yield from table(headers, rows, width, flexible=[1, 2])


def print_one(services: "Services", options: argparse.Namespace) -> Outcome:
    """Write a convention: its summary or its text as PDF, or all of it as JSON."""
    require_folder(options.out)
    code, out, reserve = options.convention, options.out, ""
    if out.suffix.lower() == ".json":
        path = services.conventions.write_json(code, out)
    elif options.fields:
        path = services.signatures.preparer(code, out)
        reserve = services.conventions.details(code).reserve
    else:
        kind = DocumentConvention.TEXTE if options.texte else DocumentConvention.SYNTHESE
        path = services.conventions.write_pdf(code, out, options.annexes, kind)
    done = written(path, convention=code, annexes=options.annexes or options.fields)
    return replace(done, warnings=(reserve,)) if reserve else done


def take_one(services: "Services", options: argparse.Namespace) -> Outcome:
    """Store as a draft a convention that was written as JSON."""
    made = services.redactions.importer(options.fichier, options.code or "")
    return Outcome(
        {"convention": made.resume.code, "a_completer": list(made.manques())},
        partial(paragraph, f"Brouillon {made.resume.code} créé{NBSP}: {made.resume.titre}"),
    )


def bilan(services: "Services", options: argparse.Namespace) -> Outcome:
    """Write the report of a plan, as PDF, workbook or OpenDocument."""
    require_folder(options.out)
    path = services.rapports.ecrire(TypeRapport.BILAN, options.plan, options.period, options.out)
    return written(path, plan=options.plan, periode=options.period.code)


def written(path: Path, **about: object) -> Outcome:
    """Return what to say of a file just written."""
    data = {**about, "fichier": path.resolve(), "octets": path.stat().st_size}
    return Outcome(data, partial(paragraph, f"Écrit{NBSP}: {path}"))


def require_folder(out: Path) -> None:
    """Refuse a file to write in a folder that does not exist.

    Raises:
        StorageError: It does not; none is created.
    """
    if not out.parent.is_dir():
        raise StorageError(
            f"Le dossier {out.parent} n'existe pas{NBSP}: créez-le, ou choisissez-en un autre "
            "(--out). Rien n'a été écrit."
        )
