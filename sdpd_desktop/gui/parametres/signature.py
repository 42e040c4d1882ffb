"""Whom the office trusts, and the library of the agent's card."""

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from sdpd_desktop.domain.confiance import Confiance
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.signature import Jeton
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui.conventions.signature import BIBLIOTHEQUE
from sdpd_desktop.gui.generated.ui_parametres_signature import Ui_SignatureCard
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

if TYPE_CHECKING:
    from sdpd_desktop.gui.page import Page
    from sdpd_desktop.services.confiance import Apport

_FILTERS = "Certificats et listes (*.pem *.cer *.crt *.der *.crl)"
_LIBRARIES = "Bibliothèques (*.so *.dll *.dylib);;Tous les fichiers (*)"
_FEW_DAYS = dt.timedelta(days=30)
_ROWS = 5


@dataclass(frozen=True)
class LigneConfiance:
    """An authority or a list, as one line."""

    empreinte: str
    nom: str
    nature: str
    fin: dt.datetime | None
    badge: Badge


def lignes(confiance: Confiance, instant: dt.datetime) -> tuple[LigneConfiance, ...]:
    """Return the authorities, then the lists, with how long each still holds."""
    found = [
        LigneConfiance(
            it.empreinte, it.sujet, "Autorité racine" if it.racine else "Autorité intermédiaire",
            it.fin, _badge(it.fin, instant, "Expirée"),
        )
        for it in confiance.autorites
    ]  # fmt: skip
    found += [
        LigneConfiance(
            it.empreinte, it.emetteur, "Liste de révocation", it.prochaine,
            _badge(it.prochaine, instant, "Périmée"),
        )
        for it in confiance.listes
    ]  # fmt: skip
    return tuple(found)


def _badge(fin: dt.datetime | None, instant: dt.datetime, over: str) -> Badge:
    if fin is not None and instant > fin:
        return Badge(over, "late", Forme.TRIANGLE)
    if fin is not None and over == "Expirée" and fin - instant < _FEW_DAYS:
        return Badge("Expire bientôt", "warn", Forme.LOSANGE)
    return Badge("À jour", "ok", Forme.ROND)


class SignatureCard(QFrame):
    """The card « Signature électronique »; each gesture is stored at once."""

    def __init__(self, page: "Page") -> None:
        super().__init__(page)
        self._page = page
        self.form = Ui_SignatureCard()
        self.form.setupUi(self)
        self.listing = Listing(
            ColumnTableModel(_columns()), "Autorités et listes de révocation",
            page.context.settings, "parametres/confiance", self,
        )  # fmt: skip
        self.form.confiance_list_layout.addWidget(self.listing)
        self.form.bibliotheque_edit.setText(page.context.settings.text(BIBLIOTHEQUE))
        self.form.signature_error_label.hide()
        self.form.essai_label.hide()
        self._connect()

    def _connect(self) -> None:
        form = self.form
        form.importer_button.clicked.connect(self._import)
        form.retirer_button.clicked.connect(self._remove)
        form.retirer_button.setEnabled(False)
        form.bibliotheque_edit.editingFinished.connect(self._keep_library)
        form.bibliotheque_button.clicked.connect(self._choose_library)
        form.essayer_button.clicked.connect(self._try)
        self.listing.chosen.connect(lambda row: form.retirer_button.setEnabled(row is not None))

    def refresh(self) -> None:
        """Read again whom the office trusts."""
        self._page.ask(self._page.context.services.confiance.get, self._show, self._fail)

    def _show(self, confiance: Confiance) -> None:
        rows = lignes(confiance, self._page.context.services.clock.now())
        self.listing.set_rows(rows, key=lambda row: row.empreinte)
        height = self.listing.header().sizeHint().height()
        line = max(self.listing.sizeHintForRow(0), self.fontMetrics().height() + 8)
        shown = min(max(len(rows), 1), _ROWS)
        self.listing.setFixedHeight(height + shown * line + 2 * self.listing.frameWidth() + 2)

    # ---------------------------------------------------------------- trust

    def _import(self) -> None:
        self._refuse("")
        context = self._page.context
        title = "Importer des autorités ou des listes de révocation"
        paths = context.prompts.choose_files(self, title, _FILTERS)
        if paths:
            work = partial(context.services.confiance.importer, paths)
            self._page.ask(work, self._on_imported, self._fail)

    def _on_imported(self, apport: "Apport") -> None:
        names = [a.sujet for a in apport.autorites]
        names += [f"liste de {c.emetteur}" for c in apport.listes]
        text = f"Importé{NBSP}: {', '.join(names)}." if names else "Tout cela était déjà là."
        self._page.context.notify(text)

    def _remove(self) -> None:
        row = self.listing.current_row()
        if row is None:
            return
        self._refuse("")
        work = partial(self._page.context.services.confiance.retirer, row.empreinte)
        self._page.ask(work, self._on_removed, self._fail)

    def _on_removed(self, _nothing: None) -> None:
        self._page.context.notify("Retiré. Le journal permet de l’annuler.")

    # ----------------------------------------------------------------- card

    def _choose_library(self) -> None:
        paths = self._page.context.prompts.choose_files(
            self, "Bibliothèque de la carte d’agent", _LIBRARIES
        )
        if paths:
            self.form.bibliotheque_edit.setText(str(paths[0]))
            self._keep_library()

    def _keep_library(self) -> None:
        self._page.context.settings.keep_text(
            BIBLIOTHEQUE, self.form.bibliotheque_edit.text().strip()
        )

    def _try(self) -> None:
        self._refuse("")
        self.form.essai_label.hide()
        library = self.form.bibliotheque_edit.text().strip()
        if not library:
            self._refuse("Choisissez d’abord la bibliothèque de la carte.")
            return
        context = self._page.context
        work = partial(context.services.signatures.jetons, library)
        context.files.run(self, work, self._on_cards, self._fail)

    def _on_cards(self, jetons: tuple[Jeton, ...]) -> None:
        names = ", ".join(jeton.nom for jeton in jetons)
        self.form.essai_label.setText(
            f"Cartes présentes{NBSP}: {names}." if jetons
            else "La bibliothèque répond, mais aucune carte n’est dans le lecteur."
        )  # fmt: skip
        self.form.essai_label.show()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._refuse(str(error))
        else:
            self._page.fail(error)

    def _refuse(self, text: str) -> None:
        self.form.signature_error_label.setText(text)
        self.form.signature_error_label.setVisible(bool(text))


def _columns() -> tuple[Column[LigneConfiance], ...]:
    return (
        Column("Nom", lambda row: row.nom, 0, tip=lambda row: f"SHA-256 {row.empreinte}"),
        Column("Nature", lambda row: row.nature, 152),
        Column(
            "Jusqu’au",
            lambda row: format_date(row.fin.date() if row.fin else None),
            84,
            sort=lambda row: row.fin,
        ),
        Column("État", lambda row: row.badge.texte, 104, badge=lambda row: row.badge),
    )
