"""``compare``."""

import argparse
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import paragraph, table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.calcul import Terme
from sdpd_desktop.domain.comparaison import Comparaison, Fenetre, LigneComparaison
from sdpd_desktop.domain.texte import NBSP

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def compare(services: "Services", options: argparse.Namespace) -> Outcome:
    """Compare the indicators of a plan with the same period a year before."""
    found = services.comparaisons.lignes(options.plan, options.periode, options.territoire)
    data = {
        "plan": options.plan,
        "periode": options.periode.code,
        "lignes": [
            {
                "code": line.indicateur.code,
                "reference": line.indicateur.reference,
                "territoire": line.territoire,
                "zone": line.zone,
                **{fenetre.value: _row(line.sur(fenetre)) for fenetre in Fenetre},
            }
            for line in found
        ],
    }
    return Outcome(data, partial(_lines, found))


def _row(it: Comparaison) -> dict[str, object]:
    return {
        "avant": _terme(it.avant, it.intervalle_avant.libelle),
        "apres": _terme(it.apres, it.intervalle.libelle),
        "absolue": it.absolue,
        "relative": it.relative,
        "motif": it.motif,
        "notes": list(it.notes),
    }


def _terme(terme: Terme, libelle: str) -> dict[str, object]:
    return {
        "intervalle": libelle,
        "valeur": terme.valeur,
        "presence": terme.presence,
        "borne": terme.borne,
        "manquants": list(terme.manquants),
    }


def _lines(found: Sequence[LigneComparaison], width: int) -> Iterator[str]:
    rows, reasons = [], {}
    for line in found:
        spans = set()
        for it in (line.sur(fenetre) for fenetre in Fenetre):
            # A year, its cumul and its twelve months are the same span.
            if it.intervalle in spans or not (it.avant.connu or it.apres.connu):
                continue
            spans.add(it.intervalle)
            rows.append(_cells(line, it))
            if it.motif:
                reasons[f"{line.indicateur.chiffre}, {it.intervalle.libelle}{NBSP}: {it.motif}"] = 0
    if not rows:
        yield "Aucune valeur à comparer pour cette période."
        return
    headers = ["Chiffre", "Titre", "Zone", "Période", "N-1", "N", "Écart", "%"]
    yield from table(headers, rows, width, flexible=[1, 3], right=[4, 5, 6, 7])
    if reasons:
        yield ""
    for reason in reasons:
        yield from paragraph(f"{reason}.", width)


def _cells(line: LigneComparaison, it: Comparaison) -> list[str]:
    indicateur = line.indicateur
    return [
        indicateur.chiffre, indicateur.titre, line.zone, it.intervalle.libelle,
        libelles.terme(indicateur, it.avant), libelles.terme(indicateur, it.apres),
        libelles.ecart(indicateur, it.absolue), libelles.ecart_relatif(it.relative),
    ]  # fmt: skip
