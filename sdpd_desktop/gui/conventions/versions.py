"""The tab « Versions »: what was frozen, the avenant in hand, and what changes from one to next."""

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QTextBrowser

from sdpd_desktop.domain.convention import ConventionDetails, EtatConvention
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.texte import NBSP, insecable
from sdpd_desktop.domain.version_convention import Ecart, NatureEcart
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.generated.ui_conventions_page import Ui_ConventionsPage

if TYPE_CHECKING:
    from sdpd_desktop.gui.conventions.page import ConventionsPage

ECARTS = {
    NatureEcart.AJOUTE: "+ Ajouté",
    NatureEcart.RETIRE: "– Retiré",
    NatureEcart.MODIFIE: "≠ Modifié",
}


class VersionsTab(QObject):
    """Drives the tab."""

    def __init__(self, form: Ui_ConventionsPage, page: "ConventionsPage") -> None:
        super().__init__(page)
        self._page = page
        self._details: ConventionDetails | None = None
        self.version_combo = QComboBox()
        self.version_combo.setAccessibleName("Version à comparer avec la précédente")
        self.version_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.version_combo.setMinimumContentsLength(16)
        self.open_button = QPushButton("Ouvrir un avenant…")
        icons.dress(self.open_button, "file-plus")
        self.sign_button = QPushButton("Signer l’avenant…")
        icons.dress(self.sign_button, "signature")
        self.abandon_button = QPushButton("Abandonner l’avenant")
        icons.dress(self.abandon_button, "x")
        self.text = QTextBrowser()
        self.text.setAccessibleName("Ce qui change d’une version à l’autre")
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        bar = QHBoxLayout()
        bar.addWidget(self.version_combo, 1)
        for button in (self.open_button, self.sign_button, self.abandon_button):
            bar.addWidget(button)
        form.versions_layout.addLayout(bar)
        form.versions_layout.addWidget(self.text, 1)
        self.version_combo.activated.connect(self._compare)
        self.open_button.clicked.connect(self.open)
        self.sign_button.clicked.connect(page.open_signature)
        self.abandon_button.clicked.connect(self.abandon)

    def show_details(self, details: ConventionDetails | None) -> None:
        """Show the versions of a convention, the newest first."""
        self._details = details
        combo = self.version_combo
        combo.clear()
        if details is None:
            self.text.clear()
            return
        avenant = details.avenant_ouvert
        if avenant:
            combo.addItem(f"Avenant n° {avenant.numero} en préparation", len(details.versions) + 1)
        for version in reversed(details.versions):
            name = "Convention" if version.numero == 1 else f"Avenant n° {version.numero - 1}"
            when = format_date(version.figee_le.astimezone().date())
            combo.addItem(f"Version {version.numero} – {name}, figée le {when}", version.numero)
        combo.setVisible(combo.count() > 0)
        ended = details.resume.etat is EtatConvention.DENONCEE
        self.open_button.setEnabled(details.figee and not ended)
        self.sign_button.setVisible(avenant is not None and avenant.signe_le is None)
        self.abandon_button.setVisible(avenant is not None)
        self._compare()

    def _compare(self) -> None:
        details, numero = self._details, self.version_combo.currentData()
        if details is None:
            return
        if numero is None:
            self.text.setHtml(
                "<p>Aucune version figée. Le dépôt de l’exemplaire signé (onglet Pièces) fige le "
                "texte et les valeurs du jour ; un avenant ouvre ensuite une nouvelle version.</p>"
            )
        elif numero == 1:
            version = details.versions[0]
            self.text.setHtml(
                f"<p>Convention d’origine, telle que signée.</p><p>Fichier{NBSP}: "
                f"{escape(version.nom)}<br/>SHA-256{NBSP}: {version.empreinte}</p>"
            )
        else:
            service = self._page.context.services.avenants
            self._page.ask(
                partial(service.comparer, details.resume.code, numero),
                partial(self._show, details.resume.code, numero),
            )

    def _show(self, code: str, numero: int, ecarts: tuple[Ecart, ...]) -> None:
        shown = self._details.resume.code if self._details else ""
        if shown == code and self.version_combo.currentData() == numero:
            self.text.setHtml(comparaison(ecarts, numero))

    def open(self) -> None:
        """Open an avenant."""
        if self._details is None:
            return
        context = self._page.context
        objet = context.prompts.ask_text(
            self._page, "Ouvrir un avenant", f"Ce que l’avenant change{NBSP}:"
        )
        if objet is not None:
            work = partial(context.services.avenants.ouvrir, self._details.resume.code, objet)
            self._page.ask(work, self._page.show_changed)

    def abandon(self) -> None:
        """Go back to the last version."""
        if self._details:
            service = self._page.context.services.avenants
            work = partial(service.abandonner, self._details.resume.code)
            self._page.ask(work, self._page.show_changed)


def comparaison(ecarts: tuple[Ecart, ...], numero: int) -> str:
    """Return what changed as HTML: each part with both its texts."""
    if not ecarts:
        return "<p>Rien ne diffère de la version précédente.</p>"
    muted = colours.shown().muted
    rows = "".join(
        f'<tr><td style="padding:6px 10px 0 0;"><b>{escape(e.partie)}</b><br/>'
        f'<span style="color:{muted};">{ECARTS[e.nature]}</span></td>'
        f'<td style="padding:6px 10px 0 0;">{_cell(e.avant)}</td>'
        f'<td style="padding:6px 0 0 0;">{_cell(e.apres)}</td></tr>'
        for e in ecarts
    )
    head = "".join(
        f'<td width="{width}" style="color:{muted};">{title}</td>'
        for title, width in (
            ("Partie", "20%"),
            (f"Version {numero - 1}", "40%"),
            (f"Version {numero}", "40%"),
        )
    )
    return f'<table width="100%"><tr>{head}</tr>{rows}</table>'


def _cell(text: str) -> str:
    return escape(insecable(text)).replace("\n", "<br/>") if text else "–"
