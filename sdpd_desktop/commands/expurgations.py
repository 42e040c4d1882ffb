"""``expunge``."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.expurgation import ApercuExpurgation
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def expunge(services: "Services", options: argparse.Namespace) -> Outcome:
    """Take a text, or a kept file, out of everything; or only tell where it is."""
    service = services.expurgations
    changement: int | None = None
    clean = True
    # A text on the command line would stay in the terminal's history: it is read instead.
    texte = None if options.file else sys.stdin.read().strip("\n")
    if options.dry_run:
        told = service.apercu_fichier(options.file) if options.file else service.apercu(texte or "")
    else:
        done = (
            service.expurger_fichier(options.file, options.reason)
            if texte is None
            else service.expurger(texte, options.reason)
        )
        told, changement, clean = done.apercu, done.changement, done.nettoye
    data = {
        "simulation": options.dry_run,
        "changement": changement,
        "elements": told.elements,
        "endroits": list(told.endroits),
        "fichiers": list(told.fichiers),
        "restes": list(told.restes),
        "sauvegardes": [it.chemin for it in told.sauvegardes],
        "copies": list(told.copies),
        "nettoye": clean,
    }
    return Outcome(data, lambda width: _lines(told, changement, clean, width))


def _lines(
    told: ApercuExpurgation, changement: int | None, clean: bool, width: int
) -> Iterator[str]:
    places = ", ".join(told.endroits) or "nulle part"
    if changement is None:
        yield from paragraph(f"Simulation, rien n'est modifié. Trouvé{NBSP}: {places}.", width)
    else:
        yield from paragraph(f"Expurgé (changement n°{NBSP}{changement}){NBSP}: {places}.", width)
    for name in told.fichiers:
        yield from paragraph(f"Fichier reçu{NBSP}: {name}", width)
    for sentence in told.restes:
        yield from paragraph(sentence, width, "! ")
    for backup in told.sauvegardes:
        when = format_date(backup.faite_le.astimezone().date())
        yield from paragraph(
            f"La sauvegarde du {when} le contient encore, à détruire{NBSP}: {backup.chemin}",
            width, "! ",
        )  # fmt: skip
    for copy in told.copies:
        yield from paragraph(f"Copie de la base à détruire aussi{NBSP}: {copy}", width, "! ")
    if not clean:
        yield from paragraph(
            "Une autre fenêtre tient la base : fermez-la et recommencez, pour que les octets "
            "libérés soient effacés du disque.", width, "! ",
        )  # fmt: skip
