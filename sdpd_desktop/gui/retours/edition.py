"""Whom a campagne asks, and what each must fill: the proposal of the plan, as the officer wants."""

import datetime as dt
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.contribution import ModeRetour
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.retour import (
    CampagneDraft,
    DestinataireDraft,
    LigneCatalogue,
    LigneDemandee,
)
from sdpd_desktop.domain.texte import NBSP, search_key
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_retours_campagne import Ui_RetoursCampagne
from sdpd_desktop.gui.labels import MODES_RETOUR
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column
from sdpd_desktop.gui.widgets.ticks import TickListing, TickTableModel


def _partner_tip(row: DestinataireDraft) -> str:
    if row.fige:
        return f"{row.nom} a déjà répondu{NBSP}: son retour reste dans la campagne."
    return f"{row.nom}. {_answers_for(row)}" if row.pour else row.nom


def _answers_for(row: DestinataireDraft) -> str:
    return f"Répond pour{NBSP}: {', '.join(row.pour)}." if row.pour else ""


_LINES: tuple[Column[LigneCatalogue], ...] = (
    Column("Repère", lambda row: row.repere, 118),
    Column("Mesure ou indicateur", lambda row: row.titre, 0, tip=lambda row: row.titre),
    Column("Où", lambda row: row.lieu, 170, tip=lambda row: row.lieu),
)


class CampagneEditor(QWidget):
    """Shows a :class:`CampagneDraft`; the page stores it.

    Signals:
        submitted: The draft as chosen, and whether the workbooks are to be written.
        left: Back to the campagnes, nothing changed.
    """

    submitted = Signal(object, bool)
    left = Signal()

    def __init__(self, settings: LookSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: CampagneDraft | None = None
        self._known: dict[str, DestinataireDraft] = {}
        self._current = ""
        self.form = Ui_RetoursCampagne()
        self.form.setupUi(self)
        columns = (
            Column[DestinataireDraft]("Partenaire", lambda row: row.nom, 0, tip=_partner_tip),
            Column[DestinataireDraft]("Sigle", lambda row: row.partenaire, 104),
            Column[DestinataireDraft]("Mesures", self._mesures, 84, right=True),
            Column[DestinataireDraft]("Indicateurs", self._indicateurs, 104, right=True),
        )
        self.partners_model = TickTableModel(
            columns, lambda row: row.partenaire, lambda row: not row.fige
        )
        self.partners = TickListing(
            self.partners_model, "Partenaires sollicités", settings, "retours/destinataires"
        )
        self.lines_model = TickTableModel(_LINES, lambda row: row.cle)
        self.lines = TickListing(
            self.lines_model, "Ce qui est demandé", settings, "retours/demandes"
        )
        self.form.partners_list_layout.addWidget(self.partners)
        self.form.lines_list_layout.addWidget(self.lines)
        self.form.splitter.setSizes([470, 640])
        for mode, word in MODES_RETOUR.items():
            self.form.mode_combo.addItem(word, mode)
        self.form.own_mode_combo.addItem("comme la campagne", None)
        for mode, word in MODES_RETOUR.items():
            self.form.own_mode_combo.addItem(word, mode)
        self._connect()

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.back_button, "arrow-left")
        icons.dress(form.write_button, "file-export", "on_primary")
        form.back_button.clicked.connect(self.left)
        form.save_button.clicked.connect(lambda: self._submit(write=False))
        form.write_button.clicked.connect(lambda: self._submit(write=True))
        form.add_button.clicked.connect(self._add)
        form.all_check.clicked.connect(self._tick_all)
        form.filter_edit.textChanged.connect(self._show_lines)
        form.asked_check.clicked.connect(self._show_lines)
        form.own_mode_combo.activated.connect(self._on_own_mode)
        self.partners.chosen.connect(self._on_partner)
        self.partners_model.ticked_changed.connect(lambda _keys: self._label())
        self.lines_model.ticked_changed.connect(self._on_lines)

    def show_draft(
        self, draft: CampagneDraft, partenaire: str = "", echeance: dt.date | None = None
    ) -> None:
        """Show a campagne to open or to change, on one of its partners, with another due date."""
        self._draft = draft
        self._known = {one.partenaire: one for one in draft.destinataires}
        form = self.form
        verb = "Modifier" if draft.id else "Préparer"
        form.title_label.setText(f"{verb} la campagne · {draft.periode.libelle}")
        nobody = ", ".join(draft.sans_destinataire)
        form.context_label.setText(
            f"{draft.plan} · sans destinataire{NBSP}: {nobody}" if nobody else draft.plan
        )
        form.context_label.setToolTip(form.context_label.text())
        form.due_edit.setText(format_date(echeance or draft.echeance))
        form.mode_combo.setCurrentIndex(form.mode_combo.findData(draft.mode))
        form.filter_edit.clear()
        form.asked_check.setChecked(True)
        self.partners_model.set_ticked(one.partenaire for one in draft.destinataires if one.retenu)
        self._show_others()
        self._show_partners()
        self.say("")
        self.set_busy(on=False)
        wanted = partenaire or next(iter(self._known), "")
        self.partners.choose(lambda row: row.partenaire == wanted)
        self._label()

    def chosen(self) -> CampagneDraft:
        """Return the draft as it stands.

        Raises:
            ValidationError: The due date is none.
        """
        assert self._draft is not None
        due = self.form.due_edit.text().strip()
        return replace(
            self._draft,
            echeance=lire_date(due) if due else None,
            mode=ModeRetour(self.form.mode_combo.currentData()),
            destinataires=tuple(
                replace(one, retenu=one.partenaire in self.partners_model.ticked)
                for one in self._known.values()
            ),
        )

    def refuse(self, error: UserError) -> None:
        """Say why the campagne was not stored."""
        self.set_busy(on=False)
        self.say(str(error), due=False)

    def say(self, text: str, *, due: bool = False) -> None:
        """Show a reason, and whether it is about the date."""
        form = self.form
        form.error_label.setText(text)
        form.error_label.setVisible(bool(text))
        form.due_edit.setProperty("invalide", due)
        form.due_edit.style().unpolish(form.due_edit)
        form.due_edit.style().polish(form.due_edit)
        if due:
            form.due_edit.setFocus()

    def set_busy(self, *, on: bool) -> None:
        """Forbid a second click while the campagne is stored."""
        for button in (self.form.save_button, self.form.write_button):
            button.setEnabled(not on)

    def focus_filter(self) -> None:
        """Put the cursor in the filter of what can be asked."""
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    # ------------------------------------------------------------- partners

    def _mesures(self, row: DestinataireDraft) -> str:
        return str(sum(line.est_mesure for line in self._known[row.partenaire].demandes))

    def _indicateurs(self, row: DestinataireDraft) -> str:
        return str(sum(not line.est_mesure for line in self._known[row.partenaire].demandes))

    def _show_partners(self) -> None:
        self.partners.set_rows(tuple(self._known.values()), key=lambda row: row.partenaire)

    def _show_others(self) -> None:
        assert self._draft is not None
        combo = self.form.add_combo
        combo.clear()
        for code, nom in self._draft.autres:
            if code not in self._known:
                combo.addItem(nom, code)
        self.form.add_button.setEnabled(combo.count() > 0)

    def _add(self) -> None:
        code, nom = self.form.add_combo.currentData(), self.form.add_combo.currentText()
        if not code:
            return
        self._known[code] = DestinataireDraft(code, nom, (), ajoute=True)
        self.partners_model.set_ticked({*self.partners_model.ticked, code})
        self._show_others()
        self._show_partners()
        # Nothing is asked of it yet: all that can be is shown.
        self.form.asked_check.setChecked(False)
        self.partners.choose(lambda row: row.partenaire == code)
        self._label()

    def _tick_all(self, on: bool) -> None:
        self.partners_model.tick(self._known.values(), yes=on)

    def _label(self) -> None:
        kept, total = len(self.partners_model.ticked & self._known.keys()), len(self._known)
        self.form.partners_label.setText(f"Partenaires{NBSP}: {kept} sur {total}")
        self.form.all_check.setChecked(kept == total)

    def _on_partner(self, row: DestinataireDraft | None) -> None:
        self._current = row.partenaire if row else ""
        form = self.form
        for widget in (form.own_mode_label, form.own_mode_combo, self.lines):
            widget.setEnabled(row is not None)
        if row is None:
            self.lines.set_rows((), key=lambda line: line.cle)
            return
        known = self._known[row.partenaire]
        form.own_mode_combo.setCurrentIndex(form.own_mode_combo.findData(known.mode))
        self.lines_model.set_ticked(known.demandes)
        self._show_lines()

    def _on_own_mode(self) -> None:
        if self._current:
            data = self.form.own_mode_combo.currentData()
            mode = ModeRetour(data) if data else None
            self._known[self._current] = replace(self._known[self._current], mode=mode)

    # ---------------------------------------------------------------- lines

    def _show_lines(self) -> None:
        if not self._current or self._draft is None:
            return
        wanted = search_key(self.form.filter_edit.text())
        asked = self.form.asked_check.isChecked()
        rows = tuple(
            line
            for line in self._draft.catalogue
            if (not asked or line.cle in self.lines_model.ticked)
            and wanted in search_key(f"{line.repere} {line.titre} {line.lieu}")
        )
        self.lines.set_rows(rows, key=lambda line: line.cle)
        self.form.lines_label.setText(f"Demandé à {self._current}")
        known = self._known[self._current]
        self.form.lines_label.setToolTip(_partner_tip(known))
        self.form.pour_label.setText(_answers_for(known))
        self.form.pour_label.setVisible(bool(known.pour))

    def _on_lines(self, _keys: object) -> None:
        assert self._draft is not None
        ticked = cast("frozenset[LigneDemandee]", self.lines_model.ticked)
        order = [line.cle for line in self._draft.catalogue if line.cle in ticked]
        self._known[self._current] = replace(self._known[self._current], demandes=tuple(order))
        # A line cleared by mistake stays in sight until the list is filtered again.
        self.partners_model.redraw()

    def _submit(self, *, write: bool) -> None:
        try:
            draft = self.chosen()
            draft.check()
        except ValidationError as error:
            self.say(str(error), due=error.field == "date")
            return
        self.say("")
        self.set_busy(on=True)
        self.submitted.emit(draft, write)
