"""The tab « Pièces »: the signed original, its hash, and what else is kept with it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton

from sdpd_desktop.domain.convention import ConventionDetails, NaturePiece, PieceDetails
from sdpd_desktop.domain.texte import NBSP, quote
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

if TYPE_CHECKING:
    from sdpd_desktop.gui.conventions.page import ConventionsPage

NATURES_PIECE = {
    NaturePiece.ORIGINAL: "Exemplaire signé",
    NaturePiece.DELEGATION: "Acte de délégation",
    NaturePiece.PUBLICATION: "Publication",
    NaturePiece.AUTRE: "Autre pièce",
}
_SCANS = "PDF ou images (*.pdf *.png *.jpg *.jpeg)"


class PiecesTab(QObject):
    """Drives the tab."""

    def __init__(self, form: Ui_ConventionsPage, page: "ConventionsPage") -> None:
        super().__init__(page)
        self._page = page
        self._details: ConventionDetails | None = None
        columns = (
            Column[PieceDetails]("Pièce", lambda p: NATURES_PIECE[p.nature], 130),
            Column[PieceDetails]("Fichier", lambda p: p.nom, 170, tip=lambda p: p.nom),
            Column[PieceDetails](
                "Déposée le", lambda p: f"{p.deposee_le.astimezone():%d/%m/%Y}", 86,
                sort=lambda p: p.deposee_le,
            ),
            Column[PieceDetails]("Par", lambda p: p.auteur, 110),
            Column[PieceDetails]("Mot", lambda p: p.commentaire, 130, tip=lambda p: p.commentaire),
            Column[PieceDetails](
                "SHA-256", lambda p: p.empreinte[:16] + "…", 150, tip=lambda p: p.empreinte
            ),
        )  # fmt: skip
        self.listing = Listing(
            ColumnTableModel(columns), "Pièces", page.context.settings, "conventions/pieces"
        )
        self.notice_label = QLabel()
        self.notice_label.setProperty("role", "muet")
        self.reserve_label = QLabel()
        self.reserve_label.setProperty("role", "alerte")
        for label in (self.notice_label, self.reserve_label):
            label.setWordWrap(True)
        self.original_button = QPushButton("Déposer l’exemplaire signé…")
        icons.dress(self.original_button, "file-check")
        self.other_button = QPushButton("Autre pièce…")
        icons.dress(self.other_button, "paperclip")
        self.extract_button = QPushButton("Enregistrer sous…")
        icons.dress(self.extract_button, "download")
        self.remove_button = QPushButton("Retirer")
        icons.dress(self.remove_button, "trash")
        bar = QHBoxLayout()
        for button in (
            self.original_button, self.other_button, self.extract_button, self.remove_button,
        ):  # fmt: skip
            bar.addWidget(button)
        bar.addStretch(1)
        form.pieces_layout.addLayout(bar)
        form.pieces_layout.addWidget(self.notice_label)
        form.pieces_layout.addWidget(self.reserve_label)
        form.pieces_layout.addWidget(self.listing, 1)
        self._connect()

    def _connect(self) -> None:
        menu = QMenu(self.other_button)
        for nature, name in NATURES_PIECE.items():
            if nature is not NaturePiece.ORIGINAL:
                menu.addAction(name, partial(self.file, nature))
        self.other_button.setMenu(menu)
        self.original_button.clicked.connect(partial(self.file, NaturePiece.ORIGINAL))
        self.extract_button.clicked.connect(self._extract)
        self.remove_button.clicked.connect(self._remove)
        self.listing.chosen.connect(self._on_chosen)

    def show_details(self, details: ConventionDetails | None) -> None:
        """Show what is kept with a convention."""
        self._details = details
        pieces = details.pieces if details else ()
        self.listing.set_rows(pieces, key=lambda piece: piece.id)
        self.notice_label.setText(_notice(details) if details else "")
        warned = details is not None and not details.figee and bool(details.reserve)
        self.reserve_label.setVisible(warned)
        if details is not None and warned:
            self.reserve_label.setText(
                f"{details.reserve} Une fois figée, seul un avenant lui en donnerait."
            )
        self.other_button.setEnabled(details is not None)
        self.original_button.setEnabled(details is not None and not details.figee)
        self._on_chosen(self.listing.current_row())

    def _on_chosen(self, piece: PieceDetails | None) -> None:
        self.extract_button.setEnabled(piece is not None)
        self.remove_button.setEnabled(
            piece is not None and piece.nature is not NaturePiece.ORIGINAL
        )

    def file(self, nature: NaturePiece, *_checked: bool) -> None:
        """Keep files with the convention."""
        if self._details is None:
            return
        context, code = self._page.context, self._details.resume.code
        title = f"Déposer{NBSP}: {NATURES_PIECE[nature].lower()}"
        for path in context.prompts.choose_files(self._page, title, _SCANS):
            work = partial(context.services.pieces.deposer, code, path, nature)
            self._page.ask(work, self._on_filed)

    def _on_filed(self, details: ConventionDetails) -> None:
        piece = details.pieces[-1]
        frozen = " La convention est figée." if piece.nature is NaturePiece.ORIGINAL else ""
        self._page.context.notify(f"{quote(piece.nom)} déposé, haché et gardé.{frozen}")
        self._page.show_changed(details)

    def _extract(self) -> None:
        piece = self.listing.current_row()
        context = self._page.context
        suffix = Path(piece.nom).suffix
        out = context.prompts.choose_target(
            self._page, "Enregistrer la pièce", piece.nom, f"Fichier (*{suffix})"
        )
        if out is not None:
            work = partial(context.services.pieces.extraire, piece.empreinte, out)
            self._page.ask(work, lambda path: context.notify(f"Fichier écrit{NBSP}: {path}"))

    def _remove(self) -> None:
        piece = self.listing.current_row()
        if self._details and piece:
            service = self._page.context.services.pieces
            self._page.ask(
                partial(service.retirer, self._details.resume.code, piece.id),
                self._page.show_changed,
            )


def _notice(details: ConventionDetails) -> str:
    if details.figee:
        last = details.versions[-1]
        return (
            f"Version {last.numero} figée le {last.figee_le.astimezone():%d/%m/%Y}{NBSP}: texte, "
            f"valeurs et fichier ne changent plus. SHA-256{NBSP}: {last.empreinte}"
        )
    if details.signee_le is None:
        return (
            "Imprimez les originaux, faites-les signer, enregistrez la signature, puis déposez ici "
            "l’exemplaire numérisé (PDF, PNG ou JPEG)."
        )
    return "Signée sur papier. Déposez l’exemplaire numérisé pour figer la convention."
