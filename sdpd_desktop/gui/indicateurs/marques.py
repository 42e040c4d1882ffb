"""The discreet marks of a cell: how its value came, and whether it may still be revised."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap

from sdpd_desktop.domain.cloture import Cloture
from sdpd_desktop.domain.dates import format_date
from sdpd_desktop.domain.indicateur import Consolidation, EtatValeur, Presence
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.indicateurs.cellule import Cellule
from sdpd_desktop.gui.indicateurs.presentation import ETATS_VALEUR
from sdpd_desktop.gui.labels import Badge, Forme
from sdpd_desktop.gui.widgets.badge import paint_shape

A_CONFIRMER = Badge("À confirmer", "warn", Forme.LOSANGE)
A_CORRIGER = Badge("À corriger", "late", Forme.CROIX)
SIGNALEE = Badge("Signalée", "warn", Forme.LOSANGE)
TAILLE = 14
# Most values are typed by the office itself: a mark on each would say nothing.
_UNMARKED = frozenset({EtatValeur.SAISI, EtatValeur.SOURCE})


def badge_de(cellule: Cellule) -> Badge | None:
    """Return the state to show of a cell, None for an empty one."""
    if cellule.invalide:
        return A_CONFIRMER if cellule.invalide.a_confirmer else A_CORRIGER
    shown = cellule.observation
    return ETATS_VALEUR[shown.origine.etat] if shown is not None else None


def dessin(cellule: Cellule, pending: str | None) -> QPixmap | None:
    """Return what is drawn at the left of a cell, None for the plain ones."""
    if pending is not None:
        return None
    if cellule.invalide:
        return _draw(badge_de(cellule), False, *_look())
    shown = cellule.observation
    if shown is None or shown.presence is not Presence.VALEUR:
        return None
    final = shown.consolidation is Consolidation.CONSOLIDE and not cellule.calculee
    etat = shown.origine.etat
    badge = None if etat in _UNMARKED else ETATS_VALEUR[etat]
    if cellule.signalements and etat is not EtatValeur.CONTESTE:
        badge = SIGNALEE
    return _draw(badge, final, *_look()) if badge or final else None


def dire_cloture(cloture: Cloture | None) -> str:
    """Return what a heading says of its lock: « , clôturée le 31/01/2022 »."""
    return f", clôturée le {format_date(cloture.close_le)}" if cloture else ""


def _look() -> tuple[str, float]:
    return colours.shown().variant, QGuiApplication.primaryScreen().devicePixelRatio()


@lru_cache(maxsize=64)
def _draw(badge: Badge | None, final: bool, _variant: str, ratio: float) -> QPixmap:
    """Draw a small shape; a bar at its left for a value that is final."""
    pixmap = QPixmap(round(TAILLE * ratio), round(TAILLE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if final:
        painter.fillRect(QRectF(0, 1, 2, TAILLE - 2), colours.shown().of("ok"))
    if badge is not None:
        painter.translate(8, TAILLE / 2)
        painter.scale(0.75, 0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        paint_shape(painter, badge, QPointF(0, 0))
    painter.end()
    return pixmap
