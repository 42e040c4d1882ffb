"""The preview of one workbook: what applying it would do, line by line."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.importation import Ligne, Proposition, Verdict
from sdpd_desktop.domain.texte import NBSP, quote, search_key
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_retours_proposition import Ui_RetoursProposition
from sdpd_desktop.gui.labels import VERDICTS
from sdpd_desktop.gui.retours.lignes import (
    LigneNumerotee,
    LignesTableModel,
    LignesView,
    apres,
    colonne,
    remplace,
)
from sdpd_desktop.gui.retours.reponse import ReponseBar
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.message_bar import Tone

_FILTER_MS = 150
_PLAIN_FORMATS = ("", "General", "Standard", "@")
_WRONG = (Verdict.REJETE, Verdict.A_CONFIRMER)


class PropositionPane(QWidget):
    """Shows a proposition; the page applies it.

    Signals:
        apply_asked: Indexes of the lines ticked.
        annotate_asked: A copy with the errors marked is wanted.
        skipped: The next file is wanted; this one is left as it is.
        left: Back to where the file was opened from.
        answered: Index of a line and what is answered: a text, or None to agree.
        rejected: Index of a line that is not to be taken.
        agreed: A word of the partner and the code of what it means.
        choices_asked: Nature of the words whose possible meanings are wanted.
        memoire_asked: What is remembered of the partner is wanted.
        ligne_asked: The row of the file is wanted, for a line of the proposition.
        ancien_asked: Where what a line of the proposition would replace comes from is wanted.
    """

    apply_asked = Signal(object)
    annotate_asked = Signal()
    skipped = Signal()
    left = Signal()
    answered = Signal(int, object)
    rejected = Signal(int)
    agreed = Signal(object, str)
    choices_asked = Signal(object)
    memoire_asked = Signal()
    ligne_asked = Signal(object, object)
    ancien_asked = Signal(object, object)

    def __init__(self, settings: LookSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposition: Proposition | None = None
        self._rows: tuple[LigneNumerotee, ...] = ()
        self._busy = ""
        self.form = Ui_RetoursProposition()
        self.form.setupUi(self)
        self.model = LignesTableModel()
        self.view = LignesView(self.model, settings)
        self.form.lines_layout.addWidget(self.view)
        self.reponse = ReponseBar(self.form, self)
        self._wait = QTimer(self, singleShot=True, interval=_FILTER_MS)
        self.chips: dict[Verdict | None, QPushButton] = {}
        self._make_chips()
        self._connect()

    def _make_chips(self) -> None:
        for verdict in (None, *Verdict):
            chip = QPushButton()
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, verdict=verdict: self._on_chip(verdict))
            self.form.chips_layout.addWidget(chip)
            self.chips[verdict] = chip

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.back_button, "arrow-left")
        icons.dress(form.apply_button, "check", "on_primary")
        form.back_button.clicked.connect(self.left)
        form.skip_button.clicked.connect(self.skipped)
        form.annotate_button.clicked.connect(self.annotate_asked)
        form.apply_button.clicked.connect(self._apply)
        form.memoire_button.clicked.connect(self.memoire_asked)
        icons.dress(form.ligne_button, "file-spreadsheet")
        icons.dress(form.ancien_button, "history")
        form.ligne_button.clicked.connect(lambda: self._ask(self.ligne_asked))
        form.ancien_button.clicked.connect(lambda: self._ask(self.ancien_asked))
        form.filter_edit.textChanged.connect(lambda _text: self._wait.start())
        form.filter_edit.returnPressed.connect(self._filter)
        self._wait.timeout.connect(self._filter)
        self.reponse.answered.connect(self.answered)
        self.reponse.rejected.connect(self.rejected)
        self.reponse.agreed.connect(self.agreed)
        self.reponse.choices_asked.connect(self.choices_asked)
        form.all_check.clicked.connect(self._on_all)
        self.view.chosen.connect(self._show_detail)
        self.model.accepted_changed.connect(self._count)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._apply)

    def show_proposition(self, proposition: Proposition, rows: Sequence[LigneNumerotee]) -> None:
        """Show another file; what needs no question is ticked."""
        self.proposition, self._rows = proposition, tuple(rows)
        form = self.form
        self.model.start(row.index for row in self._rows if row.sure)
        form.file_label.setText(proposition.fichier)
        form.file_label.setToolTip(proposition.fichier)
        form.context_label.setText(_context(proposition))
        form.context_label.setToolTip(form.context_label.text())
        self.reponse.forget_choices()
        self._label()
        form.filter_edit.clear()
        self._on_chip(None)
        self.set_busy("")
        self.view.setFocus()

    def show_place(self, place: str) -> None:
        """Say which of the files dropped it is, « Fichier 2 sur 3 »; "" for one alone."""
        self.form.queue_label.setText(place)
        self.form.skip_button.setVisible(bool(place))

    def update_proposition(self, proposition: Proposition, rows: Sequence[LigneNumerotee]) -> None:
        """Show what became of the same file after an answer; boxes ticked or cleared stay so."""
        before = {row.index: row.ligne for row in self._rows}
        fresh = [row for row in rows if before.get(row.index) is not row.ligne]
        self.proposition, self._rows = proposition, tuple(rows)
        kept = self.model.accepted - {row.index for row in fresh}
        self.model.start(kept | {row.index for row in fresh if row.sure})
        self._label()
        self._filter()
        self.set_busy("")

    @property
    def rows(self) -> tuple[LigneNumerotee, ...]:
        """The lines of the file, shown or not."""
        return self._rows

    def set_busy(self, words: str) -> None:
        """Forbid a second click while something runs; "" when it is over."""
        self._busy = words
        self.form.skip_button.setEnabled(not words)
        self.form.annotate_button.setEnabled(not words)
        self.reponse.set_busy(bool(words))
        self._label_apply()

    def focus_filter(self) -> None:
        """Put the cursor in the filter."""
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    def _label(self) -> None:
        assert self.proposition is not None
        counts = self.proposition.comptes()
        self.form.annotate_button.setVisible(any(counts[verdict] for verdict in _WRONG))
        self._label_chips(counts)
        self._warn()

    def _label_chips(self, counts: Mapping[Verdict, int]) -> None:
        for verdict, chip in self.chips.items():
            if verdict is None:
                chip.setText(f"Tout{NBSP}{NBSP}{len(self._rows)}")
                continue
            badge = VERDICTS[verdict]
            chip.setText(f"{badge.forme.value}{NBSP}{badge.texte}{NBSP}{NBSP}{counts[verdict]}")
            chip.setEnabled(counts[verdict] > 0)

    def _warn(self) -> None:
        assert self.proposition is not None
        said = list(self.proposition.remarques)
        if self.proposition.deja_importe is not None:
            said.insert(
                0,
                "Ces mêmes réponses ont déjà été importées "
                f"(changement n° {self.proposition.deja_importe}).",
            )
        if said:
            self.form.warning_bar.show_message("\n".join(said), Tone.INFO)
        else:
            self.form.warning_bar.clear()

    def _on_chip(self, wanted: Verdict | None) -> None:
        for verdict, chip in self.chips.items():
            chip.setChecked(verdict is wanted)
        self._filter()

    def _filter(self) -> None:
        self._wait.stop()
        wanted = next((v for v, chip in self.chips.items() if chip.isChecked()), None)
        words = search_key(self.form.filter_edit.text()).split()
        rows: Sequence[LigneNumerotee] = self._rows
        if wanted is not None:
            rows = [row for row in rows if row.ligne.verdict is wanted]
        if words:
            rows = [row for row in rows if all(word in row.recherche for word in words)]
        self.view.set_rows(tuple(rows), key=lambda row: row.index)
        if self.view.current_row() is None:
            self.view.choose(lambda row: True)
        self._count()

    def _shown_with_box(self) -> Sequence[LigneNumerotee]:
        return [row for row in self.model.rows if row.tickable]

    def _on_all(self) -> None:
        shown, accepted = self._shown_with_box(), self.model.accepted
        everything = all(row.index in accepted for row in shown)
        self.model.accept(shown, yes=not everything)

    def _label_apply(self) -> None:
        form, accepted = self.form, self.model.accepted
        one = self.proposition
        neant = one is not None and one.etat_neant and one.deja_importe is None
        what = "état néant" if neant else len(accepted)
        form.apply_button.setText(self._busy or f"Appliquer ({what})")
        form.apply_button.setEnabled((bool(accepted) or neant) and not self._busy)

    def _count(self) -> None:
        self._label_apply()
        form, accepted = self.form, self.model.accepted
        shown = self._shown_with_box()
        ticked = sum(row.index in accepted for row in shown)
        state = Qt.CheckState.PartiallyChecked
        if ticked == 0:
            state = Qt.CheckState.Unchecked
        elif ticked == len(shown):
            state = Qt.CheckState.Checked
        form.all_check.setEnabled(bool(shown))
        form.all_check.setCheckState(state)

    def _apply(self) -> None:
        if self.form.apply_button.isEnabled():
            self.apply_asked.emit(sorted(self.model.accepted))

    def _show_detail(self, row: LigneNumerotee | None) -> None:
        form = self.form
        self.reponse.show_line(row)
        form.ligne_button.setVisible(row is not None)
        form.ancien_button.setVisible(row is not None and remplace(row.ligne))
        if row is None:
            form.detail_title.setText("")
            form.detail_label.setText("Choisissez une ligne pour lire son explication.")
            return
        ligne = row.ligne
        title = " · ".join(filter(None, (ligne.objet, ligne.titre, ligne.precision)))
        form.detail_title.setText(title)
        form.detail_label.setText("\n".join(_explain(row)))

    def _ask(self, signal: SignalInstance) -> None:
        row = self.view.current_row()
        if row is not None:
            signal.emit(self.proposition, row.ligne)


def _explain(row: LigneNumerotee) -> list[str]:
    ligne = row.ligne
    where = f"{colonne(ligne)}, cellule {ligne.lieu}"
    typed = f"écrit {quote(ligne.texte)}" if ligne.texte else "vide"
    if ligne.format not in _PLAIN_FORMATS:
        typed += f" (format {ligne.format})"
    understood = f", compris {quote(ligne.compris)}" if ligne.compris else ""
    said = [f"{where}{NBSP}: {typed}{understood}."]
    changes = ligne.verdict is not Verdict.INCHANGE and ligne.effet is not None
    if changes and ligne.ancien != apres(ligne):
        said.append(_becomes(ligne))
    if ligne.raison:
        said.append(f"{VERDICTS[ligne.verdict].texte}{NBSP}: {ligne.raison}")
    if ligne.correction:
        said.append(f"Que faire{NBSP}: {ligne.correction}")
    return said


def _becomes(ligne: Ligne) -> str:
    after = quote(apres(ligne))
    if not ligne.ancien:
        return f"Rien n'est encore enregistré{NBSP}: {after} le sera."
    return f"Enregistré à ce jour{NBSP}: {quote(ligne.ancien)}{NBSP}; deviendra {after}."


def _context(proposition: Proposition) -> str:
    parts = [proposition.periode.libelle, proposition.plan, proposition.partenaire_nom]
    parts.append(proposition.emetteur)
    if proposition.enregistre_le:
        saved = proposition.enregistre_le.astimezone()
        parts.append(f"enregistré le {format_date(saved.date())} à {saved:%H:%M}")
    return " · ".join(part for part in parts if part)
