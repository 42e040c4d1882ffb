"""``rates``."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from sdpd_desktop.commands.layout import table
from sdpd_desktop.commands.outcome import Outcome
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.indicateur import Indicateur
from sdpd_desktop.domain.taux_valeur import TauxValeur

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def rates(services: "Services", options: argparse.Namespace) -> Outcome:
    """List every stored value of a plan with its own rate, by place, zone and period."""
    indicateurs = {it.code: it for it in services.indicateurs.list_all(options.plan)}
    found = services.indicateurs.taux_des_valeurs(options.plan)
    data = {
        "plan": options.plan,
        "valeurs": [
            {
                "indicateur": rate.indicateur,
                "reference": indicateurs[rate.indicateur].reference,
                "territoire": rate.territoire,
                "zone": rate.zone,
                "periode": rate.periode,
                "valeur": rate.valeur,
                "part": rate.part,
            }
            for rate in found
        ],
    }
    return Outcome(data, partial(_lines, indicateurs, found))


def _lines(
    indicateurs: Mapping[str, Indicateur], found: Sequence[TauxValeur], width: int
) -> Iterator[str]:
    if not found:
        yield "Aucune valeur."
        return
    rows = []
    for rate in found:
        it = indicateurs[rate.indicateur]
        share = libelles.pourcentage(rate.part, 2) or libelles.ABSENT
        rows.append(
            [
                it.chiffre, it.titre, rate.territoire, rate.zone, rate.periode,
                libelles.nombre(it, rate.valeur), share,
            ]
        )  # fmt: skip
    headers = ["Chiffre", "Titre", "Territoire", "Zone", "Période", "Valeur", "Taux"]
    yield from table(headers, rows, width, flexible=[1], right=[5, 6])
