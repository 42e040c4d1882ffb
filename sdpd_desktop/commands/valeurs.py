"""``record``."""

import argparse
from typing import TYPE_CHECKING

from sdpd_desktop.commands.chiffres import observation
from sdpd_desktop.commands.layout import paragraph
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.commands.plan_texte import chiffre
from sdpd_desktop.documents import libelles
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def record(services: "Services", options: argparse.Namespace) -> Outcome:
    """Store one value, and say what it makes of the indicator."""
    try:
        stored = services.indicateurs.record(
            options.plan,
            options.indicateur,
            options.periode,
            options.valeur,
            options.territoire,
            Zone(options.zone),
            options.comment,
        )
    except ValidationError as error:
        if not str(error).endswith("?"):
            raise
        # Nobody can answer here: the value must be typed so that it asks nothing.
        advice = "Rien n'est enregistré. Écrivez une valeur qui ne prête pas à question."
        raise ValidationError(error.field, f"{error} {advice}") from error
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
