"""The chart on screen: what is drawn, in which colours, what is read aloud."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.graphique import Encre, Graphique, NatureGraphique, Serie
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours, theme
from sdpd_desktop.gui.widgets.trend import TrendChart, paint_chart

YEARS = ("2019", "2020", "2021", "2022")
VALUES = (Decimal(1763), None, Decimal(2900), None)
GOALS = (None, None, None, Decimal(3600))


def trend(*values: int | None, goals: tuple[Decimal | None, ...] = ()) -> Graphique:
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    labels = tuple(f"{n:02}/2022" for n in range(1, len(values) + 1))
    return Graphique(NatureGraphique.TENDANCE, "Essai", labels, (Serie("Essai", numbers),), goals)


CAMERAS = Graphique(NatureGraphique.TENDANCE, "Caméras", YEARS, (Serie("Caméras", VALUES),), GOALS)
POINTS_DE_DEAL = Graphique(
    NatureGraphique.COMPARAISON,
    "Points de deal",
    ("Année",),
    (Serie("2023", (Decimal(46),)), Serie("2024", (Decimal(75),))),
)
COMMUNES = Graphique(
    NatureGraphique.TERRITOIRES,
    "Effectifs",
    ("Melun", "Meaux"),
    (Serie("Effectifs", (Decimal(12), None)),),
)


def drawn(graphique: Graphique | None) -> set[str]:
    image = QImage(360, 180, QImage.Format.Format_RGB32)
    image.fill(colours.shown().of("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chart(painter, QRectF(image.rect()), graphique, painter.font())
    painter.end()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_every_ink_has_a_colour_in_both_variants() -> None:
    for variant in (colours.LIGHT, colours.DARK):
        assert all(variant.of(ink.value).isValid() for ink in Encre)


def test_values_and_target_are_drawn_in_their_own_colour(qtbot: QtBot) -> None:
    both = drawn(CAMERAS)
    assert colours.LIGHT.primary in both
    assert colours.LIGHT.target in both
    alone = drawn(trend(1763, None, 2900, None))
    assert colours.LIGHT.primary in alone
    assert colours.LIGHT.target not in alone


def test_two_years_are_drawn_side_by_side(qtbot: QtBot) -> None:
    found = drawn(POINTS_DE_DEAL)
    assert colours.LIGHT.before in found
    assert colours.LIGHT.primary in found
    assert colours.LIGHT.before not in drawn(COMMUNES)


def test_the_dark_variant_has_its_own_ink(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, Apparence.SOMBRE)
    assert colours.DARK.primary in drawn(CAMERAS)


@pytest.mark.parametrize(
    "graphique",
    [
        None,
        trend(None, None),
        trend(),
        trend(4, goals=(Decimal(5),)),
        trend(-4, 3, goals=(Decimal(0), Decimal(0))),
        trend(*[0] * 12),
        POINTS_DE_DEAL,
        COMMUNES,
    ],
)
def test_any_chart_can_be_drawn(qtbot: QtBot, graphique: Graphique | None) -> None:
    assert len(drawn(graphique)) > 1


def test_the_chart_is_accessible(qtbot: QtBot) -> None:
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.set_graphique(CAMERAS)
    assert chart.accessibleName() == "Caméras"
    assert chart.accessibleDescription() == (
        f"Caméras. 2019{NBSP}: 1{NBSP}763, 2021{NBSP}: 2{NBSP}900{NBSP}; cible{NBSP}: 3{NBSP}600"
    )
    chart.set_graphique(COMMUNES)
    assert chart.sizeHint().height() == 60
    chart.set_graphique(None)
    assert chart.accessibleDescription() == ""
