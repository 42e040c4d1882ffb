"""The card where a document is chosen: kind, subject, period, territory, diffusion, parts."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QWidget

from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.rapport import (
    Choix,
    Diffusion,
    OptionsRapport,
    SectionNarratif,
    TypeRapport,
    TypeRapportDetails,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.generated.ui_documents_page import Ui_DocumentsPage

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services
    from sdpd_desktop.gui.page import Page

_PAUSE_MS = 400
_CODE = Qt.ItemDataRole.UserRole
_LABEL = Qt.ItemDataRole.UserRole + 1
_POPUP_WIDTH = 460
_WRITTEN = "essentiel"  # the part of the brief that sums up what people wrote


@dataclass(frozen=True)
class Demande:
    """A document as chosen."""

    details: TypeRapportDetails
    plan: str
    periode: Periode
    options: OptionsRapport

    @property
    def type(self) -> TypeRapport:
        """The kind of document."""
        return self.details.type

    @property
    def nom(self) -> str:
        """The name proposed for its file, without suffix: « bilan-SDPD77-2020-2022 »."""
        about = self.options.objet or self.options.territoire
        parts = [self.type.value.replace("_", "-"), self.plan, about, self.periode.code]
        return "-".join(part for part in parts if part)


@dataclass(frozen=True)
class ChoixData:
    """What can be chosen for a plan and a kind of document."""

    plan: str
    type: TypeRapport
    types: tuple[TypeRapportDetails, ...]
    objets: tuple[Choix, ...]
    territoires: tuple[Choix, ...]
    mentions: tuple[Choix, ...]


def read(services: "Services", plan: str, type_: TypeRapport) -> ChoixData:
    """Ask the services; runs on the database lane."""
    rapports = services.rapports
    types, objets = rapports.types(), rapports.objets(type_, plan)
    office = services.parametres.get()
    marks = (Choix("", "Aucune"), *(Choix(text, text) for text in office.mentions))
    # The office's own comes first: the one printed unless another is chosen.
    mentions = tuple(sorted(marks, key=lambda mark: mark.code != office.mention))
    return ChoixData(plan, type_, types, objets, rapports.territoires(plan), mentions)


class ChoixCard(QObject):
    """Drives the left card.

    Signals:
        changed: Something else was chosen; read :attr:`demande` and :attr:`refus`.
        type_changed: Another kind of document: what it can be about must be read again.
    """

    changed = Signal()
    type_changed = Signal()

    def __init__(self, form: Ui_DocumentsPage, page: "Page") -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._type: TypeRapport = TypeRapport.BILAN
        self._details: TypeRapportDetails | None = None
        self._left_out: dict[TypeRapport, frozenset[str]] = {}
        self._periods: dict[TypePeriode, str] = {}
        self.refus = ""
        """Why there is no :attr:`demande`, "" when there is one."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        form.error_label.hide()
        form.sections_check.setTristate(True)
        for combo in (form.type_combo, form.objet_combo, form.territoire_combo, form.mention_combo):
            combo.view().setMinimumWidth(_POPUP_WIDTH)
            combo.currentTextChanged.connect(combo.setToolTip)
            combo.setMaxVisibleItems(18)
        icons.dress(form.before_button, "chevron-left")
        icons.dress(form.after_button, "chevron-right")
        self._connect()

    def _connect(self) -> None:
        form = self._form
        form.type_combo.currentIndexChanged.connect(self._on_type)
        form.objet_combo.currentIndexChanged.connect(self.settle)
        form.territoire_combo.currentIndexChanged.connect(self.settle)
        form.mention_combo.currentIndexChanged.connect(self.settle)
        form.communicable_radio.toggled.connect(self.settle)
        form.periode_edit.textEdited.connect(lambda _text: self._pause.start())
        form.periode_edit.editingFinished.connect(self._on_period_left)
        form.before_button.clicked.connect(lambda: self._step(-1))
        form.after_button.clicked.connect(lambda: self._step(1))
        form.sections_list.itemChanged.connect(self._on_ticked)
        form.sections_check.clicked.connect(self._tick_all)

    # ---------------------------------------------------------------- choices

    @property
    def type(self) -> TypeRapport:
        """The kind of document chosen."""
        return self._type

    @property
    def narratif(self) -> tuple[SectionNarratif, ...]:
        """The parts to write for that kind of document."""
        return self._details.narratif if self._details else ()

    def show_choices(self, data: ChoixData) -> None:
        """Offer what there is, keeping what was chosen as far as it is still there."""
        if (data.plan, data.type) != (self._page.context.plan.code, self._type):
            return  # Another plan or kind was chosen meanwhile; its own answer follows.
        form = self._form
        kinds = [Choix(details.type.value, details.libelle) for details in data.types]
        _fill(form.type_combo, kinds, self._type.value)
        details = next(details for details in data.types if details.type is self._type)
        if details != self._details:
            self._details = details
            self._fill_sections(details)
            self._show_period(details.periode)
        _fill(form.objet_combo, data.objets, form.objet_combo.currentData())
        for part in (form.objet_label, form.objet_combo):
            part.setVisible(bool(details.objet))
        form.objet_label.setText(details.objet)
        _fill(form.territoire_combo, data.territoires, form.territoire_combo.currentData())
        form.territoire_combo.setEnabled(len(data.territoires) > 1)
        chosen = form.mention_combo.currentData() if form.mention_combo.currentIndex() else None
        _fill(form.mention_combo, data.mentions, chosen)
        form.mention_combo.setEnabled(len(data.mentions) > 1)
        # The fiche of a territory is about one already.
        for part in (form.territoire_label, form.territoire_combo):
            part.setVisible(self._type is not TypeRapport.TERRITOIRE)

    def _fill_sections(self, details: TypeRapportDetails) -> None:
        rows = self._form.sections_list
        left_out = self._left_out.get(details.type, frozenset())
        rows.blockSignals(True)
        rows.clear()
        for section in details.sections:
            item = QListWidgetItem(section.libelle)
            item.setData(_CODE, section.code)
            item.setData(_LABEL, section.libelle)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = section.code not in left_out
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            rows.addItem(item)
        rows.setCurrentRow(0)
        rows.blockSignals(False)
        self._count_ticks()

    def _show_period(self, length: TypePeriode) -> None:
        today = self._page.context.today()
        self._form.periode_edit.setText(
            self._periods.setdefault(length, Periode.de(length, today).code)
        )

    @property
    def sections(self) -> tuple[str, ...]:
        """The parts ticked, in the order they are printed."""
        return tuple(
            str(item.data(_CODE))
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        rows = self._form.sections_list
        return [rows.item(number) for number in range(rows.count())]

    @property
    def demande(self) -> Demande | None:
        """The document as chosen; None when something is missing, which :attr:`refus` tells."""
        self.refus = ""
        plan, details = self._page.context.plan.code, self._details
        if not plan or details is None:
            return None
        try:
            periode = parse_periode(self._form.periode_edit.text())
        except ValidationError as error:
            self.refus = str(error)
            return None
        if not self.sections:
            self.refus = "Cochez au moins une partie du document."
            return None
        territoire, mention = self._form.territoire_combo, self._form.mention_combo
        chosen = OptionsRapport(
            sections=self.sections,
            territoire=str(territoire.currentData()) if territoire.currentIndex() > 0 else "",
            objet=str(self._form.objet_combo.currentData()) if details.objet else "",
            diffusion=Diffusion.COMMUNICABLE
            if self._form.communicable_radio.isChecked()
            else Diffusion.INTERNE,
            mention=str(mention.currentData()) if mention.currentIndex() > 0 else None,
        )
        return Demande(details, plan, periode, chosen)

    @property
    def periode(self) -> Periode | None:
        """The period typed, None while it is none."""
        try:
            return parse_periode(self._form.periode_edit.text())
        except ValidationError:
            return None

    def refuse(self, text: str) -> None:
        """Say why there is no document; "" takes it away."""
        form = self._form
        form.error_label.setText(text)
        form.error_label.setVisible(bool(text))
        form.periode_edit.setProperty("invalide", bool(text and self.sections))
        form.periode_edit.style().unpolish(form.periode_edit)
        form.periode_edit.style().polish(form.periode_edit)

    def mark_empty(self, told: Collection[str]) -> None:
        """Say which of the parts ticked have nothing in them, and are not printed."""
        to_write = {_WRITTEN, *(section.value for section in self.narratif)}
        rows = self._form.sections_list
        rows.blockSignals(True)
        for item in self._items():
            ticked = item.checkState() == Qt.CheckState.Checked
            code, label = str(item.data(_CODE)), str(item.data(_LABEL))
            silent = ticked and code not in told
            why = "à rédiger" if code in to_write else "rien à dire"
            item.setText(f"{label} – {why}" if silent else label)
            item.setToolTip(item.text())
            item.setForeground(colours.shown().of("muted" if silent else "text"))
        rows.blockSignals(False)

    # ----------------------------------------------------------------- events

    def settle(self) -> None:
        """Take what is on screen as chosen."""
        self._pause.stop()
        periode = self.periode
        if self._details is not None and periode is not None:
            self._periods[self._details.periode] = periode.code
        self.changed.emit()

    def _on_type(self) -> None:
        self._pause.stop()
        self._type = TypeRapport(self._form.type_combo.currentData())
        self.type_changed.emit()

    def _on_period_left(self) -> None:
        if self._pause.isActive():
            self.settle()

    def _step(self, by: int) -> None:
        periode = self.periode
        if periode is None:
            return
        other = periode.suivante() if by > 0 else periode.precedente()
        self._form.periode_edit.setText(other.code)
        self.settle()

    def _on_ticked(self) -> None:
        if self._details is None:
            return
        known = {section.code for section in self._details.sections}
        self._left_out[self._details.type] = frozenset(known - set(self.sections))
        self._count_ticks()
        self._pause.start()

    def _count_ticks(self) -> None:
        ticked, whole = len(self.sections), self._form.sections_list.count()
        check = self._form.sections_check
        state = Qt.CheckState.PartiallyChecked
        if ticked in (0, whole):
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        check.setCheckState(state)
        check.setText(f"Parties{NBSP}: {ticked} sur {whole}")

    def _tick_all(self) -> None:
        whole = len(self.sections) == self._form.sections_list.count()
        state = Qt.CheckState.Unchecked if whole else Qt.CheckState.Checked
        rows = self._form.sections_list
        rows.blockSignals(True)
        for item in self._items():
            item.setCheckState(state)
        rows.blockSignals(False)
        self._on_ticked()


def _fill(combo: QComboBox, choices: Collection[Choix], chosen: object) -> None:
    """Offer the choices, keeping the one chosen when it is among them."""
    combo.blockSignals(True)
    combo.clear()
    for choice in choices:
        combo.addItem(choice.libelle, choice.code)
        combo.setItemData(combo.count() - 1, choice.libelle, Qt.ItemDataRole.ToolTipRole)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.setToolTip(combo.currentText())
    combo.blockSignals(False)


def parts(form: Ui_DocumentsPage) -> tuple[QWidget, ...]:
    """Return what F6 goes through in the card."""
    return (form.type_combo, form.sections_list)
