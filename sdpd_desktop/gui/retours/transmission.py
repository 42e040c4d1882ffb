"""Types on a partner's behalf what it answered by mail, by letter or by telephone."""

import datetime as dt
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.importation import Verdict
from sdpd_desktop.domain.retour import (
    ETATS_RETOUR,
    REVALIDER,
    EtatRetour,
    LigneDemandee,
    RetourContenu,
    RetourSummary,
)
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.transmission import (
    CANAUX,
    Canal,
    ResultatTransmission,
    SaisieTransmise,
    Transmission,
)
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_retours_transmission import Ui_RetoursTransmission
from sdpd_desktop.gui.retours.reponses import ANSWER, ReponseDelegate, ReponsesModel
from sdpd_desktop.gui.widgets.badge import BadgeDelegate
from sdpd_desktop.gui.widgets.message_bar import Tone

_HELP = (
    f"Une case laissée vide ne change rien. «{NBSP}n/a{NBSP}»{NBSP}: sans objet{NBSP}; "
    f"«{NBSP}NC{NBSP}»{NBSP}: non connu{NBSP}; «{NBSP}état néant{NBSP}»{NBSP}: rien à signaler. "
    "Aucune donnée personnelle."
)
_WIDTHS = (96, 0, 140, 126, 92, 168, 124)


class TransmissionPane(QWidget):
    """The rows of a return, to fill; the page stores them.

    Signals:
        submitted: The transmission, what was typed, and the rows confirmed.
        emetteur_chosen: Another unit of the partner answers: its own rows are wanted.
        left: Back to the campagnes; what was typed and not stored is lost.
    """

    submitted = Signal(object, object, object)
    emetteur_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.retour: RetourSummary | None = None
        self._confirm: frozenset[LigneDemandee] = frozenset()
        self.form = Ui_RetoursTransmission()
        self.form.setupUi(self)
        self.model = ReponsesModel(self)
        self.view = QTableView()
        self._dress_view()
        self.form.rows_layout.addWidget(self.view)
        for canal, word in CANAUX.items():
            self.form.canal_combo.addItem(word, canal)
        self._connect()

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setAccessibleName("Réponses du partenaire")
        view.setItemDelegate(ReponseDelegate(view))
        view.setItemDelegateForColumn(len(_WIDTHS) - 1, BadgeDelegate(view))
        view.setAlternatingRowColors(True)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(28)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate(_WIDTHS):
            if width:
                view.setColumnWidth(column, width)
            else:
                view.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.back_button, "arrow-left")
        icons.dress(form.save_button, "check", "on_primary")
        form.back_button.clicked.connect(self.left)
        form.save_button.clicked.connect(lambda: self._submit())
        self.view.selectionModel().currentChanged.connect(lambda *_: self._explain())
        self.model.dataChanged.connect(lambda *_: self._explain())
        form.message_bar.activated.connect(lambda: self._submit(self._confirm))
        form.emetteur_combo.activated.connect(
            lambda _row: self.emetteur_chosen.emit(form.emetteur_combo.currentData())
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._submit)

    @property
    def unsaved(self) -> bool:
        """Whether something typed is not stored."""
        return bool(self.model.saisies())

    def open(self, retour: RetourSummary, content: RetourContenu, today: dt.date) -> None:
        """Show the empty rows of a return."""
        form = self.form
        self.retour = retour
        form.title_label.setText(f"Saisir les réponses · {retour.nom}")
        form.context_label.setText(f"{content.periode.libelle} · {content.plan}")
        form.date_edit.setText(format_date(today))
        form.emetteur_combo.clear()
        form.emetteur_combo.addItem("le partenaire entier", "")
        for unit in retour.emetteurs:
            form.emetteur_combo.addItem(unit.nom, unit.nom)
        some = bool(retour.emetteurs)
        form.emetteur_label.setVisible(some)
        form.emetteur_combo.setVisible(some)
        form.message_bar.clear()
        if retour.etat is EtatRetour.VALIDE:
            form.message_bar.show_message(REVALIDER, Tone.INFO)
        self.say("")
        self.show_content(content)

    def show_content(self, content: RetourContenu) -> None:
        """Show the rows of the partner, or of one of its units."""
        self.model.set_content(content)
        self.set_busy(on=False)
        self.view.setCurrentIndex(self.model.index(0, ANSWER))
        self.view.setFocus()

    def show_result(self, result: ResultatTransmission) -> None:
        """Empty the rows that were stored; say of the others why they were not."""
        self.set_busy(on=False)
        self.model.settle(result)
        if result.restantes:
            self.view.setCurrentIndex(self.model.find(result.restantes[0].cle, ANSWER))
        self._confirm = frozenset(
            row.cle for row in result.restantes if row.ligne.verdict is Verdict.A_CONFIRMER
        )
        bar, left = self.form.message_bar, len(result.restantes)
        said = _stored(result)
        if not left:
            bar.show_message(said, Tone.SUCCES)
            return
        wrong = left - len(self._confirm)
        if wrong:
            said += f" {_count(wrong, 'ligne')} à corriger{NBSP}: la raison est dite sous la liste."
        action = ""
        if self._confirm:
            said += f" {_count(len(self._confirm), 'ligne')} à confirmer, après relecture."
            action = "Confirmer et enregistrer"
        bar.show_message(said, Tone.INFO, action)

    def refuse(self, error: UserError) -> None:
        """Say why nothing was stored."""
        self.set_busy(on=False)
        self.say(str(error), getattr(error, "field", ""))

    def say(self, text: str, field: str = "") -> None:
        """Show a reason, and which field it is about."""
        form = self.form
        form.error_label.setText(text)
        form.error_label.setVisible(bool(text))
        edits = {"recue_le": form.date_edit, "date": form.date_edit, "fonction": form.fonction_edit}
        for edit in {form.date_edit, form.fonction_edit}:
            edit.setProperty("invalide", edit is edits.get(field))
            edit.style().unpolish(edit)
            edit.style().polish(edit)
        if field in edits:
            edits[field].setFocus()

    def set_busy(self, *, on: bool) -> None:
        """Forbid a second click while the answers are stored."""
        self.form.save_button.setEnabled(not on)

    def _explain(self) -> None:
        """Say under the rows why the current one was not stored, else how to fill them."""
        reason, label = self.model.reason(self.view.currentIndex()), self.form.help_label
        label.setText(reason or _HELP)
        label.setProperty("role", "erreur" if reason else "muet")
        label.style().unpolish(label)
        label.style().polish(label)

    def _submit(self, confirmed: Collection[LigneDemandee] = frozenset()) -> None:
        form = self.form
        try:
            received = lire_date(form.date_edit.text())
        except ValidationError as error:
            self.say(str(error), "date")
            return
        transmission = Transmission(
            Canal(form.canal_combo.currentData()),
            received,
            " ".join(form.fonction_edit.text().split()),
            form.emetteur_combo.currentData(),
        )
        saisies: Sequence[SaisieTransmise] = self.model.saisies()
        self.say("")
        self.set_busy(on=True)
        self.submitted.emit(transmission, saisies, confirmed)


def _stored(result: ResultatTransmission) -> str:
    if result.neant is not None:
        return (
            f"État néant{NBSP}: aucune valeur n’est modifiée, le retour est "
            f"«{NBSP}{ETATS_RETOUR[result.neant]}{NBSP}»."
        )
    count = result.enregistrees
    if not count:
        return "Rien n’est encore enregistré."
    return f"{_count(count, 'réponse')} enregistrée{'s' if count > 1 else ''}."


def _count(count: int, noun: str) -> str:
    return f"{count}{NBSP}{noun}{'s' if count > 1 else ''}"
