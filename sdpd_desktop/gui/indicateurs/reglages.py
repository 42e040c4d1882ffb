"""The settings of an indicator, in place of the grid: what it counts, aims at and watches."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.indicateur import NOUVEAU, Indicateur, Reglages
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_indicateurs_reglages import Ui_IndicateursReglages
from sdpd_desktop.gui.indicateurs.formulaire import Formulaire, ReglagesData
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.widgets.message_bar import Tone
from sdpd_desktop.gui.widgets.refus import FieldRefusal

if TYPE_CHECKING:
    from sdpd_desktop.bootstrap import Services


def read(services: "Services", plan: str) -> ReglagesData:
    """Ask the services; runs on the database lane."""
    return ReglagesData(
        services.plans.details(plan),
        services.indicateurs.releve(plan).ici,
        services.indicateurs.list_all(plan),
        services.partenaires.list_all(),
        services.partenaires.territoires(),
    )


class ReglagesPane(QFrame):
    """Edits one indicator, or makes a new one; nothing changes before « Enregistrer ».

    Signals:
        closed: Back to the grid; the code of the indicator that was shown or made, or "".
    """

    closed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._avant = NOUVEAU
        self.form = Ui_IndicateursReglages()
        self.form.setupUi(self)
        self.refus = FieldRefusal(self)
        self.form.tabs.tabBar().setDrawBase(False)
        self.formulaire = Formulaire(self.form)
        self._connect()

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.fermer_button, "arrow-left")
        icons.dress(form.enregistrer_button, "device-floppy", "on_primary")
        form.fermer_button.clicked.connect(self.quitter)
        form.enregistrer_button.clicked.connect(self._save)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._save)

    # -- opening and leaving

    def ouvrir(self, code: str) -> None:
        """Show the settings of an indicator of the current plan."""
        self._code = code
        self._read("")

    def nouveau(self, parent: str) -> None:
        """Start an indicator of the office's own, for ``parent`` unless another is chosen."""
        self._code = ""
        self._read(parent)

    def _read(self, parent: str) -> None:
        work = partial(read, self._context.services, self._context.plan.code)
        self._context.tasks.run(self, work, partial(self._show, parent), self._fail)

    def quitter(self) -> None:
        """Go back to the grid, unless something typed would be lost."""
        if self.peut_quitter():
            self.closed.emit(self._code)

    def peut_quitter(self) -> bool:
        """Ask before something typed is lost; True when nothing is."""
        return not self._changed() or self._context.prompts.confirm(
            self,
            f"Quitter sans enregistrer les réglages modifiés{NBSP}?",
            action="Quitter sans enregistrer",
        )

    def _changed(self) -> bool:
        try:
            return self.formulaire.lire() != self._avant
        except UserError:
            return True

    # -- showing

    def _show(self, parent: str, data: ReglagesData) -> None:
        form = self.form
        indicateur = next((i for i in data.indicateurs if i.code == self._code), None)
        self.refus.clear()
        form.message_bar.clear()
        form.tabs.setCurrentIndex(0)
        avant = Reglages.de(indicateur) if indicateur else NOUVEAU
        title = "Nouvel indicateur"
        if indicateur:
            title = f"Réglages de {indicateur.chiffre} · {indicateur.titre}"
        form.reglages_label.setText(title)
        for widget in (form.parent_label, form.parent_combo):
            widget.setVisible(indicateur is None)
        form.parent_combo.clear()
        for code, words in _objets(data.plan):
            form.parent_combo.addItem(words, code)
        form.parent_combo.setCurrentIndex(max(form.parent_combo.findData(parent), 0))
        self.formulaire.montrer(avant, data, self._code)
        self._avant = self.formulaire.lire()
        form.titre_edit.setFocus()

    # -- storing

    def _save(self) -> None:
        self.refus.clear()
        try:
            voulu = self.formulaire.lire()
        except ValidationError as error:
            self._refuse(error)
            return
        services, plan = self._context.services.indicateurs, self._context.plan.code
        if self._code:
            work = partial(services.regler, plan, self._code, voulu)
        else:
            work = partial(services.creer, plan, str(self.form.parent_combo.currentData()), voulu)
        self._context.tasks.run(self, work, self._on_saved, self._fail)

    def _on_saved(self, indicateur: Indicateur) -> None:
        made = "réglages enregistrés" if self._code else f"indicateur {indicateur.code} créé"
        self._context.notify(f"{indicateur.chiffre}{NBSP}: {made}.")
        self.closed.emit(indicateur.code)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ValidationError):
            self._refuse(error)
        elif isinstance(error, UserError):
            self.form.message_bar.show_message(str(error), Tone.ERREUR)
        else:
            report(error)

    def _refuse(self, error: ValidationError) -> None:
        """Say what is wrong under the field, and go there."""
        field = self.formulaire.champ(error.field)
        if field is None:
            self.form.message_bar.show_message(str(error), Tone.ERREUR)
        else:
            self.refus.show(field, str(error))


def _objets(plan: PlanDetails) -> Iterator[tuple[str, str]]:
    """Yield (code, words) of what an indicator may measure, as the tree of the plan."""
    yield plan.code, f"Le plan {plan.code}"
    for axe in plan.axes:
        yield axe.code, f"{axe.code} · {axe.titre}"
        for objectif in axe.objectifs:
            yield objectif.code, f"    {objectif.code} · {objectif.titre}"
            for action in objectif.actions:
                yield action.code, f"        {action.code} · {action.titre}"
