"""N against N-1: in words and as a chart for one indicator, as a list for all of them."""

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sdpd_desktop.domain import libelles
from sdpd_desktop.domain.comparaison import Comparaison, Fenetre, LigneComparaison
from sdpd_desktop.domain.errors import UserError
from sdpd_desktop.domain.graphique import Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.grille import Grille
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.texte import NBSP, natural_key, search_key
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.labels import ZONES
from sdpd_desktop.gui.page import Context, Link
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing

FENETRES = {
    Fenetre.PERIODE: "La période",
    Fenetre.CUMUL: "Cumul depuis le 1er janvier",
    Fenetre.DOUZE_MOIS: "Douze mois glissants",
}
_DURATIONS = {
    TypePeriode.MOIS: "Le mois",
    TypePeriode.TRIMESTRE: "Le trimestre",
    TypePeriode.SEMESTRE: "Le semestre",
    TypePeriode.ANNEE: "L’année",
}


def fenetres_distinctes(ligne: LigneComparaison) -> tuple[Comparaison, ...]:
    """Return the comparisons over different spans: those of a whole year are one."""
    found: dict[object, Comparaison] = {}
    for fenetre in Fenetre:
        comparaison = ligne.sur(fenetre)
        found.setdefault(comparaison.intervalle, comparaison)
    return tuple(found.values())


def graphique(lignes: Sequence[LigneComparaison]) -> Graphique | None:
    """Return both terms of the whole side by side over each window that compares."""
    if not lignes:
        return None
    whole = lignes[0]
    shown = [c for c in fenetres_distinctes(whole) if c.comparable]
    if not shown:
        return None
    return Graphique(
        NatureGraphique.COMPARAISON,
        f"{whole.indicateur.titre}{NBSP}: N-1 et N",
        tuple(c.intervalle.libelle for c in shown),
        (
            Serie("N-1", tuple(c.avant.valeur for c in shown)),
            Serie("N", tuple(c.apres.valeur for c in shown)),
        ),
        (),
        "%" if whole.indicateur.unite == "%" else "",
    )


def tableau(lignes: Sequence[LigneComparaison]) -> str:
    """Return the comparisons of an indicator as HTML: each window, whole then by zone."""
    if not lignes:
        return ""
    return "".join(_window(lignes, c) for c in fenetres_distinctes(lignes[0]))


def _window(lignes: Sequence[LigneComparaison], first: Comparaison) -> str:
    shown = colours.shown()
    head = f"<b>{escape(first.intervalle.libelle)}</b> et {escape(first.intervalle_avant.libelle)}"
    rows, reasons = [], []
    for ligne in lignes:
        comparaison = ligne.sur(first.fenetre)
        cells = (
            ZONES[ligne.zone],
            libelles.terme(ligne.indicateur, comparaison.avant),
            libelles.terme(ligne.indicateur, comparaison.apres),
            libelles.ecart(ligne.indicateur, comparaison.absolue),
            libelles.ecart_relatif(comparaison.relative),
        )
        rows.append("".join(_cell(text, n) for n, text in enumerate(cells)))
        for text in filter(None, (comparaison.motif, *comparaison.notes)):
            name = "" if len(lignes) == 1 else f"{ZONES[ligne.zone]}{NBSP}: "
            reasons.append(f"{name}{text}")
    titles = ("", "N-1", "N", "Écart", "%")
    header = "".join(_cell(text, n, shown.muted) for n, text in enumerate(titles))
    body = "".join(f"<tr>{row}</tr>" for row in (header, *rows))
    notes = "".join(
        f'<div style="color:{shown.warn}">{escape(text[0].upper() + text[1:])}.</div>'
        for text in reasons
    )
    return f'<p style="margin:6px 0 2px 0">{head}</p><table width="100%">{body}</table>{notes}'


def _cell(text: str, number: int, colour: str = "") -> str:
    align = "right" if number else "left"
    tint = f";color:{colour}" if colour else ""
    return f'<td align="{align}" style="padding:1px 0 1px 6px{tint}">{escape(text)}</td>'


def _titre(ligne: LigneComparaison) -> str:
    return ligne.indicateur.titre


class ComparaisonView(QWidget):
    """Every indicator of the plan against the year before, over one window."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._lignes: tuple[LigneComparaison, ...] = ()
        self._territoire, self._words = "", ""
        self.periode_combo, self.fenetre_combo = QComboBox(), QComboBox()
        self.periode_combo.setAccessibleName("Période comparée")
        self.fenetre_combo.setAccessibleName("Fenêtre de comparaison")
        for fenetre, words in FENETRES.items():
            self.fenetre_combo.addItem(words, fenetre)
        self.spans = QLabel()
        self.spans.setProperty("role", "muet")
        self.listing = Listing(
            ColumnTableModel(self._columns()),
            "Comparaison des indicateurs",
            context.settings,
            "indicateurs/comparaison",
            self,
        )
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.periode_combo, self.fenetre_combo, self.spans):
            bar.addWidget(widget)
        bar.addStretch(1)
        self.limites_button = QPushButton("Dater un changement de périmètre ou de zones…")
        self.limites_button.setProperty("role", "lien")
        self.limites_button.clicked.connect(self._open_limites)
        bar.addWidget(self.limites_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.listing, 1)
        self.periode_combo.currentIndexChanged.connect(lambda _row: self.recharger())
        self.fenetre_combo.currentIndexChanged.connect(lambda _row: self._show())

    def _columns(self) -> tuple[Column[LigneComparaison], ...]:
        return (
            Column("Réf.", lambda row: row.indicateur.chiffre, 76),
            Column(
                "Indicateur", lambda row: row.indicateur.titre, 0, tip=lambda r: r.indicateur.titre
            ),
            Column("Zone", lambda row: ZONES[row.zone], 118),
            Column(
                "N-1",
                lambda row: libelles.terme(row.indicateur, self._of(row).avant),
                84,
                sort=lambda row: self._of(row).avant.valeur,
                right=True,
            ),
            Column(
                "N",
                lambda row: libelles.terme(row.indicateur, self._of(row).apres),
                84,
                sort=lambda row: self._of(row).apres.valeur,
                right=True,
            ),
            Column(
                "Écart",
                lambda row: libelles.ecart(row.indicateur, self._of(row).absolue),
                112,
                sort=lambda row: self._of(row).absolue,
                right=True,
            ),
            Column(
                "%",
                lambda row: libelles.ecart_relatif(self._of(row).relative),
                80,
                sort=lambda row: self._of(row).relative,
                right=True,
            ),
            Column(
                "Remarque",
                lambda row: self._remark(row),
                0,
                sort=lambda row: natural_key(self._remark(row)),
                tip=lambda row: self._remark(row),
            ),
        )

    def _of(self, ligne: LigneComparaison) -> Comparaison:
        return ligne.sur(Fenetre(self.fenetre_combo.currentData()))

    def _remark(self, ligne: LigneComparaison) -> str:
        comparaison = self._of(ligne)
        text = comparaison.motif or f"{NBSP}; ".join(comparaison.notes)
        # The row says already which indicator it is.
        text = text.replace(f"{ligne.indicateur.titre}, ", "")
        return f"{text[:1].upper()}{text[1:]}"

    def montrer(self, grille: Grille, periode: Periode) -> None:
        """Compare over a period of the grid, for the territory it shows."""
        self._territoire = grille.fixe[2]
        begun = [p for p in grille.periodes if p.debut <= self._context.today()]
        combo = self.periode_combo
        combo.blockSignals(True)
        combo.clear()
        for known in begun:
            combo.addItem(known.libelle, known)
        combo.setCurrentIndex(begun.index(periode) if periode in begun else len(begun) - 1)
        combo.blockSignals(False)
        self.fenetre_combo.setItemText(0, _DURATIONS.get(periode.type, FENETRES[Fenetre.PERIODE]))
        self.recharger()

    def _open_limites(self) -> None:
        link = Link("territoires", "territoire", self._territoire)
        self._context.navigate(link)

    def filtrer(self, texte: str) -> None:
        """Show the rows with all the words."""
        self._words = texte
        self._show()

    def recharger(self) -> None:
        """Read the comparisons again."""
        periode = self.periode_combo.currentData()
        if not isinstance(periode, Periode):
            self._on_lignes(())
            return
        work = partial(
            self._context.services.comparaisons.lignes,
            self._context.plan.code,
            periode,
            self._territoire,
        )
        self._context.tasks.run(self, work, self._on_lignes, self._fail)

    def _on_lignes(self, lignes: Sequence[LigneComparaison]) -> None:
        self._lignes = tuple(lignes)
        self._show()

    def _show(self) -> None:
        """Show the rows that have something to compare, whole indicators always."""
        words = search_key(self._words).split()
        rows = [row for row in self._lignes if self._wanted(row, words)]
        self.listing.set_rows(rows, lambda row: (row.indicateur.code, row.zone))
        first = self._of(rows[0]) if rows else None
        self.spans.setText(
            f"{first.intervalle_avant.libelle} → {first.intervalle.libelle}" if first else ""
        )

    @staticmethod
    def _wanted(row: LigneComparaison, words: Sequence[str]) -> bool:
        indicateur = row.indicateur
        text = search_key(f"{indicateur.reference} {indicateur.code} {indicateur.titre}")
        return all(word in text for word in words)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.spans.setText(str(error))
            self._on_lignes(())
        else:
            report(error)
