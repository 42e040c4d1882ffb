"""Puts a changement back; of an import, says first what was edited since and would be kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.journal import (
    ApercuAnnulation,
    ChangementSummary,
    ResultatAnnulation,
    SourceChangement,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.page import Context

_NAMED = 12
Undone = Callable[[int, ResultatAnnulation], None]


def undo_asking(
    owner: QWidget,
    context: Context,
    row: ChangementSummary,
    on_undone: Undone,
    on_error: Callable[[Exception], None],
) -> None:
    """Put a changement back, asking only where something would be kept or is more recent."""
    journal = context.services.journal

    def undo(*, rest: bool) -> None:
        work = partial(journal.undo_rest, row.numero) if rest else partial(_whole, context, row)
        context.tasks.run(owner, work, partial(on_undone, row.numero), on_error)

    def ask(told: ApercuAnnulation) -> None:
        if not told.gardees and not told.plus_recents:
            undo(rest=False)
        elif told.remises == 0 or _sure(owner, context, told):
            undo(rest=bool(told.gardees))

    if row.source is SourceChangement.IMPORT:
        context.tasks.run(owner, partial(journal.apercu, row.numero), ask, on_error)
    else:
        undo(rest=False)


def _sure(owner: QWidget, context: Context, told: ApercuAnnulation) -> bool:
    action = "Annuler le reste" if told.gardees else "Annuler l’import"
    return context.prompts.confirm(owner, _question(told), action=action, detail=_detail(told))


def undone_in_words(numero: int, done: ResultatAnnulation) -> str:
    """Return what was put back, and what was kept."""
    by = f"(changement n°{NBSP}{done.changement.numero})"
    if not done.gardees:
        return f"Les valeurs d’avant le changement n°{NBSP}{numero} sont remises {by}."
    return "\n• ".join(
        (
            f"Le reste de l’import n°{NBSP}{numero} est annulé {by}. Gardé, car modifié "
            f"depuis{NBSP}:",
            *_some(done.gardees),
        )
    )


def _whole(context: Context, row: ChangementSummary) -> ResultatAnnulation:
    return ResultatAnnulation(context.services.journal.undo(row.numero), ())


def _question(told: ApercuAnnulation) -> str:
    number = f"n°{NBSP}{told.changement.numero}"
    if not told.gardees:
        return f"Annuler l’import {number}, qui n’est pas le dernier de ce partenaire{NBSP}?"
    kept = len(told.gardees)
    what = f"{kept} données ont été modifiées" if kept > 1 else "une donnée a été modifiée"
    return f"Depuis l’import {number}, {what}. Annuler le reste{NBSP}?"


def _detail(told: ApercuAnnulation) -> str:
    lines = []
    if told.gardees:
        lines.append("\n• ".join((f"Sera gardé tel quel{NBSP}:", *_some(told.gardees))))
    if told.plus_recents:
        numbers = ", ".join(f"n°{NBSP}{numero}" for numero in told.plus_recents)
        lines.append(f"Plus récent et toujours en vigueur pour ce partenaire{NBSP}: {numbers}.")
    return "\n\n".join(lines)


def _some(sentences: tuple[str, ...]) -> tuple[str, ...]:
    left = len(sentences) - _NAMED
    return (*sentences[:_NAMED], f"et {left} autres.") if left > 1 else sentences
