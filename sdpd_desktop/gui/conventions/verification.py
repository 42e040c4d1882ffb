"""The verdict on a signed document, with its reasons."""

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.verification import (
    ConstatSignature,
    Motif,
    VerdictSignature,
    Verification,
)
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_verification_dialog import Ui_VerificationDialog
from sdpd_desktop.gui.labels import VERDICTS_SIGNATURE
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.widgets.badge import StateBadge

_SAID = {
    VerdictSignature.VALIDE: "Toutes les signatures attendues sont là, de personnes reconnues, et "
    "rien n’a changé depuis.",
    VerdictSignature.INCOMPLET: "Ce qui est signé est juste, mais il manque des signatures.",
    VerdictSignature.INDETERMINE: "Rien n’est faux, mais tout ne peut pas être contrôlé.",
    VerdictSignature.NON_VALIDE: "Ne vous fiez pas à ce document.",
}


class VerificationDialog(QDialog):
    """Shows one verdict; a file that is sound can be filed with the convention at hand."""

    def __init__(
        self,
        context: Context,
        verification: Verification,
        parent: QWidget,
        path: Path | None = None,
        convention: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._path, self._convention = context, path, convention
        self._verification = verification
        self.form = Ui_VerificationDialog()
        self.form.setupUi(self)
        self.verdict_badge = StateBadge()
        self.form.verdict_layout.insertWidget(0, self.verdict_badge)
        self.form.verdict_layout.setStretchFactor(self.form.verdict_label, 1)
        self.form.fermer_button.clicked.connect(self.accept)
        self.form.deposer_button.clicked.connect(self._file)
        self.form.exporter_button.clicked.connect(self._export)
        self._show(verification)

    def _show(self, found: Verification) -> None:
        self._verification = found
        form = self.form
        form.heading_label.setText(found.nom)
        self.verdict_badge.set_badge(VERDICTS_SIGNATURE[found.verdict])
        form.verdict_label.setText(_SAID[found.verdict])
        form.error_label.hide()
        form.detail_text.setHtml(html(found))
        may = (
            self._path is not None
            and found.exemplaire is None
            and bool(found.constat.signatures)
            and found.verdict is not VerdictSignature.NON_VALIDE
        )
        form.deposer_button.setVisible(may)
        if self._convention:
            form.deposer_button.setText(f"Déposer au registre de {self._convention}")
        form.exporter_button.setVisible(self._path is None and found.exemplaire is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_verification"):
            self.form.detail_text.setHtml(html(self._verification))

    def _file(self) -> None:
        assert self._path is not None
        self.form.deposer_button.setEnabled(False)
        work = partial(_file, self._context, self._path, self._convention)
        self._context.files.run(self, work, self._on_filed, self._on_error)

    def _on_filed(self, found: Verification) -> None:
        self._path = None
        self._show(found)
        self._context.notify(f"{found.nom}{NBSP}: exemplaire déposé au registre.")

    def _export(self) -> None:
        exemplaire = self._verification.exemplaire
        if exemplaire is None:
            return
        out = self._context.prompts.choose_target(
            self, "Exporter l’exemplaire", exemplaire.nom, "PDF (*.pdf)"
        )
        if out is not None:
            work = partial(self._context.services.signatures.exporter, exemplaire.id, out)
            self._context.files.run(self, work, self._on_exported, self._on_error)

    def _on_exported(self, path: Path) -> None:
        self._context.notify(f"Document écrit{NBSP}: {path}")

    def _on_error(self, error: Exception) -> None:
        self.form.deposer_button.setEnabled(True)
        if not isinstance(error, UserError):
            report(error)
            return
        self.form.error_label.setText(str(error))
        self.form.error_label.show()


def _file(context: Context, path: Path, convention: str) -> Verification:
    """File the document, then judge it as the register now knows it."""
    signatures = context.services.signatures
    signatures.deposer(path, convention)
    return signatures.verifier(path)


def html(found: Verification) -> str:
    """Return the signatures and the reasons, each with the shape and colour of its weight."""
    moment = found.verifie_le.astimezone()
    parts = [
        f'<p style="color:{colours.shown().muted}">Vérifié le {format_date(moment.date())} à '
        f"{moment:%H:%M}. Empreinte SHA-256{NBSP}: {found.constat.empreinte[:16]}…</p>"
    ]
    if found.constat.signatures:
        rows = "".join(map(_signature, found.constat.signatures))
        parts.append(f'<p><b>Signatures</b></p><table cellspacing="0">{rows}</table>')
    if found.motifs:
        rows = "".join(map(_motif, found.motifs))
        parts.append(f'<p><b>Raisons</b></p><table cellspacing="0">{rows}</table>')
    return "".join(parts)


def _signature(it: ConstatSignature) -> str:
    muted = colours.shown().muted
    day = ""
    if it.annoncee_le:
        local = it.annoncee_le.astimezone()
        day = f"le {format_date(local.date())} à {local:%H:%M}, "
    name = escape(it.signataire or "Signataire illisible")
    qualite = f", {escape(it.qualite)}" if it.qualite else ""
    emetteur = escape(it.emetteur or "inconnu")
    return (
        f'<tr><td style="padding:2px 8px 4px 0">{name}{qualite}<br/>'
        f'<span style="color:{muted}">{day}certificat de {emetteur}</span></td></tr>'
    )


def _motif(motif: Motif) -> str:
    badge = VERDICTS_SIGNATURE[motif.poids]
    colour = colours.shown().of(badge.ton).name()
    return (
        f'<tr><td style="color:{colour}; padding:2px 8px 4px 0">{badge.forme.value}</td>'
        f'<td style="padding:2px 0 4px 0">{escape(motif.texte)}</td></tr>'
    )
