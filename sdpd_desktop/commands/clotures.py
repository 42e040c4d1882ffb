"""``lock`` and ``unlock``."""

import argparse
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.domain.cloture import Cloture
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def lock(services: "Services", options: argparse.Namespace) -> Outcome:
    """Lock a period of a plan."""
    made = services.clotures.clore(options.plan, options.periode)
    line = (
        f"{made.plan}, {made.periode.libelle}{NBSP}: période clôturée le "
        f"{format_date(made.close_le)}. Ses valeurs ne changent plus."
    )
    return Outcome({"cloture": row(made)}, partial(paragraph, line))


def unlock(services: "Services", options: argparse.Namespace) -> Outcome:
    """Let the values of a locked period change again."""
    ended = services.clotures.rouvrir(options.plan, options.periode, options.reason)
    line = f"{ended.plan}, {ended.periode.libelle}{NBSP}: période rouverte ({ended.motif})."
    return Outcome({"cloture": row(ended)}, partial(paragraph, line))


def row(cloture: Cloture) -> dict[str, object]:
    """Return a lock for scripts."""
    return {
        "plan": cloture.plan,
        "periode": cloture.periode.code,
        "en_vigueur": cloture.en_vigueur,
        "close_le": cloture.close_le,
        "auteur": cloture.auteur,
        "rouverte_le": cloture.rouverte_le,
        "rouverte_par": cloture.rouverte_par,
        "motif": cloture.motif,
    }
