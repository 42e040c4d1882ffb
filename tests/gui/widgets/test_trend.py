"""The trend: round graduations, what is drawn, what is read aloud."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from sdpd_desktop.domain.texte import NBSP
from sdpd_desktop.gui import colours
from sdpd_desktop.gui.widgets.trend import Serie, TrendChart, describe, nice_ticks, paint_trend

CAMERAS = Serie(
    "Caméras",
    ("2019", "2020", "2021", "2022"),
    (Decimal(1763), None, 2900.0, None),
    (None, None, None, Decimal(3600)),
)


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 50, [0, 20, 40, 60]),
        (0, 3600, [0, 1000, 2000, 3000, 4000]),
        (0, 0.9, [0, 0.25, 0.5, 0.75, 1.0]),
        (-3, 5, [-4, -2, 0, 2, 4, 6]),
    ],
)
def test_graduations_are_round_and_cover(low: float, high: float, ticks: list[float]) -> None:
    assert nice_ticks(low, high) == ticks


@pytest.mark.parametrize("value", [0.0, 7.0, 1e-6, 1e9, -12.0])
def test_one_value_has_graduations(value: float) -> None:
    ticks = nice_ticks(min(0.0, value), max(0.0, value))
    assert len(ticks) >= 2
    assert ticks[0] <= value <= ticks[-1]


def test_the_series_is_told_in_words() -> None:
    assert describe(CAMERAS) == (
        f"Caméras. 2019{NBSP}: 1{NBSP}763, 2021{NBSP}: 2{NBSP}900{NBSP}; cible{NBSP}: 3{NBSP}600"
    )
    assert "aucune valeur" in describe(Serie("Vide", ("2022",), (None,)))


def drawn(serie: Serie | None) -> set[str]:
    image = QImage(360, 180, QImage.Format.Format_RGB32)
    image.fill(colours.shown().of("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_trend(painter, QRectF(image.rect()), serie, painter.font())
    painter.end()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_values_and_target_are_drawn_in_their_own_colour(qtbot: QtBot) -> None:
    both = drawn(CAMERAS)
    assert colours.LIGHT.primary in both
    assert colours.LIGHT.target in both
    alone = drawn(Serie("Caméras", CAMERAS.periodes, CAMERAS.valeurs))
    assert colours.LIGHT.primary in alone
    assert colours.LIGHT.target not in alone


@pytest.mark.parametrize(
    "serie",
    [
        None,
        Serie("Vide", ("2021", "2022"), (None, None)),
        Serie("Vide", (), ()),
        Serie("Un", ("2022",), (4.0,), (5.0,)),
        Serie("Baisse", ("2021", "2022"), (-4.0, 3.0), (0.0, 0.0), "%"),
        Serie("Mois", tuple(f"{month:02}/2022" for month in range(1, 13)), (0.0,) * 12),
    ],
)
def test_any_series_can_be_drawn(qtbot: QtBot, serie: Serie | None) -> None:
    assert len(drawn(serie)) > 1


def test_the_chart_is_accessible(qtbot: QtBot) -> None:
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.set_serie(CAMERAS)
    assert chart.accessibleName() == "Caméras"
    assert "2021" in chart.accessibleDescription()
    chart.set_serie(None)
    assert chart.accessibleDescription() == ""
