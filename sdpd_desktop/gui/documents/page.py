"""The page « Documents »: the bilan of the current plan."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QListWidgetItem, QWidget
from typing_extensions import override

from sdpd_desktop.domain.bilan import SECTIONS, Bilan
from sdpd_desktop.domain.changes import Change
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.periode import Periode, TypePeriode, parse_periode
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_documents_page import Ui_DocumentsPage
from sdpd_desktop.gui.page import Context, Page
from sdpd_desktop.gui.widgets.message_bar import Tone

_PAUSE_MS = 400
_LABELS = {
    "objectifs": "État des objectifs",
    "indicateurs": "Indicateurs",
    "echeances": "Échéances",
    "conventions": "Conventions",
    "financements": "Financements",
    "remarques": "Remarques",
    "actions": f"Annexe{NBSP}: toutes les actions",
}
_PDF, _XLSX = "PDF (*.pdf)", "Classeur Excel (*.xlsx)"


class DocumentsPage(Page):
    """What to print on the left, how it looks on the right."""

    titre = "Documents"
    concerned = frozenset({Change.PLANS, Change.INDICATEURS, Change.CONVENTIONS, Change.PARAMETRES})
    prints = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._periode = Periode.de(TypePeriode.ANNEE, context.today())
        self.form = Ui_DocumentsPage()
        self.form.setupUi(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.form.periode_edit.setText(self._periode.code)
        self.form.error_label.hide()
        self.form.apercu.plug(context)
        self.form.splitter.setSizes([280, 860])
        self.form.splitter.setStretchFactor(1, 1)
        self._fill_sections()
        self._connect()

    def _fill_sections(self) -> None:
        sections = self.form.sections_list
        for name in SECTIONS:
            item = QListWidgetItem(_LABELS[name])
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            sections.addItem(item)
        sections.setCurrentRow(0)

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.pdf_button, "file-type-pdf", "on_primary")
        icons.dress(form.xlsx_button, "file-spreadsheet")
        icons.dress(form.print_button, "printer")
        self._pause.timeout.connect(self._preview)
        form.periode_edit.textEdited.connect(lambda _text: self._pause.start())
        form.periode_edit.returnPressed.connect(self._preview)
        form.sections_list.itemChanged.connect(lambda _item: self._pause.start())
        form.pdf_button.clicked.connect(partial(self._export, ".pdf", _PDF))
        form.xlsx_button.clicked.connect(partial(self._export, ".xlsx", _XLSX))
        form.print_button.clicked.connect(self.print_document)
        form.apercu.shown.connect(self._on_shown)

    @property
    def sections(self) -> tuple[str, ...]:
        """The parts ticked, in the order they are printed."""
        rows = self.form.sections_list
        items = (rows.item(number) for number in range(rows.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    # ---------------------------------------------------------------- page

    @override
    def refresh(self, changes: frozenset[Change] | None) -> None:
        self._preview()

    @override
    def focus_first(self) -> None:
        self.form.periode_edit.setFocus()

    @override
    def print_document(self) -> bool:
        return self.form.apercu.print_document()

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self.form.sections_list, self.form.apercu.form.pages_view)

    @override
    def fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.form.message_bar.show_message(str(error), Tone.ERREUR)
        else:
            super().fail(error)

    # -------------------------------------------------------------- bilan

    def _preview(self) -> None:
        self._pause.stop()
        plan = self.context.plan.code
        if not plan:
            self.form.plan_label.setText("")
            self._say("", valid=True)
            self.form.apercu.clear("Choisissez un plan dans la barre du haut.")
            return
        try:
            self._periode = parse_periode(self.form.periode_edit.text())
        except ValidationError as error:
            self._say(str(error), valid=False)
            self.form.apercu.clear("Corrigez la période pour voir le bilan.")
            return
        self._say("", valid=True)
        services = self.context.services
        self.ask(
            partial(services.bilans.content, plan, self._periode, self.sections),
            self._describe,
            self._on_refused,
        )

    def _describe(self, bilan: Bilan) -> None:
        form = self.form
        form.plan_label.setText(f"{bilan.plan.code} · {bilan.plan.titre}")
        form.coverage_label.setText(
            f"{_count(bilan.chiffrees, 'action chiffrée')} sur {bilan.actions}, "
            f"{_count(bilan.avancement.faites, 'mesure réalisée')} "
            f"sur {bilan.avancement.total}, au {format_date(bilan.arrete_le)}."
        )
        titre = f"Bilan {bilan.periode.libelle} · {bilan.plan.code}"
        render = partial(
            self.context.services.bilans.render_pdf,
            bilan.plan.code,
            bilan.periode,
            bilan.sections,
        )
        form.apercu.show_document(titre, render)

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.fail(error)
            return
        self._say(str(error), valid=False)
        self.form.coverage_label.setText("")
        self.form.apercu.clear("Corrigez la période pour voir le bilan.")

    def _say(self, text: str, *, valid: bool) -> None:
        form = self.form
        form.error_label.setText(text)
        form.error_label.setVisible(bool(text))
        form.periode_edit.setProperty("invalide", not valid)
        form.periode_edit.style().unpolish(form.periode_edit)
        form.periode_edit.style().polish(form.periode_edit)

    def _on_shown(self, shown: bool) -> None:
        for button in (self.form.pdf_button, self.form.xlsx_button, self.form.print_button):
            button.setEnabled(shown)

    def _export(self, suffix: str, filters: str) -> None:
        plan = self.context.plan.code
        name = f"bilan-{plan}-{self._periode.code}{suffix}"
        out = self.context.prompts.choose_target(self, "Exporter le bilan", name, filters)
        if out is None:
            return
        work = partial(self.context.services.bilans.write, plan, self._periode, out, self.sections)
        self.context.files.run(self, work, self._on_exported, self.fail)

    def _on_exported(self, path: Path) -> None:
        self.form.message_bar.show_message(f"Document écrit{NBSP}: {path}", Tone.SUCCES)


def _count(number: int, words: str) -> str:
    """Return « 0 action chiffrée », « 12 actions chiffrées »."""
    plural = "s" if number > 1 else ""
    return f"{number} " + " ".join(f"{word}{plural}" for word in words.split())
