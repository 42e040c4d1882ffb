"""The choices of the bar: what rows and columns are, and the parts that stay fixed."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from sdpd_desktop.domain.grille import Axe, Grille, VueGrille
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.periode import TypePeriode
from sdpd_desktop.gui.generated.ui_indicateurs_page import Ui_IndicateursPage
from sdpd_desktop.gui.labels import ZONES

AXES = {
    Axe.INDICATEUR: "Indicateurs",
    Axe.PERIODE: "Périodes",
    Axe.TERRITOIRE: "Territoires",
    Axe.ZONE: "Zones",
}
_TYPES = {
    TypePeriode.ANNEE: "Années",
    TypePeriode.SEMESTRE: "Semestres",
    TypePeriode.TRIMESTRE: "Trimestres",
    TypePeriode.MOIS: "Mois",
}
_SHOWN_ZONES = (Zone.ENSEMBLE, Zone.POLICE, Zone.GENDARMERIE, Zone.AUTRE)


class VueBar(QObject):
    """Drives the fields that choose a view of the grid.

    Signals:
        changed: Another view is wanted.
    """

    changed = Signal()

    def __init__(self, form: Ui_IndicateursPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._quiet = False
        self._axes = (Axe.INDICATEUR, Axe.PERIODE)
        self._choices: dict[QComboBox, list[tuple[str, object]]] = {}
        axes = [(words, axe) for axe, words in AXES.items()]
        self._fill(form.lignes_combo, axes, Axe.INDICATEUR)
        self._fill(form.colonnes_combo, axes, Axe.PERIODE)
        self._fill(form.type_combo, [(w, t) for t, w in _TYPES.items()], TypePeriode.ANNEE)
        self._fill(form.zone_combo, [(ZONES[zone], zone) for zone in _SHOWN_ZONES], Zone.ENSEMBLE)
        form.lignes_combo.currentIndexChanged.connect(lambda _row: self._on_axe(first=True))
        form.colonnes_combo.currentIndexChanged.connect(lambda _row: self._on_axe(first=False))
        for combo in (
            form.type_combo,
            form.indicateur_combo,
            form.periode_combo,
            form.territoire_combo,
            form.zone_combo,
        ):
            combo.currentIndexChanged.connect(lambda _row: self._tell())
        form.debut_spin.valueChanged.connect(self._on_debut)
        form.fin_spin.valueChanged.connect(self._on_fin)
        self._show_fields(1)

    def vue(self) -> VueGrille:
        """Return the view wanted."""
        form = self._form
        return VueGrille(
            TypePeriode(form.type_combo.currentData()),
            form.debut_spin.value(),
            form.fin_spin.value(),
            Axe(form.lignes_combo.currentData()),
            Axe(form.colonnes_combo.currentData()),
            str(form.indicateur_combo.currentData() or ""),
            str(form.periode_combo.currentData() or ""),
            str(form.territoire_combo.currentData() or ""),
            Zone(form.zone_combo.currentData()),
        )

    def commencer(self, annees: tuple[int, int]) -> None:
        """Start on another plan: its years, its own territory, its first indicator."""
        self._quiet = True
        for spin, year in zip((self._form.debut_spin, self._form.fin_spin), annees, strict=True):
            spin.setValue(year)
        for combo in (
            self._form.indicateur_combo,
            self._form.periode_combo,
            self._form.territoire_combo,
        ):
            combo.clear()
            self._choices.pop(combo, None)
        self._quiet = False

    def set_enabled(self, enabled: bool) -> None:
        """Let the fields be used, or not while something else than the grid is shown."""
        form = self._form
        for field in (
            form.lignes_combo,
            form.colonnes_combo,
            form.type_combo,
            form.debut_spin,
            form.fin_spin,
            form.indicateur_combo,
            form.periode_combo,
            form.territoire_combo,
            form.zone_combo,
        ):
            field.setEnabled(enabled)

    def montrer_indicateurs(self) -> None:
        """Put the indicators in rows: somebody wants to see one of them."""
        form = self._form
        if form.lignes_combo.currentData() != Axe.INDICATEUR:
            form.lignes_combo.setCurrentIndex(form.lignes_combo.findData(Axe.INDICATEUR))

    def set_grille(self, grille: Grille) -> None:
        """Offer what the plan has, as it was read, and show what was kept of the wish."""
        form = self._form
        code, periode, territoire, _zone = grille.fixe
        named = [
            (f"{suivi.indicateur.chiffre} · {suivi.indicateur.titre}", key)
            for key, suivi in grille.suivis.items()
        ]
        places = [(name, "" if key == grille.ici else key) for key, name in grille.territoires]
        self._fill(form.indicateur_combo, named, code)
        self._fill(form.periode_combo, [(p.libelle, p.code) for p in grille.periodes], periode.code)
        self._fill(form.territoire_combo, places, "" if territoire == grille.ici else territoire)
        self._axes = (grille.vue.lignes, grille.vue.colonnes)
        self._show_fields(len(places))

    def _show_fields(self, places: int) -> None:
        """Show the fields of the parts that no axis gives."""
        form = self._form
        form.indicateur_combo.setVisible(Axe.INDICATEUR not in self._axes)
        form.periode_combo.setVisible(Axe.PERIODE not in self._axes)
        form.territoire_combo.setVisible(Axe.TERRITOIRE not in self._axes and places > 1)
        form.zone_combo.setVisible(Axe.ZONE not in self._axes)

    def _fill(self, combo: QComboBox, items: Iterable[tuple[str, object]], wanted: object) -> None:
        self._quiet = True
        found = list(items)
        if self._choices.get(combo) != found:
            self._choices[combo] = found
            combo.clear()
            for words, data in found:
                combo.addItem(words, data)
        combo.setCurrentIndex(max(combo.findData(wanted), 0) if found else -1)
        combo.setToolTip(combo.currentText())
        self._quiet = False

    def _on_axe(self, *, first: bool) -> None:
        """Let rows and columns change places when both would be the same."""
        if self._quiet:
            return
        form = self._form
        changed, other = form.lignes_combo, form.colonnes_combo
        if not first:
            changed, other = other, changed
        if changed.currentData() == other.currentData():
            before = self._axes[0 if first else 1]
            self._quiet = True
            other.setCurrentIndex(other.findData(before))
            self._quiet = False
        self._axes = (Axe(form.lignes_combo.currentData()), Axe(form.colonnes_combo.currentData()))
        self._tell()

    def _on_debut(self, year: int) -> None:
        if year > self._form.fin_spin.value():
            self._form.fin_spin.setValue(year)
        else:
            self._tell()

    def _on_fin(self, year: int) -> None:
        if year < self._form.debut_spin.value():
            self._form.debut_spin.setValue(year)
        else:
            self._tell()

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()
