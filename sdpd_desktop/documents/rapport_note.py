"""The brief before an état-major de sécurité: two pages, whatever the plan."""

import re
from dataclasses import dataclass

from sdpd_desktop.documents import rapport_tableaux as tableaux
from sdpd_desktop.documents.rapport_commun import blocs, chiffres_cles, rapport
from sdpd_desktop.documents.typographie import accord
from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.constat import Constat, LigneIndicateur
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.nombre import JALON
from sdpd_desktop.domain.rapport import (
    Bloc,
    Choix,
    Note,
    Paragraphe,
    Rapport,
    Section,
    SectionNarratif,
    TypeRapport,
)
from sdpd_desktop.domain.texte import NBSP

PAGES = 2
SECTIONS_NOTE = (
    Choix("essentiel", "L’essentiel"),
    Choix("objectifs", "État des objectifs"),
    Choix("indicateurs", "Indicateurs suivis"),
    Choix("retards", "Ce qui est en retard"),
    Choix("reunions", "Réunions de la période"),
)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True)
class Mesure:
    """How much of each thing is told, so that two pages hold it."""

    indicateurs: int
    retards: int
    signes: int
    objectifs: bool = True


NIVEAUX = (
    Mesure(14, 10, 900),
    Mesure(10, 8, 700),
    Mesure(8, 6, 600),
    Mesure(6, 4, 500),
    Mesure(12, 8, 600, objectifs=False),
    Mesure(8, 5, 400, objectifs=False),
    Mesure(4, 3, 300, objectifs=False),
    Mesure(3, 2, 200, objectifs=False),
)
"""From the fullest to the shortest: the first that fits two pages is issued."""


def note(constat: Constat, mesure: Mesure) -> Rapport:
    """Return the brief with that much in it; what is left out is counted."""
    parts = {
        "essentiel": _essentiel(constat, mesure),
        "indicateurs": _indicateurs(constat, mesure),
        "retards": _retards(constat, mesure),
        "reunions": _reunions(constat),
        "objectifs": blocs(tableaux.objectifs(constat)) if mesure.objectifs else (),
    }
    wanted = constat.options.sections
    return rapport(
        constat,
        TypeRapport.NOTE,
        f"Note avant état-major – {constat.periode.libelle}",
        [
            Section(choice.code, choice.libelle, parts[choice.code])
            for choice in SECTIONS_NOTE
            if not wanted or choice.code in wanted
        ],
        chiffres=chiffres_cles(constat),
        compact=True,
    )


def _essentiel(constat: Constat, mesure: Mesure) -> tuple[Bloc, ...]:
    notes = []
    for part in (
        SectionNarratif.FAITS_MARQUANTS,
        SectionNarratif.FREINS,
        SectionNarratif.PERSPECTIVES,
    ):
        text = constat.narratif.texte(part).strip()
        if text:
            notes.append(Note(libelles.NARRATIFS[part], (_shortened(text, mesure.signes),)))
    return tuple(notes)


def _shortened(text: str, room: int) -> str:
    """Return the first sentences that fit, and say where the others are."""
    if len(text) <= room:
        return text
    kept = ""
    for sentence in _SENTENCE.split(text):
        if len(kept) + len(sentence) + 1 > room:
            break
        kept = f"{kept} {sentence}".strip()
    if not kept:
        kept = f"{text[:room].rpartition(' ')[0]}…"
    return f"{kept} (Suite dans le bilan.)"


def _weight(line: LigneIndicateur) -> tuple[bool, bool, bool, float]:
    """Rank: told for the period, counted rather than done or not, with a rate, the lowest first."""
    part = line.suivi.taux.part
    return (
        line.valeur.observation is None,
        line.suivi.indicateur.unite == JALON,
        part is None or line.taux_masque,
        float(part) if part is not None else 2.0,
    )


def _indicateurs(constat: Constat, mesure: Mesure) -> tuple[Bloc, ...]:
    told = [i for i in constat.indicateurs if i.valeur.observation or i.avant.observation]
    best = sorted(told, key=_weight)[: mesure.indicateurs]
    kept = [line for line in told if line in best]
    if not kept:
        return ()
    table = tableaux.indicateurs(constat, kept, "Indicateurs suivis", bref=True)
    others = len(told) - len(kept)
    return blocs(
        table, _others(others, "autre indicateur renseigné", "autres indicateurs renseignés")
    )


def _retards(constat: Constat, mesure: Mesure) -> tuple[Bloc, ...]:
    late = tableaux.retards(constat)
    nothing = f"Rien n’est en retard au {format_date(constat.arrete_le)}."
    table = tableaux.echeances(constat, late[: mesure.retards], "Ce qui est en retard", nothing)
    others = len(late) - mesure.retards
    rest = _others(others, "autre échéance dépassée", "autres échéances dépassées")
    return (table,) if rest is None else (table, rest)


def _others(count: int, one: str, many: str) -> Paragraphe | None:
    if count <= 0:
        return None
    return Paragraphe(f"{accord(count, one, many)}{NBSP}: voir le bilan.")


def _reunions(constat: Constat) -> tuple[Bloc, ...]:
    held = [
        f"{line.instance.nom}, le {format_date(meeting.tenue_le)}"
        + (f" : {meeting.objet}" if meeting.objet else "")
        for line in constat.instances
        for meeting in line.reunions
    ]
    return (Note("", tuple(held)),) if held else ()
