"""Reads the kinds of convention that ship in ``resources/conventions``."""

from functools import cache

from sdpd_desktop.assets import asset_path
from sdpd_desktop.documents.reference import read_folder
from sdpd_desktop.domain.convention import NatureConvention
from sdpd_desktop.domain.modele_convention import ModeleConvention

_TABLES = {
    "partie": "parties",
    "signataire": "signataires",
    "article": "articles",
    "membre": "composition",
    "annexe": "annexes",
}


@cache
def read_modeles() -> tuple[ModeleConvention, ...]:
    """Return every kind, those that the sources describe best first.

    Raises:
        ValidationError: A file breaks the rules; the message names it.
    """
    found = read_folder(asset_path("resources"), "conventions", "modele", _TABLES, ModeleConvention)
    order = list(NatureConvention)
    return tuple(sorted(found, key=lambda modele: order.index(modele.nature)))
