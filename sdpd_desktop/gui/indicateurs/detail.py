"""The detail pane: the current cell and its origin, its indicator, its trend, its N/N-1."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TypeVar

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget
from typing_extensions import override

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.comparaison import LigneComparaison
from sdpd_desktop.domain.contribution import Contribution
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.grille import Axe, Grille, VueGrille
from sdpd_desktop.domain.indicateur import Indicateur, Observation
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours, icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.generated.ui_indicateurs_detail import Ui_IndicateursDetail
from sdpd_desktop.gui.indicateurs import comparaison, marques, phrases
from sdpd_desktop.gui.indicateurs.cellule import Cellule, etat_en_mots
from sdpd_desktop.gui.indicateurs.presentation import (
    ETATS_VALEUR,
    GRANDEURS,
    NATURES,
    OPERATIONS,
    PERIODICITES,
    SENS,
    origine_lignes,
    tendance,
)
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.provenance.fenetre import open_contribution, open_value
from sdpd_desktop.gui.widgets.badge import StateBadge
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_PAUSE_MS = 120
_LIMITES = "Dater un changement de périmètre ou de zones…"
_T = TypeVar("_T")


class IndicateursDetail(QFrame):
    """Shows a cell; asks for its history, comparison or territories once the user stays on it.

    Signals:
        confirm_asked: Keep the text that stands out, in the current cell.
        reglages_asked: Show the settings of the indicator of that code.
        nouveau_asked: Make a new indicator.
    """

    confirm_asked = Signal()
    reglages_asked = Signal(str)
    nouveau_asked = Signal()
    _ready = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cellule: Cellule | None = None
        self.form = Ui_IndicateursDetail()
        self.form.setupUi(self)
        self.form.detail_layout.addStretch(0)
        self.form.tabs.tabBar().setDrawBase(False)
        self.badge = StateBadge()
        self.form.value_layout.insertWidget(1, self.badge)
        self.historique = self._build_historique()
        self.form.valeur_layout.addWidget(self.historique, 1)
        self.form.valeur_layout.setStretchFactor(self.form.origine_area, 2)
        icons.dress(self.form.confirmer_button, "check")
        icons.dress(self.form.provenance_button, "file-spreadsheet")
        self.form.provenance_button.clicked.connect(self._open_shown)
        self.historique.opened.connect(lambda row: open_value(context, row.id, self))
        self.form.parts_label.linkActivated.connect(
            lambda id_: open_contribution(context, id_, self)
        )
        self.form.confirmer_button.clicked.connect(lambda: self.confirm_asked.emit())
        icons.dress(self.form.reglages_button, "settings")
        icons.dress(self.form.nouveau_button, "plus")
        self.form.reglages_button.clicked.connect(self._ask_reglages)
        self.form.nouveau_button.clicked.connect(lambda: self.nouveau_asked.emit())
        self.form.graphe_combo.addItem("Évolution", NatureGraphique.TENDANCE)
        self.form.graphe_combo.addItem("Selon les territoires", NatureGraphique.TERRITOIRES)
        self.form.graphe_combo.currentIndexChanged.connect(lambda _row: self._draw())
        self.form.comparaison_label.linkActivated.connect(lambda _href: self._open_limites())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.form.tabs.currentChanged.connect(lambda _tab: self._pause.start())
        self._ready = True
        self.show_cellule(None)

    def _build_historique(self) -> Listing:
        model: ColumnTableModel[Observation] = ColumnTableModel(
            (
                Column("Valeur", self._value, 88, sort=lambda o: o.valeur, right=True),
                Column("État", lambda o: ETATS_VALEUR[o.origine.etat].texte, 80, tip=_origin),
                Column("Le", _when, 0, sort=lambda o: o.origine.saisi_le, tip=_origin),
            )
        )
        settings = self._context.settings
        return Listing(model, "Valeurs successives", settings, "indicateurs/historique", self)

    def _open_shown(self) -> None:
        if self._cellule is not None and self._cellule.observation is not None:
            open_value(self._context, self._cellule.observation.id, self)

    def show_cellule(self, cellule: Cellule | None) -> None:
        """Show a cell, or the same one reloaded."""
        if cellule == self._cellule and cellule is not None:
            return
        before, self._cellule = self._cellule, cellule
        self.form.tabs.setVisible(cellule is not None)
        self._fill_value(cellule)
        if cellule is None:
            self.form.reference_label.setText("")
            self.form.title_label.setText("Choisissez une cellule de la grille.")
            return
        if before is None or before.suivi is not cellule.suivi:
            self._fill_indicateur(cellule)
        self._fill_origin(cellule)
        self.form.parts_label.hide()
        self._pause.start()

    def _ask_reglages(self) -> None:
        if self._cellule is not None:
            self.reglages_asked.emit(self._cellule.indicateur.code)

    def _fill_value(self, cellule: Cellule | None) -> None:
        form = self.form
        observation = cellule.observation if cellule else None
        invalide = cellule.invalide if cellule else None
        shown = invalide.texte if invalide else _valeur(cellule, observation)
        form.value_label.setText(shown or ("Aucune valeur" if cellule else ""))
        doubtful = invalide is not None and invalide.a_confirmer
        faulty = invalide is not None and not doubtful
        _restyle(form.value_label, "erreur" if faulty else "grand" if shown else "muet")
        _restyle(form.reason_label, "erreur" if faulty else "alerte" if doubtful else "muet")
        reason = invalide.raison if invalide else cellule.verrou if cellule else ""
        form.reason_label.setText(reason)
        form.reason_label.setVisible(bool(reason))
        form.confirmer_button.setVisible(doubtful)
        self.badge.set_badge(marques.badge_de(cellule) if cellule else None)
        stored = observation is not None and cellule is not None and not cellule.calculee
        form.provenance_button.setVisible(stored)
        form.period_label.setText(cellule.ou if cellule else "")
        form.period_label.setVisible(cellule is not None)

    def _fill_indicateur(self, cellule: Cellule) -> None:
        form, indicateur, taux = self.form, cellule.indicateur, cellule.suivi.taux
        form.reference_label.setText(f"{indicateur.chiffre} · {indicateur.code}")
        form.title_label.setText(indicateur.titre)
        form.taux_label.setText(libelles.taux_explique(taux))
        form.taux_bar.setVisible(taux.part is not None)
        form.taux_bar.setValue(int((taux.part or 0) * 10_000))
        form.fiche_label.setText(fiche(indicateur))
        self._draw()

    def _fill_origin(self, cellule: Cellule) -> None:
        observation, lines = cellule.observation, []
        if observation is not None:
            if observation.numerateur is not None:
                terms = (observation.numerateur, observation.denominateur)
                top, bottom = (format_nombre(term) for term in terms)
                lines.append(f"Calcul{NBSP}: {top} sur {bottom}")
            lines.append(f"État{NBSP}: {etat_en_mots(observation)}")
            if observation.motif:
                lines.append(f"Motif{NBSP}: {observation.motif}")
            lines += [f"Signalé{NBSP}: {flag.texte}" for flag in cellule.signalements]
            if cellule.calculee:
                lines.append(f"Fait de{NBSP}: {observation.origine.source}")
            else:
                pairs = origine_lignes(observation.origine)
                lines += [f"{label}{NBSP}: {text}" for label, text in pairs]
            if observation.commentaire:
                lines.append(f"Commentaire{NBSP}: {observation.commentaire}")
        self.form.origine_label.setText("\n".join(lines) or "Cette cellule n’a jamais été remplie.")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The sheet and the comparison carry colours of the theme in their text.
        if event.type() == QEvent.Type.PaletteChange and self._ready and self._cellule:
            self.form.fiche_label.setText(fiche(self._cellule.indicateur))
            self._pause.start()

    # -- asked for once the user stays on a cell

    def _ask(self) -> None:
        cellule, tab = self._cellule, self.form.tabs.currentWidget()
        if cellule is None:
            return
        services, plan = self._context.services, self._context.plan.code
        code, periode, territoire, zone = cellule.cle
        if tab is self.form.valeur_tab:
            work = partial(services.indicateurs.history, plan, code, periode, territoire, zone)
            self._run(cellule, work, self._on_history)
            given = partial(services.contributions.de_valeur, plan, code, periode, territoire, zone)
            self._run(cellule, given, self._on_contributions)
        elif tab is self.form.comparaison_tab and periode.debut <= self._context.today():
            compared = partial(services.comparaisons.lignes, plan, periode, territoire, (code,))
            self._run(cellule, compared, self._on_comparaison)
        elif tab is self.form.comparaison_tab:
            self._on_comparaison(())
        elif self._by_territory():
            vue = VueGrille(
                periode.type, periode.annee, periode.annee, Axe.TERRITOIRE, Axe.ZONE,
                code, periode.code,
            )  # fmt: skip
            self._run(cellule, partial(services.grilles.lire, plan, vue), self._on_territoires)

    def _run(
        self, cellule: Cellule, work: Callable[[], _T], on_success: Callable[[_T], None]
    ) -> None:
        """Ask, and take the answer only if the same cell is still shown."""

        def deliver(result: _T) -> None:
            if cellule is self._cellule:
                on_success(result)

        self._context.tasks.run(self, work, deliver, self._refuse)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.form.origine_label.setText(str(error))
            self.form.comparaison_label.setText(escape(str(error)))
        else:
            report(error)

    def _on_history(self, rows: Sequence[Observation]) -> None:
        self.historique.set_rows(tuple(rows), lambda row: row.id)
        self.historique.setVisible(bool(rows))
        self.form.historique_label.setVisible(bool(rows))

    def _on_contributions(self, given: Sequence[tuple[str, Contribution]]) -> None:
        """Say below the origin what each unit of a partner gave of the sum; a click shows it."""
        self.form.parts_label.setText(phrases.parts(part for _partner, part in given))
        self.form.parts_label.setVisible(bool(given))

    def _on_comparaison(self, lignes: Sequence[LigneComparaison]) -> None:
        drawn = comparaison.graphique(lignes)
        self.form.comparaison_chart.set_graphique(drawn)
        self.form.comparaison_chart.setVisible(drawn is not None)
        words = comparaison.tableau(lignes)
        if words:
            words += (
                f'<p><a href="limites" style="color:{colours.shown().primary}">{_LIMITES}</a></p>'
            )
        self.form.comparaison_label.setText(words or "Cette période n’a pas encore commencé.")

    def _open_limites(self) -> None:
        """Go where the limits of the cell's territory are dated."""
        if self._cellule is not None:
            place = self._cellule.cle[2]
            self._context.navigate(Link("territoires", "territoire", place))

    def _by_territory(self) -> bool:
        return bool(self.form.graphe_combo.currentData() == NatureGraphique.TERRITOIRES)

    def _draw(self) -> None:
        if self._cellule is None:
            return
        if self._by_territory():
            self._pause.start()
        else:
            self.form.trend_chart.set_graphique(tendance(self._cellule.suivi))

    def _on_territoires(self, grille: Grille) -> None:
        if self._cellule is not None and self._by_territory():
            self.form.trend_chart.set_graphique(par_territoire(self._cellule, grille))

    def _value(self, observation: Observation) -> str:
        return _valeur(self._cellule, observation)


def _valeur(cellule: Cellule | None, observation: Observation | None) -> str:
    if cellule is None:
        return ""
    return libelles.valeur(cellule.indicateur, observation, libelles.Unite.ENTIERE)


def _restyle(label: QLabel, role: str) -> None:
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)


def par_territoire(cellule: Cellule, grille: Grille) -> Graphique | None:
    """Return the values of the cell's period and zone in every territory that has one."""
    code, periode, _territoire, zone = cellule.cle
    found = [
        (nom, observation.valeur)
        for place, nom in grille.territoires
        for observation in (grille.valeurs.get((code, periode, place, zone)),)
        if observation is not None and observation.valeur is not None
    ]
    if not found:
        return None
    return Graphique(
        NatureGraphique.TERRITOIRES,
        f"{cellule.indicateur.titre}, {periode.libelle}",
        tuple(nom for nom, _valeur in found),
        (Serie(cellule.indicateur.titre, tuple(valeur for _nom, valeur in found)),),
        (),
        "%" if cellule.indicateur.unite == "%" else "",
    )


def _when(observation: Observation) -> str:
    return format_date(observation.origine.saisi_le.astimezone().date())


def _origin(observation: Observation) -> str:
    lines = [f"{label}{NBSP}: {text}" for label, text in origine_lignes(observation.origine)]
    return "\n".join((etat_en_mots(observation).capitalize(), *lines))


def fiche(indicateur: Indicateur) -> str:
    """Return the indicator's own sheet as HTML: rule, baseline, targets, sites, remarks."""
    rows = [
        ("Règle", NATURES[indicateur.nature]),
        ("Sens", SENS[indicateur.sens]),
        ("Nature", _nature(indicateur)),
        ("Départ", _depart(indicateur)),
    ]
    rows += [("Cible", libelles.cible_complete(indicateur, cible)) for cible in indicateur.cibles]
    if indicateur.numerateur:
        rows.append(("Calcul", f"{indicateur.numerateur} / {indicateur.denominateur}"))
    if indicateur.sites:
        rows.append(("Lieux", ", ".join(indicateur.sites)))
    rows += [
        ("Méthode", indicateur.methode),
        ("Formule", _formule(indicateur)),
        ("Produit", indicateur.produit),
        ("Alerte", _seuils(indicateur)),
        ("Définition", _definition(indicateur)),
        ("Fournisseur", indicateur.fournisseur),
        ("Source", indicateur.source),
    ]
    rows += [("Remarque", remarque.texte) for remarque in indicateur.remarques]
    muted = colours.shown().muted
    cells = "".join(
        f'<tr><td style="color:{muted};padding:1px 10px 3px 0">{escape(label)}</td>'
        f'<td style="padding:1px 0 3px 0">{escape(text)}</td></tr>'
        for label, text in rows
        if text
    )
    return f'<table cellspacing="0">{cells}</table>'


def _depart(indicateur: Indicateur) -> str:
    told = libelles.reference(indicateur, indicateur.depart, libelles.Unite.ENTIERE)
    return "non donné par la source" if told == libelles.ABSENT else told


def _nature(indicateur: Indicateur) -> str:
    words = f"{GRANDEURS[indicateur.grandeur]}, {PERIODICITES[indicateur.periodicite]}"
    if indicateur.delai_jours:
        words += f", disponible {indicateur.delai_jours} jours après"
    return words


def _formule(indicateur: Indicateur) -> str:
    if indicateur.formule is None:
        return ""
    codes = ", ".join(operande.indicateur for operande in indicateur.formule.operandes)
    return f"{OPERATIONS[indicateur.formule.operation]} de {codes}"


def _seuils(indicateur: Indicateur) -> str:
    unite, parts = indicateur.unite, []
    if indicateur.minimum is not None:
        parts.append(f"sous {format_nombre(indicateur.minimum, None, unite)}")
    if indicateur.maximum is not None:
        parts.append(f"au-dessus de {format_nombre(indicateur.maximum, None, unite)}")
    if indicateur.seuil_variation is not None:
        parts.append(f"variation de plus de {format_nombre(indicateur.seuil_variation, None, '%')}")
    return ", ".join(parts)


def _definition(indicateur: Indicateur) -> str:
    since = indicateur.definition_depuis
    return f"inchangée depuis le {format_date(since)}" if since else ""
