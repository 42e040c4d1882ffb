"""Remarks on the sources, laid out for reading."""

from collections.abc import Iterable
from html import escape

from sdpd_desktop.domain.plan import Remarque
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours


def html(remarques: Iterable[tuple[str, Remarque]]) -> str:
    """Return one paragraph per remark: what it is about, what it says, where it stands."""
    muted = colours.shown().muted
    parts = []
    for objet, remarque in remarques:
        source = ""
        if remarque.source:
            source = (
                f'<br><span style="color:{muted}">Source{NBSP}: {escape(remarque.source)}</span>'
            )
        parts.append(
            f'<p style="margin:0 0 10px 0"><b>{escape(objet)}</b>{NBSP}· '
            f"{escape(remarque.texte)}{source}</p>"
        )
    return "".join(parts)
