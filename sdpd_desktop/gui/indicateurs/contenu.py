"""What the screen shows: the grid and its detail, or something in their place."""

from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.grille import Grille
from sdpd_desktop.gui.generated.ui_indicateurs_page import Ui_IndicateursPage
from sdpd_desktop.gui.indicateurs.comparaison import ComparaisonView
from sdpd_desktop.gui.indicateurs.reglages import ReglagesPane
from sdpd_desktop.gui.indicateurs.ssmsi import SsmsiPane
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.widgets.empty_state import EmptyState


class Contenu(QObject):
    """Puts the comparison, a table to import, or settings before the grid.

    Signals:
        filter_cleared: « Effacer le filtre », where no row matches.
        ssmsi_closed: The table to import is left.
        reglages_closed: The settings are left; the code of the indicator, "" for none.
        first_asked: « Nouvel indicateur », where the plan has none.
        shown: Another thing is shown; True for the grid.
    """

    filter_cleared = Signal()
    ssmsi_closed = Signal()
    reglages_closed = Signal(str)
    first_asked = Signal()
    shown = Signal(bool)

    def __init__(self, form: Ui_IndicateursPage, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._context = context
        # Made where it stands: moving a pane there would dress it twice.
        self.comparaison = ComparaisonView(context, form.contenu_stack)
        form.contenu_stack.addWidget(self.comparaison)
        self._devant: SsmsiPane | ReglagesPane | None = None
        self.no_match = EmptyState(
            "filter",
            "Aucune ligne ne correspond",
            "Changez les mots du filtre.",
            "Effacer le filtre",
        )
        self.no_plan = EmptyState(
            "chart-line",
            "Aucun plan",
            "Installez un plan de référence dans Paramètres.",
            "Ouvrir les paramètres",
        )
        self.no_indicateur = EmptyState(
            "chart-line",
            "Aucun indicateur à suivre",
            "Ce plan n’en a pas encore. Créez le premier.",
            "Nouvel indicateur…",
        )
        self.no_match.activated.connect(self.filter_cleared)
        self.no_plan.activated.connect(lambda: context.navigate(Link("parametres")))
        self.no_indicateur.activated.connect(self.first_asked)
        for notice in (self.no_match, self.no_plan, self.no_indicateur):
            form.grid_stack.addWidget(notice)

    # Made when first asked for: few visits need them, and each visit would wait.

    @cached_property
    def ssmsi(self) -> SsmsiPane:
        """The table to import."""
        pane = SsmsiPane(self._context, self._form.contenu_stack)
        pane.closed.connect(self.ssmsi_closed)
        self._form.contenu_stack.addWidget(pane)
        return pane

    @cached_property
    def reglages(self) -> ReglagesPane:
        """The settings of an indicator."""
        pane = ReglagesPane(self._context, self._form.contenu_stack)
        pane.closed.connect(self.reglages_closed)
        self._form.contenu_stack.addWidget(pane)
        return pane

    def mettre_devant(self, pane: SsmsiPane | ReglagesPane | None) -> None:
        """Show a pane in place of the grid, the grid for None."""
        self._devant = pane
        self.montrer()

    def oublier(self) -> None:
        """Show the grid the next time."""
        self._devant = None

    def peut_quitter(self) -> bool:
        """Tell whether nothing typed is lost when the pane in front goes; may ask."""
        return not isinstance(self._devant, ReglagesPane) or self._devant.peut_quitter()

    def quitter(self) -> bool:
        """Leave the pane in front; False when the grid is."""
        if self._devant is None:
            return False
        self._devant.quitter()
        return True

    def montrer(self) -> None:
        """Show what is in front."""
        form = self._form
        compared = form.comparer_button.isChecked()
        whole = self._devant or (self.comparaison if compared else form.splitter)
        form.contenu_stack.setCurrentWidget(whole)
        form.hint_label.setVisible(whole is form.splitter)
        for button in (form.a_saisir_button, form.comparer_button, form.importer_button):
            button.setEnabled(not isinstance(whole, ReglagesPane))
        for menu in (form.valeurs_button, form.periodes_button):
            menu.setEnabled(whole is form.splitter)
        self.shown.emit(whole is form.splitter)

    def montrer_grille(self, grille: Grille | None, rows: int) -> bool:
        """Show the grid, or why it is empty; False when there is nothing to detail."""
        stack = self._form.grid_stack
        if grille is None:
            stack.setCurrentWidget(self.no_plan)
        elif not grille.suivis:
            stack.setCurrentWidget(self.no_indicateur)
        else:
            stack.setCurrentWidget(self._form.grid_page if rows else self.no_match)
        return stack.currentWidget() not in (self.no_plan, self.no_indicateur)
