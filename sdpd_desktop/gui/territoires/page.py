"""The « Territoires et instances » screen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from sdpd_desktop.domain.changes import Change
from sdpd_desktop.gui.generated.ui_territoires_page import Ui_TerritoiresPage
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.territoires.instances import InstancesTab
from sdpd_desktop.gui.territoires.limites import TerritoiresTab


class TerritoiresPage(Page):
    """Two lists, each with the detail of its current row."""

    titre = "Territoires et instances"
    concerned = frozenset({Change.INSTANCES, Change.INDICATEURS, Change.PLANS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_TerritoiresPage()
        self.form.setupUi(self)
        self.form.tabs.tabBar().setDrawBase(False)
        self.instances = InstancesTab(self.form, self)
        self.territoires = TerritoiresTab(self.form, self)

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        services = self.context.services
        self.ask(services.instances.list_all, self.instances.montrer)
        self.ask(services.partenaires.territoires, self.territoires.montrer)

    @override
    def open_object(self, kind: str, code: str, plan: str | None) -> bool:
        if kind == "instance":
            self.form.tabs.setCurrentWidget(self.form.instances_tab)
            self.instances.choisir(code)
        else:
            self.form.tabs.setCurrentWidget(self.form.territoires_tab)
            self.territoires.choisir(code)
        return True

    @override
    def new_object(self) -> bool:
        self.form.tabs.setCurrentWidget(self.form.instances_tab)
        self.instances.nouvelle()
        return True

    @override
    def focus_filter(self) -> None:
        self.form.tabs.setCurrentWidget(self.form.territoires_tab)
        self.form.filter_edit.setFocus()
        self.form.filter_edit.selectAll()

    @override
    def focus_first(self) -> None:
        self._list().setFocus()

    @override
    def go_back(self) -> bool:
        if self._list().hasFocus():
            return False
        self._list().setFocus()
        return True

    @override
    def panes(self) -> Sequence[QWidget]:
        if self.form.tabs.currentWidget() is self.form.instances_tab:
            return (self.instances.listing, self.instances.reunions, self.form.reunion_frame)
        return (self.territoires.listing, self.form.perimetre_depuis_edit)

    def _list(self) -> QWidget:
        here = self.form.tabs.currentWidget() is self.form.instances_tab
        return self.instances.listing if here else self.territoires.listing
