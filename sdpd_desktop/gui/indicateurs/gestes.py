"""What can be done with chosen values, beside typing: keep, validate, contest, lock."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sdpd_desktop.domain.cloture import Cloture
from sdpd_desktop.domain.dates import format_date, lire_date
from sdpd_desktop.domain.errors import UserError, ValidationError
from sdpd_desktop.domain.grille import Grille, ResultatSaisie, SaisieCellule
from sdpd_desktop.domain.indicateur import Observation
from sdpd_desktop.domain.periode import Periode, TypePeriode
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.errors import report
from sdpd_desktop.gui.indicateurs import phrases
from sdpd_desktop.gui.indicateurs.cellule import Cellule
from sdpd_desktop.gui.indicateurs.vue import GrilleView
from sdpd_desktop.gui.page import Context

_T = TypeVar("_T")


class Gestes(QObject):
    """The actions of the menus « Valeurs » and « Périodes », and of the grid's own menu."""

    def __init__(self, context: Context, view: GrilleView, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._view, self._page = context, view, parent
        self.confirmer = self._action("Confirmer les valeurs signalées", "check", self._confirm)
        self.valider = self._action("Valider", "circle-check", self._validate)
        self.contester = self._action("Contester…", "flag", self._contest)
        self.consolider = self._action("Marquer consolidées…", "file-check", self._consolidate)
        view.gestes = (self.confirmer, self.valider, self.contester, self.consolider)
        view.confirm_asked.connect(self._confirm)

    def _action(self, words: str, icon: str, gesture: Callable[[], None]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _checked: gesture())
        icons.dress(action, icon)
        return action

    def menu_valeurs(self, parent: QWidget) -> QMenu:
        """Return the menu of what can be done with the selected values."""
        menu = QMenu(parent)
        menu.addActions(self._view.gestes)
        menu.aboutToShow.connect(self.mettre_a_jour)
        return menu

    def menu_periodes(self, parent: QWidget) -> QMenu:
        """Return the menu that locks and reopens the period of the current cell."""
        menu = QMenu(parent)
        menu.aboutToShow.connect(lambda: self._fill_periodes(menu))
        return menu

    def mettre_a_jour(self) -> None:
        """Enable what makes sense for the selected cells."""
        stored = bool(self._stored())
        self.confirmer.setText("Confirmer les valeurs signalées\tCtrl+Entrée")
        self.confirmer.setEnabled(bool(self._view.cellules.a_confirmer()))
        for action in (self.valider, self.contester, self.consolider):
            action.setEnabled(stored)

    # -- values

    def _selected(self) -> list[Cellule]:
        indexes = self._view.selectedIndexes() or [self._view.currentIndex()]
        found = (self._view.cellules.cellule(index) for index in indexes)
        return [cellule for cellule in found if cellule is not None]

    def _stored(self) -> list[SaisieCellule]:
        """Return the cells selected whose value can change its state."""
        return [
            SaisieCellule(cell.cle[0], cell.cle[1], "", cell.cle[2], cell.cle[3])
            for cell in self._selected()
            if cell.stockee
        ]

    def _confirm(self) -> None:
        """Keep the texts that stand out: those of the selection, else all of them."""
        cellules = self._view.cellules
        indexes = self._view.selectedIndexes()
        saisies = cellules.a_confirmer(indexes) or cellules.a_confirmer()
        if not saisies:
            self._context.notify("Aucune valeur n’attend de confirmation.")
            return
        commande = nommer("confirmer", saisies, cellules.grille)
        work = partial(
            self._context.services.indicateurs.record_many,
            self._context.plan.code,
            saisies,
            commande,
            confirme=True,
        )
        self._run(work, self._on_confirmed)

    def _on_confirmed(self, resultats: Sequence[ResultatSaisie]) -> None:
        self._view.cellules.recevoir(resultats)
        self._say(sum(resultat.observation is not None for resultat in resultats), "confirmée")

    def _validate(self) -> None:
        if cells := self._chosen():
            valider = self._context.services.indicateurs.valider
            self._run(partial(valider, self._context.plan.code, cells), self._on("validée"))

    def _contest(self) -> None:
        cells = self._chosen()
        if not cells:
            return
        motif = self._context.prompts.ask_text(
            self._page, "Contester", f"Pourquoi{NBSP}? Le motif reste avec la valeur."
        )
        if motif is not None:
            contester = self._context.services.indicateurs.contester
            work = partial(contester, self._context.plan.code, cells, motif)
            self._run(work, self._on("contestée"))

    def _consolidate(self) -> None:
        cells = self._chosen()
        if not cells:
            return
        text = self._context.prompts.ask_text(
            self._page,
            "Marquer consolidées",
            "Date d’extraction des données par le producteur (jj/mm/aaaa)",
            format_date(self._context.today()),
        )
        if text is None:
            return
        try:
            day = lire_date(text)
        except ValidationError as error:
            self._context.alert(str(error))
            return
        consolider = self._context.services.indicateurs.consolider
        self._run(partial(consolider, self._context.plan.code, cells, day), self._on("consolidée"))

    def _chosen(self) -> list[SaisieCellule]:
        cells = self._stored()
        if not cells:
            self._context.notify("Choisissez d’abord des cellules qui ont une valeur enregistrée.")
        return cells

    def _on(self, participle: str) -> Callable[[Sequence[Observation]], None]:
        return lambda done: self._say(len(done), participle)

    def _say(self, count: int, participle: str) -> None:
        self._context.notify(phrases.valeurs(count, participle))

    # -- periods

    def _fill_periodes(self, menu: QMenu) -> None:
        menu.clear()
        cell = self._view.cellules.cellule(self._view.currentIndex())
        grille = self._view.cellules.grille
        if cell is None or grille is None:
            return
        for periode in _with_year(cell.periode):
            lock = grille.cloture(periode)
            if lock is None:
                action = menu.addAction(f"Clore {periode.libelle}")
                action.triggered.connect(partial(self.clore, periode))
                action.setEnabled(periode.fin < self._context.today())
                icons.dress(action, "lock")
        for lock in grille.clotures:
            action = menu.addAction(f"Rouvrir {lock.periode.libelle}…")
            action.triggered.connect(partial(self.rouvrir, lock))
            icons.dress(action, "lock-open")

    def clore(self, periode: Periode, *_checked: object) -> None:
        """Lock a period, once the person confirmed."""
        agreed = self._context.prompts.confirm(
            self._page,
            f"Clore la période {periode.libelle}{NBSP}?",
            action="Clore la période",
            detail="Ses valeurs ne changeront plus. On la rouvre en donnant un motif.",
        )
        if agreed:
            clore = self._context.services.clotures.clore
            work = partial(clore, self._context.plan.code, periode)
            self._run(work, lambda _lock: self._context.notify(f"{periode.libelle} est clôturée"))

    def rouvrir(self, lock: Cloture, *_checked: object) -> None:
        """Let the values of a locked period change again; asks why."""
        name = lock.periode.libelle
        motif = self._context.prompts.ask_text(
            self._page, f"Rouvrir {name}", f"Pourquoi{NBSP}? Le motif reste dans le journal."
        )
        if motif is not None:
            rouvrir = self._context.services.clotures.rouvrir
            work = partial(rouvrir, self._context.plan.code, lock.periode, motif)
            self._run(work, lambda _lock: self._context.notify(f"{name} est rouverte"))

    def _run(self, work: Callable[[], _T], on_success: Callable[[_T], None]) -> None:
        self._context.tasks.run(self, work, on_success, self._fail)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.alert(str(error))
        else:
            report(error)


def nommer(verbe: str, saisies: Sequence[SaisieCellule], grille: Grille | None) -> str:
    """Name a gesture for the journal and for « Annuler »."""
    if len(saisies) > 1:
        return f"{verbe} {len(saisies)} valeurs"
    saisie = saisies[0]
    suivi = grille.suivis.get(saisie.indicateur) if grille else None
    name = suivi.indicateur.chiffre if suivi else saisie.indicateur
    return f"{verbe} {name} · {saisie.periode.libelle}"


def _with_year(periode: Periode) -> tuple[Periode, ...]:
    """Return the period, then the year it lies in if it is shorter."""
    if periode.type is TypePeriode.ANNEE:
        return (periode,)
    return (periode, Periode.de(TypePeriode.ANNEE, periode.debut))
