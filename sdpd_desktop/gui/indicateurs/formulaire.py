"""The fields of an indicator's settings: shows them, follows the choices made, reads them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidgetItem, QWidget

from sdpd_desktop.domain.controle_cible import SANS_CIBLE
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import ValidationError
from sdpd_desktop.domain.formule import Formule, Operation
from sdpd_desktop.domain.indicateur import (
    Borne,
    Grandeur,
    Indicateur,
    NatureCible,
    Periodicite,
    Reference,
    Reglages,
    Sens,
)
from sdpd_desktop.domain.nombre import JALON, format_nombre, lire_nombre
from sdpd_desktop.domain.partenaire import PartenaireSummary
from sdpd_desktop.domain.plan import PlanDetails
from sdpd_desktop.domain.territoire import TerritoireSummary
from sdpd_desktop.domain.texte import NBSP, natural_key
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_indicateurs_reglages import Ui_IndicateursReglages
from sdpd_desktop.gui.indicateurs.cibles import CiblesTable
from sdpd_desktop.gui.indicateurs.operandes import Choix, OperandesTable
from sdpd_desktop.gui.indicateurs.presentation import (
    BORNES,
    GRANDEURS,
    NATURES,
    OPERATIONS,
    PERIODICITES,
    REGLES,
    SENS,
    TERMES,
)

_T = TypeVar("_T")


@dataclass(frozen=True)
class ReglagesData:
    """What the choices are made of."""

    plan: PlanDetails
    ici: str
    indicateurs: tuple[Indicateur, ...]
    partenaires: tuple[PartenaireSummary, ...]
    territoires: tuple[TerritoireSummary, ...]

    @property
    def lieux(self) -> tuple[TerritoireSummary, ...]:
        """The territory of the plan and those that lie in it."""
        by_code = {territoire.code: territoire for territoire in self.territoires}

        def inside(territoire: TerritoireSummary) -> bool:
            outer = [by_code[code] for code in territoire.dans if code in by_code]
            return territoire.code == self.ici or any(map(inside, outer))

        return tuple(territoire for territoire in self.territoires if inside(territoire))


class Formulaire:
    """Holds no state but that of the widgets."""

    def __init__(self, form: Ui_IndicateursReglages) -> None:
        self._form = form
        self.cibles = CiblesTable()
        form.cibles_layout.addRow(self.cibles)
        self.operandes = OperandesTable()
        form.calcul_form_layout.addRow(self.operandes)
        self._fill_choices()
        self._connect()

    def _fill_choices(self) -> None:
        form = self._form
        for combo, words in (
            (form.grandeur_combo, GRANDEURS),
            (form.periodicite_combo, PERIODICITES),
            (form.nature_combo, NATURES),
            (form.sens_combo, SENS),
            (form.depart_borne_combo, BORNES),
        ):
            for value, text in words.items():
                combo.addItem(text[0].upper() + text[1:], value)
        form.operation_combo.addItem("Saisie, ou reçue d’un partenaire", None)
        for operation, text in OPERATIONS.items():
            form.operation_combo.addItem(f"Calculée{NBSP}: {text}", operation)
        form.communicable_combo.addItem("Communicable", True)
        form.communicable_combo.addItem("Interne au bureau", False)

    def _connect(self) -> None:
        form = self._form
        for button, icon, gesture in (
            (form.cible_add_button, "plus", self.cibles.ajouter),
            (form.cible_remove_button, "trash", self.cibles.retirer),
            (form.operande_add_button, "plus", self.operandes.ajouter),
            (form.operande_remove_button, "trash", self.operandes.retirer),
        ):
            icons.dress(button, icon)
            button.clicked.connect(gesture)
        form.nature_combo.currentIndexChanged.connect(lambda _row: self._follow_nature())
        form.operation_combo.currentIndexChanged.connect(lambda _row: self._follow_operation())

    # -- showing

    def montrer(self, reglages: Reglages, data: ReglagesData, code: str) -> None:
        """Show the settings of the indicator of that code, "" for a new one."""
        self._show_compte(reglages, data)
        self._show_cible(reglages)
        self._show_calcul(reglages, data, code)
        self._show_controle(reglages, data)

    def _show_compte(self, r: Reglages, data: ReglagesData) -> None:
        form = self._form
        for edit, text in self._textes(r):
            edit.setText(text)
            edit.setCursorPosition(0)
        form.methode_edit.setPlainText(r.methode)
        form.fournisseur_combo.clear()
        form.fournisseur_combo.addItem("Chaque responsable de l’action", "")
        for partenaire in data.partenaires:
            words = f"{partenaire.sigle or partenaire.code} – {partenaire.nom}"
            form.fournisseur_combo.addItem(words, partenaire.code)
        _choose(form.fournisseur_combo, r.fournisseur)
        form.decimales_spin.setValue(r.decimales)
        form.delai_jours_spin.setValue(r.delai_jours)
        _choose(form.grandeur_combo, r.grandeur)
        _choose(form.periodicite_combo, r.periodicite)

    def _textes(self, r: Reglages) -> Iterator[tuple[QLineEdit, str]]:
        """Yield the lines of text with what stands in them."""
        form, depart = self._form, r.depart
        yield form.titre_edit, r.titre
        yield form.source_edit, r.source
        yield form.numerateur_edit, r.numerateur
        yield form.denominateur_edit, r.denominateur
        yield form.unite_edit, r.unite
        yield form.produit_edit, r.produit
        yield form.definition_depuis_edit, format_date(r.definition_depuis)
        yield form.depart_edit, format_nombre(depart.valeur)
        yield form.depart_date_edit, format_date(depart.date)
        yield form.depart_periode_edit, depart.periode
        yield form.depart_texte_edit, depart.texte
        yield form.minimum_edit, format_nombre(r.minimum)
        yield form.maximum_edit, format_nombre(r.maximum)
        yield form.seuil_variation_edit, format_nombre(r.seuil_variation)

    def _show_cible(self, r: Reglages) -> None:
        form = self._form
        _choose(form.depart_borne_combo, r.depart.borne)
        _choose(form.sens_combo, r.sens)
        form.sites_edit.setPlainText("\n".join(r.sites))
        self.cibles.montrer(r.cibles)
        with QSignalBlocker(form.nature_combo):
            _choose(form.nature_combo, r.nature)
        self._follow_nature()

    def _show_calcul(self, r: Reglages, data: ReglagesData, code: str) -> None:
        form, formule = self._form, r.formule
        others = [i for i in data.indicateurs if i.code != code]
        choix = Choix(
            tuple((i.code, f"{i.chiffre} · {i.titre}") for i in others),
            tuple((t.code, t.nom) for t in data.lieux),
        )
        self.operandes.montrer(formule.operandes if formule else (), choix)
        _choose(form.operation_combo, formule.operation if formule else None)
        self._follow_operation()

    def _show_controle(self, r: Reglages, data: ReglagesData) -> None:
        form = self._form
        _choose(form.communicable_combo, r.communicable)
        form.territoires_list.clear()
        places = [t for t in data.lieux if t.code != data.ici]
        # Those followed come first, in the order they have.
        rank = {code: number for number, code in enumerate(r.territoires)}
        places.sort(key=lambda t: (rank.get(t.code, len(rank)), natural_key(t.nom)))
        for place in places:
            item = QListWidgetItem(f"{place.nom} ({place.code})", form.territoires_list)
            item.setData(Qt.ItemDataRole.UserRole, place.code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            followed = place.code in rank
            item.setCheckState(Qt.CheckState.Checked if followed else Qt.CheckState.Unchecked)

    def _follow_nature(self) -> None:
        """Show what the rule needs, and nothing else."""
        form = self._form
        nature = NatureCible(form.nature_combo.currentData())
        form.regle_help.setText(REGLES[nature])
        form.regle_layout.setRowVisible(form.sites_edit, nature is NatureCible.LISTE)
        self.cibles.set_nature(nature)
        without = nature in SANS_CIBLE
        self.cibles.setEnabled(not without)
        form.cible_add_button.setEnabled(not without)
        form.cibles_help.setText(
            "Cette règle n’a pas de cible datée."
            if without
            else "Plusieurs cibles se suivent : celle en vigueur est la première dont l’échéance "
            "n’est pas passée."
        )
        if nature is NatureCible.JALON:
            form.unite_edit.setText(JALON)
        elif nature is NatureCible.COUVRIR:
            form.unite_edit.setText("%")
        form.unite_edit.setEnabled(nature not in (NatureCible.JALON, NatureCible.COUVRIR))

    def _follow_operation(self) -> None:
        operation = self._form.operation_combo.currentData()
        computed = operation is not None
        self._form.calcul_help.setText(TERMES[Operation(operation)] if computed else "")
        self._form.calcul_help.setVisible(computed)
        self.operandes.setVisible(computed)
        self._form.operande_add_button.setVisible(computed)
        self._form.operande_remove_button.setVisible(computed)

    # -- reading what was typed

    def lire(self) -> Reglages:
        """Return the settings as typed.

        Raises:
            ValidationError: A field cannot be read; it is named.
        """
        form = self._form
        nature = NatureCible(form.nature_combo.currentData())
        sites = tuple(filter(None, map(str.strip, form.sites_edit.toPlainText().splitlines())))
        if nature is not NatureCible.LISTE:
            sites = ()
        operation = form.operation_combo.currentData()
        formule = Formule(Operation(operation), self.operandes.lire()) if operation else None
        return Reglages(
            titre=form.titre_edit.text().strip(),
            nature=nature,
            sens=Sens(form.sens_combo.currentData()),
            grandeur=Grandeur(form.grandeur_combo.currentData()),
            periodicite=Periodicite(form.periodicite_combo.currentData()),
            unite=form.unite_edit.text().strip(),
            numerateur=form.numerateur_edit.text().strip(),
            denominateur=form.denominateur_edit.text().strip(),
            depart=self._depart(),
            cibles=() if nature in SANS_CIBLE else self.cibles.lire(len(sites)),
            sites=sites,
            source=form.source_edit.text().strip(),
            methode=form.methode_edit.toPlainText().strip(),
            delai_jours=form.delai_jours_spin.value(),
            seuil_variation=_lu("seuil_variation", form.seuil_variation_edit, lire_nombre),
            definition_depuis=_lu("definition_depuis", form.definition_depuis_edit, lire_date),
            produit=form.produit_edit.text().strip(),
            territoires=tuple(self._checked()),
            formule=formule,
            minimum=_lu("minimum", form.minimum_edit, lire_nombre),
            maximum=_lu("maximum", form.maximum_edit, lire_nombre),
            decimales=form.decimales_spin.value(),
            fournisseur=str(form.fournisseur_combo.currentData()),
            communicable=bool(form.communicable_combo.currentData()),
        )

    def _depart(self) -> Reference:
        form = self._form
        return Reference(
            _lu("depart", form.depart_edit, lire_nombre),
            Borne(form.depart_borne_combo.currentData()),
            _lu("depart_date", form.depart_date_edit, lire_date),
            form.depart_periode_edit.text().strip(),
            form.depart_texte_edit.text().strip(),
        )

    def _checked(self) -> Iterator[str]:
        places = self._form.territoires_list
        for number in range(places.count()):
            item = places.item(number)
            if item.checkState() is Qt.CheckState.Checked:
                yield str(item.data(Qt.ItemDataRole.UserRole))

    def champ(self, name: str) -> QWidget | None:
        """Return the field that a refusal names."""
        form = self._form
        names = (
            "titre", "source", "numerateur", "denominateur", "unite", "produit", "minimum",
            "maximum", "definition_depuis", "depart", "depart_date", "depart_periode",
            "seuil_variation", "methode", "sites",
        )  # fmt: skip
        found: dict[str, QWidget] = {name: getattr(form, f"{name}_edit") for name in names}
        found |= {
            "delai_jours": form.delai_jours_spin,
            "decimales": form.decimales_spin,
            "territoires": form.territoires_list,
            "cibles": self.cibles,
            "formule": form.operation_combo if self.operandes.isHidden() else self.operandes,
        }
        return found.get(name)


def _lu(name: str, edit: QLineEdit, lire: Callable[[str], _T]) -> _T | None:
    """Read a field that may be empty; a refusal names it."""
    text = edit.text().strip()
    if not text:
        return None
    try:
        return lire(text)
    except ValidationError as error:
        raise ValidationError(name, str(error)) from error


def _choose(combo: QComboBox, value: object) -> None:
    combo.setCurrentIndex(max(combo.findData(value), 0))
