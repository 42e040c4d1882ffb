"""The files that came together: one line each, with what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sdpd_desktop.domain.importation import Proposition, Verdict
from sdpd_desktop.domain.reception import DispositionAConfirmer
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import icons
from sdpd_desktop.gui.generated.ui_retours_lot import Ui_RetoursLot
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.retours.lignes import LigneNumerotee
from sdpd_desktop.gui.settings import LookSettings
from sdpd_desktop.gui.widgets.columns import Column, ColumnTableModel
from sdpd_desktop.gui.widgets.listing import Listing
from sdpd_desktop.gui.widgets.message_bar import Tone

_NAMED = 3  # Of the other versions of a return; the rest are counted.
_SHOWN_LEFT_OUT = 4
_NARROW, _WIDE = 56, 84


@dataclass(frozen=True)
class FichierRecu:
    """A file dropped, and how far it is.

    Attributes:
        seule: What it proposes whatever the other files say.
        lignes: The rows of its proposition, made off the window's thread.
        versions: Paths of the other files that answer the same return.
        traite: It was applied, or nothing of it was left to apply.
        laisse: The officer left it out.
    """

    chemin: Path
    proposition: Proposition | None = None
    seule: Proposition | None = None
    lignes: tuple[LigneNumerotee, ...] = ()
    question: DispositionAConfirmer | None = None
    refus: str = ""
    versions: tuple[Path, ...] = ()
    traite: bool = False
    laisse: bool = False

    @property
    def lu(self) -> bool:
        """Whether it was read, for better or worse."""
        return bool(self.proposition or self.question or self.refus)

    @property
    def pret(self) -> bool:
        """Whether some of its lines can be applied without a question; one version of two not."""
        one = self.proposition
        done = self.traite or self.laisse or bool(self.versions)
        return not done and one is not None and one.applicable


_WAITING = Badge("En attente", "info", Forme.CARRE)
_REFUSED = Badge("Refusé", "late", Forme.CROIX)
_UNKNOWN = Badge("À reconnaître", "warn", Forme.LOSANGE)
_DONE = Badge("Enregistré", "ok", Forme.COCHE)
_LEFT = Badge("Laissé de côté", "neutral", Forme.TRAIT)
_KNOWN = Badge("Déjà importé", "neutral", Forme.TRAIT)
_LOOK = Badge("À regarder", "warn", Forme.TRIANGLE)
_READY = Badge("Prêt", "ok", Forme.ROND)
_NOTHING = Badge("Rien de nouveau", "neutral", Forme.TRAIT)


def badge_of(row: FichierRecu) -> Badge:
    """Return how far a file is."""
    if row.laisse:
        return _LEFT
    if row.traite:
        return _DONE
    if row.refus:
        return _REFUSED
    if row.question:
        return _UNKNOWN
    if row.proposition is None:
        return _WAITING
    counts = row.proposition.comptes()
    if row.versions or counts[Verdict.REJETE] or counts[Verdict.A_CONFIRMER]:
        return _LOOK
    if row.proposition.applicable:
        return _READY
    return _KNOWN if row.proposition.deja_importe is not None else _NOTHING


def remark_of(row: FichierRecu) -> str:
    """Return the one thing to know of a file before opening it."""
    if row.refus:
        return row.refus
    if row.question:
        return row.question.question[:1].upper() + row.question.question[1:]
    if row.versions and not row.laisse:
        return f"Même retour que {_named(row.versions)}{NBSP}: comparez les versions, gardez-en une"
    one = row.proposition
    if one is None:
        return ""
    if one.deja_importe is not None:
        return f"Mêmes réponses que le changement n°{NBSP}{one.deja_importe}"
    return one.remarques[0] if one.remarques else ""


def _named(paths: Sequence[Path]) -> str:
    rest = len(paths) - _NAMED
    if rest < 2:
        return ", ".join(path.name for path in paths)
    return f"{', '.join(path.name for path in paths[:_NAMED])} et {rest} autres"


def _who(row: FichierRecu) -> str:
    one = row.proposition
    return " · ".join(filter(None, (one.partenaire_nom, one.emetteur))) if one else ""


def _counted(title: str, verdict: Verdict) -> Column[FichierRecu]:
    def count(row: FichierRecu) -> int | None:
        return row.proposition.comptes()[verdict] if row.proposition else None

    return Column(
        title,
        lambda row: str(count(row)) if count(row) else "",
        _NARROW if len(title) < 6 else _WIDE,
        sort=count,
        right=True,
    )


_COLUMNS: tuple[Column[FichierRecu], ...] = (
    Column("Fichier", lambda row: row.chemin.name, 190, tip=lambda row: str(row.chemin)),
    Column("État", lambda row: badge_of(row).texte, 128, badge=badge_of, tip=remark_of),
    Column("Partenaire", _who, 170, tip=_who),
    Column("Période", lambda r: r.proposition.periode.court if r.proposition else "", 78),
    _counted("Nouv.", Verdict.NOUVEAU),
    _counted("Mod.", Verdict.MODIFIE),
    _counted("Inch.", Verdict.INCHANGE),
    _counted("Rejetés", Verdict.REJETE),
    _counted("À confirm.", Verdict.A_CONFIRMER),
    Column("Remarque", remark_of, 0, tip=remark_of),
)


class LotPane(QWidget):
    """Lists the files; the reception reads and applies them.

    Signals:
        opened: A file to look at, a :class:`FichierRecu`.
        apply_asked: The good lines of every file are to be stored.
        compare_asked: A file to compare with the other one that answers the same return.
        stopped: Stop reading, or applying, after the file at hand.
        left: Back to the campagnes.
    """

    opened = Signal(object)
    apply_asked = Signal()
    compare_asked = Signal(object)
    stopped = Signal()
    left = Signal()

    def __init__(self, settings: LookSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_RetoursLot()
        self.form.setupUi(self)
        self.listing = Listing(
            ColumnTableModel(_COLUMNS), "Fichiers reçus", settings, "retours/lot"
        )
        self.form.files_layout.addWidget(self.listing)
        self._busy = False
        self._connect()

    def _connect(self) -> None:
        form = self.form
        icons.dress(form.back_button, "arrow-left")
        icons.dress(form.stop_button, "x")
        icons.dress(form.compare_button, "git-compare")
        icons.dress(form.apply_button, "check", "on_primary")
        form.back_button.clicked.connect(self.left)
        form.stop_button.clicked.connect(self.stopped)
        form.open_button.clicked.connect(self._open)
        form.compare_button.clicked.connect(
            lambda: self.compare_asked.emit(self.listing.current_row())
        )
        form.apply_button.clicked.connect(self.apply_asked)
        self.listing.chosen.connect(lambda _row: self._enable())
        self.listing.opened.connect(lambda _row: self._open())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(form.apply_button.click)

    def show_files(self, rows: Sequence[FichierRecu], busy: str) -> None:
        """Show the files; ``busy`` says what is going on, "" when nothing is."""
        form, self._busy = self.form, bool(busy)
        read = sum(row.lu for row in rows)
        form.title_label.setText(f"{len(rows)} fichiers reçus" if len(rows) > 1 else "Fichier reçu")
        form.count_label.setText(busy or _summary(rows))
        form.progress_bar.setMaximum(max(1, len(rows)))
        form.progress_bar.setValue(read)
        form.progress_bar.setVisible(self._busy)
        form.stop_button.setVisible(self._busy)
        self.listing.set_rows(tuple(rows), key=lambda row: row.chemin)
        if rows and self.listing.current_row() is None:
            self.listing.choose(lambda row: True)
        count = sum(len(r.proposition.applicables()) for r in rows if r.pret and r.proposition)
        form.apply_button.setText(f"Appliquer les bonnes lignes ({count})")
        form.apply_button.setEnabled(count > 0 and not self._busy)
        self._enable()

    def say_left_out(self, texts: Sequence[str]) -> None:
        """Say which files of a folder are not workbooks."""
        if not texts:
            self.form.message_bar.clear()
            return
        rest = len(texts) - _SHOWN_LEFT_OUT
        more = (f"et {rest} de plus",) if rest > 0 else ()
        said = "\n".join((*texts[:_SHOWN_LEFT_OUT], *more))
        self.form.message_bar.show_message(said, Tone.INFO)

    def _open(self) -> None:
        row = self.listing.current_row()
        if row is not None and (row.proposition or row.question):
            self.opened.emit(row)

    def _enable(self) -> None:
        row = self.listing.current_row()
        self.form.remark_label.setText(remark_of(row) if row else "")
        self.form.open_button.setEnabled(row is not None and bool(row.proposition or row.question))
        self.form.compare_button.setVisible(row is not None and bool(row.versions))


def _summary(rows: Sequence[FichierRecu]) -> str:
    states: dict[str, int] = {}
    for row in rows:
        word = badge_of(row).texte.lower()
        states[word] = states.get(word, 0) + 1
    return " · ".join(f"{count} {_plural(word, count)}" for word, count in states.items())


def _plural(state: str, count: int) -> str:
    """Return « enregistrés », « laissés de côté »; « à regarder » and the like never change."""
    first, _, rest = state.partition(" ")
    fixed = first in ("à", "en", "rien") or count < 2
    if state.startswith("déjà") and count > 1:
        return f"{state}s"
    return state if fixed or first == "déjà" else f"{first}s {rest}".strip()
