"""Offers to start from reference plans, or from nothing."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.widgets.card import Card

_WIDTH = 760


class AccueilPage(Page):
    """Shown instead of the dashboard while there is no plan at all.

    Signals:
        finished: The office has chosen; plans are there, or it starts from nothing.
    """

    titre = "Bienvenue"
    concerned: frozenset[Change] = frozenset()
    finished = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.boxes: dict[str, QCheckBox] = {}
        card = Card("Par quels plans commencer ?")
        card.setFixedWidth(_WIDTH)
        advice = QLabel(
            "Chaque plan de référence arrive avec ses actions, ses mesures, ses partenaires et ses "
            "indicateurs. Les autres pourront être ajoutés plus tard, dans Paramètres."
        )
        advice.setWordWrap(True)
        advice.setProperty("role", "muet")
        card.body.addWidget(advice)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        card.body.addSpacing(6)
        card.body.addLayout(self._list)
        card.body.addSpacing(10)
        self.start_button = QPushButton("Commencer avec ces plans")
        self.start_button.setProperty("role", "principal")
        self.start_button.setEnabled(False)  # Until there are plans to start from.
        self.start_button.clicked.connect(self._install)
        self.nothing_button = QPushButton("Commencer sans plan")
        self.nothing_button.setToolTip(
            "Les plans de référence pourront être ajoutés plus tard, dans Paramètres."
        )
        self.nothing_button.clicked.connect(self.finished)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.nothing_button)
        buttons.addStretch()
        card.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        if not self.boxes:
            self.ask(self.context.services.reference.plans_disponibles, self._show)

    @override
    def focus_first(self) -> None:
        self.start_button.setFocus()

    def _show(self, plans: tuple[tuple[str, str], ...]) -> None:
        for code, title in plans:
            box = QCheckBox(f"{title} ({code})")
            box.setChecked(True)
            box.toggled.connect(self._on_ticked)
            self._list.addWidget(box)
            self.boxes[code] = box
        self.start_button.setEnabled(bool(plans))
        self.focus_first()

    def _on_ticked(self) -> None:
        self.start_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _install(self) -> None:
        codes = [code for code, box in self.boxes.items() if box.isChecked()]
        self._set_busy(True)
        self.ask(partial(self.context.services.reference.install, codes), self._done, self._failed)

    def _done(self, _installed: object) -> None:
        self._set_busy(False)
        self.finished.emit()

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.fail(error)

    def _set_busy(self, busy: bool) -> None:
        self.start_button.setText("Préparation…" if busy else "Commencer avec ces plans")
        for widget in (self.start_button, self.nothing_button, *self.boxes.values()):
            widget.setEnabled(not busy)
