"""Puts what an officer answers on the preview to the services, and the preview up to date."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sdpd_desktop.domain.importation import Proposition
from sdpd_desktop.domain.lexique import NatureTerme, TermeInconnu
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.retours.proposition import PropositionPane
from sdpd_desktop.gui.retours.taches import Shown, changed


class Questions(QObject):
    """Answers given on a preview.

    Signals:
        answered: Path of the file, its proposition and its lines as they are now.
        failed: The error of an answer.
    """

    answered = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, context: Context, preview: PropositionPane, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._preview = context, preview
        preview.answered.connect(self._answer)
        preview.rejected.connect(self._reject)
        preview.agreed.connect(self._agree)
        preview.choices_asked.connect(self._choices)

    def _answer(self, index: int, texte: str | None) -> None:
        services = self._context.services
        self._change(partial(services.receptions.repondre, reponses={index: texte}))

    def _reject(self, index: int) -> None:
        self._change(partial(self._context.services.receptions.ecarter, index=index))

    def _agree(self, terme: TermeInconnu, sens: str) -> None:
        self._change(partial(self._context.services.receptions.convenir, terme=terme, sens=sens))

    def _change(self, gesture: Callable[[Proposition], Proposition]) -> None:
        proposition = self._preview.proposition
        if proposition is None:
            return
        self._preview.set_busy("Réponse…")
        work = partial(changed, gesture, proposition, self._preview.rows)
        self._context.tasks.run(
            self, work, partial(self._on_changed, proposition.chemin), self.failed.emit
        )

    def _on_changed(self, path: Path, made: Shown) -> None:
        proposition, lines = made
        self.answered.emit(path, proposition, lines)
        shown = self._preview.proposition
        if shown is not None and shown.chemin == path:
            self._preview.update_proposition(proposition, lines)

    def _choices(self, nature: NatureTerme) -> None:
        proposition = self._preview.proposition
        if proposition is not None:
            work = partial(self._context.services.receptions.designations, proposition, nature)
            self._context.tasks.run(
                self, work, partial(self._preview.reponse.set_choices, nature), self.failed.emit
            )
