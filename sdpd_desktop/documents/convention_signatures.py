"""The end of a convention: where and when it is signed, in how many originals, and by whom."""

import datetime as dt
from collections.abc import Callable
from itertools import groupby

from reportlab.platypus import Flowable, KeepTogether, Spacer

from sdpd_desktop.documents.pdf_page import titre
from sdpd_desktop.documents.pdf_styles import MENTION_SIGNATURE, NOM, QUALITE, TEXTE, paragraphe
from sdpd_desktop.documents.pdf_tableau import cadres
from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.dates import format_date_longue
from sdpd_desktop.domain.signataire import SignataireDetails, bloc
from sdpd_desktop.domain.texte import NBSP

_BOX = 92  # points in height for a name, a signature and a stamp
_BOX_MANDAT = 130  # with the name of another hand, and the act that allows it


_ELECTRONIC = "Signé électroniquement : chaque signature porte sa date et son lieu."
Placer = Callable[[SignataireDetails], Flowable]


def signatures(
    details: ConventionDetails, today: dt.date, placer: Placer | None = None
) -> list[Flowable]:
    """Return the blocks in the chosen order; co-presidents stand side by side.

    ``placer`` gives what stands for the hand in each, for an electronic signature.
    """
    people = sorted(details.signataires, key=lambda person: person.rang)
    if not people:
        return []
    on = details.reference(today)
    boxes: list[Flowable] = []
    for _copreside, group in groupby(people, key=lambda person: person.copreside):
        blocks = list(group)
        height = _BOX_MANDAT if any(person.mandat for person in blocks) else _BOX
        boxes += cadres([_box(person, on, placer) for person in blocks], height)
    made = paragraphe(_ELECTRONIC if placer else fait_a(details), TEXTE)
    return [KeepTogether([*titre("Signatures"), made, Spacer(0, 4), *boxes])]


def fait_a(details: ConventionDetails) -> str:
    """Return « Fait à Noisiel, le 4 juillet 2019, en 2 exemplaires originaux »."""
    avenant = details.avenants[-1] if details.avenants else None
    on = avenant.signe_le if avenant else details.signee_le
    place = details.signature_lieu if on else ""
    copies = _copies(details.exemplaires, signed=on is not None)
    if on is None:
        return f"Fait à {'.' * 40}, le {'.' * 30}{copies}"
    day = format_date_longue(on)
    if not place:
        return f"Fait le {day}{copies}"
    if place[0].isupper():
        return f"Fait à {place}, le {day}{copies}"
    return f"Fait le {day}, {place}{copies}"


def _copies(count: int, *, signed: bool) -> str:
    if not count:
        return "" if signed else f", en {'.' * 6} exemplaires originaux"
    many = "s" if count > 1 else ""
    shape = "originaux" if count > 1 else "original"
    return f", en {count}{NBSP}exemplaire{many} {shape}"


def _box(person: SignataireDetails, on: dt.date, placer: Placer | None) -> list[Flowable]:
    words = bloc(person, on)
    lines: list[Flowable] = [paragraphe(words.titre, QUALITE)]
    lines += [paragraphe(line, NOM) for line in words.main]
    if words.acte:
        lines.append(paragraphe(words.acte, MENTION_SIGNATURE))
    if placer is not None:
        return [*lines, placer(person)]
    lines.append(paragraphe(words.mention or "Signature et cachet", MENTION_SIGNATURE))
    return lines
