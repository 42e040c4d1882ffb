"""The menu « Signature électronique » of the conventions, and what its entries do."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QWidget

from sdpd_desktop.domain.convention import ConventionDetails
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.domain.verification import Exemplaire, Verification, en_cours
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.conventions.signature import SignatureDialog
from sdpd_desktop.gui.conventions.verification import VerificationDialog

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Page
    from sdpd_desktop.services.signatures import DocumentASigner, SignatureFaite

_PDF = "PDF (*.pdf)"


class SignatureMenu(QObject):
    """A button and its menu; acts on the convention that the page shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._page = page
        self._details: ConventionDetails | None = None
        self._exemplaires: tuple[Exemplaire, ...] = ()
        self.button = QPushButton("Signature électronique", page)
        self.button.setToolTip("Signer, exporter pour signer, vérifier, déposer")
        icons.dress(self.button, "shield-check")
        menu = QMenu(self.button)
        self.button.setMenu(menu)
        self.signer_action = self._add(menu, "Signer électroniquement…", "signature", self._sign)
        self.exporter_action = self._add(
            menu, "Exporter pour un autre signataire…", "file-export", self._export
        )
        self.registre_action = self._add(
            menu, "Vérifier l’exemplaire du registre", "file-check", self._verify_registered
        )
        self.recommencer_action = self._add(
            menu, "Recommencer la signature…", "arrow-back-up", self._start_again
        )
        menu.addSeparator()
        self.verifier_action = self._add(
            menu, "Vérifier ou déposer un PDF signé…", "file-import", self._choose_and_verify
        )
        self.show_details(None)

    def _add(self, menu: QMenu, text: str, icon: str, slot: Callable[[], None]) -> QAction:
        action = menu.addAction(text, slot)
        icons.dress(action, icon)
        return action

    def install(self, layout: QBoxLayout, before: QWidget) -> None:
        """Put the button in a bar, before another widget."""
        layout.insertWidget(layout.indexOf(before), self.button)

    @property
    def _code(self) -> str:
        return self._details.resume.code if self._details else ""

    def show_details(self, details: ConventionDetails | None) -> None:
        """Act on this convention from now on; None for none."""
        self._details, self._exemplaires = details, ()
        self._enable()
        if details is not None:
            work = partial(self._page.context.services.signatures.registre, details.resume.code)
            self._page.ask(work, partial(self._on_register, details.resume.code))

    def _on_register(self, code: str, exemplaires: tuple[Exemplaire, ...]) -> None:
        if code == self._code:
            self._exemplaires = exemplaires
            self._enable()

    def _enable(self) -> None:
        signable = self._details is not None and self._details.signable
        self.signer_action.setEnabled(signable)
        self.exporter_action.setEnabled(signable or bool(self._exemplaires))
        self.registre_action.setEnabled(bool(self._exemplaires))
        self.recommencer_action.setEnabled(signable and en_cours(self._exemplaires) is not None)

    # -------------------------------------------------------------- signing

    def _sign(self) -> None:
        work = partial(self._page.context.services.signatures.document, self._code)
        self._page.ask(work, self._open_signature)

    def _open_signature(self, document: "DocumentASigner") -> None:
        dialog = SignatureDialog(self._page.context, document, self._page)
        dialog.signed.connect(self._on_signed)
        dialog.open()

    def _on_signed(self, done: "SignatureFaite") -> None:
        self._page.context.notify(f"{done.convention}{NBSP}: signature ajoutée au document.")
        self._open_verdict(None, done.verification)

    def _start_again(self) -> None:
        context = self._page.context
        sure = context.prompts.confirm(
            self._page,
            f"Écarter l’exemplaire de {self._code} dont la signature a commencé{NBSP}?",
            action="Recommencer la signature",
            detail="Tous devront signer de nouveau. L’exemplaire écarté reste connu du registre.",
        )
        if sure:
            work = partial(context.services.signatures.recommencer, self._code)
            self._page.ask(work, self._on_started_again)

    def _on_started_again(self, _nothing: None) -> None:
        self._page.context.notify(f"{self._code}{NBSP}: la signature est à recommencer.")

    def _export(self) -> None:
        context = self._page.context
        name = f"{self._code}-a-signer.pdf"
        out = context.prompts.choose_target(self._page, "Exporter le document", name, _PDF)
        if out is not None:
            work = partial(context.services.signatures.preparer, self._code, out)
            self._page.ask(work, self._on_exported)

    def _on_exported(self, path: Path) -> None:
        self._page.context.notify(f"Document écrit{NBSP}: {path}")

    # --------------------------------------------------------- verification

    def verify(self, paths: Sequence[Path]) -> None:
        """Judge files, one dialog each."""
        for path in paths:
            work = partial(self._page.context.services.signatures.verifier, path)
            self._examine(work, path)

    def _choose_and_verify(self) -> None:
        context = self._page.context
        self.verify(context.prompts.choose_files(self._page, "Vérifier un PDF", _PDF))

    def _verify_registered(self) -> None:
        last = self._exemplaires[-1].id
        work = partial(self._page.context.services.signatures.verifier_exemplaire, last)
        self._examine(work, None)

    def _examine(self, work: Callable[[], Verification], path: Path | None) -> None:
        """Judge on the file lane: a heavy document keeps nothing else waiting."""
        page = self._page
        page.context.notify("Vérification en cours…")
        page.context.files.run(page, work, partial(self._open_verdict, path), page.fail)

    def _open_verdict(self, path: Path | None, found: Verification) -> None:
        VerificationDialog(self._page.context, found, self._page, path, self._code).open()
