"""The look: contrast, fonts, boxes that can be seen, icons that follow the theme."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QListView,
    QPushButton,
    QTableView,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from sdpd_desktop.assets import asset_path
from sdpd_desktop.domain.parametres import Apparence
from sdpd_desktop.gui import colours, icons, labels, theme
from sdpd_desktop.gui.colours import DARK, LIGHT, TEXT_PAIRS, Colours, contrast


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.variant)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="/".join)
def test_every_text_is_readable(shown: Colours, pair: tuple[str, str]) -> None:
    text, ground = (getattr(shown, name) for name in pair)
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.variant)
def test_boxes_and_focus_rings_stand_out(shown: Colours) -> None:
    assert contrast(shown.muted, shown.surface) >= 3
    assert contrast(shown.focus, shown.surface) >= 3
    assert contrast(shown.focus, shown.background) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_tone_of_a_badge_is_among_the_pairs_checked() -> None:
    tables = (
        labels.ETATS,
        labels.STATUTS,
        labels.CONVENTIONS,
        labels.RETOURS,
        labels.VERDICTS,
    )
    tones = {badge.ton for table in tables for badge in table.values()}
    assert {(tone, f"{tone}_soft") for tone in tones} <= set(TEXT_PAIRS)


@pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.variant)
def test_the_style_sheet_names_pictures_that_exist(shown: Colours) -> None:
    sheet = theme.style_sheet(shown)
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    for picture in pictures:
        assert asset_path("resources", "icons", "theme", picture.rsplit("/", 1)[1]).is_file()
    assert "$" not in sheet


def test_the_font_is_ours(qapp: QApplication) -> None:
    theme.apply(qapp, Apparence.CLAIR)
    assert QFontInfo(qapp.font()).family() == "Inter"


def _darkest(box: QCheckBox) -> float:
    picture = box.grab().toImage()
    grounds = QColor(colours.shown().background)
    return max(
        contrast(picture.pixelColor(x, y).name(), grounds.name())
        for x in range(min(18, picture.width()))
        for y in range(picture.height())
    )


@pytest.mark.parametrize("apparence", [Apparence.CLAIR, Apparence.SOMBRE])
def test_an_empty_box_can_be_seen(qtbot: QtBot, qapp: QApplication, apparence: Apparence) -> None:
    theme.apply(qapp, apparence)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.resize(30, 30)
    assert _darkest(box) >= 3


def test_a_dressed_button_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, Apparence.CLAIR)
    button = QPushButton()
    qtbot.addWidget(button)
    icons.dress(button, "search")
    button.show()
    light = button.icon().pixmap(20, 20).toImage()
    theme.apply(qapp, Apparence.SOMBRE)
    assert button.icon().pixmap(20, 20).toImage() != light


def test_every_icon_of_the_program_ships() -> None:
    package = asset_path("sdpd_desktop")
    named = set()
    for source in package.glob("gui/**/*.py"):
        text = source.read_text(encoding="utf-8")
        named |= set(re.findall(r'icons?\.(?:icon|dress)\([^"\n]*"([a-z0-9-]+)"', text))
    assert {"printer", "search"} <= named
    for name in named:
        assert asset_path("resources", "icons", f"{name}.svg").is_file(), name


@pytest.mark.parametrize("kind", [QTreeView, QTableView, QListView])
def test_rows_do_not_hide_the_border_that_shows_the_focus(
    kind: type[QAbstractItemView], qtbot: QtBot
) -> None:
    view = kind()
    qtbot.addWidget(view)
    view.show()
    assert view.frameWidth() == 2
