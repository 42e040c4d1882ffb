"""The detail pane: the current cell and its origin, its indicator and its trend."""

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import Indicateur, Observation, Presence
from sdpd_desktop.domain.nombre import format_nombre
from sdpd_desktop.domain.partenaire import Zone
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.generated.ui_indicateurs_detail import Ui_IndicateursDetail
from sdpd_desktop.gui.indicateurs.modele import Cellule
from sdpd_desktop.gui.indicateurs.presentation import (
    CONSOLIDATIONS,
    ETATS_VALEUR,
    GRANDEURS,
    NATURES,
    PERIODICITES,
    SENS,
    cible_complete,
    depart_complet,
    origine_lignes,
    taux_explique,
    tendance,
    valeur_complete,
)
from sdpd_desktop.gui.labels import ZONES
from sdpd_desktop.gui.page import Context
from sdpd_desktop.gui.widgets.badge import StateBadge
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

_PAUSE_MS = 120


class IndicateursDetail(QFrame):
    """Shows a cell; asks for its history once the user stays on it."""

    _ready = False

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cellule: Cellule | None = None
        self._indicateur: Indicateur | None = None
        self._territoires: Mapping[str, str] = {}
        self.form = Ui_IndicateursDetail()
        self.form.setupUi(self)
        self.form.detail_layout.addStretch(0)
        self.form.tabs.tabBar().setDrawBase(False)
        self.badge = StateBadge()
        self.form.value_layout.insertWidget(1, self.badge)
        model: ColumnTableModel[Observation] = ColumnTableModel(
            (
                Column("Valeur", self._value, 96, sort=lambda o: o.valeur, right=True),
                Column("Saisie le", _when, 112, sort=lambda o: o.origine.saisi_le),
                Column("Qui", lambda o: o.origine.auteur or o.origine.source, 0, tip=_origin),
            )
        )
        settings = context.settings
        self.historique = Listing(
            model, "Valeurs successives", settings, "indicateurs/historique", self
        )
        self.form.valeur_layout.addWidget(self.historique, 1)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask_history)
        self.form.tabs.currentChanged.connect(lambda _tab: self._pause.start())
        self._ready = True
        self.show_cellule(None)

    def set_territoires(self, noms: Mapping[str, str]) -> None:
        """Take the names of the territories by code."""
        self._territoires = noms

    def show_cellule(self, cellule: Cellule | None) -> None:
        """Show a cell, or the same one reloaded."""
        if cellule == self._cellule and cellule is not None:
            return
        self._cellule = cellule
        self.form.tabs.setVisible(cellule is not None)
        self._fill_value(cellule)
        if cellule is None:
            self.form.reference_label.setText("")
            self.form.title_label.setText("Choisissez une cellule de la grille.")
            return
        self._indicateur = cellule.ligne.indicateur
        self._fill_indicateur(cellule)
        self._fill_origin(cellule.observation)
        self._pause.start()

    def _fill_value(self, cellule: Cellule | None) -> None:
        form = self.form
        observation = cellule.observation if cellule else None
        unite = cellule.ligne.indicateur.unite if cellule else ""
        invalide = cellule.invalide if cellule else None
        shown = invalide.texte if invalide else valeur_complete(observation, unite)
        form.value_label.setText(shown or ("Aucune valeur" if cellule else ""))
        form.value_label.setProperty(
            "role", "erreur" if invalide else "grand" if observation else "muet"
        )
        form.value_label.style().unpolish(form.value_label)
        form.value_label.style().polish(form.value_label)
        form.reason_label.setText(invalide.raison if invalide else "")
        form.reason_label.setVisible(invalide is not None)
        state = ETATS_VALEUR[observation.origine.etat] if observation and not invalide else None
        self.badge.set_badge(state)
        form.period_label.setText(self._where(cellule) if cellule else "")
        form.period_label.setVisible(cellule is not None)

    def _fill_indicateur(self, cellule: Cellule) -> None:
        form, indicateur, taux = self.form, cellule.ligne.indicateur, cellule.ligne.suivi.taux
        form.reference_label.setText(f"{indicateur.chiffre} · {indicateur.code}")
        form.title_label.setText(indicateur.titre)
        form.taux_label.setText(taux_explique(taux))
        form.taux_bar.setVisible(taux.part is not None)
        form.taux_bar.setValue(int((taux.part or 0) * 10_000))
        form.trend_chart.set_graphique(tendance(cellule.ligne.suivi))
        form.fiche_label.setText(fiche(indicateur))

    def _fill_origin(self, observation: Observation | None) -> None:
        lines = []
        if observation is not None:
            if observation.numerateur is not None:
                terms = (observation.numerateur, observation.denominateur)
                top, bottom = (format_nombre(term) for term in terms)
                lines.append(f"Calcul{NBSP}: {top} sur {bottom}")
            if observation.presence is Presence.VALEUR:
                lines.append(f"Valeur {CONSOLIDATIONS[observation.consolidation]}")
            pairs = origine_lignes(observation.origine)
            lines += [f"{label}{NBSP}: {text}" for label, text in pairs]
            if observation.commentaire:
                lines.append(f"Commentaire{NBSP}: {observation.commentaire}")
        self.form.origine_label.setText("\n".join(lines) or "Cette cellule n’a jamais été remplie.")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The sheet carries colours of the theme in its text.
        if event.type() == QEvent.Type.PaletteChange and self._ready and self._indicateur:
            self.form.fiche_label.setText(fiche(self._indicateur))

    def _ask_history(self) -> None:
        cellule = self._cellule
        if cellule is None or self.form.tabs.currentWidget() is not self.form.valeur_tab:
            return
        code, periode, territoire, zone = cellule.cle
        work = partial(
            self._context.services.indicateurs.history,
            self._context.plan.code,
            code,
            periode,
            territoire,
            zone,
        )
        self._context.tasks.run(
            self, work, partial(self._on_history, cellule), self._on_history_refused
        )

    def _on_history(self, cellule: Cellule, rows: Sequence[Observation]) -> None:
        if cellule is self._cellule:
            self.historique.set_rows(tuple(rows), lambda row: row.id)
            self.historique.setVisible(bool(rows))
            self.form.historique_label.setVisible(bool(rows))

    def _on_history_refused(self, error: Exception) -> None:
        self.form.origine_label.setText(str(error))

    def _where(self, cellule: Cellule) -> str:
        territoire, zone = cellule.cle[2], cellule.cle[3]
        parts = [cellule.periode.libelle, self._territoires.get(territoire, territoire)]
        if zone is not Zone.ENSEMBLE:
            parts.append(ZONES[zone])
        return " · ".join(part for part in parts if part)

    def _value(self, observation: Observation) -> str:
        return valeur_complete(observation, self._indicateur.unite if self._indicateur else "")


def _when(observation: Observation) -> str:
    local = observation.origine.saisi_le.astimezone()
    return f"{format_date(local.date())} {local:%H:%M}"


def _origin(observation: Observation) -> str:
    return "\n".join(
        f"{label}{NBSP}: {text}" for label, text in origine_lignes(observation.origine)
    )


def fiche(indicateur: Indicateur) -> str:
    """Return the indicator's own sheet as HTML: rule, baseline, targets, sites, remarks."""
    rows = [
        ("Règle", NATURES[indicateur.nature]),
        ("Sens", SENS[indicateur.sens]),
        ("Nature", f"{GRANDEURS[indicateur.grandeur]}, {PERIODICITES[indicateur.periodicite]}"),
        ("Départ", depart_complet(indicateur.depart, indicateur.unite)),
    ]
    rows += [("Cible", cible_complete(indicateur, cible)) for cible in indicateur.cibles]
    if indicateur.numerateur:
        rows.append(("Calcul", f"{indicateur.numerateur} / {indicateur.denominateur}"))
    if indicateur.sites:
        rows.append(("Lieux", ", ".join(indicateur.sites)))
    rows += [("Fournisseur", indicateur.fournisseur), ("Source", indicateur.source)]
    rows += [("Remarque", remarque.texte) for remarque in indicateur.remarques]
    muted = colours.shown().muted
    cells = "".join(
        f'<tr><td style="color:{muted};padding:1px 10px 3px 0">{escape(label)}</td>'
        f'<td style="padding:1px 0 3px 0">{escape(text)}</td></tr>'
        for label, text in rows
        if text
    )
    return f'<table cellspacing="0">{cells}</table>'
