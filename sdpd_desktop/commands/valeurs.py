"""``record``."""

import argparse
from typing import TYPE_CHECKING

from sdpd_desktop.commands.chiffres import observation
from sdpd_desktop.commands.layout import paragraph
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.commands.plan_texte import chiffre
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.errors import ConfirmationError
from sdpd_desktop.domain.indicateur import Consolidation
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def record(services: "Services", options: argparse.Namespace) -> Outcome:
    """Store one value, and say what it makes of the indicator."""
    consolidation = Consolidation.CONSOLIDE if options.consolidated else Consolidation.PROVISOIRE
    try:
        stored = services.indicateurs.record(
            options.plan,
            options.indicateur,
            options.periode,
            options.valeur,
            options.territoire,
            Zone(options.zone),
            options.comment,
            confirme=options.confirm,
            consolidation=consolidation,
            extraite_le=options.extracted,
        )
    except ConfirmationError as error:
        # Nobody can answer here: the command line must.
        advice = "Rien n'est enregistré. Corrigez la valeur, ou gardez-la avec --confirm."
        raise ConfirmationError(error.field, f"{error} {advice}") from error
    suivi = next(
        found
        for found in services.indicateurs.suivis(options.plan, services.clock.today())
        if found.indicateur.code == stored.indicateur
    )
    it = suivi.indicateur
    data = {
        "plan": options.plan,
        "indicateur": it.code,
        "reference": it.reference,
        "valeur": observation(stored),
        "taux": {
            "part": suivi.taux.part,
            "terme": suivi.taux.terme,
            "total": suivi.taux.total,
            "libelle": suivi.taux.libelle,
            "motif": suivi.taux.motif,
        },
    }
    place = stored.territoire + ("" if stored.zone is Zone.ENSEMBLE else f", {stored.zone}")
    line = (
        f"Enregistré{NBSP}: {it.chiffre}, {stored.periode.libelle}, {place}{NBSP}: "
        f"{libelles.observation(it, stored)}."
    )
    return Outcome(data, lambda width: [*paragraph(line, width), *paragraph(chiffre(suivi), width)])
