"""The tab « Territoires »: what lies in what, and since when limits and zones are the same."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit

from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import NBSP, natural_key, search_key
from sdpd_desktop.gui.generated.ui_territoires_page import Ui_TerritoiresPage
from sdpd_desktop.gui.labels import NATURES_TERRITOIRE
from sdpd_desktop.gui.page import Page
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.refus import FieldRefusal

_DEBOUNCE_MS = 150


class TerritoiresTab(QObject):
    """Drives the widgets of the tab."""

    def __init__(self, form: Ui_TerritoiresPage, page: Page) -> None:
        super().__init__(page)
        self._form, self._page = form, page
        self._rows: tuple[TerritoireSummary, ...] = ()
        self._shown: TerritoireSummary | None = None
        self._wish = ""
        self.listing = Listing(
            ColumnTableModel(_columns()),
            "Territoires",
            page.context.settings,
            "territoires/liste",
        )
        form.territoires_layout.addWidget(self.listing)
        form.territoires_splitter.setSizes([720, 410])
        self.refus = FieldRefusal(form.territoire_frame)
        self._debounce = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._debounce.timeout.connect(self.filtrer)
        form.filter_edit.textChanged.connect(lambda _text: self._debounce.start())
        form.dater_button.clicked.connect(self._save)
        for edit in (form.perimetre_depuis_edit, form.zones_depuis_edit):
            edit.returnPressed.connect(self._save)
        self.listing.chosen.connect(self._show)
        self.listing.opened.connect(lambda _row: form.perimetre_depuis_edit.setFocus())

    def montrer(self, rows: Sequence[TerritoireSummary]) -> None:
        """Show the territories, or the same ones reloaded."""
        self._rows = tuple(sorted(rows, key=lambda row: natural_key(row.nom)))
        self.filtrer()
        if self._wish and self.choisir(self._wish):
            return
        if self.listing.current_row() is None:
            self.listing.choose(lambda _row: True)
        else:
            self._show(self.listing.current_row())

    def choisir(self, code: str) -> bool:
        """Make a territory current, now or once the rows are there."""
        if self._form.filter_edit.text():
            self._form.filter_edit.clear()
            self.filtrer()
        found = self.listing.choose(lambda row: row.code == code)
        self._wish = "" if found else code
        return found

    def filtrer(self) -> None:
        """Show the rows with all the words."""
        self._debounce.stop()
        words = search_key(self._form.filter_edit.text()).split()
        kept = [row for row in self._rows if all(word in _text(row) for word in words)]
        self.listing.set_rows(kept, lambda row: row.code)
        plural = "s" if len(kept) > 1 else ""
        shown = f"{format_nombre(len(kept))} territoire{plural}"
        whole = "" if len(kept) == len(self._rows) else f" sur {format_nombre(len(self._rows))}"
        self._form.count_label.setText(shown + whole)

    def _show(self, row: TerritoireSummary | None) -> None:
        form = self._form
        if row == self._shown and row is not None:
            return  # What is being typed stays.
        self._shown = row
        self.refus.clear()
        form.territoire_frame.setEnabled(row is not None)
        form.territoire_label.setText(row.nom if row else "")
        form.territoire_meta.setText(_meta(row) if row else "")
        names = {place.code: place.nom for place in self._rows}
        outer = [names.get(code, code) for code in row.dans] if row else []
        inner = [place.nom for place in self._rows if row and row.code in place.dans]
        _list(form.dans_label, "Compris dans", outer)
        _list(form.contient_label, "Comprend", inner)
        form.perimetre_depuis_edit.setText(format_date(row.perimetre_depuis) if row else "")
        form.zones_depuis_edit.setText(format_date(row.zones_depuis) if row else "")

    def _save(self) -> None:
        row = self._shown
        if row is None:
            return
        self.refus.clear()
        days = []
        for edit in self._fields().values():
            try:
                days.append(lire_date(edit.text()) if edit.text().strip() else None)
            except ValidationError as error:
                self.refus.show(edit, str(error))
                return
        dater = self._page.context.services.partenaires.dater_territoire
        self._page.ask(partial(dater, row.code, days[0], days[1]), self._on_saved, self._refuse)

    def _fields(self) -> dict[str, QLineEdit]:
        form = self._form
        return {
            "perimetre_depuis": form.perimetre_depuis_edit,
            "zones_depuis": form.zones_depuis_edit,
        }

    def _on_saved(self, row: TerritoireSummary) -> None:
        self._page.context.notify(f"{row.nom}{NBSP}: dates enregistrées.")

    def _refuse(self, error: Exception) -> None:
        field = self._fields().get(error.field) if isinstance(error, ValidationError) else None
        if field is not None:
            self.refus.show(field, str(error))
        else:
            self._page.fail(error)


def _columns() -> tuple[Column[TerritoireSummary], ...]:
    return (
        Column("Territoire", lambda row: row.nom, 0, tip=lambda row: f"{row.nom} ({row.code})"),
        Column("Nature", lambda row: NATURES_TERRITOIRE[row.nature], 122),
        Column("INSEE", lambda row: row.insee, 80),
        Column(
            "Habitants",
            lambda row: format_nombre(row.population),
            80,
            sort=lambda row: row.population,
            right=True,
        ),
        Column(
            "Périmètre",
            lambda row: format_date(row.perimetre_depuis),
            92,
            sort=lambda row: row.perimetre_depuis,
            tip=lambda _row: "Périmètre inchangé depuis le",
        ),
        Column(
            "Zones",
            lambda row: format_date(row.zones_depuis),
            92,
            sort=lambda row: row.zones_depuis,
            tip=lambda _row: "Zones police et gendarmerie inchangées depuis le",
        ),
    )


def _text(row: TerritoireSummary) -> str:
    return search_key(f"{row.nom} {row.code} {row.insee} {NATURES_TERRITOIRE[row.nature]}")


def _meta(row: TerritoireSummary) -> str:
    people = f"{format_nombre(row.population)} habitants" if row.population else ""
    insee = f"INSEE {row.insee}" if row.insee else ""
    parts = (NATURES_TERRITOIRE[row.nature], row.code, insee, people)
    return " · ".join(part for part in parts if part)


def _list(label: QLabel, words: str, names: Sequence[str]) -> None:
    label.setText(f"{words}{NBSP}: {', '.join(names)}")
    label.setVisible(bool(names))
